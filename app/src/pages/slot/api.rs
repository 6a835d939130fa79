//! The slot page's server functions. Ids that are no ids answer like ids that do not exist.

use crate::error::UiError;
use crate::wire::Wire;
use domain::claim::ClaimState;
use domain::form::{ClaimForm, StandInForm, StepBackForm, SwapForm};
use domain::view::SlotPage;
use leptos::prelude::*;
use server_fn::codec::PostUrl;

/// One slot with everything its reader needs to decide.
#[server(endpoint = "slot", protocol = Wire)]
pub async fn slot(id: String) -> Result<SlotPage, UiError> {
    let cx = crate::ssr::cx()?;
    let id = id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::calendar::slot(&cx, id).await?)
}

/// Claims a place; with a friend two, and goes on to the friend's link.
#[server(endpoint = "claim", protocol = Wire<PostUrl>)]
pub async fn claim(slot_id: String, #[server(default)] form: ClaimForm) -> Result<ClaimState, UiError> {
    let cx = crate::ssr::cx()?;
    let id = slot_id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    let (state, key) = backend::service::claims::claim_inviting(&cx, id, &form).await?;
    if let Some(key) = key {
        crate::ssr::redirect_within(&format!("/zaproszenie/{key}"));
    }
    Ok(state)
}

/// Steps back from a claim.
#[server(endpoint = "withdraw", protocol = Wire<PostUrl>)]
pub async fn withdraw(claim_id: String, #[server(default)] form: StepBackForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::stepping_back::step_back(&cx, claim_of(&claim_id)?, &form).await?)
}

/// Says that a date that was moved still suits.
#[server(endpoint = "still_suits", protocol = Wire<PostUrl>)]
pub async fn still_suits(claim_id: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::stepping_back::still_suits(&cx, claim_of(&claim_id)?).await?)
}

/// Wishes to hear when a place of this date is free, or no longer.
#[server(endpoint = "watch_slot", protocol = Wire<PostUrl>)]
pub async fn watch_slot(slot_id: String, on: bool) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let id = slot_id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::watching::slot(&cx, id, on).await?)
}

/// Asks for somebody to come instead.
#[server(endpoint = "seek_stand_in", protocol = Wire<PostUrl>)]
pub async fn seek_stand_in(claim_id: String, #[server(default)] form: StandInForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::stand_in::ask(&cx, claim_of(&claim_id)?, &form).await?)
}

/// Asks somebody of another date to swap.
#[server(endpoint = "propose_swap", protocol = Wire<PostUrl>)]
pub async fn propose_swap(claim_id: String, #[server(default)] form: SwapForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::stand_in::swap(&cx, claim_of(&claim_id)?, &form).await?)
}

/// Takes back the questions about a place.
#[server(endpoint = "stop_seeking", protocol = Wire<PostUrl>)]
pub async fn stop_seeking(claim_id: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::stand_in::take_back(&cx, claim_of(&claim_id)?).await?)
}

/// The id of a claim; what is none answers like one that does not exist.
#[cfg(feature = "ssr")]
fn claim_of(id: &str) -> Result<domain::ids::ClaimId, UiError> {
    id.parse().map_err(|_| domain::problem::Problem::NotFound.into())
}

/// Answers the questions of an own claim.
#[server(endpoint = "answer_questions", protocol = Wire<PostUrl>)]
pub async fn answer_questions(claim_id: String, #[server(default)] form: ClaimForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let id = claim_id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::questions::answer(&cx, id, &form.answers).await?)
}
