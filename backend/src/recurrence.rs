//! Which days a rule gives. The rule is expanded in civil days, at midnight of a clock that never changes; hours and
//! time zone come afterwards (`domain::calendar::Hours`).

use domain::calendar::{End, MAX_DATES, Rule};
use domain::time::Day;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rrule::RRuleSet;

/// The days of a rule from `first` on, in order; `None` when there are more than [`MAX_DATES`]. The rule decides:
/// `first` itself is among them only if the rule gives it. Weeks are counted from that of `first`.
pub fn days(rule: &Rule, first: Day) -> Option<Vec<Day>> {
    let midnight = "T000000Z";
    let start = first.to_string().replace('-', "");
    let rule = match rule.end {
        End::Until(_) => format!("{rule}{midnight}"),
        End::Count(_) => rule.to_string(),
    };
    let Ok(set) = format!("DTSTART:{start}{midnight}\nRRULE:{rule}").parse::<RRuleSet>() else {
        // An end before the start: a rule without days.
        return Some(Vec::new());
    };
    let limit = u16::try_from(MAX_DATES + 1).unwrap_or(u16::MAX);
    let utc = |at: i64| Timestamp::from_second(at).ok().map(|at| Day(TimeZone::UTC.to_datetime(at).date()));
    let days: Vec<Day> = set.all(limit).dates.iter().filter_map(|at| utc(at.timestamp())).collect();
    (days.len() <= MAX_DATES).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::calendar::{Hours, Pattern, plus_days};
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    fn given(rule: &str, first: &str) -> Vec<String> {
        let rule = rule.parse().expect("a rule");
        let days = days(&rule, first.parse().expect("a day")).expect("not too many");
        days.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_pattern_gives_its_days() {
        for (rule, first, expected) in [
            (
                "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU;UNTIL=20261215",
                "2026-12-01",
                vec!["2026-12-01", "2026-12-08", "2026-12-15"],
            ),
            (
                "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO,SU;COUNT=4",
                "2026-12-02",
                vec!["2026-12-06", "2026-12-14", "2026-12-20", "2026-12-28"],
            ),
            (
                "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3",
                "2026-12-31",
                vec!["2026-12-31", "2027-01-31", "2027-03-31"],
            ),
            ("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", "2026-12-08", vec!["2026-12-08", "2027-01-12", "2027-02-09"]),
            (
                "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270226",
                "2026-12-25",
                vec!["2026-12-25", "2027-01-29", "2027-02-26"],
            ),
            ("FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU;UNTIL=20261130", "2026-12-01", vec![]),
        ] {
            assert_eq!(given(rule, first), expected, "{rule}");
        }
    }

    #[test]
    fn too_many_days_are_none() {
        let rule = "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=MO,TU,WE;UNTIL=20361231".parse().expect("a rule");
        assert_eq!(days(&rule, Day(date(2026, 12, 1))), None);
        let rule = "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU;COUNT=520".parse().expect("a rule");
        assert_eq!(days(&rule, Day(date(2026, 12, 1))).map(|days| days.len()), Some(MAX_DATES));
    }

    #[test]
    fn five_in_the_afternoon_stays_so_over_both_changes_of_clocks() {
        let rule = "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=SU;UNTIL=20270404".parse().expect("a rule");
        let hours = Hours { starts: time(17, 0, 0, 0), ends: time(19, 0, 0, 0) };
        let sundays = days(&rule, Day(date(2026, 10, 18))).expect("not too many");
        for change in [date(2026, 10, 25), date(2027, 3, 28)] {
            assert!(sundays.contains(&Day(change)));
        }
        for day in sundays {
            let (starts_at, ends_at) = hours.on(day);
            assert_eq!(starts_at.civil(), day.0.at(17, 0, 0, 0));
            assert_eq!(ends_at.minutes_since(starts_at), 120);
        }
    }

    proptest! {
        #[test]
        fn weekly_days_are_those_counted_by_hand(
            start in 0_i64..400, span in 0_i64..200, every in 1_u8..3, chosen in 1_u8..128,
        ) {
            let (first, last) = (plus_days(Day(date(2026, 1, 1)), start), plus_days(Day(date(2026, 1, 1)), start + span));
            let weekdays: Vec<i8> = (1..=7).filter(|day| chosen & (1 << (day - 1)) != 0).collect();
            let weeks = |day: Day| {
                let monday = domain::calendar::monday(first);
                (day.0 - monday.0).get_days() / 7
            };
            let by_hand: Vec<Day> = domain::calendar::days_between(first, last)
                .filter(|day| weekdays.contains(&day.0.weekday().to_monday_one_offset()))
                .filter(|day| weeks(*day) % i32::from(every) == 0)
                .collect();
            let rule = Rule { pattern: Pattern::Weekly { every, weekdays }, end: End::Until(last) };
            prop_assert_eq!(days(&rule, first), Some(by_hand));
        }
    }
}
