//! What a volunteer does with a place they have: step back, ask for a stand-in, swap; and how a coordinator changes
//! the order of those who wait.

use super::{FieldProblem, InputProblem, Problems};
use crate::ids::{ClaimId, PersonId};
use crate::stepping_back::Reason;
use serde::{Deserialize, Serialize};

/// Stepping back, as typed. Everything may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepBackForm {
    /// A [`Reason`] code.
    pub why: String,
    /// The reason in own words.
    pub reason: String,
}

impl StepBackForm {
    /// The reason as it is kept: the own words, else the code of the chosen one; `None` if nothing was told.
    ///
    /// # Errors
    /// The fields that were not taken.
    pub fn check(&self) -> Result<Option<String>, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let chosen = Reason::of(&self.why);
        if chosen.is_none() && !self.why.is_empty() {
            problems.add("why", InputProblem::NotAChoice);
        }
        let words = problems.paragraph("reason", &self.reason, 500);
        let code = chosen.map(|reason| reason.code().to_owned());
        problems.finish().map(|()| Some(words).filter(|words| !words.is_empty()).or(code))
    }
}

/// The most people one may name as a stand-in.
pub const MAX_NAMED: usize = 10;

/// The search for a stand-in, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StandInForm {
    /// `on` to ask everyone who qualifies.
    pub everyone: String,
    /// Ids of people who are asked.
    pub people: Vec<String>,
    /// The address of one more person, or empty.
    pub email: String,
}

/// Who is asked to come instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Everyone who qualifies.
    Everyone,
    /// These, and who has this folded address.
    Named(Vec<PersonId>, Option<String>),
}

impl StandInForm {
    /// # Errors
    /// The fields that were not taken; `people` when nobody was chosen at all.
    pub fn check(&self) -> Result<Asked, Vec<FieldProblem>> {
        if !self.everyone.is_empty() {
            return Ok(Asked::Everyone);
        }
        let mut problems = Problems::default();
        let email = (!self.email.trim().is_empty()).then(|| problems.email("email", &self.email));
        let mut people: Vec<PersonId> = Vec::new();
        for id in self.people.iter().filter(|id| !id.is_empty()) {
            people.extend(problems.parsed::<PersonId>("people", id, InputProblem::NotAChoice));
        }
        if people.len() > MAX_NAMED {
            problems.add("people", InputProblem::OutOfRange);
        }
        if people.is_empty() && email.is_none() && !problems.has("people") {
            problems.add("people", InputProblem::Empty);
        }
        problems.finish().map(|()| Asked::Named(people, email))
    }
}

/// Asking somebody to change dates, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SwapForm {
    /// The id of the other person's claim.
    pub with: String,
}

impl SwapForm {
    /// # Errors
    /// [`InputProblem::Empty`] when nobody was chosen.
    pub fn check(&self) -> Result<ClaimId, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let with = problems.parsed("with", &self.with, InputProblem::NotAChoice);
        problems.finish().map(|()| with.unwrap_or(ClaimId(uuid::Uuid::nil())))
    }
}

/// Where a claim goes in the waiting list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Is asked next.
    Top,
    /// One earlier.
    Up,
    /// One later.
    Down,
}

impl Turn {
    /// Every way, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Top, Self::Up, Self::Down];

    /// The stable name, as in forms and in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Top => "top",
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

/// A coordinator's change of the waiting list, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TurnForm {
    /// A [`Turn`] code.
    pub to: String,
    /// Why; needed.
    pub reason: String,
}

impl TurnForm {
    /// # Errors
    /// The fields that were not taken: the order is changed for a reason.
    pub fn check(&self) -> Result<(Turn, String), Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let to = Turn::ALL.into_iter().find(|turn| turn.code() == self.to);
        if to.is_none() {
            problems.add("to", InputProblem::NotAChoice);
        }
        let reason = problems.line("reason", &self.reason, 500);
        problems.finish().map(|()| (to.unwrap_or(Turn::Top), reason))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_words_come_before_a_chosen_reason() {
        let said = |why: &str, reason: &str| StepBackForm { why: why.into(), reason: reason.into() }.check();
        assert_eq!(said("", " "), Ok(None));
        assert_eq!(said("duties", ""), Ok(Some("duties".into())));
        assert_eq!(said("duties", " Egzamin. "), Ok(Some("Egzamin.".into())));
        assert!(said("choroba", "").is_err() && said("", &"ż".repeat(501)).is_err());
    }

    #[test]
    fn somebody_has_to_be_asked() {
        assert!(StandInForm::default().check().is_err());
        let everyone = StandInForm { everyone: "on".into(), email: "nic".into(), ..StandInForm::default() };
        assert_eq!(everyone.check(), Ok(Asked::Everyone));
        let mail = StandInForm { email: " Ola@Example.org ".into(), ..StandInForm::default() };
        assert_eq!(mail.check(), Ok(Asked::Named(Vec::new(), Some("ola@example.org".into()))));
        let wrong = StandInForm { people: vec!["nic".into()], ..StandInForm::default() };
        assert!(wrong.check().is_err());
        let many = StandInForm { people: vec![uuid::Uuid::nil().to_string(); 11], ..StandInForm::default() };
        assert!(many.check().is_err());
    }

    #[test]
    fn the_order_changes_for_a_reason() {
        let form = |to: &str, reason: &str| TurnForm { to: to.into(), reason: reason.into() }.check();
        assert_eq!(form("up", "Zna dzieci"), Ok((Turn::Up, "Zna dzieci".into())));
        assert!(form("up", " ").is_err() && form("w bok", "bo tak").is_err());
    }

    #[test]
    fn a_swap_names_a_claim() {
        assert!(SwapForm::default().check().is_err());
        let id = uuid::Uuid::from_u128(5);
        assert_eq!(SwapForm { with: id.to_string() }.check(), Ok(ClaimId(id)));
    }
}
