//! Groups and the names on their lists.

use crate::db::Tx;
use domain::ids::{ClaimId, GuestId, OpportunityId, OrganisationId};
use domain::party::PartyKind;
use domain::time::{Day, Instant};
use sqlx::{Error, FromRow};

/// A group; its claim holds the places.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct PartyRow {
    pub claim_id: ClaimId,
    pub kind: PartyKind,
    pub name: String,
    pub names_days: i64,
    pub names_until: Instant,
    pub reminded_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub freed: i64,
}

/// Somebody on the list of a group.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct GuestRow {
    pub id: GuestId,
    pub claim_id: ClaimId,
    pub position: i64,
    pub name: String,
    pub birth_on: Option<Day>,
    pub came: Option<bool>,
}

macro_rules! select_party {
    ($rest:literal) => {
        concat!(
            "SELECT p.claim_id, p.kind, p.name, p.names_days, p.names_until, p.reminded_at, p.closed_at, p.freed
             FROM party p ",
            $rest
        )
    };
}

/// Adds a group.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, row: &PartyRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO party (claim_id, kind, name, names_days, names_until, reminded_at, closed_at, freed)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(row.claim_id)
    .bind(row.kind)
    .bind(row.name.clone())
    .bind(row.names_days)
    .bind(row.names_until)
    .bind(row.reminded_at)
    .bind(row.closed_at)
    .bind(row.freed)
    .run()
    .await
    .map(|_| ())
}

/// Writes when names are due, and what became of that.
///
/// # Errors
/// When the database fails.
pub async fn change(tx: &mut Tx, row: &PartyRow) -> Result<(), Error> {
    tx.query(
        "UPDATE party SET names_until = $2, reminded_at = $3, closed_at = $4, freed = $5 WHERE claim_id = $1",
    )
    .bind(row.claim_id)
    .bind(row.names_until)
    .bind(row.reminded_at)
    .bind(row.closed_at)
    .bind(row.freed)
    .run()
    .await
    .map(|_| ())
}

/// The group of a claim.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx, claim: ClaimId) -> Result<Option<PartyRow>, Error> {
    tx.query(select_party!("WHERE p.claim_id = $1")).bind(claim).optional().await
}

/// Groups whose names are due by `now`, or asked for once more by `soon`; the first due first.
///
/// # Errors
/// When the database fails.
pub async fn due(tx: &mut Tx, now: Instant, soon: Instant) -> Result<Vec<PartyRow>, Error> {
    tx.query(select_party!(
        "WHERE p.closed_at IS NULL AND (p.names_until <= $1 OR p.reminded_at IS NULL AND p.names_until <= $2)
         ORDER BY p.names_until, p.claim_id"
    ))
    .bind(now)
    .bind(soon)
    .all()
    .await
}

/// Groups on dates of an opportunity, whose names are not due yet.
///
/// # Errors
/// When the database fails.
pub async fn open_of_opportunity(tx: &mut Tx, opportunity: OpportunityId) -> Result<Vec<PartyRow>, Error> {
    tx.query(select_party!(
        "JOIN claim c ON c.id = p.claim_id JOIN slot s ON s.id = c.slot_id
         WHERE s.opportunity_id = $1 AND p.closed_at IS NULL ORDER BY p.claim_id"
    ))
    .bind(opportunity)
    .all()
    .await
}

/// The names of a group, in their order.
///
/// # Errors
/// When the database fails.
pub async fn guests(tx: &mut Tx, claim: ClaimId) -> Result<Vec<GuestRow>, Error> {
    tx.query(
        "SELECT id, claim_id, position, name, birth_on, came FROM guest WHERE claim_id = $1 ORDER BY position, id",
    )
    .bind(claim)
    .all()
    .await
}

/// Writes the names of a group anew.
///
/// # Errors
/// When the database fails.
pub async fn put_guests(tx: &mut Tx, claim: ClaimId, rows: &[GuestRow]) -> Result<(), Error> {
    tx.query("DELETE FROM guest WHERE claim_id = $1").bind(claim).run().await?;
    let sql = "INSERT INTO guest (id, claim_id, position, name, birth_on, came) VALUES $rows";
    tx.rows(sql, 6, rows, |query, row| {
        query
            .bind(row.id)
            .bind(row.claim_id)
            .bind(row.position)
            .bind(row.name.clone())
            .bind(row.birth_on)
            .bind(row.came)
    })
    .await
    .map(|_| ())
}

/// Somebody on a list, with the claim and the organisation of its date.
///
/// # Errors
/// When the database fails.
pub async fn guest(tx: &mut Tx, id: GuestId) -> Result<Option<(ClaimId, OrganisationId)>, Error> {
    tx.query(
        "SELECT g.claim_id, o.organisation_id FROM guest g JOIN claim c ON c.id = g.claim_id
         JOIN slot s ON s.id = c.slot_id JOIN opportunity o ON o.id = s.opportunity_id WHERE g.id = $1",
    )
    .bind(id)
    .optional()
    .await
}

/// Records whether somebody came; `None` takes the record back.
///
/// # Errors
/// When the database fails.
pub async fn record(tx: &mut Tx, id: GuestId, came: Option<bool>) -> Result<(), Error> {
    tx.query("UPDATE guest SET came = $2 WHERE id = $1").bind(id).bind(came).run().await.map(|_| ())
}

/// Forgets the names and birth dates of groups whose date ended before a moment; that somebody came stays.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, before: Instant) -> Result<u64, Error> {
    tx.query(
        "UPDATE guest SET name = '', birth_on = NULL WHERE name <> '' AND claim_id IN
           (SELECT p.claim_id FROM party p JOIN claim c ON c.id = p.claim_id JOIN slot s ON s.id = c.slot_id
            WHERE s.ends_at < $1)",
    )
    .bind(before)
    .run()
    .await
}
