//! Asking for places for a class, a company, another group.

use super::api::ClaimGroup;
use crate::components::field::{Field, FieldProblem};
use crate::components::icon::icon;
use crate::components::message::{empty, problem_note, problem_page};
use crate::components::questions::ask;
use crate::error::UiError;
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::links::href;
use crate::pages::roles;
use crate::pages::slot::api::slot;
use crate::wire::{read, when_there};
use domain::form::PartyForm;
use domain::locale::when;
use domain::party::{NAMES_DAYS, PartyKind};
use domain::view::SlotPage;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// The form for a group.
#[component]
pub fn ClaimGroupPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let found = read(id, slot);
    let claim = FormAction::<ClaimGroup>::new();
    let failed = move || {
        let error = claim.value().get().and_then(Result::err)?;
        error.fields().is_empty().then(|| problem_note(&error))
    };
    view! {
        <main class="page page-text" id="tresc" tabindex="-1">
            <a class="back" href=move || href(&format!("/termin/{}", id()))>{icon("chevron-left")}{t!("party-back")}</a>
            {failed}
            {move || when_there(async move {
                match found.await {
                    Ok(found) => page(&found, claim).into_any(),
                    Err(error) => problem_page(&error).into_any(),
                }
            })}
        </main>
    }
}

fn page(slot: &SlotPage, claim: FormAction<ClaimGroup>) -> impl IntoView + use<> {
    let card = &slot.card;
    let when = when(use_locale(), card.starts_at, card.ends_at);
    let back = href(&format!("/termin/{}", card.id));
    let content = match slot.group {
        Some(most) if slot.signed_in => form(slot, most, claim).into_any(),
        Some(_) => sign_in(slot).into_any(),
        None => empty(&t!("party-title"), &t!("party-none"), Some((back, t!("party-back")))).into_any(),
    };
    view! {
        <Title text=t!("party-title") />
        <div class="page-head">
            <div>
                <h1>{t!("party-title")}</h1>
                <p class="lede">{card.title.clone()}", "<span class="num">{when}</span></p>
            </div>
        </div>
        {content}
    }
}

fn sign_in(slot: &SlotPage) -> impl IntoView + use<> {
    let back = href(&format!("/termin/{}/grupa", slot.card.id));
    view! {
        <p>{t!("party-lede")}</p>
        <a class="btn" href=format!("{}?powrot={back}", href("/wejscie"))>{t!("claim-sign-in")}</a>
    }
}

fn form(slot: &SlotPage, most: i64, claim: FormAction<ClaimGroup>) -> impl IntoView + use<> {
    let sent = typed::<ClaimGroup>().map(|typed| typed.form);
    let form =
        sent.unwrap_or_else(|| PartyForm { names_days: NAMES_DAYS.to_string(), ..PartyForm::default() });
    let wrong = Signal::derive(move || -> Option<UiError> { claim.value().get()?.err() });
    let answers = RwSignal::new(form.answers.clone());
    let choices: Vec<_> = slot.roles.iter().map(|role| (role.id, role.name.clone())).collect();
    let roles = roles::select(&choices, "f-role", &form.role);
    let (pending, id, questions) = (claim.pending(), slot.card.id.to_string(), slot.questions.clone());
    view! {
        <ActionForm action=claim attr:class="form card pad">
            <p>{t!("party-lede")}</p>
            <input type="hidden" name="slot_id" value=id />
            {kinds(&form.kind, wrong)}
            {roles}
            <Field name="form[name]" field="name" label=t!("party-name") hint=t!("party-name-hint") value=form.name required=true wrong=wrong />
            <Field name="form[places]" field="places" label=t!("party-places") hint=t!("party-places-hint", most = most) kind="number" value=form.places class="input short" required=true wrong=wrong />
            <Field name="form[names_days]" field="names_days" label=t!("party-days") hint=t!("party-days-hint") kind="number" value=form.names_days class="input short" wrong=wrong />
            {ask(&questions, answers, wrong)}
            <label class="check">
                <input type="checkbox" name="form[queue]" value="on" checked=!form.queue.is_empty() />
                <span>{t!("party-queue")}<small class="hint">{t!("party-queue-hint")}</small></span>
            </label>
            <div class="form-end">
                <button class="btn" type="submit" aria-busy=move || pending.get().then_some("true")>{t!("party-do")}</button>
            </div>
        </ActionForm>
    }
}

fn kinds(chosen: &str, wrong: Signal<Option<UiError>>) -> impl IntoView + use<> {
    let locale = use_locale();
    let chosen = if chosen.is_empty() { PartyKind::default().code() } else { chosen }.to_owned();
    let sentence = Signal::derive(move || wrong.get().and_then(|error| error.field_sentence(locale, "kind")));
    let option = |kind: PartyKind| {
        let checked = kind.code() == chosen;
        view! {
            <label class="pick">
                <input type="radio" name="form[kind]" value=kind.code() checked=checked />
                <span>{t!(&format!("party-kind-{}", kind.code()))}</span>
            </label>
        }
    };
    let options = PartyKind::ALL.map(option).collect_view();
    view! {
        <fieldset class="field">
            <legend>{t!("party-kind")}</legend>
            <div class="picks">{options}</div>
            <FieldProblem id="f-kind-e".to_owned() sentence />
        </fieldset>
    }
}
