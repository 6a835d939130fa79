//! The dates of the week as a list, each with the way to move it that needs no mouse.

use super::drag::called;
use super::{base, change_path, clock};
use crate::components::fresh::Fresh;
use crate::components::icon::icon;
use crate::i18n::use_locale;
use crate::links::href;
use domain::ids::SlotId;
use domain::locale::{day_long, time_range, when};
use domain::time::Day;
use domain::view::{CalendarDay, SlotCard, WeekPlan};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::collections::HashSet;
use std::time::Duration;

/// The id of the dialog.
const DIALOG: &str = "przenies";

/// A list of each day, that of the day that was asked for open, and the dialog that moves one of its dates.
pub(super) fn dates(fresh: Fresh<WeekPlan>, asked: Option<Day>) -> impl IntoView {
    let chosen = RwSignal::new(None::<SlotCard>);
    // Only a day that changed is built anew: the others stay as open as they are.
    let days = move || fresh.view.with(days_of);
    let none = move || fresh.view.with(|view| view.days.iter().all(|day| day.slots.is_empty()));
    let more = move || fresh.view.with(|view| view.more);
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{t!("week-dates")}</h2>
                <a class="btn small ghost" href=href(base())>{icon("plus")}{t!("week-add")}</a>
            </div>
            <p class="soft" hidden=move || !none()>{t!("week-none")}</p>
            <p class="hint" hidden=none>{t!("week-dates-hint")}</p>
            <For each=days key=|day| format!("{day:?}") children=move |day| one_day(&day, asked, chosen) />
            <p class="soft" hidden=move || !more()>{t!("week-more")}</p>
            {dialog(chosen)}
        </section>
    }
}

/// A day with its dates, each with whether the reader may move it.
#[derive(Clone, Debug)]
struct OneDay {
    day: Day,
    dates: Vec<(SlotCard, bool)>,
}

fn days_of(view: &WeekPlan) -> Vec<OneDay> {
    let movable: HashSet<SlotId> = view.movable.iter().copied().collect();
    let dates = |day: &CalendarDay| {
        day.slots.iter().map(|date| (date.clone(), movable.contains(&date.id))).collect::<Vec<_>>()
    };
    let days = view.days.iter().filter(|day| !day.slots.is_empty());
    days.map(|day| OneDay { day: day.day, dates: dates(day) }).collect()
}

fn one_day(day: &OneDay, asked: Option<Day>, chosen: RwSignal<Option<SlotCard>>) -> impl IntoView + use<> {
    let rows = day.dates.iter().map(|(date, movable)| row(date, *movable, chosen)).collect_view();
    view! {
        <details class="fold" id=format!("dzien-{}", day.day) open={asked == Some(day.day)}>
            <summary>
                <h3 class="grow">{day_long(use_locale(), day.day)}</h3>
                <span class="tag quiet">{t!("dates-number", count = day.dates.len())}</span>
            </summary>
            <ul class="list">{rows}</ul>
        </details>
    }
}

fn row(date: &SlotCard, movable: bool, chosen: RwSignal<Option<SlotCard>>) -> impl IntoView + use<> {
    let change = movable.then(|| {
        let name = format!(" {}, {}", date.title, when(use_locale(), date.starts_at, date.ends_at));
        let date = StoredValue::new(date.clone());
        // Without our program the link leads to the whole form.
        let open = move |event: MouseEvent| {
            if event.ctrl_key() || event.meta_key() || event.shift_key() {
                return;
            }
            event.prevent_default();
            chosen.set(Some(date.get_value()));
            // Its fields are there after the next turn.
            set_timeout(|| with_dialog("showModal"), Duration::ZERO);
        };
        let to = href(&change_path(date.with_value(|date| date.id)));
        view! { <a class="btn small ghost" href=to on:click=open>{t!("week-move")}<span class="sr">{name}</span></a> }
    });
    let seats = t!("seats-taken", taken = date.taken, max = date.max_places);
    view! {
        <li>
            <div class="grow">
                <b>{date.title.clone()}</b>
                <br />
                <small class="soft">{time_range(date.starts_at, date.ends_at)}", "{date.organisation.clone()}", "{seats}</small>
            </div>
            {change}
        </li>
    }
}

fn with_dialog(method: &'static str) {
    if let Some(dialog) = document().get_element_by_id(DIALOG) {
        called(&dialog, method);
    }
}

/// Day and hours of one date; sending them shows who would be told, and changes nothing yet.
fn dialog(chosen: RwSignal<Option<SlotCard>>) -> impl IntoView {
    let fields = move || {
        chosen.get().map(|date| {
            let field = |name: &'static str, kind: &'static str, label: String, value: String| {
                let id = format!("przenies-{name}");
                view! {
                    <div class="field">
                        <label for=id.clone()>{label}</label>
                        <input class="input" id=id name=name type=kind value=value required=true />
                    </div>
                }
            };
            let at = |at: domain::time::Instant| clock(at.civil().time());
            view! {
                <p>{date.title.clone()}<br /><span class="soft">{when(use_locale(), date.starts_at, date.ends_at)}</span></p>
                <form class="form" method="get" action=href(&change_path(date.id))>
                    <div class="form-row">
                        {field("dzien", "date", t!("dates-day"), date.starts_at.day().to_string())}
                        {field("od", "time", t!("dates-starts"), at(date.starts_at))}
                        {field("do", "time", t!("dates-ends"), at(date.ends_at))}
                    </div>
                    <p class="hint">{t!("week-move-hint")}</p>
                    <div class="btn-row">
                        <button class="btn" type="submit">{icon("eye")}{t!("week-move-look")}</button>
                        <button class="btn quiet" type="button" on:click=|_| with_dialog("close")>{t!("week-move-stay")}</button>
                    </div>
                </form>
            }
        })
    };
    view! {
        <dialog class="dialog" id=DIALOG aria-labelledby="przenies-h">
            <h2 id="przenies-h">{t!("week-move-title")}</h2>
            {fields}
        </dialog>
    }
}
