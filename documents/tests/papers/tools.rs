//! Independent readers of PDF: poppler, qpdf and a checker of PDF/UA. `make setup-test` installs them.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A PDF in a file of its own, removed at the end.
pub struct Pdf {
    path: PathBuf,
    bytes: Vec<u8>,
    /// What `pdfinfo` says.
    info: OnceCell<String>,
}

impl Drop for Pdf {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| {
        panic!("{}: {error}. `make setup-test` installs it.", command.get_program().display())
    });
    let (text, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}: {text}{errors}");
    text.into_owned()
}

impl Pdf {
    /// Sets a paper.
    pub fn of(name: &str, paper: &documents::Paper) -> Self {
        let bytes = paper.pdf().unwrap_or_else(|error| panic!("{name}: {error}"));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}.pdf", std::process::id()));
        std::fs::write(&path, &bytes).expect("a file");
        Self { path, bytes, info: OnceCell::new() }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What `pdfinfo` says, such as `Tagged`.
    pub fn info(&self, key: &str) -> String {
        let all = self.info.get_or_init(|| run(Command::new("pdfinfo").arg(&self.path)));
        let line = all.lines().find_map(|line| line.strip_prefix(&format!("{key}:")));
        line.unwrap_or_else(|| panic!("no {key} in {all}")).trim().to_owned()
    }

    pub fn pages(&self) -> usize {
        self.info("Pages").parse().expect("a number")
    }

    /// The text as a reader copies it.
    pub fn text(&self) -> String {
        run(Command::new("pdftotext").args(["-raw"]).arg(&self.path).arg("-"))
    }

    /// The structure tree with its texts, as a screen reader walks through it.
    pub fn structure(&self) -> String {
        run(Command::new("pdfinfo").arg("-struct-text").arg(&self.path))
    }

    /// Nothing is broken inside.
    pub fn check(&self) {
        run(Command::new("qpdf").arg("--check").arg(&self.path));
    }

    /// The objects that make it accessible, as JSON.
    pub fn objects(&self) -> String {
        run(Command::new("qpdf").args(["--json", "--json-key=qpdf"]).arg(&self.path))
    }

    /// The rules of PDF/UA-1 that a checker finds broken.
    pub fn broken_rules(&self) -> String {
        let pdfua =
            Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("readers").join("bin").join("pdfua");
        let output = Command::new(&pdfua).arg("check").arg(&self.path).output();
        let output = output
            .unwrap_or_else(|error| panic!("{}: {error}. `make setup-test` installs it.", pdfua.display()));
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() && text.contains("PASS") { String::new() } else { text }
    }
}
