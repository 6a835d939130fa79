//! A week and a year as those see them who plan.

use super::{CalendarDay, Choice};
use crate::calendar::Holiday;
use crate::ids::{OpportunityId, SlotId};
use crate::time::{Day, Instant};
use serde::{Deserialize, Serialize};

/// A week of the dates that the reader plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekPlan {
    /// Today in Warsaw.
    pub today: Day,
    /// Its Monday.
    pub monday: Day,
    /// Its seven days with their dates.
    pub days: Vec<CalendarDay>,
    /// There are more dates than are shown.
    pub more: bool,
    /// Those of them that the reader may move: they have not begun, and no coordinator has to move them.
    pub movable: Vec<SlotId>,
    /// Opportunities that may get new dates.
    pub offers: Vec<Choice<OpportunityId>>,
    /// What copying it to another week would add.
    pub copy: Option<WeekCopy>,
}

/// What copying a week would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekCopy {
    /// The Monday of the week that gets the dates.
    pub to: Day,
    /// Every date of the week that is copied, at its new time.
    pub dates: Vec<CopiedDate>,
    /// How many would be added.
    pub count: i64,
    /// What of it was seen; copying does exactly that.
    pub fingerprint: String,
}

/// A date at its new time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopiedDate {
    /// What.
    pub title: String,
    /// When it would begin.
    pub starts_at: Instant,
    /// When it would end.
    pub ends_at: Instant,
    /// What becomes of it.
    pub fate: CopyFate,
}

/// What becomes of a date of a week that is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CopyFate {
    /// It is added.
    New,
    /// It is there already.
    There,
    /// It would be on a public holiday.
    Holiday(Holiday),
    /// It would be in the past, or further ahead than dates are planned.
    OutOfTime,
    /// It lasts longer than forms plan dates.
    TooLong,
    /// A role of it is no longer there.
    RoleEnded,
}

impl CopyFate {
    /// The stable name, as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::There => "there",
            Self::Holiday(_) => "holiday",
            Self::OutOfTime => "out-of-time",
            Self::TooLong => "too-long",
            Self::RoleEnded => "role-ended",
        }
    }
}

/// A year of the public dates that the reader looks after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearPlan {
    /// Which.
    pub year: i16,
    /// Today in Warsaw.
    pub today: Day,
    /// The days that have dates, in order.
    pub days: Vec<YearDay>,
}

/// A day of a year that has dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearDay {
    /// Which.
    pub day: Day,
    /// How many dates it has.
    pub dates: i64,
    /// How many people they need at least.
    pub needed: i64,
    /// How many of those are missing.
    pub missing: i64,
}

/// How well a day with dates is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cover {
    /// Nobody is missing.
    Full,
    /// Fewer than half of the people it needs are missing.
    Most,
    /// Half of them or more are missing.
    Few,
}

impl Cover {
    /// All, from the best on.
    pub const ALL: [Self; 3] = [Self::Full, Self::Most, Self::Few];

    /// The stable name, as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Most => "most",
            Self::Few => "few",
        }
    }
}

impl YearDay {
    /// How well it is covered.
    pub const fn cover(&self) -> Cover {
        if self.missing <= 0 {
            Cover::Full
        } else if self.missing * 2 < self.needed {
            Cover::Most
        } else {
            Cover::Few
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn half_of_the_people_missing_is_few() {
        let cover =
            |needed, missing| YearDay { day: Day(date(2026, 12, 9)), dates: 1, needed, missing }.cover();
        assert_eq!(cover(4, 0), Cover::Full);
        assert_eq!(cover(4, 1), Cover::Most);
        assert_eq!(cover(4, 2), Cover::Few);
        assert_eq!(cover(1, 1), Cover::Few);
        assert_eq!(cover(5, 2), Cover::Most);
        assert_eq!(cover(0, 0), Cover::Full);
    }
}
