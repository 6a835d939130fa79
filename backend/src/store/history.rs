//! What became of claims, step by step.

use crate::db::Tx;
use domain::claim::{ClaimState, ClaimStep};
use domain::ids::{ClaimId, HistoryId, PersonId};
use domain::time::Instant;
use sqlx::{Error, FromRow};

/// A step in the history of a claim.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct HistoryRow {
    pub id: HistoryId,
    pub claim_id: ClaimId,
    pub at: Instant,
    pub actor_id: Option<PersonId>,
    pub step: ClaimStep,
    pub state: ClaimState,
}

/// Adds to the history of a claim; nothing is ever taken out of it.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, row: &HistoryRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO claim_history (id, claim_id, at, actor_id, step, state) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(row.id)
    .bind(row.claim_id)
    .bind(row.at)
    .bind(row.actor_id)
    .bind(row.step)
    .bind(row.state)
    .run()
    .await
    .map(|_| ())
}

/// The history of a claim, the earliest step first.
///
/// # Errors
/// When the database fails.
pub async fn history_of(tx: &mut Tx, claim: ClaimId) -> Result<Vec<HistoryRow>, Error> {
    tx.query("SELECT id, claim_id, at, actor_id, step, state FROM claim_history WHERE claim_id = $1 ORDER BY at, id")
        .bind(claim)
        .all()
        .await
}
