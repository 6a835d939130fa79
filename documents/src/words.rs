//! Text on its way to paper: what the faces cannot draw is replaced, and what would not fit a line may break.

use crate::typeset::can_draw;
use serde::Serialize;

/// Stands for letters that the faces do not have, such as emoji. (A missing glyph is not allowed in PDF/UA.)
const UNKNOWN: char = '□';
/// A longer word may break after so many letters, so that none runs over the edge.
const UNBROKEN: usize = 26;
const PIECE: usize = 12;
const BREAK: char = '\u{200b}';

/// Text that can be set: one line, only letters the faces have, no endless word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Words(String);

impl Words {
    /// Nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As long a beginning as fits, at the end of a word and with an ellipsis, if it is longer than `most` letters.
    pub fn shortened(text: &str, most: usize) -> Self {
        if text.chars().count() <= most {
            return text.into();
        }
        let cut: String = text.chars().take(most).collect();
        let whole = cut.rfind(' ').filter(|end| *end > cut.len() / 2).unwrap_or(cut.len());
        let kept = cut.get(..whole).unwrap_or(&cut).trim_end_matches([' ', ',', '.', ';', ':', '–', '-']);
        format!("{kept}…").into()
    }
}

impl Words {
    /// An address, which is copied and typed: nothing is put into it.
    pub fn address(text: &str) -> Self {
        Self(text.chars().filter(char::is_ascii_graphic).collect())
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        let mut clean = String::with_capacity(text.len());
        // Spaces that hold words together stay.
        let ends = |letter: char| letter.is_whitespace() && letter != '\u{a0}';
        for word in text.split(ends).filter(|word| !word.is_empty()) {
            if !clean.is_empty() {
                clean.push(' ');
            }
            push_word(&mut clean, word);
        }
        Self(clean)
    }
}

impl AsRef<str> for Words {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

fn push_word(clean: &mut String, word: &str) {
    let long = word.chars().count() > UNBROKEN;
    let mut written = 0;
    let mut last = None;
    for letter in word.chars().filter(|letter| !is_invisible(*letter)) {
        let letter = if can_draw(letter) { letter } else { UNKNOWN };
        if letter == UNKNOWN && last == Some(UNKNOWN) {
            continue;
        }
        if long && written > 0 && written % PIECE == 0 {
            clean.push(BREAK);
        }
        clean.push(letter);
        written += 1;
        last = Some(letter);
    }
}

/// Steers other letters and shows nothing itself: controls, directions, joiners, variants.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_drawn_is_left() {
        assert_eq!(Words::from("Zażółć\tgęślą\n\njaźń, Її ґанок").as_ref(), "Zażółć gęślą jaźń, Її ґанок");
        assert_eq!(Words::from("kawa ☕🏳️‍🌈 \u{202e}tył\u{0}").as_ref(), "kawa □ tył");
        assert_eq!(Words::from("#let x = $[*_<\\").as_ref(), "#let x = $[*_<\\");
    }

    #[test]
    fn endless_words_may_break() {
        let broken = Words::from("a".repeat(60));
        assert!(broken.as_ref().split(BREAK).all(|piece| piece.chars().count() <= PIECE));
        assert_eq!(Words::from("konstantynopolitańczyk").as_ref(), "konstantynopolitańczyk");
    }

    #[test]
    fn long_texts_end_with_a_word() {
        assert_eq!(Words::shortened("Pomagamy dzieciom, codziennie", 20).as_ref(), "Pomagamy dzieciom…");
        assert_eq!(Words::shortened("Pomagamy", 20).as_ref(), "Pomagamy");
    }
}
