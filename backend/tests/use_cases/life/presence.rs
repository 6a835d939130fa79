//! Saying at the place who came, and what holds of it after every step.

use super::snapshot::{CheckIn, Snapshot};
use crate::world::World;
use backend::context::Cx;
use backend::error::Result;
use backend::service::presence;
use domain::claim::ClaimState;
use domain::ids::{ClaimId, OrganisationId, PersonId};
use domain::presence::{Tap, TapForm};
use domain::problem::Problem;
use domain::time::Instant;
use std::collections::BTreeSet;

/// The key of the poster at a place.
pub async fn poster(cx: &Cx, organisation: OrganisationId) -> String {
    presence::prepare(cx, organisation).await.unwrap();
    let poster = presence::poster(cx, organisation).await.unwrap();
    poster.address.rsplit('/').next().unwrap().to_owned()
}

/// One of those who have a place on a date that begins between so many hours from now and so many; when it begins.
pub async fn with_a_place(
    world: &World,
    (from, until): (i64, i64),
    which: usize,
) -> Result<(ClaimId, PersonId, Instant)> {
    let hours = |count: i64| world.node.clock.now().plus_minutes(60 * count);
    let mut tx = world.node.db.read().await?;
    let claims: Vec<(ClaimId, PersonId, Instant)> = tx
        .query(
            "SELECT c.id, c.person_id, s.starts_at FROM claim c JOIN slot s ON s.id = c.slot_id
             WHERE c.state IN ('approved', 'attended') AND s.work_minutes IS NULL AND s.starts_at >= $1 AND s.starts_at < $2 ORDER BY c.id",
        )
        .bind(hours(from))
        .bind(hours(until))
        .all()
        .await?;
    let which = which.checked_rem(claims.len()).ok_or(Problem::NotFound)?;
    Ok(claims[which])
}

/// Says something of a claim as of some moment, perhaps told later.
pub async fn say(cx: &Cx, place: &str, claim: ClaimId, (tap, at): (Tap, Instant)) -> Result<()> {
    let form = TapForm {
        place: place.to_owned(),
        claim_id: claim.to_string(),
        tap: tap.code().into(),
        at: at.unix().to_string(),
        ..TapForm::default()
    };
    presence::tap(cx, &form).await
}

/// What is said of a date lies in its hours, once each, leaving after coming; only whoever has the place says it.
pub fn broken(before: &Snapshot, after: &Snapshot, actor: Option<PersonId>) -> Vec<String> {
    let mut found = Vec::new();
    let mut said = BTreeSet::new();
    for row in after.check_ins.values() {
        let claim = &after.claims[&row.claim_id];
        let slot = &after.slots[&claim.slot_id];
        let (from, until) = row.tap.span((slot.starts_at, slot.ends_at));
        if row.at < from || until < row.at || after.now < row.at {
            found.push(format!("{row:?} outside of its hours, {slot:?}"));
        }
        if !said.insert((row.claim_id, row.tap.code())) {
            found.push(format!("{row:?} is said twice"));
        }
        let came = |other: &CheckIn| {
            (other.claim_id, other.tap) == (row.claim_id, Tap::Arrived) && other.at <= row.at
        };
        if row.tap == Tap::Left && !after.check_ins.values().any(came) {
            found.push(format!("{row:?}, but nobody came"));
        }
        let has_place = matches!(claim.state, ClaimState::Approved | ClaimState::Attended);
        let new = !before.check_ins.contains_key(&row.id);
        if new && !(has_place && actor == Some(claim.person_id)) {
            found.push(format!("{row:?} of {claim:?}, said by {actor:?}"));
        }
    }
    found
}
