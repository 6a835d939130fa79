//! What a poster asks at sign-up, and the answers of those who claimed.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::service::{claims as claiming, trace};
use crate::store::claims::{self, ClaimRow};
use crate::store::opportunities;
use crate::store::slots::SlotRow;
use domain::ids::ClaimId;
use domain::problem::Problem;
use domain::question::{self, Answer};
use sqlx::types::Json;

/// The answers to what this slot's opportunity asks.
///
/// # Errors
/// [`Problem::Invalid`] with the fields that were not taken.
pub(super) async fn answered(tx: &mut Tx, slot: &SlotRow, typed: &[String]) -> Result<Vec<Answer>> {
    Ok(question::check(&opportunities::questions(tx, slot.opportunity_id).await?, typed)?)
}

/// Answers the questions of an own claim, again or for the first time: who was asked to come took the place without
/// being asked them. Until the slot begins.
///
/// # Errors
/// [`Problem::NotFound`] for claims of others, [`Problem::TooLate`] once the slot has begun or the claim has ended,
/// [`Problem::Invalid`] with the fields that were not taken.
pub async fn answer(cx: &Cx, id: ClaimId, typed: &[String]) -> Result<()> {
    let me = cx.member()?.person_id();
    let mut tx = cx.write().await?;
    tx.lock(&format!("claim:{id}")).await?;
    let found = claiming::with_slot(&mut tx, id).await?.filter(|(claim, _)| claim.person_id == me);
    let Some((claim, slot)) = found else { return not_found() };
    if slot.starts_at <= cx.now() || !claim.state.is_live() {
        return Err(Problem::TooLate.into());
    }
    let answers = answered(&mut tx, &slot, typed).await?;
    let to = ClaimRow { answers: Json(answers), ..claim.clone() };
    if !claims::change(&mut tx, &claim, &to).await? {
        return Err(Problem::TooLate.into());
    }
    trace::claim_event(cx, &mut tx, &to, &slot, false).await?;
    trace::audit(cx, &mut tx, "answer", "claim", id.0, serde_json::json!({ "answers": to.answers.len() }))
        .await?;
    cx.commit(tx).await
}
