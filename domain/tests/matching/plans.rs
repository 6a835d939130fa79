//! What holds for every plan.

use crate::town::{at, pair, problem, role, slot, town, volunteer};
use domain::ids::OpportunityId;
use domain::matching::*;
use domain::time::Day;
use jiff::civil::date;
use proptest::prelude::*;

fn planned(problem: &Problem, moves: u32) -> Plan {
    let mut planner = Planner::new(problem.clone(), 7).expect("valid");
    planner.step(moves);
    let plan = planner.plan();
    assert_eq!(check(problem, &plan.pairs), Ok(plan.objective));
    plan
}

fn who(plan: &Plan, slot: &Slot) -> Vec<u128> {
    let here = plan.pairs.iter().filter(|pair| pair.slot == slot.id);
    here.map(|pair| pair.volunteer.0.as_u128() - 1).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_plan_breaks_a_rule_and_none_gets_worse(seed in any::<u64>()) {
        let problem = town(seed, 14, 12);
        let mut planner = Planner::new(problem.clone(), seed).expect("valid");
        let value = |objective: Objective| (objective.coverage, objective.soft + 60 * objective.stability);
        let mut last = planner.plan().objective;
        for _ in 0..8 {
            planner.step(40);
            let plan = planner.plan();
            let checked = check(&problem, &plan.pairs);
            prop_assert_eq!(checked, Ok(plan.objective));
            prop_assert!(value(plan.objective) >= value(last));
            last = plan.objective;
        }
    }

    #[test]
    fn the_same_seed_and_moves_give_the_same_plan(seed in any::<u64>()) {
        let problem = town(seed, 10, 10);
        let mut once = Planner::new(problem.clone(), seed).expect("valid");
        let mut often = Planner::new(problem, seed).expect("valid");
        once.step(300);
        for _ in 0..30 {
            often.step(10);
        }
        prop_assert_eq!(once.plan(), often.plan());
    }

    #[test]
    fn a_problem_survives_being_sent(seed in any::<u64>()) {
        let problem = town(seed, 6, 6);
        let text = serde_json::to_string(&problem).expect("valid");
        prop_assert_eq!(serde_json::from_str::<Problem>(&text).expect("valid"), problem.clone());
        let plan = Planner::new(problem, 1).expect("valid").plan();
        let text = serde_json::to_string(&plan).expect("valid");
        prop_assert_eq!(serde_json::from_str::<Plan>(&text).expect("valid"), plan);
    }
}

#[test]
fn nothing_is_a_problem_too() {
    let plan = planned(&problem(Vec::new(), Vec::new()), 10);
    assert_eq!((plan.pairs.len(), plan.objective), (0, Objective::default()));
    planned(&problem(vec![volunteer(1)], Vec::new()), 10);
    planned(&problem(Vec::new(), vec![slot(1, at(20, 10, 0), 60)]), 10);
}

#[test]
fn coverage_comes_before_any_number_of_points() {
    let mut few = volunteer(1);
    few.kinds = vec!["tutoring".into()];
    few.reliability_percent = 100;
    let mut liked = slot(1, at(20, 10, 0), 60);
    liked.kind = "tutoring".into();
    liked.urgency = 2;
    let mut urgent = slot(2, at(20, 10, 0), 60);
    urgent.urgency = 3;
    let plan = planned(&problem(vec![few], vec![liked.clone(), urgent.clone()]), 100);
    assert_eq!((who(&plan, &liked), who(&plan, &urgent)), (vec![], vec![1]));
    assert_eq!(plan.objective.coverage, 8);
}

#[test]
fn urgency_doubles_and_seats_beyond_the_first_do_not_count() {
    for (urgency, weight) in (0u8..).zip([1, 2, 4, 8, 16]) {
        let mut wide = slot(1, at(20, 10, 0), 60);
        wide.urgency = urgency;
        wide.roles = vec![role(2, 3)];
        let people = (1..=4).map(volunteer).map(|mut volunteer| {
            volunteer.reliability_percent = 10;
            volunteer
        });
        let plan = planned(&problem(people.collect(), vec![wide]), 50);
        assert_eq!((plan.pairs.len(), plan.objective.coverage), (3, 2 * weight));
        assert_eq!(plan.objective.soft, 3 * 15);
    }
}

#[test]
fn a_slot_that_counts_only_as_a_whole() {
    let mut whole = slot(1, at(20, 10, 0), 60);
    (whole.useless_below_min, whole.roles) = (true, vec![role(1, 1), role(2, 2)]);
    whole.urgency = 1;
    let mut other = slot(2, at(20, 10, 0), 60);
    other.urgency = 2;
    let three: Vec<_> = (1..=3).map(volunteer).collect();
    let plan = planned(&problem(three.clone(), vec![whole.clone(), other.clone()]), 500);
    assert_eq!((plan.objective.coverage, who(&plan, &whole).len()), (6, 3), "three times 2 beats 4");
    let plan = planned(&problem(three[1..].to_vec(), vec![whole.clone(), other.clone()]), 500);
    assert_eq!((plan.objective.coverage, who(&plan, &other).len()), (4, 1), "two of three count nothing");
}

#[test]
fn work_is_shared_and_a_series_stays_in_one_pair_of_hands() {
    let dates: Vec<_> =
        [20, 21].map(|day| slot(day, at(i8::try_from(day).expect("valid"), 10, 0), 60)).to_vec();
    let people: Vec<_> = (1..=2).map(volunteer).collect();
    let plan = planned(&problem(people.clone(), dates.clone()), 200);
    assert_ne!(who(&plan, &dates[0]), who(&plan, &dates[1]));
    assert_eq!(plan.objective.soft, 0);
    let mut series = problem(people, dates.clone());
    for slot in &mut series.slots {
        slot.series = Some(OpportunityId(crate::town::id(9)));
    }
    let plan = planned(&series, 200);
    assert_eq!(who(&plan, &dates[0]), who(&plan, &dates[1]));
    assert_eq!(plan.objective.soft, 60 - 40);
}

#[test]
fn travel_and_the_weekly_limit() {
    let first = slot(1, at(20, 10, 0), 60);
    let after = |minutes: i64| slot(2, first.ends_at.plus_minutes(minutes), 60);
    let count = |second: &Slot, volunteer: Volunteer| {
        planned(&problem(vec![volunteer], vec![first.clone(), second.clone()]), 100).pairs.len()
    };
    assert_eq!((count(&after(20), volunteer(1)), count(&after(19), volunteer(1))), (2, 1));
    let mut same_place = after(0);
    same_place.place.clone_from(&first.place);
    assert_eq!(count(&same_place, volunteer(1)), 2);
    let mut remote = after(0);
    remote.remote = true;
    assert_eq!(count(&remote, volunteer(1)), 2);
    let limited = |minutes| Volunteer { weekly_limit_minutes: Some(minutes), ..volunteer(1) };
    assert_eq!((count(&after(60), limited(120)), count(&after(60), limited(119))), (2, 1));
    // The 25th is a Sunday: Monday begins another week.
    let next_week = slot(3, at(26, 10, 0), 60);
    assert_eq!(count(&next_week, limited(60)), 2);
}

#[test]
fn minors_rest_between_days() {
    let child = Volunteer { birth_on: Some(Day(date(2010, 1, 1))), ..volunteer(1) };
    let evening = slot(1, at(20, 19, 0), 60);
    for (hour, places) in [(9, 1), (10, 2)] {
        let morning = slot(2, at(21, hour, 0), 60);
        let plan = planned(&problem(vec![child.clone()], vec![evening.clone(), morning]), 50);
        assert_eq!(plan.pairs.len(), places, "{hour}");
    }
}

#[test]
fn what_was_approved_stays_and_what_was_refused_does_not_come() {
    let mut wanted = slot(1, at(20, 10, 0), 60);
    wanted.kind = "tutoring".into();
    let good = Volunteer { kinds: vec!["tutoring".into()], ..volunteer(1) };
    let lazy = Volunteer { radius_m: Some(0), ..volunteer(2) };
    let mut asked = problem(vec![good.clone(), lazy.clone()], vec![wanted.clone()]);
    assert_eq!(who(&planned(&asked, 50), &wanted), [1]);
    asked.locks = vec![Lock::Fixed(pair(&wanted, &lazy))];
    assert_eq!(who(&planned(&asked, 50), &wanted), [2]);
    asked.locks.push(Lock::Fixed(pair(&wanted, &good)));
    assert_eq!(who(&planned(&asked, 50), &wanted), [1, 2], "people decided so, beyond the places");
    for (scope, until, stays) in [
        (Scope::Slot(wanted.id), None, false),
        (Scope::Opportunity(wanted.opportunity_id), None, false),
        (Scope::Organisation(wanted.organisation_id), Some(at(20, 10, 1)), false),
        (Scope::Organisation(wanted.organisation_id), Some(at(20, 10, 0)), true),
        (Scope::Opportunity(OpportunityId(crate::town::id(99))), None, true),
    ] {
        asked.locks = vec![Lock::Refused(Refused { volunteer: good.id, scope, until })];
        assert_eq!(who(&planned(&asked, 50), &wanted), [if stays { 1 } else { 2 }], "{scope:?}");
    }
}

#[test]
fn what_was_shown_stays_unless_the_gain_is_more_than_the_threshold() {
    let place = slot(1, at(20, 10, 0), 60);
    let better = |percent| Volunteer { reliability_percent: percent, ..volunteer(1) };
    let shown = volunteer(2);
    for (percent, stays) in [(20, true), (39, true), (41, false)] {
        let mut asked = problem(vec![better(percent), shown.clone()], vec![place.clone()]);
        asked.published = vec![pair(&place, &shown)];
        let plan = planned(&asked, 50);
        assert_eq!(who(&plan, &place), [if stays { 2 } else { 1 }], "{percent} %");
        assert_eq!((plan.objective.stability, plan.changes.len()), if stays { (1, 0) } else { (0, 2) });
    }
}

#[test]
fn weights_are_settings() {
    let mut place = slot(1, at(20, 10, 0), 60);
    place.kind = "tutoring".into();
    let fan = Volunteer { kinds: vec!["tutoring".into()], ..volunteer(1) };
    let sure = Volunteer { reliability_percent: 100, ..volunteer(2) };
    let mut planner = Planner::new(problem(vec![fan, sure], vec![place.clone()]), 1).expect("valid");
    assert_eq!(who(&planner.plan(), &place), [1]);
    planner.reweigh(Weights { kind_liked: 100, ..Weights::default() }).expect("valid");
    assert_eq!(who(&planner.plan(), &place), [2]);
    planner.publish();
    planner
        .reweigh(Weights { kind_liked: i32::MAX, reliability: i32::MIN, ..Weights::default() })
        .expect("valid");
    assert_eq!((who(&planner.plan(), &place), planner.plan().objective.soft), (vec![1], 10_000));
}

#[test]
fn too_much_is_an_error() {
    for (places, error) in [(200_000, None), (200_001, Some(ProblemError::TooLarge))] {
        let mut place = slot(1, at(20, 10, 0), 60);
        place.roles = vec![role(1, places)];
        let made = Planner::new(problem(vec![volunteer(1)], vec![place]), 1);
        assert_eq!(made.err(), error, "{places} places");
    }
}

#[test]
fn the_check_sees_what_is_wrong() {
    let (first, second) = (slot(1, at(20, 10, 0), 60), slot(2, at(20, 10, 30), 60));
    let (one, two) = (volunteer(1), volunteer(2));
    let mut asked = problem(vec![one.clone(), two.clone()], vec![first.clone(), second.clone()]);
    let (a, b, c) = (pair(&first, &one), pair(&second, &one), pair(&first, &two));
    assert!(check(&asked, &[a]).is_ok());
    assert_eq!(check(&asked, &[a, a]), Err(Violation::Unknown(a)));
    assert_eq!(check(&asked, &[Pair { role: 1, ..a }]), Err(Violation::Unknown(Pair { role: 1, ..a })));
    assert_eq!(check(&asked, &[a, c]), Err(Violation::Overfull(a)));
    assert!(matches!(check(&asked, &[a, b]), Err(Violation::Fails(pair, _)) if pair == a));
    asked.locks = vec![Lock::Fixed(c)];
    assert_eq!(check(&asked, &[b]), Err(Violation::Missing(c)));
    assert!(check(&asked, &[b, c]).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn nothing_makes_it_panic(seed in any::<u64>(), extreme in prop::sample::select(vec![i64::MIN, -1, 0, i64::MAX])) {
        let mut problem = town(seed, 6, 5);
        // As it might be sent: beyond what an instant may be.
        let moment: domain::time::Instant = serde_json::from_str(&extreme.to_string()).expect("a number");
        let at = usize::try_from(seed % 5).expect("valid");
        match seed / 7 % 6 {
            0 => problem.slots[at].starts_at = moment,
            1 => problem.slots[at].ends_at = moment,
            2 => problem.limits.travel_minutes = extreme,
            3 => (problem.slots[at].min_age, problem.volunteers[at].radius_m) = (extreme, Some(extreme)),
            4 => problem.volunteers[at].weekly_limit_minutes = Some(extreme),
            _ => {
                let wild = i32::try_from(extreme.clamp(i32::MIN.into(), i32::MAX.into())).expect("clamped");
                problem.weights = Weights { fairness: wild, continuity: wild, reach_m: wild, past: wild, ..problem.weights };
                problem.slots[at].point = Some(Point { east_m: wild, north_m: wild });
                problem.volunteers[at].availability.weekly = vec![WeeklyWindow { from_minute: u16::MAX, until_minute: 0 }];
                let twin = problem.volunteers[at].clone();
                problem.volunteers.push(twin);
            }
        }
        let mut planner = Planner::new(problem.clone(), seed).expect("small");
        planner.step(60);
        let mut bound = planner.bound();
        planner.improve_bound(&mut bound, 3);
        planner.header(&bound);
        for slot in &problem.slots {
            planner.rank(slot.id, 0, 3);
            planner.empty_seat(slot.id, 0);
            for volunteer in &problem.volunteers {
                planner.why_not(&pair(slot, volunteer));
                planner.alternative(&pair(slot, volunteer));
            }
        }
    }
}
