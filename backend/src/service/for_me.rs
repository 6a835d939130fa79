//! The calendar for one volunteer: what they could claim, the best fitting first, by the criteria of the plan. It
//! looks at nobody else.

use crate::board;
use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::service::calendar::{MAX_SLOTS, filter};
use crate::service::reader::Reader;
use crate::store::slots::SlotRow;
use crate::store::{matching, past, people, public};
use domain::calendar::{CalendarSpan, plus_days};
use domain::matching::{Contribution, Criterion, Slot, Span, Volunteer, Weights, contributions};
use domain::time::Day;
use domain::view::{CalendarQuery, Fit, FittingSlot, Standing};
use std::cmp::Reverse;

/// Days looked through from the asked one on.
const DAYS: i64 = 14;
/// Slots shown at most.
const SHOWN: usize = 30;
/// Reasons told of a slot at most.
const REASONS: usize = 3;

/// What the reader could claim from `first` on: what lies in the free time they told us before everything else, then
/// by points, then by time. Nothing for who is no volunteer.
pub(super) async fn best(
    cx: &Cx,
    tx: &mut Tx,
    reader: &Reader,
    query: &CalendarQuery,
    first: Day,
) -> Result<Vec<FittingSlot>> {
    let Some(id) = cx.actor.person_id() else { return Ok(Vec::new()) };
    let Some(row) = people::volunteer(tx, id).await? else { return Ok(Vec::new()) };
    let past = past::past_help_of(tx, id, cx.now().plus_days(-board::PAST_DAYS)).await?;
    let weights = matching::weights(tx).await?.map(|row| row.weights.0).unwrap_or_default();
    let volunteer = board::volunteer(row, cx.now(), Vec::new(), &past);
    let last = if query.span == CalendarSpan::Day { first } else { plus_days(first, DAYS - 1) };
    let rows = public::slots(tx, first, last, &filter(query), MAX_SLOTS).await?;
    let mut found: Vec<_> = rows
        .iter()
        .map(|row| (row, reader.card(cx, row)))
        .filter(|(_, card)| card.standing == Standing::Open)
        .map(|(row, card)| {
            let (rank, fits) = fitting(cx, &volunteer, row, &weights);
            (rank, FittingSlot { card, fits })
        })
        .collect();
    // Stable: equal ones stay in the order of time.
    found.sort_by_key(|(rank, _)| Reverse(*rank));
    Ok(found.into_iter().map(|(_, slot)| slot).take(SHOWN).collect())
}

/// How well a slot fits, the greater the better, and why.
fn fitting(cx: &Cx, volunteer: &Volunteer, row: &SlotRow, weights: &Weights) -> ((bool, i32), Vec<Fit>) {
    let slot = board::slot(row, cx.now());
    let mut parts: Vec<Contribution> =
        slot.roles.iter().flat_map(|role| contributions(volunteer, &slot, role, weights)).collect();
    parts.retain(|part| part.points > 0);
    parts.sort_by_key(|part| Reverse(part.points));
    let free = volunteer.availability.is_free(Span { from: slot.starts_at, until: slot.ends_at });
    let told = free && !volunteer.availability.weekly.is_empty();
    let reasons = parts.iter().filter_map(|part| reason(part, &slot));
    let fits = told.then_some(Fit::Time).into_iter().chain(reasons).take(REASONS).collect();
    ((free, parts.iter().map(|part| part.points).sum()), fits)
}

/// What a volunteer is told of a criterion; some say nothing about the slot.
const fn reason(part: &Contribution, slot: &Slot) -> Option<Fit> {
    match part.code {
        Criterion::KindLiked => Some(Fit::Liked),
        Criterion::Proximity if slot.remote => Some(Fit::Remote),
        Criterion::Proximity => Some(Fit::Near),
        Criterion::Past => Some(Fit::Known),
        Criterion::NiceSkills
        | Criterion::NiceLanguages
        | Criterion::NiceSex
        | Criterion::Reliability
        | Criterion::Fairness
        | Criterion::Continuity => None,
    }
}
