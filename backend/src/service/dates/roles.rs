//! The roles of dates: those that they may have, and that nobody with a claim loses theirs.

use super::edit::wrong;
use super::people::People;
use crate::error::Result;
use crate::store::dates::DateRow;
use domain::form::{InputProblem, SlotsForm};
use domain::ids::RoleId;
use domain::role::{Role, RolePlan};

/// Roles that dates may have.
pub(super) fn offered(roles: &[Role]) -> Vec<Role> {
    roles.iter().filter(|role| !role.ended).cloned().collect()
}

/// Every role of a date is one of the opportunity.
pub(super) fn known(roles: &[Role], plans: &[RolePlan]) -> Result<()> {
    let offered = |plan: &RolePlan| roles.iter().any(|role| role.id == plan.role_id && !role.ended);
    if plans.iter().all(offered) { Ok(()) } else { wrong("roles", InputProblem::NotAChoice) }
}

/// Nobody with a claim loses their role, is left without one, or is one too many in it.
pub(super) fn roles_fit(before: &DateRow, after: &DateRow, people: &People, form: &SlotsForm) -> Result<()> {
    if before.plans() == after.plans() {
        return Ok(());
    }
    let gone = |role: Option<RoleId>| match role {
        None => after.with_roles,
        Some(id) => after.roles.iter().all(|places| places.role_id != id),
    };
    if people.claims_on(after.id).any(|claim| gone(claim.role_id)) {
        return wrong("roles", InputProblem::RoleTaken);
    }
    match after.roles.iter().find(|places| places.taken > places.max_places) {
        None => Ok(()),
        Some(over) => {
            let id = over.role_id.to_string();
            let number = form.roles.iter().position(|typed| typed.id == id).unwrap_or_default();
            wrong(&format!("roles-{number}-max_places"), InputProblem::BelowTaken)
        }
    }
}
