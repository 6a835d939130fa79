//! Sentences to the reader: problems, empty places, what went well.

use crate::components::html::Html;
use crate::components::icon::{icon, mark};
use crate::error::UiError;
use crate::html;
use crate::i18n::use_locale;
use crate::links::href;
use domain::problem::Problem;
use leptos::prelude::*;

/// A problem in words, read aloud when it appears.
pub fn problem_note(error: &UiError) -> Html {
    html!("<div class=\"note urgent\" role=\"alert\">" {icon("alert")} "<p>" {error.sentence(use_locale())} "</p></div>")
}

/// A page that cannot be shown: why, and where to go. What this build cannot read, a new page shows.
pub fn problem_page(error: &UiError) -> impl IntoView + use<> {
    #[cfg(feature = "ssr")]
    crate::ssr::set_status(&error.0);
    #[cfg(not(feature = "ssr"))]
    if error.0 == Problem::Outdated {
        // Where a page cannot be loaded anew, the sentence says so.
        let _ = window().location().reload();
    }
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
pub fn empty(title: &str, text: &str, way_on: Option<(String, String)>) -> Html {
    sign("h2", title, text, way_on)
}

/// A heading of this level, a sentence and a way on, where something else was expected.
fn sign(level: &str, title: &str, text: &str, way_on: Option<(String, String)>) -> Html {
    let way_on = way_on.map(|(to, label)| {
        html!("<div class=\"btn-row\"><a class=\"btn\" href=\"" {to} "\">" {label} "</a></div>")
    });
    html!("<div class=\"empty\">" {mark()} "<" {level} ">" {title} "</" {level} "><p>" {text} "</p>" {way_on} "</div>")
}

/// Something went well.
pub fn good_note(text: &str) -> Html {
    html!("<div class=\"note good\" role=\"status\">" {icon("check-circle")} "<p>" {text} "</p></div>")
}
