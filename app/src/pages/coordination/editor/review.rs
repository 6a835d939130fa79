//! The way to everyone: a host hands it in, a coordinator publishes it or gives it back with a note.

use super::roles::field_words;
use super::{outcome, wrong};
use crate::components::field::FieldProblem;
use crate::components::fresh::Fresh;
use crate::components::icon::icon;
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::pages::coordination::api::PublishOpportunity;
use crate::pages::coordination::posting::{HandIn, SendBack};
use domain::ids::OpportunityId;
use domain::locale::{day_short, time};
use domain::opportunity::Stage;
use domain::view::{EditorView, FieldChange};
use leptos::prelude::*;

/// Where it stands, the note that came back, and what the reader can do about it.
pub(super) fn review(id: OpportunityId, fresh: Fresh<EditorView>) -> impl IntoView + use<> {
    let publish = FormAction::<PublishOpportunity>::new();
    let hand_in = FormAction::<HandIn>::new();
    let stage = Memo::new(move |_| fresh.view.with(|view| view.stage));
    let power = Memo::new(move |_| fresh.view.with(|view| view.power));
    let undated = move || fresh.view.with(|view| view.slots.is_empty());
    let publishes = move || power.get().publishes && publishable(stage.get());
    let can_hand_in = move || !power.get().publishes && matches!(stage.get(), Stage::Draft | Stage::SentBack);
    let words = move || match stage.get() {
        Stage::HandedIn | Stage::ChangeHandedIn if power.get().coordinates => t!("review-look"),
        Stage::SentBack | Stage::ChangeSentBack => t!("review-sent-back"),
        _ => t!("offer-publish-hint"),
    };
    let undated = move || undated().then(|| t!("offer-publish-dates"));
    let button = move || match stage.get() {
        Stage::ChangeHandedIn | Stage::ChangeSentBack => t!("review-accept"),
        _ => t!("offer-publish"),
    };
    view! {
        {move || note(fresh)}
        {move || waits(fresh)}
        <div hidden=move || !publishes()>
            <ActionForm action=publish attr:class="note wait">
                {icon("info")}
                <p class="grow">{words}" "{undated}</p>
                <input type="hidden" name="id" value=id.to_string() />
                <button class="btn small" aria-busy=move || publish.pending().get().then_some("true")>{button}</button>
            </ActionForm>
        </div>
        <div hidden=move || !can_hand_in()>
            <ActionForm action=hand_in attr:class="note wait">
                {icon("info")}
                <p class="grow">{t!("review-hand-in-hint")}" "{undated}</p>
                <input type="hidden" name="id" value=id.to_string() />
                <button class="btn small" aria-busy=move || hand_in.pending().get().then_some("true")>{t!("review-hand-in")}</button>
            </ActionForm>
        </div>
        {outcome(publish, Some(fresh), |()| t!("offer-published"))}
        {outcome(hand_in, Some(fresh), |()| t!("review-handed-in"))}
        {send_back(id, fresh)}
    }
}

const fn publishable(stage: Stage) -> bool {
    matches!(
        stage,
        Stage::Draft | Stage::HandedIn | Stage::SentBack | Stage::ChangeHandedIn | Stage::ChangeSentBack
    )
}

/// What the coordinator wrote.
fn note(fresh: Fresh<EditorView>) -> impl IntoView {
    let note = fresh.view.with(|view| view.review.note.clone());
    note.map(|note| {
        let lines = note.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
        view! {
            <div class="note urgent" id="uwaga">
                {icon("info")}
                <div><h2 class="note-title">{t!("review-note")}</h2>{lines}</div>
            </div>
        }
    })
}

/// Since when it waits, by whom, and what a change is about.
fn waits(fresh: Fresh<EditorView>) -> impl IntoView {
    let locale = use_locale();
    fresh.view.with(|view| {
        let (by, at) = view.review.handed_in.clone().filter(|_| view.stage.waits())?;
        let when = format!("{}, {}", day_short(locale, at.day().into()), time(at));
        let key = if view.power.coordinates { "review-from" } else { "review-waits" };
        let changes = view.review.changes.iter().map(change).collect_view();
        Some(view! {
            <section class="card pad review" aria-labelledby="przekazane">
                <h2 class="card-title" id="przekazane">{t!(&format!("stage-{}", view.stage.code()))}</h2>
                <p>{t!(key, name = by, when = when)}</p>
                {(!view.review.changes.is_empty()).then(|| view! { <dl class="changes">{changes}</dl> })}
            </section>
        })
    })
}

fn change(change: &FieldChange) -> impl IntoView + use<> {
    let key = format!("offer-field-{}", change.field.replace('_', "-"));
    let or_nothing = |text: &str| if text.is_empty() { t!("review-nothing") } else { text.to_owned() };
    // Ids and codes are no words: the form below shows what they stand for.
    let coded =
        matches!(change.field.as_str(), "organisation_id" | "kind" | "district_id" | "claim_rule" | "remote");
    let words = (!coded).then(|| view! { <dd><del>{or_nothing(&field_words(&change.field, &change.before))}</del></dd><dd><ins>{or_nothing(&field_words(&change.field, &change.after))}</ins></dd> });
    view! {
        <div>
            <dt>{t!(&key)}</dt>
            {words.map_or_else(|| view! { <dd>{t!("review-below")}</dd> }.into_any(), IntoAny::into_any)}
        </div>
    }
}

/// Giving it back, behind a fold and with a note.
fn send_back(id: OpportunityId, fresh: Fresh<EditorView>) -> impl IntoView {
    let locale = use_locale();
    let action = FormAction::<SendBack>::new();
    let typed = typed::<SendBack>().map(|typed| typed.note);
    let unfolded = typed.is_some();
    let wrong = wrong(action);
    let sentence = Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, "note")));
    let may = move || fresh.view.with(|view| view.power.coordinates && view.stage.waits());
    view! {
        {outcome(action, Some(fresh), |()| t!("review-returned"))}
        <details class="fold" open=unfolded hidden=move || !may()>
            <summary>{t!("review-send-back")}</summary>
            <ActionForm action attr:class="form">
                <input type="hidden" name="id" value=id.to_string() />
                <div class="field">
                    <label for="f-note">{t!("review-send-back-note")}</label>
                    <p class="hint" id="f-note-h">{t!("review-send-back-hint")}</p>
                    <textarea
                        class="textarea"
                        id="f-note"
                        name="note"
                        rows="3"
                        aria-describedby="f-note-h f-note-e"
                        aria-invalid=move || sentence.get().map(|_| "true")
                    >
                        {typed}
                    </textarea>
                    <FieldProblem id="f-note-e".to_owned() sentence />
                </div>
                <div class="form-end">
                    <button class="btn" aria-busy=move || action.pending().get().then_some("true")>{t!("review-send-back-now")}</button>
                </div>
            </ActionForm>
        </details>
    }
}
