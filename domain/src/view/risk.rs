//! What may stay empty, for coordinators.

use crate::ids::SlotId;
use crate::time::Instant;
use crate::view::CandidateRow;
use serde::{Deserialize, Serialize};

/// A slot that may stay empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskRow {
    /// The slot.
    pub slot_id: SlotId,
    /// Its title.
    pub title: String,
    /// Whose.
    pub organisation: String,
    /// When it begins.
    pub starts_at: Instant,
    /// People it may lack of its fewest, in hundredths.
    pub lacking_percent: i64,
    /// Why.
    pub risks: Vec<Risk>,
    /// The best who could come instead.
    pub next: Option<CandidateRow>,
}

/// Why a place may stay empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// Nobody has so many of its places.
    Empty(i64),
    /// Somebody did not come so many times of so many.
    Missed {
        /// Who.
        name: String,
        /// So many times.
        missed: i64,
        /// Of so many.
        times: i64,
    },
    /// Somebody stepped back within a day of the beginning so many times.
    LateCancel {
        /// Who.
        name: String,
        /// So many times.
        times: i64,
    },
    /// Somebody was asked and has not answered.
    Unanswered {
        /// Who.
        name: String,
        /// Until when they may.
        until: Instant,
    },
    /// The date was moved, and somebody has not said that it still suits.
    NotConfirmed {
        /// Who.
        name: String,
    },
    /// A place is kept for somebody from the waiting list who has not answered.
    Kept {
        /// Who.
        name: String,
    },
}
