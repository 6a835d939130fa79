//! The security headers that every answer carries: pages, files, refusals and failures.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::HeaderValue;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use leptos::nonce::use_nonce;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

const CROSS_ORIGIN_RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Set on every answer, whatever the handler said; only those [`ForOthers`] differ.
pub const FIXED: [(HeaderName, &str); 7] = [
    (STRICT_TRANSPORT_SECURITY, "max-age=31536000"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    // Not `no-referrer`: a form without JavaScript returns to the page it came from by it.
    (REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"),
];

/// The policy of answers that run no script: files, server functions, refusals, failures.
pub const STILL: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'none'; \
     base-uri 'none'; frame-ancestors 'none'";

/// The policy of the widget: the only page that other websites may show inside their own.
pub const WIDGET: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; \
     frame-ancestors *";

/// Marks an answer that other websites may use: shown inside their pages, or read by their scripts.
#[derive(Clone, Copy, Debug)]
pub struct ForOthers;

/// The policy of the service worker, which fetches from this site and nothing else.
pub const FETCHING: &str = "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The policy of a page whose scripts carry this nonce.
pub fn page_policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; \
         style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; \
         worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

/// Puts the policy of the page being rendered on its answer. Call it in the page's context.
///
/// Server functions render nothing and have no nonce: they keep [`STILL`].
pub fn provide_page_policy() {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else { return };
    // A nonce is base64, so this cannot fail.
    if let Ok(policy) = HeaderValue::from_str(&page_policy(&nonce)) {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
}

/// Completes the headers of an answer. The outermost layer but for tracing, so that nothing
/// leaves without them.
pub async fn complete(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let for_others = response.extensions().get::<ForOthers>().is_some();
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if for_others {
        headers.remove(X_FRAME_OPTIONS);
        headers.insert(CROSS_ORIGIN_RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    }
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(STILL));
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
