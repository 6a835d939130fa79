//! The house rules of the workspace, as far as cargo and a look at the sources can tell.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is in the workspace").to_owned()
}

/// The names of all packages that a member is built from.
fn tree(arguments: &[&str]) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["tree", "--offline", "--locked", "--edges", "normal", "--prefix", "none", "--format", "{p}"])
        .args(arguments)
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

/// A name ending in `*` stands for all that begin so.
fn assert_free_of(tree: &BTreeSet<String>, banned: &[&str], who: &str) {
    let found: Vec<&String> = tree
        .iter()
        .filter(|name| {
            banned
                .iter()
                .any(|ban| ban.strip_suffix('*').map_or(*name == ban, |start| name.starts_with(start)))
        })
        .collect();
    assert!(found.is_empty(), "{who} must not be built from {found:?}");
}

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

#[test]
fn the_domain_is_pure() {
    let tree = tree(&[&["--package", "domain"], &WASM[..]].concat());
    assert_free_of(
        &tree,
        &["tokio*", "leptos*", "sqlx*", "axum*", "hyper*", "chrono", "getrandom"],
        "domain",
    );
}

#[test]
fn the_browser_gets_no_database() {
    let tree = tree(&[&["--package", "frontend"], &WASM[..]].concat());
    assert!(tree.contains("app") && tree.contains("domain"));
    assert_free_of(
        &tree,
        &["sqlx*", "tokio*", "backend", "server", "axum*", "libsqlite3-sys", "leptos_axum"],
        "frontend",
    );
}

#[test]
fn dependencies_point_one_way() {
    let members = ["domain", "documents", "backend", "app", "server", "frontend", "xtask"];
    for (member, allowed) in [
        ("domain", &[][..]),
        ("documents", &["domain"]),
        ("backend", &["domain"]),
        ("app", &["domain", "backend"]),
        ("server", &["domain", "documents", "backend", "app"]),
        ("frontend", &["domain", "app"]),
        // It writes the texts that a browser is given.
        ("xtask", &["domain"]),
    ] {
        let all = tree(&["--package", member, "--all-features"]);
        for other in members.iter().filter(|other| **other != member && all.contains(**other)) {
            assert!(allowed.contains(other), "{member} must not depend on {other}");
        }
    }
    assert_free_of(&tree(&["--package", "backend"]), &["leptos*", "axum*"], "backend");
    assert_free_of(
        &tree(&["--package", "documents"]),
        &["tokio*", "leptos*", "axum*", "hyper*", "sqlx*", "typst-kit", "ureq", "reqwest"],
        "documents",
    );
}

#[test]
fn one_sqlite_and_not_an_old_one() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
    let versions: Vec<&str> = lock
        .split("[[package]]")
        .filter(|package| package.contains("name = \"libsqlite3-sys\""))
        .filter_map(|package| package.split("version = \"").nth(1)?.split('"').next())
        .collect();
    assert_eq!(versions.len(), 1, "{versions:?}");
    let minor: u32 = versions[0].split('.').nth(1).and_then(|part| part.parse().ok()).expect("a version");
    assert!(minor >= 37, "libsqlite3-sys {} brings an SQLite that can lose data in WAL mode", versions[0]);
    assert!(!lock.contains("name = \"openssl-sys\""), "TLS is rustls");
}

#[test]
fn the_glue_is_made_by_the_matching_bindgen() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
    let version = |name: &str| {
        lock.split("[[package]]")
            .find(|package| package.contains(&format!("name = \"{name}\"\n")))
            .and_then(|package| package.split("version = \"").nth(1)?.split('"').next())
            .map(str::to_owned)
    };
    assert_eq!(version("wasm-bindgen"), version("wasm-bindgen-cli-support"));
}

#[test]
fn only_one_file_names_an_engine() {
    let mut guilty = Vec::new();
    for member in ["domain", "documents", "backend", "app", "server"] {
        for file in sources(&root().join(member).join("src")) {
            if file.ends_with("backend/src/db.rs") {
                continue;
            }
            let text = std::fs::read_to_string(&file).expect("a source file");
            for (number, line) in code(&text).lines().enumerate() {
                // A test may choose its database.
                if names_an_engine(line) && !line.contains("testkit::") {
                    guilty.push(format!("{}:{}: {}", file.display(), number + 1, line.trim()));
                }
            }
        }
    }
    assert!(guilty.is_empty(), "only backend/src/db.rs names an engine:\n{}", guilty.join("\n"));
}

#[test]
fn files_stay_readable() {
    let mut long = Vec::new();
    for member in ["domain", "documents", "backend", "app", "server", "frontend", "xtask"] {
        for file in sources(&root().join(member)) {
            let lines = std::fs::read_to_string(&file).expect("a source file").lines().count();
            if lines > 450 {
                long.push(format!("{} has {lines} lines", file.display()));
            }
        }
    }
    assert!(long.is_empty(), "split these:\n{}", long.join("\n"));
}

fn sources(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![directory.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next).expect("a directory") {
            let path = entry.expect("an entry").path();
            match (path.is_dir(), path.extension().is_some_and(|extension| extension == "rs")) {
                (true, _) if path.file_name().is_none_or(|name| name != "target") => open.push(path),
                (false, true) => found.push(path),
                _ => {}
            }
        }
    }
    found
}

/// Whether a line of code has a word like `PgPool`, `sqlite` or `Postgres`. `Engine::Postgres`
/// may be named: that is how a statement says why it differs.
fn names_an_engine(line: &str) -> bool {
    line.replace("Engine::Sqlite", "")
        .replace("Engine::Postgres", "")
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .any(|word| {
            let pool = word.strip_prefix("Pg").and_then(|rest| rest.chars().next());
            let lower = word.to_lowercase();
            lower.contains("sqlite") || lower.contains("postgres") || pool.is_some_and(char::is_uppercase)
        })
}

/// The text without comments and without what stands between quotes, line by line.
fn code(text: &str) -> String {
    let mut kept = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '/' if letters.peek() == Some(&'/') => while letters.next_if(|next| *next != '\n').is_some() {},
            'r' if letters.peek() == Some(&'#') => {
                let rest: String = letters.clone().take(2).collect();
                if rest == "#\"" {
                    let mut last = ' ';
                    let mut opened = 0;
                    for next in letters.by_ref() {
                        if next == '\n' {
                            kept.push('\n');
                        }
                        if next == '"' {
                            opened += 1;
                        }
                        if opened > 1 && last == '"' && next == '#' {
                            break;
                        }
                        last = next;
                    }
                } else {
                    kept.push(letter);
                }
            }
            '\'' if letters.peek() == Some(&'"') => {
                letters.next();
            }
            '"' => skip_text(&mut letters, &mut kept),
            _ => kept.push(letter),
        }
    }
    kept
}

fn skip_text(letters: &mut std::iter::Peekable<std::str::Chars<'_>>, kept: &mut String) {
    while let Some(next) = letters.next() {
        match next {
            '\\' => kept.extend(letters.next().filter(|escaped| *escaped == '\n')),
            '\n' => kept.push('\n'),
            '"' => return,
            _ => {}
        }
    }
}

#[test]
fn the_look_for_engines_can_fail() {
    for (line, named) in [
        ("use sqlx::PgPool;", true),
        ("let pool: SqlitePool = x; // why", true),
        ("match tx.engine() { Engine::Sqlite => 1, Engine::Postgres => 2 }", false),
        ("let url = \"postgres://x\"; // SQLite", false),
        ("r#\"sqlite \"quoted\" \"# . Page", false),
        ("let Pgn = sqlx::query();", false),
    ] {
        assert_eq!(names_an_engine(&code(line)), named, "{line}");
    }
}
