//! Masks name every rule that fails, and the facts say the same; points add up.

use crate::town::{at, id, problem, slot, town, volunteer};
use domain::claim::ClaimState;
use domain::claiming::{Engagement, Refusal};
use domain::ids::SlotId;
use domain::matching::*;
use domain::opportunity::SlotState;
use domain::person::{DayPart, FreeTime, VolunteerStatus};
use domain::text::Code;
use domain::time::Day;
use jiff::civil::date;
use proptest::prelude::*;

fn fails(volunteer: &Volunteer, slot: &Slot, change: impl Fn(&mut Problem)) -> Vec<Failure> {
    let mut problem = problem(vec![volunteer.clone()], vec![slot.clone()]);
    change(&mut problem);
    let found = failures(&problem, volunteer, slot, &slot.roles[0], &volunteer.engagements);
    let masks = Table::new(&problem).masks(&problem, slot, &slot.roles[0]);
    assert_eq!(masks[0], found.iter().map(Failure::rule).collect(), "{found:?}");
    found
}

fn fail(volunteer: &Volunteer, slot: &Slot) -> Vec<Failure> {
    fails(volunteer, slot, |_| ())
}

/// A Tuesday.
fn place() -> Slot {
    slot(1, at(20, 10, 0), 60)
}

#[test]
fn nobody_is_kept_away_for_nothing() {
    assert_eq!(fail(&volunteer(1), &place()), []);
}

/// The rules that fail when something is changed about somebody and a place that go together.
fn with(change: &dyn Fn(&mut Volunteer, &mut Slot)) -> Vec<Rule> {
    let (mut volunteer, mut slot) = (volunteer(1), place());
    change(&mut volunteer, &mut slot);
    fail(&volunteer, &slot).iter().map(Failure::rule).collect()
}

#[test]
fn each_fact_alone() {
    let teenager = Some(Day(date(2010, 1, 1)));
    assert_eq!(with(&|_, s| s.state = SlotState::Cancelled), [Rule::Cancelled]);
    assert_eq!(with(&|_, s| s.starts_at = at(1, 0, 0)), [Rule::Started, Rule::WeeklyLimit]);
    assert_eq!(with(&|v, _| v.status = VolunteerStatus::Applied), [Rule::NotActive]);
    assert_eq!(with(&|v, _| v.birth_on = None), [Rule::NoBirthDate]);
    assert_eq!(with(&|v, s| (v.birth_on, s.min_age) = (teenager, 17)), [Rule::TooYoung]);
    assert_eq!(with(&|v, s| (v.birth_on, s.min_age) = (teenager, 16)), []);
    // The higher of the date's age and the role's own holds.
    assert_eq!(with(&|v, s| (v.birth_on, s.roles[0].min_age) = (teenager, 17)), [Rule::TooYoung]);
    assert_eq!(with(&|v, s| (v.birth_on, s.roles[0].min_age) = (teenager, 16)), []);
    assert_eq!(
        with(&|v, s| (v.birth_on, s.min_age, s.roles[0].min_age) = (teenager, 17, 13)),
        [Rule::TooYoung]
    );
    assert_eq!(with(&|v, s| (v.birth_on, s.at_home) = (teenager, true)), [Rule::MinorAtHome]);
    assert_eq!(with(&|_, s| s.at_home = true), []);
    assert_eq!(with(&|_, s| s.minor_directed = true), [Rule::NotScreened]);
    assert_eq!(
        with(&|v, s| {
            s.minor_directed = true;
            v.screened_on = teenager;
        }),
        []
    );
    assert_eq!(with(&|_, s| s.roles[0].sex = Some(Sex::Female)), [Rule::Sex]);
    assert_eq!(
        with(&|v, s| {
            s.roles[0].sex = Some(Sex::Female);
            v.sex = Some(Sex::Male);
        }),
        [Rule::Sex]
    );
    assert_eq!(
        with(&|v, s| {
            s.roles[0].sex = Some(Sex::Female);
            v.sex = Some(Sex::Female);
        }),
        []
    );
    assert_eq!(with(&|v, s| v.blocked.push(s.organisation_id)), [Rule::Blocked]);
    assert_eq!(with(&|v, _| v.weekly_limit_minutes = Some(59)), [Rule::WeeklyLimit]);
    assert_eq!(with(&|v, _| v.weekly_limit_minutes = Some(60)), []);
}

#[test]
fn the_hours_of_minors() {
    let until = |born: i16, hour: i8, minutes: i64| {
        let ends_at = at(20, hour, 0);
        with(&|volunteer, slot| {
            volunteer.birth_on = Some(Day(date(born, 1, 1)));
            (slot.starts_at, slot.ends_at) = (ends_at.plus_minutes(-minutes), ends_at);
        })
    };
    assert_eq!(until(2010, 22, 60), []);
    assert_eq!(until(2010, 23, 60), [Rule::MinorAtNight]);
    assert_eq!(until(2013, 20, 60), []);
    assert_eq!(until(2013, 21, 60), [Rule::MinorAtNight]);
    assert_eq!(until(2013, 12, 120), []);
    assert_eq!(until(2013, 12, 121), [Rule::MinorTooLong]);
    assert_eq!(until(2010, 12, 121), []);
}

#[test]
fn the_week_of_minors() {
    let teenager = Volunteer { birth_on: Some(Day(date(2010, 1, 1))), ..volunteer(1) };
    let rules = |volunteer: &Volunteer, minutes| -> Vec<Rule> {
        let found = fails(volunteer, &place(), |problem| problem.limits.minor_weekly_minutes = minutes);
        found.iter().map(Failure::rule).collect()
    };
    assert_eq!(rules(&teenager, 59), [Rule::WeeklyLimit]);
    assert_eq!((rules(&teenager, 60), rules(&volunteer(1), 59)), (vec![], vec![]));
}

#[test]
fn what_no_slot_asked_for_before() {
    let away = Volunteer { status: VolunteerStatus::Applied, ..volunteer(2) };
    let problem = problem(vec![volunteer(1), away], vec![place()]);
    let mut asks = place();
    asks.roles[0].skills = vec!["driving".into()];
    let masks = Table::new(&problem).masks(&problem, &asks, &asks.roles[0]);
    let mask = |rules: &[Rule]| rules.iter().copied().collect::<Mask>();
    assert_eq!(masks, [mask(&[Rule::Skill]), mask(&[Rule::NotActive, Rule::Skill])]);
}

#[test]
fn the_first_of_october_begins_with_a_long_slot() {
    // `now` is the first of October, 0:00.
    let (mut early, me) = (place(), volunteer(1));
    (early.starts_at, early.ends_at) = (at(1, 0, 0), at(1, 1, 0));
    assert_eq!(fail(&me, &early), [Failure::Claim(Refusal::Started)]);
    early.starts_at = at(1, 0, 1);
    assert_eq!(fail(&me, &early), []);
}

#[test]
fn papers_skills_and_languages() {
    let mut asks = place();
    asks.roles[0].requirements = vec![Code::from("insurance")];
    asks.roles[0].skills = vec![Code::from("driving")];
    asks.roles[0].languages = vec![Code::from("uk")];
    let lacking = |code: &str, held_until| Lacking { code: code.into(), held_until };
    let mut me = volunteer(1);
    assert_eq!(
        fail(&me, &asks),
        [
            Failure::Requirement(lacking("insurance", None)),
            Failure::Skill(lacking("driving", None)),
            Failure::Language("uk".into())
        ]
    );
    let yesterday = Some(Day(date(2026, 10, 19)));
    me.requirements = vec![Valid { code: "insurance".into(), until: yesterday }];
    me.skills = vec![Valid { code: "driving".into(), until: None }];
    me.languages = vec!["uk".into()];
    assert_eq!(fail(&me, &asks), [Failure::Requirement(lacking("insurance", yesterday))]);
    me.requirements.push(Valid { code: "insurance".into(), until: Some(Day(date(2026, 10, 20))) });
    assert_eq!(fail(&me, &asks), [], "the last day counts");
}

#[test]
fn time_with_the_window_that_comes_nearest() {
    let mut me = volunteer(1);
    // Tuesdays from 8 to 14.
    me.availability.weekly = vec![WeeklyWindow { from_minute: 1_440 + 480, until_minute: 1_440 + 840 }];
    let mut late = place();
    (late.starts_at, late.ends_at) = (at(20, 13, 0), at(20, 14, 0));
    assert_eq!(fail(&me, &late), []);
    late.ends_at = at(20, 14, 30);
    let needed = Span { from: late.starts_at, until: late.ends_at };
    let nearest = Some(Span { from: at(20, 8, 0), until: at(20, 14, 0) });
    assert_eq!(fail(&me, &late), [Failure::Unavailable { needed, nearest }]);
    let more = Exception { from: at(20, 14, 0), until: at(20, 15, 0), free: true };
    me.availability.exceptions = vec![more];
    assert_eq!(fail(&me, &late), [], "windows that touch are one");
    me.availability.exceptions.push(Exception { from: at(20, 14, 29), until: at(20, 16, 0), free: false });
    let nearest = Some(Span { from: at(20, 8, 0), until: at(20, 14, 29) });
    assert_eq!(fail(&me, &late), [Failure::Unavailable { needed, nearest }]);
    me.availability = Availability::default();
    me.availability.exceptions.push(Exception { from: at(20, 14, 30), until: at(20, 16, 0), free: false });
    assert_eq!(fail(&me, &late), [], "it ends when the other begins");
}

#[test]
fn the_week_is_the_one_on_the_wall() {
    let mut me = volunteer(1);
    // Sundays from 22 to midnight and Mondays until 6: two windows, one night. 25 October has 25 hours.
    me.availability.weekly = vec![
        WeeklyWindow { from_minute: 0, until_minute: 360 },
        WeeklyWindow { from_minute: 6 * 1_440 + 22 * 60, until_minute: 10_080 },
    ];
    let mut night = place();
    (night.starts_at, night.ends_at) = (at(25, 22, 0), at(26, 6, 0));
    assert_eq!(fail(&me, &night), []);
    night.ends_at = night.ends_at.plus_seconds(1);
    assert_eq!(fail(&me, &night).len(), 1);
    me.availability.weekly = vec![WeeklyWindow { from_minute: 6 * 1_440, until_minute: 6 * 1_440 + 240 }];
    (night.starts_at, night.ends_at) = (at(25, 0, 0), at(25, 4, 0));
    assert_eq!(night.ends_at.minutes_since(night.starts_at), 300);
    assert_eq!(fail(&me, &night), []);
    let evening = WeeklyWindow::from(FreeTime { weekday: 2, part: DayPart::Evening });
    assert_eq!(evening, WeeklyWindow { from_minute: 1_440 + 17 * 60, until_minute: 1_440 + 22 * 60 });
    let noon = WeeklyWindow::from(FreeTime { weekday: 1, part: DayPart::Afternoon });
    assert_eq!(noon, WeeklyWindow { from_minute: 720, until_minute: 1_020 });
    let morning = WeeklyWindow::from(FreeTime { weekday: 7, part: DayPart::Morning });
    assert_eq!(morning, WeeklyWindow { from_minute: 6 * 1_440 + 360, until_minute: 6 * 1_440 + 720 });
}

#[test]
fn pauses_and_distance() {
    let mut me = volunteer(1);
    let pause = |from, until: Option<i8>| Pause {
        from: Day(date(2026, 10, from)),
        until: until.map(|day| Day(date(2026, 10, day))),
    };
    for (from, until, paused) in
        [(20, Some(20), true), (19, None, true), (21, None, false), (10, Some(19), false)]
    {
        me.availability.pauses = vec![pause(from, until)];
        let until = pause(from, until).until;
        assert_eq!(fail(&me, &place()), if paused { vec![Failure::Paused { until }] } else { vec![] });
    }
    me.availability.pauses.clear();
    let mut far = place();
    far.point = Some(Point { east_m: 3, north_m: 0 });
    me.home = Some(Point { east_m: 0, north_m: 4 });
    me.radius_m = Some(4);
    assert_eq!(fail(&me, &far), [Failure::TooFar { distance_m: 5, radius_m: 4 }]);
    me.radius_m = Some(5);
    assert_eq!(fail(&me, &far), []);
    (me.radius_m, far.remote) = (Some(4), true);
    assert_eq!(fail(&me, &far), []);
}

#[test]
fn places_elsewhere() {
    let mut me = volunteer(1);
    let busy = |slot: u64, from, until| Engagement {
        slot_id: SlotId(id(slot)),
        starts_at: from,
        ends_at: until,
        place: "elsewhere".into(),
        remote: false,
        state: ClaimState::Approved,
        work: None,
    };
    me.engagements = vec![busy(50, at(20, 10, 30), at(20, 12, 0))];
    assert_eq!(fail(&me, &place()), [Failure::Claim(Refusal::Overlaps)]);
    me.engagements = vec![busy(50, at(20, 11, 19), at(20, 12, 0))];
    assert_eq!(fail(&me, &place()), [Failure::Claim(Refusal::TooClose { buffer_minutes: 20 })]);
    me.engagements = vec![busy(50, at(20, 11, 20), at(20, 12, 20))];
    assert_eq!(fail(&me, &place()), []);
    me.weekly_limit_minutes = Some(119);
    assert_eq!(fail(&me, &place()), [Failure::Claim(Refusal::WeeklyLimit { limit_minutes: 119 })]);
    me.engagements = vec![busy(1, at(20, 10, 0), at(20, 11, 0))];
    assert_eq!(fail(&me, &place()), [Failure::Claim(Refusal::AlreadyClaimed)]);
}

#[test]
fn every_rule_has_its_own_bit_and_name() {
    let codes: std::collections::BTreeSet<_> = ALL_RULES.iter().map(|rule| rule.code()).collect();
    assert_eq!(codes.len(), ALL_RULES.len());
    let all: Mask = ALL_RULES.iter().copied().collect();
    assert_eq!(all.0.count_ones() as usize, ALL_RULES.len());
    assert_eq!(all.rules().collect::<Vec<_>>(), ALL_RULES);
    assert!(Rule::Sex.mask().is_near_miss() && !all.is_near_miss() && !Mask::default().is_near_miss());
    assert!(Mask::default().is_empty() && !Rule::Sex.mask().is_empty() && !Rule::Sex.mask().has(Rule::Skill));
}

#[test]
fn points_by_hand() {
    let mut asks = place();
    let role = &mut asks.roles[0];
    role.nice_skills = vec!["driving".into(), "maths".into(), "first-aid".into()];
    role.nice_languages = vec!["uk".into(), "en".into()];
    role.nice_sex = Some(Sex::Male);
    asks.point = Some(Point { east_m: 1_000, north_m: 0 });
    let mut me = volunteer(1);
    me.kinds = vec!["reading".into()];
    me.skills = vec![
        Valid { code: "driving".into(), until: None },
        Valid { code: "maths".into(), until: Some(Day(date(2026, 10, 19))) },
    ];
    me.languages = vec!["uk".into()];
    me.sex = Some(Sex::Male);
    me.home = Some(Point { east_m: 0, north_m: 0 });
    me.reliability_percent = 70;
    me.past = vec![Past {
        opportunity_id: domain::ids::OpportunityId(id(9)),
        organisation_id: asks.organisation_id,
    }];
    let lines = |me: &Volunteer, asks: &Slot| -> Vec<(i32, i32)> {
        let lines = contributions(me, asks, &asks.roles[0], &Weights::default());
        lines.iter().map(|line| (line.points, line.maximum)).collect()
    };
    let all = [(300, 300), (50, 150), (40, 80), (50, 50), (105, 150), (120, 150), (60, 120)];
    assert_eq!(lines(&me, &asks), all);
    me.past[0].opportunity_id = asks.opportunity_id;
    asks.remote = true;
    assert_eq!(lines(&me, &asks)[5..], [(150, 150), (120, 120)]);
    let (nobody, plain) = (volunteer(2), place());
    let nothing = [(0, 300), (0, 0), (0, 0), (0, 0), (0, 150), (0, 150), (0, 120)];
    assert_eq!(lines(&Volunteer { kinds: Vec::new(), ..nobody.clone() }, &plain), nothing);
    let district = Some(domain::ids::DistrictId(id(3)));
    let (near, there) = (Volunteer { district, ..nobody }, Slot { district, ..plain });
    assert_eq!(lines(&near, &there)[5], (150, 150));
    let far = Volunteer { home: Some(Point { east_m: 9_000, north_m: 0 }), ..near };
    asks.remote = false;
    assert_eq!(lines(&far, &asks)[5], (0, 150));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn columns_say_what_the_rules_say(seed in any::<u64>()) {
        let problem = town(seed, 12, 5);
        let table = Table::new(&problem);
        for slot in &problem.slots {
            for role in &slot.roles {
                let masks = table.masks(&problem, slot, role);
                let points = table.points(slot, role, &problem.weights);
                for ((volunteer, mask), points) in problem.volunteers.iter().zip(masks).zip(points) {
                    let found = failures(&problem, volunteer, slot, role, &volunteer.engagements);
                    let expected: Mask = found.iter().map(Failure::rule).collect();
                    prop_assert_eq!(mask, expected, "{:?}", found);
                    let lines = contributions(volunteer, slot, role, &problem.weights);
                    prop_assert_eq!(points, lines.iter().map(|line| line.points).sum::<i32>());
                    for line in lines {
                        prop_assert!((0..=line.maximum).contains(&line.points), "{:?}", line);
                    }
                }
            }
        }
    }
}
