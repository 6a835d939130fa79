//! What a volunteer sees of their own place or turn, and whom they may ask to come instead.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::service::reader::Reader;
use crate::service::{invitations, parties, stand_in, waitlist};
use crate::store::claims::ClaimRow;
use crate::store::slots::SlotRow;
use crate::store::{centre, claims, offers, places, watches};
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::ids::SlotId;
use domain::offer::{OfferCause, OfferState};
use domain::question::Answer;
use domain::stepping_back::is_late;
use domain::text::short_name;
use domain::view::{Choice, HandOver, OwnPlace, SlotCard, Standing, SwapChoice};

/// What a slot's page says about its reader.
#[derive(Default)]
pub(super) struct Mine {
    /// Their live claim.
    pub own: Option<OwnPlace>,
    /// Whom they may ask to come instead.
    pub hand_over: Option<HandOver>,
    /// How many wait for a place, whoever reads.
    pub waiting: i64,
    /// They wait to hear that a place is free.
    pub watching: bool,
    /// They stepped back and have no new claim.
    pub stepped_back: bool,
    /// What they answered with their live claim.
    pub answers: Vec<Answer>,
}

/// What a slot's page says about its reader.
pub(super) async fn of_reader(cx: &Cx, tx: &mut Tx, slot: &SlotRow) -> Result<Mine> {
    let waiting = i64::try_from(claims::queue(tx, slot.id).await?.len()).unwrap_or_default();
    let Some(me) = cx.actor.person_id() else { return Ok(Mine { waiting, ..Mine::default() }) };
    let watching = watches::watches(tx, me, Some(slot.id), None).await?;
    let mut mine = Mine { waiting, watching, ..Mine::default() };
    if let Some(claim) = claims::live(tx, slot.id, me).await? {
        mine.own = Some(of_claim(cx, tx, &claim, slot).await?);
        mine.hand_over = hand_over(cx, tx, &claim, slot).await?;
        mine.answers = claim.answers.0;
    } else {
        mine.stepped_back = claims::stepped_back(tx, slot.id, me).await?;
    }
    Ok(mine)
}

/// The reader's claim on a slot.
pub(super) async fn of_claim(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow) -> Result<OwnPlace> {
    let mut own = OwnPlace {
        role: claim.role_id.map(|id| slot.role_name(id)),
        asked_again: claim.asked_again_at.is_some(),
        company: invitations::company(cx, tx, claim, slot).await?,
        party: parties::line(cx, tx, claim, slot).await?,
        ..OwnPlace::default()
    };
    if claim.state == ClaimState::Waitlisted {
        let queue = claims::queue(tx, slot.id).await?;
        own.turn = (1..).zip(&queue).find(|(_, each)| each.id == claim.id).map(|(turn, _)| turn);
    }
    if claim.state == ClaimState::Approved && !own.asked_again {
        let hours = centre::rules(tx).await?.cancel_hours;
        own.late = is_late(cx.now(), slot.starts_at, hours);
    }
    if claim.state.holds_place() {
        own.seeking = places::sought(tx, claim.id).await?.map(|row| row.until);
        for offer in offers::about(tx, claim.id).await? {
            match (offer.cause, offer.state) {
                (OfferCause::Waitlist, OfferState::Open) => own.kept = Some((offer.id, offer.expires_at)),
                (_, OfferState::Agreed) => own.agreed = true,
                (OfferCause::Swap, OfferState::Open) if offer.claim_id == Some(claim.id) => {
                    own.seeking = own.seeking.max(Some(offer.expires_at));
                }
                _ => {}
            }
        }
    }
    Ok(own)
}

/// Whom the person of this claim may ask to come instead; `None` for a claim that cannot be handed over.
async fn hand_over(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow) -> Result<Option<HandOver>> {
    if !stand_in::can_hand_over(claim) || slot.starts_at <= cx.now() {
        return Ok(None);
    }
    let companions = places::companions(tx, claim.person_id, slot.organisation_id).await?;
    let others = places::exchangeable(tx, slot.opportunity_id, claim.person_id, cx.now()).await?;
    let swaps = others.into_iter().map(|other| SwapChoice {
        claim_id: other.claim_id,
        name: short_name(&other.name),
        starts_at: other.starts_at,
        ends_at: other.ends_at,
    });
    Ok(Some(HandOver {
        people: companions.into_iter().map(|(id, name)| Choice { id, name: short_name(&name) }).collect(),
        swaps: swaps.collect(),
    }))
}

/// The card of a slot; closed also where free places wait for a group.
pub(super) async fn card(cx: &Cx, tx: &mut Tx, reader: &Reader, row: &SlotRow) -> Result<SlotCard> {
    let mut card = reader.card(cx, row);
    if card.standing != Standing::Open {
        return Ok(card);
    }
    let held_back = waitlist::held_back(cx, tx, row).await?;
    let open: Vec<_> = match reader.person {
        Some(_) => reader
            .parts(row)
            .into_iter()
            .filter(|part| part.refusals.is_empty())
            .map(|part| part.role)
            .collect(),
        None => row.parts().into_iter().filter(|role| row.room_in(*role) > 0).collect(),
    };
    if open.iter().all(|role| held_back.contains(role)) {
        card.standing = Standing::Closed(Refusal::PartyWaits);
    }
    Ok(card)
}

/// Short names of the others on a slot, for volunteers who may claim.
pub(super) async fn others(cx: &Cx, tx: &mut Tx, reader: &Reader, id: SlotId) -> Result<Vec<String>> {
    let names = match (&reader.person, cx.actor.person_id()) {
        (Some(person), Some(me)) if person.status.may_claim() => claims::names_in_slot(tx, id, me).await?,
        _ => Vec::new(),
    };
    Ok(names.iter().map(|name| short_name(name)).collect())
}
