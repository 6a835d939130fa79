//! A folder that goes away.

use std::path::{Path, PathBuf};
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

const PREFIX: &str = "lacznik-test-";

/// An empty folder of one's own, removed with what is in it when this value is dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// Makes one among the machine's temporary files: where `TMPDIR` says, else in memory, where there is such a place.
    ///
    /// # Errors
    /// When the machine refuses.
    pub fn new() -> std::io::Result<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        static SWEPT: Once = Once::new();
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let parent = memory().unwrap_or_else(std::env::temp_dir);
        SWEPT.call_once(|| sweep(&parent));
        let path = parent.join(format!("{PREFIX}{}-{number}", std::process::id()));
        // What a killed process of the same number left behind.
        if path.exists() {
            std::fs::remove_dir_all(&path)?;
        }
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Nothing depends on it: the machine clears its temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Files in memory, where the machine has such a place: a commit waits for no disk.
pub fn memory() -> Option<PathBuf> {
    let memory = Path::new("/dev/shm");
    (std::env::var_os("TMPDIR").is_none() && memory.is_dir()).then(|| memory.to_owned())
}

/// Removes what killed processes left behind: in memory it would stay until the machine is started again.
fn sweep(parent: &Path) {
    let processes = Path::new("/proc");
    if !processes.join("self").exists() {
        return;
    }
    for entry in std::fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.split('-').next());
        if process.is_some_and(|process| !processes.join(process).exists()) {
            // Somebody else may be sweeping too.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}
