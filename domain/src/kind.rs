//! The kinds of activity, with the flags that decide who may take part. Source: domain rules §2.

use crate::locale::Locale;
use crate::text::Code;
use serde::{Deserialize, Serialize};

/// The six families that the calendar marks with a colour, an icon and a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Children: day-rooms and tutoring.
    Children,
    /// Elders and ill people.
    Elders,
    /// Work and learning.
    Work,
    /// Home and hands.
    Home,
    /// Town and animals.
    Town,
    /// Support in hard times.
    Support,
}

impl Family {
    /// The CSS class and the key of its name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Children => "children",
            Self::Elders => "elders",
            Self::Work => "work",
            Self::Home => "home",
            Self::Town => "town",
            Self::Support => "support",
        }
    }
}

/// A kind of activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[expect(clippy::struct_excessive_bools, reason = "independent flags of the programme's own table")]
pub struct Kind {
    /// The stable name, e.g. `day_room`.
    pub code: Code,
    /// Where it stands in lists.
    pub position: i64,
    /// Its family.
    pub family: Family,
    /// Its full name in Polish.
    pub name_pl: String,
    /// Its full name in English.
    pub name_en: String,
    /// Its full name in Ukrainian.
    pub name_uk: String,
    /// Its short name in Polish.
    pub short_pl: String,
    /// Its short name in English.
    pub short_en: String,
    /// Its short name in Ukrainian.
    pub short_uk: String,
    /// Directed at minors: opens the checks of UPM art. 21.
    pub minor_directed: bool,
    /// Minors may be around without being the purpose: a briefing is due, no checks.
    pub minors_may_be_present: bool,
    /// Takes place in somebody's home: never alone under 18. Source: N6.
    pub at_home: bool,
    /// Can be done from afar.
    pub remote: bool,
    /// How much strength it takes, 0–3.
    pub effort: i64,
    /// The youngest age in years (policy, the centre may change it).
    pub min_age: i64,
    /// A confidentiality statement is due.
    pub confidential: bool,
}

impl Kind {
    /// The short name in `locale`.
    pub fn short(&self, locale: Locale) -> &str {
        match locale {
            Locale::Pl => &self.short_pl,
            Locale::En => &self.short_en,
            Locale::Uk => &self.short_uk,
        }
    }

    /// The full name in `locale`.
    pub fn name(&self, locale: Locale) -> &str {
        match locale {
            Locale::Pl => &self.name_pl,
            Locale::En => &self.name_en,
            Locale::Uk => &self.name_uk,
        }
    }

    /// All its names in all languages: what a search finds it by.
    pub fn names(&self) -> [&str; 6] {
        [&self.name_pl, &self.name_en, &self.name_uk, &self.short_pl, &self.short_en, &self.short_uk]
    }
}
