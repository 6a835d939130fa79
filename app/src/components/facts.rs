//! The facts of a date, as its page, an offer and an invitation tell them.

use super::icon::icon;
use super::slot_card::{duration, kind_mark};
use crate::i18n::use_locale;
use domain::locale::{day_long, time_range, when};
use domain::view::SlotCard;
use leptos::prelude::*;

/// The kind and the title.
pub fn head(card: &SlotCard) -> impl IntoView + use<> {
    view! { <header class="slot-head">{kind_mark(&card.kind)}<h1>{card.title.clone()}</h1></header> }
}

/// One line of the facts: its mark, its name for a screen reader, what it is.
pub fn fact(image: &'static str, name: String, main: impl IntoView, small: Option<String>) -> impl IntoView {
    view! {
        <div class="fact">
            <dt>{icon(image)}<span class="sr">{name}</span></dt>
            <dd>{main}{small.map(|small| view! { <small>{small}</small> })}</dd>
        </div>
    }
}

/// When it is; of a task without an hour its days and how much it is.
pub fn when_fact(card: &SlotCard) -> impl IntoView + use<> {
    let locale = use_locale();
    let (time, much) = if let Some(minutes) = card.work_minutes {
        let days = when(locale, card.starts_at, card.ends_at);
        (days.into_any(), Some(t!("window-much", much = duration(minutes))))
    } else {
        let hours = time_range(card.starts_at, card.ends_at);
        let day = day_long(locale, card.starts_at.day().into());
        (view! { {day}", "<span class="nowrap">{hours}</span> }.into_any(), None)
    };
    fact("clock", t!("fact-when"), time, much)
}

/// Where it is and whose it is.
pub fn where_fact(card: &SlotCard, place: &str, organisation: &str) -> impl IntoView + use<> {
    let place = if card.remote { t!("remote") } else { place.to_owned() };
    let district = card.district.as_ref().map(|name| format!(" · {name}")).unwrap_or_default();
    fact("pin", t!("fact-where"), place, Some(format!("{organisation}{district}")))
}
