//! Saying no, with a reason that the volunteer reads. In the row itself, not in a dialog.

use super::row::focus_current;
use super::state::{Board, Refusing};
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html::Textarea;
use leptos::prelude::*;

/// Reasons that come up often: a word to touch, a sentence to send.
const PRESETS: [&str; 4] = ["full", "other", "call", "papers"];

/// The reason and the decision.
#[component]
pub fn RefuseForm(board: Board, whom: Refusing) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let field: NodeRef<Textarea> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot take the focus is still there to be clicked.
            let _ = field.focus();
        }
    });
    let id = match whom {
        Refusing::One(id) => format!("powod-{id}"),
        Refusing::Chosen | Refusing::Nobody => "powod".to_owned(),
    };
    let hint = format!("{id}-h");
    let close = move || {
        board.refusing.set(Refusing::Nobody);
        focus_current(board);
    };
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        board.decide(whom, Some(&reason.get_untracked()));
        focus_current(board);
    };
    let preset = move |code: &'static str| {
        let sentence = t!(&format!("board-reason-{code}"));
        let value = sentence.clone();
        let pressed = move || (reason.get() == sentence).to_string();
        view! {
            <button class="chip" type="button" aria-pressed=pressed on:click=move |_| reason.set(value.clone())>
                {t!(&format!("board-preset-{code}"))}
            </button>
        }
    };
    view! {
        <form class="form" on:submit=send on:keydown=move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close();
            }
        }>
            <div class="chips">{PRESETS.map(preset).collect_view()}</div>
            <div class="field">
                <label for=id.clone()>{t!("board-reason")}</label>
                <p class="hint" id=hint.clone()>{t!("board-reason-hint")}</p>
                <textarea
                    class="textarea"
                    id=id
                    rows="2"
                    maxlength="500"
                    aria-describedby=hint
                    node_ref=field
                    prop:value=move || reason.get()
                    on:input=move |event| reason.set(event_target_value(&event))
                ></textarea>
            </div>
            <div class="btn-row">
                <button class="btn small danger" type="submit">{t!("board-refuse-now")}</button>
                <button class="btn small quiet" type="button" on:click=move |_| close()>{t!("board-back")}</button>
            </div>
        </form>
    }
}
