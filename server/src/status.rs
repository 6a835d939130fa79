//! Server functions answer every problem with 500; this layer gives each its own status, so that a refusal is never
//! counted as a failure.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use domain::problem::Problem;
use http::StatusCode;

/// The most a serialized problem takes.
const PROBLEM_BYTES: usize = 64 * 1024;

/// Reads the problem of a failed server function and sets its status.
pub async fn of_problem(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, PROBLEM_BYTES).await.unwrap_or_default();
    if let Ok(problem) = app::wire::unpack::<Problem>(&bytes) {
        parts.status = app::ssr::status(&problem);
    }
    Response::from_parts(parts, Body::from(bytes))
}
