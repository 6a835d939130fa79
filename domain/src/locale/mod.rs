//! Three languages. Texts live in `locales/<code>/*.ftl` (Fluent), never in code. The build script reads them and
//! makes sure that the three say the same things with the same variables.

mod dates;
mod filters;
mod plural;
mod rules;
mod texts;

pub use dates::{
    day_and_month, day_long, day_short, day_tiny, duration, month_title, span_title, time, time_range,
    weekday_short, when,
};
pub use filters::{narrowing_words, yes_or_no_words};
pub use rules::{
    day_with_year, left_out_words, needs_words, pattern_words, qualification_words, refusal_words, rule_words,
};

#[cfg(target_arch = "wasm32")]
pub use texts::provide;
#[cfg(not(target_arch = "wasm32"))]
pub use texts::{FILES, keys};
pub use texts::{Value, text};

use serde::{Deserialize, Serialize};

/// A part of the program, with the texts that a browser fetches for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The calendar and the frame around every page.
    Calendar,
    /// The other pages of volunteers.
    Volunteering,
    /// The pages of staff.
    Coordinating,
}

impl Part {
    /// Every part. A page has its own texts and those before.
    pub const ALL: [Self; 3] = [Self::Calendar, Self::Volunteering, Self::Coordinating];

    /// The stable name, as in names of files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Volunteering => "volunteering",
            Self::Coordinating => "coordinating",
        }
    }
}

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Locale {
    /// Polish, the first language.
    #[default]
    Pl,
    /// English.
    En,
    /// Ukrainian.
    Uk,
}

/// Every language, Polish first.
pub const LOCALES: [Locale; 3] = [Locale::Pl, Locale::Uk, Locale::En];

impl Locale {
    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
            Self::Uk => "uk",
        }
    }

    /// The path of a page in this language: `/pl` for `/`, `/pl?widok=week` for `/?widok=week`.
    pub fn path(self, page: &str) -> String {
        let root = page.strip_prefix('/').filter(|rest| rest.is_empty() || rest.starts_with('?'));
        format!("/{}{}", self.code(), root.unwrap_or(page))
    }

    /// Reads a code such as `pl`, `uk-UA`.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        LOCALES.into_iter().find(|locale| locale.code().eq_ignore_ascii_case(primary))
    }

    /// The best of an `Accept-Language` header, by its order and weights; `None` if it names none of ours.
    pub fn negotiate(accept_language: &str) -> Option<Self> {
        let mut wanted: Vec<(f32, Self)> = accept_language
            .split(',')
            .filter_map(|part| {
                let (code, weight) = part.trim().split_once(";q=").unwrap_or((part.trim(), "1"));
                Some((weight.trim().parse().unwrap_or(0.0), Self::from_code(code)?))
            })
            .filter(|(weight, _)| *weight > 0.0)
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.first().map(|(_, locale)| *locale)
    }

    /// The language's own name.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Pl => "Polski",
            Self::En => "English",
            Self::Uk => "Українська",
        }
    }

    /// How it is written in narrow places.
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::Pl => "PL",
            Self::En => "EN",
            Self::Uk => "УК",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_in_a_language() {
        let paths = ["/", "/?widok=week", "/moje", "?x"].map(|page| Locale::Uk.path(page));
        assert_eq!(paths, ["/uk", "/uk?widok=week", "/uk/moje", "/uk?x"]);
    }

    #[test]
    fn accept_language() {
        assert_eq!(Locale::negotiate("uk-UA,uk;q=0.9,en;q=0.8"), Some(Locale::Uk));
        assert_eq!(Locale::negotiate("de,en;q=0.5,pl;q=0.7"), Some(Locale::Pl));
        assert_eq!(Locale::negotiate("de, fr;q=0.2"), None);
        assert_eq!(Locale::negotiate("pl;q=0, en;q=0.1"), Some(Locale::En));
        assert_eq!(Locale::negotiate(";;q=,,"), None);
    }

    #[test]
    fn polish_plurals_have_three_forms() {
        let places = |n: i64| text(Locale::Pl, "seats-missing", &[("count", n.into())]);
        assert_eq!(places(1), "brakuje 1 osoby");
        assert_eq!(places(3), "brakuje 3 osób");
        let tasks = |n: i64| text(Locale::Pl, "slot-count", &[("count", n.into())]);
        assert_eq!(
            (tasks(1), tasks(2), tasks(5), tasks(22)),
            ("1 termin".into(), "2 terminy".into(), "5 terminów".into(), "22 terminy".into())
        );
    }

    #[test]
    fn an_unknown_key_comes_back() {
        assert_eq!(text(Locale::Pl, "no-such-key", &[]), "no-such-key");
    }
}
