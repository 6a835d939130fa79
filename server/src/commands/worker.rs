//! `lacznik worker`: the background jobs alone, for installations of several nodes.

use tokio::sync::watch;

use super::Failure;
use super::serve::interrupted;
use crate::config::Config;
use crate::node;

/// Works until SIGTERM or Ctrl-C.
///
/// # Errors
/// Says why the program could not start.
pub async fn worker(config: Config) -> Result<(), Failure> {
    let node = node::open(&config).await?;
    node::check(&config, &node)?;
    let post = node::post(&config, &node)?;
    let (stop, stopping) = watch::channel(false);
    let working = tokio::spawn(backend::jobs::work(node.clone(), post, stopping));
    interrupted().await;
    let _ = stop.send(true);
    let _ = working.await;
    node.db.close().await;
    Ok(())
}
