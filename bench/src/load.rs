//! The data that is measured, and what a load tool needs to drive it.

use crate::process::Server;
use serde::Deserialize;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// As `lacznik seed --load-file` writes it.
#[derive(Deserialize)]
pub struct Load {
    /// Public pages.
    pub pages: Vec<String>,
    /// The day with 24 slots.
    pub day: String,
    /// A session to read it with.
    pub cookie: String,
    /// A slot that many want at once.
    pub contended: Contended,
    /// Claims that all succeed.
    pub claims: Vec<Shot>,
}

/// One slot and those who want it.
#[derive(Deserialize)]
pub struct Contended {
    /// Where to send the claim.
    pub path: String,
    /// What to send.
    pub body: String,
    /// Everybody's session.
    pub cookies: Vec<String>,
}

/// One claim.
#[derive(Deserialize)]
pub struct Shot {
    /// Where to send it.
    pub path: String,
    /// What to send.
    pub body: String,
    /// Whose session.
    pub cookie: String,
}

/// A filled database in a folder of its own, and the program to run on it.
pub struct Field {
    folder: PathBuf,
    program: PathBuf,
    /// What to send.
    pub load: Load,
}

impl Field {
    /// Fills a database.
    pub fn seed() -> io::Result<Self> {
        let folder = std::env::temp_dir().join(format!("lacznik-bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let program = program()?;
        let file = folder.join("load.json");
        let done = Command::new(&program)
            .args(["seed", "--demo", "--size", "peers", "--load-file"])
            .arg(&file)
            .env("LACZNIK_DATABASE_URL", database(&folder.join("peers.sqlite")))
            .stdout(std::process::Stdio::null())
            .status()?;
        if !done.success() {
            return Err(io::Error::other("the data could not be made"));
        }
        let load = serde_json::from_str(&std::fs::read_to_string(file)?)?;
        Ok(Self { folder, program, load })
    }

    /// The program on the filled database.
    pub fn server(&self) -> io::Result<Server> {
        Server::lacznik(&self.program, &database(&self.folder.join("peers.sqlite")))
    }

    /// The program on a copy in which nothing was claimed yet.
    pub fn fresh_server(&self) -> io::Result<Server> {
        let copy = self.folder.join("copy.sqlite");
        for end in ["", "-wal", "-shm"] {
            let (from, to) = (
                self.folder.join(format!("peers.sqlite{end}")),
                self.folder.join(format!("copy.sqlite{end}")),
            );
            if to.exists() {
                std::fs::remove_file(&to)?;
            }
            // SQLite makes the shared memory anew.
            if from.exists() && end != "-shm" {
                std::fs::copy(from, to)?;
            }
        }
        Server::lacznik(&self.program, &database(&copy))
    }
}

impl Drop for Field {
    fn drop(&mut self) {
        // The machine clears its temporary files by itself.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn database(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

/// The release build beside this very program, unless another is named.
fn program() -> io::Result<PathBuf> {
    if let Some(named) = std::env::var_os("LACZNIK_BENCH_PROGRAM") {
        return Ok(named.into());
    }
    Ok(std::env::current_exe()?.with_file_name("lacznik"))
}
