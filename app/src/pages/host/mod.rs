//! host

use leptos::prelude::*;

/// HostPage
#[component]
pub fn HostPage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
