//! The one move: free the people of a set of tasks and match the set anew, exactly.
//!
//! Inside one rematch every person is freed from at most one task and takes at most one, so what a person is worth
//! for a task does not depend on anybody else, and the best choice is an assignment problem. It is solved by shortest
//! augmenting paths with prices of people as duals, over sparse rows which are read only as far as they may matter.
//! Leaving a seat empty is always possible and worth nothing. The old assignment is one of those compared, so
//! without noise a rematch never makes a plan worse, except where slots count only as a whole (see
//! [`super::search`]).

use super::instance::{COVERAGE, EdgeIndex, Instance, NONE, Person, TaskIndex};
use super::rng::Rng;
use super::state::State;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The most seats whose coverage one seat of an opened slot stands for.
const MOST_OPENED: u32 = 16;

/// A tier of equal seats of one task: those that count for coverage, or those beyond.
#[derive(Clone, Debug, Default)]
struct Row {
    task: TaskIndex,
    bonus: i64,
    seats: u32,
    /// How much of the task's row has been looked at.
    read: u32,
    candidates: Vec<Candidate>,
    /// The search in which it was reached, and the person through whom.
    seen: u32,
    entry: Person,
}

#[derive(Clone, Copy, Debug)]
struct Candidate {
    person: Person,
    edge: EdgeIndex,
    value: i64,
    /// Nothing later in the row is worth more than this.
    ceiling: i64,
}

/// A person as seen by the current rematch.
#[derive(Clone, Copy, Debug, Default)]
struct Column {
    number: u32,
    search: u32,
    freed: bool,
    price: i64,
    row: u32,
    edge: EdgeIndex,
    value: i64,
    dist: i64,
    from_row: u32,
    from_edge: EdgeIndex,
    from_value: i64,
}

/// How a rematch deviates from the exact one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Noise {
    /// Points added at random to every pair, up to this.
    pub points: u32,
    /// How slots are taken that count only as a whole.
    pub whole: Whole,
}

/// What a seat that counts is worth in a slot that counts only as a whole: one rematch cannot know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Whole {
    /// As if the others were filled.
    #[default]
    Shared,
    /// Nothing: the slot is given up.
    Closed,
    /// As if the whole slot hung on it.
    Opened,
}

/// Scratch of the rematch, kept so that nothing is allocated twice.
#[derive(Clone, Debug, Default)]
pub(super) struct Rematch {
    rows: Vec<Row>,
    used: usize,
    columns: Vec<Column>,
    heap: BinaryHeap<Reverse<(i64, Person)>>,
    settled: Vec<Person>,
    number: u32,
    search: u32,
}

/// What one rematch looks at and does not change.
struct Setting<'a> {
    instance: &'a Instance,
    state: &'a State,
    noise: Noise,
    rng: &'a mut Rng,
}

/// The shortest path so far.
struct Path {
    length: i64,
    end: End,
}

/// Where a path may end.
#[derive(Clone, Copy, Debug)]
enum End {
    /// At a person nobody holds yet.
    Free(Person),
    /// At a row that leaves one seat empty.
    Empty(u32),
}

impl Rematch {
    /// Frees the tasks' people and matches the set anew. The change is in the state and in its journal.
    pub(super) fn run(
        &mut self,
        instance: &Instance,
        state: &mut State,
        tasks: &[TaskIndex],
        noise: Noise,
        rng: &mut Rng,
    ) {
        self.begin(instance.people());
        for &task in tasks {
            self.free(instance, state, task);
        }
        for &task in tasks {
            self.add_rows(instance, state, task, noise);
        }
        let mut setting = Setting { instance, state: &*state, noise, rng };
        for row in 0..self.used {
            for _ in 0..self.rows[row].seats {
                if !self.augment(&mut setting, super::instance::index(row)) {
                    break;
                }
            }
        }
        self.seat(instance, state);
    }

    fn begin(&mut self, people: usize) {
        self.number += 1;
        self.used = 0;
        if self.columns.len() < people {
            self.columns.resize(people, Column::default());
        }
    }

    fn column(&mut self, person: Person) -> &mut Column {
        let column = &mut self.columns[person as usize];
        if column.number != self.number {
            *column = Column { number: self.number, row: NONE, ..Column::default() };
        }
        column
    }

    fn free(&mut self, instance: &Instance, state: &mut State, task: TaskIndex) {
        let mut seat = state.seated[task as usize].len();
        while seat > 0 {
            seat -= 1;
            let edge = state.seated[task as usize][seat];
            let pair = instance.edge(edge);
            if pair.fixed {
                continue;
            }
            let column = self.column(pair.person);
            if !column.freed {
                column.freed = true;
                state.remove(instance, edge);
            }
        }
    }

    fn add_rows(&mut self, instance: &Instance, state: &State, task: TaskIndex, noise: Noise) {
        let facts = instance.task(task);
        let kept = state.filled(task);
        let whole = instance.slots[facts.slot as usize].all_or_nothing;
        let counts = match noise.whole {
            Whole::Closed if whole => 0,
            Whole::Opened if whole => i64::from(facts.min.min(MOST_OPENED)),
            _ => 1,
        };
        let core = facts.min.min(facts.max).saturating_sub(kept);
        let beyond = facts.max.saturating_sub(kept.max(facts.min));
        self.add_row(task, counts * facts.weight * COVERAGE, core);
        self.add_row(task, 0, beyond);
    }

    fn add_row(&mut self, task: TaskIndex, bonus: i64, seats: u32) {
        if seats == 0 {
            return;
        }
        if self.used == self.rows.len() {
            self.rows.push(Row::default());
        }
        let row = &mut self.rows[self.used];
        row.candidates.clear();
        let candidates = std::mem::take(&mut row.candidates);
        *row = Row { task, bonus, seats, candidates, ..Row::default() };
        self.used += 1;
    }

    /// One more seat of a row, by the cheapest path. False if the seat is best left empty.
    fn augment(&mut self, setting: &mut Setting, start: u32) -> bool {
        self.search += 1;
        self.heap.clear();
        self.settled.clear();
        let mut path = Path { length: 0, end: End::Empty(start) };
        self.rows[start as usize].seen = self.search;
        self.scan(setting, start, 0, &mut path);
        while let Some(Reverse((dist, person))) = self.heap.pop() {
            if dist >= path.length {
                break;
            }
            let column = self.columns[person as usize];
            if column.dist != dist {
                continue;
            }
            self.settled.push(person);
            let row = column.row;
            if self.rows[row as usize].seen == self.search {
                continue;
            }
            self.rows[row as usize].seen = self.search;
            self.rows[row as usize].entry = person;
            let offset = dist + column.value - column.price;
            if offset < path.length {
                path = Path { length: offset, end: End::Empty(row) };
            }
            self.scan(setting, row, offset, &mut path);
        }
        for &person in &self.settled {
            let column = &mut self.columns[person as usize];
            column.price += path.length - column.dist;
        }
        self.walk_back(start, path.end)
    }

    /// Looks at a reached row's candidates; `offset` is the length of the path to it plus its profit.
    fn scan(&mut self, setting: &mut Setting, row: u32, offset: i64, path: &mut Path) {
        let mut next = 0;
        loop {
            if next == self.rows[row as usize].candidates.len()
                && !self.read_on(setting, row, offset - path.length)
            {
                return;
            }
            let candidate = self.rows[row as usize].candidates[next];
            next += 1;
            if offset - candidate.ceiling >= path.length {
                return;
            }
            let column = &mut self.columns[candidate.person as usize];
            let dist = offset - candidate.value + column.price;
            if dist >= path.length || (column.search == self.search && dist >= column.dist) {
                continue;
            }
            column.search = self.search;
            column.dist = dist;
            column.from_row = row;
            column.from_edge = candidate.edge;
            column.from_value = candidate.value;
            if column.row == NONE {
                *path = Path { length: dist, end: End::Free(candidate.person) };
            } else {
                self.heap.push(Reverse((dist, candidate.person)));
            }
        }
    }

    /// Finds the next candidate of a row who is able to take it. False if none is worth more than `floor`.
    fn read_on(&mut self, setting: &mut Setting, row: u32, floor: i64) -> bool {
        let Setting { instance, state, noise, .. } = *setting;
        let (task, bonus) = (self.rows[row as usize].task, self.rows[row as usize].bonus);
        let facts = instance.task(task);
        let extra = bonus
            + i64::from(instance.continuity.max(0))
            + i64::from(instance.threshold.max(0))
            + i64::from(noise.points);
        while self.rows[row as usize].read < facts.edges.1 - facts.edges.0 {
            let edge = facts.edges.0 + self.rows[row as usize].read;
            let pair = instance.edge(edge);
            let ceiling = i64::from(pair.points) + extra;
            if ceiling <= floor {
                return false;
            }
            self.rows[row as usize].read += 1;
            if !pair.open || !state.fits(instance, pair.person, task) {
                continue;
            }
            let luck = if noise.points == 0 { 0 } else { setting.rng.below(noise.points as usize) };
            let load = state.load_points(instance, pair.person, facts.series);
            let value = instance.static_value(pair) + bonus + load + i64::from(super::instance::index(luck));
            self.column(pair.person);
            let candidate = Candidate { person: pair.person, edge, value, ceiling };
            self.rows[row as usize].candidates.push(candidate);
            return true;
        }
        false
    }

    fn walk_back(&mut self, start: u32, end: End) -> bool {
        let mut person = match end {
            End::Free(person) => person,
            End::Empty(row) if row == start => return false,
            End::Empty(row) => self.rows[row as usize].entry,
        };
        loop {
            let column = &mut self.columns[person as usize];
            column.row = column.from_row;
            column.edge = column.from_edge;
            column.value = column.from_value;
            if column.row == start {
                return true;
            }
            person = self.rows[column.row as usize].entry;
        }
    }

    /// Puts the result into the state.
    fn seat(&mut self, instance: &Instance, state: &mut State) {
        for row in 0..self.used {
            for at in 0..self.rows[row].candidates.len() {
                let candidate = self.rows[row].candidates[at];
                let column = &self.columns[candidate.person as usize];
                if column.row as usize == row && column.edge == candidate.edge {
                    state.add(instance, candidate.edge);
                }
            }
        }
    }
}
