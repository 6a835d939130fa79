//! Pages that are the same for every visitor are rendered once and kept until something changes.
//!
//! A page is kept in pieces, cut at its nonce: each answer gets a nonce of its own. Whatever the relay hears ends all
//! pages at once, and so does a short time, because "today" moves on by itself.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use app::forms::Typed;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use backend::context::{Cx, Node};
use domain::actor::Actor;
use domain::locale::Locale;
use domain::time::Instant;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, SET_COOKIE, VARY};
use http::{Method, StatusCode};
use leptos::nonce::Nonce;

use crate::headers::page_policy;

/// Seconds a page is kept at most.
const SECONDS: i64 = 30;
/// Pages kept at most; all go when there are more.
const PAGES: usize = 512;
/// A page larger than this is not kept.
const PAGE_BYTES: usize = 1024 * 1024;
/// Pages that belong to one browser even before it signs in, or to whoever has a key.
const OWN: [&str; 4] = ["/wejscie", "/demo", "/propozycja", "/zaproszenie"];

/// What visitors' pages are kept in.
#[derive(Clone, Debug)]
pub struct PageCache {
    node: Arc<Node>,
    pages: Arc<Mutex<Pages>>,
}

#[derive(Debug, Default)]
struct Pages {
    /// The number of the last event the pages know of.
    generation: u64,
    kept: HashMap<(Locale, String), Page>,
}

#[derive(Clone, Debug)]
struct Page {
    until: Instant,
    /// The text between the places where the nonce stands.
    pieces: Arc<Vec<String>>,
}

impl PageCache {
    /// An empty cache for this node.
    pub fn new(node: Arc<Node>) -> Self {
        Self { node, pages: Arc::default() }
    }

    fn find(&self, key: &(Locale, String)) -> Option<Page> {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let generation = self.node.live.generation();
        if pages.generation != generation {
            *pages = Pages { generation, kept: HashMap::new() };
        }
        pages.kept.get(key).filter(|page| page.until > self.node.clock.now()).cloned()
    }

    /// Keeps a page that was begun at `generation`; if something changed since, it may be old already.
    fn keep(&self, key: (Locale, String), page: Page, generation: u64) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.generation != generation {
            return;
        }
        if pages.kept.len() >= PAGES {
            pages.kept.clear();
        }
        pages.kept.insert(key, page);
    }
}

/// Answers a visitor's page from the cache, or renders and keeps it.
pub async fn visitors(State(cache): State<PageCache>, request: Request, next: Next) -> Response {
    let Some(key) = key(&request) else { return next.run(request).await };
    if let Some(page) = cache.find(&key) {
        return answer(&page.pieces);
    }
    let generation = cache.node.live.generation();
    let response = next.run(request).await;
    let Some(nonce) = kept_nonce(&response) else { return response };
    let (parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, PAGE_BYTES).await else {
        return Response::builder()
            .status(StatusCode::INTERNAL_SERVER_ERROR)
            .body(Body::empty())
            .unwrap_or_default();
    };
    let Ok(text) = std::str::from_utf8(&bytes) else { return Response::from_parts(parts, Body::from(bytes)) };
    let pieces = Arc::new(text.split(&nonce).map(str::to_owned).collect());
    let until = cache.node.clock.now().plus_seconds(SECONDS);
    let page = Page { until, pieces };
    cache.keep(key, page.clone(), generation);
    answer(&page.pieces)
}

/// The key of a page that is the same for every visitor.
fn key(request: &Request) -> Option<(Locale, String)> {
    let cx = request.extensions().get::<Cx>()?;
    let path = request.uri().path();
    let page = app::links::bare(path);
    let public = request.method() == Method::GET
        && request.extensions().get::<Typed>().is_none()
        && cx.actor == Actor::Visitor
        && !page.starts_with("/api/")
        && !page.starts_with("/pkg/")
        && !OWN.iter().any(|own| page.starts_with(own));
    public
        .then(|| (cx.locale, request.uri().path_and_query().map_or(path, |whole| whole.as_str()).to_owned()))
}

/// The nonce of a whole page that may be kept.
fn kept_nonce(response: &Response) -> Option<String> {
    let headers = response.headers();
    let html = headers.get(CONTENT_TYPE)?.to_str().ok()?.starts_with("text/html");
    if response.status() != StatusCode::OK || !html || headers.contains_key(SET_COOKIE) {
        return None;
    }
    let policy = headers.get(CONTENT_SECURITY_POLICY)?.to_str().ok()?;
    let nonce = policy.split("'nonce-").nth(1)?.split('\'').next()?;
    (!nonce.is_empty()).then(|| nonce.to_owned())
}

fn answer(pieces: &[String]) -> Response {
    let nonce = Nonce::new().to_string();
    let mut response = Response::new(Body::from(pieces.join(&nonce)));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(VARY, HeaderValue::from_static("cookie, accept-language"));
    // A nonce is base64, so this cannot fail.
    if let Ok(policy) = HeaderValue::from_str(&page_policy(&nonce)) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}
