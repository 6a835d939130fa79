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
use crate::pages::roles::needs;
use crate::wire::{read, when_there};
use act::Actions;
use domain::ids::{RoleId, SlotId};
use domain::locale::when;
use domain::problem::Problem;
use domain::view::{RoleSeats, StaffingView};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
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
    let query = use_query_map();
    let role = Memo::new(move |_| query.read().get("rola").and_then(|role| role.parse::<RoleId>().ok()));
    let first = read(
        move || (board.slot.get(), role.get()),
        |(id, role)| async move { api::staffing(id.ok_or(Problem::NotFound)?, role).await },
    );
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
    let (id, role) = (first.slot_id, first.role_id);
    let fresh = keep_fresh(first, move || live.tick(), move || api::staffing(id, role));
    let actions = Actions::new(id, role, fresh);
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
        {roles(view)}
        {move || actions.problem.get().map(|error| crate::components::message::problem_note(&error))}
    }
}

/// The roles of the date, how full each is; the way to the candidates of each.
fn roles(view: &StaffingView) -> Option<impl IntoView + use<>> {
    let (slot, shown) = (view.slot_id, view.role_id);
    let link = |role: &RoleSeats| {
        let to = href(&format!("/koordynacja/termin/{slot}?rola={}", role.id));
        let needs = needs(role.min_age, &role.requires).map(|needs| view! { <small>{needs}</small> });
        view! {
            <li>
                <a class="chip role-chip" href=to aria-current=(shown == Some(role.id)).then_some("true")>
                    <b>{role.name.clone()}</b>
                    {seats(role.taken, role.min_places, role.max_places, false)}
                    {needs}
                </a>
            </li>
        }
    };
    (!view.roles.is_empty()).then(|| view! {
        <nav class="role-chips" aria-label=t!("roles-title")><ul>{view.roles.iter().map(link).collect_view()}</ul></nav>
    })
}

/// What the parts of the page share.
type Shown = Fresh<StaffingView>;
