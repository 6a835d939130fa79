//! A volunteer's answer to an offer: signed in, or by the secret key of the mail's link.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::mail::Template;
use crate::service::{
    asking, claims as claiming, handing_over, invitations, pairs, parties, stand_in, trace, waitlist,
};
use crate::store::claims::{self, ClaimRow};
use crate::store::offers::{self, OfferRow};
use crate::store::slots::{self, SlotRow};
use crate::store::{people, places};
use domain::claim::{ClaimState, ClaimStep};
use domain::claiming::Refusal;
use domain::ids::{ClaimId, OfferId, PersonId, RoleId};
use domain::locale::when;
use domain::offer::{OfferCause, OfferState};
use domain::opportunity::SlotState;
use domain::problem::Problem;
use domain::text::short_name;
use domain::time::Instant;
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
        if slot.facts().state != SlotState::Open {
            continue;
        }
        found.push(view(cx, &mut tx, &offer, &slot).await?);
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
    view(cx, &mut tx, &offer, &slot).await
}

/// Says yes or no. A yes gives the place at once, if every rule still lets them: a coordinator asked for it, it was kept
/// from the waiting list, or another volunteer gives theirs – where the centre decides about that, once a coordinator
/// allowed it ([`OfferState::Agreed`]).
///
/// # Errors
/// [`Problem::NotFound`] for everybody else, [`Problem::TooLate`] when it was answered, taken back or ran out,
/// [`Problem::Refused`] when a rule says no by now or the last place is gone; a place that was kept has then gone on to
/// the next person.
pub async fn answer(cx: &Cx, id: OfferId, key: &str, accept: bool) -> Result<OfferState> {
    let now = cx.now();
    let mut tx = cx.write().await?;
    let (offer, _) = own(cx, &mut tx, id, key).await?;
    lock(&mut tx, &offer).await?;
    let (offer, slot) = own(cx, &mut tx, id, key).await?;
    if offer.state != OfferState::Open || offer.expires_at <= now {
        return Err(Problem::TooLate.into());
    }
    let between_volunteers = matches!(offer.cause, OfferCause::StandIn | OfferCause::Swap);
    let state = match accept {
        true if between_volunteers && handing_over::is_decided(cx, &mut tx, &offer, &slot).await? => {
            OfferState::Agreed
        }
        true => OfferState::Accepted,
        false => OfferState::Declined,
    };
    if !offers::close(&mut tx, id, state, now).await? {
        return Err(Problem::TooLate.into());
    }
    let mut refused = None;
    match (offer.cause, state) {
        (OfferCause::Waitlist, OfferState::Accepted) => {
            refused = waitlist::confirm(cx, &mut tx, &offer, &slot).await?;
        }
        (OfferCause::Waitlist, _) => {
            waitlist::pass_on(cx, &mut tx, &offer, &slot, ClaimStep::Withdraw).await?;
        }
        (_, OfferState::Agreed) => handing_over::agree(cx, &mut tx, &offer, &slot).await?,
        (OfferCause::Coordinator, OfferState::Accepted) => take(cx, &mut tx, &offer, &slot).await?,
        (_, OfferState::Accepted) => handing_over::change_hands(cx, &mut tx, &offer, &slot).await?,
        _ => {}
    }
    trace::staffing_event(cx, &mut tx, &slot, Some(offer.person_id)).await?;
    if between_volunteers {
        trace::staffing_event(cx, &mut tx, &slot, Some(offer.offered_by)).await?;
    }
    let detail = serde_json::json!({ "state": state, "refused": refused.as_ref().map(Refusal::code) });
    trace::audit(cx, &mut tx, "answer", "offer", id.0, detail).await?;
    cx.commit(tx).await?;
    refused.map_or(Ok(state), |refusal| Err(Problem::Refused(refusal).into()))
}

/// Takes every lock that an answer to this offer needs.
pub(super) async fn lock(tx: &mut Tx, offer: &OfferRow) -> Result<()> {
    let mut slots = vec![offer.slot_id];
    slots.extend(asking::other_slot(tx, offer).await?.map(|slot| slot.id));
    let claims: Vec<ClaimId> = offer.claim_id.into_iter().chain(offer.other_claim_id).collect();
    asking::lock(tx, &claims, &[offer.person_id, offer.offered_by], &slots).await
}

/// Ends what nobody answered in time: a place that was kept goes on to the next, a search for a stand-in is over, the
/// place for a friend is free, and so are those of a group without a name.
///
/// # Errors
/// When the database fails.
pub(crate) async fn end_unanswered(cx: &Cx) -> Result<()> {
    let mut tx = cx.read().await?;
    let unanswered = offers::unanswered(&mut tx, cx.now()).await?;
    let in_vain = places::sought_in_vain(&mut tx, cx.now()).await?;
    drop(tx);
    for offer in unanswered {
        let mut tx = cx.write().await?;
        lock(&mut tx, &offer).await?;
        let Some(slot) = slots::find(&mut tx, offer.slot_id).await? else { continue };
        if !offers::close(&mut tx, offer.id, OfferState::Expired, cx.now()).await? {
            continue;
        }
        let keeps = match offer.claim_id {
            Some(id) if offer.cause == OfferCause::Waitlist => claims::find(&mut tx, id).await?,
            _ => None,
        };
        if keeps.is_some_and(|claim| claim.state == ClaimState::Offered) {
            waitlist::pass_on(cx, &mut tx, &offer, &slot, ClaimStep::Lapse).await?;
        }
        trace::staffing_event(cx, &mut tx, &slot, Some(offer.person_id)).await?;
        cx.commit(tx).await?;
    }
    for claim in in_vain {
        stand_in::end_in_vain(cx, claim).await?;
    }
    invitations::end_unanswered(cx).await?;
    parties::on_time(cx).await
}

/// The yes to a coordinator.
async fn take(cx: &Cx, tx: &mut Tx, offer: &OfferRow, slot: &SlotRow) -> Result<()> {
    let mut refusals = claiming::refused_when_asked(cx, tx, offer.person_id, (slot, offer.role_id)).await?;
    match claims::live(tx, offer.slot_id, offer.person_id).await? {
        Some(claim) if claim.state.holds_place() => return Ok(()),
        Some(_) => refusals.retain(|refusal| *refusal != Refusal::AlreadyClaimed),
        None => {}
    }
    if let Some(refusal) = refusals.into_iter().next() {
        return Err(Problem::Refused(refusal).into());
    }
    let decided = (Some(offer.offered_by), Some(cx.now()));
    give(cx, tx, offer.person_id, (slot, offer.role_id), decided).await?;
    asking::reply(cx, tx, offer.person_id, slot, Template::Approved, Vec::new()).await
}

/// Gives the place in a role: an own waiting claim is approved, in whatever role it waited, else a claim is made.
pub(super) async fn give(
    cx: &Cx,
    tx: &mut Tx,
    person: PersonId,
    (slot, role_id): (&SlotRow, Option<RoleId>),
    (decided_by, decided_at): (Option<PersonId>, Option<Instant>),
) -> Result<()> {
    if let Some(claim) = claims::live(tx, slot.id, person).await? {
        let step = ClaimStep::Approve;
        let state = claim.state.step(step)?;
        let to = ClaimRow { state, role_id, decided_by, decided_at, ..claim.clone() };
        claiming::move_claim(cx, tx, step, &claim, &to, slot).await
    } else {
        let new = ClaimRow::new(cx.new_id(), slot.id, person, ClaimState::Approved, cx.now());
        claiming::enter(cx, tx, &ClaimRow { role_id, decided_by, decided_at, ..new }, slot).await
    }
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

async fn view(cx: &Cx, tx: &mut Tx, offer: &OfferRow, slot: &SlotRow) -> Result<OfferView> {
    let ran_out = offer.state == OfferState::Open && offer.expires_at <= cx.now();
    let by = match offer.cause {
        OfferCause::StandIn | OfferCause::Swap => {
            Some(short_name(&people::name(tx, offer.offered_by).await?))
        }
        OfferCause::Coordinator | OfferCause::Waitlist => None,
    };
    let other = asking::other_slot(tx, offer).await?;
    Ok(OfferView {
        id: offer.id,
        state: if ran_out { OfferState::Expired } else { offer.state },
        cause: offer.cause,
        slot: slot.card(cx.locale, Standing::Open),
        by,
        other: other.map(|other| when(cx.locale, other.starts_at, other.ends_at)),
        place: slot.place.clone(),
        until: offer.expires_at,
        role: offer.role_id.map(|id| slot.role_name(id)),
    })
}
