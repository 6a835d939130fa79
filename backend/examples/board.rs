//! How long a board takes to build: reading the facts, and the first plan; and how long one trial
//! of other weights takes. Medians, in milliseconds.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement")]

use backend::board::{Board, Facts, trial};
use backend::context::{Clock, Node, NodeSettings, Rng};
use backend::db::Db;
use backend::events::Live;
use backend::seed::{self, DemoOptions, Size};
use backend::service::calendar::Public;
use domain::matching::{Planner, Trial, Weights};
use domain::time::Instant;
use jiff::civil::date;
use std::time::Instant as Stopwatch;

/// How often each is measured.
const TIMES: usize = 15;

#[tokio::main]
async fn main() {
    println!(
        "| board of | slots | volunteers | read ms | first plan ms | other weights ms | sent to try them, KB |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|");
    for (name, size) in [("the demonstration", Size::Town), ("`--size peers`", Size::Peers)] {
        let database = testkit::Database::sqlite().unwrap();
        let db = Db::connect(&database.url).await.unwrap();
        db.migrate().await.unwrap();
        let node = Node {
            db,
            clock: Clock::Fixed(Instant::from_civil(date(2026, 11, 23).at(12, 0, 0, 0))),
            rng: Rng::seeded(1),
            live: Live::default(),
            board: Board::default(),
            public: Public::default(),
            settings: NodeSettings {
                public_url: "http://127.0.0.1:3000".to_owned(),
                declaration: domain::declaration::Declaration::default(),
            },
            demo: true,
        };
        seed::demo(&node, &DemoOptions { seed: 1, size }).await.unwrap();
        let (mut read, mut plan, mut other) = (Vec::new(), Vec::new(), Vec::new());
        let facts = Facts::read(&node.db, node.clock).await.unwrap();
        let small = trial::anonymous(&trial::coming(&facts.problem([])));
        let sent = serde_json::to_vec(&small).unwrap().len() / 1_000;
        let sliders = Trial::new(small, 400).unwrap();
        for fairness in 0..TIMES {
            let begun = Stopwatch::now();
            let facts = Facts::read(&node.db, node.clock).await.unwrap();
            read.push(begun.elapsed());
            let begun = Stopwatch::now();
            Planner::new(facts.problem([]), 1).unwrap();
            plan.push(begun.elapsed());
            let fairness = i32::try_from(fairness).unwrap_or_default() * 10;
            let begun = Stopwatch::now();
            sliders.compare(Weights { fairness, ..Weights::default() }).unwrap();
            other.push(begun.elapsed());
        }
        let [read, plan, other] = [read, plan, other].map(|mut times| {
            times.sort_unstable();
            times[times.len() / 2].as_secs_f64() * 1_000.0
        });
        let (slots, people) = (facts.slots.len(), facts.people.len());
        println!("| {name} | {slots} | {people} | {read:.1} | {plan:.1} | {other:.1} | {sent} |");
    }
}
