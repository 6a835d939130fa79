//! The router and the pages below it.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::SsrMode;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

/// Everything inside `<body>`, rendered by the server and taken over by the browser.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Title text="Łącznik" />
        <Router>
            <main>
                <Routes fallback=NotFound>
                    <Route path=path!("/") view=Start ssr=SsrMode::Async />
                </Routes>
            </main>
        </Router>
    }
}

#[component]
fn Start() -> impl IntoView {
    let (count, set_count) = signal(0);
    view! {
        <h1>"Łącznik"</h1>
        <button type="button" on:click=move |_| set_count.update(|count| *count += 1)>
            {count}
        </button>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    view! { <h1>"404"</h1> }
}
