//! A month as an ARIA grid: one tab stop, arrows move by day and week, Home and End within the week.

use super::{event_class, grid::said, keys, query, urgent};
use crate::components::html::Html;
use crate::components::icon::icon;
use crate::html;
use crate::i18n::use_locale;
use crate::links::href;
use domain::calendar::CalendarSpan;
use domain::locale::{day_long, time, weekday_short};
use domain::time::Day;
use domain::view::{CalendarDay, CalendarQuery, CalendarView, SlotCard};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The month.
pub fn month(view: &CalendarView) -> impl IntoView + use<> {
    let locale = use_locale();
    let asked = view.query.day.unwrap_or(view.today);
    let head = (1..=7).map(|day: i8| {
        let long = domain::locale::text(locale, &format!("weekday-{day}"), &[]);
        html!(
            "<th scope=\"col\"><span class=\"narrow\" aria-hidden=\"true\">" {weekday_short(locale, day)} "</span>"
            "<span class=\"wide\">" {long} "</span></th>"
        )
    });
    let head: Vec<Html> = head.collect();
    let week = |week: &[CalendarDay]| {
        let days: Vec<Html> = week.iter().map(|day| cell(view, day, asked)).collect();
        html!("<tr>" {days} "</tr>")
    };
    let weeks: Vec<Html> = view.days.chunks(7).map(week).collect();
    view! {
        <table class="month" role="grid" aria-label=domain::locale::month_title(locale, asked) on:keydown=|event| move_focus(&event)>
            {html!("<thead><tr>" {head} "</tr></thead>")}
            {html!("<tbody>" {weeks} "</tbody>")}
        </table>
    }
}

fn cell(view: &CalendarView, day: &CalendarDay, asked: Day) -> Html {
    let locale = use_locale();
    let date = day.day.0;
    let mut class = String::new();
    for (applies, name) in [
        (day.day == view.today, "today "),
        (date.month() != asked.0.month(), "outside "),
        (date.weekday().to_monday_zero_offset() >= 5 || day.holiday.is_some(), "weekend"),
    ] {
        if applies {
            class.push_str(name);
        }
    }
    let to = href(&query::write(&CalendarQuery {
        span: CalendarSpan::Day,
        day: Some(day.day),
        ..view.query.clone()
    }));
    let holiday = day
        .holiday
        .map(|holiday| format!(", {}", t!(&format!("holiday-{}", holiday.code()))))
        .unwrap_or_default();
    let label = format!("{}{holiday}, {}", day_long(locale, day.day), t!("slot-count", count = day.count));
    let pips: Vec<Html> = (0..day.count.min(3)).map(|_| html!("<i class=\"pip\"></i>")).collect();
    let shown = i64::try_from(day.slots.len()).unwrap_or_default();
    let more = (day.count > shown).then(|| {
        html!(
            "<li><a class=\"month-more\" tabindex=\"-1\" href=\"" {to} "\">+" {(day.count - shown).to_string()}
            "<span class=\"sr\"> " {t!("more")} "</span></a></li>"
        )
    });
    let events = (day.count > 0).then(|| {
        let events: Vec<Html> = day.slots.iter().map(event).collect();
        html!("<ul class=\"month-events\">" {events} {more} "</ul>")
    });
    let count =
        (day.count > 0).then(|| html!("<span class=\"month-count\">" {day.count.to_string()} "</span>"));
    let (selected, stop) = if day.day == asked { ("true", "0") } else { ("false", "-1") };
    html!(
        "<td role=\"gridcell\" class=\"" {class} "\" aria-selected=\"" {selected} "\">"
        "<a class=\"month-day\" tabindex=\"" {stop} "\" href=\"" {to} "\" aria-label=\"" {label} "\">"
        "<span class=\"month-num\">" {date.day().to_string()} "</span>" {count}
        "<span class=\"pips\" aria-hidden=\"true\">" {pips} "</span></a>" {events} "</td>"
    )
}

fn event(slot: &SlotCard) -> Html {
    let missing = urgent(slot).then(|| icon("alert"));
    html!(
        "<li><a class=\"" {event_class("month-event", slot)} "\" tabindex=\"-1\" href=\""
        {href(&format!("/termin/{}", slot.id))} "\" aria-label=\"" {said(slot)} "\"><time>" {time(slot.starts_at)}
        "</time>" {missing} "<span>" {slot.title} "</span></a></li>"
    )
}

/// Moves the focus between days with the arrow keys; `PageUp`, `PageDown` and `t` turn the pages.
fn move_focus(event: &KeyboardEvent) {
    use wasm_bindgen::JsCast;

    let step: i32 = match event.key().as_str() {
        "ArrowLeft" => -1,
        "ArrowRight" => 1,
        "ArrowUp" => -7,
        "ArrowDown" => 7,
        "Home" | "End" => 0,
        _ => {
            keys::turned(event);
            return;
        }
    };
    let Some(table) = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok())
    else {
        return;
    };
    let Ok(days) = table.query_selector_all("a.month-day") else { return };
    let focused = document().active_element();
    let count = i32::try_from(days.length()).unwrap_or_default();
    let at = |index: i32| {
        u32::try_from(index)
            .ok()
            .and_then(|index| days.get(index))
            .and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok())
    };
    let here = (0..count).find(|index| at(*index).map(web_sys::Element::from) == focused);
    let Some(here) = here else { return };
    let to = match event.key().as_str() {
        "Home" => here - here % 7,
        "End" => here - here % 7 + 6,
        _ => here + step,
    };
    if let Some(day) = at(to) {
        event.prevent_default();
        // One tab stop: the day that has the focus.
        for other in (0..count).filter_map(at) {
            other.set_tab_index(-1);
        }
        day.set_tab_index(0);
        // Focusing an element that is on the page cannot fail.
        let _ = day.focus();
    }
}
