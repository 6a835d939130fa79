//! The calendar with only what its reader has or can claim.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::service::calendar::{AGENDA_SLOTS, MAX_SLOTS, MONTH_SLOTS, filter};
use crate::service::reader::Reader;
use crate::store::public;
use domain::calendar::{CalendarSpan, Stretch, days_between, holiday, monday, plus_days};
use domain::time::Day;
use domain::view::{CalendarDay, CalendarView, SlotCard, Standing};

/// Slots looked through at most.
const LOOKED_THROUGH: i64 = 4 * MAX_SLOTS;

/// Fills in the days of a view for its reader, and takes the tasks that are not for them out.
pub(super) async fn narrow(cx: &Cx, tx: &mut Tx, reader: &Reader, view: &mut CalendarView) -> Result<()> {
    let is_theirs = |standing: &Standing| matches!(standing, Standing::Open | Standing::Mine { .. });
    view.windows.retain(|card| is_theirs(&card.standing));
    let span = view.query.span;
    let asked = view.query.day.unwrap_or(view.today);
    let (first, last) = span.days(asked);
    let (week, filter) = (monday(asked), filter(&view.query));
    let (from, until) = (plus_days(first, -1).min(week), last.max(plus_days(week, 6)));
    let read = public::slots(tx, from, until, &filter, LOOKED_THROUGH);
    let rows = cx.node.public.near.get(&cx.node.live, view.query.clone(), read).await?;
    let mine = rows.iter().filter(|row| is_theirs(&reader.standing(row)));
    let cards: Vec<(Day, SlotCard)> = mine.map(|row| (row.on_day, reader.card(cx, row))).collect();
    for (day, count) in &mut view.strip {
        *count = i64::try_from(cards.iter().filter(|(on, _)| on == day).count()).unwrap_or_default();
    }
    let mut shown = 0;
    for day in days_between(first, last) {
        let mut slots: Vec<SlotCard> =
            cards.iter().filter(|(on, _)| *on == day).map(|(_, card)| card.clone()).collect();
        let count = i64::try_from(slots.len()).unwrap_or_default();
        if span == CalendarSpan::Agenda && shown >= AGENDA_SLOTS && count > 0 {
            view.next = Some(day);
            break;
        }
        shown += count;
        if span == CalendarSpan::Month {
            slots.truncate(usize::try_from(MONTH_SLOTS).unwrap_or_default());
        }
        let runs_into = |(on, card): &&(Day, SlotCard)| {
            span.is_by_hour() && *on < day && Stretch::on(day, card.starts_at, card.ends_at).is_some()
        };
        let over = cards.iter().filter(runs_into).map(|(_, card)| card.clone()).collect();
        view.days.push(CalendarDay { day, holiday: holiday(day), count, slots, over });
    }
    Ok(())
}
