//! The people of a group on a host's list: their names before the date begins, who of them came after.

use super::Outcome;
use super::api::RecordGuest;
use crate::components::fresh::Fresh;
use crate::components::icon::icon;
use crate::forms::{ActionForm, FormAction};
use crate::pages::party::words::party_words;
use domain::view::{GuestPresence, HostPerson, HostView};
use leptos::prelude::*;

/// What is recorded on its way; a problem is shown, and the list is read again.
pub fn recording(fresh: Fresh<HostView>, outcome: Outcome) -> FormAction<RecordGuest> {
    let action = FormAction::new();
    Effect::new(move |_| match action.value().get() {
        Some(Ok(())) => fresh.again(),
        Some(Err(error)) => outcome.set(Some(Err(error))),
        None => {}
    });
    action
}

/// Who comes with this person; nothing for who comes alone.
pub fn panel(
    person: &HostPerson,
    begun: bool,
    action: FormAction<RecordGuest>,
) -> Option<impl IntoView + use<>> {
    if person.places < 2 {
        return None;
    }
    let Some(line) = &person.party else {
        return Some(view! { <p class="others">{icon("people")}{t!("party-two")}</p> }.into_any());
    };
    let came = person.guests.iter().filter(|guest| guest.came == Some(true)).count();
    let words =
        if begun { t!("party-came-of", came = came, count = person.guests.len()) } else { party_words(line) };
    let rows = person.guests.iter().map(|guest| row(guest, begun, action)).collect_view();
    let panel = view! {
        <details class="fold group" open=begun>
            <summary>{icon("people")}<span class="grow">{t!("party-host", name = line.name.clone())}</span><small class="soft">{words}</small></summary>
            <ol class="list">{rows}</ol>
        </details>
    };
    Some(panel.into_any())
}

/// One name. The same again takes the record back.
fn row(guest: &GuestPresence, begun: bool, action: FormAction<RecordGuest>) -> impl IntoView + use<> {
    let (name, id) = (guest.name.clone(), guest.id.to_string());
    let said = guest.came;
    let choice = move |came: bool, class: &'static str, key: &'static str| {
        let pressed = said == Some(came);
        let value = if pressed { String::new() } else { came.to_string() };
        view! { <button class=class type="submit" name="came" value=value aria-pressed=pressed.to_string()>{t!(key)}</button> }
    };
    let label = t!("host-presence", name = name.clone());
    let form = begun.then(|| {
        view! {
            <ActionForm action>
                <input type="hidden" name="id" value=id />
                <div class="switch" role="group" aria-label=label>
                    {choice(true, "good", "host-came")}
                    {choice(false, "urgent", "host-missed")}
                </div>
            </ActionForm>
        }
    });
    view! { <li><span class="grow">{name}</span>{form}</li> }
}
