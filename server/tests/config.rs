//! A wrong setting is named with what to write instead.

use server::config::{Config, LogFormat, SmtpTls, read};
use server::settings::{SETTINGS, markdown};

fn problems(text: &str, environment: &[(&str, &str)]) -> Vec<String> {
    read(text, "lacznik.toml", owned(environment)).expect_err("a wrong setting").0
}

fn good(text: &str, environment: &[(&str, &str)]) -> Config {
    read(text, "lacznik.toml", owned(environment)).expect("right settings")
}

fn owned(environment: &[(&str, &str)]) -> Vec<(String, String)> {
    environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn nothing_is_needed_on_ones_own_machine() {
    let config = good("", &[]);
    assert_eq!(config.database_url, "sqlite:lacznik.sqlite");
    assert_eq!(config.public_url, "http://127.0.0.1:3000");
    assert!(config.worker && !config.secure() && config.smtp.is_none());
}

#[test]
fn the_environment_wins_over_the_file() {
    let config = good(
        "listen = \"127.0.0.1:4000\"\nworker = false\nlog_format = \"json\"\n[smtp]\nhost = \"a.example\"\nfrom = \"b@a.example\"\n",
        &[
            ("LACZNIK_LISTEN", "127.0.0.1:5000"),
            ("LACZNIK_SMTP_TLS", "tls"),
            ("PATH", "/bin"),
            ("LACZNIK_SITE", "x"),
        ],
    );
    assert_eq!(config.public_url, "http://127.0.0.1:5000");
    assert!(!config.worker);
    assert_eq!(config.log_format, LogFormat::Json);
    let smtp = config.smtp.expect("a mail server");
    assert_eq!((smtp.tls, smtp.port), (SmtpTls::Tls, 465));
}

#[test]
fn a_wrong_setting_is_named_with_a_right_one() {
    for (text, environment, expected) in [
        (
            "databse_url = \"sqlite:x\"",
            None,
            "`databse_url` in lacznik.toml is not a setting; did you mean `database_url`?",
        ),
        (
            "",
            Some(("LACZNIK_DATABASEURL", "x")),
            "`LACZNIK_DATABASEURL` in the environment is not a setting; did you mean `LACZNIK_DATABASE_URL`?",
        ),
        ("colour = 1", None, "`colour` in lacznik.toml is not a setting; `lacznik settings` lists them all"),
        ("[smtp]\nhots = \"x\"", None, "did you mean `smtp.host`?"),
        (
            "listen = 3000",
            None,
            "`listen` in lacznik.toml is \"3000\" but must be an address and a port, for example \"0.0.0.0:8080\"",
        ),
        (
            "",
            Some(("LACZNIK_WORKER", "yes")),
            "`LACZNIK_WORKER` in the environment is \"yes\" but must be \"true\" or \"false\"",
        ),
        ("database_connections = 0", None, "must be a number of at least 1"),
        ("public_url = \"http://example.org\"", None, "plain HTTP is for this machine itself only"),
        ("public_url = \"https://example.org/wolontariat\"", None, "a host without a path"),
        ("log_format = \"xml\"", None, "must be \"text\" or \"json\""),
        (
            "trusted_proxy_hops = [1]",
            None,
            "`trusted_proxy_hops` in lacznik.toml must be one text, number, true or false",
        ),
        ("[smtp]\nuser = \"x\"", None, "`smtp.user` and `smtp.password` go together"),
        ("[smtp]\nport = 25", None, "`smtp.port` needs `smtp.host`"),
        ("[smtp]\nhost = \"x\"", None, "`smtp.from` must be a sender with its mail address"),
        ("demo_now = \"tomorrow\"", None, "must be an instant with its offset"),
        ("listen = ", None, "lacznik.toml is not TOML"),
    ] {
        let found = problems(text, environment.as_slice());
        assert!(
            found.iter().any(|problem| problem.contains(expected)),
            "{text:?} {environment:?} gave {found:?}"
        );
    }
}

#[test]
fn all_problems_are_told_at_once() {
    assert_eq!(problems("listen = 1\nworker = 2\ncolour = 3", &[]).len(), 3);
}

#[test]
fn a_secret_is_never_repeated() {
    let found = problems("database_url = \"mysql://user:geheim@db\"", &[("LACZNIK_SMTP_PASSWORD", "geheim")]);
    assert!(!found.is_empty() && found.iter().all(|problem| !problem.contains("geheim")), "{found:?}");
    let config = good("database_url = \"postgres://user:geheim@db/x\"", &[]);
    assert!(!format!("{config:?}").contains("geheim"));
}

#[test]
fn the_documentation_lists_every_setting() {
    let table = markdown();
    assert!(SETTINGS.iter().all(|setting| table.contains(&format!("`{}`", setting.variable()))));
}

#[test]
fn the_readme_lists_every_setting() {
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md")).expect("the README");
    assert!(
        readme.contains(&server::settings::markdown()),
        "paste the output of `lacznik settings` into the README"
    );
}

#[test]
fn what_is_declared_about_accessibility_is_checked() {
    let declared = good(
        "[accessibility]\npublished = 2026-03-01\nupdated = \"2026-09-15\"\nreviewed = \"2027-03-30\"\nstatus = \"full\"",
        &[],
    )
    .declaration;
    assert_eq!(declared.published.to_string(), "2026-03-01");
    assert_eq!(declared.updated.to_string(), "2026-09-15");
    assert_eq!(declared.reviewed.map(|day| day.to_string()).as_deref(), Some("2027-03-30"));
    assert_eq!(declared.status, domain::declaration::Conformance::Full);
    for wrong in ["published = \"1 marca\"", "status = \"tak\"", "email = \"nobody\"", "reviewed = \"soon\""]
    {
        let found = problems(&format!("[accessibility]\n{wrong}"), &[]);
        assert!(found.len() == 1 && found[0].contains("accessibility."), "{found:?}");
    }
}
