//! Somebody comes instead: a volunteer asks named people, or everyone who qualifies, or one person of another date to
//! swap. The asker keeps the place until somebody said yes, and can take the question back. They never learn who was
//! asked or who could not come: a typed address is answered the same whether it is known or not.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::mail::Template;
use crate::service::asking::{self, Question};
use crate::service::claims::{self as claiming, with_slot};
use crate::service::sign_in::limit;
use crate::service::{pairs, trace};
use crate::store::claims::{self, ClaimRow};
use crate::store::offers::{self, OfferRow};
use crate::store::places::{self, SeekingRow};
use crate::store::slots::{self, SlotRow};
use crate::store::{centre, matching, people};
use domain::claim::ClaimState;
use domain::claiming::{Engagement, Refusal, refusals};
use domain::form::{Asked, FieldProblem, InputProblem, StandInForm, SwapForm};
use domain::ids::{ClaimId, OfferId, PersonId};
use domain::offer::{OfferCause, OfferState, offer_expires};
use domain::problem::Problem;
use domain::time::Instant;
use std::collections::{HashMap, HashSet};

/// How many are asked at once where everyone may come.
const MOST: usize = 50;

/// How often one person may ask by a typed address within an hour: nobody finds out who is here by trying.
const TYPED_PER_HOUR: i64 = 10;

/// Asks for somebody to come instead. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for claims of others; [`Problem::Invalid`] when nobody was chosen, or, of everyone, nobody
/// could come; [`Problem::TooLate`] for a claim without a place of one's own, or when the question is out already;
/// [`Problem::Refused`] for several places at once; [`Problem::TooMany`] after many typed addresses.
pub async fn ask(cx: &Cx, id: ClaimId, form: &StandInForm) -> Result<()> {
    let me = cx.member()?.person_id();
    let asked = form.check()?;
    if matches!(&asked, Asked::Named(_, Some(_))) {
        limit(cx, &format!("typed:{me}"), TYPED_PER_HOUR).await?;
    }
    let mut tx = cx.write().await?;
    let (claim, slot) = own_place(cx, &mut tx, id, me).await?;
    if places::sought(&mut tx, id).await?.is_some() {
        return Err(Problem::TooLate.into());
    }
    let chosen = match asked {
        Asked::Everyone => everyone(cx, &mut tx, &claim, &slot).await?,
        Asked::Named(chosen, email) => named(cx, &mut tx, &claim, &slot, chosen, email).await?,
    };
    let until = offer_expires(cx.now(), slot.starts_at);
    for person in &chosen {
        let question = Question {
            slot: &slot,
            person: *person,
            cause: OfferCause::StandIn,
            claim_id: Some(id),
            other_claim_id: None,
            role: claim.role_id,
            by: me,
            until,
        };
        asking::ask(cx, &mut tx, question).await?;
    }
    places::seek(&mut tx, SeekingRow { claim_id: id, asked_at: cx.now(), until, ended_at: None }).await?;
    trace::audit(cx, &mut tx, "seek", "claim", id.0, serde_json::json!({ "asked": chosen.len() })).await?;
    trace::claim_event(cx, &mut tx, &claim, &slot, false).await?;
    cx.commit(tx).await
}

/// Asks the person of another place of the same opportunity to change dates. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for claims of others, [`Problem::Invalid`] for a place that cannot be exchanged,
/// [`Problem::Refused`] with the rule that keeps the asker from the other date, [`Problem::TooLate`] for a claim without
/// a place of one's own or when this person is asked already.
pub async fn swap(cx: &Cx, id: ClaimId, form: &SwapForm) -> Result<()> {
    let me = cx.member()?.person_id();
    let with = form.check()?;
    let mut tx = cx.write().await?;
    let (claim, slot) = own_place(cx, &mut tx, id, me).await?;
    let choices = places::exchangeable(&mut tx, slot.opportunity_id, me, cx.now()).await?;
    let found = with_slot(&mut tx, with).await?;
    let found = found.filter(|(other, _)| choices.iter().any(|choice| choice.claim_id == other.id));
    let Some((other, other_slot)) = found else { return Err(wrong("with", InputProblem::NotAChoice)) };
    let mut no = claiming::refused_without(cx, &mut tx, me, (&other_slot, other.role_id), slot.id).await?;
    no.retain(|refusal| *refusal != Refusal::Full);
    if let Some(refusal) = no.into_iter().next() {
        return Err(Problem::Refused(refusal).into());
    }
    let asked = offers::of_slot(&mut tx, slot.id).await?;
    if asked.iter().any(|offer| offer.person_id == other.person_id && offer.state == OfferState::Open) {
        return Err(Problem::TooLate.into());
    }
    let question = Question {
        slot: &slot,
        person: other.person_id,
        cause: OfferCause::Swap,
        claim_id: Some(id),
        other_claim_id: Some(with),
        role: claim.role_id,
        by: me,
        until: offer_expires(cx.now(), slot.starts_at.min(other_slot.starts_at)),
    };
    let offer = asking::ask(cx, &mut tx, question).await?;
    trace::audit(cx, &mut tx, "swap", "claim", id.0, serde_json::json!({ "offer": offer })).await?;
    trace::claim_event(cx, &mut tx, &claim, &slot, false).await?;
    cx.commit(tx).await
}

/// Takes back every question about an own place; the place stays. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for claims of others, [`Problem::TooLate`] once somebody said yes and came instead.
pub async fn take_back(cx: &Cx, id: ClaimId) -> Result<()> {
    let me = cx.member()?.person_id();
    let mut tx = cx.write().await?;
    let (claim, slot) = own_place(cx, &mut tx, id, me).await?;
    drop_questions(cx, &mut tx, &claim, &slot, None).await?;
    trace::audit(cx, &mut tx, "take_back", "claim", id.0, serde_json::json!({})).await?;
    trace::claim_event(cx, &mut tx, &claim, &slot, false).await?;
    cx.commit(tx).await
}

/// An own claim with one place, which somebody else could take, and its coming slot.
async fn own_place(cx: &Cx, tx: &mut Tx, id: ClaimId, me: PersonId) -> Result<(ClaimRow, SlotRow)> {
    tx.lock(&format!("claim:{id}")).await?;
    let Some((claim, slot)) = with_slot(tx, id).await?.filter(|(claim, _)| claim.person_id == me) else {
        return not_found();
    };
    if claim.state == ClaimState::Approved && claim.places > 1 {
        return Err(Problem::Refused(Refusal::PartyStays).into());
    }
    if !can_hand_over(&claim) || slot.starts_at <= cx.now() {
        return Err(Problem::TooLate.into());
    }
    Ok((claim, slot))
}

/// One place: anybody else could come instead.
pub(super) fn can_hand_over(claim: &ClaimRow) -> bool {
    claim.state == ClaimState::Approved && claim.places == 1
}

/// Ends all questions about a claim, of whoever asked, but this one: its place is no longer there to be handed over or
/// exchanged.
pub(super) async fn drop_questions(
    cx: &Cx,
    tx: &mut Tx,
    claim: &ClaimRow,
    slot: &SlotRow,
    but: Option<OfferId>,
) -> Result<()> {
    places::found(tx, claim.id, cx.now()).await?;
    for offer in offers::about(tx, claim.id).await? {
        let ours = matches!(offer.cause, OfferCause::StandIn | OfferCause::Swap);
        if !ours || Some(offer.id) == but {
            continue;
        }
        let of_offer = if offer.slot_id == slot.id { None } else { slots::find(tx, offer.slot_id).await? };
        let slot = of_offer.as_ref().unwrap_or(slot);
        asking::call_off(cx, tx, &offer, slot).await?;
        trace::staffing_event(cx, tx, slot, Some(offer.offered_by)).await?;
    }
    Ok(())
}

fn wrong(field: &str, problem: InputProblem) -> crate::error::Error {
    vec![FieldProblem { field: field.to_owned(), problem }].into()
}

/// Of the named people those who could come. The others are not asked, and nobody learns of it.
async fn named(
    cx: &Cx,
    tx: &mut Tx,
    claim: &ClaimRow,
    slot: &SlotRow,
    chosen: Vec<PersonId>,
    email: Option<String>,
) -> Result<Vec<PersonId>> {
    let known = places::companions(tx, claim.person_id, slot.organisation_id).await?;
    if chosen.iter().any(|id| !known.iter().any(|(person, _)| person == id)) {
        return Err(wrong("people", InputProblem::NotAChoice));
    }
    let mut all = chosen;
    if let Some(email) = email {
        all.extend(people::find_by_email(tx, &email).await?.map(|person| person.id));
    }
    let out = kept_out(cx, tx, slot).await?;
    let mut could: Vec<PersonId> = Vec::new();
    for person in all {
        let mut no = claiming::refused(cx, tx, person, (slot, claim.role_id)).await?;
        no.retain(|refusal| *refusal != Refusal::Full);
        if no.is_empty() && person != claim.person_id && !out.contains(&person) && !could.contains(&person) {
            could.push(person);
        }
    }
    Ok(could)
}

/// Everyone who passes all rules and likes such activities: those who were asked least recently.
async fn everyone(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow) -> Result<Vec<PersonId>> {
    let (from, until) = (slot.starts_at.plus_days(-8), slot.ends_at.plus_days(9));
    let mut held: HashMap<PersonId, Vec<Engagement>> = HashMap::new();
    for (person, engagement) in claims::all_engagements(tx, from, until).await? {
        held.entry(person).or_default().push(engagement);
    }
    let limits = centre::rules(tx).await?.limits;
    let out = kept_out(cx, tx, slot).await?;
    let asked: HashMap<PersonId, Instant> = offers::last_asked(tx).await?.into_iter().collect();
    let part = slot.facts_in(claim.role_id).unwrap_or_else(|| slot.facts());
    let facts = domain::claiming::SlotFacts { taken: 0, ..part };
    let could = |volunteer: &people::VolunteerRow| {
        let id = volunteer.person_id;
        let engagements = held.get(&id).map(Vec::as_slice).unwrap_or_default();
        id != claim.person_id
            && !out.contains(&id)
            && volunteer.preferences.0.kinds.contains(&slot.kind_code)
            && refusals(&facts, &volunteer.facts(), engagements, cx.now(), limits).is_empty()
    };
    let everybody = people::volunteers(tx).await?.into_iter().map(|person| person.volunteer);
    let mut found: Vec<PersonId> = everybody.filter(could).map(|row| row.person_id).collect();
    found.sort_by_key(|id| (asked.get(id).copied(), *id));
    let mut chosen = Vec::new();
    for person in found {
        // The rules that need the database.
        let mut no = claiming::refused(cx, tx, person, (slot, claim.role_id)).await?;
        no.retain(|refusal| *refusal != Refusal::Full);
        if no.is_empty() {
            chosen.push(person);
        }
        if chosen.len() == MOST {
            break;
        }
    }
    if chosen.is_empty() {
        return Err(wrong("everyone", InputProblem::Nobody));
    }
    Ok(chosen)
}

/// Who is not asked about a slot: coordinators said so, they said no to it, or they are asked already.
async fn kept_out(cx: &Cx, tx: &mut Tx, slot: &SlotRow) -> Result<HashSet<PersonId>> {
    let exclusions = matching::exclusions(tx, cx.now()).await?;
    let mut out: HashSet<PersonId> =
        exclusions.into_iter().filter(|no| pairs::reaches(no, slot)).map(|no| no.person_id).collect();
    let silent = |offer: &OfferRow| {
        matches!(offer.state, OfferState::Open | OfferState::Agreed | OfferState::Declined)
    };
    let asked = offers::of_slot(tx, slot.id).await?;
    out.extend(asked.iter().filter(|offer| silent(offer)).map(|offer| offer.person_id));
    Ok(out)
}

/// Ends searches that ran out, and tells who sought: they still have the place.
pub(super) async fn end_in_vain(cx: &Cx, id: ClaimId) -> Result<()> {
    let mut tx = cx.write().await?;
    tx.lock(&format!("claim:{id}")).await?;
    if places::found(&mut tx, id, cx.now()).await?
        && let Some((claim, slot)) = with_slot(&mut tx, id).await?
        && slot.starts_at > cx.now()
    {
        asking::write(cx, &mut tx, claim.person_id, &slot, Template::NobodyInstead, Vec::new()).await?;
        trace::claim_event(cx, &mut tx, &claim, &slot, false).await?;
    }
    cx.commit(tx).await
}
