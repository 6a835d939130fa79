//! Dates and times in words, as people of each language write them. Times are Warsaw's.

use super::{Locale, text};
use crate::calendar::CalendarSpan;
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

/// The days that a calendar shows when `day` is asked for: `Od: sob., 28 listopada`, `23–29 listopada 2026`.
pub fn span_title(locale: Locale, span: CalendarSpan, day: Day) -> String {
    let (first, last) = span.days(day);
    let month = |day: Day| name(locale, "month-of", day.0.month());
    match span {
        CalendarSpan::Agenda => text(locale, "range-from", &[("day", day_short(locale, day).into())]),
        CalendarSpan::Day => day_long(locale, day),
        CalendarSpan::Month => month_title(locale, day),
        CalendarSpan::Days3 | CalendarSpan::Week => {
            let begins = if first.0.month() == last.0.month() {
                format!("{}–", first.0.day())
            } else {
                format!("{} {} – ", first.0.day(), month(first))
            };
            format!("{begins}{} {} {}", last.0.day(), month(last), last.0.year())
        }
    }
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

/// `3 godz.`, `45 min`, `1 godz. 30 min`
pub fn duration(locale: Locale, minutes: i64) -> String {
    let (hours, rest) = (("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into()));
    match (minutes / 60, minutes % 60) {
        (0, _) => text(locale, "duration-minutes", &[rest]),
        (_, 0) => text(locale, "duration-hours", &[hours]),
        _ => text(locale, "hours-total", &[hours, rest]),
    }
}

/// `sob., 28 listopada, 16:00–18:00`, `sob., 28 listopada, 22:00 – niedz. 3:00`; whole days without hours, as `wt., 1 grudnia – pon., 14 grudnia`
pub fn when(locale: Locale, starts_at: Instant, ends_at: Instant) -> String {
    let midnight = |at: Instant| at.civil().time() == jiff::civil::Time::midnight();
    if midnight(starts_at) && midnight(ends_at) && starts_at < ends_at {
        let (first, last) = (starts_at.day().into(), last_day(ends_at));
        let until = if first == last { String::new() } else { format!(" – {}", day_short(locale, last)) };
        return format!("{}{until}", day_short(locale, first));
    }
    let hours = if last_day(ends_at) == starts_at.day().into() {
        time_range(starts_at, ends_at)
    } else {
        let weekday = weekday_short(locale, ends_at.day().weekday().to_monday_one_offset());
        format!("{} – {weekday} {}", time(starts_at), time(ends_at))
    };
    format!("{}, {hours}", day_short(locale, starts_at.day().into()))
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
        let night = (start.plus_minutes(360), start.plus_minutes(660));
        assert_eq!(when(Locale::Pl, night.0, night.1), "sob., 28 listopada, 22:00 – niedz. 3:00");
        assert_eq!(when(Locale::Pl, night.0, start.plus_minutes(480)), "sob., 28 listopada, 22:00–0:00");
        let days = |first, last| crate::window::span(Day(date(2026, 12, first)), Day(date(2026, 12, last)));
        assert_eq!(when(Locale::Pl, days(1, 14).0, days(1, 14).1), "wt., 1 grudnia – pon., 14 grudnia");
        assert_eq!(when(Locale::Pl, days(1, 1).0, days(1, 1).1), "wt., 1 grudnia");
        assert_eq!(day_long(Locale::Pl, Day(date(2026, 11, 28))), "sobota, 28 listopada 2026");
        assert_eq!(month_title(Locale::Pl, Day(date(2026, 11, 28))), "listopad 2026");
    }

    #[test]
    fn a_week_is_named_by_its_ends() {
        let week = |day| span_title(Locale::Pl, CalendarSpan::Week, Day(day));
        assert_eq!(week(date(2026, 11, 28)), "23–29 listopada 2026");
        assert_eq!(week(date(2026, 12, 1)), "30 listopada – 6 grudnia 2026");
        assert_eq!(
            span_title(Locale::Pl, CalendarSpan::Agenda, Day(date(2026, 11, 28))),
            "Od: sob., 28 listopada"
        );
    }
}
