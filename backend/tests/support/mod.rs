//! A node over an empty migrated database of either engine, with a fixed clock and a seeded random source.

use backend::context::{Clock, Node, NodeSettings, Rng};
use backend::db::{Db, Engine, Tx};
use backend::events::Live;
use domain::time::Instant;
use jiff::civil::date;
use std::sync::atomic::{AtomicU64, Ordering};
use testkit::{Cluster, Folder};
use tokio::sync::OnceCell;
use uuid::Uuid;

/// A database for one test; its files go when it is dropped.
pub struct Bed {
    pub db: Db,
    next: AtomicU64,
    _folder: Option<Folder>,
}

/// Monday, 23 November 2026, noon in Warsaw.
pub fn noon() -> Instant {
    Instant::from_civil(date(2026, 11, 23).at(12, 0, 0, 0))
}

impl Bed {
    /// An empty migrated database.
    pub async fn new(engine: Engine) -> Self {
        let (url, folder) = match engine {
            Engine::Sqlite => {
                let (folder, url) = testkit::sqlite().unwrap();
                (url, Some(folder))
            }
            Engine::Postgres => (postgres().await, None),
        };
        let db = Db::connect(&url).await.unwrap();
        if engine == Engine::Sqlite {
            db.migrate().await.unwrap();
        }
        Self { db, next: AtomicU64::new(1), _folder: folder }
    }

    /// A node over this database at `now`.
    pub fn node(&self, now: Instant) -> Node {
        Node {
            db: self.db.clone(),
            clock: Clock::Fixed(now),
            rng: Rng::seeded(1),
            live: Live::default(),
            settings: NodeSettings { public_url: "https://lacznik.example.org".to_owned() },
            demo: true,
        }
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
async fn postgres() -> String {
    static TEMPLATE: OnceCell<String> = OnceCell::const_new();
    let cluster = testkit::postgres().unwrap_or_else(|why| panic!("{why}"));
    let template = TEMPLATE
        .get_or_init(|| async {
            let url = cluster.database().unwrap();
            let db = Db::connect(&url).await.unwrap();
            db.migrate().await.unwrap();
            db.close().await;
            url
        })
        .await;
    cluster.database_like(Cluster::name_of(template)).unwrap()
}
