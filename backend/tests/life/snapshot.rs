//! Everything the invariants look at, read at once.

use crate::world::World;
use domain::calendar::{Rule, SeriesState};
use domain::claim::{ClaimState, ClaimStep};
use domain::ids::{ClaimId, MailId, OfferId, PersonId, SeriesId, SlotId, StandingId};
use domain::offer::OfferState;
use domain::opportunity::SlotState;
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
}

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Claim {
    pub id: ClaimId,
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub state: ClaimState,
    pub places: i64,
    pub asked_again_at: Option<Instant>,
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
    pub claims: BTreeMap<ClaimId, Claim>,
    pub offers: BTreeMap<OfferId, Offer>,
    pub mails: BTreeMap<MailId, Mail>,
    pub history: BTreeMap<ClaimId, Vec<(ClaimStep, ClaimState)>>,
    pub names: BTreeMap<PersonId, String>,
}

impl Snapshot {
    pub async fn of(world: &World) -> Self {
        let mut tx = world.node.db.read().await.unwrap();
        let slots: Vec<Slot> = tx
            .query("SELECT id, starts_at, ends_at, state, taken, max_places, series_id, series_day FROM slot")
            .all()
            .await
            .unwrap();
        let claims: Vec<Claim> = tx
            .query(
                "SELECT c.id, c.slot_id, c.person_id, c.state, c.places, c.asked_again_at, c.standing_id, h.minutes
                 FROM claim c LEFT JOIN hours h ON h.claim_id = c.id",
            )
            .all()
            .await
            .unwrap();
        let offers: Vec<Offer> = tx
            .query("SELECT id, slot_id, person_id, state, offered_by, claim_id FROM offer")
            .all()
            .await
            .unwrap();
        let mails: Vec<Mail> = tx.query("SELECT id, person_id, subject FROM mail").all().await.unwrap();
        let steps: Vec<(ClaimId, ClaimStep, ClaimState)> = tx
            .query("SELECT claim_id, step, state FROM claim_history ORDER BY claim_id, position")
            .all()
            .await
            .unwrap();
        let series = tx.query("SELECT id, state, rule, first_on FROM series").all().await.unwrap();
        let standing: Vec<StandingPlace> =
            tx.query("SELECT id, person_id, ended_at FROM standing").all().await.unwrap();
        let watches = tx.query("SELECT person_id, slot_id, told_at FROM watch").all().await.unwrap();
        let names: Vec<(PersonId, String)> = tx.query("SELECT id, name FROM person").all().await.unwrap();
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
            claims: claims.into_iter().map(|claim| (claim.id, claim)).collect(),
            offers: offers.into_iter().map(|offer| (offer.id, offer)).collect(),
            mails: mails.into_iter().map(|mail| (mail.id, mail)).collect(),
            history,
            names: names.into_iter().collect(),
        }
    }

    /// What takes up places of a slot.
    pub fn held(&self, slot: SlotId) -> i64 {
        let holding = self.claims.values().filter(|claim| claim.slot_id == slot && claim.state.holds_place());
        holding.map(|claim| claim.places).sum()
    }
}
