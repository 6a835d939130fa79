//! Every text that the program asks for exists. That the languages agree is checked by the build script.

use domain::claim::ALL_STATES;
use domain::claiming::Refusal;
use domain::form::Turn;
use domain::locale::keys;
use domain::offer::PairAction;
use domain::stepping_back::Reason;
use domain::view::ALL_FITS;
use std::collections::BTreeSet;

/// The mails, by the middle of their keys.
const MAILS: [&str; 23] = [
    "code",
    "approved",
    "refused",
    "cancelled",
    "moved",
    "offer",
    "offer-gone",
    "place-free",
    "lapsed",
    "queued",
    "watched",
    "stand-in",
    "swap",
    "handed-over",
    "swapped",
    "hands-changed",
    "agreed",
    "change-refused",
    "nobody-instead",
    "stepped-back",
    "reconsidered",
    "published",
    "sent-back",
];

#[test]
fn every_code_has_its_sentence() {
    let keys: BTreeSet<&str> = keys().collect();
    let mut wanted: Vec<String> =
        Refusal::examples().iter().map(|r| format!("refusal-{}", r.code())).collect();
    wanted.extend(ALL_STATES.iter().map(|state| format!("claim-state-{}", state.code())));
    wanted.extend(domain::actor::ALL_ROLES.iter().map(|role| format!("role-{}", role.code())));
    wanted.extend(domain::person::ALL_STATUSES.iter().map(|status| format!("status-{}", status.code())));
    wanted.extend(
        domain::person::ALL_OCCUPATIONS.iter().map(|occupation| format!("occupation-{}", occupation.code())),
    );
    wanted.extend(PairAction::ALL.iter().map(|action| format!("pair-action-{}", action.code())));
    wanted.extend(ALL_FITS.iter().map(|fit| format!("fit-{}", fit.code())));
    wanted.extend(Refusal::examples().iter().map(|r| format!("refusal-short-{}", r.code())));
    wanted.extend(Reason::ALL.iter().map(|reason| format!("stepping-{}", reason.code())));
    wanted.extend(Turn::ALL.iter().map(|turn| format!("queue-to-{}", turn.code())));
    for name in MAILS {
        wanted.extend([format!("mail-{name}-subject"), format!("mail-{name}-body")]);
    }
    let missing: Vec<_> = wanted.iter().filter(|key| !keys.contains(key.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Every `t!("key"` and `text(locale, "key"` in the pages.
fn keys_in_pages(folder: &std::path::Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("the pages").flatten() {
        let path = entry.path();
        if path.is_dir() {
            keys_in_pages(&path, found);
            continue;
        }
        let source = std::fs::read_to_string(&path).expect("a source").replace("format!(", "(");
        for call in ["t!(\"", " text(locale, \""] {
            let keys = source.split(call).skip(1).filter_map(|rest| rest.split('"').next());
            found.extend(keys.map(str::to_owned));
        }
    }
}

#[test]
fn every_key_in_the_pages_exists() {
    let mut used = BTreeSet::new();
    keys_in_pages(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src"), &mut used);
    let keys: BTreeSet<&str> = keys().collect();
    let missing: Vec<_> =
        used.iter().filter(|key| key.as_str() != "key" && !keys.contains(key.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(used.len() > 100, "the pages were not found");
    let mailed: Vec<_> = used.iter().filter(|key| key.starts_with("mail-")).collect();
    assert!(mailed.is_empty(), "a browser has no texts of letters: {mailed:?}");
}
