//! Offers.

use crate::fixtures::{add_claim, add_person, add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::db::{Tx, is_unique_violation};
use backend::store::offers::{self, OfferRow};
use domain::claim::ClaimState;
use domain::ids::{OfferId, PersonId, SlotId};
use domain::offer::{OfferCause, OfferState};

async fn add_offer(
    bed: &Bed,
    tx: &mut Tx,
    slot_id: SlotId,
    person_id: PersonId,
    change: impl FnOnce(&mut OfferRow),
) -> OfferRow {
    let id: OfferId = bed.id();
    let mut row = OfferRow {
        role_id: None,
        id,
        slot_id,
        person_id,
        state: OfferState::Open,
        cause: OfferCause::Coordinator,
        claim_id: None,
        other_claim_id: None,
        key_hash: id.0.as_bytes().repeat(2),
        offered_by: person_id,
        offered_at: noon(),
        expires_at: hours(48),
        answered_at: None,
    };
    change(&mut row);
    offers::add(tx, &row).await.unwrap();
    row
}

pub async fn an_offer_comes_back_as_written(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(60), (1, 2)).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let open = add_offer(bed, &mut tx, slot, person, |_| {}).await;
    let declined = |row: &mut OfferRow| {
        (row.state, row.answered_at) = (OfferState::Declined, Some(hours(1)));
    };
    let old = add_offer(bed, &mut tx, slot, person, declined).await;
    for row in [open, old] {
        assert_eq!(offers::find(&mut tx, row.id).await.unwrap(), Some(row));
    }
    assert_eq!(offers::find(&mut tx, bed.id()).await.unwrap(), None);
}

pub async fn one_open_offer_per_pair(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(60), (1, 2)).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let first = add_offer(bed, &mut tx, slot, person, |_| {}).await;
    assert!(offers::close(&mut tx, first.id, OfferState::TakenBack, hours(1)).await.unwrap());
    let second = add_offer(bed, &mut tx, slot, person, |_| {}).await;
    let again = OfferRow { id: bed.id(), key_hash: vec![7; 32], ..second };
    let error = offers::add(&mut tx, &again).await.unwrap_err();
    assert!(is_unique_violation(&error), "{error}");
}

pub async fn an_offer_is_answered_once(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(60), (1, 2)).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let offer = add_offer(bed, &mut tx, slot, person, |_| {}).await;
    assert!(offers::close(&mut tx, offer.id, OfferState::Accepted, hours(1)).await.unwrap());
    assert!(!offers::close(&mut tx, offer.id, OfferState::Declined, hours(2)).await.unwrap());
    assert!(!offers::close(&mut tx, bed.id(), OfferState::Declined, hours(2)).await.unwrap());
    let answered = OfferRow { state: OfferState::Accepted, answered_at: Some(hours(1)), ..offer };
    assert_eq!(offers::find(&mut tx, answered.id).await.unwrap(), Some(answered));
}

pub async fn open_offers_the_most_urgent_first(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    let mut slots = Vec::new();
    for n in 0..4 {
        slots.push(add_slot(bed, &mut tx, world.opportunity, hours(60 + n), (1, 2)).await);
    }
    let later = add_offer(bed, &mut tx, slots[0], anna, |row| row.expires_at = hours(9)).await;
    let soon = add_offer(bed, &mut tx, slots[1], anna, |row| row.expires_at = hours(2)).await;
    add_offer(bed, &mut tx, slots[2], anna, |row| row.expires_at = hours(1)).await;
    add_offer(bed, &mut tx, slots[3], anna, |row| row.state = OfferState::Declined).await;
    add_offer(bed, &mut tx, slots[0], jan, |_| {}).await;
    assert_eq!(offers::open_for(&mut tx, anna, hours(1)).await.unwrap(), [soon, later]);
    assert_eq!(offers::open_for(&mut tx, bed.id(), noon()).await.unwrap(), []);
}

pub async fn offers_of_slots(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    let begun = add_slot(bed, &mut tx, world.opportunity, hours(-1), (1, 2)).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(60), (1, 2)).await;
    let other = add_slot(bed, &mut tx, world.opportunity, hours(70), (1, 2)).await;
    add_offer(bed, &mut tx, begun, anna, |_| {}).await;
    let second = add_offer(bed, &mut tx, slot, anna, |row| row.offered_at = hours(2)).await;
    let first = add_offer(bed, &mut tx, slot, jan, |row| {
        (row.offered_at, row.state) = (hours(1), OfferState::Declined);
    })
    .await;
    let third = add_offer(bed, &mut tx, other, jan, |row| row.offered_at = hours(3)).await;
    assert_eq!(
        offers::coming(&mut tx, noon()).await.unwrap(),
        [first.clone(), second.clone(), third],
        "whatever their state, in the order in which they were made"
    );
    assert_eq!(offers::of_slot(&mut tx, slot).await.unwrap(), [second, first], "the latest first");
    assert_eq!(offers::of_slot(&mut tx, bed.id()).await.unwrap(), []);
}

pub async fn what_nobody_answered(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(60), (1, 2)).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    let over = add_offer(bed, &mut tx, slot, anna, |row| row.expires_at = hours(1)).await;
    add_offer(bed, &mut tx, slot, jan, |_| {}).await;
    let said = |row: &mut OfferRow| (row.expires_at, row.state) = (hours(1), OfferState::Declined);
    add_offer(bed, &mut tx, slot, anna, said).await;
    assert_eq!(offers::unanswered(&mut tx, noon()).await.unwrap(), []);
    assert_eq!(offers::unanswered(&mut tx, hours(1)).await.unwrap(), [over]);
}

pub async fn what_is_asked_about_a_claim(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(60), (1, 9)).await;
    let begun = add_slot(bed, &mut tx, world.opportunity, hours(-1), (1, 9)).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    let claim = add_claim(bed, &mut tx, slot, jan, ClaimState::Approved).await.id;
    let other = add_claim(bed, &mut tx, begun, jan, ClaimState::Approved).await.id;
    let stand_in = |row: &mut OfferRow| (row.cause, row.claim_id) = (OfferCause::StandIn, Some(claim));
    let open = add_offer(bed, &mut tx, slot, anna, stand_in).await;
    let swap = |row: &mut OfferRow| {
        (row.cause, row.state, row.claim_id) = (OfferCause::Swap, OfferState::Agreed, Some(other));
        (row.other_claim_id, row.answered_at, row.offered_at) = (Some(claim), Some(hours(2)), hours(2));
    };
    let agreed = add_offer(bed, &mut tx, slot, anna, swap).await;
    add_offer(bed, &mut tx, slot, anna, |row| {
        (row.claim_id, row.state) = (Some(claim), OfferState::Declined);
    })
    .await;
    add_offer(bed, &mut tx, begun, anna, |row| row.state = OfferState::Agreed).await;
    assert_eq!(offers::about(&mut tx, claim).await.unwrap(), [open, agreed.clone()]);
    assert_eq!(offers::about(&mut tx, bed.id()).await.unwrap(), []);
    let all = offers::of_opportunity(&mut tx, world.opportunity).await.unwrap();
    assert_eq!(all.len(), 3, "but not what was declined");
    assert!(all.contains(&agreed));
    assert_eq!(offers::of_opportunity(&mut tx, bed.id()).await.unwrap(), []);
    assert_eq!(offers::agreed(&mut tx, noon()).await.unwrap(), std::slice::from_ref(&agreed));
    assert!(offers::settle(&mut tx, agreed.id, OfferState::Accepted).await.unwrap());
    assert!(!offers::settle(&mut tx, agreed.id, OfferState::Accepted).await.unwrap());
    assert_eq!(offers::agreed(&mut tx, noon()).await.unwrap(), []);
    assert_eq!(offers::last_asked(&mut tx).await.unwrap(), [(anna, hours(2))]);
}
