//! Who could help where, and why not: the board's plan in words, for coordinators.

use super::{calendar, trace};
use crate::board::{Board, Facts, Seat, Shown, SlotFacts, pair, trial};
use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::store::slots::{self, SlotRow};
use crate::store::{claims, matching as store, offers, people};
use domain::calendar::{days_between, holiday, plus_days};
use domain::ids::{PersonId, SlotId};
use domain::matching::{Candidate, Contribution, Problem, Rejected, Relaxation, Relief};
use domain::offer::{ExclusionScope, OfferState};
use domain::opportunity::{OpportunityState, SlotState};
use domain::time::{Day, Instant};
use domain::view::{
    BetterUse, BoardQuery, BoardView, CandidateRow, Considered, DayCover, DayPlan, DayPlanRow, ExcludedRow,
    OpenSlot, PlanLine, RejectedRow, Risk, RiskRow, RivalRow, SeatRow, Seating, StaffingView, Step,
    WeightsView,
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
/// Stepping back later than this before the beginning is late, hours.
const LATE_HOURS: i64 = 24;
/// Days of the timeline.
const TIMELINE_DAYS: i64 = 28;
/// A slot is at risk from so many hundredths of a person on.
const RISKY_PERCENT: i64 = 30;
/// How likely somebody who was asked and has not answered comes, percent.
const UNANSWERED_PERCENT: i64 = 50;
/// How much one late cancellation of the last year adds to the chance of not coming, percent.
const LATE_PERCENT: i64 = 10;

/// Everybody for one slot: who has a seat, who is suggested, ranked candidates with the reasons, for everyone else
/// why not, and what would help. The look at people's data is audited.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], [`domain::problem::Problem::NotFound`], or when the database fails.
pub async fn staffing(cx: &Cx, id: SlotId) -> Result<StaffingView> {
    let by = cx.actor.coordination().map_err(|_| cx.denied())?.by();
    let mut tx = cx.read().await?;
    let found = slots::find(&mut tx, id).await?;
    let Some(row) = found.filter(|row| row.opportunity_state != OpportunityState::Draft) else {
        return not_found();
    };
    let mut asked: HashMap<PersonId, OfferState> = HashMap::new();
    for offer in offers::of_slot(&mut tx, id).await? {
        asked.entry(offer.person_id).or_insert(offer.state);
    }
    let excluded = excluded(cx, &mut tx, &row).await?;
    let looking = looking(cx, &mut tx, by).await?.remove(&id).unwrap_or_default();
    drop(tx);
    let shown = Board::shown(&cx.node).await?;
    let facts = &shown.facts;
    let seats = facts.slots.get(&id).map(|slot| seats(&shown, id, slot)).unwrap_or_default();
    let ranking = shown.planner.rank(id, 0, BEST + seats.len());
    let (eligible, candidates, rejected) =
        ranking.map(|all| (all.eligible, all.candidates, all.rejected)).unwrap_or_default();
    let free = |each: &Candidate| !seats.iter().any(|seat| seat.person_id == each.volunteer);
    let candidates = candidates.into_iter().filter(free).take(BEST);
    let candidates = candidates
        .map(|each| CandidateRow { asked: asked.get(&each.volunteer).copied(), ..candidate(facts, each) });
    let near = rejected.iter().filter(|each| !seats.iter().any(|seat| seat.person_id == each.volunteer));
    let near = near.take(NEAR).map(|each: &Rejected| RejectedRow {
        name: facts.name(each.volunteer).to_owned(),
        person_id: each.volunteer,
        failures: shown.planner.why_not(&pair(id, each.volunteer)).unwrap_or_default(),
    });
    let empty = shown.planner.empty_seat(id, 0);
    let view = StaffingView {
        slot_id: id,
        opportunity_id: row.opportunity_id,
        kind: row.kind_label(cx.locale),
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
    };
    trace::audit_view(cx, "candidates", Some(id.0), view.candidates.len() + view.near.len()).await?;
    Ok(view)
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

fn candidate(facts: &Facts, each: Candidate) -> CandidateRow {
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
fn seats(shown: &Shown, id: SlotId, slot: &SlotFacts) -> Vec<SeatRow> {
    let row = |person_id: PersonId, seating: Seating| {
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
        }
    };
    let seating = |seat: &Seat| match *seat {
        Seat::Approved(_) => Seating::Approved,
        Seat::Offered(offer_id, until) => Seating::Offered { offer_id, until },
        Seat::Locked => Seating::Locked,
    };
    let mut rows: Vec<SeatRow> =
        slot.seated.iter().map(|(&person, seat)| row(person, seating(seat))).collect();
    rows.extend(slot.asked.iter().map(|(&person, &claim_id)| row(person, Seating::Waiting { claim_id })));
    let suggested = shown.suggested(id).iter().filter(|person| !slot.asked.contains_key(person));
    rows.extend(suggested.map(|&person| row(person, Seating::Suggested)));
    let order = |seating: &Seating| match seating {
        Seating::Approved => 0,
        Seating::Locked => 1,
        Seating::Offered { .. } => 2,
        Seating::Waiting { .. } => 3,
        Seating::Suggested => 4,
    };
    rows.sort_by_key(|row| (order(&row.seating), Reverse(row.score), row.person_id));
    rows
}

fn contributions(shown: &Shown, slot: SlotId, person: PersonId) -> Vec<Contribution> {
    shown.planner.contributions(&pair(slot, person)).unwrap_or_default()
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
    let held = i64::try_from(other.seated.len()).unwrap_or_default();
    Some(BetterUse {
        slot_id: other.row.id,
        title: other.row.title.clone(),
        starts_at: other.row.starts_at,
        missing: (other.row.min_places - held).max(0),
    })
}

/// How many of a slot's fewest people are in, asked for, and suggested.
#[derive(Clone, Copy, Default)]
struct Cover {
    needed: i64,
    taken: i64,
    offered: i64,
    suggested: i64,
}

fn cover(shown: &Shown, id: SlotId, slot: &SlotFacts) -> Cover {
    let count = |number: usize| i64::try_from(number).unwrap_or_default();
    let approved = slot.seated.values().filter(|seat| matches!(seat, Seat::Approved(_))).count();
    let needed = slot.row.min_places;
    let taken = count(approved).min(needed);
    let offered = count(slot.seated.len() - approved).min(needed - taken);
    let suggested = count(shown.suggested(id).len()).min(needed - taken - offered);
    Cover { needed, taken, offered, suggested }
}

/// The open slots of the coming weeks with the plan for them, and what is at risk. The look at people's data is
/// audited.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], or when the database fails.
pub async fn board(cx: &Cx, query: BoardQuery) -> Result<BoardView> {
    let by = cx.actor.coordination().map_err(|_| cx.denied())?.by();
    let mut tx = cx.glance().await?;
    let reference = calendar::reference(cx, &mut tx).await?;
    let looking = looking(cx, &mut tx, by).await?;
    let late = late(cx, &mut tx).await?;
    drop(tx);
    let shown = Board::shown(&cx.node).await?;
    let today: Day = cx.now().day().into();
    let asked_for = |slot: &&SlotFacts| {
        let row = &slot.row;
        query.kind.as_ref().is_none_or(|kind| *kind == row.kind_code)
            && query.organisation.is_none_or(|id| id == row.organisation_id)
            && query.district.is_none_or(|id| Some(id) == row.district_id)
    };
    let mut days: Vec<DayCover> =
        days_between(today, plus_days(today, TIMELINE_DAYS - 1)).map(empty_day).collect();
    let mut plan = PlanLine {
        needed: 0,
        taken: 0,
        offered: 0,
        suggested: 0,
        gap_ppm: shown.header.gap_ppm,
        settled: shown.settled,
    };
    let mut open = Vec::new();
    for slot in shown.facts.slots.values().filter(asked_for) {
        let covered = cover(&shown, slot.row.id, slot);
        plan.needed += covered.needed;
        plan.taken += covered.taken;
        plan.offered += covered.offered;
        plan.suggested += covered.suggested;
        if let Some(day) = days.iter_mut().find(|day| day.day == slot.row.on_day) {
            day.slots += 1;
            day.needed += covered.needed;
            day.taken += covered.taken;
            day.offered += covered.offered;
            day.suggested += covered.suggested;
        }
        if query.day.is_none_or(|day| day == slot.row.on_day) && has_free_place(slot) {
            open.push(open_slot(cx, &shown, slot, looking.get(&slot.row.id).cloned().unwrap_or_default()));
        }
    }
    order(&mut open, cx.now());
    let total = i64::try_from(open.len()).unwrap_or(i64::MAX);
    open.truncate(BoardView::MOST);
    let tomorrow = Instant::from_civil(plus_days(today, 2).0.at(0, 0, 0, 0));
    let at_risk = at_risk(&shown, tomorrow, &late);
    let named = at_risk.iter().map(|row| row.risks.len()).sum();
    trace::audit_view(cx, "at_risk", None, named).await?;
    let filters = calendar::board_filters(cx, &reference, &query);
    Ok(BoardView { query, today, days, slots: open, total, plan, at_risk, filters })
}

/// The sooner first; at about the same time what nobody is in sight for, then what waits for a decision.
fn order(open: &mut [OpenSlot], now: Instant) {
    open.sort_by_key(|slot| {
        let rank = match (slot.empty() > 0, slot.missing() > 0) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        };
        let two_days = slot.starts_at.minutes_since(now) / 60 / 48;
        (two_days.min(3), rank, slot.starts_at, slot.slot_id)
    });
}

/// Other coordinators, by the slot they have before them.
async fn looking(cx: &Cx, tx: &mut Tx, me: PersonId) -> Result<HashMap<SlotId, Vec<String>>> {
    let mut looking: HashMap<SlotId, Vec<String>> = HashMap::new();
    for other in store::looking(tx, cx.now().plus_minutes(-LOOK_MINUTES)).await? {
        if other.person_id != me {
            looking.entry(other.slot_id).or_default().push(other.name);
        }
    }
    Ok(looking)
}

/// How often people stepped back late in the last year.
async fn late(cx: &Cx, tx: &mut Tx) -> Result<HashMap<PersonId, i64>> {
    let mut late: HashMap<PersonId, i64> = HashMap::new();
    for (person, at, starts_at) in claims::withdrawals(tx, cx.now().plus_days(-365)).await? {
        if at.plus_minutes(60 * LATE_HOURS) > starts_at {
            *late.entry(person).or_default() += 1;
        }
    }
    Ok(late)
}

fn empty_day(day: Day) -> DayCover {
    DayCover { day, holiday: holiday(day), slots: 0, needed: 0, taken: 0, offered: 0, suggested: 0 }
}

fn has_free_place(slot: &SlotFacts) -> bool {
    slot.row.taken < slot.row.max_places
}

fn open_slot(cx: &Cx, shown: &Shown, slot: &SlotFacts, looking: Vec<String>) -> OpenSlot {
    let count = |number: usize| i64::try_from(number).unwrap_or_default();
    let row = &slot.row;
    let offered = slot.seated.values().filter(|seat| !matches!(seat, Seat::Approved(_))).count();
    let suggested = shown.suggested(row.id).iter().filter(|person| !slot.asked.contains_key(person)).count();
    OpenSlot {
        slot_id: row.id,
        title: row.title.clone(),
        kind: row.kind_label(cx.locale),
        organisation: row.organisation.clone(),
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        min_places: row.min_places,
        max_places: row.max_places,
        taken: row.taken,
        offered: count(offered),
        waiting: count(slot.asked.len()),
        suggested: count(suggested),
        looking,
    }
}

/// Slots that begin before `until` and may lack somebody, the likeliest first. Source: M8.
fn at_risk(shown: &Shown, until: Instant, late: &HashMap<PersonId, i64>) -> Vec<RiskRow> {
    let facts = &shown.facts;
    let soon = facts.slots.values().filter(|slot| slot.row.starts_at < until);
    let mut rows: Vec<RiskRow> = soon.filter_map(|slot| risk(shown, slot, late)).collect();
    rows.sort_by_key(|row| (Reverse(row.lacking_percent), row.starts_at, row.slot_id));
    rows
}

fn risk(shown: &Shown, slot: &SlotFacts, late: &HashMap<PersonId, i64>) -> Option<RiskRow> {
    let facts = &shown.facts;
    let mut risks = Vec::new();
    let mut expected = 0;
    for (person, seat) in &slot.seated {
        let name = facts.name(*person).to_owned();
        let known = facts.people.get(person);
        let reliable = known.map_or(80, |known| i64::from(known.volunteer.reliability_percent));
        let late = late.get(person).copied().unwrap_or_default();
        let comes = (reliable - LATE_PERCENT * late).max(0);
        match seat {
            Seat::Approved(_) | Seat::Locked => {
                let missed = known.map_or(0, |known| known.missed);
                if missed > 0 {
                    let times = missed + known.map_or(0, |known| known.came);
                    risks.push(Risk::Missed { name: name.clone(), missed, times });
                }
                if late > 0 {
                    risks.push(Risk::LateCancel { name, times: late });
                }
                // Nothing is known against most people: they are expected to come.
                expected += if missed > 0 || late > 0 { comes } else { 100 };
            }
            Seat::Offered(_, until) => {
                risks.push(Risk::Unanswered { name, until: *until });
                expected += comes.min(UNANSWERED_PERCENT);
            }
        }
    }
    let free = slot.row.min_places - i64::try_from(slot.seated.len()).unwrap_or_default();
    if free > 0 {
        risks.insert(0, Risk::Empty(free));
    }
    let lacking_percent = slot.row.min_places * 100 - expected;
    if lacking_percent < RISKY_PERCENT {
        return None;
    }
    let next = shown.planner.rank(slot.row.id, 0, 1 + slot.seated.len()).and_then(|ranking| {
        let free = |each: &Candidate| !slot.seated.contains_key(&each.volunteer);
        ranking.candidates.into_iter().find(free).map(|each| candidate(facts, each))
    });
    Some(RiskRow {
        slot_id: slot.row.id,
        title: slot.row.title.clone(),
        organisation: slot.row.organisation.clone(),
        starts_at: slot.row.starts_at,
        lacking_percent,
        risks,
        next,
    })
}

/// What would be if a person had to take a place of a slot: what the plan would lose or gain, and who would move.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], [`domain::problem::Problem::NotFound`] for a pair that is not possible.
pub async fn consider(cx: &Cx, slot: SlotId, person: PersonId) -> Result<Considered> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let shown = Board::shown(&cx.node).await?;
    let Some(alternative) = shown.planner.alternative(&pair(slot, person)) else { return not_found() };
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

/// What accepting the plan for one day would do: claims that would be approved, people who would be asked.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], or when the database fails.
pub async fn day_plan(cx: &Cx, day: Day) -> Result<DayPlan> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let shown = Board::shown(&cx.node).await?;
    let mut rows = Vec::new();
    for slot in shown.facts.slots.values().filter(|slot| slot.row.on_day == day) {
        // Who waits may come as long as there are places; others are asked only for the fewest that are needed.
        let seated = i64::try_from(slot.seated.len()).unwrap_or_default();
        let (waiting, others): (Vec<PersonId>, Vec<PersonId>) =
            shown.suggested(slot.row.id).iter().partition(|person| slot.asked.contains_key(person));
        let free = usize::try_from(slot.row.max_places - seated).unwrap_or_default();
        let lacking = usize::try_from(slot.row.min_places - seated).unwrap_or_default();
        let asked = others.into_iter().take(lacking.saturating_sub(waiting.len()));
        for person_id in waiting.into_iter().take(free).chain(asked) {
            let parts = contributions(&shown, slot.row.id, person_id);
            rows.push(DayPlanRow {
                slot_id: slot.row.id,
                title: slot.row.title.clone(),
                starts_at: slot.row.starts_at,
                ends_at: slot.row.ends_at,
                person_id,
                name: shown.facts.name(person_id).to_owned(),
                claim_id: slot.asked.get(&person_id).copied(),
                score: parts.iter().map(|part| i64::from(part.points)).sum(),
            });
        }
    }
    rows.sort_by(|a, b| (a.starts_at, a.slot_id, &a.name).cmp(&(b.starts_at, b.slot_id, &b.name)));
    trace::audit_view(cx, "day_plan", None, rows.len()).await?;
    Ok(DayPlan { day, rows })
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
