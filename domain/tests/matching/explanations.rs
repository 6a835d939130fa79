//! Explanations say what the plan does.

use crate::town::{at, pair, problem, slot, town, volunteer};
use domain::matching::*;
use domain::time::Day;
use jiff::civil::date;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn scores_are_the_sum_of_their_contributions_and_masks_are_complete(seed in any::<u64>()) {
        let mut planner = Planner::new(town(seed, 15, 6), seed).expect("valid");
        planner.step(100);
        for slot in &planner.problem().slots.clone() {
            let ranking = planner.rank(slot.id, 0, 4).expect("valid");
            prop_assert_eq!(ranking.candidates.len(), 4.min(ranking.eligible as usize));
            prop_assert_eq!(ranking.eligible as usize + ranking.rejected.len(), 15);
            prop_assert!(ranking.candidates.is_sorted_by_key(|candidate| -candidate.score));
            let all = planner.rank(slot.id, 0, 100).expect("valid");
            prop_assert_eq!(&ranking.candidates[..], &all.candidates[..ranking.candidates.len()]);
            for candidate in all.candidates {
                let sum: i64 = candidate.contributions.iter().map(|line| i64::from(line.points)).sum();
                prop_assert_eq!(candidate.score, sum);
                for line in &candidate.contributions {
                    prop_assert!(line.points <= line.maximum, "{:?}", line);
                    if line.code == Criterion::Continuity {
                        prop_assert_eq!(line.maximum, if slot.series.is_some() { 60 } else { 0 });
                    }
                }
                let its = Pair { slot: slot.id, role: 0, volunteer: candidate.volunteer };
                prop_assert_eq!(candidate.planned, planner.plan().pairs.contains(&its));
            }
            prop_assert!(ranking.rejected.is_sorted_by_key(|rejected| rejected.mask.0.count_ones()));
            for rejected in ranking.rejected {
                let pair = Pair { slot: slot.id, role: 0, volunteer: rejected.volunteer };
                let found: Mask = planner.why_not(&pair).expect("valid").iter().map(Failure::rule).collect();
                prop_assert_eq!(rejected.mask, found);
                prop_assert!(!found.is_empty());
            }
        }
    }
}

#[test]
fn what_else_would_have_cost() {
    let (first, second) = (slot(1, at(20, 10, 0), 60), slot(2, at(20, 10, 0), 60));
    let best = Volunteer { reliability_percent: 100, ..volunteer(1) };
    let other = volunteer(2);
    let mut asked = problem(vec![best.clone(), other.clone()], vec![first.clone(), second.clone()]);
    asked.slots[0].kind = "tutoring".into();
    asked.volunteers[0].kinds = vec!["tutoring".into()];
    let planner = Planner::new(asked, 1).expect("valid");
    assert_eq!(planner.plan().pairs, [pair(&first, &best), pair(&second, &other)]);
    let alternative = planner.alternative(&pair(&first, &other)).expect("valid");
    assert_eq!((alternative.delta.coverage, alternative.delta.soft), (0, -300));
    assert_eq!(alternative.chain.len(), 4, "both swap");
    let same = planner.alternative(&pair(&first, &best)).expect("valid");
    assert_eq!((same.delta, same.chain.len()), (Objective::default(), 0));
    assert_eq!(planner.alternative(&Pair { role: 1, ..pair(&first, &best) }), None);
    assert_eq!(planner.plan().pairs, [pair(&first, &best), pair(&second, &other)], "only asked");
    let mut shown = planner;
    shown.publish();
    let delta = shown.alternative(&pair(&first, &other)).expect("valid").delta;
    assert_eq!((delta.soft, delta.stability), (-300, -2));
}

#[test]
fn why_a_seat_is_empty() {
    let mut place = slot(1, at(20, 10, 0), 60);
    (place.min_age, place.roles[0].max, place.roles[0].min) = (18, 4, 4);
    place.roles[0].skills = vec!["driving".into()];
    place.roles[0].languages = vec!["uk".into()];
    let driving = vec![Valid { code: "driving".into(), until: None }];
    let able =
        |number| Volunteer { skills: driving.clone(), languages: vec!["uk".into()], ..volunteer(number) };
    let sixteen = Some(Day(date(2010, 1, 1)));
    let young = |number| Volunteer { birth_on: sixteen, ..able(number) };
    let unskilled = Volunteer { skills: Vec::new(), ..able(3) };
    let mut later = able(4);
    later.availability.weekly = vec![WeeklyWindow { from_minute: 1_440 + 630, until_minute: 1_440 + 900 }];
    let busy = able(5);
    let mut rival = slot(2, at(20, 10, 30), 60);
    rival.urgency = 4;
    let mut asked =
        problem(vec![young(1), young(2), unskilled, later, busy.clone()], vec![place.clone(), rival.clone()]);
    asked.locks.push(Lock::Refused(Refused {
        volunteer: later_id(4),
        scope: Scope::Slot(rival.id),
        until: None,
    }));
    for number in 1..=3 {
        let scope = Scope::Slot(rival.id);
        asked.locks.push(Lock::Refused(Refused { volunteer: later_id(number), scope, until: None }));
    }
    let planner = Planner::new(asked, 1).expect("valid");
    assert_eq!(planner.plan().pairs, [pair(&rival, &busy)]);
    let why = planner.empty_seat(place.id, 0).expect("valid");
    assert_eq!((why.missing, why.eligible), (4, 1));
    assert_eq!(why.histogram, [(Rule::TooYoung, 2), (Rule::Skill, 1), (Rule::Unavailable, 1)]);
    let relief = |relief, gained| Relaxation { relief, gained };
    assert_eq!(
        why.relaxations,
        [
            relief(Relief::MinAge(13), 2),
            relief(Relief::MinAge(15), 2),
            relief(Relief::MinAge(16), 2),
            relief(Relief::Later(30), 1),
            relief(Relief::Later(60), 1),
            relief(Relief::Later(120), 1),
            relief(Relief::WithoutSkill("driving".into()), 1),
        ]
    );
    assert_eq!(why.rivals, [Rival { slot: rival.id, role: 0, people: 1 }]);
    assert_eq!(planner.empty_seat(place.id, 1), None);
}

#[test]
fn a_slot_moves_with_both_ends() {
    let mut narrow = volunteer(1);
    narrow.availability.weekly = vec![WeeklyWindow { from_minute: 1_440 + 630, until_minute: 1_440 + 690 }];
    let place = slot(1, at(20, 10, 0), 60);
    let planner = Planner::new(problem(vec![narrow], vec![place.clone()]), 1).expect("valid");
    let why = planner.empty_seat(place.id, 0).expect("valid");
    assert_eq!(why.relaxations, [Relaxation { relief: Relief::Later(30), gained: 1 }]);
}

#[test]
fn one_language_less_or_any_distance() {
    let mut place = slot(1, at(20, 10, 0), 60);
    place.roles[0].languages = vec!["uk".into(), "en".into()];
    place.point = Some(Point { east_m: 0, north_m: 0 });
    let english = Volunteer { languages: vec!["en".into()], ..volunteer(1) };
    let far = Volunteer {
        languages: vec!["uk".into(), "en".into()],
        home: Some(Point { east_m: 9_000, north_m: 0 }),
        radius_m: Some(1_000),
        ..volunteer(2)
    };
    let planner = Planner::new(problem(vec![english, far], vec![place.clone()]), 1).expect("valid");
    let why = planner.empty_seat(place.id, 0).expect("valid");
    let gained = |relief| Relaxation { relief, gained: 1 };
    let language = gained(Relief::WithoutLanguage("uk".into()));
    assert_eq!(why.relaxations, [language, gained(Relief::AnyDistance)]);
}

#[test]
fn the_gap_is_a_part_of_the_bound() {
    let planner = Planner::new(town(3, 14, 12), 1).expect("valid");
    let header = planner.header(&planner.bound());
    let missing = header.soft_bound - header.objective.soft;
    assert!(missing > 0);
    assert_eq!(header.gap_ppm, missing * 1_000_000 / header.soft_bound);
}

fn later_id(number: u64) -> domain::ids::PersonId {
    volunteer(number).id
}

#[test]
fn the_plan_in_one_line() {
    let mut planner =
        Planner::new(problem(vec![volunteer(1)], vec![slot(1, at(20, 10, 0), 60)]), 5).expect("valid");
    planner.step(20);
    let mut bound = planner.bound();
    planner.improve_bound(&mut bound, 50);
    let header = planner.header(&bound);
    assert_eq!((header.objective.coverage, header.coverage_bound, header.soft_bound), (2, 2, 0));
    assert_eq!((header.gap_ppm, header.seed, header.changes), (0, 5, 1));
    planner.publish();
    assert_eq!(planner.header(&bound).changes, 0);
    assert_eq!((planner.plan().moves, planner.plan().objective.stability), (20, 1));
}
