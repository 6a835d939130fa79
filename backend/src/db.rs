//! One SQL text, two engines. This is the only file of the program that names them.
//!
//! [`Db`] opens a transaction, [`Tx::query`] takes a statement with `$1 … $n`, and the same text runs on a file of
//! SQLite and on PostgreSQL. Values are those that both engines encode, rows those that both decode; the derives of
//! `sqlx` are already generic over the engine.
//!
//! What both do the same way: `UPDATE … WHERE taken < max_places`, `ON CONFLICT`, `RETURNING`, CTEs, window functions.
//! What they do not: `now()` (bind the clock), `LIKE`'s case rule (compare folded text), `SUM` (`CAST` it to `BIGINT`).

use deadpool::unmanaged;
use futures::future::try_join_all;
use sqlx::{
    Arguments, AssertSqlSafe, ConnectOptions, Connection as _, Encode, Error, FromRow, PgConnection, PgPool,
    Postgres, SqlSafeStr, SqlStr, Sqlite, SqliteConnection, SqlitePool, Transaction, Type,
    pool::PoolConnection,
    postgres::{PgArguments, PgConnectOptions, PgListener, PgPoolOptions, PgRow},
    query_as_with, query_with,
    sqlite::{
        SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow,
        SqliteSynchronous,
    },
};
use std::str::FromStr;
use std::time::Duration;

/// Older versions of SQLite can lose data in WAL mode; the program refuses to run on them.
pub const SQLITE_FLOOR: [u32; 3] = [3, 51, 3];

/// Connections, unless told otherwise. Each keeps pages and statements of its own, about 2 MB with SQLite.
pub const CONNECTIONS: u32 = 4;

static SQLITE_MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../migrations/sqlite");
static POSTGRES_MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../migrations/postgres");

/// Rows of one statement in [`Tx::rows`]: both engines look a parameter up in time that grows with their number.
const ROWS: usize = 40;

/// Which engine runs; only for statements that must differ, with the reason beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file, one writer at a time.
    Sqlite,
    /// A server, many nodes.
    Postgres,
}

/// The database of one centre.
#[derive(Clone, Debug)]
pub struct Db(Pools);

#[derive(Clone, Debug)]
enum Pools {
    /// Writers queue for one connection: fair, and never "database is locked".
    Sqlite {
        readers: SqlitePool,
        writer: SqlitePool,
        /// Lent for single statements, without a pool's question after each use whether the file is still there.
        glances: unmanaged::Pool<SqliteConnection>,
    },
    Postgres(PgPool),
}

/// Why the database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address is not one of ours.
    #[error("a database address begins with sqlite: or postgres:, for example sqlite:lacznik.sqlite")]
    Address,
    /// SQLite is older than [`SQLITE_FLOOR`].
    #[error("SQLite {0} is too old; this program needs {floor} or newer", floor = SQLITE_FLOOR.map(|n| n.to_string()).join("."))]
    TooOld(String),
    /// The engine said no.
    #[error(transparent)]
    Engine(#[from] Error),
    /// The tables could not be brought up to date.
    #[error(transparent)]
    Migrate(#[from] sqlx::migrate::MigrateError),
}

impl Db {
    /// Opens the database with [`CONNECTIONS`].
    ///
    /// # Errors
    /// Those of [`Db::connect_with`].
    pub async fn connect(url: &str) -> Result<Self, OpenError> {
        Self::connect_with(url, CONNECTIONS).await
    }

    /// Opens the database at `sqlite:PATH` or `postgres:…` with at most so many connections; SQLite has one more that
    /// writes, and of the others half for glances. A file that does not exist is created.
    ///
    /// # Errors
    /// [`OpenError`] when the address is wrong, the engine does not answer or is too old.
    pub async fn connect_with(url: &str, connections: u32) -> Result<Self, OpenError> {
        if url.starts_with("sqlite:") {
            Self::connect_sqlite(url, connections).await
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(url)?;
            let pool =
                PgPoolOptions::new().max_connections(connections).acquire_timeout(Duration::from_secs(10));
            Ok(Self(Pools::Postgres(pool.connect_with(options).await?)))
        } else {
            Err(OpenError::Address)
        }
    }

    async fn connect_sqlite(url: &str, connections: u32) -> Result<Self, OpenError> {
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .statement_cache_capacity(256);
        // A file does not hang up: no question before each use whether it is still there.
        let pool =
            SqlitePoolOptions::new().acquire_timeout(Duration::from_secs(30)).test_before_acquire(false);
        let writer = pool.clone().max_connections(1).connect_with(options.clone()).await?;
        let (version,): (String,) = sqlx::query_as("SELECT sqlite_version()").fetch_one(&writer).await?;
        let parts: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
        if parts.as_slice() < SQLITE_FLOOR.as_slice() {
            return Err(OpenError::TooOld(version));
        }
        let glances = try_join_all((0..connections.div_ceil(2)).map(|_| options.connect())).await?;
        let readers = pool.max_connections(connections.div_ceil(2)).connect_with(options).await?;
        Ok(Self(Pools::Sqlite { readers, writer, glances: glances.into() }))
    }

    /// Brings the tables up to date. Safe to call from several nodes at once.
    ///
    /// # Errors
    /// [`OpenError::Migrate`] when a step fails or the database is newer than the program.
    pub async fn migrate(&self) -> Result<(), OpenError> {
        match &self.0 {
            Pools::Sqlite { writer, .. } => SQLITE_MIGRATIONS.run(writer).await?,
            Pools::Postgres(pool) => POSTGRES_MIGRATIONS.run(pool).await?,
        }
        Ok(())
    }

    /// Which engine runs.
    pub const fn engine(&self) -> Engine {
        match &self.0 {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// A transaction that only reads: one consistent picture.
    ///
    /// # Errors
    /// When no connection is to be had.
    pub async fn read(&self) -> Result<Tx, Error> {
        Ok(Tx(match &self.0 {
            Pools::Sqlite { readers, .. } => TxOf::Sqlite(readers.begin().await?),
            Pools::Postgres(pool) => {
                TxOf::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        }))
    }

    /// Reads without a transaction: each statement sees what is true when it runs. For a page that is told of changes
    /// anyway; it asks the engine only once for each statement.
    ///
    /// # Errors
    /// When no connection is to be had.
    pub async fn glance(&self) -> Result<Tx, Error> {
        Ok(Tx(match &self.0 {
            Pools::Sqlite { glances, .. } => {
                glances.get().await.map(TxOf::SqliteGlance).map_err(|_| Error::PoolClosed)?
            }
            Pools::Postgres(pool) => TxOf::PostgresGlance(pool.acquire().await?),
        }))
    }

    /// A transaction that writes. Dropped without [`Tx::commit`], nothing was written.
    ///
    /// # Errors
    /// When no connection is to be had.
    pub async fn write(&self) -> Result<Tx, Error> {
        Ok(Tx(match &self.0 {
            Pools::Sqlite { writer, .. } => TxOf::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Pools::Postgres(pool) => TxOf::Postgres(pool.begin().await?),
        }))
    }

    /// Listens for the wake-up that other nodes send with [`Tx::wake_nodes`]; `None` where there are no other nodes.
    ///
    /// # Errors
    /// When the engine cannot be reached.
    pub async fn listen(&self) -> Result<Option<Listener>, Error> {
        match &self.0 {
            Pools::Sqlite { .. } => Ok(None),
            Pools::Postgres(pool) => {
                let mut listener = PgListener::connect_with(pool).await?;
                listener.listen(CHANNEL).await?;
                Ok(Some(Listener(listener)))
            }
        }
    }

    /// Closes all connections, after the statements under way.
    pub async fn close(&self) {
        match &self.0 {
            Pools::Sqlite { readers, writer, glances } => {
                while let Ok(connection) = glances.try_remove() {
                    let _ = connection.close().await;
                }
                glances.close();
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

const CHANNEL: &str = "lacznik_events";

/// Waits for other nodes' wake-ups.
#[derive(Debug)]
pub struct Listener(PgListener);

impl Listener {
    /// Returns at the next wake-up, and also after a lost connection was restored: read again then.
    ///
    /// # Errors
    /// When the connection cannot be restored.
    pub async fn woken(&mut self) -> Result<(), Error> {
        self.0.try_recv().await.map(|_| ())
    }
}

/// A transaction on either engine, or a [`Db::glance`].
#[derive(Debug)]
pub struct Tx(TxOf);

#[derive(Debug)]
enum TxOf {
    Sqlite(Transaction<'static, Sqlite>),
    SqliteGlance(unmanaged::Object<SqliteConnection>),
    Postgres(Transaction<'static, Postgres>),
    PostgresGlance(PoolConnection<Postgres>),
}

enum Connection<'t> {
    Sqlite(&'t mut SqliteConnection),
    Postgres(&'t mut PgConnection),
}

/// A value that both engines take.
pub trait Value:
    for<'q> Encode<'q, Sqlite> + Type<Sqlite> + for<'q> Encode<'q, Postgres> + Type<Postgres>
{
}
impl<T> Value for T where
    T: for<'q> Encode<'q, Sqlite> + Type<Sqlite> + for<'q> Encode<'q, Postgres> + Type<Postgres>
{
}

/// A row that both engines give.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

impl Tx {
    /// Makes what was written true, for everyone, for good.
    ///
    /// # Errors
    /// When the engine refuses; then nothing was written.
    pub async fn commit(self) -> Result<(), Error> {
        match self.0 {
            TxOf::Sqlite(tx) => tx.commit().await,
            TxOf::Postgres(tx) => tx.commit().await,
            TxOf::SqliteGlance(_) | TxOf::PostgresGlance(_) => Ok(()),
        }
    }

    fn connection(&mut self) -> Connection<'_> {
        match &mut self.0 {
            TxOf::Sqlite(tx) => Connection::Sqlite(tx),
            TxOf::SqliteGlance(connection) => Connection::Sqlite(connection),
            TxOf::Postgres(tx) => Connection::Postgres(tx),
            TxOf::PostgresGlance(connection) => Connection::Postgres(connection),
        }
    }

    /// Which engine runs.
    pub const fn engine(&self) -> Engine {
        match &self.0 {
            TxOf::Sqlite(_) | TxOf::SqliteGlance(_) => Engine::Sqlite,
            TxOf::Postgres(_) | TxOf::PostgresGlance(_) => Engine::Postgres,
        }
    }

    /// A statement with `$1 … $n`, to be bound and run.
    pub fn query(&mut self, sql: &'static str) -> Query<'_> {
        self.prepare(sql.into_sql_str())
    }

    /// A statement assembled from the program's own fragments, never from what people type.
    pub fn assembled(&mut self, sql: String) -> Query<'_> {
        self.prepare(AssertSqlSafe(sql).into_sql_str())
    }

    /// Runs a statement for many rows, [`ROWS`] at a time; how many rows it changed. `$rows` in its text stands for
    /// `($1, $2), ($3, $4) …` with so many `columns`, which `bind` fills for one row.
    ///
    /// # Errors
    /// When the engine refuses.
    pub async fn rows<T>(
        &mut self,
        sql: &str,
        columns: usize,
        rows: &[T],
        bind: impl for<'q> Fn(Query<'q>, &T) -> Query<'q>,
    ) -> Result<u64, Error> {
        let mut changed = 0;
        for rows in rows.chunks(ROWS) {
            let row = |row: usize| {
                let values: Vec<String> = (1..=columns).map(|n| format!("${}", row * columns + n)).collect();
                format!("({})", values.join(", "))
            };
            let all: Vec<String> = (0..rows.len()).map(row).collect();
            let query = self.assembled(sql.replace("$rows", &all.join(", ")));
            changed += rows.iter().fold(query, &bind).run().await?;
        }
        Ok(changed)
    }

    fn prepare(&mut self, sql: SqlStr) -> Query<'_> {
        let bound = match self.engine() {
            Engine::Sqlite => Bound::Sqlite(SqliteArguments::default()),
            Engine::Postgres => Bound::Postgres(PgArguments::default()),
        };
        Query { tx: self, sql, bound, wrong: None }
    }

    /// Waits until nobody else holds the lock of this name, and holds it until the transaction ends.
    /// On SQLite a writer is alone anyway.
    ///
    /// # Errors
    /// When the engine fails.
    pub async fn lock(&mut self, name: &str) -> Result<(), Error> {
        if self.engine() == Engine::Postgres {
            let sql = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
            self.query(sql).bind(name.to_owned()).run().await?;
        }
        Ok(())
    }

    /// Tells the other nodes, at commit, that there is something to read.
    ///
    /// # Errors
    /// When the engine fails.
    pub async fn wake_nodes(&mut self) -> Result<(), Error> {
        if self.engine() == Engine::Postgres {
            self.query("SELECT pg_notify($1, '')").bind(CHANNEL.to_owned()).run().await?;
        }
        Ok(())
    }
}

/// A statement with its values.
#[must_use = "a query does nothing until it is run"]
#[derive(Debug)]
pub struct Query<'t> {
    tx: &'t mut Tx,
    sql: SqlStr,
    bound: Bound,
    wrong: Option<sqlx::error::BoxDynError>,
}

#[derive(Debug)]
enum Bound {
    Sqlite(SqliteArguments),
    Postgres(PgArguments),
}

impl Query<'_> {
    /// Binds the next value.
    pub fn bind<T: Value>(mut self, value: T) -> Self {
        let added = match &mut self.bound {
            Bound::Sqlite(arguments) => arguments.add(value),
            Bound::Postgres(arguments) => arguments.add(value),
        };
        if let Err(wrong) = added {
            self.wrong.get_or_insert(wrong);
        }
        self
    }

    /// Runs the statement; the number of rows it changed.
    ///
    /// # Errors
    /// When the engine refuses.
    pub async fn run(self) -> Result<u64, Error> {
        if let Some(wrong) = self.wrong {
            return Err(Error::Encode(wrong));
        }
        match (self.tx.connection(), self.bound) {
            (Connection::Sqlite(to), Bound::Sqlite(bound)) => {
                query_with(self.sql, bound).execute(to).await.map(|done| done.rows_affected())
            }
            (Connection::Postgres(to), Bound::Postgres(bound)) => {
                query_with(self.sql, bound).execute(to).await.map(|done| done.rows_affected())
            }
            _ => Err(Error::WorkerCrashed),
        }
    }

    /// Runs the statement; all its rows.
    ///
    /// # Errors
    /// When the engine refuses or a row cannot be read.
    pub async fn all<T: Row>(self) -> Result<Vec<T>, Error> {
        if let Some(wrong) = self.wrong {
            return Err(Error::Encode(wrong));
        }
        match (self.tx.connection(), self.bound) {
            (Connection::Sqlite(from), Bound::Sqlite(bound)) => {
                query_as_with(self.sql, bound).fetch_all(from).await
            }
            (Connection::Postgres(from), Bound::Postgres(bound)) => {
                query_as_with(self.sql, bound).fetch_all(from).await
            }
            _ => Err(Error::WorkerCrashed),
        }
    }

    /// Runs the statement; its first row, if there is one.
    ///
    /// # Errors
    /// When the engine refuses or the row cannot be read.
    pub async fn optional<T: Row>(self) -> Result<Option<T>, Error> {
        Ok(self.all().await?.into_iter().next())
    }

    /// Runs the statement; its first row.
    ///
    /// # Errors
    /// [`Error::RowNotFound`] when there is none; otherwise like [`Query::all`].
    pub async fn one<T: Row>(self) -> Result<T, Error> {
        self.optional().await?.ok_or(Error::RowNotFound)
    }
}

/// The statement broke a rule of uniqueness.
pub fn is_unique_violation(error: &Error) -> bool {
    error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}
