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
use std::time::Duration;

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

/// Both at the same moment, on connections that are open already; every second round the other one is first to speak.
async fn both(
    address: SocketAddr,
    round: usize,
    approve: (&Volunteer, ClaimId),
    against: (&Volunteer, &str, String),
) -> (Answer, Answer) {
    let (one, other) = tokio::join!(crowd::connect(address), crowd::connect(address));
    let (one, other) = (one.expect("a connection"), other.expect("a connection"));
    let pause = |first: bool| Duration::from_micros(if first { 0 } else { 150 * (round as u64 % 8) });
    let approving = async {
        tokio::time::sleep(pause(round.is_multiple_of(2))).await;
        crowd::send(one, &approve.0.cookie, "approve_claim", &format!("id={}", approve.1)).await
    };
    let ending = async {
        tokio::time::sleep(pause(!round.is_multiple_of(2))).await;
        crowd::send(other, &against.0.cookie, against.1, &against.2).await
    };
    let (approved, ended) = tokio::join!(approving, ending);
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

/// The same race against the careless program ends with people who gave up and have a place: so the test can fail.
async fn carelessness_shows(crowd: Crowd) {
    let routes =
        Router::new().route("/api/approve_claim", post(approve)).route("/api/withdraw", post(withdraw));
    let (address, serving) = Careless::of(&crowd).serve(routes).await;
    let rounds = race(&crowd, address, Against::Withdraw).await;
    serving.abort();
    let both = rounds.iter().filter(|(approved, ended, ..)| approved.0 == 200 && ended.0 == 200).count();
    println!("the careless program let both win in {both} rounds");
    assert!(both > 0, "the race is too tame");
}

on_both! {
    approving_against_stepping_back: 1, ROUNDS, 1;
    approving_against_calling_off: 1, ROUNDS, 1;
    carelessness_shows: 1, ROUNDS, 1;
}
