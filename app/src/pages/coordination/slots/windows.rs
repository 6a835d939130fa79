//! Tasks without an hour: the plan knows nothing of them, so they stand below the open slots.

use crate::components::icon::family_class;
use crate::components::slot_card::{duration, seats};
use crate::i18n::use_locale;
use crate::links::href;
use domain::ids::OpportunityId;
use domain::locale::when;
use domain::view::{BoardView, SlotCard};
use leptos::prelude::*;

/// Those that are not over.
pub fn windows(view: &BoardView) -> Option<impl IntoView + use<>> {
    if view.windows.is_empty() {
        return None;
    }
    let count = i64::try_from(view.windows.len()).unwrap_or_default();
    Some(view! {
        <details class="fold board-windows">
            <summary>{t!("lane-title")}" "<span class="count">{count}</span></summary>
            <ul class="gaps">{view.windows.iter().map(|(of, card)| view! { <li>{entry(*of, card)}</li> }).collect_view()}</ul>
        </details>
    })
}

fn entry(of: OpportunityId, card: &SlotCard) -> impl IntoView + use<> {
    let to = href(&format!("/koordynacja/oferty/{of}"));
    let much = duration(card.work_minutes.unwrap_or_default());
    view! {
        <a class=format!("gap {}", family_class(card.kind.family)) href=to>
            <div>
                <b>{card.title.clone()}</b>
                <small>{when(use_locale(), card.starts_at, card.ends_at)}" · "{much}" · "{card.organisation.clone()}</small>
            </div>
            <span class="gap-end">
                {seats(card.taken, card.min_places, card.max_places, false)}
                {(card.missing() > 0).then(|| view! { <span class="tag urgent">{t!("seats-missing", count = card.missing())}</span> })}
            </span>
        </a>
    }
}
