//! The calendar's filters, remembered on a device: in a cookie that holds only what somebody chose there.
//!
//! The address stays the whole state. Whoever opens the bare calendar is sent to the address of their filters, so pages
//! that are kept for every visitor stay the same for every visitor.

use app::links::{bare, prefix, prefixed};
use app::pages::calendar::query::{self, COOKIE, REMEMBER};
use axum::extract::{Query, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use domain::view::CalendarQuery;
use http::header::{CACHE_CONTROL, HeaderValue, SET_COOKIE};
use http::{Method, Uri};
use leptos_router::params::ParamsMap;

use crate::session::cookie;

/// Longer ones are not remembered; what forms send is far below it.
const MOST_BYTES: usize = 1_000;
/// How long it is remembered, seconds.
const YEAR: u32 = 365 * 24 * 60 * 60;

/// Sends whoever chose filters, or comes to the bare calendar with some chosen before, to their address.
pub async fn filters(State(secure): State<bool>, request: Request, next: Next) -> Response {
    let (path, uri) = (request.uri().path(), request.uri());
    if request.method() != Method::GET || bare(path) != "/" {
        return next.run(request).await;
    }
    let here = prefix(path);
    if let Some(params) = params(uri).filter(|params| params.get(REMEMBER).is_some()) {
        let asked = query::read(&params);
        let kept =
            Some(query::to_remember(&asked)).filter(|kept| kept.len() <= MOST_BYTES).unwrap_or_default();
        return to(here, &asked, Some(&set_cookie(&kept, secure)));
    }
    let bare_calendar = uri.query().is_none_or(str::is_empty);
    let kept = cookie(request.headers(), COOKIE).filter(|kept| bare_calendar && kept.len() <= MOST_BYTES);
    let kept = kept.and_then(|kept| format!("/?{kept}").parse().ok()).and_then(|uri| params(&uri));
    let kept = kept.map(|params| query::unspanned(&query::read(&params))).filter(CalendarQuery::is_filtered);
    match kept {
        Some(kept) => to(here, &kept, None),
        None => next.run(request).await,
    }
}

fn params(uri: &Uri) -> Option<ParamsMap> {
    let Query(pairs) = Query::<Vec<(String, String)>>::try_from_uri(uri).ok()?;
    let mut params = ParamsMap::new();
    for (name, value) in pairs {
        params.insert(name, value);
    }
    Some(params)
}

/// Deletes the cookie if nothing is kept. A script reads it where no server is asked.
fn set_cookie(kept: &str, secure: bool) -> String {
    let age = if kept.is_empty() { 0 } else { YEAR };
    let secure = if secure { "; Secure" } else { "" };
    format!("{COOKIE}={kept}; Path=/; Max-Age={age}; SameSite=Lax{secure}")
}

fn to(prefix: &str, asked: &CalendarQuery, cookie: Option<&str>) -> Response {
    let mut response = Redirect::to(&prefixed(prefix, &query::write(asked))).into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    // Addresses are encoded, so this cannot fail.
    if let Some(cookie) = cookie.and_then(|cookie| HeaderValue::from_str(cookie).ok()) {
        headers.insert(SET_COOKIE, cookie);
    }
    response
}
