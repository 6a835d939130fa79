//! The browser's half of the program, embedded in the binary and served with long cache times.

use std::sync::LazyLock;

use app::shell::Assets;
use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use domain::locale::{LOCALES, Locale};
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH, VARY,
};
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::headers::FETCHING;

/// One file of the site with its packed copies.
#[derive(Debug)]
pub struct File {
    /// Its address without the first slash.
    pub path: &'static str,
    /// A strong validator with its quotes.
    pub etag: &'static str,
    /// The bytes as they are.
    pub identity: &'static [u8],
    /// The bytes packed by brotli, where that is smaller.
    pub brotli: Option<&'static [u8]>,
    /// The bytes packed by gzip, where that is smaller.
    pub gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/site.rs"));

/// What to do about a binary without a site.
pub const MISSING: &str = "This program was built without its browser half (WASM, style). \
    Build both with `make build`, or run `cargo xtask assets` and then build the server again.";

const LIST: &str = "assets.json";
/// The service worker: asked for anew at every visit, and the only script that is no part of a page.
pub const WORKER: &str = "sw.js";
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("public, no-cache");

/// Whether the site was there when the program was built.
pub fn present() -> bool {
    find(LIST).is_some()
}

/// The address of the widget's style; empty if the site is missing.
pub fn widget_style() -> String {
    let names: serde_json::Value =
        find(LIST).and_then(|list| serde_json::from_slice(list.identity).ok()).unwrap_or_default();
    names["widget.css"].as_str().map(|path| format!("/{path}")).unwrap_or_default()
}

/// The addresses that a page's head names; empty ones if the site is missing.
pub fn page_assets() -> Assets {
    static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
        let names: serde_json::Value =
            find(LIST).and_then(|list| serde_json::from_slice(list.identity).ok()).unwrap_or_default();
        let address = |name: &str| names[name].as_str().map(|path| format!("/{path}")).unwrap_or_default();
        Assets {
            style: address("style.css").into(),
            staff_style: address("staff.css").into(),
            script: address("lacznik.js").into(),
            wasm: address("lacznik_bg.wasm").into(),
            // Glue and texts are in one folder.
            texts: address("lacznik.js").trim_end_matches("/lacznik.js").into(),
            icon: address("favicon.svg").into(),
            touch_icon: address("icon-180.png").into(),
            manifests: LOCALES.map(|locale| manifest(locale).into()),
            phone: LOCALES.map(|locale| address(&format!("phone.{}.js", locale.code())).into()),
        }
    });
    ASSETS.clone()
}

/// The address of the web manifest in a language.
pub fn manifest(locale: Locale) -> String {
    format!("/manifest.{}.webmanifest", locale.code())
}

fn find(path: &str) -> Option<&'static File> {
    FILES.binary_search_by(|file| file.path.cmp(path)).ok().and_then(|index| FILES.get(index))
}

/// Answers with the file of the request's path, packed as the browser accepts it.
pub async fn serve(request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    match find(path) {
        Some(file) if file.path != LIST => answer(file, request.headers()),
        _ => (StatusCode::NOT_FOUND, "Not found\n").into_response(),
    }
}

fn answer(file: &'static File, asked: &HeaderMap) -> Response {
    let hashed = file.path.starts_with("pkg/");
    let known = asked.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let mut response = if known.is_some_and(|tags| tags.split(',').any(|tag| same_tag(tag, file.etag))) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let (encoding, bytes) = choose(file, asked);
        let mut response = Body::from(bytes).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(file.path)));
        if let Some(encoding) = encoding {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, if hashed { FOR_EVER } else { ASK_AGAIN });
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(ETAG, HeaderValue::from_static(file.etag));
    if file.path == WORKER {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(FETCHING));
    }
    response
}

pub(crate) fn same_tag(given: &str, etag: &str) -> bool {
    let given = given.trim();
    given == "*" || given.strip_prefix("W/").unwrap_or(given) == etag
}

fn choose(file: &'static File, asked: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
    let accepted = asked.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    [("br", file.brotli), ("gzip", file.gzip)]
        .into_iter()
        .find_map(|(name, bytes)| bytes.filter(|_| accepts(accepted, name)).map(|bytes| (Some(name), bytes)))
        .unwrap_or((None, file.identity))
}

/// Whether an `Accept-Encoding` names this encoding without refusing it by `q=0`.
fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let refused = parts.any(|part| {
            part.strip_prefix("q=")
                .is_some_and(|weight| weight.parse::<f32>().is_ok_and(|weight| weight <= 0.0))
        });
        named && !refused
    })
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: File =
        File { path: "pkg/1/a.js", etag: "\"1\"", identity: b"long", brotli: Some(b"b"), gzip: Some(b"g") };
    static SAMPLE: File = FILE;

    fn asking(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(value))])
    }

    #[test]
    fn the_smallest_accepted_encoding_is_sent() {
        for (asked, expected) in [
            ("gzip, deflate, br", Some("br")),
            ("gzip", Some("gzip")),
            ("br;q=0, gzip;q=0.5", Some("gzip")),
            ("BR", Some("br")),
            ("identity", None),
            ("", None),
            ("brotli", None),
        ] {
            assert_eq!(choose(&SAMPLE, &asking(asked)).0, expected, "{asked}");
        }
    }

    #[test]
    fn a_known_version_is_not_sent_again() {
        let asked = HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_static("\"0\", W/\"1\""))]);
        let response = answer(&SAMPLE, &asked);
        assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(response.headers()[CACHE_CONTROL], FOR_EVER);
    }

    #[test]
    fn the_table_is_sorted_for_the_search() {
        assert!(FILES.windows(2).all(|pair| pair[0].path < pair[1].path));
    }
}
