//! Dates that repeat: a rule in the vocabulary of RFC 5545, and what is left out of it. Everything here is a civil
//! day; the hours are put to each day afterwards, so that 17:00 stays 17:00 over a change of clocks.
//!
//! Which days a rule gives is asked of `backend::recurrence`; the vocabulary and its words are here, where the
//! browser can read them too.

use super::{Holiday, SchoolBreak, holiday, plus_days, school_break};
use crate::time::Day;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The most dates one series may have.
pub const MAX_DATES: usize = 520;

/// A rule: how it repeats, and until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Rule {
    /// How.
    pub pattern: Pattern,
    /// Until when.
    pub end: End,
}

/// How dates repeat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// On weekdays of every week, or of every second week.
    Weekly {
        /// 1 or 2 weeks from one to the next; weeks begin on Monday.
        every: u8,
        /// Monday is 1; in order, each once, at least one.
        weekdays: Vec<i8>,
    },
    /// On a day of the month, 1–31; months without it are passed over.
    DayOfMonth(i8),
    /// On the first to fourth, or the last (-1) of a weekday in the month.
    WeekdayOfMonth {
        /// 1–4, or -1.
        nth: i8,
        /// Monday is 1.
        weekday: i8,
    },
}

/// When a rule ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// With this day.
    Until(Day),
    /// After so many dates; those that are left out count, as in RFC 5545.
    Count(u16),
}

/// The text is not a rule of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a rule")]
pub struct NotARule;

const CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

fn code(weekday: i8) -> &'static str {
    usize::try_from(weekday - 1).ok().and_then(|index| CODES.get(index)).copied().unwrap_or("MO")
}

fn weekday_of(code: &str) -> Result<i8, NotARule> {
    let position = CODES.iter().position(|known| *known == code).ok_or(NotARule)?;
    i8::try_from(position + 1).map_err(|_| NotARule)
}

/// Monday is 1.
pub(super) fn weekday(day: Day) -> i8 {
    day.0.weekday().to_monday_one_offset()
}

impl Pattern {
    /// Every week, or every second one, on the weekday of `day`.
    pub fn weekly(every: u8, day: Day) -> Self {
        Self::Weekly { every, weekdays: vec![weekday(day)] }
    }

    /// The position of `day` among its weekdays in the month; the fifth is the last.
    pub fn nth(day: Day) -> Self {
        let nth = (day.0.day() - 1) / 7 + 1;
        Self::WeekdayOfMonth { nth: if nth == 5 { -1 } else { nth }, weekday: weekday(day) }
    }

    /// The last of this weekday in the month.
    pub fn last(day: Day) -> Self {
        Self::WeekdayOfMonth { nth: -1, weekday: weekday(day) }
    }

    /// The same pattern after its dates were moved by so many days; `day` is one of the moved dates.
    #[must_use]
    pub fn shifted(&self, days: i64, day: Day) -> Self {
        match self {
            Self::Weekly { every, weekdays } => {
                let moved = |weekday: &i8| (i64::from(*weekday) - 1 + days).rem_euclid(7) + 1;
                let mut weekdays: Vec<i8> =
                    weekdays.iter().filter_map(|weekday| i8::try_from(moved(weekday)).ok()).collect();
                weekdays.sort_unstable();
                Self::Weekly { every: *every, weekdays }
            }
            Self::DayOfMonth(_) => Self::DayOfMonth(day.0.day()),
            Self::WeekdayOfMonth { nth: -1, .. } if plus_days(day, 7).0.month() != day.0.month() => {
                Self::last(day)
            }
            Self::WeekdayOfMonth { .. } => Self::nth(day),
        }
    }

    fn is_sound(&self) -> bool {
        match self {
            Self::Weekly { every, weekdays } => {
                (1..=2).contains(every)
                    && !weekdays.is_empty()
                    && weekdays.is_sorted_by(|a, b| a < b)
                    && weekdays.iter().all(|day| (1..=7).contains(day))
            }
            Self::DayOfMonth(day) => (1..=31).contains(day),
            Self::WeekdayOfMonth { nth, weekday } => {
                (*nth == -1 || (1..=4).contains(nth)) && (1..=7).contains(weekday)
            }
        }
    }
}

/// The value of an `RRULE`. `UNTIL` is a day.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.pattern {
            Pattern::Weekly { every, weekdays } => {
                let days: Vec<&str> = weekdays.iter().map(|day| code(*day)).collect();
                write!(f, "FREQ=WEEKLY;INTERVAL={every};WKST=MO;BYDAY={}", days.join(","))?;
            }
            Pattern::DayOfMonth(day) => write!(f, "FREQ=MONTHLY;BYMONTHDAY={day}")?,
            Pattern::WeekdayOfMonth { nth, weekday } => {
                write!(f, "FREQ=MONTHLY;BYDAY={nth}{}", code(*weekday))?;
            }
        }
        match self.end {
            End::Until(Day(day)) => {
                write!(f, ";UNTIL={:04}{:02}{:02}", day.year(), day.month(), day.day())
            }
            End::Count(count) => write!(f, ";COUNT={count}"),
        }
    }
}

impl FromStr for Rule {
    type Err = NotARule;

    fn from_str(text: &str) -> Result<Self, NotARule> {
        let mut known: [Option<&str>; 6] = [None; 6];
        let names = ["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "UNTIL", "COUNT"];
        for part in text.split(';') {
            let (name, value) = part.split_once('=').ok_or(NotARule)?;
            if (name, value) == ("WKST", "MO") {
                continue;
            }
            let place = names.iter().position(|known| *known == name).ok_or(NotARule)?;
            let place = known.get_mut(place).filter(|place| place.is_none()).ok_or(NotARule)?;
            *place = Some(value);
        }
        let [freq, interval, by_day, by_month_day, until, count] = known;
        let every: u8 = interval.unwrap_or("1").parse().map_err(|_| NotARule)?;
        let pattern = match (freq, by_day, by_month_day) {
            (Some("WEEKLY"), Some(days), None) => {
                let mut weekdays = days.split(',').map(weekday_of).collect::<Result<Vec<i8>, _>>()?;
                weekdays.sort_unstable();
                Pattern::Weekly { every, weekdays }
            }
            (Some("MONTHLY"), None, Some(day)) if every == 1 => {
                Pattern::DayOfMonth(day.parse().map_err(|_| NotARule)?)
            }
            (Some("MONTHLY"), Some(day), None) if every == 1 && day.is_ascii() && day.len() > 2 => {
                let (nth, weekday) = day.split_at(day.len() - 2);
                let nth = nth.parse().map_err(|_| NotARule)?;
                Pattern::WeekdayOfMonth { nth, weekday: weekday_of(weekday)? }
            }
            _ => return Err(NotARule),
        };
        let end = match (until, count) {
            (Some(day), None) => End::Until(basic_day(day)?),
            (None, Some(count)) => End::Count(count.parse().map_err(|_| NotARule)?),
            _ => return Err(NotARule),
        };
        Some(Self { pattern, end }).filter(|rule| rule.pattern.is_sound()).ok_or(NotARule)
    }
}

/// `20270620`
fn basic_day(text: &str) -> Result<Day, NotARule> {
    let (year, rest) = text.split_at_checked(4).ok_or(NotARule)?;
    let (month, day) = rest.split_at_checked(2).ok_or(NotARule)?;
    format!("{year}-{month}-{day}").parse().map_err(|_| NotARule)
}

impl TryFrom<String> for Rule {
    type Error = NotARule;
    fn try_from(text: String) -> Result<Self, NotARule> {
        text.parse()
    }
}

impl From<Rule> for String {
    fn from(rule: Rule) -> Self {
        rule.to_string()
    }
}

/// What is left out of a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveOut {
    /// Public holidays.
    pub holidays: bool,
    /// Breaks of schools.
    pub school_breaks: bool,
    /// Days that somebody chose.
    pub days: Vec<Day>,
}

/// Why a day is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// A public holiday.
    Holiday(Holiday),
    /// A school break.
    School(SchoolBreak),
    /// Somebody chose so.
    Chosen,
    /// This date was cancelled by itself and stays so.
    Cancelled,
}

impl LeaveOut {
    /// Why this day is left out; what somebody chose comes first.
    pub fn reason(&self, day: Day) -> Option<LeftOut> {
        if self.days.contains(&day) {
            return Some(LeftOut::Chosen);
        }
        let public = if self.holidays { holiday(day) } else { None };
        let school = if self.school_breaks { school_break(day) } else { None };
        public.map(LeftOut::Holiday).or(school.map(LeftOut::School))
    }

    /// Of the days that a rule gave, those that remain, and those that do not, with the reason.
    pub fn split(&self, days: &[Day]) -> (Vec<Day>, Vec<(Day, LeftOut)>) {
        let left: Vec<_> =
            days.iter().filter_map(|day| self.reason(*day).map(|reason| (*day, reason))).collect();
        let kept = days.iter().copied().filter(|day| self.reason(*day).is_none()).collect();
        (kept, left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TEXTS: [&str; 5] = [
        "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU;UNTIL=20270620",
        "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO,WE,SU;COUNT=10",
        "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=5",
        "FREQ=MONTHLY;BYDAY=2TU;UNTIL=20271231",
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=12",
    ];

    #[test]
    fn a_rule_is_written_as_it_is_read() {
        for text in TEXTS {
            let rule: Rule = text.parse().unwrap_or_else(|_| panic!("{text}"));
            assert_eq!(rule.to_string(), text);
            let json = serde_json::to_string(&rule).unwrap_or_default();
            assert_eq!(serde_json::from_str::<Rule>(&json).ok(), Some(rule));
        }
    }

    #[test]
    fn what_is_no_rule_of_ours_is_refused() {
        for text in [
            "",
            "FREQ=DAILY;COUNT=3",
            "FREQ=WEEKLY;BYDAY=TU",
            "FREQ=WEEKLY;BYDAY=;COUNT=2",
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU;COUNT=2",
            "FREQ=WEEKLY;BYDAY=TU,TU;COUNT=2",
            "FREQ=WEEKLY;BYDAY=XX;COUNT=2",
            "FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2",
            "FREQ=MONTHLY;BYDAY=5TU;COUNT=2",
            "FREQ=MONTHLY;BYDAY=ąTU;COUNT=2",
            "FREQ=WEEKLY;BYDAY=TU;COUNT=2;UNTIL=20270101",
            "FREQ=WEEKLY;BYDAY=TU;UNTIL=2027ąą01",
            "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270231",
            "FREQ=WEEKLY;BYDAY=TU;COUNT=2;COUNT=3",
        ] {
            assert_eq!(text.parse::<Rule>(), Err(NotARule), "{text}");
        }
    }

    #[test]
    fn a_pattern_moves_with_its_dates() {
        let tuesday = Day(date(2026, 12, 1));
        let next = |days| plus_days(tuesday, days);
        assert_eq!(Pattern::weekly(1, tuesday).shifted(1, next(1)), Pattern::weekly(1, next(1)));
        assert_eq!(Pattern::weekly(2, tuesday).shifted(-2, next(-2)), Pattern::weekly(2, next(-2)));
        assert_eq!(Pattern::DayOfMonth(1).shifted(3, next(3)), Pattern::DayOfMonth(4));
        let second = Pattern::nth(Day(date(2026, 12, 8)));
        assert_eq!(second, Pattern::WeekdayOfMonth { nth: 2, weekday: 2 });
        assert_eq!(second.shifted(7, Day(date(2026, 12, 15))), Pattern::nth(Day(date(2026, 12, 15))));
        let last = Pattern::last(Day(date(2026, 12, 29)));
        assert_eq!(last.shifted(1, Day(date(2026, 12, 30))), Pattern::last(Day(date(2026, 12, 30))));
    }

    #[test]
    fn days_are_left_out_with_a_reason() {
        let chosen = Day(date(2026, 12, 15));
        let out = LeaveOut { holidays: true, school_breaks: true, days: vec![chosen] };
        let tuesdays: Vec<Day> = (0..5).map(|week| plus_days(Day(date(2026, 12, 1)), 7 * week)).collect();
        let (kept, left) = out.split(&tuesdays);
        assert_eq!(kept, [1, 8, 22].map(|day| Day(date(2026, 12, day))));
        let school = LeftOut::School(SchoolBreak::Christmas);
        assert_eq!(left, [(chosen, LeftOut::Chosen), (Day(date(2026, 12, 29)), school)]);
        assert_eq!(out.reason(Day(date(2026, 12, 24))), Some(LeftOut::Holiday(Holiday::ChristmasEve)));
        assert_eq!(LeaveOut::default().reason(Day(date(2026, 12, 24))), None);
    }
}
