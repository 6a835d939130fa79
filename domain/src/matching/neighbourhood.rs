//! Which tasks a move takes together.

use super::instance::{TaskIndex, index};
use super::search::Search;

/// The smallest set, and how much larger a set may be.
const SMALLEST: usize = 8;
const NEAR: usize = 60;
const FAR: usize = 40;
/// Candidates of one task whose other tasks are taken in.
const CANDIDATES: usize = 8;

impl Search {
    /// Fills `set` with related tasks around one of them: half the time one with an empty seat, if there are any.
    pub(super) fn choose(&mut self) {
        self.set.clear();
        self.mark += 1;
        let mut seed = self.any_task();
        if self.rng.below(2) == 0 {
            for _ in 0..20 {
                if self.state.filled(seed) < self.instance.task(seed).max {
                    break;
                }
                seed = self.any_task();
            }
        }
        self.insert(seed);
        match self.rng.below(10) {
            0..=3 => self.choose_near(seed),
            4..=7 => self.choose_chain(),
            _ => self.choose_any(),
        }
    }

    fn any_task(&mut self) -> TaskIndex {
        self.by_start[self.rng.below(self.by_start.len())]
    }

    /// How many tasks to take. A set of all tasks could give nobody one task more than they have, so among few tasks
    /// sets are smaller.
    fn size(&mut self, most: usize) -> usize {
        let tasks = self.by_start.len();
        if tasks <= 2 * SMALLEST { 1 + self.rng.below(tasks) } else { SMALLEST + self.rng.below(most) }
    }

    pub(super) fn insert(&mut self, task: TaskIndex) {
        let marked = &mut self.marked[task as usize];
        if *marked != self.mark {
            *marked = self.mark;
            self.set.push(task);
        }
    }

    /// Tasks around the same time: they compete for the same people.
    fn choose_near(&mut self, seed: TaskIndex) {
        let size = self.size(NEAR);
        let key = |task: TaskIndex| (self.instance.task(task).start, task);
        let at = self.by_start.partition_point(|&task| key(task) < key(seed));
        let from = at.saturating_sub(self.rng.below(size));
        for place in from..(from + size).min(self.by_start.len()) {
            self.insert(self.by_start[place]);
        }
    }

    /// What the candidates of the first task hold at any time, what the candidates of those hold, and so on.
    fn choose_chain(&mut self) {
        let size = self.size(FAR);
        let mut next = 0;
        while next < self.set.len() && self.set.len() < size {
            let (from, to) = self.instance.task(self.set[next]).edges;
            next += 1;
            for _ in 0..CANDIDATES.min((to - from) as usize) {
                let last = self.rng.below((to - from) as usize);
                let person = self.instance.edge(from + index(self.rng.below(last + 1))).person;
                if let Some(held) = self.rng.pick(&self.state.held[person as usize]) {
                    self.insert(held.task);
                }
            }
        }
    }

    /// Any tasks at all: balances days and weeks.
    fn choose_any(&mut self) {
        for _ in 1..self.size(FAR) {
            let task = self.any_task();
            self.insert(task);
        }
    }
}
