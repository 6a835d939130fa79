//! Reading what was typed field by field, noting what is wrong.

use crate::text::fold_email;
use serde::de::value::Error as NoChoice;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};

/// Why a field was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InputProblem {
    /// Nothing was typed.
    Empty,
    /// More characters than fit.
    TooLong,
    /// Not an e-mail address.
    NotEmail,
    /// Not a date.
    NotDate,
    /// Not a time of day.
    NotTime,
    /// Not a number in the allowed range.
    OutOfRange,
    /// Not one of the choices.
    NotAChoice,
    /// The end is not after the start.
    EndBeforeStart,
    /// It would end on the next day, and last too long for that.
    NightTooLong,
    /// The day is over.
    InThePast,
    /// The day is still to come.
    InTheFuture,
    /// The day does not belong to the task.
    OutsideTask,
    /// It can only be put off: somebody may have planned with it.
    Earlier,
    /// Too far in the future.
    TooFar,
    /// The largest number of places is below the smallest.
    MaxBelowMin,
    /// More people have places already.
    BelowTaken,
    /// People have places there already, with or without a role.
    RoleTaken,
    /// There are dates to come with it.
    InUse,
    /// The same is there twice.
    Twice,
    /// The rule gives no date at all.
    NoDates,
    /// The same thing has a date then already.
    Doubled,
    /// The code is not six digits, or not the one sent.
    WrongCode,
    /// The code was valid for ten minutes, five tries, one use.
    DeadCode,
    /// Nobody was found.
    Nobody,
    /// More names than places.
    TooManyNames,
    /// Fewer places than names.
    BelowNames,
    /// A first name or a family name is missing.
    NotFullName,
}

impl InputProblem {
    /// The stable name, as in keys of texts and in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too-long",
            Self::NotEmail => "not-email",
            Self::NotDate => "not-date",
            Self::NotTime => "not-time",
            Self::OutOfRange => "out-of-range",
            Self::NotAChoice => "not-a-choice",
            Self::EndBeforeStart => "end-before-start",
            Self::NightTooLong => "night-too-long",
            Self::InThePast => "in-the-past",
            Self::InTheFuture => "in-the-future",
            Self::OutsideTask => "outside-task",
            Self::Earlier => "earlier",
            Self::TooFar => "too-far",
            Self::MaxBelowMin => "max-below-min",
            Self::BelowTaken => "below-taken",
            Self::RoleTaken => "role-taken",
            Self::InUse => "in-use",
            Self::Twice => "twice",
            Self::NoDates => "no-dates",
            Self::Doubled => "doubled",
            Self::WrongCode => "wrong-code",
            Self::DeadCode => "dead-code",
            Self::Nobody => "nobody",
            Self::TooManyNames => "too-many-names",
            Self::BelowNames => "below-names",
            Self::NotFullName => "not-full-name",
        }
    }
}

/// One field that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// The field's name in the form.
    pub field: String,
    /// Why.
    pub problem: InputProblem,
}

/// Collects what is wrong while a form is read.
#[derive(Debug, Default)]
pub struct Problems(Vec<FieldProblem>);

impl Problems {
    /// Notes a problem.
    pub fn add(&mut self, field: &str, problem: InputProblem) {
        self.0.push(FieldProblem { field: field.to_owned(), problem });
    }

    /// A required line of text of at most `max` characters, trimmed; control characters are dropped.
    pub fn line(&mut self, field: &str, typed: &str, max: usize) -> String {
        let clean = self.optional_line(field, typed, max);
        if clean.is_empty() && !self.has(field) {
            self.add(field, InputProblem::Empty);
        }
        clean
    }

    /// A line of text that may be empty.
    pub fn optional_line(&mut self, field: &str, typed: &str, max: usize) -> String {
        let spaced: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        self.bounded(field, spaced.split_whitespace().collect::<Vec<_>>().join(" "), max)
    }

    /// Several lines of text that may be empty.
    pub fn paragraph(&mut self, field: &str, typed: &str, max: usize) -> String {
        let clean: String =
            typed.replace("\r\n", "\n").chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        self.bounded(field, clean.trim().to_owned(), max)
    }

    fn bounded(&mut self, field: &str, text: String, max: usize) -> String {
        if text.chars().count() > max {
            self.add(field, InputProblem::TooLong);
        }
        text
    }

    /// An e-mail address, folded.
    pub fn email(&mut self, field: &str, typed: &str) -> String {
        let email = fold_email(&self.line(field, typed, 254));
        if !self.has(field) && !is_email(&email) {
            self.add(field, InputProblem::NotEmail);
        }
        email
    }

    /// A number from `min` to `max`.
    pub fn number(&mut self, field: &str, typed: &str, min: i64, max: i64) -> i64 {
        match typed.trim().parse() {
            Ok(number) if (min..=max).contains(&number) => number,
            _ => {
                self.add(field, InputProblem::OutOfRange);
                min
            }
        }
    }

    /// One of the values of a list, by its code.
    pub fn choice<T: DeserializeOwned + Default>(&mut self, field: &str, typed: &str) -> T {
        let chosen: Result<T, NoChoice> = T::deserialize(typed.into_deserializer());
        chosen.unwrap_or_else(|_| {
            self.add(field, InputProblem::NotAChoice);
            T::default()
        })
    }

    /// A value that its type can read, such as an id; otherwise `problem`.
    pub fn parsed<T: std::str::FromStr>(
        &mut self,
        field: &str,
        typed: &str,
        problem: InputProblem,
    ) -> Option<T> {
        if typed.trim().is_empty() {
            self.add(field, InputProblem::Empty);
            return None;
        }
        let parsed = typed.trim().parse().ok();
        if parsed.is_none() {
            self.add(field, problem);
        }
        parsed
    }

    /// The same, but nothing typed is `None` without a problem.
    pub fn optional<T: std::str::FromStr>(
        &mut self,
        field: &str,
        typed: &str,
        problem: InputProblem,
    ) -> Option<T> {
        if typed.trim().is_empty() { None } else { self.parsed(field, typed, problem) }
    }

    /// A problem with this field was noted.
    pub fn has(&self, field: &str) -> bool {
        self.0.iter().any(|problem| problem.field == field)
    }

    /// # Errors
    /// The problems, if any were noted.
    pub fn finish(self) -> Result<(), Vec<FieldProblem>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }
}

/// Looks like an address that mail can be sent to. The mail itself is the proof.
fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let plain =
        |part: &str| part.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
    let labels_ok = host.split('.').all(|label| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    });
    let dots_ok = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    !local.is_empty() && local.len() <= 64 && plain(local) && dots_ok && host.contains('.') && labels_ok
}
