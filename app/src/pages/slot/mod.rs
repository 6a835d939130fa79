//! One slot: the facts, and the claim.

pub mod api;
mod claim;
pub(crate) mod draft;
pub(crate) mod facts;
mod instead;
mod stepping_back;
mod waiting;

use crate::components::icon::{family_class, icon};
use crate::components::message::problem_page;
use crate::components::paper::paper;
use crate::components::slot_card::{seats, slot_card, slot_items};
use crate::components::subscribe::take_along;
use crate::links::href;
use crate::live::use_live;
use crate::pages::roles;
use crate::pages::slot::facts::{fact, head, when_fact, where_fact};
use crate::pages::taking_part::{self, work};
use crate::wire::{read, when_there};
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
    let source = move || (id(), live.slots(), live.claims(), live.staffing());
    let slot = read(source, |(id, ..)| api::slot(id));
    let actions = claim::Actions::new();
    let part = (taking_part::Acts::new(), work::Acts::new());
    view! {
        <main class="page" id="tresc" tabindex="-1">
            <a class="back" href=href("/")>{icon("chevron-left")}{t!("nav-calendar")}</a>
            {move || when_there(async move {
                match slot.await {
                    Ok(slot) => page(&slot, actions, part).into_any(),
                    Err(error) => problem_page(&error).into_any(),
                }
            })}
        </main>
    }
}

fn page(
    slot: &Slot,
    actions: claim::Actions,
    (part, working): (taking_part::Acts, work::Acts),
) -> impl IntoView + use<> {
    let card = &slot.card;
    let roles: Vec<_> = slot.roles.iter().map(|role| (role.id, role.name.clone())).collect();
    let paragraphs = slot.description.split('\n').filter(|text| !text.trim().is_empty());
    view! {
        <Title text=card.title.clone() />
        <article class=format!("slot-page {}", family_class(card.kind.family))>
            {head(card)}
            {facts(slot)}
            <div class="prose">{paragraphs.map(|text| view! { <p>{text.to_owned()}</p> }).collect_view()}</div>
            {claim::panel(slot, actions)}
            {take_along(card.id)}
            {slot.work.as_ref().map(|work| work::panel(work, card.work_minutes.unwrap_or_default(), working))}
            {part.outcome()}
            {slot.series.as_ref().map(|series| taking_part::standing(series, &roles, slot.signed_in, part))}
            {taking_part::choose(&slot.dates, &roles, slot.signed_in, part)}
            {other_dates(slot, actions)}
            {paper(&format!("/termin/{}", card.id), &format!("/termin/{}.pdf", card.id), &[])}
        </article>
    }
}

fn facts(slot: &Slot) -> impl IntoView + use<> {
    let card = &slot.card;
    let organisation_type = t!(&format!("organisation-type-{}", slot.organisation_type.code()));
    let organisation = format!("{} · {organisation_type}", card.organisation);
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
    let for_whom = roles::needs(Some(slot.min_age), &slot.requires);
    view! {
        <dl class="facts">
            {when_fact(card)}
            {where_fact(card, &slot.place, &organisation)}
            {fact("people", t!("fact-people"), seats(card.taken, card.min_places, card.max_places, mine), others)}
            {fact("info", t!("fact-for-whom"), for_whom, checks)}
        </dl>
    }
}

fn other_dates(slot: &Slot, actions: claim::Actions) -> impl IntoView + use<> {
    (!slot.dates.is_empty()).then(|| {
        view! {
            <section class="section">
                <div class="section-head">
                    <h2>{t!("other-dates")}</h2>
                    <a href=href(&format!("/oferta/{}", slot.opportunity_id))>{t!("all-dates")}</a>
                </div>
                <ul class="day-slots">
                    {if slot.stepped_back {
                        slot.dates.iter().map(|date| {
                            view! { <li>{slot_card(date, true, stepping_back::other_date(date, actions))}</li> }
                        }).collect_view().into_any()
                    } else {
                        slot_items(&slot.dates, true).into_any()
                    }}
                </ul>
            </section>
        }
    })
}
