//! Claiming a place, stepping back, and a coordinator's decisions. Every rule is checked inside the transaction that
//! writes; the statement that takes a place guards capacity.

use crate::context::Cx;
use crate::db::{Tx, is_unique_violation};
use crate::error::{Error, Result, not_found};
use crate::mail::{self, Letter, Template};
use crate::service::asked::Asked;
pub(super) use crate::service::asked::{newcomer, only_part, refused, refused_when_asked, refused_without};
use crate::service::{approval, invitations, pairs, parties, questions, stepping_back, trace, waitlist};
use crate::store::claims::{self, ClaimRow};
use crate::store::slots::{self, SlotRow};
use crate::store::{dates, mails, people};
use domain::approval::Ruling;
use domain::claim::{ClaimState, ClaimStep, UNDO_SECONDS};
use domain::claiming::Refusal;
use domain::form::{ClaimForm, FieldProblem, InputProblem, StepBackForm, Wish};
use domain::ids::{ClaimId, PersonId, RoleId, SlotId};
use domain::locale::when;
use domain::offer::PairAction;
use domain::opportunity::{ClaimRule, OpportunityState};
use domain::policy::Coordination;
use domain::problem::Problem;
use domain::role::{Part, overall};
use sqlx::types::Json;

/// Claims one place for the actor, see [`claim_as`].
///
/// # Errors
/// Those of [`claim_as`].
pub async fn claim(cx: &Cx, slot_id: SlotId) -> Result<ClaimState> {
    claim_as(cx, slot_id, &ClaimForm::default()).await
}

/// Claims a place for the actor: at once, or waiting for approval, by the opportunity's rule; if none is free and they
/// wish it, a turn in the waiting list. For people who signed in.
///
/// # Errors
/// [`Problem::SignInFirst`], [`Problem::NotFound`], [`Problem::Invalid`], [`Problem::Refused`] with the first rule that
/// says no.
pub async fn claim_as(cx: &Cx, slot_id: SlotId, form: &ClaimForm) -> Result<ClaimState> {
    Ok(claim_inviting(cx, slot_id, form).await?.0)
}

/// The same; who wishes to come with a friend holds, or asks for, a second place, and gets the key of the friend's link.
///
/// # Errors
/// Those of [`claim_as`], and [`Problem::TooMany`] for who invites too often.
pub async fn claim_inviting(
    cx: &Cx,
    slot_id: SlotId,
    form: &ClaimForm,
) -> Result<(ClaimState, Option<String>)> {
    let me = cx.member()?.person_id();
    let wish = form.wish()?;
    if wish.friend {
        invitations::limit(cx, me, None).await?;
    }
    // Most of those who come too late are told so without queueing for the writer.
    let mut tx = cx.read().await?;
    check(cx, &mut tx, me, slot_id, &wish).await?;
    drop(tx);

    let mut tx = cx.write().await?;
    tx.lock(&format!("person:{me}")).await?;
    if wish.queue {
        // Nobody may free a place between the look at the slot and the turn in its waiting list.
        tx.lock(&format!("slot:{slot_id}")).await?;
    }
    let Chosen { slot, role, waits } = check(cx, &mut tx, me, slot_id, &wish).await?;
    let answers = questions::answered(&mut tx, &slot, &wish.answers).await?;
    let (state, ruling) = match beginning(cx, &mut tx, me, (&slot, role)).await? {
        // What a rule leaves to a person gets its turn from a coordinator.
        (_, ruling) if waits && ruling.as_ref().is_none_or(Ruling::approves) => {
            (ClaimState::Waitlisted, None)
        }
        (_, ruling) if waits => (ClaimState::Pending, ruling),
        begins => begins,
    };
    let waits = state == ClaimState::Waitlisted;
    let automatic = ruling.as_ref().is_some_and(Ruling::approves);
    let claim = ClaimRow {
        places: wish.places(),
        queued_at: if waits { Some(waitlist::last_turn(cx, &mut tx, slot_id).await?) } else { None },
        answers: Json(answers),
        decided_at: automatic.then_some(cx.now()),
        rule: ruling.clone().map(Json),
        role_id: role,
        ..ClaimRow::new(cx.new_id(), slot_id, me, state, cx.now())
    };
    enter(cx, &mut tx, &claim, &slot).await?;
    if automatic {
        tell(cx, &mut tx, &claim, &slot).await?;
    }
    if waits {
        trace::slot_event(cx, &mut tx, &slot).await?;
    }
    let detail = serde_json::json!({ "state": state, "ruling": ruling });
    trace::audit(cx, &mut tx, "claim", "claim", claim.id.0, detail).await?;
    let key =
        if wish.friend { Some(invitations::begin(cx, &mut tx, &claim, &slot, None).await?) } else { None };
    cx.commit(tx).await?;
    Ok((state, key))
}

/// What a claim of this person on this slot begins as: with a place, or waiting for a coordinator; and the rule that says
/// so, if one does.
pub(super) async fn beginning(
    cx: &Cx,
    tx: &mut Tx,
    person: PersonId,
    (slot, role): (&SlotRow, Option<RoleId>),
) -> Result<(ClaimState, Option<Ruling>)> {
    let ruling = approval::ruling(cx, tx, person, (slot, role)).await?;
    let given = slot.claim_rule == ClaimRule::Instant || ruling.as_ref().is_some_and(Ruling::approves);
    Ok((if given { ClaimState::Approved } else { ClaimState::Pending }, ruling))
}

/// Writes a new claim with its places, its event and the beginning of its history.
pub(super) async fn enter(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow) -> Result<()> {
    // A date that is moved meanwhile is not the one whose rules were asked.
    if !dates::still(tx, slot.id, (slot.starts_at, slot.ends_at)).await? {
        return Err(Problem::TooLate.into());
    }
    let holds = claim.state.holds_place();
    if holds && !slots::take_places(tx, slot.id, claim.role_id, claim.places).await? {
        return Err(too_few(tx, slot.id, claim.role_id, claim.places).await?);
    }
    claims::add(tx, claim).await.map_err(|error| {
        if is_unique_violation(&error) {
            Problem::Refused(Refusal::AlreadyClaimed).into()
        } else {
            Error::from(error)
        }
    })?;
    trace::claim_step(cx, tx, claim, ClaimStep::Claim).await?;
    trace::claim_event(cx, tx, claim, slot, holds).await
}

/// What somebody claims.
struct Chosen {
    slot: SlotRow,
    role: Option<RoleId>,
    /// They have to wait for a place, as they wish.
    waits: bool,
}

/// The slot and the role, if this person may take a place there now or wait for one.
async fn check(cx: &Cx, tx: &mut Tx, person: PersonId, slot_id: SlotId, wish: &Wish) -> Result<Chosen> {
    let Some(slot) =
        slots::find(tx, slot_id).await?.filter(|slot| slot.opportunity_state != OpportunityState::Draft)
    else {
        return not_found();
    };
    let asked = Asked::read(tx, person, &slot, None).await?;
    let mut parts = asked.parts(cx, tx, &slot).await?;
    if wish.role.is_some() {
        parts.retain(|part| part.role == wish.role);
        if parts.is_empty() {
            return wrong_role(InputProblem::NotAChoice);
        }
    }
    for part in &mut parts {
        part.refusals.extend(with_company(&slot, part, wish));
    }
    let waits = wish.queue && parts.iter().all(|part| !part.refusals.is_empty());
    let possible = |part: &&Part| match part.refusal() {
        None => true,
        Some(refusal) => waits && matches!(refusal, Refusal::Full | Refusal::PartyWaits),
    };
    let mut possible_parts = parts.iter().filter(possible);
    let Some(first) = possible_parts.next() else {
        return Err(Problem::Refused(overall(&parts).unwrap_or(Refusal::NoSuchRole)).into());
    };
    if possible_parts.next().is_some() {
        return wrong_role(InputProblem::Empty);
    }
    Ok(Chosen { role: first.role, slot, waits })
}

/// Why so many places of a role could not be taken: none is left, or fewer.
async fn too_few(tx: &mut Tx, id: SlotId, role: Option<RoleId>, wanted: i64) -> Result<Error> {
    let left = slots::find(tx, id).await?.map_or(0, |slot| slot.room_in(role));
    let refusal = if wanted > 1 && left > 0 { Refusal::TooFewPlaces { left } } else { Refusal::Full };
    Ok(Problem::Refused(refusal).into())
}

/// Why a part that a person could have alone is not there for them and a friend.
fn with_company(slot: &SlotRow, part: &Part, wish: &Wish) -> Option<Refusal> {
    let left = slot.room_in(part.role);
    if wish.friend && slot.work_minutes.is_some() {
        return Some(Refusal::AloneOnly);
    }
    if !part.refusals.is_empty() {
        return None;
    }
    (left < wish.places()).then_some(Refusal::TooFewPlaces { left })
}

fn wrong_role<T>(problem: InputProblem) -> Result<T> {
    Err(vec![FieldProblem { field: "role".to_owned(), problem }].into())
}

/// Steps back without a word, see [`stepping_back::step_back`]. For people who signed in.
///
/// # Errors
/// Those of [`stepping_back::step_back`].
pub async fn withdraw(cx: &Cx, id: ClaimId) -> Result<()> {
    stepping_back::step_back(cx, id, &StepBackForm::default()).await
}

/// Gives the place to a claim that waits; the volunteer is told by mail once it can no longer be undone.
///
/// # Errors
/// [`Problem::AlreadyDecided`] with who and when, [`Problem::Refused`] when the slot is full, cancelled or over.
pub async fn approve(cx: &Cx, id: ClaimId) -> Result<ClaimState> {
    let by = cx.actor.coordination().map_err(|_| cx.denied())?;
    decide(cx, by, id, ClaimStep::Approve, None).await
}

/// Says no to a claim that waits; the volunteer is told by mail once it can no longer be undone.
///
/// # Errors
/// [`Problem::AlreadyDecided`] with who and when, [`Problem::Invalid`] for a reason that is too long.
pub async fn refuse(cx: &Cx, id: ClaimId, reason: &str) -> Result<ClaimState> {
    let by = cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut problems = domain::form::Problems::default();
    let reason = problems.paragraph("reason", reason, 500);
    problems.finish()?;
    decide(cx, by, id, ClaimStep::Refuse, (!reason.is_empty()).then_some(reason)).await
}

async fn decide(
    cx: &Cx,
    by: Coordination,
    id: ClaimId,
    step: ClaimStep,
    reason: Option<String>,
) -> Result<ClaimState> {
    let now = cx.now();
    let mut tx = cx.write().await?;
    tx.lock(&format!("claim:{id}")).await?;
    let Some((claim, slot)) = with_slot(&mut tx, id).await? else { return not_found() };
    if claim.state != ClaimState::Pending {
        return Err(already_decided(&mut tx, &claim).await?);
    }
    let state = claim.state.step(step)?;
    if state.holds_place() {
        let facts = slot.facts();
        if facts.state != domain::opportunity::SlotState::Open {
            return Err(Problem::Refused(Refusal::Cancelled).into());
        }
        if slot.closes_at() <= now {
            return Err(Problem::Refused(Refusal::Started).into());
        }
    }
    let to = ClaimRow { state, reason, decided_by: Some(by.by()), decided_at: Some(now), ..claim.clone() };
    move_claim(cx, &mut tx, step, &claim, &to, &slot).await?;
    tell(cx, &mut tx, &to, &slot).await?;
    let action = if state == ClaimState::Approved { PairAction::Approve } else { PairAction::Refuse };
    pairs::note(cx, &mut tx, by, slot.id, claim.person_id, action).await?;
    let detail = serde_json::json!({ "state": state, "given_reason": to.reason.is_some() });
    trace::audit(cx, &mut tx, "decide", "claim", id.0, detail).await?;
    cx.commit(tx).await?;
    Ok(state)
}

/// Takes back an own decision within [`UNDO_SECONDS`], or a rule's on the same day while the slot has not begun.
///
/// # Errors
/// [`Problem::TooLate`] later, or when the claim has moved on; [`Problem::AlreadyDecided`] when somebody else decided.
pub async fn undo(cx: &Cx, id: ClaimId) -> Result<ClaimState> {
    let by = cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.write().await?;
    tx.lock(&format!("claim:{id}")).await?;
    let Some((claim, slot)) = with_slot(&mut tx, id).await? else { return not_found() };
    tx.lock(&format!("slot:{}", slot.id)).await?;
    if claim.decided_by.is_some_and(|decider| decider != by.by()) {
        return Err(already_decided(&mut tx, &claim).await?);
    }
    let automatic = approval::was_automatic(&claim);
    let fresh = match claim.decided_at {
        Some(at) if automatic => at.day() == cx.now().day() && slot.starts_at > cx.now(),
        Some(at) => claim.decided_by.is_some() && cx.now().unix() - at.unix() <= UNDO_SECONDS,
        None => false,
    };
    if !fresh {
        return Err(Problem::TooLate.into());
    }
    let step = ClaimStep::Undo;
    let state = claim.state.step(step)?;
    let to =
        ClaimRow { state, reason: None, rule: None, decided_by: None, decided_at: None, ..claim.clone() };
    move_claim(cx, &mut tx, step, &claim, &to, &slot).await?;
    if mails::recall(&mut tx, id).await? == 0 && automatic {
        tell(cx, &mut tx, &to, &slot).await?;
    }
    if claim.state.holds_place() {
        waitlist::go_on(cx, &mut tx, slot.id).await?;
    }
    let detail = serde_json::json!({ "from": claim.state, "ruling": claim.rule });
    trace::audit(cx, &mut tx, "undo", "claim", id.0, detail).await?;
    cx.commit(tx).await?;
    Ok(state)
}

/// A claim with its slot.
pub(super) async fn with_slot(tx: &mut Tx, id: ClaimId) -> Result<Option<(ClaimRow, SlotRow)>> {
    let Some(claim) = claims::find(tx, id).await? else { return Ok(None) };
    let slot = slots::find(tx, claim.slot_id).await?;
    Ok(slot.map(|slot| (claim, slot)))
}

/// Writes a claim as it is after `step`, with the slot's places, its history and the event. What hangs on a claim that
/// ends, ends with it: the invitation of a friend, the names of a group.
pub(super) async fn move_claim(
    cx: &Cx,
    tx: &mut Tx,
    step: ClaimStep,
    from: &ClaimRow,
    to: &ClaimRow,
    slot: &SlotRow,
) -> Result<()> {
    let (held, holds) = (from.places_held(), to.places_held());
    if held > 0 && from.role_id != to.role_id {
        // Another role: its places are others.
        slots::free_places(tx, slot.id, from.role_id, held).await?;
        take(tx, slot.id, to.role_id, holds).await?;
    } else if holds > held {
        take(tx, slot.id, to.role_id, holds - held).await?;
    } else if held > holds {
        slots::free_places(tx, slot.id, to.role_id, held - holds).await?;
    }
    let ends = from.places > 1 && from.state.is_live() && !to.state.is_live() && !to.state.holds_place();
    let places = if ends { invitations::end_with(cx, tx, from).await? } else { to.places };
    if ends && to.state != ClaimState::Refused {
        parties::forget_with(tx, from).await?;
    }
    if !claims::change(tx, from, &ClaimRow { places, ..to.clone() }).await? {
        return Err(Problem::TooLate.into());
    }
    trace::claim_step(cx, tx, to, step).await?;
    trace::claim_event(cx, tx, to, slot, held != holds).await
}

async fn take(tx: &mut Tx, slot: SlotId, role: Option<RoleId>, places: i64) -> Result<()> {
    if places > 0 && !slots::take_places(tx, slot, role, places).await? {
        return Err(too_few(tx, slot, role, places).await?);
    }
    Ok(())
}

async fn already_decided(tx: &mut Tx, claim: &ClaimRow) -> Result<Error> {
    let (Some(by), Some(at)) = (claim.decided_by, claim.decided_at) else {
        return Ok(Problem::TooLate.into());
    };
    let by = people::name(tx, by).await?;
    Ok(Problem::AlreadyDecided { by, at, state: claim.state }.into())
}

/// Mails the volunteer what was decided, after the time to undo it; of a claim that waits again, that it does.
async fn tell(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow) -> Result<()> {
    let Some(person) = people::find(tx, claim.person_id).await? else { return Ok(()) };
    let template = match claim.state {
        ClaimState::Approved => Template::Approved,
        ClaimState::Pending => Template::Reconsidered,
        _ => Template::Refused,
    };
    let mut values = slot_values(cx, slot, person.locale);
    values.push(("reason", claim.reason.clone().unwrap_or_else(|| "-".to_owned()).into()));
    let letter = Letter {
        template,
        claim_id: Some(claim.id),
        offer_id: None,
        delay_seconds: UNDO_SECONDS + 1,
        values,
    };
    mail::post(cx, tx, &person, letter).await
}

/// What mails about a slot say.
pub(super) fn slot_values(
    cx: &Cx,
    slot: &SlotRow,
    locale: domain::locale::Locale,
) -> Vec<(&'static str, domain::locale::Value)> {
    vec![
        ("title", slot.title.clone().into()),
        ("when", when(locale, slot.starts_at, slot.ends_at).into()),
        ("place", format!("{}, {}", slot.organisation, slot.place).into()),
        ("link", format!("{}/{}/termin/{}", cx.node.settings.public_url, locale.code(), slot.id).into()),
    ]
}
