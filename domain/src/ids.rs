//! Typed ids: an id of one noun is never taken for another's. All are `UUIDv7`, made by the program, and travel as
//! text, as they stand in addresses: a page that says them in both packs better.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])+ $name:ident)+) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "sqlx", derive(sqlx::Type), sqlx(transparent))]
        #[serde(transparent)]
        pub struct $name(#[serde(with = "uuid::serde::hyphenated")] pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// A person who can sign in, or who did once.
    PersonId
    /// A facility of the centre or a partner.
    OrganisationId
    /// A district of the town.
    DistrictId
    /// What an organisation asks help for; it has slots.
    OpportunityId
    /// One date of an opportunity, with places.
    SlotId
    /// One person's claim on a place in a slot.
    ClaimId
    /// A row of the event log.
    EventId
    /// A piece of background work.
    JobId
    /// A message in the outbox.
    MailId
    /// A signed-in browser.
    SessionId
    /// A sign-in by code that has begun.
    SignInId
    /// A row of the audit.
    AuditId
    /// A place that somebody was asked to take.
    OfferId
    /// A coordinator's "not this person here".
    ExclusionId
    /// Dates that repeat by a rule.
    SeriesId
    /// A place in a whole series.
    StandingId
    /// A form to start a posting from.
    TemplateId
    /// A rule that approves claims by itself.
    ApprovalRuleId
    /// Work done for a claim without an hour.
    StintId
    /// A change of an opportunity.
    ChangeId
    /// The wish to hear when a place becomes free.
    WatchId
    /// A role of an opportunity.
    RoleId
    /// A place that is held for a friend.
    InvitationId
    /// Somebody on the list of a group.
    GuestId
    /// What a volunteer said at the place; made by their phone.
    CheckInId
}
