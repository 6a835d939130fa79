//! sign_in
use leptos::prelude::*;
/// SignIn
#[component]
pub fn SignInPage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
/// Code
#[component]
pub fn CodePage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
