//! `lacznik solve`: the matching engine on an instance from a file, so that anyone can check it. No database.

use super::Failure;
use clap::Args;
use domain::matching::{Bound, Search, yardstick};
use flate2::read::MultiGzDecoder;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Moves between two looks at the clock.
const MOVES: u32 = 50;
/// The largest instance that is read, bytes.
const LARGEST: u64 = 512 * 1024 * 1024;

/// Solve an instance of the matching yardstick and print one line of JSON
#[derive(Args, Debug)]
pub struct Solve {
    /// The instance, plain or .gz
    file: PathBuf,
    /// Seconds to search; the bound takes a tenth more
    #[arg(long, default_value_t = 10.0, value_parser = seconds)]
    seconds: f64,
    /// The same number gives the same moves
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Print the pairs of slot and volunteer too
    #[arg(long)]
    pairs: bool,
}

fn seconds(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(seconds) if (0.0..=86_400.0).contains(&seconds) => Ok(seconds),
        _ => Err("give seconds between 0 and 86400".to_owned()),
    }
}

/// Runs the command.
///
/// # Errors
/// Says what is wrong with the file.
pub fn solve(what: &Solve) -> Result<(), Failure> {
    let name = what.file.display();
    let text = text(&what.file).map_err(Failure::during(&name))?;
    let instance = yardstick::read(&text).map_err(Failure::during(&name))?;
    let started = Instant::now();
    let mut search = Search::new(instance, what.seed);
    let time = Duration::from_secs_f64(what.seconds);
    while started.elapsed() < time {
        search.step(MOVES);
    }
    let used = started.elapsed();
    let mut bound = Bound::new(&search);
    while started.elapsed() < used + time / 10 {
        bound.improve(&search, 1);
    }
    let pairs = search.pairs();
    let found = yardstick::check(&text, &pairs).map_err(Failure::during("the plan does not hold"))?;
    let mut line = serde_json::json!({
        "coverage": found.coverage,
        "soft": found.soft,
        "bound_coverage": bound.coverage(),
        "bound_soft": bound.soft(),
        "seconds": used.as_secs_f64(),
    });
    if what.pairs {
        line["pairs"] = serde_json::json!(pairs);
    }
    println!("{line}");
    Ok(())
}

fn text(file: &Path) -> std::io::Result<String> {
    let bytes = std::fs::File::open(file)?;
    let mut text = String::new();
    if file.extension().is_some_and(|end| end == "gz") {
        MultiGzDecoder::new(bytes).take(LARGEST).read_to_string(&mut text)?;
    } else {
        bytes.take(LARGEST).read_to_string(&mut text)?;
    }
    Ok(text)
}
