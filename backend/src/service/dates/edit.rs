//! What an edit does to dates: which change, which are added, which are cancelled, and what becomes of their series.
//! Nothing is written here.

use crate::context::Cx;
use crate::error::Result;
use crate::recurrence;
use crate::store::dates::DateRow;
use crate::store::series::SeriesRow;
use domain::calendar::{
    End, Hours, LeftOut, OldDate, Pattern, Rule, Scope, Target, monday, plan, plus_days,
};
use domain::form::{Change, DatesDraft, FieldProblem, InputProblem, Repeat, SlotsForm};
use domain::ids::{SeriesId, SlotId};
use domain::opportunity::SlotState;
use domain::time::{Day, Instant};
use domain::view::ChangeDetail;
use std::collections::{BTreeMap, BTreeSet};

/// Of every seat of a new series, so many of a hundred may be standing ones.
pub(super) const STANDING_PERCENT: i64 = 50;

/// What is done to the dates of one opportunity.
#[derive(Debug, Default)]
pub(in crate::service) struct Edit {
    /// Dates whose time, places or opening change, before and after.
    pub changed: Vec<(DateRow, DateRow)>,
    /// Dates that get another series or another day of its rule.
    pub regrouped: Vec<(SlotId, Option<SeriesId>, Option<Day>)>,
    /// Dates that do not take place.
    pub cancelled: Vec<DateRow>,
    /// Dates that are new.
    pub added: Vec<DateRow>,
    /// How many others of its scope stay as they are.
    pub kept: i64,
    /// Series as they are to be written.
    pub series: Vec<SeriesRow>,
    /// Days of the rule that are left out.
    pub left_out: Vec<(Day, LeftOut)>,
    /// The place of the opportunity from now on, if it is another.
    pub place: Option<String>,
    /// What its history says.
    pub detail: ChangeDetail,
}

impl Edit {
    /// It does nothing at all.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty()
            && self.cancelled.is_empty()
            && self.added.is_empty()
            && self.series.is_empty()
            && self.place.is_none()
    }

    fn counted(mut self) -> Self {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let moved = self.changed.iter().filter(|(before, after)| before.time() != after.time());
        self.detail.moved = count(moved.count());
        self.detail.added = count(self.added.len());
        self.detail.cancelled = count(self.cancelled.len());
        self
    }
}

/// A field that was not taken.
pub(super) fn wrong<T>(field: &str, problem: InputProblem) -> Result<T> {
    Err(vec![FieldProblem { field: field.to_owned(), problem }].into())
}

/// When claims open for a date that begins at this moment, so many days before at the same time of day.
fn opens_at(starts_at: Instant, days: Option<i64>) -> Option<Instant> {
    let civil = starts_at.civil();
    days.map(|days| Instant::from_civil(plus_days(civil.date().into(), -days).0.to_datetime(civil.time())))
}

/// The form of a date as it is stored, with the rule of its series.
pub(super) fn form_of(date: &DateRow, series: Option<&SeriesRow>) -> SlotsForm {
    let clock = |at: Instant| at.civil().strftime("%H:%M").to_string();
    let day = Day(date.starts_at.day());
    let form = SlotsForm {
        day: day.to_string(),
        starts: clock(date.starts_at),
        ends: clock(date.ends_at),
        min_places: date.min_places.to_string(),
        max_places: date.max_places.to_string(),
        opens_days: opened_days(date).map(|days| days.to_string()).unwrap_or_default(),
        ..SlotsForm::default()
    };
    match series {
        Some(series) => {
            let Repeat { rule, leave_out } = bounded(series);
            form.with_rule(&rule, &leave_out)
        }
        None => form,
    }
}

fn opened_days(date: &DateRow) -> Option<i64> {
    let days = |at: Instant| i64::from((date.starts_at.day() - at.day()).get_days());
    date.opens_at.map(days)
}

/// The rule of a series with a last day in place of a count, so that a part of it can be told by itself.
fn bounded(series: &SeriesRow) -> Repeat {
    let mut repeat = series.repeat();
    if matches!(repeat.rule.end, End::Count(_)) {
        repeat.rule.end = End::Until(last_day(series));
    }
    repeat
}

fn last_day(series: &SeriesRow) -> Day {
    let days = recurrence::days(&series.rule, series.first_on).unwrap_or_default();
    days.last().copied().unwrap_or(series.first_on)
}

/// Adds the dates of a draft; those that are there already are not added twice, and come back beside.
pub(super) fn add(
    cx: &Cx,
    opportunity_id: domain::ids::OpportunityId,
    draft: &DatesDraft,
    there: &[DateRow],
) -> Result<(Edit, Vec<Instant>)> {
    let now = cx.now();
    let (days, left_out) = match &draft.repeat {
        None => (vec![draft.day], Vec::new()),
        Some(repeat) => {
            let Some(days) = recurrence::days(&repeat.rule, draft.day) else {
                return wrong(end_field(&repeat.rule), InputProblem::TooFar);
            };
            repeat.leave_out.split(&days)
        }
    };
    if days.is_empty() && left_out.is_empty() {
        return wrong("pattern", InputProblem::NoDates);
    }
    let places = (draft.min_places, draft.max_places);
    let series = draft.repeat.as_ref().map(|repeat| SeriesRow {
        id: cx.new_id(),
        opportunity_id,
        follows_id: None,
        rule: repeat.rule.clone(),
        first_on: draft.day,
        starts: String::new(),
        ends: String::new(),
        skip_holidays: repeat.leave_out.holidays,
        skip_school_breaks: repeat.leave_out.school_breaks,
        skipped_days: sqlx::types::Json(repeat.leave_out.days.clone()),
        min_places: places.0,
        max_places: places.1,
        opens_days_before: draft.opens_days,
        standing_percent: STANDING_PERCENT,
        roles: sqlx::types::Json(serde_json::Value::Array(Vec::new())),
        created_at: now,
        updated_at: now,
    });
    let series = series.map(|series| series.at(draft.hours));
    let open: BTreeSet<Instant> =
        there.iter().filter(|date| date.state == SlotState::Open).map(|date| date.starts_at).collect();
    let (mut added, mut known) = (Vec::new(), Vec::new());
    for day in days {
        let time = draft.hours.on(day);
        if open.contains(&time.0) {
            known.push(time.0);
            continue;
        }
        added.push(DateRow {
            series_id: series.as_ref().map(|series| series.id),
            series_day: series.is_some().then_some(day),
            opens_at: opens_at(time.0, draft.opens_days),
            ..DateRow::new(cx.new_id(), opportunity_id, time, places)
        });
    }
    let detail = ChangeDetail {
        date: added.first().map(DateRow::time),
        rule_after: draft.repeat.clone(),
        ..ChangeDetail::default()
    };
    let series = series.into_iter().filter(|_| !added.is_empty()).collect();
    Ok((Edit { added, series, left_out, detail, ..Edit::default() }.counted(), known))
}

fn end_field(rule: &Rule) -> &'static str {
    if matches!(rule.end, End::Count(_)) { "count" } else { "repeat_until" }
}

/// What the asked date says that is different from what is stored.
struct Differences {
    shift: i64,
    hours: Option<Hours>,
    places: Option<(i64, i64)>,
    opens: Option<Option<i64>>,
}

impl Differences {
    fn between(date: &DateRow, draft: &DatesDraft) -> Self {
        let places = (draft.min_places, draft.max_places);
        let hours = Hours::between(date.starts_at, date.ends_at);
        Self {
            shift: i64::from((draft.day.0 - date.starts_at.day()).get_days()),
            hours: (draft.hours != hours).then_some(draft.hours),
            places: (places != (date.min_places, date.max_places)).then_some(places),
            opens: (draft.opens_days != opened_days(date)).then_some(draft.opens_days),
        }
    }

    /// The date at another time, with what else is different.
    fn applied(&self, before: &DateRow, (starts_at, ends_at): (Instant, Instant)) -> DateRow {
        let (min_places, max_places) = self.places.unwrap_or((before.min_places, before.max_places));
        let moved = starts_at.unix() - before.starts_at.unix();
        let opens_at = match self.opens {
            Some(days) => opens_at(starts_at, days),
            None => before.opens_at.map(|at| at.plus_seconds(moved)),
        };
        DateRow { starts_at, ends_at, min_places, max_places, opens_at, ..before.clone() }
    }

    fn detail(&self, date: &DateRow, scope: Scope) -> ChangeDetail {
        ChangeDetail {
            scope: Some(scope),
            date: Some(date.time()),
            places: self.places.map(|places| [(date.min_places, date.max_places), places]),
            opens_days: self.opens.map(|days| [opened_days(date), days]),
            ..ChangeDetail::default()
        }
    }
}

/// Changes one date alone. It keeps its day in the series.
pub(super) fn change_one(date: &DateRow, draft: &DatesDraft) -> Edit {
    let new = Differences::between(date, draft);
    let after = new.applied(date, draft.hours.on(draft.day));
    let mut edit = Edit { detail: new.detail(date, Scope::This), ..Edit::default() };
    if after == *date {
        edit.kept = 1;
    } else {
        edit.detail.date_after = (after.time() != date.time()).then(|| after.time());
        edit.changed.push((date.clone(), after));
    }
    edit.counted()
}

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
) -> Edit {
    let detail = ChangeDetail { scope: Some(scope), date: Some(date.time()), ..ChangeDetail::default() };
    let mut edit = Edit { detail, ..Edit::default() };
    match series.filter(|_| scope != Scope::This) {
        None => edit.cancelled.push(date.clone()),
        Some(series) => {
            let reach = Reach::of(scope, date, series, all, now);
            let open = reach.dates.iter().filter(|date| date.state == SlotState::Open);
            edit.cancelled = open.map(|date| (*date).clone()).collect();
            if reach.earlier {
                edit.series.push(ended(series, reach.first, now));
            }
        }
    }
    edit.counted()
}

/// The series as it is when it ends before a day.
fn ended(series: &SeriesRow, before: Day, now: Instant) -> SeriesRow {
    let Repeat { rule, leave_out } = series.repeat();
    let rule = Rule { end: End::Until(plus_days(before, -1)), ..rule };
    SeriesRow { updated_at: now, ..series.clone().with(Repeat { rule, leave_out }) }
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
pub(super) fn change_series(
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
    let old = |date: &&DateRow| {
        let cancelled = date.state == SlotState::Cancelled;
        let (id, day) = (date.id, date.series_day?);
        Some(OldDate { id, day, starts_at: date.starts_at, ends_at: date.ends_at, cancelled })
    };
    let old: Vec<OldDate> = reach.begun.iter().chain(&reach.dates).filter_map(old).collect();
    let target = Target {
        days,
        shift: new.shift,
        was: series.hours(),
        hours,
        gather: change.gather,
        monthly: Target::is_monthly(&repeat.rule.pattern),
    };
    let mut planned = plan(&old, &target, now);
    planned.added.retain(|day| *day >= plus_days(reach.first, new.shift.min(0)));

    let split = reach.earlier
        && (other_pattern
            || change.scope == Scope::Following
                && (new.hours.is_some() || new.places.is_some() || new.opens.is_some()));
    let other_rule = repeat != bounded(series);
    let target_id = if split { cx.new_id() } else { series.id };
    let mut edit = Edit { detail: new.detail(date, change.scope), left_out, ..Edit::default() };
    let by_id: BTreeMap<SlotId, &DateRow> = reach.dates.iter().map(|date| (date.id, *date)).collect();
    for kept in planned.kept.iter().chain(&planned.moved) {
        let Some(before) = by_id.get(&kept.id) else { continue };
        let timed = new.applied(before, (kept.starts_at, kept.ends_at));
        let after = DateRow { series_id: Some(target_id), series_day: Some(kept.day), ..timed.clone() };
        if (after.series_id, after.series_day) != (before.series_id, before.series_day) {
            edit.regrouped.push((after.id, after.series_id, after.series_day));
        }
        if kept.id == date.id && after.time() != date.time() {
            edit.detail.date_after = Some(after.time());
        }
        if timed == **before { edit.kept += 1 } else { edit.changed.push(((*before).clone(), after)) }
    }
    for id in &planned.dropped {
        edit.cancelled.extend(by_id.get(id).map(|date| (*date).clone()));
        edit.regrouped.push((*id, Some(series.id), None));
    }
    for (id, day) in &planned.cancelled {
        edit.regrouped.push((*id, Some(target_id), *day));
        edit.left_out.extend(day.map(|day| (day, LeftOut::Cancelled)));
    }
    edit.left_out.sort_by_key(|(day, _)| *day);
    edit.left_out.retain(|(day, _)| *day >= Day(now.day()));

    let stored = if other_rule || split { repeat.clone() } else { series.repeat() };
    let (min_places, max_places) = new.places.unwrap_or((series.min_places, series.max_places));
    let row = SeriesRow {
        id: target_id,
        follows_id: if split { Some(series.id) } else { series.follows_id },
        first_on: if split || other_pattern { start } else { series.first_on },
        min_places,
        max_places,
        opens_days_before: new.opens.unwrap_or(series.opens_days_before),
        created_at: if split { now } else { series.created_at },
        updated_at: now,
        ..series.clone().with(stored).at(hours)
    };
    edit.added = planned
        .added
        .iter()
        .map(|day| {
            let time = hours.on(*day);
            DateRow {
                series_id: Some(target_id),
                series_day: Some(*day),
                opens_at: opens_at(time.0, row.opens_days_before),
                ..DateRow::new(cx.new_id(), series.opportunity_id, time, (min_places, max_places))
            }
        })
        .collect();
    if split {
        edit.series.push(ended(series, reach.first, now));
    }
    if split || (SeriesRow { updated_at: series.updated_at, ..row.clone() }) != *series {
        edit.series.push(row);
    }
    if other_rule || other_pattern {
        edit.detail.rule = Some(series.repeat());
        edit.detail.rule_after = Some(repeat);
    }
    Ok(edit.counted())
}

/// Leaves out added dates that are there already, and refuses changes that would put two dates at the same time.
pub(super) fn without_doubles(edit: &mut Edit, all: &[DateRow], now: Instant) -> Result<()> {
    let touched: BTreeSet<SlotId> =
        edit.changed.iter().map(|(before, _)| before.id).chain(edit.cancelled.iter().map(|date| date.id)).collect();
    let stays = |date: &&DateRow| {
        date.state == SlotState::Open && date.starts_at > now && !touched.contains(&date.id)
    };
    let mut starts: BTreeSet<Instant> = all.iter().filter(stays).map(|date| date.starts_at).collect();
    for (before, after) in &edit.changed {
        // What began at the same time before may go on doing so.
        if !starts.insert(after.starts_at) && before.starts_at != after.starts_at {
            return wrong("day", InputProblem::Doubled);
        }
    }
    edit.added.retain(|date| starts.insert(date.starts_at));
    edit.detail.added = i64::try_from(edit.added.len()).unwrap_or(i64::MAX);
    Ok(())
}
