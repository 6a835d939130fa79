//! Why a place cannot be claimed: every reason with its code, and what its sentence needs.

use crate::text::Code;
use crate::time::{Day, Instant};
use serde::{Deserialize, Serialize};

/// Why a place cannot be claimed. The order of the variants is the order in which they are told:
/// what the person cannot change comes first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The slot was cancelled.
    Cancelled,
    /// The slot has begun.
    Started,
    /// Claims are not open yet. Source: C9.
    NotYetOpen {
        /// From when on.
        opens_at: Instant,
    },
    /// The days of a task without an hour are over.
    Over,
    /// The date has no such role.
    NoSuchRole,
    /// The person has a live claim on this slot already.
    AlreadyClaimed,
    /// Only people on trial and active volunteers claim; the page lists what is missing.
    NotActive,
    /// We do not know the birth date.
    NoBirthDate,
    /// Too young on the day of the slot. Source: N2.
    TooYoung {
        /// The youngest age in years.
        min_age: i64,
    },
    /// In somebody's home, under 18. Source: N6.
    MinorAtHome,
    /// The slot reaches into the hours in which a minor may not help. Source: N5.
    MinorAtNight {
        /// The last allowed hour in the evening (20 or 22).
        until_hour: i64,
    },
    /// Longer than a person aged 13–14 may help at once. Source: N5.
    MinorTooLong {
        /// The longest time, minutes.
        max_minutes: i64,
    },
    /// Fewer than 14 hours between two days' tasks of a minor. Source: N5.
    MinorNoRest,
    /// More than a minor may help in one day. Source: N4, N5.
    MinorDay {
        /// The longest time, minutes.
        max_minutes: i64,
    },
    /// Directed at minors, and the checks of UPM art. 21 are not recorded. Source: §5.
    NotScreened,
    /// A qualification is missing. Source: U9, U10.
    Unqualified {
        /// Which.
        needs: Code,
    },
    /// A qualification runs out before the date.
    QualificationEnds {
        /// The last day on which it holds.
        ends_on: Day,
        /// Which.
        what: Code,
    },
    /// Another place of the same person at the same time.
    Overlaps,
    /// Another place of the same person elsewhere, with too little time to get there.
    TooClose {
        /// The time needed between places, minutes.
        buffer_minutes: i64,
    },
    /// More than the person's weekly limit.
    WeeklyLimit {
        /// The limit, minutes.
        limit_minutes: i64,
    },
    /// The places that standing people may hold are taken; the rest is for newcomers.
    StandingFull,
    /// A task without an hour, which everybody claims for themselves.
    AloneOnly,
    /// Directed at minors: a group would need the checks of UPM art. 21 for each of its people. Source: §5.
    GroupNotScreened,
    /// Several places at once are not handed over or exchanged.
    PartyStays,
    /// The reader seeks somebody to come instead, and so invites nobody.
    HandingOver,
    /// A group that asked earlier waits until there are enough places for it.
    PartyWaits,
    /// Fewer places are left than are asked for.
    TooFewPlaces {
        /// How many are left.
        left: i64,
    },
    /// No place left.
    Full,
    /// In a swap: the other person cannot take the reader's place by now. Not why: that is theirs.
    OtherCannot,
}

impl Refusal {
    /// The stable name, as in keys of texts and in addresses.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Started => "started",
            Self::NotYetOpen { .. } => "not-yet-open",
            Self::Over => "over",
            Self::NoSuchRole => "no-such-role",
            Self::AlreadyClaimed => "already-claimed",
            Self::NotActive => "not-active",
            Self::NoBirthDate => "no-birth-date",
            Self::TooYoung { .. } => "too-young",
            Self::MinorAtHome => "minor-at-home",
            Self::MinorAtNight { .. } => "minor-at-night",
            Self::MinorTooLong { .. } => "minor-too-long",
            Self::MinorNoRest => "minor-no-rest",
            Self::MinorDay { .. } => "minor-day",
            Self::NotScreened => "not-screened",
            Self::Unqualified { .. } => "unqualified",
            Self::QualificationEnds { .. } => "qualification-ends",
            Self::Overlaps => "overlaps",
            Self::TooClose { .. } => "too-close",
            Self::WeeklyLimit { .. } => "weekly-limit",
            Self::StandingFull => "standing-full",
            Self::AloneOnly => "alone-only",
            Self::GroupNotScreened => "group-not-screened",
            Self::PartyStays => "party-stays",
            Self::HandingOver => "handing-over",
            Self::PartyWaits => "party-waits",
            Self::TooFewPlaces { .. } => "too-few-places",
            Self::Full => "full",
            Self::OtherCannot => "other-cannot",
        }
    }

    /// The number in its sentence, if it has one: years, an hour, or minutes.
    pub const fn number(&self) -> Option<i64> {
        match self {
            Self::TooYoung { min_age } => Some(*min_age),
            Self::MinorAtNight { until_hour } => Some(*until_hour),
            Self::MinorTooLong { max_minutes } | Self::MinorDay { max_minutes } => Some(*max_minutes),
            Self::TooClose { buffer_minutes } => Some(*buffer_minutes),
            Self::WeeklyLimit { limit_minutes } => Some(*limit_minutes),
            Self::TooFewPlaces { left } => Some(*left),
            _ => None,
        }
    }

    /// The moment in its sentence, if it has one.
    pub const fn moment(&self) -> Option<Instant> {
        match self {
            Self::NotYetOpen { opens_at } => Some(*opens_at),
            _ => None,
        }
    }

    /// The qualification in its sentence, if it has one.
    pub const fn qualification(&self) -> Option<&Code> {
        match self {
            Self::Unqualified { needs: what } | Self::QualificationEnds { what, .. } => Some(what),
            _ => None,
        }
    }

    /// The day in its sentence, if it has one.
    pub const fn day(&self) -> Option<Day> {
        match self {
            Self::QualificationEnds { ends_on, .. } => Some(*ends_on),
            _ => None,
        }
    }

    /// One of each, for tests that every refusal has its sentence.
    pub fn examples() -> [Self; 29] {
        [
            Self::Cancelled,
            Self::Started,
            Self::Over,
            Self::NoSuchRole,
            Self::NotYetOpen { opens_at: Instant::from_unix(1_796_626_800) },
            Self::AlreadyClaimed,
            Self::NotActive,
            Self::NoBirthDate,
            Self::TooYoung { min_age: 16 },
            Self::MinorAtHome,
            Self::MinorAtNight { until_hour: 22 },
            Self::MinorTooLong { max_minutes: 120 },
            Self::MinorNoRest,
            Self::MinorDay { max_minutes: 360 },
            Self::NotScreened,
            Self::Unqualified { needs: "driving-b".into() },
            Self::QualificationEnds {
                ends_on: Day(jiff::civil::Date::constant(2026, 11, 30)),
                what: "first-aid".into(),
            },
            Self::Overlaps,
            Self::TooClose { buffer_minutes: 20 },
            Self::WeeklyLimit { limit_minutes: 720 },
            Self::StandingFull,
            Self::AloneOnly,
            Self::GroupNotScreened,
            Self::PartyStays,
            Self::HandingOver,
            Self::PartyWaits,
            Self::TooFewPlaces { left: 2 },
            Self::Full,
            Self::OtherCannot,
        ]
    }
}
