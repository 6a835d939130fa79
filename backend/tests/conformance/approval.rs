//! Rules that approve by themselves, and what they look at.

use crate::fixtures::{
    add_claim, add_opportunity, add_organisation, add_person, add_slot, hours, opportunity, ruling, world,
};
use crate::support::{Bed, noon};
use backend::store::approval::{self, Known, RuleRow};
use backend::store::claims::{self, ClaimRow};
use backend::store::opportunities::{self, OpportunityRow};
use domain::approval::Effect;
use domain::claim::ClaimState::{self, Approved, Attended, NoShow};
use domain::opportunity::ClaimRule;
use domain::text::Code;
use domain::time::Day;
use sqlx::types::Json;

pub async fn rules_hold_until_they_end(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let anna = add_person(bed, &mut tx, "Anna Żak").await;
    let rule = ruling(world.organisation).rule;
    let row = |name: &str, effect, organisation_id| RuleRow {
        id: bed.id(),
        name: name.into(),
        effect,
        conditions: Json(rule.conditions.clone()),
        organisation_id,
        created_by: anna,
        created_at: noon(),
    };
    let late = row("Znamy się", Effect::Approve, Some(world.organisation));
    let early = row("Młodzi", Effect::Leave, None);
    for row in [&late, &early] {
        approval::add(&mut tx, row).await.unwrap();
    }
    assert_eq!(approval::rules(&mut tx).await.unwrap(), [early.clone(), late.clone()], "by name");
    assert!(approval::end(&mut tx, early.id, hours(1)).await.unwrap());
    assert!(!approval::end(&mut tx, early.id, hours(2)).await.unwrap(), "only once");
    assert!(!approval::end(&mut tx, bed.id(), hours(2)).await.unwrap());
    assert_eq!(approval::rules(&mut tx).await.unwrap(), std::slice::from_ref(&late));
    let again = late.clone().rule();
    assert_eq!((again.id, again.effect, again.conditions), (late.id, late.effect, rule.conditions));
}

pub async fn what_is_known_of_the_past(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let elsewhere = add_organisation(bed, &mut tx, "Fundacja", None).await;
    let theirs = add_opportunity(bed, &mut tx, elsewhere, "Tam").await;
    let animals =
        OpportunityRow { kind_code: Code::from("animals"), ..opportunity(bed, world.organisation, "Psy") };
    opportunities::put(&mut tx, &animals).await.unwrap();
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);

    for (opportunity, at, state) in [
        (world.opportunity, -50, Attended),
        (world.opportunity, -26, Attended),
        (theirs, -74, Attended),
        (animals.id, -98, Attended),
        (theirs, -122, NoShow),
        (theirs, -146, NoShow),
        (world.opportunity, -3, Approved),
        (world.opportunity, 30, NoShow),
    ] {
        let slot = add_slot(bed, &mut tx, opportunity, hours(at), (1, 9)).await;
        add_claim(bed, &mut tx, slot, anna, state).await;
    }
    let kind = Code::from("day_room");
    let known = approval::known(&mut tx, anna, world.organisation, &kind, noon()).await.unwrap();
    let missed_on = Some(Day(hours(-122).day()));
    assert_eq!(known, Known { came_here: 3, came_to_kind: 3, missed_on }, "the last absence");
    let before = approval::known(&mut tx, anna, world.organisation, &kind, hours(-49)).await.unwrap();
    assert_eq!((before.came_here, before.came_to_kind), (2, 2), "as it was then");
    let nothing = Known { came_here: 0, came_to_kind: 0, missed_on: None };
    assert_eq!(approval::known(&mut tx, jan, world.organisation, &kind, noon()).await.unwrap(), nothing);
}

pub async fn the_last_requests(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let row = OpportunityRow {
        claim_rule: ClaimRule::Approval,
        ..opportunity(bed, world.organisation, "Po zgodzie")
    };
    opportunities::put(&mut tx, &row).await.unwrap();
    let anna = add_person(bed, &mut tx, "Anna Żak").await;
    let mut slots = Vec::new();
    for (opportunity, at) in [(row.id, 1), (row.id, 2), (row.id, 3), (world.opportunity, 4)] {
        let slot = add_slot(bed, &mut tx, opportunity, hours(at), (1, 9)).await;
        let id = bed.id();
        let claim = ClaimRow::new(id, slot, anna, ClaimState::Refused, hours(at));
        claims::add(&mut tx, &claim).await.unwrap();
        slots.push(slot);
    }
    let found = approval::requests(&mut tx, 2).await.unwrap();
    let found: Vec<_> = found.iter().map(|row| (row.slot_id, row.person_id, row.created_at)).collect();
    assert_eq!(found, [(slots[2], anna, hours(3)), (slots[1], anna, hours(2))]);
}
