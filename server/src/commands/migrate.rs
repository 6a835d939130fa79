//! `lacznik migrate`: brings the database up to date, then ends.

use super::Failure;
use crate::config::Config;

/// Runs the command.
///
/// # Errors
/// Says what went wrong.
pub async fn migrate(_config: Config) -> Result<(), Failure> {
    Err(Failure("`migrate` is not built yet".to_owned()))
}
