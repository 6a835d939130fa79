//! Calendars to subscribe to, the list in JSON, the widget: headers, states, secrets.

use crate::demo::{Demo, open_slot, text};
use backend::service::{claims, dates, feeds};
use backend::store::feeds::FeedFilter;
use http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    ETAG, HOST, IF_NONE_MATCH, SET_COOKIE, X_FRAME_OPTIONS,
};
use http::{HeaderMap, Request, StatusCode};

async fn demo() -> Demo {
    Demo::new("http://127.0.0.1:3000").await
}

fn word<'h>(headers: &'h HeaderMap, name: &http::HeaderName) -> &'h str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The lines of a calendar, unfolded.
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

/// The event with this id.
fn event(calendar: &str, uid: &str) -> Vec<String> {
    let text = calendar.replace("\r\n ", "");
    let own = format!("UID:{uid}\r\n");
    let event = text.split("BEGIN:VEVENT").find(|event| event.contains(&own)).unwrap_or_default();
    event.lines().map(str::to_owned).collect()
}

#[tokio::test]
async fn a_calendar_says_what_it_is_and_is_sent_once() {
    let demo = demo().await;
    let organisation = feeds::choices(&demo.visitor()).await.expect("choices").organisations[0].id;
    let paths = [
        "/kalendarz.ics".to_owned(),
        "/uk/kalendarz.ics".to_owned(),
        format!("/en/kalendarz/placowka/{organisation}.ics"),
        "/pl/kalendarz/rodzaj/day_room.ics".to_owned(),
        "/kalendarz.json".to_owned(),
    ];
    for path in paths {
        let answer = demo.get(&path, "").await;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        let headers = answer.headers().clone();
        let calendar = !path.contains(".json");
        let media_type = if calendar { "text/calendar; charset=utf-8" } else { "application/json" };
        assert_eq!(word(&headers, &CONTENT_TYPE), media_type, "{path}");
        assert_eq!(word(&headers, &CACHE_CONTROL), "public, max-age=300", "{path}");
        assert!(word(&headers, &CONTENT_DISPOSITION).contains("filename=\"lacznik."), "{path}");
        assert!(!headers.contains_key(SET_COOKIE), "{path}");
        let body = text(answer).await;
        let mails = body.replace("mailto:", "@").matches('@').count();
        assert_eq!(mails, 0, "{path}: nobody's address");
        if calendar {
            let locale =
                if path.starts_with("/uk") { "Календар допомоги" } else { "Łącznik" };
            let lines = unfolded(&body);
            let name = lines.iter().find(|line| line.starts_with("NAME:")).expect("a name");
            assert!(name.contains(locale), "{path}: {name}");
            let canonical = if path == "/kalendarz.ics" { "/pl/kalendarz.ics" } else { path.as_str() };
            let source = format!("SOURCE;VALUE=URI:http://127.0.0.1:3000{canonical}");
            assert!(lines.contains(&source), "{path}");
            assert!(lines.contains(&"REFRESH-INTERVAL;VALUE=DURATION:PT1H".to_owned()), "{path}");
            assert!(body.split("\r\n").all(|line| line.len() <= 75), "{path}");
        }
        let tag = word(&headers, &ETAG).to_owned();
        assert!(tag.starts_with("W/\""), "{path}: {tag}");
        for (known, status) in [(tag.as_str(), 304), ("\"other\"", 200), ("*", 304)] {
            let request =
                Request::builder().uri(&path).header(HOST, "127.0.0.1:3000").header(IF_NONE_MATCH, known);
            let again = demo.send(request.body(axum::body::Body::empty()).expect("a request")).await;
            assert_eq!(again.status(), status, "{path}: {known}");
            assert_eq!(word(again.headers(), &ETAG), tag, "{path}");
        }
    }
    for missing in [
        "/kalendarz/placowka/00000000-0000-7000-8000-000000000000.ics",
        "/kalendarz/placowka/x.ics",
        "/kalendarz/placowka/x",
        "/kalendarz/rodzaj/no_such_kind.ics",
        "/kalendarz.json?osiedle=x",
        "/kalendarz.json?rodzaj=no_such_kind",
        "/termin/00000000-0000-7000-8000-000000000000/kalendarz.ics",
        "/termin/x/kalendarz.ics",
    ] {
        assert_eq!(demo.get(missing, "").await.status(), StatusCode::NOT_FOUND, "{missing}");
    }
}

#[tokio::test]
async fn a_date_that_changes_keeps_its_name_and_grows() {
    let demo = demo().await;
    let (_, anna) = demo.signed_in("koordynator@").await;
    let coming = feeds::coming(&demo.visitor(), &FeedFilter::default(), 400).await.expect("dates");
    let date = coming.iter().rev().find(|date| date.taken > 0).expect("one with people");
    let uid = date.slot_id.to_string();
    let before = event(&text(demo.get("/kalendarz.ics", "").await).await, &uid);
    assert!(before.contains(&"SEQUENCE:0".to_owned()) && before.contains(&"STATUS:CONFIRMED".to_owned()));
    let alone = demo.get(&format!("/en/termin/{uid}/kalendarz.ics"), "").await;
    assert!(word(alone.headers(), &CONTENT_DISPOSITION).starts_with("attachment; filename=\"lacznik-20"));
    let alone = text(alone).await;
    assert_eq!(alone.matches("BEGIN:VEVENT").count(), 1);
    assert!(alone.contains(&format!("/en/termin/{uid}")));
    dates::cancel(&anna, date.slot_id, "choroba").await.expect("cancelled");
    let after = event(&text(demo.get("/kalendarz.ics", "").await).await, &uid);
    assert!(after.contains(&"SEQUENCE:1".to_owned()), "{after:#?}");
    assert!(after.contains(&"STATUS:CANCELLED".to_owned()), "{after:#?}");
    let listed = text(demo.get("/kalendarz.json", "").await).await;
    assert!(!listed.contains(&uid), "a list is of what is open");
}

#[tokio::test]
async fn a_secret_opens_its_own_calendar_until_it_is_reset() {
    let demo = demo().await;
    let (cookie, julia) = demo.signed_in("julia@").await;
    let never = "A".repeat(43);
    let path = |secret: &str| format!("/pl/kalendarz/moje/{secret}.ics");
    let refusal = async |path: String| {
        let answer = demo.get(&path, "").await;
        let (status, mut headers) = (answer.status(), answer.headers().clone());
        headers.remove("x-request-id");
        (status, headers, text(answer).await)
    };
    let strange = refusal(path(&never)).await;
    assert_eq!(strange.0, StatusCode::NOT_FOUND);

    let made = demo.post("/api/reset_calendar_link", &cookie, "", "text/html").await;
    assert_eq!(made.status(), StatusCode::FOUND, "a form without JavaScript leads back");
    let kept = word(made.headers(), &SET_COOKIE).to_owned();
    assert!(kept.contains("HttpOnly") && kept.contains("Max-Age=600"), "{kept}");
    let secret = kept.split(['=', ';']).nth(1).expect("a secret").to_owned();
    let shown = text(demo.get("/profil", &format!("{cookie}; lacznik-kalendarz={secret}")).await).await;
    assert!(shown.contains(&path(&secret)), "this browser sees it for a while");
    let stranger = text(demo.get("/profil", &cookie).await).await;
    assert!(!stranger.contains(&secret), "nobody else does");

    let answer = demo.get(&path(&secret), "").await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(word(answer.headers(), &CACHE_CONTROL), "private, no-cache");
    let own = text(answer).await;
    let mine = backend::service::schedule::mine(&julia).await.expect("a schedule");
    assert!(own.matches("BEGIN:VEVENT").count() >= mine.coming.len().min(1), "{own}");
    for claim in &mine.coming {
        let event = event(&own, &claim.claim_id.to_string());
        assert!(
            event.iter().any(|line| line.ends_with(&format!("/pl/termin/{}", claim.card.id))),
            "{event:#?}"
        );
    }
    assert!(
        !own.contains('@') && !own.contains("Julia") && !own.contains(&secret),
        "nobody's name or address"
    );

    let again = feeds::reset_link(&julia).await.expect("a new one");
    for old in
        [path(&secret), path("x"), path(""), path(&format!("{secret}A")), "/pl/kalendarz/moje/x".to_owned()]
    {
        let answer = refusal(old.clone()).await;
        assert!(answer == strange, "{old} answers unlike one that never was");
    }
    assert_eq!(demo.get(&path(again.as_str()), "").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_claim_appears_in_words_and_goes() {
    let demo = demo().await;
    let (_, piotr) = demo.signed_in("piotr@").await;
    let secret = feeds::reset_link(&piotr).await.expect("an address");
    let path = format!("/uk/kalendarz/moje/{}.ics", secret.as_str());
    let slot = open_slot(&piotr).await;
    let state = claims::claim(&piotr, slot).await.expect("claimed");
    let words = domain::locale::text(domain::locale::Locale::Uk, &format!("mine-{}", state.code()), &[]);
    let mine = backend::service::schedule::mine(&piotr).await.expect("a schedule");
    let claim = mine.coming.iter().find(|claim| claim.card.id == slot).expect("mine").claim_id;
    let there = event(&text(demo.get(&path, "").await).await, &claim.to_string()).join("\n");
    assert!(there.contains(&words), "{there}");
    claims::withdraw(&piotr, claim).await.expect("stepped back");
    assert!(event(&text(demo.get(&path, "").await).await, &claim.to_string()).is_empty());
}

#[tokio::test]
async fn only_the_widget_and_the_list_are_for_other_websites() {
    let demo = demo().await;
    for (path, framed, read) in [
        ("/osadz", true, false),
        ("/en/osadz?ile=3&rodzaj=day_room", true, false),
        ("/kalendarz.json", false, true),
        ("/kalendarz.ics", false, false),
        ("/", false, false),
        ("/udostepnianie", false, false),
    ] {
        let answer = demo.get(path, "").await;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        let headers = answer.headers();
        let policy = word(headers, &CONTENT_SECURITY_POLICY);
        assert_eq!(policy.contains("frame-ancestors *"), framed, "{path}: {policy}");
        assert_eq!(!headers.contains_key(X_FRAME_OPTIONS), framed || read, "{path}");
        assert_eq!(word(headers, &ACCESS_CONTROL_ALLOW_ORIGIN) == "*", read, "{path}");
        assert!(!headers.contains_key(SET_COOKIE), "{path}");
        if framed {
            assert!(policy.contains("default-src 'none'") && !policy.contains("script-src"), "{policy}");
            let page = text(answer).await;
            assert!(page.starts_with("<!DOCTYPE html><html lang="), "{page}");
            for never in ["<script", "<form", " style=", "onload"] {
                assert!(!page.contains(never), "{path}: {never}");
            }
            assert!(page.matches("<li>").count() <= 5, "{path}");
        }
    }
    assert_eq!(demo.get("/osadz?placowka=x", "").await.status(), StatusCode::NOT_FOUND);
    let three = text(demo.get("/osadz?ile=3", "").await).await;
    assert_eq!(three.matches("<li>").count(), 3);
    assert!(text(demo.get("/uk/osadz", "").await).await.contains("lang=\"uk\""));
}

#[tokio::test]
async fn a_list_is_as_it_is_described() {
    let demo = demo().await;
    let list = text(demo.get("/en/kalendarz.json?ile=7", "").await).await;
    let list: serde_json::Value = serde_json::from_str(&list).expect("JSON");
    assert_eq!((&list["version"], &list["language"]), (&1.into(), &"en".into()));
    let dates = list["dates"].as_array().expect("dates");
    assert_eq!(dates.len(), 7);
    let docs = include_str!("../../../docs/feeds.md");
    for date in dates {
        for field in date.as_object().expect("a date").keys() {
            assert!(docs.contains(&format!("`{field}`")), "{field} is not described");
        }
        // A task without an hour may have begun.
        let until = if date["work_minutes"].is_null() { "starts" } else { "ends" };
        let until: jiff::Timestamp = date[until].as_str().expect("a text").parse().expect("an instant");
        assert!(until.as_second() > demo.node.clock.now().unix());
    }
    let kind = dates[0]["kind"]["code"].as_str().expect("a code");
    let narrowed = text(demo.get(&format!("/kalendarz.json?rodzaj={kind}"), "").await).await;
    let narrowed: serde_json::Value = serde_json::from_str(&narrowed).expect("JSON");
    let all = narrowed["dates"].as_array().expect("dates");
    assert!(!all.is_empty() && all.iter().all(|date| date["kind"]["code"] == kind));
}
