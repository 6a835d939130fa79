//! Who is reading, and leaving: server functions that the frame needs.

use crate::wire::Wire;
use crate::error::UiError;
use domain::view::Me;
use leptos::prelude::*;

/// Who is reading.
#[server(endpoint = "who_reads", input = Wire, output = Wire)]
pub async fn who_reads() -> Result<Me, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::centre::me(&cx).await?)
}

/// Signs this browser out.
#[server(endpoint = "sign_out", output = Wire)]
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
#[server(endpoint = "sign_out_everywhere", output = Wire)]
pub async fn sign_out_everywhere() -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    if cx.actor.person_id().is_some() {
        backend::service::sign_in::out_everywhere(&cx).await?;
    }
    crate::ssr::close_session(&cx);
    crate::ssr::to_calendar();
    Ok(())
}
