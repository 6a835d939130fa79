//! What a paper is made of, as the look reads it.

use crate::Frame;
use crate::words::Words;
use domain::claiming::Refusal;
use domain::locale::{day_short, day_tiny, duration, refusal_words, time_range};
use domain::time::Day;
use domain::view::{Contact, SlotCard, Standing};
use domain::window::last_day;
use serde::Serialize;

/// A whole paper.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Content {
    pub lang: &'static str,
    pub brand: &'static str,
    pub title: Words,
    /// The title above further pages.
    pub running: Words,
    pub lede: Words,
    pub landscape: bool,
    /// In large type.
    pub large: bool,
    pub sheet: &'static str,
    pub centre: Centre,
    pub as_of: Words,
    /// What stands before, between and after the numbers of `page 2 of 3`.
    pub page: [String; 3],
    /// The address of the page that shows the same, as people write it.
    pub shown: Words,
    pub parts: Vec<Part>,
    pub poster: Option<Poster>,
}

#[derive(Debug, Serialize)]
pub struct Centre {
    pub name: Words,
    pub address: Words,
    pub phone: Words,
    pub email: Words,
}

/// A part of a page, from top to bottom.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Part {
    Heading { text: Words },
    Subheading { text: Words },
    Text { text: Words },
    Note { text: Words },
    Day { title: Words, note: Words, slots: Vec<Slot> },
    Slots { slots: Vec<Slot> },
    Month { weekdays: Vec<Words>, weeks: Vec<Vec<MonthDay>> },
    Week { corner: Words, days: Vec<WeekDay>, rows: Vec<WeekRow> },
    Table { head: [Words; 3], rows: Vec<[Words; 3]> },
    Facts { facts: Vec<Fact> },
    Steps { items: Vec<Item> },
    Bullets { items: Vec<Item> },
    People { title: Words, note: Words, nobody: Words, head: [Words; 3], rows: Vec<Guest> },
    Contact { title: Words, text: Words, phone: Words, email: Words, place: Words },
}

#[derive(Debug, Default, Serialize)]
pub struct Slot {
    pub day: Words,
    pub time: Words,
    pub title: Words,
    pub kind: Words,
    pub family: &'static str,
    pub place: Words,
    pub seats: Words,
    pub state: Words,
    pub urgent: bool,
    pub notes: Vec<Words>,
    pub url: String,
}

#[derive(Debug, Serialize)]
pub struct MonthDay {
    pub label: Words,
    pub outside: bool,
    pub holiday: Words,
    pub slots: Vec<Slot>,
    pub more: Words,
}

#[derive(Debug, Serialize)]
pub struct WeekDay {
    pub label: Words,
    pub holiday: Words,
    pub weekend: bool,
}

#[derive(Debug, Serialize)]
pub struct WeekRow {
    pub label: Words,
    pub cells: Vec<Vec<Slot>>,
}

#[derive(Debug, Serialize)]
pub struct Fact {
    pub label: Words,
    pub value: Words,
    pub note: Words,
}

/// Somebody who signs.
#[derive(Debug, Serialize)]
pub struct Guest {
    pub name: Words,
    pub note: Words,
    pub phone: Words,
}

#[derive(Debug, Serialize)]
pub struct Item {
    pub text: Words,
    pub note: Words,
    pub url: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Poster {
    pub call: Words,
    pub family: &'static str,
    pub facts: Vec<Fact>,
    /// An SVG.
    pub qr: String,
    pub qr_alt: Words,
    pub scan: Words,
    pub ask: Words,
    pub address: Words,
}

impl From<&Contact> for Centre {
    fn from(contact: &Contact) -> Self {
        Self {
            name: contact.name.as_str().into(),
            address: contact.address.as_str().into(),
            phone: contact.phone.as_str().into(),
            email: contact.email.as_str().into(),
        }
    }
}

impl Content {
    /// A page with nothing on it yet.
    pub fn new(frame: Frame<'_>, title: &str) -> Self {
        let today = frame.now.day();
        let month = frame.say(&format!("month-of-{}", today.month()));
        let day = format!("{} {month} {}", today.day(), today.year());
        Self {
            lang: frame.locale.code(),
            brand: "Łącznik",
            title: named(title.into()),
            running: Words::shortened(title, 70),
            lede: Words::default(),
            landscape: false,
            large: false,
            sheet: "a4",
            centre: frame.contact.into(),
            as_of: frame.text("sheet-as-of", &[("day", day.into())]).into(),
            page: page_words(frame),
            shown: shown(&frame.url(frame.path)),
            parts: Vec::new(),
            poster: None,
        }
    }

    /// Whom to ask, at the end.
    pub fn end_with_contact(&mut self, frame: Frame<'_>) {
        let contact = frame.contact;
        self.parts.push(Part::Contact {
            title: frame.say("sheet-contact-title").into(),
            text: frame.say("sheet-contact").into(),
            phone: contact.phone.as_str().into(),
            email: contact.email.as_str().into(),
            place: [contact.name.as_str(), contact.address.as_str()].join(", ").into(),
        });
    }
}

/// A document without a title is none in PDF/UA.
pub fn named(title: Words) -> Words {
    if title.is_empty() { "Łącznik".into() } else { title }
}

fn page_words(frame: Frame<'_>) -> [String; 3] {
    const HERE: &str = "\u{1}";
    let whole = frame.text("sheet-page", &[("page", HERE.into()), ("pages", HERE.into())]);
    let mut pieces = whole.split(HERE).map(str::to_owned);
    std::array::from_fn(|_| pieces.next().unwrap_or_default())
}

/// An address as people write it; a query that is too long for a line is left out.
pub fn shown(url: &str) -> Words {
    const LINE: usize = 90;
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    Words::address(if bare.len() > LINE { bare.split('?').next().unwrap_or(bare) } else { bare })
}

/// A slot as a line: with its day if it does not stand below one.
pub fn slot(frame: Frame<'_>, card: &SlotCard, with_day: bool) -> Slot {
    let place = if card.remote {
        frame.say("remote")
    } else {
        let district = card.district.as_deref().unwrap_or_default();
        [card.organisation.as_str(), district]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    };
    let (state, urgent) = state(frame, card);
    let (day, time) = time(frame, card, with_day);
    Slot {
        day: day.into(),
        time: time.into(),
        title: card.title.as_str().into(),
        kind: card.kind.short.as_str().into(),
        family: card.kind.family.code(),
        place: place.into(),
        seats: seats(frame, card.taken, card.max_places).into(),
        state: state.into(),
        urgent,
        notes: Vec::new(),
        url: frame.url(&format!("/termin/{}", card.id)),
    }
}

/// The day if it is wanted and the hours; of a task without an hour until when, and how much.
fn time(frame: Frame<'_>, card: &SlotCard, with_day: bool) -> (String, String) {
    if let Some(minutes) = card.work_minutes {
        let until = format!("{} {}", frame.say("until"), day_tiny(frame.locale, last_day(card.ends_at)));
        return (until, duration(frame.locale, minutes));
    }
    let day = if with_day { day_short(frame.locale, Day(card.starts_at.day())) } else { String::new() };
    (day, time_range(card.starts_at, card.ends_at))
}

/// `2 z 6 miejsc`
pub fn seats(frame: Frame<'_>, taken: i64, most: i64) -> String {
    frame.text("sheet-seats", &[("taken", taken.into()), ("max", most.into())])
}

/// What the slot is to its reader, and whether help is missing.
fn state(frame: Frame<'_>, card: &SlotCard) -> (String, bool) {
    match &card.standing {
        Standing::Mine { state, .. } => (frame.say(&format!("mine-{}", state.code())), false),
        // On paper everything is over some day.
        Standing::Closed(Refusal::Started | Refusal::Over) => (String::new(), false),
        Standing::Closed(refusal) => (refusal_words(frame.locale, "refusal-short", refusal), false),
        Standing::Open if card.missing() > 0 => {
            (frame.text("seats-missing", &[("count", card.missing().into())]), true)
        }
        Standing::Open => (String::new(), false),
    }
}

/// The paragraphs of a description.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Part> {
    text.split('\n').map(Words::from).filter(|words| !words.is_empty()).map(|text| Part::Text { text })
}
