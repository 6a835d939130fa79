//! The WASM entry: takes over the page that the server rendered.

use domain::locale::Part;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the script in the page's head, see `app::shell`, with the calendar's texts in the page's language.
#[wasm_bindgen]
pub fn hydrate(texts: &str) {
    console_error_panic_hook::set_once();
    domain::locale::provide(Part::Calendar, texts);
    leptos::mount::hydrate_lazy(app::App);
}
