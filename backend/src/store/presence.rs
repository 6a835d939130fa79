//! The codes of places, and what volunteers said there.

use crate::db::Tx;
use crate::order;
use crate::store::opportunities::among;
use domain::ids::{CheckInId, ClaimId, OrganisationId, PersonId, RoleId};
use domain::presence::{Presence, Said, Tap};
use domain::role::Role;
use domain::time::Instant;
use sqlx::types::Json;
use sqlx::{Error, FromRow};

/// The code of an organisation's place.
#[derive(Clone, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct PlaceCode {
    pub organisation_id: OrganisationId,
    pub name: String,
    pub key: String,
    pub secret: Vec<u8>,
}

impl std::fmt::Debug for PlaceCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PlaceCode").field("organisation_id", &self.organisation_id).finish_non_exhaustive()
    }
}

/// Gives an organisation a code, or another one.
///
/// # Errors
/// When the database fails.
pub async fn put_code(
    tx: &mut Tx,
    organisation: OrganisationId,
    key: &str,
    secret: &[u8],
    now: Instant,
) -> Result<(), Error> {
    tx.query(
        "INSERT INTO place_code (organisation_id, key, secret, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id) DO UPDATE SET key = excluded.key, secret = excluded.secret,
           created_at = excluded.created_at",
    )
    .bind(organisation)
    .bind(key.to_owned())
    .bind(secret.to_vec())
    .bind(now)
    .run()
    .await
    .map(|_| ())
}

/// The codes for which `$rest` holds.
macro_rules! select_code {
    ($rest:literal) => {
        concat!(
            "SELECT k.organisation_id, g.name, k.key, k.secret
             FROM place_code k JOIN organisation g ON g.id = k.organisation_id WHERE ",
            $rest
        )
    };
}

/// The code of an organisation, if it has one.
///
/// # Errors
/// When the database fails.
pub async fn code_of(tx: &mut Tx, organisation: OrganisationId) -> Result<Option<PlaceCode>, Error> {
    tx.query(select_code!("k.organisation_id = $1")).bind(organisation).optional().await
}

/// The place with this key.
///
/// # Errors
/// When the database fails.
pub async fn code_with(tx: &mut Tx, key: &str) -> Result<Option<PlaceCode>, Error> {
    tx.query(select_code!("k.key = $1")).bind(key.to_owned()).optional().await
}

/// Organisations by name, and whether each has a code. `None` means all.
///
/// # Errors
/// When the database fails.
pub async fn places(
    tx: &mut Tx,
    organisations: Option<&[OrganisationId]>,
) -> Result<Vec<(OrganisationId, String, bool)>, Error> {
    let own = among("g.id", organisations, 1);
    let sql = format!(
        "SELECT g.id, g.name, k.key FROM organisation g LEFT JOIN place_code k ON k.organisation_id = g.id
         WHERE {own} ORDER BY g.id"
    );
    let mut query = tx.assembled(sql);
    for organisation in organisations.unwrap_or_default() {
        query = query.bind(*organisation);
    }
    let mut rows: Vec<(OrganisationId, String, Option<String>)> = query.all().await?;
    order::by_name(&mut rows, |(_, name, _)| name);
    Ok(rows.into_iter().map(|(id, name, key)| (id, name, key.is_some())).collect())
}

/// What a volunteer said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct CheckInRow {
    pub id: CheckInId,
    pub claim_id: ClaimId,
    pub tap: Tap,
    pub at: Instant,
    pub received_at: Instant,
    pub proven: bool,
}

impl CheckInRow {
    /// As it is shown.
    pub const fn said(&self) -> Said {
        Said::new(self.at, self.received_at, self.proven)
    }
}

/// Notes what a volunteer said.
///
/// # Errors
/// A violation of uniqueness when the same was said before, of this claim or with this id; otherwise when the database
/// fails.
pub async fn add(tx: &mut Tx, row: &CheckInRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO check_in (id, claim_id, tap, at, received_at, proven) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(row.id)
    .bind(row.claim_id)
    .bind(row.tap)
    .bind(row.at)
    .bind(row.received_at)
    .bind(row.proven)
    .run()
    .await
    .map(|_| ())
}

/// Forgets what was said of claims: their dates are at another time or place now.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, claims: &[ClaimId]) -> Result<u64, Error> {
    let sql = "DELETE FROM check_in WHERE claim_id IN (VALUES $rows)";
    tx.rows(sql, 1, claims, |query, id| query.bind(*id)).await
}

/// What was sent with this id.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx, id: CheckInId) -> Result<Option<CheckInRow>, Error> {
    tx.query("SELECT id, claim_id, tap, at, received_at, proven FROM check_in WHERE id = $1")
        .bind(id)
        .optional()
        .await
}

/// What was said of a claim.
///
/// # Errors
/// When the database fails.
pub async fn of_claim(tx: &mut Tx, claim: ClaimId) -> Result<Presence, Error> {
    let rows: Vec<CheckInRow> = tx
        .query("SELECT id, claim_id, tap, at, received_at, proven FROM check_in WHERE claim_id = $1")
        .bind(claim)
        .all()
        .await?;
    let said = |tap| rows.iter().find(|row| row.tap == tap).map(CheckInRow::said);
    Ok(Presence { arrived: said(Tap::Arrived), left: said(Tap::Left) })
}

/// Presence as the columns of [`PRESENCE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns of the two rows")]
pub struct PresenceColumns {
    pub arrived_at: Option<Instant>,
    pub arrived_told_at: Option<Instant>,
    pub arrived_proven: Option<bool>,
    pub left_at: Option<Instant>,
    pub left_told_at: Option<Instant>,
    pub left_proven: Option<bool>,
}

impl PresenceColumns {
    /// As it is shown.
    pub fn presence(&self) -> Presence {
        let said = |at: Option<Instant>, told: Option<Instant>, proven: Option<bool>| {
            Some(Said::new(at?, told?, proven.unwrap_or_default()))
        };
        Presence {
            arrived: said(self.arrived_at, self.arrived_told_at, self.arrived_proven),
            left: said(self.left_at, self.left_told_at, self.left_proven),
        }
    }
}

/// The columns of [`PresenceColumns`].
pub(super) const PRESENCE: &str =
    "ci.at AS arrived_at, ci.received_at AS arrived_told_at, ci.proven AS arrived_proven,
     co.at AS left_at, co.received_at AS left_told_at, co.proven AS left_proven";

/// Where they come from, for a claim `c`.
pub(super) const OF_PRESENCE: &str = "LEFT JOIN check_in ci ON ci.claim_id = c.id AND ci.tap = 'arrived'
     LEFT JOIN check_in co ON co.claim_id = c.id AND co.tap = 'left'";

/// A date of a volunteer at which they can check in.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct OwnDate {
    pub claim_id: ClaimId,
    pub title: String,
    pub place: String,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub role_id: Option<RoleId>,
    pub described: Json<Vec<Role>>,
    pub party: Option<String>,
    #[sqlx(flatten)]
    pub presence: PresenceColumns,
}

/// A person's dates with an hour that touch the time between two moments and where they have a place, of one
/// organisation or of all, by time; at most 60. Nobody checks in where there is no place to go to.
///
/// # Errors
/// When the database fails.
pub async fn own_dates(
    tx: &mut Tx,
    person: PersonId,
    organisation: Option<OrganisationId>,
    (from, until): (Instant, Instant),
) -> Result<Vec<OwnDate>, Error> {
    let there = if organisation.is_some() { "o.organisation_id = $4" } else { "1 = 1" };
    let sql = format!(
        "SELECT c.id AS claim_id, o.title, o.place, s.starts_at, s.ends_at, c.role_id, o.roles AS described, y.name AS party,
           {PRESENCE}
         FROM claim c JOIN slot s ON s.id = c.slot_id JOIN opportunity o ON o.id = s.opportunity_id
         LEFT JOIN party y ON y.claim_id = c.id {OF_PRESENCE}
         WHERE c.person_id = $1 AND c.state IN ('approved', 'attended') AND s.state = 'open' AND s.work_minutes IS NULL
           AND s.ends_at > $2 AND s.starts_at < $3 AND {there}
         ORDER BY s.starts_at, s.id LIMIT 60"
    );
    let query = tx.assembled(sql).bind(person).bind(from).bind(until);
    match organisation {
        Some(organisation) => query.bind(organisation).all().await,
        None => query.all().await,
    }
}
