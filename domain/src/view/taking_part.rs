//! The other ways of taking part: chosen dates, a standing place, work without an hour.

use super::Standing;
use crate::claim::ClaimState;
use crate::claiming::Refusal;
use crate::ids::{ClaimId, OpportunityId, SeriesId, SlotId, StandingId, StintId};
use crate::time::{Day, Instant};
use serde::{Deserialize, Serialize};

/// A date of a series with what it is to the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesDate {
    /// Which.
    pub slot_id: SlotId,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// What it is to the reader; one who has a standing place or asks for one is told of its share of the places too.
    pub standing: Standing,
}

/// A series of which a standing place can be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesOffer {
    /// Which.
    pub id: SeriesId,
    /// The reader's standing place, if they have one.
    pub mine: Option<StandingId>,
    /// The weekday (1–7) on which all its coming dates are, if they are on one.
    pub weekday: Option<i8>,
    /// How many of each date's places in a hundred standing people may hold.
    pub percent: i64,
    /// Its coming dates, by time.
    pub dates: Vec<SeriesDate>,
}

/// What became of one date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The place is asked for, or taken.
    Claimed(ClaimState),
    /// The reader had a claim already.
    Held,
    /// Left out, as the reader wished.
    Skipped,
    /// It asks something first: the date's own page does.
    AsksMore,
    /// A rule said no.
    Refused(Refusal),
}

/// One date and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateOutcome {
    /// Which.
    pub slot_id: SlotId,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// What became of it.
    pub outcome: Outcome,
}

/// A standing place of the reader, for their schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingView {
    /// Which.
    pub id: StandingId,
    /// Of what.
    pub opportunity_id: OpportunityId,
    /// What.
    pub title: String,
    /// Whose.
    pub organisation: String,
    /// The weekday (1–7) on which all its coming dates are, if they are on one.
    pub weekday: Option<i8>,
    /// The coming dates that the reader holds or asked for, by time.
    pub dates: Vec<SeriesDate>,
    /// Today in Warsaw: it may end from here on.
    pub today: Day,
}

impl StandingView {
    /// The reader holds or asks for this date by it.
    pub fn holds(&self, slot: SlotId) -> bool {
        self.dates.iter().any(|date| date.slot_id == slot)
    }
}

/// Work that was noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StintView {
    /// Which entry.
    pub id: StintId,
    /// On which day.
    pub on_day: Day,
    /// How many minutes.
    pub minutes: i64,
}

/// The reader's work on a task without an hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkView {
    /// Their claim.
    pub claim_id: ClaimId,
    /// What they noted, by day.
    pub stints: Vec<StintView>,
    /// The first day on which work can be noted.
    pub first_day: Day,
    /// The last day so far: of the task, or today.
    pub last_day: Day,
    /// They said that it is done.
    pub finished: bool,
    /// More can be noted now.
    pub open: bool,
}

impl WorkView {
    /// What they noted in all, minutes.
    pub fn done(&self) -> i64 {
        self.stints.iter().map(|stint| stint.minutes).sum()
    }
}

/// The weekday (1–7) on which all these moments are in Warsaw, if they are on one.
pub fn common_weekday(times: impl IntoIterator<Item = Instant>) -> Option<i8> {
    let mut days = times.into_iter().map(|at| at.day().weekday().to_monday_one_offset());
    let first = days.next()?;
    days.all(|day| day == first).then_some(first)
}
