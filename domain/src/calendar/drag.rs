//! What a mouse draws or moves on days of civil hours: which day, from when to when. Also on days with a clock change
//! the hours are those that clocks show.

use super::{Hours, QUARTERS, Stretch, plus_days};
use crate::time::{Day, Instant};
use jiff::civil::Time;

const DAY: i64 = 24 * 60;

/// A place among days by the hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spot {
    /// The day.
    pub day: Day,
    /// A quarter of an hour of it, counted from midnight as clocks show it.
    pub quarter: i64,
}

/// The time between two minutes of a day; the last minute is 23:59.
fn hours(from: i64, until: i64) -> Hours {
    let time = |minute: i64| {
        let minute = minute.clamp(0, DAY - 1);
        let part = |n: i64| i8::try_from(n).unwrap_or_default();
        Time::new(part(minute / 60), part(minute % 60), 0, 0).unwrap_or_default()
    };
    Hours { starts: time(from), ends: time(until) }
}

/// The time that is drawn from one place to another: on the first one's day, both quarters included, in either
/// direction. It ends before midnight.
pub fn drawn(from: Spot, to: Spot) -> (Day, Hours) {
    let last = (from.quarter.max(to.quarter) + 1).clamp(1, QUARTERS - 1);
    let first = from.quarter.min(to.quarter).clamp(0, last - 1);
    (from.day, hours(first * 15, last * 15))
}

/// A date taken at one place and let go at another: as many days and quarters away, and as long by the clock as before.
/// What ends on its day stays on one day; what runs past midnight moves on over days as one piece. `None` for a date
/// whose hours do not [fit](Hours::fit).
pub fn dragged((starts_at, ends_at): (Instant, Instant), from: Spot, to: Spot) -> Option<(Day, Hours)> {
    let day = Day(starts_at.day());
    let (days, quarters) = (i64::from((to.day.0 - from.day.0).get_days()), to.quarter - from.quarter);
    let minute = |at: Instant| i64::from(at.civil().hour()) * 60 + i64::from(at.civil().minute());
    if ends_at.day() != day.0 {
        let night = Hours::between(starts_at, ends_at);
        let next = night.past_midnight() && ends_at.day() == plus_days(day, 1).0;
        let starts = minute(starts_at) + (days * QUARTERS + quarters) * 15;
        let ends = starts + night.minutes();
        let moved = hours(starts.rem_euclid(DAY), ends.rem_euclid(DAY));
        return (next && night.fit()).then(|| (plus_days(day, starts.div_euclid(DAY)), moved));
    }
    let stretch = Stretch::on(day, starts_at, ends_at)?;
    // What the autumn change repeats ends, by the clock, before it begins.
    let by_clock = minute(ends_at) - minute(starts_at);
    let length = if by_clock > 0 { by_clock } else { (stretch.until - stretch.from) * 15 };
    let latest = (DAY - 15 - length).max(0);
    let starts = (minute(starts_at) + quarters * 15).clamp(0, latest.max(minute(starts_at)));
    Some((plus_days(day, days), hours(starts, starts + length)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Date, date};

    fn spot(day: Date, quarter: i64) -> Spot {
        Spot { day: Day(day), quarter }
    }

    fn said((day, hours): (Day, Hours)) -> String {
        format!("{day} {}–{}", hours.starts.strftime("%H:%M"), hours.ends.strftime("%H:%M"))
    }

    fn on(day: Date, (from, until): ((i8, i8), (i8, i8))) -> (Instant, Instant) {
        let at = |(hour, minute)| Instant::from_civil(day.at(hour, minute, 0, 0));
        (at(from), at(until))
    }

    #[test]
    fn a_date_is_drawn_in_either_direction() {
        let day = date(2026, 12, 9);
        assert_eq!(said(drawn(spot(day, 60), spot(day, 68))), "2026-12-09 15:00–17:15");
        assert_eq!(said(drawn(spot(day, 68), spot(date(2026, 12, 11), 60))), "2026-12-09 15:00–17:15");
        assert_eq!(said(drawn(spot(day, 60), spot(day, 60))), "2026-12-09 15:00–15:15");
    }

    #[test]
    fn what_is_drawn_ends_before_midnight() {
        let day = date(2026, 12, 9);
        assert_eq!(said(drawn(spot(day, 92), spot(day, 95))), "2026-12-09 23:00–23:45");
        assert_eq!(said(drawn(spot(day, 95), spot(day, 95))), "2026-12-09 23:30–23:45");
        assert_eq!(said(drawn(spot(day, -9), spot(day, 999))), "2026-12-09 00:00–23:45");
    }

    #[test]
    fn a_date_keeps_its_length_and_its_minutes() {
        let (wednesday, sunday) = (date(2026, 12, 9), date(2026, 12, 13));
        let date = on(wednesday, ((16, 10), (18, 0)));
        let to = |quarter| said(dragged(date, spot(wednesday, 66), spot(sunday, quarter)).unwrap());
        assert_eq!(to(66), "2026-12-13 16:10–18:00");
        assert_eq!(to(50), "2026-12-13 12:10–14:00");
        assert_eq!(to(-900), "2026-12-13 00:00–01:50");
        assert_eq!(to(900), "2026-12-13 21:55–23:45");
        let back = dragged(date, spot(wednesday, 66), spot(plus_days(Day(wednesday), -2).0, 66)).unwrap();
        assert_eq!(said(back), "2026-12-07 16:10–18:00");
    }

    #[test]
    fn a_late_date_that_only_changes_its_day_keeps_its_hours() {
        let (wednesday, sunday) = (date(2026, 12, 9), date(2026, 12, 13));
        let late = on(wednesday, ((22, 0), (23, 55)));
        assert_eq!(
            said(dragged(late, spot(wednesday, 90), spot(sunday, 90)).unwrap()),
            "2026-12-13 22:00–23:55"
        );
    }

    #[test]
    fn by_the_clock_on_days_when_it_changes() {
        // Three hours by the clock stay three by the clock, though the night has an hour more or less.
        let (autumn, spring, plain) = (date(2026, 10, 25), date(2027, 3, 28), date(2026, 10, 26));
        for day in [autumn, spring] {
            let night = on(plain, ((1, 0), (4, 0)));
            let moved = dragged(night, spot(plain, 4), spot(day, 4)).unwrap();
            assert_eq!(said(moved), format!("{} 01:00–04:00", Day(day)));
            let away = dragged(on(day, ((1, 0), (4, 0))), spot(day, 4), spot(plain, 4)).unwrap();
            assert_eq!(said(away), "2026-10-26 01:00–04:00");
        }
        // From the first 2:30 to the second: an hour, and by the clock none.
        let first = Instant::from_civil(autumn.at(2, 30, 0, 0));
        let moved = dragged((first, first.plus_minutes(60)), spot(autumn, 10), spot(plain, 10)).unwrap();
        assert_eq!(said(moved), "2026-10-26 02:30–03:30");
    }

    #[test]
    fn what_runs_past_midnight_moves_as_one_piece() {
        let (day, next) = (date(2026, 12, 9), date(2026, 12, 10));
        let starts_at = Instant::from_civil(day.at(22, 0, 0, 0));
        let night = (starts_at, starts_at.plus_minutes(300));
        let moved = |from, to| said(dragged(night, from, to).unwrap());
        assert_eq!(moved(spot(day, 90), spot(date(2026, 12, 13), 90)), "2026-12-13 22:00–03:00");
        assert_eq!(moved(spot(day, 90), spot(day, 70)), "2026-12-09 17:00–22:00");
        assert_eq!(moved(spot(day, 90), spot(day, 74)), "2026-12-09 18:00–23:00");
        // Taken at its end in the morning.
        assert_eq!(moved(spot(next, 4), spot(next, 8)), "2026-12-09 23:00–04:00");
        assert_eq!(moved(spot(next, 4), spot(next, 40)), "2026-12-10 07:00–12:00");
        assert_eq!(moved(spot(next, 4), spot(day, 92)), "2026-12-09 20:00–01:00");
        let midnight = (starts_at, starts_at.plus_minutes(120));
        assert_eq!(said(dragged(midnight, spot(day, 90), spot(day, 82)).unwrap()), "2026-12-09 20:00–22:00");
        assert_eq!(said(dragged(midnight, spot(day, 90), spot(day, 91)).unwrap()), "2026-12-09 22:15–00:15");
        for minutes in [13 * 60, 24 * 60, 29 * 60] {
            let long = (starts_at, starts_at.plus_minutes(minutes));
            assert_eq!(dragged(long, spot(day, 90), spot(day, 80)), None);
        }
    }
}
