//! The coming four weeks as a picture: how many people each day needs, and how many are in sight.

use super::query;
use crate::i18n::use_locale;
use crate::links::href;
use domain::ids::SlotId;
use domain::locale::{day_long, weekday_short};
use domain::time::Day;
use domain::view::{BoardQuery, BoardView, DayCover};
use leptos::prelude::*;

/// The height of the picture of the fullest day.
const HEIGHT: i64 = 40;

/// A column for each day; it opens the day's slots and plan.
pub fn timeline(view: &BoardView, slot: Option<SlotId>) -> impl IntoView + use<> {
    let most = view.days.iter().map(|day| day.needed).max().unwrap_or_default().max(1);
    let days = view.days.iter().map(|day| column(day, most, slot, &view.query, view.today)).collect_view();
    let legend = ["taken", "offered", "suggested", "empty"].map(|part| {
        view! { <li class=format!("part-{part}")><i></i>{t!(&format!("cover-{part}"))}</li> }
    });
    view! {
        <section class="timeline" aria-label=t!("cover-title")>
            <ol class="cover">{days}</ol>
            <ul class="legend" aria-hidden="true">{legend.collect_view()}</ul>
        </section>
    }
}

fn column(
    day: &DayCover,
    most: i64,
    slot: Option<SlotId>,
    asked: &BoardQuery,
    today: Day,
) -> impl IntoView + use<> {
    let locale = use_locale();
    let chosen = asked.day == Some(day.day);
    let weekday = day.day.0.weekday().to_monday_one_offset();
    let to = BoardQuery { day: (!chosen).then_some(day.day), ..asked.clone() };
    let label = t!(
        "cover-day",
        day = day_long(locale, day.day),
        needed = day.needed,
        taken = day.taken,
        offered = day.offered,
        suggested = day.suggested,
        empty = day.empty()
    );
    let class = match (day.day == today, weekday > 5 || day.holiday.is_some()) {
        (true, _) => "cover-day today",
        (false, true) => "cover-day free",
        (false, false) => "cover-day",
    };
    let date = day.day.0;
    let number = if date.day() == 1 { format!("1.{}", date.month()) } else { date.day().to_string() };
    view! {
        <li>
            <a class=class href=href(&query::write(slot, &to)) aria-current=chosen.then_some("true") aria-label=label>
                {picture(day, most)}
                <b aria-hidden="true">{number}</b>
                <small aria-hidden="true">{weekday_short(locale, weekday)}</small>
                {(day.empty() > 0).then(|| view! { <span class="cover-empty" aria-hidden="true">{format!("−{}", day.empty())}</span> })}
            </a>
        </li>
    }
}

/// From the ground up: who is there, who was asked, whom the plan suggests, nobody.
fn picture(day: &DayCover, most: i64) -> impl IntoView + use<> {
    let parts = [
        ("part-taken", day.taken),
        ("part-offered", day.offered),
        ("part-suggested", day.suggested),
        ("part-empty", day.empty()),
    ];
    let mut below = 0;
    let rects = parts.map(|(class, people)| {
        let (from, to) = (below * HEIGHT / most, (below + people) * HEIGHT / most);
        below += people;
        (people > 0).then(|| {
            view! { <rect class=class x="1" width="10" y=(HEIGHT - to).to_string() height=(to - from).max(1).to_string() rx="1.5"></rect> }
        })
    });
    view! {
        <svg class="cover-bar" viewBox=format!("0 0 12 {HEIGHT}") aria-hidden="true" focusable="false">
            {rects.collect_view()}
        </svg>
    }
}
