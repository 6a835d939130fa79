//! A node over an empty migrated database of either engine, with a fixed clock and a seeded random source.

use backend::context::{Clock, Node, NodeSettings, Rng};
use backend::db::{Db, Engine, Tx};
use backend::events::Live;
use domain::time::Instant;
use jiff::civil::date;
use std::sync::atomic::{AtomicU64, Ordering};
use testkit::{Database, Template};
use uuid::Uuid;

/// A database for one test; its files go when it is dropped.
pub struct Bed {
    pub db: Db,
    next: AtomicU64,
    database: Database,
}

static MIGRATED: Template = Template::new();

async fn migrate(url: &str) {
    let db = Db::connect(url).await.unwrap();
    db.migrate().await.unwrap();
    db.close().await;
}

/// Monday, 23 November 2026, noon in Warsaw.
pub fn noon() -> Instant {
    Instant::from_civil(date(2026, 11, 23).at(12, 0, 0, 0))
}

/// A node of a demonstration.
pub fn node(db: Db, now: Instant, rng: Rng) -> Node {
    Node {
        db,
        clock: Clock::Fixed(now),
        rng,
        live: Live::default(),
        board: backend::board::Board::default(),
        public: backend::service::calendar::Public::default(),
        settings: NodeSettings {
            public_url: "https://lacznik.example.org".to_owned(),
            declaration: domain::declaration::Declaration::default(),
        },
        demo: true,
    }
}

impl Bed {
    /// An empty migrated database.
    pub async fn new(engine: Engine) -> Self {
        Self::like(&MIGRATED, engine, migrate).await
    }

    /// A copy of a database that this fills.
    pub async fn like(template: &Template, engine: Engine, fill: impl AsyncFnOnce(&str)) -> Self {
        let database = match engine {
            Engine::Sqlite => template.sqlite(fill).await,
            Engine::Postgres => template.postgres(fill).await,
        }
        .unwrap();
        let db = Db::connect(&database.url).await.unwrap();
        Self { db, next: AtomicU64::new(1), database }
    }

    /// A node over this database at `now`.
    pub fn node(&self, now: Instant) -> Node {
        node(self.db.clone(), now, Rng::seeded(1))
    }

    /// The same database through connections of their own, as another process has it.
    pub async fn elsewhere(&self) -> Db {
        Db::connect(&self.database.url).await.unwrap()
    }

    /// A transaction that writes.
    pub async fn write(&self) -> Tx {
        self.db.write().await.unwrap()
    }

    /// The next id; ids grow.
    pub fn id<Id: From<Uuid>>(&self) -> Id {
        Uuid::from_u128(u128::from(self.next.fetch_add(1, Ordering::Relaxed))).into()
    }
}
