//! Every rule of claiming, at its edge.

use domain::claim::ClaimState;
use domain::claiming::{Engagement, Limits, PersonFacts, Refusal, SlotFacts, refusals};
use domain::ids::SlotId;
use domain::opportunity::SlotState;
use domain::person::VolunteerStatus;
use domain::qualification::Held;
use domain::time::{Day, Instant};
use domain::window::{WorkDone, refused_work, span};
use jiff::civil::{DateTime, date};
use proptest::prelude::*;
use uuid::Uuid;

fn at(day: i8, hour: i8, minute: i8) -> Instant {
    Instant::from_civil(date(2026, 12, day).at(hour, minute, 0, 0))
}

fn slot(start: Instant, end: Instant) -> SlotFacts {
    SlotFacts {
        id: SlotId(Uuid::from_u128(1)),
        starts_at: start,
        ends_at: end,
        opens_at: None,
        work_minutes: None,
        state: SlotState::Open,
        max_places: 2,
        taken: 0,
        requires: Vec::new(),
        min_age: 15,
        minor_directed: false,
        at_home: false,
        remote: false,
        place: "dobrzynska 5".into(),
    }
}

fn person(born: DateTime) -> PersonFacts {
    PersonFacts {
        status: VolunteerStatus::Active,
        birth_on: Some(Day(born.date())),
        screened_on: None,
        qualifications: Vec::new(),
        weekly_limit_minutes: None,
    }
}

fn adult() -> PersonFacts {
    person(date(1990, 5, 5).at(0, 0, 0, 0))
}

fn busy(id: u128, start: Instant, end: Instant, place: &str) -> Engagement {
    Engagement {
        slot_id: SlotId(Uuid::from_u128(id)),
        starts_at: start,
        ends_at: end,
        place: place.into(),
        remote: false,
        state: ClaimState::Approved,
        work: None,
    }
}

fn ask(slot: &SlotFacts, person: &PersonFacts, others: &[Engagement]) -> Vec<Refusal> {
    refusals(slot, person, others, at(1, 12, 0), Limits::default())
}

#[test]
fn an_active_adult_may_claim_a_free_place() {
    assert_eq!(ask(&slot(at(2, 16, 0), at(2, 18, 0)), &adult(), &[]), []);
}

#[test]
fn the_slot_says_no() {
    let mut full = slot(at(2, 16, 0), at(2, 18, 0));
    full.taken = 2;
    assert_eq!(ask(&full, &adult(), &[]), [Refusal::Full]);
    let mut cancelled = slot(at(2, 16, 0), at(2, 18, 0));
    cancelled.state = SlotState::Cancelled;
    assert_eq!(ask(&cancelled, &adult(), &[]), [Refusal::Cancelled]);
    assert_eq!(
        ask(&slot(at(1, 12, 0), at(1, 13, 0)), &adult(), &[]),
        [Refusal::Started],
        "it begins this second"
    );
    assert_eq!(ask(&slot(at(1, 12, 1), at(1, 13, 0)), &adult(), &[]), []);
}

#[test]
fn nobody_claims_before_it_opens() {
    let later = SlotFacts { opens_at: Some(at(1, 12, 1)), ..slot(at(2, 16, 0), at(2, 18, 0)) };
    assert_eq!(ask(&later, &adult(), &[]), [Refusal::NotYetOpen { opens_at: at(1, 12, 1) }]);
    let now = SlotFacts { opens_at: Some(at(1, 12, 0)), ..later };
    assert_eq!(ask(&now, &adult(), &[]), [], "this very second");
}

#[test]
fn the_person_says_no() {
    let evening = slot(at(2, 16, 0), at(2, 18, 0));
    let applicant = PersonFacts { status: VolunteerStatus::Paperwork, ..adult() };
    assert_eq!(ask(&evening, &applicant, &[]), [Refusal::NotActive]);
    let ageless = PersonFacts { birth_on: None, ..adult() };
    assert_eq!(ask(&evening, &ageless, &[]), [Refusal::NoBirthDate]);
    let with_children = SlotFacts { minor_directed: true, ..evening.clone() };
    assert_eq!(ask(&with_children, &adult(), &[]), [Refusal::NotScreened]);
    let screened = PersonFacts { screened_on: Some(Day(date(2026, 1, 1))), ..adult() };
    assert_eq!(ask(&with_children, &screened, &[]), []);
}

#[test]
fn age_counts_on_the_day_of_the_slot() {
    let born = date(2011, 12, 3).at(0, 0, 0, 0);
    assert_eq!(
        ask(&slot(at(2, 16, 0), at(2, 18, 0)), &person(born), &[]),
        [Refusal::TooYoung { min_age: 15 }]
    );
    assert_eq!(ask(&slot(at(3, 16, 0), at(3, 18, 0)), &person(born), &[]), []);
}

#[test]
fn minors_rest_at_night_and_stay_out_of_homes() {
    let sixteen = person(date(2010, 6, 1).at(0, 0, 0, 0));
    assert_eq!(ask(&slot(at(2, 20, 0), at(2, 22, 0)), &sixteen, &[]), [], "until 22:00 sharp");
    assert_eq!(
        ask(&slot(at(2, 20, 0), at(2, 22, 1)), &sixteen, &[]),
        [Refusal::MinorAtNight { until_hour: 22 }]
    );
    assert_eq!(
        ask(&slot(at(2, 5, 59), at(2, 8, 0)), &sixteen, &[]),
        [Refusal::MinorAtNight { until_hour: 22 }]
    );
    assert_eq!(ask(&slot(at(2, 6, 0), at(2, 8, 0)), &sixteen, &[]), []);
    let home = SlotFacts { at_home: true, ..slot(at(2, 16, 0), at(2, 18, 0)) };
    assert_eq!(ask(&home, &sixteen, &[]), [Refusal::MinorAtHome]);
    let late = [busy(2, at(2, 18, 0), at(2, 20, 0), "dobrzynska 5")];
    assert_eq!(ask(&slot(at(3, 9, 59), at(3, 11, 0)), &sixteen, &late), [Refusal::MinorNoRest]);
    assert_eq!(ask(&slot(at(3, 10, 0), at(3, 11, 0)), &sixteen, &late), []);
    let fourteen = person(date(2012, 1, 1).at(0, 0, 0, 0));
    let event = |start, end| SlotFacts { min_age: 13, ..slot(start, end) };
    assert_eq!(
        ask(&event(at(2, 17, 0), at(2, 19, 1)), &fourteen, &[]),
        [Refusal::MinorTooLong { max_minutes: 120 }]
    );
    assert_eq!(
        ask(&event(at(2, 19, 0), at(2, 20, 30)), &fourteen, &[]),
        [Refusal::MinorAtNight { until_hour: 20 }]
    );
}

#[test]
fn nobody_is_in_two_places_at_once() {
    let mine = slot(at(2, 16, 0), at(2, 18, 0));
    let same = |start, end, place| [busy(2, start, end, place)];
    assert_eq!(ask(&mine, &adult(), &same(at(2, 17, 59), at(2, 19, 0), "elsewhere")), [Refusal::Overlaps]);
    assert_eq!(
        ask(&mine, &adult(), &same(at(2, 18, 19), at(2, 19, 0), "elsewhere")),
        [Refusal::TooClose { buffer_minutes: 20 }]
    );
    assert_eq!(ask(&mine, &adult(), &same(at(2, 18, 20), at(2, 19, 0), "elsewhere")), []);
    assert_eq!(ask(&mine, &adult(), &same(at(2, 18, 0), at(2, 19, 0), "dobrzynska 5")), [], "no way to go");
    let remote = [Engagement { remote: true, ..busy(2, at(2, 18, 0), at(2, 19, 0), "elsewhere") }];
    assert_eq!(ask(&mine, &adult(), &remote), []);
    assert_eq!(
        ask(&mine, &adult(), &[busy(1, at(2, 16, 0), at(2, 18, 0), "dobrzynska 5")]),
        [Refusal::AlreadyClaimed]
    );
}

#[test]
fn the_week_has_a_limit() {
    let modest = PersonFacts { weekly_limit_minutes: Some(180), ..adult() };
    let monday = [busy(2, at(7, 9, 0), at(7, 10, 0), "dobrzynska 5")];
    assert_eq!(ask(&slot(at(9, 16, 0), at(9, 18, 0)), &modest, &monday), []);
    assert_eq!(
        ask(&slot(at(9, 16, 0), at(9, 18, 1)), &modest, &monday),
        [Refusal::WeeklyLimit { limit_minutes: 180 }]
    );
    assert_eq!(ask(&slot(at(14, 16, 0), at(14, 18, 1)), &modest, &monday), [], "the next week");
    let generous =
        PersonFacts { weekly_limit_minutes: Some(9_999), ..person(date(2010, 6, 1).at(0, 0, 0, 0)) };
    let long = slot(at(9, 7, 0), at(9, 19, 1));
    assert_eq!(
        ask(&long, &generous, &[]),
        [Refusal::WeeklyLimit { limit_minutes: 720 }],
        "a minor's cap stands"
    );
}

proptest! {
    #[test]
    fn two_claimed_slots_never_overlap(start_a in 0i64..2_000, len_a in 1i64..400, start_b in 0i64..2_000, len_b in 1i64..400) {
        let base = at(7, 0, 0);
        let a = slot(base.plus_minutes(start_a), base.plus_minutes(start_a + len_a));
        let b = busy(2, base.plus_minutes(start_b), base.plus_minutes(start_b + len_b), "elsewhere");
        let apart = start_a + len_a + 20 <= start_b || start_b + len_b + 20 <= start_a;
        let refused = ask(&a, &adult(), std::slice::from_ref(&b))
            .iter()
            .any(|refusal| matches!(refusal, Refusal::Overlaps | Refusal::TooClose { .. }));
        prop_assert_eq!(refused, !apart);
    }
}

/// A task without an hour: three hours of work between two days of December.
fn window(first: i8, last: i8) -> SlotFacts {
    let (starts_at, ends_at) = span(Day(date(2026, 12, first)), Day(date(2026, 12, last)));
    SlotFacts { work_minutes: Some(180), ..slot(starts_at, ends_at) }
}

#[test]
fn a_task_without_an_hour_is_claimed_until_its_end() {
    let at_noon = |slot: &SlotFacts| ask(slot, &adult(), &[]);
    assert_eq!(at_noon(&window(1, 14)), [], "its first day is today");
    assert_eq!(refusals(&window(1, 14), &adult(), &[], at(14, 23, 59), Limits::default()), []);
    assert_eq!(refusals(&window(1, 14), &adult(), &[], at(15, 0, 0), Limits::default()), [Refusal::Over]);
}

#[test]
fn a_task_without_an_hour_keeps_nobody_busy() {
    let evening = slot(at(2, 16, 0), at(2, 18, 0));
    let held = busy(2, window(1, 14).starts_at, window(1, 14).ends_at, "elsewhere");
    let task = Engagement { work: Some(Vec::new()), ..held.clone() };
    assert_eq!(ask(&evening, &adult(), &[task]), []);
    assert_eq!(ask(&evening, &adult(), &[held])[0], Refusal::Overlaps, "with hours it would");
    let meeting = [busy(2, at(2, 16, 0), at(2, 18, 0), "elsewhere")];
    assert_eq!(ask(&window(1, 14), &adult(), &meeting), []);
}

#[test]
fn a_task_without_an_hour_for_the_young() {
    let young = |day: i8| person(date(2011, 12, day).at(0, 0, 0, 0));
    assert_eq!(
        ask(&window(1, 14), &young(14), &[]),
        [],
        "15 on the last day; no night, no two hours at once"
    );
    assert_eq!(ask(&window(1, 14), &young(15), &[]), [Refusal::TooYoung { min_age: 15 }]);
    let home = SlotFacts { at_home: true, ..window(1, 14) };
    assert_eq!(ask(&home, &young(1), &[]), [Refusal::MinorAtHome]);
}

#[test]
fn work_counts_in_the_week_in_which_it_is_done() {
    let limited = PersonFacts { weekly_limit_minutes: Some(240), ..adult() };
    let done = |day: i8, minutes| {
        let work = Some(vec![WorkDone { on_day: Day(date(2026, 12, day)), minutes }]);
        Engagement { work, ..busy(2, at(1, 0, 0), at(15, 0, 0), "elsewhere") }
    };
    let wednesday = slot(at(2, 16, 0), at(2, 18, 0));
    assert_eq!(ask(&wednesday, &limited, &[done(3, 120)]), []);
    assert_eq!(ask(&wednesday, &limited, &[done(3, 121)]), [Refusal::WeeklyLimit { limit_minutes: 240 }]);
    assert_eq!(ask(&wednesday, &limited, &[done(8, 600)]), [], "the week after");
    assert_eq!(ask(&window(1, 14), &limited, &[busy(2, at(2, 8, 0), at(2, 12, 0), "elsewhere")]), []);
}

#[test]
fn minors_note_work_within_the_day_and_the_week() {
    let limits = Limits::default();
    let born = |year| Some(Day(date(year, 5, 5)));
    let work = |day: i8, minutes| WorkDone { on_day: Day(date(2026, 12, day)), minutes };
    let held = |work| Engagement { work: Some(work), ..busy(2, at(1, 0, 0), at(15, 0, 0), "elsewhere") };
    assert_eq!(refused_work(born(1990), work(2, 900), &[held(vec![work(2, 900)])], limits), None);
    assert_eq!(refused_work(born(2009), work(2, 480), &[], limits), None, "17");
    let day = |max_minutes| Some(Refusal::MinorDay { max_minutes });
    assert_eq!(refused_work(born(2009), work(2, 481), &[], limits), day(480));
    assert_eq!(refused_work(born(2011), work(2, 361), &[], limits), day(360), "15");
    assert_eq!(refused_work(born(2012), work(2, 121), &[], limits), day(120), "14");
    let meeting = busy(3, at(2, 16, 0), at(2, 18, 0), "elsewhere");
    assert_eq!(refused_work(born(2012), work(2, 1), std::slice::from_ref(&meeting), limits), day(120));
    assert_eq!(refused_work(born(2012), work(3, 120), &[meeting], limits), None);
    let week = [held(vec![work(1, 400), work(3, 300)])];
    let limit_minutes = limits.minor_weekly_minutes;
    assert_eq!(refused_work(born(2009), work(4, 20), &week, limits), None);
    assert_eq!(
        refused_work(born(2009), work(4, 21), &week, limits),
        Some(Refusal::WeeklyLimit { limit_minutes })
    );
    assert_eq!(refused_work(None, work(4, 1), &[], limits), Some(Refusal::NoBirthDate));
}

#[test]
fn a_qualification_counts_on_the_day_of_the_slot() {
    let drive = SlotFacts { requires: vec!["driving-b".into()], ..slot(at(5, 16, 0), at(5, 18, 0)) };
    let day = |day: i8| Day(date(2026, 12, day));
    let until = |last: Option<i8>| {
        let by = domain::ids::PersonId(Uuid::nil());
        let held = Held { code: "driving-b".into(), from: day(1), until: last.map(day), by, at: at(1, 9, 0) };
        PersonFacts { qualifications: vec![held], ..adult() }
    };
    assert_eq!(ask(&drive, &adult(), &[]), [Refusal::Unqualified { needs: "driving-b".into() }]);
    assert_eq!(ask(&drive, &until(None), &[]), []);
    assert_eq!(ask(&drive, &until(Some(5)), &[]), [], "to its last day");
    let ended = Refusal::QualificationEnds { ends_on: day(4), what: "driving-b".into() };
    assert_eq!(ask(&drive, &until(Some(4)), &[]), [ended]);
    // Of a task without an hour the last day counts.
    let (starts_at, ends_at) = span(day(2), day(6));
    let window = SlotFacts { starts_at, ends_at, work_minutes: Some(60), ..drive };
    let ended = Refusal::QualificationEnds { ends_on: day(5), what: "driving-b".into() };
    assert_eq!(ask(&window, &until(Some(5)), &[]), [ended]);
    assert_eq!(ask(&window, &until(Some(6)), &[]), []);
}

#[test]
fn what_the_person_can_change_is_told_last() {
    let full = SlotFacts {
        requires: vec!["driving-b".into()],
        min_age: 40,
        taken: 2,
        ..slot(at(5, 16, 0), at(5, 18, 0))
    };
    let unqualified = Refusal::Unqualified { needs: "driving-b".into() };
    assert_eq!(ask(&full, &adult(), &[]), [Refusal::TooYoung { min_age: 40 }, unqualified, Refusal::Full]);
}
