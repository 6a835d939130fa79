//! opportunity

use leptos::prelude::*;

/// OpportunityPage
#[component]
pub fn OpportunityPage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
