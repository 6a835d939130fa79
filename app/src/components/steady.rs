//! A live list in which nothing jumps: while the pointer is in it, rows keep their place, who goes stays visible, who
//! comes is added at the end; it settles when the pointer leaves.

use leptos::prelude::*;

/// The order of a list on the screen.
#[derive(Debug)]
pub struct Steady<K: Send + Sync + 'static> {
    /// The rows, in the order shown.
    pub order: RwSignal<Vec<K>>,
    /// Rows that came since the list last settled.
    pub fresh: RwSignal<Vec<K>>,
    latest: StoredValue<Vec<K>>,
    inside: StoredValue<bool>,
}

impl<K: Send + Sync + 'static> Clone for Steady<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: Send + Sync + 'static> Copy for Steady<K> {}

impl<K: Clone + PartialEq + Send + Sync + 'static> Steady<K> {
    /// Follows `rows`, which grows and shrinks with a live view.
    pub fn new(rows: impl Fn() -> Vec<K> + Send + Sync + 'static) -> Self {
        let first = untrack(&rows);
        let steady = Self {
            latest: StoredValue::new(first.clone()),
            order: RwSignal::new(first),
            fresh: RwSignal::new(Vec::new()),
            inside: StoredValue::new(false),
        };
        Effect::watch(rows, move |latest, _, _| steady.take(latest), false);
        steady
    }

    fn take(self, latest: &[K]) {
        let come: Vec<K> = self
            .order
            .with_untracked(|shown| latest.iter().filter(|key| !shown.contains(key)).cloned().collect());
        self.latest.set_value(latest.to_vec());
        if self.inside.get_value() {
            if !come.is_empty() {
                self.order.update(|shown| shown.extend(come.iter().cloned()));
            }
        } else {
            self.settle();
        }
        self.fresh.set(come);
    }

    fn settle(self) {
        let latest = self.latest.get_value();
        if self.order.with_untracked(|shown| *shown != latest) {
            self.order.set(latest);
        }
    }

    /// The pointer came into the list or left it.
    pub fn pointer(self, inside: bool) {
        self.inside.set_value(inside);
        if !inside {
            self.settle();
        }
    }

    /// The row came just now.
    pub fn is_fresh(self, key: &K) -> bool {
        self.fresh.with(|fresh| fresh.contains(key))
    }
}
