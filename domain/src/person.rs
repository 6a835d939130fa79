//! A volunteer: the way from application to active, and the profile that claiming looks at.

use crate::text::Code;
use crate::time::Day;
use serde::{Deserialize, Serialize};

/// Where a volunteer stands. Source: domain rules §8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum VolunteerStatus {
    /// Applied (zgłoszony).
    Applied,
    /// Has the first talk (rozmowa).
    Interview,
    /// Is being trained (szkolenie).
    Training,
    /// Signs the agreement and statements (dokumenty).
    Paperwork,
    /// Is on trial (okres próbny); may claim.
    Trial,
    /// Active (aktywny); may claim.
    Active,
    /// Takes a break (zawieszony).
    Paused,
    /// Ended (zakończony).
    Ended,
    /// The centre said no (odrzucony).
    Rejected,
    /// The applicant stepped back (rezygnacja).
    Withdrawn,
}

/// Every status, in the order of the way.
pub const ALL_STATUSES: [VolunteerStatus; 10] = [
    VolunteerStatus::Applied,
    VolunteerStatus::Interview,
    VolunteerStatus::Training,
    VolunteerStatus::Paperwork,
    VolunteerStatus::Trial,
    VolunteerStatus::Active,
    VolunteerStatus::Paused,
    VolunteerStatus::Ended,
    VolunteerStatus::Rejected,
    VolunteerStatus::Withdrawn,
];

impl VolunteerStatus {
    /// The stable name, as stored and as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Interview => "interview",
            Self::Training => "training",
            Self::Paperwork => "paperwork",
            Self::Trial => "trial",
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Ended => "ended",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// May claim places.
    pub const fn may_claim(self) -> bool {
        matches!(self, Self::Trial | Self::Active)
    }

    /// The next state on the straight way; `None` where there is none.
    pub const fn next(self) -> Option<Self> {
        Some(match self {
            Self::Applied => Self::Interview,
            Self::Interview => Self::Training,
            Self::Training => Self::Paperwork,
            Self::Paperwork => Self::Trial,
            Self::Trial | Self::Paused => Self::Active,
            Self::Active | Self::Ended | Self::Rejected | Self::Withdrawn => return None,
        })
    }

    /// May become `to`: one step on the straight way, back to any earlier step of it, a break, or an end.
    pub const fn may_become(self, to: Self) -> bool {
        match to {
            Self::Paused => self.may_claim(),
            Self::Ended => matches!(self, Self::Trial | Self::Active | Self::Paused),
            Self::Rejected | Self::Withdrawn => self.is_applying(),
            Self::Active => matches!(self, Self::Trial | Self::Paused),
            Self::Trial => matches!(self, Self::Paperwork),
            Self::Applied => matches!(self, Self::Ended | Self::Rejected | Self::Withdrawn),
            Self::Interview => matches!(self, Self::Applied),
            Self::Training => matches!(self, Self::Interview),
            Self::Paperwork => matches!(self, Self::Training),
        }
    }

    /// On the way from application to the first claim.
    pub const fn is_applying(self) -> bool {
        matches!(self, Self::Applied | Self::Interview | Self::Training | Self::Paperwork)
    }
}

/// What an applicant still needs before the first claim, in the order in which it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingStep {
    /// Tell us your birth date.
    BirthDate,
    /// A talk with the coordinator.
    Interview,
    /// The training.
    Training,
    /// The agreement (porozumienie) and the statements.
    Paperwork,
    /// The break must be ended with the coordinator.
    EndBreak,
    /// Apply again with the coordinator.
    ApplyAgain,
}

impl MissingStep {
    /// The stable name, as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::BirthDate => "birth-date",
            Self::Interview => "interview",
            Self::Training => "training",
            Self::Paperwork => "paperwork",
            Self::EndBreak => "end-break",
            Self::ApplyAgain => "apply-again",
        }
    }
}

/// What is missing before this person may claim; empty when nothing is.
pub fn missing_steps(status: VolunteerStatus, birth_on: Option<Day>) -> Vec<MissingStep> {
    use MissingStep as M;
    use VolunteerStatus as S;
    let way: &[M] = match status {
        S::Applied | S::Interview => &[M::Interview, M::Training, M::Paperwork],
        S::Training => &[M::Training, M::Paperwork],
        S::Paperwork => &[M::Paperwork],
        S::Trial | S::Active => &[],
        S::Paused => &[M::EndBreak],
        S::Ended | S::Rejected | S::Withdrawn => &[M::ApplyAgain],
    };
    birth_on.is_none().then_some(M::BirthDate).into_iter().chain(way.iter().copied()).collect()
}

/// What a volunteer does otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Occupation {
    /// At school.
    Pupil,
    /// At a university.
    Student,
    /// Employed.
    Employed,
    /// Retired.
    Retired,
    /// Looking for work.
    Unemployed,
    /// Something else, or not said.
    #[default]
    Other,
}

/// Every occupation.
pub const ALL_OCCUPATIONS: [Occupation; 6] = [
    Occupation::Pupil,
    Occupation::Student,
    Occupation::Employed,
    Occupation::Retired,
    Occupation::Unemployed,
    Occupation::Other,
];

impl Occupation {
    /// The stable name, as stored and as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pupil => "pupil",
            Self::Student => "student",
            Self::Employed => "employed",
            Self::Retired => "retired",
            Self::Unemployed => "unemployed",
            Self::Other => "other",
        }
    }
}

/// A part of the day, by the civil hour at which a slot starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayPart {
    /// Before noon.
    Morning,
    /// From noon to 17:00.
    Afternoon,
    /// From 17:00.
    Evening,
}

/// Every part of the day.
pub const ALL_PARTS: [DayPart; 3] = [DayPart::Morning, DayPart::Afternoon, DayPart::Evening];

impl DayPart {
    /// The part in which a civil hour (0–23) lies.
    pub const fn of_hour(hour: i8) -> Self {
        match hour {
            ..=11 => Self::Morning,
            12..=16 => Self::Afternoon,
            _ => Self::Evening,
        }
    }

    /// The stable name, as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
        }
    }

    /// Reads the name.
    pub fn from_code(code: &str) -> Option<Self> {
        ALL_PARTS.into_iter().find(|part| part.code() == code)
    }

    /// The first beginning that belongs to it and the first that no longer does, `HH:MM` of civil time.
    pub const fn hours(self) -> (&'static str, &'static str) {
        match self {
            Self::Morning => ("00:00", "12:00"),
            Self::Afternoon => ("12:00", "17:00"),
            Self::Evening => ("17:00", "24:00"),
        }
    }
}

/// One cell of the weekly grid in which a volunteer has time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FreeTime {
    /// 1 Monday to 7 Sunday.
    pub weekday: i8,
    /// The part of that day.
    pub part: DayPart,
}

/// What a volunteer told about themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// Languages spoken, as ISO 639-1 codes.
    pub languages: Vec<String>,
    /// Skills, in the person's own words.
    pub skills: Vec<String>,
    /// Kinds of activity liked.
    pub kinds: Vec<Code>,
    /// When the person usually has time; empty means not said.
    pub free: Vec<FreeTime>,
}

/// Whole years of age on a day. Somebody born on 29 February comes of age on 1 March in other years.
/// Source: KC 112.
pub fn age_on(birth: Day, day: Day) -> i64 {
    let (birth, day) = (birth.0, day.0);
    let years = i64::from(day.year()) - i64::from(birth.year());
    if (day.month(), day.day()) < (birth.month(), birth.day()) { years - 1 } else { years }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn age_changes_on_the_birthday() {
        let birth = Day(date(2008, 2, 29));
        assert_eq!(age_on(birth, Day(date(2026, 2, 28))), 17);
        assert_eq!(age_on(birth, Day(date(2026, 3, 1))), 18);
        assert_eq!(age_on(Day(date(2010, 11, 22)), Day(date(2026, 11, 22))), 16);
    }

    #[test]
    fn the_straight_way_leads_to_active() {
        let mut status = VolunteerStatus::Applied;
        while let Some(next) = status.next() {
            assert!(status.may_become(next), "{status:?} → {next:?}");
            status = next;
        }
        assert_eq!(status, VolunteerStatus::Active);
    }

    #[test]
    fn whoever_may_claim_misses_nothing_but_perhaps_a_birth_date() {
        for status in ALL_STATUSES {
            let birth = Some(Day(date(1990, 1, 1)));
            assert_eq!(missing_steps(status, birth).is_empty(), status.may_claim());
        }
    }
}
