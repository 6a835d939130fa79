//! The keyboard of the list of waiting claims.

use super::row::focus_current;
use super::state::{Board, Refusing};
use crate::pages::coordination::keys::Keys;
use leptos::prelude::*;

/// What a key does.
pub const KEYS: Keys = &[
    ("J", "board-key-next"),
    ("K", "board-key-previous"),
    ("X", "board-key-select"),
    ("A", "board-key-approve"),
    ("R", "board-key-refuse"),
    ("Z", "board-key-undo"),
];

/// Does what a key means; `false` if it means nothing.
pub fn act(board: Board, key: &str) -> bool {
    match key {
        "j" => {
            board.go(true);
            focus_current(board);
        }
        "k" => {
            board.go(false);
            focus_current(board);
        }
        "x" => {
            if let Some(id) = board.current.get_untracked() {
                board.choose(id, board.chosen.with_untracked(|chosen| !chosen.contains(&id)));
            }
        }
        "a" => {
            board.decide(board.concerned(), None);
            focus_current(board);
        }
        "r" => board.refusing.set(board.concerned()),
        "z" => board.take_back(),
        "Escape" => board.refusing.set(Refusing::Nobody),
        _ => return false,
    }
    true
}
