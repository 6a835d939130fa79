//! The three languages say the same things, with the same variables, and Slavic plurals are complete.

use domain::claim::ALL_STATES;
use domain::claiming::Refusal;
use domain::locale::{LOCALES, Locale, sources, text};
use std::collections::{BTreeMap, BTreeSet};

/// Key → its text as written.
fn messages(locale: Locale) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for source in sources(locale) {
        let mut key = String::new();
        for line in source.lines() {
            let starts = line.chars().next().is_some_and(|c| c.is_ascii_lowercase());
            if let (true, Some((name, rest))) = (starts, line.split_once(" =")) {
                assert!(!found.contains_key(name), "{name} is written twice in {}", locale.code());
                name.clone_into(&mut key);
                found.insert(key.clone(), rest.to_owned());
            } else if !line.starts_with('#') && !key.is_empty() {
                let message = found.entry(key.clone()).or_default();
                message.push('\n');
                message.push_str(line);
            }
        }
    }
    found
}

fn variables(message: &str) -> BTreeSet<String> {
    let words = message.split('$').skip(1);
    words
        .map(|rest| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect()
        })
        .collect()
}

#[test]
fn all_languages_have_the_same_keys_and_variables() {
    let polish = messages(Locale::Pl);
    for locale in LOCALES {
        let other = messages(locale);
        let missing: Vec<_> = polish.keys().filter(|key| !other.contains_key(*key)).collect();
        let extra: Vec<_> = other.keys().filter(|key| !polish.contains_key(*key)).collect();
        assert!(
            missing.is_empty() && extra.is_empty(),
            "{}: missing {missing:?}, extra {extra:?}",
            locale.code()
        );
        for (key, message) in &polish {
            assert_eq!(variables(message), variables(&other[key]), "{} {key}", locale.code());
        }
    }
}

#[test]
fn slavic_plurals_are_complete() {
    for locale in [Locale::Pl, Locale::Uk] {
        for (key, message) in messages(locale) {
            if message.contains("[one]") {
                let complete = ["[few]", "[many]", "*[other]"].iter().all(|form| message.contains(form));
                assert!(complete, "{} {key}", locale.code());
            }
        }
    }
}

#[test]
fn every_text_can_be_read_by_fluent() {
    for locale in LOCALES {
        for (key, written) in messages(locale) {
            let read = text(locale, &key, vec![]);
            assert!(read != key || written.trim() == key, "{} {key}", locale.code());
        }
    }
}

#[test]
fn every_code_has_its_sentence() {
    let keys = messages(Locale::Pl);
    let mut wanted: Vec<String> =
        Refusal::examples().iter().map(|r| format!("refusal-{}", r.code())).collect();
    wanted.extend(ALL_STATES.iter().map(|state| format!("claim-state-{}", state.code())));
    wanted.extend(domain::actor::ALL_ROLES.iter().map(|role| format!("role-{}", role.code())));
    wanted.extend(domain::person::ALL_STATUSES.iter().map(|status| format!("status-{}", status.code())));
    wanted.extend(
        domain::person::ALL_OCCUPATIONS.iter().map(|occupation| format!("occupation-{}", occupation.code())),
    );
    for name in ["code", "approved", "refused", "cancelled", "moved"] {
        wanted.extend([format!("mail-{name}-subject"), format!("mail-{name}-body")]);
    }
    let missing: Vec<_> = wanted.iter().filter(|key| !keys.contains_key(*key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Every `t!("key"` in the pages.
fn keys_in_pages(folder: &std::path::Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("the pages").flatten() {
        let path = entry.path();
        if path.is_dir() {
            keys_in_pages(&path, found);
            continue;
        }
        let source = std::fs::read_to_string(&path).expect("a source").replace("format!(", "(");
        let calls = source.split("t!(\"").skip(1).filter_map(|rest| rest.split('"').next());
        found.extend(calls.map(str::to_owned));
    }
}

#[test]
fn every_key_in_the_pages_exists() {
    let mut used = BTreeSet::new();
    keys_in_pages(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src"), &mut used);
    let keys = messages(Locale::Pl);
    let missing: Vec<_> =
        used.iter().filter(|key| key.as_str() != "key" && !keys.contains_key(*key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(used.len() > 100, "the pages were not found");
}
