//! What a person is told when something was not done. Codes and facts only; the sentence is made where the
//! language is known.

use crate::claim::ClaimState;
use crate::claiming::Refusal;
use crate::form::FieldProblem;
use crate::offer::PairAction;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Sign in first.
    #[error("sign_in_first")]
    SignInFirst,
    /// Not for this person.
    #[error("denied")]
    Denied,
    /// It does not exist, or not for this person.
    #[error("not_found")]
    NotFound,
    /// Fields that were not taken.
    #[error("invalid")]
    Invalid(Vec<FieldProblem>),
    /// The place cannot be claimed.
    #[error("refused")]
    Refused(Refusal),
    /// Somebody else decided this claim already.
    #[error("already_decided")]
    AlreadyDecided {
        /// Their name.
        by: String,
        /// When.
        at: Instant,
        /// What the claim is now.
        state: ClaimState,
    },
    /// Somebody else decided about this person and slot already.
    #[error("pair_decided")]
    PairDecided {
        /// Their name.
        by: String,
        /// When.
        at: Instant,
        /// What they did.
        action: PairAction,
    },
    /// It has moved on since the page was shown: it can no longer be taken back or changed.
    #[error("too_late")]
    TooLate,
    /// Somebody changed something since the preview was shown; it has to be looked at again.
    #[error("changed")]
    Changed,
    /// Too many tries; later again.
    #[error("too_many")]
    TooMany {
        /// After how many minutes.
        minutes: i64,
    },
    /// The browser could not reach the server.
    #[error("unreachable")]
    Unreachable,
    /// The server runs another build of the program than this page.
    #[error("outdated")]
    Outdated,
    /// A fault of ours.
    #[error("internal")]
    Internal {
        /// What to tell us, to find it in the log.
        reference: String,
    },
}

impl Problem {
    /// The stable name, as in keys of texts and in addresses; never personal data.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::SignInFirst => "sign-in-first",
            Self::Denied => "denied",
            Self::NotFound => "not-found",
            Self::Invalid(_) => "invalid",
            Self::Refused(_) => "refused",
            Self::AlreadyDecided { .. } => "already-decided",
            Self::PairDecided { .. } => "pair-decided",
            Self::TooLate => "too-late",
            Self::Changed => "changed",
            Self::TooMany { .. } => "too-many",
            Self::Unreachable => "unreachable",
            Self::Outdated => "outdated",
            Self::Internal { .. } => "internal",
        }
    }
}
