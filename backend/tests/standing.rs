//! Chosen dates and standing places, on both engines.

mod world;

use backend::context::Cx;
use backend::error::Error;
use backend::service::{approval, calendar, claims, dashboard, dates, opportunities, schedule, standing};
use backend::store::{slots, standing as store};
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::form::{DatesForm, RuleForm, SlotsForm, StandingForm};
use domain::ids::{OpportunityId, SeriesId, SlotId};
use domain::person::VolunteerStatus;
use domain::problem::Problem;
use domain::view::{DateOutcome, Outcome, Standing};
use world::World;

on_both_engines! {
    chosen_dates_are_claimed_each_by_the_rules
    a_standing_place_with_a_day_left_out
    dates_that_cannot_be_had_are_told_and_passed_over
    newcomers_find_room
    many_at_once_leave_room_too
    not_one_date_is_no_standing_place
    a_standing_place_is_taken_once
    a_date_that_was_given_back_is_not_filled_again
    a_standing_place_ends_from_a_day_on
    a_date_that_is_added_is_filled
    standing_places_of_others_and_of_drafts
    a_rule_approves_standing_places_too
}

fn problem<T: std::fmt::Debug>(result: Result<T, Error>) -> Problem {
    match result {
        Err(Error::Problem(problem)) => problem,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

/// An opportunity whose dates are the Tuesdays of December 2026, 16:00 to 18:00, as one series.
struct Tuesdays {
    opportunity: OpportunityId,
    series: SeriesId,
    dates: Vec<SlotId>,
}

async fn tuesdays(world: &World, anna: &Cx, places: u8, percent: i64) -> Tuesdays {
    series(world, anna, "instant", places, percent).await
}

async fn series(world: &World, anna: &Cx, rule: &str, places: u8, percent: i64) -> Tuesdays {
    let opportunity = world.opportunity(anna, rule).await;
    let form = SlotsForm {
        repeat_until: "2026-12-29".into(),
        pattern: "weekly".into(),
        standing: percent.to_string(),
        ..world::slots_form((1, places), 1, "16:00", "18:00")
    };
    dates::add(anna, opportunity, &form).await.expect("dates");
    opportunities::publish(anna, opportunity).await.expect("published");
    let view = opportunities::editor(anna, Some(opportunity)).await.expect("the editor");
    let slots: Vec<SlotId> = view.slots.iter().map(|slot| slot.id).collect();
    assert_eq!(slots.len(), 5);
    let series =
        dates::change_view(anna, slots[0], None).await.expect("the page").series.expect("a series").id;
    Tuesdays { opportunity, series, dates: slots }
}

fn outcomes(all: &[DateOutcome]) -> Vec<Outcome> {
    all.iter().map(|date| date.outcome.clone()).collect()
}

const IN: Outcome = Outcome::Claimed(ClaimState::Approved);

fn leaving_out(days: &[&str]) -> StandingForm {
    StandingForm { skipped: days.iter().map(|day| (*day).to_owned()).collect(), role: String::new() }
}

async fn taken(world: &World, dates: &[SlotId]) -> Vec<i64> {
    let mut found = Vec::new();
    for id in dates {
        found.push(calendar::slot(&world.visitor(), *id).await.expect("the page").card.taken);
    }
    found
}

async fn chosen_dates_are_claimed_each_by_the_rules(world: World) {
    let anna = world.coordinator("Anna").await;
    let Tuesdays { dates, .. } = tuesdays(&world, &anna, 1, 0).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let piotr = world.volunteer("Piotr", |_| {}).await;
    claims::claim(&piotr, dates[1]).await.expect("a place");
    claims::claim(&julia, dates[3]).await.expect("a place");
    let slots = [0, 1, 2, 3].map(|n| dates[n].to_string()).to_vec();
    let done =
        standing::claim_dates(&julia, &DatesForm { slots, ..DatesForm::default() }).await.expect("outcomes");
    assert_eq!(outcomes(&done), [IN, Outcome::Refused(Refusal::Full), IN, Outcome::Held]);
    assert_eq!(taken(&world, &dates).await, [1, 1, 1, 1, 0]);
    assert!(matches!(
        problem(standing::claim_dates(&julia, &DatesForm::default()).await),
        Problem::Invalid(_)
    ));
    let nowhere =
        DatesForm { slots: vec!["00000000-0000-7000-8000-000000000001".into()], ..DatesForm::default() };
    assert_eq!(problem(standing::claim_dates(&julia, &nowhere).await), Problem::NotFound);
}

async fn a_standing_place_with_a_day_left_out(world: World) {
    let anna = world.coordinator("Anna").await;
    let Tuesdays { series, dates, opportunity } = tuesdays(&world, &anna, 2, 100).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let done = standing::take(&julia, series, &leaving_out(&["2026-12-22"])).await.expect("outcomes");
    assert_eq!(outcomes(&done), [IN, IN, IN, Outcome::Skipped, IN]);
    assert_eq!(taken(&world, &dates).await, [1, 1, 1, 0, 1]);
    let mine = standing::mine(&julia).await.expect("standing places");
    assert_eq!((mine.len(), mine[0].dates.len(), mine[0].weekday), (1, 4, Some(2)));
    let page = calendar::opportunity(&julia, opportunity).await.expect("the page");
    assert_eq!(page.series[0].mine, Some(mine[0].id));
    assert!(matches!(page.series[0].dates[0].standing, Standing::Mine { .. }));
    let page = calendar::slot(&julia, dates[3]).await.expect("the page");
    assert_eq!(page.series.expect("the series").id, series);
    // What was left out can be had after all, as any date.
    claims::claim(&julia, dates[3]).await.expect("a place");
}

async fn dates_that_cannot_be_had_are_told_and_passed_over(world: World) {
    let anna = world.coordinator("Anna").await;
    let Tuesdays { series, dates, .. } = tuesdays(&world, &anna, 1, 100).await;
    let meeting = world.slot(&anna, "instant", (1, 1), 8, "17:00", "19:00").await;
    let julia = world.volunteer("Julia", |row| row.birth_on = None).await;
    assert_eq!(
        problem(standing::take(&julia, series, &StandingForm::default()).await),
        Problem::Refused(Refusal::NoBirthDate)
    );
    let piotr = world.volunteer("Piotr", |row| row.weekly_limit_minutes = Some(180)).await;
    claims::claim(&piotr, meeting).await.expect("a place");
    claims::claim(&world.volunteer("Jan", |_| {}).await, dates[2]).await.expect("a place");
    let morning = world.slot(&anna, "instant", (1, 1), 30, "08:00", "10:00").await;
    claims::claim(&piotr, morning).await.expect("a place");
    let done = standing::take(&piotr, series, &StandingForm::default()).await.expect("outcomes");
    let limit = Refusal::WeeklyLimit { limit_minutes: 180 };
    let refused = [Refusal::Overlaps, Refusal::Full, limit].map(Outcome::Refused);
    let [overlap, full, limit] = refused;
    assert_eq!(outcomes(&done), [IN, overlap, full, IN, limit]);
}

async fn newcomers_find_room(world: World) {
    let anna = world.coordinator("Anna").await;
    let Tuesdays { series, dates, opportunity } = tuesdays(&world, &anna, 3, 70).await;
    for name in ["Julia", "Piotr"] {
        let cx = world.volunteer(name, |_| {}).await;
        standing::take(&cx, series, &StandingForm::default()).await.expect("a standing place");
    }
    let bartek = world.volunteer("Bartek", |_| {}).await;
    let full = Problem::Refused(Refusal::StandingFull);
    assert_eq!(problem(standing::take(&bartek, series, &StandingForm::default()).await), full);
    let page = calendar::opportunity(&bartek, opportunity).await.expect("the page");
    assert_eq!(page.series[0].dates[0].standing, Standing::Closed(Refusal::StandingFull));
    assert_eq!(page.dates[0].standing, Standing::Open, "a single date can be had");
    claims::claim(&bartek, dates[0]).await.expect("the room that was left");
    assert_eq!(taken(&world, &dates).await, [3, 2, 2, 2, 2]);
}

async fn many_at_once_leave_room_too(world: World) {
    let anna = world.coordinator("Anna").await;
    for round in 0..20 {
        let Tuesdays { series, dates, .. } = tuesdays(&world, &anna, 4, 50).await;
        let mut rush = tokio::task::JoinSet::new();
        for number in 0..6 {
            let cx = world.volunteer(&format!("Ktoś{round}x{number}"), |_| {}).await;
            rush.spawn(async move { standing::take(&cx, series, &StandingForm::default()).await.is_ok() });
        }
        let given = rush.join_all().await.into_iter().filter(|taken| *taken).count();
        assert_eq!(given, 2, "round {round}");
        assert_eq!(taken(&world, &dates).await, [2, 2, 2, 2, 2], "round {round}");
    }
}

async fn not_one_date_is_no_standing_place(world: World) {
    let anna = world.coordinator("Anna").await;
    let Tuesdays { series, .. } = tuesdays(&world, &anna, 2, 100).await;
    let applicant = world.volunteer("Nowa", |row| row.status = VolunteerStatus::Paperwork).await;
    let refused = Problem::Refused(Refusal::NotActive);
    assert_eq!(problem(standing::take(&applicant, series, &StandingForm::default()).await), refused);
    assert_eq!(standing::mine(&applicant).await.expect("standing places"), []);
    let julia = world.volunteer("Julia", |_| {}).await;
    let all = leaving_out(&["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29"]);
    assert!(matches!(problem(standing::take(&julia, series, &all).await), Problem::Invalid(_)));
}

async fn a_standing_place_is_taken_once(world: World) {
    let anna = world.coordinator("Anna").await;
    let Tuesdays { series, dates, .. } = tuesdays(&world, &anna, 3, 100).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let form = StandingForm::default();
    let (one, two) =
        tokio::join!(standing::take(&julia, series, &form), standing::take(&julia, series, &form));
    let refused = [one, two].into_iter().filter_map(Result::err).collect::<Vec<_>>();
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert_eq!(taken(&world, &dates).await, [1, 1, 1, 1, 1]);
}

async fn a_date_that_was_given_back_is_not_filled_again(world: World) {
    let anna = world.coordinator("Anna").await;
    let Tuesdays { series, dates, .. } = tuesdays(&world, &anna, 2, 100).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    standing::take(&julia, series, &StandingForm::default()).await.expect("a standing place");
    claims::withdraw(&julia, world.claim_of(&julia, dates[2]).await).await.expect("withdrawn");
    assert_eq!(standing::mine(&julia).await.expect("standing places")[0].dates.len(), 4);
    assert_eq!(fill(&world, dates[2]).await, []);
    assert_eq!(taken(&world, &dates).await, [1, 1, 0, 1, 1]);
}

async fn a_standing_place_ends_from_a_day_on(world: World) {
    let anna = world.coordinator("Anna").await;
    let Tuesdays { series, dates, .. } = tuesdays(&world, &anna, 2, 100).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    standing::take(&julia, series, &StandingForm::default()).await.expect("a standing place");
    let id = standing::mine(&julia).await.expect("standing places")[0].id;
    assert!(matches!(problem(standing::end(&julia, id, "jutro").await), Problem::Invalid(_)));
    assert_eq!(standing::end(&julia, id, "2026-12-15").await.expect("ended"), 3);
    assert_eq!(taken(&world, &dates).await, [1, 1, 0, 0, 0]);
    assert_eq!(problem(standing::end(&julia, id, "").await), Problem::TooLate);
    assert_eq!(standing::mine(&julia).await.expect("standing places"), []);
    assert_eq!(schedule::mine(&julia).await.expect("the schedule").coming.len(), 2);
    let again = standing::take(&julia, series, &StandingForm::default()).await.expect("outcomes");
    assert_eq!(outcomes(&again), [Outcome::Held, Outcome::Held, IN, IN, IN]);
}

/// A date of a series, as if it was added now.
async fn fill(world: &World, slot: SlotId) -> Vec<(String, Outcome)> {
    let cx = world.system();
    let mut tx = world.node.db.write().await.expect("a transaction");
    let row = slots::find(&mut tx, slot).await.expect("a slot").expect("a slot");
    let outcomes = standing::fill(&cx, &mut tx, &row).await.expect("filled");
    let mut named = Vec::new();
    for (person, outcome) in outcomes {
        named.push((backend::store::people::name(&mut tx, person).await.expect("a name"), outcome));
    }
    tx.commit().await.expect("a commit");
    named.sort_by(|a, b| a.0.cmp(&b.0));
    named
}

async fn a_date_that_is_added_is_filled(world: World) {
    let anna = world.coordinator("Anna").await;
    let Tuesdays { series, dates, opportunity } = tuesdays(&world, &anna, 3, 70).await;
    let take = async |name: &str, form: &StandingForm| {
        let cx = world.volunteer(name, |_| {}).await;
        standing::take(&cx, series, form).await.expect("a standing place");
        cx
    };
    take("Julia", &leaving_out(&["2027-01-05"])).await;
    let piotr = take("Piotr", &StandingForm::default()).await;
    let form = SlotsForm { day: "2027-01-05".into(), ..world::slots_form((1, 3), 1, "16:00", "18:00") };
    dates::add(&anna, opportunity, &form).await.expect("a date");
    let view = opportunities::editor(&anna, Some(opportunity)).await.expect("the editor");
    let added = view.slots.last().expect("the date").id;
    assert!(!dates.contains(&added));
    assert_eq!(fill(&world, added).await, [], "it belongs to no series");
    world.belongs(series, &[added]).await;
    let named = |name: &str, outcome| (name.to_owned(), outcome);
    assert_eq!(fill(&world, added).await, [named("Julia", Outcome::Skipped), named("Piotr", IN)]);
    assert_eq!(fill(&world, added).await, [named("Julia", Outcome::Skipped)], "once is enough");
    assert_eq!(standing::mine(&piotr).await.expect("standing places")[0].dates.len(), 6);
}

async fn standing_places_of_others_and_of_drafts(world: World) {
    let anna = world.coordinator("Anna").await;
    let Tuesdays { series, opportunity, .. } = tuesdays(&world, &anna, 2, 0).await;
    let (julia, piotr) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Piotr", |_| {}).await);
    let form = StandingForm::default();
    assert_eq!(problem(standing::take(&julia, series, &form).await), Problem::NotFound, "none are given");
    assert!(calendar::opportunity(&julia, opportunity).await.expect("the page").series.is_empty());
    let Tuesdays { series, opportunity, .. } = tuesdays(&world, &anna, 2, 50).await;
    standing::take(&julia, series, &form).await.expect("a standing place");
    let id = standing::mine(&julia).await.expect("standing places")[0].id;
    assert_eq!(problem(standing::end(&piotr, id, "").await), Problem::NotFound);
    assert_eq!(problem(standing::take(&world.visitor(), series, &form).await), Problem::SignInFirst);
    opportunities::cancel(&anna, opportunity, "").await.expect("cancelled");
    assert_eq!(problem(standing::take(&piotr, series, &form).await), Problem::NotFound);
    let mut tx = world.node.db.read().await.expect("a transaction");
    assert!(store::of_series(&mut tx, series).await.expect("rows").is_empty(), "they end with it");
}

async fn a_rule_approves_standing_places_too(world: World) {
    let anna = world.coordinator("Anna").await;
    let rule = RuleForm {
        name: "Z wyprzedzeniem".into(),
        effect: "approve".into(),
        ahead: "more".into(),
        days: "20".into(),
        ..RuleForm::default()
    };
    approval::add(&anna, &rule).await.expect("a rule");
    let Tuesdays { series, .. } = series(&world, &anna, "approval", 2, 100).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let done = standing::take(&julia, series, &StandingForm::default()).await.expect("outcomes");
    let asked = Outcome::Claimed(ClaimState::Pending);
    assert_eq!(
        outcomes(&done),
        [asked.clone(), asked, IN, IN, IN],
        "from 12 December on it is 20 days ahead"
    );
    let mine = schedule::mine(&julia).await.expect("a schedule");
    assert_eq!(mine.coming.len(), 5);
    let board = dashboard::show(&anna).await.expect("the board");
    assert_eq!((board.automatic.len(), board.waiting.len()), (3, 2), "each with its rule");
}
