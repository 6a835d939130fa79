//! Dates of an opportunity: new ones, and changes of those that are there.

use super::role::{self, RolePlacesForm};
use super::{FieldProblem, InputProblem, Problems};
use crate::calendar::{End, Hours, LeaveOut, Pattern, Rule, Scope, plus_days};
use crate::opening;
use crate::role::{RolePlan, sums};
use crate::time::{Day, Instant};
use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// Dates, as typed. Empty fields after the places mean: one date, open at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlotsForm {
    /// The first day, `YYYY-MM-DD`.
    pub day: String,
    /// `HH:MM`.
    pub starts: String,
    /// `HH:MM`; not after the start: on the next day.
    pub ends: String,
    /// The fewest people that make it worth while.
    pub min_places: String,
    /// The most people.
    pub max_places: String,
    /// One of [`PATTERNS`], or empty for a single date.
    pub pattern: String,
    /// Weekdays of a weekly pattern, 1 is Monday; none is that of the first day.
    pub weekdays: Vec<String>,
    /// The last day of a repetition, or empty.
    pub repeat_until: String,
    /// How many dates a repetition has, or empty.
    pub count: String,
    /// `on` to leave out public holidays.
    pub skip_holidays: String,
    /// `on` to leave out school breaks.
    pub skip_school: String,
    /// Days to leave out, `YYYY-MM-DD`, separated by commas.
    pub skipped: String,
    /// So many days before each date one can begin to claim, or empty: at once.
    pub opens_days: String,
    /// Of a hundred places of each date, so many for people with a standing place; empty: as it is, or
    /// [`crate::standing::DEFAULT_PERCENT`].
    pub standing: String,
    /// How many of each role; with any, they count in place of `min_places` and `max_places`.
    pub roles: Vec<RolePlacesForm>,
}

/// How dates repeat, as forms name it.
pub const PATTERNS: [&str; 5] =
    ["weekly", "fortnightly", "day_of_month", "weekday_of_month", "last_of_month"];

/// A repetition that was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeat {
    /// The rule.
    pub rule: Rule,
    /// What is left out.
    pub leave_out: LeaveOut,
}

/// Dates that were checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatesDraft {
    /// The first day.
    pub day: Day,
    /// From when to when, each day.
    pub hours: Hours,
    /// The fewest people.
    pub min_places: i64,
    /// The most people.
    pub max_places: i64,
    /// How many of each role; `min_places` and `max_places` are their sums. Empty: no roles.
    pub roles: Vec<RolePlan>,
    /// How many days before each date one can begin to claim.
    pub opens_days: Option<i64>,
    /// Of a hundred places of each date of a repetition, so many for people with a standing place.
    pub standing: Option<i64>,
    /// How it repeats.
    pub repeat: Option<Repeat>,
}

impl SlotsForm {
    /// Reads the dates; times are Warsaw's.
    ///
    /// # Errors
    /// The fields that were not taken: the first date must lie after `now` and within two years; a repetition ends
    /// with a day or a number of dates, and not with both.
    pub fn check(&self, now: Instant) -> Result<DatesDraft, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let day: Option<Day> = problems.parsed("day", &self.day, InputProblem::NotDate);
        let starts: Option<Time> = problems.parsed("starts", &self.starts, InputProblem::NotTime);
        let ends: Option<Time> = problems.parsed("ends", &self.ends, InputProblem::NotTime);
        let (min_places, max_places, roles) = self.places(&mut problems);
        let hours = Hours { starts: starts.unwrap_or_default(), ends: ends.unwrap_or_default() };
        if starts.is_some() && ends.is_some() && !hours.fit() {
            problems.add("ends", InputProblem::NightTooLong);
        }
        if let Some(day) = day {
            match hours.on(day).0 {
                first if starts.is_some() && first <= now => problems.add("day", InputProblem::InThePast),
                first if first > now.plus_days(730) => problems.add("day", InputProblem::TooFar),
                _ => {}
            }
        }
        let opens = !self.opens_days.trim().is_empty();
        let opens_days = opens.then(|| problems.number("opens_days", &self.opens_days, 0, opening::MAX_DAYS));
        let share = !self.standing.trim().is_empty();
        let standing = share.then(|| problems.number("standing", &self.standing, 0, 100));
        let day = day.unwrap_or(Day(now.day()));
        let repeat = self.repeat(&mut problems, day);
        problems.finish().map(|()| DatesDraft {
            day,
            hours,
            min_places,
            max_places,
            roles,
            opens_days,
            standing,
            repeat,
        })
    }

    /// Fewest and most people, and how many of each role.
    fn places(&self, problems: &mut Problems) -> (i64, i64, Vec<RolePlan>) {
        let roles = role::places(problems, &self.roles);
        if !roles.is_empty() {
            let (min_places, max_places) = sums(&roles);
            return (min_places, max_places, roles);
        }
        let min_places = problems.number("min_places", &self.min_places, 1, 500);
        let max_places = problems.number("max_places", &self.max_places, 1, 500);
        if max_places < min_places && !problems.has("max_places") {
            problems.add("max_places", InputProblem::MaxBelowMin);
        }
        (min_places, max_places, roles)
    }

    fn repeat(&self, problems: &mut Problems, day: Day) -> Option<Repeat> {
        let pattern = match self.pattern.as_str() {
            "" => return None,
            "weekly" => self.weekly(1, day),
            "fortnightly" => self.weekly(2, day),
            "day_of_month" => Some(Pattern::DayOfMonth(day.0.day())),
            "weekday_of_month" => Some(Pattern::nth(day)),
            "last_of_month" => Some(Pattern::last(day)),
            _ => None,
        };
        if pattern.is_none() {
            problems.add("pattern", InputProblem::NotAChoice);
        }
        let end = self.end(problems, day);
        let skipped: Vec<&str> = self.skipped.split(',').filter(|day| !day.trim().is_empty()).collect();
        let days: Vec<Day> = skipped.iter().take(600).filter_map(|day| day.trim().parse().ok()).collect();
        if days.len() != skipped.len() {
            problems.add("skipped", InputProblem::NotDate);
        }
        let leave_out = LeaveOut {
            holidays: !self.skip_holidays.is_empty(),
            school_breaks: !self.skip_school.is_empty(),
            days,
        };
        Some(Repeat { rule: Rule { pattern: pattern?, end: end? }, leave_out })
    }

    fn weekly(&self, every: u8, day: Day) -> Option<Pattern> {
        if self.weekdays.is_empty() {
            return Some(Pattern::weekly(every, day));
        }
        let one = |day: &String| day.parse().ok().filter(|day| (1..=7).contains(day));
        let mut weekdays = self.weekdays.iter().take(7).map(one).collect::<Option<Vec<i8>>>()?;
        weekdays.sort_unstable();
        weekdays.dedup();
        Some(Pattern::Weekly { every, weekdays })
    }

    fn end(&self, problems: &mut Problems, day: Day) -> Option<End> {
        let until: Option<Day> = problems.optional("repeat_until", &self.repeat_until, InputProblem::NotDate);
        let counted = !self.count.trim().is_empty();
        match (until, counted) {
            (Some(until), false) if until < day => {
                problems.add("repeat_until", InputProblem::EndBeforeStart);
                None
            }
            (Some(until), false) if until > plus_days(day, 3_660) => {
                problems.add("repeat_until", InputProblem::TooFar);
                None
            }
            (Some(until), false) => Some(End::Until(until)),
            (None, true) => {
                let max = i64::try_from(crate::calendar::MAX_DATES).unwrap_or(i64::MAX);
                u16::try_from(problems.number("count", &self.count, 1, max)).ok().map(End::Count)
            }
            (Some(_), true) => {
                problems.add("count", InputProblem::NotAChoice);
                None
            }
            (None, false) => {
                if !problems.has("repeat_until") {
                    problems.add("repeat_until", InputProblem::Empty);
                }
                None
            }
        }
    }

    /// This form with a rule in it, as it is typed.
    #[must_use]
    pub fn with_rule(self, rule: &Rule, leave_out: &LeaveOut) -> Self {
        let (pattern, weekdays) = match &rule.pattern {
            Pattern::Weekly { every, weekdays } => {
                let code = if *every == 2 { "fortnightly" } else { "weekly" };
                (code, weekdays.iter().map(ToString::to_string).collect())
            }
            Pattern::DayOfMonth(_) => ("day_of_month", Vec::new()),
            Pattern::WeekdayOfMonth { nth: -1, .. } => ("last_of_month", Vec::new()),
            Pattern::WeekdayOfMonth { .. } => ("weekday_of_month", Vec::new()),
        };
        let (repeat_until, count) = match rule.end {
            End::Until(day) => (day.to_string(), String::new()),
            End::Count(count) => (String::new(), count.to_string()),
        };
        let on = |set: bool| if set { "on".to_owned() } else { String::new() };
        let days: Vec<String> = leave_out.days.iter().map(ToString::to_string).collect();
        Self {
            pattern: pattern.to_owned(),
            weekdays,
            repeat_until,
            count,
            skip_holidays: on(leave_out.holidays),
            skip_school: on(leave_out.school_breaks),
            skipped: days.join(","),
            ..self
        }
    }

    /// The same form without this day, or with it again.
    #[must_use]
    pub fn toggled(&self, day: Day) -> Self {
        let day = day.to_string();
        let mut days: Vec<&str> = self.skipped.split(',').filter(|known| !known.is_empty()).collect();
        let known = days.len();
        days.retain(|known| *known != day);
        if days.len() == known {
            days.push(&day);
        }
        days.sort_unstable();
        Self { skipped: days.join(","), ..self.clone() }
    }

    /// Repeats in the same way, whatever the end and what is left out.
    pub fn same_pattern(&self, other: &Self) -> bool {
        (&self.pattern, &self.weekdays) == (&other.pattern, &other.weekdays)
    }
}

/// What is done with dates, and how far it reaches, as typed beside [`SlotsForm`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChangeForm {
    /// A [`Scope`] code; empty is this date alone.
    pub scope: String,
    /// `cancel` to cancel; otherwise it is changed.
    pub what: String,
    /// `on` to bring back dates that were moved by themselves.
    pub gather: String,
    /// The place of the whole opportunity; empty leaves it as it is.
    pub place: String,
}

/// What is done with dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// They become what the draft says.
    Change(DatesDraft),
    /// They do not take place.
    Cancel,
}

/// A change that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// How far it reaches.
    pub scope: Scope,
    /// What is done.
    pub what: What,
    /// Dates that were moved by themselves come back.
    pub gather: bool,
    /// The place of the whole opportunity from now on.
    pub place: Option<String>,
}

impl ChangeForm {
    /// # Errors
    /// The fields that were not taken, of this form and of `dates`.
    pub fn check(&self, dates: &SlotsForm, now: Instant) -> Result<Change, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let scope = Scope::ALL.into_iter().find(|scope| scope.code() == self.scope);
        if scope.is_none() && !self.scope.is_empty() {
            problems.add("scope", InputProblem::NotAChoice);
        }
        let scope = scope.unwrap_or_default();
        let place = problems.optional_line("place", &self.place, 160);
        problems.finish()?;
        let what = match (self.what.as_str(), scope) {
            ("cancel", _) => What::Cancel,
            // A single date does not repeat, whatever stands in those fields.
            (_, Scope::This) => {
                What::Change(SlotsForm { pattern: String::new(), ..dates.clone() }.check(now)?)
            }
            _ => What::Change(dates.check(now)?),
        };
        let place = (!place.is_empty()).then_some(place);
        Ok(Change { scope, what, gather: !self.gather.is_empty(), place })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn now() -> Instant {
        Instant::from_civil(date(2026, 11, 22).at(10, 0, 0, 0))
    }

    fn tuesday() -> SlotsForm {
        SlotsForm {
            day: "2026-12-01".into(),
            starts: "16:00".into(),
            ends: "18:00".into(),
            min_places: "1".into(),
            max_places: "3".into(),
            ..SlotsForm::default()
        }
    }

    fn problem(form: &SlotsForm) -> (String, InputProblem) {
        let mut found = form.check(now()).expect_err("a problem");
        let first = found.remove(0);
        (first.field, first.problem)
    }

    #[test]
    fn one_date() {
        let draft = tuesday().check(now()).expect("a date");
        assert_eq!((draft.day.to_string().as_str(), draft.repeat), ("2026-12-01", None));
        let yesterday = SlotsForm { day: "2026-11-22".into(), starts: "09:00".into(), ..tuesday() };
        assert_eq!(problem(&yesterday), ("day".into(), InputProblem::InThePast));
        for ends in ["16:00", "15:59", "04:01"] {
            let back = SlotsForm { ends: ends.into(), ..tuesday() };
            assert_eq!(problem(&back), ("ends".into(), InputProblem::NightTooLong), "{ends}");
        }
    }

    #[test]
    fn an_end_by_the_clock_before_the_start_is_on_the_next_day() {
        for (ends, at) in
            [("04:00", "2026-12-02 04:00"), ("00:00", "2026-12-02 00:00"), ("23:59", "2026-12-01 23:59")]
        {
            let draft = SlotsForm { ends: ends.into(), ..tuesday() }.check(now()).expect("a night");
            let (starts_at, ends_at) = draft.hours.on(draft.day);
            assert_eq!(starts_at.civil(), date(2026, 12, 1).at(16, 0, 0, 0));
            assert_eq!(ends_at.civil().strftime("%Y-%m-%d %H:%M").to_string(), at);
        }
        // The night in which clocks go back has an hour more.
        let hours = Hours { starts: Time::constant(22, 0, 0, 0), ends: Time::constant(4, 0, 0, 0) };
        let (starts_at, ends_at) = hours.on(Day(date(2026, 10, 24)));
        assert_eq!((hours.minutes(), ends_at.minutes_since(starts_at)), (360, 420));
    }

    #[test]
    fn patterns_become_rules_and_come_back() {
        for (pattern, weekdays, text) in [
            ("weekly", vec![], "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU;COUNT=5"),
            ("fortnightly", vec!["4", "2"], "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,TH;COUNT=5"),
            ("day_of_month", vec![], "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=5"),
            ("weekday_of_month", vec![], "FREQ=MONTHLY;BYDAY=1TU;COUNT=5"),
            ("last_of_month", vec![], "FREQ=MONTHLY;BYDAY=-1TU;COUNT=5"),
        ] {
            let weekdays = weekdays.into_iter().map(str::to_owned).collect();
            let form = SlotsForm { pattern: pattern.into(), weekdays, count: "5".into(), ..tuesday() };
            let form = SlotsForm { skip_holidays: "on".into(), skipped: "2026-12-24".into(), ..form };
            let repeat = form.check(now()).expect("a rule").repeat.expect("it repeats");
            assert_eq!(repeat.rule.to_string(), text);
            let again = tuesday().with_rule(&repeat.rule, &repeat.leave_out);
            assert_eq!(again.check(now()).expect("a rule").repeat, Some(repeat));
        }
    }

    #[test]
    fn a_repetition_ends_with_a_day_or_a_number() {
        let weekly = SlotsForm { pattern: "weekly".into(), ..tuesday() };
        assert_eq!(problem(&weekly), ("repeat_until".into(), InputProblem::Empty));
        let until = SlotsForm { repeat_until: "2026-11-30".into(), ..weekly.clone() };
        assert_eq!(problem(&until), ("repeat_until".into(), InputProblem::EndBeforeStart));
        let both = SlotsForm { repeat_until: "2026-12-30".into(), count: "3".into(), ..weekly.clone() };
        assert_eq!(problem(&both), ("count".into(), InputProblem::NotAChoice));
        let many = SlotsForm { count: "521".into(), ..weekly.clone() };
        assert_eq!(problem(&many), ("count".into(), InputProblem::OutOfRange));
        let odd = SlotsForm { pattern: "hourly".into(), count: "3".into(), ..weekly };
        assert_eq!(problem(&odd), ("pattern".into(), InputProblem::NotAChoice));
    }

    #[test]
    fn a_day_is_left_out_and_taken_back() {
        let day = Day(date(2026, 12, 8));
        let without = tuesday().toggled(day).toggled(Day(date(2026, 12, 1)));
        assert_eq!(without.skipped, "2026-12-01,2026-12-08");
        assert_eq!(without.toggled(day).skipped, "2026-12-01");
    }

    #[test]
    fn a_change_of_one_date_does_not_look_at_the_rule() {
        let form = SlotsForm { pattern: "hourly".into(), ..tuesday() };
        assert!(ChangeForm::default().check(&form, now()).is_ok());
        let all = ChangeForm { scope: "all".into(), ..ChangeForm::default() };
        assert!(all.check(&form, now()).is_err());
        let cancel = ChangeForm { what: "cancel".into(), ..all };
        assert_eq!(cancel.check(&form, now()).map(|change| change.what), Ok(What::Cancel));
        assert!(ChangeForm { scope: "some".into(), ..ChangeForm::default() }.check(&form, now()).is_err());
    }
}
