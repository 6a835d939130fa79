//! What people must be able to show, and the roles of an opportunity, as the poster writes them; how many of each role
//! dates have.

use crate::components::field::{FieldProblem, Wrong};
use crate::i18n::use_locale;
use crate::pages::roles::needs;
use domain::form::{RoleForm, RolePlacesForm, SlotsForm};
use domain::locale::qualification_words;
use domain::role::{MAX_ROLES, Role, RolePlan};
use domain::text::Code;
use leptos::prelude::*;

fn sentence(field: String, wrong: Wrong) -> Memo<Option<String>> {
    let locale = use_locale();
    Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, &field)))
}

/// Boxes to tick: those that can be asked for, and those that are asked for already.
fn boxes(name: &str, chosen: &[String], offered: &[Code]) -> impl IntoView + use<> {
    let locale = use_locale();
    let ended = chosen.iter().map(|code| Code(code.clone())).filter(|code| !offered.contains(code));
    let all: Vec<Code> = offered.iter().cloned().chain(ended).collect();
    let one = |code: &Code| {
        let ticked = chosen.contains(&code.0);
        view! {
            <label class="pick">
                <input type="checkbox" name=format!("{name}[]") value=code.0.clone() checked=ticked />
                <span>{qualification_words(locale, code)}</span>
            </label>
        }
    };
    view! { <div class="picks">{all.iter().map(one).collect_view()}</div> }
}

/// What everybody needs, and the roles: those there are, and empty ones up to the most.
pub(super) fn roles(
    requires: &[String],
    asked: &[RoleForm],
    offered: &[Code],
    wrong: Wrong,
) -> impl IntoView + use<> {
    let blank = RoleForm::default();
    let one = |number: usize| role(number, asked.get(number).unwrap_or(&blank), offered, wrong);
    let (needed, in_use) = (sentence("requires".to_owned(), wrong), sentence("roles".to_owned(), wrong));
    view! {
        <fieldset class="form-part" id="f-requires">
            <legend>{t!("roles-requires")}</legend>
            <p class="hint">{t!("roles-requires-hint")}</p>
            {boxes("form[requires]", requires, offered)}
            <FieldProblem id="f-requires-e".to_owned() sentence=needed />
        </fieldset>
        <fieldset class="form-part" id="f-roles">
            <legend>{t!("roles-title")}</legend>
            <p class="hint">{t!("roles-hint")}</p>
            <FieldProblem id="f-roles-e".to_owned() sentence=in_use />
            {(0..MAX_ROLES).map(one).collect_view()}
        </fieldset>
    }
}

fn role(number: usize, form: &RoleForm, offered: &[Code], wrong: Wrong) -> impl IntoView + use<> {
    let name = move |field: &str| format!("form[roles][{number}][{field}]");
    let id = move |field: &str| format!("f-roles-{number}-{field}");
    let wrong_at = |field: &str| sentence(format!("roles-{number}-{field}"), wrong);
    let (called, age, needed) = (wrong_at("name"), wrong_at("min_age"), wrong_at("requires"));
    let title = if form.name.is_empty() {
        t!("roles-add", number = number + 1)
    } else {
        format!("{}. {}", number + 1, form.name)
    };
    let open = move || called.get().is_some() || age.get().is_some() || needed.get().is_some();
    view! {
        <details class="fold" class:more=form.name.is_empty() open=open>
            <summary>{title}</summary>
            <div class="stack">
                <input type="hidden" name=name("id") value=form.id.clone() />
                <div class="field">
                    <label for=id("name")>{t!("roles-name")}</label>
                    <p class="hint" id=id("name-h")>{t!("roles-name-hint")}</p>
                    <input class="input" id=id("name") name=name("name") maxlength="60" autocomplete="off" value=form.name.clone() aria-describedby=format!("{} {}", id("name-h"), id("name-e")) aria-invalid=move || called.get().map(|_| "true") />
                    <FieldProblem id=id("name-e") sentence=called />
                </div>
                <div class="field">
                    <label for=id("min_age")>{t!("roles-min-age")}" "<span class="optional">{t!("dates-optional")}</span></label>
                    <input class="input short" id=id("min_age") name=name("min_age") type="number" inputmode="numeric" min="13" max="99" value=form.min_age.clone() aria-describedby=id("min_age-e") aria-invalid=move || age.get().map(|_| "true") />
                    <FieldProblem id=id("min_age-e") sentence=age />
                </div>
                <fieldset class="field">
                    <legend>{t!("roles-role-requires")}</legend>
                    {boxes(&name("requires"), &form.requires, offered)}
                    <FieldProblem id=id("requires-e") sentence=needed />
                </fieldset>
            </div>
        </details>
    }
}

/// How many of each role; nothing where the opportunity has none.
pub(super) fn places(form: &SlotsForm, roles: &[Role], wrong: Wrong) -> Option<impl IntoView + use<>> {
    if roles.is_empty() {
        return None;
    }
    let all = sentence("roles".to_owned(), wrong);
    let row = |(number, role): (usize, &Role)| {
        let known = form.roles.iter().find(|typed| typed.id == role.id.to_string());
        one_role(number, role, known.cloned().unwrap_or_default(), wrong)
    };
    Some(view! {
        <fieldset class="role-places" id="f-roles">
            <legend>{t!("roles-title")}</legend>
            <p class="hint">{t!("roles-places-hint")}</p>
            {roles.iter().enumerate().map(row).collect_view()}
            <FieldProblem id="f-roles-e".to_owned() sentence=all />
        </fieldset>
    })
}

fn one_role(number: usize, role: &Role, known: RolePlacesForm, wrong: Wrong) -> impl IntoView + use<> {
    let field = |field: &'static str, label: String, value: String| {
        let id = format!("f-roles-{number}-{field}");
        let sentence = sentence(format!("roles-{number}-{field}"), wrong);
        let error_id = format!("{id}-e");
        view! {
            <div class="field">
                <label for=id.clone()>{label}<span class="sr">" – "{role.name.clone()}</span></label>
                <input class="input" id=id name=format!("form[roles][{number}][{field}]") type="number" min="0" max="500" value=value aria-describedby=error_id.clone() aria-invalid=move || sentence.get().map(|_| "true") />
                <FieldProblem id=error_id sentence />
            </div>
        }
    };
    let needs =
        needs(role.min_age, &role.requires).map(|needs| view! { <small class="soft">{needs}</small> });
    view! {
        <div class="form-row">
            <p class="role-about"><b>{role.name.clone()}</b>{needs}</p>
            <input type="hidden" name=format!("form[roles][{number}][id]") value=role.id.to_string() />
            {field("min_places", t!("dates-min"), known.min_places)}
            {field("max_places", t!("dates-max"), known.max_places)}
        </div>
    }
}

/// The same as they stand, to be sent along with what was previewed.
pub(super) fn places_as_shown(form: &SlotsForm) -> impl IntoView + use<> {
    let row = |(number, typed): (usize, &RolePlacesForm)| {
        let parts = [("id", &typed.id), ("min_places", &typed.min_places), ("max_places", &typed.max_places)];
        let hidden = |(name, value): (&str, &String)| {
            view! { <input type="hidden" name=format!("form[roles][{number}][{name}]") value=value.clone() /> }
        };
        parts.map(hidden).collect_view()
    };
    form.roles.iter().enumerate().map(row).collect_view()
}

/// How many of each role, in words: `kierowca 1–2, pakowanie 3–5`.
pub(super) fn plan_words(plans: &[RolePlan], roles: &[Role]) -> String {
    let one = |plan: &RolePlan| {
        let role = roles.iter().find(|role| role.id == plan.role_id);
        let name = role.map_or("?", |role| role.name.as_str());
        format!("{name} {}–{}", plan.min_places, plan.max_places)
    };
    if plans.is_empty() { t!("roles-none") } else { plans.iter().map(one).collect::<Vec<_>>().join(", ") }
}

/// A field of the opportunity's form as its history keeps it, in words.
pub(super) fn field_words(field: &str, value: &str) -> String {
    let locale = use_locale();
    let codes = |codes: &mut dyn Iterator<Item = &str>| -> Vec<String> {
        codes
            .filter(|code| !code.is_empty())
            .map(|code| qualification_words(locale, &Code(code.to_owned())))
            .collect()
    };
    match field {
        "requires" => codes(&mut value.lines()).join(", "),
        "roles" => {
            let role = |line: &str| {
                let mut parts = line.split('\t');
                let name = parts.next().unwrap_or_default().to_owned();
                let age = parts
                    .next()
                    .filter(|age| !age.is_empty())
                    .map(|age| t!("from-age", age = age.to_owned()));
                let needs = codes(&mut parts.next().unwrap_or_default().split(','));
                let needs: Vec<String> = age.into_iter().chain(needs).collect();
                if needs.is_empty() { name } else { format!("{name} ({})", needs.join(", ")) }
            };
            value.lines().map(role).collect::<Vec<_>>().join("; ")
        }
        _ => value.to_owned(),
    }
}
