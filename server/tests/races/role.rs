//! 100 people want the only place of one role at the same moment, while another role of the same date has room; over
//! HTTP, round after round.

use super::careless::{Careless, dawdle};
use super::crowd::{Answer, Crowd, Program, assert_refused, rush, winners};
use super::on_both;
use axum::extract::State;
use axum::routing::post;
use axum::{Form, Router};
use backend::service::opportunities;
use backend::store::claims::{self, ClaimRow};
use backend::store::{roles, slots};
use domain::claim::ClaimState;
use domain::form::{OpportunityForm, RoleForm};
use domain::ids::{RoleId, SlotId};
use domain::role::RolePlan;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use std::net::SocketAddr;

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

async fn everybody_drives(address: SocketAddr, crowd: &Crowd, slot: SlotId, role: RoleId) -> Vec<Answer> {
    rush(address, crowd, "claim", &format!("slot_id={slot}&form%5Brole%5D={role}")).await
}

async fn one_driver(crowd: Crowd) {
    let driving = with_driver(&crowd).await;
    let program = Program::start(&crowd.url);
    for (round, slot) in crowd.slots.iter().enumerate() {
        let answers = everybody_drives(program.address, &crowd, *slot, driving).await;
        assert_eq!(winners(&answers), 1, "round {round}: {answers:?}");
        assert_refused(&answers, "full");
        assert_eq!(crowd.places(*slot).await, (1, 1), "round {round}");
        let mut tx = crowd.node.db.read().await.expect("a transaction");
        let row = slots::find(&mut tx, *slot).await.expect("a read").expect("the slot");
        let taken: Vec<i64> = row.roles.iter().map(|role| role.taken).collect();
        assert_eq!(taken, [1, 0], "round {round}: by role");
    }
}

#[derive(Deserialize)]
struct Wish {
    slot_id: SlotId,
    #[serde(rename = "form[role]")]
    role: RoleId,
}

/// Guards the date's places by the statement, and of the role only looks whether it has room.
async fn look_at_the_role_then_write(
    State(careless): State<Careless>,
    headers: HeaderMap,
    Form(wish): Form<Wish>,
) -> StatusCode {
    let mut tx = careless.node.db.read().await.expect("a transaction");
    let held = claims::live_of_slot(&mut tx, wish.slot_id).await.expect("claims");
    drop(tx);
    if held.iter().any(|claim| claim.role_id == Some(wish.role)) {
        return StatusCode::CONFLICT;
    }
    dawdle().await;
    let (id, person) = (careless.node.new_id(), careless.who(&headers));
    let now = careless.node.clock.now();
    let claim = ClaimRow {
        role_id: Some(wish.role),
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
    let routes = Router::new().route("/api/claim", post(look_at_the_role_then_write));
    let (address, serving) = Careless::of(&crowd).serve(routes).await;
    let mut given = 0;
    for slot in &crowd.slots {
        given = given.max(winners(&everybody_drives(address, &crowd, *slot, driving).await));
    }
    serving.abort();
    println!("the careless program made {given} drive in the place of one");
    assert!(given > 1, "the rush is too tame: {given}");
}

on_both! {
    one_driver: PEOPLE, ROUNDS, PLACES;
    carelessness_shows: PEOPLE, 3, PLACES;
}
