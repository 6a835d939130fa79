//! Checking in: what opens when a volunteer reads the code on a poster. `phone/taps.js` sends what is said here, later
//! if there is no network; where that script does not run, a plain form does.

pub mod api;

use crate::components::field::FieldProblem;
use crate::components::icon::icon;
use crate::components::message::{empty, problem_note, problem_page};
use crate::error::UiError;
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use crate::pages::roles;
use crate::wire::{read, when_there};
use api::CheckIn;
use domain::locale::{time, when};
use domain::presence::{DIGITS, Said, Tap};
use domain::view::{PresenceDate, PresenceView};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

/// What a form needs besides its date.
#[derive(Clone)]
struct Form {
    /// The key of the poster; empty where none was read.
    key: String,
    /// The number in the address, or as it was typed.
    number: String,
    action: FormAction<CheckIn>,
}

/// The page behind a poster; without one, the reader's dates of the coming week.
#[component]
pub fn PresencePage() -> impl IntoView {
    let live = use_live();
    let (params, query) = (use_params_map(), use_query_map());
    let key = move || params.read().get("key").unwrap_or_default();
    let sent = StoredValue::new(typed::<CheckIn>().map(|sent| sent.form.number).unwrap_or_default());
    let number = move || query.read().get("numer").unwrap_or_else(|| sent.get_value());
    let action = FormAction::<CheckIn>::new();
    let source = move || (key(), live.claims(), action.version().get());
    let view = read(source, |(key, ..)| api::presence(key));
    let failed = move || {
        let error = action.value().get().and_then(Result::err)?;
        error.fields().iter().all(|field| field.field != "number").then(|| problem_note(&error))
    };
    view! {
        <Title text=t!("presence-title") />
        <main class="page page-narrow" id="tresc" tabindex="-1">
            {failed}
            {move || {
                let form = Form { key: key(), number: number(), action };
                when_there(async move {
                    match view.await {
                        Ok(view) => page(&view, &form).into_any(),
                        Err(error) => problem_page(&error).into_any(),
                    }
                })
            }}
        </main>
    }
}

fn page(view: &PresenceView, form: &Form) -> impl IntoView + use<> {
    let lede = match &view.place {
        Some(place) => t!("presence-at", place = place.clone()),
        None => t!("presence-lede"),
    };
    let nothing = view.dates.is_empty().then(|| {
        let key = if view.place.is_some() { "presence-none-here" } else { "presence-none" };
        empty(&t!("presence-none-title"), &t!(key), Some((href("/moje"), t!("nav-mine"))))
    });
    view! {
        <div class="page-head"><div><h1>{t!("presence-title")}</h1><p class="lede">{lede}</p></div></div>
        {nothing}
        <div class="stack loose">
            {view.dates.iter().map(|date| card(date, view.place.is_some(), form)).collect_view()}
        </div>
    }
}

/// One date: what was said, and what can be said now. Both forms are there, for a phone without a network to show one.
fn card(date: &PresenceDate, here: bool, form: &Form) -> impl IntoView + use<> {
    let heading = format!("termin-{}", date.claim_id);
    let labelled = heading.clone();
    let lines = Tap::ALL.map(|tap| date.presence.said(tap).map(|said| line(tap, said)));
    let forms = Tap::ALL.map(|tap| part(date, tap, here && date.next == Some(tap), form));
    let group = date.group.clone().map(|name| {
        view! { <p class="others">{icon("people")}{t!("presence-group", name = name)}</p> }
    });
    let later = (here && date.next.is_none() && date.presence.left.is_none())
        .then(|| view! { <p class="soft">{t!("presence-not-now")}</p> });
    view! {
        <section class="card pad stack" data-date=date.claim_id.to_string() aria-labelledby=labelled>
            <h2 class="card-title" id=heading>{date.title.clone()}</h2>
            <p class="soft"><span class="num">{when(use_locale(), date.starts_at, date.ends_at)}</span>" · "{date.place.clone()}" "{roles::tag(date.role.as_ref())}</p>
            <div class="said" aria-live="polite">
                {lines.into_iter().collect_view()}
                <p class="note wait" data-waits="" hidden></p>
            </div>
            {group}
            {later}
            {forms.into_iter().collect_view()}
        </section>
    }
}

/// What was said, and whether it waits for the host.
fn line(tap: Tap, said: Said) -> impl IntoView {
    let class = if said.proven { "note good" } else { "note plain" };
    let words = t!(&format!("presence-said-{}", tap.code()), time = time(said.at));
    let proof = if said.proven { t!("presence-proven") } else { t!("presence-unproven") };
    view! { <p class=class>{icon("check-circle")}<span><b>{words}</b>" "{proof}</span></p> }
}

/// The form of one thing to say, with the button and a place for the number.
fn part(date: &PresenceDate, tap: Tap, shown: bool, form: &Form) -> impl IntoView + use<> {
    let (from, until) = tap.span((date.starts_at, date.ends_at));
    let said = date.presence.said(tap).is_some().then_some("1");
    let (class, key) = match tap {
        Tap::Arrived => ("btn big", "presence-arrived"),
        Tap::Left => ("btn big ghost", "presence-left"),
    };
    let Form { key: place, number, action } = form.clone();
    let (claim, title) = (date.claim_id.to_string(), date.title.clone());
    let number = number_field(&format!("numer-{}-{claim}", tap.code()), number, action);
    view! {
        <div
            data-tap=tap.code()
            data-from=from.unix().to_string()
            data-until=until.unix().to_string()
            data-said=said
            hidden=!shown
        >
            <ActionForm action=action attr:class="stack">
                <input type="hidden" name="form[place]" value=place />
                <input type="hidden" name="form[claim_id]" value=claim />
                <input type="hidden" name="form[tap]" value=tap.code() />
                {number}
                <button class=class type="submit">
                    {icon("check-circle")}{t!(key)}<span class="sr">": "{title}</span>
                </button>
            </ActionForm>
        </div>
    }
}

/// The number on the host's screen; folded away unless it is there.
fn number_field(id: &str, number: String, action: FormAction<CheckIn>) -> impl IntoView + use<> {
    let locale = use_locale();
    let sentence = Memo::new(move |_| {
        let error: UiError = action.value().get()?.err()?;
        error.field_sentence(locale, "number")
    });
    let (id, error_id) = (id.to_owned(), format!("{id}-e"));
    let open = !number.is_empty();
    view! {
        <details class="fold" open=open>
            <summary>{t!("presence-number-have")}</summary>
            <div class="field">
                <label for=id.clone()>{t!("presence-number")}</label>
                <input
                    class="input code"
                    id=id
                    name="form[number]"
                    inputmode="numeric"
                    autocomplete="off"
                    maxlength=DIGITS + 1
                    value=number
                    aria-describedby=error_id.clone()
                    aria-invalid=move || sentence.get().map(|_| "true")
                />
                <FieldProblem id=error_id sentence />
            </div>
        </details>
    }
}
