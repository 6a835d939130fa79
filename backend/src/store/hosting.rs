//! What a host sees: who has a place in the own organisation's slots.

use crate::db::Tx;
use crate::order;
use crate::store::opportunities::among;
use crate::store::presence::{OF_PRESENCE, PRESENCE, PresenceColumns};
use domain::claim::ClaimState;
use domain::ids::{ClaimId, OrganisationId, RoleId, SlotId};
use domain::question::Answer;
use domain::role::Role;
use domain::time::Instant;
use sqlx::types::Json;
use sqlx::{Error, FromRow};

/// A slot with one of its people; slots without people come once with an empty claim.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct HostedRow {
    pub id: SlotId,
    pub title: String,
    pub organisation: String,
    pub organisation_id: OrganisationId,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub work_minutes: Option<i64>,
    pub min_places: i64,
    pub taken: i64,
    pub roles_missing: Option<i64>,
    pub max_places: i64,
    pub claim_id: Option<ClaimId>,
    pub state: Option<ClaimState>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub minutes: Option<i64>,
    pub places: Option<i64>,
    pub answers: Option<Json<Vec<Answer>>>,
    pub done_at: Option<Instant>,
    pub noted: Option<i64>,
    pub role_id: Option<RoleId>,
    pub described: Json<Vec<Role>>,
    #[sqlx(flatten)]
    pub presence: PresenceColumns,
}

/// Open slots of published opportunities that begin between two moments, and tasks without an hour that can be done
/// then, with their people, by time.
/// `organisations` `None` means all; at most 600 rows.
///
/// # Errors
/// When the database fails.
pub async fn slots(
    tx: &mut Tx,
    organisations: Option<&[OrganisationId]>,
    from: Instant,
    until: Instant,
) -> Result<Vec<HostedRow>, Error> {
    let own = among("o.organisation_id", organisations, 3);
    let sql = format!(
        "SELECT s.id, o.title, g.name AS organisation, g.id AS organisation_id, s.starts_at, s.ends_at, s.work_minutes,
           s.min_places, s.max_places, s.taken,
           (SELECT CAST(SUM(CASE WHEN r.taken < r.min_places THEN r.min_places - r.taken ELSE 0 END) AS BIGINT)
            FROM slot_role r WHERE r.slot_id = s.id) AS roles_missing,
           c.id AS claim_id, c.state, p.name, p.phone, h.minutes, c.places, c.answers, c.done_at,
           c.role_id, o.roles AS described,
           (SELECT CAST(SUM(t.minutes) AS BIGINT) FROM stint t WHERE t.claim_id = c.id) AS noted, {PRESENCE}
         FROM slot s JOIN opportunity o ON o.id = s.opportunity_id JOIN organisation g ON g.id = o.organisation_id
         LEFT JOIN claim c ON c.slot_id = s.id AND c.state IN ('approved', 'attended', 'no_show')
         LEFT JOIN person p ON p.id = c.person_id LEFT JOIN hours h ON h.claim_id = c.id {OF_PRESENCE}
         WHERE (s.starts_at >= $1 AND s.starts_at < $2
             OR s.work_minutes IS NOT NULL AND s.ends_at >= $1 AND s.starts_at < $2)
           AND s.state = 'open' AND o.state = 'published' AND {own}
         ORDER BY s.starts_at, s.id, p.name, c.id LIMIT 600"
    );
    let mut query = tx.assembled(sql).bind(from).bind(until);
    for organisation in organisations.unwrap_or_default() {
        query = query.bind(*organisation);
    }
    let mut rows: Vec<HostedRow> = query.all().await?;
    rows.sort_by(|one, other| {
        let dates = (one.starts_at, one.id).cmp(&(other.starts_at, other.id));
        dates.then_with(|| {
            order::names(one.name.as_deref().unwrap_or_default(), other.name.as_deref().unwrap_or_default())
        })
    });
    Ok(rows)
}
