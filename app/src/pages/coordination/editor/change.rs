//! Changing or cancelling dates: one, it and those that follow, or all; who is concerned and what each is told, before
//! one button does it.

use super::act::reason;
use super::dates::series_words;
use super::fields::{as_shown, asking, one_date, repetition, sentence};
use super::preview::{calendar, left_out};
use super::{base, change_path, follow, outcome_of, wrong_of};
use crate::components::field::{FieldProblem, Wrong};
use crate::components::fresh::{Fresh, loaded};
use crate::components::icon::icon;
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::links::href;
use crate::pages::coordination::api::{self, ChangeDates};
use crate::wire::read;
use domain::calendar::Scope;
use domain::form::ChangeForm;
use domain::locale::{rule_words, when};
use domain::problem::Problem;
use domain::time::Day;
use domain::view::{ChangeDatesView, ChangePreview, DateChange, Fate, MessagePreview};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_params_map};

/// Names of a message that are written out.
const NAMES: usize = 12;

/// The page that changes or cancels dates.
#[component]
pub fn ChangeDatesPage() -> impl IntoView {
    let params = use_params_map();
    let search = use_location().search;
    let id = Memo::new(move |_| params.read().get("id").unwrap_or_default());
    let first = read(
        move || id.get(),
        move |id| {
            let query = search.get_untracked();
            async move { api::dates_to_change(id.parse().map_err(|_| Problem::NotFound)?, query).await }
        },
    );
    view! {
        <main class="page" id="tresc" tabindex="-1">
            {loaded(first, |first| page(&first).into_any())}
        </main>
    }
}

fn page(first: &ChangeDatesView) -> impl IntoView + use<> {
    let id = first.slot_id;
    let search = use_location().search;
    let fresh = follow(first.clone(), search, move || api::dates_to_change(id, search.get_untracked()));
    let action = FormAction::<ChangeDates>::new();
    let wrong = wrong_of(action, move || fresh.view.with(|view| view.preview.clone().and_then(Result::err)));
    let path = href(&change_path(id));
    let offer = href(&format!("{}/{}", base(), first.opportunity_id));
    let when = when(use_locale(), first.starts_at, first.ends_at);
    let series = first.series.as_ref().map(|series| view! { <p class="rule">{series_words(series)}</p> });
    view! {
        <Title text=t!("change-title") />
        <a class="back" href=offer>{icon("chevron-left")}{first.title.clone()}</a>
        <div class="page-head"><div><h1>{t!("change-title")}</h1><p>{when}</p>{series}</div></div>
        {outcome_of(action, move || fresh.again())}
        <div class="planner">
            {asking(path, fields(first, fresh, wrong))}
            <section class="panel" aria-labelledby="podglad">
                <div class="panel-head"><h2 id="podglad">{t!("change-preview-title")}</h2></div>
                <div class="panel-body stack" aria-live="polite">{move || shown(fresh)}</div>
                {save(fresh, action, wrong)}
            </section>
        </div>
    }
}

fn fields(first: &ChangeDatesView, fresh: Fresh<ChangeDatesView>, wrong: Wrong) -> impl IntoView + use<> {
    let ChangeForm { scope, what, gather, place } = &first.change;
    let repeats = first.series.is_some();
    let skipped = Signal::derive(move || fresh.view.with(|view| view.form.skipped.clone()));
    let act = |code: &'static str, key: &'static str| {
        view! {
            <label class="radio">
                <input type="radio" name="change[what]" value=code checked=code == what />
                <span>{t!(key)}</span>
            </label>
        }
    };
    let reach = |code: Scope| {
        let chosen = code.code() == scope || (scope.is_empty() && code == Scope::This);
        let words = format!("change-scope-{}", code.code());
        view! {
            <label class="radio">
                <input type="radio" name="change[scope]" value=code.code() checked=chosen />
                <span>{t!(&words)}<small>{t!(&format!("{words}-text"))}</small></span>
            </label>
        }
    };
    let place_wrong = sentence("place", wrong);
    view! {
        <fieldset class="form-part">
            <legend>{t!("change-what")}</legend>
            {act("", "change-what-change")}
            {act("cancel", "change-what-cancel")}
        </fieldset>
        {repeats.then(|| view! {
            <fieldset class="form-part">
                <legend>{t!("change-scope")}</legend>
                {Scope::ALL.map(reach).collect_view()}
            </fieldset>
        })}
        <fieldset class="form-part unless-cancelled">
            <legend>{t!("change-new")}</legend>
            {one_date(&first.form, &first.roles, wrong)}
            <div class="field">
                <label for="f-place">{t!("change-place")}" "<span class="optional">{t!("dates-optional")}</span></label>
                <p class="hint" id="f-place-h">{t!("change-place-hint", place = first.place.clone())}</p>
                <input class="input" id="f-place" name="change[place]" value=place.clone() maxlength="160" aria-describedby="f-place-h f-place-e" />
                <FieldProblem id="f-place-e".to_owned() sentence=place_wrong />
            </div>
        </fieldset>
        {repeats.then(|| view! {
            <fieldset class="form-part unless-cancelled unless-single">
                <legend>{t!("change-rule")}</legend>
                {repetition(&first.form, skipped, false, wrong)}
                <label class="check">
                    <input type="checkbox" name="change[gather]" checked=!gather.is_empty() />
                    <span>{t!("change-gather")}</span>
                </label>
            </fieldset>
        })}
        <div class="form-end"><button class="btn quiet">{icon("eye")}{t!("change-look")}</button></div>
    }
}

fn preview_of(view: &ChangeDatesView) -> Option<ChangePreview> {
    view.preview.clone().and_then(Result::ok)
}

/// Nothing would happen.
fn is_empty(preview: &ChangePreview, view: &ChangeDatesView) -> bool {
    let same_place = view.change.place.is_empty() || view.change.place == view.place;
    preview.dates.is_empty() && preview.repeat.is_none() && same_place
}

fn shown(fresh: Fresh<ChangeDatesView>) -> AnyView {
    let Some(preview) = fresh.view.with(preview_of) else {
        return view! { <p class="soft">{t!("change-preview-empty")}</p> }.into_any();
    };
    if fresh.view.with(|view| is_empty(&preview, view)) {
        return view! { <p class="soft">{t!("change-nothing")}</p> }.into_any();
    }
    let locale = use_locale();
    let rule = preview.repeat.as_ref().map(|repeat| {
        let words = rule_words(locale, &repeat.rule, &repeat.leave_out);
        view! { <p class="rule">{t!("change-rule-now", rule = words)}</p> }
    });
    let after = preview.dates.iter().filter_map(|date| date.after);
    let days: Vec<Day> = after.map(|(starts_at, _)| starts_at.day().into()).collect();
    let kept =
        (preview.kept > 0).then(|| view! { <li class="off">{t!("change-kept", count = preview.kept)}</li> });
    view! {
        {messages(&preview)}
        {rule}
        <h3>{t!("change-dates")}</h3>
        {calendar(&days, &preview.left_out)}
        <ul class="dates long">{preview.dates.iter().map(date_line).collect_view()}{kept}</ul>
        {left_out(&preview.left_out, false)}
    }
    .into_any()
}

fn date_line(date: &DateChange) -> impl IntoView + use<> {
    let locale = use_locale();
    let said = |(starts_at, ends_at)| when(locale, starts_at, ends_at);
    let words = match (date.before, date.after) {
        (Some(before), Some(after)) if before != after => {
            view! { <span><s class="soft">{said(before)}</s>" → "{said(after)}</span> }.into_any()
        }
        (Some(before), None) => view! { <s>{said(before)}</s> }.into_any(),
        (_, Some(after)) => view! { <span>{said(after)}</span> }.into_any(),
        (None, None) => ().into_any(),
    };
    let class = match date.fate {
        Fate::Moved => "tag wait",
        Fate::Added => "tag good",
        Fate::Cancelled => "tag urgent",
        Fate::Changed => "tag quiet",
    };
    let people =
        (date.people > 0).then(|| view! { <small>{t!("change-people", count = date.people)}</small> });
    view! { <li>{words}{people}<span class=class>{t!(&format!("fate-{}", date.fate.code()))}</span></li> }
}

fn messages(preview: &ChangePreview) -> impl IntoView + use<> {
    let none = preview.messages.is_empty();
    let carried = preview.carried;
    view! {
        <h3>{t!("change-messages")}</h3>
        {none.then(|| view! { <p>{t!("change-nobody")}</p> })}
        {preview.messages.iter().map(message).collect_view()}
        {(carried > 0).then(|| view! { <p class="soft">{t!("change-carried", count = carried)}</p> })}
    }
}

fn message(message: &MessagePreview) -> impl IntoView + use<> {
    let more = message.people.len().saturating_sub(NAMES);
    let names: Vec<&str> = message.people.iter().take(NAMES).map(String::as_str).collect();
    let more = (more > 0).then(|| format!(" {}", t!("change-more-people", count = more)));
    view! {
        <article class="message">
            <p><b>{t!(&format!("message-{}", message.kind.code()))}</b>" – "{t!("change-people", count = message.people.len())}</p>
            <p>{names.join(", ")}{more}</p>
            <blockquote><p><b>{message.subject.clone()}</b></p><p class="lines">{message.opening.clone()}</p></blockquote>
        </article>
    }
}

fn save(fresh: Fresh<ChangeDatesView>, action: FormAction<ChangeDates>, wrong: Wrong) -> impl IntoView {
    let something =
        move || fresh.view.with(|view| preview_of(view).filter(|preview| !is_empty(preview, view)));
    let cancels = move || fresh.view.with(|view| view.change.what == "cancel");
    let told = move || something().is_some_and(|preview| !preview.messages.is_empty());
    let words = move || match (cancels(), told()) {
        (true, _) => t!("change-cancel-save"),
        (false, true) => t!("change-save"),
        (false, false) => t!("change-save-quiet"),
    };
    let id = fresh.view.with_untracked(|view| view.slot_id);
    let typed = typed::<ChangeDates>().map(|typed| typed.reason);
    let hidden = move || {
        fresh.view.with(|view| {
            let fingerprint = preview_of(view).map(|preview| preview.fingerprint).unwrap_or_default();
            let ChangeForm { scope, what, gather, place } = view.change.clone();
            view! {
                {as_shown(&view.form)}
                <input type="hidden" name="change[scope]" value=scope />
                <input type="hidden" name="change[what]" value=what />
                <input type="hidden" name="change[gather]" value=gather />
                <input type="hidden" name="change[place]" value=place />
                <input type="hidden" name="fingerprint" value=fingerprint />
            }
        })
    };
    view! {
        <div class="panel-foot" hidden=move || something().is_none()>
            <ActionForm action attr:class="form grow">
                <input type="hidden" name="id" value=id.to_string() />
                {hidden}
                <div hidden=move || !cancels()>{reason("dates", typed, wrong)}</div>
                <button class=move || if cancels() { "btn danger" } else { "btn" } aria-busy=move || action.pending().get().then_some("true")>
                    {words}
                </button>
            </ActionForm>
        </div>
    }
}
