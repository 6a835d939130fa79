//! Who asks, and in which language: read once per request, before pages and server functions.

use std::net::SocketAddr;
use std::sync::Arc;

use app::shell::{PageLang, PageOfStaff};
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use backend::context::{Cx, Node};
use backend::service::sign_in;
use backend::session::{ClientAddress, Token, cookie_name, locale_cookie_name};
use domain::actor::{Actor, Role};
use domain::locale::Locale;
use http::header::{ACCEPT_LANGUAGE, COOKIE, REFERER};
use http::{HeaderMap, StatusCode};
use leptos::prelude::{provide_context, use_context};

use crate::client;

/// What the layer needs.
#[derive(Clone, Debug)]
pub struct Sessions {
    /// The node that answers.
    pub node: Arc<Node>,
    /// Cookies carry `Secure` and `__Host-`.
    pub secure: bool,
    /// How many proxies are trusted.
    pub hops: usize,
}

/// Puts a [`Cx`] and a [`ClientAddress`] on every request.
pub async fn attach(State(sessions): State<Sessions>, mut request: Request, next: Next) -> Response {
    let token = cookie(request.headers(), cookie_name(sessions.secure)).and_then(Token::parse);
    let resumed = match &token {
        Some(token) => match sign_in::resume(&sessions.node, token).await {
            Ok(resumed) => resumed,
            Err(error) => {
                tracing::error!(%error, "A session could not be read.");
                return StatusCode::SERVICE_UNAVAILABLE.into_response();
            }
        },
        None => None,
    };
    let account = resumed.as_ref().map(|resumed| resumed.locale);
    let remembered = cookie(request.headers(), locale_cookie_name(sessions.secure));
    let locale = locale(request.uri().path(), request.headers(), account, remembered);
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
    let client = peer.map(|peer| client::address(peer, request.headers(), sessions.hops).to_string());
    let (actor, account) =
        resumed.map_or((Actor::Visitor, None), |resumed| (resumed.actor, Some(resumed.account)));
    request.extensions_mut().insert(Cx { node: sessions.node.clone(), actor, account, locale });
    request.extensions_mut().insert(ClientAddress(client.unwrap_or_default()));
    next.run(request).await
}

/// Hands the request's [`Cx`] and language to the page or server function being run.
pub fn provide() {
    let Some(parts) = use_context::<http::request::Parts>() else { return };
    if let Some(cx) = parts.extensions.get::<Cx>() {
        provide_context(PageLang(cx.locale.code().into()));
        if matches!(&cx.actor, Actor::Person(person) if person.grants.iter().any(|grant| grant.role != Role::Volunteer))
        {
            provide_context(PageOfStaff);
        }
        provide_context(cx.clone());
    }
    if let Some(client) = parts.extensions.get::<ClientAddress>() {
        provide_context(client.clone());
    }
}

/// The value of a cookie.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

/// The language: the address's prefix (of the page, for a server function), the account's, the cookie's, the
/// browser's, Polish.
fn locale(path: &str, headers: &HeaderMap, account: Option<Locale>, remembered: Option<&str>) -> Locale {
    let page = if path.starts_with("/api/") {
        headers.get(REFERER).and_then(|page| page.to_str().ok())
    } else {
        None
    };
    let path = page.map_or(path, path_of);
    prefix(path)
        .or(account)
        .or_else(|| remembered.and_then(Locale::from_code))
        .or_else(|| headers.get(ACCEPT_LANGUAGE)?.to_str().ok().and_then(Locale::negotiate))
        .unwrap_or_default()
}

fn path_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').and_then(|slash| rest.get(slash..)).unwrap_or("/")
}

fn prefix(path: &str) -> Option<Locale> {
    let first = path.split(['/', '?']).nth(1)?;
    domain::locale::LOCALES.into_iter().find(|locale| locale.code() == first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn headers(pairs: &[(http::HeaderName, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn the_address_wins_over_account_cookie_and_browser() {
        let all = headers(&[(ACCEPT_LANGUAGE, "pl")]);
        assert_eq!(locale("/en/moje", &all, Some(Locale::Pl), Some("uk")), Locale::En);
        assert_eq!(locale("/moje", &all, Some(Locale::En), Some("uk")), Locale::En);
        assert_eq!(locale("/moje", &all, None, Some("uk")), Locale::Uk);
        assert_eq!(locale("/moje", &headers(&[(ACCEPT_LANGUAGE, "uk,en")]), None, None), Locale::Uk);
        assert_eq!(locale("/entuzjazm", &headers(&[]), None, None), Locale::Pl);
    }

    #[test]
    fn a_server_function_speaks_the_page_s_language() {
        let from = headers(&[(REFERER, "http://localhost:3000/uk?widok=week"), (ACCEPT_LANGUAGE, "pl")]);
        assert_eq!(locale("/api/browse", &from, None, None), Locale::Uk);
    }

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let all = headers(&[(COOKIE, "xlacznik=a; lacznik=b")]);
        assert_eq!(cookie(&all, "lacznik"), Some("b"));
        assert_eq!(cookie(&all, "kot"), None);
    }
}
