//! Dates before they are saved: in words, and on a small calendar.

use crate::i18n::use_locale;
use domain::calendar::{LeftOut, days_between, monday, plus_days};
use domain::locale::{day_short, left_out_words, month_title, weekday_short};
use domain::time::Day;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Months that are drawn; the words name every date.
const MONTHS: usize = 12;

/// The months that have dates or left-out days, each as a table.
pub(super) fn calendar(dates: &[Day], left_out: &[(Day, LeftOut)]) -> impl IntoView + use<> {
    let (on, off): (BTreeSet<Day>, BTreeSet<Day>) =
        (dates.iter().copied().collect(), left_out.iter().map(|(day, _)| *day).collect());
    let months: BTreeSet<Day> = on.union(&off).map(|day| day.0.first_of_month().into()).collect();
    let months = months.into_iter().take(MONTHS).map(|first| month(first, &on, &off)).collect_view();
    view! { <div class="mini-months">{months}</div> }
}

fn month(first: Day, on: &BTreeSet<Day>, off: &BTreeSet<Day>) -> impl IntoView + use<> {
    let locale = use_locale();
    let last = Day(first.0.last_of_month());
    let days: Vec<Day> = days_between(monday(first), plus_days(monday(last), 6)).collect();
    let cell = |day: &Day| {
        let own = (first..=last).contains(day);
        let (class, words) = match (own && on.contains(day), own && off.contains(day)) {
            (true, _) => ("on", Some(t!("dates-title"))),
            (_, true) => ("off", Some(t!("dates-left-title"))),
            _ => ("", None),
        };
        let number = own.then(|| day.0.day());
        let words = words.map(|words| view! { <span class="sr">{format!(" – {words}")}</span> });
        view! { <td class=class>{number}{words}</td> }
    };
    let rows = days.chunks(7).map(|week| view! { <tr>{week.iter().map(cell).collect_view()}</tr> });
    let head = (1..=7).map(|day: i8| view! { <th scope="col">{weekday_short(locale, day)}</th> });
    view! {
        <table class="mini-month">
            <caption>{month_title(locale, first)}</caption>
            <thead><tr>{head.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// Days that are left out, each with the reason. Those that somebody chose can be brought back.
pub(super) fn left_out(left: &[(Day, LeftOut)], removable: bool) -> impl IntoView + use<> {
    let locale = use_locale();
    let row = |(day, reason): &(Day, LeftOut)| {
        let words = day_short(locale, *day);
        let bring = (removable && *reason == LeftOut::Chosen)
            .then(|| toggle(*day, t!("dates-bring"), t!("dates-bring-label", day = words.clone())));
        view! {
            <li class="off">
                <span><s>{words}</s>" – "{left_out_words(locale, *reason)}</span>
                {bring}
            </li>
        }
    };
    let rows = left.iter().map(row).collect_view();
    (!left.is_empty()).then(|| view! { <h3>{t!("dates-left-title")}</h3> <ul class="dates">{rows}</ul> })
}

/// Leaves a day out of what is asked for, or takes it in again: a button of the form above.
pub(super) fn toggle(day: Day, words: String, label: String) -> impl IntoView {
    view! {
        <button class="btn small quiet" form="terminy" name="toggle" value=day.to_string() aria-label=label>{words}</button>
    }
}
