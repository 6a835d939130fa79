//! Work without an hour: what was done, what is left, and saying that it is done.

use super::api::{FinishWork, NoteWork, UnnoteWork};
use crate::components::field::{FieldProblem, Wrong};
use crate::components::icon::icon;
use crate::components::message::problem_note;
use crate::components::slot_card::{duration, fill_class};
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::live::use_live;
use domain::form::StintForm;
use domain::locale::day_short;
use domain::view::{StintView, WorkView};
use leptos::prelude::*;

/// What can be done with it. It outlives each fresh reading of the page.
#[derive(Clone, Copy)]
pub struct Acts {
    note: FormAction<NoteWork>,
    unnote: FormAction<UnnoteWork>,
    finish: FormAction<FinishWork>,
}

impl Acts {
    pub fn new() -> Self {
        let acts = Self { note: FormAction::new(), unnote: FormAction::new(), finish: FormAction::new() };
        let live = use_live();
        Effect::new(move |_| {
            let done = (acts.note.version().get(), acts.unnote.version().get(), acts.finish.version().get());
            if done != (0, 0, 0) {
                live.refresh();
            }
        });
        acts
    }
}

/// The reader's work of `wanted` minutes.
pub fn panel(work: &WorkView, wanted: i64, acts: Acts) -> impl IntoView + use<> {
    let done = work.done();
    let left = (wanted - done).max(0);
    let failed = move || {
        let error = acts.note.value().get().and_then(Result::err);
        let other = acts.unnote.value().get().and_then(Result::err);
        let error = error.or(other).or(acts.finish.value().get().and_then(Result::err))?;
        error.fields().is_empty().then(|| problem_note(&error))
    };
    let left_words = if left == 0 { t!("work-all") } else { t!("work-left", left = duration(left)) };
    let stints = work.stints.iter().map(|stint| row(stint, work.open, acts)).collect_view();
    view! {
        <section class="card pad stack work" id="praca" aria-labelledby="praca-h">
            <h2 class="card-title" id="praca-h">{t!("work-title")}</h2>
            <div aria-live="polite" class="stack">
                {failed}
                <p class="work-sum">
                    <span class="bar bar-h good" aria-hidden="true"><span class=fill_class(done, wanted)></span></span>
                    <b class="num">{t!("work-done", done = duration(done), wanted = duration(wanted))}</b>
                    <span class="soft">{left_words}</span>
                </p>
                <ul class="list" hidden=work.stints.is_empty()>{stints}</ul>
            </div>
            {work.open.then(|| note(work, acts))}
            {(!work.open && work.stints.is_empty()).then(|| view! { <p class="soft">{t!("work-not-yet")}</p> })}
            {(work.open && done > 0).then(|| finish(work, acts))}
        </section>
    }
}

fn row(stint: &StintView, open: bool, acts: Acts) -> impl IntoView + use<> {
    let day = day_short(use_locale(), stint.on_day);
    let (id, said) = (stint.id.to_string(), day.clone());
    view! {
        <li>
            <span class="grow">{day}</span>
            <b class="num">{duration(stint.minutes)}</b>
            {open.then(|| view! {
                <ActionForm action=acts.unnote>
                    <input type="hidden" name="stint_id" value=id />
                    <button class="btn small quiet icon-only" type="submit">
                        {icon("close")}<span class="sr">{t!("work-remove")}": "{said}</span>
                    </button>
                </ActionForm>
            })}
        </li>
    }
}

/// The form that notes more.
fn note(work: &WorkView, acts: Acts) -> impl IntoView + use<> {
    let wrong: Wrong = Signal::derive(move || acts.note.value().get()?.err());
    let pending = acts.note.pending();
    let typed = typed::<NoteWork>().map(|typed| typed.form);
    let form = typed.unwrap_or_else(|| StintForm { day: work.last_day.to_string(), ..StintForm::default() });
    let id = work.claim_id.to_string();
    let (min, max) = (work.first_day.to_string(), work.last_day.to_string());
    view! {
        <ActionForm action=acts.note attr:class="form">
            <input type="hidden" name="claim_id" value=id />
            <div class="form-row">
                {field("day", "date", t!("work-day"), form.day, (min, max), wrong)}
                {field("hours", "number", t!("work-hours"), form.hours, ("0".into(), "16".into()), wrong)}
                {field("minutes", "number", t!("work-minutes"), form.minutes, ("0".into(), "59".into()), wrong)}
            </div>
            <div class="form-end">
                <button class="btn" type="submit" aria-busy=move || pending.get().then_some("true")>{t!("work-note")}</button>
            </div>
        </ActionForm>
    }
}

fn field(
    name: &'static str,
    kind: &'static str,
    label: String,
    value: String,
    (min, max): (String, String),
    wrong: Wrong,
) -> impl IntoView {
    let locale = use_locale();
    let (id, error_id) = (format!("praca-{name}"), format!("praca-{name}-e"));
    let sentence = Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, name)));
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                class="input"
                id=id
                name=format!("form[{name}]")
                type=kind
                inputmode=(kind == "number").then_some("numeric")
                value=value
                min=min
                max=max
                aria-describedby=error_id.clone()
                aria-invalid=move || sentence.get().map(|_| "true")
            />
            <FieldProblem id=error_id sentence />
        </div>
    }
}

/// It is done, or not after all.
fn finish(work: &WorkView, acts: Acts) -> impl IntoView + use<> {
    let (id, finished) = (work.claim_id.to_string(), work.finished);
    let (class, label) = if finished {
        ("btn quiet wide", t!("work-not-done"))
    } else {
        ("btn ghost wide", t!("work-finish"))
    };
    view! {
        {finished.then(|| view! { <p class="claim-state good">{icon("check-circle")}{t!("work-finished")}</p> })}
        <ActionForm action=acts.finish>
            <input type="hidden" name="claim_id" value=id />
            <input type="hidden" name="done" value=(!finished).to_string() />
            <button class=class type="submit">{label}</button>
        </ActionForm>
    }
}
