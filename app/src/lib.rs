//! Pages, components and server functions: what the browser and the server share.
//!
//! A page is a folder in [`pages`] with its view and `api.rs`, the server functions. A server function does three
//! things: takes the context, calls one use case, returns its view. Texts come from [`t!`], never from code.

#[macro_use]
pub mod i18n;
pub mod components;
pub mod error;
pub mod forms;
pub mod head;
pub mod links;
pub mod live;
pub mod pages;
pub mod parts;
mod root;
pub mod shell;
#[cfg(feature = "ssr")]
pub mod ssr;
pub mod widget;
pub mod wire;

pub use root::App;
