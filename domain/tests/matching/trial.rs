//! Trying other weights.

use crate::town::{at, problem, slot, town, volunteer};
use domain::matching::*;
use domain::text::Code;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_plan_is_worth_what_the_second_opinion_says(seed in any::<u64>()) {
        let problem = town(seed, 12, 10);
        let trial = Trial::new(problem.clone(), 100).expect("valid");
        let same = trial.compare(problem.weights).expect("valid");
        prop_assert_eq!((same.now, same.moved, same.covered()), (same.then, 0, 0));
        let other = Weights { fairness: 200, continuity: 0, proximity: 10, ..problem.weights };
        let compared = trial.compare(other).expect("valid");
        let other = Problem { weights: other, ..problem };
        for (worth, weights) in [(compared.now, trial.problem().weights), (compared.then, other.weights)] {
            let mut planner =
                Planner::new(Problem { weights, ..other.clone() }, 1).expect("valid");
            planner.step(100);
            let pairs = planner.plan().pairs;
            let objective = check(&other, &pairs).expect("a plan");
            prop_assert_eq!((worth.points, worth.seated as usize), (objective.soft, pairs.len()));
            let covered: usize = other.slots.iter().map(|slot| {
                let filled = pairs.iter().filter(|pair| pair.slot == slot.id).count();
                filled.min(slot.roles[0].min as usize)
            }).sum();
            if other.slots.iter().all(|slot| slot.roles.len() == 1) {
                prop_assert_eq!(worth.covered as usize, covered);
            }
        }
    }
}

#[test]
fn who_counts_more_takes_the_place() {
    let place = slot(1, at(20, 10, 0), 60);
    let likes = Volunteer { kinds: vec![Code::from("reading")], ..volunteer(1) };
    let comes = Volunteer { reliability_percent: 100, ..volunteer(2) };
    let trial = Trial::new(problem(vec![likes, comes], vec![place]), 50).expect("valid");
    let weights = Weights { kind_liked: 0, ..Weights::default() };
    let compared = trial.compare(weights).expect("valid");
    assert_eq!((compared.needed, compared.now.covered, compared.then.covered), (1, 1, 1));
    assert_eq!(compared.moved, 2, "one leaves, one comes");
    assert_eq!((compared.now.fit(), compared.then.fit()), (Some(0), Some(150)), "both by the new weights");
    assert_eq!(compared.fit_percent(), None, "nothing to compare with");
    let weights = Weights { kind_liked: 100, reliability: 250, ..Weights::default() };
    let compared = trial.compare(weights).expect("valid");
    assert_eq!((compared.now.fit(), compared.then.fit()), (Some(100), Some(250)));
    assert_eq!(compared.fit_percent(), Some(150));
}

#[test]
fn percents_are_rounded_and_of_one_person() {
    let worth = |seated, points| Worth { covered: seated, seated, points };
    let percent = |now, then| Comparison { needed: 9, now, then, moved: 0 }.fit_percent();
    assert_eq!(percent(worth(2, 200), worth(3, 300)), Some(0));
    assert_eq!(percent(worth(2, 200), worth(3, 291)), Some(-3));
    assert_eq!(percent(worth(1, 1_000), worth(1, 1_004)), Some(0));
    assert_eq!(percent(worth(1, 1_000), worth(1, 1_005)), Some(1));
    assert_eq!(percent(worth(1, -5), worth(1, 5)), None);
    assert_eq!(percent(worth(0, 0), worth(1, 5)), None);
    assert_eq!(worth(0, 0).fit(), None);
}
