//! Server functions of the coordinator's list of people.

use crate::error::UiError;
use domain::ids::PersonId;
use domain::person::VolunteerStatus;
use domain::view::PeopleView;
use leptos::prelude::*;
use server_fn::codec::Json;

/// Volunteers by status and search text.
#[server(endpoint = "people", input = Json)]
pub async fn people(status: Option<VolunteerStatus>, search: String) -> Result<PeopleView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::people::list(&cx, status, &search).await?)
}

/// Moves a volunteer along the way.
#[server(endpoint = "set_status")]
pub async fn set_status(id: PersonId, status: VolunteerStatus) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::people::set_status(&cx, id, status).await?)
}

/// Records that the checks of UPM art. 21 are complete, or takes the record back.
#[server(endpoint = "record_screening")]
pub async fn record_screening(id: PersonId, done: bool) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::people::record_screening(&cx, id, done).await?)
}
