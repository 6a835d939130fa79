//! Form fields: a label, a hint, what is wrong, and the control, tied together for everyone.

use crate::components::icon::icon;
use crate::error::UiError;
use crate::i18n::use_locale;
use leptos::prelude::*;

/// What is wrong with a field, from the last answer of the server.
pub type Wrong = Signal<Option<UiError>>;

/// A line to type into.
#[component]
pub fn Field(
    /// The name under which the value is sent.
    #[prop(into)]
    name: String,
    /// The field's name in problems; the part in brackets of `name` if not given.
    #[prop(into)]
    field: String,
    /// What it is called on its page; `f-` and the field's name if not given.
    #[prop(into, optional)]
    id: String,
    /// What to type.
    #[prop(into)]
    label: String,
    /// What is there already.
    #[prop(into, optional)]
    value: String,
    /// More words.
    #[prop(into, optional)]
    hint: String,
    /// `text`, `email`, `tel`, `date`, `time`, `number`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What browsers may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// More classes of the control.
    #[prop(default = "input")]
    class: &'static str,
    /// Must be filled in.
    #[prop(default = false)]
    required: bool,
    /// The last answer of the server.
    #[prop(into)]
    wrong: Wrong,
) -> impl IntoView {
    let locale = use_locale();
    let id = format!("f-{}", if id.is_empty() { field.clone() } else { id });
    let (hint_id, error_id) = (format!("{id}-h"), format!("{id}-e"));
    let has_hint = !hint.is_empty();
    let described = if has_hint { format!("{hint_id} {error_id}") } else { error_id.clone() };
    let sentence = Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, &field)));
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {has_hint.then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <input
                class=class
                id=id
                name=name
                type=kind
                value=value
                autocomplete=autocomplete
                required=required
                aria-describedby=described
                aria-invalid=move || sentence.get().map(|_| "true")
            />
            <FieldProblem id=error_id sentence />
        </div>
    }
}

/// What is wrong with a field, under it. Its place is always there, so that it can be announced.
#[component]
pub fn FieldProblem(
    /// The id that the control is described by.
    id: String,
    /// What is wrong.
    #[prop(into)]
    sentence: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <p class="error" id=id hidden=move || sentence.get().is_none()>
            {icon("alert")}
            {move || sentence.get()}
        </p>
    }
}
