//! Writes iCalendar (RFC 5545 with the properties of RFC 7986): lines of at most 75 octets that never cut a letter,
//! the zone of Warsaw with its clock changes, and nothing that depends on when it is written.

use super::{FeedDate, Site};
use crate::claim::ClaimState;
use crate::kind::Family;
use crate::locale::{duration, text};
use crate::time::{Day, Instant};
use std::fmt::Write;

/// Octets of a line without its end, RFC 5545 section 3.1.
const LINE_OCTETS: usize = 75;

/// Since 1996 Poland changes its clocks on the last Sundays of March and October.
const ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Warsaw\r\n\
    BEGIN:DAYLIGHT\r\nDTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
    TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
    TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\n\
    END:VTIMEZONE\r\n";

/// A calendar that others read again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// What it is called.
    pub name: String,
    /// What is in it.
    pub description: String,
    /// Where its newest state is; `None` for one date alone, and where the address is a secret.
    pub source: Option<String>,
    /// Its dates.
    pub dates: Vec<FeedDate>,
}

/// The text of a calendar. The same calendar always gives the same text.
pub fn write(calendar: &Calendar, site: Site<'_>) -> String {
    let mut out = String::with_capacity(2_000 + calendar.dates.len() * 900);
    line(&mut out, "BEGIN", "VCALENDAR");
    line(&mut out, "VERSION", "2.0");
    line(&mut out, "PRODID", "-//Lacznik//Lacznik//PL");
    line(&mut out, "CALSCALE", "GREGORIAN");
    for property in ["NAME", "X-WR-CALNAME"] {
        line(&mut out, property, &escaped(&calendar.name));
    }
    for property in ["DESCRIPTION", "X-WR-CALDESC"] {
        line(&mut out, property, &escaped(&calendar.description));
    }
    line(&mut out, "X-WR-TIMEZONE", "Europe/Warsaw");
    line(&mut out, "REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    line(&mut out, "X-PUBLISHED-TTL", "PT1H");
    line(&mut out, "COLOR", "teal");
    line(&mut out, "URL", &site.address("/"));
    if let Some(source) = &calendar.source {
        line(&mut out, "SOURCE;VALUE=URI", source);
    }
    if let Some(last) = calendar.dates.iter().map(|date| date.changed_at).max() {
        line(&mut out, "LAST-MODIFIED", &utc(last));
    }
    out.push_str(ZONE);
    for date in &calendar.dates {
        event(&mut out, date, site);
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

fn event(out: &mut String, date: &FeedDate, site: Site<'_>) {
    line(out, "BEGIN", "VEVENT");
    line(out, "UID", &date.uid.as_hyphenated().to_string());
    line(out, "SEQUENCE", &date.sequence.to_string());
    line(out, "DTSTAMP", &utc(date.changed_at));
    line(out, "LAST-MODIFIED", &utc(date.changed_at));
    if date.whole_days() {
        // Whole days end before the day that is named.
        whole_day(out, "DTSTART", date.starts_at.day().into());
        whole_day(out, "DTEND", crate::calendar::plus_days(date.last_day(), 1));
    } else {
        moment(out, "DTSTART", date.starts_at);
        moment(out, "DTEND", date.ends_at);
    }
    let waits = date.asked_again || date.claim.is_some_and(waits);
    let summary = match state(date, site) {
        Some(state) if waits && !date.cancelled => format!("{state}: {}", date.title),
        _ => date.title.clone(),
    };
    line(out, "SUMMARY", &escaped(&summary));
    line(out, "DESCRIPTION", &escaped(&description(date, site)));
    line(out, "LOCATION", &escaped(&date.location(site.locale)));
    line(out, "CATEGORIES", &escaped(&date.kind_name));
    line(out, "COLOR", color(date.family));
    line(out, "URL", &site.page(date));
    let status = match (date.cancelled, waits) {
        (true, _) => "CANCELLED",
        (false, true) => "TENTATIVE",
        (false, false) => "CONFIRMED",
    };
    line(out, "STATUS", status);
    // Only a place of one's own takes time.
    let busy = date.claim.is_some() && !date.whole_days() && !date.cancelled;
    line(out, "TRANSP", if busy { "OPAQUE" } else { "TRANSPARENT" });
    line(out, "END", "VEVENT");
}

/// A claim that is not a sure place yet.
const fn waits(claim: ClaimState) -> bool {
    matches!(claim, ClaimState::Pending | ClaimState::Waitlisted | ClaimState::Offered)
}

/// Where it stands, in words; nothing to say of others' dates that take place.
fn state(date: &FeedDate, site: Site<'_>) -> Option<String> {
    let word = |key: &str| Some(text(site.locale, key, &[]));
    match date.claim {
        _ if date.cancelled => word("refusal-cancelled"),
        Some(_) if date.asked_again => word("feed-asked-again"),
        Some(claim) => word(&format!("mine-{}", claim.code())),
        None => None,
    }
}

fn description(date: &FeedDate, site: Site<'_>) -> String {
    let work = date
        .work_minutes
        .map(|minutes| text(site.locale, "window-much", &[("much", duration(site.locale, minutes).into())]));
    let age = text(site.locale, "from-age", &[("age", date.min_age.into())]);
    let facts = format!("{} · {} · {age}", date.kind_name, date.organisation);
    let parts = [
        state(date, site),
        work,
        Some(facts),
        Some(date.description.trim().to_owned()),
        Some(site.page(date)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

/// CSS names, the only colours that RFC 7986 knows.
const fn color(family: Family) -> &'static str {
    match family {
        Family::Children => "darkorange",
        Family::Elders => "purple",
        Family::Work => "steelblue",
        Family::Home => "sienna",
        Family::Town => "olivedrab",
        Family::Support => "crimson",
    }
}

/// Clock time in Warsaw; in the hour that the autumn change repeats, its second time is told in UTC, because the
/// clock's face alone means the first.
fn moment(out: &mut String, property: &str, at: Instant) {
    if Instant::from_civil(at.civil()) == at {
        let civil = at.civil().strftime("%Y%m%dT%H%M%S").to_string();
        line(out, &format!("{property};TZID=Europe/Warsaw"), &civil);
    } else {
        line(out, property, &utc(at));
    }
}

fn whole_day(out: &mut String, property: &str, day: Day) {
    line(out, &format!("{property};VALUE=DATE"), &day.0.strftime("%Y%m%d").to_string());
}

fn utc(at: Instant) -> String {
    at.utc().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A text value: signs with a meaning are escaped, what cannot be written is left out (RFC 5545 section 3.3.11).
pub fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 8);
    for letter in value.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            control if control.is_control() => {}
            plain => out.push(plain),
        }
    }
    out
}

/// Writes a property, folded: no line is longer than 75 octets, no letter is cut.
pub fn line(out: &mut String, property: &str, value: &str) {
    let mut octets = 0;
    for letter in property.chars().chain([':']).chain(value.chars()) {
        if octets + letter.len_utf8() > LINE_OCTETS {
            out.push_str("\r\n ");
            octets = 1;
        }
        // Writing to a String cannot fail.
        let _ = out.write_char(letter);
        octets += letter.len_utf8();
    }
    out.push_str("\r\n");
}
