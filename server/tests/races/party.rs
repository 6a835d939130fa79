//! Coming with others, over HTTP, on both engines: a friend's yes against the inviter who takes the place back, and a
//! class that is approved while others want the same places.

use super::careless::dawdle;
use super::crowd::{Crowd, Program, Volunteer, connect, send};
use super::on_both;
use backend::context::Cx;
use backend::service::{claims, invitations, parties};
use backend::store::{claims as rows, slots};
use domain::actor::{Actor, Grant, Role, SignedIn};
use domain::form::{ClaimForm, PartyForm};
use domain::ids::{ClaimId, SessionId, SlotId};
use domain::locale::Locale;
use futures::future::join_all;

const ROUNDS: i64 = 12;

/// The volunteer at work, without a browser.
fn acting(crowd: &Crowd, who: &Volunteer) -> Cx {
    let session_id: SessionId = crowd.node.new_id();
    let grants = vec![Grant { role: Role::Volunteer, organisation_id: None }];
    let actor = Actor::Person(SignedIn { person_id: who.id, session_id, grants });
    Cx { node: crowd.node.clone(), actor, account: None, locale: Locale::Pl }
}

/// Places taken, and the sum of what claims hold.
async fn places(crowd: &Crowd, slot: SlotId) -> (i64, i64) {
    let mut tx = crowd.node.db.read().await.expect("a transaction");
    let taken = slots::find(&mut tx, slot).await.expect("a look").expect("a date").taken;
    let live = rows::live_of_slot(&mut tx, slot).await.expect("claims");
    (taken, live.iter().map(rows::ClaimRow::places_held).sum())
}

async fn claim_of(crowd: &Crowd, who: &Volunteer, slot: SlotId) -> ClaimId {
    let mut tx = crowd.node.db.read().await.expect("a transaction");
    rows::live(&mut tx, slot, who.id).await.expect("a look").expect("a claim").id
}

async fn post(program: &Program, who: &Volunteer, function: &str, body: String) -> u16 {
    let connection = connect(program.address).await.expect("a connection");
    let (status, body) = send(connection, &who.cookie, function, &body).await.expect("an answer");
    assert!(status < 500, "{function}: {status} {body}");
    status
}

/// Several friends say yes to one key while the inviter takes it back: one of them comes, or none; never two, and no place
/// is lost.
async fn one_friend_or_none(crowd: Crowd) {
    let program = Program::start(&crowd.url);
    let (inviter, friends) = crowd.volunteers.split_first().expect("people");
    let mut came = 0;
    for slot in &crowd.slots {
        let form = ClaimForm { friend: "on".into(), ..ClaimForm::default() };
        let (_, key) =
            claims::claim_inviting(&acting(&crowd, inviter), *slot, &form).await.expect("two places");
        let (key, claim) = (key.expect("a key"), claim_of(&crowd, inviter, *slot).await);
        let yes = friends.iter().map(|friend| {
            post(&program, friend, "answer_invitation", format!("klucz={key}&przychodzi=true"))
        });
        let back = post(&program, inviter, "take_back_invitation", format!("claim_id={claim}"));
        let (answers, back) = futures::join!(join_all(yes), back);
        let winners = answers.iter().filter(|status| **status == 200).count();
        assert_eq!(winners + usize::from(back == 200), 1, "{answers:?} {back}");
        came += winners;
        let held = 1 + i64::try_from(winners).expect("a small number");
        assert_eq!(places(&crowd, *slot).await, (held, held));
        assert!(invitations::show(&acting(&crowd, inviter), &key).await.is_err());
    }
    println!("a friend came in {came} of {ROUNDS} rounds");
}

/// A class of five is approved while ten people claim the last five places: all of the class, or five others at most.
async fn all_of_a_class_or_none(crowd: Crowd) {
    let program = Program::start(&crowd.url);
    let (teacher, others) = crowd.volunteers.split_first().expect("people");
    let mut whole = 0;
    for slot in &crowd.slots {
        let form = PartyForm {
            kind: "school".into(),
            name: "klasa 2b".into(),
            places: "5".into(),
            ..PartyForm::default()
        };
        let claim = parties::claim(&acting(&crowd, teacher), *slot, &form).await.expect("a request");
        let singles = others.iter().map(|other| post(&program, other, "claim", format!("slot_id={slot}")));
        let approve = post(&program, &crowd.coordinator, "approve_claim", format!("id={claim}"));
        let (answers, approved) = futures::join!(join_all(singles), approve);
        let winners = i64::try_from(answers.iter().filter(|status| **status == 200).count()).expect("few");
        let held = winners + if approved == 200 { 5 } else { 0 };
        assert!(held <= 5 && (approved != 200 || winners == 0), "{answers:?} {approved}");
        assert_eq!(places(&crowd, *slot).await, (held, held));
        whole += usize::from(approved == 200);
    }
    println!("the class came in {whole} of {ROUNDS} rounds");
}

/// What must not be done: the key is looked up, then the friend's claim is written, without a look at who else did. More
/// than one friend comes then: so the test can fail.
async fn carelessness_shows(crowd: Crowd) {
    let (inviter, friends) = crowd.volunteers.split_first().expect("people");
    let mut most = 0;
    for slot in &crowd.slots {
        let form = ClaimForm { friend: "on".into(), ..ClaimForm::default() };
        let (_, key) =
            claims::claim_inviting(&acting(&crowd, inviter), *slot, &form).await.expect("two places");
        let key = key.expect("a key");
        let yes = friends.iter().map(|friend| careless_yes(&crowd, friend, *slot, &key));
        let came = join_all(yes).await.into_iter().filter(|came| *came).count();
        most = most.max(came);
    }
    assert!(most > 1, "the rush is too tame: {most}");
}

async fn careless_yes(crowd: &Crowd, friend: &Volunteer, slot: SlotId, key: &str) -> bool {
    if invitations::show(&acting(crowd, friend), key).await.is_err() {
        return false;
    }
    dawdle().await;
    let state = domain::claim::ClaimState::Approved;
    let claim = rows::ClaimRow::new(crowd.node.new_id(), slot, friend.id, state, crowd.node.clock.now());
    let mut tx = crowd.node.db.write().await.expect("a transaction");
    rows::add(&mut tx, &claim).await.expect("a claim");
    tx.commit().await.expect("a commit");
    true
}

on_both! {
    one_friend_or_none: 5, ROUNDS, 5;
    all_of_a_class_or_none: 11, ROUNDS, 5;
    carelessness_shows: 5, 3, 5;
}
