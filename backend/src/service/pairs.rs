//! What coordinators decide about a person and a slot: ask, keep, leave out. Every decision says whether the plan had
//! suggested the pair and with which reasons (R7); the plan itself never decides.

use crate::board::{Board, Shown};
use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Error, Result, not_found};
use crate::service::asking::{self, Question};
use crate::service::{claims as claiming, offers as answering, trace, waitlist};
use crate::session::{Token, hash};
use crate::store::matching::{self as store, DecisionRow, ExclusionRow, LockRow, WeightsRow};
use crate::store::offers::{self, OfferRow};
use crate::store::slots::{self, SlotRow};
use crate::store::{claims, people};
use domain::claim::{ClaimState, ClaimStep};
use domain::claiming::Refusal;
use domain::form::{ExclusionForm, Problems};
use domain::ids::{ClaimId, ExclusionId, OfferId, PersonId, RoleId, SlotId};
use domain::matching::Weights;
use domain::offer::{ExclusionScope, OfferCause, OfferState, PairAction, offer_expires};
use domain::opportunity::{OpportunityState, SlotState};
use domain::policy::Coordination;
use domain::problem::Problem;
use domain::view::Done;
use sqlx::types::Json;

/// Asks a volunteer to take a place; the mail leaves once it can no longer be undone.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Refused`] with the rule that says no (also when every place
/// is taken or offered), [`Problem::PairDecided`] when somebody asked, kept or left out this person already.
pub async fn offer(cx: &Cx, slot: SlotId, role: Option<RoleId>, person: PersonId) -> Result<OfferId> {
    let by = coordination(cx)?;
    let mut tx = cx.write().await?;
    tx.lock(&format!("slot:{slot}")).await?;
    let row = open_slot(cx, &mut tx, slot).await?;
    let id = offer_in(cx, &mut tx, by, (&row, role), person).await?;
    cx.commit(tx).await?;
    Ok(id)
}

async fn offer_in(
    cx: &Cx,
    tx: &mut Tx,
    by: Coordination,
    (slot, role): (&SlotRow, Option<RoleId>),
    person: PersonId,
) -> Result<OfferId> {
    let now = cx.now();
    if people::find(tx, person).await?.is_none() {
        return not_found();
    }
    let of_slot = offers::of_slot(tx, slot.id).await?;
    let open = |offer: &&OfferRow| offer.state == OfferState::Open && offer.expires_at > now;
    if let Some(offer) = of_slot.iter().filter(open).find(|offer| offer.person_id == person) {
        return Err(decided(tx, offer.offered_by, offer.offered_at, PairAction::Offer).await?);
    }
    for no in store::exclusions(tx, now).await? {
        if no.person_id == person && reaches(&no, slot) {
            return Err(decided(tx, no.decided_by, no.decided_at, PairAction::Exclude).await?);
        }
    }
    let own = claims::live(tx, slot.id, person).await?;
    let waits = own.is_some_and(|claim| claim.state == ClaimState::Waitlisted);
    let mut no = claiming::refused_when_asked(cx, tx, person, (slot, role)).await?.into_iter();
    if let Some(refusal) = no.find(|no| !(waits && *no == Refusal::AlreadyClaimed)) {
        return Err(Problem::Refused(refusal).into());
    }
    // Places that are handed over or kept for who waits are taken already.
    let same = |offer: &&OfferRow| offer.cause == OfferCause::Coordinator && offer.role_id == role;
    let asked = i64::try_from(of_slot.iter().filter(open).filter(same).count()).unwrap_or(i64::MAX);
    let room = slot.facts_in(role).unwrap_or_else(|| slot.facts());
    if room.taken + asked >= room.max_places {
        return Err(Problem::Refused(Refusal::Full).into());
    }
    // One that ran out and was not tidied away yet.
    for old in of_slot.iter().filter(|offer| offer.state == OfferState::Open && offer.expires_at <= now) {
        offers::close(tx, old.id, OfferState::Expired, now).await?;
    }
    let question = Question {
        slot,
        person,
        cause: OfferCause::Coordinator,
        claim_id: None,
        other_claim_id: None,
        role,
        by: by.by(),
        until: offer_expires(now, slot.starts_at),
    };
    let id = asking::ask(cx, tx, question).await?;
    note(cx, tx, by, slot.id, person, PairAction::Offer).await?;
    trace::audit(cx, tx, "offer", "offer", id.0, serde_json::json!({})).await?;
    Ok(id)
}

/// Takes a question back; who has read it is told.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::TooLate`] once it was answered.
pub async fn take_back(cx: &Cx, id: OfferId) -> Result<()> {
    let by = coordination(cx)?;
    let mut tx = cx.write().await?;
    let Some(offer) = offers::find(&mut tx, id).await? else { return not_found() };
    answering::lock(&mut tx, &offer).await?;
    let Some(offer) = offers::find(&mut tx, id).await? else { return not_found() };
    let Some(slot) = slots::find(&mut tx, offer.slot_id).await? else { return not_found() };
    if offer.state != OfferState::Open {
        return Err(Problem::TooLate.into());
    }
    asking::call_off(cx, &mut tx, &offer, &slot).await?;
    if offer.cause == OfferCause::Waitlist {
        waitlist::pass_on(cx, &mut tx, &offer, &slot, ClaimStep::Withdraw).await?;
    }
    note(cx, &mut tx, by, slot.id, offer.person_id, PairAction::TakeBack).await?;
    trace::audit(cx, &mut tx, "take_back", "offer", id.0, serde_json::json!({})).await?;
    cx.commit(tx).await
}

/// Keeps a pair in the plan, or no longer keeps it.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Refused`] when a rule says no to keeping it.
pub async fn lock(cx: &Cx, slot: SlotId, role: Option<RoleId>, person: PersonId, keep: bool) -> Result<()> {
    let by = coordination(cx)?;
    let mut tx = cx.write().await?;
    tx.lock(&format!("slot:{slot}")).await?;
    let row = open_slot(cx, &mut tx, slot).await?;
    if people::volunteer(&mut tx, person).await?.is_none() {
        return not_found();
    }
    let changed = if keep {
        let refusals = claiming::refused_when_asked(cx, &mut tx, person, (&row, role)).await?;
        if let Some(refusal) = refusals.into_iter().find(|refusal| *refusal != Refusal::AlreadyClaimed) {
            return Err(Problem::Refused(refusal).into());
        }
        let new = LockRow {
            slot_id: slot,
            person_id: person,
            decided_by: by.by(),
            decided_at: cx.now(),
            role_id: role,
        };
        store::lock(&mut tx, new).await?
    } else {
        store::unlock(&mut tx, slot, person).await?
    };
    if changed {
        let action = if keep { PairAction::Lock } else { PairAction::Unlock };
        trace::staffing_event(cx, &mut tx, &row, None).await?;
        note(cx, &mut tx, by, slot, person, action).await?;
        trace::audit(cx, &mut tx, action.code(), "slot", slot.0, serde_json::json!({ "person": person }))
            .await?;
    }
    cx.commit(tx).await
}

/// Leaves somebody out of a slot, an opportunity or an organisation, for a time or for good. An open offer of the
/// slot is taken back by whoever made it, not by this.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`] for what was typed.
pub async fn exclude(cx: &Cx, slot: SlotId, person: PersonId, form: &ExclusionForm) -> Result<ExclusionId> {
    let by = coordination(cx)?;
    let checked = form.check(cx.now().day().into())?;
    let mut tx = cx.write().await?;
    let Some(row) = slots::find(&mut tx, slot).await? else { return not_found() };
    if people::volunteer(&mut tx, person).await?.is_none() {
        return not_found();
    }
    let only = |scope| checked.scope == scope;
    let no = ExclusionRow {
        id: cx.new_id(),
        person_id: person,
        slot_id: only(ExclusionScope::Slot).then_some(slot),
        opportunity_id: only(ExclusionScope::Opportunity).then_some(row.opportunity_id),
        organisation_id: only(ExclusionScope::Organisation).then_some(row.organisation_id),
        until: checked.until,
        reason: checked.reason,
        decided_by: by.by(),
        decided_at: cx.now(),
    };
    store::exclude(&mut tx, &no).await?;
    store::unlock(&mut tx, slot, person).await?;
    trace::staffing_event(cx, &mut tx, &row, None).await?;
    note(cx, &mut tx, by, slot, person, PairAction::Exclude).await?;
    let detail = serde_json::json!({ "scope": checked.scope, "given_reason": !no.reason.is_empty() });
    trace::audit(cx, &mut tx, "exclude", "exclusion", no.id.0, detail).await?;
    cx.commit(tx).await?;
    Ok(no.id)
}

/// Lets somebody be proposed again.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`].
pub async fn allow(cx: &Cx, id: ExclusionId, slot: SlotId) -> Result<()> {
    let by = coordination(cx)?;
    let mut tx = cx.write().await?;
    let Some(row) = slots::find(&mut tx, slot).await? else { return not_found() };
    let Some(no) = store::exclusion(&mut tx, id).await?.filter(|no| reaches(no, &row)) else {
        return not_found();
    };
    if store::allow(&mut tx, id).await? {
        trace::staffing_event(cx, &mut tx, &row, None).await?;
        note(cx, &mut tx, by, slot, no.person_id, PairAction::Allow).await?;
        trace::audit(cx, &mut tx, "allow", "exclusion", id.0, serde_json::json!({})).await?;
    }
    cx.commit(tx).await
}

/// Accepts pairs of a day's plan as they were shown: approves the claims that wait, asks everybody else. Each pair is
/// its own decision; the first problem of each is told, the others go on.
///
/// # Errors
/// [`Problem::Denied`]; [`Problem::Invalid`] for more pairs than a day can have.
pub async fn accept(
    cx: &Cx,
    pairs: &[(SlotId, PersonId, Option<ClaimId>, Option<RoleId>)],
) -> Result<Vec<std::result::Result<Done, Problem>>> {
    coordination(cx)?;
    if pairs.len() > MOST_PAIRS {
        return Err(Problem::Invalid(Vec::new()).into());
    }
    let mut done = Vec::with_capacity(pairs.len());
    for &(slot, person, claim, role) in pairs {
        let outcome = match claim {
            Some(claim) => claiming::approve(cx, claim).await.map(|_| Done::Approved(claim)),
            None => offer(cx, slot, role, person).await.map(Done::Offered),
        };
        done.push(outcome.map_err(Problem::from));
    }
    Ok(done)
}

/// Pairs accepted at once at most.
const MOST_PAIRS: usize = 300;

/// Tells the other coordinators which slot this one has before them.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`].
pub async fn look(cx: &Cx, slot: SlotId) -> Result<()> {
    let by = coordination(cx)?;
    let mut tx = cx.write().await?;
    let Some(row) = slots::find(&mut tx, slot).await? else { return not_found() };
    if store::look(&mut tx, by.by(), slot, cx.now()).await? {
        trace::staffing_event(cx, &mut tx, &row, None).await?;
    }
    cx.commit(tx).await
}

/// Saves what counts how much. For administrators.
///
/// # Errors
/// [`Problem::Denied`]; [`Problem::Invalid`] for a weight outside 0 to [`domain::matching::MAX_WEIGHT`].
pub async fn save_weights(cx: &Cx, weights: Weights) -> Result<()> {
    let by = cx.actor.administration().map_err(|_| cx.denied())?.by().ok_or(Problem::Denied)?;
    if weights != weights.clamped() {
        let mut problems = Problems::default();
        problems.add("weights", domain::form::InputProblem::OutOfRange);
        problems.finish()?;
    }
    let mut tx = cx.write().await?;
    let row = WeightsRow { id: cx.new_id(), weights: Json(weights), saved_by: by, saved_at: cx.now() };
    store::save_weights(&mut tx, &row).await?;
    trace::settings_event(cx, &mut tx).await?;
    let detail = serde_json::to_value(weights).unwrap_or_default();
    trace::audit(cx, &mut tx, "save", "weights", row.id, detail).await?;
    cx.commit(tx).await
}

fn coordination(cx: &Cx) -> Result<Coordination> {
    cx.actor.coordination().map_err(|_| cx.denied())
}

async fn open_slot(cx: &Cx, tx: &mut Tx, id: SlotId) -> Result<SlotRow> {
    let Some(row) = slots::find(tx, id).await?.filter(|row| row.opportunity_state != OpportunityState::Draft)
    else {
        return not_found();
    };
    if row.facts().state != SlotState::Open {
        return Err(Problem::Refused(Refusal::Cancelled).into());
    }
    if row.starts_at <= cx.now() {
        return Err(Problem::Refused(Refusal::Started).into());
    }
    Ok(row)
}

pub(super) fn reaches(no: &ExclusionRow, slot: &SlotRow) -> bool {
    no.until.is_none_or(|until| slot.starts_at < until)
        && (no.slot_id == Some(slot.id)
            || no.opportunity_id == Some(slot.opportunity_id)
            || no.organisation_id == Some(slot.organisation_id))
}

async fn decided(tx: &mut Tx, by: PersonId, at: domain::time::Instant, action: PairAction) -> Result<Error> {
    Ok(Problem::PairDecided { by: people::name(tx, by).await?, at, action }.into())
}

/// Notes for good what was decided, and what the plan shown now said about it.
pub(super) async fn note(
    cx: &Cx,
    tx: &mut Tx,
    by: Coordination,
    slot: SlotId,
    person: PersonId,
    action: PairAction,
) -> Result<()> {
    let shown = Board::peek(&cx.node);
    let reasons =
        shown.as_deref().and_then(|shown: &Shown| shown.planner.contributions(&shown.pair(slot, person)));
    let row = DecisionRow {
        id: cx.new_id::<OfferId>().0,
        slot_id: slot,
        person_id: person,
        action,
        suggested: shown
            .is_some_and(|shown| shown.plan.pairs.binary_search(&shown.pair(slot, person)).is_ok()),
        reasons: Json(reasons.unwrap_or_default()),
        decided_by: by.by(),
        decided_at: cx.now(),
    };
    Ok(store::note(tx, &row).await?)
}

/// The hash under which an offer's key is stored; `None` for what cannot be a key.
pub(super) fn key_hash(key: &str) -> Option<[u8; 32]> {
    Token::parse(key).map(|key| hash(key.as_str().as_bytes()))
}
