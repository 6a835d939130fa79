//! A form that a browser sent by itself and that was refused: the answer is its page again, with what was typed and what
//! to change. Nothing typed is stored or put into an address. The page then stands at the address of the form; a cookie
//! keeps its own, so that sending again leads back to it.

use app::forms::Typed;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue, LOCATION, REFERER, SET_COOKIE};
use http::{HeaderMap, Method, StatusCode, Uri};
use leptos::prelude::{provide_context, use_context};

use crate::router::BODY_LIMIT_BYTES;
use crate::session;

/// The cookie with the address of the page that was shown again.
const PAGE: &str = "page";

/// Answers a refused form with its page. Leptos would redirect there, with the problem in the address.
pub async fn show_again(request: Request, next: Next) -> Response {
    let form = request.headers().get(CONTENT_TYPE).is_some_and(is_form);
    if !form || request.method() != Method::POST {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    come_from_the_page(&mut parts.headers);
    let Ok(bytes) = to_bytes(body, BODY_LIMIT_BYTES).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let response = next.clone().run(Request::from_parts(parts.clone(), Body::from(bytes.clone()))).await;
    let (Some(page), Ok(body)) = (refused_at(&response), String::from_utf8(bytes.to_vec())) else {
        return response;
    };
    let mut again = Request::new(Body::empty());
    *again.headers_mut() = parts.headers;
    again.headers_mut().remove(CONTENT_TYPE);
    again.headers_mut().remove(CONTENT_LENGTH);
    *again.extensions_mut() = parts.extensions;
    again.extensions_mut().insert(Typed { address: parts.uri.path().to_owned(), body });
    let address = without_problem(&page);
    *again.uri_mut() = page;
    let mut answer = next.run(again).await;
    if let Ok(cookie) = HeaderValue::from_str(&format!("{PAGE}={address}; Path=/api; HttpOnly; SameSite=Lax"))
    {
        answer.headers_mut().append(SET_COOKIE, cookie);
    }
    if answer.status() == StatusCode::OK {
        *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    answer
}

/// Where the request says it comes from, if that is a form's address, becomes the page that was shown there.
fn come_from_the_page(headers: &mut HeaderMap) {
    let page = session::cookie(headers, PAGE).map_or("/", app::links::safe_return).to_owned();
    let Some(Ok(referer)) = headers.get(REFERER).map(HeaderValue::to_str) else { return };
    let Some((origin, _)) = referer.split_once("/api/") else { return };
    if let Ok(referer) = HeaderValue::from_str(&format!("{origin}{page}")) {
        headers.insert(REFERER, referer);
    }
}

fn is_form(kind: &HeaderValue) -> bool {
    kind.to_str().is_ok_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
}

/// The page, with the problem in its address, to which Leptos sends a refused form.
fn refused_at(response: &Response) -> Option<Uri> {
    let location: Uri = response.headers().get(LOCATION)?.to_str().ok()?.parse().ok()?;
    let address = location.path_and_query()?;
    address.query().is_some_and(|query| query.contains("__err=")).then(|| address.clone().into())
}

/// The address of a page as it was before Leptos put the problem into it.
fn without_problem(page: &Uri) -> String {
    let own = |pair: &&str| !pair.starts_with("__") && !pair.contains(';');
    let query: Vec<&str> = page.query().unwrap_or_default().split('&').filter(own).collect();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{}", page.path(), query.join("&"))
}

/// Hands what was typed to the page being rendered. Call it in the page's context.
pub fn provide_typed() {
    let parts = use_context::<http::request::Parts>();
    if let Some(typed) = parts.and_then(|parts| parts.extensions.get::<Typed>().cloned()) {
        provide_context(typed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::header::COOKIE;

    #[test]
    fn the_cookie_leads_nowhere_else() {
        let came_from = |cookie: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(COOKIE, HeaderValue::from_static(cookie));
            headers.insert(REFERER, HeaderValue::from_static("https://here.example/api/claim"));
            come_from_the_page(&mut headers);
            headers[REFERER].clone()
        };
        assert_eq!(came_from("page=/termin/7"), "https://here.example/termin/7");
        for elsewhere in
            ["page=//evil.example", "page=https://evil.example", "page=.evil.example", "page=@evil.example"]
        {
            assert_eq!(came_from(elsewhere), "https://here.example/", "{elsewhere}");
        }
    }

    #[test]
    fn a_page_keeps_its_own_address() {
        let before = |page: &'static str| without_problem(&Uri::from_static(page));
        assert_eq!(before("/pl/propozycja/7?klucz=ab&__path=x&__err=y"), "/pl/propozycja/7?klucz=ab");
        assert_eq!(before("/termin/7?__path=x&__err=y"), "/termin/7");
        assert_eq!(before("/termin/7?a;Domain=b&c=d&__err=y"), "/termin/7?c=d");
    }
}
