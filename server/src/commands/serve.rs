//! `lacznik serve`: the website, and by default the background jobs beside it.

use std::net::SocketAddr;
use std::time::Duration;

use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::Failure;
use crate::assets;
use crate::config::Config;
use crate::node;
use crate::router::{AppState, router};

/// How long requests in flight may take after the program was asked to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Serves until SIGTERM or Ctrl-C.
///
/// # Errors
/// Says why the program could not start.
pub async fn serve(config: Config) -> Result<(), Failure> {
    if !assets::present() {
        return Err(Failure(assets::MISSING.to_owned()));
    }
    let node = node::open(&config).await?;
    node::check(&config, &node)?;
    let (stop, shutdown) = watch::channel(false);
    let relay = tokio::spawn(backend::events::relay(node.clone(), shutdown.clone()));
    let board = tokio::spawn(backend::board::keep(node.clone(), shutdown.clone()));
    let worker = if config.worker {
        Some(tokio::spawn(backend::jobs::work(node.clone(), node::post(&config, &node)?, shutdown.clone())))
    } else {
        None
    };
    let listener = TcpListener::bind(config.listen).await.map_err(Failure::during(format_args!(
        "cannot listen on {}; another program may, or set LACZNIK_LISTEN",
        config.listen
    )))?;
    let asked = tokio::spawn(async move {
        interrupted().await;
        tracing::info!("stopping");
        let _ = stop.send(true);
    });
    let ended = answer(listener, AppState::new(config, node.clone(), shutdown)).await;
    asked.abort();
    let _ = relay.await;
    let _ = board.await;
    if let Some(worker) = worker {
        let _ = worker.await;
    }
    node.db.close().await;
    ended
}

/// Answers requests until the program is asked to stop; those under way then have [`GRACE`] to end.
async fn answer(listener: TcpListener, state: AppState) -> Result<(), Failure> {
    let address = listener.local_addr().map_err(Failure::during("the listening address"))?;
    // Without it a streamed page waits 40 ms for the kernel.
    let listener = listener.tap_io(|connection| {
        if let Err(error) = connection.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY was refused");
        }
    });
    tracing::info!(%address, "listening");
    let stopped = |mut shutdown: watch::Receiver<bool>| async move {
        // An error means that the sender is gone: stop as well.
        let _ = shutdown.wait_for(|stop| *stop).await;
    };
    let (under_way, shutdown) = (state.under_way.clone(), state.shutdown.clone());
    let serving = axum::serve(listener, router(state).into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(stopped(shutdown.clone()));
    let serving = async {
        let ended = serving.await;
        under_way.close();
        under_way.wait().await;
        ended
    };
    let deadline = async {
        stopped(shutdown).await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        ended = serving => ended.map_err(Failure::during("serving")),
        () = deadline => {
            tracing::warn!("some requests did not end in time");
            Ok(())
        }
    }
}

/// Waits for SIGTERM or Ctrl-C.
pub async fn interrupted() {
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = terminated => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
