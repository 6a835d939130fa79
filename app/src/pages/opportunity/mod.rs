//! An opportunity with its dates.

use crate::components::icon::{family_class, icon};
use crate::components::message::{empty, problem_page};
use crate::components::paper::paper;
use crate::components::slot_card::{kind_mark, slot_card};
use crate::error::UiError;
use crate::links::href;
use crate::live::use_live;
use crate::wire::read;
use domain::opportunity::OpportunityState;
use domain::view::OpportunityView;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use server_fn::codec::Json;

/// An opportunity with its dates to come.
#[server(endpoint = "opportunity", input = Json)]
pub async fn opportunity(id: String) -> Result<OpportunityView, UiError> {
    let cx = crate::ssr::cx()?;
    let id = id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::calendar::opportunity(&cx, id).await?)
}

/// An opportunity.
#[component]
pub fn OpportunityPage() -> impl IntoView {
    let live = use_live();
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let view = read(move || (id(), live.slots(), live.claims()), |(id, ..)| opportunity(id));
    view! {
        <main class="page page-text" id="tresc" tabindex="-1">
            <a class="back" href=href("/")>{icon("chevron-left")}{t!("nav-calendar")}</a>
            <Transition>
                {move || Suspend::new(async move {
                    match view.await {
                        Ok(view) => page(&view).into_any(),
                        Err(error) => problem_page(&error).into_any(),
                    }
                })}
            </Transition>
        </main>
    }
}

fn page(view: &OpportunityView) -> impl IntoView + use<> {
    let paragraphs = view.description.split('\n').filter(|text| !text.trim().is_empty());
    let place = if view.remote { t!("remote") } else { view.place.clone() };
    let district = view.district.clone().map(|name| format!(" · {name}")).unwrap_or_default();
    let cancelled = view.state == OpportunityState::Cancelled;
    let here = format!("/oferta/{}", view.id);
    let posters =
        ["a4", "a3"].map(|sheet| (["paper-poster-", sheet].concat(), format!("{here}/plakat-{sheet}.pdf")));
    let dates = if view.dates.is_empty() {
        empty(t!("open-dates-none-title"), t!("dates-none"), Some((href("/"), t!("to-calendar")))).into_any()
    } else {
        let items =
            view.dates.iter().map(|date| view! { <li>{slot_card(date, true, None)}</li> }).collect_view();
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
                    <dd>{t!("from-age", age = view.min_age)}<small>{view.kind_name.clone()}</small></dd>
                </div>
            </dl>
            <div class="prose">{paragraphs.map(|text| view! { <p>{text.to_owned()}</p> }).collect_view()}</div>
            <section class="section"><h2>{t!("open-dates-title")}</h2>{dates}</section>
            {paper(&here, &format!("{here}.pdf"), &posters)}
        </article>
    }
}
