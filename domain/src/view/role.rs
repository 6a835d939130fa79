//! Roles of a date, and what people can show.

use crate::claiming::Refusal;
use crate::ids::{PersonId, RoleId};
use crate::text::Code;
use crate::time::{Day, Instant};
use serde::{Deserialize, Serialize};

/// A role of a date: how full, and what it is to the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleSeats {
    /// Which.
    pub id: RoleId,
    /// What it is called.
    pub name: String,
    /// Its own youngest age in years.
    pub min_age: Option<i64>,
    /// The qualifications it needs, beside those of everybody.
    pub requires: Vec<Code>,
    /// The fewest people.
    pub min_places: i64,
    /// The most people.
    pub max_places: i64,
    /// People who have a place.
    pub taken: i64,
    /// Why the reader cannot take it.
    pub refusal: Option<Refusal>,
}

/// Something that a volunteer can show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldRow {
    /// What.
    pub code: Code,
    /// The first day on which it holds.
    pub from: Day,
    /// The last one, if it has one.
    pub until: Option<Day>,
    /// Who recorded it.
    pub by: String,
    /// When.
    pub at: Instant,
    /// It holds today.
    pub holds: bool,
    /// It has run out.
    pub over: bool,
}

/// What a volunteer can show, for coordinators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QualificationsView {
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// What was recorded.
    pub held: Vec<HeldRow>,
    /// What can be recorded.
    pub offered: Vec<Code>,
    /// Today in Warsaw.
    pub today: Day,
}
