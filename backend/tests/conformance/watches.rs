//! Who wants to hear when a place becomes free.

use crate::fixtures::{add_person, add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::store::dates;
use backend::store::watches::{self, News, Times, WatchRow};
use domain::text::Code;

pub async fn a_wish_is_told_once_and_can_be_taken_back(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(60), (1, 2)).await;
    let other = add_slot(bed, &mut tx, world.opportunity, hours(70), (1, 2)).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    let of_slot = WatchRow {
        id: bed.id(),
        person_id: anna,
        slot_id: Some(slot),
        opportunity_id: None,
        kind_code: None,
        organisation_id: None,
        created_at: noon(),
        told_at: None,
    };
    let of_all = WatchRow {
        id: bed.id(),
        person_id: jan,
        slot_id: None,
        opportunity_id: Some(world.opportunity),
        ..of_slot.clone()
    };
    for row in [&of_slot, &of_all] {
        watches::add(&mut tx, row).await.unwrap();
    }
    assert_eq!(
        watches::waiting(&mut tx, slot, world.opportunity).await.unwrap(),
        [of_slot.clone(), of_all.clone()]
    );
    assert_eq!(
        watches::waiting(&mut tx, other, world.opportunity).await.unwrap(),
        std::slice::from_ref(&of_all)
    );
    assert!(watches::watches(&mut tx, anna, Some(slot), None).await.unwrap());
    assert!(!watches::watches(&mut tx, anna, None, Some(world.opportunity)).await.unwrap());
    assert!(!watches::watches(&mut tx, jan, Some(slot), None).await.unwrap());
    assert!(watches::watches(&mut tx, jan, None, Some(world.opportunity)).await.unwrap());
    watches::told(&mut tx, of_slot.id, hours(1)).await.unwrap();
    assert_eq!(
        watches::waiting(&mut tx, slot, world.opportunity).await.unwrap(),
        std::slice::from_ref(&of_all)
    );
    assert!(!watches::watches(&mut tx, anna, Some(slot), None).await.unwrap());
    assert_eq!(watches::remove(&mut tx, jan, Some(slot), None).await.unwrap(), 0);
    assert_eq!(watches::remove(&mut tx, jan, None, Some(world.opportunity)).await.unwrap(), 1);
    assert_eq!(watches::waiting(&mut tx, slot, world.opportunity).await.unwrap(), []);
}

pub async fn kinds_and_facilities_are_watched_until_it_ends(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    let of_kind = WatchRow {
        id: bed.id(),
        person_id: anna,
        slot_id: None,
        opportunity_id: None,
        kind_code: Some(Code::from("day_room")),
        organisation_id: None,
        created_at: noon(),
        told_at: None,
    };
    let of_place = WatchRow {
        id: bed.id(),
        kind_code: None,
        organisation_id: Some(world.organisation),
        created_at: hours(1),
        ..of_kind.clone()
    };
    let other_kind =
        WatchRow { id: bed.id(), person_id: jan, kind_code: Some(Code::from("animals")), ..of_kind.clone() };
    for row in [&of_kind, &of_place, &other_kind] {
        watches::add(&mut tx, row).await.unwrap();
    }
    assert_eq!(watches::of(&mut tx, anna).await.unwrap(), [of_place.clone(), of_kind.clone()]);
    let soon = add_slot(bed, &mut tx, world.opportunity, hours(20), (2, 3)).await;
    let later = add_slot(bed, &mut tx, world.opportunity, hours(100), (2, 3)).await;
    add_slot(bed, &mut tx, world.opportunity, hours(-2), (1, 2)).await;
    add_slot(bed, &mut tx, world.opportunity, hours(2_000), (1, 2)).await;
    let off = add_slot(bed, &mut tx, world.opportunity, hours(30), (1, 2)).await;
    dates::cancel(&mut tx, &[off], noon()).await.unwrap();
    let times = Times { now: noon(), soon: hours(72), until: hours(300), rest: hours(-4) };
    let news = |slot_id, short| News { person_id: anna, slot_id, short };
    let all = watches::news(&mut tx, times, None, 9).await.unwrap();
    assert_eq!(all, [news(soon, true), news(later, false)], "once, though she watches both");
    assert_eq!(watches::news(&mut tx, times, None, 1).await.unwrap().len(), 1);
    assert_eq!(watches::news(&mut tx, times, Some(other_kind.id), 9).await.unwrap(), []);
    watches::know(&mut tx, &all, noon()).await.unwrap();
    watches::know(&mut tx, &all, noon()).await.unwrap();
    assert_eq!(watches::news(&mut tx, times, None, 9).await.unwrap(), [], "nothing twice");
    let times = Times { now: hours(40), soon: hours(112), until: hours(340), rest: hours(36) };
    let short = watches::news(&mut tx, times, None, 9).await.unwrap();
    assert_eq!(short, [news(later, true)], "it is near now, and lacks people");
    watches::told_news(&mut tx, anna, hours(39)).await.unwrap();
    assert_eq!(watches::news(&mut tx, times, None, 9).await.unwrap(), [], "she was told a moment ago");
    assert_eq!(watches::news(&mut tx, times, Some(of_kind.id), 9).await.unwrap(), short);
    assert_eq!(watches::of(&mut tx, anna).await.unwrap().len(), 2, "it goes on");
    assert!(!watches::end(&mut tx, of_kind.id, jan).await.unwrap(), "not theirs");
    assert!(watches::end(&mut tx, of_kind.id, anna).await.unwrap());
    assert!(watches::end(&mut tx, of_place.id, anna).await.unwrap());
    assert_eq!(watches::news(&mut tx, times, Some(of_kind.id), 9).await.unwrap(), []);
    watches::forget(&mut tx, hours(50)).await.unwrap();
}
