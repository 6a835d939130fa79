//! Tasks without an hour.

use crate::fixtures::{add_claim, add_person, add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::store::dates::{self, DateRow};
use backend::store::public::{self, SlotFilter};
use backend::store::slots;
use backend::store::windows::{self, StintRow};
use backend::store::{claims, dashboard, hosting, opportunities};
use domain::calendar::plus_days;
use domain::claim::ClaimState;
use domain::time::Day;
use domain::window::{WorkDone, span};

fn day(n: i64) -> Day {
    plus_days(Day(noon().day()), n)
}

/// A task from day to day, counted from today.
async fn add_task(
    bed: &Bed,
    tx: &mut backend::db::Tx,
    world: &crate::fixtures::World,
    first: i64,
    last: i64,
) -> DateRow {
    let (starts_at, ends_at) = span(day(first), day(last));
    let opportunity_id = world.opportunity;
    let slot = DateRow {
        work_minutes: Some(180),
        ..DateRow::new(bed.id(), opportunity_id, (starts_at, ends_at), (1, 2))
    };
    dates::add(tx, std::slice::from_ref(&slot)).await.unwrap();
    slot
}

pub async fn public_tasks_that_can_be_done_on_some_days(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    let long = add_task(bed, &mut tx, &world, -2, 9).await;
    let short = add_task(bed, &mut tx, &world, 0, 2).await;
    let any = SlotFilter::default();
    for (first, last, found) in [
        (0, 0, vec![short.id, long.id]),
        (2, 2, vec![short.id, long.id]),
        (3, 9, vec![long.id]),
        (-2, -1, vec![long.id]),
        (10, 12, vec![]),
        (-9, -3, vec![]),
    ] {
        let rows = windows::public(&mut tx, (day(first), day(last)), &any).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), found, "{first} to {last}");
    }
    let monday = SlotFilter { weekday: Some(1), ..any.clone() };
    assert_eq!(
        windows::public(&mut tx, (day(0), day(0)), &monday).await.unwrap().len(),
        2,
        "they have no weekday"
    );
    let kind = SlotFilter { kind: Some("animals".into()), ..any };
    assert_eq!(windows::public(&mut tx, (day(0), day(0)), &kind).await.unwrap(), []);
}

pub async fn work_is_noted_and_taken_back(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let task = add_task(bed, &mut tx, &world, -2, 9).await;
    let anna = add_person(bed, &mut tx, "Anna Żak").await;
    let claim = add_claim(bed, &mut tx, task.id, anna, ClaimState::Approved).await;
    let note = |n: i64, minutes| StintRow {
        id: bed.id(),
        claim_id: claim.id,
        on_day: day(n),
        minutes,
        created_at: noon(),
    };
    let (second, first) = (note(0, 30), note(-1, 90));
    for row in [&second, &first] {
        windows::add_stint(&mut tx, row).await.unwrap();
    }
    assert_eq!(windows::stints(&mut tx, claim.id).await.unwrap(), [first.clone(), second.clone()]);
    assert_eq!(windows::stint(&mut tx, first.id).await.unwrap(), Some(first.clone()));
    let held = claims::engagements(&mut tx, anna, hours(24), hours(48)).await.unwrap();
    let work = [first.work(), second.work()];
    assert_eq!(work[0], WorkDone { on_day: day(-1), minutes: 90 });
    assert_eq!(held[0].1.work.as_deref(), Some(work.as_slice()), "it began before, and can be done then");
    assert_eq!(claims::engagements(&mut tx, anna, hours(24 * 20), hours(24 * 21)).await.unwrap(), []);
    assert_eq!(claims::all_engagements(&mut tx, hours(-100), hours(100)).await.unwrap(), []);
    windows::remove_stint(&mut tx, first.id).await.unwrap();
    assert_eq!(windows::stints(&mut tx, claim.id).await.unwrap(), [second]);
    assert_eq!(windows::stint(&mut tx, first.id).await.unwrap(), None);
}

pub async fn who_is_ready_is_noted(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let task = add_task(bed, &mut tx, &world, -2, 9).await;
    let anna = add_person(bed, &mut tx, "Anna Żak").await;
    let claim = add_claim(bed, &mut tx, task.id, anna, ClaimState::Approved).await;
    assert_eq!(windows::done_at(&mut tx, claim.id).await.unwrap(), None);
    windows::set_done(&mut tx, claim.id, Some(hours(1))).await.unwrap();
    assert_eq!(windows::done_at(&mut tx, claim.id).await.unwrap(), Some(hours(1)));
    let hosted = hosting::slots(&mut tx, None, hours(24), hours(48)).await.unwrap();
    assert_eq!(
        (hosted[0].done_at, hosted[0].noted, hosted[0].work_minutes),
        (Some(hours(1)), None, Some(180))
    );
    windows::set_done(&mut tx, claim.id, None).await.unwrap();
    assert_eq!(windows::done_at(&mut tx, claim.id).await.unwrap(), None);
    assert_eq!(windows::done_at(&mut tx, bed.id()).await.unwrap(), None);
}

pub async fn a_task_is_no_slot_with_hours(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let task = add_task(bed, &mut tx, &world, -2, 9).await;
    let any = SlotFilter::default();
    assert_eq!(public::slots(&mut tx, day(-3), day(9), &any, 9).await.unwrap(), []);
    assert_eq!(public::counts(&mut tx, day(-3), day(9), &any).await.unwrap(), []);
    assert_eq!(slots::open_between(&mut tx, hours(-100), hours(100)).await.unwrap(), []);
    assert_eq!(
        slots::coming_of(&mut tx, world.opportunity, noon(), 9).await.unwrap()[0].work_minutes,
        Some(180)
    );
    let listed = opportunities::list(&mut tx, noon(), None).await.unwrap();
    assert_eq!((listed[0].next_at, listed[0].coming), (Some(task.ends_at), 1), "it runs");
    assert_eq!(dates::change(&mut tx, std::slice::from_ref(&task)).await.unwrap(), 0);
    let anna = add_person(bed, &mut tx, "Anna Żak").await;
    add_claim(bed, &mut tx, task.id, anna, ClaimState::Pending).await;
    let (waiting, total) = dashboard::waiting(&mut tx, noon()).await.unwrap();
    assert_eq!((waiting.len(), total), (1, 1));
    assert_eq!(dashboard::waiting(&mut tx, task.ends_at).await.unwrap().1, 0);
    assert_eq!(dates::cancel(&mut tx, &[task.id], task.ends_at).await.unwrap(), 0, "it is over");
    assert_eq!(dates::cancel(&mut tx, &[task.id], noon()).await.unwrap(), 1, "it runs");
}

pub async fn a_task_is_widened_and_nobody_loses_a_place(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let task = add_task(bed, &mut tx, &world, 0, 5).await;
    let date = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    assert!(slots::take_places(&mut tx, task.id, None, 2).await.unwrap());
    let (_, later) = span(day(0), day(9));
    assert!(!windows::widen(&mut tx, task.id, later, 1).await.unwrap(), "two are there");
    let (_, earlier) = span(day(0), day(4));
    assert!(!windows::widen(&mut tx, task.id, earlier, 3).await.unwrap(), "no earlier end");
    assert!(!windows::widen(&mut tx, date, later, 3).await.unwrap(), "a date has hours");
    assert!(windows::widen(&mut tx, task.id, later, 3).await.unwrap());
    let row = slots::find(&mut tx, task.id).await.unwrap().unwrap();
    assert_eq!((row.ends_at, row.max_places, row.taken), (later, 3, 2));
}
