//! A claim: one person asks for, holds or held a place in a slot, or several, see [`crate::party`]. Its states, and the only ways between them.
//!
//! ```text
//! pending ──approve──► approved ◄──────┐ ──attend──► attended
//!    │  ▲◄──undo───────┘  │             │ └──miss──► no_show
//!    │  └─undo─ refused ◄─┤ refuse      │
//!    ├─queue──► waitlisted ─offer─► offered ─lapse─┐
//!    │              │      confirm──┘   │          │
//!    └─withdraw─────┴─► withdrawn ◄─────┴──────────┘      cancelled ◄─cancel─ every live one
//!                           ▲
//!    approved ──hand over───┘      ask again, keep, resize: a live one stays      reorder: waitlisted stays waitlisted
//! ```

use crate::step::WrongStep;
use serde::{Deserialize, Serialize};

/// Where a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum ClaimState {
    /// Waits for a coordinator.
    Pending,
    /// Has a place.
    Approved,
    /// Waits for a place to become free.
    Waitlisted,
    /// A place became free and is kept until the person answers.
    Offered,
    /// A coordinator said no.
    Refused,
    /// The volunteer stepped back.
    Withdrawn,
    /// The slot was cancelled.
    Cancelled,
    /// The host confirmed that the person came.
    Attended,
    /// The host said that the person did not come.
    NoShow,
}

/// Every state, in the order of the picture above.
pub const ALL_STATES: [ClaimState; 9] = [
    ClaimState::Pending,
    ClaimState::Approved,
    ClaimState::Waitlisted,
    ClaimState::Offered,
    ClaimState::Refused,
    ClaimState::Withdrawn,
    ClaimState::Cancelled,
    ClaimState::Attended,
    ClaimState::NoShow,
];

/// What can happen to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum ClaimStep {
    /// It begins: a place is asked for, or taken.
    Claim,
    /// A coordinator gives the place.
    Approve,
    /// A coordinator says no.
    Refuse,
    /// The volunteer steps back.
    Withdraw,
    /// The volunteer gives the place to somebody else, who comes instead.
    HandOver,
    /// The date was moved, or its place; the volunteer is asked whether it still suits them.
    AskAgain,
    /// The date was moved, and it still suits the volunteer.
    Keep,
    /// It takes up more places, or fewer: of a friend, of a group.
    Resize,
    /// It waits for a place to become free.
    Queue,
    /// A coordinator changed its turn in the waiting list.
    Reorder,
    /// A free place is kept for it.
    Offer,
    /// The volunteer takes the place that is kept.
    Confirm,
    /// Nobody answered in time: the place goes on.
    Lapse,
    /// The slot is cancelled under the claim.
    Cancel,
    /// The host confirms presence.
    Attend,
    /// The host records absence.
    Miss,
    /// The coordinator takes a fresh decision back.
    Undo,
    /// The host corrects the record of presence.
    Reopen,
}

/// Every step.
pub const ALL_STEPS: [ClaimStep; 18] = [
    ClaimStep::Claim,
    ClaimStep::Approve,
    ClaimStep::Refuse,
    ClaimStep::Withdraw,
    ClaimStep::HandOver,
    ClaimStep::AskAgain,
    ClaimStep::Keep,
    ClaimStep::Resize,
    ClaimStep::Queue,
    ClaimStep::Reorder,
    ClaimStep::Offer,
    ClaimStep::Confirm,
    ClaimStep::Lapse,
    ClaimStep::Cancel,
    ClaimStep::Attend,
    ClaimStep::Miss,
    ClaimStep::Undo,
    ClaimStep::Reopen,
];

impl ClaimState {
    /// Takes a step, consuming the old state.
    ///
    /// # Errors
    /// [`WrongStep`] when the picture at the top of this module has no such arrow.
    pub const fn step(self, step: ClaimStep) -> Result<Self, WrongStep<Self, ClaimStep>> {
        use ClaimState as S;
        use ClaimStep as T;
        Ok(match (self, step) {
            (S::Pending | S::Waitlisted, T::Approve)
            | (S::Offered, T::Confirm)
            | (S::Attended | S::NoShow, T::Reopen) => S::Approved,
            (S::Pending, T::Queue) | (S::Waitlisted, T::Reorder) => S::Waitlisted,
            (S::Waitlisted, T::Offer) => S::Offered,
            (S::Pending | S::Waitlisted, T::Refuse) => S::Refused,
            (S::Approved | S::Refused, T::Undo) => S::Pending,
            (S::Pending | S::Waitlisted | S::Offered | S::Approved, T::Withdraw)
            | (S::Offered, T::Lapse)
            | (S::Approved, T::HandOver) => S::Withdrawn,
            (S::Pending | S::Waitlisted | S::Offered | S::Approved, T::AskAgain | T::Keep | T::Resize) => {
                self
            }
            (S::Pending | S::Waitlisted | S::Offered | S::Approved, T::Cancel) => S::Cancelled,
            (S::Approved | S::NoShow, T::Attend) => S::Attended,
            (S::Approved | S::Attended, T::Miss) => S::NoShow,
            (from, step) => return Err(WrongStep { from, step }),
        })
    }

    /// Takes up one of the slot's places.
    pub const fn holds_place(self) -> bool {
        matches!(self, Self::Approved | Self::Offered | Self::Attended | Self::NoShow)
    }

    /// Still matters for the future: it blocks a second claim and overlapping ones.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Pending | Self::Approved | Self::Waitlisted | Self::Offered)
    }

    /// The stable name, as stored and as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Approved => "approved",
            Self::Waitlisted => "waitlisted",
            Self::Offered => "offered",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Cancelled => "cancelled",
            Self::Attended => "attended",
            Self::NoShow => "no_show",
        }
    }
}

/// Seconds during which a coordinator can take back a decision.
pub const UNDO_SECONDS: i64 = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ended_claims_stay_ended() {
        for from in [ClaimState::Withdrawn, ClaimState::Cancelled] {
            for step in ALL_STEPS {
                assert_eq!(from.step(step), Err(WrongStep { from, step }));
            }
        }
    }

    #[test]
    fn a_refused_claim_can_only_be_undone() {
        for step in ALL_STEPS {
            let allowed = ClaimState::Refused.step(step).is_ok();
            assert_eq!(allowed, step == ClaimStep::Undo);
        }
    }

    #[test]
    fn presence_can_be_corrected() {
        assert_eq!(ClaimState::Attended.step(ClaimStep::Miss), Ok(ClaimState::NoShow));
        assert_eq!(ClaimState::NoShow.step(ClaimStep::Reopen), Ok(ClaimState::Approved));
        assert!(ClaimState::Pending.step(ClaimStep::Attend).is_err());
    }

    #[test]
    fn codes_are_those_of_serde() {
        for state in ALL_STATES {
            assert_eq!(serde_json::to_value(state).ok(), Some(state.code().into()));
        }
    }
}
