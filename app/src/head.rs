//! What a page tells search engines, and messengers that show a link: its address in every language, its title, what it
//! is about, its dates. Only the server writes it; who signed in needs no more than a line.

use domain::locale::{LOCALES, Locale, text};
use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// What the head of a public page says, provided as a context before [`crate::shell::shell`] runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageHead {
    /// The language of the page.
    pub locale: Locale,
    /// Its address names the language; otherwise the program chose one.
    pub named: bool,
    /// Scheme, host and port of the program, without a slash at the end.
    pub url: String,
    /// The path without a language.
    pub path: String,
    /// Its title.
    pub title: String,
    /// What it is about: one line.
    pub description: String,
    /// Its dates as schema.org events in JSON.
    pub events: Option<String>,
}

impl PageHead {
    /// The address in a language; without one, where the program chooses.
    pub fn address(&self, locale: Option<Locale>) -> String {
        let prefix = locale.map(|locale| format!("/{}", locale.code())).unwrap_or_default();
        match (self.path.as_str(), prefix.as_str()) {
            ("/", "") => format!("{}/", self.url),
            ("/", prefix) => format!("{}{prefix}", self.url),
            (path, prefix) => format!("{}{prefix}{path}", self.url),
        }
    }
}

/// JSON that may stand inside a `<script>`: no `<` can end it.
pub fn inside_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

const fn territory(locale: Locale) -> &'static str {
    match locale {
        Locale::Pl => "pl_PL",
        Locale::Uk => "uk_UA",
        Locale::En => "en_GB",
    }
}

/// A tag of the Open Graph protocol.
fn graph(property: &'static str, content: impl Into<String>) -> impl IntoView {
    leptos::html::meta().attr("property", property).content(content.into())
}

/// The tags of the page being rendered; of one that is not for everybody, what the program is.
pub fn page_head(locale: Locale) -> impl IntoView {
    let Some(head) = use_context::<PageHead>() else {
        return view! { <meta name="description" content=text(locale, "seo-about", &[]) /> }.into_any();
    };
    described(&head).into_any()
}

fn described(head: &PageHead) -> impl IntoView + use<> {
    let alternate = |locale: Locale| {
        view! { <link rel="alternate" hreflang=locale.code() href=head.address(Some(locale)) /> }
    };
    let others = LOCALES.into_iter().filter(|locale| *locale != head.locale);
    let calendar = format!("{}/{}/kalendarz.ics", head.url, head.locale.code());
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    view! {
        <meta name="description" content=head.description.clone() />
        <link rel="canonical" href=head.address(head.named.then_some(head.locale)) />
        {LOCALES.map(alternate).collect_view()}
        <link rel="alternate" hreflang="x-default" href=head.address(None) />
        <link rel="alternate" type="text/calendar" href=calendar />
        {graph("og:site_name", "Łącznik")}
        {graph("og:type", "website")}
        {graph("og:title", head.title.clone())}
        {graph("og:description", head.description.clone())}
        {graph("og:url", head.address(Some(head.locale)))}
        {graph("og:locale", territory(head.locale))}
        {others.map(|other| graph("og:locale:alternate", territory(other))).collect_view()}
        {head.events.as_deref().map(|json| view! {
            <script type="application/ld+json" nonce=nonce inner_html=inside_script(json)></script>
        })}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_script_early() {
        let json = serde_json::json!({ "name": "</script><script>alert(1)</script>\u{2028}" }).to_string();
        let safe = inside_script(&json);
        assert!(!safe.contains('<') && !safe.contains('\u{2028}'), "{safe}");
        let read: serde_json::Value = serde_json::from_str(&safe).unwrap_or_default();
        assert_eq!(read["name"], "</script><script>alert(1)</script>\u{2028}", "and it says the same");
    }

    #[test]
    fn addresses_in_each_language() {
        let head = |path: &str| PageHead {
            locale: Locale::Uk,
            named: true,
            url: "https://lacznik.example.org".into(),
            path: path.into(),
            title: String::new(),
            description: String::new(),
            events: None,
        };
        assert_eq!(head("/").address(Some(Locale::Uk)), "https://lacznik.example.org/uk");
        assert_eq!(head("/").address(None), "https://lacznik.example.org/");
        assert_eq!(head("/dolacz").address(Some(Locale::En)), "https://lacznik.example.org/en/dolacz");
        assert_eq!(head("/dolacz").address(None), "https://lacznik.example.org/dolacz");
    }
}
