//! The calendar's server function.

use crate::wire::Wire;
use crate::error::UiError;
use domain::view::{CalendarQuery, CalendarView};
use leptos::prelude::*;

/// The calendar.
#[server(endpoint = "browse", input = Wire, output = Wire)]
pub async fn browse(query: CalendarQuery) -> Result<CalendarView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::calendar::browse(&cx, query).await?)
}
