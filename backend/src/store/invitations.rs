//! Invitations of friends: a place of a claim, held for whoever has the key of the link.

use crate::db::Tx;
use domain::ids::{ClaimId, InvitationId, OpportunityId};
use domain::party::InvitationState;
use domain::time::Instant;
use sqlx::{Error, FromRow};

/// An invitation. Its key is the secret of the link; only the hash is stored.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct InvitationRow {
    pub id: InvitationId,
    pub claim_id: ClaimId,
    pub state: InvitationState,
    pub key_hash: Vec<u8>,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub answered_at: Option<Instant>,
    pub friend_claim_id: Option<ClaimId>,
}

macro_rules! select_invitation {
    ($rest:literal) => {
        concat!(
            "SELECT id, claim_id, state, key_hash, created_at, expires_at, answered_at, friend_claim_id
             FROM invitation WHERE ",
            $rest
        )
    };
}

/// Adds an invitation.
///
/// # Errors
/// A violation of uniqueness when the claim has an open one; otherwise when the database fails.
pub async fn add(tx: &mut Tx, row: &InvitationRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO invitation (id, claim_id, state, key_hash, created_at, expires_at, answered_at, friend_claim_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(row.id)
    .bind(row.claim_id)
    .bind(row.state)
    .bind(row.key_hash.clone())
    .bind(row.created_at)
    .bind(row.expires_at)
    .bind(row.answered_at)
    .bind(row.friend_claim_id)
    .run()
    .await
    .map(|_| ())
}

/// The open invitation with this key.
///
/// # Errors
/// When the database fails.
pub async fn by_key(tx: &mut Tx, key_hash: &[u8]) -> Result<Option<InvitationRow>, Error> {
    tx.query(select_invitation!("key_hash = $1 AND state = 'open'")).bind(key_hash.to_vec()).optional().await
}

/// The open invitation of a claim.
///
/// # Errors
/// When the database fails.
pub async fn open_of(tx: &mut Tx, claim: ClaimId) -> Result<Option<InvitationRow>, Error> {
    tx.query(select_invitation!("claim_id = $1 AND state = 'open'")).bind(claim).optional().await
}

/// Open invitations that ran out, or whose date begins by `now`; the longest first.
///
/// # Errors
/// When the database fails.
pub async fn unanswered(tx: &mut Tx, now: Instant) -> Result<Vec<InvitationRow>, Error> {
    tx.query(select_invitation!(
        "state = 'open' AND (expires_at <= $1
           OR EXISTS (SELECT 1 FROM claim c JOIN slot s ON s.id = c.slot_id
             WHERE c.id = invitation.claim_id AND s.starts_at <= $1))
         ORDER BY expires_at, id"
    ))
    .bind(now)
    .all()
    .await
}

/// Gives an open invitation another key; the old one is worth nothing any more. `false` when it is no longer open.
///
/// # Errors
/// When the database fails.
pub async fn rekey(tx: &mut Tx, id: InvitationId, key_hash: &[u8]) -> Result<bool, Error> {
    let changed = tx
        .query("UPDATE invitation SET key_hash = $2 WHERE id = $1 AND state = 'open'")
        .bind(id)
        .bind(key_hash.to_vec())
        .run()
        .await?;
    Ok(changed == 1)
}

/// Ends an open invitation and takes back its mail; `friend` is the claim that a yes became. `false` when it is no longer
/// open.
///
/// # Errors
/// When the database fails.
pub async fn close(
    tx: &mut Tx,
    id: InvitationId,
    state: InvitationState,
    friend: Option<ClaimId>,
    now: Instant,
) -> Result<bool, Error> {
    let closed = tx
        .query(
            "UPDATE invitation SET state = $2, answered_at = $3, friend_claim_id = $4 WHERE id = $1 AND state = 'open'",
        )
        .bind(id)
        .bind(state)
        .bind(now)
        .bind(friend)
        .run()
        .await?;
    recall(tx, id).await?;
    Ok(closed == 1)
}

/// Takes back the mails of an invitation that were not sent yet.
///
/// # Errors
/// When the database fails.
pub async fn recall(tx: &mut Tx, id: InvitationId) -> Result<u64, Error> {
    tx.query("DELETE FROM mail WHERE invitation_id = $1 AND sent_at IS NULL").bind(id).run().await
}

/// Ends the open invitations of claims of an opportunity that are not live any more.
///
/// # Errors
/// When the database fails.
pub async fn end_with_claims(tx: &mut Tx, opportunity: OpportunityId, now: Instant) -> Result<u64, Error> {
    let ended: Vec<InvitationRow> = tx
        .query(select_invitation!(
            "state = 'open' AND claim_id IN (SELECT c.id FROM slot s JOIN claim c ON c.slot_id = s.id
               WHERE s.opportunity_id = $1 AND c.state NOT IN ('pending', 'approved', 'waitlisted', 'offered'))
             ORDER BY id"
        ))
        .bind(opportunity)
        .all()
        .await?;
    let mut count = 0;
    for row in ended {
        count += u64::from(close(tx, row.id, InvitationState::TakenBack, None, now).await?);
    }
    Ok(count)
}
