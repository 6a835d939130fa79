//! Rules that approve by themselves, and what they look at.

use crate::db::Tx;
use crate::order;
use domain::approval::{Condition, Effect, Rule};
use domain::ids::{ApprovalRuleId, OrganisationId, PersonId, RoleId, SlotId};
use domain::text::Code;
use domain::time::{Day, Instant};
use sqlx::types::Json;
use sqlx::{Error, FromRow};

/// A rule with who made it.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct RuleRow {
    pub id: ApprovalRuleId,
    pub name: String,
    pub effect: Effect,
    pub conditions: Json<Vec<Condition>>,
    pub organisation_id: Option<OrganisationId>,
    pub created_by: PersonId,
    pub created_at: Instant,
}

impl RuleRow {
    /// The rule alone.
    pub fn rule(self) -> Rule {
        let Self { id, name, effect, conditions, organisation_id, .. } = self;
        Rule { id, name, effect, conditions: conditions.0, organisation_id }
    }
}

/// The rules that hold, by name.
///
/// # Errors
/// When the database fails.
pub async fn rules(tx: &mut Tx) -> Result<Vec<RuleRow>, Error> {
    let mut rules: Vec<RuleRow> = tx
        .query(
            "SELECT id, name, effect, conditions, organisation_id, created_by, created_at FROM approval_rule
         WHERE ended_at IS NULL ORDER BY id",
        )
        .all()
        .await?;
    order::by_name(&mut rules, |rule| &rule.name);
    Ok(rules)
}

/// Adds a rule.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, row: &RuleRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO approval_rule (id, name, effect, conditions, organisation_id, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(row.id)
    .bind(row.name.clone())
    .bind(row.effect)
    .bind(row.conditions.clone())
    .bind(row.organisation_id)
    .bind(row.created_by)
    .bind(row.created_at)
    .run()
    .await
    .map(|_| ())
}

/// Ends a rule; `false` when it has ended or is not there. What it decided stays.
///
/// # Errors
/// When the database fails.
pub async fn end(tx: &mut Tx, id: ApprovalRuleId, now: Instant) -> Result<bool, Error> {
    let ended = tx
        .query("UPDATE approval_rule SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL")
        .bind(id)
        .bind(now)
        .run()
        .await?;
    Ok(ended == 1)
}

/// What is known of a person's past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct Known {
    pub came_here: i64,
    pub came_to_kind: i64,
    pub missed_on: Option<Day>,
}

/// How often a person came to an organisation and to tasks of a kind, and when they last did not come; of dates that
/// began before a moment.
///
/// # Errors
/// When the database fails.
pub async fn known(
    tx: &mut Tx,
    person: PersonId,
    organisation: OrganisationId,
    kind: &Code,
    before: Instant,
) -> Result<Known, Error> {
    tx.query(
        "SELECT COUNT(CASE WHEN c.state = 'attended' AND o.organisation_id = $2 THEN 1 END) AS came_here,
           COUNT(CASE WHEN c.state = 'attended' AND o.kind_code = $3 THEN 1 END) AS came_to_kind,
           MAX(CASE WHEN c.state = 'no_show' THEN s.on_day END) AS missed_on
         FROM claim c JOIN slot s ON s.id = c.slot_id JOIN opportunity o ON o.id = s.opportunity_id
         WHERE c.person_id = $1 AND c.state IN ('attended', 'no_show') AND s.starts_at < $4",
    )
    .bind(person)
    .bind(organisation)
    .bind(kind.clone())
    .bind(before)
    .one()
    .await
}

/// A request of the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct Request {
    pub person_id: PersonId,
    pub slot_id: SlotId,
    pub created_at: Instant,
    pub role_id: Option<RoleId>,
}

/// The last claims on what is given by approval, the latest first; at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn requests(tx: &mut Tx, limit: i64) -> Result<Vec<Request>, Error> {
    tx.query(
        "SELECT c.person_id, c.slot_id, c.created_at, c.role_id
         FROM claim c JOIN slot s ON s.id = c.slot_id JOIN opportunity o ON o.id = s.opportunity_id
         WHERE o.claim_rule = 'approval' ORDER BY c.created_at DESC, c.id LIMIT $1",
    )
    .bind(limit)
    .all()
    .await
}
