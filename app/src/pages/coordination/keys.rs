//! The keyboard of the coordinator's pages. Single letters can be switched off, as WCAG 2.1.4 asks, and never act
//! while somebody types.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

const HELP: &str = "klawisze";
const SWITCH: &str = "klawisze-dzialaja";
const STORED: &str = "lacznik-keys";

/// Keys with the texts that say what they do.
pub type Keys = &'static [(&'static str, &'static str)];

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

fn are_on() -> bool {
    storage().and_then(|storage| storage.get_item(STORED).ok().flatten()).is_none()
}

fn switch(on: bool) {
    if let Some(storage) = storage() {
        // A browser that keeps nothing forgets the choice with the page.
        let _ = if on { storage.remove_item(STORED) } else { storage.set_item(STORED, "off") };
    }
}

/// Listens while the page is open; `act` says whether the key meant something. `?` opens the help.
pub fn listen(act: impl Fn(&str) -> bool + Clone + 'static) {
    Effect::new(move |_| {
        let act = act.clone();
        let handle = window_event_listener(leptos::ev::keydown, move |event| {
            if is_busy(&event) || !are_on() {
                return;
            }
            let known = match event.key().as_str() {
                "?" => {
                    toggle_help();
                    true
                }
                key => act(key),
            };
            if known {
                event.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
    });
}

/// Somebody types, or means a key for the browser.
fn is_busy(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let types = target.is_some_and(|target| {
        matches!(
            target.closest("textarea, select, input:not([type=checkbox]), [contenteditable]"),
            Ok(Some(_))
        )
    });
    types || event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented()
}

fn toggle_help() {
    let Some(help) = document().get_element_by_id(HELP) else { return };
    let open = help.has_attribute("open");
    // Setting an attribute with a valid name cannot fail.
    let _ = if open { help.remove_attribute("open") } else { help.set_attribute("open", "") };
    help.scroll_into_view();
}

/// Which key does what, and the switch.
pub fn help(keys: Keys) -> impl IntoView {
    let on = RwSignal::new(true);
    Effect::new(move |_| on.set(are_on()));
    let line = |(key, words): &(&'static str, &'static str)| {
        view! { <li><kbd class="kbd">{*key}</kbd>{t!(words)}</li> }
    };
    view! {
        <details class="fold grow" id=HELP>
            <summary>{t!("board-keys")}" "<kbd class="kbd">"?"</kbd></summary>
            <ul class="keys">{keys.iter().map(line).collect_view()}<li><kbd class="kbd">"?"</kbd>{t!("board-key-help")}</li></ul>
            <label class="check" for=SWITCH>
                <input id=SWITCH type="checkbox" prop:checked=move || on.get() on:change=move |event| {
                    on.set(event_target_checked(&event));
                    switch(on.get_untracked());
                } />
                <span>{t!("board-keys-on")}</span>
            </label>
        </details>
    }
}
