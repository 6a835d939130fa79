//! Polish public holidays. Source: act of 18 January 1951 on non-working days, with 24 December since 2025.

use super::plus_days;
use crate::time::Day;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// 6 January.
    Epiphany,
    /// Easter Sunday.
    Easter,
    /// The day after.
    EasterMonday,
    /// 1 May.
    Labour,
    /// 3 May.
    Constitution,
    /// 49 days after Easter.
    Pentecost,
    /// 60 days after Easter.
    CorpusChristi,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Independence,
    /// 24 December, since 2025.
    ChristmasEve,
    /// 25 and 26 December.
    Christmas,
}

impl Holiday {
    /// The key of its name among the texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NewYear => "new-year",
            Self::Epiphany => "epiphany",
            Self::Easter => "easter",
            Self::EasterMonday => "easter-monday",
            Self::Labour => "labour",
            Self::Constitution => "constitution",
            Self::Pentecost => "pentecost",
            Self::CorpusChristi => "corpus-christi",
            Self::Assumption => "assumption",
            Self::AllSaints => "all-saints",
            Self::Independence => "independence",
            Self::ChristmasEve => "christmas-eve",
            Self::Christmas => "christmas",
        }
    }
}

/// The public holiday on a day, if it is one.
pub fn holiday(day: Day) -> Option<Holiday> {
    let fixed = match (day.0.month(), day.0.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (1, 6) => Some(Holiday::Epiphany),
        (5, 1) => Some(Holiday::Labour),
        (5, 3) => Some(Holiday::Constitution),
        (8, 15) => Some(Holiday::Assumption),
        (11, 1) => Some(Holiday::AllSaints),
        (11, 11) => Some(Holiday::Independence),
        (12, 24) if day.0.year() >= 2025 => Some(Holiday::ChristmasEve),
        (12, 25 | 26) => Some(Holiday::Christmas),
        _ => None,
    };
    fixed.or_else(|| {
        let easter = easter(day.0.year());
        let movable = [
            (0, Holiday::Easter),
            (1, Holiday::EasterMonday),
            (49, Holiday::Pentecost),
            (60, Holiday::CorpusChristi),
        ];
        movable
            .into_iter()
            .find(|(after, _)| plus_days(easter.into(), *after) == day)
            .map(|(_, holiday)| holiday)
    })
}

/// Easter Sunday of a year in the Gregorian calendar (the anonymous Gregorian computus).
pub(super) fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (golden, century) = (y % 19, y / 100);
    let epact = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30;
    let moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (y + y / 4 + moon + 2 - century + century / 4) % 7;
    let offset = moon - weekday;
    let month = 3 + (offset + 40) / 44;
    let day = offset + 28 - 31 * (month / 4);
    date(year, i8::try_from(month).unwrap_or(3), i8::try_from(day).unwrap_or(22))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_and_its_followers() {
        for (year, month, day) in [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)] {
            assert_eq!(easter(year), date(year, month, day), "{year}");
        }
        assert_eq!(holiday(Day(date(2026, 6, 4))), Some(Holiday::CorpusChristi));
        assert_eq!(holiday(Day(date(2026, 5, 24))), Some(Holiday::Pentecost));
    }

    #[test]
    fn christmas_eve_is_free_since_2025() {
        assert_eq!(holiday(Day(date(2024, 12, 24))), None);
        assert_eq!(holiday(Day(date(2026, 12, 24))), Some(Holiday::ChristmasEve));
        assert_eq!(holiday(Day(date(2026, 11, 22))), None);
    }
}
