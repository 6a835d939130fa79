//! slot

use leptos::prelude::*;

/// SlotPage
#[component]
pub fn SlotPage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
