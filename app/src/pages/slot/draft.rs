//! What is being typed in the panel of a slot, and which folds are open: the page is read again whenever something
//! changes, and nothing of this is lost by it.

use leptos::ev::Event;
use leptos::prelude::*;
use std::collections::HashMap;
use web_sys::{Element, HtmlInputElement};

/// What was typed, by the names of the fields; the open folds, by names of their own.
#[derive(Clone, Copy, Debug)]
pub struct Draft(StoredValue<HashMap<String, String>>);

impl Draft {
    /// Nothing typed.
    pub fn new() -> Self {
        Self(StoredValue::new(HashMap::new()))
    }

    /// Keeps what was typed into a field. Text areas and lists have a name and a value as lines have.
    pub fn keep(self, event: &Event) {
        let field: HtmlInputElement = event_target(event);
        let (name, value) = (field.name(), field.value());
        let (key, value) = match field.type_().as_str() {
            "checkbox" => {
                (format!("{name}={value}"), if field.checked() { "on".to_owned() } else { String::new() })
            }
            _ => (name, value),
        };
        self.0.update_value(|kept| {
            kept.insert(key, value);
        });
    }

    /// Keeps whether a fold is open.
    pub fn fold(self, name: &'static str, event: &Event) {
        let open = event_target::<Element>(event).has_attribute("open");
        self.0.update_value(|kept| {
            kept.insert(name.to_owned(), if open { "on".to_owned() } else { String::new() });
        });
    }

    /// What was typed under this name; `sent` if nothing was.
    pub fn text(self, name: &str, sent: &str) -> String {
        self.0.with_value(|kept| kept.get(name).cloned()).unwrap_or_else(|| sent.to_owned())
    }

    /// Whether this box is ticked, or this fold open; `sent` if it was not touched.
    pub fn is_on(self, name: &str, sent: bool) -> bool {
        self.0.with_value(|kept| kept.get(name).map_or(sent, |value| !value.is_empty()))
    }

    /// It was sent and taken.
    pub fn forget(self) {
        self.0.set_value(HashMap::new());
    }
}
