//! Structured logs with a request id and no personal data: routes instead of addresses, no query
//! strings, no bodies, no addresses of people.

use std::io::IsTerminal;
use std::panic::PanicHookInfo;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::HeaderName;
use tower_http::request_id::{MakeRequestId, MakeRequestUuid};
use tracing::Instrument;
use tracing::field::Empty;
use tracing_subscriber::EnvFilter;

use crate::config::{Config, LogFormat};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Starts logging to standard error and makes panics a part of it.
pub fn start(config: &Config) {
    let logs = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_env_filter(EnvFilter::new(&config.log))
        .with_target(false);
    match config.log_format {
        LogFormat::Text => logs.compact().init(),
        LogFormat::Json => logs.json().flatten_event(true).init(),
    }
    std::panic::set_hook(Box::new(log_panic));
}

/// Logs where, and what only if it is a fixed text: a formatted one may hold a person's data.
fn log_panic(info: &PanicHookInfo<'_>) {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let text = info.payload().downcast_ref::<&'static str>().copied().unwrap_or("(not shown)");
    tracing::error!(panic.place = place, panic.text = text, "a task panicked");
}

/// Names the request's route in its log line; a layer of the routes, because only they know it.
pub async fn name_route(request: Request, next: Next) -> Response {
    if let Some(route) = request.extensions().get::<MatchedPath>() {
        tracing::Span::current().record("http.route", route.as_str());
    }
    next.run(request).await
}

/// Gives each request an id (never the caller's), puts it on the answer and logs one line.
pub async fn trace(mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = MakeRequestUuid.make_request_id(&request);
    let method = request.method().clone();
    let shown = id.as_ref().and_then(|id| id.header_value().to_str().ok()).unwrap_or("-").to_owned();
    let span = tracing::info_span!("request", request.id = shown, http.method = %method, http.route = Empty);
    if let Some(id) = &id {
        request.headers_mut().insert(REQUEST_ID, id.header_value().clone());
        request.extensions_mut().insert(id.clone());
    }
    let mut response = next.run(request).instrument(span.clone()).await;
    let status = response.status().as_u16();
    let took_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    span.in_scope(|| {
        if status >= 500 {
            tracing::warn!(http.status = status, took_us, "request failed");
        } else {
            tracing::debug!(http.status = status, took_us, "request answered");
        }
    });
    if let Some(id) = id {
        response.headers_mut().insert(REQUEST_ID, id.into_header_value());
    }
    response
}
