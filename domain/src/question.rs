//! What a poster asks at sign-up, and the answers. Source: C8.

use crate::form::{FieldProblem, InputProblem, Problems};
use serde::{Deserialize, Serialize};

/// The most questions of one opportunity.
pub const MAX_QUESTIONS: usize = 5;
/// The most answers to choose from.
pub const MAX_CHOICES: usize = 10;
/// The most characters of an answer in words.
const MAX_ANSWER: usize = 300;

/// How a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// In a few words.
    #[default]
    Text,
    /// Yes or no; the answer is `yes` or `no`.
    YesNo,
    /// One of the answers given.
    Choice,
}

impl QuestionKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Text, Self::YesNo, Self::Choice];

    /// The stable name, as stored, in forms and in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::YesNo => "yes_no",
            Self::Choice => "choice",
        }
    }
}

/// The codes of the answers to [`QuestionKind::YesNo`].
pub const YES_NO: [&str; 2] = ["yes", "no"];

/// A question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is asked.
    pub text: String,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The answers of [`QuestionKind::Choice`].
    #[serde(default)]
    pub choices: Vec<String>,
    /// Nobody claims without an answer.
    pub required: bool,
}

/// An answer, with the question as it stood when it was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
    /// How it was answered.
    #[serde(default)]
    pub kind: QuestionKind,
}

/// The name of the field of the answer to a question, in problems.
pub fn field(number: usize) -> String {
    format!("answers-{number}")
}

/// The answers to these questions, in their order; those that were not answered are left out.
///
/// # Errors
/// The [`field`]s that were not taken: a required answer that is missing, one that is not among the choices.
pub fn check(questions: &[Question], typed: &[String]) -> Result<Vec<Answer>, Vec<FieldProblem>> {
    let mut problems = Problems::default();
    let mut answers = Vec::new();
    for (number, question) in questions.iter().enumerate() {
        let field = field(number);
        let typed = typed.get(number).map(String::as_str).unwrap_or_default();
        let answer = problems.optional_line(&field, typed, MAX_ANSWER);
        if answer.is_empty() {
            if question.required {
                problems.add(&field, InputProblem::Empty);
            }
            continue;
        }
        let known = match question.kind {
            QuestionKind::Text => true,
            QuestionKind::YesNo => YES_NO.contains(&answer.as_str()),
            QuestionKind::Choice => question.choices.contains(&answer),
        };
        if !known {
            problems.add(&field, InputProblem::NotAChoice);
        }
        answers.push(Answer { question: question.text.clone(), answer, kind: question.kind });
    }
    problems.finish().map(|()| answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked() -> Vec<Question> {
        let question = |text: &str, kind, required| Question {
            text: text.into(),
            kind,
            choices: vec!["S".into(), "M".into()],
            required,
        };
        vec![
            question("Rozmiar koszulki?", QuestionKind::Choice, true),
            question("Masz prawo jazdy?", QuestionKind::YesNo, false),
            question("Co chcesz nam powiedzieć?", QuestionKind::Text, false),
        ]
    }

    fn typed(answers: &[&str]) -> Vec<String> {
        answers.iter().map(|&answer| answer.to_owned()).collect()
    }

    #[test]
    fn answers_keep_their_questions() {
        let answers = check(&asked(), &typed(&[" M ", "", "Mam psa."]));
        let answer = |question: &str, answer: &str, kind| Answer {
            question: question.into(),
            answer: answer.into(),
            kind,
        };
        let expected = vec![
            answer("Rozmiar koszulki?", "M", QuestionKind::Choice),
            answer("Co chcesz nam powiedzieć?", "Mam psa.", QuestionKind::Text),
        ];
        assert_eq!(answers, Ok(expected));
        assert_eq!(check(&[], &typed(&["nobody asked"])), Ok(Vec::new()));
    }

    #[test]
    fn what_is_required_is_answered_with_what_was_offered() {
        let problem = |answers: &[&str]| check(&asked(), &typed(answers)).unwrap_err();
        assert_eq!(problem(&[])[0], FieldProblem { field: "answers-0".into(), problem: InputProblem::Empty });
        assert_eq!(problem(&["XL"])[0].problem, InputProblem::NotAChoice);
        assert_eq!(problem(&["M", "maybe"])[0].field, "answers-1");
        assert_eq!(problem(&["M", "no", &"a".repeat(301)])[0].problem, InputProblem::TooLong);
    }

    #[test]
    fn codes_are_those_of_serde() {
        for kind in QuestionKind::ALL {
            assert_eq!(serde_json::to_value(kind).ok(), Some(kind.code().into()));
        }
    }
}
