//! Questions about dates that do not take place as they were asked: they are taken back.

use super::edit::Edit;
use super::people::{Effect, People, Told, Touched};
use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::order;
use crate::service::{asking, trace};
use crate::store::offers::{self, OfferRow};
use crate::store::{mails, people, places, slots};
use domain::ids::{ClaimId, OpportunityId, SlotId};
use domain::offer::{OfferCause, OfferState};
use domain::view::MessageKind;
use std::collections::BTreeSet;

/// A question that an edit ends.
pub(super) struct Ended {
    pub offer: OfferRow,
    /// About a place that is kept, whose person is told of the claim.
    kept: bool,
}

/// The questions about dates that are cancelled or moved, and about claims that are gone. Somebody for whom a place is
/// kept on a date that is moved keeps it, and is asked again like everybody with a claim.
pub(super) async fn ended(
    tx: &mut Tx,
    opportunity: OpportunityId,
    edit: &Edit,
    people: &People,
) -> Result<Vec<Ended>> {
    let (dates, claims, gone) = concerned(edit, people);
    let mut found = Vec::new();
    if dates.is_empty() && claims.is_empty() {
        return Ok(found);
    }
    for offer in offers::of_opportunity(tx, opportunity).await? {
        let of_claim = |known: &BTreeSet<ClaimId>| {
            [offer.claim_id, offer.other_claim_id].iter().flatten().any(|claim| known.contains(claim))
        };
        let kept = offer.cause == OfferCause::Waitlist;
        if if kept { of_claim(&gone) } else { dates.contains(&offer.slot_id) || of_claim(&claims) } {
            found.push(Ended { offer, kept });
        }
    }
    Ok(found)
}

/// Dates at another time or none, the claims on them or gone, and those that are gone.
fn concerned(edit: &Edit, people: &People) -> (BTreeSet<SlotId>, BTreeSet<ClaimId>, BTreeSet<ClaimId>) {
    let moved = edit.changed.iter().filter(|(before, after)| before.time() != after.time());
    let dates: BTreeSet<SlotId> =
        edit.cancelled.iter().map(|date| date.id).chain(moved.map(|(_, after)| after.id)).collect();
    let gone = |effect: &Effect| matches!(effect, Effect::Cancelled | Effect::Released(_));
    let ids = |wanted: &dyn Fn(&&Touched) -> bool| {
        people.touched.iter().filter(wanted).map(|touched| touched.who.claim.id).collect::<BTreeSet<_>>()
    };
    let claims = ids(&|touched| gone(&touched.effect) || dates.contains(&touched.who.claim.slot_id));
    let gone = ids(&|touched| gone(&touched.effect));
    (dates, claims, gone)
}

/// Ends them, and the searches for somebody to come instead on these dates.
pub(super) async fn close(
    cx: &Cx,
    tx: &mut Tx,
    opportunity: OpportunityId,
    edit: &Edit,
    people: &People,
) -> Result<()> {
    let seeking: Vec<ClaimId> = concerned(edit, people).1.into_iter().collect();
    places::all_found(tx, &seeking, cx.now()).await?;
    for Ended { offer, kept } in ended(tx, opportunity, edit, people).await? {
        if kept {
            take_back(cx, tx, &offer).await?;
            continue;
        }
        let Some(slot) = slots::find(tx, offer.slot_id).await? else { continue };
        asking::call_off(cx, tx, &offer, &slot).await?;
        if offer.cause != OfferCause::Coordinator {
            trace::staffing_event(cx, tx, &slot, Some(offer.offered_by)).await?;
        }
    }
    Ok(())
}

/// What those are told whose question ends; who cannot have read it yet is told nothing.
pub(super) async fn letters(cx: &Cx, tx: &mut Tx, ended: &[Ended]) -> Result<Vec<Told>> {
    let mut told = Vec::new();
    for Ended { offer, .. } in ended.iter().filter(|ended| !ended.kept) {
        if mails::offer_waits(tx, offer.id).await? {
            continue;
        }
        let slot = slots::find(tx, offer.slot_id).await?;
        let person = people::find(tx, offer.person_id).await?;
        if let (Some(slot), Some(person)) = (slot, person) {
            let mail = asking::gone(cx, &slot, &person);
            told.push(Told { kind: MessageKind::Question, name: person.name, mail });
        }
    }
    order::by_name(&mut told, |one| &one.name);
    Ok(told)
}

async fn take_back(cx: &Cx, tx: &mut Tx, offer: &OfferRow) -> Result<()> {
    offers::close(tx, offer.id, OfferState::TakenBack, cx.now()).await?;
    mails::recall_offer(tx, offer.id).await?;
    let Some(slot) = slots::find(tx, offer.slot_id).await? else { return Ok(()) };
    trace::staffing_event(cx, tx, &slot, Some(offer.person_id)).await
}
