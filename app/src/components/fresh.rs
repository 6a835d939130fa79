//! A view that the server rendered and the live stream keeps true. It changes in place: nothing is built anew, so
//! what a person types, opens or has under the pointer stays.

use crate::components::message::problem_page;
use crate::error::UiError;
use crate::live::{Connection, use_live};
use crate::wire::{Packed, when_there};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// A view kept true.
#[derive(Debug)]
pub struct Fresh<T: Send + Sync + 'static> {
    /// The latest.
    pub view: RwSignal<T>,
    asked: RwSignal<u64>,
}

impl<T: Send + Sync + 'static> Clone for Fresh<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Fresh<T> {}

impl<T: Send + Sync + 'static> Fresh<T> {
    /// Reads again, after an own change.
    pub fn again(self) {
        let _ = self.asked.try_update(|asked| *asked += 1);
    }
}

/// What the reading does at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// Nothing.
    Idle,
    /// Nothing; the last try did not arrive.
    Failed,
    /// Waits for the answer.
    Busy,
    /// Waits for an answer that is old already.
    Stale,
}

/// Starts with `first` and reads again whenever `watch` changes. One reading at a time; what happens meanwhile is
/// covered by one more; a reading that failed is repeated when the connection is back.
pub fn keep_fresh<T, Fut>(
    first: T,
    watch: impl Fn() -> u64 + 'static,
    read: impl Fn() -> Fut + 'static,
) -> Fresh<T>
where
    T: Send + Sync + 'static,
    Fut: Future<Output = Result<T, UiError>> + 'static,
{
    let live = use_live();
    let fresh = Fresh { view: RwSignal::new(first), asked: RwSignal::new(0) };
    let state = StoredValue::new(Reading::Idle);
    let read = Rc::new(read);
    let act = move |now: &(u64, Connection), before: Option<&(u64, Connection)>, _: Option<()>| {
        let changed = before.is_none_or(|before| before.0 != now.0);
        let back = state.get_value() == Reading::Failed && now.1 == Connection::On;
        if !changed && !back {
            return;
        }
        if matches!(state.get_value(), Reading::Busy | Reading::Stale) {
            state.set_value(Reading::Stale);
            return;
        }
        state.set_value(Reading::Busy);
        spawn_local(until_fresh(fresh.view, state, Rc::clone(&read)));
    };
    Effect::watch(move || (watch() + fresh.asked.get(), live.connection()), act, false);
    fresh
}

async fn until_fresh<T, Fut>(view: RwSignal<T>, state: StoredValue<Reading>, read: Rc<impl Fn() -> Fut>)
where
    T: Send + Sync + 'static,
    Fut: Future<Output = Result<T, UiError>>,
{
    loop {
        let after = match read().await {
            Ok(new) => {
                let _ = view.try_set(new);
                Reading::Idle
            }
            Err(_) => Reading::Failed,
        };
        // `None`: the page is gone.
        match state.try_get_value() {
            Some(Reading::Stale) => state.set_value(Reading::Busy),
            Some(_) => return state.set_value(after),
            None => return,
        }
    }
}

/// The page of a resource once it is there, or why it cannot be shown.
pub fn loaded<T>(
    resource: Resource<Result<T, UiError>, Packed>,
    page: impl Fn(T) -> AnyView + Copy + Send + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    view! {
        {move || when_there(async move {
            match resource.await {
                Ok(first) => page(first),
                Err(error) => problem_page(&error).into_any(),
            }
        })}
    }
}
