//! Questions at sign-up: the fields that ask them, and the answers for those who may read them.

use crate::components::field::{FieldProblem, Wrong};
use crate::i18n::use_locale;
use domain::question::{Answer, Question, QuestionKind, YES_NO, field};
use leptos::prelude::*;

/// The fields for the answers, named as in [`domain::form::ClaimForm`]. What is typed is kept in `typed`, which
/// outlives a fresh reading of the page.
pub fn ask(questions: &[Question], typed: RwSignal<Vec<String>>, wrong: Wrong) -> impl IntoView + use<> {
    let fields = questions.iter().enumerate().map(|(number, question)| one(number, question, typed, wrong));
    (!questions.is_empty()).then(|| {
        view! {
            <fieldset class="form-part asked">
                <legend>{t!("reply-title")}</legend>
                {fields.collect_view()}
            </fieldset>
        }
    })
}

/// What can be chosen, and its words.
fn choices(question: &Question) -> Vec<(String, String)> {
    match question.kind {
        QuestionKind::Text => Vec::new(),
        QuestionKind::YesNo => YES_NO.map(|code| (code.to_owned(), t!(&format!("answer-{code}")))).into(),
        QuestionKind::Choice => {
            question.choices.iter().map(|choice| (choice.clone(), choice.clone())).collect()
        }
    }
}

/// Keeps one answer as it is typed.
fn keep(typed: RwSignal<Vec<String>>, number: usize, value: String) {
    typed.update(|typed| {
        if typed.len() <= number {
            typed.resize(number + 1, String::new());
        }
        typed[number] = value;
    });
}

fn one(
    number: usize,
    question: &Question,
    typed: RwSignal<Vec<String>>,
    wrong: Wrong,
) -> impl IntoView + use<> {
    let locale = use_locale();
    let name = field(number);
    let (id, error_id) = (format!("f-{name}"), format!("f-{name}-e"));
    let sentence = Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, &name)));
    let now = typed.with_untracked(|typed| typed.get(number).cloned().unwrap_or_default());
    let keep = move |event| keep(typed, number, event_target_value(&event));
    let send = format!("form[answers][{number}]");
    let invalid = move || sentence.get().map(|_| "true");
    let described = error_id.clone();
    let control = if question.kind == QuestionKind::Text {
        view! {
            <input
                class="input"
                id=id.clone()
                name=send
                maxlength="300"
                autocomplete="off"
                value=now
                required=question.required
                on:input=keep
                aria-describedby=described
                aria-invalid=invalid
            />
        }
        .into_any()
    } else {
        let option = |(value, words): (String, String)| {
            let selected = value == now;
            view! { <option value=value selected=selected>{words}</option> }
        };
        let options = choices(question).into_iter().map(option).collect_view();
        view! {
            <select
                class="select"
                id=id.clone()
                name=send
                required=question.required
                on:change=keep
                aria-describedby=described
                aria-invalid=invalid
            >
                <option value="">{t!("reply-choose")}</option>
                {options}
            </select>
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label for=id>
                {question.text.clone()}
                {(!question.required).then(|| view! { " "<span class="optional">{t!("dates-optional")}</span> })}
            </label>
            {control}
            <FieldProblem id=error_id sentence />
        </div>
    }
}

/// The answers, each with its question.
pub fn answers(answers: &[Answer]) -> impl IntoView + use<> {
    let one = |answer: &Answer| {
        let words = match answer.kind {
            QuestionKind::YesNo => t!(&format!("answer-{}", answer.answer)),
            QuestionKind::Text | QuestionKind::Choice => answer.answer.clone(),
        };
        view! { <div><dt>{answer.question.clone()}</dt><dd>{words}</dd></div> }
    };
    (!answers.is_empty()).then(|| view! { <dl class="answers">{answers.iter().map(one).collect_view()}</dl> })
}
