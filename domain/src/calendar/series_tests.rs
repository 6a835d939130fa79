use super::*;
use crate::calendar::days_between;
use jiff::civil::{date, time};
use proptest::prelude::*;
use uuid::Uuid;

const START: Day = Day(date(2026, 10, 5));

fn hours(hour: i8) -> Hours {
    Hours { starts: time(hour, 0, 0, 0), ends: time(hour + 2, 0, 0, 0) }
}

fn day(after: i64) -> Day {
    plus_days(START, after)
}

fn id(number: i64) -> SlotId {
    SlotId(Uuid::from_u128(u128::from(number.unsigned_abs()) + 1))
}

/// A date on the `after`th day, at 17:00.
fn old(after: i64) -> OldDate {
    let (starts_at, ends_at) = hours(17).on(day(after));
    OldDate { id: id(after), day: day(after), starts_at, ends_at, cancelled: false }
}

fn target(days: Vec<Day>) -> Target {
    Target { days, shift: 0, was: hours(17), hours: hours(17), gather: false, monthly: false }
}

fn before() -> Instant {
    Instant::from_civil(date(2026, 10, 1).at(12, 0, 0, 0))
}

#[test]
fn hours_stay_over_the_change_of_clocks() {
    let sundays = vec![day(13), day(20), day(27)];
    let new = plan(&[], &target(sundays.clone()), before());
    assert_eq!(new.added, sundays);
    for day in [Day(date(2026, 10, 25)), Day(date(2027, 3, 28)), Day(date(2026, 10, 26))] {
        let (starts_at, ends_at) = hours(17).on(day);
        assert_eq!(starts_at.civil(), day.0.at(17, 0, 0, 0));
        assert_eq!(ends_at.minutes_since(starts_at), 120);
    }
}

#[test]
fn tuesday_becomes_wednesday() {
    let tuesdays: Vec<OldDate> = [1, 8, 15].map(old).into();
    let wednesdays = vec![day(2), day(9), day(16)];
    for shift in [0, 1] {
        let new = plan(&tuesdays, &Target { shift, ..target(wednesdays.clone()) }, before());
        assert_eq!((new.kept.len(), new.dropped.len(), new.added.len()), (0, 0, 0));
        let moved: Vec<(SlotId, Day)> = new.moved.iter().map(|date| (date.id, date.day)).collect();
        assert_eq!(moved, [(id(1), day(2)), (id(8), day(9)), (id(15), day(16))]);
    }
}

#[test]
fn every_week_becomes_every_second() {
    let weekly: Vec<OldDate> = [1, 8, 15, 22].map(old).into();
    let new = plan(&weekly, &target(vec![day(1), day(15), day(29)]), before());
    let kept: Vec<SlotId> = new.kept.iter().map(|date| date.id).collect();
    assert_eq!((kept, new.dropped, new.added), (vec![id(1), id(15)], vec![id(8), id(22)], vec![day(29)]));
}

#[test]
fn a_date_cancelled_by_itself_does_not_come_back() {
    let dates = [old(1), OldDate { cancelled: true, ..old(8) }, old(15)];
    let moved = Target { shift: 1, hours: hours(18), ..target(vec![day(2), day(9), day(16)]) };
    let new = plan(&dates, &moved, before());
    assert_eq!((new.moved.len(), new.added.len()), (2, 0));
    assert_eq!(new.cancelled, [(id(8), Some(day(9)))]);
}

#[test]
fn a_date_moved_by_itself_stays_unless_all_are_gathered() {
    let alone = OldDate { starts_at: hours(9).on(day(10)).0, ends_at: hours(9).on(day(10)).1, ..old(8) };
    let later = Target { hours: hours(18), ..target(vec![day(1), day(8)]) };
    let new = plan(&[old(1), alone], &later, before());
    assert_eq!((new.kept.len(), new.moved.len()), (1, 1));
    assert_eq!(new.kept[0].starts_at, alone.starts_at);
    let gathered = plan(&[old(1), alone], &Target { gather: true, ..later }, before());
    assert_eq!(gathered.moved.iter().filter(|new| new.starts_at == hours(18).on(day(8)).0).count(), 1);
}

#[test]
fn nothing_moves_into_the_past() {
    let now = Instant::from_civil(day(1).0.at(12, 0, 0, 0));
    let morning = Target { hours: hours(9), ..target(vec![day(1), day(8)]) };
    let new = plan(&[old(1), old(8)], &morning, now);
    assert_eq!((new.kept.len(), new.moved.len()), (1, 1));
}

/// Dates on some days, a few cancelled or moved by themselves.
fn some_dates() -> impl Strategy<Value = Vec<OldDate>> {
    let one = (0_i64..90, 0_u8..8, 6_i8..21);
    proptest::collection::btree_map(0_i64..90, one, 0..25).prop_map(|found| {
        let date = |(after, (to, luck, hour)): (i64, (i64, u8, i8))| match luck {
            0 => OldDate { cancelled: true, ..old(after) },
            1 => {
                let (starts_at, ends_at) = hours(hour).on(day(to));
                OldDate { starts_at, ends_at, ..old(after) }
            }
            _ => old(after),
        };
        found.into_iter().map(date).collect()
    })
}

fn some_target() -> impl Strategy<Value = Target> {
    let days = proptest::collection::btree_set(-10_i64..100, 0..25);
    (days, -8_i64..9, 6_i8..21, any::<bool>(), any::<bool>()).prop_map(
        |(days, shift, hour, gather, monthly)| {
            let days = days.into_iter().map(day).collect();
            Target { shift, hours: hours(hour), gather, monthly, ..target(days) }
        },
    )
}

/// The series as it is after the plan.
fn after(plan: &DatesPlan, target: &Target) -> Vec<OldDate> {
    let open = |new: &NewDate| OldDate {
        id: new.id,
        day: new.day,
        starts_at: new.starts_at,
        ends_at: new.ends_at,
        cancelled: false,
    };
    let mut dates: Vec<OldDate> = plan.kept.iter().chain(&plan.moved).map(open).collect();
    dates.extend(plan.added.iter().enumerate().map(|(number, day)| {
        let (starts_at, ends_at) = target.hours.on(*day);
        let id = id(1_000 + i64::try_from(number).unwrap_or_default());
        OldDate { id, day: *day, starts_at, ends_at, cancelled: false }
    }));
    dates
}

proptest! {
    #[test]
    fn nothing_is_lost_or_doubled(old in some_dates(), target in some_target(), now in 0_i64..95) {
        let now = Instant::from_civil(day(now).0.at(12, 0, 0, 0));
        let plan = plan(&old, &target, now);
        let open: Vec<&NewDate> = plan.kept.iter().chain(&plan.moved).collect();

        let mut listed: Vec<SlotId> = open.iter().map(|date| date.id).collect();
        listed.extend(&plan.dropped);
        listed.extend(plan.cancelled.iter().map(|(id, _)| *id));
        listed.sort_unstable();
        let mut coming: Vec<SlotId> = old.iter().filter(|date| date.starts_at > now).map(|date| date.id).collect();
        coming.sort_unstable();
        prop_assert_eq!(listed, coming, "each date that has not begun is in one list, no other is in any");

        let mut days: Vec<Day> = open.iter().map(|date| date.day).collect();
        days.extend(plan.cancelled.iter().filter_map(|(_, day)| *day));
        days.extend(&plan.added);
        days.extend(old.iter().filter(|date| date.starts_at <= now).map(|date| date.day));
        let count = days.len();
        days.sort_unstable();
        days.dedup();
        prop_assert_eq!(days.len(), count, "no day has two dates");
        for day in &target.days {
            prop_assert!(days.contains(day) || target.hours.on(*day).0 <= now, "{day} has a date");
        }

        for new in &plan.moved {
            let was = old.iter().find(|date| date.id == new.id).expect("an old date");
            let apart = (was.starts_at, was.ends_at) != target.was.on(was.day);
            prop_assert!(target.gather || !apart, "moved by itself, it stays");
            prop_assert!(new.starts_at > now);
        }
        for new in &plan.kept {
            let was = old.iter().find(|date| date.id == new.id).expect("an old date");
            prop_assert_eq!((new.starts_at, new.ends_at), (was.starts_at, was.ends_at));
        }
    }

    #[test]
    fn the_same_change_again_changes_nothing(old in some_dates(), target in some_target()) {
        let first = plan(&old, &target, before());
        let dates = after(&first, &target);
        let cancelled: Vec<Day> = first.cancelled.iter().filter_map(|(_, day)| *day).collect();
        let days = target.days.iter().copied().filter(|day| !cancelled.contains(day)).collect();
        let again = plan(&dates, &Target { days, shift: 0, was: target.hours, ..target.clone() }, before());
        prop_assert_eq!((again.moved.len(), again.dropped.len(), again.added.len()), (0, 0, 0));
    }

    #[test]
    fn a_whole_rule_moves_as_one(first in 0_i64..7, shift in -6_i64..7, hour in 6_i8..21) {
        let dates: Vec<OldDate> = (0..12).map(|week| old(14 + first + 7 * week)).collect();
        let days = dates.iter().map(|date| plus_days(date.day, shift)).collect();
        let new = plan(&dates, &Target { shift, hours: hours(hour), ..target(days) }, before());
        prop_assert_eq!(new.kept.len() + new.moved.len(), dates.len());
        for date in new.kept.iter().chain(&new.moved) {
            let was = dates.iter().find(|old| old.id == date.id).expect("an old date");
            prop_assert_eq!(date.day, plus_days(was.day, shift));
        }
    }
}

#[test]
fn a_week_has_seven_days() {
    let (first, last) = period(Day(date(2026, 12, 31)), false);
    assert_eq!(days_between(first, last).count(), 7);
    let (first, last) = period(Day(date(2026, 12, 31)), true);
    assert_eq!(days_between(first, last).count(), 31);
}

#[test]
fn a_cancelled_series_stays_cancelled_and_an_ended_one_never_runs_again() {
    use SeriesState::{Cancelled, Ended, Running};
    for step in [SeriesStep::Change, SeriesStep::End, SeriesStep::Cancel] {
        assert!(Cancelled.step(step).is_err());
        assert_ne!(Ended.step(step), Ok(Running));
        assert_eq!(Running.step(step) == Ok(Running), step == SeriesStep::Change);
    }
}
