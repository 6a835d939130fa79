//! The calendar: agenda, day, three days, week, month; its state is the address.

pub mod api;
mod filters;
mod for_me;
pub mod grid;
pub mod keys;
mod lane;
mod month;
mod nothing;
pub mod query;

pub use api::browse;

use crate::components::html::Html;
use crate::components::icon::{family_class, icon};
use crate::components::message::problem_page;
use crate::components::paper::paper;
use crate::components::slot_card::slot_item;
use crate::components::subscribe::{calendar_path, subscribe};
use crate::html;
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use crate::parts::other_view as fetched_view;
use crate::wire::{read, when_there};
use domain::calendar::{CalendarSpan, Holiday, plus_days};
use domain::locale::{day_long, month_title, span_title, weekday_short};
use domain::time::Day;
use domain::view::{CalendarDay, CalendarView};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map, use_url};

/// The calendar.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let live = use_live();
    let params = use_query_map();
    let source = move || (query::read(&params.read()), live.slots(), live.claims());
    let view = read(source, |(query, ..)| api::browse(query));
    keep_filters();
    view! {
        <Title text=t!("title-calendar") />
        <main class="page page-wide" id="tresc" tabindex="-1">
            {move || when_there(async move {
                match &*view.by_ref().await {
                    Ok(view) => {
                        let content = if is_list(view) { agenda(view).into_any() } else { fetched_view(view).await };
                        calendar(view, content).into_any()
                    }
                    Err(error) => problem_page(error).into_any(),
                }
            })}
        </main>
    }
}

/// Whoever comes to the bare calendar finds the filters that they chose on this device, as with a whole page load.
fn keep_filters() {
    // Of this page: the address of the next one is there before the page goes.
    let url = use_url();
    let go = use_navigate();
    Effect::new(move |_| {
        if !url.with(|url| url.search().is_empty()) {
            return;
        }
        let cookies = web_sys::js_sys::Reflect::get(&document(), &"cookie".into()).ok();
        let cookies = cookies.and_then(|cookies| cookies.as_string()).unwrap_or_default();
        let kept = cookies.split("; ").find_map(|one| one.strip_prefix(query::COOKIE)?.strip_prefix('='));
        if let Some(kept) = kept.filter(|kept| !kept.is_empty()) {
            go(&href(&format!("/?{kept}")), NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    });
}

/// What most come for, so that it is there from the beginning.
fn is_list(view: &CalendarView) -> bool {
    view.for_me.is_none() && view.query.span == CalendarSpan::Agenda
}

/// What is shown otherwise than day after day.
pub fn other_view(view: &CalendarView) -> AnyView {
    match (&view.for_me, view.query.span) {
        (Some(fitting), _) => for_me::list(&view.query, fitting).into_any(),
        (None, CalendarSpan::Month) => month::month(view).into_any(),
        (None, _) => grid::grid(by_the_hour(view)).into_any(),
    }
}

fn calendar(view: &CalendarView, content: AnyView) -> impl IntoView + use<> {
    // A week and a month need the whole width.
    let arrangement = match view.query.span {
        CalendarSpan::Agenda | CalendarSpan::Day => "split aside-first",
        CalendarSpan::Days3 | CalendarSpan::Week | CalendarSpan::Month => "stack",
    };
    let touch = StoredValue::new(None);
    // Hours first: what has none stands below them.
    let by_hour = view.for_me.is_none() && view.query.span.is_by_hour();
    view! {
        <h1 class="sr">{t!("title-calendar")}</h1>
        <div class=arrangement>
            {filters::filters(view)}
            <div>
                {bar(view)}
                {filters::chosen(view)}
                <div class="cal-swipe" data-other-view=(!is_list(view)).then_some("") on:pointerdown=move |event| keys::touched(touch, &event) on:pointerup=move |event| keys::released(touch, &event)>
                    {(view.query.span != CalendarSpan::Month).then(|| strip(view))}
                    {(!by_hour).then(|| lane::lane(view))}
                    {content}
                    {by_hour.then(|| lane::lane(view))}
                </div>
                {nothing::nothing(view)}
                {paper(&query::write(&view.query), &query::file(&view.query), &[])}
                {subscribe(&calendar_path(&view.query))}
            </div>
        </div>
    }
}

const fn by_the_hour(view: &CalendarView) -> grid::Shown<'_> {
    grid::Shown { query: &view.query, today: view.today, days: view.days.as_slice(), page: "/termin" }
}

/// What is shown, going back and forth, and the ways to look at it.
fn bar(view: &CalendarView) -> impl IntoView + use<> {
    let query = &view.query;
    let day = query.day.unwrap_or(view.today);
    let turned = |direction| href(&query::on(query, query.span.turn(day, direction)));
    let today = href(&query::on(query, view.today));
    let movement = html!(
        "<span class=\"cal-move\"><a class=\"btn ghost small icon-only\" href=\"" {turned(-1)} "\">" {icon("chevron-left")}
        "<span class=\"sr\">" {t!("earlier")} "</span></a>"
        "<a class=\"btn ghost small\" href=\"" {today} "\">" {t!("today")} "</a>"
        "<a class=\"btn ghost small icon-only\" href=\"" {turned(1)} "\">" {icon("chevron-right")}
        "<span class=\"sr\">" {t!("later")} "</span></a></span>"
    );
    let spans = [
        CalendarSpan::Agenda,
        CalendarSpan::Day,
        CalendarSpan::Days3,
        CalendarSpan::Week,
        CalendarSpan::Month,
    ];
    let spans = spans.map(|span| {
        let (to, label) = (query::looked_at(query, span), t!(&format!("span-{}", span.code())));
        choice(&to, span == query.span, &label)
    });
    let spans = html!("<nav class=\"switch spans\" aria-label=\"" {t!("span-label")} "\">" {Vec::from(spans)} "</nav>");
    view! {
        <div class="cal-bar">
            <h2 class="cal-range" tabindex="-1" aria-live="polite">{span_title(use_locale(), query.span, day)}</h2>
            {movement}
            {spans}
            {for_me::switch(view)}
            {for_me::mine(view)}
        </div>
    }
}

/// One of several ways to look at the calendar.
fn choice(to: &str, chosen: bool, label: &str) -> Html {
    let current = chosen.then(|| html!(" aria-current=\"page\""));
    html!("<a href=\"" {href(to)} "\"" {current} ">" {label} "</a>")
}

/// The asked day's week; a dot for each slot, up to three.
fn strip(view: &CalendarView) -> Html {
    let locale = use_locale();
    let asked = view.query.day.unwrap_or(view.today);
    let item = |(day, count): &(Day, i64)| {
        let class = match day.cmp(&view.today) {
            std::cmp::Ordering::Less => "week-day past",
            std::cmp::Ordering::Equal => "week-day today",
            std::cmp::Ordering::Greater => "week-day",
        };
        let pips: Vec<Html> = (0..(*count).min(3)).map(|_| html!("<i class=\"pip\"></i>")).collect();
        let label = format!("{}, {}", day_long(locale, *day), t!("slot-count", count = *count));
        let current = (*day == asked).then(|| html!(" aria-current=\"date\""));
        let weekday = weekday_short(locale, day.0.weekday().to_monday_one_offset());
        html!(
            "<li><a class=\"" {class} "\" href=\"" {href(&query::on(&view.query, *day))} "\"" {current} ">"
            "<span aria-hidden=\"true\">" {weekday} "</span><b aria-hidden=\"true\">" {day.0.day().to_string()} "</b>"
            "<span class=\"pips\" aria-hidden=\"true\">" {pips} "</span><span class=\"sr\">" {label} "</span></a></li>"
        )
    };
    let turned = |days| href(&query::on(&view.query, plus_days(asked, days)));
    let days: Vec<Html> = view.strip.iter().map(item).collect();
    html!(
        "<nav class=\"week-strip\" aria-label=\"" {t!("strip-label")} "\">"
        "<a class=\"week-move\" href=\"" {turned(-7)} "\">" {icon("chevron-left")} "<span class=\"sr\">" {t!("week-before")} "</span></a>"
        "<ol>" {days} "</ol>"
        "<a class=\"week-move\" href=\"" {turned(7)} "\">" {icon("chevron-right")} "<span class=\"sr\">" {t!("week-after")} "</span></a></nav>"
    )
}

fn agenda(view: &CalendarView) -> impl IntoView + use<> {
    let today = view.today;
    let days = view.days.iter().filter(|day| day.count > 0).map(|day| agenda_day(day, today)).collect_view();
    let next = view.next.map(|next| {
        let to = href(&query::on(&view.query, next));
        html!("<nav class=\"pager\"><a class=\"btn ghost\" href=\"" {to} "\">" {t!("agenda-next")} "</a></nav>")
    });
    view! {
        <div class="agenda">{days}</div>
        {next}
    }
}

fn agenda_day(day: &CalendarDay, today: Day) -> Html {
    let locale = use_locale();
    let date = day.day.0;
    let weekday =
        domain::locale::text(locale, &format!("weekday-{}", date.weekday().to_monday_one_offset()), &[]);
    let class = if day.day == today { "day-head today" } else { "day-head" };
    let cards: Vec<Html> = day.slots.iter().map(|slot| slot_item(slot, false, None)).collect();
    html!(
        "<section class=\"day\"><h3 class=\"" {class} "\"><span class=\"day-num\">" {date.day().to_string()} "</span>"
        "<span class=\"day-name\">" {weekday} " <small>" {month_title(locale, day.day)} "</small></span>"
        {day.holiday.map(holiday)}
        "<span class=\"day-count\">" {t!("slot-count", count = day.count)} "</span></h3>"
        "<ul class=\"day-slots\">" {cards} "</ul></section>"
    )
}

/// The tag of a public holiday.
fn holiday(holiday: Holiday) -> Html {
    html!("<span class=\"tag quiet\">" {t!(&format!("holiday-{}", holiday.code()))} "</span>")
}

/// The reader could come, and without somebody more it is not worth while.
fn urgent(slot: &domain::view::SlotCard) -> bool {
    slot.standing == domain::view::Standing::Open && slot.missing() > 0
}

/// The class of a small mark in month and week.
fn event_class(base: &str, slot: &domain::view::SlotCard) -> String {
    use domain::view::Standing;
    let state = match &slot.standing {
        Standing::Mine { .. } => " mine",
        Standing::Open if urgent(slot) => " urgent",
        _ => "",
    };
    format!("{base} {}{state}", family_class(slot.kind.family))
}
