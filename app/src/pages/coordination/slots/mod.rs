//! The open slots of the coming weeks with the plan for them: a timeline, what is narrowed down, the list.

mod day;
pub mod query;
mod risk;
mod timeline;
mod windows;

pub use risk::at_risk;

use crate::components::fresh::keep_fresh;
use crate::components::icon::{family_class, icon};
use crate::components::message::problem_page;
use crate::components::steady::Steady;
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use crate::pages::coordination::api;
use crate::wire::{read, when_there};
use domain::ids::SlotId;
use domain::locale::when;
use domain::view::{BoardQuery, BoardView, Choice, OpenSlot, PlanLine};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What the board shows, kept true; for the parts of a page that show something of it.
#[derive(Clone, Copy, Debug)]
pub struct OpenSlots {
    /// The latest.
    pub view: RwSignal<BoardView>,
    /// The slot that the page is about.
    pub slot: Memo<Option<SlotId>>,
}

/// Reads the board for the page's address and lays the page out around it.
pub fn with_board(
    slot: Memo<Option<SlotId>>,
    page: impl Fn(OpenSlots) -> AnyView + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let params = use_query_map();
    let asked = Memo::new(move |_| query::read(&params.read()));
    let first = read(move || asked.get(), api::board);
    view! {
        {move || when_there(async move {
            match first.await {
                Ok(first) => page(follow(first, slot)).into_any(),
                Err(error) => problem_page(&error).into_any(),
            }
        })}
    }
}

fn follow(first: BoardView, slot: Memo<Option<SlotId>>) -> OpenSlots {
    let live = use_live();
    let query = first.query.clone();
    let fresh = keep_fresh(first, move || live.tick(), move || api::board(query.clone()));
    OpenSlots { view: fresh.view, slot }
}

/// The picture of the coming weeks and the plan in one line.
pub fn overview(board: OpenSlots) -> impl IntoView {
    // Another day is another page: what it shows is built once.
    let day = board.view.with_untracked(|view| view.query.day);
    view! {
        <div class="overview">
            {move || board.view.with(|view| line(&view.plan))}
            {move || board.view.with(|view| timeline::timeline(view, board.slot.get()))}
            {day.map(|day| view! { <day::DayPlanPanel day /> })}
        </div>
    }
}

fn line(plan: &PlanLine) -> impl IntoView + use<> {
    let covered = plan.taken + plan.offered + plan.suggested;
    let fit = 100 - plan.gap_ppm.clamp(0, 1_000_000) / 10_000;
    let best = if plan.settled { t!("plan-fit", percent = fit) } else { t!("plan-improving") };
    view! {
        <p class="plan-line">
            <b>{t!("plan-covered", covered = covered, needed = plan.needed)}</b>
            <span>{t!("plan-parts", taken = plan.taken, offered = plan.offered, suggested = plan.suggested)}</span>
            <small class="soft">{best}</small>
            <a class="push" href=href("/koordynacja/wagi")>{t!("plan-weights")}</a>
        </p>
    }
}

/// The filters and the list.
pub fn list(board: OpenSlots) -> impl IntoView {
    let rows = Steady::new(move || {
        board.view.with(|view| view.slots.iter().map(|slot| slot.slot_id).collect::<Vec<_>>())
    });
    view! {
        <section class="panel stay" id="braki" aria-labelledby="braki-h">
            <header class="panel-head">
                <h2 id="braki-h">{t!("board-gaps")}</h2>
                <span class="count">{move || board.view.with(|view| view.total)}</span>
            </header>
            {move || board.view.with(|view| filters(view, board.slot.get_untracked()))}
            {move || board.view.with(|view| view.slots.is_empty()).then(|| view! { <p class="panel-body soft">{t!("slots-none")}</p> })}
            <ul
                class="gaps"
                on:pointerenter=move |_| rows.pointer(true)
                on:pointerleave=move |_| rows.pointer(false)
            >
                <For each=move || rows.order.get() key=|id| *id let:id>
                    <Row board rows id />
                </For>
            </ul>
            {move || board.view.with(|view| {
                let shown = i64::try_from(view.slots.len()).unwrap_or_default();
                (shown < view.total).then(|| view! { <p class="panel-foot">{t!("slots-more", shown = shown, total = view.total)}</p> })
            })}
            {move || board.view.with(windows::windows)}
        </section>
    }
}

fn filters(view: &BoardView, slot: Option<SlotId>) -> impl IntoView + use<> {
    let asked = &view.query;
    let chosen = [asked.kind.is_some(), asked.organisation.is_some(), asked.district.is_some()];
    let count = i64::try_from(chosen.iter().filter(|chosen| **chosen).count()).unwrap_or_default();
    let cleared = BoardQuery { day: asked.day, ..BoardQuery::default() };
    view! {
        <details class="fold slots-filters" open={count > 0}>
            <summary>
                {icon("filter")}{t!("filters")}" "
                {(count > 0).then(|| view! { <span class="tag accent">{t!("filters-chosen", count = count)}</span> })}
            </summary>
            <form class="form" method="get" action=href(&query::write(slot, &BoardQuery::default()))>
                {asked.day.map(|day| view! { <input type="hidden" name="dzien" value=day.to_string() /> })}
                {select("rodzaj", t!("filter-kind"), &view.filters.kinds, asked.kind.as_ref())}
                {select("placowka", t!("filter-organisation"), &view.filters.organisations, asked.organisation.as_ref())}
                {select("osiedle", t!("filter-district"), &view.filters.districts, asked.district.as_ref())}
                <div class="btn-row">
                    <button class="btn small" type="submit">{t!("filters-show")}</button>
                    {(count > 0).then(|| view! { <a class="btn small quiet" href=href(&query::write(slot, &cleared))>{t!("filters-clear")}</a> })}
                </div>
            </form>
        </details>
    }
}

fn select<Id: ToString + PartialEq>(
    name: &'static str,
    label: String,
    choices: &[Choice<Id>],
    chosen: Option<&Id>,
) -> impl IntoView + use<Id> {
    let id = format!("b-{name}");
    let option = |choice: &Choice<Id>| {
        view! { <option value=choice.id.to_string() selected=chosen == Some(&choice.id)>{choice.name.clone()}</option> }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select class="select" id=id name=name>
                <option value="">{t!("filter-any")}</option>
                {choices.iter().map(option).collect_view()}
            </select>
        </div>
    }
}

/// A slot with its seats; it keeps what it last knew after the slot is full or gone.
#[component]
fn Row(board: OpenSlots, rows: Steady<SlotId>, id: SlotId) -> impl IntoView {
    let find = move || board.view.with(|view| view.slots.iter().find(|slot| slot.slot_id == id).cloned());
    let here = Memo::new(move |_| find().is_some());
    let slot =
        Memo::new(move |before: Option<&Option<OpenSlot>>| find().or_else(|| before.cloned().flatten()));
    view! {
        <li class:changed=move || rows.is_fresh(&id) class:gone=move || !here.get()>
            {move || slot.get().map(|slot| entry(board, &slot))}
            {move || (!here.get()).then(|| view! { <span class="tag good">{t!("slots-filled")}</span> })}
        </li>
    }
}

fn entry(board: OpenSlots, slot: &OpenSlot) -> impl IntoView + use<> {
    let id = slot.slot_id;
    let to = board.view.with_untracked(|view| query::write(Some(id), &view.query));
    let current = move || (board.slot.get() == Some(id)).then_some("page");
    let looking = (!slot.looking.is_empty()).then(|| t!("slots-looking", name = slot.looking.join(", ")));
    view! {
        <a class=format!("gap {}", family_class(slot.kind.family)) href=href(&to) aria-current=current>
            <div>
                <b>{slot.title.clone()}</b>
                <small>{when(use_locale(), slot.starts_at, slot.ends_at)}" · "{slot.organisation.clone()}</small>
                {looking.map(|looking| view! { <small class="looking">{icon("eye")}{looking}</small> })}
            </div>
            <span class="gap-end">
                {seats(slot)}
                {(slot.empty > 0).then(|| view! { <span class="tag urgent">{t!("slots-nobody", count = slot.empty)}</span> })}
                {(slot.waiting > 0).then(|| view! { <span class="tag wait">{t!("board-gap-waiting", count = slot.waiting)}</span> })}
            </span>
        </a>
    }
}

/// Seats up to the most: taken, asked, suggested, needed, free.
fn seats(slot: &OpenSlot) -> impl IntoView + use<> {
    let (asked, planned) =
        (slot.taken + slot.offered, slot.taken + slot.offered + slot.waiting + slot.suggested);
    let class = |seat: i64| match seat {
        seat if seat < slot.taken => "seat taken",
        seat if seat < asked => "seat asked",
        seat if seat < planned => "seat planned",
        seat if seat < slot.min_places => "seat need",
        _ => "seat",
    };
    let drawn = (0..slot.max_places.min(8)).map(|seat| view! { <i class=class(seat)></i> }).collect_view();
    let label = t!(
        "slots-seats",
        taken = slot.taken,
        max = slot.max_places,
        offered = slot.offered,
        suggested = slot.suggested
    );
    view! { <span class="seats">{drawn}<span class="seats-text" aria-hidden="true">{format!("{}/{}", slot.taken, slot.max_places)}</span><span class="sr">{label}</span></span> }
}
