//! Waiting for a place, stepping back, watching, answering when a date was moved; on both engines.

mod world;

use backend::context::Cx;
use backend::error::Error;
use backend::jobs;
use backend::service::{
    calendar, claims, dashboard, matching, offers, schedule, stepping_back, waitlist, watching,
};
use backend::store::{claims as rows, history, mails, slots};
use domain::claim::{ClaimState, ClaimStep};
use domain::claiming::Refusal;
use domain::form::{ChangeForm, ClaimForm, StepBackForm, TurnForm};
use domain::ids::{OfferId, PersonId, SlotId};
use domain::offer::OfferState;
use domain::problem::Problem;
use domain::time::Instant;
use domain::view::{OwnPlace, Standing};
use jiff::civil::date;
use world::{World, change_dates};

on_both_engines! {
    a_full_slot_has_a_queue_and_a_freed_place_goes_through_it
    a_newcomer_does_not_overtake
    nobody_answers_and_the_next_is_asked
    a_rule_that_says_no_by_now_sends_the_place_on
    who_cannot_take_the_place_is_passed_over
    places_that_are_added_are_offered
    coordinators_change_the_order_for_a_reason
    a_claim_that_waits_for_a_decision_is_put_on_the_list
    stepping_back_late_is_told_at_once
    all_places_of_a_claim_are_freed
    watchers_hear_once_when_nobody_waits
    a_moved_date_is_answered_without_blame
    nobody_is_mailed_in_the_night
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

async fn wait(cx: &Cx, slot: SlotId) -> ClaimState {
    let form = ClaimForm { queue: "on".into(), ..ClaimForm::default() };
    claims::claim_as(cx, slot, &form).await.expect("a turn")
}

async fn own(cx: &Cx, slot: SlotId) -> OwnPlace {
    calendar::slot(cx, slot).await.expect("the page").own.expect("a claim")
}

async fn state(cx: &Cx, slot: SlotId) -> Option<ClaimState> {
    match calendar::slot(cx, slot).await.expect("the page").card.standing {
        Standing::Mine { state, .. } => Some(state),
        _ => None,
    }
}

async fn offer(cx: &Cx) -> OfferId {
    offers::mine(cx).await.expect("offers").first().expect("an offer").id
}

async fn give_up(world: &World, cx: &Cx, slot: SlotId) {
    claims::withdraw(cx, world.claim_of(cx, slot).await).await.expect("stepped back");
}

/// `taken` is what the live claims hold; the two numbers.
async fn taken(world: &World, slot: SlotId) -> i64 {
    let mut tx = world.node.db.read().await.expect("a transaction");
    let taken = slots::find(&mut tx, slot).await.expect("a read").expect("the slot").taken;
    let held = rows::live_of_slot(&mut tx, slot).await.expect("claims");
    let held: i64 = held.iter().map(rows::ClaimRow::places_held).sum();
    assert_eq!(taken, held, "places taken are those of the claims");
    taken
}

/// A slot with one place, taken by Piotr; Julia, Olena and Bartek wait for it in this order, since the same second.
async fn queue(world: &World) -> (Cx, SlotId, Cx, [Cx; 3]) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 1), 9, "16:00", "18:00").await;
    let piotr = world.volunteer("Piotr", |_| {}).await;
    claims::claim(&piotr, slot).await.expect("a place");
    let mut waiting = Vec::new();
    for name in ["Julia", "Olena", "Bartek"] {
        let cx = world.volunteer(name, |_| {}).await;
        assert_eq!(problem(claims::claim(&cx, slot).await), Problem::Refused(Refusal::Full));
        assert_eq!(wait(&cx, slot).await, ClaimState::Waitlisted);
        waiting.push(cx);
    }
    let waiting: [Cx; 3] = waiting.try_into().expect("three");
    (anna, slot, piotr, waiting)
}

fn later(world: &World, at: Instant, cx: &Cx) -> Cx {
    world.at(at).acting(id_of(cx), cx.actor.grants().to_vec())
}

async fn a_full_slot_has_a_queue_and_a_freed_place_goes_through_it(world: World) {
    let (anna, slot, piotr, [julia, olena, bartek]) = queue(&world).await;
    for (cx, turn) in [(&julia, 1), (&olena, 2), (&bartek, 3)] {
        assert_eq!(own(cx, slot).await.turn, Some(turn));
        let mine = schedule::mine(cx).await.expect("the schedule").coming;
        assert_eq!(mine[0].own.turn, Some(turn));
    }
    assert_eq!(taken(&world, slot).await, 1);
    give_up(&world, &olena, slot).await;
    assert_eq!(own(&bartek, slot).await.turn, Some(2), "whoever leaves the list lets the others up");

    give_up(&world, &piotr, slot).await;
    assert_eq!(taken(&world, slot).await, 1, "the place is kept");
    assert_eq!(state(&julia, slot).await, Some(ClaimState::Offered));
    assert_eq!(own(&bartek, slot).await.turn, Some(1));
    let until = own(&julia, slot).await.kept.expect("a question").1;
    assert_eq!(until, world::now().plus_minutes(12 * 60));
    assert_eq!(world.mails("julia@example.org").await, ["Zwolniło się miejsce: Porządki w archiwum"]);
    let view = matching::staffing(&anna, slot, None).await.expect("the page");
    let rows: Vec<_> = view.queue.iter().map(|row| (row.name.as_str(), row.turn, row.until)).collect();
    assert_eq!(rows, [("Julia", None, Some(until)), ("Bartek", Some(1), None)]);

    let answer = offers::answer(&julia, offer(&julia).await, "", true).await.expect("a yes");
    assert_eq!((answer, state(&julia, slot).await), (OfferState::Accepted, Some(ClaimState::Approved)));
    assert_eq!(taken(&world, slot).await, 1);
    give_up(&world, &julia, slot).await;
    let offer = offer(&bartek).await;
    assert_eq!(offers::answer(&bartek, offer, "", false).await.expect("a no"), OfferState::Declined);
    assert_eq!((state(&bartek, slot).await, taken(&world, slot).await), (None, 0));
}

async fn a_newcomer_does_not_overtake(world: World) {
    let (_, slot, piotr, [julia, ..]) = queue(&world).await;
    let nowa = world.volunteer("Nowa", |_| {}).await;
    give_up(&world, &piotr, slot).await;
    for cx in [&nowa, &piotr] {
        assert_eq!(problem(claims::claim(cx, slot).await), Problem::Refused(Refusal::Full));
    }
    assert_eq!(wait(&nowa, slot).await, ClaimState::Waitlisted);
    assert_eq!(own(&nowa, slot).await.turn, Some(3));
    assert_eq!(problem(claims::claim(&julia, slot).await), Problem::Refused(Refusal::AlreadyClaimed));
}

async fn nobody_answers_and_the_next_is_asked(world: World) {
    let (_, slot, piotr, [julia, olena, _]) = queue(&world).await;
    give_up(&world, &piotr, slot).await;
    let first = offer(&julia).await;
    let after = world.at(world::now().plus_minutes(12 * 60));
    let early = world.at(world::now().plus_minutes(12 * 60 - 1));
    jobs::tidy(&early.node).await.expect("tidied");
    assert_eq!(state(&julia, slot).await, Some(ClaimState::Offered));
    jobs::tidy(&after.node).await.expect("tidied");
    assert_eq!((state(&julia, slot).await, state(&olena, slot).await), (None, Some(ClaimState::Offered)));
    assert_eq!(taken(&world, slot).await, 1);
    assert!(
        world
            .mails("julia@example.org")
            .await
            .contains(&"Miejsce przeszło dalej: Porządki w archiwum".into())
    );
    let julia = later(&world, world::now().plus_minutes(12 * 60), &julia);
    assert_eq!(problem(offers::answer(&julia, first, "", true).await), Problem::TooLate);
    let mut tx = world.node.db.read().await.expect("a transaction");
    let asked = backend::store::offers::find(&mut tx, first).await.expect("a read").expect("the offer");
    let claim = asked.claim_id.expect("a claim");
    let steps: Vec<_> = history::of_claim(&mut tx, claim).await.expect("a history");
    let steps: Vec<ClaimStep> = steps.into_iter().map(|row| row.step).collect();
    assert_eq!(steps, [ClaimStep::Claim, ClaimStep::Offer, ClaimStep::Lapse]);
}

async fn a_rule_that_says_no_by_now_sends_the_place_on(world: World) {
    let (anna, slot, piotr, [julia, olena, _]) = queue(&world).await;
    give_up(&world, &piotr, slot).await;
    // Somebody else gave Julia a place at the same time; her own claims would be refused.
    let clash = world.slot(&anna, "instant", (1, 1), 9, "17:00", "19:00").await;
    assert_eq!(problem(claims::claim(&julia, clash).await), Problem::Refused(Refusal::Overlaps));
    let mut tx = world.node.db.write().await.expect("a transaction");
    let id = world.node.new_id();
    let row = rows::ClaimRow::new(id, clash, id_of(&julia), ClaimState::Approved, world::now());
    rows::add(&mut tx, &row).await.expect("a claim");
    assert!(slots::take_places(&mut tx, clash, None, 1).await.expect("a place"));
    tx.commit().await.expect("a commit");
    let first = offer(&julia).await;
    assert_eq!(problem(offers::answer(&julia, first, "", true).await), Problem::Refused(Refusal::Overlaps));
    assert_eq!((state(&julia, slot).await, state(&olena, slot).await), (None, Some(ClaimState::Offered)));
    assert_eq!(taken(&world, slot).await, 1);
    assert_eq!(problem(offers::answer(&julia, first, "", true).await), Problem::TooLate);
}

async fn who_cannot_take_the_place_is_passed_over(world: World) {
    let (anna, slot, piotr, [julia, olena, _]) = queue(&world).await;
    // Waiting for a place keeps nobody from another one.
    let clash = world.slot(&anna, "instant", (1, 1), 9, "17:00", "19:00").await;
    assert_eq!(claims::claim(&julia, clash).await.expect("a place"), ClaimState::Approved);
    give_up(&world, &piotr, slot).await;
    assert_eq!(state(&olena, slot).await, Some(ClaimState::Offered));
    assert_eq!(own(&julia, slot).await.turn, Some(1), "she keeps her turn");
    give_up(&world, &julia, clash).await;
    offers::answer(&olena, offer(&olena).await, "", false).await.expect("a no");
    assert_eq!(state(&julia, slot).await, Some(ClaimState::Offered));
}

async fn places_that_are_added_are_offered(world: World) {
    let (anna, slot, _, [julia, olena, bartek]) = queue(&world).await;
    let form = world::slots_form((1, 3), 9, "16:00", "18:00");
    change_dates(&anna, slot, &form, &ChangeForm::default(), "").await.expect("changed");
    let states = [state(&julia, slot).await, state(&olena, slot).await, state(&bartek, slot).await];
    assert_eq!(states, [ClaimState::Offered, ClaimState::Offered, ClaimState::Waitlisted].map(Some));
    assert_eq!(taken(&world, slot).await, 3);
}

async fn coordinators_change_the_order_for_a_reason(world: World) {
    let (anna, slot, piotr, [julia, olena, bartek]) = queue(&world).await;
    let claim = world.claim_of(&bartek, slot).await;
    let form = |to: &str, reason: &str| TurnForm { to: to.into(), reason: reason.into() };
    assert!(matches!(problem(waitlist::reorder(&anna, claim, &form("top", "")).await), Problem::Invalid(_)));
    waitlist::reorder(&anna, claim, &form("top", "Zna to archiwum.")).await.expect("moved");
    let turns = [own(&bartek, slot).await.turn, own(&julia, slot).await.turn, own(&olena, slot).await.turn];
    assert_eq!(turns, [Some(1), Some(2), Some(3)]);
    waitlist::reorder(&anna, world.claim_of(&julia, slot).await, &form("down", "Prosi o to."))
        .await
        .expect("moved");
    assert_eq!((own(&olena, slot).await.turn, own(&julia, slot).await.turn), (Some(2), Some(3)));
    waitlist::reorder(&anna, world.claim_of(&julia, slot).await, &form("up", "Jednak."))
        .await
        .expect("moved");
    assert_eq!((own(&olena, slot).await.turn, own(&julia, slot).await.turn), (Some(3), Some(2)));
    give_up(&world, &piotr, slot).await;
    assert_eq!(state(&bartek, slot).await, Some(ClaimState::Offered));
    let mut tx = world.node.db.read().await.expect("a transaction");
    let history = history::of_claim(&mut tx, claim).await.expect("a history");
    assert_eq!(
        (history[1].step, history[1].note.as_deref(), history[1].actor_id),
        (ClaimStep::Reorder, Some("Zna to archiwum."), Some(id_of(&anna)))
    );
    drop(tx);
    let gone = problem(waitlist::reorder(&anna, claim, &form("top", "Jeszcze raz.")).await);
    assert_eq!(gone, Problem::TooLate, "who is asked does not wait");
}

async fn a_claim_that_waits_for_a_decision_is_put_on_the_list(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "approval", (1, 1), 9, "16:00", "18:00").await;
    let (julia, olena) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Olena", |_| {}).await);
    for cx in [&julia, &olena] {
        claims::claim(cx, slot).await.expect("asked");
    }
    claims::approve(&anna, world.claim_of(&julia, slot).await).await.expect("approved");
    let claim = world.claim_of(&olena, slot).await;
    waitlist::queue(&anna, claim, "Nie ma już miejsc.").await.expect("queued");
    assert_eq!(own(&olena, slot).await.turn, Some(1));
    assert!(world.mails("olena@example.org").await.contains(&"Lista rezerwowa: Porządki w archiwum".into()));
    assert_eq!(problem(waitlist::queue(&anna, claim, "Znowu.").await), Problem::TooLate);
    // A decision that is taken back frees the place as well.
    claims::undo(&anna, world.claim_of(&julia, slot).await).await.expect("undone");
    assert_eq!(state(&olena, slot).await, Some(ClaimState::Offered));
    offers::answer(&olena, offer(&olena).await, "", true).await.expect("a yes");
    assert_eq!((state(&olena, slot).await, taken(&world, slot).await), (Some(ClaimState::Approved), 1));
}

async fn stepping_back_late_is_told_at_once(world: World) {
    let anna = world.coordinator("Anna").await;
    world.person("Dorota", domain::actor::Role::FacilityManager, Some(world.organisation)).await;
    world.person("Obca", domain::actor::Role::FacilityManager, Some(world.elsewhere)).await;
    let slot = world.slot(&anna, "instant", (1, 2), 9, "16:00", "18:00").await;
    let (julia, olena) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Olena", |_| {}).await);
    for cx in [&julia, &olena] {
        claims::claim(cx, slot).await.expect("a place");
    }
    let starts = Instant::from_civil(date(2026, 12, 9).at(16, 0, 0, 0));
    let at = |cx: &Cx, hours: i64| later(&world, starts.plus_minutes(-60 * hours), cx);
    let (early, late) = (at(&julia, 48), at(&olena, 47));
    assert!(!own(&early, slot).await.late && own(&late, slot).await.late);
    let form = StepBackForm { why: "duties".into(), reason: String::new() };
    stepping_back::step_back(&early, world.claim_of(&early, slot).await, &form).await.expect("stepped back");
    assert_eq!(world.mails("anna@example.org").await, Vec::<String>::new());
    let claim = world.claim_of(&late, slot).await;
    stepping_back::step_back(&late, claim, &form).await.expect("stepped back");
    for email in ["anna@example.org", "dorota@example.org"] {
        assert_eq!(world.mails(email).await.len(), 1, "{email}");
    }
    assert_eq!(world.mails("obca@example.org").await, Vec::<String>::new());
    let mut tx = world.node.db.read().await.expect("a transaction");
    let body = mails::latest(&mut tx, Some("anna@example.org"), 1).await.expect("mails").remove(0).body;
    assert!(body.contains("Olena") && body.contains("praca albo szkoła"), "{body}");
    assert_eq!(
        rows::find(&mut tx, claim).await.expect("a read").expect("it").reason.as_deref(),
        Some("duties")
    );
    drop(tx);
    let shown = dashboard::show(&at(&anna, 46)).await.expect("the dashboard").stepped_back;
    assert_eq!(shown.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Olena"]);
    let page = calendar::slot(&late, slot).await.expect("the page");
    assert!(page.stepped_back && page.card.standing == Standing::Open, "another try is welcome");
}

async fn all_places_of_a_claim_are_freed(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 3), 9, "16:00", "18:00").await;
    let [julia, olena, bartek] = [
        world.volunteer("Julia", |_| {}).await,
        world.volunteer("Olena", |_| {}).await,
        world.volunteer("Bartek", |_| {}).await,
    ];
    claims::claim(&julia, slot).await.expect("a place");
    let mut tx = world.node.db.write().await.expect("a transaction");
    let held = rows::live(&mut tx, slot, id_of(&julia)).await.expect("claims").expect("the claim");
    let three = rows::ClaimRow { places: 3, ..held.clone() };
    assert!(rows::change(&mut tx, &held, &three).await.expect("changed"));
    assert!(slots::take_places(&mut tx, slot, None, 2).await.expect("places"));
    tx.commit().await.expect("a commit");
    wait(&olena, slot).await;
    wait(&bartek, slot).await;
    give_up(&world, &julia, slot).await;
    assert_eq!(taken(&world, slot).await, 2);
    assert_eq!([state(&olena, slot).await, state(&bartek, slot).await], [Some(ClaimState::Offered); 2]);
}

async fn watchers_hear_once_when_nobody_waits(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 1), 9, "16:00", "18:00").await;
    let piotr = world.volunteer("Piotr", |_| {}).await;
    claims::claim(&piotr, slot).await.expect("a place");
    let julia = world.volunteer("Julia", |_| {}).await;
    let busy = world.volunteer("Olena", |_| {}).await;
    let clash = world.slot(&anna, "instant", (1, 1), 9, "17:00", "19:00").await;
    claims::claim(&busy, clash).await.expect("a place");
    let opportunity = calendar::slot(&julia, slot).await.expect("the page").opportunity_id;
    watching::slot(&julia, slot, true).await.expect("watched");
    watching::opportunity(&busy, opportunity, true).await.expect("watched");
    assert!(calendar::slot(&julia, slot).await.expect("the page").watching);
    assert!(calendar::opportunity(&busy, opportunity).await.expect("the page").watching);
    for _ in 0..2 {
        give_up(&world, &piotr, slot).await;
        claims::claim(&piotr, slot).await.expect("a place");
    }
    assert_eq!(world.mails("julia@example.org").await, ["Jest wolne miejsce: Porządki w archiwum"]);
    assert_eq!(world.mails("olena@example.org").await, Vec::<String>::new(), "she could not take it");
    assert!(!calendar::slot(&julia, slot).await.expect("the page").watching, "it is over");
    watching::opportunity(&busy, opportunity, false).await.expect("no longer");
    assert!(!calendar::opportunity(&busy, opportunity).await.expect("the page").watching);
}

async fn a_moved_date_is_answered_without_blame(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 9, "16:00", "18:00").await;
    let (julia, olena) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Olena", |_| {}).await);
    let mut claimed = Vec::new();
    for cx in [&julia, &olena] {
        claims::claim(cx, slot).await.expect("a place");
        claimed.push(world.claim_of(cx, slot).await);
    }
    let mut tx = world.node.db.write().await.expect("a transaction");
    for id in &claimed {
        let claim = rows::find(&mut tx, *id).await.expect("a read").expect("a claim");
        let to = rows::ClaimRow { asked_again_at: Some(world::now()), ..claim.clone() };
        assert!(rows::change(&mut tx, &claim, &to).await.expect("a change"));
    }
    tx.commit().await.expect("a commit");
    assert!(own(&julia, slot).await.asked_again);
    let starts = Instant::from_civil(date(2026, 12, 9).at(16, 0, 0, 0));
    let day = world.at(starts.plus_minutes(-60));
    let soon = |cx: &Cx| day.acting(id_of(cx), cx.actor.grants().to_vec());
    let view = matching::staffing(&soon(&anna), slot, None).await.expect("the page");
    assert!(
        view.seats.iter().all(|seat| seat.seating == domain::view::Seating::AskedAgain),
        "{:?}",
        view.seats
    );
    stepping_back::still_suits(&julia, claimed[0]).await.expect("kept");
    assert!(!own(&julia, slot).await.asked_again);
    assert_eq!(problem(stepping_back::still_suits(&julia, claimed[1]).await), Problem::NotFound);
    assert!(!own(&soon(&olena), slot).await.late, "she had not agreed to it");
    claims::withdraw(&soon(&olena), claimed[1]).await.expect("stepped back");
    assert_eq!(world.mails("anna@example.org").await, Vec::<String>::new());
    assert!(dashboard::show(&soon(&anna)).await.expect("the dashboard").stepped_back.is_empty());
}

async fn nobody_is_mailed_in_the_night(world: World) {
    let (_, slot, piotr, [julia, ..]) = queue(&world).await;
    let night = Instant::from_civil(date(2026, 11, 23).at(23, 30, 0, 0));
    let piotr = later(&world, night, &piotr);
    claims::withdraw(&piotr, world.claim_of(&piotr, slot).await).await.expect("stepped back");
    let mut tx = world.node.db.read().await.expect("a transaction");
    let mail = mails::latest(&mut tx, Some("julia@example.org"), 1).await.expect("mails").remove(0);
    assert_eq!(mail.due_at, Instant::from_civil(date(2026, 11, 24).at(7, 0, 0, 0)));
    drop(tx);
    let until = own(&later(&world, night, &julia), slot).await.kept.expect("a question").1;
    assert_eq!(until, Instant::from_civil(date(2026, 11, 24).at(19, 0, 0, 0)));
}
