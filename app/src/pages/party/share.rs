//! A link to pass on: always to be read and selected; where the browser can, sent by the phone's own sheet, or copied.

use crate::components::icon::icon;
use leptos::ev::FocusEvent;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::HtmlInputElement;

/// The link with what can be done with it. Buttons appear where the browser can do it.
#[component]
pub fn Share(
    /// The whole address.
    link: String,
    /// What is sent with it.
    words: String,
) -> impl IntoView {
    let (can_share, can_copy, copied) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| {
        let navigator = JsValue::from(window().navigator());
        let has =
            |name: &str| js_sys::Reflect::get(&navigator, &name.into()).is_ok_and(|found| found.is_truthy());
        can_share.set(has("share"));
        can_copy.set(has("clipboard"));
    });
    let (to_share, to_copy) = (link.clone(), link.clone());
    let send = move |_| {
        let data = web_sys::ShareData::new();
        data.set_text(&words);
        data.set_url(&to_share);
        forgiven(&window().navigator().share_with_data(&data));
    };
    let copy = move |_| {
        let done = Closure::<dyn FnMut(JsValue)>::new(move |_| copied.set(true));
        forgiven(&window().navigator().clipboard().write_text(&to_copy).then(&done));
        done.forget();
    };
    let select = |event: FocusEvent| event_target::<HtmlInputElement>(&event).select();
    view! {
        <div class="field share">
            <label for="f-link">{t!("invite-link")}</label>
            <input class="input" id="f-link" type="text" readonly=true value=link on:focus=select />
        </div>
        <div class="btn-row">
            <button class="btn" type="button" hidden=move || !can_share.get() on:click=send>{icon("share")}{t!("invite-share")}</button>
            <button class="btn ghost" type="button" hidden=move || !can_copy.get() on:click=copy>{t!("invite-copy")}</button>
            <span class="soft" role="status">{move || copied.get().then(|| t!("invite-copied"))}</span>
        </div>
    }
}

/// Whoever closes the sheet changed their mind; nothing is wrong.
fn forgiven(promise: &js_sys::Promise) {
    let nothing = Closure::<dyn FnMut(JsValue)>::new(|_| {});
    let _ = promise.catch(&nothing);
    nothing.forget();
}
