//! Plans the yardstick instances and prints a table, each beside a greedy plan, the bound and the best known.
//!
//! `plans FOLDER [MIDL]`: the folder with the instances; perhaps one with the MIDL reviewer data (`scores.npy`), which
//! is a matching of two sides without time: 118 papers, 177 reviewers, 3 for each paper, at most 4 papers each.

use common::read;
use domain::matching::{Bound, Instance, Objective, Search, yardstick};
use std::cmp::Reverse;
use std::error::Error;
use std::time::{Duration, Instant};

mod common;

/// Name, seconds of search, best known coverage and soft points.
const YARDSTICKS: [(&str, f64, i64, i64); 4] = [
    ("town1", 1.0, 618, 96_379),
    ("town_sc1", 1.0, 556, 77_044),
    ("city1", 5.0, 15_472, 2_460_942),
    ("city_sc1", 10.0, 14_597, 1_984_283),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("which folder?")?;
    println!("| coverage / soft | urgency greedy | found | bound | of the bound | best known | seconds |");
    println!("|---|--:|--:|--:|--:|--:|--:|");
    for (name, seconds, coverage, soft) in YARDSTICKS {
        let text = read(&format!("{folder}/{name}.txt.gz"))?;
        let known = Objective { coverage, soft, stability: 0 };
        compare(name, &text, seconds, known)?;
    }
    arguments.next().map_or(Ok(()), |folder| midl(&folder))
}

fn compare(name: &str, text: &str, seconds: f64, known: Objective) -> Result<(), Box<dyn Error>> {
    let greedy = yardstick::check(text, &greedy(text, 40)?)?;
    let (used, search, bound) = planned(yardstick::read(text)?, seconds);
    let found = yardstick::check(text, &search.pairs())?;
    let both = |worth: Objective| format!("{} / {}", worth.coverage, worth.soft);
    println!(
        "| {name} | {} | {} | {} / {} | {} / {} % | {} | {used:.1} |",
        both(greedy),
        both(found),
        bound.coverage(),
        bound.soft(),
        percent(found.coverage, bound.coverage()),
        percent(found.soft, bound.soft()),
        both(known),
    );
    Ok(())
}

/// Searches for so many seconds, then improves the bound for as many.
fn planned(instance: Instance, seconds: f64) -> (f64, Search, Bound) {
    let (start, time) = (Instant::now(), Duration::from_secs_f64(seconds));
    let mut search = Search::new(instance, 1);
    while start.elapsed() < time {
        search.step(50);
    }
    let used = start.elapsed();
    let mut bound = Bound::new(&search);
    while start.elapsed() < used + time {
        bound.improve(&search, 1);
    }
    (used.as_secs_f64(), search, bound)
}

fn percent(found: i64, bound: i64) -> String {
    let parts = found * 100_000 / bound.max(1);
    format!("{}.{:03}", parts / 1_000, parts % 1_000)
}

/// What a careful person might do by hand: the most urgent slots first, of those the ones with the fewest candidates; each
/// place goes to whoever still can and brings the most points, fairness included. Knows nothing of the engine but the format.
fn greedy(text: &str, fairness: i64) -> Result<Vec<(u32, u32)>, Box<dyn Error>> {
    let numbers = |line: &str| line.split_ascii_whitespace().map(str::parse).collect::<Result<Vec<i64>, _>>();
    let lines = text.lines().map(numbers).collect::<Result<Vec<_>, _>>()?;
    let [sizes, caps, rest @ ..] = &lines[..] else { return Err("no instance".into()) };
    let (slots, edges) = rest.split_at(usize::try_from(sizes[1])?);
    let mut rows = vec![Vec::new(); slots.len()];
    for edge in edges {
        rows[usize::try_from(edge[0])?].push((usize::try_from(edge[1])?, edge[2]));
    }
    let mut order: Vec<usize> = (0..slots.len()).collect();
    order.sort_by_key(|&slot| (Reverse(slots[slot][3]), rows[slot].len()));
    let (mut held, mut pairs) = (vec![Vec::new(); caps.len()], Vec::new());
    for slot in order {
        let [start, length, places, ..] = slots[slot][..] else { return Err("no slot".into()) };
        let can = |&&(person, _): &&(usize, i64)| {
            let theirs = || held[person].iter().map(|&other: &usize| (slots[other][0], slots[other][1]));
            let week = theirs().filter(|(from, _)| from / 10_080 == start / 10_080);
            week.map(|(_, minutes)| minutes).sum::<i64>() + length <= caps[person]
                && theirs().all(|(from, minutes)| from + minutes + 20 <= start || start + length + 20 <= from)
        };
        let mut able: Vec<_> = rows[slot].iter().filter(can).collect();
        able.sort_by_key(|(person, points)| {
            fairness * i64::try_from(held[*person].len()).unwrap_or(0) - points
        });
        for &(person, _) in able.into_iter().take(usize::try_from(places)?) {
            held[person].push(slot);
            pairs.push((u32::try_from(slot)?, u32::try_from(person)?));
        }
    }
    Ok(pairs)
}

const PAPERS: usize = 118;
const REVIEWERS: usize = 177;
/// Points of a score of 1.
const SCALE: f64 = 100_000.0;

/// Papers as slots of half an hour that never overlap, four of them as everybody's weekly cap, and no fairness: then the
/// instance is theirs.
fn midl(folder: &str) -> Result<(), Box<dyn Error>> {
    let scores = scores(&std::fs::read(format!("{folder}/scores.npy"))?)?;
    let sizes = format!("{REVIEWERS} {PAPERS} {}\n{}", scores.len(), "120 ".repeat(REVIEWERS));
    let paper = |paper| format!("\n{} 30 3 0 0", paper * 50);
    let points =
        |(at, score): (usize, &f64)| format!("\n{} {} {:.0}", at / REVIEWERS, at % REVIEWERS, score * SCALE);
    let text: String = std::iter::once(sizes)
        .chain((0..PAPERS).map(paper))
        .chain(scores.iter().enumerate().map(points))
        .collect();
    let total = |pairs: &[(u32, u32)]| -> Result<f64, String> {
        yardstick::check(&text, pairs)?;
        Ok(pairs
            .iter()
            .map(|&(paper, reviewer)| scores[paper as usize * REVIEWERS + reviewer as usize])
            .sum())
    };
    let (used, search, bound) = planned(yardstick::read(&text)?.with_fairness(0), 1.0);
    let places = search.pairs().len();
    println!("\n| MIDL: total score | greedy | found | bound | best known | seconds |");
    println!("|---|--:|--:|--:|--:|--:|");
    println!(
        "| {places} of {} places | {:.5} | {:.5} | {}.{:05} | 201.88488 | {used:.1} |",
        3 * PAPERS,
        total(&greedy(&text, 0)?)?,
        total(&search.pairs())?,
        bound.soft() / 100_000,
        bound.soft() % 100_000,
    );
    Ok(())
}

/// A `NumPy` file of exactly this shape, paper by paper.
fn scores(bytes: &[u8]) -> Result<Vec<f64>, Box<dyn Error>> {
    let shape = format!("{{'descr': '<f8', 'fortran_order': True, 'shape': ({REVIEWERS}, {PAPERS}), }}");
    let header = usize::from(u16::from_le_bytes([bytes[8], bytes[9]]));
    let (header, data) = bytes[10..].split_at(header);
    if !header.starts_with(shape.as_bytes()) || data.len() != REVIEWERS * PAPERS * 8 {
        return Err("scores.npy does not hold 177 × 118 scores, column by column".into());
    }
    Ok(data.as_chunks().0.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect())
}
