//! One waiting claim: who, for what, what speaks for and against, and the decision.

use super::facts::{facts, seats, since};
use super::refuse::RefuseForm;
use super::rows::{Fate, Row};
use super::state::{Board, Refusing};
use crate::components::icon::{family_class, family_icon, icon};
use crate::components::questions::answers;
use crate::components::slot_card::claim_class;
use crate::i18n::use_locale;
use crate::links::href;
use crate::pages::coordination::api::{ApproveClaim, RefuseClaim};
use crate::pages::coordination::staffing::better_use;
use crate::pages::party::words::with_others;
use crate::pages::roles;
use domain::claim::ClaimState;
use domain::ids::ClaimId;
use domain::locale::{time, when};
use domain::view::WaitingClaim;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use server_fn::ServerFn;
use wasm_bindgen::JsCast;

/// The id of a row's element.
pub fn element_id(id: ClaimId) -> String {
    format!("zgloszenie-{id}")
}

/// Puts the focus on the row at hand.
pub fn focus_current(board: Board) {
    let row = board.current.get_untracked().and_then(|id| document().get_element_by_id(&element_id(id)));
    if let Some(row) = row.and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok()) {
        // An element that cannot take the focus keeps it where it is.
        let _ = row.focus();
    }
}

/// A row of the list.
#[component]
pub fn ClaimRow(board: Board, id: ClaimId) -> impl IntoView {
    let row =
        Memo::new(move |_| board.rows.with(|rows| rows.iter().find(|row| row.claim.claim_id == id).cloned()));
    let claim = Memo::new(move |_| row.with(|row| row.as_ref().map(|row| row.claim.clone())));
    let fate = Memo::new(move |_| row.with(|row| row.as_ref().map_or(Fate::Gone, |row| row.fate.clone())));
    let name = row.with_untracked(|row| row.as_ref().map(|row| row.claim.name.clone())).unwrap_or_default();
    let is_new = Memo::new(move |_| fate.get() == Fate::New);
    let is_current = Memo::new(move |_| board.current.get() == Some(id));
    let first = Memo::new(move |_| {
        board.current.get().is_none()
            && board.rows.with(|rows| rows.first().is_some_and(|row| row.claim.claim_id == id))
    });
    let refusing = Memo::new(move |_| board.refusing.get() == Refusing::One(id) && fate.with(Fate::waits));
    view! {
        <li
            class="claim-row"
            class:new=move || is_new.get()
            class:decided=move || !fate.with(Fate::waits)
            id=element_id(id)
            tabindex=move || if is_current.get() || first.get() { "0" } else { "-1" }
            aria-current=move || is_current.get().then_some("true")
            on:focusin=move |_| {
                board.current.set(Some(id));
                board.seen(id);
            }
            on:pointerleave=move |_| board.seen(id)
        >
            <label class="claim-tick">
                <input
                    class="claim-check"
                    type="checkbox"
                    prop:checked=move || board.chosen.with(|chosen| chosen.contains(&id))
                    disabled=move || !fate.with(Fate::waits)
                    on:change=move |event| board.choose(id, event_target_checked(&event))
                />
                <span class="sr">{t!("board-select", name = name.clone())}</span>
            </label>
            <div class="claim-main">
                {move || claim.get().map(|claim| summary(board, &claim, is_new))}
                <p class="error" role="alert" hidden=move || row.with(|row| problem(row.as_ref()).is_none())>
                    {icon("alert")}
                    {move || row.with(|row| problem(row.as_ref()))}
                </p>
                <Show when=move || refusing.get()>
                    <RefuseForm board whom=Refusing::One(id) />
                </Show>
            </div>
            {move || if fate.with(Fate::waits) {
                buttons(board, id, &name).into_any()
            } else {
                outcome(board, id, &name, &fate.get()).into_any()
            }}
        </li>
    }
}

/// The person in the list of people.
fn person_link(name: &str) -> String {
    let query: ParamsMap = [("szukaj", name)].into_iter().collect();
    href(&format!("/koordynacja/ludzie{}", query.to_query_string()))
}

fn problem(row: Option<&Row>) -> Option<String> {
    row.and_then(|row| row.problem.clone())
}

fn summary(board: Board, claim: &WaitingClaim, is_new: Memo<bool>) -> impl IntoView + use<> {
    let (locale, slot) = (use_locale(), &claim.slot);
    let now = board.fresh.view.with_untracked(|view| view.now);
    let age = claim.facts.age.map(|age| t!("fact-age", count = age) + " · ");
    let place = if slot.remote { t!("remote") } else { slot.organisation.clone() };
    view! {
        <p class="claim-who">
            <a href=person_link(&claim.name)>{claim.name.clone()}</a>
            " "
            <small>{age}{t!("board-since", when = since(locale, claim.since, now))}</small>
            {roles::tag(claim.role.as_ref())}
            {claim.score.map(|points| view! { " "<span class="num claim-score">{t!("staffing-score", points = points)}</span> })}
            {move || is_new.get().then(|| view! { " "<span class="tag wait">{t!("board-new")}</span> })}
        </p>
        <p class="claim-what">
            <span class=format!("kind {}", family_class(slot.kind.family))>{icon(family_icon(slot.kind.family))}{slot.kind.short.clone()}</span>
            <a href=href(&format!("/koordynacja/termin/{}", slot.id))>{slot.title.clone()}</a>
            <span class="num">{when(locale, slot.starts_at, slot.ends_at)}</span>
            {seats(slot)}
            <span>{place}{slot.district.clone().filter(|_| !slot.remote).map(|name| format!(" · {name}"))}</span>
        </p>
        {with_others(claim.places, claim.party.as_ref())}
        {facts(claim)}
        {left(claim)}
        {answers(&claim.answers)}
        {claim.better_use.as_ref().map(better_use)}
    }
}

/// The rule that leaves it to a person.
fn left(claim: &WaitingClaim) -> impl IntoView + use<> {
    claim.ruling.as_ref().map(|ruling| view! { <p class="better-use">{icon("info")}<span>{t!("rules-left", name = ruling.rule.name.clone())}</span></p> })
}

/// The decision. Without the program in the browser it is a plain form that refuses without a reason.
fn buttons(board: Board, id: ClaimId, name: &str) -> impl IntoView + use<> {
    let approve = move |event: MouseEvent| {
        event.prevent_default();
        board.decide(Refusing::One(id), None);
        // A key press on the button; a pointer stays where it is.
        if event.detail() == 0 {
            focus_current(board);
        }
    };
    let refuse = move |event: MouseEvent| {
        event.prevent_default();
        board.refusing.set(Refusing::One(id));
    };
    view! {
        <form class="claim-do" method="post" action=ApproveClaim::url()>
            <input type="hidden" name="id" value=id.to_string() />
            <button class="btn small" type="submit" aria-label=t!("board-approve-name", name = name.to_owned()) on:click=approve>
                {t!("board-approve")}
            </button>
            <button
                class="btn small ghost"
                type="submit"
                formaction=RefuseClaim::url()
                aria-label=t!("board-refuse-name", name = name.to_owned())
                aria-expanded=move || (board.refusing.get() == Refusing::One(id)).to_string()
                on:click=refuse
            >
                {t!("board-refuse")}
            </button>
        </form>
    }
}

/// What became of the claim, in the place of the buttons.
fn outcome(board: Board, id: ClaimId, name: &str, fate: &Fate) -> impl IntoView + use<> {
    let tag = |state: ClaimState| {
        let words =
            if state == ClaimState::Refused { t!("board-fate-refused") } else { t!("board-fate-approved") };
        view! { <span class=claim_class(state)>{words}</span> }
    };
    let name = name.to_owned();
    let label = t!("board-undo-name", name = name.clone());
    let mine = move || {
        board
            .undo
            .with(|undo| undo.as_ref().is_some_and(|undo| undo.claims.iter().any(|(claim, _)| *claim == id)))
    };
    let content = match fate {
        Fate::Sending(state) => tag(*state).into_any(),
        Fate::Decided { state, by: Some((by, at)) } => {
            view! { {tag(*state)}<small>{t!("board-fate-by", name = by.clone(), time = time(*at))}</small> }
                .into_any()
        }
        Fate::Decided { state, by: None } => view! {
            {tag(*state)}
            <Show when=mine>
                <button class="btn small quiet" type="button" aria-label=label.clone() on:click={
                    let name = name.clone();
                    move |_| board.take_back_one(id, name.clone())
                }>{t!("board-undo")}</button>
            </Show>
        }
        .into_any(),
        Fate::Waiting | Fate::New | Fate::Gone => {
            view! { <span class="tag">{t!("board-fate-gone")}</span> }.into_any()
        }
    };
    view! { <div class="claim-do">{content}</div> }
}
