//! Who reads, and what a slot is to them.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::service::calendar::reference;
use crate::store::claims;
use crate::store::slots::SlotRow;
use domain::claiming::{Engagement, Limits, PersonFacts, Refusal};
use domain::ids::{ClaimId, PersonId, SlotId};
use domain::opportunity::SlotState;
use domain::person::{MissingStep, missing_steps};
use domain::role::{Part, overall};
use domain::time::Instant;
use domain::view::{SlotCard, Standing};
use std::sync::Arc;

/// What one person holds with a start between two moments, as of so many changes.
pub(super) type Asked = (PersonId, Instant, Instant, i64);

#[derive(Debug, Default)]
pub(super) struct Holding {
    /// The claims behind the engagements, in the same order.
    claims: Vec<ClaimId>,
    engagements: Vec<Engagement>,
}

/// What is known of the reader, to say what a slot is to them.
pub(super) struct Reader {
    pub(super) person: Option<PersonFacts>,
    held: Arc<Holding>,
    limits: Limits,
    now: Instant,
}

impl Reader {
    /// Loads the reader's facts, and what they hold with a start between two moments.
    pub(super) async fn load(cx: &Cx, tx: &mut Tx, (from, until): (Instant, Instant)) -> Result<Self> {
        let mut reader =
            Self { person: None, held: Arc::default(), limits: Limits::default(), now: cx.now() };
        let Some(id) = cx.actor.person_id() else { return Ok(reader) };
        let Some(account) = cx.account(tx).await? else { return Ok(reader) };
        reader.person = account.facts();
        if reader.person.is_some() {
            let asked = (id, from, until, account.changes);
            let held = &cx.node.public.held;
            reader.held = held.get(&cx.node.live, asked, holding(tx, asked)).await?;
            reader.limits = reference(cx, tx).await?.rules().limits;
        }
        Ok(reader)
    }

    /// What still lies between them and their first place.
    pub(super) fn missing(&self) -> Vec<MissingStep> {
        let person = self.person.as_ref();
        person.map(|person| missing_steps(person.status, person.birth_on)).unwrap_or_default()
    }

    pub(super) fn card(&self, cx: &Cx, row: &SlotRow) -> SlotCard {
        let standing = self.standing(row);
        row.card(cx.locale, standing)
    }

    pub(super) fn holds(&self, slot: SlotId) -> bool {
        self.held.engagements.iter().any(|mine| mine.slot_id == slot)
    }

    /// What each part of a slot is to them; nothing for who is no volunteer.
    pub(super) fn parts(&self, row: &SlotRow) -> Vec<Part> {
        let asked = |person| row.asked(person, &self.held.engagements, self.now, self.limits);
        self.person.as_ref().map(asked).unwrap_or_default()
    }

    /// What a slot is to them.
    pub(super) fn standing(&self, row: &SlotRow) -> Standing {
        let mut own = self.held.claims.iter().zip(&self.held.engagements);
        if let Some((claim_id, mine)) = own.find(|(_, mine)| mine.slot_id == row.id) {
            return Standing::Mine { claim_id: *claim_id, state: mine.state };
        }
        let refused = if self.person.is_some() { overall(&self.parts(row)) } else { self.closed(row) };
        refused.map_or(Standing::Open, Standing::Closed)
    }

    /// Why nobody could claim it, whoever it is.
    fn closed(&self, row: &SlotRow) -> Option<Refusal> {
        let facts = row.facts();
        if facts.state != SlotState::Open {
            return Some(Refusal::Cancelled);
        }
        if row.closes_at() <= self.now {
            return Some(if row.work_minutes.is_some() { Refusal::Over } else { Refusal::Started });
        }
        let opens_at = facts.opens_at.filter(|opens_at| *opens_at > self.now);
        let not_yet = opens_at.map(|opens_at| Refusal::NotYetOpen { opens_at });
        not_yet.or((facts.taken >= facts.max_places).then_some(Refusal::Full))
    }
}

async fn holding(tx: &mut Tx, (person, from, until, _): Asked) -> Result<Holding> {
    let (claims, engagements) = claims::engagements(tx, person, from, until).await?.into_iter().unzip();
    Ok(Holding { claims, engagements })
}
