//! Cookies, signing in, and what they give away.

use crate::demo::{Demo, open_slot, text};
use backend::service::calendar;
use domain::view::Standing;
use http::StatusCode;
use http::header::{LOCATION, SET_COOKIE};
use std::time::Duration;

fn cookies(response: &http::Response<axum::body::Body>) -> Vec<String> {
    let all = response.headers().get_all(SET_COOKIE).iter();
    all.map(|cookie| cookie.to_str().expect("a text").to_owned()).collect()
}

#[tokio::test]
async fn cookies_are_host_bound_and_unreadable_by_scripts() {
    for (url, prefix, secure) in
        [("https://lacznik.example.org", "__Host-", true), ("http://127.0.0.1:3000", "", false)]
    {
        let demo = Demo::new(url).await;
        let person = demo.persona("julia@").await;
        let signed_in =
            demo.post("/api/sign_in_as", "", &format!("person_id={person}&back=/moje"), "text/html").await;
        assert_eq!(signed_in.status(), StatusCode::FOUND);
        assert_eq!(signed_in.headers()[LOCATION], "/moje");
        let set = cookies(&signed_in);
        assert!(set.iter().any(|cookie| cookie.starts_with(&format!("{prefix}lacznik="))), "{set:?}");
        let begun = demo
            .post(
                "/api/begin_sign_in",
                "",
                "form[email]=ktos%40example.org&form[name]=&back=/&prefix=",
                "text/html",
            )
            .await;
        for cookie in set.iter().chain(&cookies(&begun)) {
            assert!(cookie.starts_with(prefix), "{cookie}");
            for part in ["Path=/", "HttpOnly", "SameSite=Lax"] {
                assert!(cookie.contains(part), "{cookie}");
            }
            assert_eq!(cookie.contains("Secure"), secure, "{cookie}");
            assert!(!cookie.contains("Domain"), "{cookie}");
        }
    }
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answer() {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    let mut answers = Vec::new();
    for address in ["julia%40example.org", "nikt%40example.org"] {
        let body = format!("form[email]={address}&form[name]=&back=/&prefix=");
        let answer = demo.post("/api/begin_sign_in", "", &body, "application/json").await;
        let (status, names) = (
            answer.status(),
            cookies(&answer).iter().map(|c| c.split('=').next().map(str::to_owned)).collect::<Vec<_>>(),
        );
        answers.push((status, names, text(answer).await));
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn nobody_is_sent_to_another_site() {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    let person = demo.persona("julia@").await;
    for back in ["//evil.example", "https://evil.example", "/%5Cevil.example", "/a%0d%0aSet-Cookie:x=y"] {
        let answer =
            demo.post("/api/sign_in_as", "", &format!("person_id={person}&back={back}"), "text/html").await;
        assert_eq!(answer.headers()[LOCATION], "/", "{back}");
    }
}

#[tokio::test]
async fn pages_of_people_are_never_stored_and_visitors_pages_share_nothing() {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    let (cookie, _) = demo.signed_in("julia@").await;
    for path in ["/", "/moje", "/profil", "/api/who_reads"] {
        let answer = demo.get(path, &cookie).await;
        assert_eq!(answer.headers()["cache-control"], "no-store", "{path}");
    }
    let (first, second) = (demo.get("/", "").await, demo.get("/", "").await);
    let policy =
        |answer: &http::Response<axum::body::Body>| answer.headers()["content-security-policy"].clone();
    assert_ne!(policy(&first), policy(&second), "each answer has its own nonce");
    let nonce = policy(&second)
        .to_str()
        .expect("a text")
        .split("'nonce-")
        .nth(1)
        .and_then(|rest| rest.split('\'').next())
        .expect("a nonce")
        .to_owned();
    let page = text(second).await;
    assert!(page.contains(&nonce) && !page.contains("Julia"), "the kept page carries the new nonce");
    assert!(text(demo.get("/", &cookie).await).await.contains("Julia"), "and is not shown to people");
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session() {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    let (here, _) = demo.signed_in("julia@").await;
    let (there, _) = demo.signed_in("julia@").await;
    assert_eq!(demo.get("/moje", &there).await.status(), StatusCode::OK);
    demo.post("/api/sign_out_everywhere", &here, "", "text/html").await;
    for cookie in [here, there] {
        assert_eq!(demo.get("/moje", &cookie).await.status(), StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn signing_out_keeps_the_language_of_the_page() {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    for (page, calendar) in [("/en/moje", "/en"), ("/uk?widok=week", "/uk"), ("/moje", "/"), ("/enten", "/")]
    {
        let (cookie, _) = demo.signed_in("julia@").await;
        let answer = demo.post_from(page, "/api/sign_out", &cookie, "", "text/html").await;
        assert_eq!(answer.headers()[LOCATION], calendar, "{page}");
    }
}

#[tokio::test]
async fn pages_say_their_status() {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    let (julia, _) = demo.signed_in("julia@").await;
    let nowhere = "/termin/00000000-0000-7000-8000-000000000000";
    for (path, cookie, status) in [
        ("/moje", "", StatusCode::UNAUTHORIZED),
        ("/koordynacja", "", StatusCode::UNAUTHORIZED),
        ("/koordynacja", julia.as_str(), StatusCode::FORBIDDEN),
        ("/koordynacja/ludzie", julia.as_str(), StatusCode::FORBIDDEN),
        ("/placowka", julia.as_str(), StatusCode::FORBIDDEN),
        (nowhere, julia.as_str(), StatusCode::NOT_FOUND),
        ("/termin/nic", "", StatusCode::NOT_FOUND),
        ("/propozycja/nic", julia.as_str(), StatusCode::NOT_FOUND),
        ("/uk/nic", "", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(demo.get(path, cookie).await.status(), status, "{path}");
    }
}

#[tokio::test]
async fn a_phone_is_cleared_where_a_session_begins_or_ends() {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    let person = demo.persona("julia@").await;
    let begun = demo.post("/api/sign_in_as", "", &format!("person_id={person}&back=/"), "text/html").await;
    assert_eq!(begun.headers()["clear-site-data"], "\"storage\"");
    for way in ["/api/sign_out", "/api/sign_out_everywhere"] {
        let (cookie, _) = demo.signed_in("julia@").await;
        let ended = demo.post(way, &cookie, "", "text/html").await;
        assert_eq!(ended.headers()["clear-site-data"], "\"storage\"", "{way}");
    }
    let (cookie, _) = demo.signed_in("julia@").await;
    assert!(!demo.get("/moje", &cookie).await.headers().contains_key("clear-site-data"));
}

#[tokio::test]
async fn a_phone_keeps_pages_of_volunteers_and_visitors_and_never_those_of_staff() {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    let (julia, _) = demo.signed_in("julia@").await;
    let (again, _) = demo.signed_in("julia@").await;
    let (piotr, _) = demo.signed_in("piotr@").await;
    let mark = async |path: &str, cookie: &str| {
        let answer = demo.get(path, cookie).await;
        let reader = answer.headers().get("lacznik-reader").and_then(|value| value.to_str().ok());
        (reader.unwrap_or("none").to_owned(), answer.headers().contains_key("lacznik-keep"))
    };
    for path in ["/", "/moje", "/uk/moje", "/o-programie"] {
        assert!(mark(path, &julia).await.1, "{path}");
    }
    for path in ["/profil", "/wejscie", "/koordynacja", "/?szukaj=a", "/nic", "/propozycja/nic"] {
        assert!(!mark(path, &julia).await.1, "{path}");
    }
    assert_eq!(mark("/", "").await, ("visitor".to_owned(), true));
    assert_eq!(mark("/moje", "").await, ("visitor".to_owned(), false));
    assert_eq!(mark("/healthz", &julia).await.0, "none");
    let readers = [mark("/", &julia).await.0, mark("/", &again).await.0, mark("/", &piotr).await.0];
    assert!(readers[0] != readers[1] && readers[1] != readers[2], "one for each session: {readers:?}");
    for staff in ["koordynator@", "kierownik@", "partner@", "admin@"] {
        let (cookie, _) = demo.signed_in(staff).await;
        for path in ["/", "/moje", "/o-programie", "/koordynacja", "/placowka"] {
            assert_eq!(mark(path, &cookie).await, ("staff".to_owned(), false), "{staff} {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sent_is_done_though_nobody_waits_for_the_answer() {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    let (cookie, julia) = demo.signed_in("julia").await;
    let slot = open_slot(&julia).await;
    let form = format!("slot_id={slot}");
    let mut sent = Box::pin(demo.post("/api/claim", &cookie, &form, "text/html"));
    // The phone sends it, and is put away.
    let waited = tokio::time::timeout(Duration::ZERO, &mut sent).await;
    assert!(waited.is_err(), "it is under way");
    drop(sent);
    demo.under_way.close();
    tokio::time::timeout(Duration::from_secs(10), demo.under_way.wait()).await.expect("it is done");
    let page = calendar::slot(&julia, slot).await.expect("the page of a date");
    assert!(matches!(page.card.standing, Standing::Mine { .. }), "the place is taken");
}
