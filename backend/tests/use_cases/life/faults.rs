//! Breaches that are planted into what was read, to see that the invariants find them.

use super::snapshot::{Claim, Invitation, Mail, Snapshot};
use domain::calendar::SeriesState;
use domain::claim::ClaimState;
use domain::ids::{ClaimId, InvitationId, MailId, PersonId};
use domain::offer::OfferState;
use domain::opportunity::SlotState;
use domain::party::InvitationState;
use domain::presence::Tap;
use uuid::Uuid;

#[derive(Clone, Copy, Debug)]
pub enum Fault {
    PlaceLost,
    PlaceTwice,
    OtherRole,
    NoRole,
    RolesAside,
    LivesOnCancelled,
    LivesTwice,
    NothingToAnswer,
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
    NamesTooMany,
    RefusedWrites,
    SaidElsewhen,
    SaidByOthers,
    LeftUnseen,
}

/// Each with words of the invariant that must see it.
pub const FAULTS: [(Fault, &str); 23] = [
    (Fault::PlaceLost, "but claims hold"),
    (Fault::PlaceTwice, " is at "),
    (Fault::OtherRole, "but claims hold"),
    (Fault::NoRole, "has no role of its date"),
    (Fault::RolesAside, "but its roles make"),
    (Fault::LivesOnCancelled, "lives on a cancelled date"),
    (Fault::LivesTwice, "lives twice"),
    (Fault::NothingToAnswer, "there is nothing to answer"),
    (Fault::HistoryGap, "is not explained"),
    (Fault::HistoryBehind, "is not explained"),
    (Fault::MailMissing, "was not told"),
    (Fault::MailToStranger, "nothing concerns them"),
    (Fault::SeriesCancelled, "its series is cancelled"),
    (Fault::DayOfNoRule, "is a ghost"),
    (Fault::StandingOver, "standing place that is over"),
    (Fault::NoHours, "and its hours"),
    (Fault::PlaceForNobody, "holds places for nobody"),
    (Fault::InvitationOutlives, "has no place to give"),
    (Fault::NamesTooMany, "is a group with too many"),
    (Fault::RefusedWrites, "a refused step changed something"),
    (Fault::SaidElsewhen, "outside of its hours"),
    (Fault::SaidByOthers, "said by"),
    (Fault::LeftUnseen, "but nobody came"),
];

/// What was read, with a fault in it; `None` where there is no room for it.
pub fn plant(fault: Fault, before: &Snapshot, after: &Snapshot, done: bool) -> Option<Snapshot> {
    let mut with = after.clone();
    let planted = match fault {
        Fault::PlaceLost
        | Fault::PlaceTwice
        | Fault::LivesOnCancelled
        | Fault::LivesTwice
        | Fault::HistoryGap
        | Fault::HistoryBehind
        | Fault::NoHours
        | Fault::PlaceForNobody => about_a_place(fault, &mut with),
        Fault::OtherRole | Fault::NoRole | Fault::RolesAside => about_roles(fault, &mut with),
        Fault::MailMissing | Fault::MailToStranger => about_mails(fault, before, &mut with),
        Fault::RefusedWrites => (!done).then(|| with.watches.pop()).flatten().map(|_| ()),
        Fault::SaidElsewhen | Fault::SaidByOthers | Fault::LeftUnseen => {
            about_presence(fault, before, &mut with)
        }
        _ => about_the_rest(fault, &mut with),
    };
    planted.map(|()| with)
}

/// Another claim of the same person.
fn again(with: &mut Snapshot, claim: &Claim) -> Claim {
    let second = Claim { id: ClaimId(Uuid::nil()), standing_id: None, ..claim.clone() };
    with.history.insert(second.id, with.history[&claim.id].clone());
    second
}

fn about_a_place(fault: Fault, with: &mut Snapshot) -> Option<()> {
    let alone = |claim: &&Claim| !with.parties.contains_key(&claim.id);
    let held = with.claims.values().filter(alone).find(|claim| claim.state == ClaimState::Approved)?.clone();
    match fault {
        Fault::PlaceLost => with.slots.get_mut(&held.slot_id)?.taken -= 1,
        Fault::PlaceTwice => {
            let (starts_at, ends_at) = {
                let slot = &with.slots[&held.slot_id];
                (slot.starts_at, slot.ends_at)
            };
            let fits = |slot: &&mut super::snapshot::Slot| {
                let room = slot.taken + held.places <= slot.max_places;
                slot.id != held.slot_id && slot.state == SlotState::Open && !slot.with_roles && room
            };
            let other = with.slots.values_mut().find(fits)?;
            other.taken += held.places;
            (other.starts_at, other.ends_at) = (starts_at, ends_at);
            let slot_id = other.id;
            let second = Claim { slot_id, role_id: None, ..again(with, &held) };
            with.claims.insert(second.id, second);
        }
        Fault::LivesTwice => {
            let second = again(with, &held);
            with.claims.insert(second.id, second);
        }
        Fault::LivesOnCancelled => with.slots.get_mut(&held.slot_id)?.state = SlotState::Cancelled,
        Fault::HistoryGap => {
            with.history.get_mut(&held.id)?.remove(0);
        }
        Fault::HistoryBehind => with.claims.get_mut(&held.id)?.state = ClaimState::Attended,
        Fault::NoHours => with.claims.get_mut(&held.id)?.minutes = Some(60),
        _ => {
            with.claims.get_mut(&held.id)?.places += 1;
            with.slots.get_mut(&held.slot_id)?.taken += 1;
        }
    }
    Some(())
}

fn about_roles(fault: Fault, with: &mut Snapshot) -> Option<()> {
    let held = |claim: &&mut Claim| claim.role_id.is_some() && claim.state.holds_place();
    match fault {
        Fault::OtherRole => {
            let claim = with.claims.values_mut().find(held)?;
            let (slot, own) = (claim.slot_id, claim.role_id);
            let other = with.roles.iter().find(|role| role.slot_id == slot && Some(role.role_id) != own)?;
            claim.role_id = Some(other.role_id);
        }
        Fault::NoRole => with.claims.values_mut().find(held)?.role_id = None,
        _ => with.slots.values_mut().find(|slot| slot.with_roles)?.max_places += 1,
    }
    Some(())
}

fn about_mails(fault: Fault, before: &Snapshot, with: &mut Snapshot) -> Option<()> {
    if matches!(fault, Fault::MailMissing) {
        let fresh = with.mails.keys().find(|id| !before.mails.contains_key(*id)).copied()?;
        with.mails.remove(&fresh);
    } else {
        let stranger = with.names.keys().last().copied();
        let id = MailId(Uuid::nil());
        with.mails.insert(id, Mail { id, person_id: stranger, subject: "?".into() });
    }
    Some(())
}

/// Of what somebody has just said.
fn about_presence(fault: Fault, before: &Snapshot, with: &mut Snapshot) -> Option<()> {
    let row = with.check_ins.values_mut().find(|row| !before.check_ins.contains_key(&row.id))?;
    match fault {
        Fault::SaidElsewhen => row.at = row.at.plus_days(-1),
        Fault::LeftUnseen => row.tap = Tap::Left,
        _ => with.claims.get_mut(&row.claim_id)?.person_id = PersonId(Uuid::nil()),
    }
    Some(())
}

fn about_the_rest(fault: Fault, with: &mut Snapshot) -> Option<()> {
    let ended = with.claims.values().find(|claim| claim.state == ClaimState::Withdrawn).map(|claim| claim.id);
    match fault {
        Fault::NothingToAnswer => {
            let open = |offer: &&mut super::snapshot::Offer| offer.state == OfferState::Open;
            with.offers.values_mut().find(open)?.claim_id = Some(ended?);
        }
        Fault::SeriesCancelled => {
            with.series.iter_mut().for_each(|series| series.state = SeriesState::Cancelled);
        }
        Fault::DayOfNoRule => {
            let far = with.now.plus_days(900).day().into();
            with.slots.values_mut().for_each(|slot| slot.series_day = slot.series_day.map(|_| far));
        }
        Fault::StandingOver => {
            let coming =
                |claim: &&Claim| claim.state.is_live() && with.slots[&claim.slot_id].starts_at > with.now;
            let held = with.claims.values().filter(coming).find_map(|claim| claim.standing_id)?;
            with.standing.get_mut(&held)?.ended_at = Some(with.now);
        }
        Fault::NamesTooMany => {
            let places = |id: &ClaimId| with.claims[id].state.is_live().then(|| with.claims[id].places);
            let (id, places) = with.parties.keys().find_map(|id| Some((*id, places(id)?)))?;
            with.parties.get_mut(&id)?.names = places;
        }
        _ => {
            let id = InvitationId(Uuid::nil());
            let state = InvitationState::Open;
            with.invitations.insert(id, Invitation { id, claim_id: ended?, state });
        }
    }
    Some(())
}
