//! How somebody claims a place.

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
}

/// What somebody wishes with a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The answers as typed; the questions say which are needed.
    pub answers: Vec<String>,
    /// Wait if no place is free.
    pub queue: bool,
}

impl ClaimForm {
    /// The wish; nothing in it can be wrong before the questions are known.
    pub fn wish(&self) -> Wish {
        let answers = self.answers.iter().take(MAX_ANSWERS).map(|answer| answer.trim().to_owned());
        Wish { answers: answers.collect(), queue: !self.queue.is_empty() }
    }
}
