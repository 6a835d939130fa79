//! Who is reading, and leaving: server functions that the frame needs.

use crate::error::UiError;
use crate::wire::Wire;
use domain::view::Me;
use leptos::prelude::*;
use server_fn::codec::PostUrl;

/// Who is reading.
#[server(endpoint = "who_reads", protocol = Wire)]
pub async fn who_reads() -> Result<Me, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::centre::me(&cx).await?)
}

/// Signs this browser out.
#[server(endpoint = "sign_out", protocol = Wire<PostUrl>)]
pub async fn sign_out() -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    // A session that is over already is as good as signed out.
    if cx.actor.person_id().is_some() {
        backend::service::sign_in::out(&cx).await?;
    }
    crate::ssr::close_session(&cx);
    crate::ssr::to_calendar();
    Ok(())
}

/// Signs all of this person's browsers out.
#[server(endpoint = "sign_out_everywhere", protocol = Wire<PostUrl>)]
pub async fn sign_out_everywhere() -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    if cx.actor.person_id().is_some() {
        backend::service::sign_in::out_everywhere(&cx).await?;
    }
    crate::ssr::close_session(&cx);
    crate::ssr::to_calendar();
    Ok(())
}
