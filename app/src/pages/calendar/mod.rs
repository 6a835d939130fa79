//! calendar

use leptos::prelude::*;

/// CalendarPage
#[component]
pub fn CalendarPage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
