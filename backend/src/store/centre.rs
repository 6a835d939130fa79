//! The centre and its reference data: districts, organisations, kinds.

use crate::db::Tx;
use crate::order;
use domain::form::CentreRules;
use domain::ids::{DistrictId, OrganisationId};
use domain::kind::Kind;
use domain::opportunity::OrganisationType;
use domain::text::Code;
use domain::time::Instant;
use sqlx::{Error, FromRow};

/// The centre's settings.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Centre {
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// Its mail.
    pub email: String,
    /// The database holds demonstration data.
    pub is_demo: bool,
    /// What holds for the whole of it.
    #[sqlx(flatten)]
    pub rules: CentreRules,
}

/// A facility or partner.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Organisation {
    /// Which.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// What it is.
    #[sqlx(rename = "type")]
    pub organisation_type: OrganisationType,
    /// Where.
    pub address: String,
    /// In which district.
    pub district_id: Option<DistrictId>,
}

/// A district.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct District {
    /// Which.
    pub id: DistrictId,
    /// Its name.
    pub name: String,
}

/// The centre, once it has been set up.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx) -> Result<Option<Centre>, Error> {
    tx.query(
        "SELECT name, address, phone, email, is_demo, travel_minutes, weekly_minutes, minor_weekly_minutes,
           cancel_hours, waitlist_hours, decides_swaps, party_places
         FROM centre WHERE id = 1",
    )
    .optional()
    .await
}

/// What holds for the whole centre; the defaults before it has been set up.
///
/// # Errors
/// When the database fails.
pub async fn rules(tx: &mut Tx) -> Result<CentreRules, Error> {
    Ok(find(tx).await?.map(|centre| centre.rules).unwrap_or_default())
}

/// Sets the centre up, or changes it.
///
/// # Errors
/// When the database fails.
pub async fn put(tx: &mut Tx, centre: &Centre) -> Result<(), Error> {
    let rules @ CentreRules { limits, .. } = centre.rules;
    tx.query(
        "INSERT INTO centre (id, name, address, phone, email, is_demo, travel_minutes, weekly_minutes, minor_weekly_minutes,
           cancel_hours, waitlist_hours, decides_swaps, party_places)
         VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address, phone = excluded.phone,
           email = excluded.email, travel_minutes = excluded.travel_minutes, weekly_minutes = excluded.weekly_minutes,
           minor_weekly_minutes = excluded.minor_weekly_minutes, cancel_hours = excluded.cancel_hours,
           waitlist_hours = excluded.waitlist_hours, decides_swaps = excluded.decides_swaps,
           party_places = excluded.party_places",
    )
    .bind(centre.name.clone())
    .bind(centre.address.clone())
    .bind(centre.phone.clone())
    .bind(centre.email.clone())
    .bind(centre.is_demo)
    .bind(limits.travel_minutes)
    .bind(limits.weekly_minutes)
    .bind(limits.minor_weekly_minutes)
    .bind(rules.cancel_hours)
    .bind(rules.waitlist_hours)
    .bind(rules.decides_swaps)
    .bind(rules.party_places)
    .run()
    .await
    .map(|_| ())
}

/// All districts by name.
///
/// # Errors
/// When the database fails.
pub async fn districts(tx: &mut Tx) -> Result<Vec<District>, Error> {
    let mut districts: Vec<District> = tx.query("SELECT id, name FROM district ORDER BY id").all().await?;
    order::by_name(&mut districts, |district| &district.name);
    Ok(districts)
}

/// Adds a district unless one of this name is there.
///
/// # Errors
/// When the database fails.
pub async fn add_district(tx: &mut Tx, id: DistrictId, name: &str) -> Result<(), Error> {
    tx.query("INSERT INTO district (id, name) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
        .bind(id)
        .bind(name.to_owned())
        .run()
        .await
        .map(|_| ())
}

/// All organisations by name.
///
/// # Errors
/// When the database fails.
pub async fn organisations(tx: &mut Tx) -> Result<Vec<Organisation>, Error> {
    let mut organisations: Vec<Organisation> =
        tx.query("SELECT id, name, type, address, district_id FROM organisation ORDER BY id").all().await?;
    order::by_name(&mut organisations, |organisation| &organisation.name);
    Ok(organisations)
}

/// Adds an organisation.
///
/// # Errors
/// When the database fails.
pub async fn add_organisation(tx: &mut Tx, organisation: &Organisation, now: Instant) -> Result<(), Error> {
    tx.query("INSERT INTO organisation (id, name, type, address, district_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(organisation.id)
        .bind(organisation.name.clone())
        .bind(organisation.organisation_type)
        .bind(organisation.address.clone())
        .bind(organisation.district_id)
        .bind(now)
        .run()
        .await
        .map(|_| ())
}

/// The organisations that publish without anybody looking at it.
///
/// # Errors
/// When the database fails.
pub async fn trusted(tx: &mut Tx) -> Result<Vec<OrganisationId>, Error> {
    let mut found: Vec<(OrganisationId, String)> =
        tx.query("SELECT id, name FROM organisation WHERE trusted = $1 ORDER BY id").bind(true).all().await?;
    order::by_name(&mut found, |(_, name)| name);
    Ok(found.into_iter().map(|(id, _)| id).collect())
}

/// Lets an organisation publish alone, or no longer; `false` when nothing changed.
///
/// # Errors
/// When the database fails.
pub async fn trust(tx: &mut Tx, id: OrganisationId, trusted: bool) -> Result<bool, Error> {
    let changed = tx
        .query("UPDATE organisation SET trusted = $2 WHERE id = $1 AND trusted <> $2")
        .bind(id)
        .bind(trusted)
        .run()
        .await?;
    Ok(changed == 1)
}

/// All kinds in their order.
///
/// # Errors
/// When the database fails.
pub async fn kinds(tx: &mut Tx) -> Result<Vec<Kind>, Error> {
    tx.query(
        "SELECT code, position, family, name_pl, name_en, name_uk, short_pl, short_en, short_uk, minor_directed,
           minors_may_be_present, at_home, remote, effort, min_age, confidential
         FROM kind ORDER BY position, code",
    )
    .all()
    .await
}

/// One kind.
///
/// # Errors
/// When the database fails.
pub async fn kind(tx: &mut Tx, code: &Code) -> Result<Option<Kind>, Error> {
    Ok(kinds(tx).await?.into_iter().find(|kind| kind.code == *code))
}

/// Adds a kind unless one of this code is there.
///
/// # Errors
/// When the database fails.
pub async fn add_kind(tx: &mut Tx, kind: &Kind) -> Result<(), Error> {
    tx.query(
        "INSERT INTO kind (code, position, family, name_pl, name_en, name_uk, short_pl, short_en, short_uk,
           minor_directed, minors_may_be_present, at_home, remote, effort, min_age, confidential)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
         ON CONFLICT (code) DO NOTHING",
    )
    .bind(kind.code.clone())
    .bind(kind.position)
    .bind(kind.family)
    .bind(kind.name_pl.clone())
    .bind(kind.name_en.clone())
    .bind(kind.name_uk.clone())
    .bind(kind.short_pl.clone())
    .bind(kind.short_en.clone())
    .bind(kind.short_uk.clone())
    .bind(kind.minor_directed)
    .bind(kind.minors_may_be_present)
    .bind(kind.at_home)
    .bind(kind.remote)
    .bind(kind.effort)
    .bind(kind.min_age)
    .bind(kind.confidential)
    .run()
    .await
    .map(|_| ())
}
