//! A freed place goes to the next person who waits: until when they may answer, and when their mail may leave.
//!
//! The night is 22:00–7:00 in Warsaw. Nobody is mailed in it, and no time to answer ends in it, as long as the date
//! leaves any other choice:
//!
//! | freed | the date begins | mail | answer until | because |
//! |---|---|---|---|---|
//! | Mon 10:00 | Fri 16:00 | Mon 10:00 | Mon 22:00 | 12 hours |
//! | Mon 14:00 | Fri 16:00 | Mon 14:00 | Tue 8:00 | 12 hours end at 2:00: it moves to the morning |
//! | Mon 23:30 | Fri 16:00 | Tue 7:00 | Tue 19:00 | 12 hours from the mail, which waits for the morning |
//! | Mon 10:00 | Mon 16:00 | Mon 10:00 | Mon 14:00 | 2 hours before the date |
//! | Mon 15:00 | Mon 16:00 | Mon 15:00 | Mon 15:15 | very near: a quarter of the time left |
//! | Mon 20:00 | Tue 8:00 | Mon 20:00 | Mon 22:00 | 2 hours before it is night: the evening before |
//! | Mon 23:30 | Tue 8:00 | Mon 23:30 | Tue 6:00 | too near to wait for the morning |

use crate::time::Instant;
use jiff::civil::{Date, Time};

/// Nobody is asked later than this many minutes before the date, unless it is very near.
const BEFORE_MINUTES: i64 = 120;
/// Of the time left until a date that is very near, this part is there to answer.
const NEAR_PART: i64 = 4;
/// The shortest time to answer in the evening for which it is not stretched into the night, minutes.
const EVENING_MINUTES: i64 = 30;
const NIGHT_BEGINS: Time = Time::constant(22, 0, 0, 0);
const NIGHT_ENDS: Time = Time::constant(7, 0, 0, 0);
/// A time to answer that would end in the night ends here: an hour to read what came in the evening.
const MORNING: Time = Time::constant(8, 0, 0, 0);

fn at(day: Date, time: Time) -> Instant {
    Instant::from_civil(day.to_datetime(time))
}

/// The evening on which the night around `moment` began; `None` by day. 22:00 itself still is evening, 7:00 is morning.
fn night_of(moment: Instant) -> Option<Date> {
    let civil = moment.civil();
    if civil.time() > NIGHT_BEGINS {
        Some(civil.date())
    } else if civil.time() < NIGHT_ENDS {
        civil.date().yesterday().ok()
    } else {
        None
    }
}

/// The morning after that evening, at `time`.
fn morning_after(evening: Date, time: Time) -> Instant {
    at(evening.tomorrow().unwrap_or(evening), time)
}

/// It is night in Warsaw: nobody is told what can wait.
pub fn is_night(moment: Instant) -> bool {
    night_of(moment).is_some()
}

/// When a mail about a date that begins at `starts_at` may leave: at once by day; in the night at 7:00, unless the date
/// begins within [`BEFORE_MINUTES`] of it.
pub fn mail_at(now: Instant, starts_at: Instant) -> Instant {
    let morning = night_of(now).map(|evening| morning_after(evening, NIGHT_ENDS));
    morning.filter(|morning| morning.plus_minutes(BEFORE_MINUTES) <= starts_at).unwrap_or(now)
}

/// Until when somebody who is asked at `now` may answer, if the date begins at `starts_at` and `hours` are given at most.
///
/// Guarantees: after `now` and before `starts_at`, for a date that is a few seconds ahead; never longer than `hours` and
/// a night after the mail; never in the night, unless the date begins before 10:00 and the place became free after 21:30.
pub fn answer_by(now: Instant, starts_at: Instant, hours: i64) -> Instant {
    let asked = mail_at(now, starts_at);
    let left = starts_at.unix() - asked.unix();
    let last = starts_at.plus_minutes(-BEFORE_MINUTES).max(asked.plus_seconds(left / NEAR_PART));
    let wanted = asked.plus_minutes(60 * hours).min(last);
    let Some(evening) = night_of(wanted) else { return wanted };
    let (morning, evening) = (morning_after(evening, MORNING), at(evening, NIGHT_BEGINS));
    if morning <= last {
        morning
    } else if evening >= asked.plus_minutes(EVENING_MINUTES) {
        evening
    } else {
        wanted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{DateTime, date};
    use proptest::prelude::*;

    fn on(day: i8, hour: i8, minute: i8) -> DateTime {
        date(2026, 11, day).at(hour, minute, 0, 0)
    }

    /// Freed, begins, mail, until.
    type Case = [DateTime; 4];

    fn check(cases: &[Case]) {
        for case in cases {
            let [now, starts, mail, until] = case.map(Instant::from_civil);
            assert_eq!(mail_at(now, starts).civil(), mail.civil(), "mail of {case:?}");
            assert_eq!(answer_by(now, starts, 12).civil(), until.civil(), "until of {case:?}");
        }
    }

    #[test]
    fn the_table_of_this_module() {
        // 23 November 2026 is a Monday.
        check(&[
            [on(23, 10, 0), on(27, 16, 0), on(23, 10, 0), on(23, 22, 0)],
            [on(23, 14, 0), on(27, 16, 0), on(23, 14, 0), on(24, 8, 0)],
            [on(23, 23, 30), on(27, 16, 0), on(24, 7, 0), on(24, 19, 0)],
            [on(24, 3, 0), on(27, 16, 0), on(24, 7, 0), on(24, 19, 0)],
            [on(23, 10, 0), on(23, 16, 0), on(23, 10, 0), on(23, 14, 0)],
            [on(23, 15, 0), on(23, 16, 0), on(23, 15, 0), on(23, 15, 15)],
            [on(23, 20, 0), on(24, 8, 0), on(23, 20, 0), on(23, 22, 0)],
            [on(23, 23, 30), on(24, 8, 0), on(23, 23, 30), on(24, 6, 0)],
        ]);
    }

    #[test]
    fn both_clock_changes() {
        let autumn = |day: i8, hour: i8| date(2026, 10, day).at(hour, 0, 0, 0);
        let spring = |day: i8, hour: i8| date(2027, 3, day).at(hour, 0, 0, 0);
        check(&[
            // The night of 25 October is an hour longer, that of 28 March an hour shorter: mornings stay mornings.
            [autumn(24, 15), autumn(29, 16), autumn(24, 15), autumn(25, 8)],
            [autumn(25, 1), autumn(29, 16), autumn(25, 7), autumn(25, 19)],
            [spring(27, 15), spring(31, 16), spring(27, 15), spring(28, 8)],
            [spring(28, 1), spring(31, 16), spring(28, 7), spring(28, 19)],
            // Two hours are left in the morning, of which a quarter is to answer.
            [spring(27, 23), spring(28, 9), spring(28, 7), date(2027, 3, 28).at(7, 30, 0, 0)],
        ]);
    }

    proptest! {
        #[test]
        fn a_time_to_answer_is_there_and_never_ends_in_the_night_without_need(
            now in 1_790_000_000_i64..1_850_000_000, ahead in 60_i64..3_000_000, hours in 1_i64..72,
        ) {
            let (now, starts_at) = (Instant::from_unix(now), Instant::from_unix(now + ahead));
            let (mail, until) = (mail_at(now, starts_at), answer_by(now, starts_at, hours));
            prop_assert!(now <= mail && mail < until && until < starts_at, "{now} {mail} {until} {starts_at}");
            prop_assert!(until <= mail.plus_minutes(60 * (hours + 11)), "{mail} {until}");
            if night_of(mail).is_some() || night_of(until).is_some() {
                prop_assert!(starts_at.civil().time() < Time::constant(10, 0, 0, 0), "{now} {until} {starts_at}");
                prop_assert!(now.plus_minutes(13 * 60) > starts_at, "{now} {until} {starts_at}");
            }
        }
    }
}
