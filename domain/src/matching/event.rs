//! One event: change the numbers, then rematch only what it touches.

use super::instance::{Edge, EdgeIndex, Person, Task, TaskIndex, index};
use super::rematch::Noise;
use super::search::Search;
use super::state::{Held, State};
use std::collections::BTreeSet;

/// Tasks rematched together around one that an event touched.
const AROUND: usize = 40;
/// Tasks with an empty seat that are tried for somebody who became free.
const WAITING: usize = 40;

/// A pair that came into the plan, or left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moved {
    /// Which task.
    pub task: TaskIndex,
    /// Who.
    pub person: Person,
    /// Came (true) or left.
    pub added: bool,
}

impl Search {
    /// The best plan counts as shown from now on: its pairs are worth the threshold.
    pub fn publish(&mut self) {
        self.settle();
        let edges = self.state.edges();
        for &edge in &self.shown {
            self.instance.edges[edge as usize].shown = false;
        }
        for &edge in &edges {
            self.instance.edges[edge as usize].shown = true;
        }
        self.state = State::with(&self.instance, &edges);
        self.shown = edges;
    }

    /// What a published pair is worth on top of its points from now on.
    pub fn threshold(&mut self, points: i32) {
        self.instance.threshold = points.clamp(1, super::score::MAX_WEIGHT);
        self.publish();
    }

    /// Somebody has the place for good: their pair is fixed, and what does not go with it gives way.
    pub fn approve(&mut self, task: TaskIndex, person: Person) -> Vec<Moved> {
        self.begin_event();
        let Some(edge) = self.known_edge(task, person) else { return Vec::new() };
        self.instance.edges[edge as usize].fixed = true;
        let mut touched = self.make_way(edge);
        if !self.state.seated[task as usize].contains(&edge) {
            self.state.add(&self.instance, edge);
        }
        touched.push(task);
        self.repair(&touched)
    }

    /// Somebody does not have the place, approved or not, and will not get it.
    pub fn withdraw(&mut self, task: TaskIndex, person: Person) -> Vec<Moved> {
        self.begin_event();
        let Some(edge) = self.known_edge(task, person) else { return Vec::new() };
        let pair = &mut self.instance.edges[edge as usize];
        (pair.open, pair.fixed) = (false, false);
        self.state.remove(&self.instance, edge);
        let mut touched = vec![task];
        touched.extend(self.waiting_for(person));
        self.repair(&touched)
    }

    /// What somebody may do has changed: these tasks with these points, shown or not, and nothing else.
    pub(super) fn change_person(&mut self, person: Person, wanted: &[(TaskIndex, i32, bool)]) -> Vec<Moved> {
        self.begin_event();
        let movable = |held: &&Held| !self.instance.edge(held.edge).fixed;
        let mine: Vec<Held> = self.state.held[person as usize].iter().filter(movable).copied().collect();
        for held in &mine {
            self.state.remove(&self.instance, held.edge);
        }
        for task in self.instance.tasks_of[person as usize].clone() {
            if let Some(edge) = self.instance.edge_of(task, person) {
                self.instance.edges[edge as usize].open = false;
            }
        }
        for &(task, points, shown) in wanted {
            match self.instance.edge_of(task, person) {
                Some(edge) if self.instance.edge(edge).points == points => {
                    self.instance.edges[edge as usize].open = true;
                }
                _ => self.set_edge(task, person, points, shown),
            }
        }
        let mut touched = Vec::new();
        for held in mine {
            let edge = self.instance.edge_of(held.task, person).filter(|&edge| self.instance.edge(edge).open);
            match edge.filter(|_| self.state.fits(&self.instance, person, held.task)) {
                Some(edge) => self.state.add(&self.instance, edge),
                None => touched.push(held.task),
            }
        }
        touched.extend(self.waiting_for(person));
        self.repair(&touched)
    }

    /// A new task with its row.
    pub(super) fn add_task(&mut self, task: Task, row: Vec<Edge>) -> TaskIndex {
        let at = index(self.instance.tasks.len());
        let start = task.start;
        let slot = task.slot;
        self.instance.tasks.push(task);
        if let Some(group) = self.instance.slots.get_mut(slot as usize) {
            group.tasks.push(at);
        }
        self.instance.set_row(at, row);
        self.state.seated.push(Vec::new());
        let place = self.by_start.partition_point(|&other| self.instance.task(other).start <= start);
        self.by_start.insert(place, at);
        self.marked.push(0);
        at
    }

    /// A task that nobody is needed for any more.
    pub fn drop_task(&mut self, task: TaskIndex) -> Vec<Moved> {
        self.begin_event();
        if task as usize >= self.instance.tasks.len() {
            return Vec::new();
        }
        let mut touched = Vec::new();
        for edge in self.state.seated[task as usize].clone() {
            let person = self.instance.edge(edge).person;
            self.state.remove(&self.instance, edge);
            touched.extend(self.waiting_for(person));
        }
        let facts = &mut self.instance.tasks[task as usize];
        (facts.min, facts.max) = (0, 0);
        self.repair(&touched)
    }

    /// The current plan is the best one, and nothing is journalled.
    pub(super) fn begin_event(&mut self) {
        self.settle();
        self.state.mark();
    }

    /// Rematches around the touched tasks and says what the event changed in all.
    pub(super) fn repair(&mut self, touched: &[TaskIndex]) -> Vec<Moved> {
        let mut moves = self.take_moves();
        let mut covered = BTreeSet::new();
        for &task in touched.iter().take(WAITING) {
            if covered.contains(&task) {
                continue;
            }
            // Alone first: whoever has time beside what they hold need not give anything up.
            self.set.clear();
            self.set.push(task);
            moves.append(&mut self.rematch_set());
            self.around(task);
            covered.extend(self.set.iter().copied());
            moves.append(&mut self.rematch_set());
        }
        self.ceiling = self.instance.coverage_ceiling();
        join(moves)
    }

    /// Rematches the chosen set; keeps the result only if it is better.
    fn rematch_set(&mut self) -> Vec<Moved> {
        let before = self.state.value;
        self.state.mark();
        let set = std::mem::take(&mut self.set);
        self.rematch.run(&self.instance, &mut self.state, &set, Noise::default(), &mut self.rng);
        self.set = set;
        if self.state.value <= before {
            self.state.undo(&self.instance);
        }
        self.take_moves()
    }

    fn take_moves(&mut self) -> Vec<Moved> {
        let moved = |(edge, added): (EdgeIndex, bool)| {
            let pair = self.instance.edge(edge);
            Moved { task: pair.task, person: pair.person, added }
        };
        let journal = self.state.take_journal();
        journal.into_iter().map(moved).collect()
    }

    /// Tasks that overlap this one or follow closely, and those that its best candidates hold.
    fn around(&mut self, task: TaskIndex) {
        self.set.clear();
        self.mark += 1;
        self.insert(task);
        let (from, to) = self.instance.task(task).edges;
        for edge in from..to {
            if self.set.len() >= AROUND {
                break;
            }
            if !self.instance.edge(edge).open {
                continue;
            }
            let person = self.instance.edge(edge).person as usize;
            for at in 0..self.state.held[person].len() {
                self.insert(self.state.held[person][at].task);
            }
        }
    }

    /// Takes away what somebody holds and cannot hold beside this edge.
    pub(super) fn make_way(&mut self, edge: EdgeIndex) -> Vec<TaskIndex> {
        let (task, person) = (self.instance.edge(edge).task, self.instance.edge(edge).person);
        let mut touched = Vec::new();
        while !self.state.seated[task as usize].contains(&edge)
            && !self.state.fits(&self.instance, person, task)
        {
            let wanted = self.instance.task(task);
            let movable =
                self.state.held[person as usize].iter().filter(|held| !self.instance.edge(held.edge).fixed);
            let in_the_way = |held: &&Held| {
                let other = self.instance.task(held.task);
                (!self.instance.clash(person, wanted, other), other.week != wanted.week)
            };
            let Some(held) = movable.min_by_key(in_the_way).copied() else { break };
            self.state.remove(&self.instance, held.edge);
            touched.push(held.task);
        }
        let seats = self.state.seated[task as usize].clone();
        let full = self.state.filled(task) >= self.instance.task(task).max;
        if full && !seats.contains(&edge) {
            let worst = seats.iter().filter(|&&seat| !self.instance.edge(seat).fixed);
            if let Some(&seat) =
                worst.min_by_key(|&&seat| self.instance.static_value(self.instance.edge(seat)))
            {
                let freed = self.instance.edge(seat).person;
                self.state.remove(&self.instance, seat);
                touched.extend(self.waiting_for(freed));
            }
        }
        touched
    }

    /// Tasks with an empty seat that somebody could take, the most urgent first.
    fn waiting_for(&self, person: Person) -> Vec<TaskIndex> {
        let open = |&&task: &&TaskIndex| {
            self.state.filled(task) < self.instance.task(task).max
                && self.state.fits(&self.instance, person, task)
        };
        let mut tasks: Vec<TaskIndex> =
            self.instance.tasks_of[person as usize].iter().filter(open).copied().collect();
        tasks.sort_by_key(|&task| (-self.instance.task(task).weight, task));
        tasks.truncate(WAITING);
        tasks
    }

    fn known_edge(&self, task: TaskIndex, person: Person) -> Option<EdgeIndex> {
        let known = (task as usize) < self.instance.tasks.len();
        known.then(|| self.instance.edge_of(task, person)).flatten()
    }

    /// Gives a pair an edge, or other points. The task's row moves, and what the plan says of it moves along.
    pub(super) fn set_edge(&mut self, task: TaskIndex, person: Person, points: i32, shown: bool) {
        let mut row = self.instance.row(task).to_vec();
        match row.iter_mut().find(|edge| edge.person == person) {
            Some(edge) => (edge.points, edge.open) = (points, true),
            None => row.push(Edge { person, task, points, shown, fixed: false, open: true }),
        }
        let seated: Vec<Person> =
            self.state.seated[task as usize].iter().map(|&edge| self.instance.edge(edge).person).collect();
        for edge in self.state.seated[task as usize].clone() {
            self.state.remove(&self.instance, edge);
        }
        let (from, to) = self.instance.task(task).edges;
        self.instance.set_row(task, row);
        for person in seated {
            if let Some(edge) = self.instance.edge_of(task, person) {
                self.state.add(&self.instance, edge);
            }
        }
        self.shown.retain(|edge| !(from..to).contains(edge));
        let (from, to) = self.instance.task(task).edges;
        self.shown.extend((from..to).filter(|&edge| self.instance.edge(edge).shown));
    }
}

/// Without pairs that left and came back, sorted.
pub(super) fn join(mut moves: Vec<Moved>) -> Vec<Moved> {
    moves.sort_unstable();
    let same = |a: &Moved, b: &Moved| (a.task, a.person) == (b.task, b.person);
    let mut net = Vec::new();
    for part in moves.chunk_by(same) {
        let added = part.iter().filter(|moved| moved.added).count() * 2;
        if added != part.len() {
            net.push(Moved { added: added > part.len(), ..part[0] });
        }
    }
    net
}
