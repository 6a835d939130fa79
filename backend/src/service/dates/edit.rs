//! What an edit does to dates: which change, which are added, which are cancelled, and what becomes of their series.
//! Nothing is written here.

use crate::context::Cx;
use crate::error::Result;
use crate::recurrence;
use crate::store::dates::DateRow;
use crate::store::series::SeriesRow;
use domain::calendar::{End, Hours, LeftOut, Rule, Scope, SeriesState};
use domain::form::{DatesDraft, FieldProblem, InputProblem, Repeat, RolePlacesForm, SlotsForm};
use domain::ids::{SeriesId, SlotId};
use domain::opening;
use domain::opportunity::{SlotState, SlotStep};
use domain::role::RolePlan;
use domain::standing;
use domain::time::{Day, Instant};
use domain::view::ChangeDetail;
use std::collections::BTreeSet;

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

    /// A date does not take place.
    pub(super) fn cancel(&mut self, date: &DateRow) -> Result<()> {
        date.state.step(SlotStep::Cancel)?;
        self.cancelled.push(date.clone());
        Ok(())
    }

    /// A date becomes another one.
    pub(super) fn change(&mut self, before: &DateRow, mut after: DateRow) -> Result<()> {
        after.state = before.state.step(SlotStep::Change)?;
        self.changed.push((before.clone(), after));
        Ok(())
    }

    pub(super) fn counted(mut self) -> Self {
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

/// When claims open for a date that begins at this moment.
pub(super) fn opens_at(starts_at: Instant, days: Option<i64>) -> Option<Instant> {
    days.map(|days| opening::opens_at(starts_at, days))
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
        roles: date.plans().iter().map(RolePlacesForm::from).collect(),
        ..SlotsForm::default()
    };
    match series {
        Some(series) => {
            let Repeat { rule, leave_out } = bounded(series);
            let standing = series.standing_percent.to_string();
            SlotsForm { standing, ..form.with_rule(&rule, &leave_out) }
        }
        None => form,
    }
}

fn opened_days(date: &DateRow) -> Option<i64> {
    date.opens_at.map(|at| opening::days_before(date.starts_at, at))
}

/// The rule of a series with a last day in place of a count, so that a part of it can be told by itself.
pub(super) fn bounded(series: &SeriesRow) -> Repeat {
    let mut repeat = series.repeat();
    if matches!(repeat.rule.end, End::Count(_)) {
        repeat.rule.end = End::Until(last_day(series));
    }
    repeat
}

pub(super) fn last_day(series: &SeriesRow) -> Day {
    let days = recurrence::days(&series.rule, series.first_on).unwrap_or_default();
    days.last().copied().unwrap_or(series.first_on)
}

/// A series as a draft describes it.
fn new_series(
    cx: &Cx,
    opportunity_id: domain::ids::OpportunityId,
    draft: &DatesDraft,
    repeat: &Repeat,
) -> SeriesRow {
    let row = SeriesRow {
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
        min_places: draft.min_places,
        max_places: draft.max_places,
        opens_days_before: draft.opens_days,
        standing_percent: draft.standing.unwrap_or(standing::DEFAULT_PERCENT),
        state: SeriesState::Running,
        created_at: cx.now(),
        updated_at: cx.now(),
        roles: sqlx::types::Json(draft.roles.clone()),
    };
    row.at(draft.hours)
}

/// Adds the dates of a draft; those that are there already are not added twice, and come back beside.
pub(super) fn add(
    cx: &Cx,
    opportunity_id: domain::ids::OpportunityId,
    draft: &DatesDraft,
    there: &[DateRow],
) -> Result<(Edit, Vec<Instant>)> {
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
    let series = draft.repeat.as_ref().map(|repeat| new_series(cx, opportunity_id, draft, repeat));
    let open: BTreeSet<Instant> = there
        .iter()
        .filter(|date| date.state == SlotState::Open && date.work_minutes.is_none())
        .map(|date| date.starts_at)
        .collect();
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
            ..DateRow::new(cx.new_id(), opportunity_id, time, places).with(&draft.roles)
        });
    }
    let detail = ChangeDetail {
        date: added.first().map(DateRow::time),
        rule_after: draft.repeat.clone(),
        roles: (!draft.roles.is_empty()).then(|| [Vec::new(), draft.roles.clone()]),
        ..ChangeDetail::default()
    };
    let series = series.into_iter().filter(|_| !added.is_empty()).collect();
    Ok((Edit { added, series, left_out, detail, ..Edit::default() }.counted(), known))
}

pub(super) fn end_field(rule: &Rule) -> &'static str {
    if matches!(rule.end, End::Count(_)) { "count" } else { "repeat_until" }
}

/// How many days before a date its claims open; `None`: at once.
#[derive(Clone, Copy)]
pub(super) struct Opens(pub Option<i64>);

/// What the asked date says that is different from what is stored.
pub(super) struct Differences {
    /// Days from the stored one.
    pub shift: i64,
    /// Other hours.
    pub hours: Option<Hours>,
    /// Other places.
    pub places: Option<(i64, i64)>,
    /// Other roles, or other places of theirs.
    pub roles: Option<Vec<RolePlan>>,
    /// Another opening.
    pub opens: Option<Opens>,
}

impl Differences {
    pub(super) fn between(date: &DateRow, draft: &DatesDraft) -> Self {
        let places = (draft.min_places, draft.max_places);
        let hours = Hours::between(date.starts_at, date.ends_at);
        Self {
            shift: i64::from((draft.day.0 - date.starts_at.day()).get_days()),
            hours: (draft.hours != hours).then_some(draft.hours),
            places: (places != (date.min_places, date.max_places)).then_some(places),
            roles: (draft.roles != date.plans()).then(|| draft.roles.clone()),
            opens: (draft.opens_days != opened_days(date)).then_some(Opens(draft.opens_days)),
        }
    }

    /// The date at another time, with what else is different.
    pub(super) fn applied(&self, before: &DateRow, (starts_at, ends_at): (Instant, Instant)) -> DateRow {
        let (min_places, max_places) = self.places.unwrap_or((before.min_places, before.max_places));
        let opens_at = match self.opens {
            Some(Opens(days)) => opens_at(starts_at, days),
            None if starts_at == before.starts_at => before.opens_at,
            None => opens_at(starts_at, opened_days(before)),
        };
        let after = DateRow { starts_at, ends_at, min_places, max_places, opens_at, ..before.clone() };
        let Some(plans) = &self.roles else { return after };
        let mut after = after.with(plans);
        for places in &mut after.roles {
            let known = before.roles.iter().find(|known| known.role_id == places.role_id);
            places.taken = known.map_or(0, |known| known.taken);
        }
        after
    }

    pub(super) fn detail(&self, date: &DateRow, scope: Scope) -> ChangeDetail {
        ChangeDetail {
            scope: Some(scope),
            date: Some(date.time()),
            places: self.places.map(|places| [(date.min_places, date.max_places), places]),
            roles: self.roles.as_ref().map(|plans| [date.plans(), plans.clone()]),
            opens_days: self.opens.map(|Opens(days)| [opened_days(date), days]),
            ..ChangeDetail::default()
        }
    }
}

/// Changes one date alone. It keeps its day in the series.
pub(super) fn change_one(date: &DateRow, draft: &DatesDraft) -> Result<Edit> {
    let new = Differences::between(date, draft);
    let after = new.applied(date, draft.hours.on(draft.day));
    let mut edit = Edit { detail: new.detail(date, Scope::This), ..Edit::default() };
    if after == *date {
        edit.kept = 1;
    } else {
        edit.detail.date_after = (after.time() != date.time()).then(|| after.time());
        edit.change(date, after)?;
    }
    Ok(edit.counted())
}

/// Leaves out added dates that are there already, and refuses changes that would put two dates at the same time.
pub(super) fn without_doubles(edit: &mut Edit, all: &[DateRow], now: Instant) -> Result<()> {
    let touched: BTreeSet<SlotId> = edit
        .changed
        .iter()
        .map(|(before, _)| before.id)
        .chain(edit.cancelled.iter().map(|date| date.id))
        .collect();
    let stays = |date: &&DateRow| {
        date.state == SlotState::Open
            && date.work_minutes.is_none()
            && date.starts_at > now
            && !touched.contains(&date.id)
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
