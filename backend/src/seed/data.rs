//! The data files, read and checked for shape.

use super::{Result, SeedError};
use domain::actor::Role;
use domain::approval::{Condition, Effect};
use domain::kind::Kind;
use domain::locale::Locale;
use domain::opportunity::{ClaimRule, OpportunityState, OrganisationType};
use domain::person::{Occupation, VolunteerStatus};
use domain::question::Question;
use domain::text::Code;
use jiff::civil::Time;
use serde::{Deserialize, de::DeserializeOwned};
use std::str::FromStr;

/// What every centre needs.
#[derive(Deserialize)]
pub(super) struct Reference {
    pub centre: CentreTexts,
    pub districts: Vec<String>,
    pub kinds: Vec<Kind>,
}

#[derive(Clone, Deserialize)]
pub(super) struct CentreTexts {
    pub name: String,
    pub address: String,
    pub phone: String,
    pub email: String,
}

/// An invented town.
#[derive(Deserialize)]
pub(super) struct Town {
    pub centre: CentreTexts,
    pub organisations: Vec<NamedOrganisation>,
    pub opportunities: Vec<Offer>,
    pub tasks: Vec<Task>,
    pub posting: Posting,
}

/// An opportunity with one task without an hour.
#[derive(Clone, Deserialize)]
pub(super) struct Task {
    #[serde(flatten)]
    pub offer: Offer,
    /// The first and the last day, counted from today; minutes of work.
    pub window: (i64, i64, i64),
}

/// What waits, templates, rules.
#[derive(Deserialize)]
pub(super) struct Posting {
    pub drafts: Vec<HandedIn>,
    pub templates: Vec<NamedTemplate>,
    pub rules: Vec<NamedRule>,
}

/// A draft of a persona that a coordinator looks at, or looked at.
#[derive(Deserialize)]
pub(super) struct HandedIn {
    pub by: String,
    pub title: String,
    pub description: String,
    pub kind: Code,
    /// So many hours ago.
    pub hours: i64,
    /// The coordinator's note, if it came back.
    pub note: Option<String>,
    /// So many days from today.
    pub once: Vec<Timing>,
    #[serde(default)]
    pub questions: Vec<Question>,
}

/// A template that keeps what an opportunity says.
#[derive(Deserialize)]
pub(super) struct NamedTemplate {
    pub name: String,
    pub of: String,
    #[serde(default)]
    pub centre: bool,
}

/// A rule that approves by itself.
#[derive(Deserialize)]
pub(super) struct NamedRule {
    pub name: String,
    pub effect: Effect,
    pub conditions: Vec<Condition>,
}

#[derive(Clone, Deserialize)]
pub(super) struct NamedOrganisation {
    pub key: String,
    pub name: String,
    #[serde(rename = "type")]
    pub organisation_type: OrganisationType,
    pub address: String,
    pub district: String,
}

/// An opportunity with its dates.
#[derive(Clone, Deserialize)]
pub(super) struct Offer {
    pub organisation: String,
    pub kind: Code,
    pub title: String,
    pub description: String,
    /// The organisation's address unless said.
    pub place: Option<String>,
    pub district: Option<String>,
    #[serde(default)]
    pub remote: bool,
    /// The kind's unless said.
    pub min_age: Option<i64>,
    #[serde(default)]
    pub rule: ClaimRule,
    #[serde(default = "published")]
    pub state: OpportunityState,
    pub min: i64,
    pub max: i64,
    /// So many days before each date claims open.
    pub opens_days: Option<i64>,
    /// What is asked at sign-up.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Every week.
    #[serde(default)]
    pub weekly: Vec<Timing>,
    /// So many days from today.
    #[serde(default)]
    pub once: Vec<Timing>,
}

impl Offer {
    /// An opportunity in its organisation's own rooms, without dates yet.
    pub fn simple(text: &OfferText, rule: ClaimRule) -> Self {
        let OfferText { kind, title, description } = text.clone();
        Self {
            organisation: String::new(),
            kind,
            title,
            description,
            place: None,
            district: None,
            remote: false,
            min_age: None,
            rule,
            state: published(),
            min: 1,
            max: 1,
            opens_days: None,
            questions: Vec::new(),
            weekly: Vec::new(),
            once: Vec::new(),
        }
    }
}

const fn published() -> OpportunityState {
    OpportunityState::Published
}

/// `"2 15:30 120"`: weekday 1–7 (or days from today), start in Warsaw, minutes.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Timing {
    pub day: i64,
    pub start: Time,
    pub minutes: i64,
}

impl TryFrom<String> for Timing {
    type Error = String;
    fn try_from(text: String) -> std::result::Result<Self, String> {
        let parts: Vec<&str> = text.split(' ').collect();
        let wrong = || format!("\"{text}\" is not like \"2 15:30 120\"");
        let [day, start, minutes] = parts.as_slice() else { return Err(wrong()) };
        Ok(Self {
            day: day.parse().map_err(|_| wrong())?,
            start: Time::from_str(start).map_err(|_| wrong())?,
            minutes: minutes.parse().map_err(|_| wrong())?,
        })
    }
}

/// Names and habits of invented people.
#[derive(Deserialize)]
pub(super) struct People {
    pub women: Vec<String>,
    pub men: Vec<String>,
    pub surnames: Vec<[String; 2]>,
    pub ukrainian_women: Vec<String>,
    pub ukrainian_men: Vec<String>,
    pub ukrainian_surnames: Vec<String>,
    pub skills: Vec<String>,
    pub refusal_reasons: Vec<String>,
    pub personas: Vec<Persona>,
}

/// Somebody to sign in as.
#[derive(Deserialize)]
pub(super) struct Persona {
    pub email: String,
    pub name: String,
    pub role: Role,
    pub organisation: Option<String>,
    #[serde(default)]
    pub locale: Locale,
    #[serde(default)]
    pub age: i64,
    pub status: Option<VolunteerStatus>,
    #[serde(default)]
    pub screened: bool,
    #[serde(default)]
    pub occupation: Occupation,
    pub district: Option<String>,
    #[serde(default)]
    pub skills: Vec<String>,
    #[serde(default)]
    pub kinds: Vec<Code>,
    pub weekly_limit_minutes: Option<i64>,
}

/// What the large demonstration adds.
#[derive(Deserialize)]
pub(super) struct Peers {
    pub kinds: Vec<Kind>,
    pub organisations: Vec<Pattern>,
    pub streets: Vec<String>,
    pub offers: Vec<OfferText>,
    pub empty: OfferText,
    pub crowded: OfferText,
}

/// Names of many organisations: `{n}` is their number.
#[derive(Deserialize)]
pub(super) struct Pattern {
    pub name: String,
    #[serde(rename = "type")]
    pub organisation_type: OrganisationType,
}

/// What an opportunity says.
#[derive(Clone, Deserialize)]
pub(super) struct OfferText {
    pub kind: Code,
    pub title: String,
    pub description: String,
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T> {
    toml::from_str(text).map_err(|error| SeedError::Data(error.to_string()))
}

pub(super) fn reference() -> Result<Reference> {
    read(include_str!("data/reference.toml"))
}

pub(super) fn town() -> Result<Town> {
    read(include_str!("data/town.toml"))
}

pub(super) fn people() -> Result<People> {
    read(include_str!("data/people.toml"))
}

pub(super) fn peers() -> Result<Peers> {
    read(include_str!("data/peers.toml"))
}
