//! What became of claims, step by step.

use crate::db::Tx;
use domain::claim::{ClaimState, ClaimStep};
use domain::ids::{ClaimId, PersonId};
use domain::time::Instant;
use sqlx::{Error, FromRow};

/// A step in the history of a claim.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct HistoryRow {
    pub claim_id: ClaimId,
    pub at: Instant,
    pub actor_id: Option<PersonId>,
    pub step: ClaimStep,
    pub state: ClaimState,
    pub note: Option<String>,
}

/// Adds the next step to the history of a claim; nothing is ever taken out of it.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, row: &HistoryRow) -> Result<(), Error> {
    add_many(tx, std::slice::from_ref(row)).await
}

/// Adds the next step to the histories of many claims, one step each.
///
/// # Errors
/// When the database fails.
pub async fn add_many(tx: &mut Tx, rows: &[HistoryRow]) -> Result<(), Error> {
    let sql = "INSERT INTO claim_history (claim_id, position, at, actor_id, step, state, note)
               SELECT v.column1, (SELECT COALESCE(MAX(h.position), 0) + 1 FROM claim_history h
                 WHERE h.claim_id = v.column1), v.column2, v.column3, v.column4, v.column5, v.column6
               FROM (VALUES $rows) AS v";
    tx.rows(sql, 6, rows, |query, row| {
        query
            .bind(row.claim_id)
            .bind(row.at)
            .bind(row.actor_id)
            .bind(row.step)
            .bind(row.state)
            .bind(row.note.clone())
    })
    .await
    .map(|_| ())
}

/// The history of a claim, the earliest step first.
///
/// # Errors
/// When the database fails.
pub async fn of_claim(tx: &mut Tx, claim: ClaimId) -> Result<Vec<HistoryRow>, Error> {
    tx.query(
        "SELECT claim_id, at, actor_id, step, state, note FROM claim_history WHERE claim_id = $1 ORDER BY position",
    )
    .bind(claim)
    .all()
    .await
}
