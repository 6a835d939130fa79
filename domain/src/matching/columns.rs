//! Passes over the columns: every rule and every criterion for everybody at once.

use super::availability::{Span, WEEK};
use super::instance::index;
use super::problem::{Problem, Role, Slot};
use super::rules::{Mask, Rule, person_facts, slot_facts};
use super::score::{Weights, near_points, share};
use super::table::{About, NEVER, Table, day_key};
use crate::claiming::{Refusal, refusals};
use crate::opportunity::SlotState;
use crate::text::Code;
use crate::time::Day;

impl Table {
    /// The failed rules of everybody for a role of a slot.
    pub fn masks(&self, problem: &Problem, slot: &Slot, role: &Role) -> Vec<Mask> {
        let day = day_key(slot.starts_at.day().into());
        let mut masks: Vec<Mask> = self.always.iter().copied().map(Mask).collect();
        self.mask_slot(problem, slot, &mut masks);
        self.mask_age(slot, slot.min_age.max(role.min_age), day, &mut masks);
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
            for mask in masks.iter_mut() {
                mask.0 |= all.0;
            }
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
    fn mask_age(&self, slot: &Slot, min_age: i64, day: i32, masks: &mut [Mask]) {
        let min_age = i32::try_from(min_age.clamp(0, 1_000)).unwrap_or(0) * 512;
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
        let crosses = until > i64::from(WEEK);
        for (at, mask) in masks.iter_mut().enumerate() {
            let windows = &self.windows[self.windows_from[at] as usize..self.windows_from[at + 1] as usize];
            let mut free = self.any_time[at] || windows.iter().any(|window| window.contains(from, until));
            if crosses && !free {
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
        qualifications: Vec::new(),
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
