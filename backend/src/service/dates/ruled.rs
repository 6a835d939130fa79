//! What an edit does to the dates of a series, and to the series itself: it is changed, or ends and another follows.

use super::edit::{Differences, Edit, Opens, bounded, end_field, form_of, last_day, opens_at, wrong};
use crate::context::Cx;
use crate::error::Result;
use crate::recurrence;
use crate::store::dates::DateRow;
use crate::store::series::SeriesRow;
use domain::calendar::{
    DatesPlan, End, Hours, LeftOut, OldDate, Pattern, Rule, Scope, SeriesState, SeriesStep, Target, monday,
    plan, plus_days,
};
use domain::form::{Change, DatesDraft, InputProblem, Repeat, SlotsForm};
use domain::ids::{SeriesId, SlotId};
use domain::opportunity::SlotState;
use domain::time::{Day, Instant};
use domain::view::ChangeDetail;
use sqlx::types::Json;
use std::collections::BTreeMap;

/// The dates of a series that an edit reaches.
struct Reach<'a> {
    /// Its first day of the rule.
    first: Day,
    /// Dates from that day on that have not begun, whatever their state.
    dates: Vec<&'a DateRow>,
    /// Dates that have begun: they keep their days.
    begun: Vec<&'a DateRow>,
    /// There are dates of the series before.
    earlier: bool,
}

impl<'a> Reach<'a> {
    fn of(scope: Scope, date: &DateRow, series: &SeriesRow, all: &'a [DateRow], now: Instant) -> Self {
        let own = all.iter().filter(|other| other.series_id == Some(series.id) && other.series_day.is_some());
        let (begun, coming): (Vec<&DateRow>, Vec<&DateRow>) = own.partition(|date| date.starts_at <= now);
        let day = Day(date.starts_at.day());
        let first = match scope {
            Scope::All => coming.iter().filter_map(|date| date.series_day).min(),
            Scope::This | Scope::Following => date.series_day,
        };
        let first = first.unwrap_or(day);
        let (dates, before): (Vec<&DateRow>, Vec<&DateRow>) =
            coming.into_iter().partition(|date| date.series_day >= Some(first));
        let earlier = !before.is_empty() || begun.iter().any(|date| date.series_day < Some(first));
        Self { first, dates, begun, earlier }
    }
}

/// Cancels one date, or those of a series that the scope reaches.
pub(super) fn cancel(
    scope: Scope,
    date: &DateRow,
    series: Option<&SeriesRow>,
    all: &[DateRow],
    now: Instant,
) -> Result<Edit> {
    let detail = ChangeDetail { scope: Some(scope), date: Some(date.time()), ..ChangeDetail::default() };
    let mut edit = Edit { detail, ..Edit::default() };
    match series.filter(|_| scope != Scope::This) {
        None => edit.cancel(date)?,
        Some(series) => {
            let reach = Reach::of(scope, date, series, all, now);
            for open in reach.dates.iter().filter(|date| date.state == SlotState::Open) {
                edit.cancel(open)?;
            }
            let series = if reach.earlier { ended(series, reach.first, now) } else { cancelled(series, now) };
            edit.series.push(series?);
        }
    }
    Ok(edit.counted())
}

/// The series as it is when it ends before a day.
fn ended(series: &SeriesRow, before: Day, now: Instant) -> Result<SeriesRow> {
    let state = series.state.step(SeriesStep::End)?;
    let Repeat { rule, leave_out } = series.repeat();
    let rule = Rule { end: End::Until(plus_days(before, -1)), ..rule };
    Ok(SeriesRow { state, updated_at: now, ..series.clone().with(Repeat { rule, leave_out }) })
}

/// The series as it is when none of its dates to come takes place.
pub(super) fn cancelled(series: &SeriesRow, now: Instant) -> Result<SeriesRow> {
    let state = series.state.step(SeriesStep::Cancel)?;
    Ok(SeriesRow { state, updated_at: now, ..series.clone() })
}

/// The rule that a change asks for, from which day on, and whether its pattern is another.
fn asked_rule(
    series: &SeriesRow,
    was: &SlotsForm,
    form: &SlotsForm,
    draft: &DatesDraft,
    (first, shift): (Day, i64),
) -> (Repeat, Day, bool) {
    let stored = bounded(series);
    let Repeat { rule: typed, leave_out } = draft.repeat.clone().unwrap_or_else(|| stored.clone());
    let same = form.pattern.is_empty() || form.same_pattern(was);
    let pattern = match (same, shift) {
        (true, 0) => stored.rule.pattern.clone(),
        (true, _) => stored.rule.pattern.shifted(shift, draft.day),
        (false, _) => typed.pattern,
    };
    let end = if shift != 0 && typed.end == stored.rule.end {
        End::Until(plus_days(last_day(series), shift))
    } else {
        typed.end
    };
    let moved = plus_days(first, shift);
    let weekly = matches!(pattern, Pattern::Weekly { .. });
    let start = match (same && (shift == 0 || weekly), weekly) {
        (true, _) => moved,
        (false, true) => monday(moved),
        (false, false) => moved.0.first_of_month().into(),
    };
    (Repeat { rule: Rule { pattern, end }, leave_out }, start, !same || shift != 0)
}

/// Changes the dates of a series that the scope reaches.
pub(super) fn change(
    cx: &Cx,
    date: &DateRow,
    series: &SeriesRow,
    all: &[DateRow],
    change: &Change,
    (form, draft): (&SlotsForm, &DatesDraft),
) -> Result<Edit> {
    let now = cx.now();
    let new = Differences::between(date, draft);
    let reach = Reach::of(change.scope, date, series, all, now);
    let was = form_of(date, Some(series));
    let (repeat, start, other_pattern) = asked_rule(series, &was, form, draft, (reach.first, new.shift));
    let Some(given) = recurrence::days(&repeat.rule, start) else {
        return wrong(end_field(&repeat.rule), InputProblem::TooFar);
    };
    let (days, left_out) = repeat.leave_out.split(&given);
    let hours = new.hours.unwrap_or_else(|| series.hours());
    let target = Target {
        days,
        shift: new.shift,
        was: series.hours(),
        hours,
        gather: change.gather,
        monthly: Target::is_monthly(&repeat.rule.pattern),
    };
    let mut planned = plan(&reach.old(), &target, now);
    planned.added.retain(|day| *day >= plus_days(reach.first, new.shift.min(0)));

    let percent = draft.standing.unwrap_or(series.standing_percent);
    let shared = percent != series.standing_percent;
    let places = new.places.is_some() || new.roles.is_some();
    let alone = new.hours.is_some() || places || new.opens.is_some() || shared;
    let split = reach.earlier && (other_pattern || change.scope == Scope::Following && alone);
    let other_rule = other_pattern || repeat != bounded(series);
    let row = series_row(cx, series, &new, (split, other_pattern), start)?;
    let stored = if other_rule || split { repeat.clone() } else { series.repeat() };
    let row = SeriesRow { standing_percent: percent, updated_at: now, ..row.with(stored).at(hours) };
    let mut edit = Edit { detail: new.detail(date, change.scope), left_out, ..Edit::default() };
    reach.enter(&mut edit, &planned, &new, (date, series.id, row.id))?;
    edit.left_out.retain(|(day, _)| *day >= Day(now.day()));
    edit.added = planned.added.iter().map(|day| on(cx, &row, *day, hours)).collect();
    if split {
        edit.series.push(ended(series, reach.first, now)?);
    }
    if split || (SeriesRow { updated_at: series.updated_at, ..row.clone() }) != *series {
        edit.series.push(row);
    }
    edit.detail.standing = shared.then_some([series.standing_percent, percent]);
    if other_rule {
        edit.detail.rule = Some(series.repeat());
        edit.detail.rule_after = Some(repeat);
    }
    Ok(edit.counted())
}

/// The series with other places and opening; a new one that follows it when it is split.
fn series_row(
    cx: &Cx,
    series: &SeriesRow,
    new: &Differences,
    (split, other_pattern): (bool, bool),
    start: Day,
) -> Result<SeriesRow> {
    let (min_places, max_places) = new.places.unwrap_or((series.min_places, series.max_places));
    let row = SeriesRow {
        first_on: if split || other_pattern { start } else { series.first_on },
        min_places,
        max_places,
        roles: new.roles.clone().map_or_else(|| series.roles.clone(), Json),
        opens_days_before: new.opens.map_or(series.opens_days_before, |Opens(days)| days),
        state: series.state.step(SeriesStep::Change)?,
        ..series.clone()
    };
    Ok(if split {
        let state = SeriesState::Running;
        SeriesRow { id: cx.new_id(), follows_id: Some(series.id), state, created_at: cx.now(), ..row }
    } else {
        row
    })
}

/// A new date of a series.
fn on(cx: &Cx, series: &SeriesRow, day: Day, hours: Hours) -> DateRow {
    let time = hours.on(day);
    let places = (series.min_places, series.max_places);
    DateRow {
        series_id: Some(series.id),
        series_day: Some(day),
        opens_at: opens_at(time.0, series.opens_days_before),
        ..DateRow::new(cx.new_id(), series.opportunity_id, time, places).with(&series.roles)
    }
}

impl Reach<'_> {
    fn old(&self) -> Vec<OldDate> {
        let old = |date: &&DateRow| {
            let cancelled = date.state == SlotState::Cancelled;
            let (id, day) = (date.id, date.series_day?);
            Some(OldDate { id, day, starts_at: date.starts_at, ends_at: date.ends_at, cancelled })
        };
        self.begun.iter().chain(&self.dates).filter_map(old).collect()
    }

    /// Takes over what was planned for the dates that there are.
    fn enter(
        &self,
        edit: &mut Edit,
        planned: &DatesPlan,
        new: &Differences,
        (asked, from, to): (&DateRow, SeriesId, SeriesId),
    ) -> Result<()> {
        let by_id: BTreeMap<SlotId, &DateRow> = self.dates.iter().map(|date| (date.id, *date)).collect();
        for kept in planned.kept.iter().chain(&planned.moved) {
            let Some(before) = by_id.get(&kept.id) else { continue };
            let timed = new.applied(before, (kept.starts_at, kept.ends_at));
            let after = DateRow { series_id: Some(to), series_day: Some(kept.day), ..timed.clone() };
            if (after.series_id, after.series_day) != (before.series_id, before.series_day) {
                edit.regrouped.push((after.id, after.series_id, after.series_day));
            }
            if kept.id == asked.id && after.time() != asked.time() {
                edit.detail.date_after = Some(after.time());
            }
            if timed == **before { edit.kept += 1 } else { edit.change(before, after)? }
        }
        for id in &planned.dropped {
            if let Some(date) = by_id.get(id) {
                edit.cancel(date)?;
            }
            edit.regrouped.push((*id, Some(from), None));
        }
        for (id, day) in &planned.cancelled {
            edit.regrouped.push((*id, Some(to), *day));
            edit.left_out.extend(day.map(|day| (day, LeftOut::Cancelled)));
        }
        edit.left_out.sort_by_key(|(day, _)| *day);
        Ok(())
    }
}
