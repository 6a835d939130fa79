//! What search engines ask for: the list of pages, and which ones are nobody's to list.

use app::links::PUBLIC_PAGES;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use backend::context::Cx;
use backend::service::feeds;
use domain::locale::{LOCALES, Locale};
use domain::problem::Problem;
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use std::fmt::Write;

use crate::router::AppState;

/// Pages of one person, of staff, and what is no page. One's own dates need no line: they lead to the sign-in.
const NOT_LISTED: [&str; 9] = [
    "/profil",
    "/propozycja",
    "/zaproszenie",
    "/grupa",
    "/koordynacja",
    "/placowka",
    "/demo",
    "/kalendarz/moje",
    "/osadz",
];

/// The addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/robots.txt", get(robots)).route("/sitemap.xml", get(sitemap))
}

async fn robots(Extension(cx): Extension<Cx>) -> Response {
    let mut text = String::from("User-agent: *\nDisallow: /api/\nDisallow: /live\n");
    for path in NOT_LISTED {
        for language in ["", "/pl", "/uk", "/en"] {
            let _ = writeln!(text, "Disallow: {language}{path}");
        }
    }
    let _ = writeln!(text, "\nSitemap: {}/sitemap.xml", cx.node.settings.public_url);
    answer(text, "text/plain; charset=utf-8")
}

async fn sitemap(Extension(cx): Extension<Cx>) -> Response {
    let opportunities = match feeds::sitemap(&cx).await {
        Ok(opportunities) => opportunities,
        Err(error) => {
            return (app::ssr::status(&Problem::from(error)), "Not available now\n").into_response();
        }
    };
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let url = &cx.node.settings.public_url;
    for (path, ..) in PUBLIC_PAGES {
        page(&mut text, url, path, None);
    }
    for (id, changed) in opportunities {
        page(&mut text, url, &format!("/oferta/{id}"), Some(changed.to_string()));
    }
    text.push_str("</urlset>\n");
    answer(text, "application/xml; charset=utf-8")
}

/// A page in each language, each with the others. Addresses hold no sign that XML knows.
fn page(text: &mut String, url: &str, path: &str, changed: Option<String>) {
    let path = if path == "/" { "" } else { path };
    let address = |locale: Locale| format!("{url}/{}{path}", locale.code());
    let mut others = String::new();
    for locale in LOCALES {
        let (code, to) = (locale.code(), address(locale));
        let _ = write!(others, "<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{to}\"/>");
    }
    let changed = changed.map(|at| format!("<lastmod>{at}</lastmod>")).unwrap_or_default();
    for locale in LOCALES {
        let _ = writeln!(text, "<url><loc>{}</loc>{changed}{others}</url>", address(locale));
    }
}

fn answer(text: String, media_type: &'static str) -> Response {
    let mut response = text.into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    response
}
