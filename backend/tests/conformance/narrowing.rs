//! What narrows the calendar down, the nights, the first of each day, and the ways on where nothing matches.

use crate::fixtures::{add_opportunity, add_series, add_slot, hours, opportunity, world};
use crate::support::Bed;
use backend::db::Tx;
use backend::store::dates::{self, DateRow};
use backend::store::opportunities;
use backend::store::public::{self, SlotFilter};

use domain::calendar::plus_days;
use domain::ids::SlotId;
use domain::person::DayPart;
use domain::text::fold;
use domain::time::{Day, Instant};
use domain::view::Narrowing;
use jiff::civil::date;

const MONDAY: Day = Day(date(2026, 11, 23));
const FAR: Day = Day(date(2026, 12, 31));

async fn public(tx: &mut Tx, filter: &SlotFilter) -> Vec<SlotId> {
    let found = public::slots(tx, MONDAY, FAR, filter, 50).await.unwrap();
    found.into_iter().map(|slot| slot.id).collect()
}

pub async fn by_part_of_the_day_remote_series_and_age(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let at = |day: i8, hour: i8, minute: i8| Instant::from_civil(date(2026, 11, day).at(hour, minute, 0, 0));
    let morning = add_slot(bed, &mut tx, world.opportunity, at(24, 11, 59), (1, 2)).await;
    let noon = add_slot(bed, &mut tx, world.opportunity, at(25, 12, 0), (1, 2)).await;
    let evening = add_slot(bed, &mut tx, world.opportunity, at(26, 17, 0), (1, 2)).await;
    let mut offer = opportunity(bed, world.organisation, "Rozmowy przez telefon");
    (offer.remote, offer.min_age) = (true, 18);
    opportunities::put(&mut tx, &offer).await.unwrap();
    let from_home = add_slot(bed, &mut tx, offer.id, at(27, 9, 0), (1, 2)).await;
    add_series(bed, &mut tx, world.opportunity, 50, &[noon, evening]).await;
    let all = SlotFilter::default;
    for (filter, expected) in [
        (SlotFilter { part: Some(DayPart::Morning), ..all() }, vec![morning, from_home]),
        (SlotFilter { part: Some(DayPart::Afternoon), ..all() }, vec![noon]),
        (SlotFilter { part: Some(DayPart::Evening), ..all() }, vec![evening]),
        (SlotFilter { remote: Some(true), ..all() }, vec![from_home]),
        (SlotFilter { remote: Some(false), ..all() }, vec![morning, noon, evening]),
        (SlotFilter { repeats: Some(true), ..all() }, vec![noon, evening]),
        (SlotFilter { repeats: Some(false), ..all() }, vec![morning, from_home]),
        (SlotFilter { age: Some(14), ..all() }, vec![]),
        (SlotFilter { age: Some(15), ..all() }, vec![morning, noon, evening]),
        (SlotFilter { age: Some(18), ..all() }, vec![morning, noon, evening, from_home]),
        (
            SlotFilter { age: Some(18), remote: Some(false), part: Some(DayPart::Evening), ..all() },
            vec![evening],
        ),
    ] {
        assert_eq!(public(&mut tx, &filter).await, expected, "{filter:?}");
    }
}

pub async fn the_first_of_each_day(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let mut ids = Vec::new();
    for at in [3, 1, 2, 30, -1] {
        ids.push(add_slot(bed, &mut tx, world.opportunity, hours(at), (1, 2)).await);
    }
    let first = public::first(&mut tx, (MONDAY, FAR), &SlotFilter::default(), 2).await.unwrap();
    let first: Vec<SlotId> = first.into_iter().map(|slot| slot.id).collect();
    assert_eq!(first, [ids[4], ids[1], ids[3]], "two of Monday, one of Tuesday");
    let none = SlotFilter { remote: Some(true), ..SlotFilter::default() };
    assert_eq!(public::first(&mut tx, (MONDAY, FAR), &none, 2).await.unwrap(), []);
}

pub async fn nights_run_into_the_next_day(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let late = Instant::from_civil(MONDAY.0.at(22, 0, 0, 0));
    let mut add = async |minutes: i64| {
        let row = DateRow::new(bed.id(), world.opportunity, (late, late.plus_minutes(minutes)), (1, 2));
        dates::add(&mut tx, std::slice::from_ref(&row)).await.unwrap();
        row.id
    };
    let (night, _until_midnight) = (add(240).await, add(120).await);
    let all = SlotFilter::default();
    let tuesday = plus_days(MONDAY, 1);
    let over = public::overnight(&mut tx, tuesday, &all).await.unwrap();
    assert_eq!(over.iter().map(|slot| slot.id).collect::<Vec<_>>(), [night]);
    assert_eq!(public::overnight(&mut tx, MONDAY, &all).await.unwrap(), []);
    assert_eq!(public::overnight(&mut tx, plus_days(tuesday, 1), &all).await.unwrap(), []);
    let morning = SlotFilter { part: Some(DayPart::Morning), ..all };
    assert_eq!(public::overnight(&mut tx, tuesday, &morning).await.unwrap(), []);
}

pub async fn the_ways_on_where_nothing_matches(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let other = add_opportunity(bed, &mut tx, world.organisation, "Nauka węzłów").await;
    for at in [2, 26, 27] {
        add_slot(bed, &mut tx, other, hours(at), (1, 2)).await;
    }
    add_slot(bed, &mut tx, world.opportunity, hours(24 * 9), (1, 2)).await;
    let tuesday = plus_days(MONDAY, 1);
    let filter = SlotFilter {
        weekday: Some(3),
        words: fold("planszówkach").split(' ').map(str::to_owned).collect(),
        remote: Some(false),
        ..SlotFilter::default()
    };
    let narrowings = [Narrowing::Text, Narrowing::Weekday, Narrowing::Remote];
    let days = |shown: i64| (MONDAY, plus_days(MONDAY, shown), FAR);
    assert_eq!(
        public::ways(&mut tx, days(6), &filter, &narrowings).await.unwrap(),
        (Some(plus_days(MONDAY, 9)), vec![]),
        "no Wednesday in this week, and planszówki only in the next"
    );
    let tuesdays = SlotFilter { weekday: Some(2), ..filter.clone() };
    assert_eq!(
        public::ways(&mut tx, days(6), &tuesdays, &narrowings).await.unwrap(),
        (None, vec![(Narrowing::Text, 2)]),
        "two of Tuesday without the words"
    );
    assert_eq!(
        public::ways(&mut tx, (tuesday, tuesday, FAR), &SlotFilter::default(), &[]).await.unwrap(),
        (Some(tuesday), vec![])
    );
}
