//! Tasks without an hour: so much work, whenever it suits between two days. A slot with `work_minutes` is one; it starts
//! at midnight of its first day and ends at the midnight after its last.

use crate::claiming::{Engagement, Limits, Refusal, minutes_in_week_of, minutes_on};
use crate::person::age_on;
use crate::time::{Day, Instant};
use serde::{Deserialize, Serialize};

/// The most minutes that one entry of work may have.
pub const MAX_STINT: i64 = 16 * 60;

/// Minutes of work on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkDone {
    /// On which day in Warsaw.
    pub on_day: Day,
    /// How many minutes.
    pub minutes: i64,
}

/// From the midnight before the first day to the midnight after the last, in Warsaw.
pub fn span(first: Day, last: Day) -> (Instant, Instant) {
    let midnight = |day: Day| Instant::from_civil(day.0.at(0, 0, 0, 0));
    (midnight(first), midnight(crate::calendar::plus_days(last, 1)))
}

/// The last day of a window that ends at `ends_at`.
pub fn last_day(ends_at: Instant) -> Day {
    ends_at.plus_seconds(-1).day().into()
}

/// The most a minor helps in a day, minutes. Source: N4, N5.
const fn minor_day_minutes(age: i64) -> i64 {
    match age {
        ..=14 => 120,
        15 => 6 * 60,
        _ => 8 * 60,
    }
}

/// Why a minor cannot note `minutes` more on this day: beside everything else they do then and in that week. Adults are
/// refused nothing: what is done is done. `all` are their engagements, this one included.
pub fn refused_work(
    birth_on: Option<Day>,
    work: WorkDone,
    all: &[Engagement],
    limits: Limits,
) -> Option<Refusal> {
    let Some(birth_on) = birth_on else { return Some(Refusal::NoBirthDate) };
    let age = age_on(birth_on, work.on_day);
    if age >= 18 {
        return None;
    }
    let that_day: i64 = all.iter().map(|held| minutes_on(held, |day| day == work.on_day)).sum();
    let max_minutes = minor_day_minutes(age);
    if that_day.saturating_add(work.minutes) > max_minutes {
        return Some(Refusal::MinorDay { max_minutes });
    }
    let all: Vec<&Engagement> = all.iter().collect();
    let limit_minutes = limits.minor_weekly_minutes;
    (minutes_in_week_of(work.on_day, &all).saturating_add(work.minutes) > limit_minutes)
        .then_some(Refusal::WeeklyLimit { limit_minutes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn day(day: i8) -> Day {
        Day(date(2026, 12, day))
    }

    #[test]
    fn a_window_is_whole_days() {
        let (starts_at, ends_at) = span(day(1), day(14));
        assert_eq!((starts_at.day(), starts_at.civil().hour()), (day(1).0, 0));
        assert_eq!((ends_at.day(), last_day(ends_at)), (day(15).0, day(14)));
        let autumn = span(Day(date(2026, 10, 25)), Day(date(2026, 10, 25)));
        assert_eq!(autumn.1.minutes_since(autumn.0), 25 * 60, "the day on which clocks go back");
    }
}
