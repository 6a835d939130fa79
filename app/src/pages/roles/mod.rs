//! Roles of a date and what people must be able to show: in words, as a list, as a choice.

use crate::components::field::{FieldProblem, Wrong};
use crate::components::slot_card::seats;
use crate::error::refusal_sentence;
use crate::i18n::use_locale;
use domain::claiming::Refusal;
use domain::ids::RoleId;
use domain::locale::needs_words;
use domain::text::Code;
use domain::view::RoleSeats;
use leptos::prelude::*;

/// What is needed, in words: `od 18 lat, prawo jazdy kat. B`; nothing where nothing is.
pub fn needs(min_age: Option<i64>, requires: &[Code]) -> Option<String> {
    needs_words(use_locale(), min_age, requires)
}

/// A role's name with what it needs and how full it is.
fn about(role: &RoleSeats) -> impl IntoView + use<> {
    let needs = needs(role.min_age, &role.requires).map(|needs| t!("roles-needs", what = needs));
    view! {
        <span class="role-about">
            <b>{role.name.clone()}</b>
            {needs.map(|needs| view! { <small>{needs}</small> })}
        </span>
        {seats(role.taken, role.min_places, role.max_places, false)}
    }
}

/// The roles of a date, to be read.
pub fn list(roles: &[RoleSeats]) -> Option<impl IntoView + use<>> {
    let row = |role: &RoleSeats| view! { <li class="not-now">{about(role)}</li> };
    (!roles.is_empty()).then(|| view! { <ul class="list roles">{roles.iter().map(row).collect_view()}</ul> })
}

/// What a role is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// To take a place in it.
    Take,
    /// To wait for one.
    Wait,
    /// Nothing: only why none can be had.
    Read,
}

impl Choice {
    /// The reader can do that with this role.
    pub fn has(self, role: &RoleSeats) -> bool {
        match self {
            Self::Take => role.refusal.is_none(),
            Self::Wait => role.refusal == Some(Refusal::Full),
            Self::Read => false,
        }
    }
}

/// The choice of a role, with the reason beside each that cannot be had; where only one can, nothing is asked. What is
/// chosen stays in `chosen`, which outlives a fresh reading of the page.
pub fn choose(
    roles: &[RoleSeats],
    choice: Choice,
    id: &'static str,
    chosen: RwSignal<String>,
    wrong: Wrong,
) -> Option<impl IntoView + use<>> {
    if roles.is_empty() {
        return None;
    }
    let locale = use_locale();
    let mut possible = roles.iter().filter(|role| choice.has(role));
    let only: Option<RoleId> = match (possible.next(), possible.next()) {
        (Some(only), None) => Some(only.id),
        _ => None,
    };
    let sentence = Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, "role")));
    let error_id = format!("{id}-e");
    let described = error_id.clone();
    let row = |role: &RoleSeats| {
        let value = role.id.to_string();
        if !choice.has(role) {
            let reason = role
                .refusal
                .as_ref()
                .map(|refusal| view! { <small class="why">{refusal_sentence(locale, refusal)}</small> });
            return view! { <li class="not-now">{about(role)}{reason}</li> }.into_any();
        }
        if only.is_some() {
            return view! { <li class="not-now chosen"><input type="hidden" name="form[role]" value=value />{about(role)}</li> }
                .into_any();
        }
        let (mine, now) = (value.clone(), value.clone());
        view! {
            <li>
                <label class="radio">
                    <input
                        type="radio"
                        name="form[role]"
                        value=value.clone()
                        required
                        checked=chosen.with_untracked(|chosen| *chosen == now)
                        aria-describedby=described.clone()
                        on:change=move |_| chosen.set(mine.clone())
                    />
                    <span class="role-row">{about(role)}</span>
                </label>
            </li>
        }
        .into_any()
    };
    let title = if only.is_some() { t!("roles-one") } else { t!("roles-choose") };
    Some(view! {
        <fieldset class="choices roles" id=id>
            <legend>{title}</legend>
            <ul>{roles.iter().map(row).collect_view()}</ul>
            <FieldProblem id=error_id sentence />
        </fieldset>
    })
}

/// The choice of a role for several dates at once; nothing where there is no choice.
pub fn select(roles: &[(RoleId, String)], id: &'static str, typed: &str) -> Option<impl IntoView + use<>> {
    if roles.len() < 2 {
        return None;
    }
    let option = |(role, name): &(RoleId, String)| {
        let value = role.to_string();
        let selected = value == typed;
        view! { <option value=value selected=selected>{name.clone()}</option> }
    };
    Some(view! {
        <div class="field">
            <label for=id>{t!("roles-choose")}</label>
            <select class="select" id=id name="form[role]" required>
                <option value="">{t!("reply-choose")}</option>
                {roles.iter().map(option).collect_view()}
            </select>
        </div>
    })
}

/// A role as a tag beside a name.
pub fn tag(role: Option<&String>) -> Option<impl IntoView + use<>> {
    role.map(|role| view! { " "<span class="tag role-tag">{role.clone()}</span> })
}
