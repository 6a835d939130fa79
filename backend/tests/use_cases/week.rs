//! The week of those who plan it, copying it, and the year at a glance, on both engines.

use crate::world::{self, World, slots_form};
use backend::context::Cx;
use backend::error::Error;
use backend::service::{calendar, claims, dates, opportunities};
use backend::store::dates::{self as rows, DateRow};
use domain::actor::Role;
use domain::calendar::plus_days;
use domain::form::{ChangeForm, OpportunityForm, SlotsForm};
use domain::ids::{OpportunityId, SlotId};
use domain::problem::Problem;
use domain::refusal::Refusal;
use domain::time::{Day, Instant};
use domain::view::{CopyFate, SlotCard, WeekPlan, YearDay};
use jiff::civil::date;

on_both_engines! {
    a_week_is_copied_as_it_was_shown_and_never_twice
    roles_and_opening_are_copied_and_nobody_is_put_down
    holidays_the_past_and_roles_that_ended_are_left_out
    copies_keep_the_hours_of_clocks
    nights_are_shown_on_both_days_moved_and_copied
    a_night_is_planned_by_a_form_and_not_for_the_young
    hosts_plan_their_own
    new_dates_are_offered_like_the_last_one
    a_year_says_how_well_its_days_are_covered
}

/// The Monday of the week of 1 December.
const MONDAY: Day = Day(date(2026, 11, 30));

async fn week(cx: &Cx, day: Day, to: Option<Day>) -> WeekPlan {
    dates::week(cx, Some(day), to).await.expect("a week")
}

fn cards(view: &WeekPlan) -> Vec<SlotCard> {
    view.days.iter().flat_map(|day| day.slots.clone()).collect()
}

fn fates(view: &WeekPlan) -> Vec<CopyFate> {
    view.copy.as_ref().expect("a copy").dates.iter().map(|date| date.fate).collect()
}

fn seen(view: &WeekPlan) -> String {
    view.copy.as_ref().expect("a copy").fingerprint.clone()
}

/// Looks at a copy and makes it; how many dates it added.
async fn copied(cx: &Cx, from: Day, to: Day) -> i64 {
    let view = week(cx, from, Some(to)).await;
    let count = dates::copy_week(cx, from, to, &seen(&view)).await.expect("copied");
    assert_eq!(count, view.copy.expect("a copy").count, "as it was shown");
    count
}

async fn offer_of(cx: &Cx, slot: SlotId) -> OpportunityId {
    calendar::slot(cx, slot).await.expect("the page").opportunity_id
}

fn changed(result: &Result<i64, Error>) -> bool {
    matches!(result, Err(Error::Problem(Problem::Changed)))
}

async fn a_week_is_copied_as_it_was_shown_and_never_twice(world: World) {
    let anna = world.coordinator("Anna").await;
    let first = world.slot(&anna, "instant", (1, 2), 1, "10:00", "12:00").await;
    world.slot(&anna, "instant", (2, 4), 4, "16:00", "18:30").await;
    let next = plus_days(MONDAY, 7);
    let view = week(&anna, Day(date(2026, 12, 3)), Some(Day(date(2026, 12, 11)))).await;
    assert_eq!((view.monday, view.days.len(), view.more), (MONDAY, 7, false));
    assert_eq!(cards(&view).iter().map(|card| card.id).collect::<Vec<_>>(), view.movable);
    let copy = view.copy.as_ref().expect("a copy");
    assert_eq!((copy.to, copy.count), (next, 2));
    assert!(changed(&dates::copy_week(&anna, MONDAY, next, "").await), "not without having seen it");
    // Somebody adds one of them meanwhile.
    let offer = offer_of(&anna, first).await;
    dates::add(&anna, offer, &slots_form((1, 2), 8, "10:00", "12:00")).await.expect("a date");
    assert!(
        changed(&dates::copy_week(&anna, MONDAY, next, &seen(&view)).await),
        "it would do something else"
    );
    assert_eq!(cards(&week(&anna, next, None).await).len(), 1, "and did nothing");
    let view = week(&anna, MONDAY, Some(next)).await;
    assert_eq!(fates(&view), [CopyFate::There, CopyFate::New]);
    assert_eq!(dates::copy_week(&anna, MONDAY, next, &seen(&view)).await.expect("copied"), 1);
    let there = cards(&week(&anna, next, None).await);
    let [one, two] = there.as_slice() else { panic!("two dates, not {there:?}") };
    assert_eq!((one.min_places, two.min_places, two.max_places), (1, 2, 4));
    let civil = (two.starts_at.civil(), two.ends_at.civil());
    assert_eq!(civil, (date(2026, 12, 11).at(16, 0, 0, 0), date(2026, 12, 11).at(18, 30, 0, 0)));
    let again = week(&anna, MONDAY, Some(next)).await;
    assert_eq!(fates(&again), [CopyFate::There; 2]);
    assert!(changed(&dates::copy_week(&anna, MONDAY, next, &seen(&view)).await), "the same button again");
    assert_eq!(copied(&anna, MONDAY, next).await, 0);
    assert_eq!(fates(&week(&anna, MONDAY, Some(MONDAY)).await), [CopyFate::There; 2], "a week onto itself");
    let other = offer_of(&anna, two.id).await;
    let history = opportunities::editor(&anna, Some(other)).await.expect("the editor").history;
    assert_eq!(history.iter().filter(|line| line.detail.added == 1).count(), 2, "the date and its copy");
}

async fn roles_and_opening_are_copied_and_nobody_is_put_down(world: World) {
    let anna = world.coordinator("Anna").await;
    let roles: [(&str, &[&str], (u8, u8)); 2] = [("kierowca", &[], (1, 1)), ("pakowanie", &[], (1, 3))];
    let (slot, ids) = world.slot_of_roles(&anna, "instant", 2, &roles).await;
    let offer = offer_of(&anna, slot).await;
    let late = SlotsForm { opens_days: "3".into(), ..slots_form((2, 5), 3, "09:00", "10:00") };
    let late = dates::add(&anna, offer, &late).await.expect("a date");
    assert_eq!(late, 1);
    let julia = world.volunteer("Julia", |_| {}).await;
    let form = domain::form::ClaimForm { role: ids[0].to_string(), ..Default::default() };
    claims::claim_as(&julia, slot, &form).await.expect("a place");
    let mails = world.mails("julia@example.org").await.len();
    assert_eq!(copied(&anna, MONDAY, plus_days(MONDAY, 7)).await, 2);
    let mut tx = world.node.db.read().await.expect("a transaction");
    let all = rows::of_opportunity(&mut tx, offer, world::now(), None).await.expect("dates");
    let [first, opening, copy, its_opening] = all.as_slice() else { panic!("four dates, not {all:?}") };
    assert_eq!((first.taken, copy.taken), (1, 0));
    assert_eq!(copy.plans(), first.plans());
    assert!(copy.with_roles && copy.roles.iter().all(|places| places.taken == 0));
    let week_later =
        |at: Instant| Instant::from_civil(plus_days(at.day().into(), 7).0.to_datetime(at.civil().time()));
    assert_eq!(its_opening.opens_at, opening.opens_at.map(week_later));
    assert_eq!((its_opening.min_places, its_opening.max_places), (2, 5));
    assert_eq!(world.mails("julia@example.org").await.len(), mails, "nobody is told");
}

async fn holidays_the_past_and_roles_that_ended_are_left_out(world: World) {
    let anna = world.coordinator("Anna").await;
    world.slot(&anna, "instant", (1, 2), 3, "10:00", "12:00").await;
    let (slot, _) = world.slot_of_roles(&anna, "instant", 4, &[("kierowca", &[], (1, 1))]).await;
    let christmas = week(&anna, MONDAY, Some(Day(date(2026, 12, 21)))).await;
    let then = fates(&christmas);
    assert!(matches!(then.as_slice(), [CopyFate::Holiday(_), CopyFate::Holiday(_)]), "{then:?}");
    assert_eq!(christmas.copy.expect("a copy").count, 0);
    let past = week(&anna, MONDAY, Some(Day(date(2026, 11, 16)))).await;
    assert_eq!(fates(&past), [CopyFate::OutOfTime; 2]);
    // A week later nobody drives any more.
    let later = world.at(Instant::from_civil(date(2026, 12, 6).at(9, 0, 0, 0)));
    let anna = later.acting(
        anna.actor.person_id().expect("a person"),
        match &anna.actor {
            domain::actor::Actor::Person(person) => person.grants.clone(),
            _ => Vec::new(),
        },
    );
    let offer = offer_of(&anna, slot).await;
    let view = opportunities::editor(&anna, Some(offer)).await.expect("the editor");
    let form = OpportunityForm { roles: Vec::new(), ..view.form };
    opportunities::update(&anna, offer, &form).await.expect("no roles");
    let after = week(&anna, MONDAY, Some(plus_days(MONDAY, 7))).await;
    assert_eq!(fates(&after), [CopyFate::New, CopyFate::RoleEnded]);
    assert_eq!(after.movable, [], "what is over is not moved");
}

async fn copies_keep_the_hours_of_clocks(world: World) {
    let nights = [
        (date(2026, 10, 12), date(2026, 10, 18), "2026-10-25", 240),
        // 28 March 2027 is Easter: nothing is copied there.
        (date(2028, 3, 13), date(2028, 3, 19), "2028-03-26", 120),
    ];
    for (now, sunday, copy, minutes) in nights {
        let world = world.at(Instant::from_civil(now.at(9, 0, 0, 0)));
        let anna = world.coordinator(&format!("Anna{minutes}")).await;
        let offer = world.opportunity(&anna, "instant").await;
        let form = SlotsForm { day: Day(sunday).to_string(), ..slots_form((1, 2), 1, "01:00", "04:00") };
        dates::add(&anna, offer, &form).await.expect("a date");
        opportunities::publish(&anna, offer).await.expect("published");
        let to = plus_days(Day(sunday), 7);
        assert_eq!(copied(&anna, Day(sunday), to).await, 1);
        let there = cards(&week(&anna, to, None).await);
        let [one] = there.as_slice() else { panic!("one date, not {there:?}") };
        let said = |at: Instant| at.civil().strftime("%Y-%m-%d %H:%M").to_string();
        assert_eq!(
            (said(one.starts_at), said(one.ends_at)),
            (format!("{copy} 01:00"), format!("{copy} 04:00"))
        );
        assert_eq!(one.ends_at.minutes_since(one.starts_at), minutes, "the night has an hour more or less");
    }
}

async fn nights_are_shown_on_both_days_moved_and_copied(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 1, "10:00", "12:00").await;
    let offer = offer_of(&anna, slot).await;
    let mut ids = Vec::new();
    // On the Sundays before and in the week, and on its Saturday one that is longer than forms plan.
    for (ahead, hours) in [(-1, 5), (6, 5), (5, 13)] {
        let from = Instant::from_civil(plus_days(MONDAY, ahead).0.at(22, 0, 0, 0));
        let id: SlotId = world.node.new_id();
        let row = DateRow::new(id, offer, (from, from.plus_minutes(hours * 60)), (1, 2));
        let mut tx = world.node.db.write().await.expect("a transaction");
        rows::add(&mut tx, &[row]).await.expect("a night");
        tx.commit().await.expect("a commit");
        ids.push(id);
    }
    let view = week(&anna, MONDAY, Some(plus_days(MONDAY, 7))).await;
    let over = |day: usize| view.days[day].over.iter().map(|card| card.id).collect::<Vec<_>>();
    assert_eq!(
        (over(0), over(1), over(6)),
        (vec![ids[0]], vec![], vec![ids[2]]),
        "they run into the next day"
    );
    assert_eq!(cards(&view).iter().map(|card| card.id).collect::<Vec<_>>(), [slot, ids[2], ids[1]]);
    assert_eq!(view.movable, [ids[0], slot, ids[1]]);
    assert_eq!(fates(&view), [CopyFate::New, CopyFate::TooLong, CopyFate::New]);
    assert_eq!(copied(&anna, MONDAY, plus_days(MONDAY, 7)).await, 2);
    let next = week(&anna, plus_days(MONDAY, 14), None).await;
    let [night] = next.days[0].over.as_slice() else { panic!("one night, not {:?}", next.days[0].over) };
    let said = |at: Instant| at.civil().strftime("%Y-%m-%d %H:%M").to_string();
    assert_eq!(
        (said(night.starts_at), said(night.ends_at)),
        ("2026-12-13 22:00".into(), "2026-12-14 03:00".into())
    );
}

async fn a_night_is_planned_by_a_form_and_not_for_the_young(world: World) {
    let anna = world.coordinator("Anna").await;
    let offer = world.opportunity(&anna, "instant").await;
    let day = plus_days(MONDAY, 1).to_string();
    let form = SlotsForm { day, ..slots_form((1, 2), 1, "21:00", "02:00") };
    let weekly = SlotsForm { pattern: "weekly".into(), count: "2".into(), ..form.clone() };
    assert_eq!(dates::add(&anna, offer, &weekly).await.expect("two nights"), 2);
    opportunities::publish(&anna, offer).await.expect("published");
    let view = week(&anna, MONDAY, None).await;
    let [night] = view.days[1].slots.as_slice() else { panic!("one night, not {:?}", view.days[1].slots) };
    assert_eq!(night.ends_at.minutes_since(night.starts_at), 300);
    let zosia = world.volunteer("Zosia", |row| row.birth_on = Some(Day(date(2010, 1, 1)))).await;
    let refused = claims::claim(&zosia, night.id).await;
    let at_night = Refusal::MinorAtNight { until_hour: 22 };
    assert!(
        matches!(&refused, Err(Error::Problem(Problem::Refused(why))) if *why == at_night),
        "{refused:?}"
    );
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, night.id).await.expect("a place");
    let all = ChangeForm { scope: "all".into(), ..ChangeForm::default() };
    let longer = SlotsForm { ends: "03:00".into(), ..weekly };
    world::change_dates(&anna, night.id, &longer, &all, "").await.expect("changed");
    for monday in [MONDAY, plus_days(MONDAY, 7)] {
        let view = week(&anna, monday, None).await;
        let ends: Vec<_> = view.days[1].slots.iter().map(|night| night.ends_at.civil()).collect();
        assert_eq!(ends, [plus_days(monday, 2).0.at(3, 0, 0, 0)]);
    }
}

async fn hosts_plan_their_own(world: World) {
    let anna = world.coordinator("Anna").await;
    world.slot(&anna, "instant", (1, 2), 1, "10:00", "12:00").await;
    let own = world.person("Dorota", Role::FacilityManager, Some(world.organisation)).await;
    let other = world.person("Tomasz", Role::FacilityManager, Some(world.elsewhere)).await;
    let next = plus_days(MONDAY, 7);
    let view = week(&own, MONDAY, Some(next)).await;
    assert_eq!((cards(&view).len(), view.offers.len()), (1, 1));
    assert_eq!(view.movable, [], "what everyone sees is moved by a coordinator");
    let theirs = week(&other, MONDAY, Some(next)).await;
    assert_eq!((cards(&theirs).len(), theirs.offers.len(), fates(&theirs).len()), (0, 0, 0));
    assert_eq!(copied(&other, MONDAY, next).await, 0);
    assert!(
        changed(&dates::copy_week(&other, MONDAY, next, &seen(&view)).await),
        "what others see is theirs"
    );
    assert_eq!(copied(&own, MONDAY, next).await, 1, "dates may be added");
    let julia = world.volunteer("Julia", |_| {}).await;
    assert!(matches!(dates::week(&julia, None, None).await, Err(Error::Problem(Problem::Denied))));
}

async fn new_dates_are_offered_like_the_last_one(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, ids) = world.slot_of_roles(&anna, "instant", 2, &[("kierowca", &[], (1, 2))]).await;
    let offer = offer_of(&anna, slot).await;
    let form = dates::add_view(&anna, offer, None).await.expect("the page").form;
    assert_eq!((form.day.as_str(), form.starts.as_str(), form.pattern.as_str()), ("", "", ""));
    let roles: Vec<_> = form.roles.iter().map(|role| (role.id.clone(), role.max_places.clone())).collect();
    assert_eq!(roles, [(ids[0].to_string(), "2".to_owned())]);
    let none = world.opportunity(&anna, "instant").await;
    let form = dates::add_view(&anna, none, None).await.expect("the page").form;
    assert_eq!((form.min_places.as_str(), form.max_places.as_str(), form.roles.len()), ("1", "1", 0));
}

async fn a_year_says_how_well_its_days_are_covered(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (2, 4), 1, "10:00", "12:00").await;
    // What is not published does not count.
    let draft = world.opportunity(&anna, "instant").await;
    dates::add(&anna, draft, &slots_form((1, 2), 2, "10:00", "12:00")).await.expect("a date");
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, slot).await.expect("a place");
    let view = dates::year(&anna, None).await.expect("this year");
    let day = YearDay { day: Day(date(2026, 12, 1)), dates: 1, needed: 2, missing: 1 };
    assert_eq!((view.year, view.today, view.days), (2026, Day(date(2026, 11, 22)), vec![day]));
    let own = world.person("Dorota", Role::FacilityManager, Some(world.organisation)).await;
    assert_eq!(dates::year(&own, Some(2026)).await.expect("this year").days, [day]);
    let other = world.person("Tomasz", Role::FacilityManager, Some(world.elsewhere)).await;
    assert_eq!(dates::year(&other, Some(2026)).await.expect("this year").days, []);
    assert_eq!(dates::year(&anna, Some(2027)).await.expect("the next").days, []);
    let far = [i16::MIN, i16::MAX].map(|year| dates::year(&anna, Some(year)));
    for (year, found) in [2016, 2029].into_iter().zip(far) {
        assert_eq!(found.await.expect("a year").year, year);
    }
    assert!(matches!(dates::year(&julia, None).await, Err(Error::Problem(Problem::Denied))));
}
