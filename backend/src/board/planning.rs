//! The board's thread: facts in, plans out.

use super::Shown;
use super::facts::Facts;
use crate::board::SlotFacts;
use domain::ids::PersonId;
use domain::matching::{Bound, Event, Planner, ProblemError, Refused, Scope};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use tokio::time::Instant;

/// The plan is the same for the same facts and decisions.
const SEED: u64 = 1;
/// The pause after a bit of improving, as a multiple of it: requests come first on a small machine.
const PAUSE: u32 = 3;
/// Moves between two looks at the news: some milliseconds.
const BATCH: u32 = 100;
/// Batches in which a plan improves after a change.
const BATCHES: u32 = 200;
/// Rounds in which the bound improves then.
const BOUND_ROUNDS: u32 = 40;
/// More changed slots or people than this are planned anew instead of one by one.
const MANY: usize = 20;

/// One plan for one question.
pub fn once(facts: Facts) -> Result<Shown, ProblemError> {
    let facts = Arc::new(facts);
    let mut planner = Planner::new(facts.problem([]), SEED)?;
    planner.step(BATCH * 10);
    planner.publish();
    let header = planner.header(&planner.bound());
    Ok(Shown::new(facts, planner, header, true))
}

/// Plans for the newest facts until nobody sends any more.
pub fn work(news: &Receiver<Facts>, show: impl Fn(Shown)) {
    let Ok(first) = news.recv() else { return };
    let mut facts = Arc::new(first);
    let Some(mut planner) = planned(&facts, None) else { return };
    let mut left = BATCHES;
    let mut bound: Option<(Bound, u32)> = None;
    tell(&facts, &mut planner, None, &show);
    let mut began = Instant::now();
    loop {
        // What is new comes first; until then the plan improves for a part of the time only.
        let newer = if left > 0 || bound.is_some() {
            match news.recv_timeout(began.elapsed() * PAUSE) {
                Ok(newer) => Some(newer),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        } else {
            match news.recv() {
                Ok(newer) => Some(newer),
                Err(_) => return,
            }
        };
        began = Instant::now();
        if let Some(newer) = newer {
            let Some(same) = catch_up(&mut planner, &facts, &newer) else { return };
            // What is shown may be another although the plan need not be: who was asked has said yes.
            let shown = same && newer.slots == facts.slots && newer.people == facts.people;
            facts = Arc::new(newer);
            if !same {
                (left, bound) = (BATCHES, None);
            }
            if !shown {
                tell(&facts, &mut planner, None, &show);
            }
        } else if left > 0 {
            planner.step(BATCH);
            left -= 1;
            if left == 0 {
                bound = Some((planner.bound(), BOUND_ROUNDS));
            }
        } else if let Some((better, rounds)) = &mut bound {
            planner.improve_bound(better, 1);
            *rounds -= 1;
            if *rounds == 0 {
                tell(&facts, &mut planner, Some(better), &show);
                bound = None;
            }
        }
    }
}

/// Shows the best plan; a bound that took its time means that nothing is left to try.
fn tell(facts: &Arc<Facts>, planner: &mut Planner, bound: Option<&Bound>, show: &impl Fn(Shown)) {
    planner.publish();
    let header = match bound {
        Some(bound) => planner.header(bound),
        None => planner.header(&planner.bound()),
    };
    show(Shown::new(Arc::clone(facts), planner.clone(), header, bound.is_some()));
}

/// A planner for these facts, from the plan of another as far as it is still possible.
fn planned(facts: &Facts, before: Option<&Planner>) -> Option<Planner> {
    let shown = before.map(|planner| planner.plan().pairs).unwrap_or_default();
    match Planner::new(facts.problem(shown), SEED) {
        Ok(planner) => Some(planner),
        Err(error) => {
            tracing::error!(%error, "The board cannot plan.");
            None
        }
    }
}

/// Tells the planner of the older facts what is different in the newer ones; whether nothing was. Afterwards its
/// problem is that of the newer facts, whichever way it went. `None` when it cannot go on.
pub fn catch_up(planner: &mut Planner, old: &Facts, new: &Facts) -> Option<bool> {
    let Some(events) = difference(old, new) else {
        *planner = planned(new, Some(planner))?;
        return Some(false);
    };
    let same = events.is_empty();
    for event in events {
        if planner.apply(event).is_err() {
            *planner = planned(new, Some(planner))?;
            break;
        }
    }
    Some(same)
}

/// Who came, left, or asked between two readings of a slot.
fn seats(before: Option<&SlotFacts>, slot: &SlotFacts, refused: &[Refused]) -> Vec<Event> {
    let same = |person: &PersonId| before.is_some_and(|before| before.pair(*person) == slot.pair(*person));
    let held = |person| before.is_some_and(|before| before.seated.contains_key(person)) && same(person);
    let asked = |person| before.is_some_and(|before| before.asked.contains_key(person)) && same(person);
    let mut events = Vec::new();
    if let Some(before) = before {
        let left = before.seated.keys().filter(|person| !slot.seated.contains_key(*person) || !same(person));
        events.extend(left.map(|&volunteer| {
            let no = Refused { volunteer, scope: Scope::Slot(slot.row.id), until: None };
            let left = before.pair(volunteer);
            if refused.binary_search(&no).is_ok() { Event::Cancelled(left) } else { Event::Released(left) }
        }));
    }
    let came = slot.seated.keys().filter(|person| !held(person));
    events.extend(came.map(|&person| Event::Approved(slot.pair(person))));
    let new = slot.asked.keys().filter(|person| !asked(person));
    events.extend(new.map(|&person| Event::Asked(slot.pair(person))));
    events
}

/// What happened between two readings; `None` when it is so much that planning anew is less work.
pub fn difference(old: &Facts, new: &Facts) -> Option<Vec<Event>> {
    if old.weights != new.weights || old.limits != new.limits {
        return None;
    }
    if !new.people.keys().eq(old.people.keys()) {
        return None;
    }
    let mut events = Vec::new();
    let gone = old.slots.keys().filter(|id| !new.slots.contains_key(id));
    events.extend(gone.map(|&id| Event::SlotRemoved(id)));
    let people = new.people.iter().zip(old.people.values());
    let changed = people.filter(|((_, now), before)| now.volunteer != before.volunteer);
    events.extend(changed.map(|((_, now), _)| Event::VolunteerChanged(Box::new(now.volunteer.clone()))));
    for (id, slot) in &new.slots {
        if old.slots.get(id).is_none_or(|before| before.slot != slot.slot) {
            events.push(Event::SlotChanged(Box::new(slot.slot.clone())));
        }
    }
    if events.len() > MANY {
        return None;
    }
    for (id, slot) in &new.slots {
        events.extend(seats(old.slots.get(id), slot, &new.refused));
    }
    let gone = old.refused.iter().filter(|no| new.refused.binary_search(no).is_err());
    events.extend(gone.map(|&no| Event::Allowed(no)));
    let cancelled: Vec<_> = events
        .iter()
        .filter_map(|event| if let Event::Cancelled(pair) = event { Some(*pair) } else { None })
        .collect();
    let known = |no: &&Refused| {
        old.refused.binary_search(no).is_ok()
            || cancelled
                .iter()
                .any(|gone| no.volunteer == gone.volunteer && no.scope == Scope::Slot(gone.slot))
    };
    events.extend(new.refused.iter().filter(|no| !known(no)).map(|&no| Event::Refused(no)));
    Some(events)
}
