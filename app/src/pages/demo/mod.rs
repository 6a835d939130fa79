//! demo

use leptos::prelude::*;

/// MailsPage
#[component]
pub fn MailsPage() -> impl IntoView {
    view! { <main class="page" id="tresc"></main> }
}
