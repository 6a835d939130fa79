//! The people as columns, so that one role of one slot is compared with everybody at once.
//!
//! A rule is a pass over a column that sets a bit; the passes together give the same mask as
//! [`super::rules::failures`], which a test asserts. The facts behind a bit are asked for only when shown.

use super::availability::WeeklyWindow;
use super::instance::index;
use super::problem::{Problem, Refused, Sex, Slot, Valid};
use super::rules::{Mask, Rule};
use crate::claim::ClaimState;
use crate::claiming::Engagement;
use crate::ids::{OpportunityId, OrganisationId, PersonId, SlotId};
use crate::text::Code;
use crate::time::Day;
use std::collections::HashMap;

/// What a code may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum About {
    Requirement,
    Skill,
    Language,
    Kind,
}

/// Columns, one entry per volunteer.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub(super) ids: Vec<PersonId>,
    pub(super) by_id: HashMap<PersonId, u32>,
    /// Rules that fail whatever the slot.
    pub(super) always: Vec<u32>,
    /// Birth days as `year × 512 + month × 32 + day`; 0 if not known.
    pub(super) birth: Vec<i32>,
    pub(super) screened: Vec<bool>,
    pub(super) sex: Vec<Option<Sex>>,
    pub(super) homes: Vec<[i32; 2]>,
    /// Metres; negative if any distance will do or the home is not known.
    pub(super) radius_m: Vec<i64>,
    pub(super) has_home: Vec<bool>,
    pub(super) district: Vec<Option<crate::ids::DistrictId>>,
    pub(super) reliability: Vec<u8>,
    /// The last day on which a code holds, in the same form as birth days.
    pub(super) codes: HashMap<(About, Code), Vec<i32>>,
    pub(super) windows: Vec<WeeklyWindow>,
    pub(super) windows_from: Vec<u32>,
    /// Nothing said about the week: free at any time.
    pub(super) any_time: Vec<bool>,
    /// Looked at one by one: who has exceptions, pauses, or places elsewhere.
    pub(super) excepted: Vec<u32>,
    pub(super) pausing: Vec<u32>,
    pub(super) engagements: HashMap<u32, Vec<Engagement>>,
    pub(super) limit_minutes: Vec<i64>,
    pub(super) minor_limit_minutes: Vec<i64>,
    pub(super) blocked: HashMap<OrganisationId, Vec<u32>>,
    pub(super) refused: Vec<(u32, Refused)>,
    pub(super) past_opportunity: HashMap<OpportunityId, Vec<u32>>,
    pub(super) past_organisation: HashMap<OrganisationId, Vec<u32>>,
}

pub(super) const NEVER: i32 = i32::MIN;
const ALWAYS: i32 = i32::MAX;

/// A day that orders like the calendar and in which years are 512 apart.
pub(super) fn day_key(day: Day) -> i32 {
    i32::from(day.0.year()) * 512 + i32::from(day.0.month()) * 32 + i32::from(day.0.day())
}

impl Table {
    /// Builds the columns.
    pub fn new(problem: &Problem) -> Self {
        Self::for_slots(problem, &problem.slots)
    }

    /// The columns of a problem's people for these slots.
    pub(super) fn for_slots(problem: &Problem, slots: &[Slot]) -> Self {
        let mut table = Self::default();
        for (at, volunteer) in (0u32..).zip(&problem.volunteers) {
            table.ids.push(volunteer.id);
            table.by_id.entry(volunteer.id).or_insert(at);
        }
        table.add_codes(problem, slots);
        for at in 0..table.ids.len() {
            table.push_person(problem, index(at));
        }
        table.windows_from.push(index(table.windows.len()));
        for refused in problem.refused() {
            if let Some(&at) = table.by_id.get(&refused.volunteer) {
                table.refused.push((at, *refused));
            }
        }
        table.add_engagements(problem);
        table
    }

    fn push_person(&mut self, problem: &Problem, at: u32) {
        let volunteer = &problem.volunteers[at as usize];
        let mut always = Mask::default();
        if !volunteer.status.may_claim() {
            always.0 |= Rule::NotActive.mask().0;
        }
        if volunteer.birth_on.is_none() {
            always.0 |= Rule::NoBirthDate.mask().0;
        }
        self.always.push(always.0);
        self.birth.push(volunteer.birth_on.map_or(0, day_key));
        self.screened.push(volunteer.screened_on.is_some());
        self.sex.push(volunteer.sex);
        self.homes.push(volunteer.home.map_or([0; 2], |home| [home.east_m, home.north_m]));
        self.has_home.push(volunteer.home.is_some());
        self.radius_m.push(volunteer.home.and(volunteer.radius_m).map_or(i64::MAX, |radius| radius.max(-1)));
        self.district.push(volunteer.district);
        self.reliability.push(volunteer.reliability_percent.min(100));
        self.windows_from.push(index(self.windows.len()));
        self.windows.extend(volunteer.availability.merged());
        self.any_time.push(volunteer.availability.weekly.is_empty());
        if !volunteer.availability.exceptions.is_empty() {
            self.excepted.push(at);
        }
        if !volunteer.availability.pauses.is_empty() {
            self.pausing.push(at);
        }
        let own = volunteer.weekly_limit_minutes.unwrap_or(i64::MAX);
        self.limit_minutes.push(own.min(problem.limits.weekly_minutes));
        self.minor_limit_minutes.push(own.min(problem.limits.minor_weekly_minutes));
        for organisation in &volunteer.blocked {
            self.blocked.entry(*organisation).or_default().push(at);
        }
        for past in &volunteer.past {
            self.past_opportunity.entry(past.opportunity_id).or_default().push(at);
            self.past_organisation.entry(past.organisation_id).or_default().push(at);
        }
    }

    /// A column for every code that a slot mentions.
    fn add_codes(&mut self, problem: &Problem, slots: &[Slot]) {
        let empty = vec![NEVER; problem.volunteers.len()];
        let mut wanted = |about: About, codes: &[Code]| {
            for code in codes {
                self.codes.entry((about, code.clone())).or_insert_with(|| empty.clone());
            }
        };
        for slot in slots {
            wanted(About::Kind, std::slice::from_ref(&slot.kind));
            for role in &slot.roles {
                wanted(About::Requirement, &role.requirements);
                wanted(About::Skill, &role.skills);
                wanted(About::Skill, &role.nice_skills);
                wanted(About::Language, &role.languages);
                wanted(About::Language, &role.nice_languages);
            }
        }
        for (at, volunteer) in problem.volunteers.iter().enumerate() {
            let mut has = |about: About, code: &Code, until: i32| {
                if let Some(column) = self.codes.get_mut(&(about, code.clone())) {
                    column[at] = column[at].max(until);
                }
            };
            let until = |valid: &Valid| valid.until.map_or(ALWAYS, day_key);
            volunteer
                .requirements
                .iter()
                .for_each(|valid| has(About::Requirement, &valid.code, until(valid)));
            volunteer.skills.iter().for_each(|valid| has(About::Skill, &valid.code, until(valid)));
            volunteer.languages.iter().for_each(|code| has(About::Language, code, ALWAYS));
            volunteer.kinds.iter().for_each(|code| has(About::Kind, code, ALWAYS));
        }
    }

    /// Places outside the problem's slots.
    fn add_engagements(&mut self, problem: &Problem) {
        for (at, volunteer) in (0u32..).zip(&problem.volunteers) {
            if !volunteer.engagements.is_empty() {
                self.engagements.insert(at, volunteer.engagements.clone());
            }
        }
    }

    /// Adds approved places in the problem's own slots: without them the table says what is possible at all, with
    /// them what is possible beside what was approved.
    pub(super) fn with_approved(mut self, problem: &Problem) -> Self {
        let slots: HashMap<SlotId, &Slot> = problem.slots.iter().map(|slot| (slot.id, slot)).collect();
        for pair in problem.fixed() {
            if let (Some(&at), Some(slot)) = (self.by_id.get(&pair.volunteer), slots.get(&pair.slot)) {
                self.engagements.entry(at).or_default().push(engagement(slot));
            }
        }
        self
    }

    pub(super) fn add_engagement(&mut self, person: u32, slot: &Slot) {
        self.engagements.entry(person).or_default().push(engagement(slot));
    }

    pub(super) fn drop_engagement(&mut self, person: u32, slot: SlotId) {
        if let Some(places) = self.engagements.get_mut(&person) {
            places.retain(|place| place.slot_id != slot);
        }
    }

    pub(super) fn forget_slot(&mut self, slot: SlotId) {
        self.engagements.values_mut().for_each(|places| places.retain(|place| place.slot_id != slot));
    }

    pub(super) fn add_refused(&mut self, person: u32, refused: Refused) {
        self.refused.push((person, refused));
    }

    /// Every code that a slot mentions has its column.
    pub(super) fn knows_codes(&self, slot: &Slot) -> bool {
        let known = |about: About, codes: &[Code]| {
            codes.iter().all(|code| self.codes.contains_key(&(about, code.clone())))
        };
        known(About::Kind, std::slice::from_ref(&slot.kind))
            && slot.roles.iter().all(|role| {
                known(About::Requirement, &role.requirements)
                    && known(About::Skill, &role.skills)
                    && known(About::Skill, &role.nice_skills)
                    && known(About::Language, &role.languages)
                    && known(About::Language, &role.nice_languages)
            })
    }

    /// The volunteer's places elsewhere, approved ones included.
    pub fn engagements(&self, volunteer: u32) -> &[Engagement] {
        self.engagements.get(&volunteer).map_or(&[], Vec::as_slice)
    }
}

/// An approved place in a slot as one of somebody's engagements.
pub(super) fn engagement(slot: &Slot) -> Engagement {
    Engagement {
        slot_id: slot.id,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        place: slot.place.clone(),
        remote: slot.remote,
        state: ClaimState::Approved,
        work: None,
    }
}
