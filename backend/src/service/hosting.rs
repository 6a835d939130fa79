//! The host's side: who comes, who came.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::service::claims::{move_claim, with_slot};
use crate::service::{calendar, parties, trace};
use crate::store::claims::ClaimRow;
use crate::store::hosting::{self as store, HostedRow};
use crate::store::hours;
use crate::store::presence;
use crate::store::slots::SlotRow;
use crate::store::windows;
use domain::actor::Actor;
use domain::calendar::CalendarSpan;
use domain::claim::{ClaimState, ClaimStep};
use domain::form::Problems;
use domain::ids::{ClaimId, OrganisationId};
use domain::problem::Problem;
use domain::role::Role;
use domain::time::Day;
use domain::view::{CalendarQuery, CalendarView, HostPerson, HostSlot, HostView};
use std::collections::BTreeSet;

/// Days a host looks back and ahead.
const DAYS: i64 = 14;

/// Who comes and who came. For coordinators, facility managers and partners; the look at people's data is audited.
///
/// # Errors
/// [`Problem::Denied`], or when the database fails.
pub async fn overview(cx: &Cx) -> Result<HostView> {
    let hosting = cx.actor.hosting().map_err(|_| cx.denied())?;
    let now = cx.now();
    let mut tx = cx.read().await?;
    let rows =
        store::slots(&mut tx, hosting.scope().organisations(), now.plus_days(-DAYS), now.plus_days(DAYS))
            .await?;
    let mut all = grouped(rows, now);
    let mut shown = 0;
    for slot in &mut all {
        shown += slot.people.len() + bring_groups(cx, &mut tx, slot).await?;
    }
    drop(tx);
    let mut view = HostView::default();
    for slot in all {
        let done = |person: &HostPerson| person.done && person.state == ClaimState::Approved;
        if slot.people.iter().any(done) {
            view.to_confirm.insert(0, slot);
        } else if slot.ends_at > now {
            view.coming.push(slot);
        } else if slot.people.iter().any(|person| person.state == ClaimState::Approved) {
            view.to_confirm.insert(0, slot);
        } else if !slot.people.is_empty() {
            view.confirmed.insert(0, slot);
        }
    }
    trace::audit_view(cx, "hosted_people", None, shown).await?;
    Ok(view)
}

/// The week around a day (today's if none is said) of all that a host looks after, as any visitor sees it: it hangs on a
/// wall and names nobody. For coordinators the whole calendar's.
///
/// # Errors
/// [`Problem::Denied`], or when the database fails.
pub async fn week(cx: &Cx, day: Option<Day>) -> Result<CalendarView> {
    let hosting = cx.actor.hosting().map_err(|_| cx.denied())?;
    let visitor = Cx { actor: Actor::Visitor, ..cx.clone() };
    let of = |organisation| CalendarQuery {
        span: CalendarSpan::Week,
        day,
        organisation,
        ..CalendarQuery::default()
    };
    let own: BTreeSet<OrganisationId> =
        hosting.scope().organisations().unwrap_or_default().iter().copied().collect();
    let mut own = own.into_iter();
    let mut view = calendar::browse(&visitor, of(own.next())).await?;
    for organisation in own {
        let other = calendar::browse(&visitor, of(Some(organisation))).await?;
        // Of several facilities the calendar names none.
        view.query.organisation = None;
        view.windows.extend(other.windows);
        for (day, more) in view.days.iter_mut().zip(other.days) {
            day.count += more.count;
            day.slots.extend(more.slots);
            day.slots.sort_by_key(|card| (card.starts_at, card.id));
            day.over.extend(more.over);
        }
    }
    Ok(view)
}

/// Adds the groups of a date and the names of who comes with them; how many names.
async fn bring_groups(cx: &Cx, tx: &mut Tx, slot: &mut HostSlot) -> Result<usize> {
    let mut shown = 0;
    for person in slot.people.iter_mut().filter(|person| person.places > 1) {
        let Some((claim, row)) = with_slot(tx, person.claim_id).await? else { continue };
        person.party = parties::line(cx, tx, &claim, &row).await?;
        person.guests = parties::expected(tx, &claim, &row).await?;
        shown += person.guests.len();
    }
    Ok(shown)
}

fn grouped(rows: Vec<HostedRow>, now: domain::time::Instant) -> Vec<HostSlot> {
    let mut slots: Vec<HostSlot> = Vec::new();
    for row in rows {
        if slots.last().is_none_or(|slot| slot.id != row.id) {
            slots.push(HostSlot {
                id: row.id,
                title: row.title,
                organisation: row.organisation,
                starts_at: row.starts_at,
                ends_at: row.ends_at,
                work_minutes: row.work_minutes,
                min_places: row.min_places,
                max_places: row.max_places,
                missing: row.roles_missing.unwrap_or((row.min_places - row.taken).max(0)),
                people: Vec::new(),
                has_begun: row.starts_at <= now,
            });
        }
        if let (Some(slot), Some(claim_id), Some(state)) = (slots.last_mut(), row.claim_id, row.state) {
            let (name, phone) = (row.name.unwrap_or_default(), row.phone.unwrap_or_default());
            let (minutes, noted, done) = (row.minutes, row.noted, row.done_at.is_some());
            let answers = row.answers.map(|answers| answers.0).unwrap_or_default();
            let is_role = |role: &&Role| Some(role.id) == row.role_id;
            let role = row.described.iter().find(is_role).map(|role| role.name.clone());
            let presence = row.presence.presence();
            let hours = (slot.starts_at, slot.ends_at);
            let proposed = slot.work_minutes.is_none().then(|| presence.minutes(hours)).flatten();
            slot.people.push(HostPerson {
                claim_id,
                name,
                phone,
                state,
                minutes,
                answers,
                noted,
                done,
                role,
                places: row.places.unwrap_or(1),
                party: None,
                guests: Vec::new(),
                presence,
                proposed,
            });
        }
    }
    slots
}

/// Records that a person came (with minutes; as long as they said that they were there, as the slot, or as much as they noted, if nothing was typed), did not come, or takes the
/// record back (`None`). For hosts of the slot's organisation, once the slot has begun.
///
/// # Errors
/// [`Problem::NotFound`] for claims elsewhere, [`Problem::TooLate`] for claims without a place or slots to come,
/// [`Problem::Invalid`] for minutes that are not 1 to 1,440 (of a task without an hour: to as many as it has).
pub async fn record(cx: &Cx, id: ClaimId, came: Option<bool>, minutes: &str) -> Result<()> {
    let hosting = cx.actor.hosting().map_err(|_| cx.denied())?;
    let mut tx = cx.write().await?;
    tx.lock(&format!("claim:{id}")).await?;
    let found = with_slot(&mut tx, id).await?.filter(|(_, slot)| hosting.covers(slot.organisation_id));
    let Some((claim, slot)) = found else { return not_found() };
    if slot.starts_at > cx.now() {
        return Err(Problem::TooLate.into());
    }
    let mut problems = Problems::default();
    let (length, most) = length(&mut tx, id, &slot).await?;
    let minutes =
        if minutes.trim().is_empty() { length } else { problems.number("minutes", minutes, 1, most) };
    problems.finish()?;
    let step = match came {
        Some(true) => ClaimStep::Attend,
        Some(false) => ClaimStep::Miss,
        None => ClaimStep::Reopen,
    };
    // Correcting only the minutes of somebody who came is not a step.
    let state = if claim.state == ClaimState::Attended && came == Some(true) {
        claim.state
    } else {
        claim.state.step(step)?
    };
    let to = ClaimRow { state, ..claim.clone() };
    move_claim(cx, &mut tx, step, &claim, &to, &slot).await?;
    if state == ClaimState::Attended {
        hours::put(&mut tx, &to, minutes, hosting.by(), cx.now()).await?;
    } else {
        hours::remove(&mut tx, id).await?;
    }
    let detail = serde_json::json!({ "from": claim.state, "state": state, "minutes": minutes });
    trace::audit(cx, &mut tx, "record_presence", "claim", id.0, detail).await?;
    cx.commit(tx).await
}

/// How long a person helped if nobody says otherwise, and at most, minutes.
async fn length(tx: &mut Tx, id: ClaimId, slot: &SlotRow) -> Result<(i64, i64)> {
    let all = slot.ends_at.minutes_since(slot.starts_at).max(1);
    let Some(work) = slot.work_minutes else {
        let said = presence::of_claim(tx, id).await?.minutes((slot.starts_at, slot.ends_at));
        return Ok((said.unwrap_or(all).min(1_440), 1_440));
    };
    let noted: i64 = windows::stints(tx, id).await?.iter().map(|stint| stint.minutes).sum();
    Ok((if noted > 0 { noted } else { work }, all))
}
