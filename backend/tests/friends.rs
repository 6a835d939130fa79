//! Coming with a friend: a place that is held for whoever has the key of a link; on both engines.

mod world;

use backend::context::Cx;
use backend::error::Error;
use backend::jobs;
use backend::service::{calendar, claims, invitations, matching, offers, schedule, stand_in, waitlist};
use backend::store::{mails, slots};
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::form::{ClaimForm, InviteForm, StandInForm};
use domain::ids::{PersonId, SlotId};
use domain::person::VolunteerStatus;
use domain::problem::Problem;
use domain::time::{Day, Instant};
use domain::view::{Invited, OwnPlace};
use jiff::civil::date;
use world::{World, cancel_dates};

on_both_engines! {
    a_friend_takes_the_held_place
    a_claim_with_a_friend_holds_two_places
    a_no_and_a_deadline_give_the_place_on
    stepping_back_ends_the_invitation
    a_key_works_once_and_a_new_one_ends_the_old
    rules_hold_for_the_friend_and_the_place_waits
    where_coordinators_approve_they_decide_or_hear
    an_undone_decision_leaves_no_ghost
    only_who_can_invites
    a_cancelled_date_ends_it
    the_link_is_mailed_by_day_and_taken_back
    inviting_has_its_limits
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

async fn taken(world: &World, slot: SlotId) -> i64 {
    let mut tx = world.node.db.read().await.expect("a transaction");
    slots::find(&mut tx, slot).await.expect("a look").expect("a date").taken
}

async fn own(cx: &Cx, slot: SlotId) -> OwnPlace {
    calendar::slot(cx, slot).await.expect("the page").own.expect("a claim")
}

async fn state(world: &World, cx: &Cx, slot: SlotId) -> Option<(ClaimState, i64)> {
    let mut tx = world.node.db.read().await.expect("a transaction");
    let claim = backend::store::claims::live(&mut tx, slot, id_of(cx)).await.expect("a look");
    claim.map(|claim| (claim.state, claim.places))
}

/// Invites without an address; the key.
async fn invite(world: &World, cx: &Cx, slot: SlotId) -> String {
    let claim = world.claim_of(cx, slot).await;
    invitations::invite(cx, claim, &InviteForm::default()).await.expect("an invitation")
}

async fn a_friend_takes_the_held_place(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 2, "16:00", "18:00").await;
    let (ola, ewa) = (world.volunteer("Ola", |_| {}).await, world.volunteer("Ewa", |_| {}).await);
    let jan = world.volunteer("Jan", |_| {}).await;
    claims::claim(&ola, slot).await.expect("a place");
    assert!(own(&ola, slot).await.company.can_invite);
    let key = invite(&world, &ola, slot).await;
    assert_eq!(taken(&world, slot).await, 2);
    let until = Instant::from_civil(date(2026, 11, 23).at(10, 0, 0, 0));
    assert_eq!(own(&ola, slot).await.company.invited, Some(until));
    // Nobody overtakes; whoever has the key reads what it is about, and by whom.
    assert_eq!(problem(claims::claim(&jan, slot).await), Problem::Refused(Refusal::Full));
    let read = invitations::show(&world.visitor(), &key).await.expect("the invitation");
    assert_eq!(
        (read.by.as_str(), read.reader, read.until, read.link),
        ("Ola", Invited::Visitor, until, None)
    );
    let read = invitations::show(&ola, &key).await.expect("the invitation");
    assert_eq!(read.link, Some(format!("https://lacznik.example.org/pl/zaproszenie/{key}")));
    assert_eq!(invitations::show(&ewa, &key).await.expect("the invitation").reader, Invited::Can);
    assert_eq!(invitations::answer(&ewa, &key, true).await.expect("a yes"), slot);
    assert_eq!(state(&world, &ola, slot).await, Some((ClaimState::Approved, 1)));
    assert_eq!(state(&world, &ewa, slot).await, Some((ClaimState::Approved, 1)));
    assert_eq!(taken(&world, slot).await, 2);
    assert_eq!(world.mails("ola@example.org").await, ["Ewa przyjdzie z Tobą: Porządki w archiwum"]);
    assert_eq!(world.mails("ewa@example.org").await.len(), 1);
    assert!(world.mails("anna@example.org").await.is_empty());
}

async fn a_claim_with_a_friend_holds_two_places(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 3), 2, "16:00", "18:00").await;
    let (ola, ewa) = (world.volunteer("Ola", |_| {}).await, world.volunteer("Ewa", |_| {}).await);
    let with = ClaimForm { friend: "on".into(), ..ClaimForm::default() };
    let (state_now, key) = claims::claim_inviting(&ola, slot, &with).await.expect("two places");
    assert_eq!((state_now, key.is_some(), taken(&world, slot).await), (ClaimState::Approved, true, 2));
    let refused = problem(claims::claim_inviting(&ewa, slot, &with).await);
    assert_eq!(refused, Problem::Refused(Refusal::TooFewPlaces { left: 1 }));
    assert_eq!(claims::claim(&ewa, slot).await.expect("the last place"), ClaimState::Approved);
    let (first, alone) = (schedule::mine(&ola).await.expect("a schedule"), taken(&world, slot).await);
    assert!(first.coming[0].own.company.invited.is_some());
    assert_eq!(alone, 3);
}

async fn a_no_and_a_deadline_give_the_place_on(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 2, "16:00", "18:00").await;
    let (ola, jan) = (world.volunteer("Ola", |_| {}).await, world.volunteer("Jan", |_| {}).await);
    claims::claim(&ola, slot).await.expect("a place");
    let key = invite(&world, &ola, slot).await;
    let queue = ClaimForm { queue: "on".into(), ..ClaimForm::default() };
    assert_eq!(claims::claim_as(&jan, slot, &queue).await.expect("a turn"), ClaimState::Waitlisted);
    // Whoever has the key can say no, without an account. The place is kept for who waits.
    assert_eq!(invitations::answer(&world.visitor(), &key, false).await.expect("a no"), slot);
    assert_eq!(problem(invitations::show(&world.visitor(), &key).await), Problem::NotFound);
    assert_eq!(state(&world, &jan, slot).await, Some((ClaimState::Offered, 1)));
    assert_eq!(taken(&world, slot).await, 2);
    assert_eq!(world.mails("ola@example.org").await, ["Tym razem bez drugiej osoby: Porządki w archiwum"]);
    let offer = offers::mine(&jan).await.expect("offers")[0].id;
    offers::answer(&jan, offer, "", false).await.expect("a no");
    assert_eq!(taken(&world, slot).await, 1);
    // Nobody answers in time.
    let key = invite(&world, &ola, slot).await;
    let later = world.at(world::now().plus_minutes(24 * 60));
    let (ewa, reader) = (world.volunteer("Ewa", |_| {}).await, later.visitor());
    let ewa = later.acting(id_of(&ewa), ewa.actor.grants().to_vec());
    assert_eq!(problem(invitations::answer(&ewa, &key, true).await), Problem::NotFound);
    jobs::tidy(&later.node).await.expect("tidied");
    assert_eq!((taken(&world, slot).await, state(&world, &ola, slot).await.map(|own| own.1)), (1, Some(1)));
    assert_eq!(problem(invitations::show(&reader, &key).await), Problem::NotFound);
    let told = world.mails("ola@example.org").await;
    assert!(told.contains(&"Bez odpowiedzi na zaproszenie: Porządki w archiwum".to_owned()), "{told:?}");
}

async fn stepping_back_ends_the_invitation(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 2, "16:00", "18:00").await;
    let (ola, ewa) = (world.volunteer("Ola", |_| {}).await, world.volunteer("Ewa", |_| {}).await);
    claims::claim(&ola, slot).await.expect("a place");
    let key = invite(&world, &ola, slot).await;
    // Taken back, the inviter keeps their own place.
    let claim = world.claim_of(&ola, slot).await;
    invitations::take_back(&ola, claim).await.expect("taken back");
    assert_eq!((taken(&world, slot).await, own(&ola, slot).await.company.invited), (1, None));
    assert_eq!(problem(invitations::answer(&ewa, &key, true).await), Problem::NotFound);
    assert_eq!(problem(invitations::take_back(&ola, claim).await), Problem::TooLate);
    // Who steps back gives up both.
    let key = invite(&world, &ola, slot).await;
    claims::withdraw(&ola, claim).await.expect("stepped back");
    assert_eq!(taken(&world, slot).await, 0);
    assert_eq!(problem(invitations::answer(&ewa, &key, true).await), Problem::NotFound);
}

async fn a_key_works_once_and_a_new_one_ends_the_old(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 3), 2, "16:00", "18:00").await;
    let (ola, ewa) = (world.volunteer("Ola", |_| {}).await, world.volunteer("Ewa", |_| {}).await);
    let jan = world.volunteer("Jan", |_| {}).await;
    claims::claim(&ola, slot).await.expect("a place");
    let old = invite(&world, &ola, slot).await;
    let claim = world.claim_of(&ola, slot).await;
    let new = invitations::renew(&ola, claim).await.expect("a new key");
    assert_eq!(problem(invitations::answer(&ewa, &old, true).await), Problem::NotFound);
    let own_yes = problem(invitations::answer(&ola, &new, true).await);
    assert_eq!(own_yes, Problem::Refused(Refusal::AlreadyClaimed));
    invitations::answer(&ewa, &new, true).await.expect("a yes");
    assert_eq!(problem(invitations::answer(&jan, &new, true).await), Problem::NotFound);
    assert_eq!(problem(invitations::renew(&ola, claim).await), Problem::TooLate);
    // Another friend may follow.
    assert!(own(&ola, slot).await.company.can_invite);
    assert_eq!(problem(invitations::renew(&jan, claim).await), Problem::NotFound);
}

async fn rules_hold_for_the_friend_and_the_place_waits(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 2, "16:00", "18:00").await;
    let busy = world.slot(&anna, "instant", (1, 2), 2, "17:00", "19:00").await;
    let ola = world.volunteer("Ola", |_| {}).await;
    let newcomer = world.volunteer("Nina", |row| row.status = VolunteerStatus::Applied).await;
    let child = world.volunteer("Iga", |row| row.birth_on = Some(Day(date(2012, 5, 5)))).await;
    let elsewhere = world.volunteer("Ewa", |_| {}).await;
    claims::claim(&elsewhere, busy).await.expect("a place elsewhere");
    claims::claim(&ola, slot).await.expect("a place");
    let key = invite(&world, &ola, slot).await;
    for (friend, refusal) in [
        (&newcomer, Refusal::NotActive),
        (&child, Refusal::TooYoung { min_age: 16 }),
        (&elsewhere, Refusal::Overlaps),
    ] {
        let read = invitations::show(friend, &key).await.expect("the invitation").reader;
        let Invited::Cannot(told, missing) = read else { panic!("{read:?}") };
        assert_eq!((&told, missing.is_empty()), (&refusal, refusal != Refusal::NotActive));
        assert_eq!(problem(invitations::answer(friend, &key, true).await), Problem::Refused(refusal));
        assert_eq!((taken(&world, slot).await, state(&world, friend, slot).await), (2, None));
    }
    // What was in the way is gone.
    claims::withdraw(&elsewhere, world.claim_of(&elsewhere, busy).await).await.expect("stepped back");
    invitations::answer(&elsewhere, &key, true).await.expect("a yes");
}

async fn where_coordinators_approve_they_decide_or_hear(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "approval", (1, 2), 2, "16:00", "18:00").await;
    let (ola, ewa) = (world.volunteer("Ola", |_| {}).await, world.volunteer("Ewa", |_| {}).await);
    claims::claim(&ola, slot).await.expect("a request");
    // Both wait for a decision.
    let key = invite(&world, &ola, slot).await;
    assert_eq!(taken(&world, slot).await, 0);
    assert!(invitations::show(&ewa, &key).await.expect("the invitation").pending);
    invitations::answer(&ewa, &key, true).await.expect("a yes");
    assert_eq!(state(&world, &ola, slot).await, Some((ClaimState::Pending, 1)));
    assert_eq!(state(&world, &ewa, slot).await, Some((ClaimState::Pending, 1)));
    claims::refuse(&anna, world.claim_of(&ewa, slot).await, "").await.expect("refused");
    // Invited after the inviter was approved, a friend comes in at once, and coordinators hear of it.
    claims::approve(&anna, world.claim_of(&ola, slot).await).await.expect("approved");
    let key = invite(&world, &ola, slot).await;
    let jan = world.volunteer("Jan", |_| {}).await;
    invitations::answer(&jan, &key, true).await.expect("a yes");
    assert_eq!(state(&world, &jan, slot).await, Some((ClaimState::Approved, 1)));
    assert_eq!(world.mails("anna@example.org").await, ["Nowa osoba z zaproszenia: Porządki w archiwum"]);
    let seats = matching::staffing(&anna, slot, None).await.expect("staffing");
    assert_eq!((seats.taken, seats.alongside.len()), (2, 0));
}

async fn an_undone_decision_leaves_no_ghost(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "approval", (1, 3), 2, "16:00", "18:00").await;
    let (ola, ewa) = (world.volunteer("Ola", |_| {}).await, world.volunteer("Ewa", |_| {}).await);
    let with = ClaimForm { friend: "on".into(), ..ClaimForm::default() };
    let (_, key) = claims::claim_inviting(&ola, slot, &with).await.expect("a request for two");
    let (key, claim) = (key.expect("a key"), world.claim_of(&ola, slot).await);
    claims::approve(&anna, claim).await.expect("approved");
    assert_eq!(taken(&world, slot).await, 2);
    claims::undo(&anna, claim).await.expect("undone");
    assert_eq!(
        (taken(&world, slot).await, state(&world, &ola, slot).await),
        (0, Some((ClaimState::Pending, 2)))
    );
    claims::refuse(&anna, claim, "").await.expect("refused");
    assert_eq!(problem(invitations::show(&ewa, &key).await), Problem::NotFound);
    claims::undo(&anna, claim).await.expect("undone");
    assert_eq!(state(&world, &ola, slot).await, Some((ClaimState::Pending, 1)));
}

async fn only_who_can_invites(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 2, "16:00", "18:00").await;
    let (ola, ewa) = (world.volunteer("Ola", |_| {}).await, world.volunteer("Ewa", |_| {}).await);
    claims::claim(&ola, slot).await.expect("a place");
    let claim = world.claim_of(&ola, slot).await;
    let none = InviteForm::default();
    assert_eq!(problem(invitations::invite(&ewa, claim, &none).await), Problem::NotFound);
    // Not while somebody is sought to come instead, and nobody is sought while a place is held.
    let seek = StandInForm { email: "ewa@example.org".into(), ..StandInForm::default() };
    stand_in::ask(&ola, claim, &seek).await.expect("asked");
    let refused = problem(invitations::invite(&ola, claim, &none).await);
    assert_eq!(refused, Problem::Refused(Refusal::HandingOver));
    stand_in::take_back(&ola, claim).await.expect("taken back");
    invitations::invite(&ola, claim, &none).await.expect("an invitation");
    assert_eq!(problem(stand_in::ask(&ola, claim, &seek).await), Problem::Refused(Refusal::PartyStays));
    assert_eq!(problem(invitations::invite(&ola, claim, &none).await), Problem::TooLate);
    // Not when the slot is full, nor from the waiting list.
    invitations::take_back(&ola, claim).await.expect("taken back");
    claims::claim(&ewa, slot).await.expect("the last place");
    assert_eq!(problem(invitations::invite(&ola, claim, &none).await), Problem::Refused(Refusal::Full));
    assert!(!own(&ola, slot).await.company.can_invite);
    let jan = world.volunteer("Jan", |_| {}).await;
    let queue = ClaimForm { queue: "on".into(), ..ClaimForm::default() };
    claims::claim_as(&jan, slot, &queue).await.expect("a turn");
    let waiting = world.claim_of(&jan, slot).await;
    assert_eq!(problem(invitations::invite(&jan, waiting, &none).await), Problem::TooLate);
    assert!(waitlist::reorder(&jan, waiting, &domain::form::TurnForm::default()).await.is_err());
}

async fn a_cancelled_date_ends_it(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 2, "16:00", "18:00").await;
    let (ola, ewa) = (world.volunteer("Ola", |_| {}).await, world.volunteer("Ewa", |_| {}).await);
    claims::claim(&ola, slot).await.expect("a place");
    let key = invite(&world, &ola, slot).await;
    cancel_dates(&anna, slot, "this", "remont").await.expect("cancelled");
    assert_eq!(problem(invitations::answer(&ewa, &key, true).await), Problem::NotFound);
    let mut tx = world.node.db.read().await.expect("a transaction");
    let open: (i64,) =
        tx.query("SELECT COUNT(*) FROM invitation WHERE state = 'open'").one().await.expect("a count");
    assert_eq!(open.0, 0);
}

async fn the_link_is_mailed_by_day_and_taken_back(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 2, "16:00", "18:00").await;
    let ola = world.volunteer("Ola", |_| {}).await;
    claims::claim(&ola, slot).await.expect("a place");
    let night = world.at(Instant::from_civil(date(2026, 11, 22).at(23, 0, 0, 0)));
    let ola = night.acting(id_of(&ola), ola.actor.grants().to_vec());
    let claim = world.claim_of(&ola, slot).await;
    let form = InviteForm { email: "Kto.Inny@Example.org".into() };
    let key = invitations::invite(&ola, claim, &form).await.expect("an invitation");
    let mut tx = world.node.db.read().await.expect("a transaction");
    let mail = mails::latest(&mut tx, Some("kto.inny@example.org"), 9).await.expect("mails").remove(0);
    drop(tx);
    assert_eq!((mail.person_id, mail.due_at.civil().hour()), (None, 7));
    assert!(mail.body.contains(&key) && mail.subject == "Ola zaprasza Cię: Porządki w archiwum", "{mail:?}");
    let until = own(&ola, slot).await.company.invited.expect("an invitation");
    assert!((7..=22).contains(&until.civil().hour()), "{until:?}");
    invitations::take_back(&ola, claim).await.expect("taken back");
    assert!(world.mails("kto.inny@example.org").await.is_empty());
    let wrong = InviteForm { email: "kto inny".into() };
    assert!(matches!(problem(invitations::invite(&ola, claim, &wrong).await), Problem::Invalid(_)));
}

async fn inviting_has_its_limits(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 2, "16:00", "18:00").await;
    let ola = world.volunteer("Ola", |_| {}).await;
    claims::claim(&ola, slot).await.expect("a place");
    let claim = world.claim_of(&ola, slot).await;
    for n in 0..7 {
        let form = InviteForm { email: format!("ktos{n}@example.org") };
        let outcome = invitations::invite(&ola, claim, &form).await;
        if n < 6 {
            outcome.expect("an invitation");
            invitations::take_back(&ola, claim).await.expect("taken back");
        } else {
            assert!(matches!(problem(outcome), Problem::TooMany { .. }));
        }
    }
}
