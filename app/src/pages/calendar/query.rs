//! The calendar's state is its address; nothing else remembers it.

use domain::calendar::CalendarSpan;
use domain::person::DayPart;
use domain::time::Day;
use domain::view::CalendarQuery;
use leptos_router::params::ParamsMap;

/// The order in which what fits the reader best comes first.
pub const FOR_ME: &str = "dla-mnie";

/// Reads the address. What cannot be read does not narrow anything down.
pub fn read(params: &ParamsMap) -> CalendarQuery {
    let get = |name: &str| params.get(name).filter(|value| !value.trim().is_empty());
    CalendarQuery {
        span: get("widok").map(|code| CalendarSpan::from_code(&code)).unwrap_or_default(),
        day: get("dzien").and_then(|day| day.parse().ok()),
        kind: get("rodzaj").map(|code| code.as_str().into()),
        organisation: get("placowka").and_then(|id| id.parse().ok()),
        district: get("osiedle").and_then(|id| id.parse().ok()),
        weekday: get("dzientyg").and_then(|day| day.parse().ok()).filter(|day| (1..=7).contains(day)),
        part: get("pora").and_then(|code| DayPart::from_code(&code)),
        remote: get("zdalnie").as_deref().and_then(yes_or_no),
        repeats: get("stale").as_deref().and_then(yes_or_no),
        age: get("wiek").and_then(|age| age.parse().ok()).filter(|age| (1..=120).contains(age)),
        mine: get("moje").is_some(),
        text: get("szukaj").map(|text| text.chars().take(100).collect()),
        for_me: get("kolejnosc").as_deref() == Some(FOR_ME),
    }
}

fn yes_or_no(text: &str) -> Option<bool> {
    [("tak", true), ("nie", false)].into_iter().find_map(|(name, value)| (name == text).then_some(value))
}

/// Yes or no, as an address says it.
pub const fn said(yes: bool) -> &'static str {
    if yes { "tak" } else { "nie" }
}

/// Writes the address that [`read`] reads, from the root of the calendar.
pub fn write(query: &CalendarQuery) -> String {
    let mut parts = Vec::new();
    if query.span != CalendarSpan::Agenda {
        parts.push(("widok", query.span.code().to_owned()));
    }
    if query.for_me && matches!(query.span, CalendarSpan::Agenda | CalendarSpan::Day) {
        parts.push(("kolejnosc", FOR_ME.to_owned()));
    }
    parts.extend(query.day.map(|day| ("dzien", day.to_string())));
    if query.mine {
        parts.push(("moje", "1".to_owned()));
    }
    parts.extend(narrowed(query));
    let pairs: Vec<String> = parts.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    if pairs.is_empty() { "/".to_owned() } else { format!("/?{}", pairs.join("&")) }
}

/// What narrows the calendar down, as names and encoded values of an address.
fn narrowed(query: &CalendarQuery) -> Vec<(&'static str, String)> {
    let mut parts = Vec::new();
    parts.extend(query.kind.as_ref().map(|code| ("rodzaj", encode(&code.to_string()))));
    parts.extend(query.organisation.map(|id| ("placowka", id.to_string())));
    parts.extend(query.district.map(|id| ("osiedle", id.to_string())));
    parts.extend(query.weekday.map(|day| ("dzientyg", day.to_string())));
    parts.extend(query.part.map(|part| ("pora", part.code().to_owned())));
    parts.extend(query.remote.map(|yes| ("zdalnie", said(yes).to_owned())));
    parts.extend(query.repeats.map(|yes| ("stale", said(yes).to_owned())));
    parts.extend(query.age.map(|age| ("wiek", age.to_string())));
    parts.extend(query.text.as_ref().map(|text| ("szukaj", encode(text))));
    parts
}

/// The address of the same as a PDF.
pub fn file(query: &CalendarQuery) -> String {
    write(query).replacen('/', "/kalendarz.pdf", 1)
}

/// The same query on another day.
pub fn on(query: &CalendarQuery, day: Day) -> String {
    write(&CalendarQuery { day: Some(day), ..query.clone() })
}

/// The same query looked at in another way.
pub fn looked_at(query: &CalendarQuery, span: CalendarSpan) -> String {
    write(&CalendarQuery { span, ..query.clone() })
}

/// The same query in this order.
pub fn ordered(query: &CalendarQuery, for_me: bool) -> String {
    write(&CalendarQuery { for_me, ..query.clone() })
}

/// The same day and view without anything that narrows it down.
pub fn unfiltered(query: &CalendarQuery) -> CalendarQuery {
    query.narrowings().fold(query.clone(), CalendarQuery::without)
}

/// The address of the same day and view without anything that narrows it down.
pub fn cleared(query: &CalendarQuery) -> String {
    write(&unfiltered(query))
}

/// The parameter with which the server remembers on this device what narrows the calendar down.
pub const REMEMBER: &str = "pamietaj";

/// The cookie in which it is remembered.
pub const COOKIE: &str = "filtry";

/// The address of a query that is to be remembered.
pub fn remembered(query: &CalendarQuery) -> String {
    let address = write(query);
    let and = if address.contains('?') { '&' } else { '?' };
    format!("{address}{and}{REMEMBER}=1")
}

/// Only what narrows the query down.
pub fn unspanned(query: &CalendarQuery) -> CalendarQuery {
    CalendarQuery { span: CalendarSpan::default(), day: None, for_me: false, mine: false, ..query.clone() }
}

/// What is remembered of a query: only what narrows it down.
pub fn to_remember(query: &CalendarQuery) -> String {
    let pairs: Vec<String> =
        narrowed(query).into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join("&")
}

/// A value as an address holds it.
pub fn encode(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_holds_everything() {
        let query = CalendarQuery {
            span: CalendarSpan::Week,
            day: "2026-12-02".parse().ok(),
            kind: Some("tutoring".into()),
            weekday: Some(3),
            part: Some(DayPart::Evening),
            remote: Some(false),
            repeats: Some(true),
            age: Some(16),
            mine: true,
            text: Some("gry & żółw".into()),
            ..CalendarQuery::default()
        };
        let address = write(&query);
        assert_eq!(
            address,
            "/?widok=week&dzien=2026-12-02&moje=1&rodzaj=tutoring&dzientyg=3&pora=evening&zdalnie=nie&stale=tak&wiek=16\
             &szukaj=gry%20%26%20%C5%BC%C3%B3%C5%82w"
        );
        assert_eq!(file(&query), address.replace("/?", "/kalendarz.pdf?"));
        let mut params = ParamsMap::new();
        for (name, value) in [
            ("widok", "week"),
            ("dzien", "2026-12-02"),
            ("rodzaj", "tutoring"),
            ("dzientyg", "3"),
            ("pora", "evening"),
            ("zdalnie", "nie"),
            ("stale", "tak"),
            ("wiek", "16"),
            ("moje", "1"),
            ("szukaj", "gry & żółw"),
        ] {
            params.insert(name, value.to_owned());
        }
        assert_eq!(read(&params), query);
    }

    #[test]
    fn what_narrows_is_remembered_and_nothing_else() {
        let query = CalendarQuery {
            span: CalendarSpan::Week,
            day: "2026-12-02".parse().ok(),
            district: "00000000-0000-7000-8000-000000000000".parse().ok(),
            kind: Some("a;b&c d".into()),
            mine: true,
            ..CalendarQuery::default()
        };
        assert_eq!(to_remember(&query), "rodzaj=a%3Bb%26c%20d&osiedle=00000000-0000-7000-8000-000000000000");
        assert_eq!(to_remember(&unfiltered(&query)), "");
        assert_eq!(cleared(&query), "/?widok=week&dzien=2026-12-02&moje=1");
        assert_eq!(remembered(&CalendarQuery::default()), "/?pamietaj=1");
        let words = CalendarQuery { text: Some("koty".into()), ..CalendarQuery::default() };
        assert_eq!(remembered(&words), "/?szukaj=koty&pamietaj=1");
    }

    #[test]
    fn only_lists_are_ordered_for_me() {
        let query = CalendarQuery { for_me: true, ..CalendarQuery::default() };
        assert_eq!(write(&query), "/?kolejnosc=dla-mnie");
        assert_eq!(looked_at(&query, CalendarSpan::Day), "/?widok=day&kolejnosc=dla-mnie");
        assert_eq!(looked_at(&query, CalendarSpan::Month), "/?widok=month");
        assert_eq!(ordered(&query, false), "/");
        let mut params = ParamsMap::new();
        params.insert("kolejnosc", FOR_ME.to_owned());
        assert_eq!(read(&params), query);
    }

    #[test]
    fn nonsense_narrows_nothing_down() {
        let mut params = ParamsMap::new();
        for (name, value) in [
            ("widok", "rok"),
            ("dzien", "wczoraj"),
            ("placowka", "1"),
            ("dzientyg", "9"),
            ("pora", "noc"),
            ("zdalnie", "może"),
            ("stale", "1"),
            ("wiek", "-5"),
            ("moje", ""),
            ("szukaj", " "),
            ("kolejnosc", "dla-ciebie"),
        ] {
            params.insert(name, value.to_owned());
        }
        assert_eq!(read(&params), CalendarQuery::default());
    }
}
