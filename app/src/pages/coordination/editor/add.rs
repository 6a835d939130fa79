//! Planning dates: a form, and what it would add, before anything is saved.

use super::fields::{as_shown, asking, one_date, repetition};
use super::preview::{calendar, left_out, toggle};
use super::{base, follow, outcome_of, wrong_of};
use crate::components::fresh::{Fresh, loaded};
use crate::components::icon::icon;
use crate::forms::{ActionForm, FormAction};
use crate::i18n::use_locale;
use crate::links::href;
use crate::pages::coordination::api::{self, AddSlots};
use crate::wire::read;
use domain::locale::{day_short, rule_words, time_range, when};
use domain::problem::Problem;
use domain::time::{Day, Instant};
use domain::view::{AddDatesView, AddPreview};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_params_map};

/// The page that adds dates.
#[component]
pub fn AddDatesPage() -> impl IntoView {
    let params = use_params_map();
    let search = use_location().search;
    let id = Memo::new(move |_| params.read().get("id").unwrap_or_default());
    let first = read(
        move || id.get(),
        move |id| {
            let query = search.get_untracked();
            async move { api::dates_to_add(id.parse().map_err(|_| Problem::NotFound)?, query).await }
        },
    );
    view! {
        <main class="page" id="tresc" tabindex="-1">
            {loaded(first, |first| page(&first).into_any())}
        </main>
    }
}

fn page(first: &AddDatesView) -> impl IntoView + use<> {
    let (id, base) = (first.opportunity_id, base());
    let search = use_location().search;
    let fresh = follow(first.clone(), search, move || api::dates_to_add(id, search.get_untracked()));
    let action = FormAction::<AddSlots>::new();
    let wrong = wrong_of(action, move || fresh.view.with(|view| view.preview.clone().and_then(Result::err)));
    let skipped = Signal::derive(move || fresh.view.with(|view| view.form.skipped.clone()));
    let path = href(&format!("{base}/{id}/terminy"));
    let fields = view! {
        {one_date(&first.form, &first.roles, wrong)}
        {repetition(&first.form, skipped, true, wrong)}
        <div class="form-end"><button class="btn quiet">{icon("eye")}{t!("dates-preview")}</button></div>
    };
    view! {
        <Title text=t!("dates-add-title") />
        <a class="back" href=href(&format!("{base}/{id}"))>{icon("chevron-left")}{first.title.clone()}</a>
        <div class="page-head"><h1>{t!("dates-add-title")}</h1></div>
        {outcome_of(action, move || fresh.again())}
        <div class="planner">
            {asking(path, fields)}
            <section class="panel" aria-labelledby="podglad">
                <div class="panel-head"><h2 id="podglad">{t!("dates-preview-title")}</h2></div>
                <div class="panel-body stack" aria-live="polite">{move || shown(fresh)}</div>
                {save(fresh, action)}
            </section>
        </div>
    }
}

fn preview_of(view: &AddDatesView) -> Option<AddPreview> {
    view.preview.clone().and_then(Result::ok)
}

fn shown(fresh: Fresh<AddDatesView>) -> AnyView {
    let Some(preview) = fresh.view.with(preview_of) else {
        return view! { <p class="soft">{t!("dates-preview-empty")}</p> }.into_any();
    };
    let locale = use_locale();
    let repeats = preview.repeat.is_some();
    let rule = preview.repeat.as_ref().map(|repeat| rule_words(locale, &repeat.rule, &repeat.leave_out));
    let days: Vec<Day> = preview.dates.iter().map(|(starts_at, _)| starts_at.day().into()).collect();
    let row = |&(starts_at, ends_at): &(Instant, Instant)| {
        let day = Day(starts_at.day());
        let words = day_short(locale, day);
        let leave = repeats.then(|| toggle(day, t!("dates-leave"), t!("dates-leave-label", day = words)));
        view! { <li><span>{when(locale, starts_at, ends_at)}</span>{leave}</li> }
    };
    let rows = preview.dates.iter().map(row).collect_view();
    let known = preview.known.iter().map(|at| {
        view! { <li class="off"><span>{day_short(locale, at.day().into())}" – "{t!("dates-known")}</span></li> }
    });
    let hours = preview.dates.first().map(|(starts_at, ends_at)| time_range(*starts_at, *ends_at));
    view! {
        {rule.map(|rule| view! { <p class="rule">{rule}{hours.map(|hours| format!(", {hours}"))}</p> })}
        <p><b>{t!("dates-will", count = preview.dates.len())}</b></p>
        {calendar(&days, &preview.left_out)}
        <ul class="dates long">{rows}{known.collect_view()}</ul>
        {left_out(&preview.left_out, true)}
    }
    .into_any()
}

fn save(fresh: Fresh<AddDatesView>, action: FormAction<AddSlots>) -> impl IntoView {
    let count = move || fresh.view.with(|view| preview_of(view).map_or(0, |preview| preview.dates.len()));
    let id = fresh.view.with_untracked(|view| view.opportunity_id);
    view! {
        <div class="panel-foot" hidden=move || count() == 0>
            <ActionForm action>
                <input type="hidden" name="id" value=id.to_string() />
                {move || fresh.view.with(|view| as_shown(&view.form))}
                <button class="btn" aria-busy=move || action.pending().get().then_some("true")>
                    {move || t!("dates-save", count = count())}
                </button>
            </ActionForm>
        </div>
    }
}
