//! Several dates at once: the boxes of those that can be had, and why the others cannot.

use super::Acts;
use super::api::ClaimDates;
use crate::components::field::FieldProblem;
use crate::components::slot_card::{claim_class, seats};
use crate::error::refusal_sentence;
use crate::forms::{ActionForm, typed};
use crate::i18n::use_locale;
use crate::pages::roles;
use domain::form::DatesForm;
use domain::ids::RoleId;
use domain::locale::when;
use domain::view::{SlotCard, Standing};
use leptos::prelude::*;

/// The fold with the dates of an opportunity; nothing for visitors, or where fewer than two can be had.
pub fn choose(
    dates: &[SlotCard],
    roles: &[(RoleId, String)],
    signed_in: bool,
    acts: Acts,
) -> Option<impl IntoView + use<>> {
    let open = dates.iter().filter(|date| date.standing == Standing::Open).count();
    if !signed_in || open < 2 {
        return None;
    }
    let typed = typed::<ClaimDates>().map(|typed| typed.form);
    let unfolded = typed.is_some();
    let DatesForm { slots: typed, role } = typed.unwrap_or_default();
    let wrong = move || {
        let error = acts.claim.value().get().and_then(Result::err)?;
        error.fields().iter().any(|field| field.field == "slots").then(|| t!("choose-none"))
    };
    let rows = dates.iter().map(|date| view! { <li>{row(date, &typed, acts)}</li> }).collect_view();
    let pending = acts.claim.pending();
    let choice = roles::select(roles, "rola-terminy", &role);
    let content = view! {
        <ActionForm action=acts.claim attr:class="form">
            <fieldset class="choices">
                <legend class="soft">{t!("choose-lede")}</legend>
                <ul>{rows}</ul>
            </fieldset>
            {choice}
            <FieldProblem id="choose-e".to_owned() sentence=Signal::derive(wrong) />
            <button class="btn wide" type="submit" aria-busy=move || pending.get().then_some("true")>
                {t!("choose-do")}
            </button>
        </ActionForm>
    };
    Some(acts.fold("dates", unfolded, t!("choose-title"), content))
}

fn row(date: &SlotCard, typed: &[String], acts: Acts) -> impl IntoView + use<> {
    let locale = use_locale();
    let words = view! { <b class="num">{when(locale, date.starts_at, date.ends_at)}</b> };
    match &date.standing {
        Standing::Open => {
            let id = date.id.to_string();
            let ticked = typed.contains(&id);
            let words = view! { {words}{seats(date.taken, date.min_places, date.max_places, false)} };
            acts.tick("form[slots][]", id, ticked, words).into_any()
        }
        Standing::Mine { state, .. } => view! {
            <p class="not-now">{words}<span class=claim_class(*state)>{t!(&format!("mine-{}", state.code()))}</span></p>
        }
        .into_any(),
        Standing::Closed(refusal) => view! {
            <p class="not-now">{words}<small>{refusal_sentence(locale, refusal)}</small></p>
        }
        .into_any(),
    }
}
