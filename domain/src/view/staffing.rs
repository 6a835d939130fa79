//! Who could take the free places, and why not the others: one slot, all slots, one day's plan. For coordinators.

use crate::calendar::Holiday;
use crate::ids::{
    ClaimId, DistrictId, ExclusionId, OfferId, OpportunityId, OrganisationId, PersonId, RoleId, SlotId,
};
use crate::matching::{Contribution, Failure, Objective, Relaxation, Rule, Weights};
use crate::offer::{ExclusionScope, OfferCause, OfferState};
use crate::question::Answer;
use crate::text::Code;
use crate::time::{Day, Instant};
use crate::view::{Filters, KindLabel, PartyLine, QueueRow, RiskRow, RoleSeats, SlotCard};
use serde::{Deserialize, Serialize};

/// Everybody for one slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffingView {
    /// Which slot.
    pub slot_id: SlotId,
    /// Of what.
    pub opportunity_id: OpportunityId,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: KindLabel,
    /// Whose.
    pub organisation: String,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// Places taken.
    pub taken: i64,
    /// The fewest people.
    pub min_places: i64,
    /// The most people.
    pub max_places: i64,
    /// The roles of the date, how full each is.
    pub roles: Vec<RoleSeats>,
    /// For which of them candidates are shown, if it has roles.
    pub role_id: Option<RoleId>,
    /// It can still be staffed: open, published, not begun.
    pub open: bool,
    /// Who has a seat, was asked, asks, or is suggested; in this order.
    pub seats: Vec<SeatRow>,
    /// How many may.
    pub eligible: u32,
    /// The best of those who have no seat yet, best first.
    pub candidates: Vec<CandidateRow>,
    /// Who misses by the fewest rules, fewest first.
    pub near: Vec<RejectedRow>,
    /// How many each rule keeps away, most first.
    pub histogram: Vec<(Rule, u32)>,
    /// What would make more people eligible, the most gained first.
    pub relaxations: Vec<Relaxation>,
    /// Slots whose plan holds people who could be here, most first.
    pub rivals: Vec<RivalRow>,
    /// Whom coordinators do not want proposed here.
    pub excluded: Vec<ExcludedRow>,
    /// Other coordinators who have this slot before them.
    pub looking: Vec<String>,
    /// Who is asked from the waiting list, and who waits, in their order.
    pub queue: Vec<QueueRow>,
    /// Who comes, or asks to come, with others.
    pub alongside: Vec<Alongside>,
}

/// Somebody who does not come alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alongside {
    /// Who.
    pub person_id: PersonId,
    /// How many places they ask for or hold.
    pub places: i64,
    /// The group for which they are responsible; `None`: a place is held for a friend.
    pub party: Option<PartyLine>,
}

/// Why somebody is at a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seating {
    /// Has the place.
    Approved,
    /// Has the place; the date was moved, and they have not said that it still suits.
    AskedAgain,
    /// The place is kept for them from the waiting list.
    Kept,
    /// Was asked and has not answered.
    Offered {
        /// The offer.
        offer_id: OfferId,
        /// Until when it may be answered.
        until: Instant,
    },
    /// Is kept by a coordinator.
    Locked,
    /// Asks for the place.
    Waiting {
        /// The claim.
        claim_id: ClaimId,
    },
    /// The plan suggests them.
    Suggested,
}

impl Seating {
    /// The stable name, as in keys of texts.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::AskedAgain => "asked-again",
            Self::Kept => "kept",
            Self::Offered { .. } => "offered",
            Self::Locked => "locked",
            Self::Waiting { .. } => "waiting",
            Self::Suggested => "suggested",
        }
    }
}

/// Somebody at a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatRow {
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Why.
    pub seating: Seating,
    /// The sum of the contributions.
    pub score: i64,
    /// What it is made of.
    pub contributions: Vec<Contribution>,
    /// Where the plan would rather have them; for those who ask.
    pub better_use: Option<BetterUse>,
    /// What they answered at sign-up.
    pub answers: Vec<Answer>,
    /// In which role, if the date has roles.
    pub role: Option<String>,
}

/// Where the plan would rather have somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BetterUse {
    /// On which slot.
    pub slot_id: SlotId,
    /// Its title.
    pub title: String,
    /// When it begins.
    pub starts_at: Instant,
    /// People it still lacks.
    pub missing: i64,
}

/// Somebody who may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateRow {
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// The sum of the contributions.
    pub score: i64,
    /// What it is made of.
    pub contributions: Vec<Contribution>,
    /// What became of the latest offer of this very place, if there was one.
    pub asked: Option<OfferState>,
}

/// Somebody who may not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RejectedRow {
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Every rule that fails, with its facts.
    pub failures: Vec<Failure>,
}

/// A slot that competes for the same people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RivalRow {
    /// Which.
    pub slot_id: SlotId,
    /// Its title.
    pub title: String,
    /// When it begins.
    pub starts_at: Instant,
    /// How many of the people it holds.
    pub people: u32,
}

/// Somebody whom a coordinator does not want proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExcludedRow {
    /// Which decision.
    pub id: ExclusionId,
    /// Whom.
    pub name: String,
    /// How far it reaches.
    pub scope: ExclusionScope,
    /// For slots before; `None`: for good.
    pub until: Option<Instant>,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub by: String,
}

/// What of the open slots is asked for; all of it stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct BoardQuery {
    /// Only this kind.
    pub kind: Option<Code>,
    /// Only this organisation.
    pub organisation: Option<OrganisationId>,
    /// Only this district.
    pub district: Option<DistrictId>,
    /// Only this day.
    pub day: Option<Day>,
}

/// The open slots of the coming weeks with the plan for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardView {
    /// What was asked for.
    pub query: BoardQuery,
    /// Today in Warsaw.
    pub today: Day,
    /// How the places are covered, day by day.
    pub days: Vec<DayCover>,
    /// Slots with free places, the most urgent and emptiest first; at most [`BoardView::MOST`].
    pub slots: Vec<OpenSlot>,
    /// How many there are.
    pub total: i64,
    /// Tasks without an hour that are not over, of which opportunity, whatever the filters say; the plan knows nothing of
    /// them.
    pub windows: Vec<(OpportunityId, SlotCard)>,
    /// The plan in one line.
    pub plan: PlanLine,
    /// Who may not turn up, what may stay empty, until the end of tomorrow.
    pub at_risk: Vec<RiskRow>,
    /// What the filters offer.
    pub filters: Filters,
}

impl BoardView {
    /// Slots shown at most.
    pub const MOST: usize = 60;
}

/// One day's places; `min` counts the fewest people of each slot, the rest everybody up to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayCover {
    /// Which.
    pub day: Day,
    /// The public holiday on it.
    pub holiday: Option<Holiday>,
    /// Slots.
    pub slots: i64,
    /// The fewest people they need in all.
    pub needed: i64,
    /// Of these, places that are taken.
    pub taken: i64,
    /// Of these, places for which somebody was asked or is kept.
    pub offered: i64,
    /// Of these, places for which the plan suggests somebody.
    pub suggested: i64,
}

impl DayCover {
    /// Places for which nobody is in sight.
    pub const fn empty(&self) -> i64 {
        let empty = self.needed - self.taken - self.offered - self.suggested;
        if empty > 0 { empty } else { 0 }
    }
}

/// A slot with free places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSlot {
    /// The slot.
    pub slot_id: SlotId,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: KindLabel,
    /// Whose.
    pub organisation: String,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// The fewest people.
    pub min_places: i64,
    /// The most people.
    pub max_places: i64,
    /// Places taken.
    pub taken: i64,
    /// Places for which somebody was asked or is kept.
    pub offered: i64,
    /// Claims that wait.
    pub waiting: i64,
    /// People whom the plan suggests beside those who wait.
    pub suggested: i64,
    /// People missing to the fewest, over all roles.
    pub missing: i64,
    /// Of these, nobody is in sight.
    pub empty: i64,
    /// Other coordinators who have it before them.
    pub looking: Vec<String>,
}

/// The plan in one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanLine {
    /// The fewest people that all slots need.
    pub needed: i64,
    /// Of these, taken.
    pub taken: i64,
    /// Of these, asked or kept.
    pub offered: i64,
    /// Of these, suggested.
    pub suggested: i64,
    /// What no plan can exceed in fit, in parts per million above this one.
    pub gap_ppm: i64,
    /// Nothing is left to try for now.
    pub settled: bool,
}

/// What would be if a person had to take a place of a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Considered {
    /// Difference to the plan: negative where it would be worse.
    pub delta: Objective,
    /// Who would come and go.
    pub chain: Vec<Step>,
}

/// Somebody who would come to a slot or leave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Who.
    pub name: String,
    /// Which slot.
    pub title: String,
    /// When it begins.
    pub starts_at: Instant,
    /// Comes, or leaves.
    pub added: bool,
}

/// What accepting the plan for one day would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayPlan {
    /// Which day.
    pub day: Day,
    /// Pair by pair.
    pub rows: Vec<DayPlanRow>,
}

/// One pair of a day's plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayPlanRow {
    /// For which slot.
    pub slot_id: SlotId,
    /// Its title.
    pub title: String,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Their claim that would be approved; without one they would be asked.
    pub claim_id: Option<ClaimId>,
    /// The sum of the contributions.
    pub score: i64,
    /// In which role, if the date has roles.
    pub role: Option<String>,
    /// Which that is.
    pub role_id: Option<RoleId>,
}

/// What was done about one pair of a day's plan, so that it can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// A claim was approved.
    Approved(ClaimId),
    /// Somebody was asked.
    Offered(OfferId),
}

/// A place that the reader is asked to take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferView {
    /// Which offer.
    pub id: OfferId,
    /// Where it stands; open ones that ran out are [`OfferState::Expired`].
    pub state: OfferState,
    /// Why the reader is asked.
    pub cause: OfferCause,
    /// The slot.
    pub slot: SlotCard,
    /// The short name of the volunteer who asks, if one does.
    pub by: Option<String>,
    /// In a swap: the reader's own date that is given for it, in words.
    pub other: Option<String>,
    /// Where exactly.
    pub place: String,
    /// Until when it may be answered.
    pub until: Instant,
    /// In which role, if the date has roles.
    pub role: Option<String>,
}

/// What counts how much, with the problem to try it on. Nothing confidential: whether a rule holds, never why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeightsView {
    /// The weights that hold.
    pub weights: Weights,
    /// Who saved them and when; `None` while nobody has.
    pub saved: Option<(String, Instant)>,
    /// The reader may save others.
    pub may_save: bool,
    /// The problem as the browser may see it.
    pub problem: crate::matching::Problem,
}
