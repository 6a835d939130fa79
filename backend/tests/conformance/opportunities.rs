//! Opportunities as their editors see them.

use crate::fixtures::{
    add_claim, add_opportunity, add_organisation, add_person, add_slot, hours, opportunity, world,
};
use crate::support::{Bed, noon};
use backend::store::opportunities::{self, OpportunityRow};
use backend::store::{centre, slots};
use domain::claim::ClaimState;
use domain::form::OpportunityForm;
use domain::opportunity::{ClaimRule, OpportunityState};
use domain::question::{Question, QuestionKind};
use sqlx::types::Json;

pub async fn an_opportunity_is_written_and_changed(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let author = add_person(bed, &mut tx, "Anna Żak").await;
    let row = OpportunityRow { created_by: Some(author), ..opportunity(bed, world.organisation, "Pierwsza") };
    opportunities::put(&mut tx, &row).await.unwrap();
    assert_eq!(opportunities::find(&mut tx, row.id).await.unwrap(), Some(row.clone()));
    let changed = OpportunityRow {
        title: "Druga".into(),
        claim_rule: ClaimRule::Approval,
        remote: true,
        min_age: 21,
        district_id: Some(world.district),
        created_by: None,
        created_at: hours(5),
        updated_at: hours(6),
        questions: Json(vec![question()]),
        handed_in_at: Some(hours(6)),
        sent_back: Some("Dopisz, co zabrać.".into()),
        proposed: Some(Json(OpportunityForm { title: "Trzecia".into(), ..OpportunityForm::default() })),
        ..row.clone()
    };
    opportunities::put(&mut tx, &changed).await.unwrap();
    let kept = OpportunityRow { created_by: Some(author), created_at: noon(), ..changed };
    assert_eq!(
        opportunities::find(&mut tx, row.id).await.unwrap(),
        Some(kept),
        "who and when began it stays"
    );
    assert_eq!(opportunities::find(&mut tx, bed.id()).await.unwrap(), None);
}

fn question() -> Question {
    let (kind, choices) = (QuestionKind::Choice, vec!["S".into(), "M".into()]);
    Question { text: "Rozmiar koszulki?".into(), kind, choices, required: true }
}

pub async fn what_it_asks(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let questions = Json(vec![question()]);
    let row = OpportunityRow { questions, ..opportunity(bed, world.organisation, "Pyta") };
    opportunities::put(&mut tx, &row).await.unwrap();
    assert_eq!(opportunities::questions(&mut tx, row.id).await.unwrap(), [question()]);
    assert_eq!(opportunities::questions(&mut tx, world.opportunity).await.unwrap(), []);
    assert_eq!(opportunities::questions(&mut tx, bed.id()).await.unwrap(), []);
}

pub async fn what_waits_for_a_look(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let elsewhere = add_organisation(bed, &mut tx, "Fundacja", None).await;
    let wait = |organisation, title, state, at| OpportunityRow {
        state,
        handed_in_at: Some(at),
        ..opportunity(bed, organisation, title)
    };
    let later = wait(world.organisation, "Później", OpportunityState::Draft, hours(2));
    let first = wait(elsewhere, "Najpierw", OpportunityState::Published, hours(1));
    let over = wait(elsewhere, "Odwołana", OpportunityState::Cancelled, hours(0));
    let back = OpportunityRow {
        sent_back: Some("Kiedy?".into()),
        state: OpportunityState::Draft,
        ..opportunity(bed, elsewhere, "Zwrócona")
    };
    for row in [&later, &first, &over, &back] {
        opportunities::put(&mut tx, row).await.unwrap();
    }
    assert_eq!(opportunities::handed_in(&mut tx).await.unwrap(), 2);
    let found = opportunities::list(&mut tx, noon(), None).await.unwrap();
    let found: Vec<_> = found.iter().map(|row| (row.id, row.was_sent_back)).collect();
    let expected =
        [(first.id, false), (later.id, false), (back.id, true), (world.opportunity, false), (over.id, false)];
    assert_eq!(found, expected, "the longest waiting first");
    let own = opportunities::list(&mut tx, noon(), Some(&[elsewhere])).await.unwrap();
    assert!(own.iter().map(|row| row.id).eq([first.id, back.id, over.id]));
    assert!(opportunities::list(&mut tx, noon(), Some(&[bed.id()])).await.unwrap().is_empty());
}

pub async fn its_district_or_its_organisations(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let found = opportunities::surroundings(&mut tx, world.opportunity).await.unwrap();
    assert_eq!(
        (found.organisation.as_str(), found.district.as_deref()),
        ("Świetlica „Żółw”", Some("Radziwie"))
    );
    let gory = bed.id();
    centre::add_district(&mut tx, gory, "Góry").await.unwrap();
    let row = OpportunityRow { district_id: Some(gory), ..opportunity(bed, world.organisation, "Druga") };
    opportunities::put(&mut tx, &row).await.unwrap();
    let found = opportunities::surroundings(&mut tx, row.id).await.unwrap();
    assert_eq!(found.district.as_deref(), Some("Góry"));
    assert!(opportunities::surroundings(&mut tx, bed.id()).await.is_err());
}

pub async fn lists_drafts_then_what_comes(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let idle = world.opportunity;
    let later = add_opportunity(bed, &mut tx, world.organisation, "Później").await;
    let soon = add_opportunity(bed, &mut tx, world.organisation, "Wkrótce").await;
    let stopped = OpportunityRow {
        state: OpportunityState::Cancelled,
        ..opportunity(bed, world.organisation, "Odwołana")
    };
    let draft =
        OpportunityRow { state: OpportunityState::Draft, ..opportunity(bed, world.organisation, "Szkic") };
    for row in [&stopped, &draft] {
        opportunities::put(&mut tx, row).await.unwrap();
    }
    for (offer, at) in [(later, 48), (later, 72), (soon, 24), (soon, -24), (idle, -1)] {
        add_slot(bed, &mut tx, offer, hours(at), (1, 2)).await;
    }
    let found = opportunities::list(&mut tx, noon(), None).await.unwrap();
    let found: Vec<_> = found.iter().map(|row| (row.id, row.next_at, row.coming)).collect();
    let expected = [
        (draft.id, None, 0),
        (soon, Some(hours(24)), 1),
        (later, Some(hours(48)), 2),
        (idle, None, 0),
        (stopped.id, None, 0),
    ];
    assert_eq!(found, expected);
}

pub async fn its_dates_with_those_who_wait(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let second = add_slot(bed, &mut tx, world.opportunity, hours(5), (1, 2)).await;
    let first = add_slot(bed, &mut tx, world.opportunity, hours(-1), (1, 2)).await;
    add_slot(bed, &mut tx, world.opportunity, hours(-2), (1, 2)).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    add_claim(bed, &mut tx, second, person, ClaimState::Pending).await;
    slots::take_places(&mut tx, first, None, 1).await.unwrap();
    let found = opportunities::slots(&mut tx, world.opportunity, noon()).await.unwrap();
    let found: Vec<_> = found.iter().map(|row| (row.id, row.taken, row.waiting)).collect();
    assert_eq!(found, [(first, 1, 0), (second, 0, 1)], "what has ended is left out");
}
