//! The calendar's state is its address; nothing else remembers it.

use domain::calendar::CalendarSpan;
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
        text: get("szukaj").map(|text| text.chars().take(100).collect()),
        for_me: get("kolejnosc").as_deref() == Some(FOR_ME),
    }
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
    parts.extend(query.kind.as_ref().map(|code| ("rodzaj", code.to_string())));
    parts.extend(query.organisation.map(|id| ("placowka", id.to_string())));
    parts.extend(query.district.map(|id| ("osiedle", id.to_string())));
    parts.extend(query.weekday.map(|day| ("dzientyg", day.to_string())));
    parts.extend(query.text.as_ref().map(|text| ("szukaj", encode(text))));
    let pairs: Vec<String> = parts.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    if pairs.is_empty() { "/".to_owned() } else { format!("/?{}", pairs.join("&")) }
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
pub fn cleared(query: &CalendarQuery) -> String {
    write(&CalendarQuery {
        span: query.span,
        day: query.day,
        for_me: query.for_me,
        ..CalendarQuery::default()
    })
}

fn encode(text: &str) -> String {
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
            text: Some("gry & żółw".into()),
            ..CalendarQuery::default()
        };
        let address = write(&query);
        assert_eq!(
            address,
            "/?widok=week&dzien=2026-12-02&rodzaj=tutoring&dzientyg=3&szukaj=gry%20%26%20%C5%BC%C3%B3%C5%82w"
        );
        assert_eq!(file(&query), address.replace("/?", "/kalendarz.pdf?"));
        let mut params = ParamsMap::new();
        for (name, value) in [
            ("widok", "week"),
            ("dzien", "2026-12-02"),
            ("rodzaj", "tutoring"),
            ("dzientyg", "3"),
            ("szukaj", "gry & żółw"),
        ] {
            params.insert(name, value.to_owned());
        }
        assert_eq!(read(&params), query);
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
            ("szukaj", " "),
            ("kolejnosc", "dla-ciebie"),
        ] {
            params.insert(name, value.to_owned());
        }
        assert_eq!(read(&params), CalendarQuery::default());
    }
}
