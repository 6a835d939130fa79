//! The hours that follow claims.

use super::claims::ClaimRow;
use crate::db::Tx;
use domain::ids::{ClaimId, PersonId};
use domain::time::Instant;
use sqlx::Error;

/// Records the minutes of a claim, or corrects them.
///
/// # Errors
/// When the database fails.
pub async fn put(
    tx: &mut Tx,
    claim: &ClaimRow,
    minutes: i64,
    by: PersonId,
    now: Instant,
) -> Result<(), Error> {
    tx.query(
        "INSERT INTO hours (claim_id, person_id, minutes, confirmed_by, confirmed_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (claim_id) DO UPDATE SET minutes = excluded.minutes, confirmed_by = excluded.confirmed_by,
           confirmed_at = excluded.confirmed_at",
    )
    .bind(claim.id)
    .bind(claim.person_id)
    .bind(minutes)
    .bind(by)
    .bind(now)
    .run()
    .await
    .map(|_| ())
}

/// Takes the minutes of a claim back.
///
/// # Errors
/// When the database fails.
pub async fn remove(tx: &mut Tx, claim: ClaimId) -> Result<(), Error> {
    tx.query("DELETE FROM hours WHERE claim_id = $1").bind(claim).run().await.map(|_| ())
}

/// All confirmed minutes of a person.
///
/// # Errors
/// When the database fails.
pub async fn total_minutes(tx: &mut Tx, person: PersonId) -> Result<i64, Error> {
    let (total,): (i64,) = tx
        .query("SELECT CAST(COALESCE(SUM(minutes), 0) AS BIGINT) FROM hours WHERE person_id = $1")
        .bind(person)
        .one()
        .await?;
    Ok(total)
}
