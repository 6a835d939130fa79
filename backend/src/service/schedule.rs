//! My schedule.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::service::own_place;
use crate::store::claims::{self, OwnClaim};
use crate::store::{hours, people, slots};
use domain::person::missing_steps;
use domain::view::{MyClaim, MySchedule, OwnPlace, Standing};

/// What the reader holds, asked for and did. For every person who signed in.
///
/// # Errors
/// [`domain::problem::Problem::SignInFirst`], or when the database fails.
pub async fn mine(cx: &Cx) -> Result<MySchedule> {
    let me = cx.member()?.person_id();
    let mut tx = cx.read().await?;
    let coming = claims::coming_of(&mut tx, me, cx.now()).await?;
    let past = claims::past_of(&mut tx, me, cx.now()).await?;
    let volunteer = people::volunteer(&mut tx, me).await?;
    Ok(MySchedule {
        coming: with_slots(cx, &mut tx, coming).await?,
        past: with_slots(cx, &mut tx, past).await?,
        total_minutes: hours::total_minutes(&mut tx, me).await?,
        missing: volunteer.map(|row| missing_steps(row.status, row.birth_on)).unwrap_or_default(),
    })
}

async fn with_slots(cx: &Cx, tx: &mut Tx, own: Vec<OwnClaim>) -> Result<Vec<MyClaim>> {
    let mut list = Vec::with_capacity(own.len());
    for claim in own {
        let Some(slot) = slots::find(tx, claim.slot_id).await? else { continue };
        let can_withdraw = claim.state.is_live() && slot.closes_at() > cx.now();
        let standing = Standing::Mine { claim_id: claim.id, state: claim.state };
        let own = match claims::find(tx, claim.id).await?.filter(|claim| claim.state.is_live()) {
            Some(claim) if can_withdraw => own_place::of_claim(cx, tx, &claim, &slot).await?,
            _ => OwnPlace::default(),
        };
        let role = claim.role_id.map(|id| slot.role_name(id));
        list.push(MyClaim {
            role,
            own,
            claim_id: claim.id,
            card: slot.card(cx.locale, standing),
            place: slot.place,
            reason: claim.reason,
            can_withdraw,
            minutes: claim.minutes,
        });
    }
    Ok(list)
}
