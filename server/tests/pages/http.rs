//! The whole router over HTTP messages: headers on every answer, refusals, files.

use axum::Router;
use axum::body::Body;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN};
use http::{Method, Request, Response, StatusCode};
use http_body_util::BodyExt;
use server::config::{self, Config};
use server::headers::{FETCHING, FIXED, STILL};
use server::node;
use server::router::{AppState, BODY_LIMIT_BYTES, router};
use testkit::Database;
use tokio::sync::watch;
use tower::ServiceExt;

/// The whole program on a fresh database, which lives as long as the last value.
async fn program() -> (Router, watch::Sender<bool>, Database) {
    let database = Database::sqlite().expect("a database");
    let (stop, shutdown) = watch::channel(false);
    let config = config::read("", "lacznik.toml", []).expect("no setting is needed");
    let config = Config { database_url: database.url.clone(), ..config };
    let node = node::open(&config).await.expect("a node");
    (router(AppState::new(config, node, shutdown)), stop, database)
}

async fn send(request: Request<Body>) -> Response<Body> {
    let (program, _stop, _database) = program().await;
    program.oneshot(request).await.expect("the router never fails")
}

async fn ask(method: Method, path: &str) -> Response<Body> {
    let request = Request::builder().method(method).uri(path).header(HOST, "127.0.0.1:3000");
    send(request.body(Body::empty()).expect("a request")).await
}

async fn text(response: Response<Body>) -> String {
    let bytes = response.into_body().collect().await.expect("a body").to_bytes();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    for (method, path, status) in [
        (Method::GET, "/", 200),
        (Method::HEAD, "/", 200),
        (Method::GET, "/healthz", 200),
        (Method::GET, "/readyz", 200),
        (Method::GET, "/no/such/page", 404),
        (Method::GET, "/pkg/no-such-file.js", 404),
        (Method::GET, "/pkg/../Cargo.toml", 404),
        (Method::GET, "/assets.json", 404),
        (Method::POST, "/api/no_such_function", 404),
        (Method::GET, "/api/no_such_function", 404),
        (Method::POST, "/healthz", 405),
        (Method::DELETE, "/no/such/page", 404),
        (Method::TRACE, "/", 405),
    ] {
        let answer = ask(method.clone(), path).await;
        assert_eq!(answer.status(), status, "{method} {path}");
        let headers = answer.headers();
        for (name, value) in FIXED {
            assert_eq!(
                headers.get(&name).map(http::HeaderValue::as_bytes),
                Some(value.as_bytes()),
                "{name}: {path}"
            );
        }
        let policy = headers[CONTENT_SECURITY_POLICY].to_str().expect("text");
        assert!(policy.contains("default-src 'none'"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline"), "{path}: {policy}");
        // A visitor's page is nobody's secret; everything else is.
        let kept = if method == Method::GET && path == "/" { "private, no-cache" } else { "no-store" };
        assert_eq!(headers[CACHE_CONTROL], kept, "{path}");
        assert!(headers.contains_key("x-request-id"), "{path}");
    }
}

#[tokio::test]
async fn scripts_of_a_page_carry_the_nonce_of_its_policy() {
    for path in ["/", "/no/such/page"] {
        let answer = ask(Method::GET, path).await;
        let policy = answer.headers()[CONTENT_SECURITY_POLICY].to_str().expect("text").to_owned();
        let nonce = policy
            .split("'nonce-")
            .nth(1)
            .and_then(|rest| rest.split('\'').next())
            .expect("a nonce")
            .to_owned();
        let page = text(answer).await;
        let scripts = page.matches("<script").count();
        assert!(scripts > 0, "{path}");
        assert_eq!(page.matches(&format!("nonce=\"{nonce}\"")).count(), scripts, "{path}");
        assert!(!page.contains(" style=\""), "{path}: an inline style");
        let again = ask(Method::GET, path).await;
        assert_ne!(
            again.headers()[CONTENT_SECURITY_POLICY].to_str().expect("text"),
            policy,
            "a nonce is used once"
        );
    }
    assert_eq!(ask(Method::GET, "/healthz").await.headers()[CONTENT_SECURITY_POLICY], STILL);
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    let post = |header: &'static str, value: &'static str| {
        let request = Request::builder().method(Method::POST).uri("/api/any").header(HOST, "127.0.0.1:3000");
        request.header(header, value).body(Body::empty()).expect("a request")
    };
    for (header, value, refused) in [
        ("sec-fetch-site", "cross-site", true),
        ("sec-fetch-site", "same-site", true),
        ("sec-fetch-site", "same-origin", false),
        (ORIGIN.as_str(), "https://elsewhere.example", true),
        (ORIGIN.as_str(), "null", true),
        (ORIGIN.as_str(), "http://127.0.0.1:3000", false),
    ] {
        let status = send(post(header, value)).await.status();
        assert_eq!(status == StatusCode::FORBIDDEN, refused, "{header}: {value} gave {status}");
    }
}

#[tokio::test]
async fn an_oversized_body_is_refused() {
    let body = vec![b'x'; BODY_LIMIT_BYTES + 1];
    let request =
        Request::builder().method(Method::POST).uri("/api/any").header("content-length", body.len());
    let answer = send(request.body(Body::from(body)).expect("a request")).await;
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_callers_request_id_is_not_believed() {
    let request = Request::builder().uri("/healthz").header("x-request-id", "forged");
    let answer = send(request.body(Body::empty()).expect("a request")).await;
    assert_ne!(answer.headers()["x-request-id"], "forged");
}

#[tokio::test]
async fn a_stopping_program_is_not_ready() {
    let (program, stop, _database) = program().await;
    stop.send(true).expect("someone listens");
    let request = Request::builder().uri("/readyz").body(Body::empty()).expect("a request");
    let answer = program.oneshot(request).await.expect("the router never fails");
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(text(answer).await, "stopping\n");
}

#[tokio::test]
async fn embedded_files_are_kept_for_ever() {
    let assets = server::assets::page_assets();
    // Without a built site there is nothing to serve; the end-to-end tests always have one.
    if !server::assets::present() {
        return;
    }
    for (path, media_type) in
        [(&assets.style, "text/css"), (&assets.script, "text/javascript"), (&assets.wasm, "application/wasm")]
    {
        for encoding in ["br", "gzip"] {
            let request = Request::builder().uri(&**path).header("accept-encoding", encoding);
            let answer = send(request.body(Body::empty()).expect("a request")).await;
            assert_eq!(answer.status(), StatusCode::OK, "{path}");
            assert_eq!(answer.headers()["content-encoding"], encoding, "{path}");
            assert!(answer.headers()["content-type"].to_str().expect("text").starts_with(media_type));
            assert_eq!(answer.headers()[CACHE_CONTROL], "public, max-age=31536000, immutable");
        }
    }
}

#[tokio::test]
async fn the_service_worker_and_the_manifests_are_asked_for_anew() {
    if !server::assets::present() {
        return;
    }
    for (path, media_type) in [
        ("/sw.js", "text/javascript; charset=utf-8"),
        ("/manifest.pl.webmanifest", "application/manifest+json"),
        ("/manifest.uk.webmanifest", "application/manifest+json"),
        ("/manifest.en.webmanifest", "application/manifest+json"),
    ] {
        let answer = ask(Method::GET, path).await;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert_eq!(answer.headers()[CACHE_CONTROL], "public, no-cache", "{path}");
        assert_eq!(answer.headers()["content-type"], media_type, "{path}");
        let policy = if path == "/sw.js" { FETCHING } else { STILL };
        assert_eq!(answer.headers()[CONTENT_SECURITY_POLICY], policy, "{path}");
    }
    let worker = text(ask(Method::GET, "/sw.js").await).await;
    let assets = server::assets::page_assets();
    assert!(
        worker.contains(&*assets.style) && worker.contains(&*assets.wasm),
        "it knows the files of this build"
    );
}
