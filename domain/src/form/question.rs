//! Questions at sign-up, as a poster types them.

use super::{InputProblem, Problems};
use crate::question::{MAX_CHOICES, MAX_QUESTIONS, Question, QuestionKind};
use serde::{Deserialize, Serialize};

/// A question, as typed. One without a text is not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuestionForm {
    /// What is asked.
    pub text: String,
    /// A [`QuestionKind`] code, or empty: in words.
    pub kind: String,
    /// The answers to choose from, one a line.
    pub choices: String,
    /// `on` if nobody claims without an answer.
    pub required: String,
}

impl From<&Question> for QuestionForm {
    fn from(question: &Question) -> Self {
        Self {
            text: question.text.clone(),
            kind: question.kind.code().to_owned(),
            choices: question.choices.join("\n"),
            required: if question.required { "on".to_owned() } else { String::new() },
        }
    }
}

/// The questions that were typed. Problems are of the fields `questions-<number>-<field>`.
pub(super) fn read(problems: &mut Problems, typed: &[QuestionForm]) -> Vec<Question> {
    let asked = typed.iter().enumerate().filter(|(_, form)| !form.text.trim().is_empty());
    asked.take(MAX_QUESTIONS).map(|(number, form)| question(problems, number, form)).collect()
}

fn question(problems: &mut Problems, number: usize, form: &QuestionForm) -> Question {
    let field = |name: &str| format!("questions-{number}-{name}");
    let kind = QuestionKind::ALL.into_iter().find(|kind| kind.code() == form.kind);
    if kind.is_none() && !form.kind.is_empty() {
        problems.add(&field("kind"), InputProblem::NotAChoice);
    }
    let kind = kind.unwrap_or_default();
    let choices =
        if kind == QuestionKind::Choice { choices(problems, &field("choices"), form) } else { Vec::new() };
    Question {
        text: problems.line(&field("text"), &form.text, 200),
        kind,
        choices,
        required: !form.required.is_empty(),
    }
}

fn choices(problems: &mut Problems, field: &str, form: &QuestionForm) -> Vec<String> {
    let mut choices: Vec<String> = Vec::new();
    for line in form.choices.lines().take(100) {
        let choice = problems.optional_line(field, line, 100);
        if !choice.is_empty() && !choices.contains(&choice) {
            choices.push(choice);
        }
    }
    match choices.len() {
        0 => problems.add(field, InputProblem::Empty),
        1 => problems.add(field, InputProblem::OutOfRange),
        count if count > MAX_CHOICES => problems.add(field, InputProblem::TooLong),
        _ => {}
    }
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str, kind: &str, choices: &str) -> QuestionForm {
        QuestionForm { text: text.into(), kind: kind.into(), choices: choices.into(), required: "on".into() }
    }

    #[test]
    fn a_question_comes_back_as_it_was_typed() {
        let mut problems = Problems::default();
        let typed =
            [form("Rozmiar?", "choice", "S\nM"), QuestionForm::default(), form("Masz auto?", "yes_no", "")];
        let questions = read(&mut problems, &typed);
        assert!(problems.finish().is_ok());
        let again: Vec<QuestionForm> = questions.iter().map(QuestionForm::from).collect();
        assert_eq!(again, [typed[0].clone(), typed[2].clone()]);
    }

    #[test]
    fn a_choice_needs_two_answers_at_least() {
        for (choices, problem) in [("", InputProblem::Empty), ("S\n S ", InputProblem::OutOfRange)] {
            let mut problems = Problems::default();
            read(&mut problems, &[QuestionForm::default(), form("Rozmiar?", "choice", choices)]);
            let found = problems.finish().unwrap_err();
            assert_eq!((found[0].field.as_str(), found[0].problem), ("questions-1-choices", problem));
        }
        let mut problems = Problems::default();
        read(&mut problems, &[form("Rozmiar?", "liczba", "")]);
        assert!(problems.has("questions-0-kind"));
    }

    #[test]
    fn there_are_five_at_most() {
        let mut problems = Problems::default();
        assert_eq!(read(&mut problems, &vec![form("Masz auto?", "yes_no", ""); 7]).len(), MAX_QUESTIONS);
    }
}
