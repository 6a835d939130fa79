//! What a browser says: what it fetches when somebody comes for the first time, how soon it shows another view, and
//! what Lighthouse gives.

use crate::process::Server;
use std::io;
use std::process::Command;

/// Rows of the table of the first load, one a page.
pub fn first_load(server: &Server) -> io::Result<String> {
    browser("first-load.mjs", &[&format!("http://{}", server.address)])
}

/// Rows of the table of view changes, one a view; from this day on.
pub fn view_changes(server: &Server, day: &str) -> io::Result<String> {
    browser("view-change.mjs", &[&format!("http://{}", server.address), day])
}

/// Rows of the table of Lighthouse, one a page; with the session of a volunteer.
pub fn lighthouse(server: &Server, cookie: &str) -> io::Result<String> {
    browser("lighthouse.mjs", &[&format!("http://{}", server.address), cookie])
}

fn browser(script: &str, arguments: &[&str]) -> io::Result<String> {
    let done = Command::new("node")
        .arg(format!("{}/../end2end/{script}", env!("CARGO_MANIFEST_DIR")))
        .args(arguments)
        .stderr(std::process::Stdio::inherit())
        .output()?;
    if !done.status.success() {
        return Ok("| (needs the browser of the tests: `make test` installs it) | | | |\n".to_owned());
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}
