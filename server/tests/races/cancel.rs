//! One approves a claim while its person steps back, or while another calls the date off: over HTTP, round after
//! round. Whatever comes first, a claim that was given up never ends with a place.

use super::careless::{Careless, dawdle};
use super::crowd::{self, Answer, Crowd, Program, Volunteer};
use super::on_both;
use axum::extract::State;
use axum::routing::post;
use axum::{Form, Router};
use backend::store::{claims, history};
use domain::claim::{ClaimState, ClaimStep};
use domain::ids::{ClaimId, SlotId};
use http::StatusCode;
use serde::Deserialize;
use std::net::SocketAddr;

const ROUNDS: i64 = 24;

/// What stands against the approval.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Against {
    Withdraw,
    CancelDate,
}

/// A crowd of one volunteer, whose claims wait for approval.
async fn waiting(crowd: &Crowd) -> Vec<(SlotId, ClaimId)> {
    let mut tx = crowd.node.db.write().await.expect("a transaction");
    tx.query("UPDATE opportunity SET claim_rule = 'approval'").run().await.expect("the rule");
    let mut waiting = Vec::new();
    for slot in &crowd.slots {
        let (id, person) = (crowd.node.new_id(), crowd.volunteers[0].id);
        let claim = claims::ClaimRow::new(id, *slot, person, ClaimState::Pending, crowd.node.clock.now());
        claims::add(&mut tx, &claim).await.expect("a claim");
        waiting.push((*slot, id));
    }
    tx.commit().await.expect("a commit");
    waiting
}

/// Both on connections that are open already.
async fn both(
    address: SocketAddr,
    round: usize,
    approve: (&Volunteer, ClaimId),
    against: (&Volunteer, &str, String),
) -> (Answer, Answer) {
    let (one, other) = tokio::join!(crowd::connect(address), crowd::connect(address));
    let (one, other) = (one.expect("a connection"), other.expect("a connection"));
    let body = format!("id={}", approve.1);
    let approving = crowd::send(one, &approve.0.cookie, "approve_claim", &body);
    let ending = crowd::send(other, &against.0.cookie, against.1, &against.2);
    let (approved, ended) = crowd::in_turn(round, approving, ending).await;
    (approved.expect("an answer"), ended.expect("an answer"))
}

async fn race(
    crowd: &Crowd,
    address: SocketAddr,
    against: Against,
) -> Vec<(Answer, Answer, SlotId, ClaimId)> {
    let (anna, marek) = (
        crowd::add_coordinator(&crowd.node, "anna").await,
        crowd::add_coordinator(&crowd.node, "marek").await,
    );
    let mut rounds = Vec::new();
    for (round, (slot, claim)) in waiting(crowd).await.into_iter().enumerate() {
        let other = match against {
            Against::Withdraw => (&crowd.volunteers[0], "withdraw", format!("claim_id={claim}")),
            Against::CancelDate => (&marek, "cancel_slot", format!("id={slot}&reason=Awaria")),
        };
        let (approved, ended) = both(address, round, (&anna, claim), other).await;
        rounds.push((approved, ended, slot, claim));
    }
    rounds
}

async fn approving_against_stepping_back(crowd: Crowd) {
    never_both(&crowd, Against::Withdraw).await;
}

async fn approving_against_calling_off(crowd: Crowd) {
    never_both(&crowd, Against::CancelDate).await;
}

async fn never_both(crowd: &Crowd, against: Against) {
    let program = Program::start(&crowd.url);
    let mut orders = [0, 0, 0];
    for (approved, ended, slot, claim) in race(crowd, program.address, against).await {
        let mut tx = crowd.node.db.read().await.expect("a transaction");
        let row = claims::find(&mut tx, claim).await.expect("a claim").expect("a claim");
        let steps: Vec<_> = history::of_claim(&mut tx, claim).await.expect("its history");
        let steps: Vec<_> = steps.into_iter().map(|row| row.step).collect();
        let (end, step) = match against {
            Against::Withdraw => (ClaimState::Withdrawn, ClaimStep::Withdraw),
            Against::CancelDate => (ClaimState::Cancelled, ClaimStep::Cancel),
        };
        drop(tx);
        let told = format!("{approved:?} {ended:?} {row:?} {steps:?}");
        assert!([200, 409].contains(&approved.0) && [200, 409].contains(&ended.0), "{told}");
        if ended.0 == 200 {
            assert_eq!((row.state, crowd.places(slot).await), (end, (0, 0)), "given up is given up: {told}");
            assert_eq!(steps.last(), Some(&step), "{told}");
            assert_eq!(steps.contains(&ClaimStep::Approve), approved.0 == 200, "{told}");
        } else {
            // The other was faster while this one had read already: it is told so and has done nothing.
            assert_eq!(
                (approved.0, row.state, crowd.places(slot).await),
                (200, ClaimState::Approved, (1, 1)),
                "{told}"
            );
        }
        orders[match (approved.0, ended.0) {
            (200, 200) => 0,
            (_, 200) => 1,
            _ => 2,
        }] += 1;
    }
    assert!(orders[0] > 0 && orders[1] > 0, "one order never came: {orders:?}");
    println!(
        "{against:?}: approved then given up {}, given up alone {}, approved alone {}",
        orders[0], orders[1], orders[2]
    );
}

#[derive(Deserialize)]
struct Wish {
    id: Option<ClaimId>,
    claim_id: Option<ClaimId>,
}

/// Looks, and then writes without looking again.
async fn look_then_write(Careless { node, .. }: Careless, id: ClaimId, to: ClaimState) -> StatusCode {
    let mut tx = node.db.read().await.expect("a transaction");
    let claim = claims::find(&mut tx, id).await.expect("a claim").expect("a claim");
    drop(tx);
    if claim.state != ClaimState::Pending {
        return StatusCode::CONFLICT;
    }
    dawdle().await;
    let mut tx = node.db.write().await.expect("a transaction");
    tx.query("UPDATE claim SET state = $2 WHERE id = $1").bind(id).bind(to).run().await.expect("written");
    tx.commit().await.expect("a commit");
    StatusCode::OK
}

async fn approve(State(careless): State<Careless>, Form(wish): Form<Wish>) -> StatusCode {
    look_then_write(careless, wish.id.expect("a claim"), ClaimState::Approved).await
}

async fn withdraw(State(careless): State<Careless>, Form(wish): Form<Wish>) -> StatusCode {
    look_then_write(careless, wish.claim_id.expect("a claim"), ClaimState::Withdrawn).await
}

#[derive(Deserialize)]
struct Off {
    id: SlotId,
}

/// Looks who is there, and cancels the date and these afterwards.
async fn call_off(State(Careless { node, .. }): State<Careless>, Form(off): Form<Off>) -> StatusCode {
    let mut tx = node.db.read().await.expect("a transaction");
    let seen = claims::live_of_slot(&mut tx, off.id).await.expect("claims");
    drop(tx);
    dawdle().await;
    let mut tx = node.db.write().await.expect("a transaction");
    tx.query("UPDATE slot SET state = 'cancelled' WHERE id = $1").bind(off.id).run().await.expect("written");
    for claim in seen {
        let to = ClaimState::Cancelled;
        tx.query("UPDATE claim SET state = $2 WHERE id = $1")
            .bind(claim.id)
            .bind(to)
            .run()
            .await
            .expect("written");
    }
    tx.commit().await.expect("a commit");
    StatusCode::OK
}

/// The same races against the careless program end with people who have a place that was given up, or on a date that
/// does not take place: so the tests can fail.
async fn carelessness_shows(crowd: Crowd, against: Against) {
    let routes = Router::new()
        .route("/api/approve_claim", post(approve))
        .route("/api/withdraw", post(withdraw))
        .route("/api/cancel_slot", post(call_off));
    let (address, serving) = Careless::of(&crowd).serve(routes).await;
    let rounds = race(&crowd, address, against).await;
    serving.abort();
    let mut ghosts = 0;
    for (_, ended, _, claim) in rounds {
        let mut tx = crowd.node.db.read().await.expect("a transaction");
        let state = claims::find(&mut tx, claim).await.expect("a look").expect("a claim").state;
        ghosts += usize::from(ended.0 == 200 && state == ClaimState::Approved);
    }
    println!("{against:?}: the careless program left {ghosts} ghosts");
    assert!(ghosts > 0, "the race is too tame");
}

async fn carelessness_in_stepping_back_shows(crowd: Crowd) {
    carelessness_shows(crowd, Against::Withdraw).await;
}

async fn carelessness_in_calling_off_shows(crowd: Crowd) {
    carelessness_shows(crowd, Against::CancelDate).await;
}

on_both! {
    approving_against_stepping_back: 1, ROUNDS, 1;
    approving_against_calling_off: 1, ROUNDS, 1;
    carelessness_in_stepping_back_shows: 1, ROUNDS, 1;
    carelessness_in_calling_off_shows: 1, ROUNDS, 1;
}
