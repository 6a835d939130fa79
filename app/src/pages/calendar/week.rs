//! A week by civil hour: seven columns on a wide screen, seven lists on a phone.

use super::{event_class, query, urgent};
use crate::components::icon::icon;
use crate::i18n::use_locale;
use crate::links::href;
use domain::locale::{time_range, when};
use domain::time::Instant;
use domain::view::{CalendarDay, CalendarView, SlotCard};
use leptos::prelude::*;

/// The hours that the grid has rows for.
const FIRST_HOUR: i64 = 6;
const LAST_HOUR: i64 = 24;
/// Slots beside each other at most; further ones share the last lane.
const LANES: usize = 4;

/// The week.
pub fn week(view: &CalendarView) -> impl IntoView + use<> {
    let slots = || view.days.iter().flat_map(|day| &day.slots);
    let early = slots().any(|slot| minute_of_day(slot.starts_at) < 8 * 60);
    let late = slots().any(|slot| end_minute(slot) > 20 * 60);
    let class = format!("wg{}{}", if early { "" } else { " no-early" }, if late { "" } else { " no-late" });
    let hours = (FIRST_HOUR..LAST_HOUR).map(|hour| {
        let part = match hour {
            ..=7 => " early",
            20.. => " late",
            _ => "",
        };
        view! { <span class=format!("from-{hour:02}00{part}")>{format!("{hour}:00")}</span> }
    });
    let columns = view.days.iter().enumerate().map(|(index, day)| column(view, index, day)).collect_view();
    view! {
        <div class=class>
            <div class="wg-hours" aria-hidden="true">{hours.collect_view()}</div>
            {columns}
        </div>
    }
}

fn column(view: &CalendarView, index: usize, day: &CalendarDay) -> impl IntoView + use<> {
    let locale = use_locale();
    let (lanes, count) = lanes(&day.slots);
    let weekend = if index >= 5 { " weekend" } else { "" };
    let head = if day.day == view.today { "wg-head today" } else { "wg-head" };
    let name = domain::locale::text(locale, &format!("weekday-{}", index + 1), &[]);
    let short = domain::locale::weekday_short(locale, i8::try_from(index + 1).unwrap_or(1));
    let to = href(&query::looked_at(
        &domain::view::CalendarQuery { day: Some(day.day), ..view.query.clone() },
        domain::calendar::CalendarSpan::Day,
    ));
    let many = if count > 1 { format!("wg-day lanes-{count}") } else { "wg-day".to_owned() };
    let items = day.slots.iter().zip(lanes).map(|(slot, lane)| event(slot, lane, count)).collect_view();
    view! {
        <section class=format!("wg-col day-{}{weekend}", index + 1)>
            <h3 class=head>
                <a href=to>{day.day.0.day()}" "<small aria-hidden="true">{short}</small><span class="sr">{name}</span></a>
            </h3>
            {(day.count == 0).then(|| view! { <p class="wg-none">{t!("nothing-that-day")}</p> })}
            {(day.count > 0).then(|| view! { <ol class=many>{items}</ol> })}
        </section>
    }
}

fn event(slot: &SlotCard, lane: usize, lanes: usize) -> impl IntoView + use<> {
    let start = (minute_of_day(slot.starts_at) / 15 * 15).clamp(FIRST_HOUR * 60, LAST_HOUR * 60 - 15);
    let span = ((end_minute(slot) - start + 14) / 15).clamp(1, (LAST_HOUR * 60 - start) / 15);
    let lane = if lanes > 1 { format!(" lane-{lane}") } else { String::new() };
    let class = format!("from-{:02}{:02} span-{span}{lane}", start / 60, start % 60);
    let urgent = urgent(slot);
    let missing = urgent.then(|| format!(", {}", t!("seats-missing", count = slot.missing())));
    let label = format!(
        "{}, {}, {}{}",
        slot.title,
        when(use_locale(), slot.starts_at, slot.ends_at),
        t!("seats-taken", taken = slot.taken, max = slot.max_places),
        missing.unwrap_or_default()
    );
    view! {
        <li class=class>
            <a class=event_class("wg-event", slot) href=href(&format!("/termin/{}", slot.id)) aria-label=label>
                <b>{slot.title.clone()}</b>
                <time>{time_range(slot.starts_at, slot.ends_at)}</time>
                <span class=if urgent { "wg-fill urgent" } else { "wg-fill" }>
                    {urgent.then(|| icon("alert"))}{format!("{}/{}", slot.taken, slot.max_places)}
                </span>
            </a>
        </li>
    }
}

fn minute_of_day(at: Instant) -> i64 {
    let civil = at.civil();
    i64::from(civil.hour()) * 60 + i64::from(civil.minute())
}

/// The civil minute at which it ends; midnight of the next day and later is the end of this one.
fn end_minute(slot: &SlotCard) -> i64 {
    if slot.ends_at.day() == slot.starts_at.day() { minute_of_day(slot.ends_at) } else { LAST_HOUR * 60 }
}

/// A lane from 1 on for each slot, so that those at the same time stand beside each other, and how many are needed.
fn lanes(slots: &[SlotCard]) -> (Vec<usize>, usize) {
    let mut free_from: Vec<Instant> = Vec::new();
    let mut found = Vec::with_capacity(slots.len());
    for slot in slots {
        let lane = match free_from.iter().position(|free| *free <= slot.starts_at) {
            Some(lane) => lane,
            None if free_from.len() < LANES => {
                free_from.push(slot.ends_at);
                free_from.len() - 1
            }
            None => LANES - 1,
        };
        if let Some(free) = free_from.get_mut(lane) {
            *free = slot.ends_at;
        }
        found.push(lane + 1);
    }
    (found, free_from.len())
}
