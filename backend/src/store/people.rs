//! People and volunteers.

use crate::db::Tx;
use crate::order;
use crate::store::events::changes_so_far;
use domain::actor::Role;
use domain::claiming::PersonFacts;
use domain::ids::{DistrictId, OrganisationId, PersonId};
use domain::locale::Locale;
use domain::person::{Occupation, Preferences, VolunteerStatus};
use domain::qualification::Held;
use domain::time::{Day, Instant};
use sqlx::{Error, FromRow, types::Json};

/// A person.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct PersonRow {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub locale: Locale,
    pub created_at: Instant,
}

/// A volunteer's record.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct VolunteerRow {
    pub person_id: PersonId,
    pub status: VolunteerStatus,
    pub occupation: Occupation,
    pub birth_on: Option<Day>,
    pub district_id: Option<DistrictId>,
    pub preferences: Json<Preferences>,
    pub weekly_limit_minutes: Option<i64>,
    pub screened_on: Option<Day>,
    pub qualifications: Json<Vec<Held>>,
    pub applied_at: Instant,
    pub updated_at: Instant,
}

impl VolunteerRow {
    /// What the rules look at.
    pub fn facts(&self) -> PersonFacts {
        PersonFacts {
            status: self.status,
            birth_on: self.birth_on,
            screened_on: self.screened_on,
            weekly_limit_minutes: self.weekly_limit_minutes,
            qualifications: self.qualifications.0.clone(),
        }
    }
}

/// One person.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx, id: PersonId) -> Result<Option<PersonRow>, Error> {
    tx.query("SELECT id, name, email, phone, locale, created_at FROM person WHERE id = $1")
        .bind(id)
        .optional()
        .await
}

/// The person with this folded address.
///
/// # Errors
/// When the database fails.
pub async fn find_by_email(tx: &mut Tx, email: &str) -> Result<Option<PersonRow>, Error> {
    tx.query("SELECT id, name, email, phone, locale, created_at FROM person WHERE email = $1")
        .bind(email.to_owned())
        .optional()
        .await
}

/// Adds a person.
///
/// # Errors
/// A violation of uniqueness when the address is taken; otherwise when the database fails.
pub async fn add(tx: &mut Tx, person: &PersonRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO person (id, name, email, phone, locale, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(person.id)
    .bind(person.name.clone())
    .bind(person.email.clone())
    .bind(person.phone.clone())
    .bind(person.locale)
    .bind(person.created_at)
    .run()
    .await
    .map(|_| ())
}

/// Changes a person's name and telephone.
///
/// # Errors
/// When the database fails.
pub async fn rename(tx: &mut Tx, id: PersonId, name: &str, phone: &str) -> Result<(), Error> {
    tx.query("UPDATE person SET name = $2, phone = $3 WHERE id = $1")
        .bind(id)
        .bind(name.to_owned())
        .bind(phone.to_owned())
        .run()
        .await
        .map(|_| ())
}

/// Changes the language of a person's messages.
///
/// # Errors
/// When the database fails.
pub async fn set_locale(tx: &mut Tx, id: PersonId, locale: Locale) -> Result<(), Error> {
    tx.query("UPDATE person SET locale = $2 WHERE id = $1").bind(id).bind(locale).run().await.map(|_| ())
}

/// The name of a person; empty if there is none.
///
/// # Errors
/// When the database fails.
pub async fn name(tx: &mut Tx, id: PersonId) -> Result<String, Error> {
    Ok(find(tx, id).await?.map(|person| person.name).unwrap_or_default())
}

/// Coordinators, and who hosts at this organisation; by name.
///
/// # Errors
/// When the database fails.
pub async fn responsible(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<PersonRow>, Error> {
    let mut people: Vec<PersonRow> = tx
        .query(
            "SELECT p.id, p.name, p.email, p.phone, p.locale, p.created_at FROM person p
         WHERE EXISTS (SELECT 1 FROM role_grant r WHERE r.person_id = p.id AND (r.role = 'coordinator'
           OR r.role IN ('facility_manager', 'partner') AND r.organisation_id = $1))
         ORDER BY p.id",
        )
        .bind(organisation)
        .all()
        .await?;
    order::by_name(&mut people, |person| &person.name);
    Ok(people)
}

/// What pages need of their reader.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct AccountRow {
    pub name: String,
    pub status: Option<VolunteerStatus>,
    pub birth_on: Option<Day>,
    pub screened_on: Option<Day>,
    pub weekly_limit_minutes: Option<i64>,
    pub qualifications: Option<Json<Vec<Held>>>,
    /// How many changes there had been in the whole centre when this was read; grows with each.
    pub changes: i64,
}

impl AccountRow {
    /// What the rules look at, if the person is a volunteer.
    pub fn facts(&self) -> Option<PersonFacts> {
        let Self { birth_on, screened_on, weekly_limit_minutes, .. } = *self;
        let qualifications = self.qualifications.as_ref().map(|held| held.0.clone()).unwrap_or_default();
        self.status.map(|status| PersonFacts {
            status,
            birth_on,
            screened_on,
            weekly_limit_minutes,
            qualifications,
        })
    }
}

/// What pages need of one person.
///
/// # Errors
/// When the database fails.
pub async fn account(tx: &mut Tx, id: PersonId) -> Result<Option<AccountRow>, Error> {
    tx.query(concat!(
        "SELECT p.name, v.status, v.birth_on, v.screened_on, v.weekly_limit_minutes, v.qualifications, ",
        changes_so_far!(),
        " FROM person p LEFT JOIN volunteer v ON v.person_id = p.id WHERE p.id = $1"
    ))
    .bind(id)
    .optional()
    .await
}

/// A volunteer's record, if the person is one.
///
/// # Errors
/// When the database fails.
pub async fn volunteer(tx: &mut Tx, id: PersonId) -> Result<Option<VolunteerRow>, Error> {
    tx.query(
        "SELECT person_id, status, occupation, birth_on, district_id, preferences, weekly_limit_minutes, screened_on,
           qualifications, applied_at, updated_at
         FROM volunteer WHERE person_id = $1",
    )
    .bind(id)
    .optional()
    .await
}

/// Writes a volunteer's record; of one that is there not what it can show, see [`super::roles::set_held`].
///
/// # Errors
/// When the database fails.
pub async fn put_volunteer(tx: &mut Tx, row: &VolunteerRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO volunteer (person_id, status, occupation, birth_on, district_id, preferences, weekly_limit_minutes,
           screened_on, applied_at, updated_at, qualifications)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (person_id) DO UPDATE SET status = excluded.status, occupation = excluded.occupation,
           birth_on = excluded.birth_on, district_id = excluded.district_id, preferences = excluded.preferences,
           weekly_limit_minutes = excluded.weekly_limit_minutes, screened_on = excluded.screened_on,
           updated_at = excluded.updated_at",
    )
    .bind(row.person_id)
    .bind(row.status)
    .bind(row.occupation)
    .bind(row.birth_on)
    .bind(row.district_id)
    .bind(row.preferences.clone())
    .bind(row.weekly_limit_minutes)
    .bind(row.screened_on)
    .bind(row.applied_at)
    .bind(row.updated_at)
    .bind(row.qualifications.clone())
    .run()
    .await
    .map(|_| ())
}

/// A volunteer with their name.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct NamedVolunteer {
    pub name: String,
    #[sqlx(flatten)]
    pub volunteer: VolunteerRow,
}

/// Everybody who is on the way to helping or helps, in the order of their ids.
///
/// # Errors
/// When the database fails.
pub async fn volunteers(tx: &mut Tx) -> Result<Vec<NamedVolunteer>, Error> {
    tx.query(
        "SELECT p.name, v.person_id, v.status, v.occupation, v.birth_on, v.district_id, v.preferences,
           v.weekly_limit_minutes, v.screened_on, v.qualifications, v.applied_at, v.updated_at
         FROM volunteer v JOIN person p ON p.id = v.person_id
         WHERE v.status NOT IN ('ended', 'rejected', 'withdrawn') ORDER BY v.person_id",
    )
    .all()
    .await
}

/// A volunteer in a list.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct ListedVolunteer {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub status: VolunteerStatus,
    pub birth_on: Option<Day>,
    pub screened_on: Option<Day>,
    pub applied_at: Instant,
}

/// Volunteers of a status (all if `None`), the latest applicants first; at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn list(
    tx: &mut Tx,
    status: Option<VolunteerStatus>,
    limit: i64,
) -> Result<Vec<ListedVolunteer>, Error> {
    tx.query(
        "SELECT p.id, p.name, p.email, v.status, v.birth_on, v.screened_on, v.applied_at
         FROM volunteer v JOIN person p ON p.id = v.person_id
         WHERE ($1 IS NULL OR v.status = $1) ORDER BY v.applied_at DESC, p.id LIMIT $2",
    )
    .bind(status)
    .bind(limit)
    .all()
    .await
}

/// How many volunteers there are in each status.
///
/// # Errors
/// When the database fails.
pub async fn count_by_status(tx: &mut Tx) -> Result<Vec<(VolunteerStatus, i64)>, Error> {
    tx.query("SELECT status, COUNT(*) FROM volunteer GROUP BY status ORDER BY status").all().await
}

/// A person to sign in as, in demonstration data.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct PersonaRow {
    pub id: PersonId,
    pub name: String,
    pub role: Role,
    pub status: Option<VolunteerStatus>,
    pub birth_on: Option<Day>,
}

/// People whose address is among `addresses`, with their first role.
///
/// # Errors
/// When the database fails.
pub async fn personas(tx: &mut Tx, addresses: &[&str]) -> Result<Vec<PersonaRow>, Error> {
    let mut found = Vec::new();
    for address in addresses {
        let row: Option<PersonaRow> = tx
            .query(
                "SELECT p.id, p.name, r.role, v.status, v.birth_on FROM person p
                 JOIN role_grant r ON r.person_id = p.id LEFT JOIN volunteer v ON v.person_id = p.id
                 WHERE p.email = $1 ORDER BY r.created_at, r.role LIMIT 1",
            )
            .bind((*address).to_owned())
            .optional()
            .await?;
        found.extend(row);
    }
    Ok(found)
}
