//! Places with their codes, and people who checked in at one of them today. Planned after everything else.

use super::Result;
use super::plan::{Ground, Plan};
use crate::db::Tx;
use crate::session::hash;
use crate::store::presence::{self, CheckInRow};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::claim::ClaimState;
use domain::opportunity::OpportunityState;
use domain::presence::Tap;
use domain::time::Instant;

/// Whose place has people there just now.
const HOST: &str = "kierownik@example.org";
/// Minutes after the beginning at which each came, and whether with the number of that minute.
const CAME: [(i64, bool); 2] = [(-3, true), (6, false)];
/// How long the date is, and how much of it is over, minutes.
const HOURS: (i64, i64) = (150, 60);

/// What is planned here.
#[derive(Default)]
pub(super) struct Presence {
    check_ins: Vec<CheckInRow>,
}

/// Plans a date that is going on, with people who came.
pub(super) fn plan(plan: &mut Plan, ground: &Ground) -> Result<()> {
    let host = plan.people[plan.person(HOST)?].grant.organisation_id;
    let of_host = |offer: &crate::store::opportunities::OpportunityRow| {
        Some(offer.organisation_id) == host && offer.state == OpportunityState::Published && !offer.remote
    };
    let Some(opportunity) = plan.opportunities.iter().position(of_host) else { return Ok(()) };
    let kind = ground.kind(&plan.opportunities[opportunity].kind_code)?;
    let began = Instant::from_unix((plan.now.unix() - HOURS.1 * 60).div_euclid(1_800) * 1_800);
    plan.add_slot(kind, opportunity, began, HOURS.0, (1, 4));
    let slot = plan.slots.len() - 1;
    let asked = plan.now.plus_days(-2);
    let mut came = CAME.into_iter();
    for person in 0..plan.people.len() {
        if plan.people[person].persona || !plan.may(slot, person, asked) {
            continue;
        }
        let Some((minutes, proven)) = came.next() else { break };
        let claim = plan.new_claim(slot, person, ClaimState::Approved, asked);
        let at = began.plus_minutes(minutes);
        let id = plan.dice.id(at);
        let row = CheckInRow { id, claim_id: claim.id, tap: Tap::Arrived, at, received_at: at, proven };
        plan.presence.check_ins.push(row);
        plan.add_claim(slot, person, claim);
    }
    Ok(())
}

/// Writes codes and check-ins: after claims. Codes of a demonstration are no secrets.
pub(super) async fn write(tx: &mut Tx, plan: &Plan) -> Result<()> {
    if plan.presence.check_ins.is_empty() {
        return Ok(());
    }
    for organisation in &plan.organisations {
        let secret = hash(organisation.id.to_string().as_bytes());
        let key = URL_SAFE_NO_PAD.encode(&hash(&secret)[..16]);
        presence::put_code(tx, organisation.id, &key, &secret, plan.now).await?;
    }
    for row in &plan.presence.check_ins {
        presence::add(tx, row).await?;
    }
    Ok(())
}
