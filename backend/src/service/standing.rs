//! Several dates at once: chosen ones, or the standing place in a whole series.
//!
//! Chosen dates are claimed one after the other, each by the rules of a claim and in a transaction of its own: what one
//! date refuses does not take the others away. A standing place is one transaction: the place itself and all of its
//! dates, or nothing.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Error, Result, not_found};
use crate::service::reader::Reader;
use crate::service::{asking, claims as claiming, stepping_back, trace};
use crate::store::claims::{self, ClaimRow};
use crate::store::series::{self, SeriesRow};
use crate::store::slots::{self, SlotRow};
use crate::store::standing::{self as store, StandingRow};
use crate::store::{locks, opportunities};
use domain::approval::Ruling;
use domain::calendar::SeriesState;
use domain::claiming::Refusal;
use domain::form::{ClaimForm, DatesForm, FieldProblem, InputProblem, Problems, StandingForm};
use domain::ids::{ClaimId, OpportunityId, PersonId, RoleId, SeriesId, SlotId, StandingId};
use domain::opportunity::OpportunityState;
use domain::problem::Problem;
use domain::standing::standing_places;
use domain::time::Day;
use domain::view::{DateOutcome, Outcome, SeriesDate, SeriesOffer, Standing, StandingView, common_weekday};
use sqlx::types::Json;

/// Claims one place in each of the chosen dates, for the actor; what became of each. For people who signed in.
///
/// # Errors
/// [`Problem::SignInFirst`], [`Problem::Invalid`], [`Problem::NotFound`] for a date that does not exist; dates before it
/// are claimed then.
pub async fn claim_dates(cx: &Cx, form: &DatesForm) -> Result<Vec<DateOutcome>> {
    let me = cx.member()?.person_id();
    let mut outcomes = Vec::new();
    let (dates, role) = form.check()?;
    for id in dates {
        let mut tx = cx.read().await?;
        let held = claims::live(&mut tx, id, me).await?.is_some();
        let Some(slot) = slots::find(&mut tx, id).await? else { return not_found() };
        drop(tx);
        let outcome = if held {
            Outcome::Held
        } else {
            match claiming::claim_as(cx, id, &asked_for(&slot, role)).await {
                Ok(state) => Outcome::Claimed(state),
                Err(Error::Problem(Problem::Refused(refusal))) => Outcome::Refused(refusal),
                // Something is asked there that nobody answers for many dates at once.
                Err(Error::Problem(Problem::Invalid(wrong))) if is_no_role(&wrong) => {
                    Outcome::Refused(Refusal::NoSuchRole)
                }
                Err(Error::Problem(Problem::Invalid(_))) => Outcome::AsksMore,
                Err(error) => return Err(error),
            }
        };
        outcomes.push(of_date(&slot, outcome));
    }
    Ok(outcomes)
}

fn is_no_role(wrong: &[FieldProblem]) -> bool {
    wrong.iter().any(|wrong| wrong.field == "role" && wrong.problem == InputProblem::NotAChoice)
}

/// The role is chosen once for all dates; those without roles have nothing to choose.
fn asked_for(slot: &SlotRow, role: Option<RoleId>) -> ClaimForm {
    let role = role.filter(|_| slot.with_roles).map(|role| role.to_string());
    ClaimForm { role: role.unwrap_or_default(), ..ClaimForm::default() }
}

const fn of_date(slot: &SlotRow, outcome: Outcome) -> DateOutcome {
    DateOutcome { slot_id: slot.id, starts_at: slot.starts_at, ends_at: slot.ends_at, outcome }
}

/// One after the other for whoever takes or fills standing places of a series, then for these people. The names of the
/// locks are in their order, whoever takes several.
async fn lock(tx: &mut Tx, series: SeriesId, people: &[PersonId]) -> Result<()> {
    tx.lock(&format!("dates:{series}")).await?;
    Ok(locks::hold(tx, people.iter().map(|person| format!("person:{person}")).collect()).await?)
}

/// Standing places can be had in it.
fn has_standing(series: &SeriesRow) -> bool {
    series.standing_percent > 0 && series.state != SeriesState::Cancelled
}

/// The series, if the public sees its opportunity and standing places can be had.
async fn open_series(tx: &mut Tx, id: SeriesId) -> Result<SeriesRow> {
    let Some(series) = series::find(tx, id).await?.filter(has_standing) else { return not_found() };
    let opportunity = opportunities::find(tx, series.opportunity_id).await?;
    if opportunity.is_none_or(|row| row.state != OpportunityState::Published) {
        return not_found();
    }
    Ok(series)
}

/// Takes the standing place in a series, for the actor: a place in every coming date that the rules allow and that is
/// not left out; what became of each. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for a series without standing places, [`Problem::Invalid`], [`Problem::Refused`] with
/// [`Refusal::AlreadyClaimed`] for who has it already, or with the first reason when not one date can be had; then
/// nothing is written.
pub async fn take(cx: &Cx, id: SeriesId, form: &StandingForm) -> Result<Vec<DateOutcome>> {
    let me = cx.member()?.person_id();
    let (skipped, role) = form.check()?;
    let mut tx = cx.write().await?;
    let series = open_series(&mut tx, id).await?;
    lock(&mut tx, id, &[me]).await?;
    if store::of_person(&mut tx, me).await?.iter().any(|row| row.series_id == id) {
        return Err(Problem::Refused(Refusal::AlreadyClaimed).into());
    }
    let row = StandingRow {
        id: cx.new_id(),
        series_id: id,
        person_id: me,
        skipped_days: Json(skipped),
        created_at: cx.now(),
        ended_at: None,
        role_id: role,
    };
    store::add(&mut tx, &row).await?;
    let mut outcomes = Vec::new();
    for slot in store::dates(&mut tx, id, cx.now()).await? {
        let outcome = enter(cx, &mut tx, &row, series.standing_percent, &slot).await?;
        outcomes.push(of_date(&slot, outcome));
    }
    some_date(&outcomes)?;
    let claimed = outcomes.iter().filter(|date| matches!(date.outcome, Outcome::Claimed(_))).count();
    let detail = serde_json::json!({ "claimed": claimed, "dates": outcomes.len() });
    trace::audit(cx, &mut tx, "take", "standing", row.id.0, detail).await?;
    cx.commit(tx).await?;
    Ok(outcomes)
}

/// A standing place without a single date is none.
fn some_date(outcomes: &[DateOutcome]) -> Result<()> {
    let mut refused = None;
    for date in outcomes {
        match &date.outcome {
            Outcome::Claimed(_) | Outcome::Held => return Ok(()),
            Outcome::Refused(refusal) => refused = refused.or(Some(refusal)),
            Outcome::Skipped | Outcome::AsksMore => {}
        }
    }
    Err(match refused {
        Some(refusal) => Problem::Refused(refusal.clone()).into(),
        None if outcomes.is_empty() => Problem::TooLate.into(),
        None => vec![FieldProblem { field: "skipped".into(), problem: InputProblem::Empty }].into(),
    })
}

/// Enters one date of a standing place, if every rule allows it and the places for standing people are not all taken.
/// The caller holds the locks.
async fn enter(cx: &Cx, tx: &mut Tx, row: &StandingRow, percent: i64, slot: &SlotRow) -> Result<Outcome> {
    if row.skipped_days.0.contains(&slot.on_day) {
        return Ok(Outcome::Skipped);
    }
    if claims::live(tx, slot.id, row.person_id).await?.is_some() {
        return Ok(Outcome::Held);
    }
    let role = match row.role_id.filter(|_| slot.with_roles) {
        role @ Some(_) => {
            let no = claiming::newcomer(cx, tx, row.person_id, (slot, role)).await?;
            if let Some(refusal) = no.into_iter().next() {
                return Ok(Outcome::Refused(refusal));
            }
            role
        }
        None => match claiming::only_part(cx, tx, row.person_id, slot).await? {
            Ok(role) => role,
            Err(Some(refusal)) => return Ok(Outcome::Refused(refusal)),
            Err(None) => return Ok(Outcome::AsksMore),
        },
    };
    if store::places(tx, slot.id).await? >= standing_places(slot.max_places, percent) {
        return Ok(Outcome::Refused(Refusal::StandingFull));
    }
    let (state, ruling) = claiming::beginning(cx, tx, row.person_id, (slot, role)).await?;
    let claim = ClaimRow {
        standing_id: Some(row.id),
        role_id: role,
        decided_at: ruling.as_ref().is_some_and(Ruling::approves).then(|| cx.now()),
        rule: ruling.map(Json),
        ..ClaimRow::new(cx.new_id(), slot.id, row.person_id, state, cx.now())
    };
    match claiming::enter(cx, tx, &claim, slot).await {
        Ok(()) => Ok(Outcome::Claimed(state)),
        // The statement took nothing: the transaction goes on.
        Err(Error::Problem(Problem::Refused(Refusal::Full))) => Ok(Outcome::Refused(Refusal::Full)),
        Err(error) => Err(error),
    }
}

/// Enters the standing people of a series on a date that was added, the longest standing first; what became of each.
/// A date on which somebody once had a claim is never filled again for them: they stepped back, or were refused.
///
/// # Errors
/// When the database fails.
pub async fn fill(cx: &Cx, tx: &mut Tx, slot: &SlotRow) -> Result<Vec<(PersonId, Outcome)>> {
    let mut outcomes = Vec::new();
    let Some(id) = slot.series_id else { return Ok(outcomes) };
    let Some(series) = series::find(tx, id).await? else { return Ok(outcomes) };
    let people: Vec<_> = store::of_series(tx, id).await?.iter().map(|row| row.person_id).collect();
    lock(tx, id, &people).await?;
    for row in store::of_series(tx, id).await? {
        if store::was_claimed(tx, slot.id, row.person_id).await? {
            continue;
        }
        let outcome = enter(cx, tx, &row, series.standing_percent, slot).await?;
        outcomes.push((row.person_id, outcome));
    }
    Ok(outcomes)
}

/// Ends an own standing place: steps back from its dates from this day (`YYYY-MM-DD`; nothing means today) on. How many
/// dates that is. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for those of others, [`Problem::Invalid`], [`Problem::TooLate`] when it has ended.
pub async fn end(cx: &Cx, id: StandingId, from: &str) -> Result<i64> {
    let me = cx.member()?.person_id();
    let mut problems = Problems::default();
    let from: Option<Day> = problems.optional("from", from, InputProblem::NotDate);
    problems.finish()?;
    let from = from.unwrap_or_else(|| cx.now().day().into());
    let mut tx = cx.write().await?;
    let Some(row) = store::find(&mut tx, id).await?.filter(|row| row.person_id == me) else {
        return not_found();
    };
    lock(&mut tx, row.series_id, &[me]).await?;
    if !store::end(&mut tx, id, cx.now()).await? {
        return Err(Problem::TooLate.into());
    }
    let coming = store::coming(&mut tx, id, cx.now()).await?;
    let given_up: Vec<_> = coming.into_iter().filter(|(_, slot)| slot.on_day >= from).collect();
    let claims: Vec<ClaimId> = given_up.iter().map(|(claim, _)| claim.id).collect();
    let slots: Vec<SlotId> = given_up.iter().map(|(_, slot)| slot.id).collect();
    asking::lock(&mut tx, &claims, &[], &slots).await?;
    let mut freed = 0;
    for (claim, slot) in &given_up {
        stepping_back::leave(cx, &mut tx, claim, slot, None).await?;
        freed += 1;
    }
    trace::audit(cx, &mut tx, "end", "standing", id.0, serde_json::json!({ "dates": freed })).await?;
    cx.commit(tx).await?;
    Ok(freed)
}

/// The reader's standing places with their coming dates. For every person who signed in.
///
/// # Errors
/// [`Problem::SignInFirst`], or when the database fails.
pub async fn mine(cx: &Cx) -> Result<Vec<StandingView>> {
    let me = cx.member()?.person_id();
    let mut tx = cx.read().await?;
    let mut found = Vec::new();
    for row in store::of_person(&mut tx, me).await? {
        let Some(series) = series::find(&mut tx, row.series_id).await? else { continue };
        let Some(opportunity) = opportunities::find(&mut tx, series.opportunity_id).await? else { continue };
        let around = opportunities::surroundings(&mut tx, series.opportunity_id).await?;
        let coming = store::coming(&mut tx, row.id, cx.now()).await?;
        let date = |(claim, slot): &(ClaimRow, SlotRow)| SeriesDate {
            slot_id: slot.id,
            starts_at: slot.starts_at,
            ends_at: slot.ends_at,
            standing: Standing::Mine { claim_id: claim.id, state: claim.state },
        };
        found.push(StandingView {
            id: row.id,
            opportunity_id: series.opportunity_id,
            title: opportunity.title,
            organisation: around.organisation,
            weekday: common_weekday(coming.iter().map(|(_, slot)| slot.starts_at)),
            dates: coming.iter().map(date).collect(),
            today: cx.now().day().into(),
        });
    }
    Ok(found)
}

/// The series of an opportunity with standing places, as their reader sees them; none without coming dates.
pub(super) async fn offered(
    cx: &Cx,
    tx: &mut Tx,
    reader: &Reader,
    opportunity: OpportunityId,
) -> Result<Vec<SeriesOffer>> {
    let own = match cx.actor.person_id() {
        Some(me) => store::of_person(tx, me).await?,
        None => Vec::new(),
    };
    let mut found = Vec::new();
    for series in series::coming_of(tx, opportunity, cx.now()).await?.into_iter().filter(has_standing) {
        let taken = store::places_by_date(tx, series.id, cx.now()).await?;
        let mut dates = Vec::new();
        for row in store::dates(tx, series.id, cx.now()).await? {
            let places = taken.iter().find(|(slot, _)| *slot == row.id).map_or(0, |(_, places)| *places);
            let mut standing = reader.card(cx, &row).standing;
            if standing == Standing::Open
                && places >= standing_places(row.max_places, series.standing_percent)
            {
                standing = Standing::Closed(Refusal::StandingFull);
            }
            let (slot_id, starts_at, ends_at) = (row.id, row.starts_at, row.ends_at);
            dates.push(SeriesDate { slot_id, starts_at, ends_at, standing });
        }
        if !dates.is_empty() {
            found.push(SeriesOffer {
                id: series.id,
                mine: own.iter().find(|row| row.series_id == series.id).map(|row| row.id),
                weekday: common_weekday(dates.iter().map(|date| date.starts_at)),
                percent: series.standing_percent,
                dates,
            });
        }
    }
    Ok(found)
}
