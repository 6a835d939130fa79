//! Tasks without an hour, and the work that is noted for them.

use super::public::{SlotFilter, filtered};
use super::roles;
use super::slots::{SlotRow, select_slot};
use crate::db::Tx;
use domain::ids::{ClaimId, SlotId, StintId};
use domain::time::{Day, Instant};
use domain::window::WorkDone;
use sqlx::{Error, FromRow};

/// Public tasks without an hour that can be done on a day from `first` to `last`, the one that ends first at the top; at
/// most 60.
///
/// # Errors
/// When the database fails.
pub async fn public(
    tx: &mut Tx,
    (first, last): (Day, Day),
    filter: &SlotFilter,
) -> Result<Vec<SlotRow>, Error> {
    let (from, until) = domain::window::span(first, last);
    let sql = [
        select_slot!("s.work_minutes IS NOT NULL AND s.starts_at < $2 AND s.ends_at > $1 AND "),
        filtered(),
        " ORDER BY s.ends_at, s.id LIMIT 60",
    ];
    // They have no weekday and no hour.
    let filter = SlotFilter { weekday: None, part: None, ..filter.clone() };
    let found = filter.bind(tx.assembled(sql.concat()).bind(from).bind(until)).all().await?;
    roles::filled(tx, found).await
}

/// Work that was noted.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct StintRow {
    pub id: StintId,
    pub claim_id: ClaimId,
    pub on_day: Day,
    pub minutes: i64,
    pub created_at: Instant,
}

impl StintRow {
    /// What was done when.
    pub const fn work(&self) -> WorkDone {
        WorkDone { on_day: self.on_day, minutes: self.minutes }
    }
}

/// Notes work.
///
/// # Errors
/// When the database fails.
pub async fn add_stint(tx: &mut Tx, row: &StintRow) -> Result<(), Error> {
    tx.query("INSERT INTO stint (id, claim_id, on_day, minutes, created_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(row.id)
        .bind(row.claim_id)
        .bind(row.on_day)
        .bind(row.minutes)
        .bind(row.created_at)
        .run()
        .await
        .map(|_| ())
}

/// Work that was noted for a claim, by day.
///
/// # Errors
/// When the database fails.
pub async fn stints(tx: &mut Tx, claim: ClaimId) -> Result<Vec<StintRow>, Error> {
    tx.query(
        "SELECT id, claim_id, on_day, minutes, created_at FROM stint WHERE claim_id = $1
         ORDER BY on_day, created_at, id",
    )
    .bind(claim)
    .all()
    .await
}

/// One note of work.
///
/// # Errors
/// When the database fails.
pub async fn stint(tx: &mut Tx, id: StintId) -> Result<Option<StintRow>, Error> {
    tx.query("SELECT id, claim_id, on_day, minutes, created_at FROM stint WHERE id = $1")
        .bind(id)
        .optional()
        .await
}

/// Takes a note of work back.
///
/// # Errors
/// When the database fails.
pub async fn remove_stint(tx: &mut Tx, id: StintId) -> Result<(), Error> {
    tx.query("DELETE FROM stint WHERE id = $1").bind(id).run().await.map(|_| ())
}

/// Notes when somebody said that a task is done; `None` takes it back.
///
/// # Errors
/// When the database fails.
pub async fn set_done(tx: &mut Tx, claim: ClaimId, at: Option<Instant>) -> Result<(), Error> {
    tx.query("UPDATE claim SET done_at = $2 WHERE id = $1").bind(claim).bind(at).run().await.map(|_| ())
}

/// When somebody said that a task is done.
///
/// # Errors
/// When the database fails.
pub async fn done_at(tx: &mut Tx, claim: ClaimId) -> Result<Option<Instant>, Error> {
    let row: Option<(Option<Instant>,)> =
        tx.query("SELECT done_at FROM claim WHERE id = $1").bind(claim).optional().await?;
    Ok(row.and_then(|(at,)| at))
}

/// Gives an open task until `ends_at` and so many places; `false` where it would end earlier or somebody would lose
/// their place: the statement guards both.
///
/// # Errors
/// When the database fails.
pub async fn widen(tx: &mut Tx, slot: SlotId, ends_at: Instant, max_places: i64) -> Result<bool, Error> {
    let changed = tx
        .query(
            "UPDATE slot SET ends_at = $2, max_places = $3
             WHERE id = $1 AND state = 'open' AND work_minutes IS NOT NULL AND ends_at <= $2 AND taken <= $3
               AND min_places <= $3",
        )
        .bind(slot)
        .bind(ends_at)
        .bind(max_places)
        .run()
        .await?;
    Ok(changed == 1)
}
