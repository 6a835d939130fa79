//! The places of dates by role, and what the centre asks people to show.

use super::slots::SlotRow;
use crate::db::Tx;
use domain::ids::{OpportunityId, PersonId, RoleId, SlotId};
use domain::qualification::Held;
use domain::role::RolePlan;
use domain::text::Code;
use domain::time::Instant;
use sqlx::types::Json;
use sqlx::{Error, FromRow};
use std::collections::{HashMap, HashSet};

/// Slots asked for at once.
const AT_ONCE: usize = 40;

/// The places of a role on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct RolePlaces {
    pub role_id: RoleId,
    pub min_places: i64,
    pub max_places: i64,
    pub taken: i64,
}

impl RolePlaces {
    /// How many there are, whoever has them.
    pub const fn plan(&self) -> RolePlan {
        let Self { role_id, min_places, max_places, .. } = *self;
        RolePlan { role_id, min_places, max_places }
    }
}

#[derive(FromRow)]
struct Found {
    slot_id: SlotId,
    #[sqlx(flatten)]
    places: RolePlaces,
}

type BySlot = HashMap<SlotId, Vec<RolePlaces>>;

fn grouped(rows: Vec<Found>, into: &mut BySlot) {
    for row in rows {
        into.entry(row.slot_id).or_default().push(row.places);
    }
}

/// The roles of these slots, in the order of the opportunity.
///
/// # Errors
/// When the database fails.
pub async fn of_slots(tx: &mut Tx, slots: &[SlotId]) -> Result<BySlot, Error> {
    let mut found = BySlot::new();
    for slots in slots.chunks(AT_ONCE) {
        let places: Vec<String> = (1..=slots.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "SELECT slot_id, role_id, min_places, max_places, taken FROM slot_role
             WHERE slot_id IN ({}) ORDER BY slot_id, position",
            places.join(", ")
        );
        let query = slots.iter().fold(tx.assembled(sql), |query, id| query.bind(*id));
        grouped(query.all().await?, &mut found);
    }
    Ok(found)
}

/// These slots with their roles; where none has any the database is not asked.
pub(super) async fn filled(tx: &mut Tx, mut rows: Vec<SlotRow>) -> Result<Vec<SlotRow>, Error> {
    let with_roles: Vec<SlotId> = rows.iter().filter(|row| row.with_roles).map(|row| row.id).collect();
    if !with_roles.is_empty() {
        let mut found = of_slots(tx, &with_roles).await?;
        for row in &mut rows {
            row.roles = found.remove(&row.id).unwrap_or_default();
        }
    }
    Ok(rows)
}

/// The roles of the dates of an opportunity.
///
/// # Errors
/// When the database fails.
pub async fn of_opportunity(tx: &mut Tx, opportunity: OpportunityId) -> Result<BySlot, Error> {
    let rows = tx
        .query(
            "SELECT r.slot_id, r.role_id, r.min_places, r.max_places, r.taken FROM slot s
             JOIN slot_role r ON r.slot_id = s.id WHERE s.opportunity_id = $1 AND s.with_roles
             ORDER BY r.slot_id, r.position",
        )
        .bind(opportunity)
        .all()
        .await?;
    let mut found = BySlot::new();
    grouped(rows, &mut found);
    Ok(found)
}

/// Which roles of an opportunity have an open date that is not over at `now`.
///
/// # Errors
/// When the database fails.
pub async fn in_use(tx: &mut Tx, opportunity: OpportunityId, now: Instant) -> Result<HashSet<RoleId>, Error> {
    let rows: Vec<(RoleId,)> = tx
        .query(
            "SELECT DISTINCT r.role_id FROM slot s JOIN slot_role r ON r.slot_id = s.id
             WHERE s.opportunity_id = $1 AND s.state = 'open' AND s.ends_at > $2",
        )
        .bind(opportunity)
        .bind(now)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Gives dates these roles in place of those they had, and counts their places taken anew from the claims.
///
/// # Errors
/// When the database fails; also when a role has more people than places then.
pub async fn put(tx: &mut Tx, dates: &[(SlotId, Vec<RolePlan>)]) -> Result<(), Error> {
    tx.rows("DELETE FROM slot_role WHERE slot_id IN (VALUES $rows)", 1, dates, |query, date| {
        query.bind(date.0)
    })
    .await?;
    let all: Vec<(SlotId, i64, RolePlan)> = dates
        .iter()
        .flat_map(|(slot, plans)| (0..).zip(plans).map(|(position, plan)| (*slot, position, *plan)))
        .collect();
    let sql =
        "INSERT INTO slot_role (slot_id, role_id, position, min_places, max_places, taken) VALUES $rows";
    tx.rows(sql, 6, &all, |query, (slot, position, plan)| {
        let query = query.bind(*slot).bind(plan.role_id).bind(*position);
        query.bind(plan.min_places).bind(plan.max_places).bind(0_i64)
    })
    .await?;
    let sql = "UPDATE slot SET with_roles = v.column2 FROM (VALUES $rows) AS v WHERE slot.id = v.column1";
    tx.rows(sql, 2, dates, |query, (slot, plans)| query.bind(*slot).bind(!plans.is_empty())).await?;
    let slots: Vec<SlotId> = dates.iter().map(|(slot, _)| *slot).collect();
    recount(tx, &slots).await
}

/// Counts the places taken of each role on these dates anew from their claims.
///
/// # Errors
/// When the database fails.
pub async fn recount(tx: &mut Tx, dates: &[SlotId]) -> Result<(), Error> {
    let sql = "UPDATE slot_role SET taken = (SELECT CAST(COALESCE(SUM(c.places), 0) AS BIGINT) FROM claim c
                 WHERE c.slot_id = slot_role.slot_id AND c.role_id = slot_role.role_id
                   AND c.state IN ('approved', 'offered', 'attended', 'no_show'))
               WHERE slot_id IN (VALUES $rows)";
    tx.rows(sql, 1, dates, |query, id| query.bind(*id)).await.map(|_| ())
}

/// The qualifications that can be asked for, in their order.
///
/// # Errors
/// When the database fails.
pub async fn qualifications(tx: &mut Tx) -> Result<Vec<Code>, Error> {
    let rows: Vec<(Code,)> = tx
        .query("SELECT code FROM qualification WHERE ended_at IS NULL ORDER BY position, code")
        .all()
        .await?;
    Ok(rows.into_iter().map(|(code,)| code).collect())
}

/// Adds a qualification of the centre's own after the others, or takes an ended one up again; `false` when it is there.
///
/// # Errors
/// When the database fails.
pub async fn add_qualification(
    tx: &mut Tx,
    code: &Code,
    by: Option<PersonId>,
    now: Instant,
) -> Result<bool, Error> {
    let added = tx
        .query(
            "INSERT INTO qualification (code, position, created_by, created_at)
             VALUES ($1, (SELECT COALESCE(MAX(position), 0) + 1 FROM qualification), $2, $3)
             ON CONFLICT (code) DO UPDATE SET ended_at = NULL WHERE qualification.ended_at IS NOT NULL",
        )
        .bind(code.clone())
        .bind(by)
        .bind(now)
        .run()
        .await?;
    Ok(added == 1)
}

/// Asks for a qualification no longer; `false` when it is not there.
///
/// # Errors
/// When the database fails.
pub async fn end_qualification(tx: &mut Tx, code: &Code, now: Instant) -> Result<bool, Error> {
    let ended = tx
        .query("UPDATE qualification SET ended_at = $2 WHERE code = $1 AND ended_at IS NULL")
        .bind(code.clone())
        .bind(now)
        .run()
        .await?;
    Ok(ended == 1)
}

/// Writes what a volunteer can show. Whoever does holds the lock `person:<id>`.
///
/// # Errors
/// When the database fails.
pub async fn set_held(tx: &mut Tx, person: PersonId, held: Vec<Held>) -> Result<(), Error> {
    tx.query("UPDATE volunteer SET qualifications = $2 WHERE person_id = $1")
        .bind(person)
        .bind(Json(held))
        .run()
        .await
        .map(|_| ())
}
