//! Every text that the program asks for exists. That the languages agree is checked by the build script.

use domain::claim::ALL_STATES;
use domain::claiming::Refusal;
use domain::form::Turn;
use domain::locale::{FILES, Part, keys};
use domain::offer::PairAction;
use domain::stepping_back::Reason;
use domain::view::ALL_FITS;
use std::collections::BTreeSet;
use std::path::Path;

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
    let missing: Vec<_> = wanted.iter().filter(|key| !keys.contains(key.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// What a page's source asks for: keys as they stand, and how made ones begin.
type Asked = BTreeSet<(Part, String)>;

/// The part of the program that a file of the pages belongs to, as `app::parts` has it.
fn part_of(file: &Path) -> Part {
    // The one tells of what goes wrong on every page, and on the calendar that is little; the other is the server's.
    if ["app/src/error.rs", "app/src/widget.rs"].iter().any(|each| file.ends_with(each)) {
        return Part::Coordinating;
    }
    let mut folders = file.iter().skip_while(|name| *name != "pages").skip(1);
    match (folders.next().and_then(|name| name.to_str()), folders.next()) {
        (Some("coordination" | "host" | "people"), Some(_)) => Part::Coordinating,
        (None | Some("calendar"), _) | (Some(_), None) => Part::Calendar,
        (Some(_), Some(_)) => Part::Volunteering,
    }
}

/// Every `t!("key"` and `text(locale, "key"` in the pages; those that are made, as `t!(&format!("key-{name}"`, up to
/// their first variable.
fn keys_in_pages(folder: &Path, keys: &mut Asked, beginnings: &mut Asked) {
    for entry in std::fs::read_dir(folder).expect("the pages").flatten() {
        let path = entry.path();
        if path.is_dir() {
            keys_in_pages(&path, keys, beginnings);
            continue;
        }
        let part = part_of(&path);
        let source = std::fs::read_to_string(&path).expect("a source").replace("format!(", "(");
        for call in ["t!(", " text(locale, "] {
            for rest in source.split(call).skip(1) {
                if let Some(key) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()) {
                    keys.insert((part, key.to_owned()));
                } else if let Some(key) = rest.strip_prefix("&(\"") {
                    beginnings.insert((part, key.split('{').next().unwrap_or_default().to_owned()));
                }
            }
        }
    }
}

/// The keys that a browser has on the pages of a part.
fn at_hand(part: Part) -> BTreeSet<&'static str> {
    let fetched = Part::ALL.into_iter().filter(|fetched| *fetched <= part);
    fetched
        .flat_map(|part| {
            let name = format!("pl/{}.postcard", part.code());
            let (_, texts) = FILES.iter().find(|(known, _)| *known == name).expect("the texts of a part");
            let (plain, plural): (Plain, Plural) = postcard::from_bytes(texts).expect("texts");
            let plural = plural.into_iter().map(|(key, _)| key);
            plain.into_iter().map(|(key, _)| key).chain(plural).collect::<Vec<_>>()
        })
        .collect()
}

type Plain = Vec<(&'static str, &'static str)>;
type Plural = Vec<(&'static str, (&'static str, Plain))>;

#[test]
fn every_key_in_the_pages_is_at_hand_there() {
    let (mut used, mut begun) = (Asked::new(), Asked::new());
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src");
    keys_in_pages(&pages, &mut used, &mut begun);
    assert!(used.len() > 100 && begun.len() > 20, "the pages were not found");
    let all: BTreeSet<&str> = keys().collect();
    for part in Part::ALL {
        let there = at_hand(part);
        let here =
            |asked: &Asked| asked.iter().filter(|(of, _)| *of == part).map(|(_, key)| key.clone()).collect();
        let (asked, made): (Vec<String>, Vec<String>) = (here(&used), here(&begun));
        let missing: Vec<_> =
            asked.iter().filter(|key| key.as_str() != "key" && !there.contains(key.as_str())).collect();
        assert!(missing.is_empty(), "{part:?} has no texts of {missing:?}: see `PARTS` in domain/build.rs");
        for beginning in made.iter().filter(|beginning| !beginning.is_empty()) {
            let of_it = |key: &&&str| key.starts_with(beginning);
            let elsewhere: Vec<_> = all.iter().filter(of_it).filter(|key| !there.contains(**key)).collect();
            assert!(
                elsewhere.is_empty(),
                "{part:?}, {beginning}…: {elsewhere:?} see `PARTS` in domain/build.rs"
            );
        }
    }
}

/// What a visitor's phone fetches first. It may grow when the calendar does, but not for other pages.
#[test]
fn the_calendar_brings_few_texts() {
    let size = |name: &str| FILES.iter().find(|(known, _)| *known == name).map(|(_, texts)| texts.len());
    let calendar = size("pl/calendar.postcard").expect("the texts of the calendar");
    assert!(calendar < 10_000, "{calendar} bytes of texts for the calendar");
}
