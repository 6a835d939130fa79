//! Days by civil hour: one, three or seven columns. On a phone a week is seven lists.

use super::{event_class, query, urgent};
use crate::components::html::Html;
use crate::components::icon::icon;
use crate::html;
use crate::i18n::use_locale;
use crate::links::href;
use domain::calendar::{CalendarSpan, Place, QUARTERS, Stretch, side_by_side};
use domain::locale::{time_range, when};
use domain::time::Day;
use domain::view::{CalendarDay, CalendarQuery, SlotCard};
use leptos::prelude::*;

/// The quarters in which the hours of the night, of the early morning and of the evening end or begin; they are shown
/// where something stands in them.
const NIGHT: i64 = 6 * 4;
const EARLY: i64 = 8 * 4;
const LATE: i64 = 20 * 4;

/// Columns beside each other at most: where there is room, and on a phone.
const fn most(span: CalendarSpan) -> (usize, usize) {
    match span {
        CalendarSpan::Day => (6, 3),
        CalendarSpan::Days3 => (4, 2),
        _ => (3, 3),
    }
}

/// What is shown by the hour.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'v> {
    /// Its state in the calendar's address.
    pub query: &'v CalendarQuery,
    /// Today in Warsaw.
    pub today: Day,
    /// Its days.
    pub days: &'v [CalendarDay],
    /// The page of a slot, without its id.
    pub page: &'static str,
}

/// The days.
pub fn grid(view: Shown<'_>) -> impl IntoView + use<> {
    let days: Vec<(&CalendarDay, Vec<Event>)> = view.days.iter().map(|day| (day, events(day))).collect();
    let stretches = || days.iter().flat_map(|(_, events)| events).map(|event| event.stretch);
    let mut class = format!("wg {}", view.query.span.code());
    for (there, name) in [
        (stretches().any(|one| one.from < NIGHT), " no-night"),
        (stretches().any(|one| one.from < EARLY), " no-early"),
        (stretches().any(|one| one.until > LATE), " no-late"),
    ] {
        if !there {
            class.push_str(name);
        }
    }
    let hours = (0..24).map(|hour| {
        let part = match hour {
            ..=5 => " night",
            6..=7 => " early",
            20.. => " late",
            _ => "",
        };
        let hour = hour.to_string();
        html!("<span class=\"fh-" {hour} {part} "\">" {hour} ":00</span>")
    });
    let hours: Vec<Html> = hours.collect();
    let columns = days.iter().map(|(day, events)| column(view, day, events)).collect_view();
    view! {
        <div class=class on:keydown=|event| super::keys::in_grid(&event) on:focusin=|event| super::keys::one_stop(&event)>
            {html!("<div class=\"wg-hours\" aria-hidden=\"true\">" {hours} "</div>")}
            {columns}
        </div>
    }
}

/// A slot on a day.
struct Event<'v> {
    slot: &'v SlotCard,
    stretch: Stretch,
    place: Place,
}

fn events<'v>(day: &'v CalendarDay) -> Vec<Event<'v>> {
    let on_day = |slot: &'v SlotCard| Some((slot, Stretch::on(day.day, slot.starts_at, slot.ends_at)?));
    let there: Vec<(&SlotCard, Stretch)> = day.over.iter().chain(&day.slots).filter_map(on_day).collect();
    let stretches: Vec<Stretch> = there.iter().map(|(_, stretch)| *stretch).collect();
    let places = side_by_side(&stretches);
    there.into_iter().zip(places).map(|((slot, stretch), place)| Event { slot, stretch, place }).collect()
}

fn column(view: Shown<'_>, day: &CalendarDay, events: &[Event]) -> Html {
    let locale = use_locale();
    let number = day.day.0.weekday().to_monday_one_offset();
    let weekend = if number >= 6 || day.holiday.is_some() { " weekend" } else { "" };
    let head = if day.day == view.today { "wg-head today" } else { "wg-head" };
    let name = domain::locale::text(locale, &format!("weekday-{number}"), &[]);
    let short = domain::locale::weekday_short(locale, number);
    let other = if view.query.span == CalendarSpan::Day { CalendarSpan::Agenda } else { CalendarSpan::Day };
    let on_day =
        |span| href(&query::looked_at(&CalendarQuery { day: Some(day.day), ..view.query.clone() }, span));
    let holiday = day.holiday.map(super::holiday);
    let number = day.day.0.day().to_string();
    let head = html!(
        "<h3 class=\"" {head} "\"><a href=\"" {on_day(other)} "\">" {number} " "
        "<small aria-hidden=\"true\">" {short} "</small><span class=\"sr\">" {name} "</span></a>" {holiday} "</h3>"
    );
    let (wide, narrow) = most(view.query.span);
    let shown = events.iter().filter(|event| !folded(&event.place, wide));
    let items: Vec<Html> = shown.map(|event| item(event, (view.page, day), wide, narrow)).collect();
    let mut folds = rest(events, wide, narrow, &on_day(CalendarSpan::Agenda));
    if view.query.span == CalendarSpan::Week {
        folds.retain(|fold| fold.wide);
    }
    let slots = if events.is_empty() {
        html!("<p class=\"wg-none\">" {t!("nothing-that-day")} "</p>")
    } else {
        let folds: Vec<Html> = folds.iter().map(more).collect();
        html!("<ol class=\"wg-day\">" {items} {folds} "</ol>")
    };
    html!("<section class=\"wg-col" {weekend} "\">" {head} {slots} "</section>")
}

/// Stands behind "and so many more", where at most so many columns have room.
const fn folded(place: &Place, most: usize) -> bool {
    place.columns > most && place.column + 1 >= most
}

/// The column of a place in twelfths of the day, and how many it takes.
const fn twelfths(column: usize, columns: usize) -> (usize, usize) {
    let columns = if columns > 4 {
        6
    } else if columns == 0 {
        1
    } else {
        columns
    };
    (column * 12 / columns, 12 / columns)
}

/// The classes that put a stretch of a day there.
pub fn rows(stretch: Stretch) -> String {
    let Stretch { from, until } = stretch;
    format!("fh-{} fq-{} th-{} tq-{}", from / 4, from % 4, until / 4, until % 4)
}

fn item(event: &Event, (page, day): (&'static str, &CalendarDay), wide: usize, narrow: usize) -> Html {
    let Event { slot, stretch, place } = event;
    let (x, w) = twelfths(place.column, place.columns.min(wide));
    let columns = if folded(place, narrow) {
        "w-only".to_owned()
    } else {
        let (x, w) = twelfths(place.column, place.columns.min(narrow));
        format!("nx-{x} nw-{w}")
    };
    let over = if slot.starts_at.day() == day.day.0 { "" } else { " over" };
    let class = format!("{} x-{x} w-{w} {columns}{over}", rows(*stretch));
    let (fill, alert) =
        if urgent(slot) { ("wg-fill urgent", Some(icon("alert"))) } else { ("wg-fill", None) };
    html!(
        "<li class=\"" {class} "\"><a class=\"" {event_class("wg-event", slot)} "\" href=\"" {href(&format!("{page}/{}", slot.id))}
        "\" aria-label=\"" {said(slot)} "\" draggable=\"false\"><b>" {slot.title} "</b>"
        "<time>" {time_range(slot.starts_at, slot.ends_at)} "</time>"
        "<span class=\"" {fill} "\">" {alert} {slot.taken.to_string()} "/" {slot.max_places.to_string()} "</span></a></li>"
    )
}

/// The name of a slot in a calendar: what, when, where, how full.
pub fn said(slot: &SlotCard) -> String {
    let mut said =
        vec![slot.title.clone(), when(use_locale(), slot.starts_at, slot.ends_at), slot.organisation.clone()];
    said.extend(slot.district.clone());
    said.push(t!("seats-taken", taken = slot.taken, max = slot.max_places));
    if urgent(slot) {
        said.push(t!("seats-missing", count = slot.missing()));
    }
    said.join(", ")
}

/// The slots of a group for which there is no room beside the others.
struct Fold {
    wide: bool,
    stretch: Stretch,
    most: usize,
    count: i64,
    to: String,
}

fn rest(events: &[Event], wide: usize, narrow: usize, to: &str) -> Vec<Fold> {
    let mut folds: Vec<(usize, Fold)> = Vec::new();
    for (is_wide, most) in [(true, wide), (false, narrow)] {
        for event in events.iter().filter(|event| folded(&event.place, most)) {
            let known =
                folds.iter_mut().find(|(group, fold)| *group == event.place.group && fold.wide == is_wide);
            if let Some((_, fold)) = known {
                fold.stretch.from = fold.stretch.from.min(event.stretch.from);
                fold.stretch.until = fold.stretch.until.max(event.stretch.until);
                fold.count += 1;
            } else {
                let fold = Fold { wide: is_wide, stretch: event.stretch, most, count: 1, to: to.to_owned() };
                folds.push((event.place.group, fold));
            }
        }
    }
    folds.into_iter().map(|(_, fold)| fold).collect()
}

fn more(fold: &Fold) -> Html {
    let (x, w) = twelfths(fold.most - 1, fold.most);
    let columns = if fold.wide { format!("w-only x-{x} w-{w}") } else { format!("n-only nx-{x} nw-{w}") };
    let until = fold.stretch.until.min(QUARTERS);
    let class = format!("{} {columns}", rows(Stretch { until, ..fold.stretch }));
    html!(
        "<li class=\"" {class} "\"><a class=\"wg-more\" href=\"" {fold.to} "\">+" {fold.count.to_string()}
        "<span class=\"sr\"> " {t!("more")} "</span></a></li>"
    )
}
