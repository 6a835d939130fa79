//! What a database starts with: reference data for every centre, and an invented town for demonstrations.
//!
//! Texts and names live in `data/*.toml`. The town is first planned in memory, by a seeded random source and relative
//! to the node's clock, then written in one transaction: a demonstration is there whole or not at all.

mod booking;
mod bulk;
mod data;
mod dice;
mod load;
mod peers;
mod people;
mod personas;
mod plan;
mod posting;
mod queue;
mod reference;
mod roles;
mod taking_part;
mod town;
mod with_others;

pub use load::load_file;
pub use personas::PERSONAS;

use crate::context::Node;
use crate::db::Tx;
use crate::store::{accounts, centre, offers, places, series};
use dice::Dice;
use plan::Plan;
use std::fmt;

/// Why nothing was seeded.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// A real centre's database is never filled with invented people.
    #[error(
        "this database is in use and is not a demonstration; demonstration data go only into an empty database"
    )]
    InUse,
    /// Load tools sign in as invented people only.
    #[error("this database is not a demonstration; seed one first, in a database of its own")]
    NotDemo,
    /// The demonstration is too small for a load test.
    #[error("there is no {0} in this demonstration; seed one with the size \"peers\"")]
    TooSmall(&'static str),
    /// The program's own data files are wrong.
    #[error("the data of the demonstration are wrong: {0}")]
    Data(String),
    /// The database failed.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// The file could not be written.
    #[error("the file could not be written: {0}")]
    File(#[from] std::io::Error),
}

impl From<SeedError> for crate::error::Error {
    fn from(error: SeedError) -> Self {
        Self::Internal(error.into())
    }
}

/// What seeding returns.
pub type Result<T> = std::result::Result<T, SeedError>;

/// How large a demonstration is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// A believable town: 18 organisations, 300 volunteers, about 150 coming slots.
    #[default]
    Town,
    /// For measuring: 200 organisations, 20 kinds, 5,000 volunteers, 20,000 slots, 60,000 claims.
    Peers,
}

/// Which demonstration.
#[derive(Clone, Copy, Debug, Default)]
pub struct DemoOptions {
    /// The same number, on the same day, gives the same town.
    pub seed: u64,
    /// How large.
    pub size: Size,
}

/// What there is after seeding a demonstration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DemoReport {
    /// It was written just now; otherwise it was there already and was left alone.
    pub fresh: bool,
    /// Facilities and partners written.
    pub organisations: usize,
    /// People written.
    pub people: usize,
    /// Opportunities written.
    pub opportunities: usize,
    /// Slots written.
    pub slots: usize,
    /// Claims written.
    pub claims: usize,
}

impl fmt::Display for DemoReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { fresh, organisations, people, opportunities, slots, claims } = self;
        if !fresh {
            return f.write_str("The demonstration is there already; nothing was changed.");
        }
        write!(
            f,
            "Written: {organisations} organisations, {people} people, {opportunities} opportunities, {slots} slots, \
             {claims} claims."
        )
    }
}

/// Writes what every centre needs: the kinds, the districts, and the centre itself with placeholder texts.
/// Safe to repeat: what is there stays as it is.
///
/// # Errors
/// When the database fails.
pub async fn reference(node: &Node) -> Result<()> {
    let data = data::reference()?;
    let mut tx = node.db.write().await?;
    reference::write(&mut tx, &data, &data.centre, false).await?;
    tx.commit().await?;
    Ok(())
}

/// Fills an empty database with an invented town and marks it as a demonstration for good.
///
/// # Errors
/// [`SeedError::InUse`] when a real centre lives there; otherwise when the database fails.
pub async fn demo(node: &Node, options: &DemoOptions) -> Result<DemoReport> {
    let reference_data = data::reference()?;
    let town = data::town()?;
    let mut tx = node.db.write().await?;
    tx.lock("seed").await?;
    if centre::find(&mut tx).await?.is_some_and(|centre| centre.is_demo) {
        return Ok(DemoReport::default());
    }
    if reference::in_use(&mut tx, &reference_data).await? {
        return Err(SeedError::InUse);
    }
    reference::forget_centre(&mut tx).await?;
    reference::write(&mut tx, &reference_data, &town.centre, true).await?;
    let mut kinds = centre::kinds(&mut tx).await?;
    if options.size == Size::Peers {
        for kind in data::peers()?.kinds {
            centre::add_kind(&mut tx, &kind).await?;
            kinds.push(kind);
        }
    }
    let districts = centre::districts(&mut tx).await?;
    let ground = plan::Ground { now: node.clock.now(), kinds, districts };
    let plan = match options.size {
        Size::Town => town::plan(&ground, Dice::new(options.seed), &town)?,
        Size::Peers => peers::plan(&ground, Dice::new(options.seed), &town)?,
    };
    write(&mut tx, &plan).await?;
    tx.commit().await?;
    Ok(plan.report())
}

async fn write(tx: &mut Tx, plan: &Plan) -> Result<()> {
    for organisation in &plan.organisations {
        centre::add_organisation(tx, organisation, plan.now).await?;
    }
    let rows: Vec<_> = plan.people.iter().map(|person| person.row.clone()).collect();
    bulk::insert(tx, &rows).await?;
    for person in plan.people.iter().filter(|person| person.volunteer.is_none()) {
        accounts::grant(tx, person.row.id, person.grant, person.row.created_at).await?;
    }
    let volunteers: Vec<_> = plan.people.iter().filter_map(|person| person.volunteer.clone()).collect();
    bulk::insert(tx, &volunteers).await?;
    let grants: Vec<_> =
        volunteers.iter().map(|row| bulk::VolunteerGrant(row.person_id, row.applied_at)).collect();
    bulk::insert(tx, &grants).await?;
    bulk::insert(tx, &plan.opportunities).await?;
    series::put(tx, &plan.series).await?;
    bulk::insert(tx, &plan.slots).await?;
    taking_part::write_standing(tx, plan).await?;
    bulk::insert(tx, &plan.claims).await?;
    roles::write(tx, &plan.roles).await?;
    taking_part::write_work(tx, plan).await?;
    bulk::insert(tx, &plan.hours).await?;
    with_others::write(tx, plan).await?;
    posting::write(tx, &plan.posting).await?;
    for offer in &plan.offers {
        offers::add(tx, offer).await?;
    }
    for search in &plan.seeking {
        places::seek(tx, *search).await?;
    }
    Ok(())
}
