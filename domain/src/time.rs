//! Instants and civil time. The programme lives in one time zone, named once, here.

use jiff::{Timestamp, civil, tz::TimeZone};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Europe/Warsaw, compiled in: it works in WASM without a time-zone database.
const WARSAW: TimeZone = jiff::tz::get!("Europe/Warsaw");

/// A moment in UTC, in whole seconds: both databases then sort and compare it the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(i64);

impl Instant {
    /// The moment `seconds` after 1970-01-01T00:00:00Z, kept inside the years 1 to 9998.
    pub fn from_unix(seconds: i64) -> Self {
        Self(seconds.clamp(-62_000_000_000, 253_000_000_000))
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub const fn unix(self) -> i64 {
        self.0
    }

    /// The moment at which clocks in Warsaw show `civil`. A time that the spring change skips is moved
    /// forward by the skipped hour; of a time that the autumn change repeats, the first is meant.
    pub fn from_civil(civil: civil::DateTime) -> Self {
        let zoned = WARSAW.to_ambiguous_zoned(civil).compatible();
        Self::from_unix(zoned.map_or(0, |zoned| zoned.timestamp().as_second()))
    }

    /// What clocks in Warsaw show at this moment.
    pub fn civil(self) -> civil::DateTime {
        WARSAW.to_datetime(self.timestamp())
    }

    /// What clocks show in UTC at this moment.
    pub fn utc(self) -> civil::DateTime {
        TimeZone::UTC.to_datetime(self.timestamp())
    }

    /// What clocks in Warsaw show, with their offset: `2026-11-28T16:00:00+01:00`.
    pub fn with_offset(self) -> String {
        self.timestamp().display_with_offset(WARSAW.to_offset(self.timestamp())).to_string()
    }

    /// The day in Warsaw at this moment.
    pub fn day(self) -> civil::Date {
        self.civil().date()
    }

    /// This moment moved by whole seconds, backwards if negative.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_unix(self.0.saturating_add(seconds))
    }

    /// This moment moved by whole minutes, backwards if negative.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_seconds(minutes.saturating_mul(60))
    }

    /// This moment moved by periods of 24 hours, backwards if negative.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        self.plus_seconds(days.saturating_mul(86_400))
    }

    /// Whole minutes from `earlier` to this moment; negative if it is later.
    pub const fn minutes_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0).div_euclid(60)
    }

    fn timestamp(self) -> Timestamp {
        Timestamp::from_second(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timestamp().fmt(f)
    }
}

impl FromStr for Instant {
    type Err = jiff::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse::<Timestamp>().map(|at| Self::from_unix(at.as_second()))
    }
}

/// A day in Warsaw; the database's `DATE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Day(pub civil::Date);

/// The text is not a day as `2026-11-28`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day")]
pub struct NotADay;

impl From<civil::Date> for Day {
    fn from(date: civil::Date) -> Self {
        Self(date)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Year, month, day, as date fields of forms send them. Not jiff's reader, which knows every notation there is: the
/// browser has to fetch what this calls.
impl FromStr for Day {
    type Err = NotADay;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.splitn(3, '-');
        let mut part = |length: usize| {
            parts
                .next()
                .filter(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
                .ok_or(NotADay)
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        match (year.parse(), month.parse(), day.parse()) {
            (Ok(year), Ok(month), Ok(day)) => {
                civil::Date::new(year, month, day).map(Self).map_err(|_| NotADay)
            }
            _ => Err(NotADay),
        }
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// The database's view of [`Instant`] and [`Day`], for every engine that `jiff-sqlx` speaks.
#[cfg(feature = "sqlx")]
mod database {
    use super::{Day, Instant};
    use sqlx::{Database, Decode, Encode, Type, encode::IsNull, error::BoxDynError};

    macro_rules! stored_as {
        ($ours:ty, $theirs:ty, $to:expr, $from:expr) => {
            impl<DB: Database> Type<DB> for $ours
            where
                $theirs: Type<DB>,
            {
                fn type_info() -> DB::TypeInfo {
                    <$theirs as Type<DB>>::type_info()
                }
                fn compatible(info: &DB::TypeInfo) -> bool {
                    <$theirs as Type<DB>>::compatible(info)
                }
            }

            impl<'q, DB: Database> Encode<'q, DB> for $ours
            where
                $theirs: Encode<'q, DB>,
            {
                fn encode_by_ref(&self, buf: &mut DB::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
                    let to: fn(&$ours) -> $theirs = $to;
                    to(self).encode_by_ref(buf)
                }
            }

            impl<'r, DB: Database> Decode<'r, DB> for $ours
            where
                $theirs: Decode<'r, DB>,
            {
                fn decode(value: DB::ValueRef<'r>) -> Result<Self, BoxDynError> {
                    let from: fn($theirs) -> $ours = $from;
                    Ok(from(<$theirs as Decode<'r, DB>>::decode(value)?))
                }
            }
        };
    }

    stored_as!(Instant, jiff_sqlx::Timestamp, |at| at.timestamp().into(), |at| Instant::from_unix(
        at.to_jiff().as_second()
    ));
    stored_as!(Day, jiff_sqlx::Date, |day| day.0.into(), |date| Day(date.to_jiff()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn civil_time_survives_both_clock_changes() {
        let before = Instant::from_civil(date(2026, 10, 25).at(1, 30, 0, 0));
        let after = Instant::from_civil(date(2026, 10, 25).at(3, 30, 0, 0));
        assert_eq!(after.minutes_since(before), 180, "the repeated hour counts");
        let spring = Instant::from_civil(date(2027, 3, 28).at(2, 30, 0, 0));
        assert_eq!(spring.civil(), date(2027, 3, 28).at(3, 30, 0, 0), "a skipped time moves forward");
    }

    #[test]
    fn text_round_trip() {
        let at = Instant::from_unix(1_795_000_000);
        assert_eq!(at.to_string().parse::<Instant>().ok(), Some(at));
        let day = Day(date(2026, 2, 28));
        assert_eq!(day.to_string().parse(), Ok(day));
        for wrong in
            ["", "2026-02-30", "2026-2-3", "28.02.2026", "2026-02-28T10:00", "-026-02-28", "+226-02-28"]
        {
            assert!(wrong.parse::<Day>().is_err_and(|NotADay| true), "{wrong}");
        }
    }
}
