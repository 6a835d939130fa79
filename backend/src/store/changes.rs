//! The append-only history of opportunities, their series and dates. Source: N4.

use crate::db::Tx;
use domain::change::ChangeAction;
use domain::ids::{ChangeId, OpportunityId, PersonId, SeriesId, SlotId};
use domain::time::Instant;
use serde_json::Value as JsonValue;
use sqlx::types::Json;
use sqlx::{Error, FromRow};

/// A change. `detail` says what it was before and is now, as the action needs it.
#[derive(Clone, Debug, PartialEq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct ChangeRow {
    pub id: ChangeId,
    pub opportunity_id: OpportunityId,
    pub series_id: Option<SeriesId>,
    pub slot_id: Option<SlotId>,
    pub at: Instant,
    pub changed_by: Option<PersonId>,
    pub action: ChangeAction,
    pub detail: Json<JsonValue>,
}

/// Adds to the history; nothing is ever taken out of it.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, row: &ChangeRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO opportunity_change (id, opportunity_id, position, series_id, slot_id, at, changed_by, action, detail)
         SELECT $1, $2, COALESCE(MAX(position), 0) + 1, $3, $4, $5, $6, $7, $8 FROM opportunity_change
         WHERE opportunity_id = $2",
    )
    .bind(row.id)
    .bind(row.opportunity_id)
    .bind(row.series_id)
    .bind(row.slot_id)
    .bind(row.at)
    .bind(row.changed_by)
    .bind(row.action)
    .bind(row.detail.clone())
    .run()
    .await
    .map(|_| ())
}

/// The history of an opportunity, the latest change first; at most 200.
///
/// # Errors
/// When the database fails.
pub async fn of_opportunity(tx: &mut Tx, opportunity: OpportunityId) -> Result<Vec<ChangeRow>, Error> {
    tx.query(
        "SELECT id, opportunity_id, series_id, slot_id, at, changed_by, action, detail FROM opportunity_change
         WHERE opportunity_id = $1 ORDER BY position DESC, id LIMIT 200",
    )
    .bind(opportunity)
    .all()
    .await
}
