//! The declaration of accessibility that a public body owes (Source: domain.md section 7; the act of 4 April 2019 on
//! the digital accessibility of websites and mobile applications of public bodies, articles 10 and 11).

use crate::time::Day;
use jiff::civil::date;
use serde::{Deserialize, Serialize};

/// How far the program follows the act.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conformance {
    /// In everything.
    Full,
    /// In everything but what the declaration names.
    #[default]
    Partial,
    /// It does not.
    None,
}

impl Conformance {
    /// The stable name, as in the configuration and in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::None => "none",
        }
    }
}

/// What the centre declares. Days are Warsaw's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// When the website was published.
    pub published: Day,
    /// When it last changed in what matters.
    pub updated: Day,
    /// When the declaration was made.
    pub prepared: Day,
    /// When it was last looked through: each year by 31 March.
    pub reviewed: Option<Day>,
    /// How accessible the website is.
    pub status: Conformance,
    /// Who answers; empty: the centre.
    pub contact: String,
    /// Where to write; empty: the centre's address.
    pub email: String,
    /// Where to call; empty: the centre's telephone.
    pub phone: String,
    /// How the building is entered and used, in Polish; empty: people are asked to call.
    pub building: String,
}

impl Default for Declaration {
    /// What holds until the centre says its own: the day of this program's own assessment.
    fn default() -> Self {
        let assessed = Day(date(2026, 11, 23));
        Self {
            published: assessed,
            updated: assessed,
            prepared: assessed,
            reviewed: None,
            status: Conformance::default(),
            contact: String::new(),
            email: String::new(),
            phone: String::new(),
            building: String::new(),
        }
    }
}

/// The declaration with what is known of the centre, for its page. Nothing that belongs there is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclarationView {
    /// What is declared; contact, address and telephone are filled in.
    pub declaration: Declaration,
    /// The centre's name.
    pub centre: String,
    /// Its address.
    pub address: String,
    /// Where the website is.
    pub url: String,
}
