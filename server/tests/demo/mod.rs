//! The whole program on a demonstration database of its own, inside the test process.
#![expect(dead_code, reason = "each test file uses a part of it")]

use axum::Router;
use axum::body::Body;
use backend::context::{Cx, Node};
use backend::seed::{self, DemoOptions, Size};
use backend::service::{calendar, sign_in};
use domain::actor::Actor;
use domain::calendar::CalendarSpan;
use domain::ids::{PersonId, SlotId};
use domain::locale::Locale;
use domain::view::{CalendarQuery, Standing};
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HOST};
use http::{Method, Request, Response};
use http_body_util::BodyExt;
use server::config::{self, Config};
use server::node;
use server::router::{AppState, router};
use std::sync::Arc;
use testkit::{Database, Template};
use tokio::sync::watch;
use tokio_util::task::TaskTracker;
use tower::ServiceExt;

/// The program and what a test needs beside it.
pub struct Demo {
    pub program: Router,
    pub node: Arc<Node>,
    pub stop: watch::Sender<bool>,
    pub under_way: TaskTracker,
    database: Database,
}

/// A Monday morning: what goes on in the demonstration depends on the hour.
const NOW: &str = "2026-03-02T09:30:00Z";

static TOWN: Template = Template::new();

async fn found(url: &str) {
    let node = node::open(&config_of(url)).await.expect("a node");
    seed::demo(&node, &DemoOptions { seed: 1, size: Size::Town }).await.expect("a demo");
    node.db.close().await;
}

fn config_of(database_url: &str) -> Config {
    let config = config::read("", "lacznik.toml", []).expect("no setting is needed");
    Config { database_url: database_url.into(), demo_now: Some(NOW.to_owned()), ..config }
}

impl Demo {
    /// People reach it at this address; `https` makes cookies `Secure`.
    pub async fn new(public_url: &str) -> Self {
        let database = TOWN.sqlite(found).await.expect("a database");
        let config = Config { public_url: public_url.into(), ..config_of(&database.url) };
        let node = node::open(&config).await.expect("a node");
        let (stop, shutdown) = watch::channel(false);
        let state = AppState::new(config, node.clone(), shutdown.clone());
        let under_way = state.under_way.clone();
        let program = router(state);
        tokio::spawn(backend::events::relay(node.clone(), shutdown));
        Self { program, node, stop, under_way, database }
    }

    pub fn visitor(&self) -> Cx {
        Cx { node: self.node.clone(), actor: Actor::Visitor, account: None, locale: Locale::Pl }
    }

    /// The persona whose address begins like this.
    pub async fn persona(&self, address: &str) -> PersonId {
        let address = seed::PERSONAS.iter().find(|known| known.starts_with(address)).expect("a persona");
        let mut tx = self.node.db.read().await.expect("a transaction");
        let person = backend::store::people::find_by_email(&mut tx, address).await.expect("a look");
        person.expect("a person").id
    }

    /// A session of a persona: the cookie, and the context of its use cases.
    pub async fn signed_in(&self, address: &str) -> (String, Cx) {
        let person = self.persona(address).await;
        let token = sign_in::as_persona(&self.visitor(), person).await.expect("signed in");
        let resumed = sign_in::resume(&self.node, &token).await.expect("a look").expect("a session");
        let sign_in::Resumed { actor, account, locale } = resumed;
        let cx = Cx { node: self.node.clone(), actor, account: Some(account), locale };
        (format!("lacznik={}", token.as_str()), cx)
    }

    /// Sends a form as our own pages do.
    pub async fn post(&self, path: &str, cookie: &str, body: &str, accept: &str) -> Response<Body> {
        self.post_from("/wejscie", path, cookie, body, accept).await
    }

    /// The same from a page of this address.
    pub async fn post_from(
        &self,
        page: &str,
        path: &str,
        cookie: &str,
        body: &str,
        accept: &str,
    ) -> Response<Body> {
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(HOST, "127.0.0.1:3000")
            .header("sec-fetch-site", "same-origin")
            .header("referer", format!("http://127.0.0.1:3000{page}"))
            .header(COOKIE, cookie)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(ACCEPT, accept);
        self.send(request.body(Body::from(body.to_owned())).expect("a request")).await
    }

    pub async fn get(&self, path: &str, cookie: &str) -> Response<Body> {
        let request = Request::builder().uri(path).header(HOST, "127.0.0.1:3000").header(COOKIE, cookie);
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    pub async fn send(&self, request: Request<Body>) -> Response<Body> {
        self.program.clone().oneshot(request).await.expect("the router never fails")
    }
}

/// The whole body as text.
pub async fn text(response: Response<Body>) -> String {
    let bytes = response.into_body().collect().await.expect("a body").to_bytes();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A slot that this volunteer can claim.
pub async fn open_slot(cx: &Cx) -> SlotId {
    let query = CalendarQuery { span: CalendarSpan::Agenda, ..CalendarQuery::default() };
    let mut day = None;
    for _ in 0..10 {
        let view = calendar::browse(cx, CalendarQuery { day, ..query.clone() }).await.expect("a calendar");
        let mut slots = view.days.iter().flat_map(|day| &day.slots);
        if let Some(slot) = slots.find(|slot| slot.standing == Standing::Open) {
            return slot.id;
        }
        day = view.next;
    }
    panic!("no slot is open")
}
