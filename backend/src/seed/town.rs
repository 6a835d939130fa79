//! A believable town: written by hand, peopled by chance.

use super::booking;
use super::data::{self, HandedIn, NamedOrganisation, Offer, OfferText, Town};
use super::dice::Dice;
use super::plan::{Ground, Plan};
use super::taking_part;
use super::{Result, SeedError};
use super::{people, posting, roles};
use crate::store::centre::Organisation;
use crate::store::opportunities::OpportunityRow;
use crate::store::series::SeriesRow;
use domain::calendar::{End, Hours, Pattern, Rule, SeriesState, days_between, holiday, plus_days};
use domain::ids::{OrganisationId, SeriesId};
use domain::kind::Kind;
use domain::opening::opens_at;
use domain::opportunity::{ClaimRule, OpportunityState};
use domain::text::{fold, searchable};
use domain::time::{Day, Instant};
use sqlx::types::Json;
use std::collections::{BTreeMap, BTreeSet};

const VOLUNTEERS: usize = 300;
const PAST_DAYS: i64 = 56;
const COMING_DAYS: i64 = 28;
/// Slots in the coming days: 150 open ones, and one that is cancelled.
const COMING_SLOTS: usize = 151;
/// In the first days nothing is thinned out.
const DENSE_DAYS: i64 = 7;

/// Keys of the data file and the ids they became.
pub(super) type Keys = Vec<(String, OrganisationId)>;

/// Plans the town.
pub(super) fn plan(ground: &Ground, dice: Dice, town: &Town) -> Result<Plan> {
    let mut plan = Plan::new(ground.now, dice);
    let texts = data::people()?;
    let keys = add_organisations(&mut plan, ground, &town.organisations)?;
    people::add(&mut plan, ground, &texts, &keys, VOLUNTEERS)?;
    for offer in &town.opportunities {
        add_offer(&mut plan, ground, &keys, offer)?;
    }
    thin_out(&mut plan);
    plan.slots.sort_by_key(|slot| (slot.facts.starts_at, slot.facts.id));
    add_series(&mut plan);
    booking::town(&mut plan, &texts)?;
    taking_part::plan(&mut plan, ground, &keys, town)?;
    plan.posting = posting::plan(&mut plan, ground, town)?;
    plan.roles = roles::plan(&mut plan)?;
    Ok(plan)
}

/// Adds the organisations that have names of their own.
pub(super) fn add_organisations(
    plan: &mut Plan,
    ground: &Ground,
    named: &[NamedOrganisation],
) -> Result<Keys> {
    let mut keys = Keys::new();
    for organisation in named {
        let id = plan.dice.id(ground.now);
        keys.push((organisation.key.clone(), id));
        plan.organisations.push(Organisation {
            id,
            name: organisation.name.clone(),
            organisation_type: organisation.organisation_type,
            address: organisation.address.clone(),
            district_id: Some(ground.district(&organisation.district)?),
        });
    }
    Ok(keys)
}

fn add_offer(plan: &mut Plan, ground: &Ground, keys: &Keys, offer: &Offer) -> Result<()> {
    let kind = ground.kind(&offer.kind)?;
    let wrong = || SeedError::Data(format!("no organisation {}", offer.organisation));
    let (_, id) = keys.iter().find(|(key, _)| *key == offer.organisation).ok_or_else(wrong)?;
    let organisation = plan.organisations.iter().find(|known| known.id == *id).cloned().ok_or_else(wrong)?;
    let row = opportunity(plan, ground, offer, kind, &organisation)?;
    plan.opportunities.push(row);
    let number = plan.opportunities.len() - 1;
    let places = (offer.min, offer.max);
    let today = ground.today();
    for timing in &offer.once {
        let starts_at = Instant::from_civil(plus_days(today, timing.day).0.to_datetime(timing.start));
        plan.add_slot(kind, number, starts_at, timing.minutes, places);
        let slot = plan.slots.last_mut().filter(|_| starts_at > ground.now);
        if let (Some(slot), Some(days)) = (slot, offer.opens_days) {
            slot.facts.opens_at = Some(opens_at(starts_at, days));
        }
    }
    for day in days_between(plus_days(today, -PAST_DAYS), plus_days(today, COMING_DAYS - 1)) {
        for timing in &offer.weekly {
            if i64::from(day.0.weekday().to_monday_one_offset()) == timing.day && holiday(day).is_none() {
                let starts_at = Instant::from_civil(day.0.to_datetime(timing.start));
                plan.add_slot(kind, number, starts_at, timing.minutes, places);
                if let Some(slot) = plan.slots.last_mut() {
                    slot.day = Some(day);
                }
            }
        }
    }
    Ok(())
}

/// The row of an opportunity at an organisation.
pub(super) fn opportunity(
    plan: &mut Plan,
    ground: &Ground,
    offer: &Offer,
    kind: &Kind,
    organisation: &Organisation,
) -> Result<OpportunityRow> {
    let place = offer.place.clone().unwrap_or_else(|| organisation.address.clone());
    let district_id = offer.district.as_deref().map(|name| ground.district(name)).transpose()?;
    let age_days = if offer.state == OpportunityState::Draft { 2 } else { plan.dice.between(70, 200) };
    let created_at = ground.now.plus_days(-age_days);
    let created_by = plan.people.iter().find(|person| person.volunteer.is_none()).map(|person| person.row.id);
    let district =
        ground.districts.iter().find(|known| Some(known.id) == district_id.or(organisation.district_id));
    let searched =
        searched(offer, &place, kind, &organisation.name, district.map_or("", |known| &known.name));
    Ok(OpportunityRow {
        requires: Json(Vec::new()),
        roles: Json(Vec::new()),
        id: plan.dice.id(created_at),
        organisation_id: organisation.id,
        kind_code: kind.code.clone(),
        title: offer.title.clone(),
        description: offer.description.clone(),
        place_folded: fold(&place),
        place,
        district_id,
        remote: offer.remote,
        min_age: offer.min_age.unwrap_or(kind.min_age),
        claim_rule: offer.rule,
        state: offer.state,
        searched,
        created_by,
        created_at,
        updated_at: created_at,
        questions: Json(offer.questions.clone()),
        handed_in_at: None,
        sent_back: None,
        proposed: None,
    })
}

/// The row of a persona's draft at their organisation.
pub(super) fn opportunity_of(
    plan: &mut Plan,
    ground: &Ground,
    draft: &HandedIn,
    organisation: &Organisation,
) -> Result<OpportunityRow> {
    let HandedIn { kind, title, description, questions, .. } = draft;
    let (kind, title, description) = (kind.clone(), title.clone(), description.clone());
    let simple = Offer::simple(&OfferText { kind, title, description }, ClaimRule::Instant);
    let offer = Offer { state: OpportunityState::Draft, questions: questions.clone(), ..simple };
    opportunity(plan, ground, &offer, ground.kind(&draft.kind)?, organisation)
}

/// What a search looks through, as when a coordinator writes the opportunity.
fn searched(offer: &Offer, place: &str, kind: &Kind, organisation: &str, district: &str) -> String {
    let own = [offer.title.as_str(), &offer.description, place, organisation, district];
    searchable(own.into_iter().chain(kind.names()))
}

/// Makes series of the dates that repeat at the same hours; weeks off are days left out.
fn add_series(plan: &mut Plan) {
    let mut groups: BTreeMap<(usize, Hours), Vec<usize>> = BTreeMap::new();
    for (number, slot) in plan.slots.iter().enumerate().filter(|(_, slot)| slot.day.is_some()) {
        let hours = Hours::between(slot.facts.starts_at, slot.facts.ends_at);
        groups.entry((slot.opportunity, hours)).or_default().push(number);
    }
    for ((_, hours), numbers) in groups {
        let days: BTreeSet<Day> = numbers.iter().filter_map(|number| plan.slots[*number].day).collect();
        let (Some(first), Some(last), Some(slot)) = (days.first(), days.last(), numbers.first()) else {
            continue;
        };
        let slot = &plan.slots[*slot];
        // No chance is asked for: the town stays the one it was.
        let id = SeriesId(slot.facts.id.0);
        let weekday = |day: &Day| day.0.weekday().to_monday_one_offset();
        let weekdays: BTreeSet<i8> = days.iter().map(weekday).collect();
        let off = days_between(*first, *last)
            .filter(|day| weekdays.contains(&weekday(day)) && holiday(*day).is_none() && !days.contains(day));
        let row = SeriesRow {
            roles: Json(Vec::new()),
            id,
            opportunity_id: slot.opportunity_id,
            follows_id: None,
            rule: Rule {
                pattern: Pattern::Weekly { every: 1, weekdays: weekdays.iter().copied().collect() },
                end: End::Until(*last),
            },
            first_on: *first,
            starts: String::new(),
            ends: String::new(),
            skip_holidays: true,
            skip_school_breaks: false,
            skipped_days: Json(off.collect()),
            min_places: slot.min_places,
            max_places: slot.facts.max_places,
            opens_days_before: None,
            standing_percent: 0,
            state: SeriesState::Running,
            created_at: plan.now.plus_days(-PAST_DAYS),
            updated_at: plan.now.plus_days(-PAST_DAYS),
        };
        plan.series.push(row.at(hours));
        for number in numbers {
            plan.slots[number].series = Some(id);
        }
    }
}

/// Leaves [`COMING_SLOTS`] open slots to come: a group has a week off here and there.
fn thin_out(plan: &mut Plan) {
    let dense: Day = plus_days(plan.now.day().into(), DENSE_DAYS);
    let coming = |plan: &Plan, n: usize| plan.slots[n].facts.starts_at > plan.now && plan.rule(n).is_some();
    let all: Vec<usize> = (0..plan.slots.len()).filter(|n| coming(plan, *n)).collect();
    let mut later: Vec<usize> =
        all.iter().copied().filter(|n| Day(plan.slots[*n].facts.starts_at.day()) > dense).collect();
    plan.dice.shuffle(&mut later);
    later.truncate(all.len().saturating_sub(COMING_SLOTS));
    let mut number = 0;
    plan.slots.retain(|_| {
        number += 1;
        !later.contains(&(number - 1))
    });
}
