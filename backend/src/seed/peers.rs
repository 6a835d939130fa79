//! A large town for measuring, as large as the ones at which comparable systems were measured.

use super::Result;
use super::booking::{self, Pools};
use super::data::{self, Offer, OfferText, Peers, Town};
use super::dice::Dice;
use super::people;
use super::plan::{Ground, Plan};
use super::town::{add_organisations, opportunity};
use crate::store::centre::Organisation;
use domain::calendar::plus_days;
use domain::kind::Kind;
use domain::opportunity::ClaimRule;
use domain::time::{Day, Instant};

const ORGANISATIONS: usize = 200;
const VOLUNTEERS: usize = 5_000;
const OPPORTUNITIES: usize = 420;
const SLOTS: usize = 20_000;
const CLAIMS: usize = 60_000;
const WAITING: usize = 200;
/// Twelve months around today.
const PAST_WEEKS: i64 = 26;
const WEEKS: i64 = 52;
/// Days from today of the day with [`CROWDED_SLOTS`] slots and of the slot with nobody in it.
const CROWDED_DAY: i64 = 40;
const EMPTY_DAY: i64 = 45;
const CROWDED_SLOTS: i64 = 24;
/// Places of the slots that are measured.
const MEASURED_PLACES: i64 = 5;
/// The fewest and the most people of the other slots.
const PLACES: [(i64, i64); 5] = [(1, 4), (2, 5), (2, 6), (3, 6), (3, 8)];

/// Plans the town.
pub(super) fn plan(ground: &Ground, dice: Dice, town: &Town) -> Result<Plan> {
    let mut plan = Plan::new(ground.now, dice);
    let peers = data::peers()?;
    let keys = add_organisations(&mut plan, ground, &town.organisations)?;
    add_numbered(&mut plan, ground, &peers);
    people::add(&mut plan, ground, &data::people()?, &keys, VOLUNTEERS)?;
    add_measured(&mut plan, ground, &peers)?;
    add_offers(&mut plan, ground, town, &peers)?;
    plan.slots.sort_by_key(|slot| (slot.facts.starts_at, slot.facts.id));
    book(&mut plan, ground)?;
    Ok(plan)
}

fn add_numbered(plan: &mut Plan, ground: &Ground, peers: &Peers) {
    for number in plan.organisations.len()..ORGANISATIONS {
        let pattern = &peers.organisations[number % peers.organisations.len()];
        let house = plan.dice.between(1, 90);
        plan.organisations.push(Organisation {
            id: plan.dice.id(ground.now),
            name: pattern.name.replace("{n}", &number.to_string()),
            organisation_type: pattern.organisation_type,
            address: format!("{} {house}", plan.dice.pick(&peers.streets)),
            district_id: Some(plan.dice.pick(&ground.districts).id),
        });
    }
}

/// The crowded day and the empty slot.
fn add_measured(plan: &mut Plan, ground: &Ground, peers: &Peers) -> Result<()> {
    let kind = add_opportunity(plan, ground, &peers.crowded, 0, ClaimRule::Instant)?;
    for number in 0..CROWDED_SLOTS {
        let starts_at = at(plus_days(ground.today(), CROWDED_DAY), 8).plus_minutes(30 * number);
        plan.add_slot(&kind, plan.opportunities.len() - 1, starts_at, 90, (2, MEASURED_PLACES));
    }
    let kind = add_opportunity(plan, ground, &peers.empty, 1, ClaimRule::Instant)?;
    let starts_at = at(plus_days(ground.today(), EMPTY_DAY), 10);
    plan.add_slot(&kind, plan.opportunities.len() - 1, starts_at, 90, (1, MEASURED_PLACES));
    Ok(())
}

fn add_offers(plan: &mut Plan, ground: &Ground, town: &Town, peers: &Peers) -> Result<()> {
    let text = |offer: &data::Offer| OfferText {
        kind: offer.kind.clone(),
        title: offer.title.clone(),
        description: offer.description.clone(),
    };
    let texts: Vec<OfferText> =
        town.opportunities.iter().map(text).chain(peers.offers.iter().cloned()).collect();
    let mut dates = Vec::new();
    for number in 0..OPPORTUNITIES {
        let rule = if plan.dice.chance(70) { ClaimRule::Instant } else { ClaimRule::Approval };
        let kind = add_opportunity(plan, ground, &texts[number % texts.len()], number % ORGANISATIONS, rule)?;
        let weekday = plan.dice.between(0, 6);
        let (hour, half) = (plan.dice.between(8, 18), plan.dice.between(0, 1) * 30);
        let places = *plan.dice.pick(&PLACES);
        let minutes = *plan.dice.pick(&[60, 90, 120, 150]);
        for week in -PAST_WEEKS..WEEKS - PAST_WEEKS {
            let days = week * 7 + weekday;
            if days != CROWDED_DAY && days != EMPTY_DAY {
                let starts_at = at(plus_days(ground.today(), days), hour).plus_minutes(half);
                dates.push((kind.clone(), plan.opportunities.len() - 1, starts_at, minutes, places));
            }
        }
    }
    plan.dice.shuffle(&mut dates);
    dates.truncate(SLOTS - plan.slots.len());
    for (kind, opportunity, starts_at, minutes, places) in dates {
        plan.add_slot(&kind, opportunity, starts_at, minutes, places);
    }
    Ok(())
}

/// A full hour in Warsaw.
fn at(day: Day, hour: i64) -> Instant {
    let hour = i8::try_from(hour).unwrap_or(9).clamp(0, 23);
    Instant::from_civil(day.0.at(hour, 0, 0, 0))
}

fn add_opportunity(
    plan: &mut Plan,
    ground: &Ground,
    text: &OfferText,
    organisation: usize,
    rule: ClaimRule,
) -> Result<Kind> {
    let kind = ground.kind(&text.kind)?;
    let offer = Offer::simple(text, rule);
    let organisation = plan.organisations[organisation].clone();
    let row = opportunity(plan, ground, &offer, kind, &organisation)?;
    plan.opportunities.push(row);
    Ok(kind.clone())
}

/// Fills the past well and the future a little, up to exactly [`CLAIMS`] claims.
fn book(plan: &mut Plan, ground: &Ground) -> Result<()> {
    let pools = Pools::of(plan);
    let empty: Day = plus_days(ground.today(), EMPTY_DAY);
    let crowded: Day = plus_days(ground.today(), CROWDED_DAY);
    let mut coming = Vec::new();
    for slot in 0..plan.slots.len() {
        let facts = &plan.slots[slot].facts;
        let (day, max) = (Day(facts.starts_at.day()), facts.max_places);
        let wanted = match () {
            () if facts.starts_at <= plan.now => plan.dice.between(max - 2, max),
            () if day == empty => 0,
            () if day == crowded => plan.dice.between(0, max),
            () => {
                coming.push(slot);
                plan.dice.between(0, 2)
            }
        };
        booking::fill(plan, &pools, slot, wanted);
    }
    booking::waiting(plan, &pools, WAITING)?;
    while plan.claims.len() < CLAIMS {
        let slot = *plan.dice.pick(&coming);
        let facts = &plan.slots[slot].facts;
        let wanted = (facts.taken + 1).min(facts.max_places);
        booking::fill(plan, &pools, slot, wanted);
    }
    Ok(())
}
