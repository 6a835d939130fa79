//! Sentences to the reader: problems, empty places, what went well.

use crate::components::icon::{drawn, mark};
use crate::error::UiError;
use crate::html;
use crate::i18n::use_locale;
use crate::links::href;
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

/// A problem in words, read aloud when it appears.
pub fn problem_note(error: &UiError) -> impl IntoView + use<> {
    html!("<div class=\"note urgent\" role=\"alert\">" {drawn("alert")} "<p>" {error.sentence(use_locale())} "</p></div>").element()
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
        {sign("h1", &title, &error.sentence(use_locale()), Some((to, label)))}
    }
}

/// Nothing is here: said kindly, with a way on.
pub fn empty(title: &str, text: &str, way_on: Option<(String, String)>) -> impl IntoView + use<> {
    sign("h2", title, text, way_on)
}

/// A heading of this level, a sentence and a way on, where something else was expected.
fn sign(level: &str, title: &str, text: &str, way_on: Option<(String, String)>) -> InertElement {
    let way_on = way_on.map(|(to, label)| {
        html!("<div class=\"btn-row\"><a class=\"btn\" href=\"" {to} "\">" {label} "</a></div>")
    });
    html!("<div class=\"empty\">" {mark()} "<" {level} ">" {title} "</" {level} "><p>" {text} "</p>" {way_on} "</div>").element()
}

/// Something went well.
pub fn good_note(text: &str) -> impl IntoView + use<> {
    html!("<div class=\"note good\" role=\"status\">" {drawn("check-circle")} "<p>" {text} "</p></div>")
        .element()
}
