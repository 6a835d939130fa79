//! Demonstration data keep every rule that people have to keep, whatever the seed and the day.
#![expect(clippy::unwrap_used, reason = "what goes wrong in a test ends it")]

#[expect(dead_code, reason = "each test crate takes what it needs of it")]
mod support;

use backend::context::{Cx, Node};
use backend::db::{Engine, Tx};
use backend::seed::{self, DemoOptions, PERSONAS, SeedError, Size};
use backend::service;
use backend::session::Token;
use backend::store::centre::{self, Centre};
use backend::store::{claims, hours, people, public, slots};
use domain::actor::Role;
use domain::claim::ClaimState;
use domain::claiming::{Engagement, Limits, PersonFacts, refusals};
use domain::ids::{PersonId, SlotId};
use domain::locale::Locale;
use domain::person::VolunteerStatus;
use domain::time::Instant;
use jiff::civil::date;
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use support::{Bed, noon};

const TOWN: DemoOptions = DemoOptions { seed: 1, size: Size::Town };
const PEERS: DemoOptions = DemoOptions { seed: 1, size: Size::Peers };

async fn count(tx: &mut Tx, sql: &'static str) -> i64 {
    let (count,): (i64,) = tx.query(sql).one().await.unwrap();
    count
}

/// `taken` is what the claims say, no slot is too full, and nobody is in two places at once.
async fn places_add_up(tx: &mut Tx) {
    let wrong = "SELECT COUNT(*) FROM slot s WHERE s.taken > s.max_places OR s.taken <>
        (SELECT COALESCE(SUM(c.places), 0) FROM claim c WHERE c.slot_id = s.id AND c.state IN ('approved', 'offered', 'attended', 'no_show'))";
    assert_eq!(count(tx, wrong).await, 0, "places and claims differ");
    let double = "SELECT COUNT(*) FROM claim c JOIN slot s ON s.id = c.slot_id
        JOIN claim d ON d.person_id = c.person_id AND d.id > c.id JOIN slot t ON t.id = d.slot_id
        WHERE c.state IN ('pending', 'approved', 'attended', 'no_show')
          AND d.state IN ('pending', 'approved', 'attended', 'no_show')
          AND s.work_minutes IS NULL AND t.work_minutes IS NULL AND s.starts_at < t.ends_at AND t.starts_at < s.ends_at";
    assert_eq!(count(tx, double).await, 0, "somebody is in two places at once");
    let without = "SELECT COUNT(*) FROM claim c LEFT JOIN hours h ON h.claim_id = c.id
        WHERE (c.state = 'attended' AND h.minutes IS NULL) OR (c.state <> 'attended' AND h.minutes IS NOT NULL)";
    assert_eq!(count(tx, without).await, 0, "hours follow presence");
}

/// Every claim of these people could have been made by the rules, given all their other ones.
async fn rules_hold(tx: &mut Tx, people: &[PersonId], now: Instant) -> usize {
    let mut checked = 0;
    for person in people {
        let Some(volunteer) = people::volunteer(tx, *person).await.unwrap() else { continue };
        let (from, until) = (now.plus_days(-400), now.plus_days(400));
        let all = claims::engagements(tx, *person, from, until).await.unwrap();
        for (id, own) in &all {
            let claim = claims::find(tx, *id).await.unwrap().unwrap();
            let row = slots::find(tx, claim.slot_id).await.unwrap().unwrap();
            let mut slot = row.facts();
            if claim.state.holds_place() {
                slot.taken -= claim.places;
            }
            let past = slot.starts_at <= now;
            let facts = volunteer.facts();
            let facts = if past { PersonFacts { status: VolunteerStatus::Active, ..facts } } else { facts };
            let near =
                |other: &&Engagement| (other.starts_at.unix() - own.starts_at.unix()).abs() < 9 * 86_400;
            let others = all.iter().filter(|(other, _)| other != id).map(|(_, engagement)| engagement);
            let others: Vec<Engagement> = others.filter(near).cloned().collect();
            let waits = matches!(claim.state, ClaimState::Pending | ClaimState::Waitlisted);
            let full = waits && slot.taken == slot.max_places;
            let refused = refusals(&slot, &facts, &others, claim.created_at, Limits::default());
            assert!(refused.is_empty() || full, "{claim:?}: {refused:?}");
            assert!(
                claim.created_at <= now
                    && claim.decided_at.is_none_or(|at| at <= now && at >= claim.created_at),
                "{claim:?} at {now:?}"
            );
            checked += 1;
        }
    }
    checked
}

async fn everybody(tx: &mut Tx) -> Vec<PersonId> {
    let ids: Vec<(PersonId,)> = tx.query("SELECT id FROM person ORDER BY id").all().await.unwrap();
    ids.into_iter().map(|(id,)| id).collect()
}

async fn a_town_that_keeps_the_rules(engine: Engine, seed: u64, now: Instant) {
    let bed = Bed::new(engine).await;
    let report = seed::demo(&bed.node(now), &DemoOptions { seed, size: Size::Town }).await.unwrap();
    assert!(report.fresh && report.organisations == 18 && report.opportunities >= 44, "{report}");
    let mut tx = bed.db.read().await.unwrap();
    places_add_up(&mut tx).await;
    let people = everybody(&mut tx).await;
    assert!(rules_hold(&mut tx, &people, now).await > 600);
    assert_eq!(count(&mut tx, "SELECT COUNT(*) FROM volunteer").await, 300);
    assert_eq!(people::count_by_status(&mut tx).await.unwrap().len(), 10, "volunteers of every status");
    assert_eq!(count(&mut tx, "SELECT COUNT(*) FROM claim WHERE state = 'pending'").await, 15);
    let coming = open_slots(&mut tx, now).await;
    assert_eq!(coming.len(), 150);
    let kinds: HashSet<_> = coming.iter().map(|slot| slot.kind_code.clone()).collect();
    assert_eq!(kinds.len(), 13);
    let days: HashSet<_> = coming.iter().map(|slot| slot.on_day).collect();
    assert!(days.len() >= 22, "{} days", days.len());
    assert!(coming.iter().any(|slot| slot.taken == slot.max_places), "some are full");
    assert!(coming.iter().any(|slot| slot.taken < slot.min_places), "some are short");
    let tomorrow = now.plus_minutes(36 * 60);
    assert!(
        coming.iter().any(|slot| slot.starts_at < tomorrow && slot.taken == 0),
        "some of the next are empty"
    );
}

async fn open_slots(tx: &mut Tx, now: Instant) -> Vec<slots::SlotRow> {
    let (first, last) = (now.day().into(), now.plus_days(40).day().into());
    let found = public::slots(tx, first, last, &public::SlotFilter::default(), 999).await.unwrap();
    found.into_iter().filter(|slot| slot.starts_at > now).collect()
}

#[tokio::test]
async fn towns_keep_the_rules_whatever_the_day() {
    let at = |y, m, d, h| Instant::from_civil(date(y, m, d).at(h, 10, 0, 0));
    let moments =
        [noon(), at(2026, 11, 22, 18), at(2026, 12, 24, 0), at(2027, 3, 28, 3), at(2028, 2, 29, 23)];
    for (seed, now) in (1..).zip(moments) {
        a_town_that_keeps_the_rules(Engine::Sqlite, seed, now).await;
    }
    a_town_that_keeps_the_rules(Engine::Postgres, 1, noon()).await;
}

/// All that is in the database, as text.
async fn dump(engine: Engine, seed: u64) -> Vec<String> {
    let bed = Bed::new(engine).await;
    seed::demo(&bed.node(noon()), &DemoOptions { seed, ..TOWN }).await.unwrap();
    let mut tx = bed.db.read().await.unwrap();
    let columns: Vec<(String, String)> = tx
        .query(
            "SELECT m.name, GROUP_CONCAT('quote(' || c.name || ')', '||') FROM sqlite_master m
             JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name <> '_sqlx_migrations' GROUP BY m.name",
        )
        .all()
        .await
        .unwrap();
    let mut rows = Vec::new();
    for (table, columns) in columns {
        let found: Vec<(String,)> =
            tx.assembled(format!("SELECT {columns} AS row FROM {table} ORDER BY 1")).all().await.unwrap();
        rows.extend(found.into_iter().map(|(row,)| format!("{table}: {row}")));
    }
    rows
}

#[tokio::test]
async fn the_same_seed_gives_the_same_town() {
    let first = dump(Engine::Sqlite, 7).await;
    assert!(first.len() > 2_000);
    assert!(first == dump(Engine::Sqlite, 7).await, "two towns of the same seed differ");
    assert!(first != dump(Engine::Sqlite, 8).await, "two seeds give the same town");
}

#[tokio::test]
async fn personas_have_something_to_do() {
    let bed = Bed::new(Engine::Sqlite).await;
    let now = Instant::from_civil(date(2026, 11, 22).at(18, 40, 0, 0));
    let node = Arc::new(bed.node(now));
    seed::demo(&node, &TOWN).await.unwrap();
    let mut tx = bed.db.read().await.unwrap();
    let personas = people::personas(&mut tx, PERSONAS).await.unwrap();
    assert_eq!(personas.len(), PERSONAS.len());
    let id = |email: &str| personas[PERSONAS.iter().position(|known| *known == email).unwrap()].id;
    let julia = claims::coming_of(&mut tx, id("julia@example.org"), now).await.unwrap();
    let mut states: Vec<_> = julia.iter().map(|claim| claim.state.code()).collect();
    states.sort_unstable();
    assert_eq!(states, ["approved", "pending"]);
    for email in ["julia@example.org", "piotr@example.org", "olena@example.org", "bartek@example.org"] {
        assert!(hours::total_minutes(&mut tx, id(email)).await.unwrap() > 0, "{email} has a past");
    }
    assert_eq!(personas[1].role, Role::Coordinator);
    drop(tx);
    let kierownik = cx_of(&node, id("kierownik@example.org")).await;
    let hosted = service::hosting::overview(&kierownik).await.unwrap();
    assert!(!hosted.to_confirm.is_empty(), "somebody came yesterday or today");
    assert!(hosted.coming.iter().any(|slot| !slot.people.is_empty()), "somebody will come");
    let olena = service::profile::show(&cx_of(&node, id("olena@example.org")).await).await.unwrap();
    assert_eq!(olena.locale, Locale::Uk);
}

async fn cx_of(node: &Arc<Node>, person: PersonId) -> Cx {
    let token = service::sign_in::as_persona(&Cx::system(node.clone()), person).await.unwrap();
    let resumed = service::sign_in::resume(node, &token).await.unwrap().unwrap();
    Cx { node: node.clone(), actor: resumed.actor, account: Some(resumed.account), locale: resumed.locale }
}

#[tokio::test]
async fn only_an_empty_database_becomes_a_demonstration() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let bed = Bed::new(engine).await;
        let node = bed.node(noon());
        seed::reference(&node).await.unwrap();
        seed::reference(&node).await.unwrap();
        let centre = find_centre(&bed).await;
        assert!(!centre.is_demo);
        assert!(matches!(seed::load_file(&node, "/dev/null".as_ref()).await, Err(SeedError::NotDemo)));
        assert!(seed::demo(&node, &TOWN).await.unwrap().fresh, "a placeholder is no centre");
        let demo = find_centre(&bed).await;
        assert!(demo.is_demo && demo.name.contains("(przykład)"));
        assert!(!seed::demo(&node, &TOWN).await.unwrap().fresh, "once");
        seed::reference(&node).await.unwrap();
        assert_eq!(find_centre(&bed).await, demo);
        assert!(matches!(seed::load_file(&node, "/dev/null".as_ref()).await, Err(SeedError::TooSmall(_))));
    }
}

async fn find_centre(bed: &Bed) -> Centre {
    centre::find(&mut bed.db.read().await.unwrap()).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_centre_in_use_is_left_alone() {
    let bed = Bed::new(Engine::Sqlite).await;
    let node = Arc::new(bed.node(noon()));
    seed::reference(&node).await.unwrap();
    let cx = Cx::system(node.clone());
    service::sign_in::create_administrator(&cx, "Ewa Brzozowska", "ewa@example.org").await.unwrap();
    assert!(matches!(seed::demo(&node, &TOWN).await, Err(SeedError::InUse)));
    let other = Bed::new(Engine::Sqlite).await;
    seed::reference(&other.node(noon())).await.unwrap();
    let centre = Centre { name: "Prawdziwy ośrodek".into(), ..find_centre(&other).await };
    let mut tx = other.write().await;
    centre::put(&mut tx, &centre).await.unwrap();
    tx.commit().await.unwrap();
    assert!(matches!(seed::demo(&other.node(noon()), &TOWN).await, Err(SeedError::InUse)));
}

#[tokio::test]
async fn peers_are_as_large_as_promised_and_load_files_work() {
    let bed = Bed::new(Engine::Sqlite).await;
    let node = Arc::new(bed.node(noon()));
    let report = seed::demo(&node, &PEERS).await.unwrap();
    assert_eq!((report.organisations, report.slots, report.claims), (200, 20_000, 60_000));
    let folder = testkit::Folder::new().unwrap();
    let path = folder.path().join("load.json");
    seed::load_file(&node, &path).await.unwrap();
    let load: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();

    let mut tx = bed.db.read().await.unwrap();
    places_add_up(&mut tx).await;
    let some: Vec<PersonId> = everybody(&mut tx).await.into_iter().step_by(40).collect();
    assert!(rules_hold(&mut tx, &some, noon()).await > 500);
    assert_eq!(count(&mut tx, "SELECT COUNT(*) FROM volunteer").await, 5_000);
    assert_eq!(count(&mut tx, "SELECT COUNT(*) FROM kind").await, 20);
    drop(tx);

    let day = load["day"].as_str().unwrap().rsplit('=').next().unwrap().parse().unwrap();
    let mut tx = bed.db.read().await.unwrap();
    let crowded = public::slots(&mut tx, day, day, &public::SlotFilter::default(), 99).await.unwrap();
    assert_eq!((crowded.len(), crowded.iter().filter(|slot| slot.max_places == 5).count()), (24, 24));
    drop(tx);
    contended_slot(&node, &load["contended"]).await;
    conflict_free(&node, load["claims"].as_array().unwrap()).await;
}

async fn signed_in(node: &Arc<Node>, cookie: &Value) -> Cx {
    let token = Token::parse(cookie.as_str().unwrap().strip_prefix("lacznik=").unwrap()).unwrap();
    let resumed = service::sign_in::resume(node, &token).await.unwrap().unwrap();
    Cx { node: node.clone(), actor: resumed.actor, account: Some(resumed.account), locale: resumed.locale }
}

async fn contended_slot(node: &Arc<Node>, contended: &Value) {
    let slot: SlotId = contended["slot_id"].as_str().unwrap().parse().unwrap();
    let cookies = contended["cookies"].as_array().unwrap();
    let distinct: HashSet<&str> = cookies.iter().filter_map(Value::as_str).collect();
    assert_eq!((cookies.len(), distinct.len()), (200, 200));
    let mut won = 0;
    for cookie in cookies.iter().take(8) {
        let cx = signed_in(node, cookie).await;
        won += i32::from(service::claims::claim(&cx, slot).await.is_ok());
    }
    assert_eq!(won, 5);
}

/// Every hundredth one goes through the use case; all of them together fit.
async fn conflict_free(node: &Arc<Node>, shots: &[Value]) {
    assert_eq!(shots.len(), 20_000);
    let mut seen: HashSet<(String, String)> = HashSet::new();
    let mut per_slot: HashMap<SlotId, i64> = HashMap::new();
    for shot in shots {
        assert_eq!(shot["path"], "/api/claim");
        let slot = shot["body"].as_str().unwrap().strip_prefix("slot_id=").unwrap();
        assert!(seen.insert((slot.to_owned(), shot["cookie"].to_string())), "the same claim twice");
        *per_slot.entry(slot.parse().unwrap()).or_default() += 1;
    }
    let mut tx = node.db.read().await.unwrap();
    for (slot, wanted) in &per_slot {
        let row = slots::find(&mut tx, *slot).await.unwrap().unwrap();
        assert!(row.taken + wanted <= row.max_places, "{slot} is too small");
    }
    drop(tx);
    for shot in shots.iter().step_by(100) {
        let cx = signed_in(node, &shot["cookie"]).await;
        let slot = shot["body"].as_str().unwrap().trim_start_matches("slot_id=").parse().unwrap();
        let state = service::claims::claim(&cx, slot).await;
        assert!(matches!(state, Ok(ClaimState::Approved)), "{state:?}");
    }
}
