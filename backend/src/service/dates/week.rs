//! A week of those who plan: its dates, and adding the same dates to another week.

use super::edit::{self, Edit};
use super::people::People;
use super::roles::known;
use super::write::{self, Whose};
use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::service::posting::{posting, publishes};
use crate::session::hash;
use crate::store::dates::{self, DateRow};
use crate::store::opportunities;
use crate::store::slots::SlotRow;
use domain::calendar::{Hours, Stretch, days_between, holiday, monday, plus_days};
use domain::change::ChangeAction;
use domain::form::SlotsForm;
use domain::ids::{OpportunityId, OrganisationId, SlotId};
use domain::opportunity::OpportunityState;
use domain::policy::Posting;
use domain::problem::Problem;
use domain::time::{Day, Instant};
use domain::view::{CalendarDay, Choice, CopiedDate, CopyFate, Standing, WeekCopy, WeekPlan};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;

/// Weeks ahead and back that are shown.
const WEEKS: i64 = 104;
/// Dates of a week that are shown.
const SHOWN: usize = 600;

/// A week of the dates that the reader plans; with `to`, what copying it to the week of that day would add.
///
/// # Errors
/// [`Problem::Denied`], or when the database fails.
pub async fn week(cx: &Cx, day: Option<Day>, to: Option<Day>) -> Result<WeekPlan> {
    let by = posting(cx)?;
    let today: Day = cx.now().day().into();
    let first = monday(clamped(today, day.unwrap_or(today)));
    let mut tx = cx.read().await?;
    // What began on Sunday evening may run into Monday.
    let mut rows =
        dates::planned(&mut tx, by.scope().organisations(), plus_days(first, -1), plus_days(first, 6))
            .await?;
    rows.retain(|row| row.ends_at > midnight(first));
    let copy = match to {
        Some(to) => {
            let to = monday(clamped(today, to));
            let week: Vec<SlotRow> = rows.iter().filter(|row| row.on_day >= first).cloned().collect();
            Some(preview(cx, &mut tx, &by, (&week, first, to)).await?)
        }
        None => None,
    };
    let more = rows.len() > SHOWN;
    rows.truncate(SHOWN);
    let listed = opportunities::list(&mut tx, cx.now(), by.scope().organisations()).await?;
    let offers = listed.into_iter().filter(|row| row.state != OpportunityState::Cancelled);
    Ok(WeekPlan {
        today,
        monday: first,
        days: days_between(first, plus_days(first, 6)).map(|day| on_day(cx, &rows, day)).collect(),
        more,
        movable: movable(cx, &mut tx, &by, &rows).await?,
        offers: offers
            .map(|row| Choice { id: row.id, name: format!("{} ({})", row.title, row.organisation) })
            .collect(),
        copy,
    })
}

fn midnight(day: Day) -> Instant {
    Instant::from_civil(day.0.at(0, 0, 0, 0))
}

fn clamped(today: Day, day: Day) -> Day {
    day.clamp(plus_days(today, -7 * WEEKS), plus_days(today, 7 * WEEKS))
}

fn on_day(cx: &Cx, rows: &[SlotRow], day: Day) -> CalendarDay {
    let card = |row: &SlotRow| row.card(cx.locale, Standing::Open);
    let slots: Vec<_> = rows.iter().filter(|row| row.on_day == day).map(card).collect();
    let before = |row: &&SlotRow| row.on_day < day && Stretch::on(day, row.starts_at, row.ends_at).is_some();
    let over = rows.iter().filter(before).map(card).collect();
    let count = i64::try_from(slots.len()).unwrap_or_default();
    CalendarDay { day, holiday: holiday(day), count, slots, over }
}

/// Dates to come that the reader moves alone, and that fit a form.
async fn movable(cx: &Cx, tx: &mut Tx, by: &Posting, rows: &[SlotRow]) -> Result<Vec<SlotId>> {
    let mut alone: HashMap<OrganisationId, bool> = HashMap::new();
    let mut found = Vec::new();
    for row in rows.iter().filter(|row| row.starts_at > cx.now() && fits_a_form(row)) {
        let may = match alone.get(&row.organisation_id) {
            _ if row.opportunity_state == OpportunityState::Draft => true,
            Some(may) => *may,
            None => {
                let may = publishes(tx, by, row.organisation_id).await?;
                alone.insert(row.organisation_id, may);
                may
            }
        };
        found.extend(may.then_some(row.id));
    }
    Ok(found)
}

fn fits_a_form(row: &SlotRow) -> bool {
    let hours = Hours::between(row.starts_at, row.ends_at);
    hours.fit() && hours.on(row.on_day).1.day() == row.ends_at.day()
}

/// A date at its new time.
struct Copied {
    title: String,
    whose: Whose,
    time: (Instant, Instant),
    fate: CopyFate,
    edit: Edit,
}

/// What copying would do: date by date what a form with the same fields on the new day would add.
async fn plan(
    cx: &Cx,
    tx: &mut Tx,
    by: &Posting,
    (rows, from, to): (&[SlotRow], Day, Day),
) -> Result<Vec<Copied>> {
    let ahead = i64::from((to.0 - from.0).get_days());
    let there = dates::planned(tx, by.scope().organisations(), to, plus_days(to, 6)).await?;
    let mut known: HashMap<OpportunityId, Vec<DateRow>> = HashMap::new();
    for row in &there {
        known.entry(row.opportunity_id).or_default().push(stored(row));
    }
    let mut found = Vec::new();
    for row in rows {
        let day = plus_days(row.on_day, ahead);
        let known = known.entry(row.opportunity_id).or_default();
        let (fate, edit) = match (holiday(day), fits_a_form(row)) {
            (Some(holiday), _) => (CopyFate::Holiday(holiday), Edit::default()),
            (None, false) => (CopyFate::TooLong, Edit::default()),
            (None, true) => added(cx, row, day, known)?,
        };
        known.extend(edit.added.iter().cloned());
        let at = |at: Instant| {
            Instant::from_civil(plus_days(at.day().into(), ahead).0.to_datetime(at.civil().time()))
        };
        let whose = Whose { opportunity: row.opportunity_id, organisation: row.organisation_id, slot: None };
        let time = edit.added.first().map_or_else(|| (at(row.starts_at), at(row.ends_at)), DateRow::time);
        found.push(Copied { title: row.title.clone(), whose, time, fate, edit });
    }
    Ok(found)
}

/// What a form with the places, roles and opening of a date would add on another day.
fn added(cx: &Cx, row: &SlotRow, day: Day, there: &[DateRow]) -> Result<(CopyFate, Edit)> {
    let form = SlotsForm { day: day.to_string(), ..edit::form_of(&stored(row), None) };
    let Ok(draft) = form.check(cx.now()) else { return Ok((CopyFate::OutOfTime, Edit::default())) };
    match known(&row.described, &draft.roles) {
        Ok(()) => {}
        Err(Error::Problem(Problem::Invalid(_))) => return Ok((CopyFate::RoleEnded, Edit::default())),
        Err(error) => return Err(error),
    }
    let (edit, _) = edit::add(cx, row.opportunity_id, &draft, there)?;
    Ok((if edit.added.is_empty() { CopyFate::There } else { CopyFate::New }, edit))
}

fn stored(row: &SlotRow) -> DateRow {
    let (time, places) = ((row.starts_at, row.ends_at), (row.min_places, row.max_places));
    DateRow {
        opens_at: row.opens_at,
        state: row.state,
        with_roles: row.with_roles,
        roles: row.roles.clone(),
        ..DateRow::new(row.id, row.opportunity_id, time, places)
    }
}

async fn preview(cx: &Cx, tx: &mut Tx, by: &Posting, asked: (&[SlotRow], Day, Day)) -> Result<WeekCopy> {
    let plan = plan(cx, tx, by, asked).await?;
    let count = plan.iter().filter(|one| one.fate == CopyFate::New).count();
    let fingerprint = fingerprint(&plan);
    let copied = |one: Copied| CopiedDate {
        title: one.title,
        starts_at: one.time.0,
        ends_at: one.time.1,
        fate: one.fate,
    };
    Ok(WeekCopy {
        to: asked.2,
        dates: plan.into_iter().map(copied).collect(),
        count: i64::try_from(count).unwrap_or_default(),
        fingerprint,
    })
}

/// Stands for every date that would be added: another time, other places or roles make another one.
fn fingerprint(plan: &[Copied]) -> String {
    let mut seen = String::new();
    for date in plan.iter().flat_map(|one| &one.edit.added) {
        let places = (date.min_places, date.max_places, date.plans());
        // Writing to a String cannot fail.
        let _ = write!(seen, "{}{:?}{places:?}{:?};", date.opportunity_id, date.time(), date.opens_at);
    }
    hash(seen.as_bytes()).iter().take(12).fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// Adds the dates of a week to another one as the preview said; how many. What is there already is not added again.
/// Nobody is put down for the new dates.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::Changed`] when it would do something else than the preview with this fingerprint said.
pub async fn copy(cx: &Cx, from: Day, to: Day, seen: &str) -> Result<i64> {
    let by = posting(cx)?;
    let today: Day = cx.now().day().into();
    let (from, to) = (monday(clamped(today, from)), monday(clamped(today, to)));
    let mut tx = cx.write().await?;
    let own = by.scope().organisations();
    let rows = dates::planned(&mut tx, own, from, plus_days(from, 6)).await?;
    let offers: BTreeSet<OpportunityId> = rows.iter().map(|row| row.opportunity_id).collect();
    for id in &offers {
        tx.lock(&format!("dates:{id}")).await?;
    }
    // As they are now that nobody else adds dates to them; others that came meanwhile were not in the preview.
    let rows = dates::planned(&mut tx, own, from, plus_days(from, 6)).await?;
    let plan = plan(cx, &mut tx, &by, (&rows, from, to)).await?;
    if fingerprint(&plan) != seen || rows.iter().any(|row| !offers.contains(&row.opportunity_id)) {
        return Err(Problem::Changed.into());
    }
    let mut count = 0;
    for (_, (whose, edit)) in by_opportunity(plan) {
        count += edit.detail.added;
        write::write(cx, &mut tx, whose, ChangeAction::AddDates, edit, (&People::default(), Vec::new()))
            .await?;
    }
    cx.commit(tx).await?;
    Ok(count)
}

/// One edit for each opportunity that gets dates: one line in its history.
fn by_opportunity(plan: Vec<Copied>) -> BTreeMap<OpportunityId, (Whose, Edit)> {
    let mut all: BTreeMap<OpportunityId, (Whose, Edit)> = BTreeMap::new();
    for one in plan.into_iter().filter(|one| !one.edit.added.is_empty()) {
        let Copied { whose, edit, .. } = one;
        match all.get_mut(&whose.opportunity) {
            Some((_, known)) => {
                known.detail.added += edit.detail.added;
                known.added.extend(edit.added);
            }
            None => {
                all.insert(whose.opportunity, (whose, edit));
            }
        }
    }
    all
}
