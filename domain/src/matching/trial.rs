//! What other weights would change: two plans of one problem, beside each other.

use super::compile::ProblemError;
use super::planner::Planner;
use super::problem::{Pair, Problem, Role, Slot, Volunteer};
use super::score::{Weights, contributions};
use crate::ids::{PersonId, SlotId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The plan changes with the problem and the weights alone.
const SEED: u64 = 1;

/// A problem with its plan, to try other weights on.
///
/// The plan of every trial is found in the same way, by the same number of moves: weights that do not differ change
/// nothing.
#[derive(Clone, Debug)]
pub struct Trial {
    problem: Problem,
    moves: u32,
    now: Vec<Pair>,
}

/// What a plan is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worth {
    /// Seats that count and have somebody.
    pub covered: u32,
    /// Everybody in the plan.
    pub seated: u32,
    /// The sum of the points, fairness and continuity included.
    pub points: i64,
}

/// The plan as it is and the plan with other weights. Both are valued by the other weights, so that the points of the
/// one can be compared with those of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// Seats that count.
    pub needed: u32,
    /// The plan as it is.
    pub now: Worth,
    /// The plan with the other weights.
    pub then: Worth,
    /// People whose dates differ between the two.
    pub moved: u32,
}

impl Trial {
    /// Makes the plan as it is, by a number of moves.
    ///
    /// # Errors
    /// As [`Planner::new`].
    pub fn new(problem: Problem, moves: u32) -> Result<Self, ProblemError> {
        let now = planned(&problem, moves)?;
        Ok(Self { problem, moves, now })
    }

    /// The problem.
    pub const fn problem(&self) -> &Problem {
        &self.problem
    }

    /// Makes the plan with other weights, and compares.
    ///
    /// # Errors
    /// As [`Planner::new`].
    pub fn compare(&self, weights: Weights) -> Result<Comparison, ProblemError> {
        let other = Problem { weights, ..self.problem.clone() };
        let then = planned(&other, self.moves)?;
        let seats = other.slots.iter().flat_map(|slot| &slot.roles).map(|role| role.min.min(role.max));
        Ok(Comparison {
            needed: seats.sum(),
            now: worth(&other, &self.now),
            then: worth(&other, &then),
            moved: moved(&self.now, &then),
        })
    }
}

impl Worth {
    /// Points for each person in the plan, rounded down; `None` for a plan without anybody.
    pub fn fit(self) -> Option<i64> {
        self.points.checked_div_euclid(i64::from(self.seated))
    }
}

impl Comparison {
    /// Seats that count and get somebody, or lose them.
    pub fn covered(&self) -> i64 {
        i64::from(self.then.covered) - i64::from(self.now.covered)
    }

    /// By how many percent the points for each person change, rounded; `None` where there is nothing to compare with.
    pub fn fit_percent(&self) -> Option<i64> {
        let before = i128::from(self.now.points) * i128::from(self.then.seated);
        let after = i128::from(self.then.points) * i128::from(self.now.seated);
        // Both are the points for each person, times the people of both plans.
        if before <= 0 || self.then.seated == 0 {
            return None;
        }
        let twice = 200 * (after - before) + before;
        i64::try_from(twice.div_euclid(2 * before)).ok()
    }
}

fn planned(problem: &Problem, moves: u32) -> Result<Vec<Pair>, ProblemError> {
    let mut planner = Planner::new(problem.clone(), SEED)?;
    planner.step(moves);
    Ok(planner.plan().pairs)
}

/// People who are in one of two plans for other dates than in the other.
fn moved(now: &[Pair], then: &[Pair]) -> u32 {
    let (now, then): (BTreeSet<_>, BTreeSet<_>) = (now.iter().collect(), then.iter().collect());
    let people: BTreeSet<PersonId> = now.symmetric_difference(&then).map(|pair| pair.volunteer).collect();
    count(people.len())
}

/// What pairs are worth by the weights of the problem; pairs that it does not know are worth nothing.
fn worth(problem: &Problem, pairs: &[Pair]) -> Worth {
    let weights = problem.weights.clamped();
    let slots: HashMap<SlotId, &Slot> = problem.slots.iter().map(|slot| (slot.id, slot)).collect();
    let people: HashMap<PersonId, &Volunteer> =
        problem.volunteers.iter().map(|volunteer| (volunteer.id, volunteer)).collect();
    let known = pairs.iter().filter_map(|pair| {
        let slot = *slots.get(&pair.slot)?;
        Some((pair, *people.get(&pair.volunteer)?, slot, slot.roles.get(usize::from(pair.role))?))
    });
    let mut worth = Worth::default();
    let mut held: BTreeMap<PersonId, Vec<&Slot>> = BTreeMap::new();
    let mut filled: BTreeMap<(SlotId, u16), (u32, &Role)> = BTreeMap::new();
    for (pair, volunteer, slot, role) in known {
        let own = contributions(volunteer, slot, role, &weights);
        worth.points += own.iter().map(|line| i64::from(line.points)).sum::<i64>();
        worth.seated += 1;
        held.entry(pair.volunteer).or_default().push(slot);
        filled.entry((pair.slot, pair.role)).or_insert((0, role)).0 += 1;
    }
    worth.covered = filled.values().map(|(people, role)| *people.min(&role.min.min(role.max))).sum();
    for slots in held.values() {
        let series: Vec<_> = slots.iter().filter_map(|slot| slot.series).collect();
        let different = series.iter().collect::<BTreeSet<_>>().len();
        let (slots, again) = (i64::from(count(slots.len())), i64::from(count(series.len() - different)));
        worth.points += i64::from(weights.continuity) * again;
        worth.points -= i64::from(weights.fairness) * (slots * (slots - 1) / 2);
    }
    worth
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
