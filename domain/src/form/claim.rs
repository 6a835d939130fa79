//! How somebody claims a place.

use super::{FieldProblem, InputProblem, Problems};
use crate::ids::RoleId;
use serde::{Deserialize, Serialize};

/// The most answers that are read.
const MAX_ANSWERS: usize = 50;

/// How a place is claimed, as typed. Empty fields mean: one place, if one is free.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClaimForm {
    /// Answers to the poster's questions, in their order.
    pub answers: Vec<String>,
    /// `on` to wait if no place is free.
    pub queue: String,
    /// The role's id; empty where there is nothing to choose.
    pub role: String,
    /// `on` to come with a friend: a second place is held while they are invited.
    pub friend: String,
}

/// What somebody wishes with a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The answers as typed; the questions say which are needed.
    pub answers: Vec<String>,
    /// Wait if no place is free.
    pub queue: bool,
    /// In which role, if one was chosen.
    pub role: Option<RoleId>,
    /// Two places, one of them for a friend who is invited.
    pub friend: bool,
}

impl Wish {
    /// How many places that takes.
    pub const fn places(&self) -> i64 {
        if self.friend { 2 } else { 1 }
    }
}

impl ClaimForm {
    /// The wish; only a role that is none can be wrong before the date is known.
    ///
    /// # Errors
    /// The field `role`.
    pub fn wish(&self) -> Result<Wish, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let role = problems.optional("role", &self.role, InputProblem::NotAChoice);
        problems.finish()?;
        let answers = self.answers.iter().take(MAX_ANSWERS).map(|answer| answer.trim().to_owned());
        Ok(Wish {
            answers: answers.collect(),
            queue: !self.queue.is_empty(),
            role,
            friend: !self.friend.is_empty() && self.queue.is_empty(),
        })
    }
}
