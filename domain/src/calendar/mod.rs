//! Days, weeks, months, public holidays, school breaks and dates that repeat, in civil time.

mod drag;
mod grid;
mod holidays;
mod recurrence;
mod school;
mod series;

pub use drag::{Spot, dragged, drawn};
pub use grid::{Place, QUARTERS, Stretch, side_by_side};
pub use holidays::{Holiday, holiday};
pub use recurrence::{End, LeaveOut, LeftOut, MAX_DATES, NotARule, Pattern, Rule};
pub use school::{SchoolBreak, school_break};
pub use series::{DatesPlan, Hours, NewDate, OldDate, Scope, SeriesState, SeriesStep, Target, plan};

use crate::time::Day;
use jiff::{SignedDuration, civil::Date};
use serde::{Deserialize, Serialize};

/// How the calendar is looked at. The code stands in the address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalendarSpan {
    /// A list from a day on.
    #[default]
    Agenda,
    /// One day by the hour.
    Day,
    /// Three days by the hour.
    Days3,
    /// Monday to Sunday.
    Week,
    /// A month in whole weeks.
    Month,
}

impl CalendarSpan {
    /// The stable name, as in addresses and keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Day => "day",
            Self::Days3 => "days3",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    /// Reads the name; anything else is the agenda.
    pub fn from_code(code: &str) -> Self {
        match code {
            "day" => Self::Day,
            "days3" => Self::Days3,
            "week" => Self::Week,
            "month" => Self::Month,
            _ => Self::Agenda,
        }
    }

    /// Shows slots at their hours.
    pub const fn is_by_hour(self) -> bool {
        matches!(self, Self::Day | Self::Days3 | Self::Week)
    }

    /// The days shown when `day` is asked for, first and last. An agenda goes on as far as it has room.
    pub fn days(self, day: Day) -> (Day, Day) {
        let date = day.0;
        match self {
            Self::Agenda => (day, plus_days(day, AGENDA_DAYS - 1)),
            Self::Day => (day, day),
            Self::Days3 => (day, plus_days(day, 2)),
            Self::Week => (monday(day), plus_days(monday(day), 6)),
            Self::Month => {
                (monday(date.first_of_month().into()), plus_days(monday(date.last_of_month().into()), 6))
            }
        }
    }

    /// The day to ask for to see what comes before (`-1`) or after (`1`).
    pub fn turn(self, day: Day, direction: i64) -> Day {
        match self {
            Self::Agenda | Self::Week => plus_days(day, 7 * direction),
            Self::Day => plus_days(day, direction),
            Self::Days3 => plus_days(day, 3 * direction),
            Self::Month => plus_months(day, direction),
        }
    }
}

/// Days an agenda looks ahead at most.
pub const AGENDA_DAYS: i64 = 62;

/// The days a calendar can show.
const FIRST: Date = jiff::civil::date(1000, 1, 1);
const LAST: Date = jiff::civil::date(9000, 12, 31);

/// The Monday of the day's week.
pub fn monday(day: Day) -> Day {
    plus_days(day, -i64::from(day.0.weekday().to_monday_zero_offset()))
}

/// The day `days` later, earlier if negative; stays within the years a calendar can show.
pub fn plus_days(day: Day, days: i64) -> Day {
    let date = day.0.checked_add(SignedDuration::from_secs(days.saturating_mul(86_400))).unwrap_or(day.0);
    date.clamp(FIRST, LAST).into()
}

/// The first day of the month that is `months` later, earlier if negative.
fn plus_months(day: Day, months: i64) -> Day {
    let month = i64::from(day.0.year()) * 12 + i64::from(day.0.month() - 1) + months;
    let (year, month) = (i16::try_from(month.div_euclid(12)), i8::try_from(month.rem_euclid(12) + 1));
    let date = year.ok().zip(month.ok()).and_then(|(year, month)| Date::new(year, month, 1).ok());
    date.unwrap_or(day.0).clamp(FIRST, LAST).into()
}

/// The days from `first` to `last`, both included.
pub fn days_between(first: Day, last: Day) -> impl Iterator<Item = Day> {
    std::iter::successors(Some(first), |day| Some(plus_days(*day, 1))).take_while(move |day| *day <= last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_is_shown_in_whole_weeks() {
        let (first, last) = CalendarSpan::Month.days(Day(date(2026, 11, 22)));
        assert_eq!((first.0, last.0), (date(2026, 10, 26), date(2026, 12, 6)));
    }

    #[test]
    fn far_days_stay_in_the_calendar() {
        assert_eq!(plus_days(Day(date(9000, 12, 31)), 5), Day(date(9000, 12, 31)));
        let _ = CalendarSpan::Month.turn(Day(date(1000, 1, 1)), -1);
    }
}
