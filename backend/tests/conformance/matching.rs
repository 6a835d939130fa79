//! Locks, exclusions, decisions, weights, and who looks at what.

use crate::fixtures::{add_person, add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::store::matching::{self, DecisionRow, ExclusionRow, LockRow, WeightsRow};
use domain::ids::{ExclusionId, PersonId};
use domain::matching::{Contribution, Criterion, Fact, Weights};
use domain::offer::PairAction;
use sqlx::types::Json;

pub async fn a_pair_is_locked_once_and_while_its_slot_comes(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let soon = add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 9)).await;
    let late = add_slot(bed, &mut tx, world.opportunity, hours(9), (1, 9)).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna").await, add_person(bed, &mut tx, "Jan").await);
    let row = |slot_id, person_id| LockRow {
        role_id: None,
        slot_id,
        person_id,
        decided_by: anna,
        decided_at: noon(),
    };
    for lock in [row(late, jan), row(soon, jan), row(soon, anna)] {
        assert!(matching::lock(&mut tx, lock).await.unwrap());
        let again = LockRow { decided_by: jan, ..lock };
        assert!(!matching::lock(&mut tx, again).await.unwrap(), "the first decision stays");
    }
    let mut all = vec![row(soon, anna), row(soon, jan), row(late, jan)];
    all.sort_by_key(|lock| (lock.slot_id, lock.person_id));
    assert_eq!(matching::locks(&mut tx, noon()).await.unwrap(), all);
    assert_eq!(matching::locks(&mut tx, hours(1)).await.unwrap(), [row(late, jan)], "the other has begun");
    assert!(matching::unlock(&mut tx, soon, jan).await.unwrap());
    assert!(!matching::unlock(&mut tx, soon, jan).await.unwrap());
    assert_eq!(matching::locks(&mut tx, noon()).await.unwrap().len(), 2);
}

pub async fn exclusions_hold_until_their_end(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 9)).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna").await, add_person(bed, &mut tx, "Jan").await);
    let row = |until| ExclusionRow {
        id: bed.id(),
        person_id: jan,
        slot_id: None,
        opportunity_id: None,
        organisation_id: None,
        until,
        reason: "Na własną prośbę: „nie w poniedziałki”.".to_owned(),
        decided_by: anna,
        decided_at: noon(),
    };
    let rows = [
        ExclusionRow { slot_id: Some(slot), ..row(None) },
        ExclusionRow { opportunity_id: Some(world.opportunity), ..row(Some(hours(2))) },
        ExclusionRow {
            organisation_id: Some(world.organisation),
            reason: String::new(),
            ..row(Some(hours(1)))
        },
    ];
    for row in &rows {
        matching::exclude(&mut tx, row).await.unwrap();
        assert_eq!(matching::exclusion(&mut tx, row.id).await.unwrap().as_ref(), Some(row));
    }
    assert_eq!(matching::exclusions(&mut tx, noon()).await.unwrap(), rows);
    assert_eq!(matching::exclusions(&mut tx, hours(1)).await.unwrap(), rows[..2], "the last has ended");
    assert_eq!(matching::exclusions(&mut tx, hours(2)).await.unwrap(), rows[..1]);
    assert!(matching::allow(&mut tx, rows[0].id).await.unwrap());
    assert!(!matching::allow(&mut tx, rows[0].id).await.unwrap());
    assert_eq!(matching::exclusion(&mut tx, rows[0].id).await.unwrap(), None);
    assert_eq!(matching::exclusion(&mut tx, bed.id::<ExclusionId>()).await.unwrap(), None);
}

pub async fn decisions_come_latest_first_with_their_reasons(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 9)).await;
    let other = add_slot(bed, &mut tx, world.opportunity, hours(5), (1, 9)).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna").await, add_person(bed, &mut tx, "Jan").await);
    let liked = Contribution { code: Criterion::KindLiked, points: 300, maximum: 300, fact: Fact::Is(true) };
    let near =
        Contribution { code: Criterion::Proximity, points: 12, maximum: 150, fact: Fact::Metres(4_200) };
    let row = |slot_id, minutes: i64, action, reasons: &[Contribution]| DecisionRow {
        id: bed.id(),
        slot_id,
        person_id: jan,
        action,
        suggested: !reasons.is_empty(),
        reasons: Json(reasons.to_vec()),
        decided_by: anna,
        decided_at: noon().plus_minutes(minutes),
    };
    let mut rows = vec![
        row(slot, 1, PairAction::Lock, &[liked, near]),
        row(slot, 1, PairAction::Unlock, &[]),
        row(slot, 0, PairAction::Exclude, &[near]),
    ];
    for row in rows.iter().chain(&[row(other, 3, PairAction::Offer, &[])]) {
        matching::note(&mut tx, row).await.unwrap();
    }
    // Of the same moment, the later first.
    rows.swap(0, 1);
    assert_eq!(matching::decisions(&mut tx, slot).await.unwrap(), rows);
    assert_eq!(matching::decisions(&mut tx, other).await.unwrap().len(), 1);
}

pub async fn the_weights_saved_last_hold(bed: &Bed) {
    let mut tx = bed.write().await;
    assert_eq!(matching::weights(&mut tx).await.unwrap(), None);
    let anna = add_person(bed, &mut tx, "Anna").await;
    let row = |fairness, minutes: i64| WeightsRow {
        id: bed.id(),
        weights: Json(Weights { fairness, ..Weights::default() }),
        saved_by: anna,
        saved_at: noon().plus_minutes(minutes),
    };
    let (first, second, third) = (row(0, 5), row(10_000, 5), row(7, 1));
    for row in [&first, &second, &third] {
        matching::save_weights(&mut tx, row).await.unwrap();
    }
    assert_eq!(matching::weights(&mut tx).await.unwrap(), Some(second));
}

pub async fn who_looks_at_what(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let first = add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 9)).await;
    let second = add_slot(bed, &mut tx, world.opportunity, hours(2), (1, 9)).await;
    let (marek, anna) = (add_person(bed, &mut tx, "Marek").await, add_person(bed, &mut tx, "Anna").await);
    let minute = |minutes: i64| noon().plus_minutes(minutes);
    assert!(matching::look(&mut tx, marek, first, minute(0)).await.unwrap());
    assert!(!matching::look(&mut tx, marek, first, minute(1)).await.unwrap(), "the same again is no news");
    assert!(matching::look(&mut tx, anna, first, minute(2)).await.unwrap());
    let seen = |rows: Vec<matching::LookingRow>| -> Vec<(PersonId, String, _, _)> {
        rows.into_iter().map(|row| (row.person_id, row.name, row.slot_id, row.at)).collect()
    };
    let here = (anna, "Anna".to_owned(), first, minute(2));
    let there = (marek, "Marek".to_owned(), first, minute(1));
    assert_eq!(seen(matching::looking(&mut tx, minute(1)).await.unwrap()), [here.clone(), there]);
    assert_eq!(seen(matching::looking(&mut tx, minute(2)).await.unwrap()), [here]);
    assert!(matching::look(&mut tx, anna, second, minute(3)).await.unwrap());
    let moved = (anna, "Anna".to_owned(), second, minute(3));
    assert_eq!(seen(matching::looking(&mut tx, minute(2)).await.unwrap()), [moved], "one slot at a time");
}
