//! A volunteer's own place or turn, what can be done with it, and what coordinators see of those who wait.

use crate::ids::{ClaimId, OfferId, PersonId, SlotId};
use crate::time::Instant;
use crate::view::{Choice, Company, PartyLine};
use serde::{Deserialize, Serialize};

/// What the reader's live claim needs on their own pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPlace {
    /// In which role, if the date has roles.
    pub role: Option<String>,
    /// The turn in the waiting list, from 1; for who waits.
    pub turn: Option<i64>,
    /// The question about the place that is kept, and until when; for who was asked from the waiting list.
    pub kept: Option<(OfferId, Instant)>,
    /// Stepping back now is late: coordinators and hosts are told at once.
    pub late: bool,
    /// The date was moved, and the reader has not said that it still suits.
    pub asked_again: bool,
    /// Somebody is sought to come instead, or to swap; until when.
    pub seeking: Option<Instant>,
    /// Somebody agreed, and a coordinator decides.
    pub agreed: bool,
    /// A friend who comes along.
    pub company: Company,
    /// The group for which the reader is responsible.
    pub party: Option<PartyLine>,
}

/// Whom the reader may ask to come instead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// Short names of people who were there with the reader. Source: R3.
    pub people: Vec<Choice<PersonId>>,
    /// Places of other dates that could be exchanged.
    pub swaps: Vec<SwapChoice>,
}

/// A place of another date, by whose it is and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwapChoice {
    /// The other claim.
    pub claim_id: ClaimId,
    /// A short name.
    pub name: String,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
}

/// Somebody in the waiting list of a date, for coordinators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueRow {
    /// Their claim.
    pub claim_id: ClaimId,
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// In which role, if the date has roles.
    pub role: Option<String>,
    /// How many places they need.
    pub places: i64,
    /// When they asked.
    pub since: Instant,
    /// Their turn, from 1; `None` for who is asked now.
    pub turn: Option<i64>,
    /// Until when a place is kept for them.
    pub until: Option<Instant>,
}

/// Somebody who stepped back late, for coordinators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SteppedBack {
    /// Their claim.
    pub claim_id: ClaimId,
    /// From which date.
    pub slot_id: SlotId,
    /// Their name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// When it begins.
    pub starts_at: Instant,
    /// When they stepped back.
    pub at: Instant,
    /// What they told: own words, or a code of [`crate::stepping_back::Reason`].
    pub reason: Option<String>,
}

/// Two volunteers agreed that one comes instead of the other, or to swap; a coordinator decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The offer.
    pub offer_id: OfferId,
    /// For which date.
    pub slot_id: SlotId,
    /// Whose place it is.
    pub from: String,
    /// Who would take it.
    pub to: String,
    /// Its title.
    pub title: String,
    /// When, in words.
    pub when: String,
    /// In a swap: the date given for it, in words.
    pub other: Option<String>,
}
