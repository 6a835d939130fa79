//! 100 people want the only place of one role at the same moment, while another role of the same date has room; over
//! HTTP, round after round.

mod crowd;

use axum::extract::State;
use axum::routing::post;
use axum::{Form, Router};
use backend::context::Node;
use backend::service::opportunities;
use backend::store::claims::{self, ClaimRow};
use backend::store::{roles, slots};
use crowd::{Answer, Crowd, Program};
use domain::claim::ClaimState;
use domain::form::{OpportunityForm, RoleForm};
use domain::ids::{PersonId, RoleId, SlotId};
use domain::role::RolePlan;
use futures::future::join_all;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;

const PEOPLE: usize = 100;
const PLACES: i64 = 60;
const ROUNDS: i64 = 10;

/// Every date gets a driver and many packers; the driver's role.
async fn with_driver(crowd: &Crowd) -> RoleId {
    let desk = crowd.desk();
    let id = crowd.opportunity;
    let form = opportunities::editor(&desk, Some(id)).await.expect("the editor").form;
    let role = |name: &str| RoleForm { name: name.into(), ..RoleForm::default() };
    let form = OpportunityForm { roles: vec![role("kierowca"), role("pakowanie")], ..form };
    opportunities::update(&desk, id, &form).await.expect("roles");
    let view = opportunities::editor(&desk, Some(id)).await.expect("the editor");
    let (driving, packing) = (view.roles[0].id, view.roles[1].id);
    let plan = |role_id, max_places| RolePlan { role_id, min_places: 1, max_places };
    let plans = vec![plan(driving, 1), plan(packing, PLACES - 1)];
    let dates: Vec<_> = crowd.slots.iter().map(|slot| (*slot, plans.clone())).collect();
    let mut tx = crowd.node.db.write().await.expect("a transaction");
    roles::put(&mut tx, &dates).await.expect("roles");
    tx.commit().await.expect("a commit");
    driving
}

/// Everybody wants to drive at once, on connections that are open already.
async fn rush(address: SocketAddr, crowd: &Crowd, slot: SlotId, role: RoleId) -> Vec<Answer> {
    let connections = join_all(crowd.volunteers.iter().map(|_| crowd::connect(address))).await;
    let claims = crowd.volunteers.iter().zip(connections).map(|(volunteer, connection)| async move {
        let body = format!("slot_id={slot}&form[role]={role}");
        let connection = connection.expect("a connection");
        crowd::send(connection, &volunteer.cookie, "claim", &body).await.expect("an answer")
    });
    join_all(claims).await
}

fn winners(answers: &[Answer]) -> usize {
    answers.iter().filter(|(status, _)| *status == 200).count()
}

async fn one_driver(crowd: Crowd) {
    let driving = with_driver(&crowd).await;
    let program = Program::start(&crowd.url);
    for (round, slot) in crowd.slots.iter().enumerate() {
        let answers = rush(program.address, &crowd, *slot, driving).await;
        assert_eq!(winners(&answers), 1, "round {round}: {answers:?}");
        for (status, body) in answers.iter().filter(|(status, _)| *status != 200) {
            assert!(
                (400..500).contains(status) && body.contains(r#""full""#),
                "round {round}: {status} {body}"
            );
        }
        assert_eq!(crowd.places(*slot).await, (1, 1), "round {round}");
        let mut tx = crowd.node.db.read().await.expect("a transaction");
        let row = slots::find(&mut tx, *slot).await.expect("a read").expect("the slot");
        let taken: Vec<i64> = row.roles.iter().map(|role| role.taken).collect();
        assert_eq!(taken, [1, 0], "round {round}: by role");
    }
}

/// A program that guards the date's places by the statement, and of the role only looks whether it has room.
#[derive(Clone)]
struct Careless {
    node: Arc<Node>,
    people: Arc<HashMap<String, PersonId>>,
    driving: RoleId,
}

#[derive(Deserialize)]
struct Wish {
    slot_id: SlotId,
}

async fn look_at_the_role_then_write(
    State(careless): State<Careless>,
    headers: HeaderMap,
    Form(wish): Form<Wish>,
) -> StatusCode {
    let mut tx = careless.node.db.read().await.expect("a transaction");
    let held = claims::live_of_slot(&mut tx, wish.slot_id).await.expect("claims");
    drop(tx);
    if held.iter().any(|claim| claim.role_id == Some(careless.driving)) {
        return StatusCode::CONFLICT;
    }
    let cookie = headers["cookie"].to_str().expect("text");
    let (id, person) = (careless.node.new_id(), careless.people[cookie]);
    let now = careless.node.clock.now();
    let claim = ClaimRow {
        role_id: Some(careless.driving),
        ..ClaimRow::new(id, wish.slot_id, person, ClaimState::Approved, now)
    };
    let mut tx = careless.node.db.write().await.expect("a transaction");
    let taken = tx
        .query("UPDATE slot SET taken = taken + 1 WHERE id = $1 AND taken < max_places")
        .bind(wish.slot_id)
        .run()
        .await
        .expect("a place");
    if taken == 0 {
        return StatusCode::CONFLICT;
    }
    claims::add(&mut tx, &claim).await.expect("a claim");
    tx.commit().await.expect("a commit");
    StatusCode::OK
}

/// The same rush against the careless program makes several people drive: so the test can fail.
async fn carelessness_shows(crowd: Crowd) {
    let driving = with_driver(&crowd).await;
    let people = crowd.volunteers.iter().map(|volunteer| (volunteer.cookie.clone(), volunteer.id)).collect();
    let careless = Careless { node: crowd.node.clone(), people: Arc::new(people), driving };
    let routes = Router::new().route("/api/claim", post(look_at_the_role_then_write)).with_state(careless);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let serving = tokio::spawn(async move { axum::serve(listener, routes).await });
    let mut given = 0;
    for slot in &crowd.slots {
        given = given.max(winners(&rush(address, &crowd, *slot, driving).await));
    }
    serving.abort();
    println!("the careless program made {given} drive in the place of one");
    assert!(given > 1, "the rush is too tame: {given}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_driver_on_sqlite() {
    one_driver(Crowd::on_sqlite(PEOPLE, ROUNDS, PLACES).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_driver_on_postgres() {
    one_driver(Crowd::on_postgres(PEOPLE, ROUNDS, PLACES).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn carelessness_shows_on_sqlite() {
    carelessness_shows(Crowd::on_sqlite(PEOPLE, 3, PLACES).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn carelessness_shows_on_postgres() {
    carelessness_shows(Crowd::on_postgres(PEOPLE, 3, PLACES).await).await;
}
