//! Offers: places that volunteers were asked to take.

use crate::db::Tx;
use domain::ids::{ClaimId, OfferId, OpportunityId, PersonId, RoleId, SlotId};
use domain::offer::{OfferCause, OfferState};
use domain::time::Instant;
use sqlx::{Error, FromRow};

/// An offer. Its key is the secret of the mail's link; only the hash is stored.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct OfferRow {
    pub id: OfferId,
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub state: OfferState,
    pub cause: OfferCause,
    pub claim_id: Option<ClaimId>,
    pub other_claim_id: Option<ClaimId>,
    pub key_hash: Vec<u8>,
    pub offered_by: PersonId,
    pub offered_at: Instant,
    pub expires_at: Instant,
    pub answered_at: Option<Instant>,
    pub role_id: Option<RoleId>,
}

macro_rules! select_offer {
    ($rest:literal) => {
        concat!(
            "SELECT id, slot_id, person_id, state, cause, claim_id, other_claim_id, key_hash, offered_by, offered_at,
               expires_at, answered_at, role_id
             FROM offer WHERE ",
            $rest
        )
    };
}

/// Adds an offer.
///
/// # Errors
/// A violation of uniqueness when the pair has an open one; otherwise when the database fails.
pub async fn add(tx: &mut Tx, row: &OfferRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO offer (id, slot_id, person_id, state, cause, claim_id, other_claim_id, key_hash, offered_by, offered_at,
           expires_at, answered_at, role_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(row.id)
    .bind(row.slot_id)
    .bind(row.person_id)
    .bind(row.state)
    .bind(row.cause)
    .bind(row.claim_id)
    .bind(row.other_claim_id)
    .bind(row.key_hash.clone())
    .bind(row.offered_by)
    .bind(row.offered_at)
    .bind(row.expires_at)
    .bind(row.answered_at)
    .bind(row.role_id)
    .run()
    .await
    .map(|_| ())
}

/// One offer.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx, id: OfferId) -> Result<Option<OfferRow>, Error> {
    tx.query(select_offer!("id = $1")).bind(id).optional().await
}

/// Answers or takes back an open offer; `false` when it is no longer open.
///
/// # Errors
/// When the database fails.
pub async fn close(tx: &mut Tx, id: OfferId, state: OfferState, now: Instant) -> Result<bool, Error> {
    let closed = tx
        .query("UPDATE offer SET state = $2, answered_at = $3 WHERE id = $1 AND state = 'open'")
        .bind(id)
        .bind(state)
        .bind(now)
        .run()
        .await?;
    Ok(closed == 1)
}

/// A person's open offers that have not run out, the most urgent first.
///
/// # Errors
/// When the database fails.
pub async fn open_for(tx: &mut Tx, person: PersonId, now: Instant) -> Result<Vec<OfferRow>, Error> {
    tx.query(select_offer!("person_id = $1 AND state = 'open' AND expires_at > $2 ORDER BY expires_at, id"))
        .bind(person)
        .bind(now)
        .all()
        .await
}

/// Every offer for a slot that begins after `now`, in the order in which they were made.
///
/// # Errors
/// When the database fails.
pub async fn coming(tx: &mut Tx, now: Instant) -> Result<Vec<OfferRow>, Error> {
    tx.query(select_offer!("slot_id IN (SELECT id FROM slot WHERE starts_at > $1) ORDER BY offered_at, id"))
        .bind(now)
        .all()
        .await
}

/// All offers of a slot, the latest first.
///
/// # Errors
/// When the database fails.
pub async fn of_slot(tx: &mut Tx, slot: SlotId) -> Result<Vec<OfferRow>, Error> {
    tx.query(select_offer!("slot_id = $1 ORDER BY offered_at DESC, id")).bind(slot).all().await
}

/// Open offers that ran out, the longest first.
///
/// # Errors
/// When the database fails.
pub async fn unanswered(tx: &mut Tx, now: Instant) -> Result<Vec<OfferRow>, Error> {
    tx.query(select_offer!("state = 'open' AND expires_at <= $1 ORDER BY expires_at, id"))
        .bind(now)
        .all()
        .await
}

/// Offers about a claim that are open, or to which somebody agreed; in the order in which they were made.
///
/// # Errors
/// When the database fails.
pub async fn about(tx: &mut Tx, claim: ClaimId) -> Result<Vec<OfferRow>, Error> {
    tx.query(select_offer!(
        "(claim_id = $1 OR other_claim_id = $1) AND state IN ('open', 'agreed') ORDER BY offered_at, id"
    ))
    .bind(claim)
    .all()
    .await
}

/// Offers for dates of an opportunity, or about claims on them, that are open or to which somebody agreed; in the order
/// in which they were made.
///
/// # Errors
/// When the database fails.
pub async fn of_opportunity(tx: &mut Tx, opportunity: OpportunityId) -> Result<Vec<OfferRow>, Error> {
    tx.query(select_offer!(
        "state IN ('open', 'agreed') AND (slot_id IN (SELECT id FROM slot WHERE opportunity_id = $1)
           OR other_claim_id IN (SELECT c.id FROM slot s JOIN claim c ON c.slot_id = s.id WHERE s.opportunity_id = $1))
         ORDER BY offered_at, id"
    ))
    .bind(opportunity)
    .all()
    .await
}

/// Offers to which somebody agreed and about which a coordinator decides, for slots that begin after `now`; the oldest
/// first.
///
/// # Errors
/// When the database fails.
pub async fn agreed(tx: &mut Tx, now: Instant) -> Result<Vec<OfferRow>, Error> {
    tx.query(select_offer!(
        "state = 'agreed' AND slot_id IN (SELECT id FROM slot WHERE starts_at > $1) ORDER BY answered_at, id"
    ))
    .bind(now)
    .all()
    .await
}

/// Decides about an offer to which somebody agreed; `false` when it is no longer such.
///
/// # Errors
/// When the database fails.
pub async fn settle(tx: &mut Tx, id: OfferId, state: OfferState) -> Result<bool, Error> {
    let settled = tx
        .query("UPDATE offer SET state = $2 WHERE id = $1 AND state = 'agreed'")
        .bind(id)
        .bind(state)
        .run()
        .await?;
    Ok(settled == 1)
}

/// When everybody was asked last.
///
/// # Errors
/// When the database fails.
pub async fn last_asked(tx: &mut Tx) -> Result<Vec<(PersonId, Instant)>, Error> {
    tx.query("SELECT person_id, MAX(offered_at) FROM offer GROUP BY person_id ORDER BY person_id").all().await
}
