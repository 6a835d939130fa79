//! Why the plan is as it is: what else would have cost, why a seat is empty, how good the whole is.

use super::bound::Bound;
use super::planner::{Change, Planner};
use super::problem::{Pair, Role, Slot};
use super::rules::{Mask, Rule};
use super::search::Objective;
use crate::ids::SlotId;
use crate::text::Code;
use serde::{Deserialize, Serialize};

/// What would be if a pair had to be in the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    /// Difference to the best plan: negative where it would be worse.
    pub delta: Objective,
    /// Who would come and go, the pair itself included.
    pub chain: Vec<Change>,
}

/// Why a role has empty seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmptySeat {
    /// Seats that count and are empty.
    pub missing: u32,
    /// How many may take one.
    pub eligible: u32,
    /// How many fail each rule, most first.
    pub histogram: Vec<(Rule, u32)>,
    /// What would make more people eligible, the most gained first.
    pub relaxations: Vec<Relaxation>,
    /// Slots that hold those who may take this one, the most of them first.
    pub rivals: Vec<Rival>,
}

/// Something that could be asked for less.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relaxation {
    /// What.
    pub relief: Relief,
    /// How many more people would be eligible.
    pub gained: u32,
}

/// What could be relaxed. Rules of law and of protection are never among it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relief {
    /// Minutes by which the slot would start and end later; earlier if negative.
    Later(i64),
    /// The youngest age in years.
    MinAge(i64),
    /// Without this skill.
    WithoutSkill(Code),
    /// Without this language.
    WithoutLanguage(Code),
    /// If everybody went as far as it takes.
    AnyDistance,
}

/// A slot that competes for the same people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rival {
    /// Which slot.
    pub slot: SlotId,
    /// Which of its roles.
    pub role: u16,
    /// How many of the people it holds.
    pub people: u32,
}

/// The plan in one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// What the best plan is worth.
    pub objective: Objective,
    /// No plan covers more.
    pub coverage_bound: i64,
    /// No plan that covers as much has more soft points.
    pub soft_bound: i64,
    /// What the soft points lack to their bound, in parts per million.
    pub gap_ppm: i64,
    /// With which seed.
    pub seed: u64,
    /// Pairs that differ from the plan published last.
    pub changes: u32,
}

/// Shifts that are tried, minutes.
const SHIFTS: [i64; 6] = [30, -30, 60, -60, 120, -120];

impl Planner {
    /// What would be if an eligible pair had to be in the plan: forces it, repairs locally, shows the difference and
    /// the chain it moves. `None` if the pair is not possible on its own.
    pub fn alternative(&self, pair: &Pair) -> Option<Alternative> {
        let (task, person) = self.place(pair)?;
        let edge = self.search.instance.edge_of(task, person)?;
        if !self.search.instance.edge(edge).open {
            return None;
        }
        let before = self.search.objective();
        let mut search = self.search.clone();
        let chain = search.approve(task, person);
        let after = search.objective();
        let delta = Objective {
            coverage: after.coverage - before.coverage,
            soft: after.soft - before.soft,
            stability: after.stability - before.stability,
        };
        Some(Alternative { delta, chain: chain.into_iter().map(|moved| self.change(moved)).collect() })
    }

    /// Why a role has empty seats, and what would help. `None` if there is no such role.
    pub fn empty_seat(&self, slot: SlotId, role: u16) -> Option<EmptySeat> {
        let task = self.task_at(slot, role)?;
        let facts = self.slot_of(task);
        let wanted = facts.roles.get(usize::from(role))?;
        let masks = self.table.masks(&self.problem, facts, wanted);
        let filled = self.search.pairs().iter().filter(|&&(other, _)| other == task).count();
        let mut histogram: Vec<(Rule, u32)> = super::rules::ALL_RULES
            .iter()
            .map(|&rule| (rule, count(masks.iter().filter(|mask| mask.has(rule)).count())))
            .filter(|&(_, people)| people > 0)
            .collect();
        histogram.sort_by_key(|&(rule, people)| (std::cmp::Reverse(people), rule));
        let eligible = able(&masks);
        Some(EmptySeat {
            missing: self.search.instance.task(task).min.saturating_sub(count(filled)),
            eligible,
            histogram,
            relaxations: self.relaxations(facts, wanted, &masks, eligible),
            rivals: self.rivals(task, &masks),
        })
    }

    fn relaxations(&self, slot: &Slot, role: &Role, masks: &[Mask], eligible: u32) -> Vec<Relaxation> {
        let mut found = Vec::new();
        let mut consider = |relief: Relief, people: u32| {
            if people > eligible {
                found.push(Relaxation { relief, gained: people - eligible });
            }
        };
        let people = |slot: &Slot, role: &Role| able(&self.table.masks(&self.problem, slot, role));
        for minutes in SHIFTS {
            let starts_at = slot.starts_at.plus_minutes(minutes);
            let ends_at = slot.ends_at.plus_minutes(minutes);
            consider(Relief::Later(minutes), people(&Slot { starts_at, ends_at, ..slot.clone() }, role));
        }
        if masks.iter().any(|mask| mask.has(Rule::TooYoung)) {
            for min_age in [18, 16, 15, 13].into_iter().filter(|age| *age < slot.min_age) {
                consider(Relief::MinAge(min_age), people(&Slot { min_age, ..slot.clone() }, role));
            }
        }
        for code in &role.skills {
            let skills = without(&role.skills, code);
            consider(Relief::WithoutSkill(code.clone()), people(slot, &Role { skills, ..role.clone() }));
        }
        for code in &role.languages {
            let languages = without(&role.languages, code);
            consider(
                Relief::WithoutLanguage(code.clone()),
                people(slot, &Role { languages, ..role.clone() }),
            );
        }
        consider(Relief::AnyDistance, people(&Slot { point: None, ..slot.clone() }, role));
        found.sort_by(|a, b| (b.gained, &a.relief).cmp(&(a.gained, &b.relief)));
        found
    }

    /// Which tasks hold people who may take this one and cannot take both.
    fn rivals(&self, task: u32, masks: &[Mask]) -> Vec<Rival> {
        let instance = &self.search.instance;
        let wanted = instance.task(task);
        let mut people = std::collections::BTreeMap::new();
        for (other, person) in self.search.pairs() {
            let theirs = instance.task(other);
            let competes = other != task
                && masks[person as usize].is_empty()
                && (instance.clash(person, wanted, theirs) || wanted.week == theirs.week);
            if competes {
                *people.entry(other).or_insert(0u32) += 1;
            }
        }
        let rival = |(other, people): (u32, u32)| {
            let (_, role) = self.compiler.roles[other as usize];
            Rival { slot: self.slot_of(other).id, role, people }
        };
        let mut rivals: Vec<Rival> = people.into_iter().map(rival).collect();
        rivals.sort_by_key(|rival| (std::cmp::Reverse(rival.people), rival.slot, rival.role));
        rivals
    }

    /// The plan in one line.
    pub fn header(&self, bound: &Bound) -> Header {
        let plan = self.plan();
        let soft_bound = bound.soft();
        let missing = (soft_bound - plan.objective.soft).max(0);
        Header {
            objective: plan.objective,
            coverage_bound: bound.coverage(),
            soft_bound,
            gap_ppm: missing.saturating_mul(1_000_000) / soft_bound.max(1),
            seed: plan.seed,
            changes: count(plan.changes.len()),
        }
    }
}

fn able(masks: &[Mask]) -> u32 {
    count(masks.iter().filter(|mask| mask.is_empty()).count())
}

fn without(codes: &[Code], code: &Code) -> Vec<Code> {
    codes.iter().filter(|other| *other != code).cloned().collect()
}

fn count(number: usize) -> u32 {
    super::instance::index(number)
}
