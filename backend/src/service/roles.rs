//! The roles of an opportunity as they are written, and what they are to whoever reads.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::service::reader::Reader;
use crate::store::opportunities::OpportunityRow;
use crate::store::roles as store;
use crate::store::slots::SlotRow;
use domain::claiming::Refusal;
use domain::form::{FieldProblem, InputProblem, OpportunityDraft, RoleDraft};
use domain::role::Role;
use domain::text::Code;
use domain::view::RoleSeats;

/// What everybody needs and the roles, as a draft says; roles that are left out stay behind, ended. One with dates to
/// come cannot be left out.
pub(super) async fn written(
    cx: &Cx,
    tx: &mut Tx,
    draft: &OpportunityDraft,
    old: Option<&OpportunityRow>,
) -> Result<(Vec<Code>, Vec<Role>)> {
    let before = old.map(|old| old.roles.0.as_slice()).unwrap_or_default();
    let offered = choices(tx).await?;
    let known = |code: &Code| {
        let kept = old.is_some_and(|old| old.requires.contains(code));
        kept || offered.contains(code) || before.iter().any(|role| role.requires.contains(code))
    };
    let mut problems = Vec::new();
    let mut wrong = |field: String, problem| problems.push(FieldProblem { field, problem });
    if !draft.requires.iter().all(known) {
        wrong("requires".to_owned(), InputProblem::NotAChoice);
    }
    for (number, role) in draft.roles.iter().enumerate() {
        if !role.requires.iter().all(known) {
            wrong(format!("roles-{number}-requires"), InputProblem::NotAChoice);
        }
    }
    let role = |draft: &RoleDraft| Role {
        // An id that is none of this opportunity's comes from a template.
        id: draft.id.filter(|id| before.iter().any(|role| role.id == *id)).unwrap_or_else(|| cx.new_id()),
        name: draft.name.clone(),
        min_age: draft.min_age,
        requires: draft.requires.clone(),
        ended: false,
    };
    let mut roles: Vec<Role> = draft.roles.iter().map(role).collect();
    let gone = before.iter().filter(|old| roles.iter().all(|role| role.id != old.id));
    let gone: Vec<Role> = gone.map(|old| Role { ended: true, ..old.clone() }).collect();
    if let Some(old) = old
        && gone.iter().any(|role| before.iter().any(|was| was.id == role.id && !was.ended))
    {
        let in_use = store::in_use(tx, old.id, cx.now()).await?;
        if gone.iter().any(|role| in_use.contains(&role.id)) {
            wrong("roles".to_owned(), InputProblem::InUse);
        }
    }
    roles.extend(gone);
    if problems.is_empty() { Ok((draft.requires.clone(), roles)) } else { Err(problems.into()) }
}

/// The qualifications that can be asked for.
pub(super) async fn choices(tx: &mut Tx) -> Result<Vec<Code>> {
    Ok(store::qualifications(tx).await?)
}

/// The roles of a date, with what each is to whoever reads.
pub(super) fn seats(reader: &Reader, row: &SlotRow) -> Vec<RoleSeats> {
    let parts = reader.parts(row);
    let refused =
        |id| parts.iter().find(|part| part.role == Some(id)).and_then(|part| part.refusal().cloned());
    let seats = |places: &store::RolePlaces| RoleSeats {
        id: places.role_id,
        name: row.role_name(places.role_id),
        min_age: row.role(places.role_id).and_then(|role| role.min_age),
        requires: row.role(places.role_id).map(|role| role.requires.clone()).unwrap_or_default(),
        min_places: places.min_places,
        max_places: places.max_places,
        taken: places.taken,
        refusal: match reader.person {
            Some(_) => refused(places.role_id),
            None => (places.taken >= places.max_places).then_some(Refusal::Full),
        },
    };
    row.roles.iter().map(seats).collect()
}
