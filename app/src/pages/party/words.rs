//! A group, or a friend, in a line.

use crate::components::icon::icon;
use crate::i18n::use_locale;
use crate::links::href;
use domain::locale::{day_short, time};
use domain::view::{Alongside, PartyLine};
use leptos::prelude::*;

/// A group in words: what it is called, how many people and names, what is missing. `klasa 2b · 12 osób · 7 nazwisk`.
pub fn party_words(line: &PartyLine) -> String {
    let at = format!("{}, {}", day_short(use_locale(), line.until.day().into()), time(line.until));
    let parts = [
        Some(t!("party-line", name = line.name.clone(), places = line.places)),
        Some(t!("party-names-count", names = line.names)),
        (line.wrong > 0).then(|| t!("party-names-wrong", count = line.wrong)),
        (!line.closed && line.missing() > 0).then(|| t!("party-names-until", until = at)),
        (line.freed > 0).then(|| t!("party-freed", count = line.freed)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The same with the way to its list, or that somebody comes with a friend; nothing for who comes alone.
pub fn with_others(places: i64, party: Option<&PartyLine>) -> Option<AnyView> {
    match party {
        Some(line) => {
            let to = href(&format!("/grupa/{}", line.claim_id));
            Some(
                view! { <p class="others">{icon("people")}<a href=to>{party_words(line)}</a></p> }.into_any(),
            )
        }
        None if places > 1 => {
            Some(view! { <p class="others">{icon("people")}{t!("party-two")}</p> }.into_any())
        }
        None => None,
    }
}

/// The same for one of those who do not come alone.
pub fn alongside(other: &Alongside) -> Option<AnyView> {
    with_others(other.places, other.party.as_ref())
}
