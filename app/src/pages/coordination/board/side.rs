//! Beside the waiting claims: what was just decided, what rules decided today, what waits for a look.

use super::state::Board;
use crate::components::icon::icon;
use crate::components::slot_card::claim_class;
use crate::links::href;
use crate::pages::coordination::rules::condition;
use domain::approval::{Condition, Facts};
use domain::claim::ClaimState;
use domain::locale::{day_short, time};
use domain::view::{AutomaticDecision, RecentDecision};
use leptos::prelude::*;

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

/// How many opportunities wait for a look: opens the list of them.
pub fn handed_in(board: Board) -> impl IntoView {
    let count = Memo::new(move |_| board.fresh.view.with(|view| view.handed_in));
    let to = href("/koordynacja/oferty?stan=waiting");
    move || {
        (count.get() > 0).then(|| {
            view! {
                <a class="note wait handed-in" href=to.clone()>
                    {icon("info")}
                    <span class="grow">{t!("board-handed-in", count = count.get())}</span>
                    {icon("chevron-right")}
                </a>
            }
        })
    }
}

/// What rules approved today, why, and a way back.
pub fn automatic(board: Board) -> impl IntoView {
    let decisions = Memo::new(move |_| board.fresh.view.with(|view| view.automatic.clone()));
    view! {
        <section class="panel" id="zasady" aria-labelledby="zasady-h">
            <header class="panel-head">
                <h2 id="zasady-h">{t!("automatic-title")}</h2>
                <a class="push" href=href("/koordynacja/zasady")>{t!("rules-title")}</a>
            </header>
            {move || {
                decisions.with(Vec::is_empty).then(|| view! { <p class="panel-body soft">{t!("automatic-none")}</p> })
            }}
            <ul class="list">
                {move || decisions.get().into_iter().map(|decision| one_automatic(board, decision)).collect_view()}
            </ul>
        </section>
    }
}

fn one_automatic(board: Board, decision: AutomaticDecision) -> impl IntoView {
    let (id, name) = (decision.claim_id, decision.name.clone());
    let facts = &decision.ruling.facts;
    let seen = decision
        .ruling
        .rule
        .conditions
        .iter()
        .map(|each| saw(each, facts, &decision.kind))
        .collect::<Vec<_>>();
    view! {
        <li class="automatic">
            <div class="grow">
                <b>{decision.name}</b>
                " "
                <span class="tag good">{t!("automatic-rule", name = decision.ruling.rule.name)}</span>
                <br />
                <a href=href(&format!("/koordynacja/termin/{}", decision.slot_id))>{decision.title}</a>
                <ul class="rule-facts">{seen.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
                <small class="soft num">{time(decision.at)}</small>
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

/// A condition with the fact that met it.
fn saw(met: &Condition, facts: &Facts, kind: &str) -> String {
    let wanted = condition(met, kind);
    let fact = match met {
        Condition::CameHere(_) => Some(facts.came_here.to_string()),
        Condition::CameToKind(_) => Some(facts.came_to_kind.to_string()),
        Condition::MoreDaysThan(_) | Condition::FewerDaysThan(_) => Some(facts.days_ahead.to_string()),
        Condition::Adult | Condition::Minor => facts.age.map(|age| age.to_string()),
        Condition::Missed(_) => facts.missed_on.map(|day| day_short(crate::i18n::use_locale(), day)),
        Condition::NeverHere | Condition::Ready | Condition::Kind(_) | Condition::NotMissed(_) => None,
    };
    match fact {
        Some(fact) => t!("automatic-fact", wanted = wanted, fact = fact),
        None => wanted,
    }
}
