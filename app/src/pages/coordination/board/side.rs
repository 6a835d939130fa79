//! Beside the waiting claims: the next eight days, what is short of people, what was just decided.

use super::state::Board;
use crate::components::icon::family_class;
use crate::components::slot_card::{claim_class, fill_class};
use crate::i18n::use_locale;
use crate::links::href;
use domain::claim::ClaimState;
use domain::locale::{day_long, time, weekday_short, when};
use domain::view::{CoverageDay, GapSlot, RecentDecision};
use leptos::prelude::*;

/// Gaps shown before the fold.
const SHOWN_GAPS: usize = 10;

/// Coverage of today and the next seven days; each day opens in the calendar.
pub fn days(board: Board) -> impl IntoView {
    let days = Memo::new(move |_| board.fresh.view.with(|view| view.days.clone()));
    view! {
        <ol class="days8" aria-label=t!("board-days")>
            {move || days.get().iter().enumerate().map(|(n, day)| one_day(day, n == 0)).collect_view()}
        </ol>
    }
}

fn one_day(day: &CoverageDay, today: bool) -> impl IntoView + use<> {
    let locale = use_locale();
    let label = t!(
        "board-day-label",
        day = day_long(locale, day.day),
        taken = day.taken,
        places = day.places,
        short = day.under_minimum
    );
    let name =
        format!("{} {}", weekday_short(locale, day.day.0.weekday().to_monday_one_offset()), day.day.0.day());
    let fill = if day.places == 0 {
        t!("board-day-none")
    } else {
        t!("board-day-fill", taken = day.taken, places = day.places)
    };
    view! {
        <li>
            <a
                class="day8"
                href=href(&format!("/?widok=day&dzien={}", day.day))
                aria-current=today.then_some("date")
                aria-label=label
            >
                <b>{name}</b>
                <span class="bar" class:short=day.under_minimum.is_positive()>
                    <span class=if day.places == 0 { "bar-fill fill-0".to_owned() } else { fill_class(day.taken, day.places) }></span>
                </span>
                <span>{fill}</span>
                {(day.under_minimum > 0).then(|| view! { <span class="short-by">{t!("board-day-short", count = day.under_minimum)}</span> })}
            </a>
        </li>
    }
}

/// Slots with free places, those below their minimum first; each opens who could take them.
pub fn gaps(board: Board) -> impl IntoView {
    let gaps = Memo::new(move |_| board.fresh.view.with(|view| view.gaps.clone()));
    view! {
        <section class="panel" id="braki" aria-labelledby="braki-h">
            <header class="panel-head">
                <h2 id="braki-h">{t!("board-gaps")}</h2>
                <span class="count">{move || gaps.with(Vec::len)}</span>
                <small class="soft push">{t!("board-gaps-first")}</small>
            </header>
            {move || gaps.with(|gaps| gap_lists(gaps))}
        </section>
    }
}

fn gap_lists(gaps: &[GapSlot]) -> AnyView {
    if gaps.is_empty() {
        return view! { <p class="panel-body soft">{t!("board-gaps-none")}</p> }.into_any();
    }
    let (first, rest) = gaps.split_at(gaps.len().min(SHOWN_GAPS));
    let list = |gaps: &[GapSlot]| view! { <ul class="gaps">{gaps.iter().map(gap).collect_view()}</ul> };
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="fold panel-foot">
                <summary>{t!("board-gaps-more", count = rest.len())}</summary>
                {list(rest)}
            </details>
        }
    });
    view! { {list(first)}{more} }.into_any()
}

fn gap(gap: &GapSlot) -> impl IntoView + use<> {
    let missing = gap.min_places - gap.taken;
    view! {
        <li>
            <a
                class=format!("gap {}", family_class(gap.kind.family))
                href=href(&format!("/koordynacja/termin/{}", gap.slot_id))
            >
                <div>
                    <b>{gap.title.clone()}</b>
                    <small>{when(use_locale(), gap.starts_at, gap.ends_at)}" · "{gap.organisation.clone()}</small>
                </div>
                <span class="gap-end">
                    <span class="num">{t!("board-day-fill", taken = gap.taken, places = gap.max_places)}</span>
                    {(missing > 0).then(|| view! { <span class="tag urgent">{t!("seats-missing", count = missing)}</span> })}
                    {(gap.waiting > 0).then(|| view! { <span class="tag wait">{t!("board-gap-waiting", count = gap.waiting)}</span> })}
                </span>
            </a>
        </li>
    }
}

/// Decisions of the last minutes, with a way back while there is one.
pub fn recent(board: Board) -> impl IntoView {
    let recent = Memo::new(move |_| board.fresh.view.with(|view| view.recent.clone()));
    view! {
        <section class="panel" aria-labelledby="ostatnie-h">
            <header class="panel-head">
                <h2 id="ostatnie-h">{t!("board-recent")}</h2>
            </header>
            {move || {
                recent.with(Vec::is_empty).then(|| view! { <p class="panel-body soft">{t!("board-recent-none")}</p> })
            }}
            <ul class="list">
                {move || recent.get().into_iter().map(|decision| one_decision(board, decision)).collect_view()}
            </ul>
        </section>
    }
}

fn one_decision(board: Board, decision: RecentDecision) -> impl IntoView {
    let state = decision.state;
    let words =
        if state == ClaimState::Refused { t!("board-fate-refused") } else { t!("board-fate-approved") };
    let (id, name) = (decision.claim_id, decision.name.clone());
    view! {
        <li>
            <div class="grow">
                <b>{decision.name}</b>
                " "
                <span class=claim_class(state)>{words}</span>
                <br />
                <small class="soft">{decision.title}" · "{t!("board-recent-by", name = decision.by, time = time(decision.at))}</small>
            </div>
            {decision.can_undo.then(|| view! {
                <button
                    class="btn small quiet"
                    type="button"
                    aria-label=t!("board-undo-name", name = name.clone())
                    on:click=move |_| board.take_back_one(id, name.clone())
                >
                    {t!("board-undo")}
                </button>
            })}
        </li>
    }
}
