//! From when places of a slot can be claimed. Source: C9.

use crate::calendar::plus_days;
use crate::time::{Day, Instant};

/// The hour in Warsaw at which claims open.
pub const OPENING_HOUR: i8 = 8;
/// The most days before a date that claims may open.
pub const MAX_DAYS: i64 = 180;

/// When claims open for a slot that begins at `starts_at`: so many days before, at [`OPENING_HOUR`] in Warsaw. On the
/// day itself (0) never after the beginning.
pub fn opens_at(starts_at: Instant, days_before: i64) -> Instant {
    let day = plus_days(Day(starts_at.day()), -days_before);
    Instant::from_civil(day.0.at(OPENING_HOUR, 0, 0, 0)).min(starts_at)
}

/// How many days before the slot claims open, as a form shows it.
pub fn days_before(starts_at: Instant, opens_at: Instant) -> i64 {
    let (from, until) = (opens_at.day(), starts_at.day());
    from.until(until).map_or(0, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn claims_open_at_eight_whatever_the_clocks_do() {
        let at = |month, day, hour| Instant::from_civil(date(2026, month, day).at(hour, 0, 0, 0));
        assert_eq!(opens_at(at(12, 14, 16), 7), at(12, 7, 8));
        assert_eq!(opens_at(at(10, 27, 16), 3), at(10, 24, 8), "over the change of clocks");
        assert_eq!(opens_at(at(12, 14, 16), 0), at(12, 14, 8));
        assert_eq!(opens_at(at(12, 14, 6), 0), at(12, 14, 6), "never after the beginning");
    }

    #[test]
    fn the_days_come_back() {
        let starts_at = Instant::from_civil(date(2026, 12, 14).at(16, 0, 0, 0));
        for days in [0, 1, 7, 30, MAX_DAYS] {
            assert_eq!(days_before(starts_at, opens_at(starts_at, days)), days);
        }
    }
}
