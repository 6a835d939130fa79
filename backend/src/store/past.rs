//! How people kept their word before: who came, who did not, who stepped back.

use crate::db::Tx;
use domain::ids::{OpportunityId, OrganisationId, PersonId};
use domain::time::Instant;
use sqlx::{Error, FromRow};

/// How often somebody came to an opportunity, and how often they did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct PastHelp {
    pub person_id: PersonId,
    pub opportunity_id: OpportunityId,
    pub organisation_id: OrganisationId,
    pub came: i64,
    pub missed: i64,
}

/// Where everybody was before, since `since`.
///
/// # Errors
/// When the database fails.
pub async fn past_help(tx: &mut Tx, since: Instant) -> Result<Vec<PastHelp>, Error> {
    tx.query(
        "SELECT c.person_id, s.opportunity_id, o.organisation_id,
           COUNT(CASE WHEN c.state = 'attended' THEN 1 END) AS came,
           COUNT(CASE WHEN c.state = 'no_show' THEN 1 END) AS missed
         FROM claim c JOIN slot s ON s.id = c.slot_id JOIN opportunity o ON o.id = s.opportunity_id
         WHERE c.state IN ('attended', 'no_show') AND s.starts_at >= $1
         GROUP BY c.person_id, s.opportunity_id, o.organisation_id
         ORDER BY c.person_id, s.opportunity_id",
    )
    .bind(since)
    .all()
    .await
}

/// Where one person was before, since `since`.
///
/// # Errors
/// When the database fails.
pub async fn past_help_of(tx: &mut Tx, person: PersonId, since: Instant) -> Result<Vec<PastHelp>, Error> {
    tx.query(
        "SELECT c.person_id, s.opportunity_id, o.organisation_id,
           COUNT(CASE WHEN c.state = 'attended' THEN 1 END) AS came,
           COUNT(CASE WHEN c.state = 'no_show' THEN 1 END) AS missed
         FROM claim c JOIN slot s ON s.id = c.slot_id JOIN opportunity o ON o.id = s.opportunity_id
         WHERE c.person_id = $1 AND c.state IN ('attended', 'no_show') AND s.starts_at >= $2
         GROUP BY c.person_id, s.opportunity_id, o.organisation_id
         ORDER BY s.opportunity_id",
    )
    .bind(person)
    .bind(since)
    .all()
    .await
}

/// Who stepped back since a moment, when, and when the slot began or would begin.
///
/// # Errors
/// When the database fails.
pub async fn withdrawals(tx: &mut Tx, since: Instant) -> Result<Vec<(PersonId, Instant, Instant)>, Error> {
    tx.query(
        "SELECT c.person_id, c.withdrawn_at, s.starts_at FROM claim c JOIN slot s ON s.id = c.slot_id
         WHERE c.withdrawn_at >= $1 ORDER BY c.id",
    )
    .bind(since)
    .all()
    .await
}

/// How often a person came, did not come, and came to this organisation.
///
/// # Errors
/// When the database fails.
pub async fn history(
    tx: &mut Tx,
    person: PersonId,
    organisation: OrganisationId,
) -> Result<(i64, i64, i64), Error> {
    tx.query(
        "SELECT CAST(COALESCE(SUM(CASE WHEN c.state = 'attended' THEN 1 ELSE 0 END), 0) AS BIGINT),
           CAST(COALESCE(SUM(CASE WHEN c.state = 'no_show' THEN 1 ELSE 0 END), 0) AS BIGINT),
           CAST(COALESCE(SUM(CASE WHEN c.state = 'attended' AND o.organisation_id = $2 THEN 1 ELSE 0 END), 0) AS BIGINT)
         FROM claim c JOIN slot s ON s.id = c.slot_id JOIN opportunity o ON o.id = s.opportunity_id
         WHERE c.person_id = $1",
    )
    .bind(person)
    .bind(organisation)
    .one()
    .await
}
