//! The history of opportunities.

use crate::fixtures::{add_opportunity, add_person, add_slot, hours, world};
use crate::support::Bed;
use backend::store::changes::{self, ChangeRow};
use domain::change::ChangeAction;
use sqlx::types::Json;

pub async fn the_latest_change_comes_first(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let other = add_opportunity(bed, &mut tx, world.organisation, "Inne").await;
    let anna = add_person(bed, &mut tx, "Anna Żak").await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    let change = |at, action, slot_id| ChangeRow {
        id: bed.id(),
        opportunity_id: world.opportunity,
        series_id: None,
        slot_id,
        at,
        changed_by: Some(anna),
        action,
        detail: Json(serde_json::json!({ "before": { "title": "Gry" }, "after": { "title": "Planszówki" } })),
    };
    let later = change(hours(1), ChangeAction::ChangeDates, Some(slot));
    let first = change(hours(1), ChangeAction::Update, None);
    let elsewhere = ChangeRow { opportunity_id: other, ..change(hours(1), ChangeAction::Create, None) };
    for row in [&first, &later, &elsewhere] {
        changes::add(&mut tx, row).await.unwrap();
    }
    assert_eq!(changes::of_opportunity(&mut tx, world.opportunity).await.unwrap(), [later, first]);
    assert_eq!(changes::of_opportunity(&mut tx, other).await.unwrap(), [elsewhere]);
    assert_eq!(changes::of_opportunity(&mut tx, bed.id()).await.unwrap(), []);
}

pub async fn every_action_comes_back(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    for action in ChangeAction::ALL {
        let row = ChangeRow {
            id: bed.id(),
            opportunity_id: world.opportunity,
            series_id: None,
            slot_id: None,
            at: hours(0),
            changed_by: None,
            action,
            detail: Json(serde_json::json!({})),
        };
        changes::add(&mut tx, &row).await.unwrap();
    }
    let kept = changes::of_opportunity(&mut tx, world.opportunity).await.unwrap();
    assert!(kept.into_iter().rev().map(|row| row.action).eq(ChangeAction::ALL));
}
