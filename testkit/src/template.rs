//! Databases that are filled once and copied.

use crate::{Cluster, Database, postgres};
use std::path::Path;
use tokio::sync::OnceCell;

/// A database that is filled once in this process and copied for each test. Held by a `static` it leaves nothing
/// behind: what SQLite wrote is kept in memory, and PostgreSQL ends with the process.
#[derive(Debug, Default)]
pub struct Template {
    file: OnceCell<Vec<u8>>,
    database: OnceCell<Database>,
}

impl Template {
    /// Not filled yet.
    pub const fn new() -> Self {
        Self { file: OnceCell::const_new(), database: OnceCell::const_new() }
    }

    /// A copy on SQLite. `fill` is given the address of an empty database, and leaves it without a connection.
    ///
    /// # Errors
    /// A sentence that says what went wrong.
    pub async fn sqlite(&self, fill: impl AsyncFnOnce(&str)) -> Result<Database, String> {
        let kept = self.file.get_or_try_init(async || {
            let empty = Database::sqlite()?;
            fill(&empty.url).await;
            whole(&empty)
        });
        let bytes = kept.await?;
        let copy = Database::sqlite()?;
        std::fs::write(file_of(&copy), bytes).map_err(|error| format!("no copy: {error}"))?;
        Ok(copy)
    }

    /// The same on this process's PostgreSQL.
    ///
    /// # Errors
    /// A sentence that says what to install or what went wrong.
    pub async fn postgres(&self, fill: impl AsyncFnOnce(&str)) -> Result<Database, String> {
        let template = self.database.get_or_try_init(async || {
            let empty = Database::postgres()?;
            fill(&empty.url).await;
            Ok::<_, String>(empty)
        });
        let name = Cluster::name_of(&template.await?.url);
        Ok(Database::in_cluster(postgres()?.database_like(name)?))
    }
}

/// The file of a database on SQLite.
fn file_of(database: &Database) -> &Path {
    Path::new(database.url.trim_start_matches("sqlite:"))
}

/// All that SQLite wrote; while somebody is connected, some of it is in a second file.
fn whole(database: &Database) -> Result<Vec<u8>, String> {
    let file = file_of(database);
    if file.with_extension("sqlite-wal").exists() {
        return Err("somebody is still connected to the database that is copied".to_owned());
    }
    std::fs::read(file).map_err(|error| format!("nothing to copy: {error}"))
}
