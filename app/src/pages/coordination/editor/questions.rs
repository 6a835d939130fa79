//! What is asked at sign-up, as the poster writes it: up to five questions, each behind a fold.

use crate::components::field::{FieldProblem, Wrong};
use crate::i18n::use_locale;
use domain::form::QuestionForm;
use domain::question::{MAX_QUESTIONS, QuestionKind};
use leptos::prelude::*;

/// The questions there are, and empty ones up to the most.
pub(super) fn questions(asked: &[QuestionForm], wrong: Wrong) -> impl IntoView + use<> {
    let blank = QuestionForm::default();
    let one = |number: usize| question(number, asked.get(number).unwrap_or(&blank), wrong);
    view! {
        <fieldset class="form-part" id="f-questions">
            <legend>{t!("questions-title")}</legend>
            <p class="hint">{t!("questions-hint")}</p>
            {(0..MAX_QUESTIONS).map(one).collect_view()}
        </fieldset>
    }
}

fn question(number: usize, form: &QuestionForm, wrong: Wrong) -> impl IntoView + use<> {
    let name = move |field: &str| format!("form[questions][{number}][{field}]");
    let id = move |field: &str| format!("f-questions-{number}-{field}");
    let locale = use_locale();
    let sentence = move |field: &'static str| {
        let field = format!("questions-{number}-{field}");
        Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, &field)))
    };
    let (text, choices) = (sentence("text"), sentence("choices"));
    let title = if form.text.is_empty() {
        t!("questions-add", number = number + 1)
    } else {
        format!("{}. {}", number + 1, form.text)
    };
    let kind = |kind: QuestionKind| {
        let chosen = kind.code() == form.kind;
        view! { <option value=kind.code() selected=chosen>{t!(&format!("question-kind-{}", kind.code().replace('_', "-")))}</option> }
    };
    view! {
        <details class="fold" class:more=form.text.is_empty() open=move || text.get().is_some() || choices.get().is_some()>
            <summary>{title}</summary>
            <div class="stack">
                <div class="field">
                    <label for=id("text")>{t!("question-text")}</label>
                    <input class="input" id=id("text") name=name("text") maxlength="200" autocomplete="off" value=form.text.clone() aria-describedby=id("text-e") aria-invalid=move || text.get().map(|_| "true") />
                    <FieldProblem id=id("text-e") sentence=text />
                </div>
                <div class="field">
                    <label for=id("kind")>{t!("question-kind")}</label>
                    <select class="select" id=id("kind") name=name("kind")>{QuestionKind::ALL.map(kind).collect_view()}</select>
                </div>
                <div class="field">
                    <label for=id("choices")>{t!("question-choices")}</label>
                    <p class="hint" id=id("choices-h")>{t!("question-choices-hint")}</p>
                    <textarea class="textarea" id=id("choices") name=name("choices") rows="3" aria-describedby=format!("{} {}", id("choices-h"), id("choices-e")) aria-invalid=move || choices.get().map(|_| "true")>
                        {form.choices.clone()}
                    </textarea>
                    <FieldProblem id=id("choices-e") sentence=choices />
                </div>
                <label class="check">
                    <input type="checkbox" name=name("required") checked=!form.required.is_empty() />
                    <span>{t!("question-required")}</span>
                </label>
            </div>
        </details>
    }
}
