//! `GET /live`: what changed, as server-sent events, for people who signed in.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::extract::{Query, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use backend::context::Cx;
use backend::events::{concerns, replay, stopped};
use backend::service::sign_in;
use backend::session::{Token, cookie_name};
use domain::event::{LiveEvent, Topic};
use futures::Stream;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use tokio::sync::{broadcast, watch};

use crate::router::AppState;
use crate::session::cookie;

/// A silent line this often keeps proxies from closing the stream.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// From where on.
#[derive(Debug, Deserialize)]
pub struct From {
    /// The event number that the page already shows.
    since: Option<i64>,
}

/// Opens the stream. A visitor gets 204, at which a browser does not ask again.
pub async fn live(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    Query(from): Query<From>,
    headers: HeaderMap,
) -> Response {
    let token = cookie(&headers, cookie_name(state.config.secure())).and_then(Token::parse);
    let (Some(token), Some(_)) = (token, cx.actor.person_id()) else {
        return StatusCode::NO_CONTENT.into_response();
    };
    let last_id = headers.get("last-event-id").and_then(|id| id.to_str().ok()).and_then(|id| id.parse().ok());
    // Listen first, then read what was: nothing falls between.
    let events = cx.node.live.subscribe();
    let since = last_id.or(from.since);
    let (last, backlog, reset) = match since {
        None => (0, VecDeque::new(), false),
        Some(since) => match replay(&cx, since).await {
            Ok(Some(missed)) => (since, missed.into_iter().collect(), false),
            Ok(None) => (0, VecDeque::new(), true),
            Err(error) => {
                tracing::error!(%error, "The live stream could not be opened.");
                return StatusCode::SERVICE_UNAVAILABLE.into_response();
            }
        },
    };
    let listening = Listening { cx, token, events, stop: state.shutdown.clone(), backlog, last, reset };
    Sse::new(listening.stream()).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)).into_response()
}

/// One open stream.
struct Listening {
    cx: Cx,
    token: Token,
    events: broadcast::Receiver<Arc<LiveEvent>>,
    stop: watch::Receiver<bool>,
    /// Missed events that are still to be sent.
    backlog: VecDeque<LiveEvent>,
    /// The last event this stream has dealt with.
    last: i64,
    /// Some events are gone: the page must read everything again.
    reset: bool,
}

impl Listening {
    fn stream(self) -> impl Stream<Item = Result<Event, Infallible>> {
        futures::stream::unfold(self, |mut listening| async {
            let event = listening.next().await?;
            Some((Ok(event), listening))
        })
    }

    /// The next event to send; `None` ends the stream: the program stops, or the session is over.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if std::mem::take(&mut self.reset) {
                return Some(Event::default().event("reset").data("{}"));
            }
            if let Some(missed) = self.backlog.pop_front() {
                self.last = missed.seq;
                return event(&missed);
            }
            tokio::select! {
                () = stopped(&mut self.stop) => return None,
                received = self.events.recv() => match received {
                    Ok(found) if found.seq != 0 && found.seq <= self.last => {}
                    Ok(found) => {
                        self.last = self.last.max(found.seq);
                        if !self.still_signed_in(&found).await {
                            return None;
                        }
                        if concerns(&found, &self.cx.actor) {
                            return event(&found);
                        }
                    }
                    Err(broadcast::error::RecvError::Lagged(_)) => self.reset = true,
                    Err(broadcast::error::RecvError::Closed) => return None,
                },
            }
        }
    }

    /// An event about this very person may mean that the session ended or the roles changed.
    async fn still_signed_in(&mut self, found: &LiveEvent) -> bool {
        if found.topic != Topic::Person || found.person_id != self.cx.actor.person_id() {
            return true;
        }
        match sign_in::resume(&self.cx.node, &self.token).await {
            Ok(Some(resumed)) => {
                (self.cx.actor, self.cx.account) = (resumed.actor, Some(resumed.account));
                true
            }
            Ok(None) | Err(_) => false,
        }
    }
}

/// The event as the browser reads it; its number, if it has one, is the id to come back with.
fn event(found: &LiveEvent) -> Option<Event> {
    let event = Event::default().event("change");
    let event = if found.seq == 0 { event } else { event.id(found.seq.to_string()) };
    Some(event.data(app::wire::letters(found).ok()?))
}
