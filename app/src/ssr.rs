//! The server's half: the request's context, cookies, redirects. The one module that only the server compiles.

use crate::error::UiError;
use crate::links::prefix;
use backend::context::Cx;
use backend::session::{
    ClientAddress, Token, calendar_cookie_name, cookie_name, locale_cookie_name, sign_in_cookie_name,
};
use domain::ids::SignInId;
use domain::locale::Locale;
use domain::problem::Problem;
use http::header::{COOKIE, REFERER, SET_COOKIE};
use http::{HeaderValue, request::Parts};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// The context of the request being answered.
///
/// # Errors
/// An internal problem when there is none: outside a request.
pub fn cx() -> Result<Cx, UiError> {
    use_context::<Cx>().ok_or(UiError(Problem::Internal { reference: String::new() }))
}

/// The language of the request.
pub fn locale() -> Locale {
    use_context::<Cx>().map(|cx| cx.locale).unwrap_or_default()
}

/// The address of the person's device, for limits.
pub fn client() -> String {
    use_context::<ClientAddress>().map(|client| client.0).unwrap_or_default()
}

fn is_secure(cx: &Cx) -> bool {
    cx.node.settings.public_url.starts_with("https://")
}

fn set_cookie(cx: &Cx, name: &str, value: &str, seconds: i64) {
    let secure = if is_secure(cx) { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie)) {
        response.append_header(SET_COOKIE, value);
    }
}

fn cookie(name: &str) -> Option<String> {
    let parts = use_context::<Parts>()?;
    let all = parts.headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let found = all
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name)?;
    Some(found.1.to_owned())
}

/// Whatever the browser keeps for this site goes: copies of pages, what waits to be sent. What it keeps is of one
/// person, and another begins here or this one ends.
fn clear_phone() {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.insert_header(
            http::HeaderName::from_static("clear-site-data"),
            HeaderValue::from_static("\"storage\""),
        );
    }
}

/// Signs this browser in.
pub fn open_session(cx: &Cx, token: &Token) {
    clear_phone();
    set_cookie(cx, cookie_name(is_secure(cx)), token.as_str(), backend::session::SESSION_DAYS * 86_400);
    set_cookie(cx, sign_in_cookie_name(is_secure(cx)), "", 0);
}

/// Signs this browser out.
pub fn close_session(cx: &Cx) {
    clear_phone();
    set_cookie(cx, cookie_name(is_secure(cx)), "", 0);
    set_cookie(cx, calendar_cookie_name(is_secure(cx)), "", 0);
}

/// Remembers the sign-in that this browser began.
pub fn remember_sign_in(cx: &Cx, id: SignInId) {
    let seconds = backend::service::sign_in::CODE_MINUTES * 60;
    set_cookie(cx, sign_in_cookie_name(is_secure(cx)), &id.to_string(), seconds);
}

/// Forgets it.
pub fn forget_sign_in(cx: &Cx) {
    set_cookie(cx, sign_in_cookie_name(is_secure(cx)), "", 0);
}

/// The sign-in that this browser began.
pub fn begun_sign_in(cx: &Cx) -> Option<SignInId> {
    cookie(sign_in_cookie_name(is_secure(cx)))?.parse().ok()
}

/// Minutes for which a browser still knows the secret of its reader's calendar.
const SECRET_MINUTES: i64 = 10;

/// Lets this browser show the new address of its reader's calendar for a while. The database knows only a hash.
pub fn remember_calendar_secret(cx: &Cx, secret: &Token) {
    set_cookie(cx, calendar_cookie_name(is_secure(cx)), secret.as_str(), SECRET_MINUTES * 60);
}

/// The secret that this browser still knows.
pub fn calendar_secret(cx: &Cx) -> Option<String> {
    cookie(calendar_cookie_name(is_secure(cx)))
}

/// Remembers the language for pages without a prefix.
pub fn remember_locale(cx: &Cx, locale: Locale) {
    set_cookie(cx, locale_cookie_name(is_secure(cx)), locale.code(), 31_536_000);
}

/// Sends the browser to another page of this site.
pub fn redirect(path: &str) {
    leptos_axum::redirect(path);
}

/// The language prefix, with its slash, of the page that the request comes from; empty if it has none.
fn prefix_there() -> &'static str {
    let parts = use_context::<Parts>();
    let page = parts.as_ref().and_then(|parts| parts.headers.get(REFERER)?.to_str().ok());
    let path = page.and_then(|page| page.split_once("://")).and_then(|(_, rest)| rest.split_once('/'));
    path.map_or("", |(_, path)| prefix(&format!("/{path}")))
}

/// Sends the browser to another page, in the language prefix of the page that it comes from.
pub fn redirect_within(path: &str) {
    redirect(&format!("{}{path}", prefix_there()));
}

/// Sends the browser to the calendar, in the language prefix of the page that it comes from.
pub fn to_calendar() {
    let prefix = prefix_there();
    redirect(if prefix.is_empty() { "/" } else { prefix });
}

/// The status of the page being rendered.
pub fn set_status(problem: &Problem) {
    let status = status(problem);
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
}

/// The HTTP status of a problem.
pub const fn status(problem: &Problem) -> http::StatusCode {
    match problem {
        Problem::SignInFirst => http::StatusCode::UNAUTHORIZED,
        Problem::Denied => http::StatusCode::FORBIDDEN,
        Problem::NotFound => http::StatusCode::NOT_FOUND,
        Problem::Invalid(_) => http::StatusCode::UNPROCESSABLE_ENTITY,
        Problem::Refused(_)
        | Problem::AlreadyDecided { .. }
        | Problem::PairDecided { .. }
        | Problem::TooLate
        | Problem::Changed => http::StatusCode::CONFLICT,
        Problem::TooMany { .. } => http::StatusCode::TOO_MANY_REQUESTS,
        Problem::Unreachable | Problem::Outdated => http::StatusCode::BAD_GATEWAY,
        Problem::Internal { .. } => http::StatusCode::INTERNAL_SERVER_ERROR,
    }
}
