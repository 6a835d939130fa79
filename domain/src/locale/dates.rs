//! Dates and times in words, as people of each language write them. Times are Warsaw's.

use super::{Locale, text};
use crate::time::{Day, Instant};
use crate::window::last_day;

fn name(locale: Locale, kind: &str, number: i8) -> String {
    text(locale, &format!("{kind}-{number}"), &[])
}

/// `28 listopada`
pub fn day_and_month(locale: Locale, day: Day) -> String {
    format!("{} {}", day.0.day(), name(locale, "month-of", day.0.month()))
}

/// `sob., 28 listopada`
pub fn day_short(locale: Locale, day: Day) -> String {
    let weekday = name(locale, "weekday-short", day.0.weekday().to_monday_one_offset());
    format!("{weekday}, {}", day_and_month(locale, day))
}

/// `sob. 28.11`, for narrow places beside a full date elsewhere
pub fn day_tiny(locale: Locale, day: Day) -> String {
    let weekday = name(locale, "weekday-short", day.0.weekday().to_monday_one_offset());
    format!("{weekday} {}.{:02}", day.0.day(), day.0.month())
}

/// `sobota, 28 listopada 2026`
pub fn day_long(locale: Locale, day: Day) -> String {
    let weekday = name(locale, "weekday", day.0.weekday().to_monday_one_offset());
    format!("{weekday}, {} {}", day_and_month(locale, day), day.0.year())
}

/// `sob.`; 1 is Monday.
pub fn weekday_short(locale: Locale, weekday: i8) -> String {
    name(locale, "weekday-short", weekday)
}

/// `listopad 2026`
pub fn month_title(locale: Locale, day: Day) -> String {
    format!("{} {}", name(locale, "month", day.0.month()), day.0.year())
}

/// `9:05`
pub fn time(at: Instant) -> String {
    let civil = at.civil();
    format!("{}:{:02}", civil.hour(), civil.minute())
}

/// `16:00–18:00`
pub fn time_range(starts_at: Instant, ends_at: Instant) -> String {
    format!("{}–{}", time(starts_at), time(ends_at))
}

/// `sob., 28 listopada, 16:00–18:00`; whole days without hours, as `wt., 1 grudnia – pon., 14 grudnia`
pub fn when(locale: Locale, starts_at: Instant, ends_at: Instant) -> String {
    let midnight = |at: Instant| at.civil().time() == jiff::civil::Time::midnight();
    if midnight(starts_at) && midnight(ends_at) && starts_at < ends_at {
        let (first, last) = (starts_at.day().into(), last_day(ends_at));
        let until = if first == last { String::new() } else { format!(" – {}", day_short(locale, last)) };
        return format!("{}{until}", day_short(locale, first));
    }
    format!("{}, {}", day_short(locale, starts_at.day().into()), time_range(starts_at, ends_at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_as_poles_write_them() {
        let start = Instant::from_civil(date(2026, 11, 28).at(16, 0, 0, 0));
        let end = start.plus_minutes(125);
        assert_eq!(when(Locale::Pl, start, end), "sob., 28 listopada, 16:00–18:05");
        assert_eq!(when(Locale::En, start, end), "Sat, 28 November, 16:00–18:05");
        assert_eq!(when(Locale::Uk, start, end), "сб, 28 листопада, 16:00–18:05");
        let days = |first, last| crate::window::span(Day(date(2026, 12, first)), Day(date(2026, 12, last)));
        assert_eq!(when(Locale::Pl, days(1, 14).0, days(1, 14).1), "wt., 1 grudnia – pon., 14 grudnia");
        assert_eq!(when(Locale::Pl, days(1, 1).0, days(1, 1).1), "wt., 1 grudnia");
        assert_eq!(day_long(Locale::Pl, Day(date(2026, 11, 28))), "sobota, 28 listopada 2026");
        assert_eq!(month_title(Locale::Pl, Day(date(2026, 11, 28))), "listopad 2026");
    }
}
