//! One date in the editor: how full it is, moving it, cancelling it.

use super::act::reason;
use super::dates::{Acts, times};
use crate::components::field::Wrong;
use crate::components::fresh::Fresh;
use crate::components::slot_card::seats;
use crate::error::UiError;
use crate::forms::typed;
use crate::i18n::use_locale;
use crate::pages::coordination::api::{CancelSlot, ChangeSlot};
use domain::form::SlotsForm;
use domain::ids::SlotId;
use domain::locale::when;
use domain::opening::days_before;
use domain::opportunity::SlotState;
use domain::time::Instant;
use domain::view::{EditorView, SlotRow};
use leptos::prelude::*;

/// The row of a date. People coming and going change only the counts: what is being typed stays.
pub(super) fn row(slot: &SlotRow, fresh: Fresh<EditorView>, acts: Acts) -> impl IntoView + use<> {
    let (id, min, max) = (slot.id, slot.min_places, slot.max_places);
    let first = (slot.taken, slot.waiting);
    let counts = Memo::new(move |_| {
        let known = |view: &EditorView| {
            let slot = view.slots.iter().find(|slot| slot.id == id)?;
            Some((slot.taken, slot.waiting))
        };
        fresh.view.with(known).unwrap_or(first)
    });
    let when = when(use_locale(), slot.starts_at, slot.ends_at);
    if slot.state == SlotState::Cancelled {
        return view! {
            <li class="row">
                <s class="grow soft">{when}</s>
                <span class="tag quiet">{t!("dates-cancelled")}</span>
            </li>
        }
        .into_any();
    }
    let refused = typed::<ChangeSlot>().is_some_and(|typed| typed.id == id)
        || typed::<CancelSlot>().is_some_and(|typed| typed.id == id);
    let waiting = move || Some(counts.get().1).filter(|waiting| *waiting > 0);
    view! {
        <li id=format!("termin-{id}")>
            <details class="fold" open=refused>
                <summary>
                    <span class="grow">{when.clone()}</span>
                    {move || waiting().map(|count| view! { <span class="tag wait">{t!("dates-waiting", count = count)}</span> })}
                    {move || seats(counts.get().0, min, max, false)}
                </summary>
                {change(slot, &when, acts)}
                {cancel(id, &when, acts)}
            </details>
        </li>
    }
    .into_any()
}

/// The date and the time as form fields show them.
fn fields(at: Instant) -> (String, String) {
    let civil = at.civil();
    (civil.date().to_string(), format!("{:02}:{:02}", civil.hour(), civil.minute()))
}

fn change(slot: &SlotRow, when: &str, acts: Acts) -> impl IntoView + use<> {
    let id = slot.id;
    // One action serves all rows: only the row that asked shows what was wrong.
    let typed = typed::<ChangeSlot>().filter(|typed| typed.id == id);
    let asked = RwSignal::new(typed.is_some());
    Effect::new(move || {
        if let Some(input) = acts.change.input().get() {
            asked.set(input.id == id);
        }
    });
    let wrong: Wrong = Signal::derive(move || {
        let error: UiError = acts.change.value().get()?.err()?;
        asked.get().then_some(error)
    });
    let label = t!("dates-change-label", when = when.to_owned());
    let (day, starts) = fields(slot.starts_at);
    let (_, ends) = fields(slot.ends_at);
    let (min_places, max_places) = (slot.min_places.to_string(), slot.max_places.to_string());
    let opens_days = slot.opens_at.map(|opens_at| days_before(slot.starts_at, opens_at).to_string());
    let opens_days = opens_days.unwrap_or_default();
    let now = SlotsForm { day, starts, ends, min_places, max_places, opens_days, ..SlotsForm::default() };
    let form = typed.map_or(now, |typed| typed.form);
    view! {
        <ActionForm action=acts.change attr:class="form">
            {times(&id.to_string(), &form, wrong)}
            <input type="hidden" name="id" value=id.to_string() />
            <div class="form-end">
                <button class="btn small" aria-label=label>{t!("dates-change-now")}</button>
            </div>
        </ActionForm>
    }
}

fn cancel(id: SlotId, when: &str, acts: Acts) -> impl IntoView + use<> {
    let label = t!("dates-cancel-label", when = when.to_owned());
    let wrong: Wrong = Signal::derive(move || acts.cancel.value().get()?.err());
    let typed = typed::<CancelSlot>().filter(|typed| typed.id == id).map(|typed| typed.reason);
    let unfolded = typed.is_some();
    view! {
        <details class="fold" open=unfolded>
            <summary aria-label=label>{t!("dates-cancel-now")}</summary>
            <ActionForm action=acts.cancel attr:class="form">
                <input type="hidden" name="id" value=id.to_string() />
                {reason(&id.to_string(), typed, wrong)}
                <div class="form-end">
                    <button class="btn small danger">{t!("dates-cancel-now")}</button>
                </div>
            </ActionForm>
        </details>
    }
}
