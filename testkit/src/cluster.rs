//! A private PostgreSQL.

use crate::folder;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// Starts the cluster, says where it is, and stops it when standard input closes: also when the process that holds
/// the other end is killed.
const SCRIPT: &str = include_str!("cluster.sh");
const INSTALL: &str = "PostgreSQL is needed for these tests and is not installed. On Debian: apt-get install postgresql. \
     Elsewhere: set LACZNIK_POSTGRES_BIN to the folder of `initdb` and `postgres`.";

/// What a cluster does at a commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Nothing reaches the disk for sure: fast, for tests.
    None,
    /// As PostgreSQL comes: for measuring.
    Full,
}

/// A running cluster. Dropping it stops it and removes its files.
#[derive(Debug)]
pub struct Cluster {
    bin: PathBuf,
    folder: String,
    keeper: Child,
}

impl Cluster {
    /// Starts a cluster.
    ///
    /// # Errors
    /// A sentence that says what to install or what went wrong.
    pub fn start(durability: Durability) -> Result<Self, String> {
        let bin = find_bin().ok_or(INSTALL)?;
        let (sync, parent) = match durability {
            Durability::Full => ("on", PathBuf::from("/tmp")),
            Durability::None => ("off", folder::memory().unwrap_or_else(|| "/tmp".into())),
        };
        let mut keeper = as_unprivileged()?
            .args(["sh", "-c", SCRIPT, "cluster"])
            .arg(&bin)
            .arg(sync)
            .arg(parent)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("PostgreSQL could not be started: {error}"))?;
        let mut line = String::new();
        if let Some(out) = keeper.stdout.take() {
            BufReader::new(out).read_line(&mut line).map_err(|error| error.to_string())?;
        }
        match line.trim().strip_prefix("ready ") {
            Some(folder) => Ok(Self { bin, folder: folder.to_owned(), keeper }),
            None => Err("PostgreSQL did not start; what it said stands above.".to_owned()),
        }
    }

    /// Makes an empty database and gives its address.
    ///
    /// # Errors
    /// A sentence that says what went wrong.
    pub fn database(&self) -> Result<String, String> {
        self.database_like("template0")
    }

    /// Makes a copy of the database named `template`, to which nobody is connected, and gives its address.
    ///
    /// # Errors
    /// A sentence that says what went wrong.
    pub fn database_like(&self, template: &str) -> Result<String, String> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
        let done = Command::new(self.bin.join("createdb"))
            .args(["-h", &self.folder, "-U", "lacznik", "-T", template, &name])
            .output()
            .map_err(|error| format!("createdb could not be run: {error}"))?;
        if done.status.success() {
            Ok(format!("postgres:///{name}?host={}&user=lacznik", self.folder))
        } else {
            Err(format!("createdb said: {}", String::from_utf8_lossy(&done.stderr)))
        }
    }

    /// Nobody needs this database any more.
    pub(crate) fn forget(&self, name: &str) {
        if let Some(mut keeper) = self.keeper.stdin.as_ref() {
            // When the keeper is gone, the database is too.
            let _ = keeper.write_all(format!("{name}\n").as_bytes());
        }
    }

    /// The name of the database at an address that this cluster gave.
    pub fn name_of(url: &str) -> &str {
        let name = url.trim_start_matches("postgres:///");
        name.split('?').next().unwrap_or(name)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // It has nobody to tell; at the end of the process the closing of its standard input does the same.
        let _ = self.keeper.wait();
    }
}

/// The newest installed version.
fn find_bin() -> Option<PathBuf> {
    let named = std::env::var_os("LACZNIK_POSTGRES_BIN").map(PathBuf::from);
    let complete =
        |bin: &PathBuf| ["initdb", "postgres", "createdb"].iter().all(|name| bin.join(name).exists());
    if named.is_some() {
        return named.filter(complete);
    }
    let version = |bin: &PathBuf| {
        let folder = bin.parent().and_then(Path::file_name).and_then(|name| name.to_str());
        folder.and_then(|name| name.parse::<u32>().ok()).unwrap_or_default()
    };
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = debian.map(|entry| entry.path().join("bin")).filter(complete).max_by_key(version);
    newest.or_else(|| {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).find(complete)
    })
}

/// PostgreSQL refuses to run as root; then its own user runs it.
fn as_unprivileged() -> Result<Command, String> {
    let id = |arguments: &[&str]| {
        let done = Command::new("id").args(arguments).output().ok()?;
        done.status.success().then(|| String::from_utf8_lossy(&done.stdout).trim().to_owned())
    };
    if id(&["-u"]).as_deref() != Some("0") {
        return Ok(Command::new("env"));
    }
    if id(&["-u", "postgres"]).is_none() {
        return Err(
            "PostgreSQL does not run as root, and there is no user `postgres` to run it as.".to_owned()
        );
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--"]);
    Ok(command)
}
