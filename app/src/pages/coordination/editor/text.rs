//! What an opportunity says: the form, for a new one and for one that is there.

use super::{Base, open, outcome, questions, roles, wrong};
use crate::components::field::{Field, FieldProblem, Wrong};
use crate::components::fresh::Fresh;
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::links::href;
use crate::pages::coordination::api::{CreateOpportunity, UpdateOpportunity};
use domain::form::OpportunityForm;
use domain::ids::OpportunityId;
use domain::opportunity::OpportunityState;
use domain::view::{Choices, EditorView};
use leptos::html::Input;
use leptos::prelude::*;

/// The fields and the key of each one's label.
const LABELS: [(&str, &str); 10] = [
    ("organisation_id", "offer-organisation"),
    ("kind", "offer-kind"),
    ("title", "offer-title"),
    ("description", "offer-description"),
    ("place", "offer-place"),
    ("district_id", "offer-district"),
    ("min_age", "offer-min-age"),
    ("claim_rule", "offer-rule"),
    ("requires", "roles-requires"),
    ("roles", "roles-title"),
];

/// The form of a new opportunity.
pub(super) fn create(view: &EditorView) -> impl IntoView + use<> {
    let action = FormAction::<CreateOpportunity>::new();
    let wrong = wrong(action);
    let typed = typed::<CreateOpportunity>().map(|typed| typed.form);
    let fields = fields(typed.as_ref().unwrap_or(&view.form), view, wrong);
    let Base(base) = expect_context();
    view! {
        <ActionForm action attr:class="form">
            {problems(wrong)}
            {fields}
            <div class="editor-end">
                <button class="btn" aria-busy=move || action.pending().get().then_some("true")>{t!("offer-create")}</button>
                <a class="btn quiet" href=href(base)>{t!("offer-back")}</a>
            </div>
        </ActionForm>
    }
}

/// The form of an opportunity that is there. What is cancelled is only read.
pub(super) fn update(
    id: OpportunityId,
    view: &EditorView,
    fresh: Fresh<EditorView>,
    state: Memo<OpportunityState>,
) -> impl IntoView + use<> {
    let action = FormAction::<UpdateOpportunity>::new();
    let wrong = wrong(action);
    let typed = typed::<UpdateOpportunity>().map(|typed| typed.form);
    let fields = fields(typed.as_ref().unwrap_or(&view.form), view, wrong);
    let looked_at =
        move || !fresh.view.with(|view| view.power.publishes) && state.get() == OpportunityState::Published;
    let waits = move || looked_at().then(|| view! { <p class="hint">{t!("review-change-hint")}</p> });
    view! {
        <ActionForm action attr:class="form">
            <input type="hidden" name="id" value=id.to_string() />
            {problems(wrong)}
            {fields}
            {waits}
            {outcome(action, Some(fresh), |shown| if *shown { t!("offer-saved") } else { t!("review-handed-in") })}
            <div class="editor-end" hidden=move || !open(state)>
                <button class="btn" aria-busy=move || action.pending().get().then_some("true")>{t!("offer-save")}</button>
            </div>
        </ActionForm>
    }
}

/// How many fields are wrong, with links to them.
fn problems(wrong: Wrong) -> impl IntoView {
    let locale = use_locale();
    move || {
        let error = wrong.get()?;
        let link = |(field, key): (&'static str, &'static str)| {
            let sentence = error.field_sentence(locale, field)?;
            Some(view! { <li><a href=format!("#f-{field}")>{t!(key)}": "{sentence}</a></li> })
        };
        let links: Vec<_> = LABELS.into_iter().filter_map(link).collect();
        (!links.is_empty()).then(|| {
            view! {
                <div class="form-errors" role="alert" tabindex="-1">
                    <p>{t!("offer-errors", count = links.len())}</p>
                    <ul>{links}</ul>
                </div>
            }
        })
    }
}

fn fields(form: &OpportunityForm, view: &EditorView, wrong: Wrong) -> impl IntoView + use<> {
    let choices = &view.choices;
    view! {
        <fieldset class="form-part">
            <legend>{t!("offer-text")}</legend>
            <Field
                name="form[title]"
                field="title"
                label=t!("offer-title")
                hint=t!("offer-title-hint")
                value=form.title.clone()
                required=true
                wrong
            />
            {description(&form.description, wrong)}
        </fieldset>
        <fieldset class="form-part">
            <legend>{t!("offer-place-part")}</legend>
            {whose_and_what(form, choices, wrong)}
            {place(form, choices, wrong)}
        </fieldset>
        {rule(&form.claim_rule)}
        {roles::roles(&form.requires, &form.roles, &view.qualifications, wrong)}
        {questions::questions(&form.questions, wrong)}
    }
}

fn description(text: &str, wrong: Wrong) -> impl IntoView + use<> {
    let sentence = sentence("description", wrong);
    view! {
        <div class="field">
            <label for="f-description">{t!("offer-description")}</label>
            <p class="hint" id="f-description-h">{t!("offer-description-hint")}</p>
            <textarea
                class="textarea"
                id="f-description"
                name="form[description]"
                rows="6"
                aria-describedby="f-description-h f-description-e"
                aria-invalid=move || sentence.get().map(|_| "true")
            >
                {text.to_owned()}
            </textarea>
            <FieldProblem id="f-description-e".to_owned() sentence />
        </div>
    }
}

/// Organisation, kind, and the youngest age, which a newly chosen kind proposes.
fn whose_and_what(form: &OpportunityForm, choices: &Choices, wrong: Wrong) -> impl IntoView + use<> {
    let age = NodeRef::<Input>::new();
    let kinds: Vec<(String, i64)> =
        choices.kinds.iter().map(|kind| (kind.code.to_string(), kind.min_age)).collect();
    let usual = move |code: &str| kinds.iter().find(|(known, _)| known == code).map(|(_, age)| *age);
    let proposed = RwSignal::new(usual(&form.kind));
    let chosen = Callback::new(move |code: String| {
        let usual = usual(&code);
        proposed.set(usual);
        if let (Some(input), Some(usual)) = (age.get_untracked(), usual) {
            input.set_value(&usual.to_string());
        }
    });
    let organisations =
        choices.organisations.iter().map(|choice| (choice.id.to_string(), choice.name.clone())).collect();
    let kinds = choices.kinds.iter().map(|kind| (kind.code.to_string(), kind.name.clone())).collect();
    let sentence = sentence("min_age", wrong);
    view! {
        <div class="form-row">
            {select("organisation_id", "offer-organisation", &form.organisation_id, organisations, t!("offer-choose"), Callback::new(|_| ()), wrong)}
            {select("kind", "offer-kind", &form.kind, kinds, t!("offer-choose"), chosen, wrong)}
        </div>
        <div class="field">
            <label for="f-min_age">{t!("offer-min-age")}</label>
            <p class="hint" id="f-min_age-h">{move || proposed.get().map(|age| t!("offer-min-age-hint", age = age))}</p>
            <input
                class="input short"
                id="f-min_age"
                name="form[min_age]"
                type="number"
                inputmode="numeric"
                min="13"
                max="99"
                required
                value=form.min_age.clone()
                node_ref=age
                aria-describedby="f-min_age-h f-min_age-e"
                aria-invalid=move || sentence.get().map(|_| "true")
            />
            <FieldProblem id="f-min_age-e".to_owned() sentence />
        </div>
    }
}

fn place(form: &OpportunityForm, choices: &Choices, wrong: Wrong) -> impl IntoView + use<> {
    let districts =
        choices.districts.iter().map(|choice| (choice.id.to_string(), choice.name.clone())).collect();
    view! {
        <Field
            name="form[place]"
            field="place"
            label=t!("offer-place")
            hint=t!("offer-place-hint")
            value=form.place.clone()
            required=true
            wrong
        />
        {select("district_id", "offer-district", &form.district_id, districts, t!("offer-no-district"), Callback::new(|_| ()), wrong)}
        <label class="check">
            <input type="checkbox" name="form[remote]" value="on" checked=!form.remote.is_empty() />
            <span>{t!("offer-remote")}</span>
        </label>
    }
}

fn rule(asked: &str) -> impl IntoView + use<> {
    let choice = |code: &'static str| {
        view! {
            <label class="radio">
                <input type="radio" name="form[claim_rule]" value=code checked=code == asked />
                <span>{t!(&format!("offer-rule-{code}"))}<small>{t!(&format!("offer-rule-{code}-text"))}</small></span>
            </label>
        }
    };
    view! {
        <fieldset class="form-part" id="f-claim_rule">
            <legend>{t!("offer-rule")}</legend>
            {choice("instant")}
            {choice("approval")}
        </fieldset>
    }
}

fn sentence(field: &'static str, wrong: Wrong) -> Memo<Option<String>> {
    let locale = use_locale();
    Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, field)))
}

/// A choice from a list; `none` is what the empty choice says.
fn select(
    field: &'static str,
    label: &'static str,
    asked: &str,
    choices: Vec<(String, String)>,
    none: String,
    chosen: Callback<String>,
    wrong: Wrong,
) -> impl IntoView + use<> {
    let id = format!("f-{field}");
    let error_id = format!("{id}-e");
    let sentence = sentence(field, wrong);
    let option = |(value, name): (String, String)| {
        let selected = value == asked;
        view! { <option value=value selected=selected>{name}</option> }
    };
    let options = choices.into_iter().map(option).collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>{t!(label)}</label>
            <select
                class="select"
                id=id
                name=format!("form[{field}]")
                on:change=move |event| chosen.run(event_target_value(&event))
                aria-describedby=error_id.clone()
                aria-invalid=move || sentence.get().map(|_| "true")
            >
                <option value="">{none}</option>
                {options}
            </select>
            <FieldProblem id=error_id sentence />
        </div>
    }
}
