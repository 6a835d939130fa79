//! What is offered: an opportunity, and its dates, the slots.

use serde::{Deserialize, Serialize};

/// Where an opportunity stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum OpportunityState {
    /// Only its editors see it.
    Draft,
    /// Everyone sees it.
    Published,
    /// It will not take place.
    Cancelled,
}

/// Where a slot stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum SlotState {
    /// It takes place.
    Open,
    /// It will not take place.
    Cancelled,
}

/// How a claim becomes a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum ClaimRule {
    /// At once.
    #[default]
    Instant,
    /// After a coordinator approved it.
    Approval,
}

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum OrganisationType {
    /// Children's community day-room (świetlica środowiskowa).
    DayRoom,
    /// Community self-help centre (środowiskowy dom samopomocy).
    SelfHelpCentre,
    /// Senior citizens' club or day home.
    SeniorClub,
    /// A section of the centre itself.
    CentreSection,
    /// A partner foundation.
    Foundation,
    /// A partner association.
    Association,
}

impl OrganisationType {
    /// The stable name, as stored and as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DayRoom => "day_room",
            Self::SelfHelpCentre => "self_help_centre",
            Self::SeniorClub => "senior_club",
            Self::CentreSection => "centre_section",
            Self::Foundation => "foundation",
            Self::Association => "association",
        }
    }

    /// A partner, not a facility of the centre.
    pub const fn is_partner(self) -> bool {
        matches!(self, Self::Foundation | Self::Association)
    }
}
