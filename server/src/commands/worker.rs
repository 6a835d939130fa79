//! `lacznik worker`: the background jobs alone, for installations of several nodes.

use super::Failure;
use crate::config::Config;

/// Runs the command.
///
/// # Errors
/// Says what went wrong.
pub async fn worker(_config: Config) -> Result<(), Failure> {
    Err(Failure("`worker` is not built yet".to_owned()))
}
