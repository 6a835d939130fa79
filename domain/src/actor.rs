//! Who is asking.

use crate::ids::{OrganisationId, PersonId, SessionId};
use serde::{Deserialize, Serialize};

/// What a person may be in the programme. Source: domain rules §8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs the program: settings, roles.
    Administrator,
    /// Sees figures and registers.
    Director,
    /// Links people: decides claims, posts opportunities.
    Coordinator,
    /// Refers people who need help.
    SocialWorker,
    /// Runs one facility and hosts its volunteers.
    FacilityManager,
    /// Runs one partner and hosts its volunteers.
    Partner,
    /// Reads records and the audit.
    Auditor,
    /// Helps, or applies to.
    Volunteer,
}

/// Every role.
pub const ALL_ROLES: [Role; 8] = [
    Role::Administrator,
    Role::Director,
    Role::Coordinator,
    Role::SocialWorker,
    Role::FacilityManager,
    Role::Partner,
    Role::Auditor,
    Role::Volunteer,
];

impl Role {
    /// The stable name, as stored and as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Director => "director",
            Self::Coordinator => "coordinator",
            Self::SocialWorker => "social_worker",
            Self::FacilityManager => "facility_manager",
            Self::Partner => "partner",
            Self::Auditor => "auditor",
            Self::Volunteer => "volunteer",
        }
    }
}

/// A role a person holds, where it is bound to an organisation with that organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The organisation it is bound to; `None` for roles of the whole centre.
    pub organisation_id: Option<OrganisationId>,
}

/// A person who signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub person_id: PersonId,
    /// In which browser.
    pub session_id: SessionId,
    /// What they may be.
    pub grants: Vec<Grant>,
}

/// Who is asking. What they may do is in [`crate::policy`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Nobody we know.
    Visitor,
    /// A person who signed in.
    Person(SignedIn),
    /// The program itself: jobs, seeding, the command line.
    System,
}

impl Actor {
    /// The person, if one signed in.
    pub fn person_id(&self) -> Option<PersonId> {
        match self {
            Self::Person(signed_in) => Some(signed_in.person_id),
            Self::Visitor | Self::System => None,
        }
    }

    /// Holds `role`, anywhere.
    pub fn is(&self, role: Role) -> bool {
        self.grants().iter().any(|grant| grant.role == role)
    }

    /// The roles held; none for a visitor.
    pub fn grants(&self) -> &[Grant] {
        match self {
            Self::Person(signed_in) => &signed_in.grants,
            Self::Visitor | Self::System => &[],
        }
    }
}
