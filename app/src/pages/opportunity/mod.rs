//! An opportunity with its dates.

use crate::components::icon::{family_class, icon};
use crate::components::message::{empty, problem_page};
use crate::components::paper::paper;
use crate::components::slot_card::{kind_mark, slot_items};
use crate::components::subscribe::subscribe;
use crate::error::UiError;
use crate::forms::{ActionForm, FormAction};
use crate::links::href;
use crate::live::use_live;
use crate::pages::coordination::series_words;
use crate::pages::roles::needs;
use crate::pages::taking_part::{self, Acts};
use crate::wire::{Wire, read, when_there};
use domain::opportunity::OpportunityState;
use domain::role::Role;
use domain::view::OpportunityView;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use server_fn::codec::PostUrl;

/// An opportunity with its dates to come.
#[server(endpoint = "opportunity", protocol = Wire)]
pub async fn opportunity(id: String) -> Result<OpportunityView, UiError> {
    let cx = crate::ssr::cx()?;
    let id = id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::calendar::opportunity(&cx, id).await?)
}

/// Wishes to hear when a place of any date is free, or no longer.
#[server(endpoint = "watch_opportunity", protocol = Wire<PostUrl>)]
pub async fn watch_opportunity(id: String, on: bool) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let id = id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::watching::opportunity(&cx, id, on).await?)
}

/// An opportunity.
#[component]
pub fn OpportunityPage() -> impl IntoView {
    let live = use_live();
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let acts = Acts::new();
    let watch = FormAction::<WatchOpportunity>::new();
    let source = move || (id(), live.slots(), live.claims(), live.staffing(), watch.version().get());
    let view = read(source, |(id, ..)| opportunity(id));
    view! {
        <main class="page page-text" id="tresc" tabindex="-1">
            <a class="back" href=href("/")>{icon("chevron-left")}{t!("nav-calendar")}</a>
            {move || when_there(async move {
                match view.await {
                    Ok(view) => page(&view, acts, watch).into_any(),
                    Err(error) => problem_page(&error).into_any(),
                }
            })}
        </main>
    }
}

fn page(view: &OpportunityView, acts: Acts, watch: FormAction<WatchOpportunity>) -> impl IntoView + use<> {
    let paragraphs = view.description.split('\n').filter(|text| !text.trim().is_empty());
    let place = if view.remote { t!("remote") } else { view.place.clone() };
    let district = view.district.clone().map(|name| format!(" · {name}")).unwrap_or_default();
    let roles: Vec<_> = view.roles.iter().map(|role| (role.id, role.name.clone())).collect();
    let for_whom = needs(Some(view.min_age), &view.requires);
    let cancelled = view.state == OpportunityState::Cancelled;
    let here = format!("/oferta/{}", view.id);
    let posters = [("paper-poster-a4", "a4"), ("paper-poster-a3", "a3")]
        .map(|(key, sheet)| (key, format!("{here}/plakat-{sheet}.pdf")));
    let dates = if view.dates.is_empty() {
        empty(&t!("open-dates-none-title"), &t!("dates-none"), Some((href("/"), t!("to-calendar"))))
            .into_any()
    } else {
        let items = slot_items(&view.dates, true);
        view! { <ul class="day-slots">{items}</ul> }.into_any()
    };
    view! {
        <Title text=view.title.clone() />
        <article class=family_class(view.kind.family)>
            <header class="slot-head">{kind_mark(&view.kind)}<h1>{view.title.clone()}</h1></header>
            {cancelled.then(|| view! { <p class="claim-state closed">{icon("info")}{t!("refusal-cancelled")}</p> })}
            <dl class="facts">
                <div class="fact first">
                    <dt>{icon("pin")}<span class="sr">{t!("fact-where")}</span></dt>
                    <dd>{place}<small>{view.organisation.clone()}{district}</small></dd>
                </div>
                <div class="fact">
                    <dt>{icon("info")}<span class="sr">{t!("fact-for-whom")}</span></dt>
                    <dd>{for_whom}<small>{view.kind_name.clone()}</small></dd>
                </div>
                {(!view.roles.is_empty()).then(|| view! {
                    <div class="fact">
                        <dt>{icon("people")}<span class="sr">{t!("roles-title")}</span></dt>
                        <dd>{view.roles.iter().map(role_line).collect_view()}</dd>
                    </div>
                })}
            </dl>
            <div class="prose">{paragraphs.map(|text| view! { <p>{text.to_owned()}</p> }).collect_view()}</div>
            {acts.outcome()}
            {view.series.iter().map(|series| taking_part::standing(series, &roles, view.signed_in, acts)).collect_view()}
            <section class="section" id="terminy">
                <h2>{t!("open-dates-title")}</h2>
                {view.repeats.iter().map(|series| view! { <p class="rule">{series_words(series)}</p> }).collect_view()}
                {taking_part::choose(&view.dates, &roles, view.signed_in, acts)}
                {dates}
            </section>
            {(view.signed_in && !view.dates.is_empty()).then(|| watching(view, watch))}
            {paper(&here, &format!("{here}.pdf"), &posters)}
            {subscribe(&format!("/kalendarz/placowka/{}.ics", view.organisation_id))}
        </article>
    }
}

fn role_line(role: &Role) -> impl IntoView + use<> {
    let needs = needs(role.min_age, &role.requires).map(|needs| t!("roles-needs", what = needs));
    view! { <span class="role-line">{role.name.clone()}{needs.map(|needs| view! { <small>{needs}</small> })}</span> }
}

/// The wish to hear when a place of any date is free, and its end.
fn watching(view: &OpportunityView, watch: FormAction<WatchOpportunity>) -> impl IntoView + use<> {
    let on = view.watching;
    let label = if on { t!("watch-stop") } else { t!("watch-all") };
    let id = view.id.to_string();
    view! {
        <ActionForm action=watch attr:class="section">
            <input type="hidden" name="id" value=id />
            <input type="hidden" name="on" value=(!on).to_string() />
            {on.then(|| view! { <p class="soft">{t!("watch-on")}</p> })}
            <button class="btn ghost" type="submit">{label}</button>
        </ActionForm>
    }
}
