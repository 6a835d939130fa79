//! Server functions of the host's page.

use crate::error::UiError;
use crate::wire::Wire;
use domain::ids::{ClaimId, GuestId};
use domain::view::HostView;
use leptos::prelude::*;
use server_fn::codec::PostUrl;

/// Who comes and who came.
#[server(endpoint = "hosted", protocol = Wire)]
pub async fn hosted() -> Result<HostView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::hosting::overview(&cx).await?)
}

/// Records that a person came, did not come, or takes the record back.
#[server(endpoint = "record_presence", protocol = Wire<PostUrl>)]
pub async fn record_presence(
    id: ClaimId,
    #[server(default)] came: Option<bool>,
    #[server(default)] minutes: String,
) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::hosting::record(&cx, id, came, &minutes).await?)
}

/// Records that somebody of a group came, did not come, or takes the record back.
#[server(endpoint = "record_guest", protocol = Wire<PostUrl>)]
pub async fn record_guest(id: GuestId, #[server(default)] came: Option<bool>) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::parties::record_guest(&cx, id, came).await?)
}
