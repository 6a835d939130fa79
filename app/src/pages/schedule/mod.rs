//! schedule

use leptos::prelude::*;

/// SchedulePage
#[component]
pub fn SchedulePage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
