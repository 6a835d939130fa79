//! Forms that a browser sends by itself, without our program running in it.

use leptos::server_fn::ServerFn;
use serde::de::DeserializeOwned;

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
