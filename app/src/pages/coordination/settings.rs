//! What is set for the whole centre. A plain form: saving loads the page anew.

use super::api::{SaveSettings, settings};
use crate::components::field::{Field, Wrong};
use crate::components::message::{good_note, problem_note, problem_page};
use crate::forms::{ActionForm, FormAction, typed};
use crate::wire::{read, when_there};
use domain::view::CentreView;
use leptos::prelude::*;
use leptos_meta::Title;

/// The settings: to be read by coordinators, to be changed by administrators.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let save = FormAction::<SaveSettings>::new();
    let found = read(|| (), |()| settings());
    view! {
        <Title text=t!("settings-title") />
        <main class="page page-text" id="tresc" tabindex="-1">
            <div class="page-head">
                <div>
                    <h1>{t!("settings-title")}</h1>
                    <p class="lede">{t!("settings-lede")}</p>
                </div>
            </div>
            {move || when_there(async move {
                match found.await {
                    Ok(found) => page(found, save).into_any(),
                    Err(error) => problem_page(&error).into_any(),
                }
            })}
        </main>
    }
}

fn page(found: CentreView, save: FormAction<SaveSettings>) -> impl IntoView {
    let CentreView { form, may_save } = found;
    let form = typed::<SaveSettings>().map_or(form, |typed| typed.form);
    let wrong: Wrong = Signal::derive(move || save.value().get().and_then(Result::err));
    let number = |field: &'static str, name: &str, value: String| {
        let (label, hint) = (t!(&format!("settings-{name}")), t!(&format!("settings-{name}-hint")));
        view! { <Field name=format!("form[{field}]") field label hint value kind="number" class="input short" required=true wrong /> }
    };
    let fields = view! {
        {number("travel_minutes", "travel", form.travel_minutes)}
        {number("weekly_hours", "weekly", form.weekly_hours)}
        {number("minor_weekly_hours", "minor", form.minor_weekly_hours)}
        {number("cancel_hours", "cancel", form.cancel_hours)}
        {number("waitlist_hours", "waitlist", form.waitlist_hours)}
        {number("party_places", "party", form.party_places)}
        <label class="check">
            <input type="checkbox" name="form[decides_swaps]" value="on" checked=form.decides_swaps == "on" />
            <span>{t!("settings-swaps")}<small class="hint">{t!("settings-swaps-hint")}</small></span>
        </label>
    };
    if !may_save {
        return view! { <form class="form"><fieldset class="stack plain" disabled>{fields}</fieldset></form> }.into_any();
    }
    let told = move || match save.value().get()? {
        Ok(()) => Some(good_note(&t!("settings-saved")).into_any()),
        Err(error) => error.fields().is_empty().then(|| problem_note(&error).into_any()),
    };
    view! {
        <ActionForm action=save attr:class="form">
            {fields}
            <div class="form-end">
                <button class="btn" type="submit" aria-busy=move || save.pending().get().then_some("true")>{t!("save")}</button>
            </div>
            <div aria-live="polite">{told}</div>
        </ActionForm>
    }
    .into_any()
}
