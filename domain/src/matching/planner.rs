//! The engine as a server or a page uses it: a problem in, the best plan so far at any time, events as they come.

use super::bound::Bound;
use super::compile::{Compiler, ProblemError, row};
use super::event::Moved;
use super::instance::{EdgeIndex, index};
use super::problem::{Lock, Pair, Problem, Refused, Slot, Volunteer};
use super::score::{Contribution, Criterion, Fact, contributions};
use super::search::{Objective, Search};
use super::state::State;
use super::table::Table;
use crate::ids::{PersonId, SlotId};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// A problem, the search for its best plan, and the columns that answer questions about it.
///
/// Deterministic: the same problem, seed, events and numbers of moves give the same plan on every machine.
#[derive(Clone, Debug)]
pub struct Planner {
    pub(super) problem: Problem,
    pub(super) compiler: Compiler,
    pub(super) search: Search,
    /// What is possible beside what was approved.
    pub(super) table: Table,
    slot_at: HashMap<SlotId, u32>,
    seed: u64,
    moves: u64,
}

/// The best plan so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Its pairs, sorted.
    pub pairs: Vec<Pair>,
    /// What it is worth.
    pub objective: Objective,
    /// With which seed it was found.
    pub seed: u64,
    /// After how many moves.
    pub moves: u64,
    /// What differs from the plan published last, sorted.
    pub changes: Vec<Change>,
}

/// A pair that comes into the plan, or leaves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Change {
    /// Which.
    pub pair: Pair,
    /// Comes (true) or leaves.
    pub added: bool,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Somebody has the place for good: claimed or approved.
    Approved(Pair),
    /// Somebody gave the place back; they are not proposed for this slot again.
    Cancelled(Pair),
    /// Somebody said no.
    Refused(Refused),
    /// Somebody asked for the place: the pair counts as one that was shown.
    Asked(Pair),
    /// The place is no longer promised to somebody, who may be proposed for it again.
    Released(Pair),
    /// A no was taken back.
    Allowed(Refused),
    /// A new slot, or one with the same id in another form.
    SlotChanged(Box<Slot>),
    /// A slot that needs nobody any more.
    SlotRemoved(SlotId),
    /// A new volunteer, or what is known of one has changed: availability, status, skills.
    VolunteerChanged(Box<Volunteer>),
}

impl Planner {
    /// Takes a problem and makes a first plan at once: from the published one as far as it is still possible, with
    /// the rest of each day matched around it.
    ///
    /// # Errors
    /// When the problem is beyond what the engine counts.
    pub fn new(problem: Problem, seed: u64) -> Result<Self, ProblemError> {
        let table = Table::new(&problem);
        let (compiler, instance) = Compiler::compile(&problem, &table)?;
        let mut state = State::with_fixed(&instance);
        let shown: Vec<EdgeIndex> = instance
            .live_edges()
            .filter(|&edge| instance.edge(edge).shown && !instance.edge(edge).fixed)
            .collect();
        for edge in shown {
            let (task, person) = (instance.edge(edge).task, instance.edge(edge).person);
            if state.filled(task) < instance.task(task).max && state.fits(&instance, person, task) {
                state.add(&instance, edge);
            }
        }
        let mut search = Search::resume(instance, state, seed);
        search.construct();
        let table = table.with_approved(&problem);
        let slot_at = (0..).zip(&problem.slots).map(|(at, slot)| (slot.id, at)).collect();
        Ok(Self { problem, compiler, search, table, slot_at, seed, moves: 0 })
    }

    /// Improves the plan by a number of moves; call it in batches and stop when time is up.
    pub fn step(&mut self, moves: u32) {
        self.search.step(moves);
        self.moves += u64::from(moves);
    }

    /// The best plan so far.
    pub fn plan(&self) -> Plan {
        let pairs = self.pairs();
        Plan {
            objective: self.search.objective(),
            seed: self.seed,
            moves: self.moves,
            changes: changes(&self.problem.published, &pairs),
            pairs,
        }
    }

    /// An upper bound for the best plan so far; improve it in batches too.
    pub fn bound(&self) -> Bound {
        Bound::new(&self.search)
    }

    /// Goes on improving a bound of this planner.
    pub fn improve_bound(&self, bound: &mut Bound, rounds: u32) {
        bound.improve(&self.search, rounds);
    }

    /// The problem as it stands after the events.
    pub const fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The best plan so far is the one shown from now on.
    pub fn publish(&mut self) {
        self.problem.published = self.pairs();
        self.search.publish();
    }

    /// Other weights: starts again from the published plan. Publish first to start from the best one so far.
    ///
    /// # Errors
    /// As [`Planner::new`].
    pub fn reweigh(&mut self, weights: super::score::Weights) -> Result<(), ProblemError> {
        self.problem.weights = weights;
        self.restart()
    }

    /// Takes in what happened and repairs the best plan locally; says which pairs that changed, the event's own
    /// included. What came of it stays to be published.
    ///
    /// # Errors
    /// When the problem grew beyond what the engine counts.
    pub fn apply(&mut self, event: Event) -> Result<Vec<Change>, ProblemError> {
        let before = self.pairs();
        let moved = match event {
            Event::Approved(pair) => Some(self.approved(pair)),
            Event::Cancelled(pair) => Some(self.cancelled(pair)),
            Event::Refused(refused) => Some(self.refused(refused)),
            Event::Asked(pair) => Some(self.asked(pair)),
            Event::Released(pair) => Some(self.released(pair)),
            Event::Allowed(refused) => Some(self.allowed(refused)),
            Event::SlotRemoved(id) => Some(self.slot_removed(id)),
            Event::SlotChanged(slot) => self.slot_changed(*slot)?,
            Event::VolunteerChanged(volunteer) => self.volunteer_changed(*volunteer)?,
        };
        if let Some(moved) = moved {
            return Ok(moved.into_iter().map(|moved| self.change(moved)).collect());
        }
        Ok(changes(&before, &self.pairs()))
    }

    fn approved(&mut self, pair: Pair) -> Vec<Moved> {
        let Some((task, person)) = self.place(&pair) else { return Vec::new() };
        if self.problem.fixed().any(|fixed| *fixed == pair) {
            return Vec::new();
        }
        self.problem.locks.push(Lock::Fixed(pair));
        let slot = &self.problem.slots[self.compiler.roles[task as usize].0 as usize];
        self.table.add_engagement(person, slot);
        let open = |edge: EdgeIndex| self.search.instance.edge(edge).open;
        if !self.search.instance.edge_of(task, person).is_some_and(open) {
            // Of a pair that was not possible the points may be those of long ago.
            let role = &slot.roles[usize::from(pair.role)];
            let points = self.table.points(slot, role, &self.problem.weights)[person as usize];
            let shown = self.problem.published.contains(&pair);
            self.search.begin_event();
            self.search.set_edge(task, person, points, shown);
        }
        self.search.approve(task, person)
    }

    fn asked(&mut self, pair: Pair) -> Vec<Moved> {
        let Some((task, person)) = self.place(&pair) else { return Vec::new() };
        if !self.problem.published.contains(&pair) {
            self.problem.published.push(pair);
        }
        self.search.show(task, person)
    }

    fn cancelled(&mut self, pair: Pair) -> Vec<Moved> {
        self.problem.locks.retain(|lock| *lock != Lock::Fixed(pair));
        let Some((task, person)) = self.place(&pair) else { return Vec::new() };
        let scope = super::problem::Scope::Slot(pair.slot);
        let refused = Refused { volunteer: pair.volunteer, scope, until: None };
        self.table.drop_engagement(person, pair.slot);
        // Somebody who was approved in two roles of a slot keeps the other one.
        let kept = |fixed: &&Pair| (fixed.volunteer, fixed.slot) == (pair.volunteer, pair.slot);
        for _ in self.problem.fixed().filter(kept) {
            let slot = &self.problem.slots[self.compiler.roles[task as usize].0 as usize];
            self.table.add_engagement(person, slot);
        }
        let mut moved = self.search.withdraw(task, person);
        moved.extend(self.refused(refused));
        super::event::join(moved)
    }

    fn refused(&mut self, refused: Refused) -> Vec<Moved> {
        self.problem.locks.push(Lock::Refused(refused));
        let Some(&person) = self.table.by_id.get(&refused.volunteer) else { return Vec::new() };
        self.table.add_refused(person, refused);
        let mut moved = Vec::new();
        for task in self.search.instance.tasks_of[person as usize].clone() {
            let slot = &self.problem.slots[self.compiler.roles[task as usize].0 as usize];
            let fixed = self
                .search
                .instance
                .edge_of(task, person)
                .is_some_and(|e| self.search.instance.edge(e).fixed);
            if slot.is_in(&refused) && !fixed {
                moved.append(&mut self.search.withdraw(task, person));
            }
        }
        super::event::join(moved)
    }

    fn released(&mut self, pair: Pair) -> Vec<Moved> {
        self.problem.locks.retain(|lock| *lock != Lock::Fixed(pair));
        let Some((task, person)) = self.place(&pair) else { return Vec::new() };
        let mut moved = self.search.withdraw(task, person);
        moved.append(&mut self.compare_again(person));
        super::event::join(moved)
    }

    fn allowed(&mut self, refused: Refused) -> Vec<Moved> {
        self.problem.locks.retain(|lock| *lock != Lock::Refused(refused));
        let person = self.table.by_id.get(&refused.volunteer).copied();
        person.map(|person| self.compare_again(person)).unwrap_or_default()
    }

    fn slot_removed(&mut self, id: SlotId) -> Vec<Moved> {
        let Some(at) = self.slot_at.remove(&id) else { return Vec::new() };
        let mut moved = Vec::new();
        for task in self.search.instance.slots[at as usize].tasks.clone() {
            moved.append(&mut self.search.drop_task(task));
        }
        self.problem.locks.retain(|lock| !matches!(lock, Lock::Fixed(pair) if pair.slot == id));
        self.table.forget_slot(id);
        self.problem.slots[at as usize].roles.clear();
        super::event::join(moved)
    }

    /// A new slot in a week that has slots already is taken in; anything else starts again from the best plan.
    fn slot_changed(&mut self, slot: Slot) -> Result<Option<Vec<Moved>>, ProblemError> {
        let seats = slot.roles.iter().map(|role| u64::from(role.max)).sum::<u64>();
        let simple = !self.slot_at.contains_key(&slot.id)
            && self.compiler.knows_week(&slot)
            && self.table.knows_codes(&slot)
            && seats < 1_000
            && !self.problem.fixed().any(|pair| pair.slot == slot.id);
        if !simple {
            self.problem.published = self.pairs();
            self.problem.slots.retain(|other| other.id != slot.id && !other.roles.is_empty());
            self.problem.slots.push(slot);
            self.restart()?;
            return Ok(None);
        }
        let at = self.compiler.begin_slot(&mut self.search.instance, &slot);
        self.slot_at.insert(slot.id, at);
        self.search.begin_event();
        let mut tasks = Vec::new();
        for role in 0..slot.roles.len() {
            let task = self.compiler.task(&slot, at, role);
            let number = index(self.search.instance.tasks.len());
            let row = row(&self.problem, &self.table, &slot, role, number);
            tasks.push(self.search.add_task(task, row));
        }
        self.problem.slots.push(slot);
        Ok(Some(self.search.repair(&tasks)))
    }

    /// Somebody known is compared with every slot again; somebody new starts everything again.
    fn volunteer_changed(&mut self, volunteer: Volunteer) -> Result<Option<Vec<Moved>>, ProblemError> {
        let id = volunteer.id;
        let Some(&person) = self.table.by_id.get(&id) else {
            self.problem.volunteers.push(volunteer);
            self.problem.published = self.pairs();
            self.restart()?;
            return Ok(None);
        };
        self.problem.volunteers[person as usize] = volunteer;
        Ok(Some(self.compare_again(person)))
    }

    /// Compares somebody with every slot again.
    fn compare_again(&mut self, person: u32) -> Vec<Moved> {
        self.table = Table::new(&self.problem).with_approved(&self.problem);
        self.compiler.person_limits(&self.problem, person, &mut self.search.instance);
        let alone =
            Problem { volunteers: vec![self.problem.volunteers[person as usize].clone()], ..self.shell() };
        let table = Table::for_slots(&alone, &self.problem.slots);
        let id = self.problem.volunteers[person as usize].id;
        let shown: HashSet<Pair> =
            self.problem.published.iter().filter(|pair| pair.volunteer == id).copied().collect();
        let mut wanted = Vec::new();
        for (task, &(at, number)) in (0..).zip(&self.compiler.roles) {
            let slot = &self.problem.slots[at as usize];
            let Some(role) = slot.roles.get(usize::from(number)) else { continue };
            let fixed = self
                .search
                .instance
                .edge_of(task, person)
                .is_some_and(|e| self.search.instance.edge(e).fixed);
            if fixed || table.masks(&alone, slot, role)[0].is_empty() {
                let shown = shown.contains(&Pair { slot: slot.id, role: number, volunteer: id });
                wanted.push((task, table.points(slot, role, &self.problem.weights)[0], shown));
            }
        }
        self.search.change_person(person, &wanted)
    }

    /// The problem without people and slots.
    fn shell(&self) -> Problem {
        Problem {
            now: self.problem.now,
            volunteers: Vec::new(),
            slots: Vec::new(),
            locks: self.problem.refused().copied().map(Lock::Refused).collect(),
            published: Vec::new(),
            weights: self.problem.weights,
            limits: self.problem.limits,
        }
    }

    fn restart(&mut self) -> Result<(), ProblemError> {
        let mut problem = self.problem.clone();
        problem.slots.retain(|slot| !slot.roles.is_empty());
        let moves = self.moves;
        *self = Self::new(problem, self.seed)?;
        self.moves = moves;
        Ok(())
    }

    /// The points of a pair and why, beside what the volunteer holds in the best plan; they add up to its score.
    pub fn contributions(&self, pair: &Pair) -> Option<Vec<Contribution>> {
        let (task, person) = self.place(pair)?;
        let slot = &self.problem.slots[self.compiler.roles[task as usize].0 as usize];
        let role = slot.roles.get(usize::from(pair.role))?;
        let volunteer = &self.problem.volunteers[person as usize];
        let mut lines = contributions(volunteer, slot, role, &self.problem.weights);
        let others: Vec<u32> = self.search.held_by(person).into_iter().filter(|&held| held != task).collect();
        let series = self.search.instance.task(task).series;
        let same = others.iter().filter(|&&other| {
            series != super::instance::NONE && self.search.instance.task(other).series == series
        });
        let weights = self.problem.weights.clamped();
        let (others_count, same) = (index(others.len()), index(same.count()));
        lines.push(Contribution {
            code: Criterion::Fairness,
            points: i32::try_from(others_count)
                .map_or(i32::MIN, |count| -weights.fairness.saturating_mul(count)),
            maximum: 0,
            fact: Fact::Others(others_count),
        });
        lines.push(Contribution {
            code: Criterion::Continuity,
            points: if same > 0 { weights.continuity } else { 0 },
            maximum: if series == super::instance::NONE { 0 } else { weights.continuity },
            fact: Fact::Others(same),
        });
        Some(lines)
    }

    fn pairs(&self) -> Vec<Pair> {
        let mut pairs: Vec<Pair> =
            self.search.pairs().into_iter().map(|(task, person)| self.pair(task, person)).collect();
        pairs.sort_unstable();
        pairs
    }

    pub(super) fn pair(&self, task: u32, person: u32) -> Pair {
        let (slot, role) = self.compiler.roles[task as usize];
        let volunteer: PersonId = self.problem.volunteers[person as usize].id;
        Pair { slot: self.problem.slots[slot as usize].id, role, volunteer }
    }

    pub(super) fn change(&self, moved: Moved) -> Change {
        Change { pair: self.pair(moved.task, moved.person), added: moved.added }
    }

    /// Task and person of a pair.
    pub(super) fn place(&self, pair: &Pair) -> Option<(u32, u32)> {
        let task = self.task_at(pair.slot, pair.role)?;
        Some((task, *self.table.by_id.get(&pair.volunteer)?))
    }

    pub(super) fn task_at(&self, slot: SlotId, role: u16) -> Option<u32> {
        self.compiler.task_of(*self.slot_at.get(&slot)?, role)
    }
}

/// What leads from one sorted list of pairs to another.
fn changes(before: &[Pair], after: &[Pair]) -> Vec<Change> {
    let old: std::collections::BTreeSet<Pair> = before.iter().copied().collect();
    let new: std::collections::BTreeSet<Pair> = after.iter().copied().collect();
    let mut all: Vec<Change> = old.difference(&new).map(|&pair| Change { pair, added: false }).collect();
    all.extend(new.difference(&old).map(|&pair| Change { pair, added: true }));
    all.sort_unstable();
    all
}
