//! A freed place goes to who waits, whoever else claims at that moment; and of many who would stand in, one takes the
//! place. Over HTTP, round after round, each with a careless program that shows that the race is one.

mod crowd;

use axum::extract::State;
use axum::routing::post;
use axum::{Form, Router};
use backend::context::Node;
use backend::store::claims::{self, ClaimRow};
use backend::store::offers::{self, OfferRow};
use backend::store::slots;
use crowd::{Answer, Crowd, Program, Volunteer};
use domain::claim::ClaimState;
use domain::ids::{ClaimId, OfferId, PersonId, SlotId};
use domain::offer::{OfferCause, OfferState};
use futures::future::join_all;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
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
        assert!(waits.0 == 200 && waits.1.contains("waitlisted"), "round {round}: {waits:?}");
        for (status, body) in freed(program.address, &crowd, *slot, given).await {
            assert!(
                (400..500).contains(&status) && body.contains(r#""full""#),
                "round {round}: {status} {body}"
            );
        }
        let kept = live(&crowd, *slot, second).await.map(|claim| claim.state);
        assert_eq!(kept, Some(ClaimState::Offered), "round {round}");
        assert_eq!(crowd.places(*slot).await, (1, 0), "round {round}: one place, and it is kept");
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

fn winners(answers: &[Answer]) -> usize {
    answers.iter().filter(|(status, _)| *status == 200).count()
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

/// A program that does in two steps what belongs into one, and looks before it writes: what must not be done.
#[derive(Clone)]
struct Careless {
    node: Arc<Node>,
    people: Arc<HashMap<String, PersonId>>,
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

impl Careless {
    fn of(crowd: &Crowd) -> Self {
        let people =
            crowd.volunteers.iter().map(|volunteer| (volunteer.cookie.clone(), volunteer.id)).collect();
        Self { node: crowd.node.clone(), people: Arc::new(people) }
    }

    fn who(&self, headers: &HeaderMap) -> PersonId {
        self.people[headers["cookie"].to_str().expect("text")]
    }

    async fn serve(self) -> (SocketAddr, tokio::task::JoinHandle<()>) {
        let routes = Router::new()
            .route("/api/withdraw", post(free_then_promote))
            .route("/api/claim", post(take_if_free))
            .route("/api/answer_offer", post(look_then_hand_over))
            .with_state(self);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let serving = tokio::spawn(async move { axum::serve(listener, routes).await.expect("serves") });
        (address, serving)
    }
}

async fn free_then_promote(State(careless): State<Careless>, Form(gone): Form<Gone>) -> StatusCode {
    let mut tx = careless.node.db.write().await.expect("a transaction");
    let claim = claims::find(&mut tx, gone.claim_id).await.expect("a read").expect("the claim");
    let to = ClaimRow { state: ClaimState::Withdrawn, ..claim.clone() };
    assert!(claims::change(&mut tx, &claim, &to).await.expect("a change"));
    slots::free_places(&mut tx, claim.slot_id, None, 1).await.expect("freed");
    tx.commit().await.expect("a commit");
    tokio::time::sleep(Duration::from_millis(5)).await;
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
    let (address, serving) = Careless::of(&crowd).serve().await;
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_waits_is_next_on_sqlite() {
    who_waits_is_next(Crowd::on_sqlite(PEOPLE, ROUNDS, 1).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_waits_is_next_on_postgres() {
    who_waits_is_next(Crowd::on_postgres(PEOPLE, ROUNDS, 1).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_stands_in_on_sqlite() {
    one_stands_in(Crowd::on_sqlite(PEOPLE, ROUNDS, 1).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_stands_in_on_postgres() {
    one_stands_in(Crowd::on_postgres(PEOPLE, ROUNDS, 1).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn carelessness_shows_on_sqlite() {
    carelessness_shows(Crowd::on_sqlite(PEOPLE, 4, 1).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn carelessness_shows_on_postgres() {
    carelessness_shows(Crowd::on_postgres(PEOPLE, 4, 1).await).await;
}
