//! The coordinator's and the host's side.

use crate::approval::Ruling;
use crate::claim::ClaimState;
use crate::claiming::Refusal;
use crate::form::{CentreForm, OpportunityForm};
use crate::ids::{ClaimId, OpportunityId, PersonId, SeriesId, SlotId};
use crate::opportunity::{OpportunityState, SlotState, Stage};
use crate::person::VolunteerStatus;
use crate::question::Answer;
use crate::role::Role;
use crate::text::Code;
use crate::time::{Day, Instant};
use crate::view::{
    Agreement, AutomaticDecision, BetterUse, ChangeEntry, Choices, GuestPresence, KindLabel, PartyLine,
    Power, Review, SeriesView, SlotCard, SteppedBack, TemplateRow,
};
use serde::{Deserialize, Serialize};

/// What a coordinator weighs about a person for one slot. Facts only; nothing about health or being a client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimFacts {
    /// Age in years on the day of the slot.
    pub age: Option<i64>,
    /// Times they came, ever.
    pub attended: i64,
    /// Times they did not come, ever.
    pub missed: i64,
    /// Times they came to this organisation.
    pub attended_here: i64,
    /// The kind is one they like.
    pub likes_kind: bool,
    /// They said that they have time then; `None` if they said nothing.
    pub has_time: Option<bool>,
    /// They live in the slot's district.
    pub same_district: bool,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// First time in the programme.
    pub newcomer: bool,
}

/// A claim that waits for a coordinator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingClaim {
    /// Which.
    pub claim_id: ClaimId,
    /// Whose.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Their status.
    pub status: VolunteerStatus,
    /// Since when it waits.
    pub since: Instant,
    /// For which slot.
    pub slot: SlotCard,
    /// What speaks for them.
    pub facts: ClaimFacts,
    /// Rules that say no by now.
    pub warnings: Vec<Refusal>,
    /// The sum of the contributions, as in the plan; `None` beyond the days it looks ahead.
    pub score: Option<i64>,
    /// Where the plan would rather have them.
    pub better_use: Option<BetterUse>,
    /// What they answered at sign-up.
    pub answers: Vec<Answer>,
    /// The rule that leaves it to a person.
    pub ruling: Option<Ruling>,
    /// In which role, if the date has roles.
    pub role: Option<String>,
    /// How many places it asks for.
    pub places: i64,
    /// The group that would come.
    pub party: Option<PartyLine>,
}

/// A decision of the last minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecentDecision {
    /// Which claim.
    pub claim_id: ClaimId,
    /// Whose.
    pub name: String,
    /// For what.
    pub title: String,
    /// When the slot begins.
    pub starts_at: Instant,
    /// What was decided.
    pub state: ClaimState,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: Instant,
    /// The reader decided it and can still take it back.
    pub can_undo: bool,
}

/// The coordinator's live dashboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dashboard {
    /// The event number at which this was true.
    pub seq: i64,
    /// The moment at which this was true.
    pub now: Instant,
    /// Waiting claims, the oldest first; at most 200.
    pub waiting: Vec<WaitingClaim>,
    /// How many wait in all.
    pub waiting_total: i64,
    /// Decisions of the last ten minutes, the latest first.
    pub recent: Vec<RecentDecision>,
    /// What rules approved today and stands, the latest first.
    pub automatic: Vec<AutomaticDecision>,
    /// Opportunities that wait for a look.
    pub handed_in: i64,
    /// Who gave up a place of a coming date late, in the last three days; the latest first.
    pub stepped_back: Vec<SteppedBack>,
    /// What volunteers agreed to between them and a coordinator has to allow, the oldest first.
    pub agreements: Vec<Agreement>,
}

/// One slot in the opportunity editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct SlotRow {
    /// Which.
    pub id: SlotId,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// From when places can be claimed; `None`: at once.
    pub opens_at: Option<Instant>,
    /// A task without an hour: so many minutes of work between start and end.
    pub work_minutes: Option<i64>,
    /// The fewest people.
    pub min_places: i64,
    /// The most people.
    pub max_places: i64,
    /// People who have a place.
    pub taken: i64,
    /// Claims that wait.
    pub waiting: i64,
    /// Whether it takes place.
    pub state: SlotState,
    /// The series it belongs to.
    pub series_id: Option<SeriesId>,
}

/// One opportunity in the coordinator's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpportunityRow {
    /// Which.
    pub id: OpportunityId,
    /// What.
    pub title: String,
    /// Its kind.
    pub kind: KindLabel,
    /// Whose.
    pub organisation: String,
    /// Where it stands.
    pub stage: Stage,
    /// Since when it waits for a look.
    pub handed_in_at: Option<Instant>,
    /// The next date.
    pub next_at: Option<Instant>,
    /// How many dates are to come.
    pub coming: i64,
}

/// The opportunity editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditorView {
    /// Which; `None` for a new one.
    pub id: Option<OpportunityId>,
    /// Where it stands.
    pub state: OpportunityState,
    /// What is stored, as the form shows it.
    pub form: OpportunityForm,
    /// Every role it has or had, for its history.
    pub roles: Vec<Role>,
    /// The qualifications that can be asked for.
    pub qualifications: Vec<Code>,
    /// Its dates to come, and cancelled ones.
    pub slots: Vec<SlotRow>,
    /// The series that have dates to come.
    pub series: Vec<SeriesView>,
    /// What was done to it, the latest first.
    pub history: Vec<ChangeEntry>,
    /// What the form offers.
    pub choices: Choices,
    /// Today in Warsaw.
    pub today: Day,
    /// Where it stands on its way to everyone.
    pub stage: Stage,
    /// What is known of that way.
    pub review: Review,
    /// What the reader may do.
    pub power: Power,
    /// What a new one can start from.
    pub templates: Vec<TemplateRow>,
}

/// A person on a host's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostPerson {
    /// Their claim.
    pub claim_id: ClaimId,
    /// Their name.
    pub name: String,
    /// Their telephone, so that a host can call who is late.
    pub phone: String,
    /// Where the claim stands.
    pub state: ClaimState,
    /// Confirmed minutes.
    pub minutes: Option<i64>,
    /// What they answered at sign-up.
    pub answers: Vec<Answer>,
    /// Minutes they noted themselves, of a task without an hour.
    pub noted: Option<i64>,
    /// They said that it is done.
    pub done: bool,
    /// In which role, if the date has roles.
    pub role: Option<String>,
    /// How many places they have.
    pub places: i64,
    /// The group that they bring.
    pub party: Option<PartyLine>,
    /// The names of the group who may come.
    pub guests: Vec<GuestPresence>,
}

/// One date on a host's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostSlot {
    /// Which.
    pub id: SlotId,
    /// What.
    pub title: String,
    /// Whose.
    pub organisation: String,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// A task without an hour: so many minutes of work between start and end.
    pub work_minutes: Option<i64>,
    /// The fewest people.
    pub min_places: i64,
    /// The most people.
    pub max_places: i64,
    /// People missing to the fewest, over all roles.
    pub missing: i64,
    /// Who has a place.
    pub people: Vec<HostPerson>,
    /// It has begun: presence can be recorded.
    pub has_begun: bool,
}

/// The host's page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostView {
    /// Over, within the last 14 days, and somebody's presence is not recorded; the latest first.
    pub to_confirm: Vec<HostSlot>,
    /// Now and the next 14 days.
    pub coming: Vec<HostSlot>,
    /// Recorded within the last 14 days.
    pub confirmed: Vec<HostSlot>,
}

/// A volunteer in the coordinator's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRow {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Age in years today.
    pub age: Option<i64>,
    /// Where they stand.
    pub status: VolunteerStatus,
    /// The next step on the way.
    pub next: Option<VolunteerStatus>,
    /// The art. 21 checks are recorded.
    pub screened: bool,
    /// When they applied.
    pub since: Instant,
}

/// The coordinator's list of volunteers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleView {
    /// Those asked for, by name; at most 100.
    pub people: Vec<PersonRow>,
    /// How many there are in each status.
    pub counts: Vec<(VolunteerStatus, i64)>,
}

/// What is set for the whole centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreView {
    /// As it is.
    pub form: CentreForm,
    /// The reader may change it.
    pub may_save: bool,
}
