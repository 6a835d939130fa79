//! Watching a kind of help or a facility, on both engines.

mod world;

use backend::context::Cx;
use backend::error::Error;
use backend::jobs;
use backend::service::{claims, lookout, profile, stepping_back};
use domain::form::StepBackForm;
use domain::ids::WatchId;
use domain::problem::Problem;
use domain::time::Instant;
use domain::view::WatchedThing;
use jiff::civil::date;
use world::World;

on_both_engines! {
    what_is_new_is_told_once_in_one_letter
    a_place_that_opens_and_a_date_that_runs_short
    nobody_is_told_at_night_or_of_what_they_cannot_take
    wishes_are_seen_and_ended_by_their_own
}

fn at(day: i8, hour: i8) -> Instant {
    Instant::from_civil(date(2026, 11, day).at(hour, 0, 0, 0))
}

/// The same world at another time.
async fn tidy(world: &World, now: Instant) {
    jobs::tidy(&world.at(now).node).await.expect("tidied");
}

async fn watched(cx: &Cx) -> Vec<(WatchId, WatchedThing)> {
    let view = profile::show(cx).await.expect("the profile");
    view.watched.into_iter().map(|watched| (watched.id, watched.thing)).collect()
}

async fn what_is_new_is_told_once_in_one_letter(world: World) {
    let anna = world.coordinator("Anna").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    world.slot(&anna, "instant", (1, 2), 1, "10:00", "12:00").await;
    lookout::watch(&julia, "kind:office_work").await.expect("watched");
    lookout::watch(&julia, "kind:office_work").await.expect("as before");
    assert_eq!(watched(&julia).await.len(), 1);
    tidy(&world, at(22, 11)).await;
    assert_eq!(world.mails("julia@example.org").await, Vec::<String>::new(), "what was open is no news");
    world.slot(&anna, "instant", (1, 2), 2, "10:00", "12:00").await;
    world.slot(&anna, "instant", (1, 2), 3, "10:00", "12:00").await;
    for hour in [12, 13, 18] {
        tidy(&world, at(22, hour)).await;
    }
    assert_eq!(world.mails("julia@example.org").await, ["Jest coś dla Ciebie: 2 terminy"]);
    world.slot(&anna, "instant", (1, 2), 4, "10:00", "12:00").await;
    tidy(&world, at(22, 15)).await;
    assert_eq!(world.mails("julia@example.org").await.len(), 1, "not so soon again");
    tidy(&world, at(22, 17)).await;
    assert_eq!(world.mails("julia@example.org").await.len(), 2);
}

async fn a_place_that_opens_and_a_date_that_runs_short(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 1), 1, "10:00", "12:00").await;
    let piotr = world.volunteer("Piotr", |_| {}).await;
    claims::claim(&piotr, slot).await.expect("a place");
    let julia = world.volunteer("Julia", |_| {}).await;
    lookout::watch(&julia, &format!("organisation:{}", world.organisation)).await.expect("watched");
    tidy(&world, at(22, 11)).await;
    assert_eq!(world.mails("julia@example.org").await, Vec::<String>::new(), "it is full");
    let claim = world.claim_of(&piotr, slot).await;
    stepping_back::step_back(&piotr, claim, &StepBackForm::default()).await.expect("stepped back");
    tidy(&world, at(23, 11)).await;
    assert_eq!(world.mails("julia@example.org").await, ["Jest coś dla Ciebie: 1 termin"], "a place opened");
    tidy(&world, at(25, 11)).await;
    assert_eq!(world.mails("julia@example.org").await.len(), 1);
    tidy(&world, at(29, 11)).await;
    tidy(&world, at(29, 18)).await;
    assert_eq!(world.mails("julia@example.org").await.len(), 2, "it is near, and nobody is there");
}

async fn nobody_is_told_at_night_or_of_what_they_cannot_take(world: World) {
    let anna = world.coordinator("Anna").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let busy = world.volunteer("Olena", |_| {}).await;
    let young = world.volunteer("Bartek", |row| row.birth_on = Some(date(2012, 1, 1).into())).await;
    let clash = world.slot(&anna, "instant", (1, 1), 1, "11:00", "13:00").await;
    claims::claim(&busy, clash).await.expect("a place");
    for cx in [&julia, &busy, &young] {
        lookout::watch(cx, "kind:office_work").await.expect("watched");
    }
    world.slot(&anna, "instant", (1, 2), 1, "10:00", "12:00").await;
    tidy(&world, at(22, 23)).await;
    tidy(&world, at(23, 6)).await;
    assert_eq!(world.mails("julia@example.org").await, Vec::<String>::new(), "it is night");
    tidy(&world, at(23, 7)).await;
    assert_eq!(world.mails("julia@example.org").await.len(), 1);
    for email in ["olena@example.org", "bartek@example.org"] {
        assert_eq!(world.mails(email).await, Vec::<String>::new(), "{email}");
    }
}

async fn wishes_are_seen_and_ended_by_their_own(world: World) {
    let (julia, piotr) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Piotr", |_| {}).await);
    lookout::watch(&julia, "kind:office_work").await.expect("watched");
    lookout::watch(&julia, &format!("organisation:{}", world.organisation)).await.expect("watched");
    let all = watched(&julia).await;
    assert_eq!(all.iter().map(|(_, thing)| *thing).collect::<Vec<_>>().len(), 2);
    assert_eq!(watched(&piotr).await, []);
    let not_found = |result: Result<(), Error>| matches!(result, Err(Error::Problem(Problem::NotFound)));
    assert!(not_found(lookout::end(&piotr, all[0].0).await), "as if it did not exist");
    for nonsense in [
        "",
        "kind",
        "kind:",
        "kind:dragons",
        "organisation:1",
        "slot:x",
        "organisation:00000000-0000-7000-8000-000000000000",
    ] {
        assert!(not_found(lookout::watch(&julia, nonsense).await), "{nonsense}");
    }
    lookout::end(&julia, all[0].0).await.expect("ended");
    assert_eq!(watched(&julia).await, all[1..]);
}
