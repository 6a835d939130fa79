//! Tasks without an hour, on both engines.

mod world;

use backend::board::Board;
use backend::context::Cx;
use backend::error::Error;
use backend::service::{
    calendar, claims, coverage, dashboard, dates, hosting, opportunities, schedule, windows,
};
use domain::actor::Role;
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::form::{ChangeForm, SlotsForm, StintForm, WidenForm, WindowForm};
use domain::ids::SlotId;
use domain::problem::Problem;
use domain::time::{Day, Instant};
use domain::view::{BoardQuery, CalendarQuery, Standing, WorkView};
use jiff::civil::date;
use world::{World, change_dates};

on_both_engines! {
    a_task_is_claimed_worked_on_and_confirmed
    it_is_shown_beside_the_days_not_in_them
    the_board_does_not_plan_it
    it_can_be_claimed_while_it_runs
    work_is_noted_within_the_task_and_taken_back
    the_young_note_no_more_than_they_may
    work_counts_against_the_week_in_which_it_was_done
    who_has_begun_does_not_step_back
    approval_of_a_running_task
    it_is_called_off
    it_is_given_more_time_and_places
    tasks_of_others
}

fn problem<T: std::fmt::Debug>(result: Result<T, Error>) -> Problem {
    match result {
        Err(Error::Problem(problem)) => problem,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

/// At this hour of a day of December 2026.
fn at(day: i8, hour: i8) -> Instant {
    Instant::from_civil(date(2026, 12, day).at(hour, 0, 0, 0))
}

fn form(first: i8, last: i8) -> WindowForm {
    WindowForm {
        first: format!("2026-12-{first:02}"),
        last: format!("2026-12-{last:02}"),
        hours: "3".into(),
        min_places: "1".into(),
        max_places: "2".into(),
        ..WindowForm::default()
    }
}

/// Three hours of work from the first to the 14th of December, published.
async fn task(world: &World, anna: &Cx, rule: &str) -> SlotId {
    let id = world.opportunity(anna, rule).await;
    let slot = windows::add(anna, id, &form(1, 14)).await.expect("a task");
    opportunities::publish(anna, id).await.expect("published");
    slot
}

async fn note(cx: &Cx, slot: SlotId, day: i8, hours: u8) -> Result<i64, Error> {
    let claim = work(cx, slot).await.claim_id;
    let day = format!("2026-12-{day:02}");
    windows::note(cx, claim, &StintForm { day, hours: hours.to_string(), minutes: String::new() }).await
}

async fn work(cx: &Cx, slot: SlotId) -> WorkView {
    calendar::slot(cx, slot).await.expect("the page").work.expect("the work")
}

/// The same person in the same centre at another moment.
fn later(world: &World, cx: &Cx) -> Cx {
    Cx { node: world.node.clone(), ..cx.clone() }
}

async fn a_task_is_claimed_worked_on_and_confirmed(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = task(&world, &anna, "instant").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    assert_eq!(claims::claim(&julia, slot).await.expect("a place"), ClaimState::Approved);
    assert!(!work(&julia, slot).await.open, "it has not begun");
    let fifth = world.at(at(5, 12));
    let (julia, anna) = (later(&fifth, &julia), later(&fifth, &anna));
    let dorota = fifth.person("Dorota", Role::FacilityManager, Some(world.organisation)).await;
    assert_eq!(
        problem(windows::finish(&julia, work(&julia, slot).await.claim_id, true).await),
        Problem::TooLate
    );
    assert_eq!(note(&julia, slot, 2, 1).await.expect("noted"), 60);
    assert_eq!(note(&julia, slot, 5, 2).await.expect("noted"), 180);
    let shown = work(&julia, slot).await;
    assert_eq!((shown.done(), shown.stints.len(), shown.open, shown.finished), (180, 2, true, false));
    let coming = hosting::overview(&dorota).await.expect("the page").coming;
    assert_eq!((coming.len(), coming[0].people[0].noted, coming[0].people[0].done), (1, Some(180), false));
    windows::finish(&julia, shown.claim_id, true).await.expect("done");
    let page = hosting::overview(&dorota).await.expect("the page");
    assert_eq!((page.to_confirm.len(), page.coming.len()), (1, 0));
    hosting::record(&dorota, shown.claim_id, Some(true), "").await.expect("confirmed");
    let mine = schedule::mine(&julia).await.expect("the schedule");
    assert_eq!(mine.total_minutes, 180, "as much as was noted");
    assert!(!work(&julia, slot).await.open);
    assert_eq!(problem(note(&julia, slot, 5, 1).await), Problem::TooLate);
    hosting::record(&anna, shown.claim_id, Some(true), "2000")
        .await
        .expect("a task may be longer than a day");
}

async fn it_is_shown_beside_the_days_not_in_them(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = task(&world, &anna, "instant").await;
    let hours = world.slot(&anna, "instant", (1, 2), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let query = |span: &str, day: i8| {
        let json = serde_json::json!({ "span": span, "day": Day(date(2026, 12, day)) });
        serde_json::from_value::<CalendarQuery>(json).expect("a query")
    };
    for (span, day, shown) in
        [("agenda", 1, true), ("day", 14, true), ("day", 15, false), ("week", 10, true), ("month", 20, true)]
    {
        let view = calendar::browse(&julia, query(span, day)).await.expect("the calendar");
        let ids: Vec<SlotId> = view.windows.iter().map(|card| card.id).collect();
        assert_eq!(ids, if shown { vec![slot] } else { Vec::new() }, "{span} of {day}");
        let in_days = view.days.iter().flat_map(|day| &day.slots).any(|card| card.id == slot);
        let counted: i64 = view.strip.iter().map(|(_, count)| *count).sum();
        assert!(!in_days && counted <= 1, "{span} of {day}");
    }
    let page = calendar::slot(&julia, hours).await.expect("the page");
    assert_eq!(page.card.work_minutes, None);
    let page = calendar::slot(&world.visitor(), slot).await.expect("the page");
    assert_eq!((page.card.work_minutes, page.card.standing), (Some(180), Standing::Open));
    let over = world.at(at(15, 0));
    let view = calendar::browse(&over.visitor(), query("week", 14)).await.expect("the calendar");
    assert!(view.windows.is_empty());
    let page = calendar::slot(&over.visitor(), slot).await.expect("the page");
    assert_eq!(page.card.standing, Standing::Closed(Refusal::Over));
}

async fn the_board_does_not_plan_it(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = task(&world, &anna, "approval").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, slot).await.expect("waits");
    let shown = Board::shown(&world.node).await.expect("a plan");
    assert!(shown.facts.slots.is_empty());
    let board = coverage::board(&anna, BoardQuery::default()).await.expect("the board");
    assert!(board.slots.is_empty());
    assert_eq!((board.windows.len(), board.windows[0].1.id), (1, slot));
    backend::service::matching::staffing(&anna, slot, None).await.expect("the page of a date");
}

async fn it_can_be_claimed_while_it_runs(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = task(&world, &anna, "instant").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let hours = world.slot(&anna, "instant", (1, 2), 14, "16:00", "18:00").await;
    claims::claim(&julia, hours).await.expect("a place");
    let last = world.at(at(14, 23));
    claims::claim(&later(&last, &julia), slot).await.expect("nothing overlaps, and it is not over");
    let over = world.at(at(15, 0));
    let piotr = over.volunteer("Piotr", |_| {}).await;
    assert_eq!(problem(claims::claim(&piotr, slot).await), Problem::Refused(Refusal::Over));
}

async fn work_is_noted_within_the_task_and_taken_back(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = task(&world, &anna, "instant").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, slot).await.expect("a place");
    let julia = later(&world.at(at(5, 12)), &julia);
    for day in [6, 30] {
        assert!(matches!(problem(note(&julia, slot, day, 1).await), Problem::Invalid(_)), "{day}");
    }
    note(&julia, slot, 1, 1).await.expect("noted");
    let stint = work(&julia, slot).await.stints[0].id;
    windows::unnote(&julia, stint).await.expect("taken back");
    assert_eq!(work(&julia, slot).await.done(), 0);
    assert_eq!(problem(windows::unnote(&julia, stint).await), Problem::NotFound);
    let after = later(&world.at(at(20, 12)), &julia);
    note(&after, slot, 14, 2).await.expect("what was forgotten, until the host confirms");
}

async fn the_young_note_no_more_than_they_may(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = task(&world, &anna, "instant").await;
    let bartek = world.volunteer("Bartek", |row| row.birth_on = Some(Day(date(2010, 5, 5)))).await;
    claims::claim(&bartek, slot).await.expect("a place");
    let meeting = world.slot(&anna, "instant", (1, 2), 2, "16:00", "18:00").await;
    claims::claim(&bartek, meeting).await.expect("a place");
    let bartek = later(&world.at(at(8, 12)), &bartek);
    let day = Problem::Refused(Refusal::MinorDay { max_minutes: 480 });
    assert_eq!(problem(note(&bartek, slot, 2, 7).await), day, "beside the two hours of that day");
    note(&bartek, slot, 2, 6).await.expect("noted");
    note(&bartek, slot, 3, 4).await.expect("noted");
    let week = Problem::Refused(Refusal::WeeklyLimit { limit_minutes: 720 });
    assert_eq!(problem(note(&bartek, slot, 4, 1).await), week);
    note(&bartek, slot, 7, 8).await.expect("another week");
}

async fn work_counts_against_the_week_in_which_it_was_done(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = task(&world, &anna, "instant").await;
    let julia = world.volunteer("Julia", |row| row.weekly_limit_minutes = Some(180)).await;
    claims::claim(&julia, slot).await.expect("a place");
    let first = world.slot(&anna, "instant", (1, 2), 10, "16:00", "18:00").await;
    let julia = later(&world.at(at(8, 12)), &julia);
    note(&julia, slot, 8, 2).await.expect("noted");
    let week = Problem::Refused(Refusal::WeeklyLimit { limit_minutes: 180 });
    assert_eq!(problem(claims::claim(&julia, first).await), week);
    let stint = work(&julia, slot).await.stints[0].id;
    windows::unnote(&julia, stint).await.expect("taken back");
    claims::claim(&julia, first).await.expect("a place");
}

async fn who_has_begun_does_not_step_back(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = task(&world, &anna, "instant").await;
    let (julia, piotr) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Piotr", |_| {}).await);
    claims::claim(&julia, slot).await.expect("a place");
    claims::claim(&piotr, slot).await.expect("a place");
    let fifth = world.at(at(5, 12));
    let (julia, piotr) = (later(&fifth, &julia), later(&fifth, &piotr));
    note(&julia, slot, 5, 1).await.expect("noted");
    let claim = fifth.claim_of(&julia, slot).await;
    assert_eq!(problem(claims::withdraw(&julia, claim).await), Problem::TooLate);
    claims::withdraw(&piotr, fifth.claim_of(&piotr, slot).await).await.expect("withdrawn while it runs");
    assert_eq!(calendar::slot(&julia, slot).await.expect("the page").card.taken, 1);
}

async fn approval_of_a_running_task(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = task(&world, &anna, "approval").await;
    let fifth = world.at(at(5, 12));
    let (julia, anna) = (fifth.volunteer("Julia", |_| {}).await, later(&fifth, &anna));
    assert_eq!(claims::claim(&julia, slot).await.expect("waits"), ClaimState::Pending);
    assert_eq!(problem_of_work(&julia, slot).await, None, "nobody works before the place is theirs");
    let waiting = dashboard::show(&anna).await.expect("the dashboard").waiting;
    assert_eq!(waiting.len(), 1);
    claims::approve(&anna, waiting[0].claim_id).await.expect("approved");
    note(&julia, slot, 5, 1).await.expect("noted");
}

async fn problem_of_work(cx: &Cx, slot: SlotId) -> Option<WorkView> {
    calendar::slot(cx, slot).await.expect("the page").work
}

async fn it_is_called_off(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = task(&world, &anna, "instant").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, slot).await.expect("a place");
    let fifth = world.at(at(5, 12));
    let anna = later(&fifth, &anna);
    let hours = SlotsForm { ..world::slots_form((1, 2), 20, "16:00", "18:00") };
    assert!(
        change_dates(&anna, slot, &hours, &ChangeForm::default(), "").await.is_err(),
        "it does not become a date with hours"
    );
    assert_eq!(dates::cancel(&anna, slot, "").await.expect("called off"), 1);
    assert!(world.mails("julia@example.org").await[0].starts_with("Odwołane"));
    assert_eq!(
        problem(claims::claim(&later(&fifth, &julia), slot).await),
        Problem::Refused(Refusal::Cancelled)
    );
}

async fn it_is_given_more_time_and_places(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = task(&world, &anna, "instant").await;
    for name in ["Julia", "Piotr"] {
        claims::claim(&world.volunteer(name, |_| {}).await, slot).await.expect("a place");
    }
    let olena = world.volunteer("Olena", |_| {}).await;
    let queue = domain::form::ClaimForm { queue: "on".into(), ..domain::form::ClaimForm::default() };
    claims::claim_as(&olena, slot, &queue).await.expect("a turn");
    let form = |last: &str, max: &str| WidenForm { last: last.into(), max_places: max.into() };
    for wrong in [form("2026-12-13", "2"), form("2026-12-20", "1"), form("jutro", "")] {
        assert!(
            matches!(problem(windows::widen(&anna, slot, &wrong).await), Problem::Invalid(_)),
            "{wrong:?}"
        );
    }
    windows::widen(&anna, slot, &form("2026-12-20", "3")).await.expect("more of both");
    let page = calendar::slot(&olena, slot).await.expect("the page");
    assert_eq!((page.card.ends_at, page.card.max_places), (at(21, 0), 3));
    assert!(page.own.expect("a turn").kept.is_some(), "the new place is kept for who waits");
    let view = opportunities::editor(&anna, Some(page.opportunity_id)).await.expect("the editor");
    assert_eq!(view.history[0].detail.places, Some([(1, 2), (1, 3)]));
    // A date with hours is none.
    let date = world.slot(&anna, "instant", (1, 1), 9, "10:00", "12:00").await;
    assert_eq!(problem(windows::widen(&anna, date, &form("2026-12-20", "3")).await), Problem::NotFound);
}

async fn tasks_of_others(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = task(&world, &anna, "instant").await;
    let hours = world.slot(&anna, "instant", (1, 2), 5, "16:00", "18:00").await;
    let (julia, piotr) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Piotr", |_| {}).await);
    claims::claim(&julia, slot).await.expect("a place");
    claims::claim(&julia, hours).await.expect("a place");
    let fifth = world.at(at(5, 12));
    let (julia, piotr) = (later(&fifth, &julia), later(&fifth, &piotr));
    note(&julia, slot, 5, 1).await.expect("noted");
    let shown = work(&julia, slot).await;
    let today = StintForm { day: "2026-12-05".into(), hours: "1".into(), minutes: String::new() };
    assert_eq!(problem(windows::note(&piotr, shown.claim_id, &today).await), Problem::NotFound);
    assert_eq!(problem(windows::unnote(&piotr, shown.stints[0].id).await), Problem::NotFound);
    assert_eq!(problem(windows::finish(&piotr, shown.claim_id, true).await), Problem::NotFound);
    let with_hours = fifth.claim_of(&julia, hours).await;
    assert_eq!(problem(windows::note(&julia, with_hours, &today).await), Problem::NotFound);
}
