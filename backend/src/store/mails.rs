//! The outbox: mails are written in the transaction that causes them and sent by a job.

use crate::db::Tx;
use domain::ids::{ClaimId, InvitationId, MailId, OfferId, PersonId};
use domain::time::Instant;
use sqlx::{Error, FromRow};

/// A mail.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct MailRow {
    pub id: MailId,
    pub recipient: String,
    pub person_id: Option<PersonId>,
    pub claim_id: Option<ClaimId>,
    pub offer_id: Option<OfferId>,
    pub invitation_id: Option<InvitationId>,
    pub subject: String,
    pub body: String,
    pub created_at: Instant,
    pub due_at: Instant,
    pub sent_at: Option<Instant>,
}

/// Puts mails into the outbox.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, mails: &[MailRow]) -> Result<(), Error> {
    let sql = "INSERT INTO mail (id, recipient, person_id, claim_id, offer_id, invitation_id, subject, body, created_at, due_at,
                 sent_at)
               VALUES $rows";
    tx.rows(sql, 11, mails, |query, mail| {
        query
            .bind(mail.id)
            .bind(mail.recipient.clone())
            .bind(mail.person_id)
            .bind(mail.claim_id)
            .bind(mail.offer_id)
            .bind(mail.invitation_id)
            .bind(mail.subject.clone())
            .bind(mail.body.clone())
            .bind(mail.created_at)
            .bind(mail.due_at)
            .bind(mail.sent_at)
    })
    .await
    .map(|_| ())
}

/// One mail.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx, id: MailId) -> Result<Option<MailRow>, Error> {
    tx.query(
        "SELECT id, recipient, person_id, claim_id, offer_id, invitation_id, subject, body, created_at, due_at, sent_at
         FROM mail WHERE id = $1",
    )
    .bind(id)
    .optional()
    .await
}

/// A mail was sent. Its text is forgotten unless this is a demonstration, which shows it.
///
/// # Errors
/// When the database fails.
pub async fn sent(tx: &mut Tx, id: MailId, now: Instant, keep_text: bool) -> Result<(), Error> {
    tx.query("UPDATE mail SET sent_at = $2, body = CASE WHEN $3 THEN body ELSE '' END WHERE id = $1")
        .bind(id)
        .bind(now)
        .bind(keep_text)
        .run()
        .await
        .map(|_| ())
}

/// Takes back the mails of a claim that were not sent yet; their jobs then find nothing to do.
///
/// # Errors
/// When the database fails.
pub async fn recall(tx: &mut Tx, claim: ClaimId) -> Result<u64, Error> {
    tx.query("DELETE FROM mail WHERE claim_id = $1 AND sent_at IS NULL").bind(claim).run().await
}

/// Takes back the mails of an offer that were not sent yet; how many.
///
/// # Errors
/// When the database fails.
pub async fn recall_offer(tx: &mut Tx, offer: OfferId) -> Result<u64, Error> {
    tx.query("DELETE FROM mail WHERE offer_id = $1 AND sent_at IS NULL").bind(offer).run().await
}

/// A mail with this offer's key has not left yet.
///
/// # Errors
/// When the database fails.
pub async fn offer_waits(tx: &mut Tx, offer: OfferId) -> Result<bool, Error> {
    let (waiting,): (i64,) = tx
        .query("SELECT COUNT(*) FROM mail WHERE offer_id = $1 AND sent_at IS NULL")
        .bind(offer)
        .one()
        .await?;
    Ok(waiting > 0)
}

/// The latest mails, the newest first; to one address if given.
///
/// # Errors
/// When the database fails.
pub async fn latest(tx: &mut Tx, recipient: Option<&str>, limit: i64) -> Result<Vec<MailRow>, Error> {
    tx.query(
        "SELECT id, recipient, person_id, claim_id, offer_id, invitation_id, subject, body, created_at, due_at, sent_at
         FROM mail WHERE ($1 IS NULL OR recipient = $1) ORDER BY created_at DESC, id DESC LIMIT $2",
    )
    .bind(recipient.map(str::to_owned))
    .bind(limit)
    .all()
    .await
}
