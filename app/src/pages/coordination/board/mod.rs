//! The live dashboard: who waits, how full the next days are, what is short of people, what was just decided.

mod changes;
mod facts;
mod keys;
mod refuse;
mod row;
mod rows;
mod side;
mod state;
mod toasts;

use crate::components::fresh::loaded;
use crate::components::icon::icon;
use crate::components::message::{empty, problem_note};
use crate::forms::FormAction;
use crate::links::href;
use crate::live::{Connection, use_live};
use crate::pages::coordination::api::{self, ApproveClaim, RefuseClaim};
use crate::pages::coordination::keys as keys_of;
use crate::pages::coordination::slots::{self, OpenSlots};
use crate::wire::read;
use domain::view::Dashboard;
use leptos::prelude::*;
use leptos_meta::Title;
use refuse::RefuseForm;
use state::{Board, Refusing};

/// The coordinator's live dashboard.
#[component]
pub fn DashboardPage() -> impl IntoView {
    let first = read(|| (), |()| api::dashboard());
    let nowhere = Memo::new(|_| None);
    let page = move |open| {
        view! {
            <div class="desk">
                {slots::overview(open)}
                <div class="desk-list">{slots::list(open)}</div>
                {loaded(first, move |first| view! { <Claims first open /> }.into_any())}
            </div>
        }
        .into_any()
    };
    view! {
        <Title text=t!("board-title") />
        <main class="page page-full" id="tresc" tabindex="-1">
            <Head />
            {slots::with_board(nowhere, page)}
        </main>
    }
}

#[component]
fn Head() -> impl IntoView {
    let live = use_live();
    view! {
        <header class="board-head">
            <h1>{t!("board-title")}</h1>
            <a class="btn small ghost" href=href("/koordynacja/tydzien")>{icon("calendar")}{t!("week-way")}</a>
            <span class="push live" class:off=move || live.connection() != Connection::On role="status">
                {move || match live.connection() {
                    Connection::On => t!("board-live"),
                    Connection::Lost => t!("board-live-lost"),
                    Connection::Off => t!("board-live-off"),
                }}
            </span>
        </header>
    }
}

/// Who waits, what is at risk, what was just decided.
#[component]
fn Claims(first: Dashboard, open: OpenSlots) -> impl IntoView {
    let board = Board::new(first);
    keys_of::listen(move |key| keys::act(board, key));
    // Problems of plain forms, sent before the program ran in the browser.
    let approved = FormAction::<ApproveClaim>::new().value().get_untracked();
    let refused = FormAction::<RefuseClaim>::new().value().get_untracked();
    let problem = approved.or(refused).and_then(Result::err);
    view! {
        <div class="desk-main">
            {problem.map(|error| problem_note(&error))}
            {side::handed_in(board)}
            <Waiting board />
        </div>
        <div class="desk-side stack">
            {changes::agreements(board)}
            {changes::stepped_back(board)}
            {slots::at_risk(open)}
            {side::automatic(board)}
            {side::recent(board)}
        </div>
        {toasts::toasts(board)}
    }
}

#[component]
fn Waiting(board: Board) -> impl IntoView {
    let ids = Memo::new(move |_| {
        board.rows.with(|rows| rows.iter().map(|row| row.claim.claim_id).collect::<Vec<_>>())
    });
    let total = Memo::new(move |_| board.fresh.view.with(|view| (view.waiting.len(), view.waiting_total)));
    view! {
        <section class="panel" id="czekaja" aria-labelledby="czekaja-h">
            <header class="panel-head">
                <h2 id="czekaja-h">{t!("board-waiting")}</h2>
                <span class="count">{move || total.get().1}</span>
            </header>
            <Bulk board />
            <ol
                class="claims"
                aria-label=t!("board-waiting-list")
                on:pointerenter=move |_| board.pointer(true)
                on:pointerleave=move |_| board.pointer(false)
            >
                <For each=move || ids.get() key=|id| *id let:id>
                    <row::ClaimRow board id />
                </For>
            </ol>
            {move || {
                ids.with(Vec::is_empty)
                    .then(|| view! { <div class="panel-body">{empty(&t!("board-none-waiting"), &t!("board-none-waiting-text"), None)}</div> })
            }}
            <footer class="panel-foot">
                {move || {
                    let (shown, total) = total.get();
                    i64::try_from(shown).is_ok_and(|shown| shown < total)
                        .then(|| view! { <p>{t!("board-more-waiting", shown = shown, total = total)}</p> })
                }}
                {keys_of::help(keys::KEYS)}
            </footer>
        </section>
    }
}

/// What is done with everyone chosen.
#[component]
fn Bulk(board: Board) -> impl IntoView {
    let count = Memo::new(move |_| board.chosen.with(std::collections::BTreeSet::len));
    let waiting =
        Memo::new(move |_| board.rows.with(|rows| rows.iter().filter(|row| row.fate.waits()).count()));
    let none = move || count.get() == 0;
    view! {
        <div class="bulk">
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || { count.get() > 0 && count.get() == waiting.get() }
                    on:change=move |event| board.choose_all(event_target_checked(&event))
                />
                <span>{t!("board-select-all")}</span>
            </label>
            <span role="status">{move || (!none()).then(|| t!("board-selected", count = count.get()))}</span>
            <button class="btn small push" type="button" disabled=none on:click=move |_| board.decide(Refusing::Chosen, None)>
                {move || t!("board-approve-selected", count = count.get())}
            </button>
            <button
                class="btn small ghost"
                type="button"
                disabled=none
                aria-expanded=move || (board.refusing.get() == Refusing::Chosen).to_string()
                on:click=move |_| board.refusing.set(Refusing::Chosen)
            >
                {move || t!("board-refuse-selected", count = count.get())}
            </button>
        </div>
        <Show when=move || board.refusing.get() == Refusing::Chosen>
            <div class="panel-body">
                <RefuseForm board whom=Refusing::Chosen />
            </div>
        </Show>
    }
}
