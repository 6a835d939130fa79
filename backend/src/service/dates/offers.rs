//! Questions about dates that do not take place as they were asked: they are taken back.

use super::edit::Edit;
use super::people::{Effect, People};
use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::service::{asking, trace};
use crate::store::offers::{self, OfferRow};
use crate::store::{mails, places, slots};
use domain::ids::{ClaimId, OpportunityId, SlotId};
use domain::offer::{OfferCause, OfferState};
use std::collections::BTreeSet;

/// Ends the questions about dates that are cancelled or moved, and about claims that are gone. Somebody for whom a place
/// is kept on a date that is moved keeps it, and is asked again like everybody with a claim.
pub(super) async fn close(
    cx: &Cx,
    tx: &mut Tx,
    opportunity: OpportunityId,
    edit: &Edit,
    people: &People,
) -> Result<()> {
    let moved = edit.changed.iter().filter(|(before, after)| before.time() != after.time());
    let dates: BTreeSet<SlotId> =
        edit.cancelled.iter().map(|date| date.id).chain(moved.map(|(_, after)| after.id)).collect();
    let gone = |effect: &Effect| matches!(effect, Effect::Cancelled | Effect::Released(_));
    let ended = people.touched.iter().filter(|touched| gone(&touched.effect));
    let ended: BTreeSet<ClaimId> = ended.map(|touched| touched.who.claim.id).collect();
    let about = people.touched.iter().filter(|touched| {
        ended.contains(&touched.who.claim.id) || dates.contains(&touched.who.claim.slot_id)
    });
    let about: BTreeSet<ClaimId> = about.map(|touched| touched.who.claim.id).collect();
    if dates.is_empty() && about.is_empty() {
        return Ok(());
    }
    let seeking: Vec<ClaimId> = about.iter().copied().collect();
    places::all_found(tx, &seeking, cx.now()).await?;
    for offer in offers::of_opportunity(tx, opportunity).await? {
        let of_claim = |known: &BTreeSet<ClaimId>| {
            [offer.claim_id, offer.other_claim_id].iter().flatten().any(|claim| known.contains(claim))
        };
        if offer.cause == OfferCause::Waitlist {
            if of_claim(&ended) {
                // Its person is told about the claim.
                take_back(cx, tx, &offer).await?;
            }
        } else if dates.contains(&offer.slot_id) || of_claim(&about) {
            let Some(slot) = slots::find(tx, offer.slot_id).await? else { continue };
            asking::call_off(cx, tx, &offer, &slot).await?;
            if offer.cause != OfferCause::Coordinator {
                trace::staffing_event(cx, tx, &slot, Some(offer.offered_by)).await?;
            }
        }
    }
    Ok(())
}

async fn take_back(cx: &Cx, tx: &mut Tx, offer: &OfferRow) -> Result<()> {
    offers::close(tx, offer.id, OfferState::TakenBack, cx.now()).await?;
    mails::recall_offer(tx, offer.id).await?;
    let Some(slot) = slots::find(tx, offer.slot_id).await? else { return Ok(()) };
    trace::staffing_event(cx, tx, &slot, Some(offer.person_id)).await
}
