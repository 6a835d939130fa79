//! One person on a host's list: the telephone before the slot begins, presence and hours after.

use super::api::{self, RecordPresence};
use super::{Outcome, group};
use crate::components::fresh::Fresh;
use crate::components::icon::icon;
use crate::components::questions::answers;
use crate::components::slot_card::duration;
use crate::i18n::use_locale;
use crate::pages::roles;
use domain::claim::ClaimState;
use domain::ids::ClaimId;
use domain::locale::{Locale, text};
use domain::view::{HostPerson, HostSlot, HostView};
use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use server_fn::ServerFn;

/// What is known and recorded about a person. What is recorded shows at once.
#[derive(Clone, Copy)]
struct Presence {
    id: ClaimId,
    person: Memo<Option<HostPerson>>,
    /// What the host has just said; the server's answer is still to come.
    said: RwSignal<Option<ClaimState>>,
    minutes: RwSignal<String>,
    /// The most minutes that make sense.
    most: Memo<i64>,
    /// The minutes were not taken.
    wrong: RwSignal<bool>,
    fresh: Fresh<HostView>,
    outcome: Outcome,
    locale: Locale,
}

impl Presence {
    fn new(id: ClaimId, date: Memo<Option<HostSlot>>, fresh: Fresh<HostView>, outcome: Outcome) -> Self {
        let is_this = move |slot: &Option<HostSlot>| {
            slot.iter().flat_map(|slot| &slot.people).find(|person| person.claim_id == id).cloned()
        };
        let person = Memo::new(move |_| date.with(is_this));
        let length = date.with_untracked(|slot| slot.as_ref().map_or(0, |slot| length(slot, id)));
        let whole = |slot: &HostSlot| slot.work_minutes.map(|_| slot.ends_at.minutes_since(slot.starts_at));
        let most = Memo::new(move |_| date.with(|slot| slot.as_ref().and_then(whole)).unwrap_or(1_440));
        let confirmed =
            Memo::new(move |_| person.with(|person| person.as_ref().and_then(|person| person.minutes)));
        let minutes = RwSignal::new(confirmed.get_untracked().unwrap_or(length).to_string());
        let follow = move |confirmed: &Option<i64>, _: Option<&Option<i64>>, _: Option<()>| {
            if let Some(confirmed) = confirmed {
                minutes.set(confirmed.to_string());
            }
        };
        Effect::watch(move || confirmed.get(), follow, false);
        let (said, wrong) = (RwSignal::new(None), RwSignal::new(false));
        Self { id, person, said, minutes, most, wrong, fresh, outcome, locale: use_locale() }
    }

    fn state(self) -> ClaimState {
        let known =
            self.person.with(|person| person.as_ref().map_or(ClaimState::Approved, |person| person.state));
        self.said.get().unwrap_or(known)
    }

    fn name(self) -> String {
        self.person
            .with_untracked(|person| person.as_ref().map(|person| person.name.clone()))
            .unwrap_or_default()
    }

    fn record(self, came: Option<bool>) {
        let (to, key) = match came {
            Some(true) => (ClaimState::Attended, "host-recorded-came"),
            Some(false) => (ClaimState::NoShow, "host-recorded-missed"),
            None => (ClaimState::Approved, "host-recorded-reset"),
        };
        self.said.set(Some(to));
        let words = text(self.locale, key, &[("name", self.name().into())]);
        let minutes = self.minutes.get_untracked();
        spawn_local(async move {
            let answer = api::record_presence(self.id, came, minutes).await;
            if answer.is_ok() {
                let _ = self.fresh.view.try_update(|view| set_state(view, self.id, to));
            }
            let _ = self.said.try_set(None);
            let _ = self.wrong.try_set(answer.as_ref().is_err_and(|error| !error.fields().is_empty()));
            let _ = self.outcome.try_set(Some(answer.map(|()| words)));
            self.fresh.again();
        });
    }
}

/// How long a person helped if nobody says otherwise: of a task without an hour what they noted, or all of it.
fn length(slot: &HostSlot, id: ClaimId) -> i64 {
    let person = slot.people.iter().find(|person| person.claim_id == id);
    match slot.work_minutes {
        Some(work) => person.and_then(|person| person.noted).unwrap_or(work),
        None => slot.ends_at.minutes_since(slot.starts_at),
    }
}

fn set_state(view: &mut HostView, id: ClaimId, state: ClaimState) {
    let slots = view.to_confirm.iter_mut().chain(&mut view.coming).chain(&mut view.confirmed);
    for person in slots.flat_map(|slot| &mut slot.people).filter(|person| person.claim_id == id) {
        person.state = state;
    }
}

/// A row.
#[component]
pub fn Guest(
    id: ClaimId,
    date: Memo<Option<HostSlot>>,
    fresh: Fresh<HostView>,
    outcome: Outcome,
) -> impl IntoView {
    let presence = Presence::new(id, date, fresh, outcome);
    let begun = Memo::new(move |_| date.with(|slot| slot.as_ref().is_some_and(|slot| slot.has_begun)));
    let name = presence.name();
    let recording = group::recording(fresh, outcome);
    view! {
        <li>
            <span class="avatar small" aria-hidden="true">
                {initials(&name)}
            </span>
            <div class="grow">
                <b>{name}</b>
                {move || presence.person.get().map(|person| roles::tag(person.role.as_ref()))}
                <br />
                {move || presence.person.get().map(|person| phone(&person))}
                {move || presence.person.get().and_then(|person| noted(&person))}
                {move || presence.person.get().map(|person| answers(&person.answers))}
            </div>
            {move || begun.get().then(|| form(presence))}
            {move || presence.person.get().map(|person| group::panel(&person, begun.get(), recording))}
        </li>
    }
}

fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect()
}

/// What they noted themselves of a task without an hour.
fn noted(person: &HostPerson) -> Option<impl IntoView + use<>> {
    let minutes = person.noted?;
    let class = if person.done { "tag good" } else { "tag quiet" };
    let key = if person.done { "host-noted-done" } else { "host-noted" };
    Some(view! { <span class=class>{t!(key, much = duration(minutes))}</span> })
}

fn phone(person: &HostPerson) -> impl IntoView + use<> {
    let number: String = person.phone.chars().filter(|c| !c.is_whitespace()).collect();
    (!number.is_empty()).then(|| {
        view! {
            <a class="btn small quiet" href=format!("tel:{number}")>
                {icon("phone")}
                <span class="sr">{t!("host-call", name = person.name.clone())}</span>
                <span class="num">{person.phone.clone()}</span>
            </a>
        }
    })
}

/// Came or did not come, with minutes; a plain form until the program runs in the browser. The same again takes the
/// record back.
fn form(presence: Presence) -> impl IntoView {
    let field = format!("minuty-{}", presence.id);
    let choice = move |came: bool, state: ClaimState, class: &'static str, key: &'static str| {
        let act = move |event: MouseEvent| {
            event.prevent_default();
            let again = untrack(|| presence.state()) == state;
            // The second half of a double click says nothing new.
            if event.detail() < 2 {
                presence.record((!again).then_some(came));
            }
        };
        let pressed = move || (presence.state() == state).to_string();
        view! {
            <button class=class type="submit" name="came" value=came.to_string() aria-pressed=pressed on:click=act>
                {t!(key)}
            </button>
        }
    };
    let correct = move |_| {
        if untrack(|| presence.state()) == ClaimState::Attended {
            presence.record(Some(true));
        }
    };
    view! {
        <form
            class="row tight"
            method="post"
            action=RecordPresence::url()
            on:submit=move |event: SubmitEvent| event.prevent_default()
        >
            <input type="hidden" name="id" value=presence.id.to_string() />
            <div class="switch" role="group" aria-label=t!("host-presence", name = presence.name())>
                {choice(true, ClaimState::Attended, "good", "host-came")}
                {choice(false, ClaimState::NoShow, "urgent", "host-missed")}
            </div>
            <label class="sr" for=field.clone()>
                {t!("host-minutes")}
            </label>
            <input
                class="input short hours-input"
                id=field
                name="minutes"
                type="number"
                inputmode="numeric"
                min="1"
                max=move || presence.most.get().to_string()
                value=presence.minutes.get_untracked()
                prop:value=move || presence.minutes.get()
                aria-invalid=move || presence.wrong.get().then_some("true")
                on:input=move |event| presence.minutes.set(event_target_value(&event))
                on:change=correct
            />
            <span class="soft" aria-hidden="true">
                {t!("host-minutes-unit")}
            </span>
        </form>
    }
}
