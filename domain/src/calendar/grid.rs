//! Days as columns of civil hours: where a slot stands, and how slots at the same time stand beside each other.

use crate::time::{Day, Instant};
use std::cmp::Reverse;

/// Quarters of an hour on a day, as clocks show them: also on days with a clock change.
pub const QUARTERS: i64 = 96;

/// A part of a day, in quarters of an hour since midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stretch {
    /// The first quarter.
    pub from: i64,
    /// The quarter after the last one; later than `from`.
    pub until: i64,
}

impl Stretch {
    /// What of `[starts_at, ends_at)` clocks show on `day`, in whole quarters; nothing if it lies on other days. What
    /// the autumn change repeats stands at the hour that clocks show, and has its whole length where it would end
    /// before it begins.
    pub fn on(day: Day, starts_at: Instant, ends_at: Instant) -> Option<Self> {
        let (starts, ends) = (starts_at.civil(), ends_at.civil());
        let minute = |at: jiff::civil::DateTime| i64::from(at.hour()) * 60 + i64::from(at.minute());
        let midnight = ends.date() == day.0 && minute(ends) == 0;
        if starts.date() > day.0 || ends.date() < day.0 || (midnight && starts.date() < day.0) {
            return None;
        }
        let from = if starts.date() < day.0 { 0 } else { minute(starts) / 15 };
        let until = if ends.date() > day.0 { QUARTERS } else { (minute(ends) + 14) / 15 };
        if until > from {
            return Some(Self { from, until });
        }
        let length = (ends_at.minutes_since(starts_at) + 14) / 15;
        Some(Self { from, until: (from + length.max(1)).min(QUARTERS) })
    }

    const fn meets(self, other: Self) -> bool {
        self.from < other.until && other.from < self.until
    }
}

/// Where a slot stands among those it meets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Slots that meet, directly or through others, are a group; groups are counted by time.
    pub group: usize,
    /// Its column, from 0 on.
    pub column: usize,
    /// The columns of its group: as many as slots there are at once at most.
    pub columns: usize,
}

/// A column for each stretch, in the order given: no two that meet share one, and a group has no more columns than it
/// needs. What begins first stands first; of what begins together, the longer; of equal ones, the one given first.
pub fn side_by_side(stretches: &[Stretch]) -> Vec<Place> {
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    order.sort_by_key(|index| stretches.get(*index).map(|one| (one.from, Reverse(one.until))));
    let mut places = vec![Place::default(); stretches.len()];
    let mut widths: Vec<usize> = Vec::new();
    let mut last: Vec<Stretch> = Vec::new();
    for index in order {
        let (Some(one), Some(place)) = (stretches.get(index), places.get_mut(index)) else { continue };
        if last.iter().all(|other| other.until <= one.from) {
            last.clear();
            widths.push(0);
        }
        let free = last.iter().position(|other| !other.meets(*one));
        place.column = free.unwrap_or(last.len());
        match free.and_then(|column| last.get_mut(column)) {
            Some(column) => *column = *one,
            None => last.push(*one),
        }
        place.group = widths.len() - 1;
        if let Some(width) = widths.last_mut() {
            *width = last.len();
        }
    }
    for place in &mut places {
        place.columns = widths.get(place.group).copied().unwrap_or(1);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    fn on(day: Date, from: (i8, i8), minutes: i64) -> Option<Stretch> {
        let starts_at = Instant::from_civil(day.at(from.0, from.1, 0, 0));
        Stretch::on(Day(day), starts_at, starts_at.plus_minutes(minutes))
    }

    const fn quarters(from: i64, until: i64) -> Stretch {
        Stretch { from, until }
    }

    #[test]
    fn a_slot_stands_at_its_civil_hour() {
        let plain = date(2026, 11, 24);
        assert_eq!(on(plain, (9, 30), 90), Some(quarters(38, 44)));
        assert_eq!(on(plain, (9, 40), 1), Some(quarters(38, 39)), "whole quarters");
        assert_eq!(on(plain, (23, 0), 60), Some(quarters(92, 96)), "until midnight");
        assert_eq!(on(plain, (0, 0), 1), Some(quarters(0, 1)));
        let autumn = date(2026, 10, 25);
        assert_eq!(on(autumn, (1, 0), 180), Some(quarters(4, 12)), "three hours, of which clocks show two");
        assert_eq!(on(autumn, (9, 0), 60), Some(quarters(36, 40)), "after the change as on every day");
        assert_eq!(on(autumn, (2, 45), 30), Some(quarters(11, 13)), "ends at 2:15, for the second time");
        assert_eq!(on(autumn, (2, 0), 60), Some(quarters(8, 12)), "the repeated hour itself");
        let spring = date(2027, 3, 28);
        assert_eq!(on(spring, (1, 30), 60), Some(quarters(6, 14)), "one hour, from 1:30 to 3:30");
        assert_eq!(on(spring, (9, 0), 60), Some(quarters(36, 40)));
    }

    #[test]
    fn what_runs_past_midnight_stands_on_both_days() {
        let (friday, saturday) = (Day(date(2026, 11, 27)), Day(date(2026, 11, 28)));
        let starts_at = Instant::from_civil(friday.0.at(22, 0, 0, 0));
        let on = |day, minutes| Stretch::on(day, starts_at, starts_at.plus_minutes(minutes));
        assert_eq!((on(friday, 240), on(saturday, 240)), (Some(quarters(88, 96)), Some(quarters(0, 8))));
        assert_eq!(
            (on(friday, 120), on(saturday, 120)),
            (Some(quarters(88, 96)), None),
            "midnight is the end"
        );
        let sunday = Day(date(2026, 11, 29));
        assert_eq!(
            (on(saturday, 60 * 40), on(sunday, 60 * 40)),
            (Some(quarters(0, 96)), Some(quarters(0, 56))),
            "for days"
        );
    }

    fn stretches() -> impl Strategy<Value = Vec<Stretch>> {
        let one = (0..QUARTERS, 1..24_i64)
            .prop_map(|(from, length)| Stretch { from, until: (from + length).min(QUARTERS) });
        proptest::collection::vec(one, 0..40)
    }

    proptest! {
        #[test]
        fn nothing_shares_a_column_with_what_it_meets(stretches in stretches()) {
            let places = side_by_side(&stretches);
            prop_assert_eq!(places.len(), stretches.len());
            for (a, (one, at)) in stretches.iter().zip(&places).enumerate() {
                prop_assert!(at.column < at.columns);
                for (other, beside) in stretches.iter().zip(&places).skip(a + 1) {
                    if one.meets(*other) {
                        prop_assert_ne!(at.column, beside.column);
                        prop_assert_eq!(at.group, beside.group);
                    }
                }
            }
        }

        #[test]
        fn a_group_is_as_wide_as_its_fullest_quarter(stretches in stretches()) {
            let places = side_by_side(&stretches);
            for place in &places {
                let group = || stretches.iter().zip(&places).filter(|(_, other)| other.group == place.group);
                let at_once = |quarter: i64| {
                    group().filter(|(one, _)| one.from <= quarter && quarter < one.until).count()
                };
                prop_assert_eq!(Some(place.columns), (0..QUARTERS).map(at_once).max());
            }
        }

        #[test]
        fn the_order_of_reading_does_not_matter_but_for_equal_ones(stretches in stretches(), by in 0..40_usize) {
            let mut turned = stretches.clone();
            turned.rotate_left(by.min(stretches.len()));
            let seen = |stretches: &[Stretch]| {
                let places = side_by_side(stretches);
                let mut seen: Vec<_> = stretches
                    .iter()
                    .zip(places)
                    .map(|(one, at)| (one.from, one.until, at.group, at.column, at.columns))
                    .collect();
                seen.sort_unstable();
                seen
            };
            prop_assert_eq!(seen(&stretches), seen(&turned));
        }

        #[test]
        fn of_equal_ones_the_first_given_stands_first(stretches in stretches()) {
            let places = side_by_side(&stretches);
            for (a, (one, at)) in stretches.iter().zip(&places).enumerate() {
                for (other, beside) in stretches.iter().zip(&places).skip(a + 1) {
                    prop_assert!(one != other || at.column < beside.column);
                }
            }
        }
    }
}
