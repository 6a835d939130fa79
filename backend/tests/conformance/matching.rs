//! What people decided about pairs, and what counts how much.

use crate::fixtures::{add_person, add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::store::matching::{self, DecisionRow, ExclusionRow, LockRow, LookingRow, WeightsRow};
use domain::matching::{Contribution, Criterion, Fact, Weights};
use domain::offer::PairAction;
use sqlx::types::Json;

pub async fn a_pair_is_locked_once(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    let begun = add_slot(bed, &mut tx, world.opportunity, hours(-1), (1, 2)).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(5), (1, 2)).await;
    let row = |slot_id, person_id| LockRow { slot_id, person_id, decided_by: anna, decided_at: noon() };
    assert!(matching::lock(&mut tx, row(slot, jan)).await.unwrap());
    let again = LockRow { decided_at: hours(1), ..row(slot, jan) };
    assert!(!matching::lock(&mut tx, again).await.unwrap(), "the first who locked it stays");
    assert!(matching::lock(&mut tx, row(slot, anna)).await.unwrap());
    assert!(matching::lock(&mut tx, row(begun, jan)).await.unwrap());
    let both = [row(slot, anna), row(slot, jan)];
    assert_eq!(matching::locks(&mut tx, noon()).await.unwrap(), both, "of slots to come");
    assert!(matching::unlock(&mut tx, slot, anna).await.unwrap());
    assert!(!matching::unlock(&mut tx, slot, anna).await.unwrap());
    assert_eq!(matching::locks(&mut tx, noon()).await.unwrap(), [row(slot, jan)]);
}

pub async fn exclusions_hold_for_a_time_or_for_good(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(5), (1, 2)).await;
    let no = |until| ExclusionRow {
        id: bed.id(),
        person_id: person,
        slot_id: None,
        opportunity_id: None,
        organisation_id: None,
        until,
        reason: "Nie dogadali się".into(),
        decided_by: person,
        decided_at: noon(),
    };
    let one = ExclusionRow { slot_id: Some(slot), ..no(None) };
    let ended = ExclusionRow { opportunity_id: Some(world.opportunity), ..no(Some(hours(1))) };
    let running = ExclusionRow { organisation_id: Some(world.organisation), ..no(Some(hours(2))) };
    for row in [&one, &ended, &running] {
        matching::exclude(&mut tx, row).await.unwrap();
        assert_eq!(matching::exclusion(&mut tx, row.id).await.unwrap().as_ref(), Some(row));
    }
    assert_eq!(matching::exclusions(&mut tx, hours(1)).await.unwrap(), [one.clone(), running.clone()]);
    assert!(matching::allow(&mut tx, one.id).await.unwrap());
    assert!(!matching::allow(&mut tx, one.id).await.unwrap());
    assert_eq!(matching::exclusion(&mut tx, one.id).await.unwrap(), None);
    assert_eq!(matching::exclusions(&mut tx, hours(1)).await.unwrap(), [running]);
}

pub async fn decisions_about_a_slot_latest_first(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(5), (1, 2)).await;
    let other = add_slot(bed, &mut tx, world.opportunity, hours(9), (1, 2)).await;
    let points = Contribution { code: Criterion::KindLiked, points: 300, maximum: 300, fact: Fact::Is(true) };
    let row = |slot_id, action, at| DecisionRow {
        id: bed.id::<domain::ids::OfferId>().0,
        slot_id,
        person_id: person,
        action,
        suggested: action == PairAction::Offer,
        reasons: Json(vec![points]),
        decided_by: person,
        decided_at: hours(at),
    };
    let (first, second) = (row(slot, PairAction::Offer, 1), row(slot, PairAction::TakeBack, 2));
    let elsewhere = row(other, PairAction::Lock, 3);
    for row in [&second, &first, &elsewhere] {
        matching::note(&mut tx, row).await.unwrap();
    }
    assert_eq!(matching::decisions(&mut tx, slot).await.unwrap(), [second, first]);
    assert_eq!(matching::decisions(&mut tx, bed.id()).await.unwrap(), []);
}

pub async fn the_newest_weights_hold(bed: &Bed) {
    let mut tx = bed.write().await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    assert_eq!(matching::weights(&mut tx).await.unwrap(), None);
    let row = |kind_liked, at| WeightsRow {
        id: bed.id::<domain::ids::OfferId>().0,
        weights: Json(Weights { kind_liked, ..Weights::default() }),
        saved_by: person,
        saved_at: hours(at),
    };
    let (new, old) = (row(700, 2), row(10, 1));
    for row in [&new, &old] {
        matching::save_weights(&mut tx, row).await.unwrap();
    }
    assert_eq!(matching::weights(&mut tx).await.unwrap(), Some(new));
}

pub async fn who_looks_at_which_slot(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let (jan, anna) = (add_person(bed, &mut tx, "Jan Kos").await, add_person(bed, &mut tx, "Anna Żak").await);
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(5), (1, 2)).await;
    let other = add_slot(bed, &mut tx, world.opportunity, hours(9), (1, 2)).await;
    assert!(matching::look(&mut tx, jan, slot, noon()).await.unwrap());
    assert!(!matching::look(&mut tx, jan, slot, hours(1)).await.unwrap(), "the same, but later");
    assert!(matching::look(&mut tx, anna, slot, noon()).await.unwrap());
    assert!(matching::look(&mut tx, anna, other, hours(2)).await.unwrap());
    let row = |person_id, name: &str, slot_id, at| LookingRow { person_id, name: name.into(), slot_id, at };
    let (by_anna, by_jan) = (row(anna, "Anna Żak", other, hours(2)), row(jan, "Jan Kos", slot, hours(1)));
    assert_eq!(matching::looking(&mut tx, hours(1)).await.unwrap(), [by_anna.clone(), by_jan]);
    assert_eq!(matching::looking(&mut tx, hours(2)).await.unwrap(), [by_anna]);
}
