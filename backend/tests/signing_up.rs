//! Questions at sign-up and rules that approve by themselves, on both engines.
#![expect(clippy::unwrap_used, reason = "what goes wrong in a test ends it")]

mod world;

use backend::context::Cx;
use backend::error::Error;
use backend::service::{
    approval, calendar, claims, coverage, dashboard, dates, hosting, matching, opportunities, people,
    questions, schedule,
};
use backend::store::claims::{self as store, ClaimRow};
use backend::store::dates::DateRow;
use backend::store::{audit, slots};
use domain::actor::Role;
use domain::claim::ClaimState;
use domain::form::{
    ClaimForm, FieldProblem, InputProblem, OpportunityForm, QuestionForm, RuleForm, SlotsForm,
};
use domain::ids::SlotId;
use domain::problem::Problem;
use domain::time::Day;
use domain::view::{BoardQuery, CalendarQuery};
use jiff::civil::date;
use serde::Serialize;
use world::{World, slots_form};

/// Nothing else in the test says this.
const SECRET: &str = "żółwie-i-orzechy";

fn problem<T: std::fmt::Debug>(outcome: backend::error::Result<T>) -> Problem {
    match outcome.unwrap_err() {
        Error::Problem(problem) => problem,
        Error::Internal(error) => panic!("{error}"),
    }
}

fn answers(typed: &[&str]) -> ClaimForm {
    ClaimForm { answers: typed.iter().map(|&answer| answer.to_owned()).collect(), ..ClaimForm::default() }
}

/// A published slot on 5 December that asks two things, the first of them required.
async fn asking(world: &World, coordinator: &Cx, rule: &str) -> SlotId {
    let id = world.opportunity(coordinator, rule).await;
    let stored = opportunities::editor(coordinator, Some(id)).await.unwrap().form;
    let question = |text: &str, kind: &str, required: &str| QuestionForm {
        text: text.into(),
        kind: kind.into(),
        required: required.into(),
        ..QuestionForm::default()
    };
    let questions = vec![question("Na co masz alergię?", "text", "on"), question("Masz auto?", "yes_no", "")];
    opportunities::update(coordinator, id, &OpportunityForm { questions, ..stored }).await.unwrap();
    dates::add(coordinator, id, &slots_form((1, 3), 5, "10:00", "12:00")).await.unwrap();
    opportunities::publish(coordinator, id).await.unwrap();
    opportunities::editor(coordinator, Some(id)).await.unwrap().slots[0].id
}

async fn what_is_asked_is_answered_and_kept_as_it_stood(world: World) {
    let (anna, julia) = (world.coordinator("Anna").await, world.volunteer("Julia", |_| {}).await);
    let slot = asking(&world, &anna, "instant").await;
    let missing = FieldProblem { field: "answers-0".into(), problem: InputProblem::Empty };
    assert_eq!(problem(claims::claim(&julia, slot).await), Problem::Invalid(vec![missing]));
    assert!(schedule::mine(&julia).await.unwrap().coming.is_empty(), "nothing was claimed");
    claims::claim_as(&julia, slot, &answers(&[SECRET])).await.unwrap();

    // The question may change; the answer keeps the one it was given to.
    let id = calendar::slot(&julia, slot).await.unwrap().opportunity_id;
    let stored = opportunities::editor(&anna, Some(id)).await.unwrap().form;
    opportunities::update(&anna, id, &OpportunityForm { questions: Vec::new(), ..stored }).await.unwrap();
    let page = calendar::slot(&julia, slot).await.unwrap();
    assert!(page.questions.is_empty());
    assert_eq!(
        (page.answers[0].question.as_str(), page.answers[0].answer.as_str()),
        ("Na co masz alergię?", SECRET)
    );
}

async fn an_answer_can_be_mended_by_its_own_person(world: World) {
    let (anna, julia) = (world.coordinator("Anna").await, world.volunteer("Julia", |_| {}).await);
    let slot = asking(&world, &anna, "instant").await;
    claims::claim_as(&julia, slot, &answers(&["orzechy"])).await.unwrap();
    let claim = world.claim_of(&julia, slot).await;
    let new = ["orzechy i mleko".to_owned(), "yes".to_owned()];
    let piotr = world.volunteer("Piotr", |_| {}).await;
    assert_eq!(problem(questions::answer(&piotr, claim, &new).await), Problem::NotFound);
    assert_eq!(problem(questions::answer(&anna, claim, &new).await), Problem::NotFound);
    assert_eq!(problem(questions::answer(&julia, claim, &[]).await).code(), "invalid");
    questions::answer(&julia, claim, &new).await.unwrap();
    let page = calendar::slot(&julia, slot).await.unwrap();
    assert_eq!(
        (page.answers[0].answer.as_str(), page.answers[1].answer.as_str()),
        ("orzechy i mleko", "yes")
    );
    claims::withdraw(&julia, claim).await.unwrap();
    assert_eq!(problem(questions::answer(&julia, claim, &new).await), Problem::TooLate);
}

/// What this reader can get in any view, as it travels.
async fn everything(cx: &Cx, slot: SlotId) -> String {
    fn text<T: Serialize>(view: backend::error::Result<T>) -> String {
        view.map(|view| serde_json::to_string(&view).unwrap()).unwrap_or_default()
    }
    let opportunity = calendar::slot(cx, slot).await.unwrap().opportunity_id;
    [
        text(calendar::slot(cx, slot).await),
        text(calendar::opportunity(cx, opportunity).await),
        text(calendar::browse(cx, CalendarQuery::default()).await),
        text(schedule::mine(cx).await),
        text(hosting::overview(cx).await),
        text(dashboard::show(cx).await),
        text(matching::staffing(cx, slot, None).await),
        text(matching::weights(cx).await),
        text(coverage::board(cx, BoardQuery::default()).await),
        text(coverage::day_plan(cx, Day(date(2026, 12, 5))).await),
        text(opportunities::editor(cx, Some(opportunity)).await),
        text(opportunities::list(cx, "").await),
        text(people::list(cx, None, "").await),
    ]
    .concat()
}

async fn answers_are_seen_by_those_who_need_them_only(world: World) {
    let (anna, julia) = (world.coordinator("Anna").await, world.volunteer("Julia", |_| {}).await);
    let slot = asking(&world, &anna, "approval").await;
    claims::claim_as(&julia, slot, &answers(&[SECRET])).await.unwrap();
    let claim = world.claim_of(&julia, slot).await;
    let sees = async |cx: &Cx| everything(cx, slot).await.contains(SECRET);

    let host = world.person("Dorota", Role::FacilityManager, Some(world.organisation)).await;
    assert!(!sees(&host).await, "who only asks is no business of the host's yet");
    assert!(serde_json::to_string(&dashboard::show(&anna).await.unwrap()).unwrap().contains(SECRET));
    assert!(
        serde_json::to_string(&matching::staffing(&anna, slot, None).await.unwrap())
            .unwrap()
            .contains(SECRET)
    );
    claims::approve(&anna, claim).await.unwrap();
    let near = world.at(world::now().plus_days(10));
    let at = |cx: &Cx| Cx { node: near.node.clone(), ..cx.clone() };
    for (name, cx) in [("host", &host), ("coordinator", &anna), ("claimant", &julia)] {
        assert!(sees(&at(cx)).await, "{name}");
    }
    let stranger = world.person("Obcy", Role::Partner, Some(world.elsewhere)).await;
    let piotr = world.volunteer("Piotr", |_| {}).await;
    let worker = world.person("Socjalna", Role::SocialWorker, None).await;
    let director = world.person("Dyrektor", Role::Director, None).await;
    let admin = world.person("Admin", Role::Administrator, None).await;
    for cx in [&stranger, &piotr, &worker, &director, &admin, &world.visitor()] {
        assert!(!sees(&at(cx)).await, "{:?}", cx.actor);
    }
    // The audit names the look and never the answer.
    let mut tx = world.node.db.read().await.unwrap();
    let entries = audit::of(&mut tx, claim.0).await.unwrap();
    assert!(!format!("{entries:?}").contains(SECRET));
    let looks = audit::of(&mut tx, slot.0).await.unwrap();
    assert!(looks.iter().any(|entry| entry.action == "view" && entry.noun == "candidates"));
}

/// Someone who came to the organisation so many times.
async fn regular(world: &World, anna: &Cx, name: &str, times: i64) -> Cx {
    let cx = world.volunteer(name, |_| {}).await;
    let opportunity = world.opportunity(anna, "instant").await;
    let mut tx = world.node.db.write().await.unwrap();
    for n in 0..times {
        let starts_at = world::now().plus_days(-7 * (n + 1));
        let time = (starts_at, starts_at.plus_minutes(60));
        let slot = DateRow::new(world.node.new_id(), opportunity, time, (1, 1));
        backend::store::dates::add(&mut tx, std::slice::from_ref(&slot)).await.unwrap();
        let person = cx.actor.person_id().unwrap();
        let claim = ClaimRow::new(world.node.new_id(), slot.id, person, ClaimState::Attended, starts_at);
        store::add(&mut tx, &claim).await.unwrap();
        slots::take_places(&mut tx, slot.id, None, 1).await.unwrap();
    }
    tx.commit().await.unwrap();
    cx
}

fn known(times: &str) -> RuleForm {
    RuleForm {
        name: "Znamy się".into(),
        effect: "approve".into(),
        experience: "here".into(),
        times: times.into(),
        ..RuleForm::default()
    }
}

async fn a_rule_approves_and_says_why(world: World) {
    let anna = world.coordinator("Anna").await;
    let regular = regular(&world, &anna, "Julia", 3).await;
    let newcomer = world.volunteer("Piotr", |_| {}).await;
    approval::add(&anna, &known("3")).await.unwrap();
    let slot = world.slot(&anna, "approval", (1, 3), 5, "10:00", "12:00").await;
    assert_eq!(claims::claim(&regular, slot).await.unwrap(), ClaimState::Approved);
    assert_eq!(claims::claim(&newcomer, slot).await.unwrap(), ClaimState::Pending);
    assert_eq!(world.mails("julia@example.org").await.len(), 1, "as a human's decision");
    let page = calendar::slot(&regular, slot).await.unwrap();
    assert_eq!(page.card.taken, 1);

    let board = dashboard::show(&anna).await.unwrap();
    let [decision] = board.automatic.as_slice() else { panic!("{:?}", board.automatic) };
    assert_eq!((decision.name.as_str(), decision.ruling.rule.name.as_str()), ("Julia", "Znamy się"));
    assert_eq!((decision.ruling.facts.came_here, decision.ruling.facts.days_ahead), (3, 13));
    let waiting: Vec<_> = board.waiting.iter().map(|claim| claim.name.as_str()).collect();
    assert_eq!(waiting, ["Piotr"]);
}

async fn a_blocking_rule_leaves_it_to_a_person(world: World) {
    let anna = world.coordinator("Anna").await;
    let regular = regular(&world, &anna, "Julia", 3).await;
    approval::add(&anna, &known("1")).await.unwrap();
    let soon = RuleForm {
        name: "Na ostatnią chwilę".into(),
        effect: "leave".into(),
        ahead: "fewer".into(),
        days: "20".into(),
        ..RuleForm::default()
    };
    let block = approval::add(&anna, &soon).await.unwrap();
    let slot = world.slot(&anna, "approval", (1, 3), 5, "10:00", "12:00").await;
    assert_eq!(claims::claim(&regular, slot).await.unwrap(), ClaimState::Pending);
    let waiting = &dashboard::show(&anna).await.unwrap().waiting[0];
    assert_eq!(
        waiting.ruling.as_ref().unwrap().rule.name,
        "Na ostatnią chwilę",
        "the desk sees why it waits"
    );
    approval::end(&anna, block).await.unwrap();
    assert_eq!(problem(approval::end(&anna, block).await), Problem::NotFound);
    let later = world.slot(&anna, "approval", (1, 3), 6, "10:00", "12:00").await;
    assert_eq!(
        claims::claim(&regular, later).await.unwrap(),
        ClaimState::Approved,
        "nothing blocks any more"
    );
}

async fn a_coordinator_takes_back_what_a_rule_decided(world: World) {
    let anna = world.coordinator("Anna").await;
    let regular = regular(&world, &anna, "Julia", 3).await;
    approval::add(&anna, &known("1")).await.unwrap();
    let slot = world.slot(&anna, "approval", (1, 3), 5, "10:00", "12:00").await;
    claims::claim(&regular, slot).await.unwrap();
    let claim = world.claim_of(&regular, slot).await;
    // Hours later the mail has left: they are told that it is open again.
    let hours = world.at(world::now().plus_minutes(3 * 60));
    let mut tx = hours.node.db.write().await.unwrap();
    tx.query("UPDATE mail SET sent_at = created_at").run().await.unwrap();
    tx.commit().await.unwrap();
    let at = |world: &World, cx: &Cx| Cx { node: world.node.clone(), ..cx.clone() };
    let tomorrow = world.at(world::now().plus_days(1));
    assert_eq!(
        problem(claims::undo(&at(&tomorrow, &anna), claim).await),
        Problem::TooLate,
        "only on the same day"
    );
    assert_eq!(claims::undo(&at(&hours, &anna), claim).await.unwrap(), ClaimState::Pending);
    assert_eq!(world.mails("julia@example.org").await.len(), 2);
    let page = calendar::slot(&regular, slot).await.unwrap();
    assert_eq!(page.card.taken, 0);
    let board = dashboard::show(&anna).await.unwrap();
    assert!(board.automatic.is_empty() && board.waiting.len() == 1);
    assert_eq!(
        claims::approve(&at(&hours, &anna), claim).await.unwrap(),
        ClaimState::Approved,
        "now by a person"
    );
    assert!(dashboard::show(&anna).await.unwrap().automatic.is_empty());
}

async fn a_rule_is_tried_on_the_last_requests(world: World) {
    let anna = world.coordinator("Anna").await;
    let regular = regular(&world, &anna, "Julia", 2).await;
    let newcomer = world.volunteer("Piotr", |_| {}).await;
    let id = world.opportunity(&anna, "approval").await;
    let dates = SlotsForm {
        pattern: "weekly".into(),
        repeat_until: "2026-12-26".into(),
        ..slots_form((1, 3), 5, "10:00", "12:00")
    };
    dates::add(&anna, id, &dates).await.unwrap();
    opportunities::publish(&anna, id).await.unwrap();
    let slots = opportunities::editor(&anna, Some(id)).await.unwrap().slots;
    for slot in &slots {
        claims::claim(&regular, slot.id).await.unwrap();
    }
    claims::claim(&newcomer, slots[0].id).await.unwrap();
    let view = approval::rules(&anna, Some(&known("2"))).await.unwrap();
    assert_eq!((view.tried, view.requests), (Some(Ok(4)), 5));
    assert_eq!(approval::rules(&anna, Some(&known("3"))).await.unwrap().tried, Some(Ok(0)));
    let unread = approval::rules(&anna, Some(&RuleForm::default())).await.unwrap().tried;
    assert!(unread.unwrap().is_err(), "it cannot be read");
    approval::add(&anna, &RuleForm { organisation_id: world.elsewhere.to_string(), ..known("2") })
        .await
        .unwrap();
    assert_eq!(approval::rules(&anna, None).await.unwrap().rules[0].held, 0, "there they never were");
    let wrong = RuleForm { kind: "nurkowanie".into(), ..known("2") };
    assert_eq!(problem(approval::add(&anna, &wrong).await).code(), "invalid");
}

on_both_engines! {
    what_is_asked_is_answered_and_kept_as_it_stood
    an_answer_can_be_mended_by_its_own_person
    answers_are_seen_by_those_who_need_them_only
    a_rule_approves_and_says_why
    a_blocking_rule_leaves_it_to_a_person
    a_coordinator_takes_back_what_a_rule_decided
    a_rule_is_tried_on_the_last_requests
}
