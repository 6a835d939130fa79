//! Pages of text and facts: a slot, an opportunity, the own schedule, what the programme is, how to join.

use crate::parts::{Content, Fact, Item, Part, named, paragraphs, seats, slot as line};
use crate::typeset::Paper;
use crate::words::Words;
use crate::{Frame, MOST_DATES};
use domain::locale::{day_long, duration, needs_words, rule_words, time_range, when};
use domain::opportunity::OpportunityState;
use domain::role::Role;
use domain::text::Code;
use domain::time::Day;
use domain::view::{
    KindChoice, MyClaim, MySchedule, OpportunityView, PartyLine, RoleSeats, SeriesView, SlotCard, SlotPage,
};

fn fact(frame: Frame<'_>, label: &str, value: impl Into<Words>, note: impl Into<Words>) -> Fact {
    Fact { label: frame.say(label).into(), value: value.into(), note: note.into() }
}

/// Where: the place, and whose it is, of what type, where exactly.
pub fn place(frame: Frame<'_>, remote: bool, place: &str, around: &[&str]) -> Fact {
    let around: Vec<&str> =
        around.iter().copied().filter(|part| !part.is_empty() && *part != place).collect();
    let value = if remote { frame.say("remote") } else { place.to_owned() };
    fact(frame, "fact-where", value, around.join(" · "))
}

/// For whom: the youngest age, what they must be able to show, and what comes first.
pub fn for_whom(
    frame: Frame<'_>,
    min_age: i64,
    requires: &[Code],
    (minor_directed, confidential): (bool, bool),
) -> Fact {
    let checks = match (minor_directed, confidential) {
        (true, _) => frame.say("needs-checks"),
        (false, true) => frame.say("needs-confidentiality"),
        (false, false) => String::new(),
    };
    let whom = needs_words(frame.locale, Some(min_age), requires).unwrap_or_default();
    fact(frame, "fact-for-whom", whom, checks)
}

/// What a role needs beside that: `potrzebne: prawo jazdy kat. B`; empty where it needs nothing.
fn role_needs(frame: Frame<'_>, min_age: Option<i64>, requires: &[Code]) -> Words {
    let needs = needs_words(frame.locale, min_age, requires);
    needs.map(|needs| frame.text("roles-needs", &[("what", needs.into())])).unwrap_or_default().into()
}

/// The roles of a date: what each needs, how full it is.
fn roles(frame: Frame<'_>, roles: &[RoleSeats]) -> Vec<Part> {
    if roles.is_empty() {
        return Vec::new();
    }
    let fact = |role: &RoleSeats| Fact {
        label: named(role.name.as_str().into()),
        value: seats(frame, role.taken, role.max_places).into(),
        note: role_needs(frame, role.min_age, &role.requires),
    };
    let title = frame.say("roles-title").into();
    vec![Part::Heading { text: title }, Part::Facts { facts: roles.iter().map(fact).collect() }]
}

/// The roles of an opportunity: what each needs.
fn described(frame: Frame<'_>, roles: &[Role]) -> Vec<Part> {
    if roles.is_empty() {
        return Vec::new();
    }
    let item = |role: &Role| Item {
        text: named(role.name.as_str().into()),
        note: role_needs(frame, role.min_age, &role.requires),
        url: String::new(),
    };
    let title = frame.say("roles-title").into();
    vec![Part::Heading { text: title }, Part::Bullets { items: roles.iter().map(item).collect() }]
}

fn dates(frame: Frame<'_>, dates: &[SlotCard]) -> Part {
    Part::Slots { slots: dates.iter().take(MOST_DATES).map(|card| line(frame, card, true)).collect() }
}

/// When a slot is, in full; of a task without an hour from when until when, and how much work.
pub fn days(frame: Frame<'_>, card: &SlotCard) -> (String, String) {
    if let Some(minutes) = card.work_minutes {
        let much = duration(frame.locale, minutes);
        let days = when(frame.locale, card.starts_at, card.ends_at);
        return (days, frame.text("window-much", &[("much", much.into())]));
    }
    let day = day_long(frame.locale, Day(card.starts_at.day()));
    (format!("{day}, {}", time_range(card.starts_at, card.ends_at)), String::new())
}

/// One slot: the facts, what one does there, other dates.
pub fn slot(frame: Frame<'_>, view: &SlotPage) -> Paper {
    let card = &view.card;
    let mut content = Content::new(frame, &card.title);
    content.lede = view.kind_name.as_str().into();
    let (days, much) = days(frame, card);
    let organisation_type = frame.say(&format!("organisation-type-{}", view.organisation_type.code()));
    let district = card.district.as_deref().unwrap_or_default();
    let missing = if card.missing() > 0 {
        frame.text("seats-missing", &[("count", card.missing().into())])
    } else {
        String::new()
    };
    content.parts.push(Part::Facts {
        facts: vec![
            fact(frame, "fact-when", days, much),
            place(
                frame,
                card.remote,
                &view.place,
                &[&card.organisation, &organisation_type, &view.address, district],
            ),
            fact(frame, "fact-people", seats(frame, card.taken, card.max_places), missing),
            for_whom(frame, view.min_age, &view.requires, (view.minor_directed, view.confidential)),
        ],
    });
    content.parts.extend(roles(frame, &view.roles));
    content.parts.extend(paragraphs(&view.description));
    if !view.dates.is_empty() {
        content.parts.push(Part::Heading { text: frame.say("other-dates").into() });
        content.parts.push(dates(frame, &view.dates));
    }
    content.end_with_contact(frame);
    Paper::new(&content)
}

/// An opportunity with its dates to come.
pub fn opportunity(frame: Frame<'_>, view: &OpportunityView) -> Paper {
    let mut content = Content::new(frame, &view.title);
    content.lede = view.kind_name.as_str().into();
    if view.state == OpportunityState::Cancelled {
        content.parts.push(Part::Note { text: frame.say("refusal-cancelled").into() });
    }
    let organisation_type = frame.say(&format!("organisation-type-{}", view.organisation_type.code()));
    let district = view.district.as_deref().unwrap_or_default();
    content.parts.push(Part::Facts {
        facts: vec![
            place(
                frame,
                view.remote,
                &view.place,
                &[&view.organisation, &organisation_type, &view.address, district],
            ),
            for_whom(frame, view.min_age, &view.requires, (view.minor_directed, view.confidential)),
        ],
    });
    content.parts.extend(described(frame, &view.roles));
    content.parts.extend(paragraphs(&view.description));
    content.parts.push(Part::Heading { text: frame.say("open-dates-title").into() });
    for series in &view.repeats {
        content.parts.push(Part::Text { text: rule(frame, series).into() });
    }
    if view.dates.is_empty() {
        content.parts.push(Part::Text { text: frame.say("dates-none").into() });
    } else {
        content.parts.push(dates(frame, &view.dates));
    }
    content.end_with_contact(frame);
    Paper::new(&content)
}

/// `co wtorek do 20 czerwca 2027, bez świąt, 16:00–18:00`
pub fn rule(frame: Frame<'_>, series: &SeriesView) -> String {
    let rule = rule_words(frame.locale, &series.repeat.rule, &series.repeat.leave_out);
    format!("{rule}, {}", time_range(series.starts_at, series.ends_at))
}

/// The reader's schedule.
pub fn schedule(frame: Frame<'_>, view: &MySchedule, name: &str) -> Paper {
    let mut content = Content::new(frame, &frame.say("title-mine"));
    if !name.is_empty() {
        content.lede = frame.text("sheet-whose", &[("name", name.into())]).into();
    }
    content.parts.push(Part::Heading { text: frame.say("schedule-coming").into() });
    if view.coming.is_empty() {
        content.parts.push(Part::Text { text: frame.say("schedule-empty").into() });
    } else {
        content.parts.push(claims(frame, &view.coming));
    }
    if !view.past.is_empty() {
        content.parts.push(Part::Heading { text: frame.say("schedule-past").into() });
        content.parts.push(Part::Text { text: hours(frame, view.total_minutes) });
        content.parts.push(claims(frame, &view.past));
    }
    content.end_with_contact(frame);
    Paper::new(&content)
}

fn hours(frame: Frame<'_>, minutes: i64) -> Words {
    frame.text("hours-total", &[("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())]).into()
}

fn claims(frame: Frame<'_>, claims: &[MyClaim]) -> Part {
    let own = |claim: &MyClaim| {
        let mut line = line(frame, &claim.card, true);
        line.seats = claim.minutes.map(|minutes| hours(frame, minutes)).unwrap_or_default();
        // Whoever goes there needs to know where.
        let there = Words::from(claim.place.as_str());
        line.notes.extend((!claim.card.remote && there != line.place).then_some(there));
        let role = claim.role.clone().map(|role| frame.text("roles-as", &[("role", role.into())]));
        let turn = claim.own.turn.map(|turn| frame.text("waiting-turn", &[("turn", turn.into())]));
        let group = claim.own.party.as_ref().map(|party| group(frame, party));
        line.notes.extend([role, turn, group].into_iter().flatten().map(Words::from));
        line.notes.extend(claim.reason.as_deref().map(Words::from));
        line.notes.extend(claim.own.asked_again.then(|| frame.say("again-title").into()));
        line.notes.retain(|note| !note.is_empty());
        line
    };
    Part::Slots { slots: claims.iter().take(MOST_DATES).map(own).collect() }
}

/// `klasa 2b · 12 osób`
pub fn group(frame: Frame<'_>, party: &PartyLine) -> String {
    frame.text("party-line", &[("name", party.name.clone().into()), ("places", party.places.into())])
}

/// What the programme is.
pub fn about(frame: Frame<'_>, kinds: &[KindChoice]) -> Paper {
    let mut content = Content::new(frame, &frame.say("title-about"));
    content.lede = frame.say("about-lede").into();
    for key in ["about-history", "about-people"] {
        content.parts.push(Part::Text { text: frame.say(key).into() });
    }
    content.parts.push(Part::Heading { text: frame.say("about-kinds-title").into() });
    let kind = |kind: &KindChoice| Item {
        text: kind.name.as_str().into(),
        note: frame.text("from-age", &[("age", kind.min_age.into())]).into(),
        url: frame.url(&format!("/?rodzaj={}", kind.code)),
    };
    content.parts.push(Part::Bullets { items: kinds.iter().map(kind).collect() });
    content.end_with_contact(frame);
    Paper::new(&content)
}

/// How to join.
pub fn join(frame: Frame<'_>) -> Paper {
    let mut content = Content::new(frame, &frame.say("title-join"));
    content.lede = frame.say("join-lede").into();
    let step = |step: u8| Item {
        text: frame.say(&format!("join-step-{step}")).into(),
        note: frame.say(&format!("join-step-{step}-how")).into(),
        url: String::new(),
    };
    content.parts.push(Part::Steps { items: (1..=5).map(step).collect() });
    for key in ["join-minors", "join-rights"] {
        content.parts.push(Part::Heading { text: frame.say(&format!("{key}-title")).into() });
        content.parts.push(Part::Text { text: frame.say(key).into() });
    }
    content.end_with_contact(frame);
    Paper::new(&content)
}
