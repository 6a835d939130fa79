//! A place changes hands: to a stand-in, or in a swap. One transaction checks every rule for whoever takes a place, ends
//! the old claims, writes the new ones, and tells everybody.
//!
//! Where the centre decides about stand-ins and swaps, or a rule leaves somebody to a person, a yes makes the offer [`OfferState::Agreed`]: everybody keeps
//! what they have until a coordinator allows it – then all rules are checked again – or refuses.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::mail::Template;
use crate::service::claims::{self as claiming, move_claim, with_slot};
use crate::service::{approval, asking, offers as answering, stand_in, trace};
use crate::store::claims::{self, ClaimRow};
use crate::store::offers::{self, OfferRow};
use crate::store::slots::{self, SlotRow};
use crate::store::{centre, people};
use domain::claim::{ClaimState, ClaimStep};
use domain::claiming::Refusal;
use domain::ids::{ClaimId, OfferId, PersonId, RoleId};
use domain::locale::when;
use domain::offer::{OfferCause, OfferState};
use domain::problem::Problem;
use domain::view::Agreement;

/// Whether a coordinator decides about an offer of a stand-in or a swap: the centre wishes so, or a rule leaves whoever
/// would take a place to a person.
pub(super) async fn is_decided(cx: &Cx, tx: &mut Tx, offer: &OfferRow, slot: &SlotRow) -> Result<bool> {
    if centre::rules(tx).await?.decides_swaps
        || approval::leaves(cx, tx, offer.person_id, (slot, offer.role_id)).await?
    {
        return Ok(true);
    }
    let Some(other) = offer.other_claim_id else { return Ok(false) };
    match with_slot(tx, other).await? {
        Some((taken, slot)) => approval::leaves(cx, tx, offer.offered_by, (&slot, taken.role_id)).await,
        None => Ok(false),
    }
}

/// Does what an offer of a stand-in or a swap says; its person said yes.
pub(super) async fn change_hands(cx: &Cx, tx: &mut Tx, offer: &OfferRow, slot: &SlotRow) -> Result<()> {
    let given = held(tx, offer.claim_id).await?;
    match offer.cause {
        OfferCause::Swap => exchange(cx, tx, offer, slot, &given).await,
        _ => hand_over(cx, tx, offer, slot, &given).await,
    }
}

/// The place that is given, if its person still has it.
async fn held(tx: &mut Tx, id: Option<ClaimId>) -> Result<ClaimRow> {
    let Some(id) = id else { return not_found() };
    let claim = claims::find(tx, id).await?.filter(stand_in::can_hand_over);
    claim.ok_or_else(|| Problem::TooLate.into())
}

async fn hand_over(cx: &Cx, tx: &mut Tx, offer: &OfferRow, slot: &SlotRow, given: &ClaimRow) -> Result<()> {
    let taker = offer.person_id;
    let part = (slot, given.role_id);
    let mut no = claiming::refused(cx, tx, taker, part).await?;
    let waits = claims::live(tx, slot.id, taker).await?.is_some_and(|own| !own.state.holds_place());
    no.retain(|no| *no != Refusal::Full && !(waits && *no == Refusal::AlreadyClaimed));
    if let Some(refusal) = no.into_iter().next() {
        return Err(Problem::Refused(refusal).into());
    }
    let before = people::name(tx, given.person_id).await?;
    give_up(cx, tx, given, slot).await?;
    answering::give(cx, tx, taker, part, (None, None)).await?;
    asking::reply(cx, tx, taker, slot, Template::Approved, Vec::new()).await?;
    let name = people::name(tx, taker).await?;
    let by = domain::text::short_name(&name);
    asking::write(cx, tx, given.person_id, slot, Template::HandedOver, vec![("by", by.into())]).await?;
    asking::write_to_staff(cx, tx, slot, Template::HandsChanged, |_| {
        vec![("from", before.clone().into()), ("to", name.clone().into())]
    })
    .await
}

async fn exchange(cx: &Cx, tx: &mut Tx, offer: &OfferRow, slot: &SlotRow, given: &ClaimRow) -> Result<()> {
    let taken = held(tx, offer.other_claim_id).await?;
    let Some(other_slot) = slots::find(tx, taken.slot_id).await? else { return not_found() };
    if other_slot.starts_at <= cx.now() {
        return Err(Problem::TooLate.into());
    }
    let (asker, answerer) = (given.person_id, taken.person_id);
    // Each takes the other's role.
    let (part, other_part) = ((slot, given.role_id), (&other_slot, taken.role_id));
    if let Some(refusal) = first_no(cx, tx, answerer, part, &other_slot).await? {
        return Err(Problem::Refused(refusal).into());
    }
    if first_no(cx, tx, asker, other_part, slot).await?.is_some() {
        return Err(Problem::Refused(Refusal::OtherCannot).into());
    }
    give_up(cx, tx, given, slot).await?;
    give_up(cx, tx, &taken, &other_slot).await?;
    answering::give(cx, tx, asker, other_part, (None, None)).await?;
    answering::give(cx, tx, answerer, part, (None, None)).await?;
    asking::reply(cx, tx, answerer, slot, Template::Approved, Vec::new()).await?;
    asking::write(cx, tx, asker, &other_slot, Template::Swapped, Vec::new()).await?;
    let (from, to) = (people::name(tx, asker).await?, people::name(tx, answerer).await?);
    for (slot, from, to) in [(slot, &from, &to), (&other_slot, &to, &from)] {
        asking::write_to_staff(cx, tx, slot, Template::HandsChanged, |_| {
            vec![("from", from.clone().into()), ("to", to.clone().into())]
        })
        .await?;
    }
    Ok(())
}

/// The first rule that keeps a person from a slot, once they have given up the other one.
async fn first_no(
    cx: &Cx,
    tx: &mut Tx,
    person: PersonId,
    part: (&SlotRow, Option<RoleId>),
    without: &SlotRow,
) -> Result<Option<Refusal>> {
    let no = claiming::refused_without(cx, tx, person, part, without.id).await?;
    Ok(no.into_iter().find(|refusal| *refusal != Refusal::Full))
}

/// Ends a claim whose place somebody else takes in the same transaction. Nobody is blamed, and nobody who waits is asked.
async fn give_up(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow) -> Result<()> {
    let step = ClaimStep::HandOver;
    let to = ClaimRow { state: claim.state.step(step)?, asked_again_at: None, ..claim.clone() };
    move_claim(cx, tx, step, claim, &to, slot).await?;
    stand_in::drop_questions(cx, tx, claim, slot, None).await
}

/// Somebody agreed, and a coordinator decides: the other questions about these places are over.
pub(super) async fn agree(cx: &Cx, tx: &mut Tx, offer: &OfferRow, slot: &SlotRow) -> Result<()> {
    let given = held(tx, offer.claim_id).await?;
    stand_in::drop_questions(cx, tx, &given, slot, Some(offer.id)).await?;
    trace::claim_event(cx, tx, &given, slot, false).await?;
    let (from, to) = (people::name(tx, given.person_id).await?, people::name(tx, offer.person_id).await?);
    asking::write_to_staff(cx, tx, slot, Template::Agreed, |_| {
        vec![("from", from.clone().into()), ("to", to.clone().into())]
    })
    .await
}

/// Lets a place change hands as two volunteers agreed; every rule is checked again. For coordinators.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::TooLate`] when it was decided or a place is gone,
/// [`Problem::Refused`] with the rule that says no by now.
pub async fn allow(cx: &Cx, id: OfferId) -> Result<()> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.write().await?;
    let (offer, slot) = agreed(cx, &mut tx, id).await?;
    if !offers::settle(&mut tx, id, OfferState::Accepted).await? {
        return Err(Problem::TooLate.into());
    }
    change_hands(cx, &mut tx, &offer, &slot).await?;
    trace::staffing_event(cx, &mut tx, &slot, Some(offer.person_id)).await?;
    trace::audit(cx, &mut tx, "allow", "offer", id.0, serde_json::json!({})).await?;
    cx.commit(tx).await
}

/// Leaves everybody where they are, though two volunteers agreed to change; both are told. For coordinators.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::TooLate`] when it was decided.
pub async fn refuse(cx: &Cx, id: OfferId) -> Result<()> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.write().await?;
    let (offer, slot) = agreed(cx, &mut tx, id).await?;
    if !offers::settle(&mut tx, id, OfferState::TakenBack).await? {
        return Err(Problem::TooLate.into());
    }
    for person in [offer.person_id, offer.offered_by] {
        asking::write(cx, &mut tx, person, &slot, Template::ChangeRefused, Vec::new()).await?;
        trace::staffing_event(cx, &mut tx, &slot, Some(person)).await?;
    }
    trace::audit(cx, &mut tx, "refuse", "offer", id.0, serde_json::json!({})).await?;
    cx.commit(tx).await
}

/// An offer to which somebody agreed, with everything about it locked.
async fn agreed(cx: &Cx, tx: &mut Tx, id: OfferId) -> Result<(OfferRow, SlotRow)> {
    let Some(offer) = offers::find(tx, id).await? else { return not_found() };
    answering::lock(tx, &offer).await?;
    let Some(slot) = slots::find(tx, offer.slot_id).await? else { return not_found() };
    if offer.state != OfferState::Agreed || slot.starts_at <= cx.now() {
        return Err(Problem::TooLate.into());
    }
    Ok((offer, slot))
}

/// What volunteers agreed to and a coordinator has to decide, the oldest first.
pub(super) async fn agreements(cx: &Cx, tx: &mut Tx) -> Result<Vec<Agreement>> {
    let mut found = Vec::new();
    for offer in offers::agreed(tx, cx.now()).await? {
        let Some(slot) = slots::find(tx, offer.slot_id).await? else { continue };
        let given = match offer.claim_id {
            Some(id) => claims::find(tx, id).await?.filter(|claim| claim.state == ClaimState::Approved),
            None => None,
        };
        if given.is_none() {
            continue;
        }
        let other = asking::other_slot(tx, &offer).await?;
        found.push(Agreement {
            offer_id: offer.id,
            slot_id: slot.id,
            from: people::name(tx, offer.offered_by).await?,
            to: people::name(tx, offer.person_id).await?,
            title: slot.title,
            when: when(cx.locale, slot.starts_at, slot.ends_at),
            other: other.map(|other| when(cx.locale, other.starts_at, other.ends_at)),
        });
    }
    Ok(found)
}
