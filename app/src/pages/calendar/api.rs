//! The calendar's server function.

use crate::error::UiError;
use crate::wire::Wire;
use domain::view::{CalendarQuery, CalendarView};
use leptos::prelude::*;

/// The calendar.
#[server(endpoint = "browse", protocol = Wire)]
pub async fn browse(query: CalendarQuery) -> Result<CalendarView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::calendar::browse(&cx, query).await?)
}
