//! What a browser gets of the board names nobody, and plans the same.

use crate::support::noon;
use crate::town::{ADMINISTRATOR, COORDINATOR, facts, persona, town};
use backend::board::{Board, trial};
use backend::db::Engine;
use backend::service::{matching, pairs};
use domain::actor::Role;
use domain::form::ExclusionForm;
use domain::ids::PersonId;
use domain::matching::{Planner, Weights, check};
use domain::person::age_on;
use domain::time::Day;
use std::collections::BTreeSet;

#[tokio::test]
async fn a_browser_gets_a_problem_that_names_nobody() {
    let (_bed, node) = town(Engine::Sqlite).await;
    let cx = persona(&node, COORDINATOR, Role::Coordinator).await;
    let before = facts(&node).await;
    let everybody: Vec<PersonId> = before.people.keys().copied().collect();
    for (&slot, &person) in before.slots.keys().zip(&everybody).take(5) {
        let form =
            ExclusionForm { scope: "slot".into(), until: String::new(), reason: "Choruje na płuca.".into() };
        pairs::exclude(&cx, slot, person, &form).await.unwrap();
    }
    let view = matching::weights(&cx).await.unwrap();
    assert!(!view.may_save);
    assert!(!view.problem.slots.is_empty() && view.problem.volunteers.len() > 20);
    let sent = serde_json::to_string(&view).unwrap();
    let lower = sent.to_lowercase();
    assert!(!lower.contains("choruje") && !sent.contains('@'));
    for (id, person) in &before.people {
        assert!(!sent.contains(&person.name), "{}", person.name);
        assert!(!sent.contains(&id.to_string()), "{id}");
    }
    for slot in before.slots.values() {
        assert!(slot.slot.place.is_empty() || !lower.contains(&format!("\"{}\"", slot.slot.place)));
        assert!(!sent.contains(&slot.row.title));
    }
    // What nobody asks for is not told: words that people typed themselves.
    let words = before.people.values().flat_map(|person| &person.volunteer.skills);
    let words: BTreeSet<String> = words.map(|skill| format!("\"{}\"", skill.code)).collect();
    assert!(!words.is_empty());
    assert!(words.iter().all(|word| !sent.contains(word)), "skills");
    let today: Day = noon().day().into();
    let mut adults = BTreeSet::new();
    for volunteer in &view.problem.volunteers {
        assert!(volunteer.screened_on.is_none_or(|day| day == today), "only whether");
        if let Some(birth) = volunteer.birth_on.filter(|&birth| age_on(birth, today) >= 18) {
            adults.insert(birth);
        }
    }
    let birthdays: BTreeSet<_> = adults.iter().map(|birth| (birth.0.month(), birth.0.day())).collect();
    assert_eq!(birthdays.len(), 1, "all adults have one birthday: {adults:?}");
    let asked: BTreeSet<i64> =
        view.problem.slots.iter().map(|slot| slot.min_age).filter(|&age| age > 18).collect();
    assert!(adults.len() <= asked.len() + 1, "and the age that is asked for: {adults:?}");
    // One who may save is told so, and may look too.
    let administrator = persona(&node, ADMINISTRATOR, Role::Administrator).await;
    pairs::save_weights(&administrator, Weights { past: 10, ..Weights::default() }).await.unwrap();
    let view = matching::weights(&administrator).await.unwrap();
    assert!(view.may_save);
    assert_eq!((view.weights.past, view.problem.weights.past), (10, 10));
    assert_eq!(view.saved, Some(("Rafał Kos".to_owned(), noon())));
}

#[tokio::test]
async fn nobody_becomes_possible_or_impossible_by_losing_their_name() {
    let (_bed, node) = town(Engine::Sqlite).await;
    let shown = Board::shown(&node).await.unwrap();
    let real = trial::coming(shown.planner.problem());
    let stripped = trial::anonymous(&real);
    assert_eq!(real.volunteers.len(), stripped.volunteers.len());
    let (mut theirs, mut ours) = (Planner::new(real.clone(), 1).unwrap(), Planner::new(stripped, 1).unwrap());
    for (at, slot) in real.slots.iter().enumerate() {
        let may = |planner: &Planner| {
            let ranking = planner.rank(slot.id, 0, usize::MAX).unwrap();
            let score = |each: &domain::matching::Candidate| each.score;
            (ranking.eligible, ranking.candidates.iter().map(score).collect::<Vec<_>>())
        };
        assert_eq!(may(&theirs), may(&ours), "slot {at}");
    }
    theirs.step(400);
    ours.step(400);
    assert_eq!(theirs.plan().objective, ours.plan().objective);
    assert!(ours.plan().objective.coverage > 0);
    assert_eq!(check(ours.problem(), &ours.plan().pairs), Ok(ours.plan().objective));
}
