//! Writes an edit of dates with everything that follows from it, in the transaction of its use case.

use super::edit::Edit;
use super::offers;
use super::people::{Effect, People, Told, heads};
use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::mail;
use crate::service::{parties, standing, trace, waitlist};
use crate::store::dates::{self, DateRow};
use crate::store::events::{self, NewEvent};
use crate::store::history::{self, HistoryRow};
use crate::store::invitations;
use crate::store::mails::MailRow;
use crate::store::roles;
use crate::store::series::{self, SeriesRow};
use crate::store::slots;
use crate::store::standing::{self as places, StandingRow};
use domain::calendar::SeriesState;
use domain::change::ChangeAction;
use domain::claim::{ClaimState, ClaimStep};
use domain::event::Topic;
use domain::ids::{ClaimId, EventId, OpportunityId, OrganisationId, SlotId};
use domain::problem::Problem;
use std::collections::BTreeSet;

/// Whose dates are changed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whose {
    pub opportunity: OpportunityId,
    pub organisation: OrganisationId,
    /// The date from which the change started.
    pub slot: Option<SlotId>,
}

/// Writes dates, series, claims, their history, events, mails, and the line in the opportunity's history. How many
/// people are told.
pub(super) async fn write(
    cx: &Cx,
    tx: &mut Tx,
    whose: Whose,
    action: ChangeAction,
    edit: Edit,
    (people, told): (&People, Vec<Told>),
) -> Result<i64> {
    let count = heads(&told);
    write_dates(cx, tx, &edit).await?;
    write_claims(cx, tx, people).await?;
    invitations::end_with_claims(tx, whose.opportunity, cx.now()).await?;
    parties::follow_dates(cx, tx, whose.opportunity).await?;
    carry_standing(cx, tx, &edit).await?;
    offers::close(cx, tx, whose.opportunity, &edit, people).await?;
    write_events(cx, tx, whose, &edit, people).await?;
    let mails: Vec<MailRow> = told.into_iter().map(|told| told.mail).collect();
    mail::post_all(cx, tx, &mails).await?;
    let mut detail = edit.detail;
    detail.told = count;
    let numbers = serde_json::json!({
        "added": detail.added, "moved": detail.moved, "cancelled": detail.cancelled, "told": count,
    });
    trace::audit(cx, tx, action.code(), "opportunity", whose.opportunity.0, numbers).await?;
    let part = (edit.series.last().map(|series| series.id), whose.slot);
    let detail = serde_json::to_value(detail).unwrap_or_default();
    trace::change(cx, tx, whose.opportunity, part, action, detail).await?;
    // Last, when everything is as it will be: who stands in the series, then who waits.
    for date in edit.added.iter().filter(|date| date.series_id.is_some()) {
        if let Some(slot) = slots::find(tx, date.id).await? {
            standing::fill(cx, tx, &slot).await?;
        }
    }
    // Also where they became fewer: a group that no longer fits holds nobody up.
    let places = |date: &DateRow| (date.max_places, date.roles.clone());
    let resized = edit.changed.iter().filter(|(before, after)| places(before) != places(after));
    let mut free: BTreeSet<SlotId> = resized.map(|(_, after)| after.id).collect();
    let released = people.touched.iter().filter(|touched| matches!(touched.effect, Effect::Released(_)));
    free.extend(released.map(|touched| touched.who.claim.slot_id));
    for slot in free {
        waitlist::go_on(cx, tx, slot).await?;
    }
    Ok(count)
}

/// Where a series goes on as another one, its standing places go on there, with their claims.
async fn carry_standing(cx: &Cx, tx: &mut Tx, edit: &Edit) -> Result<()> {
    let is_new = |id| edit.series.iter().any(|row| row.id == id && row.created_at == cx.now());
    for series in edit.series.iter().filter(|series| is_new(series.id)) {
        let Some(before) = series.follows_id else { continue };
        for row in places::of_series(tx, before).await? {
            let new = StandingRow { id: cx.new_id(), series_id: series.id, ..row.clone() };
            places::add(tx, &new).await?;
            places::hand_on(tx, (row.id, new.id), series.id).await?;
        }
    }
    Ok(())
}

/// Writes series; whoever has a standing place in one that is cancelled has none from now on.
pub(super) async fn put_series(cx: &Cx, tx: &mut Tx, rows: &[SeriesRow]) -> Result<()> {
    series::put(tx, rows).await?;
    for row in rows.iter().filter(|row| row.state == SeriesState::Cancelled) {
        places::end_all(tx, row.id, cx.now()).await?;
    }
    Ok(())
}

/// Every list is one statement; one that reaches fewer rows than it should was overtaken.
async fn write_dates(cx: &Cx, tx: &mut Tx, edit: &Edit) -> Result<()> {
    put_series(cx, tx, &edit.series).await?;
    let cancelled: Vec<SlotId> = edit.cancelled.iter().map(|date| date.id).collect();
    all(dates::cancel(tx, &cancelled, cx.now()).await?, cancelled.len())?;
    dates::regroup(tx, &edit.regrouped).await?;
    let changed: Vec<DateRow> = edit.changed.iter().map(|(_, after)| after.clone()).collect();
    all(dates::change(tx, &changed).await?, changed.len())?;
    let other = edit.changed.iter().filter(|(before, after)| before.plans() != after.plans());
    let other: Vec<_> = other.map(|(_, after)| (after.id, after.plans())).collect();
    roles::put(tx, &other).await?;
    dates::add(tx, &edit.added).await?;
    Ok(())
}

fn all(reached: u64, wanted: usize) -> Result<()> {
    if usize::try_from(reached) == Ok(wanted) { Ok(()) } else { Err(Problem::Changed.into()) }
}

async fn write_claims(cx: &Cx, tx: &mut Tx, people: &People) -> Result<()> {
    let of = |wanted: fn(&Effect) -> bool| {
        let touched = people.touched.iter().filter(move |touched| wanted(&touched.effect));
        touched.map(|touched| touched.who.claim.id).collect::<Vec<ClaimId>>()
    };
    let asked = of(|effect| *effect == Effect::AskedAgain);
    all(dates::ask_again(tx, &asked, cx.now()).await?, asked.len())?;
    let gone = of(|effect| matches!(effect, Effect::Cancelled | Effect::Released(_)));
    all(dates::cancel_claims(tx, &gone).await?, gone.len())?;
    let released = people.touched.iter().filter(|touched| matches!(touched.effect, Effect::Released(_)));
    let mut slots: Vec<SlotId> = released.map(|touched| touched.who.claim.slot_id).collect();
    slots.sort_unstable();
    slots.dedup();
    dates::recount(tx, &slots).await?;
    let step = |claim: ClaimId, step, state| HistoryRow {
        claim_id: claim,
        at: cx.now(),
        actor_id: cx.actor.person_id(),
        step,
        state,
        note: None,
    };
    let steps = people.touched.iter().filter_map(|touched| {
        let claim = &touched.who.claim;
        match touched.effect {
            Effect::Carried => None,
            Effect::AskedAgain => Some(step(claim.id, ClaimStep::AskAgain, claim.state)),
            Effect::Cancelled | Effect::Released(_) => {
                Some(step(claim.id, ClaimStep::Cancel, ClaimState::Cancelled))
            }
        }
    });
    let steps: Vec<HistoryRow> = steps.collect();
    history::add_many(tx, &steps).await?;
    Ok(())
}

async fn write_events(cx: &Cx, tx: &mut Tx, whose: Whose, edit: &Edit, people: &People) -> Result<()> {
    let event = |topic, slot_id| NewEvent {
        topic,
        claim_id: None,
        slot_id,
        opportunity_id: Some(whose.opportunity),
        organisation_id: Some(whose.organisation),
        person_id: None,
    };
    let mut found: Vec<(EventId, NewEvent)> = Vec::new();
    let changed = edit.changed.iter().map(|(_, after)| after);
    for date in changed.chain(&edit.cancelled).chain(&edit.added) {
        found.push((cx.new_id(), event(Topic::Slot, Some(date.id))));
    }
    for touched in people.touched.iter().filter(|touched| touched.effect != Effect::Carried) {
        let claim = &touched.who.claim;
        let own = NewEvent {
            claim_id: Some(claim.id),
            person_id: Some(claim.person_id),
            ..event(Topic::Claim, Some(claim.slot_id))
        };
        found.push((cx.new_id(), own));
    }
    found.push((cx.new_id(), event(Topic::Opportunity, None)));
    events::add_many(tx, &found, cx.now()).await?;
    Ok(())
}
