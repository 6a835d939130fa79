//! One person on a host's list: the telephone before the slot begins, presence and hours after.

use super::Outcome;
use super::api::{self, RecordPresence};
use crate::components::fresh::Fresh;
use crate::components::icon::icon;
use crate::i18n::use_locale;
use domain::claim::ClaimState;
use domain::ids::ClaimId;
use domain::locale::text;
use domain::view::{HostPerson, HostSlot, HostView};
use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use server_fn::ServerFn;

/// A row. What is recorded shows at once.
#[component]
pub fn Guest(
    id: ClaimId,
    date: Memo<Option<HostSlot>>,
    fresh: Fresh<HostView>,
    outcome: Outcome,
) -> impl IntoView {
    let locale = use_locale();
    let person = Memo::new(move |_| {
        date.with(|slot| {
            slot.iter().flat_map(|slot| &slot.people).find(|person| person.claim_id == id).cloned()
        })
    });
    let name =
        person.with_untracked(|person| person.as_ref().map(|person| person.name.clone())).unwrap_or_default();
    let length = date
        .with_untracked(|slot| slot.as_ref().map_or(0, |slot| slot.ends_at.minutes_since(slot.starts_at)));
    let begun = Memo::new(move |_| date.with(|slot| slot.as_ref().is_some_and(|slot| slot.has_begun)));
    let known = Memo::new(move |_| {
        person.with(|person| person.as_ref().map_or(ClaimState::Approved, |person| person.state))
    });
    let wished = RwSignal::new(None::<ClaimState>);
    let state = Memo::new(move |_| wished.get().unwrap_or(known.get()));
    let minutes = RwSignal::new(minutes_of(person.get_untracked().as_ref(), length));
    let said = name.clone();
    let record = Callback::new(move |came: Option<bool>| {
        let (to, key) = match came {
            Some(true) => (ClaimState::Attended, "host-recorded-came"),
            Some(false) => (ClaimState::NoShow, "host-recorded-missed"),
            None => (ClaimState::Approved, "host-recorded-reset"),
        };
        wished.set(Some(to));
        let words = text(locale, key, vec![("name", said.clone().into())]);
        spawn_local(async move {
            let typed = minutes.get_untracked();
            let answer = api::record_presence(id, came, typed).await;
            if answer.is_ok() {
                let _ = fresh.view.try_update(|view| set_state(view, id, to));
            }
            let _ = wished.try_set(None);
            let _ = outcome.try_set(Some(answer.map(|()| words)));
            fresh.again();
        });
    });
    view! {
        <li>
            <span class="avatar small" aria-hidden="true">{initials(&name)}</span>
            <div class="grow">
                <b>{name.clone()}</b>
                {move || person.get().map(|person| phone(&person))}
            </div>
            {
                let name = name.clone();
                move || begun.get().then(|| presence(id, &name, state, minutes, record))
            }
        </li>
    }
}

fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect()
}

fn minutes_of(person: Option<&HostPerson>, length: i64) -> String {
    person.and_then(|person| person.minutes).unwrap_or(length).to_string()
}

fn set_state(view: &mut HostView, id: ClaimId, state: ClaimState) {
    let slots = view.to_confirm.iter_mut().chain(&mut view.coming).chain(&mut view.confirmed);
    for person in slots.flat_map(|slot| &mut slot.people).filter(|person| person.claim_id == id) {
        person.state = state;
    }
}

fn phone(person: &HostPerson) -> impl IntoView + use<> {
    (!person.phone.is_empty()).then(|| {
        let number: String = person.phone.chars().filter(|c| !c.is_whitespace()).collect();
        view! {
            <br />
            <a href=format!("tel:{number}") aria-label=t!("host-call", name = person.name.clone())>
                {icon("phone")}
                <span class="num">{person.phone.clone()}</span>
            </a>
        }
    })
}

/// Came or did not come, with minutes; a plain form until the program runs in the browser.
fn presence(
    id: ClaimId,
    name: &str,
    state: Memo<ClaimState>,
    minutes: RwSignal<String>,
    record: Callback<Option<bool>>,
) -> impl IntoView + use<> {
    let field = format!("minuty-{id}");
    let act = move |came: Option<bool>| {
        move |event: MouseEvent| {
            event.prevent_default();
            record.run(came);
        }
    };
    let pressed = move |wanted: ClaimState| move || (state.get() == wanted).to_string();
    view! {
        <form class="row tight" method="post" action=RecordPresence::url() on:submit=move |event: SubmitEvent| event.prevent_default()>
            <input type="hidden" name="id" value=id.to_string() />
            <div class="switch" role="group" aria-label=t!("host-presence", name = name.to_owned())>
                <button class="good" type="submit" name="came" value="true" aria-pressed=pressed(ClaimState::Attended) on:click=act(Some(true))>
                    {t!("host-came")}
                </button>
                <button class="urgent" type="submit" name="came" value="false" aria-pressed=pressed(ClaimState::NoShow) on:click=act(Some(false))>
                    {t!("host-missed")}
                </button>
            </div>
            <label class="sr" for=field.clone()>{t!("host-minutes")}</label>
            <input
                class="input short hours-input"
                id=field
                name="minutes"
                type="number"
                inputmode="numeric"
                min="1"
                max="1440"
                value=minutes.get_untracked()
                prop:value=move || minutes.get()
                on:input=move |event| minutes.set(event_target_value(&event))
            />
            <span class="soft" aria-hidden="true">{t!("host-minutes-unit")}</span>
            {move || match state.get() {
                ClaimState::Attended => Some(view! {
                    <button class="btn small quiet" type="submit" name="came" value="true" on:click=act(Some(true))>{t!("host-minutes-save")}</button>
                }.into_any()),
                ClaimState::NoShow => Some(view! {
                    <button class="btn small quiet" type="submit" on:click=act(None)>{t!("host-reset")}</button>
                }.into_any()),
                _ => None,
            }}
        </form>
    }
}
