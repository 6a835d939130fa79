//! Who wants to hear when a place becomes free, or when a kind of help or a facility needs somebody.

use crate::db::Tx;
use domain::ids::{OpportunityId, OrganisationId, PersonId, SlotId, WatchId};
use domain::text::Code;
use domain::time::Instant;
use sqlx::{Error, FromRow};

/// A wish to hear when a place becomes free, of one date or of every date of an opportunity; or of everything that a kind
/// of help or a facility needs, which goes on until it is ended.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct WatchRow {
    pub id: WatchId,
    pub person_id: PersonId,
    pub slot_id: Option<SlotId>,
    pub opportunity_id: Option<OpportunityId>,
    pub kind_code: Option<Code>,
    pub organisation_id: Option<OrganisationId>,
    pub created_at: Instant,
    pub told_at: Option<Instant>,
}

/// Adds a wish.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, row: &WatchRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO watch (id, person_id, slot_id, opportunity_id, created_at, told_at, kind_code, organisation_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(row.id)
    .bind(row.person_id)
    .bind(row.slot_id)
    .bind(row.opportunity_id)
    .bind(row.created_at)
    .bind(row.told_at)
    .bind(row.kind_code.clone())
    .bind(row.organisation_id)
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
        "SELECT id, person_id, slot_id, opportunity_id, kind_code, organisation_id, created_at, told_at FROM watch
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

/// Everything a person waits to hear of, the latest wish first.
///
/// # Errors
/// When the database fails.
pub async fn of(tx: &mut Tx, person: PersonId) -> Result<Vec<WatchRow>, Error> {
    tx.query(
        "SELECT id, person_id, slot_id, opportunity_id, kind_code, organisation_id, created_at, told_at FROM watch
         WHERE person_id = $1 AND (told_at IS NULL OR kind_code IS NOT NULL OR organisation_id IS NOT NULL)
         ORDER BY created_at DESC, id",
    )
    .bind(person)
    .all()
    .await
}

/// Forgets a person's own wish; whether there was one.
///
/// # Errors
/// When the database fails.
pub async fn end(tx: &mut Tx, id: WatchId, person: PersonId) -> Result<bool, Error> {
    let ended =
        tx.query("DELETE FROM watch WHERE id = $1 AND person_id = $2").bind(id).bind(person).run().await?;
    Ok(ended == 1)
}

/// What a watcher of kinds and facilities has not been told yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct News {
    /// Whom to tell.
    pub person_id: PersonId,
    /// Of which date.
    pub slot_id: SlotId,
    /// It lacks people soon; otherwise a place is open.
    pub short: bool,
}

/// Times between which dates are looked for.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// Later than this: now.
    pub now: Instant,
    /// Dates that lack people are looked for before this.
    pub soon: Instant,
    /// Dates with an open place are looked for before this.
    pub until: Instant,
    /// Who was told after this has to wait.
    pub rest: Instant,
}

/// A date lacks people soon, in one of its roles or in all.
macro_rules! short {
    () => {
        "s.starts_at < $2 AND (s.taken < s.min_places OR EXISTS (
           SELECT 1 FROM slot_role r WHERE r.slot_id = s.id AND r.taken < r.min_places))"
    };
}

/// What watchers of kinds and facilities have not been told yet, by person and time; at most `limit`. `only` asks
/// for one wish, whether its person rests or not.
///
/// # Errors
/// When the database fails.
pub async fn news(tx: &mut Tx, times: Times, only: Option<WatchId>, limit: i64) -> Result<Vec<News>, Error> {
    tx.query(concat!(
        "SELECT w.person_id, s.id AS slot_id, (",
        short!(),
        ") AS short
         FROM watch w
         JOIN opportunity o ON o.kind_code = w.kind_code OR o.organisation_id = w.organisation_id
         JOIN slot s ON s.opportunity_id = o.id
         WHERE o.state = 'published' AND s.state = 'open' AND s.work_minutes IS NULL
           AND s.starts_at > $1 AND s.starts_at < $3 AND s.taken < s.max_places
           AND (s.opens_at IS NULL OR s.opens_at <= $1)
           AND ($5 IS NULL OR w.id = $5)
           AND ($5 IS NOT NULL OR NOT EXISTS (
             SELECT 1 FROM watch r WHERE r.person_id = w.person_id AND r.told_at > $4
               AND (r.kind_code IS NOT NULL OR r.organisation_id IS NOT NULL)))
           AND NOT EXISTS (
             SELECT 1 FROM watch_told t WHERE t.person_id = w.person_id AND t.slot_id = s.id
               AND t.why = CASE WHEN ",
        short!(),
        " THEN 'short' ELSE 'open' END)
         GROUP BY w.person_id, s.id, s.starts_at, s.taken, s.min_places
         ORDER BY w.person_id, s.starts_at, s.id LIMIT $6"
    ))
    .bind(times.now)
    .bind(times.soon)
    .bind(times.until)
    .bind(times.rest)
    .bind(only)
    .bind(limit)
    .all()
    .await
}

/// Notes that a person knows of this.
///
/// # Errors
/// When the database fails.
pub async fn know(tx: &mut Tx, news: &[News], now: Instant) -> Result<(), Error> {
    let sql = "INSERT INTO watch_told (person_id, slot_id, why, told_at) VALUES $rows ON CONFLICT DO NOTHING";
    // Whoever knows that people are missing knows that there is a place.
    let open = news.iter().map(|one| (one, "open"));
    let all: Vec<(&News, &str)> =
        open.chain(news.iter().filter(|one| one.short).map(|one| (one, "short"))).collect();
    tx.rows(sql, 4, &all, |query, (one, why)| {
        query.bind(one.person_id).bind(one.slot_id).bind((*why).to_owned()).bind(now)
    })
    .await
    .map(|_| ())
}

/// A watcher of kinds and facilities was told something.
///
/// # Errors
/// When the database fails.
pub async fn told_news(tx: &mut Tx, person: PersonId, now: Instant) -> Result<(), Error> {
    tx.query(
        "UPDATE watch SET told_at = $2 WHERE person_id = $1 AND (kind_code IS NOT NULL OR organisation_id IS NOT NULL)",
    )
    .bind(person)
    .bind(now)
    .run()
    .await
    .map(|_| ())
}

/// Forgets what was told of dates that began before this.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, before: Instant) -> Result<(), Error> {
    tx.query("DELETE FROM watch_told WHERE slot_id IN (SELECT id FROM slot WHERE starts_at < $1)")
        .bind(before)
        .run()
        .await
        .map(|_| ())
}
