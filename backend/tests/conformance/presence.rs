//! Codes of places, and what volunteers said there.

use crate::fixtures::{add_claim, add_opportunity, add_organisation, add_person, add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::db::is_unique_violation;
use backend::store::parties::{self, PartyRow};
use backend::store::presence::{self, CheckInRow};
use backend::store::{dates, hosting};
use domain::claim::ClaimState;
use domain::ids::{CheckInId, ClaimId};
use domain::party::PartyKind;
use domain::presence::{Presence, Said, Tap};

pub async fn a_place_has_one_code_that_can_be_made_anew(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let other = add_organisation(bed, &mut tx, "Fundacja", None).await;
    let rows = presence::places(&mut tx, None).await.unwrap();
    let ready: Vec<_> = rows.iter().map(|(id, name, ready)| (*id, name.as_str(), *ready)).collect();
    assert_eq!(ready, [(other, "Fundacja", false), (world.organisation, "Świetlica „Żółw”", false)]);
    assert_eq!(presence::code_of(&mut tx, other).await.unwrap(), None);
    presence::put_code(&mut tx, other, "abc", &[1, 2], noon()).await.unwrap();
    let code = presence::code_with(&mut tx, "abc").await.unwrap().unwrap();
    assert_eq!(
        (code.organisation_id, code.name.as_str(), code.secret.as_slice()),
        (other, "Fundacja", &[1, 2][..])
    );
    assert_eq!(presence::code_of(&mut tx, other).await.unwrap().as_ref(), Some(&code));
    let own = presence::places(&mut tx, Some(&[other])).await.unwrap();
    assert_eq!(own, [(other, "Fundacja".to_owned(), true)]);
    presence::put_code(&mut tx, other, "def", &[3], noon()).await.unwrap();
    assert_eq!(presence::code_with(&mut tx, "abc").await.unwrap(), None, "the old poster is worth nothing");
    assert!(presence::code_with(&mut tx, "def").await.unwrap().is_some());
    let taken = presence::put_code(&mut tx, world.organisation, "def", &[4], noon()).await;
    assert!(taken.is_err_and(|error| is_unique_violation(&error)), "a key is of one place");
}

fn row(bed: &Bed, claim_id: ClaimId, tap: Tap, proven: bool) -> CheckInRow {
    let at = if tap == Tap::Arrived { hours(1) } else { hours(3) };
    CheckInRow { id: bed.id::<CheckInId>(), claim_id, tap, at, received_at: hours(3), proven }
}

pub async fn what_was_said_counts_once(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 9)).await;
    let mut claims = Vec::new();
    for name in ["Jan Kos", "Ewa Kos"] {
        let person = add_person(bed, &mut tx, name).await;
        claims.push(add_claim(bed, &mut tx, slot, person, ClaimState::Approved).await.id);
    }
    let arrived = row(bed, claims[0], Tap::Arrived, true);
    presence::add(&mut tx, &arrived).await.unwrap();
    presence::add(&mut tx, &row(bed, claims[0], Tap::Left, false)).await.unwrap();
    assert_eq!(presence::find(&mut tx, arrived.id).await.unwrap(), Some(arrived));
    assert_eq!(presence::find(&mut tx, bed.id()).await.unwrap(), None);
    let said = presence::of_claim(&mut tx, claims[0]).await.unwrap();
    assert_eq!(said.arrived, Some(Said { at: hours(1), proven: true, late: true }));
    assert_eq!(said.left, Some(Said { at: hours(3), proven: false, late: false }));
    assert_eq!(presence::of_claim(&mut tx, claims[1]).await.unwrap().arrived, None);
    presence::add(&mut tx, &row(bed, claims[1], Tap::Arrived, true)).await.unwrap();
    assert_eq!(presence::forget(&mut tx, &claims[1..]).await.unwrap(), 1);
    assert_eq!(presence::of_claim(&mut tx, claims[1]).await.unwrap(), Presence::default());
    assert!(presence::of_claim(&mut tx, claims[0]).await.unwrap().left.is_some(), "others stay");
    tx.commit().await.unwrap();
    // The same id for another claim, and the same word of the same claim.
    for twice in [CheckInRow { claim_id: claims[1], ..arrived }, row(bed, claims[0], Tap::Arrived, false)] {
        let mut tx = bed.write().await;
        let refused = presence::add(&mut tx, &twice).await;
        assert!(refused.is_err_and(|error| is_unique_violation(&error)), "{twice:?}");
    }
}

pub async fn own_dates_with_what_was_said(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let elsewhere = add_organisation(bed, &mut tx, "Fundacja", None).await;
    let theirs = add_opportunity(bed, &mut tx, elsewhere, "Inna").await;
    let me = add_person(bed, &mut tx, "Jan Kos").await;
    let mut claims = Vec::new();
    for (opportunity, hour, state) in [
        (world.opportunity, 1, ClaimState::Approved),
        (theirs, 4, ClaimState::Attended),
        (world.opportunity, 7, ClaimState::Pending),
        (world.opportunity, 30, ClaimState::Approved),
    ] {
        let slot = add_slot(bed, &mut tx, opportunity, hours(hour), (1, 9)).await;
        claims.push(add_claim(bed, &mut tx, slot, me, state).await.id);
    }
    let window = dates::DateRow {
        work_minutes: Some(60),
        ..dates::DateRow::new(bed.id(), world.opportunity, (hours(1), hours(9)), (1, 9))
    };
    dates::add(&mut tx, std::slice::from_ref(&window)).await.unwrap();
    add_claim(bed, &mut tx, window.id, me, ClaimState::Approved).await;
    presence::add(&mut tx, &row(bed, claims[0], Tap::Arrived, true)).await.unwrap();
    let group = PartyRow {
        claim_id: claims[1],
        kind: PartyKind::School,
        name: "Klasa 2b".into(),
        names_days: 3,
        names_until: noon(),
        reminded_at: None,
        closed_at: None,
        freed: 0,
    };
    parties::add(&mut tx, &group).await.unwrap();
    let day = (noon(), hours(12));
    let all = presence::own_dates(&mut tx, me, None, day).await.unwrap();
    let found: Vec<_> =
        all.iter().map(|date| (date.claim_id, date.presence.presence().arrived.is_some())).collect();
    assert_eq!(found, [(claims[0], true), (claims[1], false)], "with a place and an hour, by time");
    let brings: Vec<_> = all.iter().map(|date| date.party.as_deref()).collect();
    assert_eq!(brings, [None, Some("Klasa 2b")]);
    let there = presence::own_dates(&mut tx, me, Some(elsewhere), day).await.unwrap();
    assert_eq!(there.iter().map(|date| date.claim_id).collect::<Vec<_>>(), [claims[1]]);
    let other = add_person(bed, &mut tx, "Ewa Kos").await;
    assert!(presence::own_dates(&mut tx, other, None, day).await.unwrap().is_empty());
    let hosted = hosting::slots(&mut tx, Some(&[world.organisation]), noon(), hours(2)).await.unwrap();
    let seen = hosted.iter().find(|row| row.claim_id == Some(claims[0])).unwrap();
    assert!(seen.presence.presence().arrived.is_some_and(|said| said.proven), "the host sees it");
}
