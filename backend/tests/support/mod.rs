//! A node over an empty migrated database of either engine, with a fixed clock and a seeded random source.

use backend::context::{Clock, Node, NodeSettings, Rng};
use backend::db::{Db, Engine, Tx};
use backend::events::Live;
use domain::time::Instant;
use jiff::civil::date;
use std::sync::atomic::{AtomicU64, Ordering};
use testkit::Database;
use tokio::sync::OnceCell;
use uuid::Uuid;

/// A database for one test; its files go when it is dropped.
pub struct Bed {
    pub db: Db,
    next: AtomicU64,
    database: Database,
}

/// Monday, 23 November 2026, noon in Warsaw.
pub fn noon() -> Instant {
    Instant::from_civil(date(2026, 11, 23).at(12, 0, 0, 0))
}

impl Bed {
    /// An empty migrated database.
    pub async fn new(engine: Engine) -> Self {
        let database = match engine {
            Engine::Sqlite => Database::sqlite().unwrap(),
            Engine::Postgres => postgres().await,
        };
        let db = Db::connect(&database.url).await.unwrap();
        if engine == Engine::Sqlite {
            db.migrate().await.unwrap();
        }
        Self { db, next: AtomicU64::new(1), database }
    }

    /// A node over this database at `now`.
    pub fn node(&self, now: Instant) -> Node {
        Node {
            db: self.db.clone(),
            clock: Clock::Fixed(now),
            rng: Rng::seeded(1),
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

/// A copy of a database that was migrated once.
async fn postgres() -> Database {
    static TEMPLATE: OnceCell<Database> = OnceCell::const_new();
    let template = TEMPLATE
        .get_or_init(|| async {
            let database = Database::postgres().unwrap_or_else(|why| panic!("{why}"));
            let db = Db::connect(&database.url).await.unwrap();
            db.migrate().await.unwrap();
            db.close().await;
            database
        })
        .await;
    template.postgres_like().unwrap()
}
