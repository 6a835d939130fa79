//! The other ways of taking part: chosen dates, a standing place, work without an hour.

use super::{FieldProblem, InputProblem, Problems};
use crate::calendar::plus_days;
use crate::ids::{RoleId, SlotId};
use crate::time::{Day, Instant};
use crate::window::{MAX_STINT, WorkDone, last_day, span};
use serde::{Deserialize, Serialize};

/// The most dates that are chosen at once, and the most days that are left out of a standing place.
pub const MAX_CHOSEN: usize = 200;

/// Dates that somebody chose, as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DatesForm {
    /// Ids of slots.
    pub slots: Vec<String>,
    /// The role's id; empty where there is nothing to choose.
    pub role: String,
}

impl DatesForm {
    /// The dates, each once.
    ///
    /// # Errors
    /// Nothing was chosen, too much, or something that is no id.
    pub fn check(&self) -> Result<(Vec<SlotId>, Option<RoleId>), Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let mut slots: Vec<SlotId> = Vec::new();
        for typed in self.slots.iter().take(MAX_CHOSEN) {
            match typed.parse() {
                Ok(id) if !slots.contains(&id) => slots.push(id),
                Ok(_) => {}
                Err(_) => problems.add("slots", InputProblem::NotAChoice),
            }
        }
        if self.slots.is_empty() {
            problems.add("slots", InputProblem::Empty);
        }
        if self.slots.len() > MAX_CHOSEN {
            problems.add("slots", InputProblem::TooLong);
        }
        let role = problems.optional("role", &self.role, InputProblem::NotAChoice);
        problems.finish().map(|()| (slots, role))
    }
}

/// A standing place, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StandingForm {
    /// Days (`YYYY-MM-DD`) on which the person cannot come.
    pub skipped: Vec<String>,
    /// The role's id; empty where there is nothing to choose.
    pub role: String,
}

impl StandingForm {
    /// The days that are left out, in order.
    ///
    /// # Errors
    /// Something that is no day, or too many of them.
    pub fn check(&self) -> Result<(Vec<Day>, Option<RoleId>), Vec<FieldProblem>> {
        let mut problems = Problems::default();
        if self.skipped.len() > MAX_CHOSEN {
            problems.add("skipped", InputProblem::TooLong);
        }
        let typed = self.skipped.iter().take(MAX_CHOSEN).filter(|day| !day.trim().is_empty());
        let mut days: Vec<Day> =
            typed.filter_map(|day| problems.parsed("skipped", day, InputProblem::NotDate)).collect();
        days.sort_unstable();
        days.dedup();
        let role = problems.optional("role", &self.role, InputProblem::NotAChoice);
        problems.finish().map(|()| (days, role))
    }
}

/// A task without an hour, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowForm {
    /// The first day, `YYYY-MM-DD`; nothing means today.
    pub first: String,
    /// The last day.
    pub last: String,
    /// Hours of work for one person.
    pub hours: String,
    /// Minutes of work beside the hours, or nothing.
    pub minutes: String,
    /// The fewest people.
    pub min_places: String,
    /// The most people.
    pub max_places: String,
}

/// More time or more places for a task without an hour, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WidenForm {
    /// The last day, `YYYY-MM-DD`.
    pub last: String,
    /// The most people.
    pub max_places: String,
}

impl WidenForm {
    /// The midnight after the last day, and the most people; the task is `ends_at` now, with so many people at least.
    ///
    /// # Errors
    /// The fields that were not taken: the last day can only be put off, and nobody loses a place.
    pub fn check(
        &self,
        now: Instant,
        ends_at: Instant,
        fewest: i64,
    ) -> Result<(Instant, i64), Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let today: Day = now.day().into();
        let last: Day = problems.parsed("last", &self.last, InputProblem::NotDate).unwrap_or(today);
        let (_, later) = span(last, last);
        if later < ends_at && !problems.has("last") {
            problems.add("last", InputProblem::Earlier);
        } else if last > plus_days(today, MAX_WINDOW_DAYS) {
            problems.add("last", InputProblem::TooFar);
        }
        let max_places = problems.number("max_places", &self.max_places, 1, 500);
        if max_places < fewest && !problems.has("max_places") {
            problems.add("max_places", InputProblem::BelowTaken);
        }
        problems.finish().map(|()| (later, max_places))
    }
}

/// A task without an hour that was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowDraft {
    /// The midnight before the first day.
    pub starts_at: Instant,
    /// The midnight after the last day.
    pub ends_at: Instant,
    /// How much work one person does, minutes.
    pub work_minutes: i64,
    /// The fewest people.
    pub min_places: i64,
    /// The most people.
    pub max_places: i64,
}

/// The most hours of work of one task.
const MAX_WORK_HOURS: i64 = 200;
/// The longest time in which a task is to be done, days.
const MAX_WINDOW_DAYS: i64 = 366;

impl WindowForm {
    /// # Errors
    /// The fields that were not taken: the last day must not be over, and the work must fit between the days.
    pub fn check(&self, now: Instant) -> Result<WindowDraft, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let today: Day = now.day().into();
        let first = problems.optional("first", &self.first, InputProblem::NotDate).unwrap_or(today);
        let last: Day = problems.parsed("last", &self.last, InputProblem::NotDate).unwrap_or(first);
        let (mut hours, mut minutes) = (0, 0);
        if !self.hours.trim().is_empty() || self.minutes.trim().is_empty() {
            hours = problems.number("hours", &self.hours, 0, MAX_WORK_HOURS);
        }
        if !self.minutes.trim().is_empty() {
            minutes = problems.number("minutes", &self.minutes, 0, 59);
        }
        let work_minutes = hours * 60 + minutes;
        let min_places = problems.number("min_places", &self.min_places, 1, 500);
        let max_places = problems.number("max_places", &self.max_places, 1, 500);
        if max_places < min_places && !problems.has("max_places") {
            problems.add("max_places", InputProblem::MaxBelowMin);
        }
        let (starts_at, ends_at) = span(first, last);
        if last < first {
            problems.add("last", InputProblem::EndBeforeStart);
        } else if last < today {
            problems.add("last", InputProblem::InThePast);
        } else if last > plus_days(first, MAX_WINDOW_DAYS) || first > plus_days(today, 730) {
            problems.add("last", InputProblem::TooFar);
        } else if !(1..=ends_at.minutes_since(starts_at)).contains(&work_minutes) && !problems.has("hours") {
            problems.add("hours", InputProblem::OutOfRange);
        }
        problems.finish().map(|()| WindowDraft { starts_at, ends_at, work_minutes, min_places, max_places })
    }
}

/// Work that was done, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StintForm {
    /// On which day, `YYYY-MM-DD`.
    pub day: String,
    /// Whole hours, or nothing.
    pub hours: String,
    /// Minutes beside them, or nothing.
    pub minutes: String,
}

impl StintForm {
    /// Reads work on a task between two moments.
    ///
    /// # Errors
    /// The fields that were not taken: the day belongs to the task and is not in the future; the work is one minute to
    /// [`MAX_STINT`].
    pub fn check(
        &self,
        starts_at: Instant,
        ends_at: Instant,
        now: Instant,
    ) -> Result<WorkDone, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let day: Option<Day> = problems.parsed("day", &self.day, InputProblem::NotDate);
        if let Some(day) = day {
            if day < starts_at.day().into() || day > last_day(ends_at) {
                problems.add("day", InputProblem::OutsideTask);
            } else if day > now.day().into() {
                problems.add("day", InputProblem::InTheFuture);
            }
        }
        let mut part = |field: &str, typed: &str, max: i64| {
            if typed.trim().is_empty() { 0 } else { problems.number(field, typed, 0, max) }
        };
        let minutes = part("hours", &self.hours, MAX_STINT / 60) * 60 + part("minutes", &self.minutes, 59);
        if !(1..=MAX_STINT).contains(&minutes) && !problems.has("hours") && !problems.has("minutes") {
            problems.add("minutes", InputProblem::OutOfRange);
        }
        problems.finish().map(|()| WorkDone { on_day: day.unwrap_or(now.day().into()), minutes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn now() -> Instant {
        Instant::from_civil(date(2026, 12, 3).at(12, 0, 0, 0))
    }

    fn field<T>(result: Result<T, Vec<FieldProblem>>) -> Vec<(String, InputProblem)> {
        let problems = result.err().unwrap_or_default();
        problems.into_iter().map(|problem| (problem.field, problem.problem)).collect()
    }

    fn window(first: &str, last: &str, hours: &str) -> WindowForm {
        let (min_places, max_places) = ("1".into(), "2".into());
        let minutes = String::new();
        WindowForm {
            first: first.into(),
            last: last.into(),
            hours: hours.into(),
            minutes,
            min_places,
            max_places,
        }
    }

    #[test]
    fn a_task_without_an_hour() {
        let draft = window("2026-12-01", "2026-12-14", "3").check(now()).expect("a task");
        assert_eq!((draft.work_minutes, last_day(draft.ends_at)), (180, Day(date(2026, 12, 14))));
        let until_friday = window("", "2026-12-04", "1").check(now()).expect("a task");
        assert_eq!(Day::from(until_friday.starts_at.day()), Day(date(2026, 12, 3)), "nothing typed is today");
        let wrong = [
            (window("2026-12-05", "2026-12-04", "1"), "last", InputProblem::EndBeforeStart),
            (window("2026-11-01", "2026-12-02", "1"), "last", InputProblem::InThePast),
            (window("2026-12-01", "2028-12-02", "1"), "last", InputProblem::TooFar),
            (window("2026-12-03", "2026-12-03", "25"), "hours", InputProblem::OutOfRange),
            (window("2026-12-03", "2026-12-03", ""), "hours", InputProblem::OutOfRange),
            (window("", "kiedyś", "1"), "last", InputProblem::NotDate),
        ];
        for (form, name, problem) in wrong {
            assert_eq!(field(form.check(now())), [(name.to_owned(), problem)], "{form:?}");
        }
    }

    #[test]
    fn work_is_noted_on_a_day_of_the_task_that_is_not_to_come() {
        let (starts_at, ends_at) = span(Day(date(2026, 12, 1)), Day(date(2026, 12, 14)));
        let note = |day: &str, hours: &str, minutes: &str| {
            let form = StintForm { day: day.into(), hours: hours.into(), minutes: minutes.into() };
            form.check(starts_at, ends_at, now())
        };
        assert_eq!(note("2026-12-03", "1", "30").map(|work| work.minutes), Ok(90));
        assert_eq!(note("2026-12-01", "", "45").map(|work| work.minutes), Ok(45));
        assert_eq!(field(note("2026-12-04", "1", "")), [("day".to_owned(), InputProblem::InTheFuture)]);
        assert_eq!(field(note("2026-11-30", "1", "")), [("day".to_owned(), InputProblem::OutsideTask)]);
        assert_eq!(field(note("2026-12-15", "1", "")), [("day".to_owned(), InputProblem::OutsideTask)]);
        assert_eq!(field(note("2026-12-03", "", "")), [("minutes".to_owned(), InputProblem::OutOfRange)]);
        assert_eq!(field(note("2026-12-03", "16", "1")), [("minutes".to_owned(), InputProblem::OutOfRange)]);
        assert_eq!(field(note("2026-12-03", "-1", "")), [("hours".to_owned(), InputProblem::OutOfRange)]);
    }

    #[test]
    fn chosen_dates_and_days_left_out() {
        let id = "00000000-0000-7000-8000-000000000001";
        let chosen = DatesForm { slots: vec![id.into(), id.into()], ..DatesForm::default() };
        assert_eq!(chosen.check().map(|(slots, _)| slots.len()), Ok(1));
        assert!(DatesForm::default().check().is_err());
        assert!(DatesForm { slots: vec!["x".into()], ..DatesForm::default() }.check().is_err());
        let skipped = StandingForm {
            skipped: vec!["2026-12-24".into(), "2026-12-17".into(), "2026-12-24".into()],
            role: String::new(),
        };
        assert_eq!(skipped.check(), Ok((vec![Day(date(2026, 12, 17)), Day(date(2026, 12, 24))], None)));
        assert_eq!(StandingForm::default().check(), Ok((Vec::new(), None)));
        assert!(StandingForm { skipped: vec!["wigilia".into()], ..StandingForm::default() }.check().is_err());
    }
}
