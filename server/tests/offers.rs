//! The page of an offer in the whole program: by the key of its mail, without signing in, without JavaScript.

mod demo;

use axum::body::Body;
use axum::response::Response;
use backend::service::{calendar, claims, offers, pairs};
use backend::store::mails;
use demo::{Demo, text};
use domain::ids::{OfferId, SlotId};
use domain::offer::OfferState;
use domain::view::CalendarQuery;
use http::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE, COOKIE, HOST, LOCATION, SET_COOKIE};
use http::{Method, Request, StatusCode};

/// The demonstration in which Julia was asked to take a place.
struct Asked {
    demo: Demo,
    slot: SlotId,
    offer: OfferId,
    key: String,
    julia: backend::context::Cx,
    cookie: String,
}

async fn asked() -> Asked {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    let (cookie, julia) = demo.signed_in("julia@").await;
    let (_, coordinator) = demo.signed_in("koordynator@").await;
    let for_me = CalendarQuery { for_me: true, ..CalendarQuery::default() };
    let best = calendar::browse(&julia, for_me).await.expect("a calendar").for_me.expect("an order");
    let person = julia.actor.person_id().expect("a person");
    let (mut slot, mut offer) = (None, None);
    for each in best {
        let page = calendar::slot(&julia, each.card.id).await.expect("a page");
        // One that is claimed without a word.
        let plain = page.questions.is_empty() && page.roles.is_empty();
        if plain && let Ok(id) = pairs::offer(&coordinator, each.card.id, None, person).await {
            (slot, offer) = (Some(each.card.id), Some(id));
            break;
        }
    }
    let mut tx = demo.node.db.read().await.expect("a transaction");
    let mail = mails::latest(&mut tx, Some("julia@example.org"), 1).await.expect("mails").remove(0);
    let key = mail.body.split("klucz=").nth(1).expect("a link with a key");
    let key = key.split_whitespace().next().expect("a key").to_owned();
    drop(tx);
    Asked { slot: slot.expect("a slot"), offer: offer.expect("an offer"), key, julia, cookie, demo }
}

impl Asked {
    fn address(&self) -> String {
        format!("/pl/propozycja/{}?klucz={}", self.offer, self.key)
    }

    fn form(&self, yes: bool) -> String {
        format!("id={}&klucz={}&przyjmuje={yes}", self.offer, self.key)
    }

    /// Sends the form as a browser without JavaScript does, from a page.
    async fn send(&self, referer: &str, cookie: &str, form: &str) -> Response {
        let request = Request::builder()
            .method(Method::POST)
            .uri("/api/answer_offer")
            .header(HOST, "127.0.0.1:3000")
            .header("sec-fetch-site", "same-origin")
            .header("referer", format!("http://127.0.0.1:3000{referer}"))
            .header(COOKIE, cookie)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(ACCEPT, "text/html");
        self.demo.send(request.body(Body::from(form.to_owned())).expect("a request")).await
    }

    async fn state(&self) -> OfferState {
        offers::show(&self.julia, self.offer, "").await.expect("the offer").state
    }
}

#[tokio::test]
async fn a_mail_opens_the_page_and_its_forms_answer() {
    let asked = asked().await;
    let page = asked.demo.get(&asked.address(), "").await;
    assert_eq!((page.status(), page.headers()[CACHE_CONTROL].as_bytes()), (StatusCode::OK, &b"no-store"[..]));
    let shown = text(page).await;
    assert!(shown.contains("Tak, przyjdę") && shown.contains("Nie tym razem"));
    assert!(!shown.contains("Julia"), "no names");
    assert_eq!(asked.state().await, OfferState::Open, "opening it changes nothing");

    let answer = asked.send(&asked.address(), "", &asked.form(true)).await;
    assert_eq!(answer.status(), StatusCode::FOUND);
    let back = answer.headers()[LOCATION].to_str().expect("an address").to_owned();
    assert!(back.ends_with(&asked.address()), "{back}");
    assert_eq!(asked.state().await, OfferState::Accepted);
    let shown = text(asked.demo.get(&asked.address(), "").await).await;
    assert!(shown.contains("Masz to miejsce") && !shown.contains("Tak, przyjdę"));
}

#[tokio::test]
async fn nobody_else_finds_it() {
    let asked = asked().await;
    let (other, _) = asked.demo.signed_in("nowa@").await;
    let nowhere = format!("/propozycja/00000000-0000-7000-8000-000000000000?klucz={}", asked.key);
    for (path, cookie) in [
        (format!("/propozycja/{}", asked.offer), ""),
        (format!("/propozycja/{}?klucz=nic", asked.offer), ""),
        (format!("/propozycja/{}", asked.offer), other.as_str()),
        (nowhere, ""),
        ("/propozycja/nic?klucz=nic".to_owned(), asked.cookie.as_str()),
    ] {
        assert_eq!(asked.demo.get(&path, cookie).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
    let own = format!("/propozycja/{}", asked.offer);
    assert_eq!(asked.demo.get(&own, &asked.cookie).await.status(), StatusCode::OK);
    for form in [
        format!("id={}&klucz=nic&przyjmuje=true", asked.offer),
        format!("id={}&przyjmuje=true", asked.offer),
        "id=nic&klucz=nic&przyjmuje=true".to_owned(),
    ] {
        let answer = asked.demo.post("/api/answer_offer", "", &form, "application/json").await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{form}");
    }
    for form in ["", "id=nic&klucz=nic&przyjmuje=moze", "przyjmuje=true"] {
        let answer = asked.demo.post("/api/answer_offer", "", form, "application/json").await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{form}");
    }
    assert_eq!(asked.state().await, OfferState::Open);
}

#[tokio::test]
async fn a_refused_yes_keeps_the_key_and_lets_them_say_no() {
    let asked = asked().await;
    // Everything is taken meanwhile.
    let mut tx = asked.demo.node.db.write().await.expect("a transaction");
    while backend::store::slots::take_places(&mut tx, asked.slot, None, 1).await.expect("a place") {}
    tx.commit().await.expect("a commit");
    let again = asked.send(&asked.address(), "", &asked.form(true)).await;
    assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let kept = again.headers()[SET_COOKIE].to_str().expect("a cookie");
    let page = kept.split(';').next().expect("a pair").to_owned();
    assert_eq!(page, format!("page={}", asked.address()));
    let shown = text(again).await;
    assert!(shown.contains("Nie ma już wolnych miejsc.") && shown.contains(&asked.key));

    let answer = asked.send("/api/answer_offer", &page, &asked.form(false)).await;
    let back = answer.headers()[LOCATION].to_str().expect("an address");
    assert!(back.ends_with(&asked.address()), "{back}");
    assert_eq!(asked.state().await, OfferState::Declined);
}

#[tokio::test]
async fn own_offers_stand_on_top_of_my_schedule() {
    let asked = asked().await;
    let shown = text(asked.demo.get("/pl/moje", &asked.cookie).await).await;
    let (offers, coming) = (shown.find("Propozycje dla Ciebie"), shown.find("Przed Tobą"));
    assert!(offers.is_some() && offers < coming);
    let form = format!("id={}&klucz=&przyjmuje=false", asked.offer);
    let answer = asked.send("/pl/moje", &asked.cookie, &form).await;
    assert_eq!(answer.status(), StatusCode::FOUND);
    assert_eq!(asked.state().await, OfferState::Declined);
    claims::claim(&asked.julia, asked.slot).await.expect("they may change their mind");
}

#[tokio::test]
async fn the_calendar_can_be_ordered_for_me() {
    let asked = asked().await;
    let path = "/pl?kolejnosc=dla-mnie";
    let own = text(asked.demo.get(path, &asked.cookie).await).await;
    assert!(own.contains("slot-why") && own.contains(r#"aria-label="Kolejność""#));
    let visitors = text(asked.demo.get(path, "").await).await;
    assert!(!visitors.contains("slot-why") && !visitors.contains("Dla mnie"));
}
