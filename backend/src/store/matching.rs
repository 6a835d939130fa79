//! What people decided about pairs, and what counts how much.

use crate::db::Tx;
use crate::order;
use domain::ids::{ExclusionId, OpportunityId, OrganisationId, PersonId, RoleId, SlotId};
use domain::matching::{Contribution, Weights};
use domain::offer::PairAction;
use domain::time::Instant;
use sqlx::{Error, FromRow, types::Json};
use uuid::Uuid;

/// A pair that the plan keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct LockRow {
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub decided_by: PersonId,
    pub decided_at: Instant,
    pub role_id: Option<RoleId>,
}

/// Locks a pair; `false` when it was locked already.
///
/// # Errors
/// When the database fails.
pub async fn lock(tx: &mut Tx, row: LockRow) -> Result<bool, Error> {
    let added = tx
        .query(
            "INSERT INTO pair_lock (slot_id, person_id, decided_by, decided_at, role_id) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (slot_id, person_id) DO NOTHING",
        )
        .bind(row.slot_id)
        .bind(row.person_id)
        .bind(row.decided_by)
        .bind(row.decided_at)
        .bind(row.role_id)
        .run()
        .await?;
    Ok(added == 1)
}

/// Unlocks a pair; `false` when it was not locked.
///
/// # Errors
/// When the database fails.
pub async fn unlock(tx: &mut Tx, slot: SlotId, person: PersonId) -> Result<bool, Error> {
    let gone = tx
        .query("DELETE FROM pair_lock WHERE slot_id = $1 AND person_id = $2")
        .bind(slot)
        .bind(person)
        .run()
        .await?;
    Ok(gone == 1)
}

/// The locked pairs of slots that begin after `now`.
///
/// # Errors
/// When the database fails.
pub async fn locks(tx: &mut Tx, now: Instant) -> Result<Vec<LockRow>, Error> {
    tx.query(
        "SELECT l.slot_id, l.person_id, l.decided_by, l.decided_at, l.role_id FROM pair_lock l
         JOIN slot s ON s.id = l.slot_id WHERE s.starts_at > $1 ORDER BY l.slot_id, l.person_id",
    )
    .bind(now)
    .all()
    .await
}

/// Somebody who is not proposed: for one slot, one opportunity or one organisation.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct ExclusionRow {
    pub id: ExclusionId,
    pub person_id: PersonId,
    pub slot_id: Option<SlotId>,
    pub opportunity_id: Option<OpportunityId>,
    pub organisation_id: Option<OrganisationId>,
    pub until: Option<Instant>,
    pub reason: String,
    pub decided_by: PersonId,
    pub decided_at: Instant,
}

/// Adds an exclusion.
///
/// # Errors
/// When the database fails.
pub async fn exclude(tx: &mut Tx, row: &ExclusionRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO exclusion (id, person_id, slot_id, opportunity_id, organisation_id, until, reason, decided_by,
           decided_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(row.id)
    .bind(row.person_id)
    .bind(row.slot_id)
    .bind(row.opportunity_id)
    .bind(row.organisation_id)
    .bind(row.until)
    .bind(row.reason.clone())
    .bind(row.decided_by)
    .bind(row.decided_at)
    .run()
    .await
    .map(|_| ())
}

/// One exclusion.
///
/// # Errors
/// When the database fails.
pub async fn exclusion(tx: &mut Tx, id: ExclusionId) -> Result<Option<ExclusionRow>, Error> {
    tx.query(
        "SELECT id, person_id, slot_id, opportunity_id, organisation_id, until, reason, decided_by, decided_at
         FROM exclusion WHERE id = $1",
    )
    .bind(id)
    .optional()
    .await
}

/// Takes an exclusion back; `false` when there was none.
///
/// # Errors
/// When the database fails.
pub async fn allow(tx: &mut Tx, id: ExclusionId) -> Result<bool, Error> {
    Ok(tx.query("DELETE FROM exclusion WHERE id = $1").bind(id).run().await? == 1)
}

/// The exclusions that hold at `now`, in the order of their ids.
///
/// # Errors
/// When the database fails.
pub async fn exclusions(tx: &mut Tx, now: Instant) -> Result<Vec<ExclusionRow>, Error> {
    tx.query(
        "SELECT id, person_id, slot_id, opportunity_id, organisation_id, until, reason, decided_by, decided_at
         FROM exclusion WHERE until IS NULL OR until > $1 ORDER BY id",
    )
    .bind(now)
    .all()
    .await
}

/// What a human decided about a pair.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct DecisionRow {
    pub id: Uuid,
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub action: PairAction,
    pub suggested: bool,
    pub reasons: Json<Vec<Contribution>>,
    pub decided_by: PersonId,
    pub decided_at: Instant,
}

/// Notes a decision for good.
///
/// # Errors
/// When the database fails.
pub async fn note(tx: &mut Tx, row: &DecisionRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO matching_decision (id, slot_id, person_id, action, suggested, reasons, decided_by, decided_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(row.id)
    .bind(row.slot_id)
    .bind(row.person_id)
    .bind(row.action)
    .bind(row.suggested)
    .bind(row.reasons.clone())
    .bind(row.decided_by)
    .bind(row.decided_at)
    .run()
    .await
    .map(|_| ())
}

/// The decisions about a slot, the latest first.
///
/// # Errors
/// When the database fails.
pub async fn decisions(tx: &mut Tx, slot: SlotId) -> Result<Vec<DecisionRow>, Error> {
    tx.query(
        "SELECT id, slot_id, person_id, action, suggested, reasons, decided_by, decided_at
         FROM matching_decision WHERE slot_id = $1 ORDER BY decided_at DESC, id DESC",
    )
    .bind(slot)
    .all()
    .await
}

/// Weights with who saved them and when.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct WeightsRow {
    pub id: Uuid,
    pub weights: Json<Weights>,
    pub saved_by: PersonId,
    pub saved_at: Instant,
}

/// The weights that hold; `None` while nobody saved any.
///
/// # Errors
/// When the database fails.
pub async fn weights(tx: &mut Tx) -> Result<Option<WeightsRow>, Error> {
    tx.query("SELECT id, weights, saved_by, saved_at FROM matching_weights ORDER BY saved_at DESC, id DESC LIMIT 1")
        .optional()
        .await
}

/// Saves weights; the earlier ones stay as history.
///
/// # Errors
/// When the database fails.
pub async fn save_weights(tx: &mut Tx, row: &WeightsRow) -> Result<(), Error> {
    tx.query("INSERT INTO matching_weights (id, weights, saved_by, saved_at) VALUES ($1, $2, $3, $4)")
        .bind(row.id)
        .bind(row.weights)
        .bind(row.saved_by)
        .bind(row.saved_at)
        .run()
        .await
        .map(|_| ())
}

/// A coordinator who has a slot before them.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct LookingRow {
    pub person_id: PersonId,
    pub name: String,
    pub slot_id: SlotId,
    pub at: Instant,
}

/// Notes which slot a coordinator has before them; `true` when it is another one than before.
///
/// # Errors
/// When the database fails.
pub async fn look(tx: &mut Tx, person: PersonId, slot: SlotId, now: Instant) -> Result<bool, Error> {
    let same = tx
        .query("UPDATE looking SET at = $3 WHERE person_id = $1 AND slot_id = $2")
        .bind(person)
        .bind(slot)
        .bind(now)
        .run()
        .await?;
    if same == 1 {
        return Ok(false);
    }
    tx.query(
        "INSERT INTO looking (person_id, slot_id, at) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET slot_id = excluded.slot_id, at = excluded.at",
    )
    .bind(person)
    .bind(slot)
    .bind(now)
    .run()
    .await?;
    Ok(true)
}

/// Who had which slot before them since a moment, by name.
///
/// # Errors
/// When the database fails.
pub async fn looking(tx: &mut Tx, since: Instant) -> Result<Vec<LookingRow>, Error> {
    let mut looking: Vec<LookingRow> = tx
        .query(
            "SELECT l.person_id, p.name, l.slot_id, l.at FROM looking l JOIN person p ON p.id = l.person_id
         WHERE l.at >= $1 ORDER BY l.person_id",
        )
        .bind(since)
        .all()
        .await?;
    order::by_name(&mut looking, |row| &row.name);
    Ok(looking)
}
