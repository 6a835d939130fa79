//! Addresses. Paths are the same in every language; a prefix says the language, no prefix lets the program choose.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The language prefixes an address may have.
pub const PREFIXES: [&str; 3] = ["pl", "uk", "en"];

/// The prefix of the page being read, with its slash; provided once per page.
#[derive(Clone, Copy, Debug)]
struct Prefix(&'static str);

/// Provides the prefix to everything below. Call it inside the router.
pub fn provide_prefix() {
    let path = use_location().pathname.get_untracked();
    let first = path.split('/').nth(1).unwrap_or_default();
    provide_context(Prefix(match first {
        "pl" => "/pl",
        "uk" => "/uk",
        "en" => "/en",
        _ => "",
    }));
}

/// The address of a page, in the prefix of the page being read.
pub fn href(path: &str) -> String {
    let prefix = use_context::<Prefix>().map_or("", |prefix| prefix.0);
    if path == "/" && !prefix.is_empty() { prefix.to_owned() } else { format!("{prefix}{path}") }
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
    fn nobody_is_sent_elsewhere() {
        for path in
            ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "", "/api/x"]
        {
            assert_eq!(safe_return(path), "/", "{path}");
        }
        assert_eq!(safe_return("/termin/5"), "/termin/5");
    }
}
