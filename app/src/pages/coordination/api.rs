//! Server functions of the coordinator's pages.

use crate::error::UiError;
use domain::claim::ClaimState;
use domain::form::{OpportunityForm, SlotsForm};
use domain::ids::{ClaimId, OpportunityId, SlotId};
use domain::view::{Dashboard, EditorView, OpportunityRow, StaffingView};
use leptos::prelude::*;
use server_fn::codec::Json;

/// The live dashboard.
#[server(name = ReadDashboard, endpoint = "dashboard", input = Json)]
pub async fn dashboard() -> Result<Dashboard, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::dashboard::show(&cx).await?)
}

/// Gives the place to a claim that waits.
#[server(endpoint = "approve_claim")]
pub async fn approve_claim(id: ClaimId) -> Result<ClaimState, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::claims::approve(&cx, id).await?)
}

/// Says no to a claim that waits.
#[server(endpoint = "refuse_claim")]
pub async fn refuse_claim(id: ClaimId, #[server(default)] reason: String) -> Result<ClaimState, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::claims::refuse(&cx, id, &reason).await?)
}

/// Takes back an own fresh decision.
#[server(endpoint = "undo_decision")]
pub async fn undo_decision(id: ClaimId) -> Result<ClaimState, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::claims::undo(&cx, id).await?)
}

/// Who could take the free places of a slot, and why not the others.
#[server(endpoint = "staffing", input = Json)]
pub async fn staffing(id: SlotId) -> Result<StaffingView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::matching::staffing(&cx, id).await?)
}

/// The opportunities with these words.
#[server(endpoint = "opportunities", input = Json)]
pub async fn opportunities(search: String) -> Result<Vec<OpportunityRow>, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::opportunities::list(&cx, &search).await?)
}

/// The editor of an opportunity, or of a new one.
#[server(endpoint = "opportunity_editor", input = Json)]
pub async fn editor(id: Option<OpportunityId>) -> Result<EditorView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::opportunities::editor(&cx, id).await?)
}

/// Adds a draft and opens its editor.
#[server(endpoint = "create_opportunity")]
pub async fn create_opportunity(form: OpportunityForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let id = backend::service::opportunities::create(&cx, &form).await?;
    crate::ssr::redirect(&format!("/{}/koordynacja/oferty/{id}", cx.locale.code()));
    Ok(())
}

/// Changes what an opportunity says.
#[server(endpoint = "update_opportunity")]
pub async fn update_opportunity(id: OpportunityId, form: OpportunityForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::opportunities::update(&cx, id, &form).await?)
}

/// Shows a draft to everyone.
#[server(endpoint = "publish_opportunity")]
pub async fn publish_opportunity(id: OpportunityId) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::opportunities::publish(&cx, id).await?)
}

/// Cancels an opportunity with its dates; how many people are told.
#[server(endpoint = "cancel_opportunity")]
pub async fn cancel_opportunity(
    id: OpportunityId,
    #[server(default)] reason: String,
) -> Result<i64, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::opportunities::cancel(&cx, id, &reason).await?)
}

/// Adds dates; how many.
#[server(endpoint = "add_slots")]
pub async fn add_slots(id: OpportunityId, form: SlotsForm) -> Result<i64, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::opportunities::add_slots(&cx, id, &form).await?)
}

/// Moves one date or changes its places.
#[server(endpoint = "change_slot")]
pub async fn change_slot(id: SlotId, form: SlotsForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::opportunities::change_slot(&cx, id, &form).await?)
}

/// Cancels one date; how many people are told.
#[server(endpoint = "cancel_slot")]
pub async fn cancel_slot(id: SlotId, #[server(default)] reason: String) -> Result<i64, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::opportunities::cancel_slot(&cx, id, &reason).await?)
}
