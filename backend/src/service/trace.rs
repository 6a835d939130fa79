//! What every change leaves behind: an event for the live stream and an entry in the audit.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::store::audit::{self, AuditRow};
use crate::store::changes::{self, ChangeRow};
use crate::store::claims::ClaimRow;
use crate::store::events::{self, NewEvent};
use crate::store::history::{self, HistoryRow};
use crate::store::slots::SlotRow;
use domain::change::ChangeAction;
use domain::claim::ClaimStep;
use domain::event::Topic;
use domain::ids::{OpportunityId, OrganisationId, PersonId, SeriesId, SlotId};
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

/// Notes in the audit who did what to which record. No names, no free text.
pub async fn audit(
    cx: &Cx,
    tx: &mut Tx,
    action: &str,
    noun: &str,
    object: Uuid,
    detail: Value,
) -> Result<()> {
    let row = AuditRow {
        id: cx.new_id(),
        at: cx.now(),
        actor_id: cx.actor.person_id(),
        action: action.to_owned(),
        noun: noun.to_owned(),
        object_id: Some(object),
        detail: Json(detail),
    };
    Ok(audit::add(tx, &row).await?)
}

/// Notes that personal data were looked at, in a transaction of its own. Source: R6.
pub async fn audit_view(cx: &Cx, noun: &str, object: Option<Uuid>, shown: usize) -> Result<()> {
    let mut tx = cx.write().await?;
    audit(cx, &mut tx, "view", noun, object.unwrap_or(Uuid::nil()), serde_json::json!({ "shown": shown }))
        .await?;
    Ok(tx.commit().await?)
}

/// Notes a step in the history of a claim, which is now as `claim` says.
pub async fn claim_step(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, step: ClaimStep) -> Result<()> {
    claim_step_because(cx, tx, claim, step, None).await
}

/// The same with why a coordinator took it.
pub async fn claim_step_because(
    cx: &Cx,
    tx: &mut Tx,
    claim: &ClaimRow,
    step: ClaimStep,
    note: Option<String>,
) -> Result<()> {
    let row = HistoryRow {
        claim_id: claim.id,
        at: cx.now(),
        actor_id: cx.actor.person_id(),
        step,
        state: claim.state,
        note,
    };
    Ok(history::add(tx, &row).await?)
}

/// Notes in the history of an opportunity what was done to it, or to a series or date of it, with what it was before.
pub async fn change(
    cx: &Cx,
    tx: &mut Tx,
    opportunity: OpportunityId,
    part: (Option<SeriesId>, Option<SlotId>),
    action: ChangeAction,
    detail: Value,
) -> Result<()> {
    let row = ChangeRow {
        id: cx.new_id(),
        opportunity_id: opportunity,
        series_id: part.0,
        slot_id: part.1,
        at: cx.now(),
        changed_by: cx.actor.person_id(),
        action,
        detail: Json(detail),
    };
    Ok(changes::add(tx, &row).await?)
}

/// A claim changed, and with it perhaps its slot's places.
pub async fn claim_event(
    cx: &Cx,
    tx: &mut Tx,
    claim: &ClaimRow,
    slot: &SlotRow,
    places_changed: bool,
) -> Result<()> {
    let event = NewEvent {
        topic: Topic::Claim,
        claim_id: Some(claim.id),
        slot_id: Some(slot.id),
        opportunity_id: Some(slot.opportunity_id),
        organisation_id: Some(slot.organisation_id),
        person_id: Some(claim.person_id),
    };
    events::add(tx, cx.new_id(), event, cx.now()).await?;
    if places_changed {
        slot_event(cx, tx, slot).await?;
    }
    Ok(())
}

/// A slot changed. Public: it names no person and no claim.
pub async fn slot_event(cx: &Cx, tx: &mut Tx, slot: &SlotRow) -> Result<()> {
    let event = NewEvent {
        topic: Topic::Slot,
        claim_id: None,
        slot_id: Some(slot.id),
        opportunity_id: Some(slot.opportunity_id),
        organisation_id: Some(slot.organisation_id),
        person_id: None,
    };
    Ok(events::add(tx, cx.new_id(), event, cx.now()).await?)
}

/// An offer, a lock, an exclusion, or who looks: of this slot; `person` hears of their own offer.
pub async fn staffing_event(cx: &Cx, tx: &mut Tx, slot: &SlotRow, person: Option<PersonId>) -> Result<()> {
    let event = NewEvent {
        topic: Topic::Staffing,
        claim_id: None,
        slot_id: Some(slot.id),
        opportunity_id: Some(slot.opportunity_id),
        organisation_id: None,
        person_id: person,
    };
    Ok(events::add(tx, cx.new_id(), event, cx.now()).await?)
}

/// What counts how much changed.
pub async fn settings_event(cx: &Cx, tx: &mut Tx) -> Result<()> {
    let event = NewEvent {
        topic: Topic::Staffing,
        claim_id: None,
        slot_id: None,
        opportunity_id: None,
        organisation_id: None,
        person_id: None,
    };
    Ok(events::add(tx, cx.new_id(), event, cx.now()).await?)
}

/// An opportunity changed.
pub async fn opportunity_event(
    cx: &Cx,
    tx: &mut Tx,
    id: OpportunityId,
    organisation: OrganisationId,
) -> Result<()> {
    let event = NewEvent {
        topic: Topic::Opportunity,
        claim_id: None,
        slot_id: None,
        opportunity_id: Some(id),
        organisation_id: Some(organisation),
        person_id: None,
    };
    Ok(events::add(tx, cx.new_id(), event, cx.now()).await?)
}

/// A person's record changed.
pub async fn person_event(cx: &Cx, tx: &mut Tx, id: PersonId) -> Result<()> {
    let event = NewEvent {
        topic: Topic::Person,
        claim_id: None,
        slot_id: None,
        opportunity_id: None,
        organisation_id: None,
        person_id: Some(id),
    };
    Ok(events::add(tx, cx.new_id(), event, cx.now()).await?)
}
