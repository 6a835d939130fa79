//! From the domain's words to the search's numbers.

use super::instance::{ANYWHERE, Edge, Instance, MAX_POINTS, MAX_SEATS, NONE, SlotGroup, Task, index};
use super::problem::{Problem, Slot};
use super::table::Table;
use crate::claiming::{ADULT, MINOR_REST_MINUTES};
use crate::person::age_on;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::hash::Hash;

/// What the engine does not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ProblemError {
    /// More places, volunteers or pairs than it counts.
    #[error("more places, volunteers or pairs than the engine takes")]
    TooLarge,
}

const MAX_VOLUNTEERS: usize = 4_000_000;
const MAX_EDGES: usize = 200_000_000;
/// The longest task that is told apart from a longer one, minutes.
const MAX_MINUTES: i64 = 366 * 1_440;

/// Seconds far beyond any calendar.
const MAX_UNIX: i64 = 1 << 50;

/// Numbers given to things in the order in which they are first seen.
#[derive(Clone, Debug)]
struct Numbers<T>(HashMap<T, u32>);

impl<T: Eq + Hash> Numbers<T> {
    fn of(&mut self, thing: T) -> u32 {
        let next = index(self.0.len());
        *self.0.entry(thing).or_insert(next)
    }
}

/// How slots are numbered; kept, so that a slot that comes later is numbered alike.
#[derive(Clone, Debug)]
pub(super) struct Compiler {
    places: Numbers<String>,
    series: Numbers<crate::ids::OpportunityId>,
    /// The Mondays of the weeks with slots.
    weeks: Vec<Date>,
    /// Slot and role of each task.
    pub roles: Vec<(u32, u16)>,
    /// The first task of each slot; its roles follow one another.
    pub first: Vec<u32>,
}

impl Compiler {
    /// Makes the instance: every pair that passes every hard rule on its own becomes an edge.
    ///
    /// A minor's weekly limit and rest hold for a whole week, by the age on its Monday: where a birthday lies inside,
    /// this is stricter than the rule for a single claim, never looser.
    pub(super) fn compile(problem: &Problem, table: &Table) -> Result<(Self, Instance), ProblemError> {
        let seats: u64 =
            problem.slots.iter().flat_map(|slot| &slot.roles).map(|role| u64::from(role.max.max(1))).sum();
        if seats > MAX_SEATS as u64 || problem.volunteers.len() > MAX_VOLUNTEERS {
            return Err(ProblemError::TooLarge);
        }
        let mut weeks: Vec<Date> = problem.slots.iter().map(monday).collect();
        weeks.sort_unstable();
        weeks.dedup();
        let (places, series) = (Numbers(HashMap::new()), Numbers(HashMap::new()));
        let mut compiler = Self { places, series, weeks, roles: Vec::new(), first: Vec::new() };
        let mut instance = compiler.empty(problem);
        for slot in &problem.slots {
            let at = compiler.begin_slot(&mut instance, slot);
            for role in 0..slot.roles.len() {
                let task = compiler.task(slot, at, role);
                let number = index(instance.tasks.len());
                instance.slots[at as usize].tasks.push(number);
                instance.tasks.push(task);
                let row = row(problem, table, slot, role, number);
                instance.set_row(number, row);
            }
            if instance.edges.len() > MAX_EDGES {
                return Err(ProblemError::TooLarge);
            }
        }
        Ok((compiler, instance))
    }

    fn empty(&self, problem: &Problem) -> Instance {
        let weights = problem.weights.clamped();
        let mut instance = Instance {
            tasks_of: vec![Vec::new(); problem.volunteers.len()],
            weeks: index(self.weeks.len()),
            travel: problem.limits.travel_minutes.clamp(0, 10_080) * 60,
            fairness: weights.fairness,
            continuity: weights.continuity,
            threshold: weights.stability,
            ..Instance::default()
        };
        instance.rest = vec![0; problem.volunteers.len()];
        instance.room = vec![0; problem.volunteers.len() * self.weeks.len()];
        for person in 0..index(problem.volunteers.len()) {
            self.person_limits(problem, person, &mut instance);
        }
        instance
    }

    /// How much somebody may be given in each week, and whether they need a minor's rest.
    pub(super) fn person_limits(&self, problem: &Problem, person: u32, instance: &mut Instance) {
        let volunteer = &problem.volunteers[person as usize];
        let minor_on = |day: Date| volunteer.birth_on.is_some_and(|birth| age_on(birth, day.into()) < ADULT);
        let rests = self.weeks.first().is_some_and(|&week| minor_on(week));
        instance.rest[person as usize] = if rests { MINOR_REST_MINUTES * 60 } else { 0 };
        for (number, &week) in (0u32..).zip(&self.weeks) {
            let mut limit =
                volunteer.weekly_limit_minutes.unwrap_or(i64::MAX).min(problem.limits.weekly_minutes);
            if minor_on(week) {
                limit = limit.min(problem.limits.minor_weekly_minutes);
            }
            let used: i64 = volunteer
                .engagements
                .iter()
                .filter(|other| monday_of(other.starts_at.day()) == week)
                .map(|other| other.ends_at.minutes_since(other.starts_at))
                .fold(0, i64::saturating_add);
            let at = instance.room_at(person, number);
            instance.room[at] = limit.clamp(-MAX_MINUTES, MAX_MINUTES).saturating_sub(used);
        }
    }

    /// Room for a slot; its tasks follow.
    pub(super) fn begin_slot(&mut self, instance: &mut Instance, slot: &Slot) -> u32 {
        let at = index(self.first.len());
        self.first.push(index(instance.tasks.len()));
        instance.slots.push(SlotGroup { tasks: Vec::new(), all_or_nothing: slot.useless_below_min });
        instance.has_whole_slots |= slot.useless_below_min;
        at
    }

    /// Whether a slot lies in a week that has a number.
    pub(super) fn knows_week(&self, slot: &Slot) -> bool {
        self.weeks.binary_search(&monday(slot)).is_ok()
    }

    pub(super) fn task(&mut self, slot: &Slot, at: u32, role: usize) -> Task {
        let wanted = &slot.roles[role];
        self.roles.push((at, u16::try_from(role).unwrap_or(u16::MAX)));
        let day =
            |date: Date| i32::from(date.year()) * 512 + i32::from(date.month()) * 32 + i32::from(date.day());
        Task {
            start: slot.starts_at.unix().clamp(-MAX_UNIX, MAX_UNIX),
            end: slot.ends_at.unix().clamp(-MAX_UNIX, MAX_UNIX),
            minutes: slot.ends_at.minutes_since(slot.starts_at).clamp(0, MAX_MINUTES),
            week: self.weeks.binary_search(&monday(slot)).map_or(0, index),
            days: (day(slot.starts_at.day()), day(slot.ends_at.day())),
            place: if slot.remote { ANYWHERE } else { self.places.of(slot.place.clone()) },
            weight: 1 << slot.urgency.min(4),
            min: wanted.min.min(wanted.max),
            max: wanted.max,
            slot: at,
            series: slot.series.map_or(NONE, |series| self.series.of(series)),
            edges: (0, 0),
        }
    }

    /// The task of a role, if there is one.
    pub(super) fn task_of(&self, slot: u32, role: u16) -> Option<u32> {
        let task = self.first.get(slot as usize)?.checked_add(u32::from(role))?;
        (self.roles.get(task as usize) == Some(&(slot, role))).then_some(task)
    }
}

/// The edges of a role: who passes every rule, and who was approved whatever the rules say now.
pub(super) fn row(problem: &Problem, table: &Table, slot: &Slot, role: usize, task: u32) -> Vec<Edge> {
    let masks = table.masks(problem, slot, &slot.roles[role]);
    let points = table.points(slot, &slot.roles[role], &problem.weights);
    let is_here = |pair: &&super::problem::Pair| pair.slot == slot.id && usize::from(pair.role) == role;
    let people = |pairs: Vec<&super::problem::Pair>| -> Vec<u32> {
        pairs.into_iter().filter_map(|pair| table.by_id.get(&pair.volunteer).copied()).collect()
    };
    let fixed = people(problem.fixed().filter(is_here).collect());
    let shown = people(problem.published.iter().filter(is_here).collect());
    (0u32..)
        .zip(masks.iter().zip(points))
        .filter(|(person, (mask, _))| mask.is_empty() || fixed.contains(person))
        .map(|(person, (_, points))| Edge {
            person,
            task,
            points: points.clamp(-MAX_POINTS, MAX_POINTS),
            shown: shown.contains(&person),
            fixed: fixed.contains(&person),
            open: true,
        })
        .collect()
}

fn monday(slot: &Slot) -> Date {
    monday_of(slot.starts_at.day())
}

fn monday_of(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}
