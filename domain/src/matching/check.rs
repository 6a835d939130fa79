//! A second opinion: what a set of pairs breaks and what it is worth, computed from the problem alone, the slow way.

use super::problem::{Pair, Problem, Role, Slot, Volunteer};
use super::rules::{Failure, failures};
use super::score::contributions;
use super::search::Objective;
use super::table::engagement;
use crate::claiming::Engagement;
use serde::{Deserialize, Serialize};

/// Why pairs are no plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Violation {
    /// No such volunteer, slot or role, or the same pair twice.
    Unknown(Pair),
    /// A role has more people than places, not all of them approved.
    Overfull(Pair),
    /// A rule fails for a pair that nobody approved, beside the volunteer's other pairs.
    Fails(Pair, Failure),
    /// An approved pair is not in the plan.
    Missing(Pair),
}

struct Known<'a> {
    pair: &'a Pair,
    volunteer: &'a Volunteer,
    slot: &'a Slot,
    role: &'a Role,
    fixed: bool,
}

/// Checks pairs against every hard rule and counts what they are worth.
///
/// # Errors
/// The first thing that is wrong.
pub fn check(problem: &Problem, pairs: &[Pair]) -> Result<Objective, Violation> {
    let mut known = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let found = find(problem, pair).filter(|_| !pairs[..at].contains(pair));
        known.push(found.ok_or(Violation::Unknown(*pair))?);
    }
    if let Some(missing) = problem.fixed().find(|pair| find(problem, pair).is_some() && !pairs.contains(pair))
    {
        return Err(Violation::Missing(*missing));
    }
    for this in known.iter().filter(|known| !known.fixed) {
        let here = pairs.iter().filter(|other| (other.slot, other.role) == (this.pair.slot, this.pair.role));
        if here.count() > this.role.max as usize {
            return Err(Violation::Overfull(*this.pair));
        }
        let beside = known
            .iter()
            .filter(|other| other.pair.volunteer == this.pair.volunteer && other.pair != this.pair);
        let others: Vec<Engagement> = this
            .volunteer
            .engagements
            .iter()
            .cloned()
            .chain(beside.map(|other| engagement(other.slot)))
            .collect();
        let failed = failures(problem, this.volunteer, this.slot, this.role, &others);
        if let Some(failure) = failed.into_iter().next() {
            return Err(Violation::Fails(*this.pair, failure));
        }
    }
    let stability = pairs.iter().filter(|pair| problem.published.contains(pair)).count();
    Ok(Objective {
        coverage: problem.slots.iter().map(|slot| coverage(slot, pairs)).sum(),
        soft: soft(problem, &known),
        stability: i64::try_from(stability).unwrap_or(i64::MAX),
    })
}

fn find<'a>(problem: &'a Problem, pair: &'a Pair) -> Option<Known<'a>> {
    let slot = problem.slots.iter().find(|slot| slot.id == pair.slot)?;
    Some(Known {
        pair,
        volunteer: problem.volunteers.iter().find(|volunteer| volunteer.id == pair.volunteer)?,
        slot,
        role: slot.roles.get(usize::from(pair.role))?,
        fixed: problem.fixed().any(|fixed| fixed == pair),
    })
}

fn coverage(slot: &Slot, pairs: &[Pair]) -> i64 {
    let filled =
        |role: usize| pairs.iter().filter(|p| p.slot == slot.id && usize::from(p.role) == role).count();
    let counted = slot.roles.iter().enumerate().map(|(at, role)| {
        let min = role.min.min(role.max) as usize;
        (filled(at).min(min), min)
    });
    if slot.useless_below_min && counted.clone().any(|(filled, min)| filled < min) {
        return 0;
    }
    let seats: usize = counted.map(|(filled, _)| filled).sum();
    i64::try_from(seats).unwrap_or(0) << slot.urgency.min(4)
}

fn soft(problem: &Problem, known: &[Known]) -> i64 {
    let weights = problem.weights.clamped();
    let own = known.iter().flat_map(|this| contributions(this.volunteer, this.slot, this.role, &weights));
    let mut soft: i64 = own.map(|line| i64::from(line.points)).sum();
    for (at, this) in known.iter().enumerate() {
        let before = known[..at].iter().filter(|other| other.pair.volunteer == this.pair.volunteer);
        let same = |other: &&Known| this.slot.series.is_some() && other.slot.series == this.slot.series;
        if before.clone().any(|other| same(&other)) {
            soft += i64::from(weights.continuity);
        }
        soft -= i64::from(weights.fairness) * i64::try_from(before.count()).unwrap_or(0);
    }
    soft
}
