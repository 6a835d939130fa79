//! Several locks at once, see [`Tx::lock`].

use crate::db::{Engine, Tx};
use sqlx::Error;

/// Waits until nobody else holds one of these, and holds them; taken in the order of their names, so that nobody waits
/// for each other. On SQLite a writer is alone anyway.
///
/// # Errors
/// When the database fails.
pub async fn hold(tx: &mut Tx, mut names: Vec<String>) -> Result<(), Error> {
    if tx.engine() == Engine::Postgres {
        names.sort_unstable();
        names.dedup();
        let sql =
            "SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM (VALUES $rows) AS wanted (name)";
        tx.rows(sql, 1, &names, |query, name| query.bind(name.clone())).await?;
    }
    Ok(())
}
