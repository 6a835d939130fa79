//! Ways to paper: the page as a file, to save or to print.

use crate::components::html::Html;
use crate::components::icon::icon;
use crate::html;
use crate::links::{href, origin};
use leptos::prelude::*;

/// Below a page: its file to save, the same to be shown and printed, further papers (key of the text, path); on paper
/// only the page's address.
pub fn paper(page: &str, file: &str, further: &[(&str, String)]) -> impl IntoView + use<> {
    let shown = format!("{file}{}druk=1", if file.contains('?') { "&" } else { "?" });
    let link = |mark: &str, key: &str, path: &str| -> Html {
        html!("<a class=\"btn quiet small\" rel=\"external\" href=\"" {href(path)} "\">" {icon(mark)} {t!(key)} "</a>")
    };
    let further: Vec<Html> = further.iter().map(|(key, path)| link("down", key, path)).collect();
    html!(
        "<div><nav class=\"paper\" aria-label=\"" {t!("paper-label")} "\">"
        {link("down", "paper-save", file)} {link("print", "paper-print", &shown)} {further}
        "</nav><p class=\"only-print page-address\" aria-hidden=\"true\">" {origin()} {href(page)} "</p></div>"
    )
}
