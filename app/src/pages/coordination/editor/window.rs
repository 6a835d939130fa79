//! Tasks without an hour in the editor: those there are, and a new one.

use super::act::reason;
use super::{open, outcome, wrong};
use crate::components::field::Field;
use crate::components::fresh::Fresh;
use crate::components::slot_card::{duration, seats};
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::pages::coordination::api::{AddWindow, CancelSlot, WidenWindow};
use domain::form::{WidenForm, WindowForm};
use domain::ids::OpportunityId;
use domain::locale::when;
use domain::opportunity::{OpportunityState, SlotState};
use domain::view::{EditorView, SlotRow};
use domain::window::last_day;
use leptos::prelude::*;

/// All tasks without an hour, and the form that adds one.
pub(super) fn windows(
    id: OpportunityId,
    fresh: Fresh<EditorView>,
    state: Memo<OpportunityState>,
) -> impl IntoView + use<> {
    let action = FormAction::<AddWindow>::new();
    let wrong = wrong(action);
    let (cancel, widen) = (FormAction::<CancelSlot>::new(), FormAction::<WidenWindow>::new());
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
        {outcome(widen, Some(fresh), |()| t!("window-widened"))}
        {outcome(cancel, Some(fresh), |told| t!("offer-told", count = *told))}
        <ul class="card pad" hidden=move || there().is_empty()>
            <For
                each=there
                key=|slot| format!("{slot:?}")
                children=move |slot| row(&slot, widen, cancel)
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

fn row(
    slot: &SlotRow,
    widen: FormAction<WidenWindow>,
    cancel: FormAction<CancelSlot>,
) -> impl IntoView + use<> {
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
                {widening(slot, widen)}
                {calling_off(slot, &when, cancel)}
            </details>
        </li>
    }
    .into_any()
}

fn calling_off(slot: &SlotRow, when: &str, action: FormAction<CancelSlot>) -> impl IntoView + use<> {
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

/// More time or more places.
fn widening(slot: &SlotRow, action: FormAction<WidenWindow>) -> impl IntoView + use<> {
    let id = slot.id;
    let typed = typed::<WidenWindow>().filter(|typed| typed.id == id).map(|typed| typed.form);
    // Which answer of the server is to this form.
    let mine = RwSignal::new(if typed.is_some() { 0 } else { usize::MAX });
    let sends = move |_| mine.set(action.version().get_untracked() + 1);
    let form = typed.unwrap_or_else(|| WidenForm {
        last: last_day(slot.ends_at).to_string(),
        max_places: slot.max_places.to_string(),
    });
    let wrong = wrong(action);
    let own = Signal::derive(move || wrong.get().filter(|_| action.version().get() == mine.get()));
    let field = move |name: &str| format!("{id}-{name}");
    view! {
        <ActionForm action attr:class="form" on:submit=sends>
            <h3>{t!("window-widen")}</h3>
            <input type="hidden" name="id" value=id.to_string() />
            <div class="form-row">
                <Field name="form[last]" field="last" id=field("last") label=t!("window-last") kind="date" value=form.last required=true wrong=own />
                <Field name="form[max_places]" field="max_places" id=field("max") label=t!("dates-max") kind="number" value=form.max_places required=true wrong=own />
            </div>
            <div class="form-end"><button class="btn small">{t!("window-widen-do")}</button></div>
        </ActionForm>
    }
}
