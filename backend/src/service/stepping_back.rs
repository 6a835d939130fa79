//! Stepping back from a claim, with or without a reason; and the answer when a date was moved.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::mail::Template;
use crate::service::claims::{move_claim, with_slot};
use crate::service::{asking, stand_in, trace, waitlist};
use crate::store::claims::{self, ClaimRow};
use crate::store::offers;
use crate::store::slots::SlotRow;
use crate::store::{centre, mails, people, windows};
use domain::claim::{ClaimState, ClaimStep};
use domain::form::StepBackForm;
use domain::ids::ClaimId;
use domain::locale::text;
use domain::offer::{OfferCause, OfferState};
use domain::problem::Problem;
use domain::stepping_back::{Reason, is_late};

/// Steps back from an own claim before the slot begins. All its places go to those who wait. Who gives up a place late
/// is told of before the tap, and coordinators and hosts are told at once; not so when the date was moved and the person
/// had not agreed. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for claims of others, [`Problem::Invalid`], [`Problem::TooLate`] once the slot has begun or the
/// claim has ended.
pub async fn step_back(cx: &Cx, id: ClaimId, form: &StepBackForm) -> Result<()> {
    let me = cx.member()?.person_id();
    let reason = form.check()?;
    let mut tx = cx.write().await?;
    let Some(claim) = claims::find(&mut tx, id).await?.filter(|claim| claim.person_id == me) else {
        return not_found();
    };
    asking::lock(&mut tx, &[id], &[], &[claim.slot_id]).await?;
    let Some((claim, slot)) = with_slot(&mut tx, id).await? else { return not_found() };
    // Who has begun with a task without an hour says that it is done instead.
    if slot.closes_at() <= cx.now() || !windows::stints(&mut tx, id).await?.is_empty() {
        return Err(Problem::TooLate.into());
    }
    leave(cx, &mut tx, &claim, &slot, reason).await?;
    cx.commit(tx).await
}

/// Gives up a claim for its person, with everything that follows. The caller holds the locks of claim and slot.
pub(super) async fn leave(
    cx: &Cx,
    tx: &mut Tx,
    claim: &ClaimRow,
    slot: &SlotRow,
    reason: Option<String>,
) -> Result<()> {
    let now = cx.now();
    let step = ClaimStep::Withdraw;
    let state = claim.state.step(step)?;
    let to = ClaimRow { state, reason, asked_again_at: None, ..claim.clone() };
    move_claim(cx, tx, step, claim, &to, slot).await?;
    mails::recall(tx, claim.id).await?;
    stand_in::drop_questions(cx, tx, claim, slot, None).await?;
    for offer in offers::about(tx, claim.id).await? {
        if offer.cause == OfferCause::Waitlist {
            offers::close(tx, offer.id, OfferState::Declined, now).await?;
            mails::recall_offer(tx, offer.id).await?;
        }
    }
    let hours = centre::rules(tx).await?.cancel_hours;
    let had_promised = claim.state == ClaimState::Approved && claim.asked_again_at.is_none();
    if had_promised {
        claims::note_withdrawal(tx, claim.id, now).await?;
    }
    let late = had_promised && is_late(now, slot.starts_at, hours);
    if late {
        tell_staff(cx, tx, &to, slot).await?;
    }
    let detail =
        serde_json::json!({ "from": claim.state, "late": late, "given_reason": to.reason.is_some() });
    trace::audit(cx, tx, "withdraw", "claim", claim.id.0, detail).await?;
    if claim.state == ClaimState::Waitlisted {
        // The turns of the others changed, and a group may have held places back.
        trace::slot_event(cx, tx, slot).await?;
    }
    if claim.state.holds_place() || claim.state == ClaimState::Waitlisted {
        waitlist::go_on(cx, tx, slot.id).await?;
    }
    Ok(())
}

/// Tells coordinators and hosts at once who stepped back late, and why.
async fn tell_staff(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow) -> Result<()> {
    let name = people::name(tx, claim.person_id).await?;
    asking::write_to_staff(cx, tx, slot, Template::SteppedBack, |locale| {
        let reason = claim.reason.as_deref();
        let known = reason.and_then(Reason::of);
        let why = known.map(|reason| text(locale, &format!("stepping-{}", reason.code()), &[]));
        let why = why.or_else(|| reason.map(str::to_owned)).unwrap_or_else(|| "-".to_owned());
        vec![("name", name.clone().into()), ("reason", why.into())]
    })
    .await
}

/// Says that a date that was moved still suits. Who cannot come steps back. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for claims of others, [`Problem::TooLate`] once the slot has begun or the claim has ended.
pub async fn still_suits(cx: &Cx, id: ClaimId) -> Result<()> {
    let me = cx.member()?.person_id();
    let mut tx = cx.write().await?;
    tx.lock(&format!("claim:{id}")).await?;
    let Some((claim, slot)) = with_slot(&mut tx, id).await?.filter(|(claim, _)| claim.person_id == me) else {
        return not_found();
    };
    if slot.starts_at <= cx.now() {
        return Err(Problem::TooLate.into());
    }
    let step = ClaimStep::Keep;
    let to = ClaimRow { state: claim.state.step(step)?, asked_again_at: None, ..claim.clone() };
    if claim.asked_again_at.is_some() {
        move_claim(cx, &mut tx, step, &claim, &to, &slot).await?;
        trace::audit(cx, &mut tx, "keep", "claim", id.0, serde_json::json!({})).await?;
    }
    cx.commit(tx).await
}
