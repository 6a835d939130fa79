//! Who comes along: a friend by an invitation that holds a place for a while, or a class, a company, another group whose
//! names follow.
//!
//! A claim with `places` above one holds all of them. Of a group one place is for the person who is responsible, the
//! others for the names on its list. Names may follow until the evening of a day some days before the date; then the
//! places without a name that may come are freed.

use crate::time::Instant;
use crate::waitlist::answer_by;
use jiff::ToSpan;
use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// Hours for which the place of a friend is held at most; shorter near the date, see [`answer_by`].
pub const FRIEND_HOURS: i64 = 24;
/// Days before the date on which the names of a group are due, unless its person says otherwise.
pub const NAMES_DAYS: i64 = 3;
/// The earliest day for names, in days before the date.
pub const MOST_NAMES_DAYS: i64 = 14;
/// The most places of one group, where the centre was not set up.
pub const MOST_PLACES: i64 = 30;
/// The fewest places of a group: its person and one more.
pub const FEWEST_PLACES: i64 = 2;
/// Days before names are due on which they are asked for once more.
pub const REMINDER_DAYS: i64 = 2;
/// Days after a date for which the names of its groups are kept.
pub const NAMES_KEPT_DAYS: i64 = 30;

/// Names are due in the evening, not in the night.
const EVENING: Time = Time::constant(20, 0, 0, 0);

/// What a group is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    /// A class, with its teacher.
    #[default]
    School,
    /// People of a company.
    Company,
    /// Another group.
    Other,
}

impl PartyKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::School, Self::Company, Self::Other];

    /// The stable name, as stored, in forms and in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::Company => "company",
            Self::Other => "other",
        }
    }
}

/// Where an invitation of a friend stands.
///
/// ```text
/// open ──yes──► accepted      open ──no──► declined      open ──deadline──► expired
///   └── taken back, or its claim ended ──► taken_back
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum InvitationState {
    /// Holds a place.
    Open,
    /// The friend has a claim of their own.
    Accepted,
    /// The friend said no.
    Declined,
    /// Nobody answered in time.
    Expired,
    /// Its inviter took it back, or stepped back.
    TakenBack,
}

/// Until when a friend who is invited at `now` may answer, if the date begins at `starts_at`: never in the night, see
/// [`answer_by`].
pub fn friend_until(now: Instant, starts_at: Instant) -> Instant {
    answer_by(now, starts_at, FRIEND_HOURS)
}

/// Until when names may follow: the evening `days` days before the date; where that is over at `now`, the latest evening
/// before the date that is not. `None` when there is none.
pub fn names_until(now: Instant, starts_at: Instant, days: i64) -> Option<Instant> {
    let evening = |days: i64| {
        let day = starts_at.day().checked_sub(days.days()).ok()?;
        Some(Instant::from_civil(day.to_datetime(EVENING)))
    };
    (1..=days.max(1)).rev().filter_map(evening).find(|evening| *evening > now)
}

/// The same once the date was moved: there is always some time left.
pub fn names_until_moved(now: Instant, starts_at: Instant, days: i64) -> Instant {
    names_until(now, starts_at, days).unwrap_or_else(|| friend_until(now, starts_at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{DateTime, date};

    fn on(day: i8, hour: i8) -> DateTime {
        date(2026, 11, day).at(hour, 0, 0, 0)
    }

    #[test]
    fn names_are_due_in_the_evening_some_days_before() {
        let cases = [
            // Now, the date, days before, due.
            (on(10, 9), on(27, 16), 3, Some(on(24, 20))),
            (on(10, 9), on(27, 16), 14, Some(on(13, 20))),
            // The third day before is over: the next evening that is not.
            (on(25, 9), on(27, 16), 3, Some(on(25, 20))),
            (on(25, 21), on(27, 16), 3, Some(on(26, 20))),
            (on(26, 21), on(27, 16), 3, None),
            (on(27, 9), on(27, 16), 3, None),
        ];
        for (now, starts, days, due) in cases {
            let [now, starts] = [now, starts].map(Instant::from_civil);
            assert_eq!(names_until(now, starts, days), due.map(Instant::from_civil), "{now} {starts} {days}");
        }
    }

    #[test]
    fn a_date_that_is_moved_close_leaves_some_time() {
        let (now, starts) = (Instant::from_civil(on(27, 9)), Instant::from_civil(on(27, 16)));
        let until = names_until_moved(now, starts, 3);
        assert!(now < until && until < starts);
    }

    #[test]
    fn the_autumn_change_does_not_move_the_evening() {
        let at = |day, hour| Instant::from_civil(date(2026, 10, day).at(hour, 0, 0, 0));
        assert_eq!(names_until(at(1, 9), at(26, 9), 3), Some(at(23, 20)));
    }

    #[test]
    fn codes_are_those_of_serde() {
        for kind in PartyKind::ALL {
            assert_eq!(serde_json::to_value(kind).ok(), Some(kind.code().into()));
        }
    }
}
