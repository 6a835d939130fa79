//! Forms: a browser sends them by itself, without our program running in it, and the program sends them without
//! leaving the page.

use crate::error::UiError;
use crate::wire;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use server_fn::{Bytes, ServerFn};
use std::marker::PhantomData;
use std::rc::Rc;
#[cfg(not(feature = "ssr"))]
use {
    server_fn::ContentType,
    server_fn::codec::PostUrl,
    server_fn::request::{ClientReq, browser::BrowserRequest},
};

/// Forms up to this size outlive their page.
#[cfg(not(feature = "ssr"))]
const MOST_OUTLIVING_BYTES: usize = 16 * 1024;

/// What was typed into a form that was refused: the server shows its page again with this, see `server::refused`.
#[derive(Clone, Debug)]
pub struct Typed {
    /// The address of the server function.
    pub address: String,
    /// The form as it was sent.
    pub body: String,
}

/// The form of this action as it was typed, if it was just refused.
#[cfg(feature = "ssr")]
pub fn typed<S: ServerFn + DeserializeOwned>() -> Option<S> {
    let typed = leptos::prelude::use_context::<Typed>().filter(|typed| typed.address == S::PATH)?;
    // As server functions read forms.
    serde_qs::Config::new(5, false).deserialize_str(&typed.body).ok()
}

/// Where our program runs, a form is sent without leaving its page: what was typed stays there.
#[cfg(not(feature = "ssr"))]
pub fn typed<S: ServerFn + DeserializeOwned>() -> Option<S> {
    None
}

/// What came of a server function that forms call, see [`ActionForm`]. The forms are sent as a browser sends them: the
/// program never reads them, so it need not know how.
#[derive(Debug)]
pub struct FormAction<S: ServerFn>(StoredValue<Outcome<S::Output>>, PhantomData<fn(S)>);

#[derive(Debug)]
struct Outcome<T> {
    value: RwSignal<Option<Result<T, UiError>>>,
    version: RwSignal<usize>,
    pending: RwSignal<bool>,
}

impl<T> Clone for Outcome<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Outcome<T> {}

impl<S: ServerFn> Clone for FormAction<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: ServerFn> Copy for FormAction<S> {}

impl<S: ServerFn<Output: Send + Sync + 'static>> Default for FormAction<S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S: ServerFn<Output: Send + Sync + 'static>> FormAction<S> {
    /// Nothing was sent yet, or, on the page that shows a refused form again, that it was refused.
    pub fn new() -> Self {
        let value = RwSignal::new(refused(S::PATH).map(Err));
        let outcome = Outcome { value, version: RwSignal::new(0), pending: RwSignal::new(false) };
        Self(StoredValue::new(outcome), PhantomData)
    }

    /// The latest answer.
    pub fn value(self) -> RwSignal<Option<Result<S::Output, UiError>>> {
        self.0.get_value().value
    }

    /// How many answers there were.
    pub fn version(self) -> RwSignal<usize> {
        self.0.get_value().version
    }

    /// Whether an answer is waited for.
    pub fn pending(self) -> RwSignal<bool> {
        self.0.get_value().pending
    }
}

/// Why the form of this server function was refused that the page shows again.
fn refused(path: &str) -> Option<UiError> {
    let refused =
        use_context::<leptos::server::ServerActionError>().filter(|refused| refused.path() == path)?;
    Some(server_fn::error::ServerFnUrlError::decode_err(refused.err()))
}

/// A form of a server function: with JavaScript off the browser sends it, else the program.
#[component]
pub fn ActionForm<S>(action: FormAction<S>, children: Children) -> impl IntoView
where
    S: ServerFn<Output: DeserializeOwned + Send + Sync + 'static> + 'static,
{
    let Outcome { value, version, pending } = action.0.get_value();
    let answered = move |answer| {
        // `None`: the page is gone.
        let _ = value.try_set(Some(wire::answered(answer)));
        let _ = version.try_update(|version| *version += 1);
    };
    form(S::PATH, pending, Rc::new(answered), children)
}

type Answered = Rc<dyn Fn(Result<Bytes, UiError>)>;

fn form(
    address: &'static str,
    pending: RwSignal<bool>,
    answered: Answered,
    children: Children,
) -> impl IntoView {
    let submit = move |event: SubmitEvent| {
        if !event.default_prevented() {
            event.prevent_default();
            send(&event, address, pending, Rc::clone(&answered));
        }
    };
    view! { <form action=address method="post" on:submit=submit>{children()}</form> }
}

/// A server sends no forms.
#[cfg(feature = "ssr")]
fn send(_: &SubmitEvent, _: &'static str, _: RwSignal<bool>, _: Answered) {}

/// Sends the form as the browser would have.
#[cfg(not(feature = "ssr"))]
fn send(event: &SubmitEvent, address: &'static str, pending: RwSignal<bool>, answered: Answered) {
    type Browser = server_fn::client::browser::BrowserClient;
    let Some(body) = written(event) else { return };
    pending.set(true);
    leptos::task::spawn_local(async move {
        let answer = match request(address, body) {
            Ok(request) => wire::ask::<Browser>(request).await,
            Err(problem) => Err(problem),
        };
        let _ = pending.try_set(false);
        answered(answer);
    });
}

/// A request that goes on when its page goes: what was said to be done is done. Larger forms than browsers take so
/// (64 KB of all that is under way) are sent as they are.
#[cfg(not(feature = "ssr"))]
fn request(address: &str, body: String) -> Result<BrowserRequest, UiError> {
    let kept =
        (body.len() <= MOST_OUTLIVING_BYTES).then(|| outliving_its_page(address, &body).ok()).flatten();
    let accepted = wire::Packed::CONTENT_TYPE;
    let mut request: BrowserRequest =
        ClientReq::<UiError>::try_new_post(address, PostUrl::CONTENT_TYPE, accepted, body)?;
    if let Some(kept) = kept {
        *request = kept.into();
    }
    Ok(request)
}

#[cfg(not(feature = "ssr"))]
fn outliving_its_page(address: &str, body: &str) -> Result<web_sys::Request, wasm_bindgen::JsValue> {
    let init = web_sys::RequestInit::new();
    init.set_method("POST");
    init.set_body(&body.into());
    web_sys::js_sys::Reflect::set(&init, &"keepalive".into(), &true.into())?;
    let request = web_sys::Request::new_with_str_and_init(address, &init)?;
    request.headers().set("Content-Type", PostUrl::CONTENT_TYPE)?;
    request.headers().set("Accept", wire::Packed::CONTENT_TYPE)?;
    Ok(request)
}

/// What a browser would write, with the button that was pressed.
#[cfg(not(feature = "ssr"))]
fn written(event: &SubmitEvent) -> Option<String> {
    use wasm_bindgen::JsCast;
    let form: web_sys::HtmlFormElement = event.target()?.dyn_into().ok()?;
    let fields = web_sys::UrlSearchParams::new_with_str_sequence_sequence(
        &web_sys::FormData::new_with_form(&form).ok()?.into(),
    )
    .ok()?;
    let button = event.submitter();
    let named =
        button.and_then(|button| Some((button.get_attribute("name")?, button.get_attribute("value"))));
    if let Some((name, value)) = named {
        fields.append(&name, &value.unwrap_or_default());
    }
    fields.to_string().as_string()
}
