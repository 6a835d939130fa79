//! Dates as calendars of others need them, and the secret addresses of people's own calendars.

use crate::db::Tx;
use domain::claim::ClaimState;
use domain::feed::FeedDate;
use domain::ids::{ClaimId, DistrictId, OpportunityId, OrganisationId, PersonId, SlotId};
use domain::kind::Family;
use domain::locale::Locale;
use domain::opportunity::{OpportunityState, SlotState};
use domain::text::Code;
use domain::time::Instant;
use sqlx::{Error, FromRow};

/// A date with everything around it that others may be told.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migrations")]
pub struct FeedRow {
    pub id: SlotId,
    pub opportunity_id: OpportunityId,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub work_minutes: Option<i64>,
    pub opens_at: Option<Instant>,
    pub min_places: i64,
    pub max_places: i64,
    pub taken: i64,
    pub state: SlotState,
    /// Changes of the slot and of its opportunity.
    pub revision: i64,
    pub title: String,
    pub description: String,
    pub place: String,
    pub remote: bool,
    pub min_age: i64,
    pub opportunity_state: OpportunityState,
    pub updated_at: Instant,
    /// The latest change that was noted; its opportunity's or of one of its dates.
    pub changed_at: Option<Instant>,
    pub organisation_id: OrganisationId,
    pub organisation: String,
    pub district: Option<String>,
    pub district_id: Option<DistrictId>,
    pub kind_code: Code,
    pub family: Family,
    pub name_pl: String,
    pub name_en: String,
    pub name_uk: String,
}

/// A person's own claim with its date.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct OwnRow {
    /// Which claim.
    pub claim_id: ClaimId,
    /// Where it stands.
    pub claim_state: ClaimState,
    /// How many steps it has made.
    pub steps: i64,
    /// Since when it waits for the person to say whether the date, which was moved, still suits them.
    pub asked_again_at: Option<Instant>,
    /// Its date.
    #[sqlx(flatten)]
    pub date: FeedRow,
}

/// What narrows a public calendar down; `None` does not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FeedFilter {
    /// Only this kind.
    pub kind: Option<Code>,
    /// Only this organisation.
    pub organisation: Option<OrganisationId>,
    /// Only this district.
    pub district: Option<DistrictId>,
}

macro_rules! columns {
    () => {
        "s.id, s.opportunity_id, s.starts_at, s.ends_at, s.work_minutes, s.opens_at, s.min_places, s.max_places, s.taken,
           s.state, s.revision + o.revision AS revision, o.title, o.description, o.place, o.remote, o.min_age,
           o.state AS opportunity_state, o.updated_at,
           (SELECT MAX(h.at) FROM opportunity_change h WHERE h.opportunity_id = o.id) AS changed_at,
           g.id AS organisation_id, g.name AS organisation, d.name AS district, d.id AS district_id,
           k.code AS kind_code, k.family, k.name_pl, k.name_en, k.name_uk"
    };
}

macro_rules! around {
    () => {
        " JOIN organisation g ON g.id = o.organisation_id
          JOIN kind k ON k.code = o.kind_code
          LEFT JOIN district d ON d.id = COALESCE(o.district_id, g.district_id) "
    };
}

impl FeedRow {
    /// What others are told in this language at this time.
    pub fn date(self, locale: Locale, now: Instant) -> FeedDate {
        let kind_name = match locale {
            Locale::Pl => self.name_pl,
            Locale::En => self.name_en,
            Locale::Uk => self.name_uk,
        };
        FeedDate {
            uid: self.id.0,
            sequence: self.revision,
            changed_at: self.changed_at.map_or(self.updated_at, |at| at.max(self.updated_at)),
            slot_id: self.id,
            opportunity_id: self.opportunity_id,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            work_minutes: self.work_minutes,
            opens_at: self.opens_at.filter(|at| *at > now),
            title: self.title,
            description: self.description,
            organisation_id: self.organisation_id,
            organisation: self.organisation,
            place: self.place,
            district: self.district,
            district_id: self.district_id,
            remote: self.remote,
            min_age: self.min_age,
            min_places: self.min_places,
            max_places: self.max_places,
            taken: self.taken,
            kind: self.kind_code,
            family: self.family,
            kind_name,
            cancelled: self.state == SlotState::Cancelled
                || self.opportunity_state == OpportunityState::Cancelled,
            claim: None,
            asked_again: false,
        }
    }
}

impl OwnRow {
    /// What the person's own calendar tells. The claim names it: whoever steps back and comes again has a new one.
    pub fn date(self, locale: Locale, now: Instant) -> FeedDate {
        let own = FeedDate { claim: Some(self.claim_state), ..self.date.date(locale, now) };
        FeedDate {
            uid: self.claim_id.0,
            sequence: own.sequence + self.steps,
            cancelled: own.cancelled || self.claim_state == ClaimState::Cancelled,
            asked_again: self.asked_again_at.is_some() && self.claim_state == ClaimState::Approved,
            ..own
        }
    }
}

/// What visitors may see of the dates that begin between `from` and `until`, and of the tasks without an hour that can
/// be done then, by time; at most `limit`. With `cancelled` also those that do not take place, if they were published before.
///
/// # Errors
/// When the database fails.
pub async fn public(
    tx: &mut Tx,
    (from, until): (Instant, Instant),
    filter: &FeedFilter,
    cancelled: bool,
    limit: i64,
) -> Result<Vec<FeedRow>, Error> {
    tx.query(concat!(
        "SELECT ",
        columns!(),
        " FROM slot s CROSS JOIN opportunity o",
        around!(),
        "WHERE o.id = s.opportunity_id AND (s.starts_at >= $1 OR s.work_minutes IS NOT NULL AND s.ends_at > $1) AND s.starts_at < $2
           AND ((o.state = 'published' AND (s.state = 'open' OR $3)) OR (o.state = 'cancelled' AND o.was_published AND $3))
           AND ($4 IS NULL OR o.kind_code = $4)
           AND ($5 IS NULL OR o.organisation_id = $5)
           AND ($6 IS NULL OR COALESCE(o.district_id, g.district_id) = $6)
         ORDER BY s.starts_at, s.id LIMIT $7"
    ))
    .bind(from)
    .bind(until)
    .bind(cancelled)
    .bind(filter.kind.clone())
    .bind(filter.organisation)
    .bind(filter.district)
    .bind(limit)
    .all()
    .await
}

/// One date that visitors may see or could see before it was cancelled.
///
/// # Errors
/// When the database fails.
pub async fn one(tx: &mut Tx, slot: SlotId) -> Result<Option<FeedRow>, Error> {
    tx.query(concat!(
        "SELECT ",
        columns!(),
        " FROM slot s JOIN opportunity o ON o.id = s.opportunity_id",
        around!(),
        "WHERE s.id = $1 AND (o.state = 'published' OR (o.state = 'cancelled' AND o.was_published))"
    ))
    .bind(slot)
    .optional()
    .await
}

/// The open dates of a published opportunity that begin after `now`, tasks without an hour that end after it, by time;
/// at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn of_opportunity(
    tx: &mut Tx,
    opportunity: OpportunityId,
    now: Instant,
    limit: i64,
) -> Result<Vec<FeedRow>, Error> {
    tx.query(concat!(
        "SELECT ",
        columns!(),
        " FROM slot s JOIN opportunity o ON o.id = s.opportunity_id",
        around!(),
        "WHERE o.id = $1 AND o.state = 'published' AND s.state = 'open'
           AND (s.starts_at > $2 OR s.work_minutes IS NOT NULL AND s.ends_at > $2)
         ORDER BY s.starts_at, s.id LIMIT $3"
    ))
    .bind(opportunity)
    .bind(now)
    .bind(limit)
    .all()
    .await
}

/// A person's claims that hold a place or wait for an answer, that were kept, or whose date was cancelled, on dates
/// that begin between `from` and `until` or tasks without an hour that can be done then; at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn own(
    tx: &mut Tx,
    person: PersonId,
    (from, until): (Instant, Instant),
    limit: i64,
) -> Result<Vec<OwnRow>, Error> {
    tx.query(concat!(
        "SELECT c.id AS claim_id, c.state AS claim_state,
           (SELECT COUNT(*) FROM claim_history h WHERE h.claim_id = c.id) AS steps, c.asked_again_at, ",
        columns!(),
        " FROM claim c JOIN slot s ON s.id = c.slot_id JOIN opportunity o ON o.id = s.opportunity_id",
        around!(),
        "WHERE c.person_id = $1 AND s.starts_at < $3
           AND (s.starts_at >= $2 OR s.work_minutes IS NOT NULL AND s.ends_at > $2)
           AND c.state IN ('pending', 'offered', 'approved', 'attended', 'cancelled')
         ORDER BY s.starts_at, c.id LIMIT $4"
    ))
    .bind(person)
    .bind(from)
    .bind(until)
    .bind(limit)
    .all()
    .await
}

/// The published opportunities with open dates after `now` or tasks without an hour that end after it, and when each last changed.
///
/// # Errors
/// When the database fails.
pub async fn open_opportunities(tx: &mut Tx, now: Instant) -> Result<Vec<(OpportunityId, Instant)>, Error> {
    tx.query(
        "SELECT o.id, o.updated_at FROM opportunity o WHERE o.state = 'published' AND EXISTS
           (SELECT 1 FROM slot s WHERE s.opportunity_id = o.id AND s.state = 'open'
              AND (s.starts_at > $1 OR s.work_minutes IS NOT NULL AND s.ends_at > $1))
         ORDER BY o.id",
    )
    .bind(now)
    .all()
    .await
}

/// How many dates can be claimed at `now` in each district, of those that begin before `until`, and the places left on
/// them.
///
/// # Errors
/// When the database fails.
pub async fn open_by_district(
    tx: &mut Tx,
    (now, until): (Instant, Instant),
) -> Result<Vec<(Option<DistrictId>, i64, i64)>, Error> {
    tx.query(
        "SELECT COALESCE(o.district_id, g.district_id), COUNT(*), CAST(SUM(s.max_places - s.taken) AS BIGINT)
         FROM slot s CROSS JOIN opportunity o JOIN organisation g ON g.id = o.organisation_id
         WHERE o.id = s.opportunity_id AND (s.starts_at > $1 OR s.work_minutes IS NOT NULL AND s.ends_at > $1)
           AND s.starts_at < $2 AND (s.opens_at IS NULL OR s.opens_at <= $1) AND s.taken < s.max_places AND s.state = 'open' AND o.state = 'published'
         GROUP BY COALESCE(o.district_id, g.district_id)",
    )
    .bind(now)
    .bind(until)
    .all()
    .await
}

/// Gives a person's calendar this secret; an earlier one ends.
///
/// # Errors
/// When the database fails.
pub async fn put_link(
    tx: &mut Tx,
    person: PersonId,
    token_hash: [u8; 32],
    now: Instant,
) -> Result<(), Error> {
    tx.query(
        "INSERT INTO feed_link (person_id, token_hash, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at",
    )
    .bind(person)
    .bind(token_hash.to_vec())
    .bind(now)
    .run()
    .await
    .map(|_| ())
}

/// Since when a person's calendar has the address it has.
///
/// # Errors
/// When the database fails.
pub async fn link_since(tx: &mut Tx, person: PersonId) -> Result<Option<Instant>, Error> {
    let found: Option<(Instant,)> =
        tx.query("SELECT created_at FROM feed_link WHERE person_id = $1").bind(person).optional().await?;
    Ok(found.map(|(since,)| since))
}

/// Whose calendar has this secret.
///
/// # Errors
/// When the database fails.
pub async fn holder_of_link(tx: &mut Tx, token_hash: [u8; 32]) -> Result<Option<PersonId>, Error> {
    let found: Option<(PersonId,)> = tx
        .query("SELECT person_id FROM feed_link WHERE token_hash = $1")
        .bind(token_hash.to_vec())
        .optional()
        .await?;
    Ok(found.map(|(person,)| person))
}
