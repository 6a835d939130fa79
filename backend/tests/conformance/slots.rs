//! Slots: the calendar, and the guard of places.

use crate::fixtures::{World, add_opportunity, add_organisation, add_slot, hours, opportunity, world};
use crate::support::{Bed, noon};
use backend::db::Tx;
use backend::store::public::{self, SlotFilter};
use backend::store::slots::{self, SlotRow};
use backend::store::{centre, dates, opportunities};
use domain::ids::SlotId;
use domain::opportunity::{OpportunityState, SlotState};
use domain::text::{Code, fold};
use domain::time::{Day, Instant};
use jiff::civil::date;

const MONDAY: Day = Day(date(2026, 11, 23));
const FAR: Day = Day(date(2026, 12, 31));

async fn public(tx: &mut Tx, filter: &SlotFilter) -> Vec<SlotId> {
    let found = public::slots(tx, MONDAY, FAR, filter, 50).await.unwrap();
    found.into_iter().map(|slot| slot.id).collect()
}

async fn set_state(tx: &mut Tx, world: &World, state: OpportunityState) {
    let row = opportunities::find(tx, world.opportunity).await.unwrap().unwrap();
    opportunities::put(tx, &opportunities::OpportunityRow { state, ..row }).await.unwrap();
}

pub async fn a_slot_comes_with_its_surroundings(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    // The night in which the clock goes back: civil time and instant differ in length.
    let starts_at = Instant::from_civil(date(2026, 10, 25).at(1, 30, 0, 0));
    let id = add_slot(bed, &mut tx, world.opportunity, starts_at, (2, 5)).await;
    let row = slots::find(&mut tx, id).await.unwrap().unwrap();
    assert_eq!((row.starts_at, row.ends_at), (starts_at, starts_at.plus_minutes(120)));
    assert_eq!((row.on_day, row.min_places, row.max_places, row.taken), (Day(date(2026, 10, 25)), 2, 5, 0));
    assert_eq!((row.organisation.as_str(), row.district.as_deref()), ("Świetlica „Żółw”", Some("Radziwie")));
    assert_eq!((row.state, row.minor_directed, row.remote), (SlotState::Open, true, false));
    assert!(slots::find(&mut tx, bed.id()).await.unwrap().is_none());
    let nowhere = add_organisation(bed, &mut tx, "Gdzieś", None).await;
    let offer = add_opportunity(bed, &mut tx, nowhere, "Bez dzielnicy").await;
    let id = add_slot(bed, &mut tx, offer, hours(3), (1, 1)).await;
    assert_eq!(slots::find(&mut tx, id).await.unwrap().unwrap().district_id, None);
}

pub async fn the_calendar_shows_open_slots_of_published_opportunities(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let late = add_slot(bed, &mut tx, world.opportunity, hours(30), (1, 2)).await;
    let early = add_slot(bed, &mut tx, world.opportunity, hours(-3), (1, 2)).await;
    let off = add_slot(bed, &mut tx, world.opportunity, hours(5), (1, 2)).await;
    add_slot(bed, &mut tx, world.opportunity, hours(-24), (1, 2)).await;
    assert_eq!(dates::cancel(&mut tx, &[off], noon()).await.unwrap(), 1);
    let all = SlotFilter::default();
    assert_eq!(public(&mut tx, &all).await, [early, late], "whole days, by time");
    let one = public::slots(&mut tx, MONDAY, FAR, &all, 1).await.unwrap();
    assert_eq!(one.iter().map(|slot| slot.id).collect::<Vec<_>>(), [early], "at most as many as asked for");
    let tuesday = Day(date(2026, 11, 24));
    let second: Vec<SlotRow> = public::slots(&mut tx, tuesday, tuesday, &all, 9).await.unwrap();
    assert_eq!(second.iter().map(|slot| slot.id).collect::<Vec<_>>(), [late]);
    for state in [OpportunityState::Draft, OpportunityState::Cancelled] {
        set_state(&mut tx, &world, state).await;
        assert_eq!(public(&mut tx, &all).await, [], "{state:?}");
    }
}

pub async fn filters_narrow_it_down(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let here = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    let gory = bed.id();
    centre::add_district(&mut tx, gory, "Góry").await.unwrap();
    let elsewhere = add_organisation(bed, &mut tx, "Fundacja", Some(world.district)).await;
    let mut offer = opportunity(bed, elsewhere, "Zbiórka karmy");
    (offer.kind_code, offer.district_id) = (Code::from("animals"), Some(gory));
    opportunities::put(&mut tx, &offer).await.unwrap();
    let sunday = Instant::from_civil(date(2026, 11, 29).at(10, 0, 0, 0));
    let there = add_slot(bed, &mut tx, offer.id, sunday, (1, 2)).await;
    let all = SlotFilter::default();
    assert_eq!(
        public(&mut tx, &SlotFilter { kind: Some(Code::from("animals")), ..all.clone() }).await,
        [there]
    );
    assert_eq!(public(&mut tx, &SlotFilter { kind: Some(Code::from("other")), ..all.clone() }).await, []);
    assert_eq!(
        public(&mut tx, &SlotFilter { organisation: Some(world.organisation), ..all.clone() }).await,
        [here]
    );
    let by_district = |district| SlotFilter { district: Some(district), ..SlotFilter::default() };
    assert_eq!(
        public(&mut tx, &by_district(world.district)).await,
        [here],
        "the organisation's, if it has no own"
    );
    assert_eq!(public(&mut tx, &by_district(gory)).await, [there], "its own first");
    for (weekday, expected) in [(1, vec![here]), (7, vec![there]), (3, vec![])] {
        assert_eq!(
            public(&mut tx, &SlotFilter { weekday: Some(weekday), ..all.clone() }).await,
            expected,
            "{weekday}"
        );
    }
    let both = SlotFilter { weekday: Some(7), kind: Some(Code::from("day_room")), ..all };
    assert_eq!(public(&mut tx, &both).await, []);
}

pub async fn words_match_without_diacritics(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let offer = add_opportunity(bed, &mut tx, world.organisation, "Łatanie żagli i nauka węzłów").await;
    let slot = add_slot(bed, &mut tx, offer, hours(3), (1, 2)).await;
    for (text, found) in [
        ("ŁATANIE", true),
        ("zagli latanie", true),
        ("wezl", true),
        ("zagli planszowki", false),
        ("a b c d", false),
        ("nauka zagli wezlow czwarte", true),
    ] {
        let words = fold(text).split(' ').map(str::to_owned).collect();
        let expected = if found { vec![slot] } else { vec![] };
        assert_eq!(public(&mut tx, &SlotFilter { words, ..SlotFilter::default() }).await, expected, "{text}");
    }
}

pub async fn counts_by_day(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    for at in [1, 3, 30] {
        add_slot(bed, &mut tx, world.opportunity, hours(at), (1, 2)).await;
    }
    let all = SlotFilter::default();
    let tuesday = Day(date(2026, 11, 24));
    assert_eq!(public::counts(&mut tx, MONDAY, FAR, &all).await.unwrap(), [(MONDAY, 2), (tuesday, 1)]);
    let mondays = SlotFilter { weekday: Some(1), words: vec!["planszowkach".into()], ..all };
    assert_eq!(public::counts(&mut tx, MONDAY, FAR, &mondays).await.unwrap(), [(MONDAY, 2)]);
    assert_eq!(public::counts(&mut tx, tuesday, FAR, &mondays).await.unwrap(), []);
    for (filter, last, found) in [
        (&SlotFilter::default(), FAR, vec![world.organisation]),
        (&mondays, MONDAY, vec![world.organisation]),
        (&SlotFilter { weekday: Some(7), ..SlotFilter::default() }, FAR, vec![]),
    ] {
        assert_eq!(public::organisations(&mut tx, MONDAY, last, filter).await.unwrap(), found);
    }
    for (filter, nth, day) in [
        (&SlotFilter::default(), 1, Some(MONDAY)),
        (&SlotFilter::default(), 2, Some(tuesday)),
        (&SlotFilter::default(), 3, None),
        (&mondays, 2, None),
    ] {
        assert_eq!(public::day(&mut tx, MONDAY, FAR, filter, nth).await.unwrap(), day, "{nth}");
    }
}

pub async fn capacity_is_guarded_by_the_statement(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    assert!(slots::take_places(&mut tx, slot, None, 1).await.unwrap());
    assert!(slots::take_places(&mut tx, slot, None, 1).await.unwrap());
    assert!(!slots::take_places(&mut tx, slot, None, 1).await.unwrap(), "full");
    slots::free_places(&mut tx, slot, None, 1).await.unwrap();
    assert!(slots::take_places(&mut tx, slot, None, 1).await.unwrap());
    assert!(!slots::take_places(&mut tx, bed.id(), None, 1).await.unwrap(), "unknown");
    let empty = add_slot(bed, &mut tx, world.opportunity, hours(6), (1, 2)).await;
    assert!(slots::free_places(&mut tx, empty, None, 1).await.is_err(), "nothing to give back");
}

pub async fn racing_for_places_takes_exactly_what_is_there(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 5)).await;
    tx.commit().await.unwrap();
    let racer = || async {
        let mut tx = bed.write().await;
        let won = slots::take_places(&mut tx, slot, None, 1).await.unwrap();
        tx.commit().await.unwrap();
        won
    };
    let won = futures::future::join_all((0..40).map(|_| racer())).await;
    assert_eq!(won.into_iter().filter(|won| *won).count(), 5);
    let mut tx = bed.db.read().await.unwrap();
    assert_eq!(slots::find(&mut tx, slot).await.unwrap().unwrap().taken, 5);
}

pub async fn coming_dates_of_an_opportunity(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let mut ids = Vec::new();
    for at in [48, 0, 24] {
        ids.push(add_slot(bed, &mut tx, world.opportunity, hours(at), (1, 2)).await);
    }
    let other = add_opportunity(bed, &mut tx, world.organisation, "Inna").await;
    add_slot(bed, &mut tx, other, hours(5), (1, 2)).await;
    let coming = slots::coming_of(&mut tx, world.opportunity, noon(), 9).await.unwrap();
    assert_eq!(
        coming.iter().map(|slot| slot.id).collect::<Vec<_>>(),
        [ids[2], ids[0]],
        "what begins now has begun"
    );
    assert_eq!(slots::coming_of(&mut tx, world.opportunity, noon(), 1).await.unwrap().len(), 1);
}

pub async fn open_slots_between_two_moments(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    for at in [-1, 0, 9] {
        add_slot(bed, &mut tx, world.opportunity, hours(at), (1, 2)).await;
    }
    let second = add_slot(bed, &mut tx, world.opportunity, hours(5), (1, 2)).await;
    let first = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    let off = add_slot(bed, &mut tx, world.opportunity, hours(4), (1, 2)).await;
    assert_eq!(dates::cancel(&mut tx, &[off], noon()).await.unwrap(), 1);
    let found = slots::open_between(&mut tx, noon(), hours(9)).await.unwrap();
    assert_eq!(found.iter().map(|slot| slot.id).collect::<Vec<_>>(), [first, second], "neither end counts");
    set_state(&mut tx, &world, OpportunityState::Draft).await;
    assert!(slots::open_between(&mut tx, noon(), hours(9)).await.unwrap().is_empty());
}
