//! Hearing when a place becomes free: of one date, or of every date of an opportunity. One mail, then it is over.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::mail::Template;
use crate::service::{asking, claims as claiming, trace};
use crate::store::opportunities;
use crate::store::slots::{self, SlotRow};
use crate::store::watches::{self, WatchRow};
use domain::ids::{OpportunityId, SlotId};
use domain::opportunity::OpportunityState;

/// Wishes to hear of a date, or no longer. For every person who signed in.
///
/// # Errors
/// [`domain::problem::Problem::SignInFirst`], [`domain::problem::Problem::NotFound`].
pub async fn slot(cx: &Cx, id: SlotId, on: bool) -> Result<()> {
    let me = cx.member()?.person_id();
    let mut tx = cx.write().await?;
    let found = slots::find(&mut tx, id).await?;
    if found.is_none_or(|slot| slot.opportunity_state == OpportunityState::Draft) {
        return not_found();
    }
    watches::remove(&mut tx, me, Some(id), None).await?;
    if on {
        watches::add(&mut tx, &WatchRow { slot_id: Some(id), ..wish(cx, me) }).await?;
    }
    trace::audit(cx, &mut tx, "watch", "slot", id.0, serde_json::json!({ "on": on })).await?;
    cx.commit(tx).await
}

/// Wishes to hear of every date of an opportunity, or no longer. For every person who signed in.
///
/// # Errors
/// [`domain::problem::Problem::SignInFirst`], [`domain::problem::Problem::NotFound`].
pub async fn opportunity(cx: &Cx, id: OpportunityId, on: bool) -> Result<()> {
    let me = cx.member()?.person_id();
    let mut tx = cx.write().await?;
    let found = opportunities::find(&mut tx, id).await?;
    if found.is_none_or(|row| row.state == OpportunityState::Draft) {
        return not_found();
    }
    watches::remove(&mut tx, me, None, Some(id)).await?;
    if on {
        watches::add(&mut tx, &WatchRow { opportunity_id: Some(id), ..wish(cx, me) }).await?;
    }
    trace::audit(cx, &mut tx, "watch", "opportunity", id.0, serde_json::json!({ "on": on })).await?;
    cx.commit(tx).await
}

pub(super) fn wish(cx: &Cx, person_id: domain::ids::PersonId) -> WatchRow {
    let id = cx.new_id();
    WatchRow {
        id,
        person_id,
        slot_id: None,
        opportunity_id: None,
        kind_code: None,
        organisation_id: None,
        created_at: cx.now(),
        told_at: None,
    }
}

/// Tells everybody who waits to hear of this date and could take a place in it. Who could not is not told yet.
pub(super) async fn tell(cx: &Cx, tx: &mut Tx, slot: &SlotRow) -> Result<()> {
    for watch in watches::waiting(tx, slot.id, slot.opportunity_id).await? {
        let part = claiming::only_part(cx, tx, watch.person_id, slot).await?;
        // Something can be claimed, whether there is a choice or not.
        if !matches!(part, Err(Some(_))) {
            watches::told(tx, watch.id, cx.now()).await?;
            asking::write(cx, tx, watch.person_id, slot, Template::Watched, Vec::new()).await?;
            trace::staffing_event(cx, tx, slot, Some(watch.person_id)).await?;
        }
    }
    Ok(())
}
