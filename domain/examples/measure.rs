//! Measures events, ranking and a change of weights; prints plain lines.
//!
//! `measure FILE…`: yardstick instances (text or `.gz`), for events on a polished plan. Ranking and weights are measured
//! on invented towns. Times are microseconds by the clock on the wall: another program may stretch the longest.

use common::read;
use domain::ids::{OpportunityId, OrganisationId, PersonId, SlotId};
use domain::matching::{
    Availability, Moved, Planner, Point, Problem, Role, Search, Slot, Table, Valid, Volunteer, WeeklyWindow,
    Weights, yardstick,
};
use domain::opportunity::SlotState;
use domain::person::VolunteerStatus;
use domain::time::{Day, Instant};
use std::error::Error;
use std::hint::black_box;
use uuid::Uuid;

mod common;

fn main() -> Result<(), Box<dyn Error>> {
    for path in std::env::args().skip(1) {
        events(&path)?;
    }
    for people in [5_000, 200_000] {
        ranking(people);
    }
    weights()
}

/// Runs it and says how many microseconds it took.
fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = std::time::Instant::now();
    let made = work();
    (start.elapsed().as_secs_f64() * 1e6, made)
}

fn line(name: &str, mut times: Vec<f64>, rest: &str) {
    times.sort_by(f64::total_cmp);
    let at =
        |percent: usize| times.get((times.len().saturating_sub(1)) * percent / 100).copied().unwrap_or(0.0);
    println!("{name}: p50 {:.0} us, p95 {:.0} us, max {:.0} us{rest}", at(50), at(95), at(100));
}

fn events(path: &str) -> Result<(), Box<dyn Error>> {
    let mut search = Search::new(yardstick::read(&read(path)?)?, 1);
    for _ in 0..650_000 / 50 {
        search.step(50);
    }
    search.threshold(Weights::default().stability);
    let objective = search.objective();
    println!("{path}: coverage {}, soft {}", objective.coverage, objective.soft);
    let pairs = search.pairs();
    let apply = |search: &mut Search, kind: &str, (task, person): (u32, u32)| -> Vec<Moved> {
        match kind {
            "approval" => search.approve(task, person),
            "cancellation" => search.withdraw(task, person),
            _ => search.drop_task(task),
        }
    };
    for kind in ["approval", "cancellation", "removed slot"] {
        let mut working = search.clone();
        let (mut times, mut changed) = (Vec::new(), 0usize);
        for number in 0..1_000usize {
            if number.is_multiple_of(20) {
                working = search.clone();
                black_box(working.approve(u32::MAX, 0));
            }
            let pair = pairs[number * 7_919 % pairs.len()];
            let (time, moved) = timed(|| apply(&mut working, kind, pair));
            let own = |moved: &&Moved| {
                if kind == "removed slot" { moved.task == pair.0 } else { (moved.task, moved.person) == pair }
            };
            // A pair that is new in the plan is one that somebody must be told of.
            changed += moved.iter().filter(|moved| moved.added && !own(moved)).count();
            times.push(time);
            working.publish();
        }
        line(
            kind,
            times,
            &format!(", pairs changed on average {}.{:02}", changed / 1_000, changed % 1_000 / 10),
        );
    }
    Ok(())
}

fn ranking(people: u64) {
    let problem = town(people, 1);
    let (build, table) = timed(|| Table::new(&problem));
    let slot = &problem.slots[0];
    let role = &slot.roles[0];
    let work = || {
        let masks = table.masks(&problem, slot, role);
        let points = table.points(slot, role, &problem.weights);
        black_box((masks, points))
    };
    let times = (0..50).map(|_| timed(work).0).collect();
    line(
        &format!("masks and points, {people} volunteers"),
        times,
        &format!(", columns built in {build:.0} us"),
    );
    let Ok(planner) = Planner::new(problem.clone(), 1) else { return };
    let times = (0..50).map(|_| timed(|| black_box(planner.rank(slot.id, 0, 50))).0).collect();
    line(&format!("ranking with masks of all, {people} volunteers"), times, "");
}

fn weights() -> Result<(), Box<dyn Error>> {
    let mut planner = Planner::new(town(300, 150), 1)?;
    planner.step(2_000);
    planner.publish();
    let mut times = Vec::new();
    for number in 0..50 {
        let weights = Weights { proximity: 150 + number * 5, ..Weights::default() };
        let (time, result) = timed(|| {
            planner.reweigh(weights)?;
            planner.step(300);
            Ok::<_, domain::matching::ProblemError>(planner.plan())
        });
        black_box(result?);
        times.push(time);
    }
    line("town plan after a change of weights, 300 moves", times, "");
    Ok(())
}

/// An invented town; a counter is random enough here.
fn town(people: u64, dates: u64) -> Problem {
    Problem {
        now: Instant::from_unix(1_790_000_000),
        volunteers: (0..people).map(volunteer).collect(),
        slots: (0..dates).map(slot).collect(),
        locks: Vec::new(),
        published: Vec::new(),
        weights: Weights::default(),
        limits: domain::claiming::Limits::default(),
    }
}

fn mixed(number: u64) -> u64 {
    number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40
}

fn id(number: u64) -> Uuid {
    Uuid::from_u128(u128::from(number) + 1)
}

fn point(number: u64) -> Point {
    let metres = |part: u64| i32::try_from(part % 8_000).unwrap_or(0);
    Point { east_m: metres(mixed(number)), north_m: metres(mixed(number + 7)) }
}

fn volunteer(number: u64) -> Volunteer {
    let has = |bit: u64| mixed(number) >> bit & 1 == 1;
    let all_day =
        |day: u16| WeeklyWindow { from_minute: day * 1_440 + 480, until_minute: day * 1_440 + 1_200 };
    let year_end = Day(jiff::civil::date(2026, 12, 31));
    Volunteer {
        id: PersonId(id(number)),
        status: if mixed(number).is_multiple_of(10) {
            VolunteerStatus::Paused
        } else {
            VolunteerStatus::Active
        },
        birth_on: Some(Day(jiff::civil::date(if has(3) && has(4) { 2010 } else { 1980 }, 3, 3))),
        screened_on: has(5).then(|| Day(jiff::civil::date(2026, 1, 1))),
        sex: None,
        requirements: vec![Valid { code: "agreement".into(), until: has(6).then_some(year_end) }],
        skills: if has(7) { vec![Valid { code: "driving".into(), until: None }] } else { Vec::new() },
        languages: if has(8) { vec!["pl".into(), "uk".into()] } else { vec!["pl".into()] },
        kinds: if has(9) { vec!["reading".into()] } else { vec!["tutoring".into()] },
        availability: Availability {
            weekly: (0..7).filter(|day| has(10 + u64::from(*day))).map(all_day).collect(),
            ..Availability::default()
        },
        home: Some(point(number)),
        district: None,
        radius_m: has(2).then_some(5_000),
        weekly_limit_minutes: Some(240),
        engagements: Vec::new(),
        past: Vec::new(),
        blocked: Vec::new(),
        reliability_percent: u8::try_from(mixed(number) % 101).unwrap_or(0),
    }
}

fn slot(number: u64) -> Slot {
    let monday = Instant::from_unix(1_792_965_600);
    let day = i64::try_from(number % 14).unwrap_or(0);
    let hour = i64::try_from(mixed(number) % 10).unwrap_or(0);
    let starts_at = monday.plus_days(day).plus_minutes(480 + hour * 60);
    Slot {
        id: SlotId(id(number)),
        opportunity_id: OpportunityId(id(number % 40)),
        organisation_id: OrganisationId(id(number % 10)),
        starts_at,
        ends_at: starts_at.plus_minutes(90),
        state: SlotState::Open,
        kind: if number.is_multiple_of(2) { "reading".into() } else { "tutoring".into() },
        min_age: 16,
        minor_directed: number.is_multiple_of(5),
        at_home: number % 4 == 1,
        remote: false,
        place: format!("place {}", number % 30),
        point: Some(point(number + 3)),
        district: None,
        urgency: u8::try_from(number % 5).unwrap_or(0),
        useless_below_min: false,
        series: None,
        roles: vec![Role {
            code: "helper".into(),
            min: 1,
            max: 2,
            min_age: 0,
            requirements: vec!["agreement".into()],
            skills: if number.is_multiple_of(3) { vec!["driving".into()] } else { Vec::new() },
            languages: vec!["pl".into()],
            sex: None,
            nice_skills: vec!["driving".into()],
            nice_languages: vec!["uk".into()],
            nice_sex: None,
        }],
    }
}
