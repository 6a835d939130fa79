//! What every use case is given: the node it runs on, who asks, in which language.

use crate::board::Board;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::events::Live;
use crate::service::calendar;
use crate::store::people::{self, AccountRow};
use domain::actor::Actor;
use domain::declaration::Declaration;
use domain::locale::Locale;
use domain::policy::Member;
use domain::problem::Problem;
use domain::time::Instant;
use rand::{RngCore, SeedableRng, rngs::StdRng};
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// The time. Nothing else in the program asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's.
    System,
    /// Always the same moment; for tests and for pictures of the demonstration.
    Fixed(Instant),
}

impl Clock {
    /// This moment, in whole seconds.
    pub fn now(self) -> Instant {
        match self {
            Self::Fixed(at) => at,
            Self::System => {
                let since = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
                Instant::from_unix(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
            }
        }
    }
}

/// Random bytes: the operating system's, or repeatable ones for tests and demonstration data.
#[derive(Debug)]
pub struct Rng(Mutex<StdRng>);

impl Rng {
    /// Seeded by the operating system.
    pub fn system() -> Self {
        Self(Mutex::new(StdRng::from_os_rng()))
    }

    /// Always the same.
    pub fn seeded(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }

    /// Fills `bytes`.
    pub fn fill(&self, bytes: &mut [u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes);
    }
}

/// What a node is told at the start.
#[derive(Clone, Debug)]
pub struct NodeSettings {
    /// Where people reach the program, without a slash at the end.
    pub public_url: String,
    /// What the centre declares about accessibility.
    pub declaration: Declaration,
}

/// One running program: a database, a clock, a random source, its live stream.
#[derive(Debug)]
pub struct Node {
    /// The centre's database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// Random bytes.
    pub rng: Rng,
    /// The live stream of this node.
    pub live: Live,
    /// The plan for the coming weeks.
    pub board: Board,
    /// The public side of the calendar, the same for every reader.
    pub public: calendar::Public,
    /// What it was told at the start.
    pub settings: NodeSettings,
    /// The database holds demonstration data; read once at the start.
    pub demo: bool,
}

impl Node {
    /// A new id, ordered by time.
    pub fn new_id<Id: From<Uuid>>(&self) -> Id {
        let mut random = [0; 10];
        self.rng.fill(&mut random);
        let millis = u64::try_from(self.clock.now().unix()).unwrap_or_default() * 1_000;
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid().into()
    }
}

/// The context of one request or job.
#[derive(Clone, Debug)]
pub struct Cx {
    /// The node it runs on.
    pub node: Arc<Node>,
    /// Who asks.
    pub actor: Actor,
    /// What was read of them with their session; see [`Cx::account`].
    pub account: Option<Arc<AccountRow>>,
    /// In which language they read.
    pub locale: Locale,
}

impl Cx {
    /// The program itself, in the first language.
    pub fn system(node: Arc<Node>) -> Self {
        Self { node, actor: Actor::System, account: None, locale: Locale::Pl }
    }

    /// This moment.
    pub fn now(&self) -> Instant {
        self.node.clock.now()
    }

    /// A new id, ordered by time.
    pub fn new_id<Id: From<Uuid>>(&self) -> Id {
        self.node.new_id()
    }

    /// What pages need of who asks: what came with the session of this request, else what is read now. `None` for
    /// who is not a person. A use case that writes reads within its transaction instead.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn account(&self, tx: &mut Tx) -> Result<Option<Arc<AccountRow>>> {
        match (&self.account, self.actor.person_id()) {
            (Some(account), _) => Ok(Some(Arc::clone(account))),
            (None, Some(id)) => Ok(people::account(tx, id).await?.map(Arc::new)),
            (None, None) => Ok(None),
        }
    }

    /// # Errors
    /// [`Problem::SignInFirst`] for a visitor.
    pub fn member(&self) -> Result<Member> {
        self.actor.member().map_err(|_| Problem::SignInFirst.into())
    }

    /// A transaction that only reads.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn read(&self) -> Result<Tx> {
        Ok(self.node.db.read().await?)
    }

    /// Reads without a transaction, see [`Db::glance`].
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn glance(&self) -> Result<Tx> {
        Ok(self.node.db.glance().await?)
    }

    /// A transaction that writes.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn write(&self) -> Result<Tx> {
        Ok(self.node.db.write().await?)
    }

    /// Commits and wakes the live stream.
    ///
    /// # Errors
    /// When the database refuses; then nothing was written.
    pub async fn commit(&self, tx: Tx) -> Result<()> {
        tx.commit().await?;
        self.node.live.wake();
        Ok(())
    }

    /// A visitor is asked to sign in, everyone else is refused.
    pub fn denied(&self) -> Error {
        match self.actor {
            Actor::Visitor => Problem::SignInFirst.into(),
            Actor::Person(_) | Actor::System => Problem::Denied.into(),
        }
    }
}
