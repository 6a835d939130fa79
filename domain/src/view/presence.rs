//! Checking in at a place: the volunteer's side and the host's.

use crate::ids::{ClaimId, OrganisationId};
use crate::presence::{Presence, Tap};
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// A date of the reader at which they can check in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresenceDate {
    /// Their claim.
    pub claim_id: ClaimId,
    /// What.
    pub title: String,
    /// Where.
    pub place: String,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// In which role, if the date has roles.
    pub role: Option<String>,
    /// The group that they bring: each says it for themselves only, the host confirms the names of a group.
    pub group: Option<String>,
    /// What they said.
    pub presence: Presence,
    /// What they can say now.
    pub next: Option<Tap>,
}

/// The page behind a poster.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresenceView {
    /// Whose place it is; `None` where no poster was read.
    pub place: Option<String>,
    /// The dates there today; without a poster those of the coming week, everywhere.
    pub dates: Vec<PresenceDate>,
}

/// A place that a host looks after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceRow {
    /// Whose.
    pub id: OrganisationId,
    /// Their name.
    pub name: String,
    /// It has a code.
    pub ready: bool,
}

/// A QR code as a picture: squares of side 1 in a square of `size`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QrCode {
    /// Squares on a side, with the quiet zone.
    pub size: usize,
    /// The dark ones, as the `d` of an SVG path.
    pub path: String,
}

/// The poster of a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PosterView {
    /// Whose.
    pub name: String,
    /// The address in the code.
    pub address: String,
    /// The code.
    pub code: QrCode,
}

/// What a host's screen shows this minute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenView {
    /// Whose.
    pub name: String,
    /// The number.
    pub number: String,
    /// The address with the number.
    pub code: QrCode,
    /// Seconds until there is another number.
    pub seconds: i64,
}
