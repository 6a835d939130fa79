//! How long a series of 500 dates with 2,000 claims takes to be edited: moved by an hour from its first date on, with
//! everybody asked again and told; and cancelled. Beside it the same rows written one by one. Medians, in milliseconds.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement")]

use backend::context::{Clock, Cx, Node, NodeSettings, Rng};
use backend::db::{Db, Tx};
use backend::events::Live;
use backend::seed;
use backend::service::calendar::Public;
use backend::service::{dates, opportunities};
use backend::store::centre::{self, Organisation};
use backend::store::claims::{self, ClaimRow};
use backend::store::dates as rows;
use backend::store::events::NewEvent;
use backend::store::people::{self, PersonRow, VolunteerRow};
use backend::store::{accounts, events, slots};
use domain::actor::{Actor, Grant, Role, SignedIn};
use domain::claim::ClaimState;
use domain::event::Topic;
use domain::form::{ChangeForm, OpportunityForm, SlotsForm};
use domain::ids::{OpportunityId, OrganisationId, PersonId, SessionId, SlotId};
use domain::locale::Locale;
use domain::opportunity::OrganisationType;
use domain::person::{Occupation, Preferences, VolunteerStatus};
use domain::time::{Day, Instant};
use jiff::civil::date;
use sqlx::types::Json;
use std::sync::Arc;
use std::time::{Duration, Instant as Stopwatch};

const TIMES: usize = 5;
const DATES: usize = 500;
const CLAIMS_A_DATE: usize = 4;
const PEOPLE: usize = 200;

#[tokio::main]
async fn main() {
    println!(
        "| 500 dates with 2,000 claims, ms | preview | move all by an hour | cancel all | the same, row by row |"
    );
    println!("|---|--:|--:|--:|--:|");
    let engines = [("SQLite", testkit::Database::sqlite()), ("PostgreSQL", testkit::Database::postgres())];
    for (name, database) in engines {
        let mut measured: [Vec<Duration>; 4] = Default::default();
        let database = database.unwrap();
        let (cx, people) = centre_on(&database.url).await;
        for round in 0..TIMES {
            let (_, first) = series(&cx, &people, round).await;
            let times = edited(&cx, first).await;
            for (all, time) in measured.iter_mut().zip(times) {
                all.push(time);
            }
            let (opportunity, _) = series(&cx, &people, round + TIMES).await;
            let begun = Stopwatch::now();
            row_by_row(&cx, opportunity).await;
            measured[3].push(begun.elapsed());
        }
        let median = |times: &mut Vec<Duration>| {
            times.sort_unstable();
            times[times.len() / 2].as_secs_f64() * 1_000.0
        };
        let [preview, moved, cancelled, naive] = measured.each_mut().map(median);
        println!("| {name} | {preview:.0} | {moved:.0} | {cancelled:.0} | {naive:.0} |");
    }
}

/// A centre with volunteers, and its coordinator.
async fn centre_on(url: &str) -> (Cx, Vec<PersonId>) {
    let db = Db::connect(url).await.unwrap();
    db.migrate().await.unwrap();
    let now = Instant::from_civil(date(2026, 11, 22).at(10, 0, 0, 0));
    let node = Arc::new(Node {
        db,
        clock: Clock::Fixed(now),
        rng: Rng::seeded(1),
        live: Live::default(),
        board: backend::board::Board::default(),
        public: Public::default(),
        settings: NodeSettings {
            public_url: "http://127.0.0.1:3000".to_owned(),
            declaration: domain::declaration::Declaration::default(),
        },
        demo: false,
    });
    seed::reference(&node).await.unwrap();
    let organisation = Organisation {
        id: node.new_id::<OrganisationId>(),
        name: "Świetlica".to_owned(),
        organisation_type: OrganisationType::DayRoom,
        address: "ul. Przykładowa 1".to_owned(),
        district_id: None,
    };
    let mut tx = node.db.write().await.unwrap();
    centre::add_organisation(&mut tx, &organisation, now).await.unwrap();
    let mut ids = Vec::new();
    for number in 0..=PEOPLE {
        ids.push(person(&node, &mut tx, number).await);
    }
    let coordinator = ids.pop().unwrap();
    let grant = Grant { role: Role::Coordinator, organisation_id: None };
    accounts::grant(&mut tx, coordinator, grant, now).await.unwrap();
    tx.commit().await.unwrap();
    let session_id: SessionId = node.new_id();
    let actor = Actor::Person(SignedIn { person_id: coordinator, session_id, grants: vec![grant] });
    (Cx { node, actor, locale: Locale::Pl, account: None }, ids)
}

async fn person(node: &Node, tx: &mut Tx, number: usize) -> PersonId {
    let (id, now) = (node.new_id(), node.clock.now());
    let name = format!("Osoba {number}");
    let email = format!("osoba{number}@example.org");
    let row = PersonRow { id, name, email, phone: String::new(), locale: Locale::Pl, created_at: now };
    people::add(tx, &row).await.unwrap();
    let volunteer = VolunteerRow {
        qualifications: sqlx::types::Json(Vec::new()),
        person_id: id,
        status: VolunteerStatus::Active,
        occupation: Occupation::Employed,
        birth_on: Some(Day(date(1990, 5, 5))),
        district_id: None,
        preferences: Json(Preferences::default()),
        weekly_limit_minutes: None,
        screened_on: None,
        applied_at: now,
        updated_at: now,
    };
    people::put_volunteer(tx, &volunteer).await.unwrap();
    id
}

/// A new series of 500 dates, four people on each.
async fn series(cx: &Cx, people: &[PersonId], round: usize) -> (OpportunityId, SlotId) {
    let mut tx = cx.node.db.read().await.unwrap();
    let organisation = centre::organisations(&mut tx).await.unwrap().remove(0).id;
    drop(tx);
    let form = OpportunityForm {
        organisation_id: organisation.to_string(),
        kind: "office_work".to_owned(),
        title: format!("Porządki {round}"),
        description: "Układamy teczki.".to_owned(),
        place: "ul. Przykładowa 1".to_owned(),
        min_age: "16".to_owned(),
        claim_rule: "instant".to_owned(),
        ..OpportunityForm::default()
    };
    let id = opportunities::create(cx, &form).await.unwrap();
    // Each round on another weekday, so that nobody is at two places at once.
    let form = SlotsForm {
        day: format!("2026-12-{:02}", round + 1),
        starts: format!("{:02}:00", 8 + round % 10),
        ends: format!("{:02}:30", 8 + round % 10),
        min_places: "1".to_owned(),
        max_places: "6".to_owned(),
        pattern: "weekly".to_owned(),
        count: DATES.to_string(),
        ..SlotsForm::default()
    };
    dates::add(cx, id, &form).await.unwrap();
    let mut tx = cx.node.db.write().await.unwrap();
    let all = rows::of_opportunity(&mut tx, id, cx.now(), None).await.unwrap();
    for (number, date) in all.iter().enumerate() {
        for place in 0..CLAIMS_A_DATE {
            let person = people[(number * CLAIMS_A_DATE + place) % people.len()];
            let claim = ClaimRow::new(cx.new_id(), date.id, person, ClaimState::Approved, cx.now());
            claims::add(&mut tx, &claim).await.unwrap();
            assert!(slots::take_places(&mut tx, date.id, None, 1).await.unwrap());
        }
    }
    tx.commit().await.unwrap();
    (id, all[0].id)
}

/// Previews, moves and cancels a series by its use cases.
async fn edited(cx: &Cx, first: SlotId) -> [Duration; 3] {
    let form = dates::change_view(cx, first, None).await.unwrap().form;
    let hour = |text: &str| format!("{:02}{}", text[..2].parse::<u8>().unwrap() + 1, &text[2..]);
    let later = SlotsForm { starts: hour(&form.starts), ends: hour(&form.ends), ..form };
    let all = ChangeForm { scope: "all".to_owned(), ..ChangeForm::default() };
    let mut times = [Duration::ZERO; 3];
    for (index, change) in [(1, all.clone()), (2, ChangeForm { what: "cancel".to_owned(), ..all })] {
        let begun = Stopwatch::now();
        let view = dates::change_view(cx, first, Some((&later, &change))).await.unwrap();
        times[0] = begun.elapsed();
        let preview = view.preview.unwrap().unwrap();
        assert_eq!(preview.dates.len(), DATES);
        let begun = Stopwatch::now();
        let told = dates::change(cx, first, &later, &change, &preview.fingerprint, "").await.unwrap();
        times[index] = begun.elapsed();
        assert_eq!(usize::try_from(told).unwrap(), PEOPLE);
    }
    times
}

/// What the move writes, without its rules and letters, each row a statement.
async fn row_by_row(cx: &Cx, id: OpportunityId) {
    let mut tx = cx.node.db.write().await.unwrap();
    let mut all = rows::of_opportunity(&mut tx, id, cx.now(), None).await.unwrap();
    let organisation = None;
    let event = |topic, slot_id, claim: Option<&ClaimRow>| NewEvent {
        topic,
        claim_id: claim.map(|claim| claim.id),
        slot_id: Some(slot_id),
        opportunity_id: Some(id),
        organisation_id: organisation,
        person_id: claim.map(|claim| claim.person_id),
    };
    for date in &mut all {
        let concerned = claims::live_of_slot(&mut tx, date.id).await.unwrap();
        date.starts_at = date.starts_at.plus_minutes(60);
        date.ends_at = date.ends_at.plus_minutes(60);
        rows::change(&mut tx, std::slice::from_ref(date)).await.unwrap();
        events::add(&mut tx, cx.new_id(), event(Topic::Slot, date.id, None), cx.now()).await.unwrap();
        for claim in concerned {
            people::find(&mut tx, claim.person_id).await.unwrap();
            people::volunteer(&mut tx, claim.person_id).await.unwrap();
            let (from, until) = (date.starts_at.plus_days(-8), date.ends_at.plus_days(9));
            claims::engagements(&mut tx, claim.person_id, from, until).await.unwrap();
            let asked = ClaimRow { asked_again_at: Some(cx.now()), ..claim.clone() };
            claims::change(&mut tx, &claim, &asked).await.unwrap();
            events::add(&mut tx, cx.new_id(), event(Topic::Claim, date.id, Some(&claim)), cx.now())
                .await
                .unwrap();
        }
    }
    tx.commit().await.unwrap();
}
