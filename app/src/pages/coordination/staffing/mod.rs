//! One date: who has a seat, who is suggested, who else could come, and why not the others.

mod act;
mod keys;
mod people;
mod queue;
mod why;
mod words;

use super::api;
use super::slots::{self, OpenSlots, with_board};
use crate::components::fresh::{Fresh, keep_fresh};
use crate::components::icon::icon;
use crate::components::message::problem_page;
use crate::components::slot_card::{kind_mark, seats};
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use crate::wire::{read, when_there};
use act::Actions;
use domain::ids::SlotId;
use domain::locale::when;
use domain::problem::Problem;
use domain::view::StaffingView;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
pub use people::better_use;
use std::time::Duration;

/// A look at a slot is told again this often, while the page is open.
const LOOK_AGAIN: Duration = Duration::from_mins(1);

/// Who could help on one date.
#[component]
pub fn StaffingPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("id").and_then(|id| id.parse::<SlotId>().ok()));
    view! {
        <Title text=t!("staffing-title") />
        <main class="page page-full" id="tresc" tabindex="-1">
            <a class="back" href=href("/koordynacja")>{icon("chevron-left")}{t!("nav-dashboard")}</a>
            {with_board(id, move |board| page(board).into_any())}
        </main>
    }
}

fn page(board: OpenSlots) -> impl IntoView {
    let first =
        read(move || board.slot.get(), |id| async move { api::staffing(id.ok_or(Problem::NotFound)?).await });
    view! {
        <div class="desk chosen">
            {slots::overview(board)}
            <div class="desk-list">{slots::list(board)}</div>
            {move || when_there(async move {
                match first.await {
                    Ok(first) => view! { <Staffing first board /> }.into_any(),
                    Err(error) => view! { <div class="desk-main">{problem_page(&error)}</div> }.into_any(),
                }
            })}
        </div>
    }
}

#[component]
fn Staffing(first: StaffingView, board: OpenSlots) -> impl IntoView {
    let live = use_live();
    let id = first.slot_id;
    let fresh = keep_fresh(first, move || live.tick(), move || api::staffing(id));
    let actions = Actions::new(id, fresh);
    keys::listen(actions, board);
    look(id);
    view! {
        <div class="desk-main stack">
            {move || fresh.view.with(|view| head(view, actions))}
            {people::seated(fresh, actions)}
            {queue::queue(fresh)}
            {people::candidates(fresh, actions)}
            {keys::help()}
        </div>
        <div class="desk-side stack">{why::why(fresh, actions, board)}</div>
        {act::toasts(actions)}
    }
}

/// Tells the other coordinators, now and as long as the page is open.
fn look(id: SlotId) {
    let tell = move || {
        spawn_local(async move {
            // Who looks is a courtesy; without it the page works as well.
            let _ = api::look_at(id).await;
        });
    };
    Effect::new(move |_| {
        tell();
        if let Ok(timer) = set_interval_with_handle(tell, LOOK_AGAIN) {
            on_cleanup(move || timer.clear());
        }
    });
}

fn head(view: &StaffingView, actions: Actions) -> impl IntoView + use<> {
    let offer = format!("/koordynacja/oferty/{}#termin-{}", view.opportunity_id, view.slot_id);
    let looking = (!view.looking.is_empty()).then(|| {
        view! { <p class="note" role="status">{icon("eye")}<span>{t!("slots-looking", name = view.looking.join(", "))}</span></p> }
    });
    let closed = (!view.open)
        .then(|| view! { <p class="note wait">{icon("info")}<span>{t!("staffing-closed")}</span></p> });
    view! {
        <div class="page-head">
            <div>
                {kind_mark(&view.kind)}
                <h1 tabindex="-1">{view.title.clone()}</h1>
                <p class="lede">
                    {when(use_locale(), view.starts_at, view.ends_at)}" · "{view.organisation.clone()}
                </p>
                <p class="row">
                    {seats(view.taken, view.min_places, view.max_places, false)}
                    <strong>{t!("staffing-eligible", count = i64::from(view.eligible))}</strong>
                </p>
            </div>
            <div class="btn-row"><a class="btn ghost small" href=href(&offer)>{t!("staffing-open")}</a></div>
        </div>
        {looking}
        {closed}
        {move || actions.problem.get().map(|error| crate::components::message::problem_note(&error))}
    }
}

/// What the parts of the page share.
type Shown = Fresh<StaffingView>;
