//! What a stranger, a search engine or an inspector finds: heads of pages, events, the list of pages, the declaration.

use crate::demo::{Demo, text};
use app::links::PUBLIC_PAGES;
use backend::service::feeds;
use backend::store::feeds::FeedFilter;
use http::StatusCode;
use http::header::CONTENT_SECURITY_POLICY;

const URL: &str = "http://127.0.0.1:3000";

async fn demo() -> Demo {
    Demo::new(URL).await
}

/// What stands between two texts, each time.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Vec<&'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[tokio::test]
async fn every_public_page_says_where_it_is_in_each_language() {
    let demo = demo().await;
    let slot = feeds::coming(&demo.visitor(), &FeedFilter::default(), 1).await.expect("dates").remove(0);
    let mut pages: Vec<String> = PUBLIC_PAGES.iter().map(|(path, ..)| (*path).to_owned()).collect();
    pages.push(format!("/termin/{}", slot.slot_id));
    pages.push(format!("/oferta/{}", slot.opportunity_id));
    for path in pages {
        let mut titles = Vec::new();
        for locale in ["pl", "uk", "en"] {
            let bare = if path == "/" { "" } else { path.as_str() };
            let answer = demo.get(&format!("/{locale}{bare}?obcy=1"), "").await;
            assert_eq!(answer.status(), StatusCode::OK, "{locale}{path}");
            let page = text(answer).await;
            let head = page.split("</head>").next().expect("a head");
            assert_eq!(between(head, "rel=\"canonical\" href=\"", "\""), [format!("{URL}/{locale}{bare}")]);
            for other in ["pl", "uk", "en"] {
                let link = format!("hreflang=\"{other}\" href=\"{URL}/{other}{bare}\"");
                assert_eq!(head.matches(&link).count(), 1, "{locale}{path}: {link}");
            }
            assert_eq!(head.matches("hreflang=\"x-default\"").count(), 1, "{locale}{path}");
            let described = between(head, "name=\"description\" content=\"", "\"");
            assert!(described.len() == 1 && described[0].len() > 20, "{locale}{path}: {described:?}");
            assert!(described[0].chars().count() < 200, "{locale}{path}: {described:?}");
            for property in ["og:title", "og:description", "og:url", "og:locale", "og:type", "og:site_name"] {
                assert_eq!(
                    head.matches(&format!("property=\"{property}\"")).count(),
                    1,
                    "{locale}{path}: {property}"
                );
            }
            let title = between(head, "<title>", "</title>");
            assert_eq!(title.len(), 1, "{locale}{path}");
            titles.push(title[0].to_owned());
        }
        assert!(titles[0].ends_with("Łącznik"), "{path}: {titles:?}");
        let chosen = text(demo.get(&path, "").await).await;
        assert_eq!(between(&chosen, "rel=\"canonical\" href=\"", "\""), [format!("{URL}{path}")]);
    }
    let (cookie, _) = demo.signed_in("julia@").await;
    for own in ["/moje", "/profil"] {
        assert!(!text(demo.get(own, &cookie).await).await.contains("rel=\"canonical\""), "{own}");
    }
}

#[tokio::test]
async fn dates_are_events_for_search_engines_under_the_strict_policy() {
    let demo = demo().await;
    let dates = feeds::coming(&demo.visitor(), &FeedFilter::default(), 400).await.expect("dates");
    let slot = dates.iter().find(|date| !date.whole_days()).expect("one with hours");
    let task = dates.iter().find(|date| date.whole_days()).expect("one without");
    for (path, several) in [
        (format!("/pl/termin/{}", slot.slot_id), false),
        (format!("/uk/termin/{}", task.slot_id), false),
        (format!("/pl/oferta/{}", slot.opportunity_id), true),
    ] {
        // The second answer comes from what is kept for visitors, with a nonce of its own.
        for _ in 0..2 {
            let answer = demo.get(&path, "").await;
            let policy = answer.headers()[CONTENT_SECURITY_POLICY].to_str().expect("text").to_owned();
            let nonce = between(&policy, "'nonce-", "'")[0].to_owned();
            let page = text(answer).await;
            let start = format!("<script type=\"application/ld+json\" nonce=\"{nonce}\">");
            let found = between(&page, &start, "</script>");
            assert_eq!(found.len(), 1, "{path}");
            let json: serde_json::Value = serde_json::from_str(found[0]).expect("JSON");
            assert_eq!(json["@context"], "https://schema.org");
            let event = if several { &json["@graph"][0] } else { &json };
            for field in [
                "name",
                "startDate",
                "endDate",
                "location",
                "eventStatus",
                "organizer",
                "description",
                "offers",
            ] {
                assert!(!event[field].is_null(), "{path}: {field}");
            }
            let starts = event["startDate"].as_str().expect("text");
            if path.starts_with("/uk") {
                starts.parse::<jiff::civil::Date>().expect("a day");
                assert_eq!(starts.len(), "2026-11-28".len());
            } else {
                let starts: jiff::Timestamp = starts.parse().expect("with an offset");
                assert!(starts.as_second() >= demo.node.clock.now().unix());
            }
            assert!(event["maximumAttendeeCapacity"].as_i64() >= event["remainingAttendeeCapacity"].as_i64());
        }
    }
}

#[tokio::test]
async fn what_is_listed_is_there_and_what_is_private_is_not_listed() {
    let demo = demo().await;
    let sitemap = text(demo.get("/sitemap.xml", "").await).await;
    let listed = between(&sitemap, "<loc>", "</loc>");
    assert!(listed.len() > 3 * PUBLIC_PAGES.len(), "{listed:?}");
    assert_eq!(sitemap.matches("<url>").count() * 3, sitemap.matches("<xhtml:link").count());
    let robots = text(demo.get("/robots.txt", "").await).await;
    assert!(robots.contains(&format!("Sitemap: {URL}/sitemap.xml")));
    let hidden: Vec<&str> = robots.lines().filter_map(|line| line.strip_prefix("Disallow: ")).collect();
    for private in ["/uk/profil", "/en/koordynacja", "/placowka", "/api/", "/pl/kalendarz/moje"] {
        assert!(hidden.contains(&private), "{private}");
    }
    for address in listed.iter().step_by(7) {
        let path = address.strip_prefix(URL).expect("our own");
        assert!(!hidden.iter().any(|hidden| path.starts_with(hidden)), "{path}");
        assert_eq!(demo.get(path, "").await.status(), StatusCode::OK, "{path}");
    }
}

/// Source: domain.md section 7.
const IDS: [&str; 14] = [
    "a11y-wstep",
    "a11y-podmiot",
    "a11y-zakres",
    "a11y-url",
    "a11y-data-publikacja",
    "a11y-data-aktualizacja",
    "a11y-status",
    "a11y-data-sporzadzenie",
    "a11y-kontakt",
    "a11y-email",
    "a11y-telefon",
    "a11y-procedura",
    "a11y-architektura",
    "a11y-komunikacja",
];
const HEADINGS: [&str; 10] = [
    "Deklaracja dostępności",
    "Stan dostępności cyfrowej",
    "Niedostępne treści",
    "Przygotowanie deklaracji dostępności i jej aktualizacja",
    "Informacje zwrotne i dane kontaktowe",
    "Obsługa wniosków i skarg związanych z dostępnością",
    "Pozostałe informacje",
    "Aplikacje mobilne",
    "Dostępność architektoniczna",
    "Dostępność komunikacyjno-informacyjna",
];

#[tokio::test]
async fn the_declaration_has_what_the_law_wants_once_and_in_order() {
    let demo = demo().await;
    for locale in ["pl", "uk", "en"] {
        let page = text(demo.get(&format!("/{locale}/deklaracja-dostepnosci"), "").await).await;
        // Marks of the renderer.
        let page = page.replace("<!>", "");
        let ids: Vec<&str> =
            between(&page, "id=\"", "\"").into_iter().filter(|id| id.starts_with("a11y-")).collect();
        assert_eq!(ids, IDS, "{locale}: each once, under its heading");
        let headings: Vec<String> =
            ["<h1>", "<h2>", "<h3>"].iter().map(|level| page.matches(level).count().to_string()).collect();
        // The foot and the bar have none.
        assert_eq!(headings, ["1", "6", "3"], "{locale}");
        for day in ["a11y-data-publikacja", "a11y-data-aktualizacja", "a11y-data-sporzadzenie"] {
            let tag = format!("<time id=\"{day}\" datetime=\"2026-11-23\">");
            assert_eq!(page.matches(&tag).count(), 1, "{locale}: {tag}");
        }
        if locale == "pl" {
            let places: Vec<Option<usize>> = HEADINGS
                .iter()
                .map(|title| {
                    ["h1", "h2", "h3"].iter().find_map(|tag| page.find(&format!("<{tag}>{title}</{tag}>")))
                })
                .collect();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
        }
    }
    for path in ["/", "/o-programie", "/wejscie", "/nie-ma", "/deklaracja-dostepnosci", "/moje"] {
        let page = text(demo.get(path, "").await).await;
        assert!(page.contains("href=\"/deklaracja-dostepnosci\""), "{path} does not lead there");
    }
}
