//! Who could help where, and why not: the board's plan in words, for coordinators.

use super::{parties, trace, waitlist};
use crate::board::{Board, Facts, Seat, Shown, SlotFacts, number, trial};
use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::store::claims::{self, ClaimRow};
use crate::store::roles::RolePlaces;
use crate::store::slots::{self, SlotRow};
use crate::store::{matching as store, offers, people};
use domain::claiming::Refusal;
use domain::ids::{PersonId, RoleId, SlotId};
use domain::matching::{Candidate, Contribution, Pair, Problem, Rejected, Relaxation, Relief};
use domain::offer::{ExclusionScope, OfferState};
use domain::opportunity::{OpportunityState, SlotState};
use domain::question::Answer;
use domain::view::{
    Alongside, BetterUse, CandidateRow, Considered, ExcludedRow, RejectedRow, RivalRow, RoleSeats, SeatRow,
    Seating, StaffingView, Step, WeightsView,
};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Candidates shown.
const BEST: usize = 12;
/// People shown who miss by little.
const NEAR: usize = 12;
/// Competing slots shown.
const RIVALS: usize = 5;
/// Minutes for which a look at a slot counts.
const LOOK_MINUTES: i64 = 3;

/// Everybody for one slot: who has a seat, who is suggested, ranked candidates with the reasons, for everyone else
/// why not, and what would help. The look at people's data is audited.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], [`domain::problem::Problem::NotFound`], or when the database fails.
pub async fn staffing(cx: &Cx, id: SlotId, role: Option<RoleId>) -> Result<StaffingView> {
    let by = cx.actor.coordination().map_err(|_| cx.denied())?.by();
    let mut tx = cx.read().await?;
    let found = slots::find(&mut tx, id).await?;
    let Some(row) = found.filter(|row| row.opportunity_state != OpportunityState::Draft) else {
        return not_found();
    };
    let asked = asked(&mut tx, id).await?;
    let live = claims::live_of_slot(&mut tx, id).await?;
    let alongside = alongside(cx, &mut tx, &live, &row).await?;
    let mut answers = live.into_iter().map(|claim| (claim.person_id, claim.answers.0)).collect();
    let excluded = excluded(cx, &mut tx, &row).await?;
    let looking = looking(cx, &mut tx, by).await?.remove(&id).unwrap_or_default();
    let queue = waitlist::rows(cx, &mut tx, &row).await?;
    drop(tx);
    let shown = Board::shown(&cx.node).await?;
    let facts = &shown.facts;
    let seats = facts.slots.get(&id).map(|slot| seats(&shown, id, slot, &mut answers)).unwrap_or_default();
    let (number, role_id) = looked_at(&row, role);
    let ranking = shown.planner.rank(id, number, BEST + seats.len());
    let (eligible, candidates, rejected) =
        ranking.map(|all| (all.eligible, all.candidates, all.rejected)).unwrap_or_default();
    let free = |each: &Candidate| !seats.iter().any(|seat| seat.person_id == each.volunteer);
    let said = |person: &PersonId| asked.get(person).copied();
    let row_of = |each: Candidate| CandidateRow { asked: said(&each.volunteer), ..candidate(facts, each) };
    let candidates = candidates.into_iter().filter(free).take(BEST).map(row_of);
    let seated = |each: &&Rejected| seats.iter().any(|seat| seat.person_id == each.volunteer);
    let near =
        rejected.iter().filter(|each| !seated(each)).take(NEAR).map(|each| near(&shown, id, number, each));
    let empty = shown.planner.empty_seat(id, number);
    let view = StaffingView {
        slot_id: id,
        opportunity_id: row.opportunity_id,
        kind: row.kind_label(cx.locale),
        roles: all_roles(&row),
        role_id,
        open: row.facts().state == SlotState::Open && row.starts_at > cx.now(),
        title: row.title,
        organisation: row.organisation,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        taken: row.taken,
        min_places: row.min_places,
        max_places: row.max_places,
        eligible,
        near: near.collect(),
        candidates: candidates.collect(),
        seats,
        histogram: empty.as_ref().map(|empty| empty.histogram.clone()).unwrap_or_default(),
        rivals: empty.as_ref().map(|empty| rivals(facts, &empty.rivals)).unwrap_or_default(),
        relaxations: empty.map(|empty| gentlest(&empty.relaxations)).unwrap_or_default(),
        excluded,
        looking,
        queue,
        alongside,
    };
    trace::audit_view(cx, "candidates", Some(id.0), view.candidates.len() + view.near.len()).await?;
    Ok(view)
}

/// Somebody who cannot take a role, and why.
fn near(shown: &Shown, slot: SlotId, role: u16, each: &Rejected) -> RejectedRow {
    RejectedRow {
        name: shown.facts.name(each.volunteer).to_owned(),
        person_id: each.volunteer,
        failures: shown.planner.why_not(&in_role(slot, role, each.volunteer)).unwrap_or_default(),
    }
}

/// The role of which candidates are shown: the asked one, else the first that lacks somebody, else the first.
fn looked_at(row: &SlotRow, asked: Option<RoleId>) -> (u16, Option<RoleId>) {
    let lacking = row.roles.iter().find(|places| places.taken < places.min_places).or(row.roles.first());
    let role = asked.filter(|id| number(row, *id).is_some()).or(lacking.map(|places| places.role_id));
    (role.and_then(|id| number(row, id)).unwrap_or_default(), role)
}

const fn in_role(slot: SlotId, role: u16, volunteer: PersonId) -> Pair {
    Pair { slot, role, volunteer }
}

/// The roles of a slot as coordinators see them.
fn all_roles(row: &SlotRow) -> Vec<RoleSeats> {
    let seats = |places: &RolePlaces| RoleSeats {
        id: places.role_id,
        name: row.role_name(places.role_id),
        min_age: row.role(places.role_id).and_then(|role| role.min_age),
        requires: row.role(places.role_id).map(|role| role.requires.clone()).unwrap_or_default(),
        min_places: places.min_places,
        max_places: places.max_places,
        taken: places.taken,
        refusal: (places.taken >= places.max_places).then_some(Refusal::Full),
    };
    row.roles.iter().map(seats).collect()
}

/// Where the latest question to each person stands.
async fn asked(tx: &mut Tx, slot: SlotId) -> Result<HashMap<PersonId, OfferState>> {
    let mut asked = HashMap::new();
    for offer in offers::of_slot(tx, slot).await? {
        asked.entry(offer.person_id).or_insert(offer.state);
    }
    Ok(asked)
}

/// Who of a date's claims does not come alone.
async fn alongside(cx: &Cx, tx: &mut Tx, live: &[ClaimRow], slot: &SlotRow) -> Result<Vec<Alongside>> {
    let mut rows = Vec::new();
    for claim in live.iter().filter(|claim| claim.places > 1) {
        let party = parties::line(cx, tx, claim, slot).await?;
        rows.push(Alongside { person_id: claim.person_id, places: claim.places, party });
    }
    Ok(rows)
}

/// Whom coordinators do not want proposed for a slot.
async fn excluded(cx: &Cx, tx: &mut Tx, slot: &SlotRow) -> Result<Vec<ExcludedRow>> {
    let mut rows = Vec::new();
    for no in store::exclusions(tx, cx.now()).await? {
        let scope = match (no.slot_id, no.opportunity_id, no.organisation_id) {
            (Some(id), ..) if id == slot.id => ExclusionScope::Slot,
            (_, Some(id), _) if id == slot.opportunity_id => ExclusionScope::Opportunity,
            (.., Some(id)) if id == slot.organisation_id => ExclusionScope::Organisation,
            _ => continue,
        };
        rows.push(ExcludedRow {
            id: no.id,
            name: people::name(tx, no.person_id).await?,
            scope,
            until: no.until,
            reason: no.reason,
            by: people::name(tx, no.decided_by).await?,
        });
    }
    Ok(rows)
}

/// Other coordinators, by the slot they have before them.
pub(super) async fn looking(cx: &Cx, tx: &mut Tx, me: PersonId) -> Result<HashMap<SlotId, Vec<String>>> {
    let mut looking: HashMap<SlotId, Vec<String>> = HashMap::new();
    for other in store::looking(tx, cx.now().plus_minutes(-LOOK_MINUTES)).await? {
        if other.person_id != me {
            looking.entry(other.slot_id).or_default().push(other.name);
        }
    }
    Ok(looking)
}

pub(super) fn candidate(facts: &Facts, each: Candidate) -> CandidateRow {
    CandidateRow {
        name: facts.name(each.volunteer).to_owned(),
        person_id: each.volunteer,
        score: each.score,
        contributions: each.contributions,
        asked: None,
    }
}

fn rivals(facts: &Facts, found: &[domain::matching::Rival]) -> Vec<RivalRow> {
    let row = |rival: &domain::matching::Rival| {
        let slot = facts.slots.get(&rival.slot)?;
        Some(RivalRow {
            slot_id: rival.slot,
            title: slot.row.title.clone(),
            starts_at: slot.row.starts_at,
            people: rival.people,
        })
    };
    found.iter().filter_map(row).take(RIVALS).collect()
}

/// Of several ages that gain the same people, only the highest.
fn gentlest(relaxations: &[Relaxation]) -> Vec<Relaxation> {
    let age = |relief: &Relief| if let Relief::MinAge(age) = relief { Some(*age) } else { None };
    let needless = |this: &Relaxation| {
        let gentler =
            |other: &Relaxation| age(&other.relief) > age(&this.relief) && other.gained >= this.gained;
        age(&this.relief).is_some() && relaxations.iter().any(gentler)
    };
    relaxations.iter().filter(|this| !needless(this)).cloned().collect()
}

/// Everybody at a seat of a slot: in it, asked, waiting, suggested; the best first within each.
fn seats(
    shown: &Shown,
    id: SlotId,
    slot: &SlotFacts,
    answers: &mut HashMap<PersonId, Vec<Answer>>,
) -> Vec<SeatRow> {
    let mut row = |person_id: PersonId, seating: Seating| {
        let contributions = contributions(shown, id, person_id);
        SeatRow {
            person_id,
            name: shown.facts.name(person_id).to_owned(),
            seating,
            score: contributions.iter().map(|part| i64::from(part.points)).sum(),
            contributions,
            better_use: match seating {
                Seating::Waiting { .. } => better_use(shown, person_id, slot),
                _ => None,
            },
            answers: answers.remove(&person_id).unwrap_or_default(),
            role: slot
                .row
                .roles
                .get(usize::from(shown.pair(id, person_id).role))
                .map(|places| slot.row.role_name(places.role_id)),
        }
    };
    let seating = |seat: &Seat| match *seat {
        Seat::Approved(_) => Seating::Approved,
        Seat::AskedAgain(_) => Seating::AskedAgain,
        Seat::Kept(_) => Seating::Kept,
        Seat::Offered(offer_id, until) => Seating::Offered { offer_id, until },
        Seat::Locked => Seating::Locked,
    };
    let mut rows: Vec<SeatRow> =
        slot.seated.iter().map(|(&person, seat)| row(person, seating(seat))).collect();
    let asks = slot.asked.iter().chain(&slot.groups);
    rows.extend(asks.map(|(&person, &claim_id)| row(person, Seating::Waiting { claim_id })));
    let suggested = shown.suggested(id).iter().filter(|person| !slot.asked.contains_key(person));
    rows.extend(suggested.map(|&person| row(person, Seating::Suggested)));
    let order = |seating: &Seating| match seating {
        Seating::Approved => 0,
        Seating::AskedAgain => 1,
        Seating::Kept => 2,
        Seating::Locked => 3,
        Seating::Offered { .. } => 4,
        Seating::Waiting { .. } => 5,
        Seating::Suggested => 6,
    };
    rows.sort_by_key(|row| (order(&row.seating), Reverse(row.score), row.person_id));
    rows
}

pub(super) fn contributions(shown: &Shown, slot: SlotId, person: PersonId) -> Vec<Contribution> {
    shown.planner.contributions(&shown.pair(slot, person)).unwrap_or_default()
}

/// The points of somebody who waits for a slot, and where the plan would rather have them.
pub(super) fn weighed(shown: &Shown, slot: SlotId, person: PersonId) -> (Option<i64>, Option<BetterUse>) {
    let Some(facts) = shown.facts.slots.get(&slot) else { return (None, None) };
    let parts = contributions(shown, slot, person);
    let score = (!parts.is_empty()).then(|| parts.iter().map(|part| i64::from(part.points)).sum());
    (score, better_use(shown, person, facts))
}

/// The slot for which the plan wants somebody who asks for another at the same time.
fn better_use(shown: &Shown, person: PersonId, asked: &SlotFacts) -> Option<BetterUse> {
    let wanted = shown.wanted(person);
    if wanted.contains(&asked.row.id) {
        return None;
    }
    let travel = shown.facts.limits.travel_minutes;
    let clashes = |other: &&SlotFacts| {
        other.row.starts_at < asked.row.ends_at.plus_minutes(travel)
            && asked.row.starts_at < other.row.ends_at.plus_minutes(travel)
    };
    let other = wanted.iter().filter_map(|id| shown.facts.slots.get(id)).find(clashes)?;
    let held = i64::try_from(other.seated.len()).unwrap_or_default() + other.beside.values().sum::<i64>();
    Some(BetterUse {
        slot_id: other.row.id,
        title: other.row.title.clone(),
        starts_at: other.row.starts_at,
        missing: (other.row.min_places - held).max(0),
    })
}

/// What would be if a person had to take a place of a slot: what the plan would lose or gain, and who would move.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], [`domain::problem::Problem::NotFound`] for a pair that is not possible.
pub async fn consider(cx: &Cx, slot: SlotId, role: Option<RoleId>, person: PersonId) -> Result<Considered> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let shown = Board::shown(&cx.node).await?;
    let facts = shown.facts.slots.get(&slot);
    let in_role = role.and_then(|role| number(&facts?.row, role)).map(|role| in_role(slot, role, person));
    let considered = in_role.unwrap_or_else(|| shown.pair(slot, person));
    let Some(alternative) = shown.planner.alternative(&considered) else { return not_found() };
    let step = |change: &domain::matching::Change| {
        let slot = shown.facts.slots.get(&change.pair.slot)?;
        Some(Step {
            name: shown.facts.name(change.pair.volunteer).to_owned(),
            title: slot.row.title.clone(),
            starts_at: slot.row.starts_at,
            added: change.added,
        })
    };
    trace::audit_view(cx, "alternative", Some(slot.0), alternative.chain.len()).await?;
    Ok(Considered { delta: alternative.delta, chain: alternative.chain.iter().filter_map(step).collect() })
}

/// The weights, and the next two weeks to try others on in the browser. For coordinators and administrators.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], or when the database fails.
pub async fn weights(cx: &Cx) -> Result<WeightsView> {
    let may_save = cx.actor.administration().is_ok();
    if !may_save {
        cx.actor.coordination().map_err(|_| cx.denied())?;
    }
    let mut tx = cx.read().await?;
    let row = store::weights(&mut tx).await?;
    let saved = match &row {
        Some(row) => Some((people::name(&mut tx, row.saved_by).await?, row.saved_at)),
        None => None,
    };
    drop(tx);
    let weights = row.map(|row| row.weights.0).unwrap_or_default();
    let shown = Board::shown(&cx.node).await?;
    let published = shown.plan.pairs.clone();
    let problem = Problem { published, weights, ..shown.facts.problem([]) };
    Ok(WeightsView { weights, saved, may_save, problem: trial::anonymous(&trial::coming(&problem)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_ages_that_gain_the_same_the_highest_stays() {
        let gain = |age, gained| Relaxation { relief: Relief::MinAge(age), gained };
        let later = Relaxation { relief: Relief::Later(30), gained: 1 };
        let all = [gain(13, 4), gain(15, 4), gain(16, 2), later.clone()];
        assert_eq!(gentlest(&all), [gain(15, 4), gain(16, 2), later]);
    }
}
