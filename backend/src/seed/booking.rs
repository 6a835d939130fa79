//! Who claimed what: everybody goes through the same rules as in life.

use super::data::People;
use super::people::claimed_at;
use super::plan::{HoursRow, Plan, PlannedSlot};
use super::{Result, SeedError, queue, with_others};
use crate::store::offers::OfferRow;
use domain::actor::Role;
use domain::claim::ClaimState;
use domain::ids::{OfferId, PersonId};
use domain::offer::{OfferCause, OfferState, offer_expires};
use domain::opportunity::{ClaimRule, SlotState};
use domain::person::VolunteerStatus;

/// How often chance tries to find a person for a place.
const TRIES: i64 = 25;
/// Personas, the approved and the pending claims they have in the next days.
const BOOKED: [(&str, usize, usize); 4] = [
    ("julia@example.org", 1, 1),
    ("piotr@example.org", 4, 1),
    ("olena@example.org", 3, 0),
    ("bartek@example.org", 2, 0),
];
const BOOKED_DAYS: i64 = 13;
/// Personas who have been coming for weeks, and to how many of ten past slots that suit them.
const REGULARS: [(&str, u32); 4] = [
    ("julia@example.org", 18),
    ("piotr@example.org", 30),
    ("olena@example.org", 15),
    ("bartek@example.org", 15),
];
const WAITING: usize = 14;
/// The persona who is asked to take a place.
const ASKED: &str = "julia@example.org";
/// Presence is confirmed after this many hours, except at the place of the persona who has it to do.
const CONFIRMED_HOURS: i64 = 20;
const UNCONFIRMED_DAYS: i64 = 2;
const UNCONFIRMED_AT: usize = 0;

/// Books the hand-written town.
pub(super) fn town(plan: &mut Plan, texts: &People) -> Result<()> {
    let pools = Pools::of(plan);
    let coming = cancelled_slot(plan, &pools);
    for (email, approved, pending) in BOOKED {
        let person = plan.person(email)?;
        personal(plan, person, ClaimState::Approved, approved);
        personal(plan, person, ClaimState::Pending, pending);
    }
    for slot in 0..plan.slots.len() {
        if plan.slots[slot].facts.starts_at <= plan.now {
            regulars(plan, &pools, slot)?;
        }
        let wanted = wanted(plan, slot);
        fill(plan, &pools, slot, wanted);
    }
    waiting(plan, &pools, WAITING)?;
    ended(plan, &pools, texts, coming);
    asked(plan, &pools)?;
    queue::town(plan, &pools)?;
    with_others::town(plan, &pools)
}

/// A persona is asked to take a place of a kind that they like. Nobody has the key: no mail was written.
fn asked(plan: &mut Plan, pools: &Pools) -> Result<()> {
    let person = plan.person(ASKED)?;
    let liked =
        plan.people[person].volunteer.as_ref().map(|row| row.preferences.kinds.clone()).unwrap_or_default();
    let (from, until) = (plan.now.plus_days(2), plan.now.plus_days(BOOKED_DAYS));
    let fits = |slot: &usize| {
        let PlannedSlot { opportunity, facts, .. } = &plan.slots[*slot];
        (from..until).contains(&facts.starts_at)
            && plan.rule(*slot).is_some()
            && liked.contains(&plan.opportunities[*opportunity].kind_code)
            && plan.may(*slot, person, plan.now)
    };
    let slot = (0..plan.slots.len()).find(fits);
    let slot = slot.ok_or_else(|| SeedError::Data(format!("nothing to ask {ASKED} for")))?;
    let (slot, offered_at) = (&plan.slots[slot].facts, plan.now.plus_minutes(-90));
    let offer = OfferRow {
        role_id: None,
        id: plan.dice.id(offered_at),
        slot_id: slot.id,
        person_id: plan.people[person].row.id,
        state: OfferState::Open,
        cause: OfferCause::Coordinator,
        claim_id: None,
        other_claim_id: None,
        key_hash: plan.dice.id::<OfferId>(offered_at).0.as_bytes().repeat(2),
        offered_by: pools.coordinators[0],
        offered_at,
        expires_at: offer_expires(offered_at, slot.starts_at),
        answered_at: None,
    };
    plan.offers.push(offer);
    Ok(())
}

/// People whom chance may book, by their index.
pub(super) struct Pools {
    /// Who may claim now.
    pub now: Vec<usize>,
    /// Who may have claimed in the past.
    pub past: Vec<usize>,
    /// Who decides.
    pub coordinators: Vec<PersonId>,
}

impl Pools {
    pub fn of(plan: &Plan) -> Self {
        let status = |n: &usize| plan.people[*n].volunteer.as_ref().map(|row| row.status);
        let chance: Vec<usize> = (0..plan.people.len()).filter(|n| !plan.people[*n].persona).collect();
        let was = |n: &usize| {
            status(n).is_some_and(|s| {
                s.may_claim() || matches!(s, VolunteerStatus::Paused | VolunteerStatus::Ended)
            })
        };
        let now =
            chance.iter().copied().filter(|n| status(n).is_some_and(VolunteerStatus::may_claim)).collect();
        let past = chance.iter().copied().filter(was).collect();
        let coordinators = plan.people.iter().filter(|person| person.grant.role == Role::Coordinator);
        Self { now, past, coordinators: coordinators.map(|person| person.row.id).collect() }
    }

    fn coordinator(&self, plan: &mut Plan) -> PersonId {
        *plan.dice.pick(&self.coordinators)
    }

    fn for_slot(&self, plan: &Plan, slot: usize) -> &[usize] {
        if plan.slots[slot].facts.starts_at <= plan.now { &self.past } else { &self.now }
    }
}

/// One coming slot is off, and somebody had hoped for it.
fn cancelled_slot(plan: &mut Plan, pools: &Pools) -> usize {
    let soon = plan.now.plus_days(2);
    let slot =
        plan.slots.iter().position(|slot| slot.facts.starts_at > soon && slot.min_places > 1).unwrap_or(0);
    let person = *plan.dice.pick(&pools.now);
    let at = plan.now.plus_days(-3);
    let claim = plan.new_claim(slot, person, ClaimState::Cancelled, at);
    plan.add_claim(slot, person, claim);
    plan.slots[slot].facts.state = SlotState::Cancelled;
    slot
}

/// Books a persona into so many slots of the next days, of kinds they like first.
fn personal(plan: &mut Plan, person: usize, state: ClaimState, count: usize) {
    let liked =
        plan.people[person].volunteer.as_ref().map(|row| row.preferences.kinds.clone()).unwrap_or_default();
    let (from, until) = (plan.now.plus_days(1), plan.now.plus_days(BOOKED_DAYS));
    let mut soon: Vec<usize> = (0..plan.slots.len())
        .filter(|n| (from..until).contains(&plan.slots[*n].facts.starts_at))
        .filter(|n| {
            plan.rule(*n).is_some_and(|rule| state == ClaimState::Approved || rule == ClaimRule::Approval)
        })
        .collect();
    plan.dice.shuffle(&mut soon);
    soon.sort_by_key(|n| !liked.contains(&plan.opportunities[plan.slots[*n].opportunity].kind_code));
    let mut left = count;
    for slot in soon {
        let at = plan.now.plus_minutes(-plan.dice.between(60, 40 * 60));
        if left > 0 && plan.may(slot, person, at) {
            let claim = plan.new_claim(slot, person, state, at);
            plan.add_claim(slot, person, claim);
            left -= 1;
        }
    }
}

/// Personas have a past.
fn regulars(plan: &mut Plan, pools: &Pools, slot: usize) -> Result<()> {
    for (email, percent) in REGULARS {
        let person = plan.person(email)?;
        if plan.dice.chance(percent) {
            book(plan, pools, slot, person);
        }
    }
    Ok(())
}

/// So many people at once are hard to find.
const MANY_HANDS: i64 = 8;

/// How many people a slot of the town should have.
fn wanted(plan: &mut Plan, slot: usize) -> i64 {
    let hosted_by_persona = plan.opportunities[plan.slots[slot].opportunity].organisation_id
        == plan.organisations[UNCONFIRMED_AT].id;
    let every_second = slot.is_multiple_of(2);
    let (now, dice, slot) = (plan.now, &mut plan.dice, &plan.slots[slot]);
    let (min, max) = (slot.min_places, slot.facts.max_places);
    let ahead = slot.facts.starts_at.minutes_since(now);
    match dice.between(1, 100) {
        _ if ahead <= 0 || (hosted_by_persona && ahead < 24 * 60) => dice.between(min.max(2).min(max), max),
        _ if ahead < 36 * 60 && every_second => 0,
        // Where many hands are needed at once, there are never enough.
        _ if min >= MANY_HANDS => dice.between(1, min / 2),
        1..=18 => max,
        19..=48 => dice.between(0, min - 1),
        _ => dice.between(min, max - 1),
    }
}

/// Books people by chance until `wanted` have a place or nobody is found.
pub(super) fn fill(plan: &mut Plan, pools: &Pools, slot: usize, wanted: i64) {
    if plan.rule(slot).is_none() || plan.slots[slot].facts.state == SlotState::Cancelled {
        return;
    }
    let pool = pools.for_slot(plan, slot);
    let mut tries = wanted * TRIES;
    while plan.slots[slot].facts.taken < wanted && tries > 0 {
        tries -= 1;
        let person = *plan.dice.pick(pool);
        book(plan, pools, slot, person);
    }
}

/// Gives the person a place if the rules let them; then what followed, if the slot is over.
fn book(plan: &mut Plan, pools: &Pools, slot: usize, person: usize) {
    let starts_at = plan.slots[slot].facts.starts_at;
    let at = claimed_at(plan, starts_at);
    let Some(rule) = plan.rule(slot) else { return };
    if !plan.may(slot, person, at) {
        return;
    }
    let state = outcome(plan, slot);
    let mut claim = plan.new_claim(slot, person, state, at);
    if rule == ClaimRule::Approval {
        let after = plan.dice.between(10, 20 * 60);
        claim.decided_at = Some(at.plus_minutes(after).min(plan.now).min(starts_at));
        claim.decided_by = Some(pools.coordinator(plan));
    }
    if state == ClaimState::Attended {
        let facts = &plan.slots[slot].facts;
        let (full, ends_at) = (facts.ends_at.minutes_since(facts.starts_at), facts.ends_at);
        let minutes = if plan.dice.chance(15) { full - 15 } else { full };
        let confirmed_at = ends_at.plus_minutes(plan.dice.between(5, 15 * 60)).min(plan.now);
        let (claim_id, person_id, confirmed_by) = (claim.id, claim.person_id, pools.coordinator(plan));
        plan.hours.push(HoursRow { claim_id, person_id, minutes, confirmed_by, confirmed_at });
    }
    plan.add_claim(slot, person, claim);
}

/// What became of a claim that had a place.
fn outcome(plan: &mut Plan, slot: usize) -> ClaimState {
    let organisation = plan.opportunities[plan.slots[slot].opportunity].organisation_id;
    let left_to_persona = organisation == plan.organisations[UNCONFIRMED_AT].id;
    let hours = if left_to_persona { UNCONFIRMED_DAYS * 24 } else { CONFIRMED_HOURS };
    if plan.slots[slot].facts.ends_at > plan.now.plus_minutes(-60 * hours) {
        ClaimState::Approved
    } else if plan.dice.chance(4) {
        ClaimState::NoShow
    } else {
        ClaimState::Attended
    }
}

/// Adds claims until `count` wait, made minutes to two days ago.
pub(super) fn waiting(plan: &mut Plan, pools: &Pools, count: usize) -> Result<()> {
    let open: Vec<usize> = (0..plan.slots.len())
        .filter(|n| plan.slots[*n].facts.starts_at > plan.now && plan.rule(*n) == Some(ClaimRule::Approval))
        .collect();
    let waits = |plan: &Plan| plan.claims.iter().filter(|claim| claim.state == ClaimState::Pending).count();
    let mut left = count.saturating_sub(waits(plan));
    for _ in 0..count * 400 {
        if left == 0 {
            return Ok(());
        }
        let (slot, person) = (*plan.dice.pick(&open), *plan.dice.pick(&pools.now));
        let hours = plan.dice.between(0, 6).pow(2) + plan.dice.between(0, 11);
        let at = plan.now.plus_minutes(-hours * 60 - plan.dice.between(4, 59));
        if plan.may(slot, person, at) {
            let claim = plan.new_claim(slot, person, ClaimState::Pending, at);
            plan.add_claim(slot, person, claim);
            left -= 1;
        }
    }
    Err(SeedError::Data("nobody is found for claims that wait".to_owned()))
}

/// A few claims that came to nothing.
fn ended(plan: &mut Plan, pools: &Pools, texts: &People, but: usize) {
    let coming: Vec<usize> = (0..plan.slots.len())
        .filter(|n| *n != but && plan.slots[*n].facts.starts_at > plan.now && plan.rule(*n).is_some())
        .collect();
    for number in 0..14 {
        let (slot, person) = (*plan.dice.pick(&coming), *plan.dice.pick(&pools.now));
        let at = plan.now.plus_minutes(-plan.dice.between(60, 8 * 24 * 60));
        let refused = number % 2 == 0 && plan.rule(slot) == Some(ClaimRule::Approval);
        let claim_at = at.plus_minutes(-plan.dice.between(30, 600));
        let state = if refused { ClaimState::Refused } else { ClaimState::Withdrawn };
        let mut claim = plan.new_claim(slot, person, state, claim_at);
        if refused {
            claim.reason = Some(plan.dice.pick(&texts.refusal_reasons).clone());
            (claim.decided_by, claim.decided_at) = (Some(pools.coordinator(plan)), Some(at));
        }
        plan.add_claim(slot, person, claim);
    }
}
