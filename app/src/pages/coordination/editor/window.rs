//! Tasks without an hour in the editor: those there are, and a new one.

use super::act::reason;
use super::{open, outcome, wrong};
use crate::components::field::Field;
use crate::components::fresh::Fresh;
use crate::components::slot_card::{duration, seats};
use crate::forms::typed;
use crate::i18n::use_locale;
use crate::pages::coordination::api::{AddWindow, CancelSlot};
use domain::form::WindowForm;
use domain::ids::OpportunityId;
use domain::locale::when;
use domain::opportunity::{OpportunityState, SlotState};
use domain::view::{EditorView, SlotRow};
use leptos::prelude::*;

/// All tasks without an hour, and the form that adds one.
pub(super) fn windows(
    id: OpportunityId,
    fresh: Fresh<EditorView>,
    state: Memo<OpportunityState>,
) -> impl IntoView + use<> {
    let action = ServerAction::<AddWindow>::new();
    let wrong = wrong(action);
    let cancel = ServerAction::<CancelSlot>::new();
    let there = move || {
        fresh.view.with(|view| {
            view.slots.iter().filter(|slot| slot.work_minutes.is_some()).cloned().collect::<Vec<_>>()
        })
    };
    let typed = typed::<AddWindow>();
    let unfolded = typed.is_some();
    let form = typed.map_or_else(one_person, |typed| typed.form);
    view! {
        {outcome(action, Some(fresh), |()| t!("window-added"))}
        {outcome(cancel, Some(fresh), |told| t!("offer-told", count = *told))}
        <ul class="card pad" hidden=move || there().is_empty()>
            <For
                each=there
                key=|slot| (slot.id, slot.state, slot.taken, slot.waiting)
                children=move |slot| row(&slot, cancel)
            />
        </ul>
        <details class="fold" open=unfolded hidden=move || !open(state)>
            <summary>{t!("window-add-title")}</summary>
            <ActionForm action attr:class="form">
                <p class="soft">{t!("window-lede")}</p>
                <input type="hidden" name="id" value=id.to_string() />
                <div class="form-row">
                    <Field name="form[first]" field="first" label=t!("window-first") kind="date" value=form.first wrong />
                    <Field name="form[last]" field="last" label=t!("window-last") kind="date" value=form.last required=true wrong />
                </div>
                <div class="form-row">
                    <Field name="form[hours]" field="hours" label=t!("window-hours") kind="number" value=form.hours wrong />
                    <Field name="form[minutes]" field="minutes" label=t!("window-minutes") kind="number" value=form.minutes wrong />
                </div>
                <div class="form-row">
                    <Field name="form[min_places]" field="min_places" label=t!("dates-min") kind="number" value=form.min_places required=true wrong />
                    <Field name="form[max_places]" field="max_places" label=t!("dates-max") kind="number" value=form.max_places required=true wrong />
                </div>
                <div class="form-end">
                    <button class="btn" aria-busy=move || action.pending().get().then_some("true")>{t!("window-add")}</button>
                </div>
            </ActionForm>
        </details>
    }
}

/// What the form shows at first.
fn one_person() -> WindowForm {
    WindowForm { hours: "1".into(), min_places: "1".into(), max_places: "1".into(), ..WindowForm::default() }
}

fn row(slot: &SlotRow, cancel: ServerAction<CancelSlot>) -> impl IntoView + use<> {
    let when = when(use_locale(), slot.starts_at, slot.ends_at);
    let much = duration(slot.work_minutes.unwrap_or_default());
    if slot.state == SlotState::Cancelled {
        return view! {
            <li class="row">
                <s class="grow soft">{when}" · "{much}</s>
                <span class="tag quiet">{t!("dates-cancelled")}</span>
            </li>
        }
        .into_any();
    }
    let waiting = (slot.waiting > 0)
        .then(|| view! { <span class="tag wait">{t!("dates-waiting", count = slot.waiting)}</span> });
    view! {
        <li>
            <details class="fold">
                <summary>
                    <span class="grow">{when.clone()}" · "{much}</span>
                    {waiting}
                    {seats(slot.taken, slot.min_places, slot.max_places, false)}
                </summary>
                {calling_off(slot, &when, cancel)}
            </details>
        </li>
    }
    .into_any()
}

fn calling_off(slot: &SlotRow, when: &str, action: ServerAction<CancelSlot>) -> impl IntoView + use<> {
    let id = slot.id;
    let label = t!("dates-cancel-label", when = when.to_owned());
    let typed = typed::<CancelSlot>().filter(|typed| typed.id == id).map(|typed| typed.reason);
    view! {
        <ActionForm action attr:class="form">
            <input type="hidden" name="id" value=id.to_string() />
            {reason(&id.to_string(), typed, wrong(action))}
            <div class="form-end">
                <button class="btn small danger" aria-label=label>{t!("dates-cancel-now")}</button>
            </div>
        </ActionForm>
    }
}
