//! What a browser fetches when somebody comes for the first time.

use crate::process::Server;
use std::io;
use std::process::Command;

/// Rows of the table, one a page.
pub fn measure(server: &Server) -> io::Result<String> {
    let done = Command::new("node")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../end2end/first-load.mjs"))
        .arg(format!("http://{}", server.address))
        .stderr(std::process::Stdio::inherit())
        .output()?;
    if !done.status.success() {
        return Ok("| (needs the browser of the tests: `make test` installs it) | | | |\n".to_owned());
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}
