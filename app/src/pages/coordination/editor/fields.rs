//! The fields of dates, for adding and for changing them. They stand in a form that only asks: the answer is a preview,
//! kept true while one types, and there is a button for it where our program does not run.

use super::roles;
use crate::components::field::{FieldProblem, Wrong};
use crate::i18n::use_locale;
use domain::form::{PATTERNS, SlotsForm};
use domain::locale::weekday_short;
use domain::role::Role;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;

/// A form that asks for a preview by its address.
pub(super) fn asking(action: String, fields: impl IntoView + 'static) -> impl IntoView {
    let navigate = use_navigate();
    let to = action.clone();
    let ask = move |data: &web_sys::FormData| {
        let Ok(query) = web_sys::UrlSearchParams::new_with_str_sequence_sequence(data) else { return };
        let options = NavigateOptions { scroll: false, replace: true, ..NavigateOptions::default() };
        navigate(&format!("{to}?{}", String::from(query.to_string())), options);
    };
    let typed = ask.clone();
    let changed = move |event: ev::Event| {
        let form = event.current_target().and_then(|form| form.dyn_into::<web_sys::HtmlFormElement>().ok());
        // Half a form is not asked about: nobody is told what is missing while they fill it in.
        let form = form.filter(web_sys::HtmlFormElement::check_validity);
        if let Some(data) = form.and_then(|form| web_sys::FormData::new_with_form(&form).ok()) {
            typed(&data);
        }
    };
    let submitted = move |event: ev::SubmitEvent| {
        if let Ok(data) = leptos::form::form_data_from_event(&event) {
            event.prevent_default();
            ask(&data);
        }
    };
    view! {
        <form class="form" id="terminy" method="get" action=action on:change=changed on:submit=submitted>
            {fields}
        </form>
    }
}

/// Day, hours, how many people, and when claims open.
pub(super) fn one_date(form: &SlotsForm, offered: &[Role], wrong: Wrong) -> impl IntoView + use<> {
    let by_role = !offered.is_empty();
    view! {
        <div class="form-row">
            {control("day", "date", t!("dates-day"), &form.day, wrong)}
            {control("starts", "time", t!("dates-starts"), &form.starts, wrong)}
            {hinted("ends", "time", t!("dates-ends"), t!("dates-ends-hint"), &form.ends, wrong)}
        </div>
        <div class="form-row">
            {(!by_role).then(|| view! {
                {control("min_places", "number", t!("dates-min"), &form.min_places, wrong)}
                {control("max_places", "number", t!("dates-max"), &form.max_places, wrong)}
            })}
            {hinted("opens_days", "number", t!("dates-opens"), t!("dates-opens-hint"), &form.opens_days, wrong)}
        </div>
        {roles::places(form, offered, wrong)}
    }
}

/// How it repeats, until when, and what is left out. `once` offers a single date as well.
pub(super) fn repetition(
    form: &SlotsForm,
    skipped: Signal<String>,
    once: bool,
    wrong: Wrong,
) -> impl IntoView + use<> {
    let locale = use_locale();
    let option = |code: &'static str| {
        view! { <option value=code selected=code == form.pattern>{t!(&format!("dates-pattern-{code}"))}</option> }
    };
    let weekday = |day: i8| {
        let chosen = form.weekdays.contains(&day.to_string());
        view! {
            <label class="check">
                <input type="checkbox" name="form[weekdays][]" value=day.to_string() checked=chosen />
                <span>{weekday_short(locale, day)}</span>
            </label>
        }
    };
    let check = |field: &str, key: &str, on: bool| {
        view! {
            <label class="check">
                <input type="checkbox" name=format!("form[{field}]") checked=on />
                <span>{t!(key)}</span>
            </label>
        }
    };
    let pattern_wrong = sentence("pattern", wrong);
    view! {
        <div class="field">
            <label for="f-pattern">{t!("dates-pattern")}</label>
            <select class="select" id="f-pattern" name="form[pattern]" aria-describedby="f-pattern-e">
                {once.then(|| view! { <option value="">{t!("dates-pattern-once")}</option> })}
                {PATTERNS.map(option).collect_view()}
            </select>
            <FieldProblem id="f-pattern-e".to_owned() sentence=pattern_wrong />
        </div>
        <fieldset class="weekdays repeats">
            <legend>{t!("dates-weekdays")}</legend>
            <p class="hint">{t!("dates-weekdays-hint")}</p>
            <div class="btn-row">{(1..=7).map(weekday).collect_view()}</div>
        </fieldset>
        <div class="repeats">
            <p class="hint" id="f-end-h">{t!("dates-end-hint")}</p>
            <div class="form-row">
                {control("repeat_until", "date", t!("dates-repeat-until"), &form.repeat_until, wrong)}
                {control("count", "number", t!("dates-count"), &form.count, wrong)}
            </div>
            {check("skip_holidays", "dates-skip", !form.skip_holidays.is_empty())}
            {check("skip_school", "dates-skip-school", !form.skip_school.is_empty())}
            {hinted("standing", "number", t!("dates-standing"), t!("dates-standing-hint"), &form.standing, wrong)}
        </div>
        <input type="hidden" name="form[skipped]" prop:value=skipped value=skipped.get_untracked() />
    }
}

/// The fields of a form as it stands, to be sent along with what was previewed.
pub(super) fn as_shown(form: &SlotsForm) -> impl IntoView + use<> {
    let one = |name: &str, value: &str| {
        view! { <input type="hidden" name=format!("form[{name}]") value=value.to_owned() /> }
    };
    let plain = [
        ("day", &form.day),
        ("starts", &form.starts),
        ("ends", &form.ends),
        ("min_places", &form.min_places),
        ("max_places", &form.max_places),
        ("pattern", &form.pattern),
        ("repeat_until", &form.repeat_until),
        ("count", &form.count),
        ("skip_holidays", &form.skip_holidays),
        ("skip_school", &form.skip_school),
        ("skipped", &form.skipped),
        ("opens_days", &form.opens_days),
        ("standing", &form.standing),
    ];
    let days = form.weekdays.iter().map(|day| one("weekdays][", day)).collect_view();
    let roles = roles::places_as_shown(form);
    view! { {plain.map(|(name, value)| one(name, value)).collect_view()} {days} {roles} }
}

fn control(
    field: &'static str,
    kind: &'static str,
    label: String,
    value: &str,
    wrong: Wrong,
) -> impl IntoView + use<> {
    hinted(field, kind, label, String::new(), value, wrong)
}

fn hinted(
    field: &'static str,
    kind: &'static str,
    label: String,
    hint: String,
    value: &str,
    wrong: Wrong,
) -> impl IntoView + use<> {
    let (id, value) = (format!("f-{field}"), value.to_owned());
    let (hint_id, error_id) = (format!("{id}-h"), format!("{id}-e"));
    let has_hint = !hint.is_empty();
    let described = if has_hint { format!("{hint_id} {error_id}") } else { error_id.clone() };
    let sentence = sentence(field, wrong);
    let bounds = match field {
        "min_places" | "max_places" => Some(("1", "500")),
        "count" => Some(("1", "520")),
        "opens_days" => Some(("0", "180")),
        "standing" => Some(("0", "100")),
        _ => None,
    };
    let needed = ["day", "starts", "ends", "min_places", "max_places"].contains(&field);
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                class="input"
                id=id
                name=format!("form[{field}]")
                type=kind
                value=value
                min=bounds.map(|bounds| bounds.0)
                max=bounds.map(|bounds| bounds.1)
                required=needed
                aria-describedby=described
                aria-invalid=move || sentence.get().map(|_| "true")
            />
            {has_hint.then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <FieldProblem id=error_id sentence />
        </div>
    }
}

/// What is wrong with a field.
pub(super) fn sentence(field: &'static str, wrong: Wrong) -> Memo<Option<String>> {
    let locale = use_locale();
    Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, field)))
}
