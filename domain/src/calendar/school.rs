//! When Polish schools have no lessons, in the voivodeship of the centre (mazowieckie).
//!
//! Source: regulation of 11 August 2017 on the organisation of the school year (Dz.U. 2023 poz. 1211), §2 and §3.

use super::{holiday, holidays::easter, plus_days};
use crate::time::Day;
use jiff::civil::{Date, Weekday, date};
use serde::{Deserialize, Serialize};

/// A break of schools.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolBreak {
    /// Around Christmas.
    Christmas,
    /// Two weeks in winter (ferie zimowe).
    Winter,
    /// Around Easter.
    Spring,
    /// From the end of lessons in June to the end of August.
    Summer,
}

impl SchoolBreak {
    /// The key of its name among the texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Christmas => "christmas",
            Self::Winter => "winter",
            Self::Spring => "spring",
            Self::Summer => "summer",
        }
    }
}

/// The first and last day of winter breaks in mazowieckie, as the minister announced them. No rule gives them: each
/// voivodeship has its turn, announced two years ahead. **The breaks from 2028 on have to be added here when they are
/// known;** until then a year that is not listed has no winter break.
///
/// Source: announcements of the Ministry of National Education for the school years 2025/2026 and 2026/2027, made
/// under §3(1)(2) of the regulation.
const WINTER: [(Date, Date); 2] =
    [(date(2026, 1, 19), date(2026, 2, 1)), (date(2027, 2, 1), date(2027, 2, 14))];

/// The school break on a day, if there is one.
pub fn school_break(day: Day) -> Option<SchoolBreak> {
    let date = day.0;
    let winter = WINTER.iter().any(|(first, last)| (*first..=*last).contains(&date));
    if christmas(date) {
        Some(SchoolBreak::Christmas)
    } else if winter {
        Some(SchoolBreak::Winter)
    } else if spring(day) {
        Some(SchoolBreak::Spring)
    } else if summer(date) {
        Some(SchoolBreak::Summer)
    } else {
        None
    }
}

/// From 23 December, or 22 if that is a Monday, to the end of the year. Source: §3(1)(1).
fn christmas(date: Date) -> bool {
    let early = date.day() == 22 && date.weekday() == Weekday::Monday;
    date.month() == 12 && (date.day() >= 23 || early)
}

/// From the Thursday before Easter to the Tuesday after it. Source: §3(1)(3).
fn spring(day: Day) -> bool {
    let easter = Day(easter(day.0.year()));
    (plus_days(easter, -3)..=plus_days(easter, 2)).contains(&day)
}

/// From the day after lessons end to 31 August: they end on the first Friday after 20 June, or on Wednesday if
/// Thursday is a public holiday. Source: §2(1), §3(1)(4).
fn summer(date: Date) -> bool {
    let end = (21..=27).find_map(|day| {
        let friday = Date::new(date.year(), 6, day).ok().filter(|day| day.weekday() == Weekday::Friday)?;
        let thursday = plus_days(friday.into(), -1);
        Some(if holiday(thursday).is_some() { plus_days(thursday, -1).0 } else { friday })
    });
    end.is_some_and(|end| date > end && date.month() <= 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The breaks as the ministry's calendars of two school years print them.
    #[test]
    fn breaks_are_those_of_the_published_calendars() {
        for (first, last, expected) in [
            (date(2025, 12, 22), date(2025, 12, 31), SchoolBreak::Christmas),
            (date(2026, 1, 19), date(2026, 2, 1), SchoolBreak::Winter),
            (date(2026, 4, 2), date(2026, 4, 7), SchoolBreak::Spring),
            (date(2026, 6, 27), date(2026, 8, 31), SchoolBreak::Summer),
            (date(2026, 12, 23), date(2026, 12, 31), SchoolBreak::Christmas),
            (date(2027, 2, 1), date(2027, 2, 14), SchoolBreak::Winter),
            (date(2027, 3, 25), date(2027, 3, 30), SchoolBreak::Spring),
            (date(2027, 6, 26), date(2027, 8, 31), SchoolBreak::Summer),
        ] {
            let (first, last) = (Day(first), Day(last));
            assert_eq!(school_break(plus_days(first, -1)), None, "before {first}");
            assert_eq!(school_break(plus_days(last, 1)), None, "after {last}");
            for day in super::super::days_between(first, last) {
                assert_eq!(school_break(day), Some(expected), "{day}");
            }
        }
    }

    /// Corpus Christi on 23 June 2011 was the Thursday before the last Friday: lessons ended on Wednesday.
    #[test]
    fn lessons_end_before_a_holiday() {
        assert_eq!(school_break(Day(date(2011, 6, 22))), None);
        assert_eq!(school_break(Day(date(2011, 6, 23))), Some(SchoolBreak::Summer));
    }
}
