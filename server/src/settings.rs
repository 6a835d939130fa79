//! The one list of settings: what the program reads, checks and documents.

use std::fmt::Write;

/// One setting, as `lacznik.toml` and the environment spell it.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The key in the file; a dot is a section.
    pub key: &'static str,
    /// What holds without it, in words or as a value; empty if nothing does.
    pub default: &'static str,
    /// A value that would be right.
    pub example: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Whether its value must never be repeated in a message.
    pub secret: bool,
}

impl Setting {
    /// The name of its environment variable.
    pub fn variable(&self) -> String {
        format!("{PREFIX}{}", self.key.replace('.', "_").to_uppercase())
    }
}

/// What every environment variable of the program begins with.
pub const PREFIX: &str = "LACZNIK_";

const fn setting(
    key: &'static str,
    default: &'static str,
    example: &'static str,
    about: &'static str,
) -> Setting {
    Setting { key, default, example, about, secret: false }
}

const fn secret(
    key: &'static str,
    default: &'static str,
    example: &'static str,
    about: &'static str,
) -> Setting {
    Setting { key, default, example, about, secret: true }
}

/// Every setting there is.
pub const SETTINGS: &[Setting] = &[
    secret(
        "database_url",
        "sqlite:lacznik.sqlite",
        "postgres://lacznik@db/lacznik",
        "The database: a file (`sqlite:…`) or a server (`postgres://…`)",
    ),
    setting(
        "database_connections",
        "4",
        "16",
        "The most connections at once; SQLite has one more, which writes",
    ),
    setting("listen", "127.0.0.1:3000", "0.0.0.0:8080", "Address and port to listen on"),
    setting(
        "public_url",
        "http:// and `listen`",
        "https://wolontariat.example.org",
        "The address people use, without a path. Plain HTTP only on this machine itself",
    ),
    setting(
        "trusted_proxy_hops",
        "0",
        "1",
        "How many reverse proxies stand before the program and append to `X-Forwarded-For`",
    ),
    setting("worker", "true", "false", "Whether `serve` also does the background jobs"),
    setting(
        "log",
        "info",
        "info,backend=debug",
        "What to log: `error`, `warn`, `info`, `debug`, per part if wanted",
    ),
    setting("log_format", "text", "json", "`text` for people, `json` for machines"),
    setting("smtp.host", "", "mail.example.org", "The mail server. Needed outside a demo database"),
    setting("smtp.port", "587, or 465 with `tls`", "465", "Its port"),
    setting("smtp.tls", "starttls", "tls", "`starttls`, `tls` (from the first byte) or `none`"),
    setting("smtp.user", "", "lacznik", "The account on it, with `smtp.password`"),
    secret("smtp.password", "", "a long password", "The account's password"),
    setting(
        "smtp.from",
        "",
        "Centrum Wolontariatu <wolontariat@example.org>",
        "The sender of every mail. Needed with `smtp.host`",
    ),
    setting(
        "accessibility.published",
        "the day of the program's own assessment",
        "2026-03-01",
        "Declaration of accessibility: when the website was published",
    ),
    setting(
        "accessibility.updated",
        "the day of the program's own assessment",
        "2026-09-15",
        "When it last changed in what matters",
    ),
    setting(
        "accessibility.prepared",
        "the day of the program's own assessment",
        "2026-03-01",
        "When the declaration was made",
    ),
    setting(
        "accessibility.reviewed",
        "",
        "2027-03-31",
        "When it was last looked through: each year by 31 March",
    ),
    setting("accessibility.status", "partial", "full", "`full`, `partial` or `none`"),
    setting("accessibility.contact", "the centre's name", "Jan Nowak", "Who answers about accessibility"),
    setting("accessibility.email", "the centre's", "dostepnosc@example.org", "Where to write about it"),
    setting("accessibility.phone", "the centre's", "+48 24 000 00 01", "Where to call about it"),
    setting(
        "accessibility.building",
        "people are asked to call",
        "Wejście od ul. Długiej ma podjazd.",
        "How the building is entered and used, in Polish",
    ),
    setting(
        "demo_now",
        "",
        "2026-03-02T08:00:00Z",
        "Holds the clock still at this instant. Demo databases only",
    ),
];

/// The setting of a key in the file.
pub fn by_key(key: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.key == key)
}

/// The setting whose spelling is nearest to a wrong one.
pub fn nearest(key: &str) -> Option<&'static Setting> {
    let wrong = key.to_lowercase().replace(['.', '-'], "_");
    SETTINGS
        .iter()
        .map(|setting| (distance(&wrong, &setting.key.replace('.', "_")), setting))
        .filter(|(steps, setting)| *steps <= 2.max(setting.key.len() / 3))
        .min_by_key(|(steps, _)| *steps)
        .map(|(_, setting)| setting)
}

/// How many letters must change to get from one word to the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (index, letter) in from.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], index + 1);
        for (column, other) in to.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

/// The list as a Markdown table, for the README.
pub fn markdown() -> String {
    let mut table = String::from(
        "| `lacznik.toml` | environment | default | example | what it is for |\n|---|---|---|---|---|\n",
    );
    for setting in SETTINGS {
        let default = if setting.default.is_empty() { "none" } else { setting.default };
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "| `{}` | `{}` | {default} | `{}` | {} |",
            setting.key,
            setting.variable(),
            setting.example,
            setting.about
        );
    }
    table
}
