//! What becomes of the dates of a series when its rule or its hours change: which stay, which move, which are added,
//! which are cancelled. Nothing is lost, nothing is there twice, and what has begun is left alone.
//!
//! A series itself:
//!
//! ```text
//! running ──split, or cancel from a day on──► ended
//!    └──cancel──► cancelled ◄──cancel───────────┘       change: a running or ended one stays what it is
//! ```
//!
//! Split: it ends before a day, and another series, running, follows it from that day on.

use super::{monday, plus_days};
use crate::calendar::Pattern;
use crate::ids::SlotId;
use crate::step::WrongStep;
use crate::time::{Day, Instant};
use jiff::civil::Time;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How far a change reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// One date.
    #[default]
    This,
    /// A date and those that follow it in its series.
    Following,
    /// Every date of the series that has not begun.
    All,
}

impl Scope {
    /// Every scope, the narrowest first.
    pub const ALL: [Self; 3] = [Self::This, Self::Following, Self::All];

    /// The stable name, as in forms and in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::This => "this",
            Self::Following => "following",
            Self::All => "all",
        }
    }
}

/// Where a series stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum SeriesState {
    /// As its rule says.
    #[default]
    Running,
    /// Ends before the day that its rule gave at first.
    Ended,
    /// None of its dates to come takes place.
    Cancelled,
}

/// What can happen to a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SeriesStep {
    /// Its dates to come follow another rule, or have other hours or places.
    Change,
    /// It ends before a day, whether another one follows or not.
    End,
    /// None of its dates to come takes place.
    Cancel,
}

impl SeriesState {
    /// Takes a step, consuming the old state.
    ///
    /// # Errors
    /// [`WrongStep`] when the picture at the top of this module has no such arrow.
    pub const fn step(self, step: SeriesStep) -> Result<Self, WrongStep<Self, SeriesStep>> {
        match (self, step) {
            (Self::Running | Self::Ended, SeriesStep::Change) => Ok(self),
            (Self::Running | Self::Ended, SeriesStep::End) => Ok(Self::Ended),
            (Self::Running | Self::Ended, SeriesStep::Cancel) => Ok(Self::Cancelled),
            (Self::Cancelled, _) => Err(WrongStep { from: self, step }),
        }
    }
}

/// The hours of a series in civil time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours {
    /// When each date begins.
    pub starts: Time,
    /// When it ends: later on the same day, or else on the next one.
    pub ends: Time,
}

impl Hours {
    /// What runs past midnight is no longer than this, by the clock: a longer one is more likely mistyped.
    const NIGHT: i64 = 12 * 60;

    /// The hours between two moments, as clocks in Warsaw show them.
    pub fn between(starts_at: Instant, ends_at: Instant) -> Self {
        Self { starts: starts_at.civil().time(), ends: ends_at.civil().time() }
    }

    /// These hours on a day, and past its midnight.
    pub fn on(self, day: Day) -> (Instant, Instant) {
        let at = |day: Day, time| Instant::from_civil(day.0.to_datetime(time));
        let last = if self.past_midnight() { plus_days(day, 1) } else { day };
        (at(day, self.starts), at(last, self.ends))
    }

    /// It ends on the next day.
    pub fn past_midnight(self) -> bool {
        self.ends <= self.starts
    }

    /// Minutes by the clock; a whole day from a time to the same time.
    pub fn minutes(self) -> i64 {
        let minute = |time: Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
        minute(self.ends) - minute(self.starts) + if self.past_midnight() { 24 * 60 } else { 0 }
    }

    /// Dates may have these hours: what ends on the next day lasts 12 hours at most.
    pub fn fit(self) -> bool {
        !self.past_midnight() || self.minutes() <= Self::NIGHT
    }
}

/// A date of a series as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OldDate {
    /// Which.
    pub id: SlotId,
    /// The day that the rule gave.
    pub day: Day,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// It was cancelled by itself.
    pub cancelled: bool,
}

/// What the dates are to become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The days of the new rule, without what is left out, in order.
    pub days: Vec<Day>,
    /// How many days every date moves; 0 when only the rule says.
    pub shift: i64,
    /// The hours until now: a date with others was moved by itself.
    pub was: Hours,
    /// The hours from now on.
    pub hours: Hours,
    /// Dates that were moved by themselves come back to the rule's hours.
    pub gather: bool,
    /// Dates of a month belong together, not of a week.
    pub monthly: bool,
}

impl Target {
    /// Whether dates of this pattern belong together by the month.
    pub const fn is_monthly(pattern: &Pattern) -> bool {
        !matches!(pattern, Pattern::Weekly { .. })
    }
}

/// A date as it will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewDate {
    /// Which.
    pub id: SlotId,
    /// The day that the rule gives.
    pub day: Day,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
}

/// What becomes of every date that has not begun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DatesPlan {
    /// These keep their time; the rule may give another day for them.
    pub kept: Vec<NewDate>,
    /// These take place at another time.
    pub moved: Vec<NewDate>,
    /// These do not take place: the rule no longer gives them.
    pub dropped: Vec<SlotId>,
    /// These were cancelled by themselves and stay so, on this day of the rule, if it still has one for them.
    pub cancelled: Vec<(SlotId, Option<Day>)>,
    /// These are new.
    pub added: Vec<Day>,
}

/// Plans the change of `old` into `target` at `now`.
///
/// Guarantees that each date that has not begun is in exactly one list, that no two dates have the same day, that
/// every day of the target to come has one date (or one that was cancelled by itself), and that a date which was moved
/// by itself keeps its time unless `gather` says otherwise. A date that would begin in the past keeps its time.
pub fn plan(old: &[OldDate], target: &Target, now: Instant) -> DatesPlan {
    let coming: Vec<&OldDate> = old.iter().filter(|date| date.starts_at > now).collect();
    let begun: BTreeSet<Day> = old.iter().filter(|date| date.starts_at <= now).map(|date| date.day).collect();
    let mut free: BTreeSet<Day> = target.days.iter().copied().filter(|day| !begun.contains(day)).collect();
    let days = paired(&coming, target, &mut free);
    let mut plan = DatesPlan::default();
    for date in coming {
        match (days.get(&date.id), date.cancelled) {
            (day, true) => plan.cancelled.push((date.id, day.copied())),
            (None, false) => plan.dropped.push(date.id),
            (Some(day), false) => {
                let new = timed(date, *day, target, now);
                let same = (new.starts_at, new.ends_at) == (date.starts_at, date.ends_at);
                if same { plan.kept.push(new) } else { plan.moved.push(new) }
            }
        }
    }
    plan.added = free.into_iter().filter(|day| target.hours.on(*day).0 > now).collect();
    plan
}

/// The new day of each date that has one: the day it moves to, or else the next one of the same week or month.
fn paired(coming: &[&OldDate], target: &Target, free: &mut BTreeSet<Day>) -> BTreeMap<SlotId, Day> {
    let mut days = BTreeMap::new();
    for date in coming {
        if let Some(day) = free.take(&plus_days(date.day, target.shift)) {
            days.insert(date.id, day);
        }
    }
    for date in coming.iter().filter(|date| !date.cancelled) {
        if days.contains_key(&date.id) {
            continue;
        }
        let (first, last) = period(plus_days(date.day, target.shift), target.monthly);
        if let Some(day) = free.range(first..=last).next().copied() {
            free.remove(&day);
            days.insert(date.id, day);
        }
    }
    days
}

/// The first and last day of the week or month.
fn period(day: Day, monthly: bool) -> (Day, Day) {
    if monthly {
        (day.0.first_of_month().into(), day.0.last_of_month().into())
    } else {
        (monday(day), plus_days(monday(day), 6))
    }
}

fn timed(date: &OldDate, day: Day, target: &Target, now: Instant) -> NewDate {
    let own = (date.starts_at, date.ends_at);
    let apart = own != target.was.on(date.day);
    let ruled = target.hours.on(day);
    let (starts_at, ends_at) = if (apart && !target.gather) || ruled.0 <= now { own } else { ruled };
    NewDate { id: date.id, day, starts_at, ends_at }
}

#[cfg(test)]
#[path = "series_tests.rs"]
mod tests;
