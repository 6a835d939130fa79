//! What a poster asks at sign-up, and the answers.

use serde::{Deserialize, Serialize};

/// An answer, with the question as it stood when it was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
}
