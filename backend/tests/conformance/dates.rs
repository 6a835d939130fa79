//! Dates as their editors write them.

use crate::fixtures::{add_claim, add_person, add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::store::dates::{self, DateRow};
use backend::store::{claims, history, public, slots};
use domain::claim::{ClaimState, ClaimStep};
use domain::ids::SeriesId;
use domain::opportunity::SlotState;
use domain::role::RolePlan;
use domain::time::Day;
use jiff::civil::date;

use crate::series::series;

pub async fn many_dates_are_written_at_once(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let rows: Vec<DateRow> = (0..600)
        .map(|n| {
            let starts_at = hours(24 * n + 3);
            let opens_at = Some(hours(n));
            let time = (starts_at, starts_at.plus_minutes(90));
            DateRow { opens_at, ..DateRow::new(bed.id(), world.opportunity, time, (1, 4)) }
        })
        .collect();
    dates::add(&mut tx, &rows).await.unwrap();
    dates::lock(&mut tx, world.opportunity).await.unwrap();
    assert_eq!(dates::of_opportunity(&mut tx, world.opportunity, noon(), None).await.unwrap(), rows);
    let later = |row: &DateRow| DateRow {
        starts_at: row.starts_at.plus_minutes(60),
        ends_at: row.ends_at.plus_minutes(60),
        max_places: 5,
        opens_at: None,
        ..row.clone()
    };
    let moved: Vec<DateRow> = rows.iter().map(later).collect();
    assert_eq!(dates::change(&mut tx, &moved).await.unwrap(), 600);
    assert_eq!(dates::of_opportunity(&mut tx, world.opportunity, noon(), None).await.unwrap(), moved);
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    assert_eq!(dates::cancel(&mut tx, &ids, noon()).await.unwrap(), 600);
}

pub async fn a_date_is_moved_only_while_open(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let id = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    for _ in 0..2 {
        assert!(slots::take_places(&mut tx, id, None, 1).await.unwrap());
    }
    let starts_at = hours(24 * 6);
    let moved = |max_places| {
        [DateRow::new(id, world.opportunity, (starts_at, starts_at.plus_minutes(60)), (1, max_places))]
    };
    assert_eq!(dates::change(&mut tx, &moved(1)).await.unwrap(), 0, "two people are in");
    assert_eq!(dates::change(&mut tx, &moved(3)).await.unwrap(), 1);
    let row = slots::find(&mut tx, id).await.unwrap().unwrap();
    assert_eq!(
        (row.starts_at, row.on_day, row.max_places, row.taken),
        (starts_at, Day(date(2026, 11, 29)), 3, 2)
    );
    let sundays = public::SlotFilter { weekday: Some(7), ..public::SlotFilter::default() };
    let (first, last) = (Day(date(2026, 11, 1)), Day(date(2026, 12, 31)));
    assert_eq!(public::slots(&mut tx, first, last, &sundays, 9).await.unwrap().len(), 1, "its weekday moves");
    assert_eq!(dates::cancel(&mut tx, &[id], noon()).await.unwrap(), 1);
    assert_eq!(dates::change(&mut tx, &moved(4)).await.unwrap(), 0, "cancelled");
}

pub async fn cancelling_frees_places(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let id = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    assert!(slots::take_places(&mut tx, id, None, 1).await.unwrap());
    assert_eq!(dates::cancel(&mut tx, &[id], hours(3)).await.unwrap(), 0, "it has begun");
    assert_eq!(dates::cancel(&mut tx, &[id], noon()).await.unwrap(), 1);
    assert_eq!(dates::cancel(&mut tx, &[id], noon()).await.unwrap(), 0, "only once");
    let row = slots::find(&mut tx, id).await.unwrap().unwrap();
    assert_eq!((row.state, row.taken), (SlotState::Cancelled, 0));
    assert!(!slots::take_places(&mut tx, id, None, 1).await.unwrap(), "nobody gets in any more");
}

pub async fn days_of_a_series_change_hands(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let row = series(bed, world.opportunity);
    let (id, days): (SeriesId, [Day; 3]) = (row.id, [1, 2, 3].map(|day| Day(date(2026, 12, day))));
    backend::store::series::put(&mut tx, &[row]).await.unwrap();
    let mut rows = Vec::new();
    for day in [1, 2] {
        rows.push(add_slot(bed, &mut tx, world.opportunity, hours(24 * day), (1, 2)).await);
    }
    let first = [(rows[0], Some(id), Some(days[0])), (rows[1], Some(id), Some(days[1]))];
    dates::regroup(&mut tx, &first).await.unwrap();
    let second = [(rows[0], Some(id), Some(days[1])), (rows[1], Some(id), Some(days[2]))];
    dates::regroup(&mut tx, &second).await.unwrap();
    let found = dates::of_opportunity(&mut tx, world.opportunity, hours(999), Some(id)).await.unwrap();
    let found: Vec<_> = found.iter().map(|date| (date.id, date.series_id, date.series_day)).collect();
    assert_eq!(found, second);
    dates::regroup(&mut tx, &[(rows[0], Some(id), None), (rows[1], Some(id), None)]).await.unwrap();
}

pub async fn claims_of_many_dates_change_at_once(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(9), (1, 3)).await;
    let begun = add_slot(bed, &mut tx, world.opportunity, hours(-1), (1, 3)).await;
    let mut ids = Vec::new();
    let mut people = Vec::new();
    for (name, state) in [
        ("Anna Żak", ClaimState::Approved),
        ("Ewa Lis", ClaimState::Pending),
        ("Jan Kot", ClaimState::Withdrawn),
    ] {
        let person = add_person(bed, &mut tx, name).await;
        add_claim(bed, &mut tx, begun, person, ClaimState::Approved).await;
        ids.push(add_claim(bed, &mut tx, slot, person, state).await.id);
        people.push(person);
    }
    let concerned = dates::concerned(&mut tx, world.opportunity, noon()).await.unwrap();
    let names: Vec<&str> = concerned.iter().map(|who| who.name.as_str()).collect();
    assert_eq!(names, ["Anna Żak", "Ewa Lis"], "live, and on dates to come");
    people.truncate(2);
    people.sort_unstable();
    let live = dates::live_claims(&mut tx, world.opportunity, noon()).await.unwrap();
    let mut found: Vec<_> = live.into_iter().map(|(_, person)| person).collect();
    found.sort_unstable();
    found.dedup();
    assert_eq!(found, people);
    let beside = claims::engagements_beside(&mut tx, world.opportunity, noon(), hours(-9)).await.unwrap();
    assert_eq!(beside.len(), 4, "with what they have besides");

    assert_eq!(dates::ask_again(&mut tx, &ids, hours(1)).await.unwrap(), 2);
    let asked = claims::find(&mut tx, ids[0]).await.unwrap().unwrap();
    assert_eq!(asked.asked_again_at, Some(hours(1)));
    dates::recount(&mut tx, &[slot]).await.unwrap();
    assert_eq!(slots::find(&mut tx, slot).await.unwrap().unwrap().taken, 1);
    assert_eq!(dates::cancel_claims(&mut tx, &ids).await.unwrap(), 2);
    dates::recount(&mut tx, &[slot]).await.unwrap();
    assert_eq!(slots::find(&mut tx, slot).await.unwrap().unwrap().taken, 0);
    let gone = claims::find(&mut tx, ids[1]).await.unwrap().unwrap();
    assert_eq!((gone.state, gone.asked_again_at), (ClaimState::Cancelled, None));
    let step = |claim_id| history::HistoryRow {
        claim_id,
        at: noon(),
        actor_id: None,
        step: ClaimStep::Cancel,
        state: ClaimState::Cancelled,
        note: None,
    };
    let steps: Vec<_> = ids.iter().map(|id| step(*id)).collect();
    history::add_many(&mut tx, &steps).await.unwrap();
    assert_eq!(history::of_claim(&mut tx, ids[1]).await.unwrap(), [steps[1].clone()]);
}

pub async fn a_moved_date_is_not_the_one_that_was_seen(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(9), (1, 3)).await;
    let time = (hours(9), hours(9).plus_minutes(120));
    assert!(dates::still(&mut tx, slot, time).await.unwrap());
    assert!(!dates::still(&mut tx, slot, (hours(9), hours(12))).await.unwrap());
    assert!(!dates::still(&mut tx, bed.id(), time).await.unwrap());
    dates::cancel(&mut tx, &[slot], noon()).await.unwrap();
    assert!(!dates::still(&mut tx, slot, time).await.unwrap());
}

pub async fn the_week_of_those_who_plan(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let elsewhere = crate::fixtures::add_organisation(bed, &mut tx, "Fundacja", None).await;
    let other = crate::fixtures::add_opportunity(bed, &mut tx, elsewhere, "Inna").await;
    let late = add_slot(bed, &mut tx, world.opportunity, hours(30), (1, 2)).await;
    let early = add_slot(bed, &mut tx, world.opportunity, hours(2), (1, 2)).await;
    let theirs = add_slot(bed, &mut tx, other, hours(3), (1, 2)).await;
    let off = add_slot(bed, &mut tx, world.opportunity, hours(4), (1, 2)).await;
    add_slot(bed, &mut tx, world.opportunity, hours(24 * 8), (1, 2)).await;
    dates::cancel(&mut tx, &[off], noon()).await.unwrap();
    let (first, last) = (Day(date(2026, 11, 23)), Day(date(2026, 11, 29)));
    let mut ids = async |of: Option<&[_]>| -> Vec<_> {
        let found = dates::planned(&mut tx, of, first, last).await.unwrap();
        found.into_iter().map(|slot| slot.id).collect()
    };
    assert_eq!(ids(None).await, [early, theirs, late]);
    assert_eq!(ids(Some(&[world.organisation])).await, [early, late]);
}

pub async fn how_well_days_are_covered(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let elsewhere = crate::fixtures::add_organisation(bed, &mut tx, "Fundacja", None).await;
    let other = crate::fixtures::add_opportunity(bed, &mut tx, elsewhere, "Inna").await;
    for (opportunity, at, places, taken) in [
        (world.opportunity, 2, (3, 4), 1),
        (world.opportunity, 4, (1, 2), 2),
        (world.opportunity, 26, (2, 2), 2),
        (other, 27, (5, 5), 0),
        (world.opportunity, 24 * 9, (1, 1), 0),
    ] {
        let time = (hours(at), hours(at).plus_minutes(60));
        let row = DateRow { taken, ..DateRow::new(bed.id(), opportunity, time, places) };
        dates::add(&mut tx, &[row]).await.unwrap();
    }
    // Two too many in one role are not those that another lacks.
    let plan = |min_places, max_places| RolePlan { role_id: bed.id(), min_places, max_places };
    let time = (hours(6), hours(6).plus_minutes(60));
    let mut row = DateRow::new(bed.id(), world.opportunity, time, (4, 8)).with(&[plan(1, 4), plan(3, 4)]);
    row.taken = 4;
    dates::add(&mut tx, std::slice::from_ref(&row)).await.unwrap();
    for (role, taken) in row.roles.iter().zip([3, 1]) {
        tx.query("UPDATE slot_role SET taken = $1 WHERE slot_id = $2 AND role_id = $3")
            .bind(taken)
            .bind(row.id)
            .bind(role.role_id)
            .run()
            .await
            .unwrap();
    }
    let off = add_slot(bed, &mut tx, world.opportunity, hours(28), (9, 9)).await;
    dates::cancel(&mut tx, &[off], noon()).await.unwrap();
    let (first, last) = (Day(date(2026, 11, 23)), Day(date(2026, 11, 29)));
    let mut days = async |of: Option<&[_]>| -> Vec<_> {
        let found = dates::covered(&mut tx, of, first, last).await.unwrap();
        found.into_iter().map(|day| (day.on_day.0.day(), day.dates, day.needed, day.missing)).collect()
    };
    assert_eq!(days(None).await, [(23, 3, 8, 4), (24, 2, 7, 5)]);
    assert_eq!(days(Some(&[world.organisation])).await, [(23, 3, 8, 4), (24, 1, 2, 0)]);
}
