//! The event log behind the live stream.

use crate::db::Tx;
use domain::event::{LiveEvent, Topic};
use domain::ids::{ClaimId, EventId, OpportunityId, OrganisationId, PersonId, SlotId};
use domain::time::Instant;
use sqlx::{Error, FromRow};

/// A change that has no number yet.
#[derive(Clone, Copy, Debug)]
pub struct NewEvent {
    /// What changed.
    pub topic: Topic,
    /// The claim, if one changed.
    pub claim_id: Option<ClaimId>,
    /// The slot concerned.
    pub slot_id: Option<SlotId>,
    /// The opportunity concerned.
    pub opportunity_id: Option<OpportunityId>,
    /// The organisation concerned.
    pub organisation_id: Option<OrganisationId>,
    /// The person concerned.
    pub person_id: Option<PersonId>,
}

/// The column `changes`: how many events have been committed, with or without a number yet. What was read once holds as
/// long as it stays the same, on whichever node the next change is made.
macro_rules! changes_so_far {
    () => {
        "(SELECT COALESCE(MAX(seq), 0) FROM event) + (SELECT COUNT(*) FROM event WHERE seq IS NULL) AS changes"
    };
}
pub(super) use changes_so_far;

/// Adds an event; the relay numbers it after the commit.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, id: EventId, event: NewEvent, now: Instant) -> Result<(), Error> {
    add_many(tx, &[(id, event)], now).await
}

/// Adds many events at once.
///
/// # Errors
/// When the database fails.
pub async fn add_many(tx: &mut Tx, events: &[(EventId, NewEvent)], now: Instant) -> Result<(), Error> {
    let sql = "INSERT INTO event (id, topic, claim_id, slot_id, opportunity_id, organisation_id, person_id, created_at)
               VALUES $rows";
    tx.rows(sql, 8, events, |query, (id, event)| {
        query
            .bind(*id)
            .bind(event.topic)
            .bind(event.claim_id)
            .bind(event.slot_id)
            .bind(event.opportunity_id)
            .bind(event.organisation_id)
            .bind(event.person_id)
            .bind(now)
    })
    .await
    .map(|_| ())
}

/// There are events without a number.
///
/// # Errors
/// When the database fails.
pub async fn waiting(tx: &mut Tx) -> Result<bool, Error> {
    let found: Option<(EventId,)> =
        tx.query("SELECT id FROM event WHERE seq IS NULL LIMIT 1").optional().await?;
    Ok(found.is_some())
}

/// Numbers every committed event that has no number; how many. Call under the lock `relay`.
///
/// # Errors
/// When the database fails.
pub async fn number_waiting(tx: &mut Tx) -> Result<u64, Error> {
    tx.query(
        "UPDATE event SET seq = waiting.n
         FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY created_at, id) + (SELECT COALESCE(MAX(seq), 0) FROM event) AS n
               FROM event WHERE seq IS NULL) AS waiting
         WHERE event.id = waiting.id",
    )
    .run()
    .await
}

/// The first and the last number there are; (0, 0) when there are none.
///
/// # Errors
/// When the database fails.
pub async fn range(tx: &mut Tx) -> Result<(i64, i64), Error> {
    tx.query("SELECT COALESCE(MIN(seq), 0), COALESCE(MAX(seq), 0) FROM event").one().await
}

/// Numbered events after `seq`, in order; at most 2,000.
///
/// # Errors
/// When the database fails.
pub async fn after(tx: &mut Tx, seq: i64) -> Result<Vec<LiveEvent>, Error> {
    #[derive(FromRow)]
    struct Found {
        seq: i64,
        topic: Topic,
        claim_id: Option<ClaimId>,
        slot_id: Option<SlotId>,
        opportunity_id: Option<OpportunityId>,
        organisation_id: Option<OrganisationId>,
        person_id: Option<PersonId>,
    }
    let rows: Vec<Found> = tx
        .query(
            "SELECT seq, topic, claim_id, slot_id, opportunity_id, organisation_id, person_id
             FROM event WHERE seq > $1 ORDER BY seq LIMIT 2000",
        )
        .bind(seq)
        .all()
        .await?;
    let event = |row: Found| {
        let Found { seq, topic, claim_id, slot_id, opportunity_id, organisation_id, person_id } = row;
        LiveEvent { seq, topic, claim_id, slot_id, opportunity_id, organisation_id, person_id }
    };
    Ok(rows.into_iter().map(event).collect())
}

/// Forgets numbered events from before `until`, but never the last one: numbers go on from it.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, until: Instant) -> Result<u64, Error> {
    tx.query(
        "DELETE FROM event WHERE created_at < $1 AND seq IS NOT NULL AND seq < (SELECT MAX(seq) FROM event)",
    )
    .bind(until)
    .run()
    .await
}
