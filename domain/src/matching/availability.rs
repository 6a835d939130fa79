//! When somebody has time: a weekly grid in Warsaw time, exceptions to it, and pauses.

use crate::person::{DayPart, FreeTime};
use crate::time::{Day, Instant};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

const DAY: u16 = 1_440;
/// Minutes in a week by the clock on the wall.
pub(super) const WEEK: u16 = 7 * DAY;

/// When somebody has time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Availability {
    /// The usual week; empty means not said, and then no time is excluded.
    pub weekly: Vec<WeeklyWindow>,
    /// What differs from the usual week. Not free wins over free.
    pub exceptions: Vec<Exception>,
    /// Breaks.
    pub pauses: Vec<Pause>,
}

/// A time that comes back every week, in minutes from Monday 0:00 in Warsaw, at most 10,080.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WeeklyWindow {
    /// The first minute.
    pub from_minute: u16,
    /// The minute after the last.
    pub until_minute: u16,
}

/// A time that differs from the usual week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// When it begins.
    pub from: Instant,
    /// When it ends.
    pub until: Instant,
    /// Free although usually not, or not free although usually so.
    pub free: bool,
}

/// A break in whole days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// The first day.
    pub from: Day,
    /// The last day; `None`: until further notice.
    pub until: Option<Day>,
}

/// A span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// When it begins.
    pub from: Instant,
    /// When it ends.
    pub until: Instant,
}

impl Span {
    const fn overlaps(self, other: Self) -> bool {
        self.from.unix() < other.until.unix() && other.from.unix() < self.until.unix()
    }

    /// The span by the clock on the wall, in minutes from Monday 0:00; the end may lie beyond the week.
    pub(super) fn week_minutes(self) -> (i64, i64) {
        let minute = |at: Instant| {
            let civil = at.civil();
            let weekday = i64::from(civil.date().weekday().to_monday_zero_offset());
            (weekday * i64::from(DAY)) + i64::from(civil.hour()) * 60 + i64::from(civil.minute())
        };
        let days = i64::from(self.from.day().until(self.until.day()).map_or(0, |span| span.get_days()));
        let weekday = i64::from(self.from.day().weekday().to_monday_zero_offset());
        let (from, end) = (minute(self.from), minute(self.until) % i64::from(DAY));
        // A begun minute counts whole.
        let begun = i64::from(self.until.unix().rem_euclid(60) != 0);
        (from, (weekday + days) * i64::from(DAY) + end + begun)
    }
}

impl From<FreeTime> for WeeklyWindow {
    /// A cell of the weekly grid: mornings from 6:00, evenings until 22:00.
    fn from(cell: FreeTime) -> Self {
        let (from, until) = match cell.part {
            DayPart::Morning => (6, 12),
            DayPart::Afternoon => (12, 17),
            DayPart::Evening => (17, 22),
        };
        let day = u16::try_from(cell.weekday.clamp(1, 7) - 1).unwrap_or(0) * DAY;
        Self { from_minute: day + from * 60, until_minute: day + until * 60 }
    }
}

impl Availability {
    /// Free for the whole span. Pauses are another matter: see [`Availability::pause_on`].
    pub fn is_free(&self, span: Span) -> bool {
        if self.exceptions.iter().any(|other| !other.free && span.overlaps(other.span())) {
            return false;
        }
        if self.weekly.is_empty() {
            return true;
        }
        let (from, until) = span.week_minutes();
        let windows = self.merged();
        if windows.iter().any(|window| window.contains(from, until)) {
            return true;
        }
        self.windows_near(span, &windows)
            .iter()
            .any(|free| free.from <= span.from && span.until <= free.until)
    }

    /// The free time that overlaps the span most, or else lies nearest within a week; `None` if there is none.
    pub fn nearest(&self, span: Span) -> Option<Span> {
        let overlap =
            |free: &Span| free.until.min(span.until).unix().saturating_sub(free.from.max(span.from).unix());
        self.windows_near(span, &self.merged()).into_iter().max_by_key(overlap)
    }

    /// The pause in which a day lies.
    pub fn pause_on(&self, day: Day) -> Option<Pause> {
        let inside = |pause: &&Pause| pause.from <= day && pause.until.is_none_or(|until| day <= until);
        self.pauses.iter().find(inside).copied()
    }

    /// The weekly windows, sorted, joined where they touch, inside the week.
    pub(super) fn merged(&self) -> Vec<WeeklyWindow> {
        let mut sorted = self.weekly.clone();
        sorted.sort_unstable();
        let mut merged: Vec<WeeklyWindow> = Vec::new();
        for mut window in sorted {
            window.until_minute = window.until_minute.min(WEEK);
            match merged.last_mut() {
                Some(last) if window.from_minute <= last.until_minute => {
                    last.until_minute = last.until_minute.max(window.until_minute);
                }
                _ if window.from_minute < window.until_minute => merged.push(window),
                _ => {}
            }
        }
        merged
    }

    /// Free spans from a week before to a week after, joined where they touch, without what exceptions take away.
    fn windows_near(&self, span: Span, weekly: &[WeeklyWindow]) -> Vec<Span> {
        let day = span.from.day();
        let monday = day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days());
        let mut spans: Vec<Span> = (-1..=1)
            .flat_map(|week: i64| {
                let monday = monday.saturating_add((week * 7).days());
                weekly.iter().map(move |window| window.in_week(monday))
            })
            .chain(self.exceptions.iter().filter(|exception| exception.free).map(|free| free.span()))
            .filter(|span| span.from < span.until)
            .collect();
        spans.sort_unstable();
        let mut joined: Vec<Span> = Vec::new();
        for next in spans {
            match joined.last_mut() {
                Some(last) if next.from <= last.until => last.until = last.until.max(next.until),
                _ => joined.push(next),
            }
        }
        for busy in self.exceptions.iter().filter(|exception| !exception.free) {
            joined = joined.into_iter().flat_map(|free| free.without(busy.span())).collect();
        }
        joined
    }
}

impl WeeklyWindow {
    pub(super) const fn contains(self, from: i64, until: i64) -> bool {
        self.from_minute as i64 <= from && until <= self.until_minute as i64
    }

    fn in_week(self, monday: Date) -> Span {
        let at = |minute: u16| {
            let midnight = monday.saturating_add(i64::from(minute / DAY).days());
            let hour = i8::try_from(minute % DAY / 60).unwrap_or(0);
            Instant::from_civil(midnight.at(hour, i8::try_from(minute % 60).unwrap_or(0), 0, 0))
        };
        Span { from: at(self.from_minute), until: at(self.until_minute) }
    }
}

impl Span {
    fn without(self, busy: Self) -> impl Iterator<Item = Self> {
        let before = Self { from: self.from, until: self.until.min(busy.from) };
        let after = Self { from: self.from.max(busy.until), until: self.until };
        [before, after].into_iter().filter(|part| part.from < part.until)
    }
}

impl Exception {
    const fn span(self) -> Span {
        Span { from: self.from, until: self.until }
    }
}
