//! What the live stream tells: that something changed, and whose. Ids only, never a person's data.

use crate::ids::{ClaimId, OpportunityId, OrganisationId, PersonId, SlotId};
use serde::{Deserialize, Serialize};

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// A claim was made, decided, withdrawn, recorded.
    Claim,
    /// A slot changed: its places, time or state.
    Slot,
    /// An opportunity changed.
    Opportunity,
    /// A person's profile, status or roles changed.
    Person,
    /// An offer, a lock, an exclusion, the weights, or who looks at which slot.
    Staffing,
    /// This node's plan changed. Never stored: its number is 0.
    Plan,
}

/// One change, in commit order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveEvent {
    /// Its place in the order; grows by one per event. 0: only of this node, and only now.
    pub seq: i64,
    /// What changed.
    pub topic: Topic,
    /// The claim, if one changed.
    pub claim_id: Option<ClaimId>,
    /// The slot concerned.
    pub slot_id: Option<SlotId>,
    /// The opportunity concerned.
    pub opportunity_id: Option<OpportunityId>,
    /// The organisation concerned; decides which hosts hear of it.
    pub organisation_id: Option<OrganisationId>,
    /// The person concerned; decides which volunteer hears of it.
    pub person_id: Option<PersonId>,
}
