//! Ways to paper: the page as a file, and the printer.

use crate::components::icon::icon;
use crate::links::{href, origin};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// Below a page: its file to save, the printer, further papers (key of the text, path); on paper only the page's address.
/// Without JavaScript the printer's link shows the file, which can be printed as well.
pub fn paper(page: &str, file: &str, further: &[(String, String)]) -> impl IntoView + use<> {
    let shown = format!("{file}{}druk=1", if file.contains('?') { "&" } else { "?" });
    let link = |(key, path): &(String, String)| view! { <a class="btn quiet small" rel="external" href=href(path)>{icon("down")}{t!(key)}</a> };
    view! {
        <nav class="paper" aria-label=t!("paper-label")>
            <a class="btn quiet small" rel="external" href=href(file)>{icon("down")}{t!("paper-save")}</a>
            <a class="btn quiet small" rel="external" href=href(&shown) on:click=print>{icon("print")}{t!("paper-print")}</a>
            {further.iter().map(link).collect_view()}
        </nav>
        {address(page)}
    }
}

/// Where the page is, for whoever holds it on paper.
fn address(page: &str) -> impl IntoView + use<> {
    view! { <p class="only-print page-address" aria-hidden="true">{format!("{}{}", origin(), href(page))}</p> }
}

#[expect(clippy::needless_pass_by_value, reason = "what a listener is given")]
fn print(event: MouseEvent) {
    event.prevent_default();
    // Where nothing can be printed, nothing happens.
    let _ = window().print();
}
