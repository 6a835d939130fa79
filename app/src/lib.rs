//! Pages, components and server functions: what the browser and the server share.
//!
//! A page is a folder in [`pages`] with its view and `api.rs`, the server functions. A server function does three
//! things: takes the context, calls one use case, returns its view. Texts come from [`t!`], never from code.
// Types of whole pages are deep where components are not erased.
#![recursion_limit = "512"]

#[macro_use]
pub mod i18n;
pub mod components;
pub mod error;
pub mod links;
pub mod live;
pub mod pages;
mod root;
pub mod shell;
#[cfg(feature = "ssr")]
pub mod ssr;

pub use root::App;
