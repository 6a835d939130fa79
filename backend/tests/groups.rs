//! A class, a company, another group: places for several people whose names follow; on both engines.

mod world;

use backend::board::Board;
use backend::context::Cx;
use backend::error::Error;
use backend::jobs;
use backend::service::{
    calendar, claims, dashboard, hosting, matching, offers, parties, stand_in, stepping_back, waitlist,
};
use backend::store::{claims as rows, parties as store, slots};
use domain::actor::Role;
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::form::{
    ChangeForm, ClaimForm, InputProblem, NamesForm, PartyForm, ResizeForm, StandInForm, StepBackForm,
};
use domain::ids::{ClaimId, PersonId, SlotId};
use domain::problem::Problem;
use domain::time::Instant;
use domain::view::{PartyLine, Standing};
use jiff::civil::{DateTime, date};
use world::{World, cancel_dates, change_dates, slots_form};

on_both_engines! {
    a_class_waits_for_a_coordinator_and_names_follow
    the_rules_for_minors_hold_for_each_name
    places_without_a_name_are_freed_in_time
    a_group_grows_and_shrinks
    a_group_is_not_overtaken_while_it_waits
    once_its_names_are_due_smaller_ones_pass
    who_may_see_the_names
    presence_is_recorded_for_each_name
    a_moved_date_moves_the_names_and_a_cancelled_one_forgets_them
    where_groups_cannot_come
    the_plan_counts_their_places
}

const ALL: &str = "Ala Nowak 12.03.2009\nJan Kos 1.2.2009\nIga Lis 5.6.2008\nTom Bąk 7.7.2007";

fn problem<T: std::fmt::Debug>(result: Result<T, Error>) -> Problem {
    match result {
        Err(Error::Problem(problem)) => problem,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

fn wrong_fields<T: std::fmt::Debug>(result: Result<T, Error>) -> Vec<(String, InputProblem)> {
    match problem(result) {
        Problem::Invalid(fields) => fields.into_iter().map(|one| (one.field, one.problem)).collect(),
        other => panic!("wrong fields were expected, not {other:?}"),
    }
}

fn id_of(cx: &Cx) -> PersonId {
    cx.actor.person_id().expect("a person")
}

/// The same person at another moment, of December 2026.
fn later(world: &World, cx: &Cx, day: i8, hour: i8) -> (World, Cx) {
    let then = at(world, date(2026, 12, day).at(hour, 0, 0, 0));
    let cx = then.acting(id_of(cx), cx.actor.grants().to_vec());
    (then, cx)
}

fn at(world: &World, civil: DateTime) -> World {
    world.at(Instant::from_civil(civil))
}

async fn taken(world: &World, slot: SlotId) -> i64 {
    let mut tx = world.node.db.read().await.expect("a transaction");
    slots::find(&mut tx, slot).await.expect("a look").expect("a date").taken
}

async fn claim_row(world: &World, id: ClaimId) -> (ClaimState, i64) {
    let mut tx = world.node.db.read().await.expect("a transaction");
    let claim = rows::find(&mut tx, id).await.expect("a look").expect("a claim");
    (claim.state, claim.places)
}

fn class(places: i64) -> PartyForm {
    PartyForm {
        kind: "school".into(),
        name: "klasa 2b".into(),
        places: places.to_string(),
        ..PartyForm::default()
    }
}

fn names(paste: &str) -> NamesForm {
    NamesForm { paste: paste.into(), ..NamesForm::default() }
}

fn to(places: i64) -> ResizeForm {
    ResizeForm { places: places.to_string() }
}

async fn line(cx: &Cx, claim: ClaimId) -> PartyLine {
    parties::show(cx, claim).await.expect("the group").line
}

/// A class of so many places, asked for.
async fn ask(world: &World, teacher: &Cx, slot: SlotId, places: i64) -> ClaimId {
    let claim = parties::claim(teacher, slot, &class(places)).await.expect("a request");
    assert_eq!(claim_row(world, claim).await, (ClaimState::Pending, places));
    claim
}

async fn a_class_waits_for_a_coordinator_and_names_follow(world: World) {
    let anna = world.coordinator("Anna").await;
    // At once for everybody else: a group waits for a decision all the same.
    let slot = world.slot(&anna, "instant", (2, 8), 10, "10:00", "12:00").await;
    let teacher = world.volunteer("Ewa", |_| {}).await;
    let claim = ask(&world, &teacher, slot, 5).await;
    assert_eq!(taken(&world, slot).await, 0);
    let waiting = dashboard::show(&anna).await.expect("the dashboard").waiting.remove(0);
    assert_eq!((waiting.places, waiting.party.map(|party| party.name)), (5, Some("klasa 2b".into())));
    claims::approve(&anna, claim).await.expect("approved");
    assert_eq!(taken(&world, slot).await, 5);
    parties::save_names(&teacher, claim, &names(ALL)).await.expect("names");
    let table = NamesForm {
        names: vec!["Ala Nowak".into(), String::new(), "Iga Lis".into()],
        births: vec!["2009-03-12".into(), String::new(), "2008-06-05".into()],
        ..NamesForm::default()
    };
    parties::save_names(&teacher, claim, &table).await.expect("corrected");
    let group = parties::show(&teacher, claim).await.expect("the group");
    let listed: Vec<&str> = group.guests.iter().map(|guest| guest.name.as_str()).collect();
    assert_eq!(listed, ["Ala Nowak", "Iga Lis"]);
    assert_eq!((group.line.places, group.line.names, group.line.missing(), group.can_edit), (5, 2, 2, true));
    let due = Instant::from_civil(date(2026, 12, 7).at(20, 0, 0, 0));
    assert_eq!((group.line.until, group.line.closed), (due, false));
    let five = names(&format!("{ALL}\nZuza Wilk 3.3.2008"));
    let many = wrong_fields(parties::save_names(&teacher, claim, &five).await);
    assert_eq!(many, [("paste".to_owned(), InputProblem::TooManyNames)]);
    // Several places are not handed over.
    let seek = StandInForm { everyone: "on".into(), ..StandInForm::default() };
    assert_eq!(problem(stand_in::ask(&teacher, claim, &seek).await), Problem::Refused(Refusal::PartyStays));
    // Undone and refused, the places are free; stepping back forgets the names.
    claims::undo(&anna, claim).await.expect("undone");
    assert_eq!((taken(&world, slot).await, claim_row(&world, claim).await), (0, (ClaimState::Pending, 5)));
    claims::approve(&anna, claim).await.expect("approved");
    stepping_back::step_back(&teacher, claim, &StepBackForm::default()).await.expect("stepped back");
    assert_eq!(taken(&world, slot).await, 0);
    let mut tx = world.node.db.read().await.expect("a transaction");
    assert_eq!(store::guests(&mut tx, claim).await.expect("guests"), []);
}

async fn the_rules_for_minors_hold_for_each_name(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (2, 8), 10, "19:00", "22:30").await;
    let teacher = world.volunteer("Ewa", |_| {}).await;
    let claim = ask(&world, &teacher, slot, 5).await;
    // Too young on the day; a minor in the night; somebody who turns 18 on the very day; an adult.
    let all = "Ala Mała 11.12.2010\nJan Kos 1.2.2009\nIga Lis 10.12.2008\nTom Bąk 7.7.1990";
    parties::save_names(&teacher, claim, &names(all)).await.expect("names");
    let group = parties::show(&teacher, claim).await.expect("the group");
    let why: Vec<Option<Refusal>> = group.guests.into_iter().map(|guest| guest.refusal).collect();
    let night = Refusal::MinorAtNight { until_hour: 22 };
    assert_eq!(why, [Some(Refusal::TooYoung { min_age: 16 }), Some(night), None, None]);
    assert_eq!((group.line.names, group.line.wrong, group.line.missing()), (2, 2, 2));
    // Who may not come has no place, and no host expects them.
    claims::approve(&anna, claim).await.expect("approved");
    let host = world.person("Hania", Role::FacilityManager, Some(world.organisation)).await;
    let expected = |view: domain::view::HostView| {
        let people = view.coming.into_iter().flat_map(|slot| slot.people);
        people.flat_map(|person| person.guests).map(|guest| guest.name).collect::<Vec<_>>()
    };
    let (_, host) = later(&world, &host, 1, 9);
    assert_eq!(expected(hosting::overview(&host).await.expect("the list")), ["Iga Lis", "Tom Bąk"]);
    let (then, teacher) = later(&world, &teacher, 7, 20);
    jobs::tidy(&then.node).await.expect("tidied");
    assert_eq!((taken(&world, slot).await, line(&teacher, claim).await.freed), (3, 2));
}

async fn places_without_a_name_are_freed_in_time(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (2, 6), 10, "10:00", "12:00").await;
    let (teacher, jan) = (world.volunteer("Ewa", |_| {}).await, world.volunteer("Jan", |_| {}).await);
    let claim = ask(&world, &teacher, slot, 6).await;
    claims::approve(&anna, claim).await.expect("approved");
    let queue = ClaimForm { queue: "on".into(), ..ClaimForm::default() };
    assert_eq!(claims::claim_as(&jan, slot, &queue).await.expect("a turn"), ClaimState::Waitlisted);
    parties::save_names(&teacher, claim, &names("Ala Nowak 12.03.2009\nIga Lis 5.6.2008"))
        .await
        .expect("names");
    // Two days before, once more, once.
    let mut mails = world.mails("ewa@example.org").await.len();
    for (day, hour, told) in [(5, 19, 0), (5, 20, 1), (6, 9, 0)] {
        let (then, _) = later(&world, &teacher, day, hour);
        jobs::tidy(&then.node).await.expect("tidied");
        let now = world.mails("ewa@example.org").await;
        assert_eq!(now.len(), mails + told, "{day} {hour} {now:?}");
        mails = now.len();
    }
    assert_eq!(taken(&world, slot).await, 6);
    let (then, late) = later(&world, &teacher, 7, 20);
    // In the minute in which names are due, none is taken any more.
    assert_eq!(problem(parties::save_names(&late, claim, &names(ALL)).await), Problem::TooLate);
    jobs::tidy(&then.node).await.expect("tidied");
    // Her own place and two names stay; Jan is asked, two places are free.
    assert_eq!(claim_row(&world, claim).await, (ClaimState::Approved, 3));
    assert_eq!(taken(&world, slot).await, 4);
    assert_eq!(claim_row(&world, world.claim_of(&jan, slot).await).await.0, ClaimState::Offered);
    let told = world.mails("ewa@example.org").await;
    assert!(told.contains(&"Zwolnione miejsca: klasa 2b".to_owned()), "{told:?}");
    let group = line(&late, claim).await;
    assert_eq!((group.freed, group.closed, group.missing()), (3, true, 0));
    jobs::tidy(&then.node).await.expect("tidied");
    assert_eq!(world.mails("ewa@example.org").await.len(), told.len());
    assert_eq!(problem(parties::resize(&late, claim, &to(5)).await), Problem::TooLate);
}

async fn a_group_grows_and_shrinks(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (2, 6), 10, "10:00", "12:00").await;
    let (teacher, jan) = (world.volunteer("Ewa", |_| {}).await, world.volunteer("Jan", |_| {}).await);
    let claim = ask(&world, &teacher, slot, 3).await;
    parties::resize(&teacher, claim, &to(4)).await.expect("more, while it waits");
    assert_eq!((taken(&world, slot).await, claim_row(&world, claim).await.1), (0, 4));
    claims::approve(&anna, claim).await.expect("approved");
    claims::claim(&jan, slot).await.expect("a place");
    let no = problem(parties::resize(&teacher, claim, &to(6)).await);
    assert_eq!(no, Problem::Refused(Refusal::TooFewPlaces { left: 1 }));
    parties::resize(&teacher, claim, &to(5)).await.expect("as many as are free");
    assert_eq!(taken(&world, slot).await, 6);
    parties::save_names(&teacher, claim, &names(ALL)).await.expect("names");
    let below = wrong_fields(parties::resize(&teacher, claim, &to(4)).await);
    assert_eq!(below, [("places".to_owned(), InputProblem::BelowNames)]);
    let (first, _) = ALL.split_once('\n').expect("lines");
    parties::save_names(&teacher, claim, &names(first)).await.expect("names");
    // Who waits is asked for the places that become free.
    let queue = ClaimForm { queue: "on".into(), ..ClaimForm::default() };
    let ola = world.volunteer("Ola", |_| {}).await;
    claims::claim_as(&ola, slot, &queue).await.expect("a turn");
    parties::resize(&teacher, claim, &to(2)).await.expect("fewer");
    assert_eq!(offers::mine(&ola).await.expect("offers").len(), 1);
    assert_eq!(taken(&world, slot).await, 4);
    assert!(!wrong_fields(parties::resize(&teacher, claim, &to(7)).await).is_empty());
    assert_eq!(problem(parties::resize(&jan, claim, &to(3)).await), Problem::NotFound);
}

async fn a_group_is_not_overtaken_while_it_waits(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (2, 3), 10, "10:00", "12:00").await;
    let (teacher, jan) = (world.volunteer("Ewa", |_| {}).await, world.volunteer("Jan", |_| {}).await);
    let (ola, iga) = (world.volunteer("Ola", |_| {}).await, world.volunteer("Iga", |_| {}).await);
    claims::claim(&jan, slot).await.expect("a place");
    let few = problem(parties::claim(&teacher, slot, &class(3)).await);
    assert_eq!(few, Problem::Refused(Refusal::TooFewPlaces { left: 2 }));
    let waits = PartyForm { queue: "on".into(), ..class(3) };
    let claim = parties::claim(&teacher, slot, &waits).await.expect("a request");
    assert_eq!(
        problem(claims::approve(&anna, claim).await),
        Problem::Refused(Refusal::TooFewPlaces { left: 2 })
    );
    // The coordinator puts it on the list: from now on the two free places wait for it.
    waitlist::queue(&anna, claim, "Poczekają na trzecie miejsce.").await.expect("a turn");
    assert_eq!(problem(claims::claim(&ola, slot).await), Problem::Refused(Refusal::PartyWaits));
    let page = calendar::slot(&ola, slot).await.expect("the page");
    assert_eq!(page.card.standing, Standing::Closed(Refusal::PartyWaits));
    let with = ClaimForm { friend: "on".into(), ..ClaimForm::default() };
    assert_eq!(
        problem(claims::claim_inviting(&ola, slot, &with).await),
        Problem::Refused(Refusal::PartyWaits)
    );
    let queue = ClaimForm { queue: "on".into(), ..ClaimForm::default() };
    assert_eq!(claims::claim_as(&ola, slot, &queue).await.expect("a turn"), ClaimState::Waitlisted);
    assert_eq!(taken(&world, slot).await, 1);
    // Enough at last: the group is asked for all at once.
    claims::withdraw(&jan, world.claim_of(&jan, slot).await).await.expect("stepped back");
    assert_eq!(claim_row(&world, claim).await, (ClaimState::Offered, 3));
    assert_eq!(taken(&world, slot).await, 3);
    offers::answer(&teacher, offers::mine(&teacher).await.expect("offers")[0].id, "", true)
        .await
        .expect("a yes");
    assert_eq!(claim_row(&world, claim).await, (ClaimState::Approved, 3));
    assert_eq!(problem(claims::claim(&iga, slot).await), Problem::Refused(Refusal::Full));
}

async fn once_its_names_are_due_smaller_ones_pass(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (2, 3), 10, "10:00", "12:00").await;
    let (teacher, jan) = (world.volunteer("Ewa", |_| {}).await, world.volunteer("Jan", |_| {}).await);
    let ola = world.volunteer("Ola", |_| {}).await;
    claims::claim(&jan, slot).await.expect("a place");
    let waits = PartyForm { queue: "on".into(), ..class(3) };
    let claim = parties::claim(&teacher, slot, &waits).await.expect("a request");
    waitlist::queue(&anna, claim, "Poczekają.").await.expect("a turn");
    parties::save_names(&teacher, claim, &names("Ala Nowak 12.03.2009\nIga Lis 5.6.2008"))
        .await
        .expect("names");
    assert_eq!(problem(claims::claim(&ola, slot).await), Problem::Refused(Refusal::PartyWaits));
    let (then, ola) = later(&world, &ola, 7, 20);
    jobs::tidy(&then.node).await.expect("tidied");
    assert_eq!(claims::claim(&ola, slot).await.expect("a place"), ClaimState::Approved);
    assert_eq!(claim_row(&world, claim).await, (ClaimState::Waitlisted, 3));
}

async fn who_may_see_the_names(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (2, 8), 1, "10:00", "12:00").await;
    let (teacher, ola) = (world.volunteer("Ewa", |_| {}).await, world.volunteer("Ola", |_| {}).await);
    let here = world.person("Hania", Role::FacilityManager, Some(world.organisation)).await;
    let elsewhere = world.person("Zenon", Role::FacilityManager, Some(world.elsewhere)).await;
    let claim = ask(&world, &teacher, slot, 5).await;
    claims::approve(&anna, claim).await.expect("approved");
    parties::save_names(&teacher, claim, &names(ALL)).await.expect("names");
    assert_eq!(parties::show(&anna, claim).await.expect("the group").guests.len(), 4);
    assert!(!parties::show(&anna, claim).await.expect("the group").can_edit);
    for other in [&ola, &here, &elsewhere] {
        assert_eq!(problem(parties::show(other, claim).await), Problem::NotFound);
        assert_eq!(problem(parties::save_names(other, claim, &names("")).await), Problem::NotFound);
    }
    assert!(matches!(problem(parties::show(&world.visitor(), claim).await), Problem::SignInFirst));
    let listed = |view: domain::view::HostView| {
        view.coming.into_iter().flat_map(|slot| slot.people).map(|person| person.guests.len()).sum::<usize>()
    };
    assert_eq!(listed(hosting::overview(&here).await.expect("the list")), 4);
    assert_eq!(listed(hosting::overview(&elsewhere).await.expect("the list")), 0);
    // Other volunteers read nothing of it.
    let page = calendar::slot(&ola, slot).await.expect("the page");
    assert!(!serde_json::to_string(&page).expect("json").contains("Nowak"));
    let staffing = matching::staffing(&anna, slot, None).await.expect("staffing");
    assert_eq!(staffing.alongside[0].party.as_ref().map(|party| (party.places, party.names)), Some((5, 4)));
}

async fn presence_is_recorded_for_each_name(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (2, 8), 10, "10:00", "12:00").await;
    let teacher = world.volunteer("Ewa", |_| {}).await;
    let here = world.person("Hania", Role::FacilityManager, Some(world.organisation)).await;
    let elsewhere = world.person("Zenon", Role::FacilityManager, Some(world.elsewhere)).await;
    let claim = ask(&world, &teacher, slot, 5).await;
    claims::approve(&anna, claim).await.expect("approved");
    parties::save_names(&teacher, claim, &names(ALL)).await.expect("names");
    let (_, before) = later(&world, &here, 1, 9);
    let guests = hosting::overview(&before).await.expect("the list").coming[0].people[0].guests.clone();
    let first = guests[0].id;
    assert_eq!(problem(parties::record_guest(&before, first, Some(true)).await), Problem::TooLate);
    let (then, host) = later(&world, &here, 10, 13);
    let (_, zenon) = later(&world, &elsewhere, 10, 13);
    assert_eq!(problem(parties::record_guest(&zenon, first, Some(true)).await), Problem::NotFound);
    assert_eq!(problem(parties::record_guest(&teacher, first, Some(true)).await), Problem::Denied);
    parties::record_guest(&host, first, Some(true)).await.expect("came");
    parties::record_guest(&host, guests[1].id, Some(false)).await.expect("did not come");
    hosting::record(&host, claim, Some(true), "").await.expect("came");
    let view = hosting::overview(&host).await.expect("the list");
    let came: Vec<Option<bool>> = view.confirmed[0].people[0].guests.iter().map(|guest| guest.came).collect();
    assert_eq!(came, [Some(true), Some(false), None, None]);
    // Hours follow for the person who has the claim, and nobody else.
    let mut tx = then.node.db.read().await.expect("a transaction");
    let hours: (i64,) = tx.query("SELECT COUNT(*) FROM hours").one().await.expect("a count");
    assert_eq!(hours.0, 1);
    drop(tx);
    // Some time after, the names are forgotten, and that somebody came is not.
    let long_after = at(&world, date(2027, 1, 15).at(9, 0, 0, 0));
    jobs::tidy(&long_after.node).await.expect("tidied");
    let mut tx = world.node.db.read().await.expect("a transaction");
    let left = store::guests(&mut tx, claim).await.expect("guests");
    assert!(left.iter().all(|guest| guest.name.is_empty() && guest.birth_on.is_none()));
    assert_eq!(left[0].came, Some(true));
}

async fn a_moved_date_moves_the_names_and_a_cancelled_one_forgets_them(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (2, 8), 10, "10:00", "12:00").await;
    let teacher = world.volunteer("Ewa", |_| {}).await;
    let claim = ask(&world, &teacher, slot, 5).await;
    claims::approve(&anna, claim).await.expect("approved");
    parties::save_names(&teacher, claim, &names(ALL)).await.expect("names");
    let form = slots_form((2, 8), 16, "10:00", "12:00");
    change_dates(&anna, slot, &form, &ChangeForm::default(), "").await.expect("moved");
    assert_eq!((claim_row(&world, claim).await, taken(&world, slot).await), ((ClaimState::Approved, 5), 5));
    let due = Instant::from_civil(date(2026, 12, 13).at(20, 0, 0, 0));
    assert_eq!((line(&teacher, claim).await.until, line(&teacher, claim).await.names), (due, 4));
    // Fewer places than a group holds are not to be had.
    let few = slots_form((2, 4), 16, "10:00", "12:00");
    assert!(change_dates(&anna, slot, &few, &ChangeForm::default(), "").await.is_err());
    cancel_dates(&anna, slot, "this", "remont").await.expect("cancelled");
    let mut tx = world.node.db.read().await.expect("a transaction");
    assert_eq!(store::guests(&mut tx, claim).await.expect("guests"), []);
}

async fn where_groups_cannot_come(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (2, 8), 10, "10:00", "12:00").await;
    let soon = world.slot(&anna, "instant", (2, 8), 1, "10:00", "12:00").await;
    let teacher = world.volunteer("Ewa", |_| {}).await;
    let clash = world.slot(&anna, "instant", (1, 2), 10, "11:00", "13:00").await;
    let page = calendar::slot(&teacher, slot).await.expect("the page");
    assert_eq!(page.group, Some(8));
    assert!(!wrong_fields(parties::claim(&teacher, slot, &class(9)).await).is_empty());
    // The evening before is over.
    let late = at(&world, date(2026, 11, 30).at(21, 0, 0, 0));
    let late_teacher = late.acting(id_of(&teacher), teacher.actor.grants().to_vec());
    assert_eq!(calendar::slot(&late_teacher, soon).await.expect("the page").group, None);
    let wrong = wrong_fields(parties::claim(&late_teacher, soon, &class(3)).await);
    assert_eq!(wrong, [("names_days".to_owned(), InputProblem::InThePast)]);
    // All rules hold for who is responsible.
    claims::claim(&teacher, clash).await.expect("a place");
    assert_eq!(problem(parties::claim(&teacher, slot, &class(3)).await), Problem::Refused(Refusal::Overlaps));
    // Work with children: nobody on a list was checked.
    let mut tx = world.node.db.write().await.expect("a transaction");
    tx.query("UPDATE kind SET minor_directed = $1 WHERE code = 'office_work'")
        .bind(true)
        .run()
        .await
        .expect("a kind");
    tx.commit().await.expect("a commit");
    let no = problem(parties::claim(&teacher, slot, &class(3)).await);
    assert_eq!(no, Problem::Refused(Refusal::GroupNotScreened));
    assert_eq!(calendar::slot(&teacher, slot).await.expect("the page").group, None);
}

async fn the_plan_counts_their_places(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (6, 8), 10, "10:00", "12:00").await;
    let teacher = world.volunteer("Ewa", |_| {}).await;
    for name in ["Jan", "Ola", "Iga", "Tom"] {
        world.volunteer(name, |_| {}).await;
    }
    let claim = ask(&world, &teacher, slot, 5).await;
    let shown = Board::shown(&world.node).await.expect("the board");
    let facts = &shown.facts.slots[&slot];
    assert!(
        facts.asked.is_empty() && facts.groups.contains_key(&id_of(&teacher)),
        "no candidate of the plan"
    );
    claims::approve(&anna, claim).await.expect("approved");
    let fresh = world.at(world::now());
    let shown = Board::shown(&fresh.node).await.expect("the board");
    let facts = &shown.facts.slots[&slot];
    assert_eq!((facts.beside_in(0), facts.slot.roles[0].min, facts.slot.roles[0].max), (4, 2, 4));
    // Five come of at most eight.
    assert_eq!(shown.suggested(slot).len(), 3);
    let seats = matching::staffing(&anna, slot, None).await.expect("staffing");
    assert_eq!((seats.taken, seats.alongside[0].places), (5, 5));
}
