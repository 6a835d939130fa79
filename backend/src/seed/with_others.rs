//! Who does not come alone: a friend who was invited and has not answered, a class that waits for a decision, people of
//! a company with a list that is not complete.

use super::booking::Pools;
use super::plan::Plan;
use super::roles::DRIVE;
use super::{Result, SeedError};
use crate::db::Tx;
use crate::store::claims::ClaimRow;
use crate::store::invitations::{self, InvitationRow};
use crate::store::parties::{self, GuestRow, PartyRow};
use domain::calendar::plus_days;
use domain::claim::ClaimState;
use domain::ids::{ClaimId, InvitationId};
use domain::party::{InvitationState, NAMES_DAYS, PartyKind, friend_until, names_until};
use domain::time::{Day, Instant};

/// Personas of whom one invites a friend.
const INVITE: [&str; 4] =
    ["julia@example.org", "piotr@example.org", "bartek@example.org", "olena@example.org"];
/// The persona who brings a group, if it suits her.
const BRINGS: &str = "olena@example.org";
/// The fewest free places of a date to which a group comes.
const ROOM: i64 = 4;
/// The largest group.
const MOST: i64 = 12;
/// First names of the guests, and family names.
const GUESTS: [&str; 8] = [
    "Ala Nowicka",
    "Jan Kosiński",
    "Iga Lisowska",
    "Tomasz Bąk",
    "Zuzanna Wilk",
    "Antoni Sikora",
    "Hanna Wrona",
    "Mikołaj Dąb",
];

/// One of each, in the coming weeks.
pub(super) fn town(plan: &mut Plan, pools: &Pools) -> Result<()> {
    invited(plan)?;
    let class = (PartyKind::School, "klasa 3b, liceum", ClaimState::Pending);
    group(plan, pools, class, 6_300)?;
    let company = (PartyKind::Company, "Drukarnia „Pod Wieżą”", ClaimState::Approved);
    group(plan, pools, company, 11_000)
}

fn missing(what: &str) -> SeedError {
    SeedError::Data(format!("no slot to show {what}"))
}

/// A persona holds a second place for a friend.
fn invited(plan: &mut Plan) -> Result<()> {
    let at = plan.now.plus_minutes(-35);
    for email in INVITE {
        let persona = plan.person(email)?;
        let person = plan.people[persona].row.id;
        let comes = |claim: &&ClaimRow| {
            let seeks = plan.seeking.iter().any(|search| search.claim_id == claim.id);
            let settled = claim.asked_again_at.is_none() && claim.standing_id.is_none() && !seeks;
            claim.person_id == person
                && claim.state == ClaimState::Approved
                && claim.created_at < at
                && settled
        };
        let claims: Vec<ClaimRow> = plan.claims.iter().filter(comes).cloned().collect();
        for claim in claims {
            let found = plan.slots.iter().position(|slot| {
                let facts = &slot.facts;
                let simple = plan.opportunities[slot.opportunity].title != DRIVE;
                let room = simple && facts.taken < facts.max_places && facts.work_minutes.is_none();
                facts.id == claim.slot_id && room && facts.starts_at > plan.now.plus_days(1)
            });
            let Some(slot) = found else { continue };
            hold(plan, slot, claim.id, at);
            return Ok(());
        }
    }
    Err(missing("an invitation"))
}

fn hold(plan: &mut Plan, slot: usize, claim_id: ClaimId, at: Instant) {
    plan.slots[slot].facts.taken += 1;
    for claim in plan.claims.iter_mut().filter(|claim| claim.id == claim_id) {
        claim.places = 2;
    }
    let row = InvitationRow {
        id: plan.dice.id(at),
        claim_id,
        state: InvitationState::Open,
        // Nobody has the key; a new one can be had.
        key_hash: plan.dice.id::<InvitationId>(at).0.as_bytes().repeat(2),
        created_at: at,
        expires_at: friend_until(at, plan.slots[slot].facts.starts_at),
        answered_at: None,
        friend_claim_id: None,
    };
    plan.invitations.push(row);
}

/// A group on the date with the most room, with names for most of its places; `born` so many days ago.
fn group(
    plan: &mut Plan,
    pools: &Pools,
    (kind, name, state): (PartyKind, &str, ClaimState),
    born: i64,
) -> Result<()> {
    let at = plan.now.plus_minutes(-26 * 60);
    let (from, until) = (plan.now.plus_days(5), plan.now.plus_days(28));
    let free = |facts: &domain::claiming::SlotFacts| facts.max_places - facts.taken;
    let mut slots: Vec<usize> = (0..plan.slots.len())
        .filter(|n| {
            let facts = &plan.slots[*n].facts;
            let open = plan.rule(*n).is_some() && !facts.minor_directed && !facts.at_home && !facts.remote;
            let comes = (from..until).contains(&facts.starts_at) && facts.work_minutes.is_none();
            // A date with roles is another story.
            let simple = plan.opportunities[plan.slots[*n].opportunity].title != DRIVE;
            simple && open && comes && free(facts) >= ROOM && facts.min_age <= 17
        })
        .collect();
    slots.sort_by_key(|n| std::cmp::Reverse(free(&plan.slots[*n].facts)));
    let mut people = vec![plan.person(BRINGS)?];
    people.extend(&pools.now);
    let suits = slots.iter().find_map(|slot| {
        let person = people.iter().find(|person| plan.may(*slot, **person, at) && plan.is_adult(**person))?;
        Some((*slot, *person))
    });
    let (slot, person) = suits.ok_or_else(|| missing("a group"))?;
    let starts_at = plan.slots[slot].facts.starts_at;
    let places = free(&plan.slots[slot].facts).min(MOST);
    let claim = plan.new_claim(slot, person, state, at);
    let claim_id = claim.id;
    plan.add_claim(slot, person, ClaimRow { places, ..claim });
    let names_until = names_until(plan.now, starts_at, NAMES_DAYS).ok_or_else(|| missing("names"))?;
    let row = PartyRow {
        claim_id,
        kind,
        name: name.to_owned(),
        names_days: NAMES_DAYS,
        names_until,
        reminded_at: None,
        closed_at: None,
        freed: 0,
    };
    let birth_on = Some(plus_days(Day(plan.now.day()), -born));
    let names = usize::try_from((places - 1) * 2 / 3).unwrap_or_default().min(GUESTS.len());
    let guests = (1..).zip(&GUESTS[..names]).map(|(position, name)| {
        let id = plan.dice.id(at);
        GuestRow { id, claim_id, position, name: (*name).to_owned(), birth_on, came: None }
    });
    let guests = guests.collect();
    plan.parties.push((row, guests));
    Ok(())
}

/// Writes what was planned here.
pub(super) async fn write(tx: &mut Tx, plan: &Plan) -> Result<()> {
    for row in &plan.invitations {
        invitations::add(tx, row).await?;
    }
    for (row, guests) in &plan.parties {
        parties::add(tx, row).await?;
        parties::put_guests(tx, row.claim_id, guests).await?;
    }
    Ok(())
}
