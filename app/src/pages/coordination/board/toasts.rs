//! What was just decided and can be taken back for a few seconds; what could not be done.

use super::state::Board;
use crate::components::icon::icon;
use leptos::prelude::*;

/// The bar at the bottom, and the same in words for those who listen.
pub fn toasts(board: Board) -> impl IntoView {
    view! {
        <p class="sr" role="status" aria-live="polite">{move || board.said.get()}</p>
        <div class="toasts">
            {move || board.undo.get().map(|undo| view! {
                <div class="toast">
                    <p>{board.sentence(&undo)}</p>
                    <button class="btn small" type="button" on:click=move |_| board.take_back()>
                        {icon("undo")}
                        {t!("board-undo")}
                        " "
                        <kbd class="kbd" aria-hidden="true">"Z"</kbd>
                    </button>
                </div>
            })}
            {move || board.problem.get().map(|sentence| view! {
                <div class="toast urgent" role="alert">
                    <p>{sentence}</p>
                    <button class="btn small icon-only" type="button" on:click=move |_| board.problem.set(None)>
                        {icon("close")}
                        <span class="sr">{t!("board-back")}</span>
                    </button>
                </div>
            })}
        </div>
    }
}
