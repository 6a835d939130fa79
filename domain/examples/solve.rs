//! Solves a yardstick instance and prints one line of JSON.
//!
//! `solve FILE [--seconds N] [--seed S] [--pairs]`: a text or `.gz` file; `N` seconds of processor time of this process
//! for the search (10), and a tenth of it more for the bound. With `--pairs` the pairs of slot and volunteer follow.

use common::read;
use domain::matching::{Bound, Search, yardstick};
use std::error::Error;

mod common;

fn main() -> Result<(), Box<dyn Error>> {
    let (mut file, mut seconds, mut seed, mut with_pairs) = (None, 10.0, 1, false);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--seconds" => seconds = args.next().ok_or("--seconds N")?.parse()?,
            "--seed" => seed = args.next().ok_or("--seed S")?.parse()?,
            "--pairs" => with_pairs = true,
            _ => file = Some(arg),
        }
    }
    let text = read(&file.ok_or("solve FILE [--seconds N] [--seed S] [--pairs]")?)?;
    let instance = yardstick::read(&text)?;
    let start = cpu_seconds();
    let mut search = Search::new(instance, seed);
    let mut moves = 0u64;
    while cpu_seconds() - start < seconds {
        search.step(50);
        moves += 50;
    }
    let used = cpu_seconds() - start;
    let mut bound = Bound::new(&search);
    while cpu_seconds() - start - used < seconds / 10.0 {
        bound.improve(&search, 1);
    }
    let pairs = search.pairs();
    let found = yardstick::check(&text, &pairs)?;
    let mut line = serde_json::json!({
        "coverage": found.coverage,
        "soft": found.soft,
        "bound_coverage": bound.coverage(),
        "bound_soft": bound.soft(),
        "seconds": used,
        "seed": seed,
        "moves": moves,
    });
    if with_pairs {
        line["pairs"] = serde_json::to_value(pairs)?;
    }
    println!("{line}");
    Ok(())
}

/// Seconds of processor time this thread has used: figures then do not depend on what else the machine does.
/// Linux only; 0 elsewhere, and then the program does not end.
fn cpu_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split_whitespace().next().and_then(|nanos| nanos.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}
