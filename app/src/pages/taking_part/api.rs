//! Server functions of the other ways of taking part. Ids that are no ids answer like ids that do not exist.

use crate::error::UiError;
use crate::wire::Wire;
use domain::form::{DatesForm, StandingForm, StintForm};
use domain::view::{DateOutcome, StandingView};
use leptos::prelude::*;
use server_fn::codec::PostUrl;

/// Claims a place in each of the chosen dates.
#[server(endpoint = "claim_dates", protocol = Wire<PostUrl>)]
pub async fn claim_dates(#[server(default)] form: DatesForm) -> Result<Vec<DateOutcome>, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::standing::claim_dates(&cx, &form).await?)
}

/// Takes the standing place in a series.
#[server(endpoint = "take_standing", protocol = Wire<PostUrl>)]
pub async fn take_standing(
    series_id: String,
    #[server(default)] form: StandingForm,
) -> Result<Vec<DateOutcome>, UiError> {
    let cx = crate::ssr::cx()?;
    let id = series_id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::standing::take(&cx, id, &form).await?)
}

/// Ends a standing place from a day on; how many dates are given back.
#[server(endpoint = "end_standing", protocol = Wire<PostUrl>)]
pub async fn end_standing(standing_id: String, #[server(default)] from: String) -> Result<i64, UiError> {
    let cx = crate::ssr::cx()?;
    let id = standing_id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::standing::end(&cx, id, &from).await?)
}

/// The reader's standing places.
#[server(endpoint = "my_standing", protocol = Wire)]
pub async fn my_standing() -> Result<Vec<StandingView>, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::standing::mine(&cx).await?)
}

/// Notes work on an own task without an hour.
#[server(endpoint = "note_work", protocol = Wire<PostUrl>)]
pub async fn note_work(claim_id: String, #[server(default)] form: StintForm) -> Result<i64, UiError> {
    let cx = crate::ssr::cx()?;
    let id = claim_id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::windows::note(&cx, id, &form).await?)
}

/// Takes a note of own work back.
#[server(endpoint = "unnote_work", protocol = Wire<PostUrl>)]
pub async fn unnote_work(stint_id: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let id = stint_id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::windows::unnote(&cx, id).await?)
}

/// Says that an own task is done, or that it is not after all.
#[server(endpoint = "finish_work", protocol = Wire<PostUrl>)]
pub async fn finish_work(claim_id: String, #[server(default)] done: bool) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let id = claim_id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::windows::finish(&cx, id, done).await?)
}
