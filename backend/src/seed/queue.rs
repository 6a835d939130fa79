//! What happens where there is no place or somebody cannot come: a queue, a place that is kept, a date that was moved,
//! a search for a stand-in.

use super::booking::Pools;
use super::plan::Plan;
use super::{Result, SeedError};
use crate::store::claims::ClaimRow;
use crate::store::offers::OfferRow;
use crate::store::places::SeekingRow;
use domain::claim::ClaimState;
use domain::ids::{ClaimId, OfferId, PersonId};
use domain::offer::{OfferCause, OfferState, offer_expires};
use domain::time::Instant;
use domain::waitlist::answer_by;

/// The persona who waits in a queue, second of three.
const WAITS: &str = "piotr@example.org";
/// The persona for whom a place is kept.
const KEPT: &str = "olena@example.org";
/// The persona whose date was moved.
const MOVED: &str = "bartek@example.org";
/// The persona who is asked to stand in.
const STANDS_IN: &str = "bartek@example.org";
/// Hours to answer, as the demonstration's centre has it.
const HOURS: i64 = 12;

/// One of each, in the coming days.
pub(super) fn town(plan: &mut Plan, pools: &Pools) -> Result<()> {
    waiting(plan, pools)?;
    kept(plan)?;
    moved(plan)?;
    stand_in(plan, pools)
}

/// Coming slots that the public sees, after the next three days.
fn coming(plan: &Plan) -> impl Iterator<Item = usize> + use<'_> {
    let soon = plan.now.plus_days(3);
    (0..plan.slots.len()).filter(move |n| plan.slots[*n].facts.starts_at > soon && plan.rule(*n).is_some())
}

fn missing(what: &str) -> SeedError {
    SeedError::Data(format!("no slot to show {what}"))
}

/// The person could take a place, were one free.
fn could(plan: &mut Plan, slot: usize, person: usize, at: Instant) -> bool {
    let taken = std::mem::take(&mut plan.slots[slot].facts.taken);
    let may = plan.may(slot, person, at);
    plan.slots[slot].facts.taken = taken;
    may
}

fn waiting(plan: &mut Plan, pools: &Pools) -> Result<()> {
    let persona = plan.person(WAITS)?;
    let at = plan.now.plus_minutes(-20 * 60);
    let full: Vec<usize> = coming(plan)
        .filter(|n| {
            plan.slots[*n].facts.taken > 0 && plan.slots[*n].facts.taken == plan.slots[*n].facts.max_places
        })
        .collect();
    for slot in full {
        if !could(plan, slot, persona, at) {
            continue;
        }
        let others: Vec<usize> = pools.now.clone();
        let mut others =
            others.into_iter().filter(|person| could(plan, slot, *person, at)).take(2).collect::<Vec<_>>();
        if others.len() < 2 {
            continue;
        }
        others.insert(1, persona);
        for (hours, person) in (0..).zip(others) {
            let at = at.plus_minutes(60 * hours);
            let claim = plan.new_claim(slot, person, ClaimState::Waitlisted, at);
            plan.add_claim(slot, person, ClaimRow { queued_at: Some(at), ..claim });
        }
        return Ok(());
    }
    Err(missing("a queue"))
}

fn kept(plan: &mut Plan) -> Result<()> {
    let persona = plan.person(KEPT)?;
    let (waited, freed) = (plan.now.plus_minutes(-30 * 60), plan.now.plus_minutes(-40));
    let last = |n: &usize| {
        plan.slots[*n].facts.taken > 0 && plan.slots[*n].facts.taken + 1 == plan.slots[*n].facts.max_places
    };
    let almost: Vec<usize> = coming(plan).filter(last).collect();
    let slot = almost
        .into_iter()
        .find(|slot| plan.may(*slot, persona, waited))
        .ok_or_else(|| missing("a kept place"))?;
    let claim = plan.new_claim(slot, persona, ClaimState::Offered, waited);
    let (id, person) = (claim.id, claim.person_id);
    plan.add_claim(slot, persona, ClaimRow { queued_at: Some(waited), ..claim });
    let until = answer_by(freed, plan.slots[slot].facts.starts_at, HOURS);
    ask(plan, slot, (OfferCause::Waitlist, id), [person, person], [freed, until]);
    Ok(())
}

fn moved(plan: &mut Plan) -> Result<()> {
    let persona = plan.person(MOVED)?;
    let (person, now) = (plan.people[persona].row.id, plan.now);
    let comes = |claim: &&mut ClaimRow| {
        let slot = plan.slots.iter().find(|slot| slot.facts.id == claim.slot_id);
        claim.person_id == person
            && claim.state == ClaimState::Approved
            && slot.is_some_and(|slot| slot.facts.starts_at > now.plus_days(1))
    };
    let claim = plan.claims.iter_mut().find(comes).ok_or_else(|| missing("a moved date"))?;
    claim.asked_again_at = Some(now.plus_minutes(-3 * 60).max(claim.created_at));
    Ok(())
}

fn stand_in(plan: &mut Plan, pools: &Pools) -> Result<()> {
    let persona = plan.person(STANDS_IN)?;
    let at = plan.now.plus_minutes(-150);
    let chance: Vec<PersonId> = pools.now.iter().map(|person| plan.people[*person].row.id).collect();
    let slots: Vec<usize> = coming(plan).collect();
    for slot in slots {
        let id = plan.slots[slot].facts.id;
        let held = |claim: &&ClaimRow| {
            claim.slot_id == id
                && claim.state == ClaimState::Approved
                && claim.created_at < at
                && chance.contains(&claim.person_id)
        };
        let Some((claim, by)) = plan.claims.iter().find(held).map(|claim| (claim.id, claim.person_id)) else {
            continue;
        };
        if could(plan, slot, persona, at) {
            let until = offer_expires(at, plan.slots[slot].facts.starts_at);
            plan.seeking.push(SeekingRow { claim_id: claim, asked_at: at, until, ended_at: None });
            let person = plan.people[persona].row.id;
            ask(plan, slot, (OfferCause::StandIn, claim), [person, by], [at, until]);
            return Ok(());
        }
    }
    Err(missing("a stand-in"))
}

/// A question about a claim. Nobody has the key: no mail was written.
fn ask(
    plan: &mut Plan,
    slot: usize,
    (cause, claim): (OfferCause, ClaimId),
    [person_id, offered_by]: [PersonId; 2],
    [offered_at, expires_at]: [Instant; 2],
) {
    let offer = OfferRow {
        role_id: None,
        id: plan.dice.id(offered_at),
        slot_id: plan.slots[slot].facts.id,
        person_id,
        state: OfferState::Open,
        cause,
        claim_id: Some(claim),
        other_claim_id: None,
        key_hash: plan.dice.id::<OfferId>(offered_at).0.as_bytes().repeat(2),
        offered_by,
        offered_at,
        expires_at,
        answered_at: None,
    };
    plan.offers.push(offer);
}
