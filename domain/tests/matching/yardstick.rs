//! The yardstick's reader, its check, and the search on small instances of its kind.

use domain::matching::yardstick::{ReadError, check, read};
use domain::matching::{Bound, Objective, Search};
use std::io::Read;

const SMALL: &str = "3 3 6\n240 120 60\n600 60 1 4 0\n680 60 2 0 0\n10680 60 1 1 1\n\
                     0 0 500\n0 1 300\n1 0 200\n1 1 100\n2 0 50\n2 2 400\n";

#[test]
fn reads_solves_and_checks() {
    let mut search = Search::new(read(SMALL).expect("valid"), 1);
    search.step(200);
    let objective = search.objective();
    assert_eq!((objective.coverage, objective.soft), (16 + 2 + 2, 500 + 200 - 40 + 100 + 400));
    assert_eq!(search.pairs(), [(0, 0), (1, 0), (1, 1), (2, 2)]);
    assert_eq!(check(SMALL, &search.pairs()), Ok(objective));
    let mut bound = Bound::new(&search);
    bound.improve(&search, 50);
    assert_eq!((bound.coverage(), bound.soft() >= objective.soft), (20, true));
    assert!(search.approve(3, 0).is_empty() && search.withdraw(3, 0).is_empty(), "there is no fourth slot");
    let mut unfair = Search::new(read(SMALL).expect("valid").with_fairness(0), 1);
    unfair.step(200);
    assert_eq!(unfair.objective().soft, objective.soft + 40);
}

#[test]
fn the_reader_says_which_line_is_wrong() {
    let what = |line: usize, from: &str, to: &str| {
        let mut lines: Vec<&str> = SMALL.lines().collect();
        lines[line - 1] = to;
        assert_eq!(SMALL.lines().nth(line - 1), Some(from));
        read(&lines.join("\n")).err()
    };
    let (sizes, caps) = ("volunteers, slots and edges", "a weekly cap for every volunteer");
    let (slot, edge) = ("start, length, places, urgency, need", "slot, volunteer, points");
    let invalid = |line, what| Some(ReadError::Invalid { line, what });
    assert_eq!(what(1, "3 3 6", "3 3"), invalid(1, sizes));
    assert_eq!(what(1, "3 3 6", "3 3 x"), invalid(1, sizes));
    assert_eq!(what(1, "3 3 6", "2 3 6"), invalid(2, caps));
    assert_eq!(what(1, "3 3 6", "-1 3 6"), invalid(2, caps));
    assert_eq!(what(1, "3 3 6", "3 3 7"), Some(ReadError::Missing { line: 12, what: edge }));
    assert_eq!(what(1, "3 3 6", "3 9223372036854775807 6"), invalid(6, slot));
    for bad in
        ["-1 60 1 4 0", "20160 60 1 4 0", "600 0 1 4 0", "600 60 -1 4 0", "600 60 1 5 0", "600 60 1 4", ""]
    {
        assert_eq!(what(3, "600 60 1 4 0", bad), invalid(3, slot), "{bad}");
    }
    assert_eq!(what(3, "600 60 1 4 0", "600 60 200001 4 0"), Some(ReadError::TooLarge { line: 3 }));
    for bad in ["3 0 500", "0 3 500", "-1 0 500", "0 -1 500", "0 0", "0 0 1.5"] {
        assert_eq!(what(6, "0 0 500", bad), invalid(6, edge), "{bad}");
    }
    assert_eq!(what(6, "0 0 500", "0 0 200001"), Some(ReadError::TooLarge { line: 6 }));
    assert_eq!(read(""), Err(ReadError::Missing { line: 1, what: sizes }));
    assert_eq!(ReadError::TooLarge { line: 6 }.to_string(), "line 6: too large");
}

#[test]
fn the_check_sees_what_is_wrong() {
    let says = |pairs: &[(u32, u32)]| {
        check(SMALL, pairs).map_err(|error| error.split(':').next_back().expect("valid").to_owned())
    };
    assert_eq!(says(&[]).map(|o| o.soft), Ok(0));
    for (pairs, error) in [
        (&[(0, 2)][..], " no such pair"),
        (&[(9, 0)], " no such pair"),
        (&[(0, 0), (0, 0)], " slots 0 and 0 overlap"),
        (&[(0, 0), (0, 1)], " too many people or minutes"),
    ] {
        assert_eq!(says(pairs), Err(error.to_owned()));
    }
    let tight = SMALL.replace("240 120", "119 120");
    assert!(check(&tight, &[(0, 0), (1, 0)]).is_err(), "120 minutes of 119");
    let close = SMALL.replace("680 60", "679 60");
    for pairs in [[(0, 0), (1, 0)], [(1, 0), (0, 0)]] {
        assert!(check(&close, &pairs).is_err(), "19 minutes apart");
    }
    let mut search = Search::new(read(&close).expect("valid"), 1);
    search.step(200);
    assert_eq!(check(&close, &search.pairs()), Ok(search.objective()), "the search knows it too");
    assert!(check("x", &[]).is_err() && check("", &[]).is_err());
}

/// A town's instance, as it lies beside the benchmark.
fn instance(name: &str) -> String {
    let path = format!("{}/../bench/instances/{name}.txt.gz", env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    let packed = std::fs::File::open(path).expect("is there");
    flate2::read::GzDecoder::new(packed).read_to_string(&mut text).expect("valid");
    text
}

#[test]
fn towns_are_solved() {
    for (name, coverage, soft) in [("town1", 618, 96_379), ("town_sc1", 556, 77_044)] {
        let text = instance(name);
        for seed in 0..5 {
            let mut search = Search::new(read(&text).expect("valid"), seed);
            search.step(2_000);
            let found = check(&text, &search.pairs()).expect("a plan");
            assert_eq!(found, search.objective());
            assert_eq!(found.coverage, coverage, "{name}, seed {seed}");
            assert!(found.soft * 10_000 >= soft * 9_995, "{name}, seed {seed}: {}", found.soft);
        }
    }
}

/// Matching sets anew gets stuck here with these seeds; noise leads out.
#[test]
fn noise_leads_out_of_a_local_optimum() {
    for seed in [2, 4] {
        let mut search = Search::new(read(&instance("town_sc1")).expect("valid"), seed);
        search.step(15_000);
        assert_eq!(search.objective(), Objective { coverage: 556, soft: 77_009, stability: 0 });
        search.step(7_000);
        assert_eq!(search.objective(), Objective { coverage: 556, soft: 77_044, stability: 0 });
    }
}

/// As tight as it was when this was written: whoever changes the bound sees here whether it became looser.
#[test]
fn the_bound_closes_in() {
    for (name, moves, best, most) in [
        ("town1", 0, 96_379, [97_590, 96_774, 96_393, 96_381]),
        ("town1", 1_000, 96_379, [97_689, 96_858, 96_408, 96_380]),
        ("town_sc1", 100, 77_044, [78_776, 77_689, 77_060, 77_046]),
        ("town_sc1", 1_000, 77_044, [78_756, 77_693, 77_101, 77_051]),
    ] {
        let mut search = Search::new(read(&instance(name)).expect("valid"), 1);
        search.step(moves);
        let mut bound = Bound::new(&search);
        for (rounds, most) in [10, 20, 70, 100].into_iter().zip(most) {
            bound.improve(&search, rounds);
            let soft = bound.soft();
            assert!((best..=most).contains(&soft), "{name} after {moves} moves: {soft} is not up to {most}");
            assert_eq!(bound.coverage(), search.objective().coverage);
        }
    }
}

/// One person and more choices than are tried: the bound is rougher, and still above the best.
#[test]
fn the_bound_of_too_many_choices() {
    let slots = (0..60).map(|slot| format!("{} 60 1 0 0", slot * 80));
    let edges = (0..60).map(|slot| format!("{slot} 0 {}", 500 + slot % 3));
    let lines = ["1 60 60".to_owned(), "180".to_owned()].into_iter().chain(slots).chain(edges);
    let mut search = Search::new(read(&lines.collect::<Vec<_>>().join("\n")).expect("valid"), 1);
    search.step(500);
    let found = search.objective();
    assert_eq!((found.coverage, found.soft), (3, 3 * 502 - 40 - 80));
    let mut bound = Bound::new(&search);
    bound.improve(&search, 30);
    assert!((3..=60).contains(&bound.coverage()), "{}", bound.coverage());
    assert!((found.soft..=20_869).contains(&bound.soft()), "{}", bound.soft());
}
