//! The configuration: `lacznik.toml`, then the environment over it.
//!
//! Every wrong setting is named, all of them at once, each with what to write instead.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::net::SocketAddr;
use std::path::Path;
use std::str::FromStr;

use backend::db::CONNECTIONS;
use domain::declaration::{Conformance, Declaration};

use crate::settings::{self, PREFIX, Setting};

/// Variables with the program's prefix that are not settings.
const NOT_SETTINGS: [&str; 2] = ["LACZNIK_CONFIG", "LACZNIK_SITE"];
/// Prefixes of variables for tests and measurements, which the program ignores.
const FOREIGN: [&str; 2] = ["LACZNIK_TEST_", "LACZNIK_BENCH_"];

/// What the program was told, checked.
#[derive(Clone)]
pub struct Config {
    /// Where the data is; may hold a password.
    pub database_url: String,
    /// The most connections to the database at once; SQLite has one more, which writes.
    pub database_connections: u32,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Scheme, host and port that people use, without a slash at the end.
    pub public_url: String,
    /// How many proxies before the program are trusted.
    pub trusted_proxy_hops: usize,
    /// Whether `serve` does the background jobs too.
    pub worker: bool,
    /// The filter of the logs.
    pub log: String,
    /// The form of the logs.
    pub log_format: LogFormat,
    /// The mail server, if there is one.
    pub smtp: Option<Smtp>,
    /// What the centre declares about accessibility.
    pub declaration: Declaration,
    /// The instant at which a demo's clock stands still (RFC 3339).
    pub demo_now: Option<String>,
}

impl Config {
    /// Whether people reach the program by HTTPS, so that cookies are `Secure`.
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("listen", &self.listen)
            .field("public_url", &self.public_url)
            .finish_non_exhaustive()
    }
}

/// How to reach the mail server.
#[derive(Clone, PartialEq, Eq)]
pub struct Smtp {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub tls: SmtpTls,
    /// The account and its password.
    pub login: Option<(String, String)>,
    /// The sender of every mail.
    pub from: String,
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smtp").field("host", &self.host).field("port", &self.port).finish_non_exhaustive()
    }
}

/// The protection of the connection to the mail server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpTls {
    /// Plain first, then protected; refused if the server cannot.
    StartTls,
    /// Protected from the first byte.
    Tls,
    /// Never protected: only for a server on the same machine.
    None,
}

/// The form of the logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// Everything that is wrong, one sentence each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError(pub Vec<String>);

impl Display for ConfigError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("the configuration is wrong:")?;
        self.0.iter().try_for_each(|problem| write!(f, "\n  - {problem}"))
    }
}

impl std::error::Error for ConfigError {}

/// Reads the file (a missing one only if it is not `required`) and the environment.
///
/// # Errors
/// Names every unknown or wrong setting.
pub fn load(file: &Path, required: bool) -> Result<Config, ConfigError> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !required => String::new(),
        Err(error) => return Err(ConfigError(vec![format!("{} cannot be read: {error}", file.display())])),
    };
    let environment = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.to_string_lossy().into_owned())));
    read(&text, &file.display().to_string(), environment)
}

/// Reads a configuration from the text of a file and a list of environment variables.
///
/// # Errors
/// Names every unknown or wrong setting.
pub fn read(
    text: &str,
    file: &str,
    environment: impl IntoIterator<Item = (String, String)>,
) -> Result<Config, ConfigError> {
    let mut given = Given::default();
    match text.parse::<toml::Table>() {
        Ok(table) => given.file(&table, "", file),
        Err(error) => given.problems.push(format!("{file} is not TOML: {}", error.message())),
    }
    for (name, value) in environment {
        given.variable(&name, &value);
    }
    given.check()
}

/// A value and where it was written.
struct Value {
    text: String,
    place: String,
}

#[derive(Default)]
struct Given {
    values: BTreeMap<&'static str, Value>,
    problems: Vec<String>,
}

impl Given {
    fn file(&mut self, table: &toml::Table, section: &str, file: &str) {
        for (name, value) in table {
            let key = if section.is_empty() { name.clone() } else { format!("{section}.{name}") };
            let text = match value {
                toml::Value::Table(inner) if section.is_empty() => {
                    self.file(inner, name, file);
                    continue;
                }
                toml::Value::String(text) => text.clone(),
                toml::Value::Integer(number) => number.to_string(),
                toml::Value::Boolean(flag) => flag.to_string(),
                toml::Value::Datetime(instant) => instant.to_string(),
                _ => {
                    self.problems.push(format!("`{key}` in {file} must be one text, number, true or false"));
                    continue;
                }
            };
            match settings::by_key(&key) {
                Some(setting) => self.put(setting, &text, format!("`{key}` in {file}")),
                None => self.unknown(&format!("`{key}` in {file}"), &key, |other| other.key.to_owned()),
            }
        }
    }

    fn variable(&mut self, name: &str, value: &str) {
        let Some(key) = name.strip_prefix(PREFIX) else { return };
        if NOT_SETTINGS.contains(&name) || FOREIGN.iter().any(|prefix| name.starts_with(prefix)) {
            return;
        }
        match settings::SETTINGS.iter().find(|setting| setting.variable() == name) {
            Some(setting) => self.put(setting, value, format!("`{name}` in the environment")),
            None => self.unknown(&format!("`{name}` in the environment"), key, Setting::variable),
        }
    }

    fn put(&mut self, setting: &'static Setting, text: &str, place: String) {
        self.values.insert(setting.key, Value { text: text.trim().to_owned(), place });
    }

    fn unknown(&mut self, place: &str, key: &str, spelling: impl Fn(&Setting) -> String) {
        let advice = settings::nearest(key).map_or_else(
            || "`lacznik settings` lists them all".to_owned(),
            |other| format!("did you mean `{}`?", spelling(other)),
        );
        self.problems.push(format!("{place} is not a setting; {advice}"));
    }

    /// The text of a setting; an empty one counts as absent.
    fn text(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(|value| value.text.as_str()).filter(|text| !text.is_empty())
    }

    fn wrong(&mut self, key: &str, expected: &str) {
        let setting = settings::by_key(key);
        let (place, text) = self.values.get(key).map_or_else(
            || (format!("`{key}`"), String::new()),
            |value| (value.place.clone(), value.text.clone()),
        );
        let shown = if setting.is_some_and(|setting| setting.secret) || text.is_empty() {
            String::new()
        } else {
            format!(" is \"{text}\" but")
        };
        let example = setting.map(|setting| setting.example).unwrap_or_default();
        self.problems.push(format!("{place}{shown} must be {expected}, for example \"{example}\""));
    }

    fn parse<T: FromStr>(&mut self, key: &str, default: T, expected: &str) -> T {
        let parsed = self.text(key).map(str::parse::<T>);
        match parsed {
            None => default,
            Some(Ok(value)) => value,
            Some(Err(_)) => {
                self.wrong(key, expected);
                default
            }
        }
    }

    fn choice<T: Copy>(&mut self, key: &str, choices: &[(&str, T)], default: T) -> T {
        let Some(text) = self.text(key) else { return default };
        if let Some((_, value)) = choices.iter().find(|(name, _)| *name == text) {
            return *value;
        }
        let names: Vec<String> = choices.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        self.wrong(key, &names.join(" or "));
        default
    }

    fn check(mut self) -> Result<Config, ConfigError> {
        let database_url = self.text("database_url").unwrap_or("sqlite:lacznik.sqlite").to_owned();
        if !["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| database_url.starts_with(scheme)) {
            self.wrong("database_url", "`sqlite:` and a file, or `postgres://` and a server");
        }
        let database_connections = self.parse("database_connections", CONNECTIONS, "a number of at least 1");
        if database_connections == 0 {
            self.wrong("database_connections", "a number of at least 1");
        }
        let listen = self.parse("listen", SocketAddr::from(([127, 0, 0, 1], 3000)), "an address and a port");
        let config = Config {
            database_url,
            database_connections,
            listen,
            public_url: self.public_url(listen),
            trusted_proxy_hops: self.parse("trusted_proxy_hops", 0, "a number"),
            worker: self.choice("worker", &[("true", true), ("false", false)], true),
            log: self.log(),
            log_format: self.choice(
                "log_format",
                &[("text", LogFormat::Text), ("json", LogFormat::Json)],
                LogFormat::Text,
            ),
            smtp: self.smtp(),
            declaration: self.declaration(),
            demo_now: self.demo_now(),
        };
        if self.problems.is_empty() { Ok(config) } else { Err(ConfigError(self.problems)) }
    }

    fn public_url(&mut self, listen: SocketAddr) -> String {
        let Some(url) = self.text("public_url") else { return format!("http://{listen}") };
        let url = url.trim_end_matches('/').to_owned();
        let parsed: Option<http::Uri> = url.parse().ok();
        let whole = parsed.as_ref().is_some_and(|uri| {
            uri.path().trim_end_matches('/').is_empty() && uri.query().is_none() && uri.host().is_some()
        });
        let scheme = parsed.as_ref().and_then(http::Uri::scheme_str);
        let host = parsed.as_ref().and_then(http::Uri::host).unwrap_or_default();
        match (whole, scheme) {
            (true, Some("https")) => {}
            (true, Some("http")) if ["localhost", "127.0.0.1", "[::1]"].contains(&host) => {}
            (true, Some("http")) => {
                self.wrong("public_url", "`https://…`: plain HTTP is for this machine itself only");
            }
            _ => self.wrong("public_url", "`https://` and a host without a path"),
        }
        url
    }

    fn log(&mut self) -> String {
        let filter = self.text("log").unwrap_or("info").to_owned();
        if filter.parse::<tracing_subscriber::filter::Targets>().is_err() {
            self.wrong("log", "`error`, `warn`, `info` or `debug`, per part if wanted");
        }
        filter
    }

    fn declaration(&mut self) -> Declaration {
        let default = Declaration::default();
        let day = "a day as 2026-03-31";
        let published = self.parse("accessibility.published", default.published, day);
        let reviewed = self
            .text("accessibility.reviewed")
            .is_some()
            .then(|| self.parse("accessibility.reviewed", published, day));
        let owned = |key: &str| self.text(key).unwrap_or_default().to_owned();
        let (contact, email) = (owned("accessibility.contact"), owned("accessibility.email"));
        let (phone, building) = (owned("accessibility.phone"), owned("accessibility.building"));
        if !email.is_empty() && !email.contains('@') {
            self.wrong("accessibility.email", "a mail address");
        }
        let statuses = [Conformance::Full, Conformance::Partial, Conformance::None].map(|it| (it.code(), it));
        Declaration {
            published,
            updated: self.parse("accessibility.updated", default.updated.max(published), day),
            prepared: self.parse("accessibility.prepared", default.prepared, day),
            reviewed,
            status: self.choice("accessibility.status", &statuses, default.status),
            contact,
            email,
            phone,
            building,
        }
    }

    fn demo_now(&mut self) -> Option<String> {
        let text = self.text("demo_now")?.to_owned();
        if text.parse::<jiff::Timestamp>().is_err() {
            self.wrong("demo_now", "an instant with its offset");
        }
        Some(text)
    }

    fn smtp(&mut self) -> Option<Smtp> {
        let tls = self.choice(
            "smtp.tls",
            &[("starttls", SmtpTls::StartTls), ("tls", SmtpTls::Tls), ("none", SmtpTls::None)],
            SmtpTls::StartTls,
        );
        let port = self.parse("smtp.port", if tls == SmtpTls::Tls { 465 } else { 587 }, "a port");
        let owned = |key: &str| self.text(key).map(str::to_owned);
        let (host, from) = (owned("smtp.host"), owned("smtp.from"));
        let (user, password) = (owned("smtp.user"), owned("smtp.password"));
        if user.is_some() != password.is_some() {
            self.problems.push("`smtp.user` and `smtp.password` go together: write both or none".to_owned());
        }
        let Some(host) = host else {
            if let Some(key) = self.values.keys().find(|key| key.starts_with("smtp.")) {
                self.problems.push(format!("`{key}` needs `smtp.host`, for example \"mail.example.org\""));
            }
            return None;
        };
        if !from.as_ref().is_some_and(|from| from.contains('@')) {
            self.wrong("smtp.from", "a sender with its mail address");
        }
        Some(Smtp { host, port, tls, login: user.zip(password), from: from.unwrap_or_default() })
    }
}
