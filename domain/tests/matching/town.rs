//! Invented towns: everything at random, often enough something that matters.

use domain::claim::ClaimState;
use domain::claiming::{Engagement, Limits};
use domain::ids::{DistrictId, OpportunityId, OrganisationId, PersonId, SlotId};
use domain::matching::*;
use domain::opportunity::SlotState;
use domain::person::VolunteerStatus;
use domain::text::Code;
use domain::time::{Day, Instant};
use jiff::civil::{Date, date};
use uuid::Uuid;

pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) * bound) >> 31
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn one_of<T: Copy>(&mut self, from: &[T]) -> T {
        let at = usize::try_from(self.below(from.len() as u64)).expect("valid");
        from[at]
    }

    fn codes(&mut self, names: &[&str], percent: u64) -> Vec<Code> {
        names.iter().filter(|_| self.chance(percent)).map(|name| Code::from(*name)).collect()
    }
}

pub fn id(number: u64) -> Uuid {
    Uuid::from_u128(u128::from(number) + 1)
}

pub fn at(day: i8, hour: i8, minute: i8) -> Instant {
    Instant::from_civil(date(2026, 10, day).at(hour, minute, 0, 0))
}

pub fn pair(slot: &Slot, volunteer: &Volunteer) -> Pair {
    Pair { slot: slot.id, role: 0, volunteer: volunteer.id }
}

/// An adult who may do anything, at any time, anywhere.
pub fn volunteer(number: u64) -> Volunteer {
    Volunteer {
        id: PersonId(id(number)),
        status: VolunteerStatus::Active,
        birth_on: Some(Day(date(1990, 5, 5))),
        screened_on: None,
        sex: None,
        requirements: Vec::new(),
        skills: Vec::new(),
        languages: Vec::new(),
        kinds: Vec::new(),
        availability: Availability::default(),
        home: None,
        district: None,
        radius_m: None,
        weekly_limit_minutes: None,
        engagements: Vec::new(),
        past: Vec::new(),
        blocked: Vec::new(),
        reliability_percent: 0,
    }
}

pub fn role(min: u32, max: u32) -> Role {
    Role {
        code: Code::from("helper"),
        min,
        max,
        min_age: 0,
        requirements: Vec::new(),
        skills: Vec::new(),
        languages: Vec::new(),
        sex: None,
        nice_skills: Vec::new(),
        nice_languages: Vec::new(),
        nice_sex: None,
    }
}

/// A slot with one place that asks for nothing.
pub fn slot(number: u64, starts_at: Instant, minutes: i64) -> Slot {
    Slot {
        id: SlotId(id(number)),
        opportunity_id: OpportunityId(id(number)),
        organisation_id: OrganisationId(id(number)),
        starts_at,
        ends_at: starts_at.plus_minutes(minutes),
        state: SlotState::Open,
        kind: Code::from("reading"),
        min_age: 13,
        minor_directed: false,
        at_home: false,
        remote: false,
        place: format!("place {number}"),
        point: None,
        district: None,
        urgency: 1,
        useless_below_min: false,
        series: None,
        roles: vec![role(1, 1)],
    }
}

pub fn problem(volunteers: Vec<Volunteer>, slots: Vec<Slot>) -> Problem {
    Problem {
        now: at(1, 0, 0),
        volunteers,
        slots,
        locks: Vec::new(),
        published: Vec::new(),
        weights: Weights::default(),
        limits: Limits::default(),
    }
}

const SKILLS: [&str; 3] = ["first-aid", "driving", "maths"];
const LANGUAGES: [&str; 3] = ["pl", "uk", "en"];
const KINDS: [&str; 3] = ["reading", "tutoring", "errands"];
const PAPERS: [&str; 2] = ["agreement", "insurance"];

/// A town in the two weeks around the end of summer time.
pub fn town(seed: u64, people: u64, dates: u64) -> Problem {
    let mut dice = Dice(seed);
    let volunteers: Vec<_> = (0..people).map(|number| any_volunteer(&mut dice, number)).collect();
    let slots: Vec<_> = (0..dates).map(|number| any_slot(&mut dice, number)).collect();
    let mut problem = problem(volunteers, slots);
    for _ in 0..dice.below(4) {
        let (Some(slot), Some(volunteer)) =
            (any(&mut dice, &problem.slots), any(&mut dice, &problem.volunteers))
        else {
            break;
        };
        let pair = pair(slot, volunteer);
        let until = dice.chance(30).then(|| at(22, 0, 0));
        let scope = match dice.below(3) {
            0 => Scope::Slot(slot.id),
            1 => Scope::Opportunity(slot.opportunity_id),
            _ => Scope::Organisation(slot.organisation_id),
        };
        let refused = Refused { volunteer: volunteer.id, scope, until };
        match dice.below(4) {
            0 => problem.locks.push(Lock::Fixed(pair)),
            1 => problem.published.push(pair),
            _ => problem.locks.push(Lock::Refused(refused)),
        }
    }
    problem.published.sort();
    problem.published.dedup();
    problem
}

fn any<'a, T>(dice: &mut Dice, from: &'a [T]) -> Option<&'a T> {
    from.get(usize::try_from(dice.below(from.len() as u64)).expect("valid"))
}

pub fn any_volunteer(dice: &mut Dice, number: u64) -> Volunteer {
    let mut made = volunteer(number);
    if dice.chance(10) {
        made.status = VolunteerStatus::Paused;
    }
    made.birth_on = match dice.below(10) {
        0 => None,
        1 => Some(Day(date(2012, 10, 23))),
        2 => Some(Day(date(2008, 10, 24))),
        3 => Some(Day(date(2010, 2, 1))),
        _ => Some(Day(date(1990, 5, 5))),
    };
    made.screened_on = dice.chance(70).then(|| Day(date(2026, 1, 1)));
    made.sex = dice.one_of(&[None, Some(Sex::Female), Some(Sex::Male)]);
    made.skills = valid(dice, &SKILLS);
    made.requirements = valid(dice, &PAPERS);
    made.languages = dice.codes(&LANGUAGES, 70);
    made.kinds = dice.codes(&KINDS, 50);
    made.availability = availability(dice);
    made.home = dice.chance(80).then(|| point(dice));
    made.district = dice.chance(50).then(|| DistrictId(id(dice.below(2))));
    made.radius_m = dice.chance(50).then(|| i64::try_from(dice.below(6_000)).expect("valid"));
    made.weekly_limit_minutes = dice.chance(60).then(|| dice.one_of(&[60, 120, 240]));
    if dice.chance(15) {
        let starts_at = any_start(dice);
        made.engagements.push(Engagement {
            slot_id: SlotId(id(1_000 + dice.below(10))),
            starts_at,
            ends_at: starts_at.plus_minutes(90),
            place: format!("place {}", dice.below(4)),
            remote: dice.chance(20),
            state: ClaimState::Approved,
            work: None,
        });
    }
    if dice.chance(40) {
        made.past.push(Past {
            opportunity_id: OpportunityId(id(dice.below(4))),
            organisation_id: OrganisationId(id(dice.below(2))),
        });
    }
    if dice.chance(10) {
        made.blocked.push(OrganisationId(id(dice.below(2))));
    }
    made.reliability_percent = u8::try_from(dice.below(101)).expect("valid");
    made
}

fn valid(dice: &mut Dice, names: &[&str]) -> Vec<Valid> {
    let codes = dice.codes(names, 75);
    let until = |dice: &mut Dice| {
        let day = Date::new(2026, 10, i8::try_from(18 + dice.below(12)).expect("valid")).expect("valid");
        dice.chance(25).then_some(Day(day))
    };
    codes.into_iter().map(|code| Valid { code, until: until(dice) }).collect()
}

fn point(dice: &mut Dice) -> Point {
    let metres = |dice: &mut Dice| i32::try_from(dice.below(5_000)).expect("valid") - 2_500;
    Point { east_m: metres(dice), north_m: metres(dice) }
}

fn availability(dice: &mut Dice) -> Availability {
    let mut made = Availability::default();
    if dice.chance(40) {
        for day in 0..7 {
            let from = day * 1_440 + 480 + 60 * u16::try_from(dice.below(6)).expect("valid");
            made.weekly.push(WeeklyWindow { from_minute: from, until_minute: from + 600 });
        }
    }
    for _ in 0..dice.below(3) {
        if dice.chance(40) {
            let from = any_start(dice);
            let until = from.plus_minutes(240);
            made.exceptions.push(Exception { from, until, free: dice.chance(50) });
        }
    }
    if dice.chance(10) {
        let until = dice.chance(50).then(|| Day(date(2026, 10, 27)));
        made.pauses.push(Pause { from: Day(date(2026, 10, 24)), until });
    }
    made
}

fn any_start(dice: &mut Dice) -> Instant {
    let day = i8::try_from(21 + dice.below(8)).expect("valid");
    let (hour, minute) = (i8::try_from(6 + dice.below(16)).expect("valid"), dice.one_of(&[0, 15, 30]));
    at(day, hour, minute)
}

pub fn any_slot(dice: &mut Dice, number: u64) -> Slot {
    let starts_at = any_start(dice);
    let mut made = slot(number, starts_at, dice.one_of(&[60, 90, 120, 180, 480]));
    made.opportunity_id = OpportunityId(id(dice.below(4)));
    made.organisation_id = OrganisationId(id(dice.below(2)));
    if dice.chance(5) {
        made.state = SlotState::Cancelled;
    }
    made.kind = Code::from(dice.one_of(&KINDS));
    made.min_age = dice.one_of(&[13, 15, 16, 18]);
    made.minor_directed = dice.chance(20);
    made.at_home = dice.chance(20);
    made.remote = dice.chance(20);
    made.place = format!("place {}", dice.below(4));
    made.point = dice.chance(70).then(|| point(dice));
    made.district = dice.chance(50).then(|| DistrictId(id(dice.below(2))));
    made.urgency = u8::try_from(dice.below(5)).expect("valid");
    made.useless_below_min = dice.chance(25);
    made.series = dice.chance(50).then(|| OpportunityId(id(dice.below(2))));
    made.roles = (0..=dice.below(5) / 4).map(|_| any_role(dice)).collect();
    made
}

fn any_role(dice: &mut Dice) -> Role {
    let min = u32::try_from(dice.below(3)).expect("valid");
    let mut made = role(min, (min + u32::try_from(dice.below(2)).expect("valid")).clamp(1, 2));
    made.requirements = dice.codes(&PAPERS, 15);
    made.skills = dice.codes(&SKILLS, 15);
    made.languages = dice.codes(&LANGUAGES, 15);
    made.nice_skills = dice.codes(&SKILLS, 30);
    made.nice_languages = dice.codes(&LANGUAGES, 30);
    made.sex = dice.chance(10).then_some(Sex::Female);
    made.min_age = dice.one_of(&[0, 14, 17, 18]);
    made.nice_sex = dice.chance(30).then_some(Sex::Male);
    made
}
