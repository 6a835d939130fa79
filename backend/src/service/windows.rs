//! Tasks without an hour: posting them, noting the work as it is done.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::service::claims::with_slot;
use crate::service::trace;
use crate::store::claims::{self, ClaimRow};
use crate::store::dates::{self, DateRow};
use crate::store::opportunities;
use crate::store::slots::SlotRow;
use crate::store::windows::{self as store, StintRow};
use crate::store::{centre, people};
use domain::claim::ClaimState;
use domain::claiming::{Engagement, Limits};
use domain::form::{StintForm, WindowForm};
use domain::ids::{ClaimId, OpportunityId, SlotId, StintId};
use domain::opportunity::{OpportunityState, SlotState};
use domain::problem::Problem;
use domain::view::{StintView, WorkView};
use domain::window::{last_day, refused_work};

/// Adds a task without an hour to an opportunity. For coordinators.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`], [`Problem::TooLate`] once it is cancelled.
pub async fn add(cx: &Cx, id: OpportunityId, form: &WindowForm) -> Result<SlotId> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let draft = form.check(cx.now())?;
    let mut tx = cx.write().await?;
    let Some(row) = opportunities::find(&mut tx, id).await? else { return not_found() };
    if row.state == OpportunityState::Cancelled {
        return Err(Problem::TooLate.into());
    }
    let (time, places) = ((draft.starts_at, draft.ends_at), (draft.min_places, draft.max_places));
    let slot =
        DateRow { work_minutes: Some(draft.work_minutes), ..DateRow::new(cx.new_id(), id, time, places) };
    dates::add(&mut tx, std::slice::from_ref(&slot)).await?;
    let detail = serde_json::json!({ "work_minutes": draft.work_minutes });
    trace::audit(cx, &mut tx, "add_task", "slot", slot.id.0, detail).await?;
    trace::opportunity_event(cx, &mut tx, id, row.organisation_id).await?;
    cx.commit(tx).await?;
    Ok(slot.id)
}

/// An own approved claim on a task without an hour that is not over.
async fn running(cx: &Cx, tx: &mut Tx, id: ClaimId) -> Result<(ClaimRow, SlotRow)> {
    let me = cx.member()?.person_id();
    let own =
        with_slot(tx, id).await?.filter(|(claim, slot)| claim.person_id == me && slot.work_minutes.is_some());
    let Some((claim, slot)) = own else { return not_found() };
    if claim.state != ClaimState::Approved || slot.state != SlotState::Open {
        return Err(Problem::TooLate.into());
    }
    Ok((claim, slot))
}

/// Notes work on an own task; how many minutes that makes in all. It can be noted after the last day too, until the
/// host has confirmed. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for claims of others and dates with hours, [`Problem::TooLate`] without a place or once it was
/// confirmed, [`Problem::Invalid`] for a day outside of the task or to come, [`Problem::Refused`] when a minor would
/// help too long.
pub async fn note(cx: &Cx, id: ClaimId, form: &StintForm) -> Result<i64> {
    let me = cx.member()?.person_id();
    let mut tx = cx.write().await?;
    tx.lock(&format!("claim:{id}")).await?;
    tx.lock(&format!("person:{me}")).await?;
    let (claim, slot) = running(cx, &mut tx, id).await?;
    let work = form.check(slot.starts_at, slot.ends_at, cx.now())?;
    let birth_on = people::volunteer(&mut tx, me).await?.and_then(|row| row.birth_on);
    let (from, until) = domain::window::span(work.on_day, work.on_day);
    let held = claims::engagements(&mut tx, me, from.plus_days(-8), until.plus_days(8)).await?;
    let held: Vec<Engagement> = held.into_iter().map(|(_, engagement)| engagement).collect();
    let limits = centre::find(&mut tx).await?.map_or_else(Limits::default, |centre| centre.limits());
    if let Some(refusal) = refused_work(birth_on, work, &held, limits) {
        return Err(Problem::Refused(refusal).into());
    }
    let (on_day, minutes) = (work.on_day, work.minutes);
    let row = StintRow { id: cx.new_id(), claim_id: id, on_day, minutes, created_at: cx.now() };
    store::add_stint(&mut tx, &row).await?;
    let detail = serde_json::json!({ "minutes": work.minutes });
    trace::audit(cx, &mut tx, "note_work", "claim", id.0, detail).await?;
    trace::claim_event(cx, &mut tx, &claim, &slot, false).await?;
    let done = store::stints(&mut tx, id).await?.iter().map(|stint| stint.minutes).sum();
    cx.commit(tx).await?;
    Ok(done)
}

/// Takes a note of own work back. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for those of others, [`Problem::TooLate`] once the host has confirmed.
pub async fn unnote(cx: &Cx, id: StintId) -> Result<()> {
    cx.member()?;
    let mut tx = cx.write().await?;
    let Some(stint) = store::stint(&mut tx, id).await? else { return not_found() };
    tx.lock(&format!("claim:{}", stint.claim_id)).await?;
    let (claim, slot) = running(cx, &mut tx, stint.claim_id).await?;
    store::remove_stint(&mut tx, id).await?;
    let detail = serde_json::json!({ "minutes": stint.minutes });
    trace::audit(cx, &mut tx, "unnote_work", "claim", claim.id.0, detail).await?;
    trace::claim_event(cx, &mut tx, &claim, &slot, false).await?;
    cx.commit(tx).await
}

/// Says that an own task is done, or that it is not after all; the host sees it. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for claims of others, [`Problem::TooLate`] without a place, without any work noted, or once the
/// host has confirmed.
pub async fn finish(cx: &Cx, id: ClaimId, done: bool) -> Result<()> {
    cx.member()?;
    let mut tx = cx.write().await?;
    tx.lock(&format!("claim:{id}")).await?;
    let (claim, slot) = running(cx, &mut tx, id).await?;
    if done && store::stints(&mut tx, id).await?.is_empty() {
        return Err(Problem::TooLate.into());
    }
    store::set_done(&mut tx, id, done.then_some(cx.now())).await?;
    trace::audit(cx, &mut tx, "finish", "claim", id.0, serde_json::json!({ "done": done })).await?;
    trace::claim_event(cx, &mut tx, &claim, &slot, false).await?;
    cx.commit(tx).await
}

/// The reader's work on a task without an hour, if they have a place in it.
pub(super) async fn work(cx: &Cx, tx: &mut Tx, slot: &SlotRow, claim: ClaimId) -> Result<Option<WorkView>> {
    if slot.work_minutes.is_none() {
        return Ok(None);
    }
    let Some(claim) = claims::find(tx, claim).await?.filter(|claim| claim.state.holds_place()) else {
        return Ok(None);
    };
    let stints = store::stints(tx, claim.id).await?;
    let today = cx.now().day().into();
    let first_day = slot.starts_at.day().into();
    Ok(Some(WorkView {
        claim_id: claim.id,
        stints: stints
            .into_iter()
            .map(|row| StintView { id: row.id, on_day: row.on_day, minutes: row.minutes })
            .collect(),
        first_day,
        last_day: last_day(slot.ends_at).min(today),
        finished: store::done_at(tx, claim.id).await?.is_some(),
        open: claim.state == ClaimState::Approved && first_day <= today,
    }))
}
