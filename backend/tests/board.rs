//! The board: brought up to date it knows what a new one knows, on every node.
#![expect(clippy::unwrap_used, reason = "what goes wrong in a test ends it")]

#[expect(dead_code, reason = "each test crate takes what it needs of it")]
mod support;
#[path = "board/town.rs"]
mod town;

use backend::board::{self, Board, Facts, Seat, Shown, catch_up, difference};
use backend::context::{Clock, Cx, Node, Rng};
use backend::db::{Db, Engine};
use backend::events::relay;
use backend::service::{claims, dates, offers as answers, pairs, people as persons};
use backend::store::{claims as claim_rows, matching as store, offers, people};
use domain::actor::Role;
use domain::claim::ClaimState;
use domain::form::{ChangeForm, ExclusionForm, SlotsForm};
use domain::ids::{ExclusionId, PersonId, SlotId};
use domain::matching::{Pair, Planner, Problem, Refused, Slot, Weights, check};
use domain::person::VolunteerStatus;
use domain::time::Instant;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use support::{Bed, noon};
use tokio::sync::watch;
use town::{ADMINISTRATOR, COORDINATOR, acting, facts, persona, town};

/// The pair of the only role.
const fn pair(slot: SlotId, volunteer: PersonId) -> Pair {
    Pair { slot, role: 0, volunteer }
}

/// What of a problem does not depend on the way it came about.
fn known(problem: &Problem) -> (Vec<Slot>, Vec<String>, BTreeSet<Pair>, BTreeSet<Refused>) {
    let mut slots: Vec<Slot> = problem.slots.iter().filter(|slot| !slot.roles.is_empty()).cloned().collect();
    slots.sort_by_key(|slot| slot.id);
    let mut volunteers: Vec<String> =
        problem.volunteers.iter().map(|volunteer| format!("{volunteer:?}")).collect();
    volunteers.sort_unstable();
    (slots, volunteers, problem.fixed().copied().collect(), problem.refused().copied().collect())
}

/// The planner knows what a new one would, says the same about everybody for some slots, and its plan is possible.
fn agrees(planner: &Planner, facts: &Facts, step: &str, slots: &[SlotId]) {
    let (ours, theirs) = (known(planner.problem()), known(&facts.problem([])));
    assert_eq!(ours.0, theirs.0, "slots after {step}");
    assert_eq!(ours.1, theirs.1, "volunteers after {step}");
    assert_eq!(ours.2, theirs.2, "seats after {step}");
    assert_eq!(ours.3, theirs.3, "refusals after {step}");
    let fresh = Planner::new(facts.problem([]), 1).unwrap();
    for &slot in slots {
        let masks = |planner: &Planner| {
            let ranking = planner.rank(slot, 0, usize::MAX)?;
            let may: BTreeSet<PersonId> = ranking.candidates.iter().map(|each| each.volunteer).collect();
            let mut not: Vec<_> = ranking.rejected.iter().map(|each| (each.volunteer, each.mask)).collect();
            not.sort_unstable();
            Some((ranking.eligible, may, not))
        };
        assert_eq!(masks(planner), masks(&fresh), "who may, after {step}");
    }
    let plan = planner.plan();
    assert_eq!(check(planner.problem(), &plan.pairs), Ok(plan.objective), "the plan after {step}");
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn one_of<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| from[self.below(from.len())])
    }
}

const DECISIONS: [&str; 14] = [
    "claim",
    "approve",
    "refuse",
    "undo",
    "withdraw",
    "offer",
    "take_back",
    "lock",
    "unlock",
    "exclude",
    "allow",
    "profile",
    "status",
    "slot",
];

/// Somebody decides something, if it is possible now; about which slot.
async fn decide(decision: &str, dice: &mut Dice, cx: &Cx, facts: &Facts) -> Option<SlotId> {
    match decision {
        "claim" | "approve" | "refuse" | "undo" | "withdraw" => about_claims(decision, dice, cx, facts).await,
        "profile" | "status" | "slot" => about_the_rest(decision, dice, cx, facts).await,
        _ => about_pairs(decision, dice, cx, facts).await,
    }
}

fn any_slot(dice: &mut Dice, facts: &Facts) -> Option<SlotId> {
    dice.one_of(&facts.slots.keys().copied().collect::<Vec<_>>())
}

fn anybody(dice: &mut Dice, facts: &Facts) -> Option<PersonId> {
    dice.one_of(&facts.people.keys().copied().collect::<Vec<_>>())
}

/// One of the best for a slot.
fn candidate(dice: &mut Dice, facts: &Facts, slot: SlotId) -> Option<PersonId> {
    let planner = Planner::new(facts.problem([]), 1).unwrap();
    let best: Vec<_> = planner.rank(slot, 0, 8)?.candidates.iter().map(|each| each.volunteer).collect();
    dice.one_of(&best)
}

async fn about_claims(decision: &str, dice: &mut Dice, cx: &Cx, facts: &Facts) -> Option<SlotId> {
    let of = |person| acting(&cx.node, person, Role::Volunteer);
    let mut tx = cx.node.db.read().await.unwrap();
    let coming = claim_rows::coming(&mut tx, noon(), noon().plus_days(board::HORIZON_DAYS)).await.unwrap();
    drop(tx);
    let in_state = |states: &[ClaimState]| -> Vec<_> {
        let these = coming.iter().filter(|claim| states.contains(&claim.state));
        these.map(|claim| (claim.id, claim.slot_id, claim.person_id)).collect()
    };
    if decision == "claim" {
        let slot = any_slot(dice, facts)?;
        claims::claim(&of(candidate(dice, facts, slot)?), slot).await.ok()?;
        return Some(slot);
    }
    if decision == "undo" {
        for (id, slot, _) in in_state(&[ClaimState::Refused, ClaimState::Approved]) {
            if claims::undo(cx, id).await.is_ok() {
                return Some(slot);
            }
        }
        return None;
    }
    let states: &[ClaimState] = match decision {
        "withdraw" => &[ClaimState::Pending, ClaimState::Approved],
        _ => &[ClaimState::Pending],
    };
    let (id, slot, person) = dice.one_of(&in_state(states))?;
    match decision {
        "approve" => claims::approve(cx, id).await.map(|_| ()),
        "refuse" => claims::refuse(cx, id, "").await.map(|_| ()),
        _ => claims::withdraw(&of(person), id).await,
    }
    .ok()?;
    Some(slot)
}

async fn about_pairs(decision: &str, dice: &mut Dice, cx: &Cx, facts: &Facts) -> Option<SlotId> {
    let slot = any_slot(dice, facts)?;
    let mut tx = cx.node.db.read().await.unwrap();
    let open = offers::coming(&mut tx, noon()).await.unwrap();
    let locks = store::locks(&mut tx, noon()).await.unwrap();
    let exclusions = store::exclusions(&mut tx, noon()).await.unwrap();
    drop(tx);
    match decision {
        "offer" => {
            pairs::offer(cx, slot, None, candidate(dice, facts, slot)?).await.ok()?;
        }
        "take_back" => {
            for offer in open {
                if pairs::take_back(cx, offer.id).await.is_ok() {
                    return Some(offer.slot_id);
                }
            }
            return None;
        }
        "lock" => pairs::lock(cx, slot, None, candidate(dice, facts, slot)?, true).await.ok()?,
        "unlock" => {
            let lock = dice.one_of(&locks)?;
            pairs::lock(cx, lock.slot_id, None, lock.person_id, false).await.unwrap();
            return Some(lock.slot_id);
        }
        "exclude" => {
            let scope = dice.one_of(&["slot", "opportunity", "organisation"])?.to_owned();
            let until = dice.one_of(&["", "2026-12-05"])?.to_owned();
            let form = ExclusionForm { scope, until, reason: "Tak wolą.".into() };
            pairs::exclude(cx, slot, anybody(dice, facts)?, &form).await.unwrap();
        }
        _ => {
            let ids: Vec<ExclusionId> = exclusions.iter().map(|no| no.id).collect();
            let id = dice.one_of(&ids)?;
            for &slot in facts.slots.keys() {
                if pairs::allow(cx, id, slot).await.is_ok() {
                    return Some(slot);
                }
            }
            return None;
        }
    }
    Some(slot)
}

/// Changes or cancels one date as its preview says.
async fn change(cx: &Cx, slot: SlotId, form: &SlotsForm, what: &str) -> Option<i64> {
    let change = ChangeForm { what: what.to_owned(), ..ChangeForm::default() };
    let view = dates::change_view(cx, slot, Some((form, &change))).await.ok()?;
    let preview = view.preview?.ok()?;
    dates::change(cx, slot, form, &change, &preview.fingerprint, "").await.ok()
}

async fn about_the_rest(decision: &str, dice: &mut Dice, cx: &Cx, facts: &Facts) -> Option<SlotId> {
    let (slot, person) = (any_slot(dice, facts)?, anybody(dice, facts)?);
    let row = &facts.slots[&slot].row;
    match decision {
        "profile" => {
            let mut tx = cx.node.db.write().await.unwrap();
            let mut volunteer = people::volunteer(&mut tx, person).await.unwrap()?;
            volunteer.weekly_limit_minutes = dice.one_of(&[None, Some(60), Some(600)])?;
            volunteer.preferences.0.kinds = vec![row.kind_code.clone()];
            people::put_volunteer(&mut tx, &volunteer).await.unwrap();
            tx.commit().await.unwrap();
        }
        "status" => {
            let to = dice.one_of(&[VolunteerStatus::Paused, VolunteerStatus::Active])?;
            persons::set_status(cx, person, to).await.ok()?;
        }
        _ if dice.below(2) == 0 => {
            change(cx, slot, &SlotsForm::default(), "cancel").await?;
        }
        _ => {
            let clock = |at: Instant| at.civil().strftime("%H:%M").to_string();
            let form = SlotsForm {
                day: row.on_day.to_string(),
                starts: clock(row.starts_at),
                ends: clock(row.ends_at),
                min_places: row.min_places.to_string(),
                max_places: (row.max_places + 1).to_string(),
                ..SlotsForm::default()
            };
            change(cx, slot, &form, "").await?;
        }
    }
    Some(slot)
}

#[tokio::test]
async fn a_board_brought_up_to_date_knows_what_a_new_one_knows() {
    let (_bed, node) = town(Engine::Sqlite).await;
    let cx = persona(&node, COORDINATOR, Role::Coordinator).await;
    let mut dice = Dice(5);
    let mut old = facts(&node).await;
    let mut planner = Planner::new(old.problem([]), 1).unwrap();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for round in 0..6 {
        for decision in DECISIONS {
            let Some(touched) = decide(decision, &mut dice, &cx, &old).await else { continue };
            let new = facts(&node).await;
            assert!(difference(&old, &new).is_some(), "{decision} is told by events");
            let same = catch_up(&mut planner, &old, &new);
            assert!(same.is_some(), "{decision} is within what the engine counts");
            seen.insert(decision);
            let first: Vec<SlotId> = new.slots.keys().copied().take(3).chain([touched]).collect();
            agrees(&planner, &new, &format!("{decision} in round {round}"), &first);
            old = new;
            if dice.below(3) == 0 {
                planner.step(20);
                planner.publish();
            }
        }
    }
    let missing: Vec<_> = DECISIONS.iter().filter(|decision| !seen.contains(*decision)).collect();
    assert!(missing.is_empty(), "never possible: {missing:?}");
    assert_eq!(catch_up(&mut planner, &old, &facts(&node).await), Some(true), "nothing is different");
    // Weights, and time that passes, are planned anew.
    let administrator = persona(&node, ADMINISTRATOR, Role::Administrator).await;
    pairs::save_weights(&administrator, Weights { fairness: 0, ..Weights::default() }).await.unwrap();
    let new = facts(&node).await;
    assert_eq!(difference(&old, &new), None);
    assert_eq!(catch_up(&mut planner, &old, &new), Some(false));
    assert_eq!(planner.problem().weights.fairness, 0);
    agrees(&planner, &new, "other weights", &[]);
    // Slots begin, become more urgent, come into sight: some by events, the rest planned anew.
    let mut old = new;
    let mut by_events = 0;
    for hours in [1, 2, 3, 5, 8, 20, 44, 45] {
        let later = Facts::read(&node.db, Clock::Fixed(noon().plus_minutes(60 * hours))).await.unwrap();
        by_events += usize::from(difference(&old, &later).is_some());
        assert!(catch_up(&mut planner, &old, &later).is_some());
        let some: Vec<SlotId> = later.slots.keys().copied().take(5).collect();
        agrees(&planner, &later, &format!("{hours} hours"), &some);
        old = later;
    }
    assert!(by_events > 2, "{by_events}");
}

/// A running node: its relay and its board.
struct Running {
    node: Arc<Node>,
    stop: watch::Sender<bool>,
}

impl Running {
    async fn start(bed: &Bed, db: Db) -> Self {
        let node = Arc::new(Node { db, rng: Rng::system(), ..bed.node(noon()) });
        let running = Self { node, stop: watch::Sender::new(false) };
        tokio::spawn(relay(running.node.clone(), running.stop.subscribe()));
        running.keep();
        // It hears what happens from now on.
        until(|| running.node.live.seq() > 0).await;
        running
    }

    fn keep(&self) {
        tokio::spawn(board::keep(self.node.clone(), self.stop.subscribe()));
    }
}

/// Something happened already: a relay that has begun knows a number.
async fn stir(node: &Arc<Node>) {
    let cx = persona(node, COORDINATOR, Role::Coordinator).await;
    let slot = *facts(node).await.slots.keys().next().unwrap();
    pairs::look(&cx, slot).await.unwrap();
}

/// The plan of the board that is kept.
async fn kept(node: &Node) -> Arc<Shown> {
    loop {
        Board::shown(node).await.unwrap();
        if let Some(shown) = Board::peek(node) {
            return shown;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn until(mut holds: impl FnMut() -> bool) {
    // A minute: the machine may be busy with other things.
    for _ in 0..3_000 {
        if holds() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("it did not happen in time");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_decided_at_one_node_is_on_the_board_of_the_other() {
    let (bed, node) = town(Engine::Postgres).await;
    stir(&node).await;
    let (here, there) = (
        Running::start(&bed, bed.elsewhere().await).await,
        Running::start(&bed, bed.elsewhere().await).await,
    );
    let cx = persona(&here.node, COORDINATOR, Role::Coordinator).await;
    let (shown, first) = (kept(&here.node).await, kept(&there.node).await);
    assert_eq!(format!("{:?}", shown.facts), format!("{:?}", first.facts));
    let chosen = shown.facts.slots.keys().find_map(|&slot| Some((slot, *shown.suggested(slot).first()?)));
    let (slot, person) = chosen.expect("the plan suggests somebody");

    pairs::lock(&cx, slot, None, person, true).await.unwrap();
    let knows = |node: &Node, slot: SlotId, person: PersonId| {
        Board::peek(node).is_some_and(|shown| shown.facts.slots[&slot].seated.contains_key(&person))
    };
    until(|| knows(&there.node, slot, person) && knows(&here.node, slot, person)).await;
    let again = Board::peek(&there.node).unwrap();
    agrees(&again.planner, &again.facts, "a lock at the other node", &[slot]);
    assert!(again.plan.pairs.contains(&pair(slot, person)));

    // The keeper ends, and meanwhile something happens: a new one knows it.
    there.stop.send_replace(true);
    until(|| Board::peek(&there.node).is_none()).await;
    let form = ExclusionForm { scope: "slot".into(), until: String::new(), reason: String::new() };
    pairs::exclude(&cx, slot, person, &form).await.unwrap();
    let there = Running { node: there.node.clone(), stop: watch::Sender::new(false) };
    tokio::spawn(relay(there.node.clone(), there.stop.subscribe()));
    there.keep();
    until(|| Board::peek(&here.node).is_some_and(|shown| !shown.facts.refused.is_empty())).await;
    until(|| !knows(&here.node, slot, person)).await;
    let new = kept(&there.node).await;
    let truth = facts(&here.node).await;
    assert_eq!(format!("{:?}", new.facts), format!("{:?}", Arc::new(truth.clone())));
    let kept = Board::peek(&here.node).unwrap();
    assert_eq!(format!("{:?}", kept.facts), format!("{:?}", Arc::new(truth)));
    for running in [&here, &there] {
        running.stop.send_replace(true);
        until(|| Board::peek(&running.node).is_none()).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_is_shown_although_the_plan_stays_the_same() {
    let (bed, node) = town(Engine::Sqlite).await;
    stir(&node).await;
    let here = Running::start(&bed, node.db.clone()).await;
    let cx = persona(&here.node, COORDINATOR, Role::Coordinator).await;
    let shown = kept(&here.node).await;
    let chosen = shown.facts.slots.keys().find_map(|&slot| Some((slot, *shown.suggested(slot).first()?)));
    let (slot, person) = chosen.expect("the plan suggests somebody");
    let offer = pairs::offer(&cx, slot, None, person).await.unwrap();
    let seat = |node: &Node| {
        Board::peek(node).and_then(|shown| shown.facts.slots[&slot].seated.get(&person).copied())
    };
    until(|| matches!(seat(&here.node), Some(Seat::Offered(..)))).await;
    // From here on nothing would be shown by itself.
    until(|| Board::peek(&here.node).is_some_and(|shown| shown.settled)).await;
    let asked = acting(&here.node, person, Role::Volunteer);
    answers::answer(&asked, offer, "", true).await.unwrap();
    until(|| matches!(seat(&here.node), Some(Seat::Approved(_)))).await;
    here.stop.send_replace(true);
}

#[tokio::test(flavor = "multi_thread")]
async fn decisions_say_what_the_plan_had_said() {
    let (bed, node) = town(Engine::Sqlite).await;
    stir(&node).await;
    let running = Running::start(&bed, bed.db.clone()).await;
    let cx = persona(&running.node, COORDINATOR, Role::Coordinator).await;
    let shown = kept(&running.node).await;
    let suggested = shown.facts.slots.keys().find_map(|&slot| Some((slot, *shown.suggested(slot).first()?)));
    let (slot, person) = suggested.unwrap();
    pairs::lock(&cx, slot, None, person, true).await.unwrap();
    running.stop.send_replace(true);
    until(|| Board::peek(&running.node).is_none()).await;
    pairs::lock(&cx, slot, None, person, false).await.unwrap();
    let mut tx = running.node.db.read().await.unwrap();
    let mut noted = store::decisions(&mut tx, slot).await.unwrap();
    noted.sort_by_key(|row| row.action.code());
    let [locked, unlocked] = noted.as_slice() else { panic!("{noted:?}") };
    assert_eq!((locked.action.code(), locked.suggested), ("lock", true));
    assert_eq!(locked.reasons.0, shown.planner.contributions(&pair(slot, person)).unwrap());
    assert!(!locked.reasons.0.is_empty());
    assert_eq!(
        (unlocked.action.code(), unlocked.suggested, unlocked.reasons.0.len()),
        ("unlock", false, 0),
        "no plan was shown"
    );
}
