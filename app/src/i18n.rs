//! The reader's language, and texts in it.

use domain::locale::{Locale, Value};
use leptos::prelude::*;

/// The text of a key, with variables if it has some: `t!("slot-count", count = 3)`.
#[macro_export]
macro_rules! t {
    ($key:expr) => { $crate::i18n::text($key, &[]) };
    ($key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::i18n::text($key, &[$((stringify!($name), $value.into())),+])
    };
}

/// The reader's language: one for the whole page, changed by loading the page anew.
pub fn use_locale() -> Locale {
    use_context::<Locale>().unwrap_or_default()
}

/// Provides the language to everything below: the request's on the server, the document's in the browser.
pub fn provide_locale() {
    provide_context(page_locale());
}

/// Provides the language again, nearer to what asks for it: each piece of a page does, and a context is sought from
/// owner to owner.
pub fn bring_locale_near() {
    provide_context(use_locale());
}

#[cfg(feature = "ssr")]
fn page_locale() -> Locale {
    crate::ssr::locale()
}

#[cfg(not(feature = "ssr"))]
fn page_locale() -> Locale {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("lang"))
        .and_then(|lang| Locale::from_code(&lang))
        .unwrap_or_default()
}

/// See [`t!`].
pub fn text(key: &str, values: &[(&str, Value)]) -> String {
    domain::locale::text(use_locale(), key, values)
}
