//! Roles in one of the town's drives, and what some of its people can show.

use super::plan::Plan;
use super::{Result, SeedError};
use crate::db::Tx;
use crate::store::roles;
use domain::claim::ClaimState;
use domain::ids::{PersonId, RoleId, SlotId};
use domain::qualification::Held;
use domain::role::{Role, RolePlan};
use domain::time::Day;
use sqlx::types::Json;
use std::collections::BTreeSet;

/// The drive that has roles: somebody at the baskets, and one who drives.
pub(super) const DRIVE: &str = "Świąteczna zbiórka żywności: sklep w Śródmieściu";
const LICENCE: &str = "driving-b";

/// What some of those who can be signed in as can show: code, from and until in days from now.
const SHOWN: [(&str, &str, i64, Option<i64>); 4] = [
    ("piotr@example.org", LICENCE, -2_000, Some(900)),
    ("piotr@example.org", "first-aid", -1_200, Some(-100)),
    ("olena@example.org", "sanitary", -300, None),
    ("olena@example.org", "first-aid", -400, Some(330)),
];
/// Of the other volunteers every so many has a licence, and every so many a course.
const EVERY: [(usize, &str); 3] = [(9, LICENCE), (7, "first-aid"), (11, "safety")];

/// The roles of dates, to be written once they and their claims are.
pub(super) type Dates = Vec<(SlotId, Vec<RolePlan>)>;

/// Gives them out when everybody has claimed: who claimed the drive stands at the baskets, and where that is one too
/// many, drives.
pub(super) fn plan(plan: &mut Plan) -> Result<Dates> {
    qualify(plan)?;
    let drive = plan.opportunities.iter().position(|row| row.title == DRIVE);
    let drive = drive.ok_or_else(|| SeedError::Data(format!("no opportunity {DRIVE}")))?;
    let at = plan.opportunities[drive].created_at;
    let role = |id: RoleId, name: &str, requires: &[&str]| Role {
        id,
        name: name.to_owned(),
        min_age: None,
        requires: requires.iter().map(|code| (*code).into()).collect(),
        ended: false,
    };
    let (baskets, driving): (RoleId, RoleId) = (plan.dice.id(at), plan.dice.id(at));
    plan.opportunities[drive].roles =
        Json(vec![role(baskets, "przy koszach", &[]), role(driving, "kierowca", &[LICENCE])]);
    let own = plan.slots.iter().filter(|slot| slot.opportunity == drive);
    let dates: Dates = own
        .map(|slot| {
            let (min, max) = (slot.min_places, slot.facts.max_places);
            let plan = |role_id, min_places, max_places| RolePlan { role_id, min_places, max_places };
            (slot.facts.id, vec![plan(baskets, min - 1, max - 1), plan(driving, 1, 1)])
        })
        .collect();
    for (slot, plans) in &dates {
        give(plan, *slot, (baskets, plans[0].max_places), driving);
    }
    let slots: BTreeSet<SlotId> = dates.iter().map(|(slot, _)| *slot).collect();
    for offer in plan.offers.iter_mut().filter(|offer| slots.contains(&offer.slot_id)) {
        let claim = plan.claims.iter().find(|claim| Some(claim.id) == offer.claim_id);
        offer.role_id = claim.map_or(Some(baskets), |claim| claim.role_id);
    }
    Ok(dates)
}

/// Gives the claims of a date their roles.
fn give(plan: &mut Plan, slot: SlotId, (baskets, room): (RoleId, i64), driving: RoleId) {
    let (mut left, mut drivers) = (room, Vec::new());
    for claim in plan.claims.iter_mut().filter(|claim| claim.slot_id == slot) {
        let at_wheel = claim.state.holds_place() && left == 0;
        claim.role_id = Some(if at_wheel { driving } else { baskets });
        left -= i64::from(claim.state.holds_place() && !at_wheel);
        if at_wheel || claim.state == ClaimState::Offered {
            drivers.extend(at_wheel.then_some(claim.person_id));
        }
    }
    for person in drivers {
        hold(plan, person, LICENCE, (-900, Some(1_500)));
    }
}

fn qualify(plan: &mut Plan) -> Result<()> {
    for (email, code, from, until) in SHOWN {
        let number = plan.person(email)?;
        let id = plan.people[number].row.id;
        hold(plan, id, code, (from, until));
    }
    let others: Vec<PersonId> = plan
        .people
        .iter()
        .filter(|one| one.volunteer.is_some() && !one.persona)
        .map(|one| one.row.id)
        .collect();
    for (every, code) in EVERY {
        for (number, person) in others.iter().enumerate().step_by(every) {
            let days = i64::try_from(number).unwrap_or_default();
            hold(plan, *person, code, (-700 - days, Some(days * 3 - 20)));
        }
    }
    Ok(())
}

fn hold(plan: &mut Plan, person: PersonId, code: &str, (from, until): (i64, Option<i64>)) {
    let (now, by) = (plan.now, plan.people.iter().find(|one| one.volunteer.is_none()).map(|one| one.row.id));
    let day = |days: i64| Day::from(now.plus_days(days).day());
    let found = plan.people.iter_mut().find(|one| one.row.id == person);
    if let (Some(row), Some(by)) = (found.and_then(|one| one.volunteer.as_mut()), by) {
        let (from, until) = (day(from), until.map(day));
        row.qualifications.0.retain(|held| held.code.0 != code);
        row.qualifications.0.push(Held { code: code.into(), from, until, by, at: row.applied_at });
    }
}

/// Writes the roles of dates, when their claims are there.
pub(super) async fn write(tx: &mut Tx, dates: &Dates) -> Result<()> {
    Ok(roles::put(tx, dates).await?)
}
