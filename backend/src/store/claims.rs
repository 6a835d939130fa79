//! Claims.

use super::windows;
use crate::db::Tx;
use domain::approval::Ruling;
use domain::claim::ClaimState;
use domain::claiming::Engagement;
use domain::ids::{ClaimId, OpportunityId, PersonId, RoleId, SlotId, StandingId};
use domain::question::Answer;
use domain::time::Instant;
use sqlx::types::Json;
use sqlx::{Error, FromRow};

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct ClaimRow {
    pub id: ClaimId,
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub state: ClaimState,
    pub places: i64,
    pub role_id: Option<RoleId>,
    pub standing_id: Option<StandingId>,
    pub queued_at: Option<Instant>,
    pub asked_again_at: Option<Instant>,
    pub answers: Json<Vec<Answer>>,
    pub rule: Option<Json<Ruling>>,
    pub reason: Option<String>,
    pub decided_by: Option<PersonId>,
    pub decided_at: Option<Instant>,
    pub created_at: Instant,
}

impl ClaimRow {
    /// One person's claim on one place, made at `created_at`; nothing decided.
    pub const fn new(
        id: ClaimId,
        slot_id: SlotId,
        person_id: PersonId,
        state: ClaimState,
        created_at: Instant,
    ) -> Self {
        Self {
            id,
            slot_id,
            person_id,
            state,
            places: 1,
            role_id: None,
            standing_id: None,
            queued_at: None,
            asked_again_at: None,
            answers: Json(Vec::new()),
            rule: None,
            reason: None,
            decided_by: None,
            decided_at: None,
            created_at,
        }
    }

    /// How many of the slot's places it takes up.
    pub const fn places_held(&self) -> i64 {
        if self.state.holds_place() { self.places } else { 0 }
    }
}

/// The claims for which `$rest` holds.
macro_rules! select_claim {
    ($rest:literal) => {
        concat!(
            "SELECT id, slot_id, person_id, state, places, role_id, standing_id, queued_at,
               asked_again_at, answers, rule, reason, decided_by, decided_at, created_at
             FROM claim WHERE ",
            $rest
        )
    };
}

/// One claim.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx, id: ClaimId) -> Result<Option<ClaimRow>, Error> {
    tx.query(select_claim!("id = $1")).bind(id).optional().await
}

/// A person's live claim on a slot.
///
/// # Errors
/// When the database fails.
pub async fn live(tx: &mut Tx, slot: SlotId, person: PersonId) -> Result<Option<ClaimRow>, Error> {
    tx.query(select_claim!(
        "slot_id = $1 AND person_id = $2 AND state IN ('pending', 'approved', 'waitlisted', 'offered')"
    ))
    .bind(slot)
    .bind(person)
    .optional()
    .await
}

/// Notes when somebody stepped back.
///
/// # Errors
/// When the database fails.
pub async fn note_withdrawal(tx: &mut Tx, id: ClaimId, now: Instant) -> Result<(), Error> {
    tx.query("UPDATE claim SET withdrawn_at = $2 WHERE id = $1").bind(id).bind(now).run().await.map(|_| ())
}

/// Adds a claim.
///
/// # Errors
/// A violation of uniqueness when the person has a live claim on the slot; otherwise when the database fails.
pub async fn add(tx: &mut Tx, claim: &ClaimRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO claim (id, slot_id, person_id, state, places, standing_id, queued_at, asked_again_at, answers, rule,
           reason, decided_by, decided_at, created_at, role_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    )
    .bind(claim.id)
    .bind(claim.slot_id)
    .bind(claim.person_id)
    .bind(claim.state)
    .bind(claim.places)
    .bind(claim.standing_id)
    .bind(claim.queued_at)
    .bind(claim.asked_again_at)
    .bind(claim.answers.clone())
    .bind(claim.rule.clone())
    .bind(claim.reason.clone())
    .bind(claim.decided_by)
    .bind(claim.decided_at)
    .bind(claim.created_at)
    .bind(claim.role_id)
    .run()
    .await
    .map(|_| ())
}

/// Moves a claim from the state and places it was read with; `false` when somebody else moved it in between.
///
/// # Errors
/// When the database fails.
pub async fn change(tx: &mut Tx, from: &ClaimRow, to: &ClaimRow) -> Result<bool, Error> {
    let changed = tx
        .query(
            "UPDATE claim SET state = $3, places = $4, standing_id = $5, queued_at = $6, asked_again_at = $7,
               answers = $8, rule = $9, reason = $10, decided_by = $11, decided_at = $12, role_id = $13
             WHERE id = $1 AND state = $2 AND places = $14",
        )
        .bind(from.id)
        .bind(from.state)
        .bind(to.state)
        .bind(to.places)
        .bind(to.standing_id)
        .bind(to.queued_at)
        .bind(to.asked_again_at)
        .bind(to.answers.clone())
        .bind(to.rule.clone())
        .bind(to.reason.clone())
        .bind(to.decided_by)
        .bind(to.decided_at)
        .bind(to.role_id)
        .bind(from.places)
        .run()
        .await?;
    Ok(changed == 1)
}

/// A live claim with the time and place of its slot.
#[derive(FromRow)]
struct Held {
    id: ClaimId,
    person_id: PersonId,
    slot_id: SlotId,
    starts_at: Instant,
    ends_at: Instant,
    place_folded: String,
    remote: bool,
    state: ClaimState,
    work_minutes: Option<i64>,
}

impl Held {
    fn engagement(self) -> Engagement {
        let Self { slot_id, starts_at, ends_at, place_folded: place, remote, state, work_minutes, .. } = self;
        let work = work_minutes.map(|_| Vec::new());
        Engagement { slot_id, starts_at, ends_at, place, remote, state, work }
    }
}

/// The rows of [`Held`] for which `$rest` holds.
macro_rules! select_held {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.person_id, c.slot_id, s.starts_at, s.ends_at, o.place_folded, o.remote, c.state, s.work_minutes
             FROM claim c JOIN slot s ON s.id = c.slot_id JOIN opportunity o ON o.id = s.opportunity_id
             WHERE c.state IN ('pending', 'approved', 'waitlisted', 'offered', 'attended') AND ",
            $rest
        )
    };
}

/// What a person holds or asks for with a start from `from` on and before `until`; of tasks without an hour those that
/// can be done then, with what was done of them.
///
/// # Errors
/// When the database fails.
pub async fn engagements(
    tx: &mut Tx,
    person: PersonId,
    from: Instant,
    until: Instant,
) -> Result<Vec<(ClaimId, Engagement)>, Error> {
    let sql = select_held!(
        "c.person_id = $3 AND s.starts_at < $2 AND (s.starts_at >= $1 OR s.work_minutes IS NOT NULL AND s.ends_at > $1)"
    );
    let found: Vec<Held> = tx.query(sql).bind(from).bind(until).bind(person).all().await?;
    let mut all: Vec<_> = found.into_iter().map(|held| (held.id, held.engagement())).collect();
    for (id, engagement) in &mut all {
        if let Some(work) = &mut engagement.work {
            work.extend(windows::stints(tx, *id).await?.into_iter().map(|stint| stint.work()));
        }
    }
    Ok(all)
}

/// What everybody holds or asks for with a start from `from` on and before `until`; no tasks without an hour.
///
/// # Errors
/// When the database fails.
pub async fn all_engagements(
    tx: &mut Tx,
    from: Instant,
    until: Instant,
) -> Result<Vec<(PersonId, Engagement)>, Error> {
    let sql = select_held!("s.starts_at >= $1 AND s.starts_at < $2 AND s.work_minutes IS NULL");
    let found: Vec<Held> = tx.query(sql).bind(from).bind(until).all().await?;
    Ok(found.into_iter().map(|held| (held.person_id, held.engagement())).collect())
}

/// What the people with a live claim on a date of this opportunity after `now` hold or ask for anywhere, with a start
/// from `from` on.
///
/// # Errors
/// When the database fails.
pub async fn engagements_beside(
    tx: &mut Tx,
    opportunity: OpportunityId,
    now: Instant,
    from: Instant,
) -> Result<Vec<(PersonId, Engagement)>, Error> {
    let sql = select_held!(
        "s.starts_at < $2 AND (s.starts_at >= $1 OR s.work_minutes IS NOT NULL AND s.ends_at > $1)
           AND c.person_id IN (SELECT e.person_id FROM claim e JOIN slot w ON w.id = e.slot_id
             WHERE w.opportunity_id = $3 AND (w.starts_at > $4 OR w.work_minutes IS NOT NULL AND w.ends_at > $4)
               AND e.state IN ('pending', 'approved', 'waitlisted', 'offered'))
           ORDER BY s.starts_at, c.id"
    );
    let far = now.plus_days(36_600);
    let found: Vec<Held> = tx.query(sql).bind(from).bind(far).bind(opportunity).bind(now).all().await?;
    Ok(found.into_iter().map(|held| (held.person_id, held.engagement())).collect())
}

/// A claim on a coming slot, as the plan needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct ComingClaim {
    pub id: ClaimId,
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub state: ClaimState,
    pub places: i64,
    pub asked_again_at: Option<Instant>,
    pub role_id: Option<RoleId>,
}

/// Every claim on open slots that begin after `from` and before `until`, in the order of their ids.
///
/// # Errors
/// When the database fails.
pub async fn coming(tx: &mut Tx, from: Instant, until: Instant) -> Result<Vec<ComingClaim>, Error> {
    tx.query(
        "SELECT c.id, c.slot_id, c.person_id, c.state, c.places, c.asked_again_at, c.role_id FROM slot s CROSS JOIN claim c
         WHERE c.slot_id = s.id AND s.starts_at > $1 AND s.starts_at < $2 AND s.state = 'open' ORDER BY c.id",
    )
    .bind(from)
    .bind(until)
    .all()
    .await
}

/// One of a person's claims with its hours.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct OwnClaim {
    pub id: ClaimId,
    pub slot_id: SlotId,
    pub state: ClaimState,
    pub reason: Option<String>,
    pub minutes: Option<i64>,
    pub role_id: Option<RoleId>,
}

/// A person's claims on slots that end after `now`, the next first; at most 200.
///
/// # Errors
/// When the database fails.
pub async fn coming_of(tx: &mut Tx, person: PersonId, now: Instant) -> Result<Vec<OwnClaim>, Error> {
    tx.query(
        "SELECT c.id, c.slot_id, c.state, c.reason, h.minutes, c.role_id
         FROM claim c JOIN slot s ON s.id = c.slot_id LEFT JOIN hours h ON h.claim_id = c.id
         WHERE c.person_id = $1 AND s.ends_at > $2 AND c.state <> 'withdrawn'
         ORDER BY s.starts_at, c.id LIMIT 200",
    )
    .bind(person)
    .bind(now)
    .all()
    .await
}

/// A person's claims on slots that are over, the latest first; at most 50.
///
/// # Errors
/// When the database fails.
pub async fn past_of(tx: &mut Tx, person: PersonId, now: Instant) -> Result<Vec<OwnClaim>, Error> {
    tx.query(
        "SELECT c.id, c.slot_id, c.state, c.reason, h.minutes, c.role_id
         FROM claim c JOIN slot s ON s.id = c.slot_id LEFT JOIN hours h ON h.claim_id = c.id
         WHERE c.person_id = $1 AND s.ends_at <= $2 AND c.state IN ('approved', 'attended', 'no_show')
         ORDER BY s.starts_at DESC, c.id LIMIT 50",
    )
    .bind(person)
    .bind(now)
    .all()
    .await
}

/// Live claims on a slot, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn live_of_slot(tx: &mut Tx, slot: SlotId) -> Result<Vec<ClaimRow>, Error> {
    tx.query(select_claim!(
        "slot_id = $1 AND state IN ('pending', 'approved', 'waitlisted', 'offered') ORDER BY created_at, id"
    ))
    .bind(slot)
    .all()
    .await
}

/// Who waits for a place in a slot, the next first.
///
/// # Errors
/// When the database fails.
pub async fn queue(tx: &mut Tx, slot: SlotId) -> Result<Vec<ClaimRow>, Error> {
    tx.query(select_claim!("slot_id = $1 AND state = 'waitlisted' ORDER BY queued_at, created_at, id"))
        .bind(slot)
        .all()
        .await
}

/// Whether a person stepped back from a slot, at least once.
///
/// # Errors
/// When the database fails.
pub async fn stepped_back(tx: &mut Tx, slot: SlotId, person: PersonId) -> Result<bool, Error> {
    let (count,): (i64,) = tx
        .query("SELECT COUNT(*) FROM claim WHERE slot_id = $1 AND person_id = $2 AND state = 'withdrawn'")
        .bind(slot)
        .bind(person)
        .one()
        .await?;
    Ok(count > 0)
}

/// Names of people who have a place in a slot, in the order in which they claimed.
///
/// # Errors
/// When the database fails.
pub async fn names_in_slot(tx: &mut Tx, slot: SlotId, but: PersonId) -> Result<Vec<String>, Error> {
    let rows: Vec<(String,)> = tx
        .query(
            "SELECT p.name FROM claim c JOIN person p ON p.id = c.person_id
             WHERE c.slot_id = $1 AND c.person_id <> $2 AND c.state IN ('approved', 'attended', 'no_show')
             ORDER BY c.created_at, c.id",
        )
        .bind(slot)
        .bind(but)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}
