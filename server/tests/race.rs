//! 200 people want the 5 places of a slot at the same moment, over HTTP, round after round.

mod crowd;

use axum::extract::State;
use axum::routing::post;
use axum::{Form, Router};
use backend::context::Node;
use backend::store::claims::{self, ClaimRow};
use crowd::{Answer, Crowd, Program};
use domain::claim::ClaimState;
use domain::ids::{PersonId, SlotId};
use futures::future::join_all;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

const PEOPLE: usize = 200;
const PLACES: i64 = 5;
const ROUNDS: i64 = 20;

/// Everybody claims at once, on connections that are open already.
async fn rush(address: SocketAddr, crowd: &Crowd, slot: SlotId) -> Vec<Answer> {
    let connections = join_all(crowd.volunteers.iter().map(|_| crowd::connect(address))).await;
    let claims = crowd.volunteers.iter().zip(connections).map(|(volunteer, connection)| async move {
        let connection = connection.expect("a connection");
        crowd::claim(connection, &volunteer.cookie, slot).await.expect("an answer")
    });
    join_all(claims).await
}

fn winners(answers: &[Answer]) -> usize {
    answers.iter().filter(|(status, _)| *status == 200).count()
}

async fn exactly_five(crowd: Crowd) {
    let program = Program::start(&crowd.url);
    let places = usize::try_from(PLACES).expect("a small number");
    for (round, slot) in crowd.slots.iter().enumerate() {
        let started = Instant::now();
        let answers = rush(program.address, &crowd, *slot).await;
        println!("round {round}: {} ms", started.elapsed().as_millis());
        assert_eq!(winners(&answers), places, "round {round}: {answers:?}");
        for (status, body) in answers.iter().filter(|(status, _)| *status != 200) {
            assert!(
                (400..500).contains(status) && body.contains(r#""full""#),
                "round {round}: {status} {body}"
            );
        }
        assert_eq!(crowd.places(*slot).await, (PLACES, PLACES), "round {round}");
    }
}

/// A program that looks whether there is room, and then writes: what must not be done.
#[derive(Clone)]
struct Careless {
    node: Arc<Node>,
    people: Arc<HashMap<String, PersonId>>,
}

#[derive(Deserialize)]
struct Wish {
    slot_id: SlotId,
}

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
    let cookie = headers["cookie"].to_str().expect("text");
    let (id, person) = (careless.node.new_id(), careless.people[cookie]);
    let now = careless.node.clock.now();
    let claim = ClaimRow::new(id, wish.slot_id, person, ClaimState::Approved, now);
    let mut tx = careless.node.db.write().await.expect("a transaction");
    claims::add(&mut tx, &claim).await.expect("a claim");
    tx.commit().await.expect("a commit");
    StatusCode::OK
}

/// The same rush against the careless program gives more places than there are: so the test can fail.
async fn carelessness_shows(crowd: Crowd) {
    let people = crowd.volunteers.iter().map(|volunteer| (volunteer.cookie.clone(), volunteer.id)).collect();
    let careless = Careless { node: crowd.node.clone(), people: Arc::new(people) };
    let routes = Router::new().route("/api/claim", post(look_then_write)).with_state(careless);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let serving = tokio::spawn(async move { axum::serve(listener, routes).await });
    let mut given = 0;
    for slot in &crowd.slots {
        given = given.max(winners(&rush(address, &crowd, *slot).await));
    }
    serving.abort();
    println!("the careless program gave {given} of {PLACES} places");
    assert!(given > usize::try_from(PLACES).expect("a small number"), "the rush is too tame: {given}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exactly_five_on_sqlite() {
    exactly_five(Crowd::on_sqlite(PEOPLE, ROUNDS, PLACES).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exactly_five_on_postgres() {
    exactly_five(Crowd::on_postgres(PEOPLE, ROUNDS, PLACES).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn carelessness_shows_on_sqlite() {
    carelessness_shows(Crowd::on_sqlite(PEOPLE, 3, PLACES).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn carelessness_shows_on_postgres() {
    carelessness_shows(Crowd::on_postgres(PEOPLE, 3, PLACES).await).await;
}
