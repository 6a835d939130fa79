//! A freed place goes to who waits, whoever else claims at that moment; and of many who would stand in, one takes the
//! place. Over HTTP, round after round, each with a careless program that shows that the race is one.

use super::careless::{Careless, dawdle};
use super::crowd::{self, Answer, Crowd, Program, Volunteer, assert_refused, winners};
use super::on_both;
use axum::extract::State;
use axum::routing::post;
use axum::{Form, Router};
use backend::store::claims::{self, ClaimRow};
use backend::store::offers::{self, OfferRow};
use backend::store::slots;
use domain::claim::ClaimState;
use domain::ids::{ClaimId, OfferId, SlotId};
use domain::offer::{OfferCause, OfferState};
use futures::future::join_all;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use std::net::SocketAddr;
use std::time::Duration;

const ROUNDS: i64 = 20;
/// Who has the place, who waits, and those who come then.
const PEOPLE: usize = 12;

async fn send(address: SocketAddr, who: &Volunteer, function: &str, body: &str) -> Answer {
    let connection = crowd::connect(address).await.expect("a connection");
    crowd::send(connection, &who.cookie, function, body).await.expect("an answer")
}

async fn live(crowd: &Crowd, slot: SlotId, who: &Volunteer) -> Option<ClaimRow> {
    let mut tx = crowd.node.db.read().await.expect("a transaction");
    claims::live(&mut tx, slot, who.id).await.expect("a read")
}

async fn add(crowd: &Crowd, slot: SlotId, who: &Volunteer, state: ClaimState) -> ClaimId {
    let now = crowd.node.clock.now();
    let row = ClaimRow::new(crowd.node.new_id(), slot, who.id, state, now);
    let mut tx = crowd.node.db.write().await.expect("a transaction");
    if state.holds_place() {
        assert!(slots::take_places(&mut tx, slot, None, 1).await.expect("a place"));
    }
    claims::add(&mut tx, &ClaimRow { queued_at: Some(now), ..row.clone() }).await.expect("a claim");
    tx.commit().await.expect("a commit");
    row.id
}

/// One gives the place up while others claim it; the others' answers.
async fn freed(address: SocketAddr, crowd: &Crowd, slot: SlotId, given: ClaimId) -> Vec<Answer> {
    let [first, _, newcomers @ ..] = crowd.volunteers.as_slice() else { panic!("more people") };
    let claims = join_all(newcomers.iter().map(|who| async move {
        let connection = crowd::connect(address).await.expect("a connection");
        crowd::claim(connection, &who.cookie, slot).await.expect("an answer")
    }));
    let body = format!("claim_id={given}");
    let withdrawn = async {
        let answer = send(address, first, "withdraw", &body).await;
        assert_eq!(answer.0, 200, "{answer:?}");
    };
    let ((), answers) = tokio::join!(withdrawn, claims);
    answers
}

async fn who_waits_is_next(crowd: Crowd) {
    let program = Program::start(&crowd.url);
    let (first, second) = (&crowd.volunteers[0], &crowd.volunteers[1]);
    for (round, slot) in crowd.slots.iter().enumerate() {
        let given = add(&crowd, *slot, first, ClaimState::Approved).await;
        let waits =
            send(program.address, second, "claim", &format!("slot_id={slot}&form%5Bqueue%5D=on")).await;
        assert_eq!(waits.0, 200, "round {round}: {waits:?}");
        let state = live(&crowd, *slot, second).await.map(|claim| claim.state);
        assert_eq!(state, Some(ClaimState::Waitlisted), "round {round}");
        assert_refused(&freed(program.address, &crowd, *slot, given).await, "full");
        let kept = live(&crowd, *slot, second).await.map(|claim| claim.state);
        assert_eq!(kept, Some(ClaimState::Offered), "round {round}");
        assert_eq!(crowd.places(*slot).await, (1, 1), "round {round}: one place, and it is kept");
    }
}

/// Everybody says yes at once to stand in for one place; the answers.
async fn all_say_yes(address: SocketAddr, offers: &[(Volunteer, OfferId)]) -> Vec<Answer> {
    join_all(offers.iter().map(|(who, offer)| async move {
        send(address, who, "answer_offer", &format!("id={offer}&klucz=&przyjmuje=true")).await
    }))
    .await
}

/// Everybody but the first is asked to come instead of them.
async fn ask(crowd: &Crowd, slot: SlotId, claim: ClaimId) -> Vec<(Volunteer, OfferId)> {
    let now = crowd.node.clock.now();
    let mut tx = crowd.node.db.write().await.expect("a transaction");
    let mut asked = Vec::new();
    for who in &crowd.volunteers[1..] {
        let id: OfferId = crowd.node.new_id();
        let row = OfferRow {
            role_id: None,
            id,
            slot_id: slot,
            person_id: who.id,
            state: OfferState::Open,
            cause: OfferCause::StandIn,
            claim_id: Some(claim),
            other_claim_id: None,
            key_hash: id.0.as_bytes().repeat(2),
            offered_by: crowd.volunteers[0].id,
            offered_at: now,
            expires_at: now.plus_days(2),
            answered_at: None,
        };
        offers::add(&mut tx, &row).await.expect("an offer");
        asked.push((who.clone(), id));
    }
    tx.commit().await.expect("a commit");
    asked
}

async fn one_stands_in(crowd: Crowd) {
    let program = Program::start(&crowd.url);
    for (round, slot) in crowd.slots.iter().enumerate() {
        let given = add(&crowd, *slot, &crowd.volunteers[0], ClaimState::Approved).await;
        let asked = ask(&crowd, *slot, given).await;
        let answers = all_say_yes(program.address, &asked).await;
        assert_eq!(winners(&answers), 1, "round {round}: {answers:?}");
        for (status, body) in answers.iter().filter(|(status, _)| *status != 200) {
            assert!(
                (400..500).contains(status) && body.contains("too_late"),
                "round {round}: {status} {body}"
            );
        }
        assert_eq!(crowd.places(*slot).await, (1, 1), "round {round}");
        assert!(
            live(&crowd, *slot, &crowd.volunteers[0]).await.is_none(),
            "round {round}: the asker is free"
        );
    }
}

#[derive(Deserialize)]
struct Wish {
    slot_id: SlotId,
}

#[derive(Deserialize)]
struct Gone {
    claim_id: ClaimId,
}

#[derive(Deserialize)]
struct Yes {
    id: OfferId,
}

/// Does in two steps what belongs into one.
async fn free_then_promote(State(careless): State<Careless>, Form(gone): Form<Gone>) -> StatusCode {
    let mut tx = careless.node.db.write().await.expect("a transaction");
    let claim = claims::find(&mut tx, gone.claim_id).await.expect("a read").expect("the claim");
    let to = ClaimRow { state: ClaimState::Withdrawn, ..claim.clone() };
    assert!(claims::change(&mut tx, &claim, &to).await.expect("a change"));
    slots::free_places(&mut tx, claim.slot_id, None, 1).await.expect("freed");
    tx.commit().await.expect("a commit");
    dawdle().await;
    let mut tx = careless.node.db.write().await.expect("a transaction");
    let next = claims::queue(&mut tx, claim.slot_id).await.expect("a queue").remove(0);
    if slots::take_places(&mut tx, claim.slot_id, None, 1).await.expect("a place") {
        let to = ClaimRow { state: ClaimState::Offered, ..next.clone() };
        assert!(claims::change(&mut tx, &next, &to).await.expect("a change"));
    }
    tx.commit().await.expect("a commit");
    StatusCode::OK
}

/// As the right program does; it tries for a moment, as people do.
async fn take_if_free(
    State(careless): State<Careless>,
    headers: HeaderMap,
    Form(wish): Form<Wish>,
) -> StatusCode {
    let person = careless.who(&headers);
    for _ in 0..20 {
        let mut tx = careless.node.db.write().await.expect("a transaction");
        if slots::take_places(&mut tx, wish.slot_id, None, 1).await.expect("a place") {
            let (id, now) = (careless.node.new_id(), careless.node.clock.now());
            let row = ClaimRow::new(id, wish.slot_id, person, ClaimState::Approved, now);
            claims::add(&mut tx, &row).await.expect("a claim");
            tx.commit().await.expect("a commit");
            return StatusCode::OK;
        }
        drop(tx);
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    StatusCode::CONFLICT
}

/// Looks whether the place is there to give, and then writes.
async fn look_then_hand_over(
    State(careless): State<Careless>,
    headers: HeaderMap,
    Form(yes): Form<Yes>,
) -> StatusCode {
    let person = careless.who(&headers);
    let mut tx = careless.node.db.read().await.expect("a transaction");
    let offer = offers::find(&mut tx, yes.id).await.expect("a read").expect("the offer");
    let given =
        claims::find(&mut tx, offer.claim_id.expect("a claim")).await.expect("a read").expect("the claim");
    drop(tx);
    if given.state != ClaimState::Approved {
        return StatusCode::CONFLICT;
    }
    dawdle().await;
    let mut tx = careless.node.db.write().await.expect("a transaction");
    let to = ClaimRow { state: ClaimState::Withdrawn, ..given.clone() };
    claims::change(&mut tx, &given, &to).await.expect("a change");
    let (id, now) = (careless.node.new_id(), careless.node.clock.now());
    let row = ClaimRow::new(id, offer.slot_id, person, ClaimState::Approved, now);
    claims::add(&mut tx, &row).await.expect("a claim");
    tx.commit().await.expect("a commit");
    StatusCode::OK
}

async fn carelessness_shows(crowd: Crowd) {
    let routes = Router::new()
        .route("/api/withdraw", post(free_then_promote))
        .route("/api/claim", post(take_if_free))
        .route("/api/answer_offer", post(look_then_hand_over));
    let (address, serving) = Careless::of(&crowd).serve(routes).await;
    let (mut overtaken, mut doubled) = (0, 0);
    for slot in &crowd.slots {
        let given = add(&crowd, *slot, &crowd.volunteers[0], ClaimState::Approved).await;
        add(&crowd, *slot, &crowd.volunteers[1], ClaimState::Waitlisted).await;
        overtaken += winners(&freed(address, &crowd, *slot, given).await);
    }
    for slot in &crowd.slots {
        let mut tx = crowd.node.db.write().await.expect("a transaction");
        for claim in claims::live_of_slot(&mut tx, *slot).await.expect("claims") {
            let to = ClaimRow { state: ClaimState::Withdrawn, ..claim.clone() };
            assert!(claims::change(&mut tx, &claim, &to).await.expect("a change"));
            if claim.state.holds_place() {
                slots::free_places(&mut tx, *slot, None, 1).await.expect("freed");
            }
        }
        tx.commit().await.expect("a commit");
        let given = add(&crowd, *slot, &crowd.volunteers[0], ClaimState::Approved).await;
        let asked = ask(&crowd, *slot, given).await;
        doubled = doubled.max(winners(&all_say_yes(address, &asked).await));
    }
    serving.abort();
    println!("the careless program let {overtaken} overtake and {doubled} stand in for one");
    assert!(overtaken > 0 && doubled > 1, "the race is too tame: {overtaken}, {doubled}");
}

on_both! {
    who_waits_is_next: PEOPLE, ROUNDS, 1;
    one_stands_in: PEOPLE, ROUNDS, 1;
    carelessness_shows: PEOPLE, 4, 1;
}
