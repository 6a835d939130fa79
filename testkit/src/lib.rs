//! Databases for tests. Nothing is shared with the machine: SQLite lives in a folder of its own, PostgreSQL is a
//! private cluster on a Unix socket, without a port. Both are gone when the process is, however it ends.
//!
//! In a test: [`sqlite`], or [`postgres`] and then [`Cluster::database`]. From outside Rust:
//! `cargo run -p testkit -- postgres` prints an address and runs until its standard input closes.
#![deny(missing_docs)]

mod cluster;
mod folder;

pub use cluster::{Cluster, Durability};
pub use folder::Folder;

use std::sync::OnceLock;

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
