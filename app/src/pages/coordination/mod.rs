//! coordination
use leptos::prelude::*;
/// Dashboard
#[component]
pub fn DashboardPage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
/// List
#[component]
pub fn OpportunitiesPage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
/// Editor
#[component]
pub fn EditorPage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
