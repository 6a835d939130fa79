//! 200 people want the 5 places of a slot at the same moment, over HTTP, round after round.

use super::careless::{Careless, dawdle};
use super::crowd::{Answer, Crowd, Program, assert_refused, rush, winners};
use super::on_both;
use axum::extract::State;
use axum::routing::post;
use axum::{Form, Router};
use backend::store::claims::{self, ClaimRow};
use domain::claim::ClaimState;
use domain::ids::SlotId;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use std::net::SocketAddr;
use std::time::Instant;

const PEOPLE: usize = 200;
const PLACES: i64 = 5;
const ROUNDS: i64 = 20;

async fn everybody_claims(address: SocketAddr, crowd: &Crowd, slot: SlotId) -> Vec<Answer> {
    rush(address, crowd, "claim", &format!("slot_id={slot}")).await
}

async fn exactly_five(crowd: Crowd) {
    let program = Program::start(&crowd.url);
    let places = usize::try_from(PLACES).expect("a small number");
    for (round, slot) in crowd.slots.iter().enumerate() {
        let started = Instant::now();
        let answers = everybody_claims(program.address, &crowd, *slot).await;
        println!("round {round}: {} ms", started.elapsed().as_millis());
        assert_eq!(winners(&answers), places, "round {round}: {answers:?}");
        assert_refused(&answers, "full");
        assert_eq!(crowd.places(*slot).await, (PLACES, PLACES), "round {round}");
    }
}

#[derive(Deserialize)]
struct Wish {
    slot_id: SlotId,
}

/// Looks whether there is room, and then writes.
async fn look_then_write(
    State(careless): State<Careless>,
    headers: HeaderMap,
    Form(wish): Form<Wish>,
) -> StatusCode {
    let mut tx = careless.node.db.read().await.expect("a transaction");
    let held = claims::live_of_slot(&mut tx, wish.slot_id).await.expect("claims");
    drop(tx);
    if i64::try_from(held.len()).expect("a small number") >= PLACES {
        return StatusCode::CONFLICT;
    }
    dawdle().await;
    let (id, person) = (careless.node.new_id(), careless.who(&headers));
    let now = careless.node.clock.now();
    let claim = ClaimRow::new(id, wish.slot_id, person, ClaimState::Approved, now);
    let mut tx = careless.node.db.write().await.expect("a transaction");
    claims::add(&mut tx, &claim).await.expect("a claim");
    tx.commit().await.expect("a commit");
    StatusCode::OK
}

/// The same rush against the careless program gives more places than there are: so the test can fail.
async fn carelessness_shows(crowd: Crowd) {
    let routes = Router::new().route("/api/claim", post(look_then_write));
    let (address, serving) = Careless::of(&crowd).serve(routes).await;
    let mut given = 0;
    for slot in &crowd.slots {
        given = given.max(winners(&everybody_claims(address, &crowd, *slot).await));
    }
    serving.abort();
    println!("the careless program gave {given} of {PLACES} places");
    assert!(given > usize::try_from(PLACES).expect("a small number"), "the rush is too tame: {given}");
}

on_both! {
    exactly_five: PEOPLE, ROUNDS, PLACES;
    carelessness_shows: PEOPLE, 3, PLACES;
}
