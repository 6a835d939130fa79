//! What the board knows: everything a plan depends on, read from the database in one consistent picture.

use crate::context::Clock;
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::store::centre;
use crate::store::claims;
use crate::store::claims::ComingClaim;
use crate::store::past::{self, PastHelp};
use crate::store::people::{self, NamedVolunteer, VolunteerRow};
use crate::store::slots::{self, SlotRow};
use crate::store::{matching, offers};
use domain::claim::ClaimState;
use domain::claiming::{Engagement, Limits};
use domain::ids::{ClaimId, OfferId, PersonId, RoleId, SlotId};
use domain::matching::{
    Availability, Lock, Pair, Past, Problem, Refused, Role, Scope, Slot, Valid, Volunteer, WeeklyWindow,
    Weights,
};
use domain::offer::{OfferCause, OfferState};
use domain::person::{DayPart, FreeTime};
use domain::text::{Code, fold};
use domain::time::{Day, Instant};
use std::collections::{BTreeMap, HashMap};

/// Days the board looks ahead.
pub const HORIZON_DAYS: i64 = 42;
/// How far back help counts for reliability and acquaintance, days.
pub(crate) const PAST_DAYS: i64 = 365;
/// Days around the horizon in which places count for weekly limits and a minor's rest.
const AROUND_DAYS: i64 = 8;
/// The only role of a slot without roles of its own.
const HELPER: &str = "helper";
/// Hours before a slot in which it is most urgent, and then still urgent.
const URGENT_HOURS: [i64; 2] = [48, 168];

/// Why a seat is not free for the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// A claim holds it.
    Approved(ClaimId),
    /// A claim holds it whose person has not said that the moved date still suits.
    AskedAgain(ClaimId),
    /// It is kept for somebody from the waiting list, who has not answered.
    Kept(ClaimId),
    /// Somebody was asked and has not answered.
    Offered(OfferId, Instant),
    /// A coordinator keeps it for somebody.
    Locked,
}

impl Seat {
    /// A claim holds one of the slot's places.
    pub const fn is_taken(&self) -> bool {
        matches!(self, Self::Approved(_) | Self::AskedAgain(_) | Self::Kept(_))
    }
}

/// A coming slot with what was decided about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotFacts {
    /// The slot.
    pub row: SlotRow,
    /// The same for the engine.
    pub slot: Slot,
    /// Who has, was asked for or is kept a seat.
    pub seated: BTreeMap<PersonId, Seat>,
    /// Who waits for a decision.
    pub asked: BTreeMap<PersonId, ClaimId>,
    /// The roles of those who have a seat or ask for one; without roles everybody has the first.
    pub roles: BTreeMap<PersonId, u16>,
    /// Who waits for a decision for several places: no candidate of the plan, a coordinator decides.
    pub groups: BTreeMap<PersonId, ClaimId>,
    /// Places that seated people hold for others, by role: of a group, of a friend.
    pub beside: BTreeMap<u16, i64>,
}

impl SlotFacts {
    /// The pair of somebody who has a seat or asks for one.
    pub fn pair(&self, volunteer: PersonId) -> Pair {
        let role = self.roles.get(&volunteer).copied().unwrap_or_default();
        Pair { slot: self.row.id, role, volunteer }
    }

    /// How many have a seat in a role.
    pub fn seated_in(&self, role: u16) -> usize {
        self.seated.keys().filter(|person| self.pair(**person).role == role).count()
    }

    fn notes(&mut self, person: PersonId, role: Option<RoleId>) {
        if let Some(role) = role {
            self.roles.extend(number(&self.row, role).map(|number| (person, number)));
        }
    }

    /// Somebody seated in a role holds so many more places: the plan needs, and finds, so many fewer there.
    fn holds_for_others(&mut self, role: u16, places: i64) {
        *self.beside.entry(role).or_default() += places;
        let places = u32::try_from(places).unwrap_or(u32::MAX);
        if let Some(role) = self.slot.roles.get_mut(usize::from(role)) {
            role.min = role.min.saturating_sub(places);
            role.max = role.max.saturating_sub(places).max(1);
        }
    }

    /// Puts a claim to its slot; whether it is a no.
    fn takes_in(&mut self, claim: &ComingClaim) -> bool {
        if claim.state == ClaimState::Pending || claim.state.holds_place() {
            self.notes(claim.person_id, claim.role_id);
        }
        if claim.state.holds_place() && claim.places > 1 {
            let role = self.pair(claim.person_id).role;
            self.holds_for_others(role, claim.places - 1);
        }
        let seat = match claim.state {
            ClaimState::Refused | ClaimState::Withdrawn => return true,
            // Who waits for a place has their turn in the list, and may be asked like anybody else.
            ClaimState::Cancelled | ClaimState::Waitlisted => return false,
            ClaimState::Pending => {
                let asked = if claim.places > 1 { &mut self.groups } else { &mut self.asked };
                asked.insert(claim.person_id, claim.id);
                return false;
            }
            ClaimState::Offered => Seat::Kept(claim.id),
            ClaimState::Approved if claim.asked_again_at.is_some() => Seat::AskedAgain(claim.id),
            ClaimState::Approved | ClaimState::Attended | ClaimState::NoShow => Seat::Approved(claim.id),
        };
        self.seated.insert(claim.person_id, seat);
        false
    }

    /// Places of a role that seated people hold for others.
    pub fn beside_in(&self, role: u16) -> i64 {
        self.beside.get(&role).copied().unwrap_or_default()
    }
}

/// Which of its roles that is for the engine.
pub(crate) fn number(row: &SlotRow, role: RoleId) -> Option<u16> {
    let at = row.roles.iter().position(|places| places.role_id == role)?;
    u16::try_from(at).ok()
}

/// Somebody who may help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFacts {
    /// Their name.
    pub name: String,
    /// What the engine looks at.
    pub volunteer: Volunteer,
    /// Times they came in the last year.
    pub came: i64,
    /// Times they did not.
    pub missed: i64,
}

type Slots = BTreeMap<SlotId, SlotFacts>;

/// Everything a plan depends on.
#[derive(Clone, Debug)]
pub struct Facts {
    /// When it was read.
    pub now: Instant,
    /// Open slots of the horizon that have not begun.
    pub slots: BTreeMap<SlotId, SlotFacts>,
    /// Everybody who may help.
    pub people: BTreeMap<PersonId, PersonFacts>,
    /// Every no that holds.
    pub refused: Vec<Refused>,
    /// What counts how much.
    pub weights: Weights,
    /// The centre's numbers.
    pub limits: Limits,
}

impl Facts {
    /// Reads everything.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(db: &Db, clock: Clock) -> Result<Self> {
        let now = clock.now();
        let mut tx = db.read().await?;
        let rows = slots::open_between(&mut tx, now, now.plus_days(HORIZON_DAYS)).await?;
        let about = |row: SlotRow| {
            let slot = slot(&row, now);
            let (seated, asked, groups) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
            let (roles, beside) = (BTreeMap::new(), BTreeMap::new());
            (row.id, SlotFacts { row, slot, seated, asked, roles, groups, beside })
        };
        let mut slots: Slots = rows.into_iter().map(about).collect();
        let refused = decisions(&mut tx, now, &mut slots).await?;
        let people = everybody(&mut tx, now, &slots).await?;
        let weights = matching::weights(&mut tx).await?.map(|row| row.weights.0).unwrap_or_default();
        let limits = centre::rules(&mut tx).await?.limits;
        Ok(Self { now, slots, people, refused, weights, limits })
    }

    /// The problem for the engine, with what was shown last.
    pub fn problem(&self, shown: impl IntoIterator<Item = Pair>) -> Problem {
        let fixed = self.slots.values().flat_map(|slot| {
            let known = slot.seated.keys().filter(|person| self.people.contains_key(person));
            known.map(move |&person| Lock::Fixed(slot.pair(person)))
        });
        let asked = self.slots.values().flat_map(|slot| slot.asked.keys().map(|&person| slot.pair(person)));
        let mut published: Vec<Pair> = shown.into_iter().chain(asked).collect();
        published.sort_unstable();
        published.dedup();
        Problem {
            now: self.now,
            volunteers: self.people.values().map(|person| person.volunteer.clone()).collect(),
            slots: self.slots.values().map(|slot| slot.slot.clone()).collect(),
            locks: fixed.chain(self.refused.iter().copied().map(Lock::Refused)).collect(),
            published,
            weights: self.weights,
            limits: self.limits,
        }
    }

    /// Somebody's name; empty for somebody unknown.
    pub fn name(&self, id: PersonId) -> &str {
        self.people.get(&id).map_or("", |person| person.name.as_str())
    }
}

/// Puts locks, offers and claims to their slots; every no that holds, sorted.
async fn decisions(tx: &mut Tx, now: Instant, slots: &mut Slots) -> Result<Vec<Refused>> {
    let mut refused = Vec::new();
    let no = |volunteer, slot| Refused { volunteer, scope: Scope::Slot(slot), until: None };
    for lock in matching::locks(tx, now).await? {
        if let Some(slot) = slots.get_mut(&lock.slot_id) {
            slot.seated.insert(lock.person_id, Seat::Locked);
            slot.notes(lock.person_id, lock.role_id);
        }
    }
    for offer in offers::coming(tx, now).await? {
        let Some(slot) = slots.get_mut(&offer.slot_id) else { continue };
        match offer.state {
            // Others ask about a place that somebody holds: no seat more, and only a no counts.
            _ if offer.cause != OfferCause::Coordinator && offer.state != OfferState::Declined => {}
            OfferState::Open if offer.expires_at > now => {
                slot.seated.insert(offer.person_id, Seat::Offered(offer.id, offer.expires_at));
                slot.notes(offer.person_id, offer.role_id);
            }
            OfferState::Open | OfferState::Declined | OfferState::Expired => {
                refused.push(no(offer.person_id, offer.slot_id));
            }
            OfferState::Accepted | OfferState::Agreed | OfferState::TakenBack => {}
        }
    }
    for claim in claims::coming(tx, now, now.plus_days(HORIZON_DAYS)).await? {
        let Some(slot) = slots.get_mut(&claim.slot_id) else { continue };
        if slot.takes_in(&claim) {
            refused.push(no(claim.person_id, claim.slot_id));
        }
    }
    for row in matching::exclusions(tx, now).await? {
        let slot = row.slot_id.map(Scope::Slot);
        let scope = slot
            .or(row.opportunity_id.map(Scope::Opportunity))
            .or(row.organisation_id.map(Scope::Organisation));
        refused.extend(scope.map(|scope| Refused { volunteer: row.person_id, scope, until: row.until }));
    }
    // Who came back after a no is in; what was said twice counts once.
    refused.retain(|no| !matches!(no.scope, Scope::Slot(id) if is_in(slots, id, no.volunteer)));
    refused.sort_unstable();
    refused.dedup();
    Ok(refused)
}

/// Everybody who may help, with the places they hold beyond these slots and what they did before.
async fn everybody(tx: &mut Tx, now: Instant, slots: &Slots) -> Result<BTreeMap<PersonId, PersonFacts>> {
    let mut elsewhere: HashMap<PersonId, Vec<Engagement>> = HashMap::new();
    let (from, to) = (now.plus_days(-AROUND_DAYS), now.plus_days(HORIZON_DAYS + AROUND_DAYS));
    for (person, engagement) in claims::all_engagements(tx, from, to).await? {
        let waits = matches!(engagement.state, ClaimState::Pending | ClaimState::Waitlisted);
        if !slots.contains_key(&engagement.slot_id) && !waits {
            elsewhere.entry(person).or_default().push(engagement);
        }
    }
    let mut past: HashMap<PersonId, Vec<PastHelp>> = HashMap::new();
    for help in past::past_help(tx, now.plus_days(-PAST_DAYS)).await? {
        past.entry(help.person_id).or_default().push(help);
    }
    let facts = |person: NamedVolunteer| {
        let id = person.volunteer.person_id;
        let help = past.remove(&id).unwrap_or_default();
        let facts = PersonFacts {
            came: help.iter().map(|help| help.came).sum(),
            missed: help.iter().map(|help| help.missed).sum(),
            name: person.name.clone(),
            volunteer: volunteer(person.volunteer, now, elsewhere.remove(&id).unwrap_or_default(), &help),
        };
        (id, facts)
    };
    Ok(people::volunteers(tx).await?.into_iter().map(facts).collect())
}

fn is_in(slots: &Slots, slot: SlotId, person: PersonId) -> bool {
    slots.get(&slot).is_some_and(|slot| slot.seated.contains_key(&person) || slot.asked.contains_key(&person))
}

/// A volunteer as the engine looks at them, with the places they hold elsewhere and where they were before.
pub(crate) fn volunteer(
    row: VolunteerRow,
    now: Instant,
    engagements: Vec<Engagement>,
    past: &[PastHelp],
) -> Volunteer {
    // What begins to hold later is not counted on: it can be recorded again when it does.
    let today = Day(now.day());
    let held = row.qualifications.0.into_iter().filter(|held| held.from <= today);
    let preferences = row.preferences.0;
    let said = |words: Vec<String>| words.into_iter().map(|word| Code(fold(&word)));
    let (came, missed) =
        past.iter().fold((0, 0), |(came, missed), help| (came + help.came, missed + help.missed));
    Volunteer {
        id: row.person_id,
        status: row.status,
        birth_on: row.birth_on,
        screened_on: row.screened_on,
        sex: None,
        requirements: held.map(|held| Valid { code: held.code, until: held.until }).collect(),
        skills: said(preferences.skills).map(|code| Valid { code, until: None }).collect(),
        languages: said(preferences.languages).collect(),
        kinds: preferences.kinds,
        availability: Availability {
            weekly: preferences.free.into_iter().map(window).collect(),
            ..Availability::default()
        },
        home: None,
        district: row.district_id,
        radius_m: None,
        weekly_limit_minutes: row.weekly_limit_minutes,
        engagements,
        past: past
            .iter()
            .filter(|help| help.came > 0)
            .map(|help| Past { opportunity_id: help.opportunity_id, organisation_id: help.organisation_id })
            .collect(),
        blocked: Vec::new(),
        reliability_percent: reliability(came, missed),
    }
}

/// Percent of the times they came, with two more to begin with; 80 while nothing is known.
fn reliability(came: i64, missed: i64) -> u8 {
    let percent = (came + 2) * 100 / (came + missed + 2).max(1);
    u8::try_from(if came + missed == 0 { 80 } else { percent }).unwrap_or(100).min(100)
}

/// A part of a day in minutes of the week.
fn window(free: FreeTime) -> WeeklyWindow {
    let (from, until) = match free.part {
        DayPart::Morning => (0, 12 * 60),
        DayPart::Afternoon => (12 * 60, 17 * 60),
        DayPart::Evening => (17 * 60, 24 * 60),
    };
    let day = u16::from(free.weekday.clamp(1, 7).unsigned_abs() - 1) * 24 * 60;
    WeeklyWindow { from_minute: day + from, until_minute: day + until }
}

/// A slot as the engine looks at it, with its roles; one without has the one that everybody takes.
pub(crate) fn slot(row: &SlotRow, now: Instant) -> Slot {
    let facts = row.facts();
    Slot {
        id: row.id,
        opportunity_id: row.opportunity_id,
        organisation_id: row.organisation_id,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        state: facts.state,
        kind: row.kind_code.clone(),
        min_age: row.min_age,
        minor_directed: row.minor_directed,
        at_home: row.at_home,
        remote: row.remote,
        place: facts.place,
        point: None,
        district: row.district_id,
        urgency: urgency(row, now),
        useless_below_min: false,
        // In somebody's home a known face matters.
        series: row.at_home.then_some(row.opportunity_id),
        roles: roles(row),
    }
}

fn roles(row: &SlotRow) -> Vec<Role> {
    let count = |places: i64| u32::try_from(places).unwrap_or_default();
    let one = |code: Code, (min, max): (i64, i64), part: Option<RoleId>| {
        let facts = row.facts_in(part).unwrap_or_else(|| row.facts());
        Role {
            code,
            min: count(min),
            max: count(max),
            min_age: facts.min_age,
            requirements: facts.requires,
            skills: Vec::new(),
            languages: Vec::new(),
            sex: None,
            nice_skills: Vec::new(),
            nice_languages: Vec::new(),
            nice_sex: None,
        }
    };
    if !row.with_roles {
        return vec![one(HELPER.into(), (row.min_places, row.max_places), None)];
    }
    let own = row.roles.iter().map(|places| {
        let code = Code(places.role_id.to_string());
        one(code, (places.min_places, places.max_places), Some(places.role_id))
    });
    own.collect()
}

/// The sooner, the more urgent: later there is time to find somebody.
fn urgency(row: &SlotRow, now: Instant) -> u8 {
    let hours = row.starts_at.minutes_since(now) / 60;
    match URGENT_HOURS.iter().position(|&limit| hours < limit) {
        Some(0) => 3,
        Some(_) => 2,
        None => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reliability_begins_high_and_follows_what_happened() {
        assert_eq!(
            (reliability(0, 0), reliability(10, 0), reliability(0, 2), reliability(6, 2)),
            (80, 100, 50, 80)
        );
    }

    #[test]
    fn parts_of_days_are_minutes_of_the_week() {
        let window = window(FreeTime { weekday: 2, part: DayPart::Evening });
        assert_eq!((window.from_minute, window.until_minute), (2_460, 2_880));
    }
}
