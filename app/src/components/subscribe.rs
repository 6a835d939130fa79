//! Taking dates along: the link that a calendar program subscribes to, and one date as a file.

use crate::components::icon::icon;
use crate::html;
use crate::i18n::use_locale;
use crate::links::{href, origin};
use domain::view::CalendarQuery;
use leptos::prelude::*;

/// The path of the calendar with what a query narrows down to, as far as there is one: of an organisation, of a kind,
/// or the whole.
pub fn calendar_path(query: &CalendarQuery) -> String {
    match (&query.organisation, &query.kind) {
        (Some(id), _) => format!("/kalendarz/placowka/{id}.ics"),
        (None, Some(code)) => format!("/kalendarz/rodzaj/{code}.ics"),
        (None, None) => "/kalendarz.ics".to_owned(),
    }
}

/// The address of a path in the reader's language, with scheme and host.
pub fn whole_address(path: &str) -> String {
    format!("{}/{}{path}", origin(), use_locale().code())
}

/// The same address for programs that subscribe to it.
pub fn webcal(address: &str) -> String {
    address.split_once("://").map_or_else(|| address.to_owned(), |(_, rest)| format!("webcal://{rest}"))
}

/// How to have a calendar in a program of one's own.
pub fn subscribe(path: &str) -> impl IntoView + use<> {
    let address = whole_address(path);
    html!(
        "<section class=\"subscribe\" aria-labelledby=\"abonament\"><h2 id=\"abonament\">" {t!("subscribe-title")} "</h2>"
        "<p>" {t!("subscribe-lede")} "</p><div class=\"btn-row\">"
        "<a class=\"btn ghost\" rel=\"external\" href=\"" {webcal(&address)} "\">" {icon("calendar")} {t!("subscribe-do")} "</a>"
        "<a class=\"btn quiet\" rel=\"external\" href=\"" {address} "\">" {t!("subscribe-file")} "</a>"
        "<a class=\"btn quiet\" href=\"" {href("/udostepnianie")} "\">" {t!("subscribe-more")} "</a>"
        "</div></section>"
    )
}

/// One date as a file for the reader's calendar.
pub fn take_along(slot: impl std::fmt::Display) -> impl IntoView {
    let file = format!("/{}/termin/{slot}/kalendarz.ics", use_locale().code());
    html!(
        "<p class=\"btn-row\"><a class=\"btn ghost\" rel=\"external\" download href=\"" {file} "\">"
        {icon("calendar")} {t!("take-along")} "</a></p>"
    )
}
