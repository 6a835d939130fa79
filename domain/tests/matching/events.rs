//! Events keep the plan possible, touch little, and say exactly what they changed.

use crate::town::{Dice, any_slot, any_volunteer, at, pair, problem, slot, town, volunteer};
use domain::matching::*;
use domain::person::VolunteerStatus;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn pairs(planner: &Planner) -> BTreeSet<Pair> {
    planner.plan().pairs.into_iter().collect()
}

/// Applies an event and checks everything that must hold afterwards; gives the changes.
fn apply(planner: &mut Planner, event: &Event) -> Vec<Change> {
    let before = pairs(planner);
    let changes = planner.apply(event.clone()).expect("valid");
    let after = pairs(planner);
    let added: BTreeSet<Pair> = changes.iter().filter(|c| c.added).map(|c| c.pair).collect();
    let gone: BTreeSet<Pair> = changes.iter().filter(|c| !c.added).map(|c| c.pair).collect();
    assert_eq!(added, after.difference(&before).copied().collect(), "{event:?}");
    let left: BTreeSet<Pair> = before.difference(&after).copied().collect();
    assert_eq!(gone, left, "{event:?}");
    let all: Vec<Pair> = after.into_iter().collect();
    let objective = check(planner.problem(), &all);
    assert_eq!(objective, Ok(planner.plan().objective), "{event:?}");
    changes
}

fn any_event(dice: &mut Dice, planner: &Planner, number: u64) -> Event {
    let problem = planner.problem();
    let index = |dice: &mut Dice, length: usize| usize::try_from(dice.below(length as u64)).expect("valid");
    let slot = &problem.slots[index(dice, problem.slots.len())];
    let somebody = &problem.volunteers[index(dice, problem.volunteers.len())];
    let seats = planner.plan().pairs;
    let seat = if seats.is_empty() { pair(slot, somebody) } else { seats[index(dice, seats.len())] };
    match dice.below(12) {
        0 | 1 => Event::Approved(seat),
        2 | 3 => Event::Cancelled(seat),
        4 => Event::Asked(pair(slot, somebody)),
        5 => Event::Released(seat),
        6 => problem.fixed().next().copied().map_or(Event::Asked(seat), Event::Released),
        7 => {
            let said: Vec<Refused> = problem.refused().copied().collect();
            let no = (!said.is_empty()).then(|| said[index(dice, said.len())]);
            no.map_or(Event::Approved(pair(slot, somebody)), Event::Allowed)
        }
        8 => {
            let scope = Scope::Opportunity(slot.opportunity_id);
            Event::Refused(Refused { volunteer: somebody.id, scope, until: None })
        }
        9 => Event::SlotChanged(Box::new(any_slot(dice, 100 + number))),
        10 if dice.chance(30) => Event::SlotRemoved(slot.id),
        _ => {
            let id = if dice.chance(80) { somebody.id } else { volunteer(500 + number).id };
            Event::VolunteerChanged(Box::new(Volunteer { id, ..any_volunteer(dice, 0) }))
        }
    }
}

fn follow(seed: u64) {
    let mut dice = Dice(seed);
    let mut planner = Planner::new(town(seed, 12, 10), seed).expect("valid");
    planner.step(100);
    for number in 0..12 {
        let event = any_event(&mut dice, &planner, number);
        apply(&mut planner, &event);
        if dice.chance(30) {
            planner.publish();
        }
        if dice.chance(30) {
            planner.step(50);
        }
    }
    let fresh = Planner::new(planner.problem().clone(), seed).expect("valid");
    for slot in &planner.problem().slots {
        let ours = planner.rank(slot.id, 0, 100);
        let theirs = fresh.rank(slot.id, 0, 100);
        let masks = |ranking: Option<Ranking>| ranking.map(|r| (r.eligible, r.rejected));
        assert_eq!(masks(ours), masks(theirs), "the columns follow the events");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_events_keep_the_plan_possible(seed in any::<u64>()) {
        follow(seed);
    }
}

#[test]
fn whoever_is_approved_in_two_roles_keeps_the_other() {
    follow(15_388_570_212_341_014_251);
}

#[test]
fn a_freed_place_is_filled_and_nobody_else_moves() {
    let slots: Vec<_> = (0..6).map(|number| slot(number, at(20, 10, 0), 60)).collect();
    let people: Vec<_> = (10..17).map(volunteer).collect();
    let mut planner = Planner::new(problem(people, slots), 1).expect("valid");
    planner.publish();
    let gone = planner.plan().pairs[2];
    let changes = apply(&mut planner, &Event::Cancelled(gone));
    assert_eq!(changes.len(), 2);
    assert!(changes.contains(&Change { pair: gone, added: false }));
    assert!(changes.iter().all(|change| change.pair.slot == gone.slot));
    assert!(apply(&mut planner, &Event::Cancelled(gone)).is_empty());
    let kept = planner.plan().pairs[0];
    assert!(apply(&mut planner, &Event::Approved(kept)).is_empty());
    assert_eq!(planner.plan().pairs.len(), 6);
}

#[test]
fn whoever_is_freed_fills_what_was_empty() {
    let (first, second) = (slot(1, at(20, 10, 0), 60), slot(2, at(20, 10, 0), 60));
    let only = volunteer(1);
    let mut planner =
        Planner::new(problem(vec![only.clone()], vec![first.clone(), second.clone()]), 1).expect("valid");
    let held = planner.plan().pairs[0];
    let other = if held.slot == first.id { pair(&second, &only) } else { pair(&first, &only) };
    planner.publish();
    let change = |pair, added| Change { pair, added };
    let mut moved = vec![change(held, false), change(other, true)];
    moved.sort();
    let mut changes = apply(&mut planner, &Event::SlotRemoved(held.slot));
    changes.sort();
    assert_eq!(changes, moved);
    let mut back = slot(7, at(20, 12, 0), 60);
    assert_eq!(
        apply(&mut planner, &Event::SlotChanged(Box::new(back.clone()))),
        [change(pair(&back, &only), true)]
    );
    back.starts_at = at(20, 10, 30);
    back.ends_at = at(20, 11, 30);
    back.urgency = 4;
    apply(&mut planner, &Event::SlotChanged(Box::new(back.clone())));
    assert_eq!(planner.plan().pairs, [pair(&back, &only)], "moved onto the other, and more urgent");
}

#[test]
fn a_freed_place_moves_whoever_can_be_replaced() {
    let first = slot(1, at(20, 10, 0), 60);
    let second = Slot { kind: "tutoring".into(), ..slot(2, at(20, 10, 0), 60) };
    let not_in = |number, slot: &Slot| Volunteer { blocked: vec![slot.organisation_id], ..volunteer(number) };
    let (a, c) = (not_in(1, &second), not_in(3, &first));
    let b = Volunteer { kinds: vec![second.kind.clone()], ..volunteer(2) };
    let asked = problem(vec![a.clone(), b.clone(), c.clone()], vec![first.clone(), second.clone()]);
    let mut planner = Planner::new(asked, 1).expect("valid");
    assert_eq!(planner.plan().pairs, [pair(&first, &a), pair(&second, &b)]);
    apply(&mut planner, &Event::Cancelled(pair(&first, &a)));
    assert_eq!(planner.plan().pairs, [pair(&first, &b), pair(&second, &c)]);
}

#[test]
fn approval_makes_way_as_little_as_it_must() {
    // The 25th is a Sunday: Monday begins another week.
    let [first, second] = [slot(1, at(20, 10, 0), 60), slot(2, at(27, 10, 0), 60)];
    let mut wanted = slot(3, at(27, 15, 0), 60);
    let me = Volunteer { weekly_limit_minutes: Some(60), ..volunteer(1) };
    for clashes in [false, true] {
        if clashes {
            wanted.starts_at = at(27, 10, 30);
            wanted.ends_at = at(27, 11, 30);
        }
        wanted.urgency = 0;
        let slots = vec![first.clone(), second.clone(), wanted.clone()];
        let mut planner = Planner::new(problem(vec![me.clone()], slots), 1).expect("valid");
        assert_eq!(planner.plan().pairs, [pair(&first, &me), pair(&second, &me)]);
        apply(&mut planner, &Event::Approved(pair(&wanted, &me)));
        assert_eq!(planner.plan().pairs, [pair(&first, &me), pair(&wanted, &me)]);
    }
}

#[test]
fn slots_come_and_change_beside_others() {
    let (first, mut second) = (slot(1, at(20, 10, 0), 60), slot(2, at(21, 10, 0), 60));
    let (good, other) = (Volunteer { reliability_percent: 90, ..volunteer(1) }, volunteer(2));
    let mut asked = problem(vec![good.clone(), other.clone()], vec![first.clone()]);
    asked.locks = vec![Lock::Fixed(pair(&second, &other))];
    let mut planner = Planner::new(asked, 1).expect("valid");
    let both = [pair(&first, &good), pair(&second, &other)];
    for day in [21, 22] {
        (second.starts_at, second.ends_at) = (at(day, 10, 0), at(day, 11, 0));
        apply(&mut planner, &Event::SlotChanged(Box::new(second.clone())));
        assert_eq!(planner.plan().pairs, both, "approved before it was there");
    }
}

#[test]
fn approval_takes_the_place_of_the_plan() {
    let place = slot(1, at(20, 10, 0), 60);
    let (good, other) = (Volunteer { reliability_percent: 90, ..volunteer(1) }, volunteer(2));
    let far = Volunteer { blocked: vec![place.organisation_id], ..volunteer(3) };
    let asked = problem(vec![good.clone(), other.clone(), far.clone()], vec![place.clone()]);
    let mut planner = Planner::new(asked, 1).expect("valid");
    assert_eq!(apply(&mut planner, &Event::Approved(pair(&place, &other))).len(), 2);
    planner.step(100);
    assert_eq!(planner.plan().pairs, [pair(&place, &other)]);
    apply(&mut planner, &Event::Approved(pair(&place, &far)));
    planner.step(100);
    assert_eq!(planner.plan().pairs, [pair(&place, &other), pair(&place, &far)], "whatever the rules say");
    let nobody = Pair { role: 3, ..pair(&place, &good) };
    assert!(apply(&mut planner, &Event::Approved(nobody)).is_empty());
    apply(&mut planner, &Event::Cancelled(pair(&place, &other)));
    apply(&mut planner, &Event::Cancelled(pair(&place, &far)));
    assert_eq!(planner.plan().pairs, [pair(&place, &good)]);
}

#[test]
fn who_has_no_time_any_more_goes_and_who_has_again_comes() {
    let place = slot(1, at(20, 10, 0), 60);
    let me = volunteer(1);
    let mut planner = Planner::new(problem(vec![me.clone()], vec![place.clone()]), 1).expect("valid");
    let mut away = me.clone();
    away.availability.exceptions.push(Exception { from: at(20, 0, 0), until: at(21, 0, 0), free: false });
    let left = apply(&mut planner, &Event::VolunteerChanged(Box::new(away.clone())));
    assert_eq!(left, [Change { pair: pair(&place, &me), added: false }]);
    let came = apply(&mut planner, &Event::VolunteerChanged(Box::new(me.clone())));
    assert_eq!(came, [Change { pair: pair(&place, &me), added: true }]);
    // Shown when it was impossible, or approved all the same: it counts as one that stays.
    for event in [Event::VolunteerChanged(Box::new(me.clone())), Event::Approved(pair(&place, &me))] {
        let mut asked = problem(vec![away.clone()], vec![place.clone()]);
        asked.published = vec![pair(&place, &me)];
        let mut planner = Planner::new(asked, 1).expect("valid");
        apply(&mut planner, &event);
        assert_eq!(planner.plan().objective.stability, 1);
    }
    // Known to be impossible from the start, possible later: the pair gets its edge.
    let mut planner = Planner::new(problem(vec![away], vec![place.clone()]), 1).expect("valid");
    assert!(planner.plan().pairs.is_empty());
    let came = apply(&mut planner, &Event::VolunteerChanged(Box::new(me.clone())));
    assert_eq!(came, [Change { pair: pair(&place, &me), added: true }]);
    let limited = Volunteer { weekly_limit_minutes: Some(59), ..me };
    assert_eq!(apply(&mut planner, &Event::VolunteerChanged(Box::new(limited))).len(), 1);
}

#[test]
fn who_was_released_may_come_again_and_who_cancelled_may_not() {
    let place = slot(1, at(20, 10, 0), 60);
    let (me, other) = (volunteer(1), Volunteer { kinds: vec!["reading".into()], ..volunteer(2) });
    let asked = problem(vec![me.clone(), other.clone()], vec![place.clone()]);
    let (mine, theirs) = (pair(&place, &me), pair(&place, &other));
    let mut planner = Planner::new(asked, 1).expect("valid");
    apply(&mut planner, &Event::Approved(mine));
    assert_eq!(planner.plan().pairs, [mine]);
    let released = apply(&mut planner, &Event::Released(mine));
    assert_eq!(released.len(), 2, "the better one comes instead");
    assert_eq!(planner.plan().pairs, [theirs]);
    assert_eq!(planner.problem().fixed().count(), 0);
    assert_eq!(planner.why_not(&mine), Some(Vec::new()), "may still be proposed");
    apply(&mut planner, &Event::Cancelled(theirs));
    assert_eq!(planner.plan().pairs, [mine]);
    assert!(!planner.why_not(&theirs).expect("known").is_empty());
    let no = Refused { volunteer: other.id, scope: Scope::Slot(place.id), until: None };
    apply(&mut planner, &Event::Allowed(no));
    assert_eq!(planner.why_not(&theirs), Some(Vec::new()));
    planner.step(50);
    assert_eq!(planner.plan().pairs, [theirs], "and is better again");
}

#[test]
fn who_asks_goes_before_an_equal_but_not_before_somebody_clearly_better() {
    let place = slot(1, at(20, 10, 0), 60);
    let people = [volunteer(1), Volunteer { reliability_percent: 30, ..volunteer(2) }];
    let asked = pair(&place, &people[0]);
    let mut planner = Planner::new(problem(people.to_vec(), vec![place.clone()]), 1).expect("valid");
    assert_eq!(planner.plan().pairs, [pair(&place, &people[1])], "45 points more");
    assert_eq!(apply(&mut planner, &Event::Asked(asked)).len(), 2, "60 for whoever was shown");
    assert_eq!(planner.plan().pairs, [asked]);
    assert!(apply(&mut planner, &Event::Asked(asked)).is_empty(), "once is enough");
    let better = [people[0].clone(), Volunteer { reliability_percent: 60, ..volunteer(2) }];
    let mut planner = Planner::new(problem(better.to_vec(), vec![place.clone()]), 1).expect("valid");
    assert!(apply(&mut planner, &Event::Asked(asked)).is_empty(), "90 points more");
    let unknown = Pair { role: 4, ..asked };
    assert!(apply(&mut planner, &Event::Asked(unknown)).is_empty());
}

#[test]
fn an_approved_pair_has_the_points_of_today() {
    let (date, mut person) = (slot(1, at(20, 10, 0), 60), volunteer(1));
    let mut planner = Planner::new(problem(vec![person.clone()], vec![date.clone()]), 1).expect("valid");
    assert_eq!(planner.plan().pairs, [pair(&date, &person)]);
    // What they are known for changes while they cannot come; then a coordinator gives them the place all the same.
    (person.status, person.reliability_percent) = (VolunteerStatus::Paused, 10);
    apply(&mut planner, &Event::VolunteerChanged(Box::new(person.clone())));
    assert!(planner.plan().pairs.is_empty());
    apply(&mut planner, &Event::Approved(pair(&date, &person)));
    assert_eq!(planner.plan().pairs, [pair(&date, &person)]);
}
