//! What becomes of people when dates change.

use super::*;
use backend::service::{pairs, schedule, standing};
use backend::store::{mails, offers, standing as places};
use domain::claiming::Refusal;
use domain::form::{ClaimForm, OpportunityForm, StandingForm};
use domain::offer::OfferState;
use domain::opening::opens_at;
use domain::view::Standing;

pub(super) async fn a_claim_that_a_rule_refuses_is_given_back(world: World) {
    let anna = world.coordinator("Anna").await;
    let (id, slots) = series(&world, &anna, &tuesdays("2026-12-08")).await;
    let other = world.slot(&anna, "instant", (1, 1), 8, "18:30", "20:00").await;
    let (julia, piotr) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Piotr", |_| {}).await);
    for slot in [slots[0], slots[1], other] {
        claims::claim(&julia, slot).await.expect("a place");
    }
    claims::claim(&piotr, slots[1]).await.expect("a place");
    let later = SlotsForm { starts: "18:00".into(), ends: "20:00".into(), ..form(&anna, slots[0]).await };
    let shown = preview(&anna, slots[0], &later, &scope("all")).await;
    let kinds: Vec<(MessageKind, usize)> =
        shown.messages.iter().map(|message| (message.kind, message.people.len())).collect();
    assert_eq!(kinds, [(MessageKind::Moved, 2), (MessageKind::Released, 1)]);
    assert_eq!(change_dates(&anna, slots[0], &later, &scope("all"), "").await.expect("changed"), 2);
    assert_eq!(claim_row(&julia, &world, slots[1]).await.state, ClaimState::Cancelled);
    assert_eq!(claim_row(&julia, &world, slots[0]).await.state, ClaimState::Approved);
    let mut tx = world.node.db.read().await.expect("a transaction");
    let mails = backend::store::mails::latest(&mut tx, Some("julia@example.org"), 9).await.expect("mails");
    let why = domain::locale::refusal_words(domain::locale::Locale::Pl, "refusal", &Refusal::Overlaps);
    assert!(mails.iter().any(|mail| mail.body.contains(&why)), "the mail says why");
    drop(tx);
    sound(&world, id).await;
}

pub(super) async fn nobody_is_asked_where_time_and_place_stay(world: World) {
    let anna = world.coordinator("Anna").await;
    let (id, slots) = series(&world, &anna, &tuesdays("2026-12-22")).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, slots[0]).await.expect("a place");
    let longer = SlotsForm {
        repeat_until: "2027-01-05".into(),
        opens_days: "7".into(),
        ..form(&anna, slots[1]).await
    };
    let shown = preview(&anna, slots[1], &longer, &scope("all")).await;
    assert_eq!(shown.messages, []);
    assert_eq!(change_dates(&anna, slots[1], &longer, &scope("all"), "").await.expect("changed"), 0);
    assert_eq!(open(&anna, id).await.len(), 6);
    let mut tx = world.node.db.read().await.expect("a transaction");
    let rows = date_rows::of_opportunity(&mut tx, id, world::now(), None).await.expect("dates");
    let opens = |row: &date_rows::DateRow| row.opens_at == Some(opens_at(row.starts_at, 7));
    assert!(rows.iter().all(opens));
}

pub(super) async fn another_place_asks_everybody(world: World) {
    let anna = world.coordinator("Anna").await;
    let (id, slots) = series(&world, &anna, &tuesdays("2026-12-22")).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    for slot in &slots[..2] {
        claims::claim(&julia, *slot).await.expect("a place");
    }
    let form = form(&anna, slots[3]).await;
    let elsewhere = ChangeForm { place: "Sala 5".into(), ..scope("this") };
    assert_eq!(change_dates(&anna, slots[3], &form, &elsewhere, "").await.expect("changed"), 1);
    let view = editor(&anna, id).await;
    assert_eq!(view.form.place, "Sala 5");
    for slot in &slots[..2] {
        assert!(claim_row(&julia, &world, *slot).await.asked_again_at.is_some());
    }
    let text = OpportunityForm { place: "Sala 6".into(), ..view.form };
    opportunities::update(&anna, id, &text).await.expect("changed");
    assert_eq!(world.mails("julia@example.org").await.len(), 2, "by its text as well");
    opportunities::update(&anna, id, &text).await.expect("saved");
    assert_eq!(world.mails("julia@example.org").await.len(), 2);
}

pub(super) async fn a_claim_in_between_shows_the_preview_again(world: World) {
    let anna = world.coordinator("Anna").await;
    let (id, slots) = series(&world, &anna, &tuesdays("2026-12-22")).await;
    let later = SlotsForm { starts: "17:00".into(), ..form(&anna, slots[0]).await };
    let seen = preview(&anna, slots[0], &later, &scope("all")).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, slots[2]).await.expect("a place");
    let result = dates::change(&anna, slots[0], &later, &scope("all"), &seen.fingerprint, "").await;
    assert_eq!(problem(result), Problem::Changed);
    assert_eq!(open(&anna, id).await[0], "12-01 16:00", "nothing was written");
    let seen = preview(&anna, slots[0], &later, &scope("all")).await;
    let other = SlotsForm { starts: "17:30".into(), ..later.clone() };
    let result = dates::change(&anna, slots[0], &other, &scope("all"), &seen.fingerprint, "").await;
    assert_eq!(problem(result), Problem::Changed, "another change than was shown");
    dates::change(&anna, slots[0], &later, &scope("all"), &seen.fingerprint, "").await.expect("changed");
}

/// Everybody claims a date while it moves to an hour at which they are elsewhere.
pub(super) async fn nobody_is_in_two_places_when_a_date_moves_under_claims(world: World) {
    let anna = world.coordinator("Anna").await;
    let form = SlotsForm { max_places: "9".into(), ..tuesdays("2027-02-09") };
    let (id, slots) = series(&world, &anna, &form).await;
    let elsewhere = SlotsForm { starts: "18:00".into(), ends: "20:00".into(), ..form };
    let (_, others) = series(&world, &anna, &elsewhere).await;
    let mut people = Vec::new();
    for name in ["Ola", "Jan", "Ewa", "Iga", "Leon", "Maja"] {
        let volunteer = world.volunteer(name, |_| {}).await;
        for other in &others {
            claims::claim(&volunteer, *other).await.expect("a place elsewhere");
        }
        people.push(volunteer);
    }
    for slot in &slots {
        let later =
            SlotsForm { starts: "18:00".into(), ends: "20:00".into(), ..self::form(&anna, *slot).await };
        let moving = async {
            loop {
                match change_dates(&anna, *slot, &later, &scope("this"), "").await {
                    Ok(_) => break,
                    Err(Error::Problem(Problem::Changed)) => {}
                    Err(error) => panic!("{error:?}"),
                }
            }
        };
        let claiming = futures::future::join_all(people.iter().map(|who| claims::claim(who, *slot)));
        let (answers, ()) = tokio::join!(claiming, moving);
        for answer in answers {
            let refused = matches!(
                answer,
                Ok(_) | Err(Error::Problem(Problem::TooLate | Problem::Refused(Refusal::Overlaps)))
            );
            assert!(refused, "{answer:?}");
        }
    }
    sound(&world, id).await;
    for who in &people {
        let mut times: Vec<(Instant, Instant)> = Vec::new();
        for claim in schedule::mine(who).await.expect("a schedule").coming {
            if matches!(claim.card.standing, Standing::Mine { state, .. } if state.is_live()) {
                times.push((claim.card.starts_at, claim.card.ends_at));
            }
        }
        times.sort_unstable();
        assert!(times.windows(2).all(|two| two[0].1 <= two[1].0), "in two places: {times:?}");
    }
}

pub(super) async fn standing_places_go_on_where_a_series_is_split(world: World) {
    let anna = world.coordinator("Anna").await;
    let (id, slots) = series(&world, &anna, &tuesdays("2026-12-22")).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let all = dates::change_view(&anna, slots[0], None).await.expect("the page").series.expect("a series").id;
    standing::take(&julia, all, &StandingForm::default()).await.expect("a standing place");
    assert_eq!(claim_row(&julia, &world, slots[3]).await.state, ClaimState::Approved);
    let later = SlotsForm {
        starts: "17:00".into(),
        ends: "19:00".into(),
        repeat_until: "2026-12-29".into(),
        ..form(&anna, slots[2]).await
    };
    change_dates(&anna, slots[2], &later, &scope("following"), "").await.expect("changed");
    let view = editor(&anna, id).await;
    let added = view.slots.iter().max_by_key(|slot| slot.starts_at).expect("a date");
    assert!(!slots.contains(&added.id), "29 December is new");
    let [old, next] = [slots[0], slots[2]].map(|slot| claim_row(&julia, &world, slot));
    let (old, next) = (old.await.standing_id, next.await.standing_id);
    assert_eq!(claim_row(&julia, &world, added.id).await.standing_id, next, "entered on what was added");
    assert!(old.is_some() && next.is_some() && old != next);
    let mut tx = world.node.db.read().await.expect("a transaction");
    let person = julia.actor.person_id().expect("a person");
    assert_eq!(places::of_person(&mut tx, person).await.expect("places").len(), 2);
}

pub(super) async fn questions_end_with_their_dates_and_places_go_on(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 1), 9, "16:00", "18:00").await;
    let [julia, piotr] = [world.volunteer("Julia", |_| {}).await, world.volunteer("Piotr", |_| {}).await];
    claims::claim(&julia, slot).await.expect("a place");
    let queue = ClaimForm { queue: "on".into(), ..ClaimForm::default() };
    assert_eq!(claims::claim_as(&piotr, slot, &queue).await.expect("a turn"), ClaimState::Waitlisted);
    let more = SlotsForm { max_places: "2".into(), ..form(&anna, slot).await };
    change_dates(&anna, slot, &more, &scope(""), "").await.expect("changed");
    assert_eq!(claim_row(&piotr, &world, slot).await.state, ClaimState::Offered);
    let olena = world.volunteer("Olena", |_| {}).await;
    let wide = SlotsForm { max_places: "3".into(), ..form(&anna, slot).await };
    change_dates(&anna, slot, &wide, &scope(""), "").await.expect("changed");
    pairs::offer(&anna, slot, None, olena.actor.person_id().expect("a person")).await.expect("an offer");
    cancel_dates(&anna, slot, "", "Awaria").await.expect("cancelled");
    let mut tx = world.node.db.read().await.expect("a transaction");
    let left = offers::of_slot(&mut tx, slot).await.expect("offers");
    assert!(left.len() == 2 && left.iter().all(|offer| offer.state == OfferState::TakenBack), "{left:?}");
    drop(tx);
    assert_eq!(claim_row(&piotr, &world, slot).await.state, ClaimState::Cancelled);
    let mails = world.mails("piotr@example.org").await;
    assert_eq!(mails.len(), 1, "what was not sent is recalled: {mails:?}");
    assert_eq!(world.mails("olena@example.org").await, Vec::<String>::new());
}

pub(super) async fn newcomers_keep_the_share_that_a_poster_gives_them(world: World) {
    let anna = world.coordinator("Anna").await;
    let places = SlotsForm { max_places: "4".into(), ..tuesdays("2026-12-22") };
    let (id, slots) = series(&world, &anna, &places).await;
    assert_eq!(form(&anna, slots[0]).await.standing, "50", "where nobody says anything");
    let wrong = SlotsForm { standing: "101".into(), ..places };
    assert_eq!(field(dates::add(&anna, id, &wrong).await).0, "standing");

    let share = SlotsForm { standing: "25".into(), ..form(&anna, slots[2]).await };
    change_dates(&anna, slots[2], &share, &scope("following"), "").await.expect("changed");
    assert_eq!(form(&anna, slots[1]).await.standing, "50");
    assert_eq!(form(&anna, slots[3]).await.standing, "25");
    let view = editor(&anna, id).await;
    assert_eq!(entry(&view, ChangeAction::ChangeDates).detail.standing, Some([50, 25]));

    let page = dates::change_view(&anna, slots[3], None).await.expect("the page");
    let second = page.series.expect("a series").id;
    for (name, outcome) in [("Julia", true), ("Piotr", false)] {
        let cx = world.volunteer(name, |_| {}).await;
        let got = standing::take(&cx, second, &StandingForm::default()).await;
        assert_eq!(got.is_ok(), outcome, "one of four places: {got:?}");
    }
}

pub(super) async fn whoever_was_asked_is_in_the_preview(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 2), 9, "16:00", "18:00").await;
    let olena = world.volunteer("Olena", |_| {}).await;
    let same = form(&anna, slot).await;
    let cancel = ChangeForm { what: "cancel".into(), ..ChangeForm::default() };
    let before = preview(&anna, slot, &same, &cancel).await;
    let offer =
        pairs::offer(&anna, slot, None, olena.actor.person_id().expect("a person")).await.expect("an offer");
    let unread = preview(&anna, slot, &same, &cancel).await;
    assert_eq!(unread.messages, [], "her letter has not left");
    let old = dates::change(&anna, slot, &same, &cancel, &before.fingerprint, "").await;
    assert_eq!(problem(old), Problem::Changed, "somebody was asked meanwhile");

    let mut tx = world.node.db.write().await.expect("a transaction");
    let letters = mails::latest(&mut tx, Some("olena@example.org"), 9).await.expect("mails");
    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!(letter.offer_id, Some(offer));
    mails::sent(&mut tx, letter.id, anna.now(), true).await.expect("sent");
    tx.commit().await.expect("a commit");
    let read = preview(&anna, slot, &same, &cancel).await;
    let [message] = read.messages.as_slice() else { panic!("{:?}", read.messages) };
    assert_eq!((message.kind, message.people.as_slice()), (MessageKind::Question, &["Olena".to_owned()][..]));
    dates::change(&anna, slot, &same, &cancel, &read.fingerprint, "").await.expect("cancelled");
    assert!(world.mails("olena@example.org").await.contains(&message.subject), "as the preview said");
}
