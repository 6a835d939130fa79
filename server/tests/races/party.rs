//! Coming with others, over HTTP, on both engines: a friend's yes against the inviter who takes the place back, and a
//! class that is approved while others want the same places.

use super::careless::{Careless, dawdle};
use super::crowd::{self, Crowd, Program, Volunteer};
use super::on_both;
use axum::extract::State;
use axum::routing::post as to;
use axum::{Form, Router};
use backend::context::Node;
use backend::service::{claims, invitations, parties};
use backend::session::Token;
use backend::store::claims::{self as rows, ClaimRow};
use backend::store::invitations as invited;
use domain::claim::ClaimState;
use domain::form::{ClaimForm, PartyForm};
use domain::ids::{ClaimId, SlotId};
use futures::future::join_all;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use std::net::SocketAddr;

const ROUNDS: i64 = 12;

async fn claim_of(crowd: &Crowd, who: &Volunteer, slot: SlotId) -> ClaimId {
    let mut tx = crowd.node.db.read().await.expect("a transaction");
    rows::live(&mut tx, slot, who.id).await.expect("a look").expect("a claim").id
}

async fn send(address: SocketAddr, who: &Volunteer, function: &str, body: String) -> u16 {
    let connection = crowd::connect(address).await.expect("a connection");
    let (status, body) = crowd::send(connection, &who.cookie, function, &body).await.expect("an answer");
    assert!(status < 500, "{function}: {status} {body}");
    status
}

fn yes(statuses: &[u16]) -> usize {
    statuses.iter().filter(|status| **status == 200).count()
}

/// An inviter's two places, and the friends' answers against taking the second one back: how many come, and whether it
/// was taken back.
async fn friends_race(crowd: &Crowd, address: SocketAddr, round: usize, slot: SlotId) -> (usize, bool) {
    let (inviter, friends) = crowd.volunteers.split_first().expect("people");
    let cx = crowd.volunteering(inviter);
    let form = ClaimForm { friend: "on".into(), ..ClaimForm::default() };
    let (_, key) = claims::claim_inviting(&cx, slot, &form).await.expect("two places");
    let (key, claim) = (key.expect("a key"), claim_of(crowd, inviter, slot).await);
    let answers =
        join_all(friends.iter().map(|friend| {
            send(address, friend, "answer_invitation", format!("klucz={key}&przychodzi=true"))
        }));
    let back = send(address, inviter, "take_back_invitation", format!("claim_id={claim}"));
    let (answers, back) = crowd::in_turn(round, answers, back).await;
    assert!(invitations::show(&cx, &key).await.is_err(), "the key is worth nothing after");
    (yes(&answers), back == 200)
}

/// Several friends say yes to one key while the inviter takes it back: one of them comes, or none; never two, and no place
/// is lost.
async fn one_friend_or_none(crowd: Crowd) {
    let program = Program::start(&crowd.url);
    let mut came = 0;
    for (round, slot) in crowd.slots.iter().enumerate() {
        let (winners, back) = friends_race(&crowd, program.address, round, *slot).await;
        assert_eq!(winners + usize::from(back), 1, "round {round}: {winners} {back}");
        came += winners;
        let held = 1 + i64::try_from(winners).expect("a small number");
        assert_eq!(crowd.places(*slot).await, (held, held), "round {round}");
    }
    println!("a friend came in {came} of {ROUNDS} rounds");
    assert!(came > 0 && came < crowd.slots.len(), "one outcome never came: {came}");
}

/// The answers of single people who want the places of a class, and whether it was approved.
async fn class_race(crowd: &Crowd, address: SocketAddr, round: usize, slot: SlotId) -> (usize, bool) {
    let (teacher, others) = crowd.volunteers.split_first().expect("people");
    let form = PartyForm {
        kind: "school".into(),
        name: "klasa 2b".into(),
        places: "5".into(),
        ..PartyForm::default()
    };
    let claim = parties::claim(&crowd.volunteering(teacher), slot, &form).await.expect("a request");
    let singles =
        join_all(others.iter().map(|other| send(address, other, "claim", format!("slot_id={slot}"))));
    let approve = send(address, &crowd.coordinator, "approve_claim", format!("id={claim}"));
    let (answers, approved) = crowd::in_turn(round, singles, approve).await;
    (yes(&answers), approved == 200)
}

/// A class of five is approved while ten people claim the last five places: all of the class, or five others at most.
async fn all_of_a_class_or_none(crowd: Crowd) {
    let program = Program::start(&crowd.url);
    let mut whole = 0;
    for (round, slot) in crowd.slots.iter().enumerate() {
        let (winners, approved) = class_race(&crowd, program.address, round, *slot).await;
        let held = i64::try_from(winners).expect("few") + if approved { 5 } else { 0 };
        assert!(held <= 5 && !(approved && winners > 0), "round {round}: {winners} {approved}");
        assert_eq!(crowd.places(*slot).await, (held, held), "round {round}");
        whole += usize::from(approved);
    }
    println!("the class came in {whole} of {ROUNDS} rounds");
    assert!(whole > 0 && whole < crowd.slots.len(), "one outcome never came: {whole}");
}

#[derive(Deserialize)]
struct Answered {
    klucz: String,
}

/// Looks the key up, and writes the friend's claim and that the invitation is answered without looking again.
async fn answer(
    State(careless): State<Careless>,
    headers: HeaderMap,
    Form(said): Form<Answered>,
) -> StatusCode {
    let hash = Token::parse(&said.klucz).expect("a key").hash();
    let mut tx = careless.node.db.read().await.expect("a transaction");
    let Some(open) = invited::by_key(&mut tx, &hash).await.expect("a look") else {
        return StatusCode::NOT_FOUND;
    };
    let claim = rows::find(&mut tx, open.claim_id).await.expect("a look").expect("a claim");
    drop(tx);
    dawdle().await;
    let (id, now) = (careless.node.new_id(), careless.node.clock.now());
    let friend = ClaimRow::new(id, claim.slot_id, careless.who(&headers), ClaimState::Approved, now);
    let mut tx = careless.node.db.write().await.expect("a transaction");
    rows::add(&mut tx, &friend).await.expect("a claim");
    tx.query("UPDATE invitation SET state = 'accepted' WHERE id = $1")
        .bind(open.id)
        .run()
        .await
        .expect("written");
    tx.commit().await.expect("a commit");
    StatusCode::OK
}

#[derive(Deserialize)]
struct Wish {
    id: Option<ClaimId>,
    claim_id: Option<ClaimId>,
    slot_id: Option<SlotId>,
}

/// Looks whether the invitation is open, and then ends it.
async fn take_back(State(Careless { node, .. }): State<Careless>, Form(wish): Form<Wish>) -> StatusCode {
    let mut tx = node.db.read().await.expect("a transaction");
    let found = invited::open_of(&mut tx, wish.claim_id.expect("a claim")).await.expect("a look");
    drop(tx);
    let Some(open) = found else { return StatusCode::CONFLICT };
    dawdle().await;
    let mut tx = node.db.write().await.expect("a transaction");
    tx.query("UPDATE invitation SET state = 'taken_back' WHERE id = $1")
        .bind(open.id)
        .run()
        .await
        .expect("written");
    tx.commit().await.expect("a commit");
    StatusCode::OK
}

/// Whether so many more fit by what claims hold now.
async fn room(node: &Node, slot: SlotId, places: i64) -> bool {
    let mut tx = node.db.read().await.expect("a transaction");
    let live = rows::live_of_slot(&mut tx, slot).await.expect("claims");
    live.iter().map(ClaimRow::places_held).sum::<i64>() + places <= 5
}

/// Looks whether the whole group fits, and then writes.
async fn approve(State(Careless { node, .. }): State<Careless>, Form(wish): Form<Wish>) -> StatusCode {
    let id = wish.id.expect("a claim");
    let mut tx = node.db.read().await.expect("a transaction");
    let claim = rows::find(&mut tx, id).await.expect("a look").expect("a claim");
    drop(tx);
    if !room(&node, claim.slot_id, claim.places).await {
        return StatusCode::CONFLICT;
    }
    dawdle().await;
    let mut tx = node.db.write().await.expect("a transaction");
    tx.query("UPDATE claim SET state = 'approved' WHERE id = $1").bind(id).run().await.expect("written");
    tx.commit().await.expect("a commit");
    StatusCode::OK
}

/// The same for one.
async fn claim(State(careless): State<Careless>, headers: HeaderMap, Form(wish): Form<Wish>) -> StatusCode {
    let slot = wish.slot_id.expect("a date");
    if !room(&careless.node, slot, 1).await {
        return StatusCode::CONFLICT;
    }
    dawdle().await;
    let (id, now) = (careless.node.new_id(), careless.node.clock.now());
    let row = ClaimRow::new(id, slot, careless.who(&headers), ClaimState::Approved, now);
    let mut tx = careless.node.db.write().await.expect("a transaction");
    rows::add(&mut tx, &row).await.expect("a claim");
    tx.commit().await.expect("a commit");
    StatusCode::OK
}

/// The same races against the careless program: several friends come by one key, or one by a key that was taken back;
/// and a class comes beside others. So the tests can fail.
async fn carelessness_with_friends_shows(crowd: Crowd) {
    let routes = Router::new()
        .route("/api/answer_invitation", to(answer))
        .route("/api/take_back_invitation", to(take_back));
    let (address, serving) = Careless::of(&crowd).serve(routes).await;
    let mut wrong = 0;
    for (round, slot) in crowd.slots.iter().enumerate() {
        let (winners, back) = friends_race(&crowd, address, round, *slot).await;
        wrong += usize::from(winners + usize::from(back) != 1);
    }
    serving.abort();
    assert!(wrong > 0, "the race is too tame");
}

async fn carelessness_with_a_class_shows(crowd: Crowd) {
    let routes = Router::new().route("/api/approve_claim", to(approve)).route("/api/claim", to(claim));
    let (address, serving) = Careless::of(&crowd).serve(routes).await;
    let mut beside = 0;
    for (round, slot) in crowd.slots.iter().enumerate().skip(2) {
        let (winners, approved) = class_race(&crowd, address, round, *slot).await;
        beside += usize::from(approved && winners > 0);
    }
    serving.abort();
    assert!(beside > 0, "the race is too tame");
}

on_both! {
    one_friend_or_none: 5, ROUNDS, 5;
    all_of_a_class_or_none: 11, ROUNDS, 5;
    carelessness_with_friends_shows: 5, 6, 5;
    carelessness_with_a_class_shows: 11, 8, 5;
}
