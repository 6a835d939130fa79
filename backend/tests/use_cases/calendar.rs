//! The calendar as its readers see it, on both engines.

use crate::world::World;
use backend::context::Cx;
use backend::service::{calendar, claims};
use backend::store::dates::{self, DateRow};
use domain::calendar::{AGENDA_DAYS, CalendarSpan, plus_days};
use domain::ids::SlotId;
use domain::person::DayPart;
use domain::time::{Day, Instant};
use domain::view::{CalendarQuery, CalendarView, Narrowing, Standing};
use jiff::civil::date;

on_both_engines! {
    own_and_open_in_one_view
    own_and_open_is_for_volunteers
    days_by_the_hour_know_the_night_before
    where_nothing_matches_there_are_ways_on
    a_month_names_three_of_a_day
    a_list_goes_on_where_a_full_day_has_begun
    an_own_date_shows_at_once_on_every_node
}

const TUESDAY: Day = Day(date(2026, 12, 1));

fn on(span: CalendarSpan, day: Day) -> CalendarQuery {
    CalendarQuery { span, day: Some(day), ..CalendarQuery::default() }
}

async fn browse(cx: &Cx, query: CalendarQuery) -> CalendarView {
    calendar::browse(cx, query).await.expect("a view")
}

fn ids(view: &CalendarView) -> Vec<SlotId> {
    view.days.iter().flat_map(|day| &day.slots).map(|slot| slot.id).collect()
}

async fn own_and_open_in_one_view(world: World) {
    let anna = world.coordinator("Anna").await;
    let (julia, piotr) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Piotr", |_| {}).await);
    let mine = world.slot(&anna, "instant", (1, 1), 1, "10:00", "12:00").await;
    let full = world.slot(&anna, "instant", (1, 1), 2, "10:00", "12:00").await;
    let open = world.slot(&anna, "instant", (1, 2), 3, "10:00", "12:00").await;
    claims::claim(&julia, mine).await.expect("a place");
    claims::claim(&piotr, full).await.expect("a place");
    for span in [CalendarSpan::Agenda, CalendarSpan::Days3, CalendarSpan::Week, CalendarSpan::Month] {
        let asked = CalendarQuery { mine: true, ..on(span, TUESDAY) };
        let view = browse(&julia, asked.clone()).await;
        assert!(view.query.mine);
        assert_eq!(ids(&view), [mine, open], "{span:?}");
        assert_eq!(view.days.iter().map(|day| day.count).sum::<i64>(), 2, "{span:?}");
        let strip: Vec<i64> = view.strip.iter().map(|(_, count)| *count).collect();
        assert_eq!(strip, [0, 1, 0, 1, 0, 0, 0], "{span:?}");
        assert_eq!(ids(&browse(&piotr, asked).await), [full, open], "{span:?}");
    }
    let all = browse(&julia, on(CalendarSpan::Week, TUESDAY)).await;
    assert_eq!(ids(&all), [mine, full, open]);
    let evening =
        CalendarQuery { mine: true, part: Some(DayPart::Evening), ..on(CalendarSpan::Week, TUESDAY) };
    assert_eq!(ids(&browse(&julia, evening).await), [], "filters hold too");
}

async fn own_and_open_is_for_volunteers(world: World) {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 1), 1, "10:00", "12:00").await;
    let piotr = world.volunteer("Piotr", |_| {}).await;
    claims::claim(&piotr, slot).await.expect("a place");
    for cx in [world.visitor(), anna] {
        let view = browse(&cx, CalendarQuery { mine: true, ..on(CalendarSpan::Week, TUESDAY) }).await;
        assert!(!view.query.mine && !view.may_order);
        assert_eq!(ids(&view), [slot], "everything, as without it");
    }
}

async fn days_by_the_hour_know_the_night_before(world: World) {
    let anna = world.coordinator("Anna").await;
    let evening = world.slot(&anna, "instant", (1, 1), 1, "20:00", "21:00").await;
    let opportunity = calendar::slot(&anna, evening).await.expect("the page").opportunity_id;
    let from = Instant::from_civil(TUESDAY.0.at(22, 0, 0, 0));
    let night = DateRow::new(world.node.new_id(), opportunity, (from, from.plus_minutes(300)), (1, 2));
    let mut tx = world.node.db.write().await.expect("a transaction");
    dates::add(&mut tx, std::slice::from_ref(&night)).await.expect("a date");
    tx.commit().await.expect("a commit");
    let over = |view: &CalendarView| -> Vec<Vec<SlotId>> {
        view.days.iter().map(|day| day.over.iter().map(|slot| slot.id).collect()).collect()
    };
    let tuesday = browse(&world.visitor(), on(CalendarSpan::Day, TUESDAY)).await;
    assert_eq!((ids(&tuesday), over(&tuesday)), (vec![evening, night.id], vec![vec![]]));
    let wednesday = browse(&world.visitor(), on(CalendarSpan::Day, plus_days(TUESDAY, 1))).await;
    assert_eq!((ids(&wednesday), over(&wednesday)), (vec![], vec![vec![night.id]]));
    let three = browse(&world.visitor(), on(CalendarSpan::Days3, TUESDAY)).await;
    assert_eq!(over(&three), [vec![], vec![night.id], vec![]]);
    let julia = world.volunteer("Julia", |_| {}).await;
    let mine = CalendarQuery { mine: true, ..on(CalendarSpan::Day, plus_days(TUESDAY, 1)) };
    assert_eq!(over(&browse(&julia, mine).await), [vec![night.id]]);
    let agenda = browse(&world.visitor(), on(CalendarSpan::Agenda, TUESDAY)).await;
    assert!(agenda.days.iter().all(|day| day.over.is_empty()), "a list says when it ends");
}

async fn where_nothing_matches_there_are_ways_on(world: World) {
    let anna = world.coordinator("Anna").await;
    world.slot(&anna, "instant", (1, 2), 1, "10:00", "12:00").await;
    world.slot(&anna, "instant", (1, 2), 2, "10:00", "12:00").await;
    world.slot(&anna, "instant", (1, 2), 15, "18:00", "20:00").await;
    let asked = CalendarQuery {
        part: Some(DayPart::Evening),
        text: Some("porzadki".into()),
        ..on(CalendarSpan::Week, TUESDAY)
    };
    let view = browse(&world.visitor(), asked.clone()).await;
    assert_eq!(view.nearest, Some(Day(date(2026, 12, 15))));
    assert_eq!(view.ways, [(Narrowing::Part, 2)]);
    let dropped = asked.clone().without(Narrowing::Part);
    assert_eq!(ids(&browse(&world.visitor(), dropped).await).len(), 2, "as many as were promised");
    let then = browse(&world.visitor(), CalendarQuery { day: view.nearest, ..asked.clone() }).await;
    assert_eq!((then.ways.len(), ids(&then).len()), (0, 1));
    let never = CalendarQuery { age: Some(15), ..asked };
    let view = browse(&world.visitor(), never).await;
    assert_eq!((view.nearest, view.ways), (None, vec![]), "neither alone is enough");
}

async fn a_month_names_three_of_a_day(world: World) {
    let anna = world.coordinator("Anna").await;
    let mut all = Vec::new();
    for hour in 10..15 {
        let (from, until) = (format!("{hour}:00"), format!("{hour}:30"));
        all.push(world.slot(&anna, "instant", (1, 1), 1, &from, &until).await);
    }
    let view = browse(&world.visitor(), on(CalendarSpan::Month, TUESDAY)).await;
    let day = view.days.iter().find(|day| day.day == TUESDAY).expect("the day");
    assert_eq!((day.count, ids(&view)), (5, all[..3].to_vec()));
    assert!(day.slots.iter().all(|slot| slot.standing == Standing::Open));
}

async fn a_list_goes_on_where_a_full_day_has_begun(world: World) {
    let anna = world.coordinator("Anna").await;
    let tomorrow = world.slot(&anna, "instant", (1, 1), 1, "10:00", "12:00").await;
    let later = world.slot(&anna, "instant", (1, 1), 3, "10:00", "12:00").await;
    let opportunity = calendar::slot(&anna, tomorrow).await.expect("the page").opportunity_id;
    let begun = |minutes: i64| {
        let from = anna.now().plus_minutes(-minutes);
        DateRow::new(world.node.new_id(), opportunity, (from, from.plus_minutes(90)), (1, 2))
    };
    let mut added: Vec<DateRow> = (1..=40).map(begun).collect();
    // Further than a list from today reaches, but not than one from tomorrow does.
    added.push(begun(-AGENDA_DAYS * 24 * 60));
    let mut tx = world.node.db.write().await.expect("a transaction");
    dates::add(&mut tx, &added).await.expect("dates");
    tx.commit().await.expect("a commit");
    let today = anna.now().day().into();
    let view = browse(&world.visitor(), on(CalendarSpan::Agenda, today)).await;
    assert_eq!((ids(&view), view.next), (vec![tomorrow, later], None), "nobody reads that there is nothing");
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, tomorrow).await.expect("a place");
    let mine = CalendarQuery { mine: true, ..on(CalendarSpan::Agenda, today) };
    assert_eq!(ids(&browse(&julia, mine).await), [tomorrow, later]);
}

async fn an_own_date_shows_at_once_on_every_node(world: World) {
    let anna = world.coordinator("Anna").await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let slot = world.slot(&anna, "instant", (1, 2), 1, "10:00", "12:00").await;
    // A node that hears of nothing: its relay does not run.
    let elsewhere = Cx { node: world.at(crate::world::now()).node, ..julia.clone() };
    let seen = async || {
        let view = browse(&elsewhere, on(CalendarSpan::Day, TUESDAY)).await;
        view.days.iter().flat_map(|day| &day.slots).map(|slot| slot.standing.clone()).collect::<Vec<_>>()
    };
    assert_eq!(seen().await, [Standing::Open]);
    claims::claim(&julia, slot).await.expect("a place");
    let [Standing::Mine { claim_id, .. }] = seen().await[..] else { panic!("it is hers") };
    claims::withdraw(&julia, claim_id).await.expect("stepped back");
    assert_eq!(seen().await, [Standing::Open]);
}
