//! May this person take a place in this slot? Every rule that says no, with the facts its sentence needs.

use crate::claim::ClaimState;
use crate::ids::SlotId;
use crate::opportunity::SlotState;
use crate::person::{VolunteerStatus, age_on};
use crate::qualification::{Held, missing};
pub use crate::refusal::Refusal;
use crate::text::Code;
use crate::time::{Day, Instant};
use crate::window::{WorkDone, last_day};
use serde::{Deserialize, Serialize};

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
    /// The qualifications that are needed on its day.
    pub requires: Vec<Code>,
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
    /// What they can show.
    pub qualifications: Vec<Held>,
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
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
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

/// The first rule that keeps somebody on a group's list from coming, of those that hold for each name: the youngest age,
/// and what minors may do. A group is not screened; what its people can show is for the coordinator who decides about it.
/// Source: N2, N4, N5, N6, §5.
pub fn guest_refusal(slot: &SlotFacts, birth_on: Day) -> Option<Refusal> {
    let guest = PersonFacts {
        status: VolunteerStatus::Active,
        birth_on: Some(birth_on),
        screened_on: None,
        weekly_limit_minutes: None,
        qualifications: Vec::new(),
    };
    let slot = SlotFacts { requires: Vec::new(), ..slot.clone() };
    refused_person(&slot, &guest, &[], Limits::default()).into_iter().min()
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
    found.extend(missing(&slot.requires, &person.qualifications, day));
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
