//! Server functions of the coordinator's list of people.

use crate::error::UiError;
use crate::wire::Wire;
use domain::form::QualificationForm;
use domain::ids::PersonId;
use domain::person::VolunteerStatus;
use domain::view::{PeopleView, QualificationsView};
use leptos::prelude::*;
use server_fn::codec::PostUrl;

/// Volunteers by status and search text.
#[server(endpoint = "people", protocol = Wire)]
pub async fn people(status: Option<VolunteerStatus>, search: String) -> Result<PeopleView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::people::list(&cx, status, &search).await?)
}

/// Moves a volunteer along the way.
#[server(endpoint = "set_status", protocol = Wire<PostUrl>)]
pub async fn set_status(id: PersonId, status: VolunteerStatus) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::people::set_status(&cx, id, status).await?)
}

/// Records that the checks of UPM art. 21 are complete, or takes the record back.
#[server(endpoint = "record_screening", protocol = Wire<PostUrl>)]
pub async fn record_screening(id: PersonId, done: bool) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::people::record_screening(&cx, id, done).await?)
}

/// What a volunteer can show.
#[server(endpoint = "qualifications", protocol = Wire)]
pub async fn qualifications(person: PersonId) -> Result<QualificationsView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::qualifications::of_person(&cx, person).await?)
}

/// Records something that a volunteer can show.
#[server(endpoint = "record_qualification", protocol = Wire<PostUrl>)]
pub async fn record_qualification(
    person: String,
    #[server(default)] form: QualificationForm,
) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let person = person.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::qualifications::record(&cx, person, &form).await?)
}

/// Takes such a record back.
#[server(endpoint = "remove_qualification", protocol = Wire<PostUrl>)]
pub async fn remove_qualification(person: String, code: String, from: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let person = person.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::qualifications::remove(&cx, person, &code, &from).await?)
}

/// Adds one to the centre's list.
#[server(endpoint = "add_qualification", protocol = Wire<PostUrl>)]
pub async fn add_qualification(name: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::qualifications::add(&cx, &name).await?)
}
