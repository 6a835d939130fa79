//! Nothing matches: what does, nearby.

use super::{filters, query};
use crate::components::html::Html;
use crate::components::message::empty;
use crate::html;
use crate::i18n::use_locale;
use crate::links::href;
use domain::calendar::CalendarSpan;
use domain::locale::day_short;
use domain::view::{CalendarQuery, CalendarView, Narrowing};
use leptos::prelude::*;

/// The nearest day on which something matches, and what there would be without one of the filters.
pub fn nothing(view: &CalendarView) -> Option<impl IntoView + use<>> {
    let over = view.days.iter().any(|day| !day.over.is_empty());
    if view.for_me.is_some() || over || !view.windows.is_empty() || view.days.iter().any(|day| day.count > 0)
    {
        return None;
    }
    let (locale, query) = (use_locale(), &view.query);
    let way_on = match view.nearest {
        _ if query.mine => {
            let everything = CalendarQuery { mine: false, ..query.clone() };
            Some((href(&query::write(&everything)), t!("nothing-mine-all")))
        }
        Some(day) => {
            Some((href(&query::on(query, day)), t!("nothing-nearest", day = day_short(locale, day))))
        }
        None if query.is_filtered() => Some((href(&query::cleared(query)), t!("filters-clear"))),
        None => None,
    };
    let text = match (query.mine, query.is_filtered()) {
        (true, _) => t!("nothing-mine"),
        (false, true) => t!("nothing-filtered"),
        (false, false) => t!("nothing-here"),
    };
    let way = |(narrowing, count): &(Narrowing, i64)| {
        let words = t!("nothing-without", what = filters::value(view, *narrowing), count = *count);
        let to = href(&query::write(&query.clone().without(*narrowing)));
        html!("<li><a href=\"" {to} "\">" {words} "</a></li>")
    };
    let ways = (!view.ways.is_empty()).then(|| {
        let ways: Vec<Html> = view.ways.iter().map(way).collect();
        html!("<div class=\"nothing-ways\"><p>" {t!("nothing-ways")} "</p><ul>" {ways} "</ul></div>")
    });
    // In a month the days stand there anyway.
    let quiet = query.span == CalendarSpan::Month && !query.is_filtered() && !query.mine;
    (!quiet).then(|| view! { {empty(&t!("nothing-title"), &text, way_on)}{ways} })
}
