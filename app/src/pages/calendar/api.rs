//! The calendar's server function.

use crate::error::UiError;
use domain::view::{CalendarQuery, CalendarView};
use leptos::prelude::*;
use server_fn::codec::Json;

/// The calendar.
#[server(endpoint = "browse", input = Json)]
pub async fn browse(query: CalendarQuery) -> Result<CalendarView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::calendar::browse(&cx, query).await?)
}
