//! Databases for tests. Nothing is shared with the machine: SQLite lives in a folder of its own, PostgreSQL is a
//! private cluster on a Unix socket, without a port. Both are gone when the process is, however it ends.
//!
//! In a test: [`Database::sqlite`] or [`Database::postgres`]; [`Template`] where every test begins with the same rows.
//! From outside Rust: `cargo run -p testkit -- postgres` prints an address and runs until its standard input closes.
#![deny(missing_docs)]

mod cluster;
mod folder;
mod template;

pub use cluster::{Cluster, Durability};
pub use folder::Folder;
pub use template::Template;

use std::sync::{Arc, OnceLock};

/// An empty database of one's own; clones share it, and it goes with the last one.
#[derive(Clone, Debug)]
pub struct Database {
    /// Where it is.
    pub url: String,
    _place: Arc<Place>,
}

/// What a database takes up.
#[derive(Debug)]
enum Place {
    Folder { _own: Folder },
    Cluster { name: String },
}

impl Drop for Place {
    fn drop(&mut self) {
        if let (Self::Cluster { name }, Ok(cluster)) = (self, postgres()) {
            cluster.forget(name);
        }
    }
}

impl Database {
    /// On SQLite; the file does not exist yet.
    ///
    /// # Errors
    /// A sentence that says what went wrong.
    pub fn sqlite() -> Result<Self, String> {
        let folder = Folder::new().map_err(|error| format!("no folder could be made: {error}"))?;
        let url = format!("sqlite:{}", folder.path().join("lacznik.sqlite").display());
        Ok(Self { url, _place: Arc::new(Place::Folder { _own: folder }) })
    }

    /// On this process's PostgreSQL.
    ///
    /// # Errors
    /// A sentence that says what to install or what went wrong.
    pub fn postgres() -> Result<Self, String> {
        Ok(Self::in_cluster(postgres()?.database()?))
    }

    fn in_cluster(url: String) -> Self {
        let name = Cluster::name_of(&url).to_owned();
        Self { url, _place: Arc::new(Place::Cluster { name }) }
    }
}

/// The cluster of this process; the first call starts it, the end of the process stops it.
fn postgres() -> Result<&'static Cluster, &'static str> {
    static CLUSTER: OnceLock<Result<Cluster, String>> = OnceLock::new();
    CLUSTER.get_or_init(|| Cluster::start(Durability::None)).as_ref().map_err(String::as_str)
}
