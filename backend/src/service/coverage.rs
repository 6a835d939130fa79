//! The open slots of the coming weeks: how the plan covers them, what is at risk, what accepting a day's plan would do.
//! For coordinators.

use super::matching::{candidate, contributions, looking};
use super::{calendar, trace};
use crate::board::{self, Board, Facts, Seat, Shown, SlotFacts};
use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::order;
use crate::store::public::SlotFilter;
use crate::store::{past, windows};
use domain::calendar::{days_between, holiday, plus_days};
use domain::ids::{OpportunityId, PersonId, SlotId};
use domain::matching::Candidate;
use domain::time::{Day, Instant};
use domain::view::{
    BoardQuery, BoardView, DayCover, DayPlan, DayPlanRow, OpenSlot, PlanLine, Risk, RiskRow, SlotCard,
    Standing,
};
use std::cmp::Reverse;
use std::collections::HashMap;

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

/// How many of a slot's fewest people are in, asked for, and suggested.
#[derive(Clone, Copy, Default)]
struct Cover {
    needed: i64,
    taken: i64,
    offered: i64,
    suggested: i64,
}

fn cover(shown: &Shown, id: SlotId, slot: &SlotFacts) -> Cover {
    // Nobody of one role stands in for another.
    let mut all = Cover::default();
    for role in (0..).take(slot.slot.roles.len()) {
        let own = |person: &PersonId| shown.pair(id, *person).role == role;
        let count = |number: usize| i64::try_from(number).unwrap_or_default();
        let approved = slot.seated.iter().filter(|(person, seat)| seat.is_taken() && own(person)).count();
        // What people hold for others is no longer asked of the plan.
        let own_places = slot.row.roles.get(usize::from(role));
        let needed = own_places.map_or(slot.row.min_places, |places| places.min_places);
        let taken = (count(approved) + slot.beside_in(role)).min(needed);
        let offered = count(slot.seated_in(role) - approved).min(needed - taken);
        let suggested = count(shown.suggested(id).iter().filter(|person| own(person)).count());
        all.needed += needed;
        all.taken += taken;
        all.offered += offered;
        all.suggested += suggested.min(needed - taken - offered);
    }
    all
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
    let windows = windows(cx, &mut tx).await?;
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
    Ok(BoardView { query, today, days, slots: open, total, windows, plan, at_risk, filters })
}

/// Tasks without an hour that are not over.
async fn windows(cx: &Cx, tx: &mut Tx) -> Result<Vec<(OpportunityId, SlotCard)>> {
    let today: Day = cx.now().day().into();
    let days = (today, plus_days(today, board::HORIZON_DAYS));
    let rows = windows::public(tx, days, &SlotFilter::default()).await?;
    let open = rows.iter().filter(|row| row.ends_at > cx.now());
    Ok(open.map(|row| (row.opportunity_id, row.card(cx.locale, Standing::Open))).collect())
}

/// The sooner first; at about the same time what nobody is in sight for, then what waits for a decision.
fn order(open: &mut [OpenSlot], now: Instant) {
    open.sort_by_key(|slot| {
        let rank = match (slot.empty > 0, slot.missing > 0) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        };
        let two_days = slot.starts_at.minutes_since(now) / 60 / 48;
        (two_days.min(3), rank, slot.starts_at, slot.slot_id)
    });
}

/// How often people stepped back late in the last year.
async fn late(cx: &Cx, tx: &mut Tx) -> Result<HashMap<PersonId, i64>> {
    let mut late: HashMap<PersonId, i64> = HashMap::new();
    for (person, at, starts_at) in past::withdrawals(tx, cx.now().plus_days(-365)).await? {
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
    let (row, covered) = (&slot.row, cover(shown, slot.row.id, slot));
    let offered = slot.seated.values().filter(|seat| !seat.is_taken()).count();
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
        waiting: count(slot.asked.len() + slot.groups.len()),
        suggested: count(suggested),
        missing: row.missing(),
        empty: (covered.needed - covered.taken - covered.offered - covered.suggested).max(0),
        looking,
    }
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
        for (role, person_id) in proposed(&shown, slot) {
            let parts = contributions(&shown, slot.row.id, person_id);
            let role_id = slot.row.roles.get(usize::from(role)).map(|places| places.role_id);
            rows.push(DayPlanRow {
                role: role_id.map(|id| slot.row.role_name(id)),
                role_id,
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
    rows.sort_by(|a, b| {
        (a.starts_at, a.slot_id).cmp(&(b.starts_at, b.slot_id)).then_with(|| order::names(&a.name, &b.name))
    });
    trace::audit_view(cx, "day_plan", None, rows.len()).await?;
    Ok(DayPlan { day, rows })
}

/// Whom the plan would approve or ask for a slot, by role: who waits may come as long as there are places; others are
/// asked only for the fewest that are needed.
fn proposed(shown: &Shown, slot: &SlotFacts) -> Vec<(u16, PersonId)> {
    let mut found = Vec::new();
    for (role, part) in (0..).zip(&slot.slot.roles) {
        let suggested = shown.suggested(slot.row.id).iter();
        let own = suggested.filter(|person| shown.pair(slot.row.id, **person).role == role);
        let (waiting, others): (Vec<PersonId>, Vec<PersonId>) =
            own.partition(|person| slot.asked.contains_key(person));
        let seated = slot.seated_in(role);
        let free = (part.max as usize).saturating_sub(seated);
        let lacking = (part.min as usize).saturating_sub(seated);
        let asked = others.into_iter().take(lacking.saturating_sub(waiting.len()));
        found.extend(waiting.into_iter().take(free).chain(asked).map(|person| (role, person)));
    }
    found
}

/// Slots that begin before `until` and may lack somebody, the likeliest first. Source: M8.
fn at_risk(shown: &Shown, until: Instant, late: &HashMap<PersonId, i64>) -> Vec<RiskRow> {
    let facts = &shown.facts;
    let soon = facts.slots.values().filter(|slot| slot.row.starts_at < until);
    let mut rows: Vec<RiskRow> = soon.filter_map(|slot| risk(shown, slot, late)).collect();
    rows.sort_by_key(|row| (Reverse(row.lacking_percent), row.starts_at, row.slot_id));
    rows
}

/// How many each role still needs.
fn lacking(slot: &SlotFacts) -> Vec<(u16, i64)> {
    let lacking = |(role, part): (u16, &domain::matching::Role)| {
        (role, i64::from(part.min) - i64::try_from(slot.seated_in(role)).unwrap_or_default())
    };
    (0..).zip(&slot.slot.roles).map(lacking).collect()
}

/// How likely somebody comes, percent; why not, among the risks.
fn comes(facts: &Facts, person: PersonId, seat: Seat, late: i64, risks: &mut Vec<Risk>) -> i64 {
    let name = facts.name(person).to_owned();
    let known = facts.people.get(&person);
    let reliable = known.map_or(80, |known| i64::from(known.volunteer.reliability_percent));
    let comes = (reliable - LATE_PERCENT * late).max(0);
    risks.push(match seat {
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
            return if missed > 0 || late > 0 { comes } else { 100 };
        }
        Seat::Kept(_) => Risk::Kept { name },
        Seat::AskedAgain(_) => Risk::NotConfirmed { name },
        Seat::Offered(_, until) => Risk::Unanswered { name, until },
    });
    comes.min(UNANSWERED_PERCENT)
}

fn risk(shown: &Shown, slot: &SlotFacts, late: &HashMap<PersonId, i64>) -> Option<RiskRow> {
    let facts = &shown.facts;
    let mut risks = Vec::new();
    // In hundredths of a person; nobody of one role stands in for another.
    let mut expected = vec![0; slot.slot.roles.len()];
    for (person, seat) in &slot.seated {
        let late = late.get(person).copied().unwrap_or_default();
        let percent = comes(facts, *person, *seat, late, &mut risks);
        if let Some(all) = expected.get_mut(usize::from(shown.pair(slot.row.id, *person).role)) {
            *all += percent;
        }
    }
    let by_role = lacking(slot);
    let free: i64 = by_role.iter().map(|(_, lacking)| (*lacking).max(0)).sum();
    if free > 0 {
        risks.insert(0, Risk::Empty(free));
    }
    // Who comes with others is expected to bring them: the parts need so many fewer.
    let parts = slot.slot.roles.iter().zip(&expected);
    let lacking_percent: i64 = parts.map(|(part, all)| (100 * i64::from(part.min) - all).max(0)).sum();
    if lacking_percent < RISKY_PERCENT {
        return None;
    }
    let worst = by_role.iter().max_by_key(|(_, lacking)| *lacking).map_or(0, |(role, _)| *role);
    let next = shown.planner.rank(slot.row.id, worst, 1 + slot.seated.len()).and_then(|ranking| {
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
