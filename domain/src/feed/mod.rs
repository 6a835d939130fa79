//! Dates as other programs read them: iCalendar, schema.org events, a list in JSON. All are made from the same
//! [`FeedDate`]s, which hold only what a visitor may see, and in a person's own calendar the state of their own claim.

mod event;
pub mod ical;
mod list;

pub use event::{event, events};
pub use list::{LIST_VERSION, list};

use crate::claim::ClaimState;
use crate::ids::{DistrictId, OpportunityId, OrganisationId, SlotId};
use crate::kind::Family;
use crate::locale::{Locale, text};
use crate::text::Code;
use crate::time::{Day, Instant};
use uuid::Uuid;

/// Days before today that a calendar still holds.
pub const DAYS_BACK: i64 = 30;
/// Days from today that a calendar looks ahead.
pub const DAYS_AHEAD: i64 = 400;
/// The most dates of one calendar.
pub const MOST_DATES: i64 = 2_000;

/// One date as others are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedDate {
    /// Its name for ever: the slot's id, in a person's own calendar the claim's.
    pub uid: Uuid,
    /// Grows with every change that people with a copy must hear of.
    pub sequence: i64,
    /// When it last changed, as far as it is known.
    pub changed_at: Instant,
    /// Which slot.
    pub slot_id: SlotId,
    /// Of which opportunity.
    pub opportunity_id: OpportunityId,
    /// When it begins; of a task without an hour the first day's midnight in Warsaw.
    pub starts_at: Instant,
    /// When it ends; of a task without an hour the end of the last day.
    pub ends_at: Instant,
    /// Minutes of work, whenever it suits between the two; `None`: from the one to the other.
    pub work_minutes: Option<i64>,
    /// From when it can be claimed, if not yet.
    pub opens_at: Option<Instant>,
    /// What it is.
    pub title: String,
    /// What is done there.
    pub description: String,
    /// Who asks for help.
    pub organisation_id: OrganisationId,
    /// Their name.
    pub organisation: String,
    /// Where to go.
    pub place: String,
    /// In which district.
    pub district: Option<String>,
    /// Its id.
    pub district_id: Option<DistrictId>,
    /// From anywhere.
    pub remote: bool,
    /// The lowest age, years.
    pub min_age: i64,
    /// The fewest people.
    pub min_places: i64,
    /// The most people.
    pub max_places: i64,
    /// Places taken.
    pub taken: i64,
    /// The kind's code.
    pub kind: Code,
    /// Its family.
    pub family: Family,
    /// Its name in the reader's language.
    pub kind_name: String,
    /// It does not take place.
    pub cancelled: bool,
    /// The reader's own claim; only in their own calendar.
    pub claim: Option<ClaimState>,
    /// It was moved, and the reader has not said yet that it still suits them.
    pub asked_again: bool,
}

impl FeedDate {
    /// Without an hour: whole days.
    pub const fn whole_days(&self) -> bool {
        self.work_minutes.is_some()
    }

    /// The last day of a date of whole days. An end at midnight belongs to the day before.
    pub fn last_day(&self) -> Day {
        self.ends_at.plus_seconds(-1).day().max(self.starts_at.day()).into()
    }

    /// Places that are left.
    pub fn free(&self) -> i64 {
        (self.max_places - self.taken).max(0)
    }

    /// Where it is, in one line.
    pub fn location(&self, locale: Locale) -> String {
        match (&self.district, self.remote) {
            (_, true) => text(locale, "remote", &[]),
            (Some(district), false) => format!("{}, {district}", self.place),
            (None, false) => self.place.clone(),
        }
    }
}

/// Where the program is, and in which language it is spoken about.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// Scheme, host and port, without a slash at the end.
    pub url: &'a str,
    /// The language.
    pub locale: Locale,
    /// The centre's name.
    pub centre: &'a str,
    /// Its town; empty if it is not known.
    pub town: &'a str,
}

impl Site<'_> {
    /// The address of a path that begins with a slash, in this language.
    pub fn address(&self, path: &str) -> String {
        let path = if path == "/" { "" } else { path };
        format!("{}/{}{path}", self.url, self.locale.code())
    }

    /// The page of a date.
    pub fn page(&self, date: &FeedDate) -> String {
        self.address(&format!("/termin/{}", date.slot_id))
    }
}

/// The town of an address such as `ul. Długa 1, 09-400 Płock`; empty if it names none.
pub fn town(address: &str) -> &str {
    let code = |word: &str| {
        let mut letters = word.chars();
        word.len() == 6 && letters.all(|c| c.is_ascii_digit() || c == '-') && word.as_bytes()[2] == b'-'
    };
    let Some(position) = address.split_whitespace().find(|word| code(word)) else { return "" };
    let rest = address.split_once(position).map_or("", |(_, rest)| rest);
    rest.split(',').next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_follows_its_postal_code() {
        assert_eq!(town("ul. Długa 1, 09-400 Płock"), "Płock");
        assert_eq!(town("09-400 Płock, ul. Długa 1"), "Płock");
        assert_eq!(town("ul. Długa 1"), "");
        assert_eq!(town("ąęćśźż ó-łłł"), "");
    }
}
