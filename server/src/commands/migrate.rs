//! `lacznik migrate`: brings the database up to date, then ends.

use super::Failure;
use crate::config::Config;
use crate::node;

/// Runs the command.
///
/// # Errors
/// Says what went wrong.
pub async fn migrate(config: Config) -> Result<(), Failure> {
    let node = node::open(&config).await?;
    backend::seed::reference(&node).await.map_err(|error| Failure(format!("reference data: {error}")))?;
    node.db.close().await;
    Ok(())
}
