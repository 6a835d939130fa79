//! What the coordinator's dashboard counts.

use crate::fixtures::{add_claim, add_person, add_slot, claim, hours, opportunity, world};
use crate::support::{Bed, noon};
use backend::store::claims::ClaimRow;
use backend::store::{claims, dashboard, opportunities, slots};
use domain::claim::ClaimState;
use domain::opportunity::OpportunityState;
use domain::time::Day;
use jiff::civil::date;

const MONDAY: Day = Day(date(2026, 11, 23));

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

pub async fn coverage_counts_only_what_is_public(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    assert!(dashboard::coverage(&mut tx, MONDAY, MONDAY).await.unwrap().is_empty());
    let enough = add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 3)).await;
    add_slot(bed, &mut tx, world.opportunity, hours(2), (2, 4)).await;
    let off = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 9)).await;
    let draft = opportunities::OpportunityRow {
        state: OpportunityState::Draft,
        ..opportunity(bed, world.organisation, "Szkic")
    };
    opportunities::put(&mut tx, &draft).await.unwrap();
    add_slot(bed, &mut tx, draft.id, hours(4), (1, 9)).await;
    slots::take_place(&mut tx, enough).await.unwrap();
    slots::cancel(&mut tx, off, noon()).await.unwrap();
    let days = dashboard::coverage(&mut tx, MONDAY, Day(date(2026, 11, 30))).await.unwrap();
    let days: Vec<_> = days.iter().map(|d| (d.day, d.slots, d.places, d.taken, d.under_minimum)).collect();
    assert_eq!(days, [(MONDAY, 2, 7, 1, 1)]);
}

pub async fn gaps_below_the_minimum_first(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let covered = add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 2)).await;
    let short = add_slot(bed, &mut tx, world.opportunity, hours(9), (1, 2)).await;
    let full = add_slot(bed, &mut tx, world.opportunity, hours(2), (1, 1)).await;
    add_slot(bed, &mut tx, world.opportunity, noon(), (1, 2)).await;
    add_slot(bed, &mut tx, world.opportunity, hours(11), (1, 2)).await;
    for slot in [covered, full] {
        assert!(slots::take_place(&mut tx, slot).await.unwrap());
    }
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    add_claim(bed, &mut tx, short, person, ClaimState::Pending).await;
    let gaps = dashboard::gaps(&mut tx, noon(), hours(10)).await.unwrap();
    let gaps: Vec<_> = gaps.iter().map(|gap| (gap.id, gap.taken, gap.waiting)).collect();
    assert_eq!(gaps, [(short, 0, 1), (covered, 1, 0)]);
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
