//! The program is killed in the middle of claims; after the restart nothing that was promised is missing.

use super::crowd::{self, Crowd, Program, Volunteer};
use super::on_both;
use domain::ids::{PersonId, SlotId};
use futures::future::join_all;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

const PEOPLE: usize = 24;
const WEEKS: i64 = 60;
const PLACES: i64 = 16;
const KILLS: usize = 4;
/// Promises to wait for before the program is killed.
const PROMISES: usize = 80;

/// Claims one slot after the other until the program is gone; what it was promised.
async fn claim_on(
    address: SocketAddr,
    me: Volunteer,
    slots: Vec<SlotId>,
    count: Arc<AtomicUsize>,
) -> Vec<(PersonId, SlotId)> {
    let mut promised = Vec::new();
    for slot in slots {
        let Ok(connection) = crowd::connect(address).await else { break };
        match crowd::claim(connection, &me.cookie, slot).await {
            Ok((200, _)) => {
                promised.push((me.id, slot));
                count.fetch_add(1, Ordering::Relaxed);
            }
            Ok((status, body)) => assert!((400..500).contains(&status), "{status} {body}"),
            Err(_) => break,
        }
    }
    promised
}

async fn promises_outlive_the_program(crowd: Crowd) {
    let mut promised = Vec::new();
    let slots_a_kill = crowd.slots.len() / KILLS;
    for (kill, slots) in crowd.slots.chunks(slots_a_kill).enumerate() {
        let mut program = Program::start(&crowd.url);
        let count = Arc::new(AtomicUsize::new(0));
        let claimants = crowd.volunteers.iter().cloned();
        let claimants: Vec<_> = claimants
            .map(|me| tokio::spawn(claim_on(program.address, me, slots.to_vec(), count.clone())))
            .collect();
        while count.load(Ordering::Relaxed) < PROMISES {
            assert!(!claimants.iter().all(tokio::task::JoinHandle::is_finished), "too few claims: {count:?}");
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        program.kill();
        let told = join_all(claimants).await.into_iter().flat_map(|claimant| claimant.expect("a claimant"));
        promised.extend(told);
        println!("kill {kill}: {} promises so far", promised.len());
    }
    let _program = Program::start(&crowd.url);
    check(&crowd, &promised).await;
}

async fn check(crowd: &Crowd, promised: &[(PersonId, SlotId)]) {
    let mut tx = crowd.node.db.read().await.expect("a transaction");
    let kept: Vec<(PersonId, SlotId)> = tx
        .query("SELECT person_id, slot_id FROM claim WHERE state = 'approved'")
        .all()
        .await
        .expect("claims");
    drop(tx);
    let missing: Vec<_> = promised.iter().filter(|claim| !kept.contains(claim)).collect();
    assert!(missing.is_empty(), "promised and lost: {missing:?}");
    for slot in &crowd.slots {
        let (taken, claims) = crowd.places(*slot).await;
        assert_eq!(taken, claims, "{slot}");
        assert!(taken <= PLACES, "{slot}: {taken}");
    }
    println!("{} claims were promised, {} are there", promised.len(), kept.len());
}

on_both! {
    promises_outlive_the_program: PEOPLE, WEEKS, PLACES;
}
