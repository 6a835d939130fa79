//! Opportunities, as their editors see them.

use crate::db::Tx;
use domain::form::OpportunityForm;
use domain::ids::{DistrictId, OpportunityId, OrganisationId, PersonId};
use domain::kind::Family;
use domain::opportunity::{ClaimRule, OpportunityState, OrganisationType, Stage};
use domain::question::Question;
use domain::role::Role;
use domain::text::Code;
use domain::time::Instant;
use domain::view::SlotRow;
use sqlx::types::Json;
use sqlx::{Error, FromRow};

/// An opportunity.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct OpportunityRow {
    pub id: OpportunityId,
    pub organisation_id: OrganisationId,
    pub kind_code: Code,
    pub title: String,
    pub description: String,
    pub place: String,
    pub place_folded: String,
    pub district_id: Option<DistrictId>,
    pub remote: bool,
    pub min_age: i64,
    pub claim_rule: ClaimRule,
    pub state: OpportunityState,
    pub searched: String,
    pub created_by: Option<PersonId>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub questions: Json<Vec<Question>>,
    pub handed_in_at: Option<Instant>,
    pub sent_back: Option<String>,
    pub proposed: Option<Json<OpportunityForm>>,
    pub requires: Json<Vec<Code>>,
    pub roles: Json<Vec<Role>>,
}

impl OpportunityRow {
    /// Where it stands on its way to everyone.
    pub const fn stage(&self) -> Stage {
        Stage::of(self.state, self.handed_in_at.is_some(), self.sent_back.is_some())
    }
}

/// One opportunity, whatever its state.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx, id: OpportunityId) -> Result<Option<OpportunityRow>, Error> {
    tx.query(
        "SELECT id, organisation_id, kind_code, title, description, place, place_folded, district_id, remote, min_age,
           claim_rule, state, searched, created_by, created_at, updated_at, questions, handed_in_at, sent_back, proposed,
           requires, roles
         FROM opportunity WHERE id = $1",
    )
    .bind(id)
    .optional()
    .await
}

/// Writes an opportunity, new or changed.
///
/// # Errors
/// When the database fails.
pub async fn put(tx: &mut Tx, row: &OpportunityRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO opportunity (id, organisation_id, kind_code, title, description, place, place_folded, district_id,
           remote, min_age, claim_rule, state, searched, created_by, created_at, updated_at, questions, handed_in_at,
           sent_back, proposed, requires, roles)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
         ON CONFLICT (id) DO UPDATE SET organisation_id = excluded.organisation_id, kind_code = excluded.kind_code,
           title = excluded.title, description = excluded.description, place = excluded.place,
           place_folded = excluded.place_folded, district_id = excluded.district_id, remote = excluded.remote,
           min_age = excluded.min_age, claim_rule = excluded.claim_rule, state = excluded.state,
           searched = excluded.searched, updated_at = excluded.updated_at, questions = excluded.questions,
           handed_in_at = excluded.handed_in_at, sent_back = excluded.sent_back, proposed = excluded.proposed,
           requires = excluded.requires, roles = excluded.roles",
    )
    .bind(row.id)
    .bind(row.organisation_id)
    .bind(row.kind_code.clone())
    .bind(row.title.clone())
    .bind(row.description.clone())
    .bind(row.place.clone())
    .bind(row.place_folded.clone())
    .bind(row.district_id)
    .bind(row.remote)
    .bind(row.min_age)
    .bind(row.claim_rule)
    .bind(row.state)
    .bind(row.searched.clone())
    .bind(row.created_by)
    .bind(row.created_at)
    .bind(row.updated_at)
    .bind(row.questions.clone())
    .bind(row.handed_in_at)
    .bind(row.sent_back.clone())
    .bind(row.proposed.clone())
    .bind(row.requires.clone())
    .bind(row.roles.clone())
    .run()
    .await
    .map(|_| ())
}

/// What an opportunity asks at sign-up; nothing if there is no such opportunity.
///
/// # Errors
/// When the database fails.
pub async fn questions(tx: &mut Tx, id: OpportunityId) -> Result<Vec<Question>, Error> {
    let found: Option<(Json<Vec<Question>>,)> =
        tx.query("SELECT questions FROM opportunity WHERE id = $1").bind(id).optional().await?;
    Ok(found.map(|(questions,)| questions.0).unwrap_or_default())
}

/// How many opportunities wait for a coordinator's look.
///
/// # Errors
/// When the database fails.
pub async fn handed_in(tx: &mut Tx) -> Result<i64, Error> {
    let (count,): (i64,) = tx
        .query("SELECT COUNT(*) FROM opportunity WHERE handed_in_at IS NOT NULL AND state <> 'cancelled'")
        .one()
        .await?;
    Ok(count)
}

/// What the page of an opportunity shows beside the row itself.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct Surroundings {
    pub organisation: String,
    pub organisation_type: OrganisationType,
    pub address: String,
    pub district: Option<String>,
}

/// The organisation and district of an opportunity.
///
/// # Errors
/// When the database fails or there is no such opportunity.
pub async fn surroundings(tx: &mut Tx, id: OpportunityId) -> Result<Surroundings, Error> {
    tx.query(
        "SELECT g.name AS organisation, g.type AS organisation_type, g.address, d.name AS district
         FROM opportunity o JOIN organisation g ON g.id = o.organisation_id
         LEFT JOIN district d ON d.id = COALESCE(o.district_id, g.district_id) WHERE o.id = $1",
    )
    .bind(id)
    .one()
    .await
}

/// An opportunity in a list.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct ListedOpportunity {
    pub id: OpportunityId,
    pub title: String,
    pub state: OpportunityState,
    pub handed_in_at: Option<Instant>,
    pub was_sent_back: bool,
    pub organisation: String,
    pub kind_code: Code,
    pub family: Family,
    pub short_pl: String,
    pub short_en: String,
    pub short_uk: String,
    pub next_at: Option<Instant>,
    pub coming: i64,
}

/// What waits for a coordinator first, the longest waiting first, then drafts, then what has dates to come, by the next
/// date, then the rest; at most 300. A task without an hour that has begun comes with the end of its last day. `organisations` `None` means all.
///
/// # Errors
/// When the database fails.
pub async fn list(
    tx: &mut Tx,
    now: Instant,
    organisations: Option<&[OrganisationId]>,
) -> Result<Vec<ListedOpportunity>, Error> {
    let own = among("o.organisation_id", organisations, 2);
    let sql = format!(
        "SELECT o.id, o.title, o.state, o.handed_in_at, o.sent_back IS NOT NULL AS was_sent_back, g.name AS organisation,
           o.kind_code, k.family, k.short_pl, k.short_en, k.short_uk, n.next_at, COALESCE(n.coming, 0) AS coming
         FROM opportunity o JOIN organisation g ON g.id = o.organisation_id JOIN kind k ON k.code = o.kind_code
         LEFT JOIN (SELECT opportunity_id, MIN(CASE WHEN starts_at > $1 THEN starts_at ELSE ends_at END) AS next_at,
                      COUNT(*) AS coming FROM slot
                    WHERE (starts_at > $1 OR work_minutes IS NOT NULL AND ends_at > $1) AND state = 'open'
                    GROUP BY opportunity_id) n ON n.opportunity_id = o.id
         WHERE {own}
         ORDER BY CASE WHEN o.handed_in_at IS NULL OR o.state = 'cancelled' THEN 1 ELSE 0 END,
           CASE WHEN o.state <> 'cancelled' THEN o.handed_in_at END,
           CASE o.state WHEN 'draft' THEN 0 WHEN 'published' THEN 1 ELSE 2 END,
           CASE WHEN n.next_at IS NULL THEN 1 ELSE 0 END, n.next_at, o.updated_at DESC, o.id LIMIT 300"
    );
    let mut query = tx.assembled(sql).bind(now);
    for organisation in organisations.unwrap_or_default() {
        query = query.bind(*organisation);
    }
    query.all().await
}

/// The condition that `column` is one of these organisations, whose values are bound from `$first` on.
pub(super) fn among(column: &str, organisations: Option<&[OrganisationId]>, first: usize) -> String {
    let Some(own) = organisations else { return "1 = 1".to_owned() };
    let places: Vec<String> = (0..own.len()).map(|n| format!("${}", n + first)).collect();
    format!("{column} IN ({})", places.join(", "))
}

/// The dates of an opportunity that end after `since`, by time; at most 600.
///
/// # Errors
/// When the database fails.
pub async fn slots(tx: &mut Tx, id: OpportunityId, since: Instant) -> Result<Vec<SlotRow>, Error> {
    tx.query(
            "SELECT s.id, s.starts_at, s.ends_at, s.opens_at, s.work_minutes, s.min_places, s.max_places, s.taken, s.state,
               s.series_id,
               (SELECT COUNT(*) FROM claim c WHERE c.slot_id = s.id AND c.state = 'pending') AS waiting
             FROM slot s WHERE s.opportunity_id = $1 AND s.ends_at > $2 ORDER BY s.starts_at, s.id LIMIT 600",
        )
        .bind(id)
        .bind(since)
        .all()
    .await
}
