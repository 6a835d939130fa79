//! The calendar: a month, a week and three days as tables, an agenda and a day as a list by day.

use crate::parts::{Content, MonthDay, Part, Slot, WeekDay, WeekRow, slot};
use crate::typeset::Paper;
use crate::words::Words;
use crate::{Frame, MOST_DATES};
use domain::calendar::{CalendarSpan, Holiday};
use domain::locale::{day_long, day_short, day_tiny, narrowing_words, span_title, time_range};
use domain::person::{ALL_PARTS, DayPart};
use domain::time::Day;
use domain::view::{CalendarDay, CalendarView, FittingSlot, SlotCard};

/// What the calendar shows, with the same days and filters.
pub fn calendar(frame: Frame<'_>, view: &CalendarView) -> Paper {
    let asked = view.query.day.unwrap_or(view.today);
    let title = match view.query.span {
        CalendarSpan::Agenda => frame.text("sheet-from", &[("day", day_short(frame.locale, asked).into())]),
        span => format!("{}: {}", frame.say("title-calendar"), span_title(frame.locale, span, asked)),
    };
    titled(frame, view, &title, asked)
}

/// The week of a facility, to hang up there.
pub fn facility_week(frame: Frame<'_>, view: &CalendarView) -> Paper {
    let asked = view.query.day.unwrap_or(view.today);
    let days = span_title(frame.locale, CalendarSpan::Week, asked);
    titled(frame, view, &format!("{}: {days}", frame.say("host-week")), asked)
}

fn titled(frame: Frame<'_>, view: &CalendarView, title: &str, asked: Day) -> Paper {
    let mut content = Content::new(frame, title);
    content.lede = chosen(frame, view);
    if let Some(fitting) = &view.for_me {
        content.parts.push(for_me(frame, fitting));
    } else {
        let (days, cut) = at_most(&view.days);
        if days.iter().all(|day| day.slots.is_empty() && day.over.is_empty()) && view.windows.is_empty() {
            content.parts.push(Part::Note { text: nothing(frame, view).into() });
        }
        let windows = windows(frame, view);
        match view.query.span {
            CalendarSpan::Month => {
                content.landscape = true;
                content.parts.push(month(frame, &days, asked));
                content.parts.extend(windows);
            }
            CalendarSpan::Days3 | CalendarSpan::Week => {
                content.landscape = view.query.span == CalendarSpan::Week;
                content.parts.push(columns(frame, &days));
                content.parts.extend(windows);
            }
            CalendarSpan::Agenda | CalendarSpan::Day => {
                content.parts.extend(windows);
                content.parts.extend(list(frame, &days));
            }
        }
        content.parts.extend(further(frame, view, cut));
    }
    if !content.landscape {
        content.end_with_contact(frame);
    }
    Paper::new(&content)
}

/// The days with as many dates as there is room for; whether some are left out.
fn at_most(days: &[CalendarDay]) -> (Vec<CalendarDay>, bool) {
    let mut room = MOST_DATES;
    let mut cut = false;
    let kept = days.iter().map(|day| {
        let slots: Vec<_> = day.slots.iter().take(room).cloned().collect();
        cut |= slots.len() < day.slots.len();
        room -= slots.len();
        CalendarDay { slots, ..day.clone() }
    });
    (kept.collect(), cut)
}

/// What narrows the calendar down, in words.
fn chosen(frame: Frame<'_>, view: &CalendarView) -> Words {
    let words = view.query.narrowings().map(|narrowing| narrowing_words(frame.locale, view, narrowing));
    let mine = view.query.mine.then(|| frame.say("mine-and-open"));
    let what: Vec<String> = mine.into_iter().chain(words).collect();
    if what.is_empty() {
        return Words::default();
    }
    frame.text("sheet-only", &[("what", what.join(", ").into())]).into()
}

fn nothing(frame: Frame<'_>, view: &CalendarView) -> String {
    frame.say(match (view.query.mine, view.query.is_filtered()) {
        (true, _) => "nothing-mine",
        (false, true) => "nothing-filtered",
        (false, false) => "nothing-here",
    })
}

/// Where the rest is.
fn further(frame: Frame<'_>, view: &CalendarView, cut: bool) -> Option<Part> {
    let text = if cut {
        frame.text("sheet-cut", &[("count", MOST_DATES.into())])
    } else {
        let day = day_short(frame.locale, view.next?);
        frame.text("sheet-goes-on", &[("day", day.into())])
    };
    Some(Part::Note { text: text.into() })
}

/// Tasks without an hour.
fn windows(frame: Frame<'_>, view: &CalendarView) -> Option<Part> {
    let slots: Vec<Slot> = view.windows.iter().map(|card| slot(frame, card, true)).collect();
    let title = frame.say("lane-title").into();
    (!slots.is_empty()).then(|| Part::Day { title, note: Words::default(), slots })
}

fn holiday(frame: Frame<'_>, holiday: Option<Holiday>) -> Words {
    holiday.map(|holiday| frame.say(&format!("holiday-{}", holiday.code()))).unwrap_or_default().into()
}

/// Day below day; what began the day before and runs on comes first, with its day.
fn list(frame: Frame<'_>, days: &[CalendarDay]) -> Vec<Part> {
    let day = |day: &CalendarDay| {
        let over = day.over.iter().map(|card| slot(frame, card, true));
        Part::Day {
            title: day_long(frame.locale, day.day).into(),
            note: holiday(frame, day.holiday),
            slots: over.chain(day.slots.iter().map(|card| slot(frame, card, false))).collect(),
        }
    };
    days.iter().filter(|day| !day.slots.is_empty() || !day.over.is_empty()).map(day).collect()
}

fn for_me(frame: Frame<'_>, fitting: &[FittingSlot]) -> Part {
    if fitting.is_empty() {
        return Part::Note { text: frame.say("for-me-empty").into() };
    }
    let line = |found: &FittingSlot| {
        let fits: Vec<String> =
            found.fits.iter().map(|fit| frame.say(&format!("fit-{}", fit.code()))).collect();
        let mut line = slot(frame, &found.card, true);
        line.notes.extend((!fits.is_empty()).then(|| fits.join(" · ").into()));
        line
    };
    Part::Slots { slots: fitting.iter().take(MOST_DATES).map(line).collect() }
}

/// A slot in a narrow cell: without its kind, without the seats.
fn narrow(frame: Frame<'_>, card: &SlotCard) -> Slot {
    let whole = slot(frame, card, false);
    Slot { title: Words::shortened(&card.title, 60), place: Words::default(), ..whole }
}

fn month(frame: Frame<'_>, days: &[CalendarDay], asked: Day) -> Part {
    let cell = |day: &CalendarDay| {
        let named = i64::try_from(day.slots.len()).unwrap_or_default();
        let more = day.count - named;
        let outside = day.day.0.month() != asked.0.month();
        let label = if outside {
            format!("{}.{:02}", day.day.0.day(), day.day.0.month())
        } else {
            day.day.0.day().to_string()
        };
        MonthDay {
            label: label.into(),
            outside,
            holiday: holiday(frame, day.holiday),
            slots: day.slots.iter().map(|card| narrow(frame, card)).collect(),
            more: if more > 0 {
                frame.text("sheet-more", &[("count", more.into())]).into()
            } else {
                Words::default()
            },
        }
    };
    Part::Month {
        weekdays: (1..=7).map(|day| frame.say(&format!("weekday-{day}")).into()).collect(),
        weeks: days.chunks(7).map(|week| week.iter().map(cell).collect()).collect(),
    }
}

/// Days side by side, by the part of the day. Only the first day names what began before it: every other such slot
/// stands on its own day.
fn columns(frame: Frame<'_>, days: &[CalendarDay]) -> Part {
    let head = |day: &CalendarDay| WeekDay {
        label: day_short(frame.locale, day.day).into(),
        holiday: holiday(frame, day.holiday),
        weekend: day.day.0.weekday().to_monday_one_offset() > 5,
    };
    let entry = |card: &SlotCard| Slot { place: slot(frame, card, false).place, ..narrow(frame, card) };
    let over = |card: &SlotCard| {
        let day = day_tiny(frame.locale, card.starts_at.day().into());
        Slot { time: format!("{day} {}", time_range(card.starts_at, card.ends_at)).into(), ..entry(card) }
    };
    let cell = |part: DayPart, index: usize, day: &CalendarDay| -> Vec<Slot> {
        let before = day.over.iter().filter(|_| index == 0 && part == ALL_PARTS[0]).map(over);
        let here = day.slots.iter().filter(|card| DayPart::of_hour(card.starts_at.civil().hour()) == part);
        before.chain(here.map(entry)).collect()
    };
    let row = |part: DayPart| WeekRow {
        label: frame.say(&format!("part-{}", part.code())).into(),
        cells: days.iter().enumerate().map(|(index, day)| cell(part, index, day)).collect(),
    };
    Part::Week {
        corner: frame.say("sheet-parts").into(),
        days: days.iter().map(head).collect(),
        rows: ALL_PARTS.into_iter().map(row).collect(),
    }
}
