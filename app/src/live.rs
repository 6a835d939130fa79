//! The live stream in the browser: hears that something changed and lets pages read again.

use leptos::prelude::*;
#[cfg(not(feature = "ssr"))]
use {
    crate::wire,
    domain::event::{LiveEvent, Topic},
    std::time::Duration,
};

/// Changes that follow each other this closely are told together.
#[cfg(not(feature = "ssr"))]
const TOGETHER: Duration = Duration::from_millis(150);

/// After this long a stream that the server did not give is asked for again.
#[cfg(not(feature = "ssr"))]
const AGAIN: Duration = Duration::from_secs(15);

/// What a page knows of the stream.
#[derive(Clone, Copy, Debug)]
pub struct Live {
    claims: RwSignal<u64>,
    slots: RwSignal<u64>,
    people: RwSignal<u64>,
    staffing: RwSignal<u64>,
    connected: RwSignal<Connection>,
    /// The last event heard of.
    #[cfg_attr(feature = "ssr", expect(dead_code, reason = "only a browser hears of changes"))]
    last: StoredValue<i64>,
    /// A change of claims, slots, people, staffing was heard and will be told in a moment.
    #[cfg_attr(feature = "ssr", expect(dead_code, reason = "only a browser hears of changes"))]
    waiting: [StoredValue<bool>; 4],
}

/// Whether changes arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    /// Not tried: a visitor, or before the program runs in the browser.
    Off,
    /// Changes arrive.
    On,
    /// The connection was lost and is being restored.
    Lost,
}

/// The page's stream.
pub fn use_live() -> Live {
    expect_context()
}

/// Provides the stream to everything below; it is opened by [`Live::open`].
pub fn provide_live() -> Live {
    let live = Live {
        claims: RwSignal::new(0),
        slots: RwSignal::new(0),
        people: RwSignal::new(0),
        staffing: RwSignal::new(0),
        connected: RwSignal::new(Connection::Off),
        last: StoredValue::new(0),
        waiting: std::array::from_fn(|_| StoredValue::new(false)),
    };
    provide_context(live);
    live
}

impl Live {
    /// Grows when a claim changed that concerns the reader.
    pub fn claims(self) -> u64 {
        self.claims.get()
    }

    /// Grows when a slot or an opportunity changed.
    pub fn slots(self) -> u64 {
        self.slots.get()
    }

    /// Grows when a person's record changed that concerns the reader.
    pub fn people(self) -> u64 {
        self.people.get()
    }

    /// Grows when the plan changed, or what coordinators decided for it; for a volunteer when an own offer did.
    pub fn staffing(self) -> u64 {
        self.staffing.get()
    }

    /// Grows with every change that concerns the reader.
    pub fn tick(self) -> u64 {
        self.claims() + self.slots() + self.people() + self.staffing()
    }

    /// Whether changes arrive.
    pub fn connection(self) -> Connection {
        self.connected.get()
    }

    /// Reads everything again, after an own change.
    pub fn refresh(self) {
        for signal in [self.claims, self.slots, self.people, self.staffing] {
            signal.update(|tick| *tick += 1);
        }
    }

    /// Notes a change; what follows within a moment is told together, so that a rush is one reading.
    #[cfg(not(feature = "ssr"))]
    fn heard(self, event: &LiveEvent) {
        self.last.update_value(|last| *last = event.seq.max(*last));
        let (signal, waiting) = match event.topic {
            Topic::Claim => (self.claims, self.waiting[0]),
            Topic::Slot | Topic::Opportunity => (self.slots, self.waiting[1]),
            Topic::Person => (self.people, self.waiting[2]),
            Topic::Staffing | Topic::Plan => (self.staffing, self.waiting[3]),
        };
        if waiting.try_get_value() == Some(false) {
            waiting.set_value(true);
            let tell = move || {
                waiting.set_value(false);
                signal.update(|tick| *tick += 1);
            };
            set_timeout(tell, TOGETHER);
        }
    }

    /// Opens the stream after event `since`. Does nothing on the server, and only once in a browser.
    #[cfg(feature = "ssr")]
    pub fn open(self, _since: i64) {}

    /// Opens the stream after event `since`. Does nothing on the server, and only once in a browser.
    #[cfg(not(feature = "ssr"))]
    pub fn open(self, since: i64) {
        if self.connected.get_untracked() == Connection::Off {
            self.connected.set(Connection::Lost);
            self.last.set_value(since);
            self.listen();
        }
    }

    /// Listens from the last event on. A browser comes back by itself after a lost connection, but not after an answer
    /// that is no stream: a proxy's while the program starts anew, or 204 while nobody is signed in.
    #[cfg(not(feature = "ssr"))]
    fn listen(self) {
        use wasm_bindgen::{JsCast, closure::Closure};
        use web_sys::{Event, EventSource, MessageEvent};

        let Ok(source) = EventSource::new(&format!("/live?since={}", self.last.get_value())) else { return };
        let on = |name: &str, act: Box<dyn Fn(Event)>| {
            let act = Closure::<dyn Fn(Event)>::wrap(act);
            // Adding a listener to an open source cannot fail.
            let _ = source.add_event_listener_with_callback(name, act.as_ref().unchecked_ref());
            // The stream lives as long as the page.
            act.forget();
        };
        on("open", Box::new(move |_| self.connected.set(Connection::On)));
        on("reset", Box::new(move |_| self.refresh()));
        let change = move |event: Event| {
            let data = event.dyn_into::<MessageEvent>().ok().and_then(|message| message.data().as_string());
            match data.and_then(|data| wire::read_letters::<LiveEvent>(&data).ok()) {
                Some(event) => self.heard(&event),
                None => self.refresh(),
            }
        };
        on("change", Box::new(change));
        let ended = source.clone();
        let lost = move |_| {
            self.connected.set(Connection::Lost);
            if ended.ready_state() == EventSource::CLOSED {
                set_timeout(move || self.listen(), AGAIN);
            }
        };
        on("error", Box::new(lost));
        std::mem::forget(source);
    }
}
