//! What of the calendar is asked for.

use crate::calendar::CalendarSpan;
use crate::ids::{DistrictId, OrganisationId};
use crate::person::DayPart;
use crate::text::Code;
use crate::time::Day;
use serde::{Deserialize, Serialize};

/// What of the calendar is asked for; all of it stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct CalendarQuery {
    /// How it is looked at.
    pub span: CalendarSpan,
    /// From which day; today if not said.
    pub day: Option<Day>,
    /// Only this kind.
    pub kind: Option<Code>,
    /// Only this organisation.
    pub organisation: Option<OrganisationId>,
    /// Only this district.
    pub district: Option<DistrictId>,
    /// Only this weekday, 1 Monday to 7 Sunday.
    pub weekday: Option<i8>,
    /// Only what begins in this part of the day.
    pub part: Option<DayPart>,
    /// Only from afar, or only at a place.
    pub remote: Option<bool>,
    /// Only dates of a series, or only single dates.
    pub repeats: Option<bool>,
    /// Only what is open to people of this age in years.
    pub age: Option<i64>,
    /// Only what contains every word of this text, whatever its case and diacritics.
    pub text: Option<String>,
    /// Only what the reader has or can claim; for volunteers who may claim.
    pub mine: bool,
    /// What fits the reader best comes first: only in an agenda or a day, and only for volunteers who may claim.
    pub for_me: bool,
}

/// Something that narrows the calendar down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Narrowing {
    /// [`CalendarQuery::text`].
    Text,
    /// [`CalendarQuery::kind`].
    Kind,
    /// [`CalendarQuery::organisation`].
    Organisation,
    /// [`CalendarQuery::district`].
    District,
    /// [`CalendarQuery::weekday`].
    Weekday,
    /// [`CalendarQuery::part`].
    Part,
    /// [`CalendarQuery::remote`].
    Remote,
    /// [`CalendarQuery::repeats`].
    Repeats,
    /// [`CalendarQuery::age`].
    Age,
}

/// Everything that narrows the calendar down.
pub const NARROWINGS: [Narrowing; 9] = [
    Narrowing::Text,
    Narrowing::Kind,
    Narrowing::Organisation,
    Narrowing::District,
    Narrowing::Weekday,
    Narrowing::Part,
    Narrowing::Remote,
    Narrowing::Repeats,
    Narrowing::Age,
];

impl CalendarQuery {
    /// This narrows the calendar down.
    pub const fn has(&self, narrowing: Narrowing) -> bool {
        match narrowing {
            Narrowing::Text => self.text.is_some(),
            Narrowing::Kind => self.kind.is_some(),
            Narrowing::Organisation => self.organisation.is_some(),
            Narrowing::District => self.district.is_some(),
            Narrowing::Weekday => self.weekday.is_some(),
            Narrowing::Part => self.part.is_some(),
            Narrowing::Remote => self.remote.is_some(),
            Narrowing::Repeats => self.repeats.is_some(),
            Narrowing::Age => self.age.is_some(),
        }
    }

    /// What narrows the calendar down.
    pub fn narrowings(&self) -> impl Iterator<Item = Narrowing> {
        NARROWINGS.into_iter().filter(|narrowing| self.has(*narrowing))
    }

    /// The same without this.
    #[must_use]
    pub fn without(mut self, narrowing: Narrowing) -> Self {
        match narrowing {
            Narrowing::Text => self.text = None,
            Narrowing::Kind => self.kind = None,
            Narrowing::Organisation => self.organisation = None,
            Narrowing::District => self.district = None,
            Narrowing::Weekday => self.weekday = None,
            Narrowing::Part => self.part = None,
            Narrowing::Remote => self.remote = None,
            Narrowing::Repeats => self.repeats = None,
            Narrowing::Age => self.age = None,
        }
        self
    }

    /// Something narrows the calendar down.
    pub fn is_filtered(&self) -> bool {
        self.narrowings().next().is_some()
    }
}
