//! What volunteers do with the places they have: seek somebody to come instead, swap, step back late.

use crate::db::Tx;
use crate::order;
use domain::ids::{ClaimId, OpportunityId, OrganisationId, PersonId, SlotId};
use domain::time::Instant;
use sqlx::{Error, FromRow};

/// A volunteer seeks somebody to come instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct SeekingRow {
    pub claim_id: ClaimId,
    pub asked_at: Instant,
    pub until: Instant,
    pub ended_at: Option<Instant>,
}

/// Begins to seek, or begins anew.
///
/// # Errors
/// When the database fails.
pub async fn seek(tx: &mut Tx, row: SeekingRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO seeking (claim_id, asked_at, until, ended_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (claim_id) DO UPDATE SET asked_at = excluded.asked_at, until = excluded.until,
           ended_at = excluded.ended_at",
    )
    .bind(row.claim_id)
    .bind(row.asked_at)
    .bind(row.until)
    .bind(row.ended_at)
    .run()
    .await
    .map(|_| ())
}

/// The search of a claim that is going on.
///
/// # Errors
/// When the database fails.
pub async fn sought(tx: &mut Tx, claim: ClaimId) -> Result<Option<SeekingRow>, Error> {
    tx.query(
        "SELECT claim_id, asked_at, until, ended_at FROM seeking WHERE claim_id = $1 AND ended_at IS NULL",
    )
    .bind(claim)
    .optional()
    .await
}

/// Ends the search of a claim; `false` if there is none.
///
/// # Errors
/// When the database fails.
pub async fn found(tx: &mut Tx, claim: ClaimId, now: Instant) -> Result<bool, Error> {
    let ended = tx
        .query("UPDATE seeking SET ended_at = $2 WHERE claim_id = $1 AND ended_at IS NULL")
        .bind(claim)
        .bind(now)
        .run()
        .await?;
    Ok(ended == 1)
}

/// Ends the searches of these claims.
///
/// # Errors
/// When the database fails.
pub async fn all_found(tx: &mut Tx, claims: &[ClaimId], now: Instant) -> Result<(), Error> {
    let sql = "UPDATE seeking SET ended_at = v.column2 FROM (VALUES $rows) AS v
               WHERE seeking.claim_id = v.column1 AND seeking.ended_at IS NULL";
    tx.rows(sql, 2, claims, |query, id| query.bind(*id).bind(now)).await.map(|_| ())
}

/// The searches that ran out.
///
/// # Errors
/// When the database fails.
pub async fn sought_in_vain(tx: &mut Tx, now: Instant) -> Result<Vec<ClaimId>, Error> {
    let rows: Vec<(ClaimId,)> = tx
        .query("SELECT claim_id FROM seeking WHERE ended_at IS NULL AND until <= $1 ORDER BY until, claim_id")
        .bind(now)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// People who came to the same dates of an organisation as this person, by name; at most 20.
///
/// # Errors
/// When the database fails.
pub async fn companions(
    tx: &mut Tx,
    person: PersonId,
    organisation: OrganisationId,
) -> Result<Vec<(PersonId, String)>, Error> {
    let mut found: Vec<(PersonId, String)> = tx.query(
        "SELECT DISTINCT p.id, p.name FROM claim mine
         JOIN slot s ON s.id = mine.slot_id JOIN opportunity o ON o.id = s.opportunity_id
         JOIN claim other ON other.slot_id = mine.slot_id AND other.person_id <> mine.person_id
         JOIN person p ON p.id = other.person_id
         WHERE mine.person_id = $1 AND o.organisation_id = $2 AND mine.state = 'attended' AND other.state = 'attended'
         ORDER BY p.name, p.id LIMIT 20",
    )
    .bind(person)
    .bind(organisation)
    .all()
    .await?;
    order::by_name(&mut found, |(_, name)| name);
    Ok(found)
}

/// A place that could be exchanged.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct Exchangeable {
    pub claim_id: ClaimId,
    pub name: String,
    pub starts_at: Instant,
    pub ends_at: Instant,
}

/// Places of others who come alone to coming dates of an opportunity on which this person has no live claim; the next
/// first, at most 60.
///
/// # Errors
/// When the database fails.
pub async fn exchangeable(
    tx: &mut Tx,
    opportunity: OpportunityId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Exchangeable>, Error> {
    let mut found: Vec<Exchangeable> = tx
        .query(
            "SELECT c.id AS claim_id, p.name, s.starts_at, s.ends_at
         FROM slot s JOIN claim c ON c.slot_id = s.id JOIN person p ON p.id = c.person_id
         WHERE s.opportunity_id = $1 AND s.state = 'open' AND s.starts_at > $3 AND c.state = 'approved'
           AND c.places = 1 AND c.person_id <> $2
           AND NOT EXISTS (SELECT 1 FROM claim own WHERE own.slot_id = s.id AND own.person_id = $2
             AND own.state IN ('pending', 'approved', 'waitlisted', 'offered'))
         ORDER BY s.starts_at, p.name, c.id LIMIT 60",
        )
        .bind(opportunity)
        .bind(person)
        .bind(now)
        .all()
        .await?;
    found.sort_by(|one, other| {
        one.starts_at.cmp(&other.starts_at).then_with(|| order::names(&one.name, &other.name))
    });
    Ok(found)
}

/// Somebody who gave a place up.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct GivenUp {
    pub claim_id: ClaimId,
    pub slot_id: SlotId,
    pub name: String,
    pub title: String,
    pub starts_at: Instant,
    pub withdrawn_at: Instant,
    pub reason: Option<String>,
}

/// Who gave up a place of a date that is to come, since a moment; the latest first.
///
/// # Errors
/// When the database fails.
pub async fn given_up(tx: &mut Tx, since: Instant, now: Instant) -> Result<Vec<GivenUp>, Error> {
    tx.query(
        "SELECT c.id AS claim_id, c.slot_id, p.name, o.title, s.starts_at, c.withdrawn_at, c.reason
         FROM claim c JOIN person p ON p.id = c.person_id JOIN slot s ON s.id = c.slot_id
         JOIN opportunity o ON o.id = s.opportunity_id
         WHERE c.withdrawn_at >= $1 AND s.starts_at > $2 AND s.state = 'open' ORDER BY c.withdrawn_at DESC, c.id",
    )
    .bind(since)
    .bind(now)
    .all()
    .await
}
