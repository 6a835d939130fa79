//! What of the open slots is shown is in the address.

use domain::ids::SlotId;
use domain::view::BoardQuery;
use leptos_router::params::ParamsMap;

/// Reads the address. What cannot be read does not narrow anything down.
pub fn read(params: &ParamsMap) -> BoardQuery {
    let get = |name: &str| params.get(name).filter(|value| !value.trim().is_empty());
    BoardQuery {
        kind: get("rodzaj").map(|code| code.as_str().into()),
        organisation: get("placowka").and_then(|id| id.parse().ok()),
        district: get("osiedle").and_then(|id| id.parse().ok()),
        day: get("dzien").and_then(|day| day.parse().ok()),
    }
}

/// The address of a slot, or of the dashboard, with the same slots beside it.
pub fn write(slot: Option<SlotId>, query: &BoardQuery) -> String {
    let page = slot.map_or_else(|| "/koordynacja".to_owned(), |id| format!("/koordynacja/termin/{id}"));
    let parts = [
        ("dzien", query.day.map(|day| day.to_string())),
        ("rodzaj", query.kind.as_ref().map(ToString::to_string)),
        ("placowka", query.organisation.map(|id| id.to_string())),
        ("osiedle", query.district.map(|id| id.to_string())),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?))).collect();
    if parts.is_empty() { page } else { format!("{page}?{}", parts.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_holds_everything() {
        let query = BoardQuery {
            kind: Some("tutoring".into()),
            day: "2026-12-02".parse().ok(),
            ..BoardQuery::default()
        };
        assert_eq!(write(None, &query), "/koordynacja?dzien=2026-12-02&rodzaj=tutoring");
        let mut params = ParamsMap::new();
        for (name, value) in [("rodzaj", "tutoring"), ("dzien", "2026-12-02"), ("osiedle", "x")] {
            params.insert(name, value.to_owned());
        }
        assert_eq!(read(&params), query);
        assert_eq!(write(None, &BoardQuery::default()), "/koordynacja");
    }
}
