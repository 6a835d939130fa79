//! All routes of the program and the layers around them.

use std::fmt;
use std::sync::{Arc, LazyLock};

use app::shell::shell;
use axum::Router;
use axum::extract::{FromRef, Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{any, get};
use backend::context::Node;
use domain::locale::LOCALES;
use http::{Method, StatusCode};
use leptos::config::LeptosOptions;
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list, render_app_async_with_context};
use tokio::sync::watch;
use tokio_util::task::TaskTracker;
use tower::Layer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::csrf::{CsrfLayer, ProtectionError};
use tower_http::limit::RequestBodyLimitLayer;
use tracing::Instrument;

use crate::cache::{self, PageCache};
use crate::config::Config;
use crate::session::{self, Sessions};
use crate::{
    assets, crawlers, feeds, head, headers, health, live, papers, phone, refused, remembered, status,
    telemetry,
};

/// How hard pages are packed: a tenth to a fifth smaller than at the fastest, for a part of a millisecond more.
const PACKED: CompressionLevel = CompressionLevel::Precise(5);
/// The most a request may carry; the largest form is far below it.
pub const BODY_LIMIT_BYTES: usize = 256 * 1024;

/// The pages. Listed once: while Leptos lists them, no page anywhere in the process can read its data.
static ROUTES: LazyLock<Vec<AxumRouteListing>> = LazyLock::new(|| generate_route_list(app::App));

/// What every request shares.
#[derive(Clone)]
pub struct AppState {
    /// What the program was told.
    pub config: Arc<Config>,
    /// Becomes true when the program stops; live streams end then.
    pub shutdown: watch::Receiver<bool>,
    /// The database, the clock and the live stream behind it all.
    pub node: Arc<Node>,
    /// What was sent and is being done, also for people who no longer wait for the answer. Waited for before the
    /// database is closed.
    pub under_way: TaskTracker,
}

impl AppState {
    /// The state of a program on this node.
    pub fn new(config: Config, node: Arc<Node>, shutdown: watch::Receiver<bool>) -> Self {
        Self { config: Arc::new(config), shutdown, node, under_way: TaskTracker::new() }
    }
}

impl fmt::Debug for AppState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AppState").field("config", &self.config).finish_non_exhaustive()
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(_: &AppState) -> Self {
        // Leptos reads its own scripts' names from this; ours are in `assets`.
        Self::builder().output_name("lacznik").build()
    }
}

/// The whole program as one service.
pub fn router(state: AppState) -> Router {
    let context = || {
        session::provide();
        headers::provide_page_policy();
        refused::provide_typed();
        head::provide();
    };
    let page = || shell(assets::page_assets());
    let not_found = render_app_async_with_context(context, page);

    let routes = Router::new()
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/live", get(live::live))
        .route("/pkg/{*file}", get(assets::serve))
        .route("/sw.js", get(assets::serve))
        .route("/api/{*name}", any(no_such_function))
        .merge(feeds::routes())
        .merge(crawlers::routes())
        .leptos_routes_with_context(&state, ROUTES.clone(), context, page)
        .fallback(move |request: Request| {
            let not_found = not_found.clone();
            async move {
                if ![Method::GET, Method::HEAD].contains(request.method()) {
                    return (StatusCode::NOT_FOUND, "Not found\n").into_response();
                }
                let mut answer = not_found(request).await;
                if answer.status() == StatusCode::OK {
                    *answer.status_mut() = StatusCode::NOT_FOUND;
                }
                answer
            }
        });
    let manifests = LOCALES.map(assets::manifest);
    let routes = manifests.iter().fold(routes, |routes, path| routes.route(path, get(assets::serve)));
    let sessions = Sessions {
        node: state.node.clone(),
        secure: state.config.secure(),
        hops: state.config.trusted_proxy_hops,
    };
    let pages = PageCache::new(state.node.clone());
    let routes = routes
        .layer(from_fn(head::describe))
        .layer(from_fn_with_state(pages, cache::visitors))
        .layer(from_fn_with_state(papers::Press::default(), papers::serve))
        .layer(from_fn(status::of_problem))
        .layer(from_fn(phone::mark))
        .layer(from_fn_with_state(sessions, session::attach))
        .layer(from_fn_with_state(state.config.secure(), remembered::filters))
        .layer(from_fn(telemetry::name_route));
    let config = Arc::clone(&state.config);
    let under_way = state.under_way.clone();
    // Around the router and not around each route: it asks for a second page.
    let routes = from_fn(refused::show_again).layer(routes.with_state(state));
    protect(Router::new().fallback_service(routes), &config, under_way)
}

/// The layers, from the inside out.
fn protect(routes: Router, config: &Config, under_way: TaskTracker) -> Router {
    let mut csrf = CsrfLayer::new();
    // Behind a proxy that rewrites `Host` this is how an older browser's origin is recognised.
    if let Ok(trusting) = csrf.clone().add_trusted_origin(&config.public_url) {
        csrf = trusting;
    }
    routes
        .layer(CompressionLayer::new().quality(PACKED).compress_when(
            // Papers are packed inside.
            DefaultPredicate::new().and(NotForContentType::const_new("application/pdf")),
        ))
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT_BYTES))
        .layer(csrf.with_rejection_response(foreign_origin))
        .layer(CatchPanicLayer::custom(|_| calm_page()))
        .layer(from_fn_with_state(under_way, finish))
        .layer(from_fn(headers::complete))
        .layer(from_fn(telemetry::trace))
}

/// What was sent is done, also when nobody waits for the answer any more: a phone that is put away hangs up.
async fn finish(State(under_way): State<TaskTracker>, request: Request, next: Next) -> Response {
    if request.method().is_safe() {
        return next.run(request).await;
    }
    let done = under_way.spawn(next.run(request).in_current_span()).await;
    done.unwrap_or_else(|_| calm_page())
}

async fn no_such_function() -> Response {
    (StatusCode::NOT_FOUND, "Not found\n").into_response()
}

fn foreign_origin(_: ProtectionError) -> Response {
    (StatusCode::FORBIDDEN, "This form was sent from another site. Open the page and send it again.\n")
        .into_response()
}

/// What a person sees when the program failed: calm, without details, in all three languages.
fn calm_page() -> Response {
    let style = assets::page_assets().style;
    let page = format!(
        "<!DOCTYPE html><html lang=\"pl\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Łącznik</title><link rel=\"stylesheet\" href=\"{style}\"></head><body><main class=\"page page-narrow\">\
         <h1>Coś poszło nie tak</h1>\
         <p>To nasz błąd, nie Twój. Spróbuj ponownie za chwilę.</p>\
         <p lang=\"uk\">Щось пішло не так. Це наша помилка, не ваша. Спробуйте ще раз за хвилину.</p>\
         <p lang=\"en\">Something went wrong. It is our mistake, not yours. Please try again in a moment.</p>\
         <p><a href=\"/\">Łącznik</a></p></main></body></html>"
    );
    (StatusCode::INTERNAL_SERVER_ERROR, Html(page)).into_response()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use http::header::CONTENT_SECURITY_POLICY;
    use tower::ServiceExt;

    use super::*;

    #[tokio::test]
    async fn a_panic_becomes_a_calm_page() {
        let config = crate::config::read("", "lacznik.toml", []).expect("no setting is needed");
        let routes = Router::new().route("/broken", get(async || -> &'static str { panic!("on purpose") }));
        let database = testkit::Database::sqlite().expect("a database");
        let config = Config { database_url: database.url.clone(), ..config };
        let program = protect(routes, &config, TaskTracker::new());
        let request = Request::builder().uri("/broken").body(Body::empty()).expect("a request");
        let answer = program.oneshot(request).await.expect("the router never fails");
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(answer.headers()[CONTENT_SECURITY_POLICY], headers::STILL);
    }
}
