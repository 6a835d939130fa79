//! An offer: a place that a volunteer is asked to take. Opened from a mail by its key, without signing in, or by the
//! person who was asked. Opening it changes nothing.

pub mod answer;
pub mod api;

use crate::components::icon::{family_class, icon};
use crate::components::message::problem_page;
use crate::forms::{FormAction, typed};
use crate::links::href;
use crate::live::use_live;
use crate::pages::slot::facts::{fact, head, when_fact, where_fact};
use crate::wire::{read, when_there};
use answer::Looks;
use api::AnswerOffer;
use domain::offer::{OfferCause, OfferState};
use domain::view::OfferView;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

/// One big button, and a quiet way to say no.
const BIG: Looks = Looks { forms: ["claim-act", "claim-back"], buttons: ["btn big", "btn quiet wide"] };

/// One offer.
#[component]
pub fn OfferPage() -> impl IntoView {
    let live = use_live();
    let (params, query) = (use_params_map(), use_query_map());
    let id = move || params.read().get("id").unwrap_or_default();
    // A form that was refused brings the key back.
    let sent = StoredValue::new(typed::<AnswerOffer>().map(|form| form.klucz).unwrap_or_default());
    let key = move || query.read().get("klucz").unwrap_or_else(|| sent.get_value());
    let offer = read(move || (id(), key(), live.staffing()), |(id, key, _)| api::offer(id, key));
    let action = answer::answering();
    view! {
        <main class="page" id="tresc" tabindex="-1">
            {move || {
                let key = key();
                when_there(async move {
                    match offer.await {
                        Ok(offer) => page(&offer, &key, action).into_any(),
                        Err(error) => problem_page(&error).into_any(),
                    }
                })
            }}
        </main>
    }
}

fn page(offer: &OfferView, key: &str, action: FormAction<AnswerOffer>) -> impl IntoView + use<> {
    let card = &offer.slot;
    view! {
        <Title text=card.title.clone() />
        <article class=format!("slot-page {}", family_class(card.kind.family))>
            {head(card)}
            {facts(offer)}
            <section class="claim" aria-live="polite">
                {answer::refused(action)}
                {match offer.state {
                    OfferState::Open => question(offer, key, action).into_any(),
                    state => answered(offer, state).into_any(),
                }}
            </section>
        </article>
    }
}

fn facts(offer: &OfferView) -> impl IntoView + use<> {
    let card = &offer.slot;
    let role = offer.role.clone().map(|role| t!("roles-as", role = role));
    view! {
        <dl class="facts">
            {when_fact(card)}
            {role.map(|role| fact("person", t!("roles-title"), role, None))}
            {where_fact(card, &offer.place, &card.organisation)}
        </dl>
    }
}

/// It waits for an answer.
fn question(offer: &OfferView, key: &str, action: FormAction<AnswerOffer>) -> impl IntoView + use<> {
    view! {
        <h2>{t!("asked-question")}</h2>
        {answer::because(offer).map(|why| view! { <p>{why}</p> })}
        {answer::answers(offer, key, action, BIG)}
        <p class="claim-promise">{t!("asked-until", until = answer::until(offer.until))}</p>
    }
}

/// It is over: where it stands, and what next.
fn answered(offer: &OfferView, state: OfferState) -> impl IntoView + use<> {
    let (class, image) = match state {
        OfferState::Accepted => ("good", "check-circle"),
        OfferState::Agreed => ("wait", "clock"),
        _ => ("closed", "info"),
    };
    let code = state.code();
    let (to, label) = match state {
        OfferState::Accepted | OfferState::Agreed => (href("/moje"), t!("nav-mine")),
        OfferState::Expired => (href(&format!("/termin/{}", offer.slot.id)), t!("asked-slot")),
        _ => (href("/"), t!("to-calendar")),
    };
    let between_us = matches!(offer.cause, OfferCause::StandIn | OfferCause::Swap);
    let next = match state {
        OfferState::TakenBack if between_us => t!("asked-gone"),
        _ => t!(&format!("asked-next-{code}")),
    };
    view! {
        <h2>{t!("asked-yours")}</h2>
        <p class=format!("claim-state {class}")>{icon(image)}{t!(&format!("asked-state-{code}"))}</p>
        <p class="claim-promise">{next}</p>
        <a class="btn ghost wide" href=to>{label}</a>
    }
}
