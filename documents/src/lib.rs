//! Paper: what a page shows, as a tagged PDF (PDF/UA-1) with title, language, headings, table headers and alternative
//! texts. Pure: a view of the domain in, bytes out; no clock, no file, no network.
//!
//! A [`Paper`] is made cheaply and has a [fingerprint](Paper::fingerprint); only [`Paper::pdf`] is work, some 50 to
//! 300 ms of one core. Its look is in `look/*.typ` (Typst). Texts reach it as values, never as markup.

mod calendar;
mod host;
mod pages;
mod parts;
mod poster;
mod public;
mod typeset;
mod words;

pub use calendar::{calendar, facility_week};
pub use host::host;
pub use pages::{about, join, opportunity, schedule, slot};
pub use poster::{Sheet, poster};
pub use public::{declaration, easy, map, share};
pub use typeset::{Failed, Paper};

use domain::locale::{Locale, Value, text};
use domain::time::Instant;
use domain::view::Contact;

/// The most dates on one paper; a calendar with more says where the others are.
pub const MOST_DATES: usize = 300;

/// What surrounds every paper.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The language of the paper.
    pub locale: Locale,
    /// Whose programme it is.
    pub contact: &'a Contact,
    /// As of when it is true.
    pub now: Instant,
    /// Where people reach the program, without a slash at the end.
    pub site: &'a str,
    /// The path of the page that shows the same, with its query and without a language.
    pub path: &'a str,
}

impl Frame<'_> {
    fn text(&self, key: &str, values: &[(&str, Value)]) -> String {
        text(self.locale, key, values)
    }

    fn say(&self, key: &str) -> String {
        self.text(key, &[])
    }

    /// The whole address of a page in the language of the paper.
    fn url(&self, path: &str) -> String {
        format!("{}{}", self.site, self.locale.path(path))
    }
}
