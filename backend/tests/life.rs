//! Random sequences of everything that several people do, and what holds after each step, on both engines.
#![expect(clippy::unwrap_used, reason = "what goes wrong in a test ends it")]

#[path = "life/invariants.rs"]
mod invariants;
#[path = "life/snapshot.rs"]
mod snapshot;
#[path = "life/steps.rs"]
mod steps;
mod world;

use backend::db::Engine;
use rand::SeedableRng;
use rand::rngs::StdRng;
use snapshot::Snapshot;
use steps::{Step, Town};

/// Some lives begin long before the first date, some the evening before it: so dates pass and people were there.
fn days(seed: u64) -> i64 {
    if seed.is_multiple_of(2) { 0 } else { 8 }
}

/// One life: so many random steps from a seed, everything checked after each.
async fn live(engine: Engine, seed: u64, steps: usize) {
    let mut dice = StdRng::seed_from_u64(seed);
    let mut town = Town::new(engine, days(seed)).await;
    let mut before = Snapshot::of(&town.world).await;
    let mut log: Vec<String> = Vec::new();
    let mut done = 0;
    for _ in 0..steps {
        let step = Step::random(&mut dice);
        let outcome = town.take(step).await;
        done += usize::from(outcome.is_ok());
        log.push(format!("{step:?}: {outcome:?}"));
        let after = Snapshot::of(&town.world).await;
        let found = invariants::broken(&before, &after, town.actor, &town.coordinators, outcome.is_ok());
        assert!(found.is_empty(), "seed {seed}: {found:#?}\nafter {}", log.join("\n"));
        before = after;
    }
    assert!(done * 12 > steps, "seed {seed}: most steps were refused, nothing is proved: {done} of {steps}");
}

#[tokio::test]
async fn lives_on_sqlite() {
    for seed in 0..20 {
        Box::pin(live(Engine::Sqlite, seed, 120)).await;
    }
}

#[tokio::test]
async fn lives_on_postgres() {
    for seed in 100..106 {
        Box::pin(live(Engine::Postgres, seed, 120)).await;
    }
}

#[tokio::test]
async fn the_invariants_can_be_broken() {
    let mut dice = StdRng::seed_from_u64(dice_of_faults());
    for fault in invariants::FAULTS {
        let mut found = None;
        // Not every life has room for every fault.
        for _ in 0..10 {
            let mut town = Town::new(Engine::Sqlite, 0).await;
            for _ in 0..200 {
                let before = Snapshot::of(&town.world).await;
                let step = Step::random(&mut dice);
                let done = town.take(step).await.is_ok();
                let mut after = Snapshot::of(&town.world).await;
                if !invariants::plant(fault, &before, &mut after) {
                    continue;
                }
                found = Some(invariants::broken(&before, &after, town.actor, &town.coordinators, done));
                break;
            }
            if found.is_some() {
                break;
            }
        }
        let found = found.unwrap_or_default();
        assert!(!found.is_empty(), "{fault:?} went unseen");
    }
}

/// Any number; the faults must be seen whatever happened before.
const fn dice_of_faults() -> u64 {
    5
}
