//! What may stay empty until tomorrow, why, and who could come instead.

use super::{OpenSlots, query};
use crate::i18n::use_locale;
use crate::links::href;
use domain::locale::{day_tiny, time};
use domain::view::{Risk, RiskRow};
use leptos::prelude::*;

/// The list of slots at risk.
pub fn at_risk(board: OpenSlots) -> impl IntoView {
    let rows = Memo::new(move |_| board.view.with(|view| view.at_risk.clone()));
    view! {
        <section class="panel" id="zagrozone" aria-labelledby="zagrozone-h">
            <header class="panel-head">
                <h2 id="zagrozone-h">{t!("risk-title")}</h2>
                <span class="count">{move || rows.with(Vec::len)}</span>
            </header>
            {move || rows.with(Vec::is_empty).then(|| view! { <p class="panel-body soft">{t!("risk-none")}</p> })}
            <ul class="list risks">{move || rows.get().iter().map(|row| entry(board, row)).collect_view()}</ul>
        </section>
    }
}

fn entry(board: OpenSlots, row: &RiskRow) -> impl IntoView + use<> {
    let to = board.view.with_untracked(|view| query::write(Some(row.slot_id), &view.query));
    let at = format!("{}, {}", day_tiny(use_locale(), row.starts_at.day().into()), time(row.starts_at));
    let reasons = row.risks.iter().map(|risk| view! { <li>{reason(risk)}</li> }).collect_view();
    let next = row.next.as_ref().map(|next| t!("risk-next", name = next.name.clone(), points = next.score));
    view! {
        <li>
            <div class="grow">
                <a href=href(&to)>{row.title.clone()}</a>
                " "
                <small class="soft">{at}" · "{row.organisation.clone()}</small>
                <ul class="risk-why">{reasons}</ul>
                <p class="risk-next">{next.unwrap_or_else(|| t!("risk-nobody"))}</p>
            </div>
        </li>
    }
}

fn reason(risk: &Risk) -> String {
    match risk {
        Risk::Empty(count) => t!("risk-empty", count = *count),
        Risk::Missed { name, missed, times } => {
            t!("risk-missed", name = name.clone(), missed = *missed, times = *times)
        }
        Risk::LateCancel { name, times } => t!("risk-late", name = name.clone(), count = *times),
        Risk::NotConfirmed { name } => t!("risk-not-confirmed", name = name.clone()),
        Risk::Kept { name } => t!("risk-kept", name = name.clone()),
        Risk::Unanswered { name, until } => {
            let until = format!("{}, {}", day_tiny(use_locale(), until.day().into()), time(*until));
            t!("risk-unanswered", name = name.clone(), until = until)
        }
    }
}
