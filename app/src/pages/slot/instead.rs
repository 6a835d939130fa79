//! Somebody else instead of the reader: asking everyone, named people, an address; or changing dates.

use super::api::{ProposeSwap, SeekStandIn};
use super::claim::Actions;
use crate::components::field::{Field, FieldProblem};
use crate::components::icon::icon;
use crate::error::UiError;
use crate::forms::{ActionForm, typed};
use crate::i18n::use_locale;
use crate::pages::offer::answer;
use domain::locale::when;
use domain::view::{HandOver, OwnPlace};
use leptos::prelude::*;

/// The question that is out, or whom to ask.
pub fn panel(own: &OwnPlace, choices: &HandOver, claim_id: &str, actions: Actions) -> AnyView {
    let out = if own.agreed { Some(t!("instead-agreed")) } else { own.seeking.map(sent) };
    match out {
        Some(words) => question_out(words, claim_id.to_owned(), actions).into_any(),
        None => ask(choices, claim_id.to_owned(), actions).into_any(),
    }
}

fn sent(until: domain::time::Instant) -> String {
    t!("instead-seeking", until = answer::until(until))
}

fn question_out(words: String, claim_id: String, actions: Actions) -> impl IntoView + use<> {
    view! {
        <ActionForm action=actions.stop attr:class="claim-back stack">
            <input type="hidden" name="claim_id" value=claim_id />
            <p class="note wait">{icon("people")}<span>{words}" "{t!("instead-lede")}</span></p>
            <button class="btn quiet wide" type="submit">{t!("instead-take-back")}</button>
        </ActionForm>
    }
}

fn ask(choices: &HandOver, claim_id: String, actions: Actions) -> impl IntoView + use<> {
    let refused = typed::<SeekStandIn>().is_some() || typed::<ProposeSwap>().is_some();
    let draft = actions.draft;
    let unfolded = draft.is_on("instead", refused);
    let locale = use_locale();
    let wrong = Signal::derive(move || actions.seek.value().get().and_then(Result::err));
    let nobody = move || wrong.get().and_then(|error: UiError| error.field_sentence(locale, "everyone"));
    let named = named(choices, claim_id.clone(), actions, wrong);
    let swap = (!choices.swaps.is_empty()).then(|| swap(choices, claim_id.clone(), actions));
    view! {
        <details class="fold" id="zastepstwo" open=unfolded on:toggle=move |event| draft.fold("instead", &event)>
            <summary>{t!("instead-title")}</summary>
            <div class="stack">
                <p class="soft">{t!("instead-lede")}</p>
                <ActionForm action=actions.seek attr:class="stack tight">
                    <input type="hidden" name="claim_id" value=claim_id />
                    <input type="hidden" name="form[everyone]" value="on" />
                    <p class="hint" id="f-everyone-h">{t!("instead-everyone-hint")}</p>
                    <button class="btn ghost wide" type="submit" aria-describedby="f-everyone-h">{t!("instead-everyone")}</button>
                    <FieldProblem id="f-everyone-e".to_owned() sentence=Signal::derive(nobody) />
                </ActionForm>
                {named}
                {swap}
            </div>
        </details>
    }
}

fn named(
    choices: &HandOver,
    claim_id: String,
    actions: Actions,
    wrong: Signal<Option<UiError>>,
) -> impl IntoView + use<> {
    let locale = use_locale();
    let form = typed::<SeekStandIn>().map(|typed| typed.form).unwrap_or_default();
    let people = choices.people.iter().map(|person| {
        let id = person.id.to_string();
        let name = format!("form[people][]={id}");
        let checked = actions.draft.is_on(&name, form.people.contains(&id));
        view! { <label class="pick"><input type="checkbox" name="form[people][]" value=id checked=checked /><span>{person.name.clone()}</span></label> }
    });
    let people = people.collect_view();
    let email = actions.draft.text("form[email]", &form.email);
    let people = (!choices.people.is_empty()).then(|| {
        view! {
            <fieldset class="field"><legend>{t!("instead-people")}</legend><div class="picks">{people}</div></fieldset>
        }
    });
    let nobody = move || wrong.get().and_then(|error| error.field_sentence(locale, "people"));
    view! {
        <ActionForm action=actions.seek attr:class="form">
            <input type="hidden" name="claim_id" value=claim_id />
            {people}
            <Field name="form[email]" field="email" label=t!("instead-email") hint=t!("instead-email-hint") kind="email" value=email wrong=wrong />
            <FieldProblem id="f-people-e".to_owned() sentence=Signal::derive(nobody) />
            <button class="btn ghost" type="submit">{t!("instead-ask")}</button>
        </ActionForm>
    }
}

fn swap(choices: &HandOver, claim_id: String, actions: Actions) -> impl IntoView + use<> {
    let locale = use_locale();
    let option = move |choice: &domain::view::SwapChoice| {
        let when = when(locale, choice.starts_at, choice.ends_at);
        let label = t!("swap-choice", name = choice.name.clone(), when = when);
        view! { <option value=choice.claim_id.to_string()>{label}</option> }
    };
    let options = choices.swaps.iter().map(option).collect_view();
    view! {
        <section class="stack tight" aria-labelledby="zamiana">
            <h3 id="zamiana">{t!("swap-title")}</h3>
            <p class="soft">{t!("swap-lede")}</p>
            <ActionForm action=actions.swap attr:class="form">
                <input type="hidden" name="claim_id" value=claim_id />
                <div class="field">
                    <label for="f-with">{t!("swap-with")}</label>
                    <select class="select" id="f-with" name="form[with]">{options}</select>
                </div>
                <button class="btn ghost" type="submit">{t!("swap-ask")}</button>
            </ActionForm>
        </section>
    }
}
