//! Something came up: stepping back with or without a reason, another date at once; and the answer when the date moved.

use super::api::Withdraw;
use super::claim::Actions;
use crate::components::icon::icon;
use crate::forms::{ActionForm, typed};
use crate::i18n::use_locale;
use domain::claim::ClaimState;
use domain::locale::{day_short, time};
use domain::stepping_back::Reason;
use domain::view::{SlotCard, SlotPage, Standing};
use leptos::prelude::*;

/// The way back. Who gives up a place late reads before the tap who will be told.
pub fn form(slot: &SlotPage, claim_id: &str, state: ClaimState, actions: Actions) -> impl IntoView + use<> {
    let typed = typed::<Withdraw>().map(|typed| typed.form);
    let late = slot.own.as_ref().is_some_and(|own| own.late);
    let awaited = state == ClaimState::Approved && slot.waiting > 0;
    let label = match state {
        ClaimState::Waitlisted => t!("waiting-leave"),
        _ if late => t!("stepping-do-late"),
        _ => t!("withdraw-do"),
    };
    let draft = actions.draft;
    let unfolded = draft.is_on("why", typed.is_some());
    let form = typed.unwrap_or_default();
    let (chosen, words) = (draft.text("form[why]", &form.why), draft.text("form[reason]", &form.reason));
    let why = (state == ClaimState::Approved).then(|| {
        view! {
            <details class="fold" open=unfolded on:toggle=move |event| draft.fold("why", &event)>
                <summary>{t!("stepping-why")}</summary>
                <div class="stack">
                    {reasons(&chosen)}
                    <div class="field">
                        <label for="f-reason">{t!("stepping-words")}</label>
                        <p class="hint" id="f-reason-h">{t!("stepping-words-hint")}</p>
                        <textarea class="textarea" rows="2" maxlength="500" id="f-reason" name="form[reason]" aria-describedby="f-reason-h">{words}</textarea>
                    </div>
                </div>
            </details>
        }
    });
    let (claim_id, hours) = (claim_id.to_owned(), slot.cancel_hours);
    view! {
        <ActionForm action=actions.withdraw attr:class="claim-back stack">
            <input type="hidden" name="claim_id" value=claim_id />
            {late.then(|| view! { <p class="note wait">{icon("info")}<span>{t!("stepping-late", hours = hours)}</span></p> })}
            {awaited.then(|| view! { <p class="soft">{t!("stepping-waiting")}</p> })}
            {why}
            <button class="btn quiet wide" type="submit">{label}</button>
        </ActionForm>
    }
}

fn reasons(chosen: &str) -> impl IntoView + use<> {
    let reasons = Reason::ALL.map(|reason| (reason.code(), t!(&format!("stepping-{}", reason.code()))));
    let option = |(value, text): (&'static str, String)| {
        view! { <option value=value selected=value == chosen>{text}</option> }
    };
    view! {
        <div class="field">
            <label for="f-why">{t!("stepping-why")}</label>
            <select class="select" id="f-why" name="form[why]">
                <option value="">{t!("stepping-none")}</option>
                {reasons.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}

/// The reader has stepped back: thanks, and what else there is.
pub fn done(slot: &SlotPage) -> impl IntoView + use<> {
    let others = slot.dates.iter().any(|date| date.standing == Standing::Open);
    let thanks = if others { t!("stepped-thanks") } else { t!("stepped-thanks-only") };
    view! {
        <div class="note good" role="status">
            {icon("check-circle")}
            <p><strong>{t!("stepped-title")}</strong>" "{thanks}</p>
        </div>
    }
}

/// Another date of the same thing, claimed at once.
pub fn other_date(date: &SlotCard, actions: Actions) -> Option<AnyView> {
    if date.standing != Standing::Open {
        return None;
    }
    let when = format!("{}, {}", day_short(use_locale(), date.starts_at.day().into()), time(date.starts_at));
    let id = date.id.to_string();
    let form = view! {
        <ActionForm action=actions.claim>
            <input type="hidden" name="slot_id" value=id />
            <button class="btn small" type="submit">{t!("stepped-other")}<span class="sr">": "{when}</span></button>
        </ActionForm>
    };
    Some(form.into_any())
}

/// The date was moved: does it still suit? Who says no steps back, and nobody is blamed.
pub fn asked_again(claim_id: &str, actions: Actions) -> impl IntoView + use<> {
    let (id, id_too) = (claim_id.to_owned(), claim_id.to_owned());
    view! {
        <div class="note wait">
            {icon("clock")}
            <p><strong>{t!("again-title")}</strong></p>
        </div>
        <ActionForm action=actions.keep attr:class="claim-act">
            <input type="hidden" name="claim_id" value=id />
            <button class="btn big" type="submit">{t!("again-yes")}</button>
        </ActionForm>
        <ActionForm action=actions.withdraw attr:class="claim-back">
            <input type="hidden" name="claim_id" value=id_too />
            <button class="btn quiet wide" type="submit">{t!("again-no")}</button>
        </ActionForm>
    }
}
