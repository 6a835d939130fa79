//! The keyboard of one date: through the people and through the slots, and what is done.

use super::act::{Act, Actions};
use super::people::focus;
use crate::links::href;
use crate::pages::coordination::keys::{self, Keys};
use crate::pages::coordination::slots::{OpenSlots, query};
use domain::ids::PersonId;
use domain::view::{Seating, StaffingView};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// What a key does.
const KEYS: Keys = &[
    ("J", "board-key-next"),
    ("K", "board-key-previous"),
    ("O", "key-offer"),
    ("A", "board-key-approve"),
    ("L", "key-lock"),
    ("E", "key-exclude"),
    ("W", "key-consider"),
    ("]", "key-next-slot"),
    ("[", "key-previous-slot"),
    ("Z", "board-key-undo"),
];

/// Which key does what.
pub fn help() -> impl IntoView {
    view! { <footer class="panel panel-foot">{keys::help(KEYS)}</footer> }
}

/// Listens while the page is open.
pub fn listen(actions: Actions, board: OpenSlots) {
    let navigate = use_navigate();
    // The language's prefix is known while the page is built.
    let prefix = href("");
    keys::listen(move |key| {
        match key {
            "j" => go(actions, true),
            "k" => go(actions, false),
            "o" => at_hand(actions, |id, seating| {
                (seating.is_none() || matches!(seating, Some(Seating::Suggested | Seating::Locked)))
                    .then_some(Act::Offer(id))
            }),
            "a" => at_hand(actions, |_, seating| match seating {
                Some(Seating::Waiting { claim_id }) => Some(Act::Approve(claim_id)),
                _ => None,
            }),
            "l" => at_hand(actions, |id, seating| match seating {
                Some(Seating::Locked) => Some(Act::Lock(id, false)),
                None | Some(Seating::Suggested) => Some(Act::Lock(id, true)),
                Some(_) => None,
            }),
            "e" => actions.excluding.set(actions.current.get_untracked()),
            "w" => {
                if let Some(id) = actions.current.get_untracked() {
                    actions.consider(id);
                }
            }
            "]" | "[" => {
                if let Some(to) = neighbour(board, key == "]") {
                    navigate(
                        &format!("{}{to}", prefix.trim_end_matches('/')),
                        leptos_router::NavigateOptions::default(),
                    );
                }
            }
            "z" => actions.take_back(),
            "Escape" => {
                actions.excluding.set(None);
                actions.considered.set(None);
            }
            _ => return false,
        }
        true
    });
}

/// Does what fits to the row at hand.
fn at_hand(actions: Actions, choose: impl Fn(PersonId, Option<Seating>) -> Option<Act>) {
    let Some(id) = actions.current.get_untracked() else { return };
    let found = actions.with_view(|view| {
        let seat = view.seats.iter().find(|row| row.person_id == id);
        let candidate = view.candidates.iter().find(|row| row.person_id == id);
        let name = seat.map(|row| row.name.clone()).or_else(|| candidate.map(|row| row.name.clone()));
        name.map(|name| (name, seat.map(|row| row.seating)))
    });
    if let Some((name, seating)) = found
        && let Some(act) = choose(id, seating)
    {
        actions.act(id, name, act);
    }
}

/// The row after or before the one at hand.
fn go(actions: Actions, forward: bool) {
    let people: Vec<PersonId> = actions.with_view(people);
    let at = actions.current.get_untracked().and_then(|id| people.iter().position(|person| *person == id));
    let to = match (at, forward) {
        (None, _) => people.first(),
        (Some(at), true) => people.get(at + 1),
        (Some(at), false) => at.checked_sub(1).and_then(|at| people.get(at)),
    };
    if let Some(&id) = to {
        actions.current.set(Some(id));
        focus(id);
    }
}

fn people(view: &StaffingView) -> Vec<PersonId> {
    let seats = view.seats.iter().map(|row| row.person_id);
    seats.chain(view.candidates.iter().map(|row| row.person_id)).collect()
}

/// The address of the slot after or before this one in the list.
fn neighbour(board: OpenSlots, forward: bool) -> Option<String> {
    board.view.with_untracked(|view| {
        let here = board.slot.get_untracked();
        let at = view.slots.iter().position(|slot| Some(slot.slot_id) == here);
        let to = match (at, forward) {
            (None, _) => view.slots.first(),
            (Some(at), true) => view.slots.get(at + 1),
            (Some(at), false) => at.checked_sub(1).and_then(|at| view.slots.get(at)),
        };
        to.map(|slot| query::write(Some(slot.slot_id), &view.query))
    })
}
