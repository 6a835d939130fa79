//! Sentences to the reader: problems, empty places, what went well.

use crate::components::icon::{icon, mark};
use crate::error::UiError;
use crate::i18n::use_locale;
use crate::links::href;
use domain::problem::Problem;
use leptos::prelude::*;

/// A problem in words, read aloud when it appears.
pub fn problem_note(error: &UiError) -> impl IntoView + use<> {
    view! {
        <div class="note urgent" role="alert">
            {icon("alert")}
            <p>{error.sentence(use_locale())}</p>
        </div>
    }
}

/// A page that cannot be shown: why, and where to go.
pub fn problem_page(error: &UiError) -> impl IntoView + use<> {
    #[cfg(feature = "ssr")]
    crate::ssr::set_status(&error.0);
    let (title, to, label) = match error.0 {
        Problem::SignInFirst => (t!("title-sign-in-first"), href("/wejscie"), t!("nav-sign-in")),
        Problem::NotFound => (t!("title-not-found"), href("/"), t!("to-calendar")),
        Problem::Denied => (t!("title-denied"), href("/"), t!("to-calendar")),
        _ => (t!("title-problem"), href("/"), t!("to-calendar")),
    };
    view! {
        <leptos_meta::Title text=title.clone() />
        <div class="empty">
            {mark("mark")}
            <h1>{title}</h1>
            <p>{error.sentence(use_locale())}</p>
            <div class="btn-row">
                <a class="btn" href=to>{label}</a>
            </div>
        </div>
    }
}

/// Nothing is here: said kindly, with a way on.
pub fn empty(title: String, text: String, way_on: Option<(String, String)>) -> impl IntoView {
    view! {
        <div class="empty">
            {mark("mark")}
            <h2>{title}</h2>
            <p>{text}</p>
            {way_on.map(|(to, label)| view! {
                <div class="btn-row">
                    <a class="btn" href=to>{label}</a>
                </div>
            })}
        </div>
    }
}

/// Something went well.
pub fn good_note(text: String) -> impl IntoView {
    view! {
        <div class="note good" role="status">
            {icon("check-circle")}
            <p>{text}</p>
        </div>
    }
}
