//! Everything the invariants look at, read at once.

use crate::world::World;
use backend::db::{Row, Tx};
use domain::calendar::{Rule, SeriesState};
use domain::claim::{ClaimState, ClaimStep};
use domain::ids::{ClaimId, InvitationId, MailId, OfferId, PersonId, RoleId, SeriesId, SlotId, StandingId};
use domain::offer::OfferState;
use domain::opportunity::SlotState;
use domain::party::InvitationState;
use domain::time::{Day, Instant};
use sqlx::FromRow;
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Slot {
    pub id: SlotId,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub state: SlotState,
    pub taken: i64,
    pub max_places: i64,
    pub series_id: Option<SeriesId>,
    pub series_day: Option<Day>,
    pub with_roles: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct RolePlaces {
    pub slot_id: SlotId,
    pub role_id: RoleId,
    pub taken: i64,
    pub max_places: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Claim {
    pub id: ClaimId,
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub state: ClaimState,
    pub places: i64,
    pub asked_again_at: Option<Instant>,
    pub role_id: Option<RoleId>,
    pub standing_id: Option<StandingId>,
    /// Minutes of help that were confirmed.
    pub minutes: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Series {
    pub id: SeriesId,
    pub state: SeriesState,
    #[sqlx(try_from = "String")]
    pub rule: Rule,
    pub first_on: Day,
}

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct StandingPlace {
    pub id: StandingId,
    pub person_id: PersonId,
    pub ended_at: Option<Instant>,
}

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Watch {
    pub person_id: PersonId,
    pub slot_id: Option<SlotId>,
    pub told_at: Option<Instant>,
}

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Offer {
    pub id: OfferId,
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub state: OfferState,
    pub offered_by: PersonId,
    pub claim_id: Option<ClaimId>,
}

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Invitation {
    pub id: InvitationId,
    pub claim_id: ClaimId,
    pub state: InvitationState,
}

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Party {
    pub claim_id: ClaimId,
    pub reminded_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub names: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Mail {
    pub id: MailId,
    pub person_id: Option<PersonId>,
    pub subject: String,
}

#[derive(Clone, Debug)]
pub struct Snapshot {
    pub now: Instant,
    pub series: Vec<Series>,
    pub standing: BTreeMap<StandingId, StandingPlace>,
    pub watches: Vec<Watch>,
    pub slots: BTreeMap<SlotId, Slot>,
    pub roles: Vec<RolePlaces>,
    pub claims: BTreeMap<ClaimId, Claim>,
    pub offers: BTreeMap<OfferId, Offer>,
    pub invitations: BTreeMap<InvitationId, Invitation>,
    pub parties: BTreeMap<ClaimId, Party>,
    pub mails: BTreeMap<MailId, Mail>,
    pub history: BTreeMap<ClaimId, Vec<(ClaimStep, ClaimState)>>,
    pub names: BTreeMap<PersonId, String>,
}

async fn all<T: Row>(tx: &mut Tx, sql: &'static str) -> Vec<T> {
    tx.query(sql).all().await.unwrap()
}

impl Snapshot {
    pub async fn of(world: &World) -> Self {
        let mut tx = world.node.db.read().await.unwrap();
        let slots: Vec<Slot> = all(
            &mut tx,
            "SELECT id, starts_at, ends_at, state, taken, max_places, series_id, series_day, with_roles FROM slot",
        )
        .await;
        let claims: Vec<Claim> = all(
            &mut tx,
            "SELECT c.id, c.slot_id, c.person_id, c.state, c.places, c.asked_again_at, c.role_id, c.standing_id,
               h.minutes
             FROM claim c LEFT JOIN hours h ON h.claim_id = c.id",
        )
        .await;
        let roles = all(
            &mut tx,
            "SELECT slot_id, role_id, taken, max_places FROM slot_role ORDER BY slot_id, role_id",
        )
        .await;
        let offers: Vec<Offer> =
            all(&mut tx, "SELECT id, slot_id, person_id, state, offered_by, claim_id FROM offer").await;
        let invitations: Vec<Invitation> = all(&mut tx, "SELECT id, claim_id, state FROM invitation").await;
        let parties: Vec<Party> = all(
            &mut tx,
            "SELECT p.claim_id, p.reminded_at, p.closed_at,
               (SELECT COUNT(*) FROM guest g WHERE g.claim_id = p.claim_id) AS names FROM party p",
        )
        .await;
        let mails: Vec<Mail> = all(&mut tx, "SELECT id, person_id, subject FROM mail").await;
        let steps: Vec<(ClaimId, ClaimStep, ClaimState)> =
            all(&mut tx, "SELECT claim_id, step, state FROM claim_history ORDER BY claim_id, position").await;
        let series = all(&mut tx, "SELECT id, state, rule, first_on FROM series").await;
        let standing: Vec<StandingPlace> = all(&mut tx, "SELECT id, person_id, ended_at FROM standing").await;
        let watches = all(&mut tx, "SELECT person_id, slot_id, told_at FROM watch").await;
        let names: Vec<(PersonId, String)> = all(&mut tx, "SELECT id, name FROM person").await;
        let mut history: BTreeMap<ClaimId, Vec<(ClaimStep, ClaimState)>> = BTreeMap::new();
        for (claim, step, state) in steps {
            history.entry(claim).or_default().push((step, state));
        }
        Self {
            now: world.node.clock.now(),
            series,
            standing: standing.into_iter().map(|place| (place.id, place)).collect(),
            watches,
            slots: slots.into_iter().map(|slot| (slot.id, slot)).collect(),
            roles,
            claims: claims.into_iter().map(|claim| (claim.id, claim)).collect(),
            offers: offers.into_iter().map(|offer| (offer.id, offer)).collect(),
            invitations: invitations.into_iter().map(|row| (row.id, row)).collect(),
            parties: parties.into_iter().map(|row| (row.claim_id, row)).collect(),
            mails: mails.into_iter().map(|mail| (mail.id, mail)).collect(),
            history,
            names: names.into_iter().collect(),
        }
    }

    /// What takes up places of a role of a slot.
    pub fn held_in(&self, slot: SlotId, role: RoleId) -> i64 {
        let own = self.claims.values().filter(|claim| claim.slot_id == slot && claim.role_id == Some(role));
        own.filter(|claim| claim.state.holds_place()).map(|claim| claim.places).sum()
    }

    /// What takes up places of a slot.
    pub fn held(&self, slot: SlotId) -> i64 {
        let holding = self.claims.values().filter(|claim| claim.slot_id == slot && claim.state.holds_place());
        holding.map(|claim| claim.places).sum()
    }
}
