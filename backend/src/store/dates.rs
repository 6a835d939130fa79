//! The dates of an opportunity as its editors change them: many at once, each list one statement.

use crate::db::{Engine, Tx};
use domain::ids::{ClaimId, OpportunityId, OrganisationId, PersonId, SeriesId, SlotId};
use domain::locale::Locale;
use domain::opportunity::SlotState;
use domain::person::VolunteerStatus;
use domain::qualification::Held;
use domain::role::RolePlan;
use domain::time::{Day, Instant};
use sqlx::types::Json;
use sqlx::{Error, FromRow};

use super::claims::ClaimRow;
use super::opportunities::among;
use super::roles::{self, RolePlaces};
use super::slots::{SlotRow, select_slot};

/// A date as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct DateRow {
    pub id: SlotId,
    pub opportunity_id: OpportunityId,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub min_places: i64,
    pub max_places: i64,
    pub taken: i64,
    pub state: SlotState,
    pub series_id: Option<SeriesId>,
    pub series_day: Option<Day>,
    pub opens_at: Option<Instant>,
    pub work_minutes: Option<i64>,
    pub with_roles: bool,
    /// By role, where it has any.
    #[sqlx(skip)]
    pub roles: Vec<RolePlaces>,
}

impl DateRow {
    /// An open date without people, by itself.
    pub const fn new(
        id: SlotId,
        opportunity_id: OpportunityId,
        (starts_at, ends_at): (Instant, Instant),
        (min_places, max_places): (i64, i64),
    ) -> Self {
        Self {
            id,
            opportunity_id,
            starts_at,
            ends_at,
            min_places,
            max_places,
            taken: 0,
            state: SlotState::Open,
            series_id: None,
            series_day: None,
            opens_at: None,
            work_minutes: None,
            with_roles: false,
            roles: Vec::new(),
        }
    }

    /// The same date with places by role, none of them taken.
    #[must_use]
    pub fn with(mut self, plans: &[RolePlan]) -> Self {
        let places = |plan: &RolePlan| RolePlaces {
            role_id: plan.role_id,
            min_places: plan.min_places,
            max_places: plan.max_places,
            taken: 0,
        };
        self.roles = plans.iter().map(places).collect();
        self.with_roles = !plans.is_empty();
        self
    }

    /// How many of each role it has room for.
    pub fn plans(&self) -> Vec<RolePlan> {
        self.roles.iter().map(RolePlaces::plan).collect()
    }

    /// From when to when.
    pub const fn time(&self) -> (Instant, Instant) {
        (self.starts_at, self.ends_at)
    }
}

/// The dates of an opportunity that begin after `since`, tasks without an hour that end after it, and all of one series
/// if it is given; by time.
///
/// # Errors
/// When the database fails.
pub async fn of_opportunity(
    tx: &mut Tx,
    opportunity: OpportunityId,
    since: Instant,
    series: Option<SeriesId>,
) -> Result<Vec<DateRow>, Error> {
    let mut found: Vec<DateRow> = tx
        .query(
        "SELECT id, opportunity_id, starts_at, ends_at, min_places, max_places, taken, state, series_id, series_day,
           opens_at, work_minutes, with_roles
         FROM slot
         WHERE opportunity_id = $1 AND (starts_at > $2 OR series_id = $3 OR work_minutes IS NOT NULL AND ends_at > $2)
         ORDER BY starts_at, id",
    )
    .bind(opportunity)
    .bind(since)
    .bind(series)
    .all()
    .await?;
    if found.iter().any(|date| date.with_roles) {
        let mut by_date = roles::of_opportunity(tx, opportunity).await?;
        for date in &mut found {
            date.roles = by_date.remove(&date.id).unwrap_or_default();
        }
    }
    Ok(found)
}

/// Keeps everybody from claiming, leaving or changing these dates until the transaction ends.
///
/// # Errors
/// When the database fails.
pub async fn lock(tx: &mut Tx, opportunity: OpportunityId) -> Result<(), Error> {
    // Where one writer runs at a time, the transaction itself is the lock.
    if tx.engine() == Engine::Postgres {
        tx.query("SELECT id FROM slot WHERE opportunity_id = $1 ORDER BY id FOR UPDATE")
            .bind(opportunity)
            .run()
            .await?;
    }
    Ok(())
}

/// Open dates of opportunities that are not cancelled on the days from `first` to `last`, by time; no tasks without an
/// hour. `organisations` `None` means all.
///
/// # Errors
/// When the database fails.
pub async fn planned(
    tx: &mut Tx,
    organisations: Option<&[OrganisationId]>,
    first: Day,
    last: Day,
) -> Result<Vec<SlotRow>, Error> {
    let sql = [
        select_slot!(
            "s.on_day >= $1 AND s.on_day <= $2 AND s.work_minutes IS NULL AND s.state = 'open' AND o.state <> 'cancelled' AND "
        ),
        &among("o.organisation_id", organisations, 3),
        " ORDER BY s.on_day, s.starts_at, s.id",
    ];
    let mut query = tx.assembled(sql.concat()).bind(first).bind(last);
    for organisation in organisations.unwrap_or_default() {
        query = query.bind(*organisation);
    }
    let found = query.all().await?;
    roles::filled(tx, found).await
}

/// How the public dates of a day are covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns of the statement below")]
pub struct CoveredDay {
    pub on_day: Day,
    pub dates: i64,
    pub needed: i64,
    pub missing: i64,
}

/// The days from `first` to `last` that have public dates, in order: how many dates, how many people they need at least,
/// and how many of those are missing, in each role. `organisations` `None` means all.
///
/// # Errors
/// When the database fails.
pub async fn covered(
    tx: &mut Tx,
    organisations: Option<&[OrganisationId]>,
    first: Day,
    last: Day,
) -> Result<Vec<CoveredDay>, Error> {
    let sql = [
        "SELECT s.on_day, COUNT(*) AS dates, CAST(SUM(s.min_places) AS BIGINT) AS needed,
           CAST(SUM(CASE
             WHEN s.with_roles THEN
               (SELECT COALESCE(SUM(r.min_places - r.taken), 0) FROM slot_role r
                WHERE r.slot_id = s.id AND r.taken < r.min_places)
             WHEN s.taken < s.min_places THEN s.min_places - s.taken
             ELSE 0 END) AS BIGINT) AS missing
         FROM slot s CROSS JOIN opportunity o
         WHERE o.id = s.opportunity_id AND s.on_day >= $1 AND s.on_day <= $2 AND s.work_minutes IS NULL
           AND s.state = 'open' AND o.state = 'published' AND ",
        &among("o.organisation_id", organisations, 3),
        " GROUP BY s.on_day ORDER BY s.on_day",
    ];
    let mut query = tx.assembled(sql.concat()).bind(first).bind(last);
    for organisation in organisations.unwrap_or_default() {
        query = query.bind(*organisation);
    }
    query.all().await
}

/// Adds dates.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, dates: &[DateRow]) -> Result<(), Error> {
    let sql =
        "INSERT INTO slot (id, opportunity_id, starts_at, ends_at, on_day, weekday, starts, ends, min_places,
                 max_places, taken, state, series_id, series_day, opens_at, work_minutes) VALUES $rows";
    tx.rows(sql, 16, dates, |query, date| {
        let (starts, ends) = (date.starts_at.civil(), date.ends_at.civil());
        query
            .bind(date.id)
            .bind(date.opportunity_id)
            .bind(date.starts_at)
            .bind(date.ends_at)
            .bind(Day(starts.date()))
            .bind(i64::from(starts.weekday().to_monday_one_offset()))
            .bind(starts.strftime("%H:%M").to_string())
            .bind(ends.strftime("%H:%M").to_string())
            .bind(date.min_places)
            .bind(date.max_places)
            .bind(date.taken)
            .bind(date.state)
            .bind(date.series_id)
            .bind(date.series_day)
            .bind(date.opens_at)
            .bind(date.work_minutes)
    })
    .await?;
    let with_roles = dates.iter().filter(|date| date.with_roles);
    let plans: Vec<_> = with_roles.map(|date| (date.id, date.plans())).collect();
    roles::put(tx, &plans).await
}

/// Moves open dates, changes their places, opening and series; how many. Those that are not open, have no hour, or
/// have more people than `max_places`, stay as they are: capacity is guarded by the statement.
///
/// # Errors
/// When the database fails.
pub async fn change(tx: &mut Tx, dates: &[DateRow]) -> Result<u64, Error> {
    let sql =
        "UPDATE slot SET starts_at = v.column2, ends_at = v.column3, on_day = v.column4, weekday = v.column5,
                 starts = v.column6, ends = v.column7, min_places = v.column8, max_places = v.column9,
                 series_id = v.column10, series_day = v.column11, opens_at = v.column12
               FROM (VALUES $rows) AS v
               WHERE slot.id = v.column1 AND slot.state = 'open' AND slot.taken <= v.column9
                 AND slot.work_minutes IS NULL";
    tx.rows(sql, 12, dates, |query, date| {
        let (starts, ends) = (date.starts_at.civil(), date.ends_at.civil());
        query
            .bind(date.id)
            .bind(date.starts_at)
            .bind(date.ends_at)
            .bind(Day(starts.date()))
            .bind(i64::from(starts.weekday().to_monday_one_offset()))
            .bind(starts.strftime("%H:%M").to_string())
            .bind(ends.strftime("%H:%M").to_string())
            .bind(date.min_places)
            .bind(date.max_places)
            .bind(date.series_id)
            .bind(date.series_day)
            .bind(date.opens_at)
    })
    .await
}

/// Gives dates, whatever their state, another series and day of its rule. All of them leave their days first: days may
/// change hands.
///
/// # Errors
/// When the database fails.
pub async fn regroup(tx: &mut Tx, dates: &[(SlotId, Option<SeriesId>, Option<Day>)]) -> Result<(), Error> {
    let leave = "UPDATE slot SET series_day = NULL WHERE id IN (VALUES $rows)";
    tx.rows(leave, 1, dates, |query, date| query.bind(date.0)).await?;
    let enter = "UPDATE slot SET series_id = v.column2, series_day = v.column3 FROM (VALUES $rows) AS v
                 WHERE slot.id = v.column1";
    tx.rows(enter, 3, dates, |query, date| query.bind(date.0).bind(date.1).bind(date.2)).await?;
    Ok(())
}

/// Cancels open dates that have not begun at `now`, and tasks without an hour that are not over, and frees their places;
/// how many.
///
/// # Errors
/// When the database fails.
pub async fn cancel(tx: &mut Tx, dates: &[SlotId], now: Instant) -> Result<u64, Error> {
    let sql = "UPDATE slot SET state = 'cancelled', taken = 0 FROM (VALUES $rows) AS v
               WHERE slot.id = v.column1 AND slot.state = 'open'
                 AND (slot.starts_at > v.column2 OR slot.work_minutes IS NOT NULL AND slot.ends_at > v.column2)";
    let cancelled = tx.rows(sql, 2, dates, |query, id| query.bind(*id).bind(now)).await?;
    let sql = "UPDATE slot_role SET taken = 0 WHERE slot_id IN
                 (SELECT id FROM slot WHERE id IN (VALUES $rows) AND state = 'cancelled')";
    tx.rows(sql, 1, dates, |query, id| query.bind(*id)).await?;
    Ok(cancelled)
}

/// Counts the places taken on dates anew from their claims.
///
/// # Errors
/// When the database fails.
pub async fn recount(tx: &mut Tx, dates: &[SlotId]) -> Result<(), Error> {
    let sql = "UPDATE slot SET taken = (SELECT CAST(COALESCE(SUM(c.places), 0) AS BIGINT) FROM claim c
                 WHERE c.slot_id = slot.id AND c.state IN ('approved', 'offered', 'attended', 'no_show'))
               WHERE id IN (VALUES $rows)";
    tx.rows(sql, 1, dates, |query, id| query.bind(*id)).await?;
    roles::recount(tx, dates).await
}

/// A live claim on a date to come, with what the rules and a letter need of its person.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct Concerned {
    #[sqlx(flatten)]
    pub claim: ClaimRow,
    pub name: String,
    pub email: String,
    pub locale: Locale,
    pub status: Option<VolunteerStatus>,
    pub birth_on: Option<Day>,
    pub screened_on: Option<Day>,
    pub weekly_limit_minutes: Option<i64>,
    pub work_minutes: Option<i64>,
    pub qualifications: Option<Json<Vec<Held>>>,
}

/// The live claims on dates of an opportunity that begin after `now` and on its tasks without an hour that are not over,
/// the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn concerned(
    tx: &mut Tx,
    opportunity: OpportunityId,
    now: Instant,
) -> Result<Vec<Concerned>, Error> {
    tx.query(
        "SELECT c.id, c.slot_id, c.person_id, c.state, c.places, c.role_id, c.standing_id,
           c.queued_at, c.asked_again_at, c.answers, c.rule, c.reason, c.decided_by, c.decided_at, c.created_at,
           p.name, p.email, p.locale, v.status, v.birth_on, v.screened_on, v.weekly_limit_minutes, s.work_minutes,
           v.qualifications
         FROM slot s CROSS JOIN claim c JOIN person p ON p.id = c.person_id
         LEFT JOIN volunteer v ON v.person_id = c.person_id
         WHERE s.opportunity_id = $1 AND c.slot_id = s.id
           AND (s.starts_at > $2 OR s.work_minutes IS NOT NULL AND s.ends_at > $2)
           AND c.state IN ('pending', 'approved', 'waitlisted', 'offered')
         ORDER BY c.created_at, c.id",
    )
    .bind(opportunity)
    .bind(now)
    .all()
    .await
}

/// Notes that people are asked again whether their dates suit them; how many claims were still live.
///
/// # Errors
/// When the database fails.
pub async fn ask_again(tx: &mut Tx, claims: &[ClaimId], now: Instant) -> Result<u64, Error> {
    let sql = "UPDATE claim SET asked_again_at = v.column2 FROM (VALUES $rows) AS v
               WHERE claim.id = v.column1 AND claim.state IN ('pending', 'approved', 'waitlisted', 'offered')";
    tx.rows(sql, 2, claims, |query, id| query.bind(*id).bind(now)).await
}

/// Cancels claims that are still live; how many.
///
/// # Errors
/// When the database fails.
pub async fn cancel_claims(tx: &mut Tx, claims: &[ClaimId]) -> Result<u64, Error> {
    let sql = "UPDATE claim SET state = 'cancelled', asked_again_at = NULL
               WHERE id IN (VALUES $rows) AND state IN ('pending', 'approved', 'waitlisted', 'offered')";
    tx.rows(sql, 1, claims, |query, id| query.bind(*id)).await
}

/// Whether a date still is at the time that somebody saw. Holds it there until the transaction ends.
///
/// # Errors
/// When the database fails.
pub async fn still(tx: &mut Tx, id: SlotId, time: (Instant, Instant)) -> Result<bool, Error> {
    let held = tx
        .query(
            "UPDATE slot SET taken = taken WHERE id = $1 AND starts_at = $2 AND ends_at = $3 AND state = 'open'",
        )
        .bind(id)
        .bind(time.0)
        .bind(time.1)
        .run()
        .await?;
    Ok(held == 1)
}

/// Every live claim on a date to come of this opportunity, with its person, in order.
///
/// # Errors
/// When the database fails.
pub async fn live_claims(
    tx: &mut Tx,
    opportunity: OpportunityId,
    now: Instant,
) -> Result<Vec<(ClaimId, PersonId)>, Error> {
    tx.query(
        "SELECT c.id, c.person_id FROM slot s CROSS JOIN claim c
         WHERE s.opportunity_id = $1 AND c.slot_id = s.id
           AND (s.starts_at > $2 OR s.work_minutes IS NOT NULL AND s.ends_at > $2)
           AND c.state IN ('pending', 'approved', 'waitlisted', 'offered') ORDER BY c.id",
    )
    .bind(opportunity)
    .bind(now)
    .all()
    .await
}
