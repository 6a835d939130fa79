//! A volunteer's answer to an offer: signed in, or by the secret key of the mail's link.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::mail::{self, Letter, Template};
use crate::service::{claims as claiming, pairs, trace};
use crate::store::claims::{self, ClaimRow};
use crate::store::offers::{self, OfferRow};
use crate::store::people;
use crate::store::slots::{self, SlotRow};
use domain::claim::{ClaimState, ClaimStep};
use domain::claiming::Refusal;
use domain::ids::OfferId;
use domain::offer::OfferState;
use domain::problem::Problem;
use domain::view::{OfferView, Standing};
use subtle::ConstantTimeEq;

/// The reader's open offers. For every person who signed in.
///
/// # Errors
/// [`Problem::SignInFirst`], or when the database fails.
pub async fn mine(cx: &Cx) -> Result<Vec<OfferView>> {
    let me = cx.member()?.person_id();
    let mut tx = cx.read().await?;
    let mut found = Vec::new();
    for offer in offers::open_for(&mut tx, me, cx.now()).await? {
        let Some(slot) = slots::find(&mut tx, offer.slot_id).await? else { continue };
        found.push(view(cx, &offer, &slot));
    }
    Ok(found)
}

/// One offer. For the person who was asked, or whoever has the key of its mail.
///
/// # Errors
/// [`Problem::NotFound`] for everybody else.
pub async fn show(cx: &Cx, id: OfferId, key: &str) -> Result<OfferView> {
    let mut tx = cx.read().await?;
    let (offer, slot) = own(cx, &mut tx, id, key).await?;
    Ok(view(cx, &offer, &slot))
}

/// Says yes or no. A yes gives the place at once: a coordinator asked for it.
///
/// # Errors
/// [`Problem::NotFound`] for everybody else, [`Problem::TooLate`] when it was answered, taken back or ran out,
/// [`Problem::Refused`] when a rule says no by now or the last place is gone.
pub async fn answer(cx: &Cx, id: OfferId, key: &str, accept: bool) -> Result<OfferState> {
    let now = cx.now();
    let mut tx = cx.write().await?;
    let (offer, slot) = own(cx, &mut tx, id, key).await?;
    tx.lock(&format!("person:{}", offer.person_id)).await?;
    if offer.state != OfferState::Open || offer.expires_at <= now {
        return Err(Problem::TooLate.into());
    }
    let state = if accept { OfferState::Accepted } else { OfferState::Declined };
    if !offers::close(&mut tx, id, state, now).await? {
        return Err(Problem::TooLate.into());
    }
    if accept {
        take(cx, &mut tx, &offer, &slot).await?;
    }
    trace::staffing_event(cx, &mut tx, &slot, Some(offer.person_id)).await?;
    trace::audit(cx, &mut tx, "answer", "offer", id.0, serde_json::json!({ "state": state })).await?;
    cx.commit(tx).await?;
    Ok(state)
}

/// Gives the place: an own waiting claim is approved, else a claim is made.
async fn take(cx: &Cx, tx: &mut Tx, offer: &OfferRow, slot: &SlotRow) -> Result<()> {
    let mut refusals = claiming::refused(cx, tx, offer.person_id, slot).await?;
    let waiting = claims::live(tx, offer.slot_id, offer.person_id).await?;
    match &waiting {
        Some(claim) if claim.state.holds_place() => return Ok(()),
        Some(_) => refusals.retain(|refusal| *refusal != Refusal::AlreadyClaimed),
        None => {}
    }
    if let Some(refusal) = refusals.into_iter().next() {
        return Err(Problem::Refused(refusal).into());
    }
    let decided = (Some(offer.offered_by), Some(cx.now()));
    let given = if let Some(claim) = waiting {
        let step = ClaimStep::Approve;
        let to = ClaimRow {
            state: claim.state.step(step)?,
            decided_by: decided.0,
            decided_at: decided.1,
            ..claim.clone()
        };
        claiming::move_claim(cx, tx, step, &claim, &to, slot).await?;
        to
    } else {
        let new = ClaimRow::new(cx.new_id(), slot.id, offer.person_id, ClaimState::Approved, cx.now());
        let new = ClaimRow { decided_by: decided.0, decided_at: decided.1, ..new };
        claiming::enter(cx, tx, &new, slot).await?;
        new
    };
    if let Some(person) = people::find(tx, offer.person_id).await? {
        let values = claiming::slot_values(cx, slot, person.locale);
        let letter = Letter {
            template: Template::Approved,
            claim_id: Some(given.id),
            offer_id: None,
            delay_seconds: 0,
            values,
        };
        mail::post(cx, tx, &person, letter).await?;
    }
    Ok(())
}

async fn own(cx: &Cx, tx: &mut Tx, id: OfferId, key: &str) -> Result<(OfferRow, SlotRow)> {
    let Some(offer) = offers::find(tx, id).await? else { return not_found() };
    let by_key = pairs::key_hash(key).is_some_and(|hash| hash.ct_eq(offer.key_hash.as_slice()).into());
    if !by_key && cx.actor.person_id() != Some(offer.person_id) {
        return not_found();
    }
    let Some(slot) = slots::find(tx, offer.slot_id).await? else { return not_found() };
    Ok((offer, slot))
}

fn view(cx: &Cx, offer: &OfferRow, slot: &SlotRow) -> OfferView {
    let ran_out = offer.state == OfferState::Open && offer.expires_at <= cx.now();
    OfferView {
        id: offer.id,
        state: if ran_out { OfferState::Expired } else { offer.state },
        slot: slot.card(cx.locale, Standing::Open),
        place: slot.place.clone(),
        until: offer.expires_at,
    }
}
