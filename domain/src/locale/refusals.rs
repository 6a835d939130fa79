//! Why a place cannot be claimed, in words.

use super::{Locale, text};
use crate::claiming::Refusal;

/// Why a place cannot be claimed.
pub fn refusal_sentence(locale: Locale, refusal: &Refusal) -> String {
    refusal_text(locale, "refusal", refusal)
}

/// The same in two or three words, for cards.
pub fn refusal_short(locale: Locale, refusal: &Refusal) -> String {
    refusal_text(locale, "refusal-short", refusal)
}

fn refusal_text(locale: Locale, prefix: &str, refusal: &Refusal) -> String {
    let number = match refusal {
        // Limits are told in hours.
        Refusal::WeeklyLimit { limit_minutes } => limit_minutes / 60,
        Refusal::MinorTooLong { max_minutes } => max_minutes / 60,
        other => other.number().unwrap_or_default(),
    };
    text(locale, &format!("{prefix}-{}", refusal.code()), &[("number", number.into())])
}
