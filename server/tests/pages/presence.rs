//! Checking in over HTTP: sent twice, from elsewhere, by somebody else, at another time.

use crate::demo::{Demo, text};
use backend::service::{hosting, presence};
use backend::store::claims::{self, ClaimRow};
use backend::store::slots;
use domain::claim::ClaimState;
use domain::ids::{ClaimId, OrganisationId};
use domain::view::HostPerson;
use http::StatusCode;

/// Somebody with a place in the date that is going on, and the poster there.
struct Scene {
    demo: Demo,
    cookie: String,
    claim: ClaimId,
    organisation: OrganisationId,
    key: String,
}

impl Scene {
    async fn new() -> Self {
        let demo = Demo::new("http://127.0.0.1:3000").await;
        let (cookie, julia) = demo.signed_in("julia@").await;
        let (_, host) = demo.signed_in("kierownik@").await;
        let organisation =
            host.actor.grants().iter().find_map(|grant| grant.organisation_id).expect("a place");
        let view = hosting::overview(&host).await.expect("a list");
        let slot = view.coming.iter().find(|slot| slot.has_begun).expect("a date that is going on").id;
        let person = julia.actor.person_id().expect("a person");
        let claim = ClaimRow::new(julia.new_id(), slot, person, ClaimState::Approved, julia.now());
        let mut tx = demo.node.db.write().await.expect("a transaction");
        assert!(slots::take_places(&mut tx, slot, None, 1).await.expect("a look"), "there is room");
        claims::add(&mut tx, &claim).await.expect("a claim");
        tx.commit().await.expect("a commit");
        let poster = presence::poster(&host, organisation).await.expect("a poster");
        let key = poster.address.rsplit('/').next().expect("a key").to_owned();
        Self { demo, cookie, claim: claim.id, organisation, key }
    }

    fn body(&self, more: &str) -> String {
        format!("form[place]={}&form[claim_id]={}&form[tap]=arrived{more}", self.key, self.claim)
    }

    async fn send(&self, cookie: &str, body: &str) -> StatusCode {
        self.demo.post("/api/check_in", cookie, body, "application/json").await.status()
    }

    fn ago(&self, minutes: i64) -> i64 {
        self.demo.node.clock.now().plus_minutes(-minutes).unix()
    }

    async fn seen(&self) -> HostPerson {
        let (_, host) = self.demo.signed_in("kierownik@").await;
        let view = hosting::overview(&host).await.expect("a list");
        let mut people = view.coming.into_iter().flat_map(|slot| slot.people);
        people.find(|person| person.claim_id == self.claim).expect("her")
    }
}

#[tokio::test]
async fn what_is_sent_twice_is_there_once() {
    let scene = Scene::new().await;
    let id = "00000000-0000-4000-8000-000000000007";
    let body = scene.body(&format!("&form[id]={id}&form[at]={}", scene.ago(5)));
    let both = tokio::join!(scene.send(&scene.cookie, &body), scene.send(&scene.cookie, &body));
    assert_eq!(both, (StatusCode::OK, StatusCode::OK));
    assert_eq!(scene.send(&scene.cookie, &body).await, StatusCode::OK);
    let said = scene.seen().await.presence.arrived.expect("said");
    assert!(said.late && !said.proven);
    let mut tx = scene.demo.node.db.read().await.expect("a transaction");
    let count = tx.query("SELECT COUNT(*) FROM check_in WHERE claim_id = $1").bind(scene.claim);
    let (count,): (i64,) = count.one().await.expect("a count");
    assert_eq!(count, 1);
}

#[tokio::test]
async fn forged_times_and_numbers_are_worth_nothing() {
    let scene = Scene::new().await;
    for (at, status) in [
        (scene.ago(-10), StatusCode::UNPROCESSABLE_ENTITY),
        (scene.ago(4 * 24 * 60), StatusCode::UNPROCESSABLE_ENTITY),
        (scene.ago(20 * 60), StatusCode::CONFLICT),
    ] {
        assert_eq!(scene.send(&scene.cookie, &scene.body(&format!("&form[at]={at}"))).await, status, "{at}");
    }
    let (_, host) = scene.demo.signed_in("kierownik@").await;
    let number = presence::screen(&host, scene.organisation).await.expect("a screen").number;
    let wrong = if number == "000000" { "000001" } else { "000000" };
    let refused = scene.send(&scene.cookie, &scene.body(&format!("&form[number]={wrong}"))).await;
    assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);
    // The number of now, said to be of a quarter of an hour ago.
    let old = scene.body(&format!("&form[number]={number}&form[at]={}", scene.ago(15)));
    assert_eq!(scene.send(&scene.cookie, &old).await, StatusCode::OK);
    assert!(!scene.seen().await.presence.arrived.expect("said").proven);
}

#[tokio::test]
async fn the_number_of_now_proves_it() {
    let scene = Scene::new().await;
    let (_, host) = scene.demo.signed_in("kierownik@").await;
    let number = presence::screen(&host, scene.organisation).await.expect("a screen").number;
    let body = scene.body(&format!("&form[number]={number}"));
    assert_eq!(scene.send(&scene.cookie, &body).await, StatusCode::OK);
    assert!(scene.seen().await.presence.arrived.expect("said").proven);
    let page = text(scene.demo.get(&format!("/obecnosc/{}", scene.key), &scene.cookie).await).await;
    assert!(page.contains("Potwierdzone numerem"), "{page}");
}

#[tokio::test]
async fn others_see_and_say_nothing() {
    let scene = Scene::new().await;
    let (piotr, _) = scene.demo.signed_in("piotr@").await;
    let (partner, _) = scene.demo.signed_in("partner@").await;
    assert_eq!(scene.send(&piotr, &scene.body("")).await, StatusCode::NOT_FOUND);
    assert_eq!(scene.send("", &scene.body("")).await, StatusCode::UNAUTHORIZED);
    let elsewhere = scene.body("").replace(&scene.key, "nie-ma");
    assert_eq!(scene.send(&scene.cookie, &elsewhere).await, StatusCode::NOT_FOUND);
    assert_eq!(scene.demo.get("/obecnosc/nie-ma", &scene.cookie).await.status(), StatusCode::NOT_FOUND);
    for page in ["kod", "plakat"] {
        let path = format!("/placowka/{}/{page}", scene.organisation);
        for (cookie, status) in [
            ("", StatusCode::UNAUTHORIZED),
            (scene.cookie.as_str(), StatusCode::FORBIDDEN),
            (partner.as_str(), StatusCode::NOT_FOUND),
        ] {
            assert_eq!(scene.demo.get(&path, cookie).await.status(), status, "{path}");
        }
    }
}
