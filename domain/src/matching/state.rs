//! Who holds what at the moment, with its value kept up to date, and a journal to go back.

use super::instance::{COVERAGE, EdgeIndex, Instance, Person, SlotGroup, TaskIndex};

/// A task in somebody's hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Held {
    pub task: TaskIndex,
    pub edge: EdgeIndex,
}

/// An assignment of people to tasks that breaks no hard rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    /// Edges in use, per task.
    pub seated: Vec<Vec<EdgeIndex>>,
    /// Tasks held, per person.
    pub held: Vec<Vec<Held>>,
    /// Minutes given, `person × weeks + week`.
    pub minutes: Vec<i64>,
    /// Coverage and soft points, packed; the threshold of published pairs is inside.
    pub value: i64,
    /// What was done since the journal was last cleared: an edge added (true) or removed.
    journal: Vec<(EdgeIndex, bool)>,
}

impl State {
    pub(super) fn new(instance: &Instance) -> Self {
        Self {
            seated: vec![Vec::new(); instance.tasks.len()],
            held: vec![Vec::new(); instance.people()],
            minutes: vec![0; instance.room.len()],
            value: 0,
            journal: Vec::new(),
        }
    }

    /// A plan of these edges.
    pub(super) fn with(instance: &Instance, edges: &[EdgeIndex]) -> Self {
        let mut state = Self::new(instance);
        for &edge in edges {
            state.put(instance, edge);
        }
        state
    }

    /// The plan of approved pairs only.
    pub(super) fn with_fixed(instance: &Instance) -> Self {
        let fixed: Vec<EdgeIndex> = instance.live_edges().filter(|&edge| instance.edge(edge).fixed).collect();
        Self::with(instance, &fixed)
    }

    /// Every edge in use.
    pub(super) fn edges(&self) -> Vec<EdgeIndex> {
        self.seated.iter().flatten().copied().collect()
    }

    /// Every edge in use when the journal was last cleared.
    pub(super) fn edges_at_mark(&self) -> Vec<EdgeIndex> {
        let mut edges = self.edges();
        let changes = self.changes();
        edges.retain(|&edge| changes.binary_search(&(edge, true)).is_err());
        edges.extend(changes.iter().filter(|(_, added)| !added).map(|(edge, _)| *edge));
        edges
    }

    pub(super) fn filled(&self, task: TaskIndex) -> u32 {
        super::instance::index(self.seated[task as usize].len())
    }

    /// This person may take this task beside what they hold.
    pub(super) fn fits(&self, instance: &Instance, person: Person, task: TaskIndex) -> bool {
        let wanted = instance.task(task);
        let at = instance.room_at(person, wanted.week);
        self.minutes[at] + wanted.minutes <= instance.room[at]
            && !self.held[person as usize]
                .iter()
                .any(|held| instance.clash(person, wanted, instance.task(held.task)))
    }

    /// What one more task of this series is worth to this person, fairness included.
    pub(super) fn load_points(&self, instance: &Instance, person: Person, series: u32) -> i64 {
        let held = &self.held[person as usize];
        let mut points = -i64::from(instance.fairness) * i64::try_from(held.len()).unwrap_or(0);
        if instance.continuity != 0
            && series != super::instance::NONE
            && held.iter().any(|held| instance.task(held.task).series == series)
        {
            points += i64::from(instance.continuity);
        }
        points
    }

    /// Adds an edge. Does not ask whether it fits.
    pub(super) fn add(&mut self, instance: &Instance, edge: EdgeIndex) {
        self.put(instance, edge);
        self.journal.push((edge, true));
    }

    /// Takes an edge away, if it is there.
    pub(super) fn remove(&mut self, instance: &Instance, edge: EdgeIndex) {
        if self.take(instance, edge) {
            self.journal.push((edge, false));
        }
    }

    /// From here on can be undone.
    pub(super) fn mark(&mut self) {
        self.journal.clear();
    }

    /// Back to the mark.
    pub(super) fn undo(&mut self, instance: &Instance) {
        while let Some((edge, added)) = self.journal.pop() {
            if added {
                self.take(instance, edge);
            } else {
                self.put(instance, edge);
            }
        }
    }

    /// Edges added and removed since the mark, without those that came back.
    pub(super) fn changes(&self) -> Vec<(EdgeIndex, bool)> {
        net(self.journal.clone())
    }

    /// Everything since the mark; the mark is set here.
    pub(super) fn take_journal(&mut self) -> Vec<(EdgeIndex, bool)> {
        std::mem::take(&mut self.journal)
    }

    fn put(&mut self, instance: &Instance, edge: EdgeIndex) {
        let pair = instance.edge(edge);
        let (task, person) = (instance.task(pair.task), pair.person);
        let load = self.load_points(instance, person, task.series);
        let before = self.coverage(instance, pair.task);
        self.seated[pair.task as usize].push(edge);
        let gained = self.coverage(instance, pair.task) - before;
        self.value += gained * COVERAGE + instance.static_value(pair) + load;
        self.minutes[instance.room_at(person, task.week)] += task.minutes;
        self.held[person as usize].push(Held { task: pair.task, edge });
    }

    fn take(&mut self, instance: &Instance, edge: EdgeIndex) -> bool {
        let pair = instance.edge(edge);
        let (task, person) = (instance.task(pair.task), pair.person);
        let seats = &mut self.seated[pair.task as usize];
        let Some(seat) = seats.iter().position(|&other| other == edge) else { return false };
        let before = self.coverage(instance, pair.task);
        self.seated[pair.task as usize].swap_remove(seat);
        let lost = before - self.coverage(instance, pair.task);
        self.held[person as usize].retain(|held| held.edge != edge);
        self.minutes[instance.room_at(person, task.week)] -= task.minutes;
        let load = self.load_points(instance, person, task.series);
        self.value -= lost * COVERAGE + instance.static_value(pair) + load;
        true
    }

    /// Coverage of the slot of a task, as it stands.
    fn coverage(&self, instance: &Instance, task: TaskIndex) -> i64 {
        let slot = &instance.slots[instance.task(task).slot as usize];
        if slot.all_or_nothing {
            self.slot_coverage(instance, slot)
        } else {
            self.task_coverage(instance, task)
        }
    }

    fn task_coverage(&self, instance: &Instance, task: TaskIndex) -> i64 {
        let facts = instance.task(task);
        facts.weight * i64::from(self.filled(task).min(facts.min))
    }

    fn slot_coverage(&self, instance: &Instance, slot: &SlotGroup) -> i64 {
        if slot.tasks.iter().any(|&task| self.filled(task) < instance.task(task).min) {
            return 0;
        }
        slot.tasks.iter().map(|&task| self.task_coverage(instance, task)).sum()
    }
}

/// Without those that came back.
fn net(mut journal: Vec<(EdgeIndex, bool)>) -> Vec<(EdgeIndex, bool)> {
    journal.sort_unstable();
    let mut net: Vec<(EdgeIndex, bool)> = Vec::new();
    for part in journal.chunk_by(|a, b| a.0 == b.0) {
        let added = part.iter().filter(|(_, added)| *added).count() * 2;
        if added != part.len() {
            net.push((part[0].0, added > part.len()));
        }
    }
    net
}
