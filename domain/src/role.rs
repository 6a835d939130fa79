//! Roles within an opportunity: parts with places and requirements of their own, such as driver and packer.
//!
//! A date may have some of them, each with its own number of places; the numbers of the date are their sums. Whoever
//! claims does so in one role.

use crate::claiming::Refusal;
use crate::ids::RoleId;
use crate::text::Code;
use serde::{Deserialize, Serialize};

/// The most roles of one opportunity.
pub const MAX_ROLES: usize = 6;

/// A role, as its poster wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// Which.
    pub id: RoleId,
    /// What it is called.
    pub name: String,
    /// Its own youngest age in years, where it is above that of the opportunity.
    #[serde(default)]
    pub min_age: Option<i64>,
    /// The qualifications it needs, beside those of the opportunity.
    #[serde(default)]
    pub requires: Vec<Code>,
    /// It is offered no longer; dates that are over still tell its name.
    #[serde(default)]
    pub ended: bool,
}

/// How many people of a role a date has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RolePlan {
    /// Which role.
    pub role_id: RoleId,
    /// The fewest.
    pub min_places: i64,
    /// The most.
    pub max_places: i64,
}

/// Fewest and most of all roles together.
pub fn sums(roles: &[RolePlan]) -> (i64, i64) {
    let sum = |of: fn(&RolePlan) -> i64| roles.iter().map(of).sum();
    (sum(|role| role.min_places), sum(|role| role.max_places))
}

/// What one part of a date is to somebody: a role, or the whole date where it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which role.
    pub role: Option<RoleId>,
    /// Everything that says no, in the order of [`Refusal`].
    pub refusals: Vec<Refusal>,
}

impl Part {
    /// The first reason that says no.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.refusals.first()
    }
}

/// Why no part of a date can be taken; `None` if one can. Of several reasons the one that is told last: what comes
/// first the person cannot change.
pub fn overall(parts: &[Part]) -> Option<Refusal> {
    if parts.iter().any(|part| part.refusals.is_empty()) {
        return None;
    }
    parts.iter().filter_map(Part::refusal).max().cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(refusals: &[Refusal]) -> Part {
        Part { role: None, refusals: refusals.to_vec() }
    }

    #[test]
    fn one_open_part_opens_the_date_and_otherwise_the_nearest_reason_is_told() {
        let unqualified = Refusal::Unqualified { needs: "driving-b".into() };
        assert_eq!(overall(&[part(&[Refusal::Full]), part(&[])]), None);
        let none = [part(std::slice::from_ref(&unqualified)), part(&[Refusal::Full])];
        assert_eq!(overall(&none), Some(Refusal::Full));
        let both = [part(&[unqualified, Refusal::Full]), part(&[Refusal::TooYoung { min_age: 18 }])];
        assert_eq!(overall(&both), Some(Refusal::Unqualified { needs: "driving-b".into() }));
    }
}
