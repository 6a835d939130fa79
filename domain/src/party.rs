//! Who comes with a claim: nobody else, a friend, a class, a company.

use serde::{Deserialize, Serialize};

/// As whom somebody claims places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// One person, one place.
    #[default]
    Alone,
    /// With a friend, who gets a link.
    Friend,
    /// A class with its teacher.
    Class,
    /// People of a company.
    Company,
}

impl Party {
    /// Every party, the smallest first.
    pub const ALL: [Self; 4] = [Self::Alone, Self::Friend, Self::Class, Self::Company];

    /// The stable name, as stored, in forms and in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::Friend => "friend",
            Self::Class => "class",
            Self::Company => "company",
        }
    }
}
