//! May this person take a place in this slot? Every rule that says no, with the facts its sentence needs.

use crate::claim::ClaimState;
use crate::ids::SlotId;
use crate::opportunity::SlotState;
use crate::person::{VolunteerStatus, age_on};
use crate::time::{Day, Instant};
use crate::window::{WorkDone, last_day};
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
            Self::Overlaps => "overlaps",
            Self::TooClose { .. } => "too-close",
            Self::WeeklyLimit { .. } => "weekly-limit",
            Self::StandingFull => "standing-full",
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

    /// One of each, for tests that every refusal has its sentence.
    pub fn examples() -> [Self; 20] {
        [
            Self::Cancelled,
            Self::Started,
            Self::Over,
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
            Self::Overlaps,
            Self::TooClose { buffer_minutes: 20 },
            Self::WeeklyLimit { limit_minutes: 720 },
            Self::StandingFull,
            Self::Full,
            Self::OtherCannot,
        ]
    }
}

/// What the rules look at in a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotFacts {
    /// Which.
    pub id: SlotId,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// From when places can be claimed; `None`: already.
    pub opens_at: Option<Instant>,
    /// A task without an hour: so much work in minutes, whenever it suits between start and end.
    pub work_minutes: Option<i64>,
    /// Whether it takes place.
    pub state: SlotState,
    /// How many people it has room for.
    pub max_places: i64,
    /// How many have a place.
    pub taken: i64,
    /// The youngest age in years.
    pub min_age: i64,
    /// Directed at minors.
    pub minor_directed: bool,
    /// In somebody's home.
    pub at_home: bool,
    /// From afar: no way to travel.
    pub remote: bool,
    /// Where, folded: equal text means the same place.
    pub place: String,
}

/// What the rules look at in a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFacts {
    /// Where they stand.
    pub status: VolunteerStatus,
    /// When they were born, if they told.
    pub birth_on: Option<Day>,
    /// When the art. 21 checks were completed.
    pub screened_on: Option<Day>,
    /// Their own weekly limit in minutes.
    pub weekly_limit_minutes: Option<i64>,
}

/// Another place that the person holds or asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Engagement {
    /// Which slot.
    pub slot_id: SlotId,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// Where, folded.
    pub place: String,
    /// From afar.
    pub remote: bool,
    /// Where the claim stands.
    pub state: ClaimState,
    /// Of a task without an hour: what was done of it so far. It keeps nobody busy at an hour.
    #[serde(default)]
    pub work: Option<Vec<WorkDone>>,
}

/// The centre's numbers. Policy, not law, where domain rules mark them so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Time to get from one place to another, minutes.
    pub travel_minutes: i64,
    /// The most an adult helps in a week unless they chose less, minutes.
    pub weekly_minutes: i64,
    /// The most a minor helps in a week, minutes. Source: N4 (12 h in a school week).
    pub minor_weekly_minutes: i64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { travel_minutes: 20, weekly_minutes: 20 * 60, minor_weekly_minutes: 12 * 60 }
    }
}

pub(crate) const ADULT: i64 = 18;
pub(crate) const MINOR_REST_MINUTES: i64 = 14 * 60;
const UNDER_15_MAX_MINUTES: i64 = 120;

/// Every reason why this person cannot take a place in this slot at `now`; empty when they can.
///
/// Guarantees the order of [`Refusal`]. The same facts give the same answer everywhere: before the tap in the
/// calendar and inside the transaction that writes the claim.
pub fn refusals(
    slot: &SlotFacts,
    person: &PersonFacts,
    others: &[Engagement],
    now: Instant,
    limits: Limits,
) -> Vec<Refusal> {
    let mut found = Vec::new();
    if slot.state == SlotState::Cancelled {
        found.push(Refusal::Cancelled);
    }
    let window = slot.work_minutes.is_some();
    if !window && slot.starts_at <= now {
        found.push(Refusal::Started);
    }
    if window && slot.ends_at <= now {
        found.push(Refusal::Over);
    }
    if let Some(opens_at) = slot.opens_at.filter(|opens_at| *opens_at > now) {
        found.push(Refusal::NotYetOpen { opens_at });
    }
    if others.iter().any(|other| other.slot_id == slot.id && other.state.is_live()) {
        found.push(Refusal::AlreadyClaimed);
    }
    // Who waits for a place has none: it keeps nobody from another, and is asked again when its turn comes.
    let counts = |other: &&Engagement| other.slot_id != slot.id && other.state != ClaimState::Waitlisted;
    let elsewhere: Vec<_> = others.iter().filter(counts).collect();
    found.extend(refused_person(slot, person, &elsewhere, limits));
    if !window {
        found.extend(refused_time(slot, &elsewhere, limits));
    }
    if slot.taken >= slot.max_places {
        found.push(Refusal::Full);
    }
    found.sort();
    found
}

fn refused_person(
    slot: &SlotFacts,
    person: &PersonFacts,
    others: &[&Engagement],
    limits: Limits,
) -> Vec<Refusal> {
    let mut found = Vec::new();
    if !person.status.may_claim() {
        found.push(Refusal::NotActive);
    }
    if slot.minor_directed && person.screened_on.is_none() {
        found.push(Refusal::NotScreened);
    }
    // Of a task without an hour the last day counts.
    let day = if slot.work_minutes.is_some() { last_day(slot.ends_at) } else { slot.starts_at.day().into() };
    let age = person.birth_on.map(|birth| age_on(birth, day));
    match age {
        None => found.push(Refusal::NoBirthDate),
        Some(age) => {
            if age < slot.min_age {
                found.push(Refusal::TooYoung { min_age: slot.min_age });
            }
            if age < ADULT {
                if slot.at_home {
                    found.push(Refusal::MinorAtHome);
                }
                if slot.work_minutes.is_none() {
                    found.extend(refused_minor(slot, age, others));
                }
            }
        }
    }
    let cap =
        if age.is_some_and(|age| age < ADULT) { limits.minor_weekly_minutes } else { limits.weekly_minutes };
    let limit_minutes = person.weekly_limit_minutes.map_or(cap, |own| own.min(cap));
    // Work without an hour counts in the weeks in which it is done.
    let minutes = slot.ends_at.minutes_since(slot.starts_at);
    let week = slot.starts_at.day().into();
    if slot.work_minutes.is_none() && minutes_in_week_of(week, others).saturating_add(minutes) > limit_minutes
    {
        found.push(Refusal::WeeklyLimit { limit_minutes });
    }
    found
}

/// The rules of hours for people under 18. Source: N5.
fn refused_minor(slot: &SlotFacts, age: i64, others: &[&Engagement]) -> Vec<Refusal> {
    let mut found = Vec::new();
    let until_hour = if age < 15 { 20 } else { 22 };
    let (start, end) = (slot.starts_at.civil(), slot.ends_at.civil());
    let minute_of_day = i64::from(end.hour()) * 60 + i64::from(end.minute());
    if start.date() != end.date() || start.hour() < 6 || minute_of_day > until_hour * 60 {
        found.push(Refusal::MinorAtNight { until_hour });
    }
    if age < 15 && slot.ends_at.minutes_since(slot.starts_at) > UNDER_15_MAX_MINUTES {
        found.push(Refusal::MinorTooLong { max_minutes: UNDER_15_MAX_MINUTES });
    }
    let no_rest = others.iter().filter(|other| other.work.is_none()).any(|other| {
        let (first_end, second_start) = if other.starts_at < slot.starts_at {
            (other.ends_at, slot.starts_at)
        } else {
            (slot.ends_at, other.starts_at)
        };
        first_end.day() != second_start.day() && second_start.minutes_since(first_end) < MINOR_REST_MINUTES
    });
    if no_rest {
        found.push(Refusal::MinorNoRest);
    }
    found
}

fn refused_time(slot: &SlotFacts, others: &[&Engagement], limits: Limits) -> Vec<Refusal> {
    let others: Vec<_> = others.iter().filter(|other| other.work.is_none()).collect();
    let overlaps = |other: &&&&Engagement, buffer: i64| {
        other.starts_at < slot.ends_at.plus_minutes(buffer)
            && slot.starts_at < other.ends_at.plus_minutes(buffer)
    };
    if others.iter().any(|other| overlaps(&other, 0)) {
        return vec![Refusal::Overlaps];
    }
    let travels = |other: &Engagement| !slot.remote && !other.remote && other.place != slot.place;
    if others.iter().any(|other| travels(other) && overlaps(&other, limits.travel_minutes)) {
        return vec![Refusal::TooClose { buffer_minutes: limits.travel_minutes }];
    }
    Vec::new()
}

/// Minutes of engagements in the week of a day, Monday to Sunday in Warsaw. Of tasks without an hour only what was done.
pub(crate) fn minutes_in_week_of(day: Day, others: &[&Engagement]) -> i64 {
    let week = day.0.iso_week_date();
    let same_week = |day: Day| {
        let other = day.0.iso_week_date();
        (other.year(), other.week()) == (week.year(), week.week())
    };
    others.iter().map(|other| minutes_on(other, same_week)).fold(0, i64::saturating_add)
}

/// Minutes of an engagement on the days for which `counts` holds; one with hours counts on the day it begins.
pub(crate) fn minutes_on(engagement: &Engagement, counts: impl Fn(Day) -> bool) -> i64 {
    match &engagement.work {
        Some(done) => done.iter().filter(|done| counts(done.on_day)).map(|done| done.minutes).sum(),
        None if counts(engagement.starts_at.day().into()) => {
            engagement.ends_at.minutes_since(engagement.starts_at)
        }
        None => 0,
    }
}
