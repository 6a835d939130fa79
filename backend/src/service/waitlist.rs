//! The waiting list of a date: a freed place is kept for the next person who can take it, asked with a time to answer,
//! confirmed by one tap, and goes on.
//!
//! Who waits is asked in the order of `queued_at`. Somebody who could not take the place now, because a rule says no or
//! their role has no room, is passed over and keeps their turn. A group whose turn it is and that needs more places than
//! are free is not overtaken: free places of its role wait for it, from newcomers too ([`held_back`]), until its names
//! are due; then smaller ones pass, so that no place stays empty. A coordinator can change the order. Whoever confirms has
//! the place at once, also where a coordinator approves claims: the coordinator sees the list, and put every group on it.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Error, Result, not_found};
use crate::mail::Template;
use crate::service::asking::{self, Question};
use crate::service::claims::{self as claiming, move_claim, with_slot};
use crate::service::{invitations, parties, trace, watching};
use crate::store::claims::{self, ClaimRow};
use crate::store::offers::{self, OfferRow};
use crate::store::slots::{self, SlotRow};
use crate::store::{centre, mails, people};
use domain::claim::{ClaimState, ClaimStep};
use domain::claiming::Refusal;
use domain::form::{Turn, TurnForm};
use domain::ids::{ClaimId, RoleId, SlotId};
use domain::offer::{OfferCause, OfferState};
use domain::opportunity::SlotState;
use domain::problem::Problem;
use domain::time::Instant;
use domain::view::QueueRow;
use domain::waitlist::answer_by;

/// Keeps the free places of a slot for those who wait, and asks them; tells the watchers if nobody takes them. Belongs
/// into every transaction that frees places or adds some, after it did; that transaction holds the lock `slot:<id>`
/// since before.
pub(super) async fn go_on(cx: &Cx, tx: &mut Tx, id: SlotId) -> Result<()> {
    tx.lock(&format!("slot:{id}")).await?;
    let queue = claims::queue(tx, id).await?;
    let hours = centre::rules(tx).await?.waitlist_hours;
    // Roles whose free places wait for a group.
    let mut held_back = Vec::new();
    for claim in queue {
        let Some(slot) = open_slot(cx, tx, id).await? else { return Ok(()) };
        if slot.taken >= slot.max_places {
            return Ok(());
        }
        if held_back.contains(&claim.role_id) || refusal(cx, tx, &claim, &slot).await?.is_some() {
            continue;
        }
        if claim.places <= slot.room_in(claim.role_id) {
            keep(cx, tx, &claim, &slot, hours).await?;
        } else if parties::holds_turn(cx, tx, &claim, &slot).await? {
            held_back.push(claim.role_id);
        }
    }
    let room = |slot: &SlotRow| {
        slot.parts().into_iter().any(|part| !held_back.contains(&part) && slot.room_in(part) > 0)
    };
    match open_slot(cx, tx, id).await? {
        Some(slot) if room(&slot) => watching::tell(cx, tx, &slot).await,
        _ => Ok(()),
    }
}

/// The parts of a slot whose free places are held back for a group that waits until there are enough.
pub(super) async fn held_back(cx: &Cx, tx: &mut Tx, slot: &SlotRow) -> Result<Vec<Option<RoleId>>> {
    let mut held = Vec::new();
    for claim in claims::queue(tx, slot.id).await? {
        let waits = claim.places > 1 && !held.contains(&claim.role_id);
        if waits
            && parties::holds_turn(cx, tx, &claim, slot).await?
            && refusal(cx, tx, &claim, slot).await?.is_none()
        {
            held.push(claim.role_id);
        }
    }
    Ok(held)
}

async fn open_slot(cx: &Cx, tx: &mut Tx, id: SlotId) -> Result<Option<SlotRow>> {
    let now = cx.now();
    let comes = |slot: &SlotRow| slot.facts().state == SlotState::Open && slot.starts_at > now;
    Ok(slots::find(tx, id).await?.filter(comes))
}

/// The first rule that says no to this waiting person by now. That the slot is full is no reason: the place is kept.
async fn refusal(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow) -> Result<Option<Refusal>> {
    let refusals = claiming::refused(cx, tx, claim.person_id, (slot, claim.role_id)).await?;
    let own = |refusal: &Refusal| matches!(refusal, Refusal::AlreadyClaimed | Refusal::Full);
    Ok(refusals.into_iter().find(|refusal| !own(refusal)))
}

/// Keeps a place for a waiting claim and asks its person.
async fn keep(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow, hours: i64) -> Result<()> {
    for offer in offers::of_slot(tx, slot.id).await? {
        // Somebody else asked them before: one question at a time.
        if offer.person_id == claim.person_id && offer.state == OfferState::Open {
            offers::close(tx, offer.id, OfferState::TakenBack, cx.now()).await?;
            mails::recall_offer(tx, offer.id).await?;
        }
    }
    let to = ClaimRow { state: claim.state.step(ClaimStep::Offer)?, ..claim.clone() };
    move_claim(cx, tx, ClaimStep::Offer, claim, &to, slot).await?;
    let question = Question {
        slot,
        person: claim.person_id,
        cause: OfferCause::Waitlist,
        claim_id: Some(claim.id),
        other_claim_id: None,
        role: claim.role_id,
        by: claim.person_id,
        until: answer_by(cx.now(), slot.starts_at, hours),
    };
    asking::ask(cx, tx, question).await.map(|_| ())
}

/// The yes of somebody for whom a place is kept: all rules are asked again. `Some` is why they cannot take it by now;
/// then the place has gone on.
pub(super) async fn confirm(
    cx: &Cx,
    tx: &mut Tx,
    offer: &OfferRow,
    slot: &SlotRow,
) -> Result<Option<Refusal>> {
    let claim = kept(tx, offer).await?;
    let refusal = refusal(cx, tx, &claim, slot).await?;
    let step = if refusal.is_some() { ClaimStep::Lapse } else { ClaimStep::Confirm };
    let to = ClaimRow { state: claim.state.step(step)?, ..claim.clone() };
    move_claim(cx, tx, step, &claim, &to, slot).await?;
    if refusal.is_some() {
        go_on(cx, tx, slot.id).await?;
    } else {
        asking::reply(cx, tx, claim.person_id, slot, Template::Approved, Vec::new()).await?;
    }
    Ok(refusal)
}

/// Gives the place on that was kept: its person said no, a coordinator took it back, or (`Lapse`) nobody answered,
/// which is told kindly.
pub(super) async fn pass_on(
    cx: &Cx,
    tx: &mut Tx,
    offer: &OfferRow,
    slot: &SlotRow,
    step: ClaimStep,
) -> Result<()> {
    let claim = kept(tx, offer).await?;
    let to = ClaimRow { state: claim.state.step(step)?, ..claim.clone() };
    move_claim(cx, tx, step, &claim, &to, slot).await?;
    if step == ClaimStep::Lapse {
        asking::write(cx, tx, claim.person_id, slot, Template::Lapsed, Vec::new()).await?;
    }
    go_on(cx, tx, slot.id).await
}

/// The claim for which an offer keeps a place.
async fn kept(tx: &mut Tx, offer: &OfferRow) -> Result<ClaimRow> {
    let Some(id) = offer.claim_id else { return not_found() };
    let claim = claims::find(tx, id).await?.filter(|claim| claim.state == ClaimState::Offered);
    claim.ok_or_else(|| Problem::TooLate.into())
}

/// Changes the turn of somebody who waits, for a reason; who is first and can take a free place is asked at once. For
/// coordinators.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`], [`Problem::TooLate`] for a claim that does not wait.
pub async fn reorder(cx: &Cx, id: ClaimId, form: &TurnForm) -> Result<()> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let (turn, reason) = form.check()?;
    let mut tx = cx.write().await?;
    let (_, slot) = locked(&mut tx, id).await?;
    let queue = claims::queue(&mut tx, slot.id).await?;
    let Some(at) = queue.iter().position(|claim| claim.id == id) else {
        return Err(Problem::TooLate.into());
    };
    let mut order: Vec<&ClaimRow> = queue.iter().collect();
    let moved = order.remove(at);
    let to = match turn {
        Turn::Top => 0,
        Turn::Up => at.saturating_sub(1),
        Turn::Down => (at + 1).min(order.len()),
    };
    order.insert(to, moved);
    // The same moments, in the new order; no two alike.
    let mut last = None;
    for (claim, before) in order.into_iter().zip(&queue) {
        let earliest = last.map(|at: Instant| at.plus_seconds(1));
        let queued_at = before.queued_at.max(earliest);
        last = queued_at;
        let to = ClaimRow { queued_at, ..claim.clone() };
        if !claims::change(&mut tx, claim, &to).await? {
            return Err(Problem::TooLate.into());
        }
        trace::claim_event(cx, &mut tx, &to, &slot, false).await?;
        if claim.id == id {
            trace::claim_step_because(cx, &mut tx, &to, ClaimStep::Reorder, Some(reason.clone())).await?;
        }
    }
    let detail = serde_json::json!({ "to": turn.code(), "given_reason": true });
    trace::audit(cx, &mut tx, "reorder", "claim", id.0, detail).await?;
    go_on(cx, &mut tx, slot.id).await?;
    cx.commit(tx).await
}

/// Lets a claim that waits for a decision wait for a place instead. For coordinators.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`] for a reason that is missing or too long,
/// [`Problem::TooLate`] when it was decided meanwhile.
pub async fn queue(cx: &Cx, id: ClaimId, reason: &str) -> Result<()> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let form = TurnForm { to: Turn::Down.code().to_owned(), reason: reason.to_owned() };
    let (_, reason) = form.check()?;
    let mut tx = cx.write().await?;
    let (claim, slot) = locked(&mut tx, id).await?;
    let step = ClaimStep::Queue;
    let state = claim.state.step(step).map_err(|_| Error::from(Problem::TooLate))?;
    let queued_at = Some(last_turn(cx, &mut tx, slot.id).await?);
    // No place is held for a friend of who waits for one.
    let places = invitations::end_with(cx, &mut tx, &claim).await?;
    let to = ClaimRow { state, places, queued_at, ..claim.clone() };
    if !claims::change(&mut tx, &claim, &to).await? {
        return Err(Problem::TooLate.into());
    }
    trace::claim_step_because(cx, &mut tx, &to, step, Some(reason)).await?;
    trace::claim_event(cx, &mut tx, &to, &slot, false).await?;
    asking::write(cx, &mut tx, claim.person_id, &slot, Template::Queued, Vec::new()).await?;
    trace::audit(cx, &mut tx, "queue", "claim", id.0, serde_json::json!({ "given_reason": true })).await?;
    go_on(cx, &mut tx, slot.id).await?;
    cx.commit(tx).await
}

/// The turn of who comes last: now, and after everybody who waits, whatever the clocks of other nodes say. Whoever asks
/// holds the slot's lock.
pub(super) async fn last_turn(cx: &Cx, tx: &mut Tx, slot: SlotId) -> Result<Instant> {
    let last = claims::queue(tx, slot).await?.last().and_then(|claim| claim.queued_at);
    Ok(last.map_or(cx.now(), |last| last.plus_seconds(1).max(cx.now())))
}

/// A claim with its slot, both locked.
async fn locked(tx: &mut Tx, id: ClaimId) -> Result<(ClaimRow, SlotRow)> {
    let Some(claim) = claims::find(tx, id).await? else { return not_found() };
    asking::lock(tx, &[id], &[], &[claim.slot_id]).await?;
    let Some(found) = with_slot(tx, id).await? else { return not_found() };
    Ok(found)
}

/// Who is asked now, then who waits, the next first.
pub(super) async fn rows(cx: &Cx, tx: &mut Tx, of: &SlotRow) -> Result<Vec<QueueRow>> {
    let slot = of.id;
    let row = |claim: ClaimRow, name: String, turn, until| QueueRow {
        claim_id: claim.id,
        person_id: claim.person_id,
        name,
        role: claim.role_id.map(|id| of.role_name(id)),
        places: claim.places,
        since: claim.created_at,
        turn,
        until,
    };
    let mut rows = Vec::new();
    for offer in offers::of_slot(tx, slot).await? {
        if offer.state != OfferState::Open
            || offer.cause != OfferCause::Waitlist
            || offer.expires_at <= cx.now()
        {
            continue;
        }
        let Some(id) = offer.claim_id else { continue };
        if let Some(claim) = claims::find(tx, id).await? {
            let name = people::name(tx, claim.person_id).await?;
            rows.push(row(claim, name, None, Some(offer.expires_at)));
        }
    }
    for (turn, claim) in (1..).zip(claims::queue(tx, slot).await?) {
        let name = people::name(tx, claim.person_id).await?;
        rows.push(row(claim, name, Some(turn), None));
    }
    Ok(rows)
}
