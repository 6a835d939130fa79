//! A small centre for tests of use cases: a fixed clock, seeded randomness, one organisation with one opportunity,
//! and one person of every role.
#![allow(dead_code, clippy::allow_attributes, reason = "each test file uses a part of it")]

use backend::context::{Clock, Cx, Node, NodeSettings, Rng};
use backend::db::{Db, Engine};
use backend::error::Error;
use backend::events::Live;
use backend::seed;
use backend::service::{dates, opportunities};
use backend::store::centre::{self, Organisation};
use backend::store::people::{self, PersonRow, VolunteerRow};
use backend::store::{accounts, claims, mails, slots};
use domain::actor::{Actor, Grant, Role, SignedIn};
use domain::form::{ChangeForm, OpportunityForm, RoleForm, RolePlacesForm, SlotsForm};
use domain::ids::{ClaimId, OpportunityId, OrganisationId, PersonId, RoleId, SeriesId, SessionId, SlotId};
use domain::locale::Locale;
use domain::opportunity::OrganisationType;
use domain::person::{Occupation, Preferences, VolunteerStatus};
use domain::problem::Problem;
use domain::time::{Day, Instant};
use jiff::civil::date;
use sqlx::types::Json;
use std::sync::Arc;
use testkit::{Database, Template};
use uuid::Uuid;

/// Sunday, 22 November 2026, 10:00 in Warsaw.
pub fn now() -> Instant {
    Instant::from_civil(date(2026, 11, 22).at(10, 0, 0, 0))
}

pub struct World {
    pub node: Arc<Node>,
    pub organisation: OrganisationId,
    pub elsewhere: OrganisationId,
    keeper: Database,
}

/// What every centre begins with.
static BEGINNING: Template = Template::new();

async fn begin(url: &str) {
    let node = node(url, Rng::seeded(6)).await;
    node.db.migrate().await.expect("migrations run");
    seed::reference(&node).await.expect("reference data");
    node.db.close().await;
}

async fn node(url: &str, rng: Rng) -> Arc<Node> {
    Arc::new(Node {
        db: Db::connect(url).await.expect("the test database opens"),
        clock: Clock::Fixed(now()),
        rng,
        live: Live::default(),
        board: backend::board::Board::default(),
        public: backend::service::calendar::Public::default(),
        settings: NodeSettings {
            public_url: "https://lacznik.example.org".into(),
            declaration: domain::declaration::Declaration::default(),
        },
        demo: false,
    })
}

impl World {
    /// A fresh centre on a fresh database of this engine.
    pub async fn new(engine: Engine) -> Self {
        let database = match engine {
            Engine::Sqlite => BEGINNING.sqlite(begin).await,
            Engine::Postgres => BEGINNING.postgres(begin).await,
        }
        .expect("a database");
        let node = node(&database.url, Rng::seeded(7)).await;
        let organisation = add_organisation(&node, "Świetlica nr 1").await;
        let elsewhere = add_organisation(&node, "Klub Seniora").await;
        Self { node, organisation, elsewhere, keeper: database }
    }

    /// The same centre at another moment.
    pub fn at(&self, clock: Instant) -> Self {
        let node = Node {
            db: self.node.db.clone(),
            clock: Clock::Fixed(clock),
            rng: Rng::seeded(clock.unix().unsigned_abs()),
            live: Live::default(),
            board: backend::board::Board::default(),
            public: backend::service::calendar::Public::default(),
            settings: self.node.settings.clone(),
            demo: self.node.demo,
        };
        Self {
            node: Arc::new(node),
            organisation: self.organisation,
            elsewhere: self.elsewhere,
            keeper: self.keeper.clone(),
        }
    }

    pub fn visitor(&self) -> Cx {
        Cx { node: self.node.clone(), actor: Actor::Visitor, account: None, locale: Locale::Pl }
    }

    pub fn system(&self) -> Cx {
        Cx::system(self.node.clone())
    }

    /// The context of a person with these grants, who need not be in the database.
    pub fn acting(&self, person_id: PersonId, grants: Vec<Grant>) -> Cx {
        let session_id = SessionId(Uuid::from_u128(9));
        Cx {
            node: self.node.clone(),
            actor: Actor::Person(SignedIn { person_id, session_id, grants }),
            account: None,
            locale: Locale::Pl,
        }
    }

    /// A new person with one role.
    pub async fn person(&self, name: &str, role: Role, organisation_id: Option<OrganisationId>) -> Cx {
        let id: PersonId = self.node.new_id();
        let grant = Grant { role, organisation_id };
        let mut tx = self.node.db.write().await.expect("a transaction");
        let email = format!("{}@example.org", name.to_lowercase());
        let row = PersonRow {
            id,
            name: name.into(),
            email,
            phone: "+48 24 000 00 01".into(),
            locale: Locale::Pl,
            created_at: now(),
        };
        people::add(&mut tx, &row).await.expect("a person");
        accounts::grant(&mut tx, id, grant, now()).await.expect("a role");
        tx.commit().await.expect("a commit");
        self.acting(id, vec![grant])
    }

    /// Coordinators are asked before somebody comes instead.
    pub async fn decide_swaps(&self) {
        let mut tx = self.node.db.write().await.expect("a transaction");
        let mut centre = centre::find(&mut tx).await.expect("a read").expect("a centre");
        centre.rules.decides_swaps = true;
        centre::put(&mut tx, &centre).await.expect("a centre");
        tx.commit().await.expect("a commit");
    }

    pub async fn coordinator(&self, name: &str) -> Cx {
        self.person(name, Role::Coordinator, None).await
    }

    /// A volunteer, active, born in 1990, screened unless changed.
    pub async fn volunteer(&self, name: &str, change: impl FnOnce(&mut VolunteerRow)) -> Cx {
        let cx = self.person(name, Role::Volunteer, None).await;
        let mut row = VolunteerRow {
            qualifications: sqlx::types::Json(Vec::new()),
            person_id: cx.actor.person_id().expect("a person"),
            status: VolunteerStatus::Active,
            occupation: Occupation::Employed,
            birth_on: Some(Day(date(1990, 5, 5))),
            district_id: None,
            preferences: Json(Preferences::default()),
            weekly_limit_minutes: None,
            screened_on: Some(Day(date(2026, 1, 1))),
            applied_at: now(),
            updated_at: now(),
        };
        change(&mut row);
        let mut tx = self.node.db.write().await.expect("a transaction");
        people::put_volunteer(&mut tx, &row).await.expect("a volunteer");
        tx.commit().await.expect("a commit");
        cx
    }

    /// A published opportunity with one date, `day` of December 2026 from `starts` to `ends`.
    pub async fn slot(
        &self,
        coordinator: &Cx,
        rule: &str,
        places: (u8, u8),
        day: u8,
        starts: &str,
        ends: &str,
    ) -> SlotId {
        let id = self.opportunity(coordinator, rule).await;
        dates::add(coordinator, id, &slots_form(places, day, starts, ends)).await.expect("a date");
        opportunities::publish(coordinator, id).await.expect("published");
        let view = opportunities::editor(coordinator, Some(id)).await.expect("the editor");
        view.slots.first().expect("a slot").id
    }

    /// A published opportunity with roles, and one date of it at 16–18 that has so many of each.
    pub async fn slot_of_roles(
        &self,
        coordinator: &Cx,
        rule: &str,
        day: u8,
        roles: &[(&str, &[&str], (u8, u8))],
    ) -> (SlotId, Vec<RoleId>) {
        let id = self.opportunity(coordinator, rule).await;
        let view = opportunities::editor(coordinator, Some(id)).await.expect("the editor");
        let form = |(name, requires, _): &(&str, &[&str], (u8, u8))| RoleForm {
            name: (*name).into(),
            requires: requires.iter().map(|code| (*code).into()).collect(),
            ..RoleForm::default()
        };
        let form = OpportunityForm { roles: roles.iter().map(form).collect(), ..view.form };
        opportunities::update(coordinator, id, &form).await.expect("roles");
        opportunities::publish(coordinator, id).await.expect("published");
        let view = opportunities::editor(coordinator, Some(id)).await.expect("the editor");
        let ids: Vec<RoleId> = view.roles.iter().map(|role| role.id).collect();
        let places = ids.iter().zip(roles).map(|(id, (_, _, places))| role_places(*id, *places)).collect();
        let form = SlotsForm { roles: places, ..slots_form((1, 1), day, "16:00", "18:00") };
        dates::add(coordinator, id, &form).await.expect("a date");
        let view = opportunities::editor(coordinator, Some(id)).await.expect("the editor");
        (view.slots.first().expect("a slot").id, ids)
    }

    pub async fn opportunity(&self, coordinator: &Cx, rule: &str) -> OpportunityId {
        let form = OpportunityForm {
            organisation_id: self.organisation.to_string(),
            kind: "office_work".into(),
            title: "Porządki w archiwum".into(),
            description: "Układamy teczki.".into(),
            place: "ul. Przykładowa 1".into(),
            min_age: "16".into(),
            claim_rule: rule.into(),
            ..OpportunityForm::default()
        };
        opportunities::create(coordinator, &form).await.expect("an opportunity")
    }

    /// Puts dates into a series.
    pub async fn belongs(&self, series: SeriesId, dates: &[SlotId]) {
        let mut tx = self.node.db.write().await.expect("a transaction");
        for date in dates {
            let on_day = slots::find(&mut tx, *date).await.expect("a look").expect("a date").on_day;
            let day = (*date, Some(series), Some(on_day));
            backend::store::dates::regroup(&mut tx, &[day]).await.expect("a date");
        }
        tx.commit().await.expect("a commit");
    }

    pub async fn claim_of(&self, cx: &Cx, slot: SlotId) -> ClaimId {
        let schedule = backend::service::schedule::mine(cx).await.expect("a schedule");
        schedule.coming.iter().find(|claim| claim.card.id == slot).expect("the claim").claim_id
    }

    /// How many places of a date are taken: as many as its claims hold.
    pub async fn taken(&self, slot: SlotId) -> i64 {
        let mut tx = self.node.db.read().await.expect("a transaction");
        let taken = slots::find(&mut tx, slot).await.expect("a look").expect("a date").taken;
        let held = claims::live_of_slot(&mut tx, slot).await.expect("claims");
        assert_eq!(
            taken,
            held.iter().map(claims::ClaimRow::places_held).sum::<i64>(),
            "places of the claims"
        );
        taken
    }

    /// Subjects of the mails to a person that wait or were sent.
    pub async fn mails(&self, email: &str) -> Vec<String> {
        let mut tx = self.node.db.read().await.expect("a transaction");
        let rows = mails::latest(&mut tx, Some(email), 50).await.expect("mails");
        rows.into_iter().map(|mail| mail.subject).collect()
    }
}

/// Why somebody was refused.
pub fn problem<T: std::fmt::Debug>(result: backend::error::Result<T>) -> Problem {
    match result {
        Err(Error::Problem(problem)) => problem,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

pub fn id_of(cx: &Cx) -> PersonId {
    cx.actor.person_id().expect("a person")
}

/// Looks at the preview of a change and makes it; how many people are told.
pub async fn change_dates(
    cx: &Cx,
    slot: SlotId,
    form: &SlotsForm,
    change: &ChangeForm,
    reason: &str,
) -> backend::error::Result<i64> {
    let view = dates::change_view(cx, slot, Some((form, change))).await?;
    let fingerprint = match view.preview {
        Some(Ok(preview)) => preview.fingerprint,
        Some(Err(fields)) => return Err(fields.into()),
        None => String::new(),
    };
    dates::change(cx, slot, form, change, &fingerprint, reason).await
}

/// Cancels dates from this one on.
pub async fn cancel_dates(cx: &Cx, slot: SlotId, scope: &str, reason: &str) -> backend::error::Result<i64> {
    let cancel = ChangeForm { scope: scope.into(), what: "cancel".into(), ..ChangeForm::default() };
    change_dates(cx, slot, &SlotsForm::default(), &cancel, reason).await
}

pub fn role_places(id: RoleId, (min, max): (u8, u8)) -> RolePlacesForm {
    RolePlacesForm { id: id.to_string(), min_places: min.to_string(), max_places: max.to_string() }
}

pub fn slots_form(places: (u8, u8), day: u8, starts: &str, ends: &str) -> SlotsForm {
    SlotsForm {
        day: format!("2026-12-{day:02}"),
        starts: starts.into(),
        ends: ends.into(),
        min_places: places.0.to_string(),
        max_places: places.1.to_string(),
        ..SlotsForm::default()
    }
}

async fn add_organisation(node: &Node, name: &str) -> OrganisationId {
    let id: OrganisationId = node.new_id();
    let organisation = Organisation {
        id,
        name: name.into(),
        organisation_type: OrganisationType::DayRoom,
        address: "ul. Przykładowa 1".into(),
        district_id: None,
    };
    let mut tx = node.db.write().await.expect("a transaction");
    centre::add_organisation(&mut tx, &organisation, now()).await.expect("an organisation");
    tx.commit().await.expect("a commit");
    id
}

/// Runs the same test on both engines.
#[macro_export]
macro_rules! on_both_engines {
    ($($name:ident)+) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $name() {
                super::$name($crate::world::World::new(backend::db::Engine::Sqlite).await).await;
            })+
        }
        mod postgres {
            $(#[tokio::test]
            async fn $name() {
                super::$name($crate::world::World::new(backend::db::Engine::Postgres).await).await;
            })+
        }
    };
}
