//! Watch the sources, rebuild, restart. Reload the page in the browser to see the change.

use std::path::PathBuf;
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use crate::{Profile, Project, assets, cargo, publish, run};

const WATCHED: [&str; 7] = ["domain", "backend", "app", "frontend", "server", "style", "migrations"];
const PAUSE: Duration = Duration::from_millis(400);

/// Builds and runs `lacznik` with these arguments, again and again, until it is interrupted.
pub fn watch(project: &Project, arguments: &[&str]) -> Result<()> {
    let arguments = if arguments.is_empty() { &["serve"] } else { arguments };
    let mut running: Option<Child> = None;
    let mut seen = None;
    loop {
        let now = newest(project)?;
        if seen == Some(now) {
            sleep(PAUSE);
            continue;
        }
        seen = Some(now);
        match build(project) {
            Ok(program) => {
                if let Some(mut old) = running.take() {
                    old.kill()?;
                    old.wait()?;
                }
                running = Some(Command::new(program).args(arguments).current_dir(&project.root).spawn()?);
            }
            Err(error) => eprintln!("{error:#}; the old program keeps running"),
        }
    }
}

fn build(project: &Project) -> Result<PathBuf> {
    assets(project, Profile::Dev)?;
    run(Command::new(cargo()).current_dir(&project.root).args(["build", "--quiet", "--package", "server"]))?;
    // A copy, because cargo replaces the original while it runs.
    let copy = project.target.join("debug").join("lacznik-dev");
    let fresh = project.target.join("debug").join("lacznik-dev.new");
    std::fs::copy(project.target.join("debug").join("lacznik"), &fresh)?;
    std::fs::rename(&fresh, &copy)?;
    Ok(copy)
}

/// The time of the latest change and the number of files, so that a removal shows too.
fn newest(project: &Project) -> Result<(SystemTime, usize)> {
    let mut latest = SystemTime::UNIX_EPOCH;
    let mut count = 0;
    for member in WATCHED {
        for file in publish::files(&project.root.join(member))? {
            count += 1;
            if let Ok(changed) = std::fs::metadata(&file).and_then(|about| about.modified()) {
                latest = latest.max(changed);
            }
        }
    }
    Ok((latest, count))
}
