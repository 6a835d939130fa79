//! What the programme is, and how to join.

pub mod easyread;

use crate::components::icon::{family_class, family_icon, icon};
use crate::components::paper::paper;
use crate::error::UiError;
use crate::links::href;
use crate::wire::{Wire, read, when_there};
use domain::view::KindChoice;
use leptos::prelude::*;
use leptos_meta::Title;

/// The kinds of activity.
#[server(endpoint = "kinds", protocol = Wire)]
pub async fn kinds() -> Result<Vec<KindChoice>, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::calendar::kinds(&cx).await?)
}

/// What the programme is.
#[component]
pub fn AboutPage() -> impl IntoView {
    let kinds = read(|| (), |()| kinds());
    view! {
        <Title text=t!("title-about") />
        <main class="page page-text" id="tresc" tabindex="-1">
            <div class="page-head"><div><h1>{t!("title-about")}</h1><p class="lede">{t!("about-lede")}</p></div></div>
            <div class="prose">
                <p>{t!("about-history")}</p>
                <p>{t!("about-people")}</p>
                <h2>{t!("about-kinds-title")}</h2>
            </div>
            {move || when_there(async move {
                kinds.await.ok().map(|kinds| {
                    view! { <ul class="list">{kinds.iter().map(kind).collect_view()}</ul> }
                })
            })}
            <div class="btn-row">
                <a class="btn" href=href("/")>{t!("to-calendar")}</a>
                <a class="btn ghost" href=href("/dolacz")>{t!("nav-join")}</a>
            </div>
            {paper("/o-programie", "/o-programie.pdf", &[])}
        </main>
    }
}

fn kind(kind: &KindChoice) -> impl IntoView + use<> {
    let to = href(&format!("/?rodzaj={}", kind.code));
    view! {
        <li class=family_class(kind.family)>
            <span class="kind">{icon(family_icon(kind.family))}</span>
            <div class="grow">
                <a href=to>{kind.name.clone()}</a>
                " "<small class="soft">{t!("from-age", age = kind.min_age)}</small>
            </div>
        </li>
    }
}

/// How to join.
#[component]
pub fn JoinPage() -> impl IntoView {
    let steps = (1..=5).map(|step| {
        view! { <li>{t!(&format!("join-step-{step}"))}<small>{t!(&format!("join-step-{step}-how"))}</small></li> }
    });
    view! {
        <Title text=t!("title-join") />
        <main class="page page-text" id="tresc" tabindex="-1">
            <div class="page-head"><div><h1>{t!("title-join")}</h1><p class="lede">{t!("join-lede")}</p></div></div>
            <ol class="steps">{steps.collect_view()}</ol>
            <div class="prose">
                <h2>{t!("join-minors-title")}</h2>
                <p>{t!("join-minors")}</p>
                <h2>{t!("join-rights-title")}</h2>
                <p>{t!("join-rights")}</p>
            </div>
            <div class="btn-row"><a class="btn" href=href("/wejscie")>{t!("join-do")}</a></div>
            {paper("/dolacz", "/dolacz.pdf", &[])}
        </main>
    }
}
