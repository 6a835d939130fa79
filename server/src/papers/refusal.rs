//! A paper that there is not, as a page: why, and where the same can be read.

use app::error::UiError;
use axum::response::{Html, IntoResponse, Response};
use domain::locale::{Locale, text};
use domain::problem::Problem;
use http::StatusCode;
use http::header::{HeaderValue, RETRY_AFTER};

use crate::assets;

/// The page. `page` is the path of what was to be printed, without its language.
pub fn page(locale: Locale, problem: &Problem, page: &str) -> Response {
    let say = |key: &str| text(locale, key, &[]);
    let code = locale.code();
    let there = (locale.path(page), say("sheet-page-instead"));
    let calendar = (locale.path("/"), say("to-calendar"));
    let (title, words, way_on) = match problem {
        Problem::Unreachable => (say("title-problem"), say("sheet-busy"), there),
        Problem::NotFound => (say("title-not-found"), sentence(locale, problem), calendar),
        Problem::SignInFirst => (
            say("title-sign-in-first"),
            sentence(locale, problem),
            (locale.path(&format!("/wejscie?powrot={page}")), say("nav-sign-in")),
        ),
        Problem::Denied => (say("title-denied"), sentence(locale, problem), calendar),
        _ => (say("title-problem"), sentence(locale, problem), there),
    };
    let (style, icon) = (assets::page_assets().style, assets::page_assets().icon);
    let html = format!(
        "<!DOCTYPE html><html lang=\"{code}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\">\
         <title>{title} – Łącznik</title><link rel=\"icon\" href=\"{icon}\"><link rel=\"stylesheet\" href=\"{style}\"></head>\
         <body><main class=\"page page-narrow\" id=\"tresc\"><div class=\"empty\"><h1>{title}</h1><p>{words}</p>\
         <div class=\"btn-row\"><a class=\"btn\" href=\"{}\">{}</a></div></div></main></body></html>",
        escaped(&way_on.0),
        way_on.1,
        title = escaped(&title),
        words = escaped(&words),
    );
    let mut response = (status(problem), Html(html)).into_response();
    if *problem == Problem::Unreachable {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
    }
    response
}

fn sentence(locale: Locale, problem: &Problem) -> String {
    UiError(problem.clone()).sentence(locale)
}

/// Here nothing is out of reach but the press.
fn status(problem: &Problem) -> StatusCode {
    match problem {
        Problem::Unreachable => StatusCode::SERVICE_UNAVAILABLE,
        other => app::ssr::status(other),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
