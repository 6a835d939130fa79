//! What no plan can exceed, from prices of seats (Lagrangian relaxation).
//!
//! Give every task a price. Let every person choose the tasks that pay best at these prices under their own hard
//! rules, as if seats were unlimited, and let every task be filled as pays best: the sum is an upper bound whatever
//! the prices. Moving the prices towards where people and seats agree (subgradient steps) makes it tight.

use super::instance::{EdgeIndex, Instance, NONE, Person, TaskIndex};
use super::search::Search;
use super::state::State;

/// Prices are kept in parts of a point.
const SCALE: i64 = 256;
/// Steps of one person's choice before it is bounded more roughly.
const CHOICE_STEPS: u32 = 2_000;
/// Rounds without progress after which steps are halved.
const PATIENCE: u32 = 15;
/// Far beyond any price that makes sense.
const MAX_PRICE: i64 = 1 << 40;
/// Points that one unit of coverage is worth while soft points are bounded.
const COVERAGE_POINTS: i64 = 800;

/// An upper bound that gets better with every round.
#[derive(Clone, Debug)]
pub struct Bound {
    coverage: Dual,
    soft: Dual,
    /// The plan for whose coverage soft points are bounded.
    plan: (i64, i64),
    state: State,
    /// What all candidates together can cover.
    ceiling: i64,
}

/// Prices for one way of counting.
#[derive(Clone, Debug)]
struct Dual {
    /// What one unit of coverage counts, and one soft point.
    weights: (i64, i64),
    prices: Vec<i64>,
    best: i64,
    best_prices: Vec<i64>,
    direction: Vec<i64>,
    /// Step length in parts of 64.
    pace: i64,
    idle: u32,
}

impl Bound {
    /// Begins with prices taken from the search's best plan.
    pub fn new(search: &Search) -> Self {
        let state = State::with(&search.instance, &search.best_edges());
        let coverage = Dual::new(&search.instance, &state, (SCALE, 0));
        let soft = Dual::new(&search.instance, &state, (COVERAGE_POINTS * SCALE, SCALE));
        let objective = search.objective();
        let ceiling = search.instance.coverage_ceiling();
        Self { coverage, soft, plan: (objective.coverage, objective.soft), ceiling, state }
    }

    /// Does rounds of improvement for the same instance. A round takes some milliseconds in a city.
    pub fn improve(&mut self, search: &Search, rounds: u32) {
        let (coverage, soft) = self.plan;
        for _ in 0..rounds {
            if self.coverage() > coverage {
                self.coverage.round(&search.instance, &self.state, coverage * SCALE);
            }
            self.soft.round(&search.instance, &self.state, (coverage * COVERAGE_POINTS + soft) * SCALE);
        }
    }

    /// No plan covers more.
    pub fn coverage(&self) -> i64 {
        self.coverage.best.div_euclid(SCALE).min(self.ceiling)
    }

    /// No plan that covers at least as much as the search's best plan has more soft points.
    pub const fn soft(&self) -> i64 {
        self.soft.best.div_euclid(SCALE) - self.plan.0 * COVERAGE_POINTS
    }
}

impl Dual {
    fn new(instance: &Instance, state: &State, weights: (i64, i64)) -> Self {
        let prices = (0..super::instance::index(instance.tasks.len()))
            .map(|task| start_price(instance, state, task, weights))
            .collect::<Vec<_>>();
        let mut dual = Self {
            weights,
            best_prices: prices.clone(),
            direction: vec![0; prices.len()],
            prices,
            best: i64::MAX,
            pace: 64,
            idle: 0,
        };
        dual.best = dual.evaluate(instance, state).0;
        dual
    }

    /// Evaluates the prices and moves them.
    fn round(&mut self, instance: &Instance, plan: &State, target: i64) {
        let (value, surplus) = self.evaluate(instance, plan);
        if value < self.best {
            self.best = value;
            self.best_prices.clone_from(&self.prices);
            self.idle = 0;
        } else {
            self.idle += 1;
            if self.idle == PATIENCE {
                self.idle = 0;
                self.pace = (self.pace / 2).max(1);
                self.prices.clone_from(&self.best_prices);
                return;
            }
        }
        // A running mean of the surplus, in parts of 16, moves more steadily than the surplus itself.
        for (mean, surplus) in self.direction.iter_mut().zip(&surplus) {
            *mean = (*mean * 3 + surplus * 16) / 4;
        }
        let norm = square(&self.direction).max(square(&surplus) * 256);
        let step = i128::from((value - target).max(0)) * i128::from(self.pace) / 4;
        for (price, mean) in self.prices.iter_mut().zip(&self.direction) {
            let by = step * i128::from(*mean) / norm.max(1);
            *price = price.saturating_sub(i64::try_from(by).unwrap_or(0)).clamp(-MAX_PRICE, MAX_PRICE);
        }
    }

    /// The bound at these prices, and for every task by how many the people who want it exceed its seats.
    fn evaluate(&self, instance: &Instance, plan: &State) -> (i64, Vec<i64>) {
        let mut surplus = vec![0; instance.tasks.len()];
        let mut value = 0;
        let fixed = State::with_fixed(instance);
        for (at, task) in instance.tasks.iter().enumerate() {
            let core = task.weight * self.weights.0 - self.prices[at];
            let beyond = -self.prices[at];
            let max = task.max.max(super::instance::index(fixed.seated[at].len()));
            let min = task.min.min(max);
            for (seats, gain) in [(min, core), (max - min, beyond)] {
                if gain > 0 {
                    value += gain * i64::from(seats);
                    surplus[at] -= i64::from(seats);
                }
            }
        }
        let mut choice = Choice::new(instance, &fixed, plan);
        for person in 0..super::instance::index(instance.people()) {
            value += choice.best(self, person, &mut surplus);
        }
        (value, surplus)
    }

    fn gain(&self, instance: &Instance, edge: EdgeIndex) -> i64 {
        let pair = instance.edge(edge);
        let series = instance.task(pair.task).series;
        let continuity = if series == NONE { 0 } else { i64::from(instance.continuity.max(0)) };
        (i64::from(pair.points) + continuity) * self.weights.1 + self.prices[pair.task as usize]
    }
}

/// The price at which the people a plan gives a task would just take it.
fn start_price(instance: &Instance, state: &State, task: TaskIndex, weights: (i64, i64)) -> i64 {
    let facts = instance.task(task);
    if state.filled(task) < facts.max {
        return if state.filled(task) < facts.min { facts.weight * weights.0 } else { 0 };
    }
    let seated = state.seated[task as usize].iter().map(|&edge| {
        let pair = instance.edge(edge);
        let others = i64::try_from(state.held[pair.person as usize].len()).unwrap_or(0) - 1;
        (i64::from(pair.points) - others * i64::from(instance.fairness)) * weights.1
    });
    -seated.min().unwrap_or(0)
}

/// One person's best choice at given prices.
struct Choice<'a> {
    instance: &'a Instance,
    fixed: &'a State,
    plan: &'a State,
    edges_of: Vec<Vec<EdgeIndex>>,
    items: Vec<(i64, TaskIndex)>,
    /// What the items from here on are worth together.
    rest: Vec<i64>,
    chosen: Vec<TaskIndex>,
    best_chosen: Vec<TaskIndex>,
    best: i64,
    steps: u32,
    fairness: i64,
}

impl<'a> Choice<'a> {
    fn new(instance: &'a Instance, fixed: &'a State, plan: &'a State) -> Self {
        let mut edges_of = vec![Vec::new(); instance.people()];
        for edge in instance.live_edges().filter(|&edge| instance.edge(edge).open) {
            edges_of[instance.edge(edge).person as usize].push(edge);
        }
        Self {
            instance,
            fixed,
            plan,
            edges_of,
            items: Vec::new(),
            rest: Vec::new(),
            chosen: Vec::new(),
            best_chosen: Vec::new(),
            best: 0,
            steps: 0,
            fairness: 0,
        }
    }

    /// The value of the best choice; counts the tasks chosen.
    fn best(&mut self, dual: &Dual, person: Person, surplus: &mut [i64]) -> i64 {
        let fixed = &self.fixed.held[person as usize];
        self.fairness = i64::from(self.instance.fairness.max(0)) * dual.weights.1;
        let mut base = 0;
        for (count, held) in (0..).zip(fixed) {
            base += dual.gain(self.instance, held.edge) - self.fairness * count;
            surplus[held.task as usize] += 1;
        }
        self.items.clear();
        for &edge in &self.edges_of[person as usize] {
            let gain = dual.gain(self.instance, edge);
            let task = self.instance.edge(edge).task;
            if gain > 0 && !self.instance.edge(edge).fixed && self.fixed.fits(self.instance, person, task) {
                self.items.push((gain, task));
            }
        }
        self.items.sort_unstable_by_key(|&(gain, task)| (-gain, task));
        self.rest.clear();
        self.rest.resize(self.items.len() + 1, 0);
        for at in (0..self.items.len()).rev() {
            self.rest[at] = self.rest[at + 1] + self.items[at].0;
        }
        (self.best, self.steps) = (0, 0);
        self.best_chosen.clear();
        self.chosen.clear();
        self.try_from(person, 0, 0);
        self.chosen.clone_from(&self.best_chosen);
        self.add_indifferent(dual, person);
        for &task in &self.chosen {
            surplus[task as usize] += 1;
        }
        if self.steps < CHOICE_STEPS { base + self.best } else { base + self.relaxed(fixed.len()) }
    }

    /// Of choices that are worth the same, takes the plan's: prices then move only where people and seats disagree.
    fn add_indifferent(&mut self, dual: &Dual, person: Person) {
        let plan = self.plan;
        for held in &plan.held[person as usize] {
            let count = self.fixed.held[person as usize].len() + self.chosen.len();
            let load = self.fairness * i64::try_from(count).unwrap_or(0);
            if dual.gain(self.instance, held.edge) == load
                && !self.instance.edge(held.edge).fixed
                && self.fixed.fits(self.instance, person, held.task)
                && self.fits(person, held.task)
            {
                self.chosen.push(held.task);
            }
        }
    }

    /// Tries the items from `at` on, the next taken or left.
    fn try_from(&mut self, person: Person, at: usize, value: i64) {
        self.steps += 1;
        if value > self.best {
            self.best = value;
            self.best_chosen.clone_from(&self.chosen);
        }
        if self.steps >= CHOICE_STEPS || value + self.rest[at] <= self.best {
            return;
        }
        let count = self.fixed.held[person as usize].len() + self.chosen.len();
        let load = self.fairness * i64::try_from(count).unwrap_or(0);
        let Some(&(gain, task)) = self.items.get(at) else { return };
        if gain <= load {
            return;
        }
        if self.fits(person, task) {
            self.chosen.push(task);
            self.try_from(person, at + 1, value + gain - load);
            self.chosen.pop();
        }
        self.try_from(person, at + 1, value);
    }

    fn fits(&self, person: Person, task: TaskIndex) -> bool {
        let wanted = self.instance.task(task);
        let at = self.instance.room_at(person, wanted.week);
        let mut minutes = self.fixed.minutes[at] + wanted.minutes;
        for &other in &self.chosen {
            let other = self.instance.task(other);
            if self.instance.clash(person, wanted, other) {
                return false;
            }
            if other.week == wanted.week {
                minutes += other.minutes;
            }
        }
        minutes <= self.instance.room[at]
    }

    /// More than any choice is worth: no task excludes another.
    fn relaxed(&self, count: usize) -> i64 {
        let loads = (count..).map(|count| self.fairness * i64::try_from(count).unwrap_or(0));
        self.items.iter().zip(loads).map(|((gain, _), load)| (gain - load).max(0)).sum()
    }
}

fn square(parts: &[i64]) -> i128 {
    parts.iter().map(|part| i128::from(*part) * i128::from(*part)).sum()
}
