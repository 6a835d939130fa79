//! What the coordinator's dashboard counts.

use crate::fixtures::{add_person, add_slot, claim, hours, ruling, world};
use crate::support::{Bed, noon};
use backend::store::claims::ClaimRow;
use backend::store::{claims, dashboard};
use domain::claim::ClaimState;
use sqlx::types::Json;

pub async fn waiting_claims_oldest_first(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let begun = add_slot(bed, &mut tx, world.opportunity, noon(), (1, 9)).await;
    let coming = add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 9)).await;
    let mut rows = Vec::new();
    for (name, slot, state, at) in [
        ("Anna Żak", coming, ClaimState::Pending, -1),
        ("Jan Kos", coming, ClaimState::Pending, -2),
        ("Ewa Kos", coming, ClaimState::Approved, -3),
        ("Ola Kos", begun, ClaimState::Pending, -4),
    ] {
        let person = add_person(bed, &mut tx, name).await;
        let row = ClaimRow { created_at: hours(at), ..claim(bed.id(), slot, person, state) };
        claims::add(&mut tx, &row).await.unwrap();
        rows.push(row);
    }
    let (waiting, total) = dashboard::waiting(&mut tx, noon()).await.unwrap();
    let waiting: Vec<_> = waiting.iter().map(|row| (row.id, row.name.as_str(), row.created_at)).collect();
    assert_eq!(waiting, [(rows[1].id, "Jan Kos", hours(-2)), (rows[0].id, "Anna Żak", hours(-1))]);
    assert_eq!(total, 2, "nobody waits for what has begun");
}

pub async fn decisions_latest_first(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(30), (1, 9)).await;
    let by = add_person(bed, &mut tx, "Anna Żak").await;
    let mut ids = Vec::new();
    for (name, state, at) in [
        ("Jan Kos", ClaimState::Approved, Some(1)),
        ("Ewa Kos", ClaimState::Refused, Some(2)),
        ("Ola Kos", ClaimState::Approved, None),
        ("Iga Kos", ClaimState::Approved, Some(-5)),
        ("Ida Kos", ClaimState::Withdrawn, Some(2)),
    ] {
        let person = add_person(bed, &mut tx, name).await;
        let row = ClaimRow {
            decided_by: at.map(|_| by),
            decided_at: at.map(hours),
            ..claim(bed.id(), slot, person, state)
        };
        claims::add(&mut tx, &row).await.unwrap();
        ids.push(row.id);
    }
    let found = dashboard::decisions(&mut tx, noon()).await.unwrap();
    let found: Vec<_> = found.iter().map(|row| (row.id, row.by_name.as_str(), row.decided_by)).collect();
    assert_eq!(found, [(ids[1], "Anna Żak", by), (ids[0], "Anna Żak", by)]);
}

pub async fn what_rules_approved_latest_first(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 9)).await;
    let rule = || Some(Json(ruling(world.organisation)));
    let mut rows = Vec::new();
    for (name, state, rule, at) in [
        ("Anna Żak", ClaimState::Approved, rule(), -2),
        ("Jan Kos", ClaimState::Approved, rule(), -1),
        ("Ewa Kos", ClaimState::Approved, None, -1),
        ("Iga Kos", ClaimState::Withdrawn, rule(), -1),
        ("Ola Kos", ClaimState::Approved, rule(), -9),
    ] {
        let person = add_person(bed, &mut tx, name).await;
        let row = ClaimRow { rule, decided_at: Some(hours(at)), ..claim(bed.id(), slot, person, state) };
        claims::add(&mut tx, &row).await.unwrap();
        rows.push(row);
    }
    let judge = ClaimRow { decided_by: Some(rows[0].person_id), ..rows[1].clone() };
    let found = dashboard::automatic(&mut tx, hours(-3)).await.unwrap();
    let found: Vec<_> = found.iter().map(|row| (row.id, row.name.as_str(), row.rule.0.clone())).collect();
    let ruling = ruling(world.organisation);
    assert_eq!(found, [(rows[1].id, "Jan Kos", ruling.clone()), (rows[0].id, "Anna Żak", ruling)]);
    claims::change(&mut tx, &rows[1], &judge).await.unwrap();
    let left = dashboard::automatic(&mut tx, hours(-3)).await.unwrap();
    assert!(left.iter().map(|row| row.id).eq([rows[0].id]), "a person decided the other");
}
