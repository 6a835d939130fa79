//! The calendar in the order in which it fits its reader, with the reasons.

use super::{choice, query};
use crate::components::html::Html;
use crate::components::icon::icon;
use crate::components::message::empty;
use crate::components::slot_card::slot_item;
use crate::html;
use crate::links::href;
use domain::calendar::CalendarSpan;
use domain::view::{CalendarQuery, CalendarView, FittingSlot};
use leptos::prelude::*;

/// By time, or for me: for readers who may claim, where slots stand in a list.
pub fn switch(view: &CalendarView) -> Option<Html> {
    let list = matches!(view.query.span, CalendarSpan::Agenda | CalendarSpan::Day);
    let link = |for_me: bool, key: &str| {
        choice(&query::ordered(&view.query, for_me), for_me == view.query.for_me, &t!(key))
    };
    (view.may_order && list).then(|| {
        html!(
            "<nav class=\"switch\" aria-label=\"" {t!("order-label")} "\">" {link(false, "order-time")} {link(true, "order-for-me")} "</nav>"
        )
    })
}

/// Everything, or only what the reader has and can claim: for readers who may claim. A link that says what it shows;
/// chosen, it leads back to everything.
pub fn mine(view: &CalendarView) -> Option<Html> {
    let (mine, query) = (view.query.mine, &view.query);
    (view.may_order && view.for_me.is_none()).then(|| {
        let to = href(&query::write(&CalendarQuery { mine: !mine, ..query.clone() }));
        let current = mine.then(|| html!(" aria-current=\"true\""));
        let check = mine.then(|| icon("check"));
        html!("<a class=\"chip\" href=\"" {to} "\"" {current} ">" {check} {t!("mine-and-open")} "</a>")
    })
}

/// What fits, the best first. Where nothing speaks for anything, we know too little of the reader.
pub fn list(query: &CalendarQuery, fitting: &[FittingSlot]) -> impl IntoView + use<> {
    if fitting.is_empty() {
        let (text, to, label) = if query.is_filtered() {
            (t!("nothing-filtered"), href(&query::cleared(query)), t!("filters-clear"))
        } else {
            (t!("for-me-empty"), href("/profil"), t!("for-me-profile"))
        };
        return empty(&t!("for-me-empty-title"), &text, Some((to, label))).into_any();
    }
    let unknown = fitting.iter().all(|slot| slot.fits.is_empty());
    let item = |slot: &FittingSlot| {
        let fits: Vec<String> = slot.fits.iter().map(|fit| t!(&format!("fit-{}", fit.code()))).collect();
        let why = (!fits.is_empty()).then(|| html!("<p class=\"slot-why\">" {fits.join(" · ")} "</p>"));
        slot_item(&slot.card, true, why)
    };
    let hint = unknown.then(|| {
        let way = href("/profil");
        html!(
            "<div class=\"note plain\"><p>" {t!("for-me-hint")} " <a href=\"" {way} "\">" {t!("for-me-profile")} "</a></p></div>"
        )
    });
    view! {
        {hint}
        <ul class="day-slots">{fitting.iter().map(item).collect_view()}</ul>
    }
    .into_any()
}
