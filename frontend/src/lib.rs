//! The WASM entry: takes over the page that the server rendered.

use domain::locale::Part;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the script in the page's head, see `app::shell`, with the calendar's texts in the page's language.
#[wasm_bindgen]
pub async fn hydrate(texts: Vec<u8>) {
    console_error_panic_hook::set_once();
    domain::locale::provide(Part::Calendar, &texts);
    app::parts::fetch_shown().await;
    leptos::mount::hydrate_lazy(app::App);
}
