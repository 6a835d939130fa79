//! Coming with others: what a group or an invitation looks like to those who may see it.

use crate::claim::ClaimState;
use crate::claiming::Refusal;
use crate::ids::{ClaimId, GuestId};
use crate::party::PartyKind;
use crate::person::MissingStep;
use crate::time::{Day, Instant};
use crate::view::SlotCard;
use serde::{Deserialize, Serialize};

/// A group in a line. No names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyLine {
    /// Its claim.
    pub claim_id: ClaimId,
    /// What it is.
    pub kind: PartyKind,
    /// What it is called.
    pub name: String,
    /// How many places it asks for or holds, with that of the person who is responsible.
    pub places: i64,
    /// How many names may come.
    pub names: i64,
    /// How many names a rule keeps from coming.
    pub wrong: i64,
    /// Until when names may follow.
    pub until: Instant,
    /// That moment is over.
    pub closed: bool,
    /// How many places were freed then, because nobody was named.
    pub freed: i64,
}

impl PartyLine {
    /// How many names are missing.
    pub fn missing(&self) -> i64 {
        (self.places - 1 - self.names).max(0)
    }
}

/// Somebody on a group's list, for the person who is responsible and for coordinators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestRow {
    /// The full name.
    pub name: String,
    /// When they were born.
    pub birth_on: Option<Day>,
    /// The rule that keeps them from coming.
    pub refusal: Option<Refusal>,
}

/// A group with its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyView {
    /// In a line.
    pub line: PartyLine,
    /// The date.
    pub slot: SlotCard,
    /// Where exactly.
    pub place: String,
    /// The youngest age in years.
    pub min_age: i64,
    /// Where its claim stands.
    pub state: ClaimState,
    /// Who is responsible.
    pub person: String,
    /// The names.
    pub guests: Vec<GuestRow>,
    /// The reader can change names and places.
    pub can_edit: bool,
    /// The most places it may have.
    pub most: i64,
}

/// Somebody on a group's list, for hosts: whether they came. Nothing but the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestPresence {
    /// Which.
    pub id: GuestId,
    /// The full name.
    pub name: String,
    /// What was recorded.
    pub came: Option<bool>,
}

/// What whoever has an invitation's link can do with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Invited {
    /// The reader made it: share it.
    Own,
    /// Nobody signed in.
    Visitor,
    /// The reader can say yes.
    Can,
    /// A rule says no by now, and what is missing if the reader is new.
    Cannot(Refusal, Vec<MissingStep>),
}

/// An open invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationView {
    /// The date.
    pub slot: SlotCard,
    /// Where exactly.
    pub place: String,
    /// Who invites: the first name.
    pub by: String,
    /// Until when the place is held.
    pub until: Instant,
    /// A coordinator has yet to decide about the inviter's place, and about the friend's.
    pub pending: bool,
    /// What the reader can do.
    pub reader: Invited,
    /// The whole address, to share; for its inviter.
    pub link: Option<String>,
}

/// Where an invitation stands, for its inviter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// The reader can invite a friend.
    pub can_invite: bool,
    /// A place is held for a friend until then.
    pub invited: Option<Instant>,
}
