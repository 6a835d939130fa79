//! Who wants to hear when a place becomes free.

use crate::db::Tx;
use domain::ids::{OpportunityId, PersonId, SlotId, WatchId};
use domain::time::Instant;
use sqlx::{Error, FromRow};

/// A wish to hear when a place becomes free, of one date or of every date of an opportunity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct WatchRow {
    pub id: WatchId,
    pub person_id: PersonId,
    pub slot_id: Option<SlotId>,
    pub opportunity_id: Option<OpportunityId>,
    pub created_at: Instant,
    pub told_at: Option<Instant>,
}

/// Adds a wish.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, row: &WatchRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO watch (id, person_id, slot_id, opportunity_id, created_at, told_at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(row.id)
    .bind(row.person_id)
    .bind(row.slot_id)
    .bind(row.opportunity_id)
    .bind(row.created_at)
    .bind(row.told_at)
    .run()
    .await
    .map(|_| ())
}

/// Forgets a person's wishes about exactly this date, or exactly this opportunity; how many.
///
/// # Errors
/// When the database fails.
pub async fn remove(
    tx: &mut Tx,
    person: PersonId,
    slot: Option<SlotId>,
    opportunity: Option<OpportunityId>,
) -> Result<u64, Error> {
    tx.query("DELETE FROM watch WHERE person_id = $1 AND (slot_id = $2 OR opportunity_id = $3)")
        .bind(person)
        .bind(slot)
        .bind(opportunity)
        .run()
        .await
}

/// Whether a person waits to hear of exactly this date, or exactly this opportunity.
///
/// # Errors
/// When the database fails.
pub async fn watches(
    tx: &mut Tx,
    person: PersonId,
    slot: Option<SlotId>,
    opportunity: Option<OpportunityId>,
) -> Result<bool, Error> {
    let (count,): (i64,) = tx
        .query(
            "SELECT COUNT(*) FROM watch
             WHERE person_id = $1 AND told_at IS NULL AND (slot_id = $2 OR opportunity_id = $3)",
        )
        .bind(person)
        .bind(slot)
        .bind(opportunity)
        .one()
        .await?;
    Ok(count > 0)
}

/// Everybody who waits to hear of a date, of itself or as one of its opportunity, in the order of their wishes.
///
/// # Errors
/// When the database fails.
pub async fn waiting(tx: &mut Tx, slot: SlotId, opportunity: OpportunityId) -> Result<Vec<WatchRow>, Error> {
    tx.query(
        "SELECT id, person_id, slot_id, opportunity_id, created_at, told_at FROM watch
         WHERE told_at IS NULL AND (slot_id = $1 OR opportunity_id = $2) ORDER BY created_at, id",
    )
    .bind(slot)
    .bind(opportunity)
    .all()
    .await
}

/// A wish was answered.
///
/// # Errors
/// When the database fails.
pub async fn told(tx: &mut Tx, id: WatchId, now: Instant) -> Result<(), Error> {
    tx.query("UPDATE watch SET told_at = $2 WHERE id = $1").bind(id).bind(now).run().await.map(|_| ())
}
