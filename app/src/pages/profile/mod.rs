//! profile

use leptos::prelude::*;

/// ProfilePage
#[component]
pub fn ProfilePage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
