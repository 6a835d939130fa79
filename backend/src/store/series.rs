//! Series of dates.

use crate::db::Tx;
use domain::calendar::{Hours, LeaveOut, Rule, SeriesState};
use domain::form::Repeat;
use domain::ids::{OpportunityId, SeriesId};
use domain::role::RolePlan;
use domain::time::{Day, Instant};
use sqlx::types::Json;
use sqlx::{Error, FromRow};

/// A series.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct SeriesRow {
    pub id: SeriesId,
    pub opportunity_id: OpportunityId,
    pub follows_id: Option<SeriesId>,
    #[sqlx(try_from = "String")]
    pub rule: Rule,
    pub first_on: Day,
    pub starts: String,
    pub ends: String,
    pub skip_holidays: bool,
    pub skip_school_breaks: bool,
    pub skipped_days: Json<Vec<Day>>,
    pub min_places: i64,
    pub max_places: i64,
    pub opens_days_before: Option<i64>,
    pub standing_percent: i64,
    pub state: SeriesState,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub roles: Json<Vec<RolePlan>>,
}

impl SeriesRow {
    /// Its rule with what is left out.
    pub fn repeat(&self) -> Repeat {
        let leave_out = LeaveOut {
            holidays: self.skip_holidays,
            school_breaks: self.skip_school_breaks,
            days: self.skipped_days.0.clone(),
        };
        Repeat { rule: self.rule.clone(), leave_out }
    }

    /// Its hours.
    pub fn hours(&self) -> Hours {
        let time = |text: &str| text.parse().unwrap_or_default();
        Hours { starts: time(&self.starts), ends: time(&self.ends) }
    }

    /// The same series with other hours.
    #[must_use]
    pub fn at(self, hours: Hours) -> Self {
        let text = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
        Self { starts: text(hours.starts), ends: text(hours.ends), ..self }
    }

    /// The same series with another rule.
    #[must_use]
    pub fn with(self, Repeat { rule, leave_out }: Repeat) -> Self {
        Self {
            rule,
            skip_holidays: leave_out.holidays,
            skip_school_breaks: leave_out.school_breaks,
            skipped_days: Json(leave_out.days),
            ..self
        }
    }
}

/// The rows of series for which `$rest` holds.
macro_rules! select_series {
    ($rest:literal) => {
        concat!(
            "SELECT id, opportunity_id, follows_id, rule, first_on, starts, ends, skip_holidays, skip_school_breaks,
               skipped_days, min_places, max_places, opens_days_before, standing_percent, state, created_at,
               updated_at, roles
             FROM series WHERE ",
            $rest
        )
    };
}

/// One series.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx, id: SeriesId) -> Result<Option<SeriesRow>, Error> {
    tx.query(select_series!("id = $1")).bind(id).optional().await
}

/// The series of an opportunity that have an open date after `now`, in the order in which they begin.
///
/// # Errors
/// When the database fails.
pub async fn coming_of(
    tx: &mut Tx,
    opportunity: OpportunityId,
    now: Instant,
) -> Result<Vec<SeriesRow>, Error> {
    tx.query(select_series!(
        "opportunity_id = $1 AND EXISTS (SELECT 1 FROM slot s WHERE s.opportunity_id = $1 AND s.series_id = series.id
           AND s.starts_at > $2 AND s.state = 'open') ORDER BY first_on, id"
    ))
    .bind(opportunity)
    .bind(now)
    .all()
    .await
}

/// Writes series, new or changed.
///
/// # Errors
/// When the database fails.
pub async fn put(tx: &mut Tx, rows: &[SeriesRow]) -> Result<(), Error> {
    let sql = "INSERT INTO series (id, opportunity_id, follows_id, rule, first_on, starts, ends, skip_holidays,
                 skip_school_breaks, skipped_days, min_places, max_places, opens_days_before, standing_percent,
                 state, created_at, updated_at, roles)
               VALUES $rows
               ON CONFLICT (id) DO UPDATE SET rule = excluded.rule, first_on = excluded.first_on,
                 starts = excluded.starts, ends = excluded.ends, skip_holidays = excluded.skip_holidays,
                 skip_school_breaks = excluded.skip_school_breaks, skipped_days = excluded.skipped_days,
                 min_places = excluded.min_places, max_places = excluded.max_places,
                 opens_days_before = excluded.opens_days_before, standing_percent = excluded.standing_percent,
                 state = excluded.state, updated_at = excluded.updated_at, roles = excluded.roles";
    tx.rows(sql, 18, rows, |query, row| {
        query
            .bind(row.id)
            .bind(row.opportunity_id)
            .bind(row.follows_id)
            .bind(row.rule.to_string())
            .bind(row.first_on)
            .bind(row.starts.clone())
            .bind(row.ends.clone())
            .bind(row.skip_holidays)
            .bind(row.skip_school_breaks)
            .bind(row.skipped_days.clone())
            .bind(row.min_places)
            .bind(row.max_places)
            .bind(row.opens_days_before)
            .bind(row.standing_percent)
            .bind(row.state)
            .bind(row.created_at)
            .bind(row.updated_at)
            .bind(row.roles.clone())
    })
    .await
    .map(|_| ())
}
