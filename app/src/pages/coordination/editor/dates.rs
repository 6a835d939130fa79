//! The dates of an opportunity: those there are, and new ones.

use super::slot::row;
use super::{open, outcome, wrong};
use crate::components::field::{FieldProblem, Wrong};
use crate::components::fresh::Fresh;
use crate::forms::typed;
use crate::i18n::use_locale;
use crate::pages::coordination::api::{AddSlots, CancelSlot, ChangeSlot};
use domain::form::SlotsForm;
use domain::ids::OpportunityId;
use domain::opportunity::OpportunityState;
use domain::view::EditorView;
use leptos::prelude::*;

/// What the dates' rows can do.
#[derive(Clone, Copy)]
pub(super) struct Acts {
    pub change: ServerAction<ChangeSlot>,
    pub cancel: ServerAction<CancelSlot>,
}

/// All dates, and the form that adds some.
pub(super) fn dates(
    id: OpportunityId,
    fresh: Fresh<EditorView>,
    state: Memo<OpportunityState>,
) -> impl IntoView + use<> {
    let acts = Acts { change: ServerAction::new(), cancel: ServerAction::new() };
    // Tasks without an hour have a list of their own.
    let with_hours = move || {
        fresh.view.with(|view| {
            view.slots.iter().filter(|slot| slot.work_minutes.is_none()).cloned().collect::<Vec<_>>()
        })
    };
    let none = move || with_hours().is_empty();
    view! {
        <section>
            <div class="section-head"><h2>{t!("dates-title")}</h2></div>
            {outcome(acts.change, Some(fresh), |()| t!("dates-changed"))}
            {outcome(acts.cancel, Some(fresh), |told| t!("offer-told", count = *told))}
            <p class="soft" hidden=move || !none()>{t!("dates-none")}</p>
            <ul class="card pad" hidden=none>
                <For
                    each=with_hours
                    key=|slot| (slot.id, slot.starts_at, slot.ends_at, slot.min_places, slot.max_places, slot.opens_at, slot.state)
                    children=move |slot| row(&slot, fresh, acts)
                />
            </ul>
        </section>
        {add(id, fresh, state)}
    }
}

fn add(id: OpportunityId, fresh: Fresh<EditorView>, state: Memo<OpportunityState>) -> impl IntoView + use<> {
    let action = ServerAction::<AddSlots>::new();
    let wrong = wrong(action);
    let until = format!("{} {}", t!("dates-until"), t!("dates-optional"));
    let typed = typed::<AddSlots>();
    let unfolded = typed.is_some() || fresh.view.with_untracked(|view| view.slots.is_empty());
    let form = typed.map_or_else(one_person, |typed| typed.form);
    view! {
        {outcome(action, Some(fresh), |added| t!("dates-added", count = *added))}
        <details class="fold" open=unfolded hidden=move || !open(state)>
            <summary>{t!("dates-add-title")}</summary>
            <ActionForm action attr:class="form">
                <input type="hidden" name="id" value=id.to_string() />
                {times("new", &form, wrong)}
                <div class="form-row">
                    {control("new", "repeat_until", "date", until, form.repeat_until, wrong)}
                </div>
                <label class="check">
                    <input type="checkbox" name="form[skip_holidays]" checked=!form.skip_holidays.is_empty() />
                    <span>{t!("dates-skip")}</span>
                </label>
                <div class="form-end">
                    <button class="btn" aria-busy=move || action.pending().get().then_some("true")>
                        {t!("dates-add")}
                    </button>
                </div>
            </ActionForm>
        </details>
    }
}

/// What the form of new dates shows at first.
fn one_person() -> SlotsForm {
    SlotsForm {
        min_places: "1".to_owned(),
        max_places: "1".to_owned(),
        skip_holidays: "on".to_owned(),
        ..SlotsForm::default()
    }
}

/// Day, times, and how many people.
pub(super) fn times(prefix: &str, form: &SlotsForm, wrong: Wrong) -> impl IntoView + use<> {
    let control =
        |field, kind, label, value: &String| control(prefix, field, kind, label, value.clone(), wrong);
    view! {
        <div class="form-row">
            {control("day", "date", t!("dates-day"), &form.day)}
            {control("starts", "time", t!("dates-starts"), &form.starts)}
            {control("ends", "time", t!("dates-ends"), &form.ends)}
        </div>
        <div class="form-row">
            {control("min_places", "number", t!("dates-min"), &form.min_places)}
            {control("max_places", "number", t!("dates-max"), &form.max_places)}
            {control("opens_days", "number", format!("{} {}", t!("dates-opens"), t!("dates-optional")), &form.opens_days)}
        </div>
    }
}

/// One field of a date's form; the prefix keeps the ids of several forms on one page apart.
fn control(
    prefix: &str,
    field: &'static str,
    kind: &'static str,
    label: String,
    value: String,
    wrong: Wrong,
) -> impl IntoView + use<> {
    let locale = use_locale();
    let id = format!("{prefix}-{field}");
    let error_id = format!("{id}-e");
    let sentence = Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, field)));
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                class="input"
                id=id
                name=format!("form[{field}]")
                type=kind
                value=value
                min=(kind == "number").then_some(if field == "opens_days" { "0" } else { "1" })
                max=(kind == "number").then_some("500")
                required=!["repeat_until", "opens_days"].contains(&field)
                aria-describedby=error_id.clone()
                aria-invalid=move || sentence.get().map(|_| "true")
            />
            <FieldProblem id=error_id sentence />
        </div>
    }
}
