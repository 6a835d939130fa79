//! A poster for a notice-board, with a QR code to the opportunity's page.

use crate::Frame;
use crate::pages::{days, for_whom, place, rule};
use crate::parts::{Content, Fact, Poster, named, shown};
use crate::typeset::Paper;
use crate::words::Words;
use domain::locale::{day_tiny, time_range, when as when_long};
use domain::view::{OpportunityView, SlotCard};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// Dates that a poster names.
const DATES: usize = 4;

/// The paper of a poster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// 210 × 297 mm.
    A4,
    /// 297 × 420 mm.
    A3,
}

/// The poster: what, when, where, for whom, whom to ask, and the way to the page. Always one sheet.
pub fn poster(frame: Frame<'_>, view: &OpportunityView, sheet: Sheet) -> Paper {
    let mut content = Content::new(frame, &view.title);
    content.title = named(Words::shortened(&view.title, 140));
    content.lede = Words::shortened(&view.description, 170);
    content.sheet = match sheet {
        Sheet::A4 => "a4",
        Sheet::A3 => "a3",
    };
    // Without a language: the program speaks that of the phone.
    let address = format!("{}/oferta/{}", frame.site, view.id);
    let district = view.district.as_deref().unwrap_or_default();
    let mut where_to = place(frame, view.remote, &view.place, &[&view.organisation, &view.address, district]);
    let mut whom = for_whom(frame, view.min_age, &view.requires, (view.minor_directed, view.confidential));
    let named: Vec<&str> = view.roles.iter().map(|role| role.name.as_str()).collect();
    let roles = (!named.is_empty()).then(|| Fact {
        label: frame.say("roles-title").into(),
        value: Words::shortened(&named.join(", "), 90),
        note: Words::default(),
    });
    for words in [&mut where_to.value, &mut where_to.note, &mut whom.value, &mut whom.note] {
        *words = Words::shortened(words.as_ref(), 90);
    }
    content.poster = Some(Poster {
        call: frame.say("sheet-poster-call").into(),
        family: view.kind.family.code(),
        facts: [when(frame, view), Some(where_to), roles, Some(whom)].into_iter().flatten().collect(),
        qr: qr(&address),
        qr_alt: frame.text("sheet-qr-alt", &[("address", address.clone().into())]).into(),
        scan: frame.say("sheet-poster-scan").into(),
        ask: frame.say("sheet-poster-ask").into(),
        address: shown(&address),
    });
    Paper::new(&content)
}

/// How the dates repeat and the next ones; without a rule the next ones alone.
fn when(frame: Frame<'_>, view: &OpportunityView) -> Option<Fact> {
    let (with_hours, tasks): (Vec<&SlotCard>, Vec<&SlotCard>) =
        view.dates.iter().partition(|card| card.work_minutes.is_none());
    let label = frame.say("fact-when").into();
    let Some((first, others)) = with_hours.split_first() else {
        let (value, note) = days(frame, tasks.first()?);
        return Some(Fact { label, value: value.into(), note: note.into() });
    };
    let time = |card: &SlotCard| time_range(card.starts_at, card.ends_at);
    let same_time = others.iter().all(|card| time(card) == time(first));
    let name = |card: &&SlotCard| {
        let day = day_tiny(frame.locale, card.starts_at.day().into());
        let whole = if same_time { day } else { format!("{day}, {}", time(card)) };
        // No line ends inside a date.
        whole.replace(' ', "\u{a0}")
    };
    let next = |dates: &[&SlotCard]| dates.iter().take(DATES).map(name).collect::<Vec<_>>().join(" · ");
    let (value, note) = match view.repeats.as_slice() {
        [series] => {
            (rule(frame, series), format!("{}: {}", frame.say("sheet-poster-next"), next(&with_hours)))
        }
        _ => (when_long(frame.locale, first.starts_at, first.ends_at), next(others)),
    };
    Some(Fact { label, value: value.into(), note: note.into() })
}

/// The code as an SVG with the quiet zone around it. A text too long for any code gives an empty picture.
fn qr(text: &str) -> String {
    const QUIET: usize = 4;
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else {
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>".to_owned();
    };
    let width = code.width();
    let mut path = String::new();
    for (index, colour) in code.to_colors().into_iter().enumerate() {
        if colour == Color::Dark {
            let (x, y) = (index % width + QUIET, index / width + QUIET);
            // Writing to a string cannot fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    let side = width + 2 * QUIET;
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {side} {side}' shape-rendering='crispEdges'>\
         <path fill='#000' d='{path}'/></svg>"
    )
}
