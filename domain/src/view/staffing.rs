//! Who could take the free places of a slot, and why not the others. For coordinators.

use crate::ids::{OpportunityId, PersonId, SlotId};
use crate::matching::{Contribution, Failure, Relaxation, Rule};
use crate::time::Instant;
use crate::view::KindLabel;
use serde::{Deserialize, Serialize};

/// Everybody for one slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffingView {
    /// Which slot.
    pub slot_id: SlotId,
    /// Of what.
    pub opportunity_id: OpportunityId,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: KindLabel,
    /// Whose.
    pub organisation: String,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// Places taken.
    pub taken: i64,
    /// The fewest people.
    pub min_places: i64,
    /// The most people.
    pub max_places: i64,
    /// How many may.
    pub eligible: u32,
    /// The best of them, best first.
    pub candidates: Vec<CandidateRow>,
    /// Who misses by the fewest rules, fewest first.
    pub near: Vec<RejectedRow>,
    /// How many each rule keeps away, most first.
    pub histogram: Vec<(Rule, u32)>,
    /// What would make more people eligible, the most gained first.
    pub relaxations: Vec<Relaxation>,
}

/// Somebody who may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateRow {
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// The sum of the contributions.
    pub score: i64,
    /// What it is made of.
    pub contributions: Vec<Contribution>,
}

/// Somebody who may not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RejectedRow {
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Every rule that fails, with its facts.
    pub failures: Vec<Failure>,
}
