//! A year at a glance: twelve small months, each day with how well it is covered.

use super::{part, week_path};
use crate::components::fresh::{keep_fresh, loaded};
use crate::components::icon::icon;
use crate::components::message::empty;
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use crate::pages::coordination::api;
use crate::wire::read;
use domain::calendar::{CalendarSpan, days_between, holiday, school_break};
use domain::locale::{Locale, day_long, month_title, text, weekday_short};
use domain::time::Day;
use domain::view::{Cover, YearDay, YearPlan};
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

/// The page.
#[component]
pub fn YearPage() -> impl IntoView {
    let params = use_query_map();
    let asked = move || params.read().get("rok").and_then(|year| year.parse::<i16>().ok());
    let first = read(asked, api::planned_year);
    view! {
        <Title text=t!("year-way") />
        <main class="page page-wide" id="tresc" tabindex="-1">
            {loaded(first, |first| page(first).into_any())}
        </main>
    }
}

/// A year's address.
pub(super) fn year_path(year: i16) -> String {
    format!("/{}/rok?rok={year}", part())
}

fn page(first: YearPlan) -> impl IntoView {
    let live = use_live();
    let year = first.year;
    let fresh =
        keep_fresh(first, move || live.slots() + live.claims(), move || api::planned_year(Some(year)));
    let turned = |years| href(&year_path(year + years));
    view! {
        <div class="page-head">
            <div><h1>{t!("year-title", year = year.to_string())}</h1><p class="lede">{t!("year-lede")}</p></div>
            <div class="btn-row">
                <a class="btn ghost icon-only" href=turned(-1)>{icon("chevron-left")}<span class="sr">{t!("year-before", year = (year - 1).to_string())}</span></a>
                <a class="btn ghost icon-only" href=turned(1)>{icon("chevron-right")}<span class="sr">{t!("year-after", year = (year + 1).to_string())}</span></a>
                <a class="btn ghost" href=href(&format!("/{}/tydzien", part()))>{icon("calendar")}{t!("week-way")}</a>
            </div>
        </div>
        {legend()}
        {move || fresh.view.with(sums)}
        <div class="year">{move || fresh.view.with(months)}</div>
    }
}

fn legend() -> impl IntoView {
    let mark = |class: &'static str, key: &'static str| {
        view! { <li><span class=format!("year-mark {class}") aria-hidden="true"></span>{t!(key)}</li> }
    };
    let covers = Cover::ALL.map(|cover| {
        let words = t!(&format!("year-cover-{}", cover.code()));
        view! { <li><span class=format!("year-mark {}", cover.code()) aria-hidden="true"></span>{words}</li> }
    });
    view! {
        <ul class="year-legend" aria-label=t!("year-legend")>
            {covers.collect_view()}
            {mark("holiday", "year-holiday")}
            {mark("school", "year-school")}
        </ul>
    }
}

/// The year in one line, or what to do where it is empty.
fn sums(view: &YearPlan) -> AnyView {
    if view.days.is_empty() {
        let way_on = (href(&format!("/{}/tydzien", part())), t!("week-way"));
        return empty(&t!("year-none"), &t!("year-none-text"), Some(way_on)).into_any();
    }
    let dates: i64 = view.days.iter().map(|day| day.dates).sum();
    let missing: i64 = view.days.iter().filter(|day| day.day >= view.today).map(|day| day.missing).sum();
    let ahead = (missing > 0).then(|| t!("year-missing", count = missing));
    view! { <p class="year-sums"><b>{t!("year-dates", count = dates)}</b>{ahead.map(|words| format!(" {words}"))}</p> }
        .into_any()
}

fn months(view: &YearPlan) -> impl IntoView + use<> {
    let months = (1..=12).filter_map(|month| Date::new(view.year, month, 1).ok());
    months.map(|first| month(view, Day(first))).collect_view()
}

fn month(view: &YearPlan, first: Day) -> impl IntoView + use<> {
    let locale = use_locale();
    let (from, until) = CalendarSpan::Month.days(first);
    let days: Vec<Day> = days_between(from, until).collect();
    let head = (1..=7).map(|day: i8| {
        let long = text(locale, &format!("weekday-{day}"), &[]);
        view! { <th scope="col"><span aria-hidden="true">{weekday_short(locale, day)}</span><span class="sr">{long}</span></th> }
    });
    let rows = days.chunks(7).map(|week| {
        let cells = week.iter().map(|day| {
            (day.0.month() == first.0.month())
                .then(|| cell(view, *day))
                .map_or_else(|| view! { <td></td> }.into_any(), IntoAny::into_any)
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <table class="year-month">
            <caption>{month_title(locale, first)}</caption>
            <thead><tr>{head.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn cell(view: &YearPlan, day: Day) -> impl IntoView + use<> {
    let locale = use_locale();
    let found = view.days.binary_search_by_key(&day, |known| known.day).ok();
    let found = found.and_then(|index| view.days.get(index)).copied();
    let weekend = day.0.weekday().to_monday_zero_offset() >= 5;
    let mut class = String::new();
    for (applies, name) in [
        (holiday(day).is_some(), " holiday"),
        (school_break(day).is_some(), " school"),
        (weekend, " weekend"),
        (day == view.today, " today"),
    ] {
        if applies {
            class.push_str(name);
        }
    }
    let number = day.0.day();
    let inside = if let Some(found) = found {
        let to = href(&format!("{}#dzien-{day}", week_path(day)));
        let class = format!("year-day {}", found.cover().code());
        view! { <a class=class href=to aria-label=said(locale, found)>{number}</a> }.into_any()
    } else {
        let marks = marks(day);
        let said = (!marks.is_empty())
            .then(|| view! { <span class="sr">{format!(", {}", marks.join(", "))}</span> });
        view! { <span class="year-day">{number}{said}</span> }.into_any()
    };
    let current = (day == view.today).then_some("date");
    view! { <td class=class aria-current=current>{inside}</td> }
}

/// The public holiday and the school break on a day.
fn marks(day: Day) -> Vec<String> {
    let public = holiday(day).map(|holiday| t!(&format!("holiday-{}", holiday.code())));
    let school = school_break(day).map(|school| t!(&format!("school-{}", school.code())));
    public.into_iter().chain(school).collect()
}

/// A day in words: which, what is on it, how many dates, how well they are covered.
fn said(locale: Locale, found: YearDay) -> String {
    let mut said = vec![day_long(locale, found.day)];
    said.extend(marks(found.day));
    said.push(t!("dates-number", count = found.dates));
    said.push(t!(&format!("year-cover-{}", found.cover().code())));
    if found.missing > 0 {
        said.push(t!("seats-missing", count = found.missing));
    }
    said.join(", ")
}
