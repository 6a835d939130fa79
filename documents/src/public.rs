//! What anybody may know: the map as a table, the plain-language text, the declaration of accessibility.

use crate::Frame;
use crate::parts::{Content, Item, Part, shown};
use crate::typeset::Paper;
use crate::words::Words;
use domain::declaration::{Conformance, DeclarationView};
use domain::locale::day_and_month;
use domain::time::Day;
use domain::view::{Choices, MapDistrict, MapView};

/// What is open in each district.
pub fn map(frame: Frame<'_>, view: &MapView) -> Paper {
    let mut content = Content::new(frame, &frame.say("map-title"));
    content.lede = frame.say("sheet-map-lede").into();
    let row = |district: &MapDistrict| {
        let numbers = [district.dates, district.free].map(|number| Words::from(number.to_string()));
        let [dates, free] = numbers;
        [district.name.as_str().into(), dates, free]
    };
    content.parts.push(Part::Table {
        head: ["filter-district", "map-dates", "map-free"].map(|key| frame.say(key).into()),
        rows: view.districts.iter().map(row).collect(),
    });
    if view.elsewhere > 0 {
        let elsewhere = frame.text("map-elsewhere", &[("count", view.elsewhere.into())]);
        content.parts.push(Part::Text { text: elsewhere.into() });
    }
    content.end_with_contact(frame);
    Paper::new(&content)
}

/// How to help, in plain language.
pub fn easy(frame: Frame<'_>) -> Paper {
    let mut content = Content::new(frame, &frame.say("easyread-title"));
    content.lede = frame.say("easyread-lede").into();
    content.large = true;
    for number in 1..=6 {
        content.parts.push(Part::Heading { text: frame.say(&format!("easyread-{number}")).into() });
        let lines = ["a", "b", "c", "d"].map(|line| said(frame, &format!("easyread-{number}-{line}")));
        content.parts.push(Part::Bullets { items: lines.into() });
    }
    content.end_with_contact(frame);
    Paper::new(&content)
}

/// The addresses of the calendars, to be typed into other programs.
pub fn share(frame: Frame<'_>, choices: &Choices) -> Paper {
    let mut content = Content::new(frame, &frame.say("share-title"));
    content.lede = frame.say("share-lede").into();
    let heading = |key: &str| Part::Heading { text: frame.say(key).into() };
    let text = |key: &str| Part::Text { text: frame.say(key).into() };
    let address = |name: &str, path: &str| {
        let url = frame.url(path);
        Item { text: name.into(), note: shown(&url), url }
    };
    let kinds = choices.kinds.iter();
    let kinds = kinds.map(|kind| address(&kind.name, &format!("/kalendarz/rodzaj/{}.ics", kind.code)));
    let places = choices.organisations.iter();
    let places = places.map(|place| address(&place.name, &format!("/kalendarz/placowka/{}.ics", place.id)));
    content.parts.extend([
        heading("subscribe-title"),
        text("subscribe-lede"),
        Part::Bullets { items: vec![address(&frame.say("title-calendar"), "/kalendarz.ics")] },
        heading("share-organisations"),
        Part::Bullets { items: places.collect() },
        heading("share-kinds"),
        Part::Bullets { items: kinds.collect() },
        heading("share-json-title"),
        text("share-json"),
        Part::Bullets { items: vec![address("JSON", "/kalendarz.json")] },
    ]);
    content.end_with_contact(frame);
    Paper::new(&content)
}

/// The declaration of accessibility, with the headings of its page.
pub fn declaration(frame: Frame<'_>, view: &DeclarationView) -> Paper {
    let own = &view.declaration;
    let mut content = Content::new(frame, &frame.say("declaration-title"));
    let heading = |key: &str| Part::Heading { text: frame.say(key).into() };
    let below = |key: &str| Part::Subheading { text: frame.say(key).into() };
    let text = |text: String| Part::Text { text: text.into() };
    let say = |key: &str| text(frame.say(key));
    let with = |key: &str, value: &str| format!("{} {value}", frame.say(key));
    let dated =
        |key: &str, day: Day| with(key, &format!("{} {}", day_and_month(frame.locale, day), day.0.year()));
    let items = |lines: Vec<String>| Part::Bullets { items: lines.into_iter().map(item).collect() };
    content.parts.extend([
        text(format!("{} {}", view.centre, frame.say("declaration-commits"))),
        text(with("declaration-scope", &view.url)),
        items(vec![dated("declaration-published", own.published), dated("declaration-updated", own.updated)]),
        heading("declaration-state-title"),
        say(&format!("declaration-status-{}", own.status.code())),
        say("declaration-made"),
    ]);
    if own.status != Conformance::Full {
        let gaps = (1..=3).map(|gap| frame.say(&format!("declaration-gap-{gap}")));
        content.parts.extend([
            heading("declaration-gaps-title"),
            say("declaration-gaps"),
            items(gaps.collect()),
        ]);
    }
    content.parts.push(heading("declaration-prepared-title"));
    content.parts.push(text(dated("declaration-prepared", own.prepared)));
    content.parts.extend(own.reviewed.map(|day| text(dated("declaration-reviewed", day))));
    let building = if own.building.is_empty() {
        frame.text("declaration-building", &[("address", view.address.clone().into())])
    } else {
        format!("{}. {}", view.address, own.building)
    };
    content.parts.extend([
        say("declaration-how"),
        heading("declaration-contact-title"),
        say("declaration-contact"),
        items(vec![
            with("declaration-who", &own.contact),
            with("declaration-email", &own.email),
            with("declaration-phone", &own.phone),
        ]),
        heading("declaration-procedure-title"),
        say("declaration-procedure-1"),
        say("declaration-procedure-2"),
        text(format!("{} bip.brpo.gov.pl.", frame.say("declaration-procedure-3"))),
        heading("declaration-others-title"),
        below("declaration-apps-title"),
        say("declaration-apps"),
        below("declaration-building-title"),
        text(building),
        below("declaration-talk-title"),
        say("declaration-talk"),
    ]);
    Paper::new(&content)
}

fn said(frame: Frame<'_>, key: &str) -> Item {
    item(frame.say(key))
}

fn item(text: String) -> Item {
    Item { text: text.into(), note: Words::default(), url: String::new() }
}
