//! How somebody claims a place.

use super::{FieldProblem, InputProblem, Problems};
use crate::ids::SlotRoleId;
use crate::party::Party;
use serde::{Deserialize, Serialize};

/// The most places one claim may ask for.
pub const MAX_PARTY: i64 = 100;

/// How a place is claimed, as typed. Empty fields mean: one place for oneself, if one is free.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClaimForm {
    /// The id of a role within the slot, or empty.
    pub role: String,
    /// A [`Party`] code, or empty.
    pub party: String,
    /// How many places in all, for a class or a company.
    pub places: String,
    /// Answers to the poster's questions, in their order.
    pub answers: Vec<String>,
    /// `on` to wait if no place is free.
    pub queue: String,
}

/// A claim's wishes that were checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The role within the slot; whether it exists is for the database to say.
    pub role_id: Option<SlotRoleId>,
    /// Who comes along.
    pub party: Party,
    /// Places in all, the own one included.
    pub places: i64,
    /// The answers as typed; the questions say which are needed.
    pub answers: Vec<String>,
    /// Wait if no place is free.
    pub queue: bool,
}

impl ClaimForm {
    /// # Errors
    /// The fields that were not taken. A class or a company is 2 to [`MAX_PARTY`] people.
    pub fn check(&self) -> Result<Wish, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let party = Party::ALL.into_iter().find(|party| party.code() == self.party);
        if party.is_none() && !self.party.is_empty() {
            problems.add("party", InputProblem::NotAChoice);
        }
        let party = party.unwrap_or_default();
        let places = match party {
            Party::Alone => 1,
            Party::Friend => 2,
            Party::Class | Party::Company => problems.number("places", &self.places, 2, MAX_PARTY),
        };
        let wish = Wish {
            role_id: problems.optional("role", &self.role, InputProblem::NotAChoice),
            party,
            places,
            answers: self.answers.iter().take(50).map(|answer| answer.trim().to_owned()).collect(),
            queue: !self.queue.is_empty(),
        };
        problems.finish().map(|()| wish)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_claim_is_one_place_for_oneself() {
        let wish = ClaimForm::default().check();
        let plain = Wish { role_id: None, party: Party::Alone, places: 1, answers: Vec::new(), queue: false };
        assert_eq!(wish, Ok(plain));
    }

    #[test]
    fn a_class_says_how_many() {
        let class =
            |places: &str| ClaimForm { party: "class".into(), places: places.into(), ..ClaimForm::default() };
        assert_eq!(class("24").check().map(|wish| wish.places), Ok(24));
        assert!(class("1").check().is_err() && class("").check().is_err() && class("101").check().is_err());
        assert!(ClaimForm { party: "tłum".into(), ..ClaimForm::default() }.check().is_err());
    }
}
