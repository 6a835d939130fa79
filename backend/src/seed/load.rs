//! What load tools need: paths, sessions, and claims that all succeed.

use super::{Result, SeedError};
use crate::context::Node;
use crate::db::Tx;
use crate::session::Token;
use crate::store::people::ListedVolunteer;
use crate::store::public::{self, SlotFilter};
use crate::store::slots::SlotRow;
use crate::store::{accounts, centre, claims, people};
use domain::calendar::plus_days;
use domain::claim::ClaimState;
use domain::claiming::{Engagement, Limits, PersonFacts, refusals};
use domain::ids::{PersonId, SlotId};
use domain::opportunity::ClaimRule;
use domain::person::VolunteerStatus;
use domain::time::{Day, Instant};
use serde::Serialize;
use std::collections::HashMap;
use std::path::Path;

/// The path of the server function that claims.
const CLAIM: &str = "/api/claim";
const CONTENDERS: usize = 200;
const CLAIMS: usize = 20_000;
/// The day page that is measured has so many slots.
const CROWDED: usize = 24;
const DAYS_AHEAD: i64 = 200;
const SESSION_DAYS: i64 = 30;
const MANY: i64 = 100_000;

#[derive(Serialize)]
struct Load {
    /// Public pages.
    pages: Vec<String>,
    /// The day with 24 slots, to be read signed in.
    day: String,
    /// A session to read it with.
    cookie: String,
    contended: Contended,
    claims: Vec<Shot>,
}

/// One slot with few places that many want at once.
#[derive(Serialize)]
struct Contended {
    slot_id: SlotId,
    path: &'static str,
    body: String,
    cookies: Vec<String>,
}

/// One request that succeeds.
#[derive(Serialize)]
struct Shot {
    path: &'static str,
    body: String,
    cookie: String,
}

/// A volunteer who may claim, and what they hold.
struct Runner {
    id: PersonId,
    facts: PersonFacts,
    engagements: Vec<Engagement>,
}

impl Runner {
    /// Takes a place if the rules let them.
    fn take(&mut self, slot: &SlotRow, now: Instant, limits: Limits) -> bool {
        let facts = slot.facts();
        let near = |other: &&Engagement| (other.starts_at.unix() - facts.starts_at.unix()).abs() < 8 * 86_400;
        let near: Vec<Engagement> = self.engagements.iter().filter(near).cloned().collect();
        let free = refusals(&facts, &self.facts, &near, now, limits).is_empty();
        if free {
            self.engagements.push(Engagement {
                slot_id: facts.id,
                starts_at: facts.starts_at,
                ends_at: facts.ends_at,
                place: facts.place,
                remote: facts.remote,
                state: ClaimState::Approved,
                work: None,
            });
        }
        free
    }
}

/// Writes a JSON file for load tools, and opens the sessions that it names.
///
/// # Errors
/// [`SeedError::NotDemo`] in a real centre, [`SeedError::TooSmall`] in a small demonstration; otherwise when the
/// database or the file fails.
pub async fn load_file(node: &Node, path: &Path) -> Result<()> {
    let now = node.clock.now();
    let mut tx = node.db.write().await?;
    let centre = centre::find(&mut tx).await?.filter(|centre| centre.is_demo).ok_or(SeedError::NotDemo)?;
    let first = plus_days(now.day().into(), 1);
    let open =
        public::slots(&mut tx, first, plus_days(first, DAYS_AHEAD), &SlotFilter::default(), MANY).await?;
    let crowded = crowded_day(&open)?;
    let empty = empty_slot(&open)?;
    let mut runners = runners(&mut tx, now).await?;
    let contenders = contenders(&mut runners, empty, now, centre.rules.limits)?;
    let mut shots = shots(&mut runners, &open, crowded, empty, now, centre.rules.limits);
    if shots.len() < CLAIMS {
        return Err(SeedError::TooSmall("room for 20,000 claims"));
    }
    shots.truncate(CLAIMS);
    let mut cookies = Cookies { node, now, known: HashMap::new() };
    let mut load = Load {
        pages: pages(&open, crowded),
        day: day_path(crowded),
        cookie: cookies.of(&mut tx, contenders[0]).await?,
        contended: Contended { slot_id: empty.id, path: CLAIM, body: body(empty.id), cookies: Vec::new() },
        claims: Vec::with_capacity(shots.len()),
    };
    for person in contenders {
        load.contended.cookies.push(cookies.of(&mut tx, person).await?);
    }
    for (person, slot) in shots {
        let cookie = cookies.of(&mut tx, person).await?;
        load.claims.push(Shot { path: CLAIM, body: body(slot), cookie });
    }
    let text = serde_json::to_string_pretty(&load).map_err(|error| SeedError::Data(error.to_string()))?;
    std::fs::write(path, text)?;
    tx.commit().await?;
    Ok(())
}

fn body(slot: SlotId) -> String {
    format!("slot_id={slot}")
}

fn day_path(day: Day) -> String {
    format!("/?widok=day&dzien={day}")
}

fn pages(open: &[SlotRow], day: Day) -> Vec<String> {
    let mut pages = vec!["/".to_owned(), day_path(day)];
    pages.extend(["week", "month"].map(|span| format!("/?widok={span}&dzien={day}")));
    pages.extend(open.iter().take(1).flat_map(|slot| {
        [
            format!("/termin/{}", slot.id),
            format!("/oferta/{}", slot.opportunity_id),
            format!("/?rodzaj={}", slot.kind_code),
        ]
    }));
    pages.extend(["/o-programie", "/dolacz"].map(str::to_owned));
    pages
}

fn crowded_day(open: &[SlotRow]) -> Result<Day> {
    let same_day = |a: &SlotRow, b: &SlotRow| a.on_day == b.on_day;
    let full = |day: &&[SlotRow]| day.len() == CROWDED && day.iter().all(|slot| slot.max_places == 5);
    let found = open.chunk_by(same_day).find(full).and_then(<[SlotRow]>::first);
    found.map(|slot| slot.on_day).ok_or(SeedError::TooSmall("day with 24 slots of 5 places"))
}

fn empty_slot(open: &[SlotRow]) -> Result<&SlotRow> {
    let found = open.chunk_by(|a, b| a.on_day == b.on_day).find_map(|day| match day {
        [slot] if slot.max_places == 5 && slot.taken == 0 && slot.claim_rule == ClaimRule::Instant => {
            Some(slot)
        }
        _ => None,
    });
    found.ok_or(SeedError::TooSmall("empty slot of 5 places on a day of its own"))
}

/// Everybody who may claim, with what they hold or ask for.
async fn runners(tx: &mut Tx, now: Instant) -> Result<Vec<Runner>> {
    let mut runners = Vec::new();
    let (from, until) = (now.plus_days(-8), now.plus_days(DAYS_AHEAD + 9));
    for ListedVolunteer { id, .. } in people::list(tx, Some(VolunteerStatus::Active), MANY).await? {
        let Some(row) = people::volunteer(tx, id).await? else { continue };
        let engagements =
            claims::engagements(tx, id, from, until).await?.into_iter().map(|(_, other)| other).collect();
        runners.push(Runner { id, facts: row.facts(), engagements });
    }
    Ok(runners)
}

fn contenders(runners: &mut [Runner], slot: &SlotRow, now: Instant, limits: Limits) -> Result<Vec<PersonId>> {
    let fit = runners.iter_mut().filter_map(|runner| runner.take(slot, now, limits).then_some(runner.id));
    let found: Vec<PersonId> = fit.take(CONTENDERS).collect();
    if found.len() == CONTENDERS { Ok(found) } else { Err(SeedError::TooSmall("crowd of 200 volunteers")) }
}

/// Claims on instant slots with room, each of them still possible after all the others.
fn shots(
    runners: &mut [Runner],
    open: &[SlotRow],
    crowded: Day,
    empty: &SlotRow,
    now: Instant,
    limits: Limits,
) -> Vec<(PersonId, SlotId)> {
    let mut shots = Vec::new();
    let mut next = 0;
    let usable = |slot: &&SlotRow| {
        slot.claim_rule == ClaimRule::Instant && slot.on_day != crowded && slot.id != empty.id
    };
    for slot in open.iter().filter(usable) {
        let mut room = slot.max_places - slot.taken;
        for _ in 0..60 {
            if room == 0 || shots.len() >= CLAIMS {
                break;
            }
            next = (next + 1) % runners.len();
            if runners[next].take(slot, now, limits) {
                shots.push((runners[next].id, slot.id));
                room -= 1;
            }
        }
    }
    shots
}

/// One session a person.
struct Cookies<'n> {
    node: &'n Node,
    now: Instant,
    known: HashMap<PersonId, String>,
}

impl Cookies<'_> {
    async fn of(&mut self, tx: &mut Tx, person: PersonId) -> Result<String> {
        if let Some(known) = self.known.get(&person) {
            return Ok(known.clone());
        }
        let token = Token::new(&self.node.rng);
        let expires_at = self.now.plus_days(SESSION_DAYS);
        accounts::add_session(tx, self.node.new_id(), &token.hash(), person, self.now, expires_at).await?;
        let cookie = format!("{}={}", crate::session::cookie_name(false), token.as_str());
        self.known.insert(person, cookie.clone());
        Ok(cookie)
    }
}
