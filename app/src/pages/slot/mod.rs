//! One slot: the facts, and the claim.

pub mod api;
mod claim;

use crate::components::icon::{family_class, icon};
use crate::components::message::problem_page;
use crate::components::paper::paper;
use crate::components::slot_card::{kind_mark, seats, slot_card};
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use crate::wire::read;
use domain::locale::{day_long, time_range};
use domain::view::{SlotPage as Slot, Standing};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// One slot.
#[component]
pub fn SlotPage() -> impl IntoView {
    let live = use_live();
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let slot = read(move || (id(), live.slots(), live.claims()), |(id, ..)| api::slot(id));
    let actions = claim::Actions::new();
    view! {
        <main class="page" id="tresc" tabindex="-1">
            <a class="back" href=href("/")>{icon("chevron-left")}{t!("nav-calendar")}</a>
            <Transition>
                {move || Suspend::new(async move {
                    match slot.await {
                        Ok(slot) => page(&slot, actions).into_any(),
                        Err(error) => problem_page(&error).into_any(),
                    }
                })}
            </Transition>
        </main>
    }
}

fn page(slot: &Slot, actions: claim::Actions) -> impl IntoView + use<> {
    let card = &slot.card;
    let paragraphs = slot.description.split('\n').filter(|text| !text.trim().is_empty());
    view! {
        <Title text=card.title.clone() />
        <article class=format!("slot-page {}", family_class(card.kind.family))>
            <header class="slot-head">{kind_mark(&card.kind)}<h1>{card.title.clone()}</h1></header>
            {facts(slot)}
            <div class="prose">{paragraphs.map(|text| view! { <p>{text.to_owned()}</p> }).collect_view()}</div>
            {claim::panel(slot, actions)}
            {other_dates(slot)}
            {paper(&format!("/termin/{}", card.id), &format!("/termin/{}.pdf", card.id), &[])}
        </article>
    }
}

/// One line of the facts: its mark, its name for a screen reader, what it is.
pub fn fact(
    image: &'static str,
    name: String,
    first: bool,
    main: impl IntoView,
    small: Option<String>,
) -> impl IntoView {
    view! {
        <div class=if first { "fact first" } else { "fact" }>
            <dt>{icon(image)}<span class="sr">{name}</span></dt>
            <dd>{main}{small.map(|small| view! { <small>{small}</small> })}</dd>
        </div>
    }
}

fn facts(slot: &Slot) -> impl IntoView + use<> {
    let card = &slot.card;
    let locale = use_locale();
    let time = time_range(card.starts_at, card.ends_at);
    let place = if card.remote { t!("remote") } else { card.place.clone() };
    let district = card.district.clone().map(|name| format!(" · {name}")).unwrap_or_default();
    let organisation = format!(
        "{} · {}{district}",
        card.organisation,
        t!(&format!("organisation-type-{}", slot.organisation_type.code()))
    );
    let mine = matches!(card.standing, Standing::Mine { state, .. } if state.holds_place());
    let others = match (slot.others.is_empty(), card.missing()) {
        (false, _) => Some(slot.others.join(", ")),
        (true, missing) if missing > 0 => Some(t!("seats-missing", count = missing)),
        _ => None,
    };
    let checks = match (slot.minor_directed, slot.confidential) {
        (true, _) => Some(t!("needs-checks")),
        (false, true) => Some(t!("needs-confidentiality")),
        (false, false) => None,
    };
    view! {
        <dl class="facts">
            {fact("clock", t!("fact-when"), true, view! { {day_long(locale, card.starts_at.day().into())}", "<span class="nowrap">{time}</span> }, None)}
            {fact("pin", t!("fact-where"), false, place, Some(organisation))}
            {fact("people", t!("fact-people"), false, seats(card.taken, card.min_places, card.max_places, mine), others)}
            {fact("info", t!("fact-for-whom"), false, t!("from-age", age = card.min_age), checks)}
        </dl>
    }
}

fn other_dates(slot: &Slot) -> impl IntoView + use<> {
    (!slot.dates.is_empty()).then(|| {
        view! {
            <section class="section">
                <div class="section-head">
                    <h2>{t!("other-dates")}</h2>
                    <a href=href(&format!("/oferta/{}", slot.card.opportunity_id))>{t!("all-dates")}</a>
                </div>
                <ul class="day-slots">
                    {slot.dates.iter().map(|date| view! { <li>{slot_card(date, true, None)}</li> }).collect_view()}
                </ul>
            </section>
        }
    })
}
