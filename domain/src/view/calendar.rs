//! The public side: calendar, slot, opportunity.

use super::{SeriesOffer, WorkView};
use crate::calendar::Holiday;
use crate::claim::ClaimState;
use crate::claiming::Refusal;
use crate::ids::{ClaimId, DistrictId, OpportunityId, OrganisationId, SlotId};
use crate::kind::Family;
use crate::opportunity::{ClaimRule, OpportunityState, OrganisationType};
use crate::person::MissingStep;
use crate::question::{Answer, Question};
use crate::role::Role;
use crate::text::Code;
use crate::time::{Day, Instant};
use crate::view::{CalendarQuery, HandOver, Narrowing, OwnPlace, RoleSeats, SeriesView};
use serde::{Deserialize, Serialize};

/// A kind as a mark on a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindLabel {
    /// Its code.
    pub code: Code,
    /// Its family.
    pub family: Family,
    /// Its short name in the reader's language.
    pub short: String,
}

/// What a slot is to its reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It can be claimed (by a visitor: after signing in).
    Open,
    /// The reader has a claim.
    Mine {
        /// Which.
        claim_id: ClaimId,
        /// Where it stands.
        state: ClaimState,
    },
    /// It cannot be claimed.
    Closed(Refusal),
}

/// A slot on a card: what, when, where, how full, what about me.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotCard {
    /// Which slot.
    pub id: SlotId,
    /// What.
    pub title: String,
    /// Its kind.
    pub kind: KindLabel,
    /// Whose.
    pub organisation: String,
    /// In which district, if in one.
    pub district: Option<String>,
    /// From afar.
    pub remote: bool,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// A task without an hour: so many minutes of work, whenever it suits between start and end.
    pub work_minutes: Option<i64>,
    /// The fewest people.
    pub min_places: i64,
    /// The most people.
    pub max_places: i64,
    /// People who have a place.
    pub taken: i64,
    /// People missing to reach the fewest that make it worth while, in each role.
    pub lacking: i64,
    /// What it is to the reader.
    pub standing: Standing,
}

impl SlotCard {
    /// People missing to reach the fewest that make it worth while.
    pub const fn missing(&self) -> i64 {
        self.lacking
    }
}

/// One day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarDay {
    /// Which.
    pub day: Day,
    /// The public holiday on it.
    pub holiday: Option<Holiday>,
    /// How many slots it has.
    pub count: i64,
    /// Its slots by time; in a month only the first few.
    pub slots: Vec<SlotCard>,
    /// Where slots stand at their hours: those of days before that run into this one.
    pub over: Vec<SlotCard>,
}

/// The calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarView {
    /// What was asked for, with the day filled in.
    pub query: CalendarQuery,
    /// Today in Warsaw.
    pub today: Day,
    /// Agenda: days that have slots. Otherwise every day.
    pub days: Vec<CalendarDay>,
    /// Tasks without an hour that can be done on the days shown, by their last day.
    pub windows: Vec<SlotCard>,
    /// The asked day's week with the number of slots on each day.
    pub strip: Vec<(Day, i64)>,
    /// Where an agenda goes on.
    pub next: Option<Day>,
    /// If nothing matches: the first day later on which something does.
    pub nearest: Option<Day>,
    /// If nothing matches: how many slots of the days shown would, without one of what narrows them down.
    pub ways: Vec<(Narrowing, i64)>,
    /// The reader's age in years today, if they told us when they were born.
    pub age: Option<i64>,
    /// The reader may have the slots ordered by how well they fit.
    pub may_order: bool,
    /// What the reader could claim, the best fitting first; then `days` is empty.
    pub for_me: Option<Vec<FittingSlot>>,
    /// What the filters offer.
    pub filters: Filters,
}

/// A slot that the reader could claim, with what speaks for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FittingSlot {
    /// The slot.
    pub card: SlotCard,
    /// What speaks for it, the weightiest first; at most three.
    pub fits: Vec<Fit>,
}

/// Why a slot fits its reader. It names nobody else, and no points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// It lies in the free time they told us.
    Time,
    /// They like such activities.
    Liked,
    /// It is near their home.
    Near,
    /// From afar: they need not travel.
    Remote,
    /// They were there before.
    Known,
}

/// Every reason.
pub const ALL_FITS: [Fit; 5] = [Fit::Time, Fit::Liked, Fit::Near, Fit::Remote, Fit::Known];

impl Fit {
    /// The stable name, as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Liked => "liked",
            Self::Near => "near",
            Self::Remote => "remote",
            Self::Known => "known",
        }
    }
}

/// What the filters offer, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filters {
    /// Kinds of activity, by their short names.
    pub kinds: Vec<Choice<Code>>,
    /// Facilities and partners that have something in the time shown (an agenda: in all of its days).
    pub organisations: Vec<Choice<OrganisationId>>,
    /// Districts.
    pub districts: Vec<Choice<DistrictId>>,
}

/// Something to choose from, in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice<Id> {
    /// The id to send.
    pub id: Id,
    /// The name to show.
    pub name: String,
}

/// A kind to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindChoice {
    /// The code to send.
    pub code: Code,
    /// Its family.
    pub family: Family,
    /// The short name to show.
    pub short: String,
    /// The full name.
    pub name: String,
    /// Its youngest age in years.
    pub min_age: i64,
}

/// What forms offer, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Kinds of activity.
    pub kinds: Vec<KindChoice>,
    /// Facilities and partners.
    pub organisations: Vec<Choice<OrganisationId>>,
    /// Districts.
    pub districts: Vec<Choice<DistrictId>>,
}

/// One slot with everything its reader needs to decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "facts that have nothing to do with each other")]
pub struct SlotPage {
    /// The slot.
    pub card: SlotCard,
    /// Of which opportunity.
    pub opportunity_id: OpportunityId,
    /// Where exactly.
    pub place: String,
    /// The youngest age in years.
    pub min_age: i64,
    /// How a claim becomes a place.
    pub claim_rule: ClaimRule,
    /// What one does there.
    pub description: String,
    /// The organisation's type.
    pub organisation_type: OrganisationType,
    /// The organisation's address.
    pub address: String,
    /// The full name of the kind.
    pub kind_name: String,
    /// The checks of UPM art. 21 are needed.
    pub minor_directed: bool,
    /// A confidentiality statement is needed.
    pub confidential: bool,
    /// Short names of the others; only for volunteers who may claim. Source: R3.
    pub others: Vec<String>,
    /// Other dates of the same opportunity to come.
    pub dates: Vec<SlotCard>,
    /// What is missing before the reader may claim; for applicants.
    pub missing: Vec<MissingStep>,
    /// The reader is signed in.
    pub signed_in: bool,
    /// The qualifications that everybody needs.
    pub requires: Vec<Code>,
    /// The roles of this date; none: it has no roles.
    pub roles: Vec<RoleSeats>,
    /// What is asked at sign-up.
    pub questions: Vec<Question>,
    /// What the reader answered.
    pub answers: Vec<Answer>,
    /// The reader's turn, or what is to be said about their place; for who has a live claim.
    pub own: Option<OwnPlace>,
    /// Whom the reader may ask to come instead; for who has a place that can be handed over.
    pub hand_over: Option<HandOver>,
    /// The most places that a group may ask for here; `None` where groups cannot come.
    pub group: Option<i64>,
    /// How many wait for a place.
    pub waiting: i64,
    /// The reader waits to hear that a place is free.
    pub watching: bool,
    /// The reader stepped back from this date and has no new claim.
    pub stepped_back: bool,
    /// Until how many hours before the date people step back alone.
    pub cancel_hours: i64,
    /// The series it belongs to, if standing places can be had.
    pub series: Option<SeriesOffer>,
    /// The reader's work, if it is a task without an hour and they have a place.
    pub work: Option<WorkView>,
}

/// A district of the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapDistrict {
    /// Which.
    pub id: DistrictId,
    /// Its name.
    pub name: String,
    /// Open dates there that come soon.
    pub dates: i64,
    /// Places that are left on them.
    pub free: i64,
}

/// The map: every district by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapView {
    /// The districts.
    pub districts: Vec<MapDistrict>,
    /// Open dates that are in none of them.
    pub elsewhere: i64,
}

/// An opportunity with its dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "facts that have nothing to do with each other")]
pub struct OpportunityView {
    /// Which.
    pub id: OpportunityId,
    /// Where it stands.
    pub state: OpportunityState,
    /// What.
    pub title: String,
    /// What one does there.
    pub description: String,
    /// Its kind.
    pub kind: KindLabel,
    /// The full name of the kind.
    pub kind_name: String,
    /// Who asks for help.
    pub organisation_id: OrganisationId,
    /// Whose.
    pub organisation: String,
    /// The organisation's type.
    pub organisation_type: OrganisationType,
    /// The organisation's address.
    pub address: String,
    /// Where exactly.
    pub place: String,
    /// In which district.
    pub district: Option<String>,
    /// From afar.
    pub remote: bool,
    /// The youngest age in years.
    pub min_age: i64,
    /// The checks of UPM art. 21 are needed.
    pub minor_directed: bool,
    /// A confidentiality statement is needed.
    pub confidential: bool,
    /// How a claim becomes a place.
    pub claim_rule: ClaimRule,
    /// The qualifications that everybody needs.
    pub requires: Vec<Code>,
    /// Its roles.
    pub roles: Vec<Role>,
    /// How its dates repeat.
    pub repeats: Vec<SeriesView>,
    /// Dates to come.
    pub dates: Vec<SlotCard>,
    /// The reader is signed in.
    pub signed_in: bool,
    /// The reader waits to hear that a place is free on any date.
    pub watching: bool,
    /// Its series of which a standing place can be had.
    pub series: Vec<SeriesOffer>,
}
