//! Whose turn it is where groups, roles, standing places, watchers and blocking rules meet; on both engines.

mod world;

use backend::context::Cx;
use backend::error::Error;
use backend::jobs;
use backend::service::{
    approval, claims, dates, invitations, lookout, offers, opportunities, parties, stand_in, standing,
    stepping_back, waitlist,
};
use backend::store::claims as rows;
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::form::{
    ChangeForm, ClaimForm, FieldProblem, InputProblem, InviteForm, NamesForm, OpportunityForm, PartyForm,
    RuleForm, SlotsForm, StandInForm, StandingForm, StepBackForm,
};
use domain::ids::{ClaimId, PersonId, SlotId};
use domain::offer::OfferState;
use domain::problem::Problem;
use domain::time::Instant;
use domain::view::Outcome;
use jiff::civil::date;
use world::{World, change_dates, slots_form};

on_both_engines! {
    a_group_that_leaves_lets_the_next_go_on
    once_its_names_are_due_the_next_go_on
    a_group_that_never_fits_holds_nothing_up
    a_standing_place_does_not_overtake_a_group
    names_are_judged_by_the_role
    nobody_is_told_of_places_that_wait_for_a_group
    more_than_one_letter_holds_is_told_in_the_next
    a_second_wish_keeps_the_news_of_the_first
    a_role_that_lacks_people_is_told
    a_blocking_rule_leaves_the_queue_to_a_person
    a_blocking_rule_leaves_a_friend_to_a_person
    a_blocking_rule_leaves_a_stand_in_to_a_person
}

fn problem<T: std::fmt::Debug>(result: Result<T, Error>) -> Problem {
    match result {
        Err(Error::Problem(problem)) => problem,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

fn id_of(cx: &Cx) -> PersonId {
    cx.actor.person_id().expect("a person")
}

async fn state(world: &World, cx: &Cx, slot: SlotId) -> Option<ClaimState> {
    let mut tx = world.node.db.read().await.expect("a transaction");
    rows::live(&mut tx, slot, id_of(cx)).await.expect("a look").map(|claim| claim.state)
}

fn queue() -> ClaimForm {
    ClaimForm { queue: "on".into(), ..ClaimForm::default() }
}

fn class(places: i64) -> PartyForm {
    PartyForm {
        kind: "school".into(),
        name: "klasa 2b".into(),
        places: places.to_string(),
        queue: "on".into(),
        ..PartyForm::default()
    }
}

/// A group that a coordinator put on the waiting list.
async fn waiting_group(world: &World, anna: &Cx, slot: SlotId, form: &PartyForm) -> (Cx, ClaimId) {
    let teacher = world.volunteer("Ewa", |_| {}).await;
    let claim = parties::claim(&teacher, slot, form).await.expect("a request");
    waitlist::queue(anna, claim, "Poczekają.").await.expect("a turn");
    (teacher, claim)
}

/// A date for three where Jan is, a class of three waits, and Ola behind it.
async fn held_up(world: &World, anna: &Cx) -> (SlotId, Cx, ClaimId, Cx) {
    let slot = world.slot(anna, "instant", (2, 3), 10, "10:00", "12:00").await;
    let jan = world.volunteer("Jan", |_| {}).await;
    claims::claim(&jan, slot).await.expect("a place");
    let (teacher, claim) = waiting_group(world, anna, slot, &class(3)).await;
    let ola = world.volunteer("Ola", |_| {}).await;
    assert_eq!(claims::claim_as(&ola, slot, &queue()).await.expect("a turn"), ClaimState::Waitlisted);
    (slot, teacher, claim, ola)
}

async fn a_group_that_leaves_lets_the_next_go_on(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, teacher, claim, ola) = held_up(&world, &anna).await;
    stepping_back::step_back(&teacher, claim, &StepBackForm::default()).await.expect("stepped back");
    assert_eq!(state(&world, &ola, slot).await, Some(ClaimState::Offered));
}

async fn once_its_names_are_due_the_next_go_on(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, teacher, claim, ola) = held_up(&world, &anna).await;
    let names = "Ala Nowak 12.03.2009\nIga Lis 5.6.2008";
    let form = NamesForm { paste: names.into(), ..NamesForm::default() };
    parties::save_names(&teacher, claim, &form).await.expect("names");
    let then = world.at(Instant::from_civil(date(2026, 12, 7).at(20, 0, 0, 0)));
    jobs::tidy(&then.node).await.expect("tidied");
    assert_eq!(state(&world, &ola, slot).await, Some(ClaimState::Offered));
    assert_eq!(state(&world, &teacher, slot).await, Some(ClaimState::Waitlisted));
}

async fn a_group_that_never_fits_holds_nothing_up(world: World) {
    let anna = world.coordinator("Anna").await;
    let roles: [(&str, &[&str], (u8, u8)); 2] = [("kierowca", &[], (1, 2)), ("pakowanie", &[], (1, 6))];
    let (slot, roles) = world.slot_of_roles(&anna, "instant", 9, &roles).await;
    let teacher = world.volunteer("Iwona", |_| {}).await;
    let drivers = PartyForm { role: roles[0].to_string(), ..class(3) };
    let found = problem(parties::claim(&teacher, slot, &drivers).await);
    let places = FieldProblem { field: "places".into(), problem: InputProblem::OutOfRange };
    assert_eq!(found, Problem::Invalid(vec![places]), "so many drivers there are never");
    // A date that is made smaller waits for nobody who no longer fits.
    let (slot, _, _, ola) = held_up(&world, &anna).await;
    let form = slots_form((1, 2), 10, "10:00", "12:00");
    change_dates(&anna, slot, &form, &ChangeForm::default(), "").await.expect("smaller");
    assert_eq!(state(&world, &ola, slot).await, Some(ClaimState::Offered));
}

async fn a_standing_place_does_not_overtake_a_group(world: World) {
    let anna = world.coordinator("Anna").await;
    let opportunity = world.opportunity(&anna, "instant").await;
    let form = SlotsForm {
        repeat_until: "2026-12-15".into(),
        pattern: "weekly".into(),
        standing: "100".into(),
        ..slots_form((1, 3), 8, "16:00", "18:00")
    };
    dates::add(&anna, opportunity, &form).await.expect("dates");
    opportunities::publish(&anna, opportunity).await.expect("published");
    let view = opportunities::editor(&anna, Some(opportunity)).await.expect("the editor");
    let first = view.slots[0].id;
    let series = dates::change_view(&anna, first, None).await.expect("the page").series.expect("a series").id;
    claims::claim(&world.volunteer("Jan", |_| {}).await, first).await.expect("a place");
    waiting_group(&world, &anna, first, &class(3)).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let outcomes = standing::take(&julia, series, &StandingForm::default()).await.expect("a standing place");
    let came: Vec<Outcome> = outcomes.into_iter().map(|date| date.outcome).collect();
    assert_eq!(came, [Outcome::Refused(Refusal::PartyWaits), Outcome::Claimed(ClaimState::Approved)]);
}

async fn names_are_judged_by_the_role(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, roles) = world.slot_of_roles(&anna, "instant", 9, &[("kuchnia", &[], (1, 6))]).await;
    let mut tx = world.node.db.read().await.expect("a transaction");
    let row = backend::store::slots::find(&mut tx, slot).await.expect("a look").expect("a date");
    drop(tx);
    let view = opportunities::editor(&anna, Some(row.opportunity_id)).await.expect("the editor");
    let mut form: OpportunityForm = view.form;
    form.roles[0].min_age = "18".into();
    opportunities::update(&anna, row.opportunity_id, &form).await.expect("from 18 on");
    let teacher = world.volunteer("Ewa", |_| {}).await;
    let asked = PartyForm { role: roles[0].to_string(), ..class(3) };
    let claim = parties::claim(&teacher, slot, &asked).await.expect("a request");
    let names = "Ala Nowak 12.03.2009\nJan Kos 1.2.1990";
    let form = NamesForm { paste: names.into(), ..NamesForm::default() };
    parties::save_names(&teacher, claim, &form).await.expect("names");
    let view = parties::show(&teacher, claim).await.expect("the group");
    assert_eq!((view.min_age, view.line.names, view.line.wrong), (18, 1, 1));
    claims::approve(&anna, claim).await.expect("places");
    let then = world.at(Instant::from_civil(date(2026, 12, 7).at(20, 0, 0, 0)));
    jobs::tidy(&then.node).await.expect("tidied");
    let view = parties::show(&teacher, claim).await.expect("the group");
    assert_eq!((view.line.places, view.line.freed), (2, 1), "who is too young has no place");
}

async fn nobody_is_told_of_places_that_wait_for_a_group(world: World) {
    let anna = world.coordinator("Anna").await;
    let iga = world.volunteer("Iga", |_| {}).await;
    lookout::watch(&iga, "kind:office_work").await.expect("watched");
    let slot = world.slot(&anna, "instant", (2, 3), 1, "10:00", "12:00").await;
    claims::claim(&world.volunteer("Jan", |_| {}).await, slot).await.expect("a place");
    waiting_group(&world, &anna, slot, &class(3)).await;
    tidy(&world, 22, 11).await;
    assert_eq!(world.mails("iga@example.org").await, Vec::<String>::new());
}

async fn tidy(world: &World, day: i8, hour: i8) {
    let then = world.at(Instant::from_civil(date(2026, 11, day).at(hour, 0, 0, 0)));
    jobs::tidy(&then.node).await.expect("tidied");
}

async fn more_than_one_letter_holds_is_told_in_the_next(world: World) {
    let anna = world.coordinator("Anna").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    lookout::watch(&julia, "kind:office_work").await.expect("watched");
    for hour in 0..9 {
        let (starts, ends) = (format!("{:02}:00", 8 + hour), format!("{:02}:00", 9 + hour));
        world.slot(&anna, "instant", (1, 2), 1, &starts, &ends).await;
    }
    tidy(&world, 22, 11).await;
    tidy(&world, 22, 17).await;
    let mut told = world.mails("julia@example.org").await;
    told.sort();
    assert_eq!(told, ["Jest coś dla Ciebie: 1 termin", "Jest coś dla Ciebie: 8 terminów"]);
}

async fn a_second_wish_keeps_the_news_of_the_first(world: World) {
    let anna = world.coordinator("Anna").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    lookout::watch(&julia, "kind:office_work").await.expect("watched");
    world.slot(&anna, "instant", (1, 2), 1, "10:00", "12:00").await;
    // What was new in the night is told in the morning, though another wish came in between.
    tidy(&world, 22, 23).await;
    lookout::watch(&julia, "kind:day_room").await.expect("watched");
    tidy(&world, 23, 8).await;
    assert_eq!(world.mails("julia@example.org").await, ["Jest coś dla Ciebie: 1 termin"]);
}

async fn a_role_that_lacks_people_is_told(world: World) {
    let anna = world.coordinator("Anna").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    lookout::watch(&julia, "kind:office_work").await.expect("watched");
    let roles: [(&str, &[&str], (u8, u8)); 2] = [("kierowca", &[], (1, 2)), ("pakowanie", &[], (1, 4))];
    let (slot, roles) = world.slot_of_roles(&anna, "instant", 1, &roles).await;
    for name in ["Jan", "Ola"] {
        let form = ClaimForm { role: roles[1].to_string(), ..ClaimForm::default() };
        claims::claim_as(&world.volunteer(name, |_| {}).await, slot, &form).await.expect("a place");
    }
    tidy(&world, 22, 11).await;
    assert_eq!(world.mails("julia@example.org").await.len(), 1, "places are open");
    tidy(&world, 29, 18).await;
    assert_eq!(world.mails("julia@example.org").await.len(), 2, "enough people, and nobody who drives");
}

/// Whoever never came here is left to a person.
async fn blocked(anna: &Cx) {
    let rule = RuleForm {
        name: "Nowe osoby".into(),
        effect: "leave".into(),
        experience: "never".into(),
        ..RuleForm::default()
    };
    approval::add(anna, &rule).await.expect("a rule");
}

async fn a_blocking_rule_leaves_the_queue_to_a_person(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "approval", (1, 1), 10, "10:00", "12:00").await;
    let (jan, ola) = (world.volunteer("Jan", |_| {}).await, world.volunteer("Ola", |_| {}).await);
    claims::claim(&jan, slot).await.expect("asked");
    let claim = world.claim_of(&jan, slot).await;
    claims::approve(&anna, claim).await.expect("a place");
    blocked(&anna).await;
    assert_eq!(claims::claim_as(&ola, slot, &queue()).await.expect("asked"), ClaimState::Pending);
    stepping_back::step_back(&jan, claim, &StepBackForm::default()).await.expect("stepped back");
    assert_eq!(state(&world, &ola, slot).await, Some(ClaimState::Pending), "nothing is kept for her yet");
}

async fn a_blocking_rule_leaves_a_friend_to_a_person(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "approval", (1, 2), 10, "10:00", "12:00").await;
    let (julia, ola) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Ola", |_| {}).await);
    let iga = world.volunteer("Iga", |_| {}).await;
    claims::claim(&julia, slot).await.expect("asked");
    let claim = world.claim_of(&julia, slot).await;
    claims::approve(&anna, claim).await.expect("a place");
    let key = invitations::invite(&julia, claim, &InviteForm::default()).await.expect("a key");
    claims::claim_as(&iga, slot, &queue()).await.expect("a turn");
    blocked(&anna).await;
    invitations::answer(&ola, &key, true).await.expect("a yes");
    assert_eq!(state(&world, &ola, slot).await, Some(ClaimState::Pending));
    assert_eq!(state(&world, &iga, slot).await, Some(ClaimState::Offered), "the place went on");
}

async fn a_blocking_rule_leaves_a_stand_in_to_a_person(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "approval", (1, 1), 10, "10:00", "12:00").await;
    let (julia, ola) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Ola", |_| {}).await);
    claims::claim(&julia, slot).await.expect("asked");
    let claim = world.claim_of(&julia, slot).await;
    claims::approve(&anna, claim).await.expect("a place");
    blocked(&anna).await;
    let form = StandInForm { email: "ola@example.org".into(), ..StandInForm::default() };
    stand_in::ask(&julia, claim, &form).await.expect("asked");
    let offer = offers::mine(&ola).await.expect("offers")[0].id;
    assert_eq!(offers::answer(&ola, offer, "", true).await.expect("a yes"), OfferState::Agreed);
    assert_eq!(
        state(&world, &julia, slot).await,
        Some(ClaimState::Approved),
        "until a coordinator allows it"
    );
}
