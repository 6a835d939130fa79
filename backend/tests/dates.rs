//! Dates that repeat, and changing this one, this and the following, or all: on both engines.

#[path = "dates/people.rs"]
mod people;
mod world;

use backend::context::Cx;
use backend::error::{Error, Result};
use backend::service::{claims, dates, opportunities};
use backend::store::claims as claim_rows;
use backend::store::dates as date_rows;
use domain::calendar::{LeftOut, Scope};
use domain::change::ChangeAction;
use domain::claim::ClaimState;
use domain::form::{ChangeForm, InputProblem, SlotsForm};
use domain::ids::{OpportunityId, SlotId};
use domain::opportunity::SlotState;
use domain::problem::Problem;
use domain::time::Instant;
use domain::view::{ChangeEntry, ChangePreview, EditorView, Fate, MessageKind};
use jiff::civil::date;
use people::{
    a_claim_in_between_shows_the_preview_again, a_claim_that_a_rule_refuses_is_given_back,
    another_place_asks_everybody, newcomers_keep_the_share_that_a_poster_gives_them,
    nobody_is_asked_where_time_and_place_stay, nobody_is_in_two_places_when_a_date_moves_under_claims,
    questions_end_with_their_dates_and_places_go_on, standing_places_go_on_where_a_series_is_split,
    whoever_was_asked_is_in_the_preview,
};
use world::{World, cancel_dates, change_dates};

on_both_engines! {
    a_rule_makes_a_series
    what_is_there_is_not_added_twice
    this_and_following_move_with_their_claims
    all_move_to_another_weekday
    one_date_moved_or_cancelled_alone_stays_so
    every_week_becomes_every_second
    following_are_cancelled
    places_are_not_taken_from_people
    a_claim_that_a_rule_refuses_is_given_back
    nobody_is_asked_where_time_and_place_stay
    another_place_asks_everybody
    standing_places_go_on_where_a_series_is_split
    questions_end_with_their_dates_and_places_go_on
    newcomers_keep_the_share_that_a_poster_gives_them
    a_claim_in_between_shows_the_preview_again
    whoever_was_asked_is_in_the_preview
    two_dates_are_not_put_at_one_time
    nobody_is_in_two_places_when_a_date_moves_under_claims
}

fn problem<T: std::fmt::Debug>(result: Result<T>) -> Problem {
    match result {
        Err(Error::Problem(problem)) => problem,
        other => panic!("a problem was expected: {other:?}"),
    }
}

fn field<T: std::fmt::Debug>(result: Result<T>) -> (String, InputProblem) {
    match problem(result) {
        Problem::Invalid(mut fields) => {
            let first = fields.remove(0);
            (first.field, first.problem)
        }
        other => panic!("{other:?}"),
    }
}

/// Tuesdays from 1 December 2026, 16:00–18:00, two places, without public holidays.
fn tuesdays(until: &str) -> SlotsForm {
    SlotsForm {
        pattern: "weekly".into(),
        repeat_until: until.into(),
        skip_holidays: "on".into(),
        ..world::slots_form((1, 2), 1, "16:00", "18:00")
    }
}

/// A published opportunity with a series, and its open dates.
async fn series(world: &World, cx: &Cx, form: &SlotsForm) -> (OpportunityId, Vec<SlotId>) {
    let id = world.opportunity(cx, "instant").await;
    dates::add(cx, id, form).await.expect("dates");
    opportunities::publish(cx, id).await.expect("published");
    let view = editor(cx, id).await;
    (id, view.slots.iter().map(|slot| slot.id).collect())
}

async fn editor(cx: &Cx, id: OpportunityId) -> EditorView {
    opportunities::editor(cx, Some(id)).await.expect("the editor")
}

/// The line of this kind in the history; the clock of these tests stands still.
fn entry(view: &EditorView, action: ChangeAction) -> &ChangeEntry {
    view.history.iter().find(|entry| entry.action == action).expect("an entry")
}

/// Open dates as `12-01 16:00`.
async fn open(cx: &Cx, id: OpportunityId) -> Vec<String> {
    let view = editor(cx, id).await;
    let open = view.slots.iter().filter(|slot| slot.state == SlotState::Open);
    open.map(|slot| slot.starts_at.civil().strftime("%m-%d %H:%M").to_string()).collect()
}

fn scope(scope: &str) -> ChangeForm {
    ChangeForm { scope: scope.into(), ..ChangeForm::default() }
}

/// The form of a date as its page shows it.
async fn form(cx: &Cx, slot: SlotId) -> SlotsForm {
    dates::change_view(cx, slot, None).await.expect("the page").form
}

async fn preview(cx: &Cx, slot: SlotId, form: &SlotsForm, change: &ChangeForm) -> ChangePreview {
    let view = dates::change_view(cx, slot, Some((form, change))).await.expect("the page");
    view.preview.expect("a preview").expect("no wrong fields")
}

async fn claim_row(cx: &Cx, world: &World, slot: SlotId) -> claim_rows::ClaimRow {
    let claim = world.claim_of(cx, slot).await;
    let mut tx = world.node.db.read().await.expect("a transaction");
    claim_rows::find(&mut tx, claim).await.expect("a look").expect("the claim")
}

/// Places taken are those of claims, and no two open dates of the opportunity begin at once.
async fn sound(world: &World, id: OpportunityId) {
    let mut tx = world.node.db.read().await.expect("a transaction");
    let rows = date_rows::of_opportunity(&mut tx, id, Instant::from_unix(0), None).await.expect("dates");
    for row in &rows {
        let live = claim_rows::live_of_slot(&mut tx, row.id).await.expect("claims");
        let held: i64 = live.iter().map(claim_rows::ClaimRow::places_held).sum();
        assert_eq!(row.taken, held, "{row:?}");
        assert!(row.state == SlotState::Open || live.is_empty(), "a ghost: {row:?}");
    }
    let mut starts: Vec<Instant> =
        rows.iter().filter(|row| row.state == SlotState::Open).map(|row| row.starts_at).collect();
    let count = starts.len();
    starts.sort_unstable();
    starts.dedup();
    assert_eq!(starts.len(), count, "two dates at one time");
}

async fn a_rule_makes_a_series(world: World) {
    let anna = world.coordinator("Anna").await;
    let id = world.opportunity(&anna, "instant").await;
    let form = SlotsForm {
        pattern: "fortnightly".into(),
        weekdays: vec!["2".into(), "4".into()],
        skipped: "2027-01-12".into(),
        opens_days: "14".into(),
        ..tuesdays("2027-01-20")
    };
    let view = dates::add_view(&anna, id, Some(&form)).await.expect("the page");
    let shown = view.preview.expect("a preview").expect("no wrong fields");
    let left: Vec<String> = shown.left_out.iter().map(|(day, reason)| format!("{day} {reason:?}")).collect();
    assert_eq!(left, ["2027-01-12 Chosen"]);
    let nothing = editor(&anna, id).await;
    assert!(nothing.slots.is_empty() && nothing.series.is_empty(), "a preview writes nothing");

    assert_eq!(dates::add(&anna, id, &form).await.expect("added"), 7);
    assert_eq!(
        open(&anna, id).await,
        [
            "12-01 16:00",
            "12-03 16:00",
            "12-15 16:00",
            "12-17 16:00",
            "12-29 16:00",
            "12-31 16:00",
            "01-14 16:00"
        ]
    );
    let view = editor(&anna, id).await;
    let [series] = view.series.as_slice() else { panic!("{:?}", view.series) };
    assert!(view.slots.iter().all(|slot| slot.series_id == Some(series.id)));
    assert_eq!(series.repeat.rule.to_string(), "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,TH;UNTIL=20270120");
    assert_eq!(entry(&view, ChangeAction::AddDates).detail.added, 7);

    let holidays = SlotsForm { day: "2026-12-24".into(), ..tuesdays("2027-01-07") };
    let view = dates::add_view(&anna, id, Some(&holidays)).await.expect("the page");
    let shown = view.preview.expect("a preview").expect("no wrong fields");
    assert!(matches!(shown.left_out[0].1, LeftOut::Holiday(_)), "the first day too");
    let many = SlotsForm { weekdays: (1..=7).map(|day| day.to_string()).collect(), ..tuesdays("2029-01-07") };
    assert_eq!(field(dates::add(&anna, id, &many).await), ("repeat_until".into(), InputProblem::TooFar));
    let none = SlotsForm { weekdays: vec!["1".into()], ..tuesdays("2026-12-03") };
    assert_eq!(field(dates::add(&anna, id, &none).await), ("pattern".into(), InputProblem::NoDates));
}

async fn what_is_there_is_not_added_twice(world: World) {
    let anna = world.coordinator("Anna").await;
    let (id, slots) = series(&world, &anna, &tuesdays("2026-12-15")).await;
    assert_eq!(slots.len(), 3);
    assert_eq!(dates::add(&anna, id, &tuesdays("2026-12-22")).await.expect("added"), 1);
    let known = dates::add_view(&anna, id, Some(&tuesdays("2026-12-22"))).await.expect("the page");
    assert_eq!(known.preview.expect("a preview").expect("fine").known.len(), 4);
    assert_eq!(dates::add(&anna, id, &tuesdays("2026-12-22")).await.expect("added"), 0);
    sound(&world, id).await;
}

async fn this_and_following_move_with_their_claims(world: World) {
    let anna = world.coordinator("Anna").await;
    let (id, slots) = series(&world, &anna, &tuesdays("2026-12-22")).await;
    let (julia, piotr) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Piotr", |_| {}).await);
    for slot in &slots {
        claims::claim(&julia, *slot).await.expect("a place");
    }
    claims::claim(&piotr, slots[0]).await.expect("a place");

    let later = SlotsForm { starts: "17:00".into(), ends: "19:30".into(), ..form(&anna, slots[1]).await };
    let shown = preview(&anna, slots[1], &later, &scope("following")).await;
    assert!(shown.dates.iter().all(|date| date.fate == Fate::Moved && date.people == 1));
    let [message] = shown.messages.as_slice() else { panic!("{:?}", shown.messages) };
    assert_eq!((message.kind, message.people.as_slice()), (MessageKind::Moved, &["Julia".to_owned()][..]));
    assert!(message.opening.contains("wt., 8 grudnia, 16:00–18:00 → wt., 8 grudnia, 17:00–19:30"));

    let told = change_dates(&anna, slots[1], &later, &scope("following"), "").await.expect("changed");
    assert_eq!(told, 1, "one letter for three dates");
    assert_eq!(world.mails("julia@example.org").await.len(), 1);
    assert!(world.mails("piotr@example.org").await.is_empty());
    assert_eq!(open(&anna, id).await, ["12-01 16:00", "12-08 17:00", "12-15 17:00", "12-22 17:00"]);
    for (slot, asked) in slots.iter().zip([false, true, true, true]) {
        let claim = claim_row(&julia, &world, *slot).await;
        assert_eq!((claim.state, claim.asked_again_at.is_some()), (ClaimState::Approved, asked));
    }
    let view = editor(&anna, id).await;
    let rules: Vec<String> = view.series.iter().map(|series| series.repeat.rule.to_string()).collect();
    assert_eq!(
        rules,
        [
            "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU;UNTIL=20261207",
            "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU;UNTIL=20261222"
        ]
    );
    let entry = entry(&view, ChangeAction::ChangeDates);
    assert_eq!((entry.by.as_deref(), entry.detail.scope), (Some("Anna"), Some(Scope::Following)));
    assert_eq!((entry.detail.moved, entry.detail.told), (3, 1));
    assert_ne!(entry.detail.date, entry.detail.date_after);
    sound(&world, id).await;

    let again = form(&anna, slots[2]).await;
    let nothing = preview(&anna, slots[2], &again, &scope("following")).await;
    assert_eq!((nothing.dates.len(), nothing.kept), (0, 2), "the same form changes nothing");
    assert_eq!(change_dates(&anna, slots[2], &again, &scope("following"), "").await.expect("nothing"), 0);
    assert_eq!(editor(&anna, id).await.history.len(), view.history.len());
}

async fn all_move_to_another_weekday(world: World) {
    let anna = world.coordinator("Anna").await;
    let (id, slots) = series(&world, &anna, &tuesdays("2026-12-29")).await;
    let wednesday = SlotsForm { day: "2026-12-09".into(), ..form(&anna, slots[1]).await };
    change_dates(&anna, slots[1], &wednesday, &scope("all"), "").await.expect("changed");
    assert_eq!(
        open(&anna, id).await,
        ["12-02 16:00", "12-09 16:00", "12-16 16:00", "12-23 16:00", "12-30 16:00"]
    );
    let view = editor(&anna, id).await;
    assert_eq!(view.series.len(), 1);
    let ids: Vec<SlotId> = view.slots.iter().map(|slot| slot.id).collect();
    assert_eq!(ids, slots, "the same dates, so their claims are there");

    // Once the first has begun, it keeps its rule.
    let later = world.at(Instant::from_civil(date(2026, 12, 2).at(17, 0, 0, 0)));
    let anna = later.acting(anna.actor.person_id().expect("a person"), anna.actor.grants().to_vec());
    let thursday = SlotsForm { day: "2026-12-10".into(), ..form(&anna, slots[1]).await };
    change_dates(&anna, slots[1], &thursday, &scope("all"), "").await.expect("changed");
    // 24 December is a holiday.
    assert_eq!(open(&anna, id).await, ["12-02 16:00", "12-10 16:00", "12-17 16:00", "12-31 16:00"]);
    sound(&world, id).await;
}

async fn one_date_moved_or_cancelled_alone_stays_so(world: World) {
    let anna = world.coordinator("Anna").await;
    let (id, slots) = series(&world, &anna, &tuesdays("2026-12-22")).await;
    let own = SlotsForm {
        day: "2026-12-10".into(),
        starts: "09:00".into(),
        ends: "11:00".into(),
        ..form(&anna, slots[1]).await
    };
    change_dates(&anna, slots[1], &own, &scope("this"), "").await.expect("moved");
    cancel_dates(&anna, slots[2], "this", "").await.expect("cancelled");
    let later = SlotsForm { starts: "17:00".into(), ..form(&anna, slots[0]).await };
    change_dates(&anna, slots[0], &later, &scope("all"), "").await.expect("changed");
    assert_eq!(open(&anna, id).await, ["12-01 17:00", "12-10 09:00", "12-22 17:00"]);
    let gather = ChangeForm { gather: "on".into(), ..scope("all") };
    let same = form(&anna, slots[0]).await;
    change_dates(&anna, slots[0], &same, &gather, "").await.expect("changed");
    assert_eq!(open(&anna, id).await, ["12-01 17:00", "12-08 17:00", "12-22 17:00"]);
    sound(&world, id).await;
}

async fn every_week_becomes_every_second(world: World) {
    let anna = world.coordinator("Anna").await;
    let (id, slots) =
        series(&world, &anna, &SlotsForm { repeat_until: String::new(), count: "4".into(), ..tuesdays("") })
            .await;
    let julia = world.volunteer("Julia", |_| {}).await;
    for slot in &slots {
        claims::claim(&julia, *slot).await.expect("a place");
    }
    let rarer = SlotsForm {
        pattern: "fortnightly".into(),
        repeat_until: "2027-01-12".into(),
        ..form(&anna, slots[0]).await
    };
    let shown = preview(&anna, slots[0], &rarer, &scope("all")).await;
    let fates: Vec<Fate> = shown.dates.iter().map(|date| date.fate).collect();
    assert_eq!(fates, [Fate::Cancelled, Fate::Cancelled, Fate::Added, Fate::Added]);
    change_dates(&anna, slots[0], &rarer, &scope("all"), "Rzadziej").await.expect("changed");
    assert_eq!(open(&anna, id).await, ["12-01 16:00", "12-15 16:00", "12-29 16:00", "01-12 16:00"]);
    for (slot, state) in slots.iter().zip([ClaimState::Approved, ClaimState::Cancelled].repeat(2)) {
        assert_eq!(claim_row(&julia, &world, *slot).await.state, state);
    }
    // Back again: the dates that the rule dropped are new ones.
    let often = SlotsForm { pattern: "weekly".into(), ..form(&anna, slots[0]).await };
    change_dates(&anna, slots[0], &often, &scope("all"), "").await.expect("changed");
    assert_eq!(open(&anna, id).await.len(), 7);
    sound(&world, id).await;
}

async fn following_are_cancelled(world: World) {
    let anna = world.coordinator("Anna").await;
    let (id, slots) = series(&world, &anna, &tuesdays("2026-12-22")).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    for slot in &slots {
        claims::claim(&julia, *slot).await.expect("a place");
    }
    let reason = "Remont sali";
    assert_eq!(cancel_dates(&anna, slots[1], "following", reason).await.expect("cancelled"), 1);
    assert_eq!(open(&anna, id).await, ["12-01 16:00"]);
    let view = editor(&anna, id).await;
    assert!(view.series[0].repeat.rule.to_string().ends_with("UNTIL=20261207"));
    assert_eq!(entry(&view, ChangeAction::CancelDates).detail.cancelled, 3);
    let mut tx = world.node.db.read().await.expect("a transaction");
    let mails = backend::store::mails::latest(&mut tx, Some("julia@example.org"), 9).await.expect("mails");
    assert!(mails[0].body.contains("wt., 22 grudnia") && mails[0].body.contains(reason), "{}", mails[0].body);
    drop(tx);
    sound(&world, id).await;
    assert_eq!(problem(cancel_dates(&anna, slots[1], "this", "").await), Problem::TooLate);
}

async fn places_are_not_taken_from_people(world: World) {
    let anna = world.coordinator("Anna").await;
    let (id, slots) = series(&world, &anna, &tuesdays("2026-12-22")).await;
    for name in ["Julia", "Piotr"] {
        let volunteer = world.volunteer(name, |_| {}).await;
        claims::claim(&volunteer, slots[2]).await.expect("a place");
    }
    let fewer = SlotsForm { max_places: "1".into(), ..form(&anna, slots[0]).await };
    let result = change_dates(&anna, slots[0], &fewer, &scope("all"), "").await;
    assert_eq!(field(result), ("max_places".into(), InputProblem::BelowTaken));
    let more = SlotsForm { max_places: "5".into(), ..fewer };
    let shown = preview(&anna, slots[0], &more, &scope("all")).await;
    assert_eq!((shown.carried, shown.messages.len()), (2, 0));
    assert!(shown.dates.iter().all(|date| date.fate == Fate::Changed));
    assert_eq!(change_dates(&anna, slots[0], &more, &scope("all"), "").await.expect("changed"), 0);
    assert!(editor(&anna, id).await.slots.iter().all(|slot| slot.max_places == 5));
    assert!(world.mails("julia@example.org").await.is_empty());
}

async fn two_dates_are_not_put_at_one_time(world: World) {
    let anna = world.coordinator("Anna").await;
    let (_, slots) = series(&world, &anna, &tuesdays("2026-12-22")).await;
    let onto = SlotsForm { day: "2026-12-08".into(), ..form(&anna, slots[0]).await };
    let result = change_dates(&anna, slots[0], &onto, &scope("this"), "").await;
    assert_eq!(field(result), ("day".into(), InputProblem::Doubled));
    let single = world.slot(&anna, "instant", (1, 1), 2, "16:00", "18:00").await;
    let alone = form(&anna, single).await;
    let result = change_dates(&anna, single, &alone, &scope("all"), "").await;
    assert_eq!(field(result), ("scope".into(), InputProblem::NotAChoice), "it has no series");
}
