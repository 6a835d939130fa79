//! A coordinator moves a date while people claim it, and the program is killed in the middle of a change of a series.

use super::crowd::{self, Answer, Crowd, Program};
use super::on_both;
use backend::context::Cx;
use backend::service::dates;
use backend::store::claims::{self, ClaimRow};
use backend::store::{dates as rows, slots};
use domain::calendar::Hours;
use domain::claim::ClaimState;
use domain::form::{ChangeForm, SlotsForm};
use domain::ids::{PersonId, SlotId};
use futures::future::join_all;
use jiff::civil::time;
use std::net::SocketAddr;
use std::time::Duration;

const PEOPLE: usize = 24;
const ROUNDS: i64 = 20;
const PLACES: i64 = 40;
/// Dates that move at once, and how often.
const ALL: i64 = 4;
const ALL_ROUNDS: u64 = 4;

/// A date at another time, asked for at one scope, with its preview.
struct Asked {
    form: SlotsForm,
    change: ChangeForm,
    fingerprint: String,
}

impl Asked {
    async fn preview(desk: &Cx, slot: SlotId, scope: &str, hours: [&str; 2]) -> Self {
        let form = dates::change_view(desk, slot, None).await.expect("the page").form;
        let form = SlotsForm { starts: hours[0].into(), ends: hours[1].into(), ..form };
        let change = ChangeForm { scope: scope.into(), ..ChangeForm::default() };
        let view = dates::change_view(desk, slot, Some((&form, &change))).await.expect("the page");
        let fingerprint = view.preview.expect("a preview").expect("no wrong fields").fingerprint;
        Self { form, change, fingerprint }
    }

    fn body(&self, slot: SlotId) -> String {
        let Self { form, change, fingerprint } = self;
        let mut body = format!("id={slot}&change[scope]={}&fingerprint={fingerprint}", change.scope);
        for (name, value) in [
            ("day", &form.day),
            ("starts", &form.starts),
            ("ends", &form.ends),
            ("min_places", &form.min_places),
            ("max_places", &form.max_places),
            ("pattern", &form.pattern),
            ("repeat_until", &form.repeat_until),
        ] {
            body.extend(["&form[", name, "]=", value]);
        }
        for day in &form.weekdays {
            body.extend(["&form[weekdays][]=", day]);
        }
        body
    }
}

/// Everybody holds a place somewhere else at noon of every date.
async fn busy_at_noon(crowd: &Crowd) {
    let noon = Hours { starts: time(12, 0, 0, 0), ends: time(13, 0, 0, 0) };
    let other = dates_elsewhere(crowd, noon).await;
    let mut tx = crowd.node.db.write().await.expect("a transaction");
    for slot in other {
        for volunteer in &crowd.volunteers {
            let id = crowd.node.new_id();
            let claim = ClaimRow::new(id, slot, volunteer.id, ClaimState::Approved, crowd.node.clock.now());
            claims::add(&mut tx, &claim).await.expect("a claim");
            assert!(slots::take_places(&mut tx, slot, None, 1).await.expect("a place"));
        }
    }
    tx.commit().await.expect("a commit");
}

/// Dates of another opportunity on the same days.
async fn dates_elsewhere(crowd: &Crowd, hours: Hours) -> Vec<SlotId> {
    let mut tx = crowd.node.db.write().await.expect("a transaction");
    let now = crowd.node.clock.now();
    let row = backend::store::opportunities::find(&mut tx, crowd.opportunity).await.expect("a look");
    let row = row.expect("the opportunity");
    let other = backend::store::opportunities::OpportunityRow { id: crowd.node.new_id(), ..row };
    backend::store::opportunities::put(&mut tx, &other).await.expect("another one");
    let here = rows::of_opportunity(&mut tx, crowd.opportunity, now, None).await.expect("dates");
    let there: Vec<rows::DateRow> = here
        .iter()
        .map(|date| {
            let time = hours.on(date.starts_at.day().into());
            rows::DateRow::new(crowd.node.new_id(), other.id, time, (1, PLACES))
        })
        .collect();
    rows::add(&mut tx, &there).await.expect("dates");
    tx.commit().await.expect("a commit");
    there.iter().map(|date| date.id).collect()
}

/// Everybody claims the date, one shortly after the other.
async fn rush(address: SocketAddr, crowd: &Crowd, slot: SlotId) -> Vec<Answer> {
    let claims = crowd.volunteers.iter().enumerate().map(|(number, volunteer)| async move {
        let connection = crowd::connect(address).await.expect("a connection");
        tokio::time::sleep(Duration::from_millis(number as u64 / 2)).await;
        crowd::claim(connection, &volunteer.cookie, slot).await.expect("an answer")
    });
    join_all(claims).await
}

/// Moves the date, or all, to noon; looks again as often as somebody came in between.
async fn move_to_noon(address: SocketAddr, crowd: &Crowd, slot: SlotId, scope: &str, delay: u64) -> usize {
    let desk = crowd.desk();
    let mut asked = Asked::preview(&desk, slot, scope, ["12:00", "13:00"]).await;
    tokio::time::sleep(Duration::from_millis(delay)).await;
    for tries in 1..200 {
        let connection = crowd::connect(address).await.expect("a connection");
        let answer =
            crowd::send(connection, &crowd.coordinator.cookie, "change_dates", &asked.body(slot)).await;
        match answer.expect("an answer") {
            (200..=399, _) => return tries,
            (409, body) if body.contains("changed") => {
                asked = Asked::preview(&desk, slot, scope, ["12:00", "13:00"]).await;
            }
            other => panic!("{other:?}"),
        }
    }
    panic!("it never came to a change");
}

async fn nobody_is_in_two_places(crowd: Crowd) {
    busy_at_noon(&crowd).await;
    let program = Program::start(&crowd.url);
    let (mut released, mut looked) = (0, 0);
    for (round, slot) in crowd.slots.iter().enumerate() {
        let delay = round as u64 % 12;
        let (answers, tries) = tokio::join!(
            rush(program.address, &crowd, *slot),
            move_to_noon(program.address, &crowd, *slot, "this", delay)
        );
        let placed = answers.iter().filter(|(status, _)| *status == 200).count();
        assert_moved_away(&answers);
        assert_eq!(crowd.places(*slot).await, (0, 0), "round {round}: nobody stays");
        assert_eq!(cancelled(&crowd, *slot).await, placed, "round {round}: and nobody is lost");
        released += placed;
        looked += tries;
    }
    println!("{released} were released with a mail, {looked} looks for {ROUNDS} changes");
    assert!(released > 0, "the edit always came first");
    assert_eq!(mails(&crowd).await, released);
}

/// Whoever has no place came after the change.
fn assert_moved_away(answers: &[Answer]) {
    for (status, body) in answers.iter().filter(|(status, _)| *status != 200) {
        assert!(
            *status == 409 && (body.contains("overlaps") || body.contains("too_late")),
            "{status} {body}"
        );
    }
}

async fn mails(crowd: &Crowd) -> usize {
    let mut tx = crowd.node.db.read().await.expect("a transaction");
    let (mails,): (i64,) = tx.query("SELECT COUNT(*) FROM mail").one().await.expect("mails");
    usize::try_from(mails).expect("a count")
}

/// Everybody claims all dates while all of them move to noon: nobody stays on any, and each who had one hears of it once.
async fn nobody_stays_when_all_dates_move(crowd: Crowd) {
    busy_at_noon(&crowd).await;
    let program = Program::start(&crowd.url);
    let desk = crowd.desk();
    let form = dates::change_view(&desk, crowd.slots[0], None).await.expect("the page").form;
    let (mut released, mut told) = (0, 0);
    for round in 0..ALL_ROUNDS {
        let rushes = join_all(crowd.slots.iter().map(|slot| rush(program.address, &crowd, *slot)));
        let moving = move_to_noon(program.address, &crowd, crowd.slots[0], "all", 3 * round);
        let (answers, _) = tokio::join!(rushes, moving);
        let placed = |who: usize| answers.iter().filter(|date| date[who].0 == 200).count();
        for date in &answers {
            assert_moved_away(date);
        }
        let mut gone = 0;
        for slot in &crowd.slots {
            assert_eq!(crowd.places(*slot).await, (0, 0), "round {round}: nobody stays");
            gone += cancelled(&crowd, *slot).await;
        }
        released += (0..PEOPLE).map(placed).sum::<usize>();
        told += (0..PEOPLE).filter(|who| placed(*who) > 0).count();
        assert_eq!((gone, mails(&crowd).await), (released, told), "round {round}: nobody is lost");
        let back = Asked::preview(&desk, crowd.slots[0], "all", [&form.starts, &form.ends]).await;
        dates::change(&desk, crowd.slots[0], &back.form, &back.change, &back.fingerprint, "")
            .await
            .expect("moved");
    }
    println!("{released} places were released with {told} mails");
    assert!(released > told && told > 0, "the edit always came first");
}

async fn cancelled(crowd: &Crowd, slot: SlotId) -> usize {
    let mut tx = crowd.node.db.read().await.expect("a transaction");
    let found: Vec<(PersonId,)> = tx
        .query("SELECT person_id FROM claim WHERE slot_id = $1 AND state = 'cancelled'")
        .bind(slot)
        .all()
        .await
        .expect("claims");
    found.len()
}

/// What must not be done: looks who is there, and moves the date and writes to them when somebody else came meanwhile.
async fn look_then_move(crowd: &Crowd, slot: SlotId, seen: Vec<ClaimRow>) {
    while usize::try_from(crowd.places(slot).await.1) == Ok(seen.len()) {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let mut tx = crowd.node.db.write().await.expect("a transaction");
    let all =
        rows::of_opportunity(&mut tx, crowd.opportunity, crowd.node.clock.now(), None).await.expect("dates");
    let date = all.into_iter().find(|date| date.id == slot).expect("the date");
    let noon = Hours { starts: time(12, 0, 0, 0), ends: time(13, 0, 0, 0) };
    let (starts_at, ends_at) = noon.on(date.starts_at.day().into());
    rows::change(&mut tx, &[rows::DateRow { starts_at, ends_at, ..date }]).await.expect("moved");
    let ids: Vec<_> = seen.iter().map(|claim| claim.id).collect();
    rows::cancel_claims(&mut tx, &ids).await.expect("cancelled");
    rows::recount(&mut tx, &[slot]).await.expect("counted");
    tx.commit().await.expect("a commit");
}

/// The careless change leaves people in two places: so the test can fail.
async fn carelessness_shows(crowd: Crowd) {
    busy_at_noon(&crowd).await;
    let program = Program::start(&crowd.url);
    let mut left = 0;
    for slot in &crowd.slots {
        let mut tx = crowd.node.db.read().await.expect("a transaction");
        let seen = claims::live_of_slot(&mut tx, *slot).await.expect("claims");
        drop(tx);
        tokio::join!(look_then_move(&crowd, *slot, seen), rush(program.address, &crowd, *slot));
        left += crowd.places(*slot).await.1;
    }
    println!("the careless change left {left} people in two places");
    assert!(left > 0, "the rush is too tame");
}

/// Dates at the new hour and at the old one, claims asked again, mails, lines of history: in one look.
async fn traces(crowd: &Crowd, [new, old]: [&str; 2]) -> (i64, i64, i64, i64, i64) {
    let mut tx = crowd.node.db.read().await.expect("a transaction");
    tx.query(
        "SELECT (SELECT COUNT(*) FROM slot WHERE starts = $1 AND opportunity_id = $3),
           (SELECT COUNT(*) FROM slot WHERE starts = $2 AND opportunity_id = $3),
           (SELECT COUNT(*) FROM claim WHERE asked_again_at IS NOT NULL), (SELECT COUNT(*) FROM mail),
           (SELECT COUNT(*) FROM opportunity_change WHERE action = 'change_dates')",
    )
    .bind(new.to_owned())
    .bind(old.to_owned())
    .bind(crowd.opportunity)
    .one()
    .await
    .expect("a count")
}

/// A change of 150 dates with 900 claims is there whole or not at all, whenever the program is killed.
async fn a_change_is_whole_or_not_at_all(crowd: Crowd) {
    let mut tx = crowd.node.db.write().await.expect("a transaction");
    for slot in &crowd.slots {
        for volunteer in &crowd.volunteers {
            let id = crowd.node.new_id();
            let claim = ClaimRow::new(id, *slot, volunteer.id, ClaimState::Approved, crowd.node.clock.now());
            claims::add(&mut tx, &claim).await.expect("a claim");
            assert!(slots::take_places(&mut tx, *slot, None, 1).await.expect("a place"));
        }
    }
    tx.commit().await.expect("a commit");
    let (all, people) = (150, 6);
    let (mut done, mut lost) = (0, 0);
    let mut hour = 10;
    // The last kill waits for the answer.
    let delays = [2, 10, 25, 50, 90, 140, 200, 300, 450].map(Some).into_iter().chain([None]);
    for delay in delays {
        let mut program = Program::start(&crowd.url);
        let [now, next] = [hour, hour + 1].map(|hour| format!("{hour}:00"));
        let until = format!("{}:00", hour + 2);
        let asked = Asked::preview(&crowd.desk(), crowd.slots[0], "all", [&next, &until]).await;
        let (cookie, body) = (crowd.coordinator.cookie.clone(), asked.body(crowd.slots[0]));
        let connection = crowd::connect(program.address).await.expect("a connection");
        let mut asking =
            tokio::spawn(async move { crowd::send(connection, &cookie, "change_dates", &body).await });
        let early = match delay {
            Some(delay) => {
                tokio::time::sleep(Duration::from_millis(delay)).await;
                None
            }
            None => Some((&mut asking).await),
        };
        program.kill();
        let answer = match early {
            Some(answer) => answer.expect("a task"),
            None => asking.await.expect("a task"),
        };
        let (moved, stayed, asked, mails, lines) = traces(&crowd, [&next, &now]).await;
        println!("killed after {delay:?} ms: {moved} moved, {stayed} stayed, {answer:?}");
        if moved == all {
            done += 1;
            hour += 1;
        } else {
            lost += 1;
            assert_eq!((moved, stayed), (0, all), "half a change");
            assert!(!matches!(answer, Ok((200..=399, _))), "promised and lost");
        }
        assert_eq!((asked > 0, mails, lines), (done > 0, done * people, done));
        assert!(asked == 0 || asked == all * people, "{asked}");
    }
    assert!(done > 0 && lost > 0, "{done} done, {lost} lost: the kills are badly timed");
}

on_both! {
    nobody_is_in_two_places: PEOPLE, ROUNDS, PLACES;
    nobody_stays_when_all_dates_move: PEOPLE, ALL, PLACES;
    carelessness_shows: PEOPLE, 6, PLACES;
    a_change_is_whole_or_not_at_all: 6, 150, 10;
}
