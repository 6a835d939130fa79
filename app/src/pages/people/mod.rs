//! people

use leptos::prelude::*;

/// PeoplePage
#[component]
pub fn PeoplePage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
