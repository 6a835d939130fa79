//! What the coordinator's dashboard counts and lists.

use crate::db::Tx;
use domain::claim::ClaimState;
use domain::ids::{ClaimId, OpportunityId, PersonId, SlotId};
use domain::kind::Family;
use domain::text::Code;
use domain::time::{Day, Instant};
use domain::view::CoverageDay;
use sqlx::{Error, FromRow};

/// A claim that waits.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct Waiting {
    pub id: ClaimId,
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub name: String,
    pub created_at: Instant,
}

/// Waiting claims on slots that have not begun, the oldest first; at most 200, and how many there are.
///
/// # Errors
/// When the database fails.
pub async fn waiting(tx: &mut Tx, now: Instant) -> Result<(Vec<Waiting>, i64), Error> {
    let rows = tx
        .query(
            "SELECT c.id, c.slot_id, c.person_id, p.name, c.created_at
             FROM claim c JOIN person p ON p.id = c.person_id JOIN slot s ON s.id = c.slot_id
             WHERE c.state = 'pending' AND s.starts_at > $1 ORDER BY c.created_at, c.id LIMIT 200",
        )
        .bind(now)
        .all()
        .await?;
    let (total,): (i64,) = tx
        .query("SELECT COUNT(*) FROM claim c JOIN slot s ON s.id = c.slot_id WHERE c.state = 'pending' AND s.starts_at > $1")
        .bind(now)
        .one()
        .await?;
    Ok((rows, total))
}

/// How full each day from `first` to `last` is; only days with open published slots.
///
/// # Errors
/// When the database fails.
pub async fn coverage(tx: &mut Tx, first: Day, last: Day) -> Result<Vec<CoverageDay>, Error> {
    let rows: Vec<(Day, i64, i64, i64, i64)> = tx
        .query(
            "SELECT s.on_day, COUNT(*), CAST(SUM(s.max_places) AS BIGINT), CAST(SUM(s.taken) AS BIGINT),
               CAST(SUM(CASE WHEN s.taken < s.min_places THEN 1 ELSE 0 END) AS BIGINT)
             FROM slot s JOIN opportunity o ON o.id = s.opportunity_id
             WHERE s.on_day >= $1 AND s.on_day <= $2 AND s.state = 'open' AND o.state = 'published'
             GROUP BY s.on_day ORDER BY s.on_day",
        )
        .bind(first)
        .bind(last)
        .all()
        .await?;
    let day =
        |(day, slots, places, taken, under_minimum)| CoverageDay { day, slots, places, taken, under_minimum };
    Ok(rows.into_iter().map(day).collect())
}

/// A slot with free places.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct Gap {
    pub id: SlotId,
    pub opportunity_id: OpportunityId,
    pub title: String,
    pub kind_code: Code,
    pub family: Family,
    pub short_pl: String,
    pub short_en: String,
    pub short_uk: String,
    pub organisation: String,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub min_places: i64,
    pub max_places: i64,
    pub taken: i64,
    pub waiting: i64,
}

/// Slots with free places that begin after `now` and not after `until`; those below their minimum first, then by time;
/// at most 60.
///
/// # Errors
/// When the database fails.
pub async fn gaps(tx: &mut Tx, now: Instant, until: Instant) -> Result<Vec<Gap>, Error> {
    tx.query(
        "SELECT s.id, s.opportunity_id, o.title, o.kind_code, k.family, k.short_pl, k.short_en, k.short_uk,
           g.name AS organisation, s.starts_at, s.ends_at, s.min_places, s.max_places, s.taken,
           (SELECT COUNT(*) FROM claim c WHERE c.slot_id = s.id AND c.state = 'pending') AS waiting
         FROM slot s JOIN opportunity o ON o.id = s.opportunity_id JOIN organisation g ON g.id = o.organisation_id
         JOIN kind k ON k.code = o.kind_code
         WHERE s.starts_at > $1 AND s.starts_at <= $2 AND s.state = 'open' AND o.state = 'published'
           AND s.taken < s.max_places
         ORDER BY CASE WHEN s.taken < s.min_places THEN 0 ELSE 1 END, s.starts_at, s.id LIMIT 60",
    )
    .bind(now)
    .bind(until)
    .all()
    .await
}

/// A decision.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct Decision {
    pub id: ClaimId,
    pub name: String,
    pub title: String,
    pub starts_at: Instant,
    pub state: ClaimState,
    pub decided_by: PersonId,
    pub by_name: String,
    pub decided_at: Instant,
}

/// Coordinators' decisions since a moment, the latest first; at most 30.
///
/// # Errors
/// When the database fails.
pub async fn decisions(tx: &mut Tx, since: Instant) -> Result<Vec<Decision>, Error> {
    tx.query(
        "SELECT c.id, p.name, o.title, s.starts_at, c.state, c.decided_by, b.name AS by_name, c.decided_at
         FROM claim c JOIN person p ON p.id = c.person_id JOIN person b ON b.id = c.decided_by
         JOIN slot s ON s.id = c.slot_id JOIN opportunity o ON o.id = s.opportunity_id
         WHERE c.decided_at IS NOT NULL AND c.decided_at >= $1 AND c.state IN ('approved', 'refused')
         ORDER BY c.decided_at DESC, c.id LIMIT 30",
    )
    .bind(since)
    .all()
    .await
}
