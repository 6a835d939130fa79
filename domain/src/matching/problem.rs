//! What is to be decided, in the words of the domain. Everything may be sent and stored; nothing confidential is
//! needed: a requirement is a code and the day until which it is met.

use super::availability::Availability;
use super::score::Weights;
use crate::claiming::{Engagement, Limits};
use crate::ids::{DistrictId, OpportunityId, OrganisationId, PersonId, SlotId};
use crate::opportunity::SlotState;
use crate::person::VolunteerStatus;
use crate::text::Code;
use crate::time::{Day, Instant};
use serde::{Deserialize, Serialize};

/// Everything a plan depends on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The moment of asking: slots that have begun take nobody any more, and refusals may have run out.
    pub now: Instant,
    /// Everybody who might help.
    pub volunteers: Vec<Volunteer>,
    /// The open slots, with all their places.
    pub slots: Vec<Slot>,
    /// What people decided already.
    pub locks: Vec<Lock>,
    /// The pairs that were shown last: they stay unless something else is clearly better.
    pub published: Vec<Pair>,
    /// What counts how much.
    pub weights: Weights,
    /// The centre's numbers, as for claims.
    pub limits: Limits,
}

/// Somebody who may help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Volunteer {
    /// Who.
    pub id: PersonId,
    /// Where they stand.
    pub status: VolunteerStatus,
    /// When they were born, if they told.
    pub birth_on: Option<Day>,
    /// When the art. 21 checks were completed.
    pub screened_on: Option<Day>,
    /// Recorded only where somebody's required sex of the helper needs it.
    pub sex: Option<Sex>,
    /// Requirements met: agreement, insurance, training, clearance.
    pub requirements: Vec<Valid>,
    /// Skills.
    pub skills: Vec<Valid>,
    /// Languages spoken.
    pub languages: Vec<Code>,
    /// Kinds of activity liked.
    pub kinds: Vec<Code>,
    /// When they have time.
    pub availability: Availability,
    /// Where they live or start from.
    pub home: Option<Point>,
    /// In which district.
    pub district: Option<DistrictId>,
    /// How far they go, metres; `None`: any distance.
    pub radius_m: Option<i64>,
    /// Their own weekly limit in minutes.
    pub weekly_limit_minutes: Option<i64>,
    /// Places they hold outside [`Problem::slots`].
    pub engagements: Vec<Engagement>,
    /// What they helped with before.
    pub past: Vec<Past>,
    /// Organisations to which they are not sent: the block list.
    pub blocked: Vec<OrganisationId>,
    /// How often they came when they had said so, 0–100; capped and decaying, visible to its owner.
    pub reliability_percent: u8,
}

/// Something that holds until a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Valid {
    /// What.
    pub code: Code,
    /// The last day on which it holds; `None`: it does not run out.
    pub until: Option<Day>,
}

/// A person's sex, where it was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// A woman.
    Female,
    /// A man.
    Male,
}

/// A place on the town's own plane: metres to the east and to the north of its origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Metres to the east.
    pub east_m: i32,
    /// Metres to the north.
    pub north_m: i32,
}

impl Point {
    /// Metres as the crow flies, rounded down.
    pub fn distance_m(self, other: Self) -> i64 {
        let east = i64::from(self.east_m) - i64::from(other.east_m);
        let north = i64::from(self.north_m) - i64::from(other.north_m);
        let square = east.unsigned_abs().pow(2).saturating_add(north.unsigned_abs().pow(2));
        i64::try_from(square.isqrt()).unwrap_or(i64::MAX)
    }
}

/// That somebody helped somewhere before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    /// With what.
    pub opportunity_id: OpportunityId,
    /// For whom.
    pub organisation_id: OrganisationId,
}

/// One date with places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "independent flags of the programme's own table")]
pub struct Slot {
    /// Which.
    pub id: SlotId,
    /// Of what.
    pub opportunity_id: OpportunityId,
    /// Of whom.
    pub organisation_id: OrganisationId,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// Whether it takes place.
    pub state: SlotState,
    /// The kind of activity.
    pub kind: Code,
    /// The youngest age in years.
    pub min_age: i64,
    /// Directed at minors.
    pub minor_directed: bool,
    /// In somebody's home.
    pub at_home: bool,
    /// From afar: no way to travel.
    pub remote: bool,
    /// Where, folded: equal text means the same place.
    pub place: String,
    /// Where on the plane.
    pub point: Option<Point>,
    /// In which district.
    pub district: Option<DistrictId>,
    /// How much it matters, 0–4; each step counts twice as much as the one before.
    pub urgency: u8,
    /// Nobody is helped unless every role has its first `min` people.
    pub useless_below_min: bool,
    /// Dates of one series are better in one pair of hands.
    pub series: Option<OpportunityId>,
    /// Whom it needs; one role is usual.
    pub roles: Vec<Role>,
}

/// A part in a slot, with equal places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// Its stable name.
    pub code: Code,
    /// Places that count for coverage.
    pub min: u32,
    /// Places in all.
    pub max: u32,
    /// Its own youngest age in years; that of the slot holds as well.
    #[serde(default)]
    pub min_age: i64,
    /// Requirements that must hold on the day of the slot. Source: U9, U10, §5.
    pub requirements: Vec<Code>,
    /// Skills that are needed.
    pub skills: Vec<Code>,
    /// Languages that are needed, all of them.
    pub languages: Vec<Code>,
    /// The required sex of the helper, recorded and justified.
    pub sex: Option<Sex>,
    /// Skills that are nice to have.
    pub nice_skills: Vec<Code>,
    /// Languages that are preferred.
    pub nice_languages: Vec<Code>,
    /// The preferred sex of the helper.
    pub nice_sex: Option<Sex>,
}

/// A volunteer in a role of a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pair {
    /// For which slot.
    pub slot: SlotId,
    /// Which of its roles, from 0.
    pub role: u16,
    /// Who.
    pub volunteer: PersonId,
}

/// What somebody decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lock {
    /// Approved: never moved silently, whatever the rules say now.
    Fixed(Pair),
    /// Refused.
    Refused(Refused),
}

/// A coordinator's or a volunteer's no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Refused {
    /// Whom it keeps away.
    pub volunteer: PersonId,
    /// From what.
    pub scope: Scope,
    /// For slots that begin before; `None`: for good.
    pub until: Option<Instant>,
}

/// How far a no reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// This date only.
    Slot(SlotId),
    /// Every date of it.
    Opportunity(OpportunityId),
    /// Everything of the organisation.
    Organisation(OrganisationId),
}

impl Slot {
    /// Whether a no reaches this slot.
    pub fn is_in(&self, refused: &Refused) -> bool {
        refused.until.is_none_or(|until| self.starts_at < until)
            && match refused.scope {
                Scope::Slot(id) => id == self.id,
                Scope::Opportunity(id) => id == self.opportunity_id,
                Scope::Organisation(id) => id == self.organisation_id,
            }
    }
}

impl Problem {
    /// Every refusal.
    pub fn refused(&self) -> impl Iterator<Item = &Refused> {
        self.locks.iter().filter_map(|lock| match lock {
            Lock::Refused(refused) => Some(refused),
            Lock::Fixed(_) => None,
        })
    }

    /// Every approved pair.
    pub fn fixed(&self) -> impl Iterator<Item = &Pair> {
        self.locks.iter().filter_map(|lock| match lock {
            Lock::Fixed(pair) => Some(pair),
            Lock::Refused(_) => None,
        })
    }
}
