//! Slots: reading them for the calendar, writing them, and guarding their places.

use super::roles::{self, RolePlaces};
use crate::db::Tx;
use domain::claiming::{Engagement, Limits, PersonFacts, Refusal, SlotFacts, refusals};
use domain::ids::{DistrictId, OpportunityId, OrganisationId, RoleId, SeriesId, SlotId};
use domain::kind::Family;
use domain::locale::Locale;
use domain::opportunity::{ClaimRule, OpportunityState, OrganisationType, SlotState};
use domain::role::{Part, Role};
use domain::text::Code;
use domain::time::{Day, Instant};
use domain::view::{KindLabel, SlotCard, Standing};
use sqlx::types::Json;
use sqlx::{Error, FromRow};

/// A slot with what its card and the rules need.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, clippy::struct_excessive_bools, reason = "the columns, as in the migration")]
pub struct SlotRow {
    pub id: SlotId,
    pub opportunity_id: OpportunityId,
    pub series_id: Option<SeriesId>,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub opens_at: Option<Instant>,
    pub work_minutes: Option<i64>,
    pub on_day: Day,
    pub min_places: i64,
    pub max_places: i64,
    pub taken: i64,
    pub state: SlotState,
    pub title: String,
    pub place: String,
    pub place_folded: String,
    pub remote: bool,
    pub min_age: i64,
    pub claim_rule: ClaimRule,
    pub opportunity_state: OpportunityState,
    pub organisation_id: OrganisationId,
    pub organisation: String,
    pub organisation_type: OrganisationType,
    pub address: String,
    pub district: Option<String>,
    pub district_id: Option<DistrictId>,
    pub kind_code: Code,
    pub family: Family,
    pub short_pl: String,
    pub short_en: String,
    pub short_uk: String,
    pub minor_directed: bool,
    pub at_home: bool,
    pub confidential: bool,
    pub with_roles: bool,
    pub requires: Json<Vec<Code>>,
    /// Every role of the opportunity; those of this date are in `roles`.
    pub described: Json<Vec<Role>>,
    #[sqlx(skip)]
    pub roles: Vec<RolePlaces>,
}

/// The rows of slots for which `$rest` holds. The cross join makes SQLite read slots first, by the index that `$rest`
/// can use; left alone it goes through all opportunities.
macro_rules! select_slot {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.opportunity_id, s.series_id, s.starts_at, s.ends_at, s.opens_at, s.work_minutes, s.on_day,
               s.min_places, s.max_places, s.taken, s.state, s.with_roles, o.requires, o.roles AS described,
               o.title, o.place, o.place_folded, o.remote, o.min_age, o.claim_rule, o.state AS opportunity_state,
               g.id AS organisation_id, g.name AS organisation, g.type AS organisation_type, g.address,
               d.name AS district, d.id AS district_id,
               k.code AS kind_code, k.family, k.short_pl, k.short_en, k.short_uk, k.minor_directed, k.at_home, k.confidential
             FROM slot s
             CROSS JOIN opportunity o
             JOIN organisation g ON g.id = o.organisation_id
             JOIN kind k ON k.code = o.kind_code
             LEFT JOIN district d ON d.id = COALESCE(o.district_id, g.district_id)
             WHERE o.id = s.opportunity_id AND ",
            $rest
        )
    };
}
pub(super) use select_slot;

impl SlotRow {
    /// What the rules look at.
    pub fn facts(&self) -> SlotFacts {
        let on = self.state == SlotState::Open && self.opportunity_state != OpportunityState::Cancelled;
        SlotFacts {
            id: self.id,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            opens_at: self.opens_at,
            work_minutes: self.work_minutes,
            state: if on { SlotState::Open } else { SlotState::Cancelled },
            max_places: self.max_places,
            taken: self.taken,
            min_age: self.min_age,
            requires: self.requires.0.clone(),
            minor_directed: self.minor_directed,
            at_home: self.at_home,
            remote: self.remote,
            place: self.place_folded.clone(),
        }
    }

    /// A role of the opportunity.
    pub fn role(&self, id: RoleId) -> Option<&Role> {
        self.described.iter().find(|role| role.id == id)
    }

    /// What a role is called; empty for one that is unknown.
    pub fn role_name(&self, id: RoleId) -> String {
        self.role(id).map(|role| role.name.clone()).unwrap_or_default()
    }

    /// People missing to reach the fewest that make it worth while, in each role.
    pub fn missing(&self) -> i64 {
        if self.with_roles {
            return self.roles.iter().map(|places| (places.min_places - places.taken).max(0)).sum();
        }
        (self.min_places - self.taken).max(0)
    }

    /// What can be claimed: its roles, or the whole date where it has none.
    pub fn parts(&self) -> Vec<Option<RoleId>> {
        if self.with_roles {
            self.roles.iter().map(|places| Some(places.role_id)).collect()
        } else {
            vec![None]
        }
    }

    /// What the rules look at in one part of it; `None` for a part that it does not have.
    pub fn facts_in(&self, part: Option<RoleId>) -> Option<SlotFacts> {
        let Some(id) = part else { return (!self.with_roles).then(|| self.facts()) };
        let places = self.roles.iter().find(|places| places.role_id == id)?;
        let mut facts = SlotFacts { max_places: places.max_places, taken: places.taken, ..self.facts() };
        if let Some(role) = self.role(id) {
            facts.min_age = facts.min_age.max(role.min_age.unwrap_or_default());
            let more = role.requires.iter().filter(|code| !self.requires.contains(code));
            facts.requires.extend(more.cloned());
        }
        Some(facts)
    }

    /// Free places in one part of it.
    pub fn room_in(&self, part: Option<RoleId>) -> i64 {
        match part {
            None => self.max_places - self.taken,
            Some(id) => {
                let places = self.roles.iter().find(|places| places.role_id == id);
                places.map_or(0, |places| places.max_places - places.taken)
            }
        }
    }

    /// Every rule that says no to this person in one part of it.
    pub fn refused(
        &self,
        part: Option<RoleId>,
        person: &PersonFacts,
        others: &[Engagement],
        now: Instant,
        limits: Limits,
    ) -> Vec<Refusal> {
        match self.facts_in(part) {
            Some(facts) => refusals(&facts, person, others, now, limits),
            None => vec![Refusal::NoSuchRole],
        }
    }

    /// What each part of it is to this person.
    pub fn asked(
        &self,
        person: &PersonFacts,
        others: &[Engagement],
        now: Instant,
        limits: Limits,
    ) -> Vec<Part> {
        let part = |role| Part { role, refusals: self.refused(role, person, others, now, limits) };
        self.parts().into_iter().map(part).collect()
    }

    /// Until when it can be claimed and stepped back from: its beginning, or the end of a task without an hour.
    pub const fn closes_at(&self) -> Instant {
        if self.work_minutes.is_some() { self.ends_at } else { self.starts_at }
    }

    /// The mark of its kind.
    pub fn kind_label(&self, locale: Locale) -> KindLabel {
        kind_label(&self.kind_code, self.family, [&self.short_pl, &self.short_en, &self.short_uk], locale)
    }

    /// Its card.
    pub fn card(&self, locale: Locale, standing: Standing) -> SlotCard {
        SlotCard {
            kind: self.kind_label(locale),
            id: self.id,
            title: self.title.clone(),
            organisation: self.organisation.clone(),
            district: self.district.clone(),
            remote: self.remote,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            work_minutes: self.work_minutes,
            min_places: self.min_places,
            max_places: self.max_places,
            taken: self.taken,
            lacking: self.missing(),
            standing,
        }
    }
}

/// The mark of a kind, from its columns (Polish, English, Ukrainian).
pub fn kind_label(code: &Code, family: Family, shorts: [&String; 3], locale: Locale) -> KindLabel {
    let [pl, en, uk] = shorts;
    let short = match locale {
        Locale::Pl => pl,
        Locale::En => en,
        Locale::Uk => uk,
    };
    KindLabel { code: code.clone(), family, short: short.clone() }
}

/// One slot, whatever its state.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx, id: SlotId) -> Result<Option<SlotRow>, Error> {
    let found = tx.query(select_slot!("s.id = $1")).bind(id).all().await?;
    Ok(roles::filled(tx, found).await?.into_iter().next())
}

/// Open slots of published opportunities that begin after `from` and before `until`, by time; no tasks without an hour.
///
/// # Errors
/// When the database fails.
pub async fn open_between(tx: &mut Tx, from: Instant, until: Instant) -> Result<Vec<SlotRow>, Error> {
    let found = tx
        .query(select_slot!(
            "s.starts_at > $1 AND s.starts_at < $2 AND s.work_minutes IS NULL AND s.state = 'open'
             AND o.state = 'published' ORDER BY s.starts_at, s.id"
        ))
        .bind(from)
        .bind(until)
        .all()
        .await?;
    roles::filled(tx, found).await
}

/// Open slots of an opportunity that can still be claimed, by time; at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn coming_of(
    tx: &mut Tx,
    opportunity: OpportunityId,
    now: Instant,
    limit: i64,
) -> Result<Vec<SlotRow>, Error> {
    let found = tx.query(select_slot!(
        "s.opportunity_id = $1 AND (s.starts_at > $2 OR s.work_minutes IS NOT NULL AND s.ends_at > $2) AND s.state = 'open'
         ORDER BY s.starts_at, s.id LIMIT $3"
    ))
    .bind(opportunity)
    .bind(now)
    .bind(limit)
    .all()
    .await?;
    roles::filled(tx, found).await
}

/// Takes places, in a role where the date has roles; `false` when fewer are left, the date is cancelled, or it has roles
/// and none is named, or the other way round. These statements are the guard of capacity: nothing is taken then.
///
/// # Errors
/// When the database fails.
pub async fn take_places(tx: &mut Tx, id: SlotId, role: Option<RoleId>, places: i64) -> Result<bool, Error> {
    let taken = tx
        .query(
            "UPDATE slot SET taken = taken + $2
             WHERE id = $1 AND taken + $2 <= max_places AND state = 'open' AND with_roles = $3",
        )
        .bind(id)
        .bind(places)
        .bind(role.is_some())
        .run()
        .await?;
    let (1, Some(role)) = (taken, role) else { return Ok(taken == 1) };
    let taken = tx
        .query(
            "UPDATE slot_role SET taken = taken + $3
             WHERE slot_id = $1 AND role_id = $2 AND taken + $3 <= max_places",
        )
        .bind(id)
        .bind(role)
        .bind(places)
        .run()
        .await?;
    if taken == 0 {
        // Others of the date have room, this role has none.
        free(tx, id, places).await?;
    }
    Ok(taken == 1)
}

/// Gives places back.
///
/// # Errors
/// When the database fails; also when fewer were taken.
pub async fn free_places(tx: &mut Tx, id: SlotId, role: Option<RoleId>, places: i64) -> Result<(), Error> {
    free(tx, id, places).await?;
    let Some(role) = role else { return Ok(()) };
    let freed = tx
        .query("UPDATE slot_role SET taken = taken - $3 WHERE slot_id = $1 AND role_id = $2 AND taken >= $3")
        .bind(id)
        .bind(role)
        .bind(places)
        .run()
        .await?;
    if freed == 1 { Ok(()) } else { Err(Error::RowNotFound) }
}

async fn free(tx: &mut Tx, id: SlotId, places: i64) -> Result<(), Error> {
    let freed = tx
        .query("UPDATE slot SET taken = taken - $2 WHERE id = $1 AND taken >= $2")
        .bind(id)
        .bind(places)
        .run()
        .await?;
    if freed == 1 { Ok(()) } else { Err(Error::RowNotFound) }
}
