//! content
use leptos::prelude::*;
/// About
#[component]
pub fn AboutPage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
/// Join
#[component]
pub fn JoinPage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
