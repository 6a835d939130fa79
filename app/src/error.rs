//! What a person is told when something was not done: one sentence for each problem.

use crate::wire::Packed;
use domain::claiming::Refusal;
use domain::form::FieldProblem;
use domain::locale::{Locale, refusal_words, text, time};
use domain::problem::Problem;
use serde::{Deserialize, Serialize};
use server_fn::error::{FromServerFnError, ServerFnErrorErr};

/// A problem on its way to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(transparent)]
#[error("{0}")]
pub struct UiError(pub Problem);

impl FromServerFnError for UiError {
    type Encoder = Packed;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        Self(match error {
            // A request that no page of ours sends.
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => Problem::Invalid(Vec::new()),
            ServerFnErrorErr::Deserialization(_) if cfg!(feature = "ssr") => Problem::Invalid(Vec::new()),
            ServerFnErrorErr::Deserialization(_) => Problem::Outdated,
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Problem::Unreachable,
            _ => Problem::Internal { reference: String::new() },
        })
    }
}

impl From<Problem> for UiError {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

#[cfg(feature = "ssr")]
impl From<backend::error::Error> for UiError {
    fn from(error: backend::error::Error) -> Self {
        Self(error.into())
    }
}

impl UiError {
    /// What to tell the person.
    pub fn sentence(&self, locale: Locale) -> String {
        let say = |values| text(locale, &format!("problem-{}", self.0.code()), values);
        match &self.0 {
            Problem::Refused(refusal) => refusal_sentence(locale, refusal),
            Problem::AlreadyDecided { by, at, state } => say(&[
                ("by", by.clone().into()),
                ("time", time(*at).into()),
                ("state", text(locale, &format!("claim-state-{}", state.code()), &[]).into()),
            ]),
            Problem::PairDecided { by, at, action } => say(&[
                ("by", by.clone().into()),
                ("time", time(*at).into()),
                ("action", text(locale, &format!("pair-action-{}", action.code()), &[]).into()),
            ]),
            Problem::TooMany { minutes } => say(&[("minutes", (*minutes).into())]),
            Problem::Internal { reference } => say(&[("reference", reference.clone().into())]),
            Problem::SignInFirst
            | Problem::Denied
            | Problem::NotFound
            | Problem::Invalid(_)
            | Problem::TooLate
            | Problem::Changed
            | Problem::Unreachable
            | Problem::Outdated => say(&[]),
        }
    }

    /// The fields that were not taken.
    pub fn fields(&self) -> &[FieldProblem] {
        match &self.0 {
            Problem::Invalid(fields) => fields,
            _ => &[],
        }
    }

    /// What is wrong with one field, if something is.
    pub fn field_sentence(&self, locale: Locale, field: &str) -> Option<String> {
        let found = self.fields().iter().find(|problem| problem.field == field)?;
        Some(text(locale, &format!("input-{}", found.problem.code()), &[]))
    }
}

/// Why a place cannot be claimed.
pub fn refusal_sentence(locale: Locale, refusal: &Refusal) -> String {
    refusal_words(locale, "refusal", refusal)
}

/// The same in two or three words, for cards.
pub fn refusal_short(locale: Locale, refusal: &Refusal) -> String {
    refusal_words(locale, "refusal-short", refusal)
}
