//! Everybody for one role of one slot: who may, best first, with the points; who may not, with the rules.

use super::planner::Planner;
use super::problem::Pair;
use super::rules::{Failure, Mask, failures};
use super::score::Contribution;
use crate::ids::{PersonId, SlotId};
use serde::{Deserialize, Serialize};

/// Everybody for one role of one slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranking {
    /// How many may.
    pub eligible: u32,
    /// The best of them, by score and then by the order of the problem.
    pub candidates: Vec<Candidate>,
    /// Everybody else, those first who fail the fewest rules.
    pub rejected: Vec<Rejected>,
}

/// Somebody who may take the place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Who.
    pub volunteer: PersonId,
    /// The sum of the contributions.
    pub score: i64,
    /// What it is made of.
    pub contributions: Vec<Contribution>,
    /// Has this place in the best plan.
    pub planned: bool,
}

/// Somebody who may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// Who.
    pub volunteer: PersonId,
    /// Every rule that fails; one alone is a near miss.
    pub mask: Mask,
}

impl Planner {
    /// Compares everybody with a role of a slot: the complete mask of everybody who may not, and the contributions of
    /// the best `top` who may. `None` if there is no such role.
    ///
    /// Fairness and continuity count beside the best plan so far. An approved pair stays a candidate of its own place.
    pub fn rank(&self, slot: SlotId, role: u16, top: usize) -> Option<Ranking> {
        let task = self.task_at(slot, role)?;
        let facts = self.slot_of(task);
        let wanted = facts.roles.get(usize::from(role))?;
        let mut masks = self.table.masks(&self.problem, facts, wanted);
        for edge in self.search.instance.row(task) {
            if edge.fixed {
                masks[edge.person as usize] = Mask::default();
            }
        }
        let points = self.table.points(facts, wanted, &self.problem.weights);
        let (mut able, mut rejected) = (Vec::new(), Vec::new());
        let loads = self.loads(task);
        for (person, (mask, points)) in (0u32..).zip(masks.into_iter().zip(points)) {
            if mask.is_empty() {
                able.push((-(i64::from(points) + loads.get(person as usize).copied().unwrap_or(0)), person));
            } else {
                rejected.push((mask.0.count_ones(), person, mask));
            }
        }
        let eligible = super::instance::index(able.len());
        if top < able.len() {
            able.select_nth_unstable(top);
            able.truncate(top);
        }
        able.sort_unstable();
        let candidates =
            able.into_iter().filter_map(|(score, person)| self.candidate(task, person, -score)).collect();
        let rejected = ordered(rejected)
            .map(|(person, mask)| Rejected { volunteer: self.problem.volunteers[person as usize].id, mask })
            .collect();
        Some(Ranking { eligible, candidates, rejected })
    }

    fn candidate(&self, task: u32, person: u32, score: i64) -> Option<Candidate> {
        let pair = self.pair(task, person);
        let contributions = self.contributions(&pair)?;
        let planned = self.search.held_by(person).contains(&task);
        Some(Candidate { volunteer: pair.volunteer, score, contributions, planned })
    }

    /// Fairness and continuity of everybody for a task, beside the best plan.
    fn loads(&self, task: u32) -> Vec<i64> {
        let instance = &self.search.instance;
        let series = instance.task(task).series;
        let mut others = vec![0i64; instance.people()];
        let mut loads = vec![0; instance.people()];
        for edge in self.search.best_edges() {
            let edge = instance.edge(edge);
            if edge.task != task {
                others[edge.person as usize] += 1;
                if series != super::instance::NONE && instance.task(edge.task).series == series {
                    loads[edge.person as usize] = i64::from(instance.continuity);
                }
            }
        }
        for (load, others) in loads.iter_mut().zip(others) {
            *load -= others * i64::from(instance.fairness);
        }
        loads
    }

    /// Why somebody may not have a place: every failed rule with its facts. Empty if they may; `None` if there is no
    /// such pair.
    pub fn why_not(&self, pair: &Pair) -> Option<Vec<Failure>> {
        let (task, person) = self.place(pair)?;
        let slot = self.slot_of(task);
        let role = slot.roles.get(usize::from(pair.role))?;
        let volunteer = &self.problem.volunteers[person as usize];
        Some(failures(&self.problem, volunteer, slot, role, self.table.engagements(person)))
    }

    pub(super) fn slot_of(&self, task: u32) -> &super::problem::Slot {
        &self.problem.slots[self.compiler.roles[task as usize].0 as usize]
    }
}

/// Those who fail the fewest rules first, otherwise in the order of the problem: a counting sort.
fn ordered(rejected: Vec<(u32, u32, Mask)>) -> impl Iterator<Item = (u32, Mask)> {
    let mut groups: Vec<Vec<(u32, Mask)>> = vec![Vec::new(); 33];
    for (failed, person, mask) in rejected {
        groups[failed as usize].push((person, mask));
    }
    groups.into_iter().flatten()
}
