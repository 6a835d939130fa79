//! Beside the waiting claims: what was just decided.

use super::state::Board;
use crate::components::slot_card::claim_class;
use domain::claim::ClaimState;
use domain::locale::time;
use domain::view::RecentDecision;
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
