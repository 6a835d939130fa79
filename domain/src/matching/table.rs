//! The people as columns, so that one role of one slot is compared with everybody at once.
//!
//! A rule is a pass over a column that sets a bit; the passes together give the same mask as
//! [`super::rules::failures`], which a test asserts. The facts behind a bit are asked for only when shown.

use super::availability::{Span, WEEK, WeeklyWindow};
use super::instance::index;
use super::problem::{Problem, Refused, Role, Sex, Slot, Valid};
use super::rules::{Mask, Rule, person_facts, slot_facts};
use super::score::{Weights, near_points, share};
use crate::claim::ClaimState;
use crate::claiming::{Engagement, Refusal, refusals};
use crate::ids::{OpportunityId, OrganisationId, PersonId, SlotId};
use crate::opportunity::SlotState;
use crate::text::Code;
use crate::time::Day;
use std::collections::HashMap;

/// What a code may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum About {
    Requirement,
    Skill,
    Language,
    Kind,
}

/// Columns, one entry per volunteer.
#[derive(Clone, Debug, Default)]
pub struct Table {
    ids: Vec<PersonId>,
    pub(super) by_id: HashMap<PersonId, u32>,
    /// Rules that fail whatever the slot.
    always: Vec<u32>,
    /// Birth days as `year × 512 + month × 32 + day`; 0 if not known.
    birth: Vec<i32>,
    screened: Vec<bool>,
    sex: Vec<Option<Sex>>,
    homes: Vec<[i32; 2]>,
    /// Metres; negative if any distance will do or the home is not known.
    radius_m: Vec<i64>,
    has_home: Vec<bool>,
    district: Vec<Option<crate::ids::DistrictId>>,
    reliability: Vec<u8>,
    /// The last day on which a code holds, in the same form as birth days.
    codes: HashMap<(About, Code), Vec<i32>>,
    windows: Vec<WeeklyWindow>,
    windows_from: Vec<u32>,
    /// Nothing said about the week: free at any time.
    any_time: Vec<bool>,
    /// Looked at one by one: who has exceptions, pauses, or places elsewhere.
    excepted: Vec<u32>,
    pausing: Vec<u32>,
    engagements: HashMap<u32, Vec<Engagement>>,
    limit_minutes: Vec<i64>,
    minor_limit_minutes: Vec<i64>,
    blocked: HashMap<OrganisationId, Vec<u32>>,
    refused: Vec<(u32, Refused)>,
    past_opportunity: HashMap<OpportunityId, Vec<u32>>,
    past_organisation: HashMap<OrganisationId, Vec<u32>>,
}

const NEVER: i32 = i32::MIN;
const ALWAYS: i32 = i32::MAX;

/// A day that orders like the calendar and in which years are 512 apart.
fn day_key(day: Day) -> i32 {
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
            volunteer.requirements.iter().for_each(|valid| has(About::Requirement, &valid.code, until(valid)));
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

    /// The failed rules of everybody for a role of a slot.
    pub fn masks(&self, problem: &Problem, slot: &Slot, role: &Role) -> Vec<Mask> {
        let day = day_key(slot.starts_at.day().into());
        let mut masks: Vec<Mask> = self.always.iter().copied().map(Mask).collect();
        self.mask_slot(problem, slot, &mut masks);
        self.mask_age(slot, day, &mut masks);
        for (about, rule, codes) in [
            (About::Requirement, Rule::Requirement, &role.requirements),
            (About::Skill, Rule::Skill, &role.skills),
            (About::Language, Rule::Language, &role.languages),
        ] {
            for code in codes {
                match self.codes.get(&(about, code.clone())) {
                    Some(column) => set(&mut masks, rule, column, |until| *until < day),
                    None => masks.iter_mut().for_each(|mask| mask.0 |= rule.mask().0),
                }
            }
        }
        if slot.minor_directed {
            set(&mut masks, Rule::NotScreened, &self.screened, |screened| !screened);
        }
        if let Some(sex) = role.sex {
            set(&mut masks, Rule::Sex, &self.sex, |own| *own != Some(sex));
        }
        if let (false, Some(point)) = (slot.remote, slot.point) {
            for (mask, (home, radius)) in masks.iter_mut().zip(self.homes.iter().zip(&self.radius_m)) {
                let far = *radius != i64::MAX && !within(*home, [point.east_m, point.north_m], *radius);
                mask.0 |= u32::from(far) << Rule::TooFar as u32;
            }
        }
        self.mask_time(problem, slot, &mut masks);
        self.mask_places(problem, slot, day, &mut masks);
        masks
    }

    fn mask_slot(&self, problem: &Problem, slot: &Slot, masks: &mut [Mask]) {
        let mut all = Mask::default();
        if slot.state == SlotState::Cancelled {
            all.0 |= Rule::Cancelled.mask().0;
        }
        if slot.starts_at <= problem.now {
            all.0 |= Rule::Started.mask().0;
        }
        if !all.is_empty() {
            masks.iter_mut().for_each(|mask| mask.0 |= all.0);
        }
        let blocked = self.blocked.get(&slot.organisation_id).map_or(&[][..], Vec::as_slice);
        for &at in blocked {
            masks[at as usize].0 |= Rule::Blocked.mask().0;
        }
        for (at, refused) in &self.refused {
            if slot.is_in(refused) {
                masks[*at as usize].0 |= Rule::Refused.mask().0;
            }
        }
    }

    /// The rules that depend on age and slot alone: asked once per group of ages, of the rules of claiming.
    fn mask_age(&self, slot: &Slot, day: i32, masks: &mut [Mask]) {
        let min_age = i32::try_from(slot.min_age.clamp(0, 1_000)).unwrap_or(0) * 512;
        let child = minor_mask(slot, 14);
        let teenager = minor_mask(slot, 17);
        let young = Rule::TooYoung.mask().0;
        for (mask, &birth) in masks.iter_mut().zip(&self.birth) {
            let group = if birth + 15 * 512 > day { child } else { teenager };
            let minor = if birth + 18 * 512 > day { group.0 } else { 0 };
            let failed = minor | if birth + min_age > day { young } else { 0 };
            mask.0 |= if birth == 0 { 0 } else { failed };
        }
    }

    fn mask_time(&self, problem: &Problem, slot: &Slot, masks: &mut [Mask]) {
        let span = Span { from: slot.starts_at, until: slot.ends_at };
        let (from, until) = span.week_minutes();
        let bit = Rule::Unavailable.mask().0;
        let slow = until > i64::from(WEEK);
        for (at, mask) in masks.iter_mut().enumerate() {
            let windows = &self.windows[self.windows_from[at] as usize..self.windows_from[at + 1] as usize];
            let mut free = self.any_time[at] || windows.iter().any(|window| window.contains(from, until));
            if slow && !free {
                free = problem.volunteers[at].availability.is_free(span);
            }
            if !free {
                mask.0 |= bit;
            }
        }
        for &at in &self.excepted {
            let free = problem.volunteers[at as usize].availability.is_free(span);
            let mask = &mut masks[at as usize].0;
            *mask = if free { *mask & !bit } else { *mask | bit };
        }
        let day = Day::from(slot.starts_at.day());
        for &at in &self.pausing {
            if problem.volunteers[at as usize].availability.pause_on(day).is_some() {
                masks[at as usize].0 |= Rule::Paused.mask().0;
            }
        }
    }

    /// What depends on places elsewhere: asked of the rules of claiming, for the few who have any.
    fn mask_places(&self, problem: &Problem, slot: &Slot, day: i32, masks: &mut [Mask]) {
        let minutes = slot.ends_at.minutes_since(slot.starts_at);
        let over = Rule::WeeklyLimit.mask().0;
        for (at, mask) in masks.iter_mut().enumerate() {
            let birth = self.birth[at];
            let minor = birth != 0 && birth + 18 * 512 > day;
            let limit = if minor { self.minor_limit_minutes[at] } else { self.limit_minutes[at] };
            mask.0 |= if minutes > limit { over } else { 0 };
        }
        let facts = slot_facts(slot);
        for (&at, others) in &self.engagements {
            let person = person_facts(&problem.volunteers[at as usize]);
            for refusal in refusals(&facts, &person, others, problem.now, problem.limits) {
                masks[at as usize].0 |= super::rules::Failure::Claim(refusal).rule().mask().0;
            }
        }
    }

    /// Everybody's points for a role of a slot: the sum of [`super::score::contributions`].
    pub fn points(&self, slot: &Slot, role: &Role, weights: &Weights) -> Vec<i32> {
        let w = weights.clamped();
        let day = day_key(slot.starts_at.day().into());
        let mut points = vec![0; self.ids.len()];
        if let Some(column) = self.codes.get(&(About::Kind, slot.kind.clone())) {
            add(&mut points, column, |until| if *until == NEVER { 0 } else { w.kind_liked });
        }
        self.add_shared(&mut points, About::Skill, &role.nice_skills, w.nice_skills, day);
        self.add_shared(&mut points, About::Language, &role.nice_languages, w.nice_languages, day);
        if let Some(sex) = role.nice_sex {
            add(&mut points, &self.sex, |own| if *own == Some(sex) { w.nice_sex } else { 0 });
        }
        let reliable: Vec<i32> = (0..=100).map(|percent| share(w.reliability, percent, 100)).collect();
        add(&mut points, &self.reliability, |percent| reliable[usize::from(*percent)]);
        self.add_proximity(&mut points, slot, &w);
        let half = w.past / 2;
        let mut before: Vec<(u32, i32)> = Vec::new();
        let people = |list: Option<&Vec<u32>>, gain: i32| {
            list.into_iter().flatten().map(|&at| (at, gain)).collect::<Vec<_>>()
        };
        before.extend(people(self.past_opportunity.get(&slot.opportunity_id), w.past));
        before.extend(people(self.past_organisation.get(&slot.organisation_id), half));
        before.sort_unstable_by_key(|&(at, gain)| (at, -gain));
        before.dedup_by_key(|&mut (at, _)| at);
        for (at, gain) in before {
            points[at as usize] += gain;
        }
        points
    }

    fn add_shared(&self, points: &mut [i32], about: About, codes: &[Code], weight: i32, day: i32) {
        if codes.is_empty() {
            return;
        }
        let mut have = vec![0; points.len()];
        for code in codes {
            if let Some(column) = self.codes.get(&(about, code.clone())) {
                add(&mut have, column, |until| i32::from(*until >= day));
            }
        }
        let whole = i64::from(index(codes.len()));
        for (points, have) in points.iter_mut().zip(have) {
            *points += share(weight, i64::from(have), whole);
        }
    }

    fn add_proximity(&self, points: &mut [i32], slot: &Slot, weights: &Weights) {
        for (at, points) in points.iter_mut().enumerate() {
            *points += if slot.remote {
                weights.proximity
            } else if let (true, Some(point)) = (self.has_home[at], slot.point) {
                near_points(distance_m(self.homes[at], [point.east_m, point.north_m]), weights)
            } else if self.district[at].is_some() && self.district[at] == slot.district {
                weights.proximity
            } else {
                0
            };
        }
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
    }
}

fn set<T>(masks: &mut [Mask], rule: Rule, column: &[T], fails: impl Fn(&T) -> bool) {
    for (mask, value) in masks.iter_mut().zip(column) {
        mask.0 |= u32::from(fails(value)) << rule as u32;
    }
}

fn add<T>(points: &mut [i32], column: &[T], gain: impl Fn(&T) -> i32) {
    for (points, value) in points.iter_mut().zip(column) {
        *points += gain(value);
    }
}

fn distance_m(a: [i32; 2], b: [i32; 2]) -> i64 {
    let point = |[east_m, north_m]: [i32; 2]| super::problem::Point { east_m, north_m };
    point(a).distance_m(point(b))
}

/// Whether a distance, rounded down to metres, is at most a radius.
fn within(a: [i32; 2], b: [i32; 2], radius_m: i64) -> bool {
    let apart = |axis: usize| (i64::from(a[axis]) - i64::from(b[axis])).unsigned_abs();
    let Ok(radius) = u64::try_from(radius_m) else { return false };
    let reach = radius.saturating_add(1);
    apart(0).pow(2).saturating_add(apart(1).pow(2)) < reach.saturating_mul(reach)
}

/// What the rules of claiming say to somebody of that age who has nothing else to do.
fn minor_mask(slot: &Slot, age: i16) -> Mask {
    let mut facts = slot_facts(slot);
    facts.min_age = 0;
    facts.minor_directed = false;
    let birth = slot.starts_at.day().with().year(slot.starts_at.day().year() - age).day(1).build();
    let person = crate::claiming::PersonFacts {
        status: crate::person::VolunteerStatus::Active,
        birth_on: birth.ok().map(Day),
        screened_on: None,
        weekly_limit_minutes: None,
    };
    let limits = crate::claiming::Limits {
        travel_minutes: 0,
        weekly_minutes: i64::MAX,
        minor_weekly_minutes: i64::MAX,
    };
    let before = slot.starts_at.plus_seconds(-1);
    refusals(&facts, &person, &[], before, limits)
        .into_iter()
        .filter(|refusal| {
            matches!(
                refusal,
                Refusal::MinorAtHome | Refusal::MinorAtNight { .. } | Refusal::MinorTooLong { .. }
            )
        })
        .map(|refusal| super::rules::Failure::Claim(refusal).rule())
        .collect()
}
