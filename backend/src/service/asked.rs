//! May this person take a place in this date now, and in which of its roles: what the rules need is read, and asked.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::service::waitlist;
use crate::store::slots::SlotRow;
use crate::store::{centre, claims, people};
use domain::claiming::{Engagement, Limits, PersonFacts, Refusal};
use domain::ids::{PersonId, RoleId, SlotId};
use domain::role::{Part, overall};

/// The only part of a date that this person may take now, if there is exactly one; otherwise why there is none, or
/// nothing where they have to choose.
pub(super) async fn only_part(
    cx: &Cx,
    tx: &mut Tx,
    person: PersonId,
    slot: &SlotRow,
) -> Result<std::result::Result<Option<RoleId>, Option<Refusal>>> {
    let parts = Asked::read(tx, person, slot, None).await?.parts(cx, tx, slot).await?;
    let open: Vec<&Part> = parts.iter().filter(|part| part.refusals.is_empty()).collect();
    Ok(match open.as_slice() {
        [] => Err(Some(overall(&parts).unwrap_or(Refusal::NoSuchRole))),
        [one] => Ok(one.role),
        _ => Err(None),
    })
}

/// What the rules look at in somebody who asks for a date.
pub(super) struct Asked {
    person: Option<PersonFacts>,
    others: Vec<Engagement>,
    limits: Limits,
}

impl Asked {
    /// Reads it, as if the person had given up what they have on `without`.
    pub(super) async fn read(
        tx: &mut Tx,
        person: PersonId,
        slot: &SlotRow,
        without: Option<SlotId>,
    ) -> Result<Self> {
        let volunteer = people::volunteer(tx, person).await?;
        let (from, until) = (slot.starts_at.plus_days(-8), slot.ends_at.plus_days(9));
        let mut others = Vec::new();
        if volunteer.is_some() {
            let found = claims::engagements(tx, person, from, until).await?;
            let found = found.into_iter().map(|(_, engagement)| engagement);
            others.extend(found.filter(|engagement| Some(engagement.slot_id) != without));
        }
        let limits = centre::rules(tx).await?.limits;
        Ok(Self { person: volunteer.map(|volunteer| volunteer.facts()), others, limits })
    }

    fn refused(&self, cx: &Cx, slot: &SlotRow, role: Option<RoleId>) -> Vec<Refusal> {
        match &self.person {
            Some(person) => slot.refused(role, person, &self.others, cx.now(), self.limits),
            None => vec![Refusal::NotActive],
        }
    }

    /// What says no to a newcomer in each part: a rule, or a group that waits for its free places.
    pub(super) async fn parts(&self, cx: &Cx, tx: &mut Tx, slot: &SlotRow) -> Result<Vec<Part>> {
        let part = |role| Part { role, refusals: self.refused(cx, slot, role) };
        let mut parts: Vec<Part> = slot.parts().into_iter().map(part).collect();
        if parts.iter().any(|part| part.refusals.is_empty()) {
            let held_back = waitlist::held_back(cx, tx, slot).await?;
            let waits = |part: &&mut Part| part.refusals.is_empty() && held_back.contains(&part.role);
            for part in parts.iter_mut().filter(waits) {
                part.refusals.push(Refusal::PartyWaits);
            }
        }
        Ok(parts)
    }
}

/// What says no to a newcomer in one part of a slot, see [`Asked::parts`].
pub(super) async fn newcomer(
    cx: &Cx,
    tx: &mut Tx,
    person: PersonId,
    (slot, role): (&SlotRow, Option<RoleId>),
) -> Result<Vec<Refusal>> {
    let parts = Asked::read(tx, person, slot, None).await?.parts(cx, tx, slot).await?;
    let part = parts.into_iter().find(|part| part.role == role);
    Ok(part.map_or_else(|| vec![Refusal::NoSuchRole], |part| part.refusals))
}

/// Every rule that says no to this person and slot in a role.
pub(super) async fn refused(
    cx: &Cx,
    tx: &mut Tx,
    person: PersonId,
    (slot, role): (&SlotRow, Option<RoleId>),
) -> Result<Vec<Refusal>> {
    Ok(Asked::read(tx, person, slot, None).await?.refused(cx, slot, role))
}

/// The same, once this person has given up what they have on another slot.
pub(super) async fn refused_without(
    cx: &Cx,
    tx: &mut Tx,
    person: PersonId,
    (slot, role): (&SlotRow, Option<RoleId>),
    without: SlotId,
) -> Result<Vec<Refusal>> {
    Ok(Asked::read(tx, person, slot, Some(without)).await?.refused(cx, slot, role))
}

/// The same for somebody whom another person asks: before claims open to everyone, too.
pub(super) async fn refused_when_asked(
    cx: &Cx,
    tx: &mut Tx,
    person: PersonId,
    asked: (&SlotRow, Option<RoleId>),
) -> Result<Vec<Refusal>> {
    let mut refusals = refused(cx, tx, person, asked).await?;
    refusals.retain(|refusal| !matches!(refusal, Refusal::NotYetOpen { .. }));
    Ok(refusals)
}
