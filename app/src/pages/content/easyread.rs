//! How to help, in plain language: short sentences, one thought in each, a picture beside each part.

use crate::components::icon::icon;
use crate::components::paper::paper;
use crate::links::href;
use leptos::prelude::*;
use leptos_meta::Title;

/// The parts with their pictures; each has a title and four sentences.
const PARTS: [(u8, &str); 6] =
    [(1, "hands"), (2, "calendar"), (3, "check-circle"), (4, "clock"), (5, "info"), (6, "people")];

/// How to help, in plain language.
#[component]
pub fn EasyPage() -> impl IntoView {
    let part = |(number, image): (u8, &'static str)| {
        let lines =
            ["a", "b", "c", "d"].map(|line| view! { <li>{t!(&format!("easyread-{number}-{line}"))}</li> });
        view! {
            <section class="easy">
                <span class="easy-picture">{icon(image)}</span>
                <div>
                    <h2>{t!(&format!("easyread-{number}"))}</h2>
                    <ul>{lines.collect_view()}</ul>
                </div>
            </section>
        }
    };
    view! {
        <Title text=t!("easyread-title") />
        <main class="page page-text" id="tresc" tabindex="-1">
            <div class="page-head"><div><h1>{t!("easyread-title")}</h1><p class="lede">{t!("easyread-lede")}</p></div></div>
            {PARTS.map(part).collect_view()}
            <div class="btn-row">
                <a class="btn" href=href("/")>{t!("to-calendar")}</a>
                <a class="btn ghost" href=href("/dolacz")>{t!("nav-join")}</a>
            </div>
            {paper("/jak-pomagac", "/jak-pomagac.pdf", &[])}
        </main>
    }
}
