//! Standing places in series.

use super::claims::ClaimRow;
use super::roles;
use super::slots::{SlotRow, select_slot};
use crate::db::Tx;
use domain::ids::{ClaimId, PersonId, RoleId, SeriesId, SlotId, StandingId};
use domain::time::{Day, Instant};
use sqlx::types::Json;
use sqlx::{Error, FromRow};

/// A standing place.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct StandingRow {
    pub id: StandingId,
    pub series_id: SeriesId,
    pub person_id: PersonId,
    pub skipped_days: Json<Vec<Day>>,
    pub created_at: Instant,
    pub ended_at: Option<Instant>,
    pub role_id: Option<RoleId>,
}

/// Open dates of a series that have not begun, by time.
///
/// # Errors
/// When the database fails.
pub async fn dates(tx: &mut Tx, series: SeriesId, now: Instant) -> Result<Vec<SlotRow>, Error> {
    let found = tx
        .query(select_slot!(
            "s.series_id = $1 AND s.starts_at > $2 AND s.state = 'open' ORDER BY s.starts_at, s.id"
        ))
        .bind(series)
        .bind(now)
        .all()
        .await?;
    roles::filled(tx, found).await
}

/// Adds a standing place.
///
/// # Errors
/// A violation of uniqueness when the person has one in the series; otherwise when the database fails.
pub async fn add(tx: &mut Tx, row: &StandingRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO standing (id, series_id, person_id, skipped_days, created_at, ended_at, role_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(row.id)
    .bind(row.series_id)
    .bind(row.person_id)
    .bind(row.skipped_days.clone())
    .bind(row.created_at)
    .bind(row.ended_at)
    .bind(row.role_id)
    .run()
    .await
    .map(|_| ())
}

/// The standing places for which `$rest` holds.
macro_rules! select_standing {
    ($rest:literal) => {
        concat!(
            "SELECT id, series_id, person_id, skipped_days, created_at, ended_at, role_id FROM standing WHERE ",
            $rest
        )
    };
}

/// One standing place, ended or not.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx, id: StandingId) -> Result<Option<StandingRow>, Error> {
    tx.query(select_standing!("id = $1")).bind(id).optional().await
}

/// The standing places of a series that have not ended, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_series(tx: &mut Tx, series: SeriesId) -> Result<Vec<StandingRow>, Error> {
    tx.query(select_standing!("series_id = $1 AND ended_at IS NULL ORDER BY created_at, id"))
        .bind(series)
        .all()
        .await
}

/// A person's standing places that have not ended, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<StandingRow>, Error> {
    tx.query(select_standing!("person_id = $1 AND ended_at IS NULL ORDER BY created_at, id"))
        .bind(person)
        .all()
        .await
}

/// Ends a standing place; `false` when it has ended.
///
/// # Errors
/// When the database fails.
pub async fn end(tx: &mut Tx, id: StandingId, now: Instant) -> Result<bool, Error> {
    let ended = tx
        .query("UPDATE standing SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL")
        .bind(id)
        .bind(now)
        .run()
        .await?;
    Ok(ended == 1)
}

/// Ends every standing place of a series.
///
/// # Errors
/// When the database fails.
pub async fn end_all(tx: &mut Tx, series: SeriesId, now: Instant) -> Result<(), Error> {
    tx.query("UPDATE standing SET ended_at = $2 WHERE series_id = $1 AND ended_at IS NULL")
        .bind(series)
        .bind(now)
        .run()
        .await
        .map(|_| ())
}

/// How many places of a date standing people hold or ask for.
///
/// # Errors
/// When the database fails.
pub async fn places(tx: &mut Tx, slot: SlotId) -> Result<i64, Error> {
    let (places,): (i64,) = tx
        .query(
            "SELECT CAST(COALESCE(SUM(places), 0) AS BIGINT) FROM claim
             WHERE slot_id = $1 AND standing_id IS NOT NULL AND state IN ('pending', 'approved', 'offered')",
        )
        .bind(slot)
        .one()
        .await?;
    Ok(places)
}

/// The person had a claim on this date once, whatever became of it.
///
/// # Errors
/// When the database fails.
pub async fn was_claimed(tx: &mut Tx, slot: SlotId, person: PersonId) -> Result<bool, Error> {
    let (claims,): (i64,) = tx
        .query("SELECT COUNT(*) FROM claim WHERE slot_id = $1 AND person_id = $2")
        .bind(slot)
        .bind(person)
        .one()
        .await?;
    Ok(claims > 0)
}

/// The live claims of a standing place on open dates that have not begun, with their dates, by time.
///
/// # Errors
/// When the database fails.
pub async fn coming(tx: &mut Tx, id: StandingId, now: Instant) -> Result<Vec<(ClaimRow, SlotRow)>, Error> {
    let ids: Vec<(ClaimId, SlotId)> = tx
        .query(
            "SELECT c.id, c.slot_id FROM claim c JOIN slot s ON s.id = c.slot_id
             WHERE c.standing_id = $1 AND c.state IN ('pending', 'approved', 'waitlisted', 'offered')
               AND s.starts_at > $2 AND s.state = 'open' ORDER BY s.starts_at, c.id",
        )
        .bind(id)
        .bind(now)
        .all()
        .await?;
    let mut found = Vec::with_capacity(ids.len());
    for (claim, slot) in ids {
        if let (Some(claim), Some(slot)) =
            (super::claims::find(tx, claim).await?, super::slots::find(tx, slot).await?)
        {
            found.push((claim, slot));
        }
    }
    Ok(found)
}

/// How many places standing people hold or ask for on each coming date of a series that has any.
///
/// # Errors
/// When the database fails.
pub async fn places_by_date(
    tx: &mut Tx,
    series: SeriesId,
    now: Instant,
) -> Result<Vec<(SlotId, i64)>, Error> {
    tx.query(
        "SELECT c.slot_id, CAST(SUM(c.places) AS BIGINT) FROM claim c JOIN slot s ON s.id = c.slot_id
         WHERE s.series_id = $1 AND s.starts_at > $2 AND c.standing_id IS NOT NULL
           AND c.state IN ('pending', 'approved', 'offered')
         GROUP BY c.slot_id ORDER BY c.slot_id",
    )
    .bind(series)
    .bind(now)
    .all()
    .await
}

/// Gives the claims of a standing place on dates of this series to the standing place that goes on there.
///
/// # Errors
/// When the database fails.
pub async fn hand_on(
    tx: &mut Tx,
    (from, to): (StandingId, StandingId),
    series: SeriesId,
) -> Result<(), Error> {
    tx.query(
        "UPDATE claim SET standing_id = $2 WHERE standing_id = $1
           AND slot_id IN (SELECT id FROM slot WHERE series_id = $3)",
    )
    .bind(from)
    .bind(to)
    .bind(series)
    .run()
    .await
    .map(|_| ())
}
