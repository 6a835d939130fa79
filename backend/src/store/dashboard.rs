//! What the coordinator's dashboard counts and lists.

use crate::db::Tx;
use domain::approval::Ruling;
use domain::claim::ClaimState;
use domain::ids::{ClaimId, PersonId, RoleId, SlotId};
use domain::question::Answer;
use domain::time::Instant;
use sqlx::types::Json;
use sqlx::{Error, FromRow};

/// A claim that waits.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct Waiting {
    pub id: ClaimId,
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub name: String,
    pub created_at: Instant,
    pub answers: Json<Vec<Answer>>,
    pub rule: Option<Json<Ruling>>,
    pub role_id: Option<RoleId>,
}

/// Waiting claims on slots that can still be claimed, the oldest first; at most 200, and how many there are.
///
/// # Errors
/// When the database fails.
pub async fn waiting(tx: &mut Tx, now: Instant) -> Result<(Vec<Waiting>, i64), Error> {
    let rows = tx
        .query(
            "SELECT c.id, c.slot_id, c.person_id, p.name, c.created_at, c.answers, c.rule, c.role_id
             FROM claim c JOIN person p ON p.id = c.person_id JOIN slot s ON s.id = c.slot_id
             WHERE c.state = 'pending' AND (s.starts_at > $1 OR s.work_minutes IS NOT NULL AND s.ends_at > $1)
             ORDER BY c.created_at, c.id LIMIT 200",
        )
        .bind(now)
        .all()
        .await?;
    let (total,): (i64,) = tx
        .query(
            "SELECT COUNT(*) FROM claim c JOIN slot s ON s.id = c.slot_id
             WHERE c.state = 'pending' AND (s.starts_at > $1 OR s.work_minutes IS NOT NULL AND s.ends_at > $1)",
        )
        .bind(now)
        .one()
        .await?;
    Ok((rows, total))
}

/// A decision.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct Decision {
    pub id: ClaimId,
    pub name: String,
    pub title: String,
    pub starts_at: Instant,
    pub state: ClaimState,
    pub decided_by: PersonId,
    pub by_name: String,
    pub decided_at: Instant,
}

/// Coordinators' decisions since a moment, the latest first; at most 30.
///
/// # Errors
/// When the database fails.
pub async fn decisions(tx: &mut Tx, since: Instant) -> Result<Vec<Decision>, Error> {
    tx.query(
        "SELECT c.id, p.name, o.title, s.starts_at, c.state, c.decided_by, b.name AS by_name, c.decided_at
         FROM claim c JOIN person p ON p.id = c.person_id JOIN person b ON b.id = c.decided_by
         JOIN slot s ON s.id = c.slot_id JOIN opportunity o ON o.id = s.opportunity_id
         WHERE c.decided_at IS NOT NULL AND c.decided_at >= $1 AND c.state IN ('approved', 'refused')
         ORDER BY c.decided_at DESC, c.id LIMIT 30",
    )
    .bind(since)
    .all()
    .await
}

/// A claim that a rule approved.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct Automatic {
    pub id: ClaimId,
    pub slot_id: SlotId,
    pub name: String,
    pub decided_at: Instant,
    pub rule: Json<Ruling>,
}

/// Claims that rules approved since a moment and that stand, the latest first; at most 100.
///
/// # Errors
/// When the database fails.
pub async fn automatic(tx: &mut Tx, since: Instant) -> Result<Vec<Automatic>, Error> {
    tx.query(
        "SELECT c.id, c.slot_id, p.name, c.decided_at, c.rule FROM claim c JOIN person p ON p.id = c.person_id
         WHERE c.decided_at >= $1 AND c.decided_by IS NULL AND c.rule IS NOT NULL AND c.state = 'approved'
         ORDER BY c.decided_at DESC, c.id LIMIT 100",
    )
    .bind(since)
    .all()
    .await
}
