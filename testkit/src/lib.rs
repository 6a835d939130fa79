//! Databases for tests. Nothing is shared with the machine: SQLite lives in a folder of its own, PostgreSQL is a
//! private cluster on a Unix socket, without a port. Both are gone when the process is, however it ends.
//!
//! In a test: [`Database::sqlite`] or [`Database::postgres`]. From outside Rust:
//! `cargo run -p testkit -- postgres` prints an address and runs until its standard input closes.
#![deny(missing_docs)]

mod cluster;
mod folder;

pub use cluster::{Cluster, Durability};
pub use folder::Folder;

use std::sync::{Arc, OnceLock};

/// An empty database of one's own; clones share it, and its files go with the last one.
#[derive(Clone, Debug)]
pub struct Database {
    /// Where it is.
    pub url: String,
    _folder: Option<Arc<Folder>>,
}

impl Database {
    /// On SQLite.
    ///
    /// # Errors
    /// A sentence that says what went wrong.
    pub fn sqlite() -> Result<Self, String> {
        let (folder, url) = sqlite().map_err(|error| format!("no folder could be made: {error}"))?;
        Ok(Self { url, _folder: Some(Arc::new(folder)) })
    }

    /// On this process's PostgreSQL.
    ///
    /// # Errors
    /// A sentence that says what to install or what went wrong.
    pub fn postgres() -> Result<Self, String> {
        Ok(Self { url: postgres()?.database()?, _folder: None })
    }

    /// On this process's PostgreSQL, as a copy of another one to which nobody is connected.
    ///
    /// # Errors
    /// A sentence that says what went wrong.
    pub fn postgres_like(&self) -> Result<Self, String> {
        Ok(Self { url: postgres()?.database_like(Cluster::name_of(&self.url))?, _folder: None })
    }
}

/// A folder for one test and the address of a database in it that does not exist yet.
///
/// # Errors
/// When no folder can be made.
pub fn sqlite() -> std::io::Result<(Folder, String)> {
    let folder = Folder::new()?;
    let url = format!("sqlite:{}", folder.path().join("lacznik.sqlite").display());
    Ok((folder, url))
}

/// The cluster of this process; the first call starts it, the end of the process stops it.
///
/// # Errors
/// A sentence that says what to install or what went wrong.
pub fn postgres() -> Result<&'static Cluster, &'static str> {
    static CLUSTER: OnceLock<Result<Cluster, String>> = OnceLock::new();
    CLUSTER.get_or_init(|| Cluster::start(Durability::None)).as_ref().map_err(String::as_str)
}
