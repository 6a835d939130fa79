//! Saying at the place "I am here" and "I am leaving". Source: H1.
//!
//! The code on the poster proves nothing: a photograph of it works at home. The number on a host's screen, which changes
//! every minute, does. Without it, what a volunteer says waits for the host, who has the last word either way.

use crate::form::{FieldProblem, InputProblem, Problems};
use crate::ids::{CheckInId, ClaimId};
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// Minutes before the beginning from which one can say "I am here".
pub const EARLY_MINUTES: i64 = 30;
/// Minutes after the end until which one can say "I am leaving".
pub const LATE_MINUTES: i64 = 60;
/// Seconds for which a number is on the screen.
pub const NUMBER_SECONDS: i64 = 60;
/// Seconds by which a phone's clock may be ahead; by which what was said may be late and still count as said at once.
pub const SKEW_SECONDS: i64 = 120;
/// Hours after which a phone that was without a network is too late.
pub const LATEST_HOURS: i64 = 72;
/// Days ahead for which a phone knows its volunteer's dates.
pub const DAYS_AHEAD: i64 = 7;
/// Digits of the number.
pub const DIGITS: usize = 6;
/// Proposed hours are rounded to so many minutes.
const ROUND: i64 = 5;

/// What a volunteer says at the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Tap {
    /// "I am here."
    Arrived,
    /// "I am leaving."
    Left,
}

impl Tap {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::Arrived, Self::Left];

    /// The stable name, as stored and as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arrived => "arrived",
            Self::Left => "left",
        }
    }

    /// From when and until when it can be said of a date.
    pub fn span(self, (starts_at, ends_at): (Instant, Instant)) -> (Instant, Instant) {
        let until = match self {
            Self::Arrived => ends_at,
            Self::Left => ends_at.plus_minutes(LATE_MINUTES),
        };
        (starts_at.plus_minutes(-EARLY_MINUTES), until)
    }
}

/// What was said, when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// When it was said.
    pub at: Instant,
    /// With the number of that minute.
    pub proven: bool,
    /// It got here later, from a phone that was without a network.
    pub late: bool,
}

impl Said {
    /// As it is stored.
    pub const fn new(at: Instant, received_at: Instant, proven: bool) -> Self {
        Self { at, proven, late: received_at.unix() - at.unix() > SKEW_SECONDS }
    }
}

/// What a volunteer said of one date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// They came.
    pub arrived: Option<Said>,
    /// They left.
    pub left: Option<Said>,
}

impl Presence {
    /// What was said of this.
    pub const fn said(&self, tap: Tap) -> Option<Said> {
        match tap {
            Tap::Arrived => self.arrived,
            Tap::Left => self.left,
        }
    }

    /// What can be said next, at `now`, of a date with these hours.
    pub fn next(&self, hours: (Instant, Instant), now: Instant) -> Option<Tap> {
        let tap = if self.arrived.is_none() { Tap::Arrived } else { Tap::Left };
        let (from, until) = tap.span(hours);
        (self.said(tap).is_none() && from <= now && now <= until).then_some(tap)
    }

    /// Minutes to propose to the host: from coming to leaving, within the date's hours, to the next five minutes. Who did
    /// not say that they left stayed to the end. `None` if nobody said anything.
    pub fn minutes(&self, (starts_at, ends_at): (Instant, Instant)) -> Option<i64> {
        let from = self.arrived?.at.max(starts_at);
        let until = self.left.map_or(ends_at, |left| left.at).min(ends_at);
        let exact = until.minutes_since(from).max(0);
        let most = ends_at.minutes_since(starts_at).max(1);
        Some(((exact + ROUND / 2) / ROUND * ROUND).clamp(1.max(ROUND.min(most)), most))
    }
}

/// The minute of the number that is on the screen at a moment.
pub const fn minute(at: Instant) -> i64 {
    at.unix().div_euclid(NUMBER_SECONDS)
}

/// When the number of this moment goes.
pub fn number_until(at: Instant) -> Instant {
    Instant::from_unix((minute(at) + 1) * NUMBER_SECONDS)
}

/// The minutes whose numbers prove that somebody was there at a moment: one reads it, and types it a little later.
pub const fn proving_minutes(at: Instant) -> [i64; 3] {
    let minute = minute(at);
    [minute, minute - 1, minute + 1]
}

/// What a phone sends, as typed and as its script adds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TapForm {
    /// The key of the poster.
    pub place: String,
    /// The claim.
    pub claim_id: String,
    /// A [`Tap`] code.
    pub tap: String,
    /// The number on the screen, or empty.
    pub number: String,
    /// When, in seconds since 1970; empty: now.
    pub at: String,
    /// Made by the phone, the same however often it is sent; empty without a script.
    pub id: String,
}

/// What a phone sent, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The claim.
    pub claim_id: ClaimId,
    /// What was said.
    pub tap: Tap,
    /// The digits of the number, if one was given.
    pub number: Option<String>,
    /// When it was said, not later than now.
    pub at: Instant,
    /// The phone's mark of it, if it made one.
    pub id: Option<CheckInId>,
}

impl TapForm {
    /// # Errors
    /// What is no claim, tap, mark or number; a time that is in the future or more than [`LATEST_HOURS`] ago.
    pub fn check(&self, now: Instant) -> Result<Sent, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let claim_id: Option<ClaimId> = problems.parsed("claim_id", &self.claim_id, InputProblem::NotAChoice);
        let tap = Tap::ALL.into_iter().find(|tap| tap.code() == self.tap);
        if tap.is_none() {
            problems.add("tap", InputProblem::NotAChoice);
        }
        let id: Option<CheckInId> = problems.optional("id", &self.id, InputProblem::NotAChoice);
        let digits: String = self.number.chars().filter(char::is_ascii_digit).take(DIGITS + 1).collect();
        if !self.number.trim().is_empty() && digits.len() != DIGITS {
            problems.add("number", InputProblem::WrongCode);
        }
        let at: Option<i64> = problems.optional("at", &self.at, InputProblem::OutOfRange);
        let at = at.map_or(now, Instant::from_unix);
        if at > now.plus_seconds(SKEW_SECONDS) || at < now.plus_minutes(-60 * LATEST_HOURS) {
            problems.add("at", InputProblem::OutOfRange);
        }
        problems.finish()?;
        let (Some(claim_id), Some(tap)) = (claim_id, tap) else { return Err(Vec::new()) };
        let number = (!digits.is_empty()).then_some(digits);
        Ok(Sent { claim_id, tap, number, at: at.min(now), id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn at(hour: i8, minute: i8) -> Instant {
        Instant::from_civil(date(2026, 12, 2).at(hour, minute, 0, 0))
    }

    fn said(hour: i8, minute: i8) -> Said {
        Said { at: at(hour, minute), proven: false, late: false }
    }

    const fn presence(arrived: Option<Said>, left: Option<Said>) -> Presence {
        Presence { arrived, left }
    }

    #[test]
    fn one_comes_from_half_an_hour_before_and_leaves_until_an_hour_after() {
        let hours = (at(16, 0), at(18, 0));
        let nobody = Presence::default();
        let here = presence(Some(said(16, 0)), None);
        for (now, coming, leaving) in [
            (at(15, 29), None, None),
            (at(15, 30), Some(Tap::Arrived), Some(Tap::Left)),
            (at(18, 0), Some(Tap::Arrived), Some(Tap::Left)),
            (at(18, 1), None, Some(Tap::Left)),
            (at(19, 0), None, Some(Tap::Left)),
            (at(19, 1), None, None),
        ] {
            assert_eq!((nobody.next(hours, now), here.next(hours, now)), (coming, leaving), "{now}");
        }
        assert_eq!(presence(Some(said(16, 0)), Some(said(17, 0))).next(hours, at(17, 30)), None, "once each");
    }

    #[test]
    fn hours_are_proposed_within_the_date() {
        let hours = (at(16, 0), at(18, 0));
        for (arrived, left, minutes) in [
            (None, None, None),
            (None, Some(said(17, 0)), None),
            (Some(said(15, 40)), Some(said(18, 30)), Some(120)),
            (Some(said(15, 40)), None, Some(120)),
            (Some(said(16, 12)), Some(said(17, 59)), Some(105)),
            (Some(said(16, 0)), Some(said(16, 1)), Some(5)),
            (Some(said(17, 0)), Some(said(16, 50)), Some(5)),
        ] {
            assert_eq!(presence(arrived, left).minutes(hours), minutes, "{arrived:?} {left:?}");
        }
        assert_eq!(
            presence(Some(said(16, 0)), None).minutes((at(16, 0), at(16, 3))),
            Some(3),
            "shorter than five"
        );
    }

    #[test]
    fn what_a_phone_tells_later_is_marked() {
        assert!(!Said::new(at(16, 0), at(16, 2), true).late);
        assert!(Said::new(at(16, 0), at(16, 3), true).late);
    }

    #[test]
    fn a_number_proves_its_minute_and_those_beside_it() {
        let now = at(16, 0);
        assert_eq!(minute(now), minute(now.plus_seconds(59)));
        assert_eq!(number_until(now.plus_seconds(59)), now.plus_seconds(60));
        assert!(proving_minutes(now).contains(&minute(now.plus_seconds(119))));
        assert!(!proving_minutes(now).contains(&minute(now.plus_seconds(120))));
    }

    #[test]
    fn times_outside_of_bounds_are_not_taken() {
        let now = at(16, 0);
        let form = |at: &str| TapForm {
            claim_id: "00000000-0000-7000-8000-000000000001".into(),
            tap: "arrived".into(),
            at: at.into(),
            ..TapForm::default()
        };
        let told = |seconds: i64| form(&(now.unix() + seconds).to_string()).check(now).map(|sent| sent.at);
        assert_eq!(form("").check(now).map(|sent| sent.at), Ok(now));
        assert_eq!(told(100), Ok(now), "a clock a little ahead");
        assert_eq!(told(-3_600), Ok(at(15, 0)));
        for wrong in [121, 86_400, -72 * 3_600 - 1, i64::MAX / 4, i64::MIN / 4] {
            assert!(told(wrong).is_err(), "{wrong}");
        }
        for wrong in ["x", "1e9", "99999999999999999999"] {
            assert!(form(wrong).check(now).is_err(), "{wrong}");
        }
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let form = |number: &str| TapForm {
            claim_id: "00000000-0000-7000-8000-000000000001".into(),
            tap: "left".into(),
            number: number.into(),
            ..TapForm::default()
        };
        let read = |number: &str| form(number).check(at(16, 0)).map(|sent| sent.number);
        assert_eq!(read(" 123 456 "), Ok(Some("123456".into())));
        assert_eq!(read(" "), Ok(None));
        for wrong in ["12345", "1234567", "abcdef"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
