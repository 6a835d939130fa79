//! Claims and hours.

use crate::fixtures::{
    add_claim, add_opportunity, add_organisation, add_person, add_slot, claim, hours, ruling, world,
};
use crate::support::{Bed, noon};
use backend::db::is_unique_violation;
use backend::store::claims::{self, ClaimRow};
use backend::store::history::{self, HistoryRow};
use backend::store::{dates, hours, past};
use domain::claim::{ClaimState, ClaimStep};
use domain::question::Answer;
use sqlx::types::Json;

pub async fn a_claim_comes_back_as_it_was_written(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    let plain = add_claim(bed, &mut tx, slot, anna, ClaimState::Pending).await;
    let decided = ClaimRow {
        reason: Some("Więcej osób niż miejsc".into()),
        decided_by: Some(anna),
        decided_at: Some(hours(1)),
        places: 3,
        queued_at: Some(hours(1)),
        asked_again_at: Some(hours(2)),
        answers: Json(vec![Answer { question: "Rozmiar?".into(), answer: "M".into(), ..Answer::default() }]),
        rule: Some(Json(ruling(world.organisation))),
        ..claim(bed.id(), slot, jan, ClaimState::Refused)
    };
    claims::add(&mut tx, &decided).await.unwrap();
    assert_eq!(claims::find(&mut tx, plain.id).await.unwrap(), Some(plain));
    assert_eq!(claims::find(&mut tx, decided.id).await.unwrap(), Some(decided));
    assert_eq!(claims::find(&mut tx, bed.id()).await.unwrap(), None);
}

pub async fn the_history_of_a_claim_is_kept_in_order(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    let anna = add_person(bed, &mut tx, "Anna Żak").await;
    let claim = add_claim(bed, &mut tx, slot, anna, ClaimState::Pending).await;
    let step =
        |at, actor_id, step, state| HistoryRow { claim_id: claim.id, at, actor_id, step, state, note: None };
    let begun = step(hours(0), Some(anna), ClaimStep::Claim, ClaimState::Pending);
    let ended = step(hours(0), None, ClaimStep::Cancel, ClaimState::Cancelled);
    let ended = HistoryRow { note: Some("Zalane piętro.".into()), ..ended };
    for row in [&begun, &ended] {
        history::add(&mut tx, row).await.unwrap();
    }
    assert_eq!(history::of_claim(&mut tx, claim.id).await.unwrap(), [begun, ended]);
    assert_eq!(history::of_claim(&mut tx, bed.id()).await.unwrap(), []);
}

pub async fn one_live_claim_per_person_and_slot(bed: &Bed) {
    use ClaimState::{
        Approved, Attended, Cancelled, NoShow, Offered, Pending, Refused, Waitlisted, Withdrawn,
    };
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    tx.commit().await.unwrap();
    for state in [Pending, Approved, Waitlisted, Offered, Attended, NoShow, Refused, Withdrawn, Cancelled] {
        let mut tx = bed.write().await;
        let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
        add_claim(bed, &mut tx, slot, person, state).await;
        let second = claims::add(&mut tx, &claim(bed.id(), slot, person, Pending)).await;
        match state {
            Refused | Withdrawn | Cancelled => assert!(second.is_ok(), "{state:?} lets a new claim in"),
            _ => assert!(second.is_err_and(|error| is_unique_violation(&error)), "{state:?}"),
        }
    }
}

pub async fn whoever_comes_second_changes_nothing(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    let from = add_claim(bed, &mut tx, slot, anna, ClaimState::Pending).await;
    let approved = ClaimRow {
        state: ClaimState::Approved,
        decided_by: Some(jan),
        decided_at: Some(hours(1)),
        ..from.clone()
    };
    let refused = ClaimRow { state: ClaimState::Refused, reason: Some("Nie".into()), ..from.clone() };
    assert!(claims::change(&mut tx, &from, &approved).await.unwrap());
    assert!(!claims::change(&mut tx, &from, &refused).await.unwrap());
    assert_eq!(claims::find(&mut tx, from.id).await.unwrap(), Some(approved.clone()));
    assert!(claims::change(&mut tx, &approved, &from).await.unwrap(), "undone");
    assert_eq!(claims::find(&mut tx, from.id).await.unwrap(), Some(from), "back to nulls");
}

pub async fn engagements_within_a_time(bed: &Bed) {
    use ClaimState::{Approved, Attended, Cancelled, NoShow, Pending, Refused, Waitlisted, Withdrawn};
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    let mut busy = Vec::new();
    for state in [Pending, Approved, Waitlisted, Refused, Withdrawn, Cancelled, Attended, NoShow] {
        let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
        let row = add_claim(bed, &mut tx, slot, anna, state).await;
        if matches!(state, Pending | Approved | Waitlisted | Attended) {
            busy.push((row.id, state));
        }
    }
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    add_claim(bed, &mut tx, slot, jan, Approved).await;
    let mut found = claims::engagements(&mut tx, anna, hours(3), hours(4)).await.unwrap();
    found.sort_by_key(|(id, _)| *id);
    let engagement = &found[0].1;
    assert_eq!((engagement.place.as_str(), engagement.remote), ("ul zabia 1", false));
    assert_eq!((engagement.starts_at, engagement.ends_at), (hours(3), hours(5)));
    assert_eq!(found.iter().map(|(id, other)| (*id, other.state)).collect::<Vec<_>>(), busy);
    assert!(
        claims::engagements(&mut tx, anna, hours(1), hours(3)).await.unwrap().is_empty(),
        "before `until`"
    );
}

pub async fn everybodys_engagements(bed: &Bed) {
    use ClaimState::{Approved, Pending, Withdrawn};
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    let other = add_slot(bed, &mut tx, world.opportunity, hours(9), (1, 2)).await;
    add_claim(bed, &mut tx, slot, anna, Approved).await;
    add_claim(bed, &mut tx, slot, jan, Withdrawn).await;
    add_claim(bed, &mut tx, other, jan, Pending).await;
    let found = claims::all_engagements(&mut tx, hours(3), hours(9)).await.unwrap();
    assert_eq!(found.len(), 1, "before `until`");
    assert_eq!((found[0].0, found[0].1.slot_id, found[0].1.state), (anna, slot, Approved));
    assert_eq!(found[0].1.place, "ul zabia 1");
    let mut all = claims::all_engagements(&mut tx, hours(1), hours(10)).await.unwrap();
    all.sort_by_key(|(_, engagement)| engagement.starts_at);
    assert_eq!(all.iter().map(|(person, _)| *person).collect::<Vec<_>>(), [anna, jan]);
}

pub async fn past_help_is_counted(bed: &Bed) {
    use ClaimState::{Approved, Attended, NoShow};
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let anna = add_person(bed, &mut tx, "Anna Żak").await;
    for (start, state) in [(1, Attended), (2, Attended), (3, NoShow), (4, Approved)] {
        let slot = add_slot(bed, &mut tx, world.opportunity, hours(start), (1, 2)).await;
        add_claim(bed, &mut tx, slot, anna, state).await;
    }
    let found = past::past_help(&mut tx, hours(1)).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].person_id, found[0].opportunity_id), (anna, world.opportunity));
    assert_eq!((found[0].came, found[0].missed), (2, 1));
    let later = past::past_help(&mut tx, hours(2)).await.unwrap();
    assert_eq!((later[0].came, later[0].missed), (1, 1), "since");
    let own = past::past_help_of(&mut tx, anna, hours(1)).await.unwrap();
    assert_eq!(own, found, "one person's is a part of everybody's");
    let jan = add_person(bed, &mut tx, "Jan Kos").await;
    assert_eq!(past::past_help_of(&mut tx, jan, hours(1)).await.unwrap(), []);
}

pub async fn the_live_claim_of_a_pair(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 2)).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    add_claim(bed, &mut tx, slot, anna, ClaimState::Withdrawn).await;
    add_claim(bed, &mut tx, slot, jan, ClaimState::Pending).await;
    assert_eq!(claims::live(&mut tx, slot, anna).await.unwrap(), None);
    let live = add_claim(bed, &mut tx, slot, anna, ClaimState::Pending).await;
    assert_eq!(claims::live(&mut tx, slot, anna).await.unwrap(), Some(live));
}

pub async fn who_stepped_back_is_noted(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(9), (1, 2)).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    for at in [1, 3] {
        let claim = add_claim(bed, &mut tx, slot, person, ClaimState::Withdrawn).await;
        claims::note_withdrawal(&mut tx, claim.id, hours(at)).await.unwrap();
    }
    add_claim(bed, &mut tx, slot, person, ClaimState::Withdrawn).await;
    let back = |at| (person, hours(at), hours(9));
    assert_eq!(past::withdrawals(&mut tx, hours(1)).await.unwrap(), [back(1), back(3)]);
    assert_eq!(past::withdrawals(&mut tx, hours(2)).await.unwrap(), [back(3)]);
}

pub async fn what_waits_and_what_holds_on_coming_slots(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let mut ids = Vec::new();
    for (at, state) in [
        (-1, ClaimState::Approved),
        (5, ClaimState::Withdrawn),
        (3, ClaimState::Pending),
        (6, ClaimState::Approved),
        (9, ClaimState::Approved),
    ] {
        let slot = add_slot(bed, &mut tx, world.opportunity, hours(at), (1, 2)).await;
        ids.push(add_claim(bed, &mut tx, slot, person, state).await);
    }
    let off = add_slot(bed, &mut tx, world.opportunity, hours(4), (1, 2)).await;
    add_claim(bed, &mut tx, off, person, ClaimState::Cancelled).await;
    assert_eq!(dates::cancel(&mut tx, &[off], noon()).await.unwrap(), 1);
    let found = claims::coming(&mut tx, noon(), hours(9)).await.unwrap();
    let found: Vec<_> = found.iter().map(|c| (c.id, c.slot_id, c.person_id, c.state)).collect();
    let wanted: Vec<_> = ids[1..4].iter().map(|c| (c.id, c.slot_id, person, c.state)).collect();
    assert_eq!(found, wanted, "whatever their state, in the order of their ids");
}

pub async fn what_comes_and_what_was(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let mut ids = Vec::new();
    for (at, state) in [
        (30, ClaimState::Approved),
        (-1, ClaimState::Approved),
        (5, ClaimState::Withdrawn),
        (6, ClaimState::Refused),
        (-2, ClaimState::Attended),
        (-50, ClaimState::NoShow),
        (-60, ClaimState::Refused),
    ] {
        let slot = add_slot(bed, &mut tx, world.opportunity, hours(at), (1, 2)).await;
        ids.push(add_claim(bed, &mut tx, slot, person, state).await);
    }
    hours::put(&mut tx, &ids[4], 90, person, noon()).await.unwrap();
    let coming = claims::coming_of(&mut tx, person, noon()).await.unwrap();
    let coming: Vec<_> = coming.iter().map(|own| (own.id, own.minutes)).collect();
    assert_eq!(coming, [(ids[1].id, None), (ids[3].id, None), (ids[0].id, None)], "the running one too");
    let past = claims::past_of(&mut tx, person, noon()).await.unwrap();
    let past: Vec<_> = past.iter().map(|own| (own.id, own.minutes)).collect();
    assert_eq!(past, [(ids[4].id, Some(90)), (ids[5].id, None)], "over at its end, the latest first");
}

pub async fn live_claims_in_their_order(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 9)).await;
    let mut rows = Vec::new();
    for (name, state, at) in [
        ("Anna Żak", ClaimState::Approved, 2),
        ("Jan Kos", ClaimState::Pending, 1),
        ("Ewa Kos", ClaimState::Waitlisted, 2),
        ("Ola Kos", ClaimState::Withdrawn, 0),
        ("Iga Kos", ClaimState::Attended, 0),
    ] {
        let person = add_person(bed, &mut tx, name).await;
        let row = ClaimRow { created_at: hours(at), ..claim(bed.id(), slot, person, state) };
        claims::add(&mut tx, &row).await.unwrap();
        rows.push(row);
    }
    let live = claims::live_of_slot(&mut tx, slot).await.unwrap();
    assert_eq!(live, [rows[1].clone(), rows[0].clone(), rows[2].clone()]);
}

pub async fn names_in_a_slot(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 9)).await;
    let mut people = Vec::new();
    for (name, state) in [
        ("Żaneta Żak", ClaimState::Approved),
        ("Jan Kos", ClaimState::NoShow),
        ("Ewa Kos", ClaimState::Pending),
        ("Ola Kos", ClaimState::Attended),
    ] {
        let person = add_person(bed, &mut tx, name).await;
        add_claim(bed, &mut tx, slot, person, state).await;
        people.push(person);
    }
    assert_eq!(claims::names_in_slot(&mut tx, slot, people[1]).await.unwrap(), ["Żaneta Żak", "Ola Kos"]);
}

pub async fn a_persons_history(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    assert_eq!(
        past::history(&mut tx, person, world.organisation).await.unwrap(),
        (0, 0, 0),
        "no rows, no nulls"
    );
    let elsewhere = add_organisation(bed, &mut tx, "Fundacja", None).await;
    let other = add_opportunity(bed, &mut tx, elsewhere, "Inna").await;
    for (offer, state) in [
        (world.opportunity, ClaimState::Attended),
        (world.opportunity, ClaimState::NoShow),
        (world.opportunity, ClaimState::Approved),
        (other, ClaimState::Attended),
    ] {
        let slot = add_slot(bed, &mut tx, offer, hours(-9), (1, 2)).await;
        add_claim(bed, &mut tx, slot, person, state).await;
    }
    assert_eq!(past::history(&mut tx, person, world.organisation).await.unwrap(), (2, 1, 1));
}

pub async fn hours_are_put_and_taken_back(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    assert_eq!(hours::total_minutes(&mut tx, person).await.unwrap(), 0);
    let mut rows = Vec::new();
    for _ in 0..2 {
        let slot = add_slot(bed, &mut tx, world.opportunity, hours(-9), (1, 2)).await;
        rows.push(add_claim(bed, &mut tx, slot, person, ClaimState::Attended).await);
    }
    hours::put(&mut tx, &rows[0], 120, person, noon()).await.unwrap();
    hours::put(&mut tx, &rows[1], 60, person, noon()).await.unwrap();
    hours::put(&mut tx, &rows[0], 90, person, hours(1)).await.unwrap();
    assert_eq!(hours::total_minutes(&mut tx, person).await.unwrap(), 150, "corrected, not doubled");
    hours::remove(&mut tx, rows[1].id).await.unwrap();
    hours::remove(&mut tx, rows[1].id).await.unwrap();
    assert_eq!(hours::total_minutes(&mut tx, person).await.unwrap(), 90);
}

pub async fn who_waits_comes_in_turn(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(60), (1, 2)).await;
    let mut ids = Vec::new();
    for (name, state, at) in [
        ("Anna Żak", ClaimState::Waitlisted, 3),
        ("Jan Kos", ClaimState::Waitlisted, 1),
        ("Ola Lis", ClaimState::Offered, 0),
        ("Ewa Bąk", ClaimState::Waitlisted, 3),
        ("Iza Sum", ClaimState::Withdrawn, 0),
    ] {
        let person = add_person(bed, &mut tx, name).await;
        let row = ClaimRow { queued_at: Some(hours(at)), ..claim(bed.id(), slot, person, state) };
        claims::add(&mut tx, &row).await.unwrap();
        ids.push(row);
    }
    let found = claims::queue(&mut tx, slot).await.unwrap();
    assert_eq!(found, [ids[1].clone(), ids[0].clone(), ids[3].clone()]);
    assert_eq!(claims::queue(&mut tx, bed.id()).await.unwrap(), []);
    assert!(claims::stepped_back(&mut tx, slot, ids[4].person_id).await.unwrap());
    assert!(!claims::stepped_back(&mut tx, slot, ids[0].person_id).await.unwrap());
}
