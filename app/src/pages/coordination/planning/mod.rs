//! A week of those who plan it: drag to make or move a date, or do the same by links; copy it to another week. And the
//! year at a glance.

mod copying;
mod dates;
mod drag;
mod year;

pub use year::YearPage;

use super::api::{self, CopyWeek};
use super::editor::{base, change_path, outcome_of};
use crate::components::fresh::{keep_fresh, loaded};
use crate::components::icon::icon;
use crate::forms::FormAction;
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use crate::pages::calendar::grid::{Shown, grid};
use crate::wire::read;
use domain::calendar::{CalendarSpan, Hours, plus_days};
use domain::ids::{OpportunityId, SlotId};
use domain::locale::{day_short, when};
use domain::time::Day;
use domain::view::{CalendarQuery, Choice, WeekPlan};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

/// The page.
#[component]
pub fn WeekPage() -> impl IntoView {
    let params = use_query_map();
    let asked = move || {
        let params = params.read();
        let day = |name| params.get(name).and_then(|day| day.parse::<Day>().ok());
        (day("dzien"), day("kopia"))
    };
    let first = read(asked, |(day, to)| api::planned_week(day, to));
    let copy = FormAction::<CopyWeek>::new();
    view! {
        <Title text=t!("week-title") />
        <main class="page page-wide" id="tresc" tabindex="-1">
            <div class="page-head">
                <div><h1>{t!("week-title")}</h1><p class="lede"><span class="mouse">{t!("week-lede-mouse")}" "</span>{t!("week-lede")}</p></div>
                <div class="btn-row"><a class="btn ghost" href=href(&format!("/{}/rok", part()))>{icon("calendar")}{t!("year-way")}</a></div>
            </div>
            {loaded(first, move |first| page(first, copy).into_any())}
        </main>
    }
}

/// The part of the site that is read: coordinators and hosts have the same pages at addresses of their own.
pub(super) fn part() -> &'static str {
    if base().starts_with("/placowka") { "placowka" } else { "koordynacja" }
}

/// The week of a day.
pub(super) fn week_path(day: Day) -> String {
    format!("/{}/tydzien?dzien={day}", part())
}

fn page(first: WeekPlan, copy: FormAction<CopyWeek>) -> impl IntoView {
    let (locale, live) = (use_locale(), use_live());
    let (monday, today) = (first.monday, first.today);
    let to = first.copy.as_ref().map(|copy| copy.to);
    let asked = use_query_map().read_untracked().get("dzien").and_then(|day| day.parse().ok());
    let fresh =
        keep_fresh(first, move || live.slots() + live.claims(), move || api::planned_week(Some(monday), to));
    let range =
        t!("week-range", from = day_short(locale, monday), to = day_short(locale, plus_days(monday, 6)));
    let turned = |days| href(&week_path(plus_days(monday, days)));
    let dragged = drag::Dragged::new(fresh);
    view! {
        {outcome_of(copy, move || fresh.again())}
        <div class="cal-bar">
            <h2 class="cal-range" tabindex="-1" aria-live="polite">{range}</h2>
            <span class="cal-move">
                <a class="btn ghost small icon-only" href=turned(-7)>{icon("chevron-left")}<span class="sr">{t!("earlier")}</span></a>
                <a class="btn ghost small" href=href(&week_path(today))>{t!("today")}</a>
                <a class="btn ghost small icon-only" href=turned(7)>{icon("chevron-right")}<span class="sr">{t!("later")}</span></a>
            </span>
        </div>
        <p class="planning-said" role="status">{move || dragged.said()}</p>
        <div
            class="planning"
            on:pointerdown=move |event| dragged.begin(&event)
            on:pointermove=move |event| dragged.over(&event)
            on:pointerup=move |event| dragged.end(&event)
            on:pointercancel=move |_| dragged.forget()
            on:click=move |event| dragged.clicked(&event)
        >
            {move || fresh.view.with(by_the_hour)}
        </div>
        {move || dragged.new_date().map(|time| fresh.view.with(|view| new_date(time, &view.offers)))}
        {dates::dates(fresh, asked)}
        {copying::copying(fresh, copy)}
    }
}

fn by_the_hour(view: &WeekPlan) -> impl IntoView + use<> {
    let query =
        CalendarQuery { span: CalendarSpan::Week, day: Some(view.monday), ..CalendarQuery::default() };
    let page = if part() == "placowka" { "/termin" } else { "/koordynacja/termin" };
    grid(Shown { query: &query, today: view.today, days: &view.days, page })
}

/// `15:00–17:15`
fn time_of(hours: Hours) -> String {
    format!("{}–{}", clock(hours.starts), clock(hours.ends))
}

/// `15:00`, as forms have it.
fn clock(time: jiff::civil::Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The query that asks for a day and hours; everything else is as it is there.
fn asked(day: Day, hours: Hours) -> String {
    let clock = |time| clock(time).replace(':', "%3A");
    format!("dzien={day}&od={}&do={}", clock(hours.starts), clock(hours.ends))
}

/// Where a date is moved to these days and hours: its change with the preview of who is told what.
fn moved(id: SlotId, day: Day, hours: Hours) -> String {
    href(&format!("{}?{}", change_path(id), asked(day, hours)))
}

/// What was drawn, and of which opportunity it may become a date.
fn new_date((day, hours): (Day, Hours), offers: &[Choice<OpportunityId>]) -> impl IntoView + use<> {
    let (starts_at, ends_at) = hours.on(day);
    let query = asked(day, hours);
    let link = |offer: &Choice<OpportunityId>| {
        let to = href(&format!("{}/{}/terminy?{query}", base(), offer.id));
        view! { <li><a href=to>{offer.name.clone()}</a></li> }
    };
    view! {
        <section class="panel planning-new" aria-labelledby="nowy-termin">
            <div class="panel-head"><h2 id="nowy-termin" tabindex="-1">{t!("week-new", when = when(use_locale(), starts_at, ends_at))}</h2></div>
            <div class="panel-body stack">
                <p>{t!("week-new-which")}</p>
                <ul class="planning-offers">{offers.iter().map(link).collect_view()}</ul>
                <p><a class="btn ghost small" href=href(&format!("{}/nowa", base()))>{t!("week-new-offer")}</a></p>
            </div>
        </section>
    }
}
