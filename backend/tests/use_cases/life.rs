//! Random sequences of everything that several people do, and what holds after each step, on both engines.
#![expect(clippy::unwrap_used, reason = "what goes wrong in a test ends it")]

mod faults;
mod invariants;
mod presence;
mod snapshot;
mod step;
mod town;

use backend::db::Engine;
use faults::FAULTS;
use invariants::broken;
use rand::SeedableRng;
use rand::rngs::StdRng;
use snapshot::Snapshot;
use std::ops::Range;
use step::Step;
use town::Town;

/// Some lives begin long before the first date, some the evening before it: so dates pass and people were there.
fn days(seed: u64) -> i64 {
    if seed.is_multiple_of(2) { 0 } else { 8 }
}

/// One life: so many random steps from a seed, everything checked after each.
async fn live(engine: Engine, seed: u64, steps: usize) {
    let mut dice = StdRng::seed_from_u64(seed);
    let mut town = Box::pin(Town::new(engine, days(seed))).await;
    let mut before = Snapshot::of(&town.world).await;
    let mut log: Vec<String> = Vec::new();
    let mut done = 0;
    for _ in 0..steps {
        let step = Step::random(&mut dice);
        let outcome = town.take(step).await;
        done += usize::from(outcome.is_ok());
        log.push(format!("{step:?}: {outcome:?}"));
        let after = Snapshot::of(&town.world).await;
        let found = broken(&before, &after, town.actor, &town.coordinators, outcome.is_ok());
        assert!(found.is_empty(), "seed {seed}: {found:#?}\nafter {}", log.join("\n"));
        before = after;
    }
    assert!(done * 12 > steps, "seed {seed}: most steps were refused, nothing is proved: {done} of {steps}");
}

/// Several lives, one after another.
async fn lives(engine: Engine, seeds: Range<u64>) {
    for seed in seeds {
        Box::pin(live(engine, seed, 120)).await;
    }
}

// On SQLite in two halves, for as many cores.
#[tokio::test]
async fn lives_on_sqlite() {
    lives(Engine::Sqlite, 0..10).await;
}

#[tokio::test]
async fn more_lives_on_sqlite() {
    lives(Engine::Sqlite, 10..20).await;
}

#[tokio::test]
async fn lives_on_postgres() {
    lives(Engine::Postgres, 100..106).await;
}

#[tokio::test]
async fn the_invariants_can_be_broken() {
    let mut dice = StdRng::seed_from_u64(5);
    let mut unseen = FAULTS.to_vec();
    // Not every life has room for every fault, and not every planted one is a breach.
    for life in 0..20 {
        let mut town = Box::pin(Town::new(Engine::Sqlite, days(life))).await;
        let mut before = Snapshot::of(&town.world).await;
        for _ in 0..100 {
            let done = town.take(Step::random(&mut dice)).await.is_ok();
            let after = Snapshot::of(&town.world).await;
            unseen.retain(|(fault, words)| {
                let planted = faults::plant(*fault, &before, &after, done);
                let found = planted
                    .map(|planted| broken(&before, &planted, town.actor, &town.coordinators, done))
                    .unwrap_or_default();
                !found.iter().any(|line| line.contains(words))
            });
            if unseen.is_empty() {
                return;
            }
            before = after;
        }
    }
    panic!("went unseen: {unseen:?}");
}
