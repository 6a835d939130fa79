//! The calendar as a list: whole days, until there are enough slots.

use super::{MAX_SLOTS, ShownDay, cards, shown, whole_days};
use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::service::reader::Reader;
use crate::store::public::{self, SlotFilter};
use domain::calendar::{AGENDA_DAYS, CalendarSpan, plus_days};
use domain::time::Day;
use domain::view::{CalendarQuery, CalendarView};

/// Slots an agenda shows before it offers to go on; a day is never cut.
pub(in crate::service) const AGENDA_SLOTS: i64 = 30;
/// An agenda with fewer than these goes on with the next days: those of a full day may all have begun.
const FEWEST_SLOTS: i64 = 10;

/// Whole days from the asked one on, until there are enough slots; and the next day that has some.
pub(super) async fn days(
    tx: &mut Tx,
    filter: &SlotFilter,
    asked: Day,
) -> Result<(Vec<ShownDay>, Option<Day>)> {
    let horizon = plus_days(asked, AGENDA_DAYS - 1);
    let full = public::day(tx, asked, horizon, filter, AGENDA_SLOTS - 1).await?;
    let last = full.unwrap_or(horizon);
    let next = match full {
        Some(last) => public::day(tx, plus_days(last, 1), horizon, filter, 0).await?,
        None => None,
    };
    let rows = public::slots(tx, asked, last, filter, MAX_SLOTS).await?;
    Ok((whole_days(rows, asked, last), next))
}

/// Adds the next days to an agenda with few slots, as far as its days reach: the reader's own are known so far.
pub(super) async fn go_on(cx: &Cx, tx: &mut Tx, reader: &Reader, view: &mut CalendarView) -> Result<()> {
    let few = |view: &CalendarView| view.days.iter().map(|day| day.count).sum::<i64>() < FEWEST_SLOTS;
    let (_, last) = CalendarSpan::Agenda.days(view.query.day.unwrap_or(view.today));
    while let Some(day) = view.next.filter(|_| few(view) && !view.query.mine) {
        let later = CalendarQuery { day: Some(day), ..view.query.clone() };
        let more = cx.node.public.shown.get(&cx.node.live, later.clone(), shown(tx, &later, day)).await?;
        let there = more.days.iter().filter(|day| day.count > 0 && day.day <= last);
        view.days.extend(there.map(|day| cards(cx, reader, day, |_| false)));
        view.next = more.next.filter(|next| *next <= last);
    }
    Ok(())
}
