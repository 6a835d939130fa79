//! `/healthz`: the process answers. `/readyz`: it can serve people (database reached, not stopping).

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use backend::context::Cx;
use backend::service::centre::me;
use http::StatusCode;

use crate::router::AppState;

/// Always well: a supervisor restarts a process that does not answer at all.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// Whether a proxy should send people here.
pub async fn readyz(State(state): State<AppState>) -> Response {
    if *state.shutdown.borrow() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n").into_response();
    }
    match me(&Cx::system(state.node)).await {
        Ok(_) => "ready\n".into_response(),
        Err(error) => {
            tracing::warn!(%error, "The database does not answer.");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}
