//! Addresses. Paths are the same in every language; a prefix says the language, no prefix lets the program choose.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The language prefixes an address may have.
pub const PREFIXES: [&str; 3] = ["pl", "uk", "en"];

/// The pages that are for everyone and always there: path, key of the title, key of what search engines and links in
/// messages say about it.
pub const PUBLIC_PAGES: [(&str, &str, &str); 7] = [
    ("/", "title-calendar", "seo-calendar"),
    ("/o-programie", "title-about", "seo-about"),
    ("/dolacz", "title-join", "seo-join"),
    ("/mapa", "map-title", "seo-map"),
    ("/jak-pomagac", "easyread-title", "seo-easyread"),
    ("/udostepnianie", "share-title", "seo-share"),
    ("/deklaracja-dostepnosci", "declaration-title", "seo-declaration"),
];

/// The prefix of the page being read, with its slash; provided once per page.
#[derive(Clone, Copy, Debug)]
struct Prefix(&'static str);

/// Provides the prefix to everything below. Call it inside the router.
pub fn provide_prefix() {
    provide_context(Prefix(prefix(&use_location().pathname.get_untracked())));
}

/// Provides the prefix again, nearer to what asks for it.
pub fn bring_prefix_near() {
    if let Some(prefix) = use_context::<Prefix>() {
        provide_context(prefix);
    }
}

/// The language prefix of a path with its slash; empty if it has none.
pub fn prefix(path: &str) -> &'static str {
    match path.split(['/', '?']).nth(1) {
        Some("pl") => "/pl",
        Some("uk") => "/uk",
        Some("en") => "/en",
        _ => "",
    }
}

/// The address of a page, in the prefix of the page being read.
pub fn href(path: &str) -> String {
    let prefix = use_context::<Prefix>().map_or("", |prefix| prefix.0);
    prefixed(prefix, path)
}

/// The address of a page in a prefix. The calendar has no slash after its language: `/pl`, `/pl?widok=week`.
pub fn prefixed(prefix: &str, path: &str) -> String {
    let query = path.strip_prefix('/').filter(|rest| rest.is_empty() || rest.starts_with('?'));
    match query {
        Some(query) if !prefix.is_empty() => format!("{prefix}{query}"),
        _ => format!("{prefix}{path}"),
    }
}

/// Scheme, host and port under which people reach the program, without a slash at the end.
#[cfg(feature = "ssr")]
pub fn origin() -> String {
    crate::ssr::cx().map(|cx| cx.node.settings.public_url.clone()).unwrap_or_default()
}

/// Scheme, host and port under which people reach the program, without a slash at the end.
#[cfg(not(feature = "ssr"))]
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// The path without its language prefix.
pub fn bare(path: &str) -> &str {
    let rest = path.strip_prefix('/').unwrap_or(path);
    let first = rest.split('/').next().unwrap_or_default();
    if PREFIXES.contains(&first) {
        let after = path.get(first.len() + 1..).unwrap_or_default();
        if after.is_empty() { "/" } else { after }
    } else {
        path
    }
}

/// The link of the frame under which a page lies that has no link of its own there.
pub fn part_of(page: &str) -> Option<&'static str> {
    let inside = |part: &str| page.strip_prefix(part).is_some_and(|rest| rest.starts_with('/'));
    if inside("/koordynacja/oferty") {
        Some("/koordynacja/oferty")
    } else if inside("/koordynacja/ludzie") {
        Some("/koordynacja/ludzie")
    } else {
        inside("/koordynacja/termin").then_some("/koordynacja")
    }
}

/// A path of this site that a person may be sent to after signing in; anything else is the calendar.
pub fn safe_return(path: &str) -> &str {
    let plain = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\n', '\r', '\t']);
    if plain && !path.starts_with("/api") { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_taken_off() {
        assert_eq!(bare("/en/moje"), "/moje");
        assert_eq!(bare("/uk"), "/");
        assert_eq!(bare("/placowka"), "/placowka");
        assert_eq!(bare("/"), "/");
    }

    #[test]
    fn prefixes_are_found() {
        assert_eq!(["/en/moje", "/uk", "/pl?widok=week"].map(prefix), ["/en", "/uk", "/pl"]);
        assert_eq!(["/", "", "/placowka", "/english"].map(prefix), [""; 4]);
    }

    #[test]
    fn pages_lie_in_parts() {
        assert_eq!(part_of("/koordynacja/oferty/nowa"), Some("/koordynacja/oferty"));
        assert_eq!(part_of("/koordynacja/termin/7"), Some("/koordynacja"));
        assert_eq!(
            ["/", "/koordynacja", "/koordynacja/oferty", "/koordynacja/ludzie"].map(part_of),
            [None; 4]
        );
    }

    #[test]
    fn prefixes_are_put_on() {
        assert_eq!(prefixed("/pl", "/"), "/pl");
        assert_eq!(prefixed("/pl", "/?osiedle=7"), "/pl?osiedle=7");
        assert_eq!(prefixed("/uk", "/moje"), "/uk/moje");
        assert_eq!(prefixed("", "/?osiedle=7"), "/?osiedle=7");
        assert_eq!(prefixed("", "/"), "/");
    }

    #[test]
    fn nobody_is_sent_elsewhere() {
        for path in
            ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "", "/api/x"]
        {
            assert_eq!(safe_return(path), "/", "{path}");
        }
        assert_eq!(safe_return("/termin/5"), "/termin/5");
    }
}
