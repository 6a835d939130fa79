//! The live stream over HTTP: who hears what, from where on, and when it ends.

use crate::demo::{Demo, open_slot};
use axum::body::Body;
use backend::service::{claims, profile};
use domain::event::{LiveEvent, Topic};
use domain::locale::Locale;
use http::{Response, StatusCode};
use http_body_util::BodyExt;
use std::time::Duration;

const SOON: Duration = Duration::from_secs(5);

/// Reads a stream until it says this; `None` when it ends or stays silent.
async fn until(stream: &mut Response<Body>, wanted: &str) -> Option<String> {
    read_until(stream, |heard| heard.contains(wanted)).await
}

/// Reads a stream until it tells of a claim, and returns that and what came before.
async fn until_a_claim(stream: &mut Response<Body>) -> Option<Vec<LiveEvent>> {
    let tells = |heard: &str| events(heard).iter().any(|event| event.topic == Topic::Claim);
    read_until(stream, tells).await.map(|heard| events(&heard))
}

/// What a page reads of a stream. The last line may not be whole yet.
fn events(heard: &str) -> Vec<LiveEvent> {
    let whole = heard.rsplit_once("\n\n").map_or("", |(whole, _)| whole);
    let data = whole.lines().filter_map(|line| line.strip_prefix("data: "));
    data.map(|letters| app::wire::read_letters(letters).expect("an event of this build")).collect()
}

async fn read_until(stream: &mut Response<Body>, enough: impl Fn(&str) -> bool) -> Option<String> {
    let mut heard = String::new();
    let listening = async {
        while let Some(Ok(frame)) = stream.frame().await {
            heard.push_str(&String::from_utf8_lossy(&frame.into_data().unwrap_or_default()));
            if enough(&heard) {
                return true;
            }
        }
        false
    };
    match tokio::time::timeout(SOON, listening).await {
        Ok(true) => Some(heard),
        Ok(false) | Err(_) => None,
    }
}

/// The stream ends by itself.
async fn ends(mut stream: Response<Body>) -> bool {
    let listening = async { while let Some(Ok(_)) = stream.frame().await {} };
    tokio::time::timeout(SOON, listening).await.is_ok()
}

async fn stream(demo: &Demo, cookie: &str, since: i64) -> Response<Body> {
    let opened = demo.get(&format!("/live?since={since}"), cookie).await;
    assert_eq!(opened.status(), StatusCode::OK);
    assert!(
        opened.headers()["content-type"].to_str().is_ok_and(|kind| kind.starts_with("text/event-stream"))
    );
    opened
}

#[tokio::test]
async fn visitors_have_no_stream() {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    assert_eq!(demo.get("/live?since=0", "").await.status(), StatusCode::NO_CONTENT);
    assert_eq!(demo.get("/live?since=0", "lacznik=nonsense").await.status(), StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_claim_reaches_its_volunteer_and_the_coordinator_but_nobody_else() {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    let (julia_cookie, julia) = demo.signed_in("julia@").await;
    let (piotr_cookie, _) = demo.signed_in("piotr@").await;
    let (coordinator_cookie, _) = demo.signed_in("koordynator@").await;
    let mut own = stream(&demo, &julia_cookie, 0).await;
    let mut other = stream(&demo, &piotr_cookie, 0).await;
    let mut board = stream(&demo, &coordinator_cookie, 0).await;
    let slot = open_slot(&julia).await;
    claims::claim(&julia, slot).await.expect("a claim");
    profile::set_locale(&julia, Locale::Pl).await.expect("something else happens");
    assert!(until_a_claim(&mut own).await.is_some());
    let heard = until_a_claim(&mut board).await.expect("the coordinator hears");
    assert!(heard.iter().any(|event| event.slot_id == Some(slot)), "{heard:?}");
    assert!(until_a_claim(&mut other).await.is_none(), "Piotr hears nothing of Julia's claim");
}

#[tokio::test]
async fn a_listener_that_comes_back_misses_nothing() {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    let (cookie, julia) = demo.signed_in("julia@").await;
    let mut first = stream(&demo, &cookie, 0).await;
    claims::claim(&julia, open_slot(&julia).await).await.expect("a claim");
    let heard =
        until(&mut first, "id: 1").await.or(until(&mut first, "id:1").await).expect("the first event");
    assert!(heard.contains("event: change") || heard.contains("event:change"), "{heard}");
    drop(first);
    claims::claim(&julia, open_slot(&julia).await).await.expect("another claim, while nobody listens");
    let mut again = stream(&demo, &cookie, 1).await;
    let missed = until_a_claim(&mut again).await.expect("what was missed comes at once");
    assert!(missed.iter().all(|event| event.seq > 1), "nothing twice: {missed:?}");
    let mut strange = stream(&demo, &cookie, 999_999).await;
    assert!(
        until(&mut strange, "event: reset").await.is_some(),
        "a number that cannot be: read everything again"
    );
}

#[tokio::test]
async fn signing_out_and_shutdown_end_the_stream() {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    let (cookie, _) = demo.signed_in("julia@").await;
    let open = stream(&demo, &cookie, 0).await;
    demo.post("/api/sign_out", &cookie, "", "text/html").await;
    assert!(ends(open).await, "signing out ends it at once");
    let (cookie, _) = demo.signed_in("piotr@").await;
    let open = stream(&demo, &cookie, 0).await;
    demo.stop.send(true).expect("somebody listens");
    assert!(ends(open).await, "so does the end of the program");
}
