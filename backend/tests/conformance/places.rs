//! Seeking somebody to come instead, exchanging, giving up.

use crate::fixtures::{add_claim, add_person, add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::store::claims;
use backend::store::places::{self, SeekingRow};
use domain::claim::ClaimState;
use domain::ids::ClaimId;

pub async fn a_search_ends_once_and_may_begin_anew(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(60), (1, 2)).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let claim = add_claim(bed, &mut tx, slot, person, ClaimState::Approved).await.id;
    assert_eq!(places::sought(&mut tx, claim).await.unwrap(), None);
    assert!(!places::found(&mut tx, claim, noon()).await.unwrap());
    let row = SeekingRow { claim_id: claim, asked_at: noon(), until: hours(5), ended_at: None };
    places::seek(&mut tx, row).await.unwrap();
    assert_eq!(places::sought(&mut tx, claim).await.unwrap(), Some(row));
    assert_eq!(places::sought_in_vain(&mut tx, hours(4)).await.unwrap(), []);
    assert_eq!(places::sought_in_vain(&mut tx, hours(5)).await.unwrap(), [claim]);
    assert!(places::found(&mut tx, claim, hours(5)).await.unwrap());
    assert!(!places::found(&mut tx, claim, hours(5)).await.unwrap());
    assert_eq!(places::sought(&mut tx, claim).await.unwrap(), None);
    assert_eq!(places::sought_in_vain(&mut tx, hours(6)).await.unwrap(), []);
    let again = SeekingRow { asked_at: hours(7), until: hours(9), ..row };
    places::seek(&mut tx, again).await.unwrap();
    assert_eq!(places::sought(&mut tx, claim).await.unwrap(), Some(again));
    places::all_found(&mut tx, &[bed.id(), claim], hours(8)).await.unwrap();
    assert_eq!(places::sought(&mut tx, claim).await.unwrap(), None);
}

pub async fn companions_came_to_the_same_dates_of_the_organisation(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let (over, other) = (
        add_slot(bed, &mut tx, world.opportunity, hours(-60), (1, 9)).await,
        add_slot(bed, &mut tx, world.opportunity, hours(-30), (1, 9)).await,
    );
    let mut people = Vec::new();
    for name in ["Anna Żak", "Jan Kos", "Ola Lis", "Ewa Bąk"] {
        people.push(add_person(bed, &mut tx, name).await);
    }
    for (slot, person, state) in [
        (over, 0, ClaimState::Attended),
        (other, 0, ClaimState::Attended),
        (over, 1, ClaimState::Attended),
        (other, 1, ClaimState::Attended),
        (over, 2, ClaimState::NoShow),
        (other, 3, ClaimState::Attended),
    ] {
        add_claim(bed, &mut tx, slot, people[person], state).await;
    }
    let found = places::companions(&mut tx, people[0], world.organisation).await.unwrap();
    assert_eq!(found, [(people[3], "Ewa Bąk".to_owned()), (people[1], "Jan Kos".to_owned())]);
    assert_eq!(places::companions(&mut tx, people[2], world.organisation).await.unwrap(), []);
    assert_eq!(places::companions(&mut tx, people[0], bed.id()).await.unwrap(), []);
}

pub async fn places_of_other_dates_can_be_exchanged(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let (mine, later) = (
        add_slot(bed, &mut tx, world.opportunity, hours(60), (1, 9)).await,
        add_slot(bed, &mut tx, world.opportunity, hours(90), (1, 9)).await,
    );
    let over = add_slot(bed, &mut tx, world.opportunity, hours(-9), (1, 9)).await;
    let anna = add_person(bed, &mut tx, "Anna Żak").await;
    add_claim(bed, &mut tx, mine, anna, ClaimState::Approved).await;
    let mut expected: Vec<ClaimId> = Vec::new();
    for (name, slot, state) in [
        ("Jan Kos", later, ClaimState::Approved),
        ("Ola Lis", later, ClaimState::Pending),
        ("Ewa Bąk", mine, ClaimState::Approved),
        ("Iza Sum", over, ClaimState::Approved),
    ] {
        let person = add_person(bed, &mut tx, name).await;
        let claim = add_claim(bed, &mut tx, slot, person, state).await;
        expected.push(claim.id);
    }
    let found = places::exchangeable(&mut tx, world.opportunity, anna, noon()).await.unwrap();
    let found: Vec<_> =
        found.iter().map(|each| (each.claim_id, each.name.as_str(), each.starts_at)).collect();
    assert_eq!(found, [(expected[0], "Jan Kos", hours(90))]);
}

pub async fn who_gave_a_place_up(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(60), (1, 9)).await;
    let over = add_slot(bed, &mut tx, world.opportunity, hours(-60), (1, 9)).await;
    for (name, slot, at) in
        [("Anna Żak", slot, 1), ("Jan Kos", slot, 3), ("Ola Lis", slot, -9), ("Iza Sum", over, 2)]
    {
        let person = add_person(bed, &mut tx, name).await;
        let claim = add_claim(bed, &mut tx, slot, person, ClaimState::Withdrawn).await;
        claims::note_withdrawal(&mut tx, claim.id, hours(at)).await.unwrap();
    }
    let found = places::given_up(&mut tx, hours(0), hours(4)).await.unwrap();
    let names: Vec<_> = found.iter().map(|row| (row.name.as_str(), row.withdrawn_at, row.slot_id)).collect();
    assert_eq!(names, [("Jan Kos", hours(3), slot), ("Anna Żak", hours(1), slot)]);
}
