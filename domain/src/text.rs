//! Small text types: codes and folded text.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A stable name of something configurable, such as a kind: lower case ASCII.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct Code(pub String);

impl From<&str> for Code {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Folds text for searching: lower case, without diacritics, one space between words, so that
/// "swietlica" finds "Świetlica" and Latin letters find Ukrainian words. Both engines only compare the result.
pub fn fold(text: &str) -> String {
    let plain = deunicode::deunicode(text).to_lowercase();
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What a search looks through: the parts of something, folded, in one text.
pub fn searchable<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().map(fold).collect::<Vec<_>>().join(" ")
}

/// Folds an e-mail address for comparing: trimmed, lower case.
pub fn fold_email(text: &str) -> String {
    text.trim().to_lowercase()
}

/// A person's short name for people who know them: first name and initial.
pub fn short_name(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    match words.next_back().and_then(|last| last.chars().next()) {
        Some(initial) => format!("{first} {initial}."),
        None => first.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_ignores_diacritics_case_and_signs() {
        assert_eq!(fold("Świetlica „Żółw” nr 1"), "swietlica zolw nr 1");
        assert_eq!(fold("  ŁĄCZNIK "), "lacznik");
        assert_eq!(fold(""), "");
    }

    #[test]
    fn short_names() {
        assert_eq!(short_name("Anna Maria Żak"), "Anna Ż.");
        assert_eq!(short_name("Anna"), "Anna");
        assert_eq!(short_name(" "), "");
    }
}
