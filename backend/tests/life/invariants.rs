//! What holds after every step, and the faults that show that a breach is seen.

use crate::snapshot::{Claim, Invitation, Mail, Snapshot, Watch};
use domain::calendar::SeriesState;
use domain::claim::{ClaimState, ClaimStep};
use domain::ids::{ClaimId, InvitationId, MailId, PersonId};
use domain::offer::OfferState;
use domain::opportunity::SlotState;
use domain::party::InvitationState;
use std::collections::BTreeSet;

/// Everything that does not hold after a step by `actor`.
pub fn broken(
    before: &Snapshot,
    after: &Snapshot,
    actor: Option<PersonId>,
    staff: &[PersonId],
    done: bool,
) -> Vec<String> {
    let mut found = Vec::new();
    found.extend(places(after));
    found.extend(roles(after));
    found.extend(two_places_at_once(after));
    found.extend(ghosts(after));
    found.extend(company(after));
    found.extend(unexplained(after));
    found.extend(series(after));
    found.extend(standing(after));
    found.extend(hours(after));
    found.extend(told(before, after, actor, staff));
    if !done && changed(before, after) {
        found.push("a refused step changed something".to_owned());
    }
    found
}

fn changed(before: &Snapshot, after: &Snapshot) -> bool {
    let company = before.invitations != after.invitations || before.parties != after.parties;
    company || before.claims != after.claims || before.slots != after.slots || before.offers != after.offers
}

/// Who comes alone holds one place, and one more exactly as long as a friend is invited; no invitation outlives its claim;
/// no group has more names than places for them.
fn company(now: &Snapshot) -> Vec<String> {
    let mut found = Vec::new();
    let open = |claim: &Claim| {
        let invited = now.invitations.values().filter(|row| row.claim_id == claim.id);
        i64::try_from(invited.filter(|row| row.state == InvitationState::Open).count()).unwrap()
    };
    for claim in now.claims.values() {
        let (friends, group) = (open(claim), now.parties.get(&claim.id));
        if friends > 0 && !matches!(claim.state, ClaimState::Pending | ClaimState::Approved) {
            found.push(format!("{claim:?} invites, and has no place to give"));
        }
        match group {
            _ if !claim.state.is_live() => {}
            None if claim.places != 1 + friends => {
                found.push(format!("{claim:?} holds places for nobody, or nobody holds them: {friends}"));
            }
            Some(group) if friends > 0 || group.names > claim.places - 1 => {
                found.push(format!("{claim:?} is a group with too many: {group:?}"));
            }
            _ => {}
        }
    }
    found
}

/// Places taken equal the claims that hold them, and are never more than there are.
fn places(now: &Snapshot) -> Vec<String> {
    let wrong = now.slots.values().filter(|slot| {
        let held = if slot.state == SlotState::Open { now.held(slot.id) } else { 0 };
        slot.taken != held || slot.taken > slot.max_places
    });
    wrong.map(|slot| format!("{slot:?} but claims hold {}", now.held(slot.id))).collect()
}

/// Places taken of a role equal the claims of that role that hold them; those of a date are the sums of its roles; a claim
/// that lives has a role where, and only where, its date has roles, and one of them.
fn roles(now: &Snapshot) -> Vec<String> {
    let mut found = Vec::new();
    for role in &now.roles {
        let open = now.slots[&role.slot_id].state == SlotState::Open;
        let held = if open { now.held_in(role.slot_id, role.role_id) } else { 0 };
        if role.taken != held || role.taken > role.max_places {
            found.push(format!("{role:?} but claims hold {held}"));
        }
    }
    for slot in now.slots.values().filter(|slot| slot.with_roles) {
        let own = || now.roles.iter().filter(|role| role.slot_id == slot.id);
        let sums =
            (own().map(|role| role.taken).sum::<i64>(), own().map(|role| role.max_places).sum::<i64>());
        if sums != (slot.taken, slot.max_places) {
            found.push(format!("{slot:?} but its roles make {sums:?}"));
        }
    }
    for claim in now.claims.values().filter(|claim| claim.state.is_live()) {
        let known = |role| now.roles.iter().any(|own| own.slot_id == claim.slot_id && own.role_id == role);
        let fits = match claim.role_id {
            Some(role) => known(role),
            None => !now.slots[&claim.slot_id].with_roles,
        };
        if !fits {
            found.push(format!("{claim:?} has no role of its date"));
        }
    }
    found
}

/// Nobody holds two places at the same time.
fn two_places_at_once(now: &Snapshot) -> Vec<String> {
    let holding: Vec<&Claim> =
        now.claims.values().filter(|claim| claim.state.is_live() && claim.state.holds_place()).collect();
    let mut found = Vec::new();
    for (n, one) in holding.iter().enumerate() {
        for other in &holding[n + 1..] {
            let (a, b) = (&now.slots[&one.slot_id], &now.slots[&other.slot_id]);
            if one.person_id == other.person_id && a.starts_at < b.ends_at && b.starts_at < a.ends_at {
                found.push(format!("{} is at {a:?} and at {b:?}", now.names[&one.person_id]));
            }
        }
    }
    found
}

/// Nothing lives on a date that does not take place; one live claim for a person and a date; nothing open that points
/// to a place that is gone.
fn ghosts(now: &Snapshot) -> Vec<String> {
    let mut found = Vec::new();
    let mut live = BTreeSet::new();
    for claim in now.claims.values().filter(|claim| claim.state.is_live()) {
        if now.slots[&claim.slot_id].state == SlotState::Cancelled {
            found.push(format!("{claim:?} lives on a cancelled date"));
        }
        if !live.insert((claim.slot_id, claim.person_id)) {
            found.push(format!("{claim:?} lives twice"));
        }
    }
    for offer in now.offers.values().filter(|offer| offer.state == OfferState::Open) {
        let lost = offer.claim_id.is_some_and(|claim| !now.claims[&claim].state.is_live());
        if lost || now.slots[&offer.slot_id].state == SlotState::Cancelled {
            found.push(format!("{offer:?} is open, but there is nothing to answer"));
        }
    }
    found
}

/// A cancelled series has no dates to come; the dates of every other one are days that its rule gives.
fn series(now: &Snapshot) -> Vec<String> {
    let mut found = Vec::new();
    for series in &now.series {
        let given = backend::recurrence::days(&series.rule, series.first_on).unwrap_or_default();
        let coming = now.slots.values().filter(|slot| {
            slot.series_id == Some(series.id) && slot.state == SlotState::Open && slot.starts_at > now.now
        });
        for slot in coming {
            if series.state == SeriesState::Cancelled {
                found.push(format!("{slot:?} takes place, but its series is cancelled"));
            }
            if slot.series_day.is_some_and(|day| !given.contains(&day)) {
                found.push(format!("{slot:?} is a ghost: no rule gives its day"));
            }
        }
    }
    found
}

/// A standing place is its person's own, and holds nothing to come once it has ended.
fn standing(now: &Snapshot) -> Vec<String> {
    let wrong = now.claims.values().filter(|claim| {
        let Some(place) = claim.standing_id.map(|id| &now.standing[&id]) else { return false };
        let coming = now.slots[&claim.slot_id].starts_at > now.now;
        place.person_id != claim.person_id || place.ended_at.is_some() && coming && claim.state.is_live()
    });
    wrong.map(|claim| format!("{claim:?} of a standing place that is over, or another's")).collect()
}

/// Whoever came has hours, and nobody else.
fn hours(now: &Snapshot) -> Vec<String> {
    let came = |claim: &Claim| claim.state == ClaimState::Attended;
    let wrong =
        now.claims.values().filter(|claim| came(claim) != claim.minutes.is_some_and(|count| count > 0));
    wrong.map(|claim| format!("{claim:?} and its hours")).collect()
}

/// Every claim's history begins with its claiming, goes only along the arrows of the picture, and ends where it stands.
fn unexplained(now: &Snapshot) -> Vec<String> {
    let explains = |claim: &&Claim| {
        let Some(steps) = now.history.get(&claim.id) else { return false };
        let begins = steps.first().is_some_and(|(step, _)| *step == ClaimStep::Claim);
        let arrows = steps.windows(2).all(|pair| pair[0].1.step(pair[1].0) == Ok(pair[1].1));
        begins && arrows && steps.last().is_some_and(|(_, state)| *state == claim.state)
    };
    let lost = now.claims.values().filter(|claim| !explains(claim));
    lost.map(|claim| format!("{claim:?} is not explained by {:?}", now.history.get(&claim.id))).collect()
}

/// Who must hear of a step by mail: whoever's claim was decided, cancelled, moved or offered by somebody else's hand,
/// and whoever is asked.
fn concerned(before: &Snapshot, after: &Snapshot, actor: Option<PersonId>) -> BTreeSet<PersonId> {
    let mut found = BTreeSet::new();
    for claim in after.claims.values() {
        let old = before.claims.get(&claim.id);
        let (slot, old_slot) = (after.slots.get(&claim.slot_id), before.slots.get(&claim.slot_id));
        let moved = slot.zip(old_slot).is_some_and(|(now, was)| now.starts_at != was.starts_at);
        let state = old.is_none_or(|old| old.state != claim.state);
        let heard = match claim.state {
            ClaimState::Approved
            | ClaimState::Refused
            | ClaimState::Cancelled
            | ClaimState::Offered
            | ClaimState::Waitlisted => state,
            _ => false,
        };
        if heard || (moved && claim.state.is_live()) {
            found.insert(claim.person_id);
        }
    }
    let asked = after.offers.values().filter(|offer| !before.offers.contains_key(&offer.id));
    found.extend(asked.map(|offer| offer.person_id));
    // Who was kept a place and did not answer, or whose place somebody else took over.
    let ended = |id: &ClaimId| {
        let old = before.claims.get(id)?;
        let steps = after.history.get(id)?;
        let lapsed = matches!(steps.last(), Some((ClaimStep::Lapse | ClaimStep::HandOver, _)));
        (lapsed && old.state != after.claims[id].state).then_some(old.person_id)
    };
    found.extend(after.claims.keys().filter_map(ended));
    // Who waited to hear of a place.
    let unheard = |watch: &&Watch| {
        let same = |old: &&Watch| (old.person_id, old.slot_id) == (watch.person_id, watch.slot_id);
        before.watches.iter().find(same).is_none_or(|old| old.told_at.is_none())
    };
    let heard = after.watches.iter().filter(|watch| watch.told_at.is_some()).filter(unheard);
    found.extend(heard.map(|watch| watch.person_id));
    found.extend(answered(before, after).filter_map(|row| {
        let claim = &after.claims[&row.claim_id];
        let said = row.state != InvitationState::TakenBack;
        // Nobody answers about a date that has begun.
        let comes = after.slots[&claim.slot_id].starts_at > after.now;
        let heard = row.state != InvitationState::Expired || comes;
        (said && heard).then_some(claim.person_id)
    }));
    // Nobody is written to about what they just did themselves.
    found.retain(|person| Some(*person) != actor);
    found
}

/// Invitations that ended in this step, as they are now.
fn answered<'a>(before: &'a Snapshot, after: &'a Snapshot) -> impl Iterator<Item = &'a Invitation> {
    let was_open = |row: &&Invitation| {
        before.invitations.get(&row.id).is_some_and(|old| old.state == InvitationState::Open)
    };
    after.invitations.values().filter(was_open).filter(|row| row.state != InvitationState::Open)
}

/// Who may hear of a step besides: staff of what volunteers settle between them or give up late, and who was asked
/// something that is over now (nobody, if the question had not left yet).
fn interested(before: &Snapshot, after: &Snapshot, staff: &[PersonId]) -> BTreeSet<PersonId> {
    let left = |claim: &&Claim| {
        let old = before.claims.get(&claim.id);
        old.is_some_and(|old| old.state == ClaimState::Approved) && claim.state == ClaimState::Withdrawn
    };
    let mut found = BTreeSet::new();
    if after.claims.values().any(|claim| left(&claim)) {
        found.extend(staff);
    }
    // Coordinators and hosts hear of a friend; who brings a group, of names that are due.
    if answered(before, after).any(|row| row.state == InvitationState::Accepted) {
        found.extend(staff);
    }
    let due = after.parties.values().filter(|group| {
        let old = before.parties.get(&group.claim_id);
        old.is_some_and(|old| (old.reminded_at, old.closed_at) != (group.reminded_at, group.closed_at))
    });
    found.extend(due.map(|group| after.claims[&group.claim_id].person_id));
    let closed = before
        .offers
        .values()
        .filter(|offer| offer.state == OfferState::Open && after.offers[&offer.id].state != OfferState::Open);
    for offer in closed {
        found.insert(offer.person_id);
        found.insert(offer.offered_by);
    }
    found
}

/// Mails of this step went to exactly the people concerned.
fn told(before: &Snapshot, after: &Snapshot, actor: Option<PersonId>, staff: &[PersonId]) -> Vec<String> {
    let fresh = after.mails.values().filter(|mail| !before.mails.contains_key(&mail.id));
    let told: BTreeSet<PersonId> =
        fresh.clone().filter_map(|mail| mail.person_id).filter(|person| Some(*person) != actor).collect();
    let (concerned, interested) = (concerned(before, after, actor), interested(before, after, staff));
    let name = |person: &PersonId| after.names.get(person).cloned().unwrap_or_default();
    let mut found: Vec<String> =
        concerned.difference(&told).map(|person| format!("{} was not told", name(person))).collect();
    let strangers = told.iter().filter(|person| !concerned.contains(person) && !interested.contains(person));
    found.extend(strangers.map(|person| {
        let subjects: Vec<&str> = fresh
            .clone()
            .filter(|mail| mail.person_id == Some(*person))
            .map(|mail| mail.subject.as_str())
            .collect();
        format!("{} was told {subjects:?}, but nothing concerns them", name(person))
    }));
    found
}

/// A breach that is planted into what was read, to see that it is found.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    PlaceLost,
    PlaceTwice,
    OtherRole,
    LivesOnCancelled,
    HistoryGap,
    HistoryBehind,
    MailMissing,
    MailToStranger,
    SeriesCancelled,
    DayOfNoRule,
    StandingOver,
    NoHours,
    PlaceForNobody,
    InvitationOutlives,
}

pub const FAULTS: [Fault; 14] = [
    Fault::PlaceLost,
    Fault::PlaceTwice,
    Fault::OtherRole,
    Fault::LivesOnCancelled,
    Fault::HistoryGap,
    Fault::HistoryBehind,
    Fault::MailMissing,
    Fault::MailToStranger,
    Fault::SeriesCancelled,
    Fault::DayOfNoRule,
    Fault::StandingOver,
    Fault::NoHours,
    Fault::PlaceForNobody,
    Fault::InvitationOutlives,
];

/// Plants a fault if what was read has room for it.
pub fn plant(fault: Fault, before: &Snapshot, after: &mut Snapshot) -> bool {
    let holding = after.claims.values().find(|claim| claim.state == ClaimState::Approved).cloned();
    match (fault, holding) {
        (Fault::PlaceLost, Some(claim)) => {
            after.slots.get_mut(&claim.slot_id).unwrap().taken -= 1;
        }
        (Fault::PlaceTwice, Some(claim)) => {
            let other = after.slots.keys().find(|id| **id != claim.slot_id).copied().unwrap();
            let (starts_at, ends_at) = {
                let slot = &after.slots[&claim.slot_id];
                (slot.starts_at, slot.ends_at)
            };
            let slot = after.slots.get_mut(&other).unwrap();
            (slot.starts_at, slot.ends_at) = (starts_at, ends_at);
            let second = Claim { id: domain::ids::ClaimId(uuid::Uuid::nil()), slot_id: other, ..claim };
            after.claims.insert(second.id, second);
        }
        (Fault::LivesOnCancelled, Some(claim)) => {
            after.slots.get_mut(&claim.slot_id).unwrap().state = SlotState::Cancelled;
        }
        (Fault::HistoryGap, Some(claim)) => {
            after.history.get_mut(&claim.id).unwrap().remove(0);
        }
        (Fault::HistoryBehind, Some(claim)) => {
            after.claims.get_mut(&claim.id).unwrap().state = ClaimState::Attended;
        }
        (Fault::NoHours, Some(claim)) => {
            after.claims.get_mut(&claim.id).unwrap().minutes = Some(60);
        }
        (Fault::PlaceForNobody, Some(claim)) => {
            after.claims.get_mut(&claim.id).unwrap().places += 1;
            after.slots.get_mut(&claim.slot_id).unwrap().taken += 1;
        }
        _ => return plant_beside(fault, before, after),
    }
    true
}

/// The same for what is not about somebody's place.
fn plant_beside(fault: Fault, before: &Snapshot, after: &mut Snapshot) -> bool {
    match fault {
        Fault::OtherRole => {
            let held = |claim: &&mut Claim| claim.role_id.is_some() && claim.state.holds_place();
            let Some(claim) = after.claims.values_mut().find(held) else { return false };
            let (slot, own) = (claim.slot_id, claim.role_id);
            let other = after.roles.iter().find(|role| role.slot_id == slot && Some(role.role_id) != own);
            let Some(other) = other else { return false };
            claim.role_id = Some(other.role_id);
        }
        Fault::MailMissing => {
            let fresh = after.mails.keys().find(|id| !before.mails.contains_key(*id)).copied();
            let Some(fresh) = fresh else { return false };
            after.mails.remove(&fresh);
        }
        Fault::MailToStranger => {
            let stranger = after.names.keys().next().copied();
            let id = MailId(uuid::Uuid::nil());
            after.mails.insert(id, Mail { id, person_id: stranger, subject: "?".into() });
        }
        Fault::SeriesCancelled => {
            after.series.iter_mut().for_each(|series| series.state = SeriesState::Cancelled);
        }
        Fault::DayOfNoRule => {
            let far = after.now.plus_days(900).day().into();
            after.slots.values_mut().for_each(|slot| slot.series_day = slot.series_day.map(|_| far));
        }
        Fault::StandingOver => {
            let coming =
                |claim: &&Claim| claim.state.is_live() && after.slots[&claim.slot_id].starts_at > after.now;
            let held = after.claims.values().filter(coming).find_map(|claim| claim.standing_id);
            let Some(held) = held else { return false };
            after.standing.get_mut(&held).unwrap().ended_at = Some(after.now);
        }
        Fault::InvitationOutlives => {
            let ended = after.claims.values().find(|claim| claim.state == ClaimState::Withdrawn);
            let Some(claim_id) = ended.map(|claim| claim.id) else { return false };
            let id = InvitationId(uuid::Uuid::nil());
            after.invitations.insert(id, Invitation { id, claim_id, state: InvitationState::Open });
        }
        _ => return false,
    }
    true
}
