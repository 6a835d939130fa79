//! Somebody comes instead, or two change dates; on both engines.

use crate::world::{self, World, id_of, problem};
use backend::context::Cx;
use backend::jobs;
use backend::service::{calendar, claims, dashboard, handing_over, hosting, offers, schedule, stand_in};
use backend::store::history;
use domain::claim::{ClaimState, ClaimStep};
use domain::claiming::Refusal;
use domain::form::{StandInForm, SwapForm};
use domain::ids::{ClaimId, OfferId, PersonId, SlotId};
use domain::offer::{OfferCause, OfferState};
use domain::person::Preferences;
use domain::problem::Problem;
use domain::view::Standing;
use sqlx::types::Json;

on_both_engines! {
    the_first_yes_takes_the_place
    a_typed_address_is_answered_the_same
    addresses_cannot_be_tried_without_end
    people_are_named_only_to_those_who_were_there_with_them
    everyone_who_qualifies_and_likes_it_is_asked
    the_asker_keeps_the_place_and_can_take_it_back
    a_coordinator_decides_where_the_centre_wants_it
    two_change_dates
    a_swap_says_whose_rule_but_not_why
    who_steps_back_ends_the_questions
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

async fn likes(world: &World, name: &str) -> Cx {
    let kinds = Preferences { kinds: vec!["office_work".into()], ..Preferences::default() };
    world.volunteer(name, |row| row.preferences = Json(kinds)).await
}

/// Julia has the only place of a slot.
async fn place(world: &World) -> (Cx, SlotId, Cx, ClaimId) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 1), 9, "16:00", "18:00").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, slot).await.expect("a place");
    let claim = world.claim_of(&julia, slot).await;
    (anna, slot, julia, claim)
}

fn everyone() -> StandInForm {
    StandInForm { everyone: "on".into(), ..StandInForm::default() }
}

fn to(email: &str) -> StandInForm {
    StandInForm { email: email.into(), ..StandInForm::default() }
}

async fn seeking(cx: &Cx, slot: SlotId) -> bool {
    calendar::slot(cx, slot).await.expect("the page").own.expect("a claim").seeking.is_some()
}

async fn the_first_yes_takes_the_place(world: World) {
    let (_, slot, julia, claim) = place(&world).await;
    let (piotr, olena) = (likes(&world, "Piotr").await, likes(&world, "Olena").await);
    stand_in::ask(&julia, claim, &everyone()).await.expect("asked");
    let asked = offers::mine(&piotr).await.expect("offers").remove(0);
    assert_eq!((asked.cause, asked.by.as_deref()), (OfferCause::StandIn, Some("Julia")));
    let second = offer(&olena).await;
    assert_eq!(offers::answer(&piotr, asked.id, "", true).await.expect("a yes"), OfferState::Accepted);
    assert_eq!((state(&julia, slot).await, state(&piotr, slot).await), (None, Some(ClaimState::Approved)));
    assert_eq!(world.taken(slot).await, 1);
    assert_eq!(problem(offers::answer(&olena, second, "", true).await), Problem::TooLate);
    let step = {
        let mut tx = world.node.db.read().await.expect("a transaction");
        history::of_claim(&mut tx, claim).await.expect("a history").last().expect("a step").step
    };
    assert_eq!(step, ClaimStep::HandOver);
    let subject = |start: &str| format!("{start}: Porządki w archiwum");
    assert_eq!(world.mails("julia@example.org").await, [subject("Masz zastępstwo")]);
    assert_eq!(world.mails("anna@example.org").await, [subject("Zastępstwo")]);
    assert!(world.mails("piotr@example.org").await.contains(&subject("Masz miejsce")));
}

async fn addresses_cannot_be_tried_without_end(world: World) {
    let (_, _, julia, claim) = place(&world).await;
    for number in 0..10 {
        stand_in::ask(&julia, claim, &to(&format!("{number}@example.org"))).await.expect("the same answer");
        stand_in::take_back(&julia, claim).await.expect("taken back");
    }
    let last = problem(stand_in::ask(&julia, claim, &to("nikt@example.org")).await);
    assert_eq!(last, Problem::TooMany { minutes: 60 });
    likes(&world, "Piotr").await;
    stand_in::ask(&julia, claim, &everyone()).await.expect("without a typed address");
}

async fn a_typed_address_is_answered_the_same(world: World) {
    let (_, slot, julia, claim) = place(&world).await;
    stand_in::ask(&julia, claim, &to("nikt@example.org")).await.expect("the same answer");
    assert!(seeking(&julia, slot).await);
    assert_eq!(problem(stand_in::ask(&julia, claim, &everyone()).await), Problem::TooLate, "one at a time");
    stand_in::take_back(&julia, claim).await.expect("taken back");
    assert!(!seeking(&julia, slot).await);
    let piotr = world.volunteer("Piotr", |_| {}).await;
    let child = world
        .volunteer("Ola", |row| row.birth_on = Some(domain::time::Day(jiff::civil::date(2014, 1, 1))))
        .await;
    stand_in::ask(&julia, claim, &to("ola@example.org")).await.expect("the same answer");
    assert!(offers::mine(&child).await.expect("offers").is_empty(), "a rule says no");
    assert!(seeking(&julia, slot).await);
    stand_in::take_back(&julia, claim).await.expect("taken back");
    stand_in::ask(&julia, claim, &to(" PIOTR@example.org")).await.expect("asked");
    assert_eq!(offers::mine(&piotr).await.expect("offers").len(), 1);
}

async fn people_are_named_only_to_those_who_were_there_with_them(world: World) {
    let (anna, slot, julia, claim) = place(&world).await;
    let before = world.slot(&anna, "instant", (1, 9), 2, "16:00", "18:00").await;
    let (piotr, olena) = (world.volunteer("Piotr", |_| {}).await, world.volunteer("Olena", |_| {}).await);
    for cx in [&julia, &piotr] {
        claims::claim(cx, before).await.expect("a place");
    }
    let after = world.at(jiff_at(2, 20));
    let host = after.acting(id_of(&anna), anna.actor.grants().to_vec());
    for cx in [&julia, &piotr] {
        hosting::record(&host, world.claim_of(cx, before).await, Some(true), "120").await.expect("recorded");
    }
    let julia = after.acting(id_of(&julia), julia.actor.grants().to_vec());
    let named = calendar::slot(&julia, slot).await.expect("the page").hand_over.expect("a place").people;
    assert_eq!(
        named.iter().map(|each| (each.id, each.name.as_str())).collect::<Vec<_>>(),
        [(id_of(&piotr), "Piotr")]
    );
    let form = |id: PersonId| StandInForm { people: vec![id.to_string()], ..StandInForm::default() };
    let unknown = problem(stand_in::ask(&julia, claim, &form(PersonId(uuid::Uuid::from_u128(5)))).await);
    assert_eq!(problem(stand_in::ask(&julia, claim, &form(id_of(&olena))).await), unknown);
    stand_in::ask(&julia, claim, &form(id_of(&piotr))).await.expect("asked");
    let piotr = after.acting(id_of(&piotr), piotr.actor.grants().to_vec());
    assert_eq!(offers::mine(&piotr).await.expect("offers").len(), 1);
}

fn jiff_at(day: i8, hour: i8) -> domain::time::Instant {
    domain::time::Instant::from_civil(jiff::civil::date(2026, 12, day).at(hour, 0, 0, 0))
}

async fn everyone_who_qualifies_and_likes_it_is_asked(world: World) {
    let (anna, slot, julia, claim) = place(&world).await;
    world.volunteer("Obojętna", |_| {}).await;
    assert!(
        matches!(problem(stand_in::ask(&julia, claim, &everyone()).await), Problem::Invalid(_)),
        "nobody"
    );
    let mut liking = Vec::new();
    for n in 0..52 {
        liking.push(likes(&world, &format!("Osoba{n}")).await);
    }
    let clash = world.slot(&anna, "instant", (1, 1), 9, "17:00", "19:00").await;
    claims::claim(&liking[0], clash).await.expect("busy");
    let other = world.slot(&anna, "instant", (1, 1), 12, "17:00", "19:00").await;
    backend::service::pairs::offer(&anna, other, None, id_of(&liking[1])).await.expect("asked before");
    stand_in::ask(&julia, claim, &everyone()).await.expect("asked");
    let mut asked = Vec::new();
    for cx in &liking {
        let mine = offers::mine(cx).await.expect("offers");
        asked.push(mine.iter().any(|offer| offer.slot.id == slot));
    }
    assert_eq!(asked.iter().filter(|asked| **asked).count(), 50, "no more at once");
    assert!(!asked[0] && !asked[1], "one is busy, one was asked most recently: {asked:?}");
}

async fn the_asker_keeps_the_place_and_can_take_it_back(world: World) {
    let (_, slot, julia, claim) = place(&world).await;
    let piotr = likes(&world, "Piotr").await;
    stand_in::ask(&julia, claim, &everyone()).await.expect("asked");
    assert_eq!((state(&julia, slot).await, world.taken(slot).await), (Some(ClaimState::Approved), 1));
    let asked = offer(&piotr).await;
    for cx in [&piotr, &world.visitor()] {
        let told = problem(stand_in::take_back(cx, claim).await);
        assert!(matches!(told, Problem::NotFound | Problem::SignInFirst));
    }
    stand_in::take_back(&julia, claim).await.expect("taken back");
    assert_eq!(problem(offers::answer(&piotr, asked, "", true).await), Problem::TooLate);
    assert_eq!(state(&julia, slot).await, Some(ClaimState::Approved));

    stand_in::ask(&julia, claim, &everyone()).await.expect("asked again");
    let later = world.at(world::now().plus_minutes(48 * 60));
    jobs::tidy(&later.node).await.expect("tidied");
    assert!(!seeking(&julia, slot).await);
    assert_eq!(world.mails("julia@example.org").await, ["Nikt nie mógł Cię zastąpić: Porządki w archiwum"]);
    assert_eq!(schedule::mine(&julia).await.expect("the schedule").coming.len(), 1);
}

async fn a_coordinator_decides_where_the_centre_wants_it(world: World) {
    world.decide_swaps().await;
    let (anna, slot, julia, claim) = place(&world).await;
    let (piotr, olena) = (likes(&world, "Piotr").await, likes(&world, "Olena").await);
    stand_in::ask(&julia, claim, &everyone()).await.expect("asked");
    let second = offer(&olena).await;
    assert_eq!(
        offers::answer(&piotr, offer(&piotr).await, "", true).await.expect("a yes"),
        OfferState::Agreed
    );
    assert_eq!((state(&julia, slot).await, state(&piotr, slot).await), (Some(ClaimState::Approved), None));
    assert_eq!(problem(offers::answer(&olena, second, "", true).await), Problem::TooLate);
    let agreed = dashboard::show(&anna).await.expect("the dashboard").agreements;
    assert_eq!((agreed.len(), agreed[0].from.as_str(), agreed[0].to.as_str()), (1, "Julia", "Piotr"));
    handing_over::refuse(&anna, agreed[0].offer_id).await.expect("refused");
    assert_eq!(problem(handing_over::allow(&anna, agreed[0].offer_id).await), Problem::TooLate);
    assert_eq!((state(&julia, slot).await, world.taken(slot).await), (Some(ClaimState::Approved), 1));

    stand_in::ask(&julia, claim, &to("piotr@example.org")).await.expect("asked again");
    offers::answer(&piotr, offer(&piotr).await, "", true).await.expect("a yes");
    let agreed = dashboard::show(&anna).await.expect("the dashboard").agreements;
    handing_over::allow(&anna, agreed[0].offer_id).await.expect("allowed");
    assert_eq!((state(&julia, slot).await, state(&piotr, slot).await), (None, Some(ClaimState::Approved)));
    assert!(dashboard::show(&anna).await.expect("the dashboard").agreements.is_empty());
    assert_eq!(world.taken(slot).await, 1);
}

/// Julia has a place on the 9th, Piotr on the 11th, of the same opportunity.
async fn two_places(world: &World) -> (Cx, [SlotId; 2], [Cx; 2], [ClaimId; 2]) {
    let (anna, first, julia, mine) = place(world).await;
    let opportunity = calendar::slot(&julia, first).await.expect("the page").opportunity_id;
    let form = world::slots_form((1, 1), 11, "16:00", "18:00");
    backend::service::dates::add(&anna, opportunity, &form).await.expect("a date");
    let dates = calendar::opportunity(&julia, opportunity).await.expect("the page").dates;
    let second = dates.iter().find(|date| date.id != first).expect("the other date").id;
    let piotr = world.volunteer("Piotr", |_| {}).await;
    claims::claim(&piotr, second).await.expect("a place");
    let his = world.claim_of(&piotr, second).await;
    (anna, [first, second], [julia, piotr], [mine, his])
}

async fn two_change_dates(world: World) {
    let (_, [first, second], [julia, piotr], [mine, his]) = two_places(&world).await;
    let swaps = calendar::slot(&julia, first).await.expect("the page").hand_over.expect("a place").swaps;
    assert_eq!((swaps.len(), swaps[0].claim_id, swaps[0].name.as_str()), (1, his, "Piotr"));
    let form = SwapForm { with: his.to_string() };
    stand_in::swap(&julia, mine, &form).await.expect("asked");
    assert_eq!(problem(stand_in::swap(&julia, mine, &form).await), Problem::TooLate);
    let asked = offers::mine(&piotr).await.expect("offers").remove(0);
    assert_eq!((asked.cause, asked.slot.id), (OfferCause::Swap, first));
    assert!(asked.other.is_some_and(|other| other.contains("11")));
    offers::answer(&piotr, asked.id, "", true).await.expect("a yes");
    let states = [state(&julia, first).await, state(&julia, second).await];
    assert_eq!(states, [None, Some(ClaimState::Approved)]);
    assert_eq!([state(&piotr, first).await, state(&piotr, second).await], [Some(ClaimState::Approved), None]);
    assert_eq!((world.taken(first).await, world.taken(second).await), (1, 1));
}

async fn a_swap_says_whose_rule_but_not_why(world: World) {
    let (anna, [first, second], [julia, piotr], [mine, his]) = two_places(&world).await;
    let form = SwapForm { with: his.to_string() };
    stand_in::swap(&julia, mine, &form).await.expect("asked");
    let clash = world.slot(&anna, "instant", (1, 1), 11, "17:00", "19:00").await;
    claims::claim(&julia, clash).await.expect("a place meanwhile");
    let asked = offer(&piotr).await;
    let told = problem(offers::answer(&piotr, asked, "", true).await);
    assert_eq!(told, Problem::Refused(Refusal::OtherCannot));
    assert_eq!([state(&julia, first).await, state(&piotr, second).await], [Some(ClaimState::Approved); 2]);
    let clash = world.slot(&anna, "instant", (1, 1), 9, "17:00", "19:00").await;
    claims::claim(&piotr, clash).await.expect("a place meanwhile");
    let told = problem(offers::answer(&piotr, asked, "", true).await);
    assert_eq!(told, Problem::Refused(Refusal::Overlaps), "the own rule is told");
    assert_eq!(offers::answer(&piotr, asked, "", false).await.expect("a no"), OfferState::Declined);
    let stranger = SwapForm { with: mine.to_string() };
    assert!(matches!(problem(stand_in::swap(&julia, mine, &stranger).await), Problem::Invalid(_)));
}

async fn who_steps_back_ends_the_questions(world: World) {
    let (_, _, [julia, piotr], [mine, his]) = two_places(&world).await;
    stand_in::swap(&julia, mine, &SwapForm { with: his.to_string() }).await.expect("asked");
    let asked = offer(&piotr).await;
    claims::withdraw(&julia, mine).await.expect("stepped back");
    assert_eq!(problem(offers::answer(&piotr, asked, "", true).await), Problem::TooLate);
    assert_eq!(offers::show(&piotr, asked, "").await.expect("the offer").state, OfferState::TakenBack);
}
