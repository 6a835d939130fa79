//! The slot page's server functions. Ids that are no ids answer like ids that do not exist.

use crate::error::UiError;
use domain::claim::ClaimState;
use domain::form::ClaimForm;
use domain::view::SlotPage;
use leptos::prelude::*;
use server_fn::codec::Json;

/// One slot with everything its reader needs to decide.
#[server(endpoint = "slot", input = Json)]
pub async fn slot(id: String) -> Result<SlotPage, UiError> {
    let cx = crate::ssr::cx()?;
    let id = id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::calendar::slot(&cx, id).await?)
}

/// Claims a place.
#[server(endpoint = "claim")]
pub async fn claim(slot_id: String, #[server(default)] form: ClaimForm) -> Result<ClaimState, UiError> {
    let cx = crate::ssr::cx()?;
    let id = slot_id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::claims::claim_as(&cx, id, &form).await?)
}

/// Steps back from a claim.
#[server(endpoint = "withdraw")]
pub async fn withdraw(claim_id: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let id = claim_id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::claims::withdraw(&cx, id).await?)
}

/// Answers the questions of an own claim.
#[server(endpoint = "answer_questions")]
pub async fn answer_questions(claim_id: String, #[server(default)] form: ClaimForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let id = claim_id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::questions::answer(&cx, id, &form.answers).await?)
}
