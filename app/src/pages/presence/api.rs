//! Server functions of checking in.

use crate::error::UiError;
use crate::wire::Wire;
use domain::ids::OrganisationId;
use domain::presence::TapForm;
use domain::view::{PlaceRow, PosterView, PresenceView, ScreenView};
use leptos::prelude::*;
use server_fn::codec::PostUrl;

/// What the reader can say at the place with this key.
#[server(endpoint = "presence", protocol = Wire)]
pub async fn presence(key: String) -> Result<PresenceView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::presence::show(&cx, &key).await?)
}

/// Notes that the reader came or left.
#[server(endpoint = "check_in", protocol = Wire<PostUrl>)]
pub async fn check_in(form: TapForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::presence::tap(&cx, &form).await?)
}

/// The places that the reader looks after.
#[server(endpoint = "host_places", protocol = Wire)]
pub async fn host_places() -> Result<Vec<PlaceRow>, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::presence::places(&cx).await?)
}

/// Gives a place its code, or another one.
#[server(endpoint = "prepare_place", protocol = Wire<PostUrl>)]
pub async fn prepare_place(id: OrganisationId) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::presence::prepare(&cx, id).await?)
}

/// What hangs at a place.
#[server(endpoint = "place_poster", protocol = Wire)]
pub async fn place_poster(id: String) -> Result<PosterView, UiError> {
    let cx = crate::ssr::cx()?;
    let id = id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::presence::poster(&cx, id).await?)
}

/// What a host's screen shows this minute.
#[server(endpoint = "place_screen", protocol = Wire)]
pub async fn place_screen(id: String) -> Result<ScreenView, UiError> {
    let cx = crate::ssr::cx()?;
    let id = id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::presence::screen(&cx, id).await?)
}
