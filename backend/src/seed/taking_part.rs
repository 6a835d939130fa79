//! Tasks without an hour, standing places in series, and who has taken them. Planned after everything else: chance
//! gives the rest of the town the same fate with and without them.

use super::Result;
use super::SeedError;
use super::data::{Task, Town};
use super::plan::{Ground, Plan, PlannedSlot};
use super::town::{Keys, opportunity};
use crate::db::Tx;
use crate::store::standing::{self, StandingRow};
use crate::store::windows::{self, StintRow};
use domain::calendar::plus_days;
use domain::claim::ClaimState;
use domain::claiming::{Limits, SlotFacts};
use domain::ids::SeriesId;
use domain::opportunity::SlotState;
use domain::time::Instant;
use domain::window::span;
use sqlx::types::Json;

/// Opportunities in whose series standing places can be had, how much of it standing people may hold, and the persona
/// who has a standing place.
const SERIES: [(&str, i64, Option<&str>); 2] = [
    ("Sobotnie zakupy po sąsiedzku", 70, Some("olena@example.org")),
    ("Telefon bez tajemnic: pomoc dla seniorów", 70, None),
];
/// The first of these who has time this week has begun with a task.
const WORKERS: [&str; 4] =
    ["piotr@example.org", "bartek@example.org", "julia@example.org", "olena@example.org"];
/// How many minutes of it they noted, and how many days ago.
const NOTED: (i64, i64) = (45, 2);

/// What is planned here.
#[derive(Default)]
pub(super) struct TakingPart {
    standing: Vec<StandingRow>,
    stints: Vec<StintRow>,
}

/// Plans tasks and standing places.
pub(super) fn plan(plan: &mut Plan, ground: &Ground, keys: &Keys, town: &Town) -> Result<()> {
    for task in &town.tasks {
        add_task(plan, ground, keys, task)?;
    }
    for (title, percent, persona) in SERIES {
        open_series(plan, title, percent, persona)?;
    }
    Ok(())
}

fn add_task(plan: &mut Plan, ground: &Ground, keys: &Keys, task: &Task) -> Result<()> {
    let offer = &task.offer;
    let kind = ground.kind(&offer.kind)?;
    let wrong = || SeedError::Data(format!("no organisation {}", offer.organisation));
    let (_, id) = keys.iter().find(|(key, _)| *key == offer.organisation).ok_or_else(wrong)?;
    let organisation = plan.organisations.iter().find(|known| known.id == *id).cloned().ok_or_else(wrong)?;
    let row = opportunity(plan, ground, offer, kind, &organisation)?;
    let (first, last, minutes) = task.window;
    let (starts_at, ends_at) = span(plus_days(ground.today(), first), plus_days(ground.today(), last));
    let facts = SlotFacts {
        requires: Vec::new(),
        opens_at: None,
        id: plan.dice.id(row.created_at),
        starts_at,
        ends_at,
        work_minutes: Some(minutes),
        state: SlotState::Open,
        max_places: offer.max,
        taken: 0,
        min_age: row.min_age,
        minor_directed: kind.minor_directed,
        at_home: kind.at_home,
        remote: row.remote,
        place: row.place_folded.clone(),
    };
    let opportunity_id = row.id;
    plan.opportunities.push(row);
    let opportunity = plan.opportunities.len() - 1;
    plan.slots.push(PlannedSlot {
        opportunity,
        opportunity_id,
        min_places: offer.min,
        facts,
        day: None,
        series: None,
    });
    let slot = plan.slots.len() - 1;
    if first < 0 {
        begun(plan, slot)?;
    }
    Ok(())
}

/// Somebody has begun with it.
fn begun(plan: &mut Plan, slot: usize) -> Result<()> {
    let (minutes, days) = NOTED;
    let at = plan.now.plus_days(-days);
    for email in WORKERS {
        let person = plan.person(email)?;
        if !plan.may(slot, person, at) || minutes_left(plan, person, at) < minutes {
            continue;
        }
        let claim = plan.new_claim(slot, person, ClaimState::Approved, at);
        let on_day = at.day().into();
        let stint = StintRow { id: plan.dice.id(at), claim_id: claim.id, on_day, minutes, created_at: at };
        plan.taking_part.stints.push(stint);
        plan.add_claim(slot, person, claim);
        break;
    }
    Ok(())
}

/// How many minutes more a person may help in the week of a moment.
fn minutes_left(plan: &Plan, person: usize, at: Instant) -> i64 {
    let week = |at: Instant| {
        let date = at.day().iso_week_date();
        (date.year(), date.week())
    };
    let person = &plan.people[person];
    let own = person.volunteer.as_ref().and_then(|row| row.weekly_limit_minutes);
    let limit = own.unwrap_or(i64::MAX).min(Limits::default().weekly_minutes);
    let held =
        person.engagements.iter().filter(|held| held.work.is_none() && week(held.starts_at) == week(at));
    limit - held.map(|held| held.ends_at.minutes_since(held.starts_at)).sum::<i64>()
}

fn open_series(plan: &mut Plan, title: &str, percent: i64, persona: Option<&str>) -> Result<()> {
    let found = plan.opportunities.iter().find(|row| row.title == title).map(|row| row.id);
    let opportunity = found.ok_or_else(|| SeedError::Data(format!("no opportunity {title}")))?;
    let mut ids = Vec::new();
    for series in plan.series.iter_mut().filter(|series| series.opportunity_id == opportunity) {
        series.standing_percent = percent;
        ids.push(series.id);
    }
    let id = *ids.first().ok_or_else(|| SeedError::Data(format!("no series of {title}")))?;
    let belongs = |slot: &PlannedSlot| {
        slot.series == Some(id) && slot.facts.starts_at > plan.now && slot.facts.state == SlotState::Open
    };
    let slots: Vec<usize> = (0..plan.slots.len()).filter(|n| belongs(&plan.slots[*n])).collect();
    if let Some(email) = persona {
        stand(plan, id, email, &slots)?;
    }
    Ok(())
}

/// Somebody has a standing place: a claim on every date that the rules allow.
fn stand(plan: &mut Plan, series_id: SeriesId, email: &str, slots: &[usize]) -> Result<()> {
    let person = plan.person(email)?;
    let at = plan.now.plus_days(-5);
    let (id, person_id) = (plan.dice.id(at), plan.people[person].row.id);
    let row = StandingRow {
        role_id: None,
        id,
        series_id,
        person_id,
        skipped_days: Json(Vec::new()),
        created_at: at,
        ended_at: None,
    };
    plan.taking_part.standing.push(row);
    for &slot in slots {
        if plan.may(slot, person, at) {
            let mut claim = plan.new_claim(slot, person, ClaimState::Approved, at);
            claim.standing_id = Some(id);
            plan.add_claim(slot, person, claim);
        }
    }
    Ok(())
}

/// Writes standing places: after series, before claims.
pub(super) async fn write_standing(tx: &mut Tx, plan: &Plan) -> Result<()> {
    for row in &plan.taking_part.standing {
        standing::add(tx, row).await?;
    }
    Ok(())
}

/// Writes the work that was noted: after claims.
pub(super) async fn write_work(tx: &mut Tx, plan: &Plan) -> Result<()> {
    for row in &plan.taking_part.stints {
        windows::add_stint(tx, row).await?;
    }
    Ok(())
}
