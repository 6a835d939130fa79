//! The WASM entry: takes over the page that the server rendered.
// Types of whole pages are deep where components are not erased.
#![recursion_limit = "512"]

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the script in the page's head, see `app::shell`.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_lazy(app::App);
}
