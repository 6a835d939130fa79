//! Construction and large-neighbourhood search: pick related tasks, rematch them, keep what is not worse.

use super::instance::{COVERAGE, EdgeIndex, Instance, Person, TaskIndex, index, unpack};
use super::rematch::{Noise, Rematch, Whole};
use super::rng::Rng;
use super::state::State;
use serde::{Deserialize, Serialize};

/// How many values late acceptance looks back, at most and per task.
const MEMORY: usize = 5_000;
const MEMORY_PER_TASK: usize = 16;
/// A round may begin by losing one part in so many of the coverage, or one unit.
const SLACK: i64 = 64;
/// Moves without noise at first, per task.
const DESCENT: usize = 8;
/// Moves after which noise is halved, per task.
const HALF_LIFE: usize = 20;
/// Half-lives after which the search starts hot again, from the best plan.
const HALF_LIVES: usize = 10;
/// Noise in points at first; less in later rounds, in which more coverage should not cost all other points, and
/// least where nothing is left to cover.
const HOT: usize = 2_000;
const REHEATED: usize = 256;
const WARM: usize = 64;

/// What a plan is worth. Compared in this order; all in whole numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Objective {
    /// Sum of urgency weights of the seats that count.
    pub coverage: i64,
    /// Sum of points, after fairness and continuity.
    pub soft: i64,
    /// Pairs of the published plan that stay.
    pub stability: i64,
}

/// A search that can be stopped and resumed at any time: the best plan so far is always at hand.
///
/// The same instance, seed and number of moves give the same plan everywhere, however the moves are batched.
#[derive(Clone, Debug)]
pub struct Search {
    pub(super) instance: Instance,
    /// The current plan, which may be worse than the best.
    pub(super) state: State,
    pub(super) rematch: Rematch,
    pub(super) rng: Rng,
    /// Value and edges of the best plan, while the current one is worse.
    pub(super) best: Option<(i64, Vec<EdgeIndex>)>,
    memory: Vec<i64>,
    moves: usize,
    /// No plan covers more.
    pub(super) ceiling: i64,
    pub(super) by_start: Vec<TaskIndex>,
    /// The tasks of the next move, and a mark on each of them.
    pub(super) set: Vec<TaskIndex>,
    pub(super) marked: Vec<u64>,
    pub(super) mark: u64,
    /// Edges marked as shown.
    pub(super) shown: Vec<EdgeIndex>,
}

impl Search {
    /// Starts a search; a first plan is there at once.
    pub fn new(instance: Instance, seed: u64) -> Self {
        let kept = State::with_fixed(&instance);
        let mut search = Self::resume(instance, kept, seed);
        search.construct();
        search
    }

    /// Starts from a plan that breaks no rule.
    pub(super) fn resume(instance: Instance, mut state: State, seed: u64) -> Self {
        let mut by_start: Vec<TaskIndex> = (0..index(instance.tasks.len())).collect();
        by_start.sort_by_key(|&task| (instance.task(task).start, task));
        state.mark();
        Self {
            marked: vec![0; instance.tasks.len()],
            ceiling: instance.coverage_ceiling(),
            shown: instance.live_edges().filter(|&edge| instance.edge(edge).shown).collect(),
            instance,
            state,
            rematch: Rematch::default(),
            rng: Rng::new(seed),
            best: None,
            memory: Vec::new(),
            moves: 0,
            by_start,
            set: Vec::new(),
            mark: 0,
        }
    }

    /// One exact matching for each day, then once more for seats that a second task of the same day can fill.
    pub(super) fn construct(&mut self) {
        let order = std::mem::take(&mut self.by_start);
        for _ in 0..2 {
            let day = |task: TaskIndex| self.instance.task(task).days.0;
            for tasks in order.chunk_by(|&a, &b| day(a) == day(b)) {
                self.rematch.run(&self.instance, &mut self.state, tasks, Noise::default(), &mut self.rng);
            }
        }
        self.by_start = order;
        self.state.mark();
    }

    /// Does a number of moves. A move takes some microseconds in a town and some tens in a city.
    pub fn step(&mut self, moves: u32) {
        if self.by_start.is_empty() {
            return;
        }
        for _ in 0..moves {
            self.one_move();
        }
    }

    /// What the best plan so far is worth.
    pub fn objective(&self) -> Objective {
        self.instance.objective(&self.best_edges())
    }

    /// The best plan so far as pairs of task and person, sorted.
    pub fn pairs(&self) -> Vec<(TaskIndex, Person)> {
        let pair = |&edge: &EdgeIndex| (self.instance.edge(edge).task, self.instance.edge(edge).person);
        let mut pairs: Vec<_> = self.best_edges().iter().map(pair).collect();
        pairs.sort_unstable();
        pairs
    }

    /// What somebody holds in the best plan.
    pub(super) fn held_by(&self, person: Person) -> Vec<TaskIndex> {
        match &self.best {
            None => self.state.held[person as usize].iter().map(|held| held.task).collect(),
            Some((_, edges)) => {
                let mine =
                    edges.iter().map(|&edge| self.instance.edge(edge)).filter(|edge| edge.person == person);
                mine.map(|edge| edge.task).collect()
            }
        }
    }

    /// Makes the best plan the current one.
    fn return_to_best(&mut self) {
        if let Some((_, edges)) = self.best.take() {
            self.state = State::with(&self.instance, &edges);
        }
        self.memory.clear();
    }

    /// Makes the best plan the current one, and begins the search anew from it.
    pub(super) fn settle(&mut self) {
        self.return_to_best();
        self.moves = 0;
    }

    pub(super) fn best_edges(&self) -> Vec<EdgeIndex> {
        self.best.as_ref().map_or_else(|| self.state.edges(), |(_, edges)| edges.clone())
    }

    fn one_move(&mut self) {
        let noise = self.noise();
        self.choose();
        let before = self.state.value;
        self.state.mark();
        let set = std::mem::take(&mut self.set);
        self.rematch.run(&self.instance, &mut self.state, &set, noise, &mut self.rng);
        self.set = set;
        self.accept(before);
        self.moves += 1;
    }

    /// Late acceptance: keeps a plan that is not worse than the last one, or than the one some moves ago.
    fn accept(&mut self, before: i64) {
        let after = self.state.value;
        if self.memory.is_empty() {
            let slack = unpack(before).0 / SLACK + 1;
            let length = (self.instance.tasks.len() * MEMORY_PER_TASK).min(MEMORY);
            self.memory.resize(length, before - slack * COVERAGE);
        }
        let slot = self.moves % self.memory.len();
        let remembered = &mut self.memory[slot];
        if after < before && after < *remembered {
            self.state.undo(&self.instance);
            *remembered = before;
            return;
        }
        *remembered = after;
        match &self.best {
            Some((value, _)) if after >= *value => self.best = None,
            None if after < before => self.best = Some((before, self.state.edges_at_mark())),
            _ => {}
        }
    }

    /// None at first; then much, halved again and again.
    fn noise(&mut self) -> Noise {
        let tasks = self.instance.tasks.len();
        let whole = match self.instance.has_whole_slots.then(|| self.rng.below(8)) {
            Some(0) => Whole::Closed,
            Some(1) => Whole::Opened,
            _ => Whole::Shared,
        };
        let (half_life, calm) = (tasks * HALF_LIFE, Noise { points: 0, whole });
        let Some(heated) = self.moves.checked_sub(tasks * DESCENT) else { return calm };
        let (round, since) = (heated / (half_life * HALF_LIVES), heated % (half_life * HALF_LIVES));
        if since == 0 {
            self.return_to_best();
        }
        let value = self.best.as_ref().map_or(self.state.value, |(value, _)| *value);
        let covered = unpack(value).0 >= self.ceiling;
        let start = match (covered, round) {
            (true, round) if round % 2 == 0 => WARM,
            (true, _) | (false, 0) => HOT,
            (false, _) => REHEATED,
        };
        let high = start >> (since / half_life);
        let points = high - (high / 2) * (since % half_life) / half_life;
        if self.rng.below(5) == 0 { calm } else { Noise { points: index(points), whole } }
    }
}
