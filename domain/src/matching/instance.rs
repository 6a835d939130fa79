//! The problem as numbers: tasks with sparse rows of people who may take them. Everything above this file
//! speaks the domain; everything in it and below speaks indices, seconds and points.

use super::search::Objective;
use super::state::State;

/// Index of a volunteer.
pub type Person = u32;
/// Index of a task: one role of one slot.
pub type TaskIndex = u32;
/// Index of an edge: one pair that passes every hard rule on its own.
pub type EdgeIndex = u32;

/// A place to which and from which nobody travels.
pub(super) const ANYWHERE: u32 = u32::MAX;
/// No series, no person, no edge.
pub(super) const NONE: u32 = u32::MAX;

/// One unit of coverage in a packed value. Coverage and soft points are compared as a pair; the pair is kept in one
/// integer, which orders the same way as long as all soft points together stay below half of this.
pub(super) const COVERAGE: i64 = 1 << 40;
/// The most points of one edge, either sign: two million pairs then stay inside [`COVERAGE`].
pub(super) const MAX_POINTS: i32 = 200_000;
/// The most seats and edges of an instance: the packed pair stays exact and indices fit.
pub(super) const MAX_SEATS: usize = 200_000;

/// Coverage and soft points of a packed value.
pub(super) const fn unpack(value: i64) -> (i64, i64) {
    let coverage = (value + COVERAGE / 2) >> 40;
    (coverage, value - (coverage << 40))
}

/// One role of a slot: a number of equal seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Task {
    /// Unix seconds.
    pub start: i64,
    /// Unix seconds.
    pub end: i64,
    /// Minutes counted against the weekly cap.
    pub minutes: i64,
    /// Which week, from 0.
    pub week: u32,
    /// Local days on which it begins and ends.
    pub days: (i32, i32),
    /// Equal numbers need no travel between them.
    pub place: u32,
    /// Coverage of one of the first `min` seats.
    pub weight: i64,
    /// Seats that count for coverage.
    pub min: u32,
    /// Seats in all.
    pub max: u32,
    /// Which slot.
    pub slot: u32,
    /// Dates of one series, or [`NONE`].
    pub series: u32,
    /// Its edges: a range, most points first.
    pub(super) edges: (EdgeIndex, EdgeIndex),
}

/// A pair that is possible on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    /// Who.
    pub person: Person,
    /// For what.
    pub task: TaskIndex,
    /// Soft points of the pair alone.
    pub points: i32,
    /// Shown in the published plan: it is worth the threshold more.
    pub shown: bool,
    /// Approved: never moved.
    pub fixed: bool,
    /// False once a rule or a refusal forbids it.
    pub open: bool,
}

/// Tasks of one slot that count only together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SlotGroup {
    /// Its roles.
    pub(super) tasks: Vec<TaskIndex>,
    /// Useless below its minimum: no coverage until every role has its first seats.
    pub all_or_nothing: bool,
}

/// The numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Instance {
    pub(super) tasks: Vec<Task>,
    pub(super) edges: Vec<Edge>,
    pub(super) slots: Vec<SlotGroup>,
    /// Some slot counts only as a whole.
    pub(super) has_whole_slots: bool,
    /// The tasks a person has an edge to, in no order that matters.
    pub(super) tasks_of: Vec<Vec<TaskIndex>>,
    /// Minutes a person may still be given, `person × weeks + week`.
    pub(super) room: Vec<i64>,
    /// Seconds between two days' tasks of a person, 0 for adults. Source: N5.
    pub(super) rest: Vec<i64>,
    /// How many weeks.
    pub(super) weeks: u32,
    /// Seconds between places.
    pub(super) travel: i64,
    /// Points taken once more for every further task of a person.
    pub(super) fairness: i32,
    /// Points for every further date of a series with the same person.
    pub(super) continuity: i32,
    /// Points a pair in the published plan is worth on top.
    pub(super) threshold: i32,
}

impl Instance {
    /// With other points taken once more for every further task of a person; none: how work is shared does not count.
    #[must_use]
    pub const fn with_fairness(mut self, points: i32) -> Self {
        self.fairness = points;
        self
    }

    pub(super) fn people(&self) -> usize {
        self.rest.len()
    }

    pub(super) fn task(&self, task: TaskIndex) -> &Task {
        &self.tasks[task as usize]
    }

    pub(super) fn edge(&self, edge: EdgeIndex) -> &Edge {
        &self.edges[edge as usize]
    }

    pub(super) fn row(&self, task: TaskIndex) -> &[Edge] {
        let (from, to) = self.task(task).edges;
        &self.edges[from as usize..to as usize]
    }

    /// The edge of a pair, if it has one.
    pub(super) fn edge_of(&self, task: TaskIndex, person: Person) -> Option<EdgeIndex> {
        let (from, to) = self.task(task).edges;
        (from..to).find(|&edge| self.edge(edge).person == person)
    }

    pub(super) fn room_at(&self, person: Person, week: u32) -> usize {
        person as usize * self.weeks as usize + week as usize
    }

    /// Points of a pair for the search: its own, and the threshold if it is published.
    pub(super) fn static_value(&self, edge: &Edge) -> i64 {
        i64::from(edge.points) + if edge.shown { i64::from(self.threshold) } else { 0 }
    }

    /// May not both be held by this person: overlap, travel, a minor's rest.
    pub(super) fn clash(&self, person: Person, a: &Task, b: &Task) -> bool {
        let travels = a.place != b.place && a.place != ANYWHERE && b.place != ANYWHERE;
        let gap = if travels { self.travel } else { 0 };
        if a.start < b.end + gap && b.start < a.end + gap {
            return true;
        }
        let rest = self.rest[person as usize];
        if rest == 0 {
            return false;
        }
        let (first, second) = if a.start < b.start { (a, b) } else { (b, a) };
        first.days.1 != second.days.0 && second.start - first.end < rest
    }

    /// Every edge that belongs to a row.
    pub(super) fn live_edges(&self) -> impl Iterator<Item = EdgeIndex> {
        self.tasks.iter().flat_map(|task| task.edges.0..task.edges.1)
    }

    /// Coverage that no plan exceeds: every task filled by as many of its own candidates as it has seats that count.
    pub(super) fn coverage_ceiling(&self) -> i64 {
        let seats = |task: &Task| i64::from(task.min.min(task.edges.1 - task.edges.0));
        self.tasks.iter().map(|task| task.weight * seats(task)).sum()
    }

    /// What a plan is worth.
    pub(super) fn objective(&self, edges: &[EdgeIndex]) -> Objective {
        let (coverage, soft) = unpack(State::with(self, edges).value);
        let kept = edges.iter().filter(|&&edge| self.edge(edge).shown).count();
        let stability = i64::try_from(kept).unwrap_or(i64::MAX);
        Objective { coverage, soft: soft - i64::from(self.threshold) * stability, stability }
    }

    /// Replaces a task's row, sorted by points; the old one stays behind unused.
    pub(super) fn set_row(&mut self, task: TaskIndex, mut row: Vec<Edge>) {
        row.sort_by_key(|edge| (edge.person, !edge.fixed, -edge.points));
        row.dedup_by_key(|edge| edge.person);
        row.sort_by_key(|edge| (-edge.points, edge.person));
        let (from, to) = self.task(task).edges;
        for edge in from..to {
            let person = self.edge(edge).person;
            self.tasks_of[person as usize].retain(|&other| other != task);
        }
        let start = index(self.edges.len());
        for edge in &row {
            self.tasks_of[edge.person as usize].push(task);
        }
        self.edges.append(&mut row);
        self.tasks[task as usize].edges = (start, index(self.edges.len()));
    }
}

/// A length as an index; sizes are checked when an instance is made.
pub(super) fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
