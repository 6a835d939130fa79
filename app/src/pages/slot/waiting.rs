//! No place is free: waiting in turn, hearing when one is free; and the place that is kept for who waited.

use super::claim::Actions;
use crate::components::icon::icon;
use crate::error::{UiError, refusal_sentence};
use crate::forms::ActionForm;
use crate::i18n::use_locale;
use crate::pages::offer::answer::{self, Looks};
use crate::pages::party::invite::group_link;
use crate::pages::roles::{self, Choice};
use domain::claiming::Refusal;
use domain::ids::OfferId;
use domain::offer::OfferCause;
use domain::time::Instant;
use domain::view::{RoleSeats, SlotPage};
use leptos::prelude::*;

/// One big button, and a quiet way to pass the place on.
const BIG: Looks = Looks { forms: ["claim-act", "claim-back"], buttons: ["btn big", "btn quiet wide"] };

/// Every place is taken, or kept for a group that waits: wait for one, or only hear of it.
pub fn full(slot: &SlotPage, refusal: &Refusal, actions: Actions) -> impl IntoView + use<> {
    let pending = actions.claim.pending();
    let people =
        if slot.waiting == 0 { t!("waiting-nobody") } else { t!("waiting-people", count = slot.waiting) };
    let id = slot.card.id.to_string();
    let wrong = Signal::derive(move || -> Option<UiError> { actions.claim.value().get()?.err() });
    let choice = roles::choose(&slot.roles, Choice::Wait, "rola", actions.role(), wrong);
    let class = if choice.is_none() { "claim-act" } else { "claim-asked" };
    view! {
        <h2>{t!("claim-title")}</h2>
        <p class="claim-state closed">{icon("info")}{refusal_sentence(use_locale(), refusal)}</p>
        <p>{people}</p>
        <ActionForm action=actions.claim attr:class=class>
            <input type="hidden" name="slot_id" value=id />
            <input type="hidden" name="form[queue]" value="on" />
            {choice}
            <button class="btn big" type="submit" aria-busy=move || pending.get().then_some("true")>{t!("waiting-do")}</button>
        </ActionForm>
        <p class="claim-promise">{t!("waiting-promise")}</p>
        {watch(slot, actions)}
        {group_link(slot)}
    }
}

/// Some roles can be taken, others are full: one can wait for those.
pub fn for_role(slot: &SlotPage, actions: Actions) -> impl IntoView + use<> {
    let id = slot.card.id.to_string();
    let full: Vec<RoleSeats> = slot.roles.iter().filter(|role| Choice::Wait.has(role)).cloned().collect();
    let wrong = Signal::derive(|| None);
    let draft = actions.draft;
    let choice = roles::choose(&full, Choice::Wait, "rola-czekam", actions.role(), wrong);
    let unfolded = draft.is_on("wait", false);
    view! {
        <details class="fold" open=unfolded on:toggle=move |event| draft.fold("wait", &event)>
            <summary>{t!("roles-wait")}</summary>
            <ActionForm action=actions.claim attr:class="form">
                <input type="hidden" name="slot_id" value=id />
                <input type="hidden" name="form[queue]" value="on" />
                {choice}
                <button class="btn ghost wide" type="submit">{t!("waiting-do")}</button>
            </ActionForm>
        </details>
    }
}

/// The wish to hear when a place is free, and its end.
fn watch(slot: &SlotPage, actions: Actions) -> impl IntoView + use<> {
    let on = slot.watching;
    let label = if on { t!("watch-stop") } else { t!("watch-do") };
    let id = slot.card.id.to_string();
    view! {
        <ActionForm action=actions.watch attr:class="claim-back">
            <input type="hidden" name="slot_id" value=id />
            <input type="hidden" name="on" value=(!on).to_string() />
            {on.then(|| view! { <p class="soft">{t!("watch-on")}</p> })}
            <button class="btn quiet wide" type="submit">{label}</button>
        </ActionForm>
    }
}

/// A place is kept for the reader, until when.
pub fn kept(slot: &SlotPage, offer: OfferId, until: Instant, actions: Actions) -> impl IntoView + use<> {
    view! {
        <p>{t!("kept-until", until = answer::until(until))}</p>
        {answer::about(offer, OfferCause::Waitlist, &slot.card.title, "", actions.answer, BIG)}
    }
}
