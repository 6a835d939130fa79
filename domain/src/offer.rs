//! Asking a volunteer to take a place, and what coordinators decide about a pair of person and slot.

use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// Hours within which an offer is answered, unless the slot begins sooner.
pub const OFFER_HOURS: i64 = 48;

/// Where an offer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum OfferState {
    /// Waits for an answer.
    Open,
    /// The volunteer said yes and has the place.
    Accepted,
    /// The volunteer said yes to another one, and a coordinator has yet to allow it.
    Agreed,
    /// The volunteer said no; they are not proposed for this slot again.
    Declined,
    /// The coordinator took it back.
    TakenBack,
    /// Nobody answered in time.
    Expired,
}

impl OfferState {
    /// The stable name, as stored and as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Agreed => "agreed",
            Self::Declined => "declined",
            Self::TakenBack => "taken_back",
            Self::Expired => "expired",
        }
    }
}

/// Why somebody is asked to take a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum OfferCause {
    /// A coordinator asks.
    #[default]
    Coordinator,
    /// A place became free, and the person is the next who waits.
    Waitlist,
    /// Another volunteer seeks somebody to come instead.
    StandIn,
    /// Another volunteer seeks to change places.
    Swap,
}

impl OfferCause {
    /// The stable name, as stored and as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Waitlist => "waitlist",
            Self::StandIn => "stand_in",
            Self::Swap => "swap",
        }
    }
}

/// Until when an offer made at `now` for a slot may be answered: [`OFFER_HOURS`], and not after the slot began.
pub fn offer_expires(now: Instant, starts_at: Instant) -> Instant {
    now.plus_minutes(60 * OFFER_HOURS).min(starts_at)
}

/// What a human decided about a pair of person and slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum PairAction {
    /// Gave the place to a waiting claim.
    Approve,
    /// Said no to a waiting claim.
    Refuse,
    /// Asked the person.
    Offer,
    /// Took the question back.
    TakeBack,
    /// Keeps the pair in the plan.
    Lock,
    /// No longer keeps it.
    Unlock,
    /// Does not want the pair proposed.
    Exclude,
    /// Lets it be proposed again.
    Allow,
}

impl PairAction {
    /// Every action, in the order in which they are declared.
    pub const ALL: [Self; 8] = [
        Self::Approve,
        Self::Refuse,
        Self::Offer,
        Self::TakeBack,
        Self::Lock,
        Self::Unlock,
        Self::Exclude,
        Self::Allow,
    ];

    /// The stable name, as stored and as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Refuse => "refuse",
            Self::Offer => "offer",
            Self::TakeBack => "take_back",
            Self::Lock => "lock",
            Self::Unlock => "unlock",
            Self::Exclude => "exclude",
            Self::Allow => "allow",
        }
    }
}

/// How far an exclusion reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExclusionScope {
    /// This date only.
    #[default]
    Slot,
    /// Every date of the opportunity.
    Opportunity,
    /// Everything of the organisation.
    Organisation,
}

impl ExclusionScope {
    /// Every scope, the narrowest first.
    pub const ALL: [Self; 3] = [Self::Slot, Self::Opportunity, Self::Organisation];

    /// The stable name, as in forms and in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Slot => "slot",
            Self::Opportunity => "opportunity",
            Self::Organisation => "organisation",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_never_outlives_the_beginning() {
        let now = Instant::from_unix(1_000_000);
        assert_eq!(offer_expires(now, now.plus_minutes(30)), now.plus_minutes(30));
        assert_eq!(offer_expires(now, now.plus_days(9)), now.plus_days(2));
    }

    #[test]
    fn codes_are_those_of_serde() {
        for state in [
            OfferState::Open,
            OfferState::Accepted,
            OfferState::Agreed,
            OfferState::Declined,
            OfferState::TakenBack,
            OfferState::Expired,
        ] {
            assert_eq!(serde_json::to_value(state).ok(), Some(state.code().into()));
        }
        for cause in [OfferCause::Coordinator, OfferCause::Waitlist, OfferCause::StandIn, OfferCause::Swap] {
            assert_eq!(serde_json::to_value(cause).ok(), Some(cause.code().into()));
        }
        for scope in ExclusionScope::ALL {
            assert_eq!(serde_json::to_value(scope).ok(), Some(scope.code().into()));
        }
    }
}
