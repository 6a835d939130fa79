//! The coordinator's live dashboard.

use crate::board::Board;
use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::service::{claims as claiming, handing_over, matching, parties, trace};
use crate::store::dashboard::{self as store, Waiting};
use crate::store::slots::{self, SlotRow};
use crate::store::{centre, claims, events, opportunities, past, people, places};
use domain::claim::{ClaimState, UNDO_SECONDS};
use domain::claiming::Refusal;
use domain::person::{DayPart, VolunteerStatus, age_on};
use domain::stepping_back::is_late;
use domain::time::Instant;
use domain::view::{
    AutomaticDecision, ClaimFacts, Dashboard, RecentDecision, Standing, SteppedBack, WaitingClaim,
};

/// Minutes a decision stays listed.
const RECENT_MINUTES: i64 = 10;
/// Days for which somebody who stepped back late stays listed.
const STEPPED_BACK_DAYS: i64 = 3;

/// Waiting claims and the last decisions. For coordinators; the look at people's data is audited.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], or when the database fails.
pub async fn show(cx: &Cx) -> Result<Dashboard> {
    let by = cx.actor.coordination().map_err(|_| cx.denied())?;
    let now = cx.now();
    let mut tx = cx.read().await?;
    let seq = events::range(&mut tx).await?.1;
    let (rows, waiting_total) = store::waiting(&mut tx, now).await?;
    let mut waiting = Vec::with_capacity(rows.len());
    for row in rows {
        waiting.extend(waiting_claim(cx, &mut tx, row).await?);
    }
    let shown = Board::shown(&cx.node).await?;
    for claim in &mut waiting {
        (claim.score, claim.better_use) = matching::weighed(&shown, claim.slot.id, claim.person_id);
    }
    let decisions = store::decisions(&mut tx, now.plus_minutes(-RECENT_MINUTES)).await?;
    let automatic = automatic(cx, &mut tx).await?;
    let handed_in = opportunities::handed_in(&mut tx).await?;
    let stepped_back = stepped_back(cx, &mut tx).await?;
    let agreements = handing_over::agreements(cx, &mut tx).await?;
    drop(tx);
    let shown = waiting.len() + automatic.len() + stepped_back.len() + agreements.len();
    trace::audit_view(cx, "waiting_claims", None, shown).await?;
    Ok(Dashboard {
        seq,
        now,
        waiting,
        waiting_total,
        automatic,
        handed_in,
        stepped_back,
        agreements,
        recent: decisions
            .into_iter()
            .map(|row| RecentDecision {
                can_undo: row.decided_by == by.by() && now.unix() - row.decided_at.unix() <= UNDO_SECONDS,
                claim_id: row.id,
                name: row.name,
                title: row.title,
                starts_at: row.starts_at,
                state: row.state,
                by: row.by_name,
                at: row.decided_at,
            })
            .collect(),
    })
}

/// What rules approved today, as far as it stands.
async fn automatic(cx: &Cx, tx: &mut Tx) -> Result<Vec<AutomaticDecision>> {
    let mut decisions = Vec::new();
    let midnight = Instant::from_civil(cx.now().day().at(0, 0, 0, 0));
    for row in store::automatic(tx, midnight).await? {
        let Some(slot) = slots::find(tx, row.slot_id).await? else { continue };
        decisions.push(AutomaticDecision {
            claim_id: row.id,
            name: row.name,
            slot_id: slot.id,
            kind: slot.kind_label(cx.locale).short,
            title: slot.title,
            starts_at: slot.starts_at,
            at: row.decided_at,
            ruling: row.rule.0,
            can_undo: slot.starts_at > cx.now(),
        });
    }
    Ok(decisions)
}

/// Who gave up a place of a coming date late, the latest first.
async fn stepped_back(cx: &Cx, tx: &mut Tx) -> Result<Vec<SteppedBack>> {
    let hours = centre::rules(tx).await?.cancel_hours;
    let rows = places::given_up(tx, cx.now().plus_days(-STEPPED_BACK_DAYS), cx.now()).await?;
    let late = rows.into_iter().filter(|row| is_late(row.withdrawn_at, row.starts_at, hours));
    Ok(late
        .map(|row| SteppedBack {
            claim_id: row.claim_id,
            slot_id: row.slot_id,
            name: row.name,
            title: row.title,
            starts_at: row.starts_at,
            at: row.withdrawn_at,
            reason: row.reason,
        })
        .collect())
}

async fn waiting_claim(cx: &Cx, tx: &mut Tx, row: Waiting) -> Result<Option<WaitingClaim>> {
    let Some(slot) = slots::find(tx, row.slot_id).await? else { return Ok(None) };
    let volunteer = people::volunteer(tx, row.person_id).await?;
    let mut warnings = claiming::refused(cx, tx, row.person_id, (&slot, row.role_id)).await?;
    warnings.retain(|refusal| !matches!(refusal, Refusal::AlreadyClaimed | Refusal::NotYetOpen { .. }));
    let claim = claims::find(tx, row.id).await?;
    let places = claim.as_ref().map_or(1, |claim| claim.places);
    let party = match &claim {
        Some(claim) if places > 1 => parties::line(cx, tx, claim, &slot).await?,
        _ => None,
    };
    let left = slot.room_in(row.role_id);
    if places > left && left > 0 {
        warnings.push(Refusal::TooFewPlaces { left });
    }
    let facts = match &volunteer {
        Some(volunteer) => facts(tx, volunteer, &slot).await?,
        None => ClaimFacts::default(),
    };
    let role = row.role_id.map(|id| slot.role_name(id));
    let standing = Standing::Mine { claim_id: row.id, state: ClaimState::Pending };
    Ok(Some(WaitingClaim {
        claim_id: row.id,
        person_id: row.person_id,
        name: row.name,
        status: volunteer.map_or(VolunteerStatus::Applied, |volunteer| volunteer.status),
        since: row.created_at,
        slot: slot.card(cx.locale, standing),
        facts,
        warnings,
        score: None,
        better_use: None,
        answers: row.answers.0,
        ruling: row.rule.map(|rule| rule.0),
        role,
        places,
        party,
    }))
}

async fn facts(tx: &mut Tx, volunteer: &people::VolunteerRow, slot: &SlotRow) -> Result<ClaimFacts> {
    let (attended, missed, attended_here) =
        past::history(tx, volunteer.person_id, slot.organisation_id).await?;
    let (start, wishes) = (slot.starts_at.civil(), &volunteer.preferences.0);
    let has_time = wishes.free.iter().any(|free| {
        free.weekday == start.weekday().to_monday_one_offset() && free.part == DayPart::of_hour(start.hour())
    });
    Ok(ClaimFacts {
        age: volunteer.birth_on.map(|birth| age_on(birth, slot.on_day)),
        attended,
        missed,
        attended_here,
        likes_kind: wishes.kinds.contains(&slot.kind_code),
        has_time: (!wishes.free.is_empty()).then_some(has_time),
        same_district: volunteer.district_id.is_some() && volunteer.district_id == slot.district_id,
        languages: wishes.languages.clone(),
        newcomer: attended == 0,
    })
}
