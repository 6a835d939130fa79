//! The texts themselves. The server has those of every language; a browser is given those of its page's language, and
//! of the parts of the program that it fetched.

use super::{Locale, plural};
use serde::Deserialize;
use std::collections::HashMap;

/// The texts of one language by key, as the build script writes them. Variables stand in them as `{name}`.
#[derive(Debug, Default, Deserialize)]
struct Texts {
    plain: HashMap<String, String>,
    plural: HashMap<String, Plural>,
}

/// The variable that decides; the name of each form (a number or a plural category) with its text.
type Plural = (String, Vec<(String, String)>);

#[cfg(not(target_arch = "wasm32"))]
mod place {
    use super::{Locale, Texts};
    use crate::locale::LOCALES;
    use std::sync::LazyLock;

    static TEXTS: LazyLock<[Texts; 3]> =
        LazyLock::new(|| LOCALES.map(|locale| postcard::from_bytes(all(locale)).unwrap_or_default()));

    const fn all(locale: Locale) -> &'static [u8] {
        match locale {
            Locale::Pl => include_bytes!(concat!(env!("OUT_DIR"), "/pl.postcard")),
            Locale::Uk => include_bytes!(concat!(env!("OUT_DIR"), "/uk.postcard")),
            Locale::En => include_bytes!(concat!(env!("OUT_DIR"), "/en.postcard")),
        }
    }

    /// The texts of each part of the program in each language packed, for a browser to fetch: the name of the file,
    /// such as `pl/calendar.postcard`, and what is in it.
    pub const FILES: [(&str, &[u8]); 9] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

    /// Every key.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        texts(Locale::default())
            .flat_map(|texts| texts.plain.keys().chain(texts.plural.keys()))
            .map(String::as_str)
    }

    pub(super) fn texts(locale: Locale) -> impl Iterator<Item = &'static Texts> {
        LOCALES
            .into_iter()
            .position(|known| known == locale)
            .and_then(|position| TEXTS.get(position))
            .into_iter()
    }
}

#[cfg(target_arch = "wasm32")]
mod place {
    use super::{Locale, Texts};
    use crate::locale::Part;
    use std::sync::OnceLock;

    static TEXTS: [OnceLock<Texts>; 3] = [const { OnceLock::new() }; 3];

    /// Gives the browser the texts of a part in its page's language, as its file has them. Until then a
    /// text is its key.
    pub fn provide(part: Part, file: &[u8]) {
        TEXTS[part as usize].get_or_init(|| postcard::from_bytes(file).unwrap_or_default());
    }

    /// The page's; another language's are not here.
    pub(super) fn texts(_: Locale) -> impl Iterator<Item = &'static Texts> {
        TEXTS.iter().filter_map(OnceLock::get)
    }
}

pub use place::*;

/// A value for a text's variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Decides a plural and is written in digits.
    Number(i64),
    /// Put in as it is.
    Text(String),
}

impl Value {
    fn written(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The text of `key` with its variables. A key that does not exist comes back as itself; a test keeps that from
/// happening for keys written in code.
pub fn text(locale: Locale, key: &str, values: &[(&str, Value)]) -> String {
    let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
    if let Some(text) = texts(locale).find_map(|texts| texts.plain.get(key)) {
        return filled(text, value);
    }
    let Some((by, forms)) = texts(locale).find_map(|texts| texts.plural.get(key)) else {
        return key.to_owned();
    };
    let (number, category) = match value(by) {
        Some(Value::Number(number)) => (number.to_string(), plural::category(locale, *number)),
        _ => (String::new(), "other"),
    };
    let form = |name: &str| forms.iter().find(|(form, _)| *form == name);
    let chosen = form(&number).or_else(|| form(category)).or_else(|| form("other"));
    chosen.map_or_else(|| key.to_owned(), |(_, text)| filled(text, value))
}

/// The text with values in place of `{name}`; a name without a value stays.
fn filled<'a>(text: &str, value: impl Fn(&str) -> Option<&'a Value>) -> String {
    let mut pieces = text.split('{');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
        out.push_str(&value(name).map_or_else(|| name.to_owned(), Value::written));
        out.push_str(rest);
    }
    out
}
