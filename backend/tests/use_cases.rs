//! Whole use cases on both engines: claiming, deciding, cancelling, hosting, signing in.

mod world;

use backend::error::Error;
use backend::service::{
    calendar, centre, claims, dashboard, hosting, opportunities, people, schedule, sign_in,
};
use backend::session::Token;
use domain::actor::Role;
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::form::{CentreForm, InputProblem, SignInForm};
use domain::ids::{ClaimId, SlotId};
use domain::person::VolunteerStatus;
use domain::problem::Problem;
use domain::time::Day;
use domain::view::{CalendarQuery, Standing};
use jiff::civil::date;
use world::World;

on_both_engines! {
    what_is_set_for_the_centre_holds_at_once
    an_instant_claim_takes_a_place
    a_claim_waits_until_it_is_approved
    each_refusal_has_its_code
    the_last_place_goes_to_one
    two_coordinators_cannot_decide_the_same_claim
    a_decision_can_be_undone_for_ten_seconds
    cancelling_tells_every_claimant
    a_host_records_who_came
    codes_work_once_in_time_and_five_tries
    a_newcomer_becomes_an_applicant
    the_calendar_says_what_a_slot_is_to_its_reader
    drafts_do_not_exist_for_others
}

fn problem<T: std::fmt::Debug>(result: Result<T, Error>) -> Problem {
    match result {
        Err(Error::Problem(problem)) => problem,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

async fn an_instant_claim_takes_a_place(world: World) {
    let coordinator = world.coordinator("Anna").await;
    let slot = world.slot(&coordinator, "instant", (1, 2), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    assert_eq!(claims::claim(&julia, slot).await.expect("a place"), ClaimState::Approved);
    let page = calendar::slot(&julia, slot).await.expect("the page");
    assert_eq!(page.card.taken, 1);
    assert!(matches!(page.card.standing, Standing::Mine { state: ClaimState::Approved, .. }));
    claims::withdraw(&julia, world.claim_of(&julia, slot).await).await.expect("withdrawn");
    assert_eq!(calendar::slot(&julia, slot).await.expect("the page").card.taken, 0);
    assert_eq!(claims::claim(&julia, slot).await.expect("again"), ClaimState::Approved);
}

async fn a_claim_waits_until_it_is_approved(world: World) {
    let coordinator = world.coordinator("Anna").await;
    let slot = world.slot(&coordinator, "approval", (1, 2), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    assert_eq!(claims::claim(&julia, slot).await.expect("waits"), ClaimState::Pending);
    let board = dashboard::show(&coordinator).await.expect("the dashboard");
    assert_eq!((board.waiting.len(), board.waiting_total), (1, 1));
    let waiting = board.waiting.first().expect("a claim");
    assert_eq!((waiting.name.as_str(), waiting.facts.age, waiting.facts.newcomer), ("Julia", Some(36), true));
    assert_eq!(waiting.warnings, []);
    assert_eq!(
        claims::approve(&coordinator, waiting.claim_id).await.expect("approved"),
        ClaimState::Approved
    );
    assert_eq!(world.mails("julia@example.org").await, ["Masz miejsce: Porządki w archiwum"]);
    let mine = schedule::mine(&julia).await.expect("the schedule");
    assert!(matches!(mine.coming[0].card.standing, Standing::Mine { state: ClaimState::Approved, .. }));
    let refused = world.volunteer("Piotr", |_| {}).await;
    claims::claim(&refused, slot).await.expect("waits");
    let id = world.claim_of(&refused, slot).await;
    claims::refuse(&coordinator, id, "  Tym razem wystarczy osób.  ").await.expect("refused");
    let mine = schedule::mine(&refused).await.expect("the schedule");
    assert_eq!(mine.coming[0].reason.as_deref(), Some("Tym razem wystarczy osób."));
}

async fn each_refusal_has_its_code(world: World) {
    let coordinator = world.coordinator("Anna").await;
    let slot = world.slot(&coordinator, "instant", (1, 1), 2, "16:00", "18:00").await;
    let overlapping = world.slot(&coordinator, "instant", (1, 1), 2, "17:00", "19:00").await;
    let late = world.slot(&coordinator, "instant", (1, 1), 3, "21:00", "23:00").await;
    let refused = |result| match problem(result) {
        Problem::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    };
    let applicant = world.volunteer("Nowa", |row| row.status = VolunteerStatus::Applied).await;
    assert_eq!(refused(claims::claim(&applicant, slot).await), Refusal::NotActive);
    let young = world.volunteer("Bartek", |row| row.birth_on = Some(Day(date(2011, 1, 1)))).await;
    assert_eq!(refused(claims::claim(&young, slot).await), Refusal::TooYoung { min_age: 16 });
    let minor = world.volunteer("Zosia", |row| row.birth_on = Some(Day(date(2010, 1, 1)))).await;
    assert_eq!(refused(claims::claim(&minor, late).await), Refusal::MinorAtNight { until_hour: 22 });
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, slot).await.expect("a place");
    assert_eq!(refused(claims::claim(&julia, slot).await), Refusal::AlreadyClaimed);
    assert_eq!(refused(claims::claim(&julia, overlapping).await), Refusal::Overlaps);
    let piotr = world.volunteer("Piotr", |row| row.weekly_limit_minutes = Some(60)).await;
    assert_eq!(refused(claims::claim(&piotr, overlapping).await), Refusal::WeeklyLimit { limit_minutes: 60 });
    let olena = world.volunteer("Olena", |_| {}).await;
    assert_eq!(refused(claims::claim(&olena, slot).await), Refusal::Full);
    let later = world.at(domain::time::Instant::from_civil(date(2026, 12, 2).at(17, 0, 0, 0)));
    let olena = later.acting(olena.actor.person_id().expect("a person"), olena.actor.grants().to_vec());
    assert_eq!(refused(claims::claim(&olena, overlapping).await), Refusal::Started);
}

async fn the_last_place_goes_to_one(world: World) {
    let coordinator = world.coordinator("Anna").await;
    let slot = world.slot(&coordinator, "instant", (1, 5), 2, "16:00", "18:00").await;
    let mut tries = Vec::new();
    for n in 0..40 {
        let volunteer = world.volunteer(&format!("V{n}"), |_| {}).await;
        tries.push(tokio::spawn(async move { claims::claim(&volunteer, slot).await }));
    }
    let mut places = 0;
    for tried in tries {
        match tried.await.expect("no panic") {
            Ok(state) => {
                assert_eq!(state, ClaimState::Approved);
                places += 1;
            }
            Err(error) => assert_eq!(problem::<()>(Err(error)), Problem::Refused(Refusal::Full)),
        }
    }
    assert_eq!(places, 5);
    assert_eq!(calendar::slot(&world.visitor(), slot).await.expect("the page").card.taken, 5);
}

async fn two_coordinators_cannot_decide_the_same_claim(world: World) {
    let (anna, ewa) = (world.coordinator("Anna").await, world.coordinator("Ewa").await);
    let slot = world.slot(&anna, "approval", (1, 1), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, slot).await.expect("waits");
    let id = world.claim_of(&julia, slot).await;
    let (first, second) = tokio::join!(claims::approve(&anna, id), claims::refuse(&ewa, id, ""));
    let (by, state) =
        if first.is_ok() { ("Anna", ClaimState::Approved) } else { ("Ewa", ClaimState::Refused) };
    let told = if first.is_ok() { problem(second) } else { problem(first) };
    assert_eq!(told, Problem::AlreadyDecided { by: by.into(), at: world::now(), state });
    assert_eq!(world.mails("julia@example.org").await.len(), 1);
}

async fn a_decision_can_be_undone_for_ten_seconds(world: World) {
    let (anna, ewa) = (world.coordinator("Anna").await, world.coordinator("Ewa").await);
    let slot = world.slot(&anna, "approval", (1, 1), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, slot).await.expect("waits");
    let id = world.claim_of(&julia, slot).await;
    claims::approve(&anna, id).await.expect("approved");
    assert!(matches!(problem(claims::undo(&ewa, id).await), Problem::AlreadyDecided { .. }));
    assert_eq!(claims::undo(&anna, id).await.expect("undone"), ClaimState::Pending);
    assert_eq!(world.mails("julia@example.org").await, Vec::<String>::new(), "the mail was taken back");
    assert_eq!(calendar::slot(&world.visitor(), slot).await.expect("the page").card.taken, 0);
    claims::approve(&anna, id).await.expect("approved again");
    let later = world.at(world::now().plus_seconds(11));
    let anna = later.acting(anna.actor.person_id().expect("a person"), anna.actor.grants().to_vec());
    assert_eq!(problem(claims::undo(&anna, id).await), Problem::TooLate);
}

async fn cancelling_tells_every_claimant(world: World) {
    let coordinator = world.coordinator("Anna").await;
    let slot = world.slot(&coordinator, "instant", (1, 3), 2, "16:00", "18:00").await;
    let page = calendar::slot(&coordinator, slot).await.expect("the page");
    let opportunity = page.opportunity_id;
    for name in ["Julia", "Piotr"] {
        let volunteer = world.volunteer(name, |_| {}).await;
        claims::claim(&volunteer, slot).await.expect("a place");
    }
    assert_eq!(opportunities::cancel(&coordinator, opportunity, "Awaria wody").await.expect("cancelled"), 2);
    for email in ["julia@example.org", "piotr@example.org"] {
        assert_eq!(world.mails(email).await.len(), 1, "{email}");
    }
    let page = calendar::slot(&world.visitor(), slot).await.expect("the page");
    assert_eq!((page.card.standing, page.card.taken), (Standing::Closed(Refusal::Cancelled), 0));
    assert_eq!(problem(opportunities::cancel(&coordinator, opportunity, "").await), Problem::TooLate);
}

async fn a_host_records_who_came(world: World) {
    let coordinator = world.coordinator("Anna").await;
    let slot = world.slot(&coordinator, "instant", (1, 3), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, slot).await.expect("a place");
    let id = world.claim_of(&julia, slot).await;
    let own = world.person("Kierownik", Role::FacilityManager, Some(world.organisation)).await;
    let other = world.person("Obcy", Role::FacilityManager, Some(world.elsewhere)).await;
    assert_eq!(hosting::overview(&own).await.expect("the page").coming[0].people[0].name, "Julia");
    assert!(hosting::overview(&other).await.expect("the page").coming.is_empty());
    assert_eq!(
        problem(hosting::record(&own, id, Some(true), "").await),
        Problem::TooLate,
        "it has not begun"
    );
    let later = world.at(domain::time::Instant::from_civil(date(2026, 12, 2).at(18, 5, 0, 0)));
    let act = |cx: &backend::context::Cx| {
        later.acting(cx.actor.person_id().expect("a person"), cx.actor.grants().to_vec())
    };
    let (own, other, julia) = (act(&own), act(&other), act(&julia));
    assert_eq!(problem(hosting::record(&other, id, Some(true), "").await), Problem::NotFound);
    assert!(matches!(problem(hosting::record(&own, id, Some(true), "-5").await), Problem::Invalid(_)));
    hosting::record(&own, id, Some(true), "").await.expect("recorded");
    assert_eq!(schedule::mine(&julia).await.expect("the schedule").total_minutes, 120);
    hosting::record(&own, id, Some(true), "90").await.expect("corrected");
    assert_eq!(schedule::mine(&julia).await.expect("the schedule").total_minutes, 90);
    hosting::record(&own, id, Some(false), "").await.expect("corrected");
    assert_eq!(schedule::mine(&julia).await.expect("the schedule").total_minutes, 0);
    hosting::record(&own, id, None, "").await.expect("taken back");
    assert_eq!(hosting::overview(&own).await.expect("the page").to_confirm.len(), 1);
}

/// Begins a sign-in and reads the code from the outbox.
async fn code_for(world: &World, email: &str) -> (domain::ids::SignInId, String) {
    let form = SignInForm { name: "Nowa Osoba".into(), email: email.into() };
    let id = sign_in::begin(&world.visitor(), &form, "127.0.0.1").await.expect("begun");
    let subject = world.mails(&email.to_lowercase()).await.into_iter().next().expect("a mail");
    (id, subject.chars().take(6).collect())
}

async fn codes_work_once_in_time_and_five_tries(world: World) {
    let visitor = world.visitor();
    let code_problem = |result| match problem(result) {
        Problem::Invalid(fields) => fields[0].problem,
        other => panic!("{other:?}"),
    };
    let (id, code) = code_for(&world, "Ktos@Example.org").await;
    let token = sign_in::finish(&visitor, id, &format!(" {code} ")).await.expect("signed in");
    assert!(sign_in::resume(&world.node, &token).await.expect("a look").is_some());
    assert_eq!(code_problem(sign_in::finish(&visitor, id, &code).await), InputProblem::DeadCode, "no replay");

    let (id, code) = code_for(&world, "inny@example.org").await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        assert_eq!(code_problem(sign_in::finish(&visitor, id, wrong).await), InputProblem::WrongCode);
    }
    assert_eq!(
        code_problem(sign_in::finish(&visitor, id, &code).await),
        InputProblem::DeadCode,
        "five tries"
    );

    let (id, code) = code_for(&world, "trzeci@example.org").await;
    let later = world.at(world::now().plus_minutes(10));
    assert_eq!(
        code_problem(sign_in::finish(&later.visitor(), id, &code).await),
        InputProblem::DeadCode,
        "10 minutes"
    );

    for _ in 0..5 {
        code_for(&world, "czwarty@example.org").await;
    }
    let form = SignInForm { name: String::new(), email: "czwarty@example.org".into() };
    sign_in::begin(&visitor, &form, "127.0.0.1").await.expect("the sixth");
    assert!(matches!(problem(sign_in::begin(&visitor, &form, "127.0.0.1").await), Problem::TooMany { .. }));
    assert!(sign_in::resume(&world.node, &Token::new(&world.node.rng)).await.expect("a look").is_none());
}

async fn a_newcomer_becomes_an_applicant(world: World) {
    let (id, code) = code_for(&world, "nowa@example.org").await;
    let token = sign_in::finish(&world.visitor(), id, &code).await.expect("signed in");
    let actor = sign_in::resume(&world.node, &token).await.expect("a look").expect("a session").actor;
    let cx = backend::context::Cx { actor, ..world.visitor() };
    let coordinator = world.coordinator("Anna").await;
    let slot = world.slot(&coordinator, "instant", (1, 1), 2, "16:00", "18:00").await;
    let page = calendar::slot(&cx, slot).await.expect("the page");
    assert_eq!(page.card.standing, Standing::Closed(Refusal::NotActive));
    assert_eq!(page.missing.len(), 4);
    let person = cx.actor.person_id().expect("a person");
    assert_eq!(
        problem(people::set_status(&coordinator, person, VolunteerStatus::Active).await),
        Problem::TooLate
    );
    for status in [
        VolunteerStatus::Interview,
        VolunteerStatus::Training,
        VolunteerStatus::Paperwork,
        VolunteerStatus::Trial,
    ] {
        people::set_status(&coordinator, person, status).await.expect("a step");
    }
    assert_eq!(problem(claims::claim(&cx, slot).await), Problem::Refused(Refusal::NoBirthDate));
    sign_in::out_everywhere(&cx).await.expect("out");
    assert!(sign_in::resume(&world.node, &token).await.expect("a look").is_none());
}

async fn the_calendar_says_what_a_slot_is_to_its_reader(world: World) {
    let coordinator = world.coordinator("Anna").await;
    let slot = world.slot(&coordinator, "instant", (1, 1), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let piotr = world.volunteer("Piotr", |_| {}).await;
    claims::claim(&julia, slot).await.expect("a place");
    let query = || CalendarQuery {
        day: Some(Day(date(2026, 12, 1))),
        text: Some("PORZADKI".into()),
        ..CalendarQuery::default()
    };
    let standing = |view: domain::view::CalendarView| view.days[0].slots[0].standing.clone();
    assert!(matches!(
        standing(calendar::browse(&julia, query()).await.expect("a view")),
        Standing::Mine { .. }
    ));
    let full = Standing::Closed(Refusal::Full);
    assert_eq!(standing(calendar::browse(&piotr, query()).await.expect("a view")), full);
    assert_eq!(standing(calendar::browse(&world.visitor(), query()).await.expect("a view")), full);
    let nothing = CalendarQuery { weekday: Some(1), ..query() };
    let view = calendar::browse(&piotr, nothing).await.expect("a view");
    assert_eq!((view.days.len(), view.nearest), (0, None));
    let earlier = CalendarQuery { span: domain::calendar::CalendarSpan::Day, ..query() };
    let view = calendar::browse(&piotr, earlier).await.expect("a view");
    assert_eq!(view.nearest, Some(Day(date(2026, 12, 2))));
    let others = calendar::slot(&piotr, slot).await.expect("the page").others;
    assert_eq!(others, ["Julia"]);
    assert_eq!(calendar::slot(&world.visitor(), slot).await.expect("the page").others, Vec::<String>::new());
}

async fn what_is_set_for_the_centre_holds_at_once(world: World) {
    let anna = world.coordinator("Anna").await;
    let first = world.slot(&anna, "instant", (1, 2), 2, "10:00", "12:00").await;
    let next = world.slot(&anna, "instant", (1, 2), 2, "12:40", "14:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, first).await.expect("a place");
    let standing = async || calendar::slot(&julia, next).await.expect("the page").card.standing;
    assert_eq!(standing().await, Standing::Open);
    let rafal = world.person("Rafał", Role::Administrator, None).await;
    let read = centre::settings(&anna).await.expect("to be read");
    assert!(!read.may_save && centre::settings(&rafal).await.expect("to be read").may_save);
    let form = CentreForm { weekly_hours: "3".into(), ..read.form };
    let wrong = CentreForm { waitlist_hours: "0".into(), ..form.clone() };
    assert!(matches!(problem(centre::set(&rafal, &wrong).await), Problem::Invalid(_)));
    centre::set(&rafal, &form).await.expect("set");
    assert_eq!(centre::settings(&anna).await.expect("to be read").form, form);
    assert_eq!(standing().await, Standing::Closed(Refusal::WeeklyLimit { limit_minutes: 180 }));
    assert_eq!(
        problem(claims::claim(&julia, next).await),
        Problem::Refused(Refusal::WeeklyLimit { limit_minutes: 180 })
    );
}

async fn drafts_do_not_exist_for_others(world: World) {
    let coordinator = world.coordinator("Anna").await;
    let draft = world.opportunity(&coordinator, "instant").await;
    backend::service::dates::add(&coordinator, draft, &world::slots_form((1, 1), 2, "16:00", "18:00"))
        .await
        .expect("a date");
    let slot = opportunities::editor(&coordinator, Some(draft)).await.expect("the editor").slots[0].id;
    let julia = world.volunteer("Julia", |_| {}).await;
    let nowhere = SlotId(uuid::Uuid::from_u128(5));
    for id in [slot, nowhere] {
        assert_eq!(problem(calendar::slot(&julia, id).await), Problem::NotFound);
        assert_eq!(problem(claims::claim(&julia, id).await), Problem::NotFound);
    }
    let claim = ClaimId(uuid::Uuid::from_u128(6));
    assert_eq!(problem(claims::withdraw(&julia, claim).await), Problem::NotFound);
}
