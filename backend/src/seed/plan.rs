//! A town in memory: what will be written, and the rules it has to keep while it grows.

use super::dice::Dice;
use super::posting::Posting;
use super::roles::Dates;
use super::taking_part::TakingPart;
use super::{DemoReport, Result, SeedError};
use crate::store::centre::{District, Organisation};
use crate::store::claims::ClaimRow;
use crate::store::invitations::InvitationRow;
use crate::store::offers::OfferRow;
use crate::store::opportunities::OpportunityRow;
use crate::store::parties::{GuestRow, PartyRow};
use crate::store::people::{PersonRow, VolunteerRow};
use crate::store::places::SeekingRow;
use crate::store::series::SeriesRow;
use domain::actor::Grant;
use domain::claim::ClaimState;
use domain::claiming::{Engagement, Limits, PersonFacts, SlotFacts, refusals};
use domain::ids::{ClaimId, DistrictId, OpportunityId, PersonId, SeriesId};
use domain::kind::Kind;
use domain::opportunity::{ClaimRule, OpportunityState, SlotState};
use domain::person::{VolunteerStatus, age_on};
use domain::text::Code;
use domain::time::{Day, Instant};

/// Engagements further away than this have nothing to do with a slot: a week's limit is the widest rule.
const NEAR_DAYS: i64 = 8;

/// What the town is built on.
pub(super) struct Ground {
    pub now: Instant,
    pub kinds: Vec<Kind>,
    pub districts: Vec<District>,
}

impl Ground {
    pub fn today(&self) -> Day {
        self.now.day().into()
    }

    pub fn kind(&self, code: &Code) -> Result<&Kind> {
        self.kinds
            .iter()
            .find(|kind| kind.code == *code)
            .ok_or_else(|| SeedError::Data(format!("no kind {code}")))
    }

    pub fn district(&self, name: &str) -> Result<DistrictId> {
        let found = self.districts.iter().find(|district| district.name == name);
        found.map(|district| district.id).ok_or_else(|| SeedError::Data(format!("no district {name}")))
    }
}

/// A person to be.
pub(super) struct PlannedPerson {
    pub row: PersonRow,
    pub grant: Grant,
    pub volunteer: Option<VolunteerRow>,
    /// Somebody to sign in as; chance gives them nothing to do.
    pub persona: bool,
    pub engagements: Vec<Engagement>,
}

impl PlannedPerson {
    /// What the rules look at; in the past everybody with a history was active.
    fn facts(&self, past: bool) -> Option<PersonFacts> {
        let facts = self.volunteer.as_ref()?.facts();
        Some(if past { PersonFacts { status: VolunteerStatus::Active, ..facts } } else { facts })
    }
}

/// A slot to be.
pub(super) struct PlannedSlot {
    pub opportunity: usize,
    pub opportunity_id: OpportunityId,
    pub min_places: i64,
    pub facts: SlotFacts,
    /// It is one of those that repeat: on which day.
    pub day: Option<Day>,
    /// Of which series, once that is known.
    pub series: Option<SeriesId>,
}

/// Confirmed minutes.
#[derive(Clone, Copy)]
pub(super) struct HoursRow {
    pub claim_id: ClaimId,
    pub person_id: PersonId,
    pub minutes: i64,
    pub confirmed_by: PersonId,
    pub confirmed_at: Instant,
}

/// The whole town.
pub(super) struct Plan {
    pub now: Instant,
    pub dice: Dice,
    pub organisations: Vec<Organisation>,
    pub people: Vec<PlannedPerson>,
    pub opportunities: Vec<OpportunityRow>,
    pub series: Vec<SeriesRow>,
    pub slots: Vec<PlannedSlot>,
    pub claims: Vec<ClaimRow>,
    pub hours: Vec<HoursRow>,
    pub offers: Vec<OfferRow>,
    pub taking_part: TakingPart,
    pub posting: Posting,
    pub seeking: Vec<SeekingRow>,
    pub roles: Dates,
    pub invitations: Vec<InvitationRow>,
    pub parties: Vec<(PartyRow, Vec<GuestRow>)>,
}

impl Plan {
    pub fn new(now: Instant, dice: Dice) -> Self {
        let (organisations, people, opportunities) = (Vec::new(), Vec::new(), Vec::new());
        let (series, slots, claims, hours) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self {
            now,
            dice,
            organisations,
            people,
            opportunities,
            series,
            slots,
            claims,
            hours,
            offers: Vec::new(),
            seeking: Vec::new(),
            roles: Dates::new(),
            invitations: Vec::new(),
            parties: Vec::new(),
            taking_part: TakingPart::default(),
            posting: Posting::default(),
        }
    }

    pub const fn report(&self) -> DemoReport {
        DemoReport {
            fresh: true,
            organisations: self.organisations.len(),
            people: self.people.len(),
            opportunities: self.opportunities.len(),
            slots: self.slots.len(),
            claims: self.claims.len(),
        }
    }

    /// The person with this address.
    pub fn person(&self, email: &str) -> Result<usize> {
        let found = self.people.iter().position(|person| person.row.email == email);
        found.ok_or_else(|| SeedError::Data(format!("no person {email}")))
    }

    /// Adds a date of an opportunity.
    pub fn add_slot(
        &mut self,
        kind: &Kind,
        opportunity: usize,
        starts_at: Instant,
        minutes: i64,
        places: (i64, i64),
    ) {
        let offer = &self.opportunities[opportunity];
        let cancelled = offer.state == OpportunityState::Cancelled;
        let facts = SlotFacts {
            requires: Vec::new(),
            id: self.dice.id(offer.created_at),
            starts_at,
            ends_at: starts_at.plus_minutes(minutes),
            opens_at: None,
            work_minutes: None,
            state: if cancelled { SlotState::Cancelled } else { SlotState::Open },
            max_places: places.1,
            taken: 0,
            min_age: offer.min_age,
            minor_directed: kind.minor_directed,
            at_home: kind.at_home,
            remote: offer.remote,
            place: offer.place_folded.clone(),
        };
        let (opportunity_id, min_places) = (offer.id, places.0);
        let (day, series) = (None, None);
        self.slots.push(PlannedSlot { opportunity, opportunity_id, min_places, facts, day, series });
    }

    /// How a claim on the slot becomes a place; `None` when the public does not see it.
    pub fn rule(&self, slot: usize) -> Option<ClaimRule> {
        let offer = &self.opportunities[self.slots[slot].opportunity];
        (offer.state == OpportunityState::Published).then_some(offer.claim_rule)
    }

    /// An adult today.
    pub fn is_adult(&self, person: usize) -> bool {
        let birth_on = self.people[person].volunteer.as_ref().and_then(|row| row.birth_on);
        birth_on.is_some_and(|birth_on| age_on(birth_on, Day(self.now.day())) >= 18)
    }

    /// Every rule lets this person claim the slot at `at`.
    pub fn may(&self, slot: usize, person: usize, at: Instant) -> bool {
        let slot = &self.slots[slot].facts;
        let person = &self.people[person];
        let Some(facts) = person.facts(slot.starts_at <= self.now) else { return false };
        let far = NEAR_DAYS * 86_400;
        let near = |other: &&Engagement| (other.starts_at.unix() - slot.starts_at.unix()).abs() <= far;
        let near: Vec<Engagement> = person.engagements.iter().filter(near).cloned().collect();
        near.iter().all(|other| other.slot_id != slot.id)
            && refusals(slot, &facts, &near, at, Limits::default()).is_empty()
    }

    /// Writes a claim down; if it is alive, the person is busy then and, if it holds a place, the place is taken.
    pub fn add_claim(&mut self, slot: usize, person: usize, claim: ClaimRow) {
        let facts = &mut self.slots[slot].facts;
        if claim.state.holds_place() {
            facts.taken += claim.places;
        }
        if claim.state.holds_place() || claim.state.is_live() {
            self.people[person].engagements.push(Engagement {
                slot_id: facts.id,
                starts_at: facts.starts_at,
                ends_at: facts.ends_at,
                place: facts.place.clone(),
                remote: facts.remote,
                state: claim.state,
                work: facts.work_minutes.map(|_| Vec::new()),
            });
        }
        self.claims.push(claim);
    }

    /// A claim on the slot made at `created_at`.
    pub fn new_claim(
        &mut self,
        slot: usize,
        person: usize,
        state: ClaimState,
        created_at: Instant,
    ) -> ClaimRow {
        let (slot, person) = (self.slots[slot].facts.id, self.people[person].row.id);
        ClaimRow::new(self.dice.id(created_at), slot, person, state, created_at)
    }
}
