//! The page everything is compared with: a fixed text of 20 KB from the same framework.

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use axum::serve::ListenerExt;
use std::io;

/// Serves it on a free port and says which on standard error, as the program does.
pub async fn serve() -> io::Result<()> {
    let page: &'static str = Box::leak("<p>Dwadzieścia.</p>".repeat(1_024).into_boxed_str());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    eprintln!("listening address={}", listener.local_addr()?);
    let listener = listener.tap_io(|connection| {
        // Then the first answers are slower, which the comparison would show.
        let _ = connection.set_nodelay(true);
    });
    axum::serve(listener, Router::new().route("/", get(async move || Html(page)))).await
}
