//! Asking a volunteer to take a place, and the answers, on both engines.

mod world;

use backend::context::Cx;
use backend::error::Error;
use backend::jobs;
use backend::mail::Post;
use backend::service::{calendar, claims, matching, offers, pairs, schedule};
use backend::store::{events, mails};
use domain::actor::Role;
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::event::Topic;
use domain::ids::{OfferId, PersonId, SlotId};
use domain::offer::{OFFER_HOURS, OfferState, PairAction};
use domain::person::{DayPart, FreeTime, Preferences};
use domain::problem::Problem;
use domain::time::Day;
use domain::view::{CalendarQuery, CalendarView, Fit, Standing};
use jiff::civil::date;
use sqlx::types::Json;
use world::World;

on_both_engines! {
    a_yes_gives_the_place_and_a_mail
    a_visitor_answers_by_the_key_of_the_mail
    offers_of_others_do_not_exist
    a_yes_that_comes_too_late_changes_nothing
    a_yes_to_an_own_waiting_claim_approves_it
    who_said_no_is_not_proposed_again
    what_nobody_answers_runs_out
    what_is_taken_back_before_it_was_read_was_never_said
    two_coordinators_ask_once
    two_who_say_yes_to_the_last_place
    places_asked_for_are_not_asked_for_twice
    the_calendar_for_one_volunteer
    only_who_may_claim_has_a_calendar_of_their_own
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

async fn state_of(cx: &Cx, offer: OfferId) -> OfferState {
    offers::show(cx, offer, "").await.expect("the offer").state
}

async fn taken(world: &World, slot: SlotId) -> i64 {
    calendar::slot(&world.visitor(), slot).await.expect("the page").card.taken
}

/// The key in the link of the latest mail to an address.
async fn key(world: &World, email: &str) -> String {
    let mut tx = world.node.db.read().await.expect("a transaction");
    let mail = mails::latest(&mut tx, Some(email), 1).await.expect("mails").remove(0);
    let link = mail.body.split("klucz=").nth(1).expect("a link with a key");
    link.split_whitespace().next().expect("a key").to_owned()
}

async fn a_yes_gives_the_place_and_a_mail(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "approval", (1, 2), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let offer = pairs::offer(&anna, slot, None, id_of(&julia)).await.expect("asked");
    let asked = offers::mine(&julia).await.expect("the offers");
    assert_eq!((asked.len(), asked[0].id, asked[0].slot.id), (1, offer, slot));
    assert_eq!(asked[0].until, world::now().plus_minutes(60 * OFFER_HOURS));
    assert_eq!(offers::answer(&julia, offer, "", true).await.expect("a yes"), OfferState::Accepted);
    assert_eq!(taken(&world, slot).await, 1);
    assert_eq!(offers::mine(&julia).await.expect("the offers"), []);
    let coming = schedule::mine(&julia).await.expect("the schedule").coming;
    assert!(matches!(coming[0].card.standing, Standing::Mine { state: ClaimState::Approved, .. }));
    let told = "Masz miejsce: Porządki w archiwum".to_owned();
    assert!(world.mails("julia@example.org").await.contains(&told));
    assert_eq!(problem(offers::answer(&julia, offer, "", false).await), Problem::TooLate, "said is said");
    assert_eq!(taken(&world, slot).await, 1);
}

async fn a_visitor_answers_by_the_key_of_the_mail(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let offer = pairs::offer(&anna, slot, None, id_of(&julia)).await.expect("asked");
    let key = key(&world, "julia@example.org").await;
    let visitor = world.visitor();
    let view = offers::show(&visitor, offer, &key).await.expect("the offer");
    assert_eq!((view.state, view.slot.standing), (OfferState::Open, Standing::Open));
    assert_eq!(offers::answer(&visitor, offer, &key, true).await.expect("a yes"), OfferState::Accepted);
    assert_eq!(offers::show(&visitor, offer, &key).await.expect("the offer").state, OfferState::Accepted);
    let coming = schedule::mine(&julia).await.expect("the schedule").coming;
    assert_eq!(coming[0].card.id, slot);
}

async fn offers_of_others_do_not_exist(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 2, "16:00", "18:00").await;
    let (julia, piotr) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Piotr", |_| {}).await);
    let offer = pairs::offer(&anna, slot, None, id_of(&julia)).await.expect("asked");
    let right = key(&world, "julia@example.org").await;
    let other = pairs::offer(&anna, slot, None, id_of(&piotr)).await.expect("asked");
    let wrong = key(&world, "piotr@example.org").await;
    for cx in [world.visitor(), piotr.clone(), anna.clone()] {
        for key in ["", "nonsense", &wrong, &right[1..]] {
            assert_eq!(problem(offers::show(&cx, offer, key).await), Problem::NotFound, "{key}");
            assert_eq!(problem(offers::answer(&cx, offer, key, true).await), Problem::NotFound, "{key}");
        }
        let nowhere = OfferId(uuid::Uuid::from_u128(5));
        assert_eq!(problem(offers::show(&cx, nowhere, &right).await), Problem::NotFound);
    }
    assert_eq!(offers::mine(&piotr).await.expect("the offers").len(), 1);
    assert_eq!(
        (state_of(&julia, offer).await, state_of(&piotr, other).await),
        (OfferState::Open, OfferState::Open)
    );
}

async fn a_yes_that_comes_too_late_changes_nothing(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 1), 2, "16:00", "18:00").await;
    let (julia, piotr) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Piotr", |_| {}).await);
    let offer = pairs::offer(&anna, slot, None, id_of(&julia)).await.expect("asked");
    claims::claim(&piotr, slot).await.expect("a place");
    let before = world.mails("julia@example.org").await;
    let full = Problem::Refused(Refusal::Full);
    assert_eq!(problem(offers::answer(&julia, offer, "", true).await), full);
    assert_eq!(
        state_of(&julia, offer).await,
        OfferState::Open,
        "they may still say no, or a place may become free"
    );
    assert_eq!(taken(&world, slot).await, 1);
    assert!(schedule::mine(&julia).await.expect("the schedule").coming.is_empty());
    assert_eq!(world.mails("julia@example.org").await, before);
    claims::withdraw(&piotr, world.claim_of(&piotr, slot).await).await.expect("withdrawn");
    assert_eq!(offers::answer(&julia, offer, "", true).await.expect("a yes"), OfferState::Accepted);
}

async fn a_yes_to_an_own_waiting_claim_approves_it(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "approval", (1, 1), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let offer = pairs::offer(&anna, slot, None, id_of(&julia)).await.expect("asked");
    claims::claim(&julia, slot).await.expect("waits");
    let claim = world.claim_of(&julia, slot).await;
    offers::answer(&julia, offer, "", true).await.expect("a yes");
    let coming = schedule::mine(&julia).await.expect("the schedule").coming;
    assert_eq!((coming.len(), coming[0].claim_id), (1, claim));
    assert_eq!(coming[0].card.standing, Standing::Mine { claim_id: claim, state: ClaimState::Approved });
    assert_eq!(taken(&world, slot).await, 1);
}

async fn who_said_no_is_not_proposed_again(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 1), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let proposed = |view: domain::view::StaffingView| view.candidates.iter().any(|row| row.name == "Julia");
    let before = matching::staffing(&anna, slot, None).await.expect("the page");
    assert_eq!(before.eligible, 1);
    let offer = pairs::offer(&anna, slot, None, id_of(&julia)).await.expect("asked");
    assert_eq!(offers::answer(&julia, offer, "", false).await.expect("a no"), OfferState::Declined);
    assert_eq!(taken(&world, slot).await, 0);
    let after = matching::staffing(&anna, slot, None).await.expect("the page");
    assert_eq!((after.eligible, after.seats.len()), (0, 0));
    assert!(!proposed(after));
    // Their own change of mind is welcome.
    assert_eq!(claims::claim(&julia, slot).await.expect("a place"), ClaimState::Approved);
}

async fn what_nobody_answers_runs_out(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 1), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let offer = pairs::offer(&anna, slot, None, id_of(&julia)).await.expect("asked");
    let later = world.at(world::now().plus_minutes(60 * OFFER_HOURS));
    let act = |cx: &Cx| later.acting(id_of(cx), cx.actor.grants().to_vec());
    let (anna, julia) = (act(&anna), act(&julia));
    for tidied in [false, true] {
        if tidied {
            jobs::tidy(&later.node).await.expect("tidied");
        }
        assert_eq!(state_of(&julia, offer).await, OfferState::Expired, "tidied: {tidied}");
        assert_eq!(offers::mine(&julia).await.expect("the offers"), []);
        assert_eq!(problem(offers::answer(&julia, offer, "", true).await), Problem::TooLate);
        assert_eq!(problem(offers::answer(&julia, offer, "", false).await), Problem::TooLate);
    }
    let mut tx = later.node.db.write().await.expect("a transaction");
    events::number_waiting(&mut tx).await.expect("numbered");
    let heard = events::after(&mut tx, 0).await.expect("events");
    let last = heard.last().expect("an event");
    assert_eq!(
        (last.topic, last.slot_id, last.person_id),
        (Topic::Staffing, Some(slot), Some(id_of(&julia)))
    );
    drop(tx);
    pairs::offer(&anna, slot, None, id_of(&julia)).await.expect("asked again");
}

async fn what_is_taken_back_before_it_was_read_was_never_said(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 1), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let first = pairs::offer(&anna, slot, None, id_of(&julia)).await.expect("asked");
    pairs::take_back(&anna, first).await.expect("taken back");
    assert_eq!(world.mails("julia@example.org").await, Vec::<String>::new(), "the mail was recalled");
    assert_eq!(state_of(&julia, first).await, OfferState::TakenBack);
    assert_eq!(problem(pairs::take_back(&anna, first).await), Problem::TooLate);
    assert_eq!(problem(offers::answer(&julia, first, "", true).await), Problem::TooLate);

    let second = pairs::offer(&anna, slot, None, id_of(&julia)).await.expect("asked again");
    let later = world.at(world::now().plus_minutes(1));
    jobs::run_due(&later.node, &Post::Shown).await.expect("sent");
    let anna = later.acting(id_of(&anna), anna.actor.grants().to_vec());
    pairs::take_back(&anna, second).await.expect("taken back");
    let subjects = world.mails("julia@example.org").await;
    assert_eq!(subjects.len(), 2);
    assert_eq!(subjects[0], "Propozycja nieaktualna: Porządki w archiwum");
}

async fn two_coordinators_ask_once(world: World) {
    let (anna, ewa) = (world.coordinator("Anna").await, world.coordinator("Ewa").await);
    let slot = world.slot(&anna, "instant", (1, 3), 2, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let person = id_of(&julia);
    let (first, second) =
        tokio::join!(pairs::offer(&anna, slot, None, person), pairs::offer(&ewa, slot, None, person));
    let (by, told) = if first.is_ok() { ("Anna", problem(second)) } else { ("Ewa", problem(first)) };
    assert_eq!(told, Problem::PairDecided { by: by.into(), at: world::now(), action: PairAction::Offer });
    assert_eq!(world.mails("julia@example.org").await.len(), 1);
    assert_eq!(offers::mine(&julia).await.expect("the offers").len(), 1);
}

async fn two_who_say_yes_to_the_last_place(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 2, "16:00", "18:00").await;
    let (julia, piotr) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Piotr", |_| {}).await);
    let olena = world.volunteer("Olena", |_| {}).await;
    let one = pairs::offer(&anna, slot, None, id_of(&julia)).await.expect("asked");
    let two = pairs::offer(&anna, slot, None, id_of(&piotr)).await.expect("asked");
    claims::claim(&olena, slot).await.expect("a place");
    let (first, second) =
        tokio::join!(offers::answer(&julia, one, "", true), offers::answer(&piotr, two, "", true));
    let told = if first.is_ok() { problem(second) } else { problem(first) };
    assert_eq!(told, Problem::Refused(Refusal::Full));
    assert_eq!(taken(&world, slot).await, 2);
    let states = [state_of(&julia, one).await, state_of(&piotr, two).await];
    assert!(states.contains(&OfferState::Accepted) && states.contains(&OfferState::Open), "{states:?}");
}

async fn places_asked_for_are_not_asked_for_twice(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 1), 2, "16:00", "18:00").await;
    let (julia, piotr) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Piotr", |_| {}).await);
    let offer = pairs::offer(&anna, slot, None, id_of(&julia)).await.expect("asked");
    assert_eq!(
        problem(pairs::offer(&anna, slot, None, id_of(&piotr)).await),
        Problem::Refused(Refusal::Full)
    );
    offers::answer(&julia, offer, "", false).await.expect("a no");
    pairs::offer(&anna, slot, None, id_of(&piotr)).await.expect("asked");
}

fn for_me() -> CalendarQuery {
    CalendarQuery { day: Some(Day(date(2026, 12, 1))), for_me: true, ..CalendarQuery::default() }
}

fn order(view: &CalendarView) -> Vec<(SlotId, Vec<Fit>)> {
    let list = view.for_me.as_ref().expect("an order of their own");
    list.iter().map(|slot| (slot.card.id, slot.fits.clone())).collect()
}

async fn the_calendar_for_one_volunteer(world: World) {
    let anna = world.coordinator("Anna").await;
    let evening = world.slot(&anna, "instant", (1, 2), 2, "18:00", "20:00").await;
    let morning = world.slot(&anna, "instant", (1, 2), 3, "09:00", "11:00").await;
    let mine = world.slot(&anna, "instant", (1, 2), 4, "18:00", "20:00").await;
    let full = world.slot(&anna, "instant", (1, 1), 5, "18:00", "20:00").await;
    let far = world.slot(&anna, "instant", (1, 1), 20, "18:00", "20:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let piotr = world.volunteer("Piotr", |_| {}).await;
    claims::claim(&julia, mine).await.expect("a place");
    claims::claim(&piotr, full).await.expect("a place");
    let view = calendar::browse(&julia, for_me()).await.expect("a view");
    assert_eq!(order(&view), [(evening, Vec::new()), (morning, Vec::new())], "nothing said: by time");
    assert!(view.query.for_me && view.may_order && view.days.is_empty());

    let thursday = FreeTime { weekday: 4, part: DayPart::Morning };
    let preferences =
        Preferences { kinds: vec!["office_work".into()], free: vec![thursday], ..Preferences::default() };
    let olena = world.volunteer("Olena", |row| row.preferences = Json(preferences)).await;
    let view = calendar::browse(&olena, for_me()).await.expect("a view");
    let liked = vec![Fit::Liked];
    assert_eq!(
        order(&view),
        [(morning, vec![Fit::Time, Fit::Liked]), (evening, liked.clone()), (mine, liked)],
        "what lies in their free time first; not what is full, not what is far off"
    );
    assert!(!order(&view).iter().any(|(slot, _)| *slot == far));

    let day = CalendarQuery { day: Some(Day(date(2026, 12, 2))), ..for_me() };
    let day = CalendarQuery { span: domain::calendar::CalendarSpan::Day, ..day };
    let view = calendar::browse(&olena, day).await.expect("a view");
    assert_eq!(order(&view).iter().map(|(slot, _)| *slot).collect::<Vec<_>>(), [evening]);
    let narrowed = CalendarQuery { weekday: Some(5), ..for_me() };
    let view = calendar::browse(&olena, narrowed).await.expect("a view");
    assert_eq!(order(&view).iter().map(|(slot, _)| *slot).collect::<Vec<_>>(), [mine], "filters hold");
    let month = CalendarQuery { span: domain::calendar::CalendarSpan::Month, ..for_me() };
    let view = calendar::browse(&olena, month).await.expect("a view");
    assert_eq!((view.query.for_me, view.for_me), (false, None), "a month has its own order");
    assert!(!view.days.is_empty());
}

async fn only_who_may_claim_has_a_calendar_of_their_own(world: World) {
    let anna = world.coordinator("Anna").await;
    world.slot(&anna, "instant", (1, 2), 2, "18:00", "20:00").await;
    let host = world.person("Kierownik", Role::FacilityManager, Some(world.organisation)).await;
    let applicant =
        world.volunteer("Nowa", |row| row.status = domain::person::VolunteerStatus::Applied).await;
    for cx in [world.visitor(), anna, host, applicant] {
        let view = calendar::browse(&cx, for_me()).await.expect("a view");
        assert_eq!((view.query.for_me, view.may_order, &view.for_me), (false, false, &None));
        assert_eq!(view.days.len(), 1, "they see the calendar as everybody does");
    }
}
