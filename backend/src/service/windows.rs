//! Tasks without an hour: posting them, noting the work as it is done.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::service::claims::with_slot;
use crate::service::{trace, waitlist};
use crate::store::claims::{self, ClaimRow};
use crate::store::dates::{self, DateRow};
use crate::store::opportunities;
use crate::store::slots::{self, SlotRow};
use crate::store::windows::{self as store, StintRow};
use crate::store::{centre, people};
use domain::change::ChangeAction;
use domain::claim::ClaimState;
use domain::claiming::Engagement;
use domain::form::{StintForm, WidenForm, WindowForm};
use domain::ids::{ClaimId, OpportunityId, SlotId, StintId};
use domain::opportunity::{OpportunityState, SlotState};
use domain::problem::Problem;
use domain::view::{ChangeDetail, StintView, WorkView};
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
    let told = ChangeDetail { date: Some(time), added: 1, ..ChangeDetail::default() };
    note_change(cx, &mut tx, (id, slot.id), ChangeAction::AddDates, told).await?;
    trace::opportunity_event(cx, &mut tx, id, row.organisation_id).await?;
    cx.commit(tx).await?;
    Ok(slot.id)
}

async fn note_change(
    cx: &Cx,
    tx: &mut Tx,
    (opportunity, slot): (OpportunityId, SlotId),
    action: ChangeAction,
    detail: ChangeDetail,
) -> Result<()> {
    let detail = serde_json::to_value(detail).unwrap_or_default();
    trace::change(cx, tx, opportunity, (None, Some(slot)), action, detail).await
}

/// Gives a task without an hour more time or other places. It ends no earlier and nobody loses a place, so nobody has
/// to be asked again; who waits goes on. Anything else is another task. For coordinators.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`] also for dates with hours, [`Problem::Invalid`], [`Problem::TooLate`] once
/// it is cancelled.
pub async fn widen(cx: &Cx, id: SlotId, form: &WidenForm) -> Result<()> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.write().await?;
    tx.lock(&format!("slot:{id}")).await?;
    let found = slots::find(&mut tx, id).await?.filter(|slot| slot.work_minutes.is_some());
    let Some(slot) = found else { return not_found() };
    let (ends_at, max_places) = form.check(cx.now(), slot.ends_at, slot.taken.max(slot.min_places))?;
    if !store::widen(&mut tx, id, ends_at, max_places).await? {
        return Err(Problem::TooLate.into());
    }
    let detail = ChangeDetail {
        date: Some((slot.starts_at, slot.ends_at)),
        date_after: (ends_at != slot.ends_at).then_some((slot.starts_at, ends_at)),
        places: (max_places != slot.max_places)
            .then_some([(slot.min_places, slot.max_places), (slot.min_places, max_places)]),
        ..ChangeDetail::default()
    };
    note_change(cx, &mut tx, (slot.opportunity_id, id), ChangeAction::ChangeDates, detail).await?;
    trace::audit(cx, &mut tx, "widen", "slot", id.0, serde_json::json!({ "places": max_places })).await?;
    trace::slot_event(cx, &mut tx, &slot).await?;
    waitlist::go_on(cx, &mut tx, id).await?;
    cx.commit(tx).await
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
    let limits = centre::rules(&mut tx).await?.limits;
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
