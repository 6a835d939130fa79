//! The append-only audit: who did what to which record, and whose data were looked at. Source: domain rules R6.

use crate::db::Tx;
use domain::ids::{AuditId, PersonId};
use domain::time::Instant;
use serde_json::Value as JsonValue;
use sqlx::{Error, FromRow, types::Json};
use uuid::Uuid;

/// An entry.
#[derive(Clone, Debug, PartialEq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct AuditRow {
    pub id: AuditId,
    pub at: Instant,
    pub actor_id: Option<PersonId>,
    pub action: String,
    pub noun: String,
    pub object_id: Option<Uuid>,
    pub detail: Json<JsonValue>,
}

/// Adds an entry. There is no method to change or remove one.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, row: &AuditRow) -> Result<(), Error> {
    tx.query("INSERT INTO audit (id, at, actor_id, action, noun, object_id, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(row.id)
        .bind(row.at)
        .bind(row.actor_id)
        .bind(row.action.clone())
        .bind(row.noun.clone())
        .bind(row.object_id)
        .bind(row.detail.clone())
        .run()
        .await
        .map(|_| ())
}

/// Entries about a record, the latest first; at most 200.
///
/// # Errors
/// When the database fails.
pub async fn of(tx: &mut Tx, object: Uuid) -> Result<Vec<AuditRow>, Error> {
    tx.query(
        "SELECT id, at, actor_id, action, noun, object_id, detail FROM audit WHERE object_id = $1
         ORDER BY at DESC, id DESC LIMIT 200",
    )
    .bind(object)
    .all()
    .await
}
