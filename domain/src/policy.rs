//! What an actor may do. A permission is a value: a use case that needs it cannot be written without
//! asking here first, and what is not granted here is refused.
//!
//! | permission | who |
//! |---|---|
//! | [`Member`] | every person who signed in, for themselves |
//! | [`Coordination`] | coordinators |
//! | [`Hosting`] | coordinators everywhere; facility managers and partners in their own organisation |
//! | [`Posting`] | coordinators everywhere; facility managers and partners in their own organisation |
//! | [`Administration`] | administrators, and the program itself |

use crate::actor::{Actor, Role};
use crate::ids::{OrganisationId, PersonId, SessionId};

/// Refused: this actor may not do this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("denied")]
pub struct Denied;

/// May act for themselves.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    person_id: PersonId,
    session_id: SessionId,
}

impl Member {
    /// The person, acting for themselves.
    pub const fn person_id(&self) -> PersonId {
        self.person_id
    }

    /// The browser they act from.
    pub const fn session_id(&self) -> SessionId {
        self.session_id
    }
}

/// May link people: see applicants and claims, decide them, post opportunities for every organisation.
#[derive(Clone, Copy, Debug)]
pub struct Coordination {
    by: PersonId,
}

impl Coordination {
    /// Who decides.
    pub const fn by(&self) -> PersonId {
        self.by
    }
}

/// May see who comes and confirm who came, within [`HostScope`].
#[derive(Clone, Debug)]
pub struct Hosting {
    by: PersonId,
    scope: HostScope,
}

/// Which organisations a host looks after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostScope {
    /// All of them.
    Everywhere,
    /// These only.
    Own(Vec<OrganisationId>),
}

impl HostScope {
    fn covers(&self, organisation: OrganisationId) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Own(own) => own.contains(&organisation),
        }
    }

    /// The organisations, `None` for all of them.
    pub fn organisations(&self) -> Option<&[OrganisationId]> {
        match self {
            Self::Everywhere => None,
            Self::Own(own) => Some(own),
        }
    }
}

impl Hosting {
    /// Who hosts.
    pub const fn by(&self) -> PersonId {
        self.by
    }

    /// Where.
    pub const fn scope(&self) -> &HostScope {
        &self.scope
    }

    /// Looks after this organisation.
    pub fn covers(&self, organisation: OrganisationId) -> bool {
        self.scope.covers(organisation)
    }
}

/// May write opportunities within [`HostScope`]. Who does not coordinate publishes alone only where the organisation is
/// trusted; what they write is otherwise looked at by a coordinator. Source: N1.
#[derive(Clone, Debug)]
pub struct Posting {
    by: PersonId,
    scope: HostScope,
}

impl Posting {
    /// Who writes.
    pub const fn by(&self) -> PersonId {
        self.by
    }

    /// Where.
    pub const fn scope(&self) -> &HostScope {
        &self.scope
    }

    /// Writes for this organisation.
    pub fn covers(&self, organisation: OrganisationId) -> bool {
        self.scope.covers(organisation)
    }

    /// Looks at what others wrote, and publishes everywhere.
    pub fn coordinates(&self) -> bool {
        self.scope == HostScope::Everywhere
    }

    /// May publish for this organisation without anybody looking at it.
    pub fn publishes(&self, organisation: OrganisationId, trusted: bool) -> bool {
        self.coordinates() || (trusted && self.covers(organisation))
    }
}

/// May run the program: create people with roles, change settings.
#[derive(Clone, Copy, Debug)]
pub struct Administration {
    by: Option<PersonId>,
}

impl Administration {
    /// Who; `None` for the command line.
    pub const fn by(&self) -> Option<PersonId> {
        self.by
    }
}

impl Actor {
    /// # Errors
    /// [`Denied`] unless a person signed in.
    pub fn member(&self) -> Result<Member, Denied> {
        match self {
            Self::Person(person) => Ok(Member { person_id: person.person_id, session_id: person.session_id }),
            Self::Visitor | Self::System => Err(Denied),
        }
    }

    /// # Errors
    /// [`Denied`] unless a coordinator.
    pub fn coordination(&self) -> Result<Coordination, Denied> {
        match self.person_id() {
            Some(by) if self.is(Role::Coordinator) => Ok(Coordination { by }),
            _ => Err(Denied),
        }
    }

    /// # Errors
    /// [`Denied`] unless a coordinator, or a facility manager or partner with an organisation.
    pub fn hosting(&self) -> Result<Hosting, Denied> {
        self.scope().map(|(by, scope)| Hosting { by, scope })
    }

    /// # Errors
    /// [`Denied`] unless a coordinator, or a facility manager or partner with an organisation.
    pub fn posting(&self) -> Result<Posting, Denied> {
        self.scope().map(|(by, scope)| Posting { by, scope })
    }

    fn scope(&self) -> Result<(PersonId, HostScope), Denied> {
        let by = self.person_id().ok_or(Denied)?;
        if self.is(Role::Coordinator) {
            return Ok((by, HostScope::Everywhere));
        }
        let own: Vec<_> = self
            .grants()
            .iter()
            .filter(|grant| matches!(grant.role, Role::FacilityManager | Role::Partner))
            .filter_map(|grant| grant.organisation_id)
            .collect();
        if own.is_empty() { Err(Denied) } else { Ok((by, HostScope::Own(own))) }
    }

    /// # Errors
    /// [`Denied`] unless an administrator or the program itself.
    pub fn administration(&self) -> Result<Administration, Denied> {
        match self {
            Self::System => Ok(Administration { by: None }),
            Self::Person(person) if self.is(Role::Administrator) => {
                Ok(Administration { by: Some(person.person_id) })
            }
            _ => Err(Denied),
        }
    }
}
