//! The claim itself: one big button that says what happens next, or in words why there is none.

use super::api::{Claim, Withdraw};
use crate::components::icon::icon;
use crate::components::message::problem_note;
use crate::error::refusal_sentence;
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::opportunity::ClaimRule;
use domain::view::{SlotPage, Standing};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// What a person can do here. It outlives each fresh reading of the page, so that its outcome stays visible.
#[derive(Clone, Copy)]
pub struct Actions {
    claim: ServerAction<Claim>,
    withdraw: ServerAction<Withdraw>,
}

impl Actions {
    pub fn new() -> Self {
        let actions = Self { claim: ServerAction::new(), withdraw: ServerAction::new() };
        let live = use_live();
        Effect::new(move |_| {
            let done = (actions.claim.version().get(), actions.withdraw.version().get());
            if done != (0, 0) {
                live.refresh();
            }
        });
        actions
    }
}

pub fn panel(slot: &SlotPage, actions: Actions) -> impl IntoView + use<> {
    let failed = move || {
        let claimed = actions.claim.value().get().and_then(Result::err);
        let withdrawn = actions.withdraw.value().get().and_then(Result::err);
        claimed.or(withdrawn).map(|error| problem_note(&error))
    };
    let content = match &slot.card.standing {
        Standing::Open if slot.signed_in => open(slot, actions).into_any(),
        Standing::Open => visitor().into_any(),
        Standing::Mine { claim_id, state } => mine(&claim_id.to_string(), *state, actions).into_any(),
        Standing::Closed(refusal) => closed(slot, refusal).into_any(),
    };
    view! {
        <section class="claim" id="zgloszenie" aria-live="polite">
            {failed}
            {content}
        </section>
    }
}

/// A place can be claimed. While the server is asked, the page already says what it will say.
fn open(slot: &SlotPage, actions: Actions) -> impl IntoView + use<> {
    let instant = slot.claim_rule == ClaimRule::Instant;
    let promise = if instant { t!("promise-instant") } else { t!("promise-approval") };
    let (expected, class) =
        if instant { (t!("mine-approved"), "good") } else { (t!("mine-pending"), "wait") };
    let pending = actions.claim.pending();
    let id = slot.card.id.to_string();
    view! {
        <h2>{t!("claim-title")}</h2>
        <p class=format!("claim-state {class}") hidden=move || !pending.get()>{icon("check-circle")}{expected}</p>
        <ActionForm action=actions.claim attr:class="claim-act">
            <input type="hidden" name="slot_id" value=id />
            <button class="btn big" type="submit" aria-busy=move || pending.get().then_some("true")>{t!("claim-do")}</button>
        </ActionForm>
        <p class="claim-promise">{promise}</p>
    }
}

fn visitor() -> impl IntoView {
    let back = use_location().pathname.get_untracked();
    view! {
        <h2>{t!("claim-title")}</h2>
        <div class="claim-act">
            <a class="btn big" href=format!("{}?powrot={back}", href("/wejscie"))>{t!("claim-sign-in")}</a>
        </div>
        <p class="claim-promise">{t!("promise-visitor")}</p>
    }
}

/// The reader has a claim: where it stands, what happens next, and the way back.
fn mine(claim_id: &str, state: ClaimState, actions: Actions) -> impl IntoView + use<> {
    let (class, image) = match state {
        ClaimState::Approved | ClaimState::Attended => ("good", "check-circle"),
        ClaimState::Pending | ClaimState::Waitlisted | ClaimState::Offered => ("wait", "clock"),
        _ => ("closed", "info"),
    };
    let code = state.code();
    let id = claim_id.to_owned();
    view! {
        <h2>{t!("claim-yours")}</h2>
        <p class=format!("claim-state {class}")>{icon(image)}{t!(&format!("mine-{code}"))}</p>
        <p class="claim-promise">{t!(&format!("next-{code}"))}</p>
        {state.is_live().then(|| view! {
            <ActionForm action=actions.withdraw attr:class="claim-back">
                <input type="hidden" name="claim_id" value=id />
                <button class="btn quiet wide" type="submit">{t!("withdraw-do")}</button>
            </ActionForm>
        })}
        <a class="btn ghost wide" href=href("/moje")>{t!("nav-mine")}</a>
    }
}

/// No place for this reader: why, and what to do.
fn closed(slot: &SlotPage, refusal: &Refusal) -> impl IntoView + use<> {
    let steps = slot.missing.iter().map(|step| {
        let code = step.code();
        view! { <li>{t!(&format!("missing-{code}"))}<small>{t!(&format!("missing-{code}-how"))}</small></li> }
    });
    let profile = matches!(refusal, Refusal::NoBirthDate | Refusal::NotActive);
    view! {
        <h2>{t!("claim-title")}</h2>
        <p class="claim-state closed">{icon("info")}{refusal_sentence(use_locale(), refusal)}</p>
        {(!slot.missing.is_empty()).then(|| view! {
            <h3>{t!("missing-title")}</h3>
            <ol class="steps">{steps.collect_view()}</ol>
        })}
        {(profile && slot.signed_in).then(|| view! { <a class="btn ghost wide" href=href("/profil")>{t!("nav-profile")}</a> })}
    }
}
