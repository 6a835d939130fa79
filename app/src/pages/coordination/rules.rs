//! Rules that approve by themselves: those there are, what each would have done, and a new one. Plain forms: trying a
//! rule is an address, adding and ending one load the page anew.

use super::posting::{AddRule, EndRule, rules};
use crate::components::field::{Field, FieldProblem, Wrong};
use crate::components::fresh::loaded;
use crate::components::icon::icon;
use crate::components::message::{empty, problem_note};
use crate::forms::{FormAction, typed};
use crate::i18n::use_locale;
use crate::links::href;
use crate::wire::read;
use domain::approval::{Condition, Effect, Rule};
use domain::form::RuleForm;
use domain::locale::day_short;
use domain::problem::Problem;
use domain::view::{Choices, RuleRow, RulesView};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;
use server_fn::ServerFn;

/// The rules of the centre.
#[component]
pub fn RulesPage() -> impl IntoView {
    let query = use_query_map();
    let tried = Memo::new(move |_| query.with(form_of));
    let first = read(move || tried.get(), rules);
    view! {
        <Title text=t!("rules-title") />
        <main class="page" id="tresc" tabindex="-1">
            <a class="back" href=href("/koordynacja")>{icon("chevron-left")}{t!("nav-dashboard")}</a>
            <div class="page-head">
                <div>
                    <h1>{t!("rules-title")}</h1>
                    <p class="lede">{t!("rules-lede")}</p>
                </div>
            </div>
            {loaded(first, move |view| page(&view, tried.get_untracked()).into_any())}
        </main>
    }
}

/// The form in the address, if there is one.
fn form_of(query: &ParamsMap) -> Option<RuleForm> {
    let field = |name: &str| query.get(&format!("form[{name}]"));
    let text = |name: &str| field(name).unwrap_or_default();
    field("effect").map(|effect| RuleForm {
        name: text("name"),
        effect,
        organisation_id: text("organisation_id"),
        kind: text("kind"),
        experience: text("experience"),
        times: text("times"),
        ahead: text("ahead"),
        days: text("days"),
        absence: text("absence"),
        months: text("months"),
        age: text("age"),
        ready: text("ready"),
    })
}

fn page(view: &RulesView, tried: Option<RuleForm>) -> impl IntoView + use<> {
    let rows: Vec<_> = view.rules.iter().map(|row| rule(row, view)).collect();
    let ended = FormAction::<EndRule>::new().value().get_untracked().and_then(Result::err);
    view! {
        {ended.map(|error| problem_note(&error))}
        {if rows.is_empty() {
            empty(&t!("rules-none"), &t!("rules-none-text"), None).into_any()
        } else {
            view! { <ul class="stack rules">{rows}</ul> }.into_any()
        }}
        <section class="section" id="nowa" aria-labelledby="nowa-h">
            <div class="section-head"><h2 id="nowa-h">{t!("rules-new")}</h2></div>
            {form(view, tried)}
        </section>
    }
}

/// One rule: what it does, when, what it would have done, and its end.
fn rule(row: &RuleRow, view: &RulesView) -> impl IntoView + use<> {
    let rule = &row.rule;
    let (class, image) = match rule.effect {
        Effect::Approve => ("tag good", "check-circle"),
        Effect::Leave => ("tag wait", "person"),
    };
    let held = t!(&format!("rules-held-{}", rule.effect.code()), held = row.held, total = view.requests);
    let since = t!("rules-by", name = row.by.clone(), day = day_short(use_locale(), row.since.day().into()));
    view! {
        <li class="card pad rule">
            <div class="rule-head">
                <h2 class="card-title">{rule.name.clone()}</h2>
                <span class=class>{icon(image)}{t!(&format!("rules-effect-{}", rule.effect.code()))}</span>
            </div>
            <ul class="rule-when">
                {conditions(rule, &view.choices).into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}
            </ul>
            <p>{held}</p>
            <form class="rule-end" method="post" action=EndRule::url()>
                <small class="soft">{since}</small>
                <input type="hidden" name="id" value=rule.id.to_string() />
                <button class="btn small quiet push" type="submit" aria-label=t!("rules-end-name", name = rule.name.clone())>
                    {t!("rules-end")}
                </button>
            </form>
        </li>
    }
}

/// When a rule holds, in words.
fn conditions(rule: &Rule, choices: &Choices) -> Vec<String> {
    let organisation = choices.organisations.iter().find(|choice| Some(choice.id) == rule.organisation_id);
    let place = organisation.map(|choice| t!("rules-place", name = choice.name.clone()));
    let kind = |condition: &Condition| match condition {
        Condition::Kind(code) => {
            choices.kinds.iter().find(|kind| kind.code == *code).map(|kind| kind.name.clone())
        }
        _ => None,
    };
    let words = rule.conditions.iter().map(|each| condition(each, &kind(each).unwrap_or_default()));
    place.into_iter().chain(words).collect()
}

/// A condition in words.
pub fn condition(condition: &Condition, kind: &str) -> String {
    t!(&format!("rule-when-{}", condition.code()), number = condition.number(), kind = kind.to_owned())
}

/// The form of a new rule: it can be tried before it is added.
fn form(view: &RulesView, tried: Option<RuleForm>) -> impl IntoView + use<> {
    let refused = typed::<AddRule>().map(|typed| typed.form);
    let error = FormAction::<AddRule>::new().value().get_untracked().and_then(Result::err);
    let (held, unread) = match view.tried.clone() {
        Some(Ok(held)) => (Some(held), None),
        Some(Err(fields)) => (None, Some(fields)),
        None => (None, None),
    };
    let error = error.or_else(|| unread.map(|fields| Problem::Invalid(fields).into()));
    let wrong: Wrong = Signal::stored(error);
    let form = refused.or(tried).unwrap_or_else(usual);
    let effect = if form.effect == Effect::Leave.code() { Effect::Leave } else { Effect::Approve };
    let outcome =
        held.map(|held| t!(&format!("rules-tried-{}", effect.code()), held = held, total = view.requests));
    let organisations =
        view.choices.organisations.iter().map(|choice| (choice.id.to_string(), choice.name.clone()));
    let organisations: Vec<_> = organisations.collect();
    let kinds: Vec<_> =
        view.choices.kinds.iter().map(|kind| (kind.code.to_string(), kind.name.clone())).collect();
    let empty = t!("rules-any");
    view! {
        <form class="form" method="get" action=href("/koordynacja/zasady")>
            {problem("conditions", "rules-conditions-none", wrong)}
            <Field name="form[name]" field="name" label=t!("rules-name") hint=t!("rules-name-hint") value=form.name.clone() wrong />
            {effects(effect)}
            <fieldset class="form-part">
                <legend>{t!("rules-when")}</legend>
                <p class="hint">{t!("rules-when-hint")}</p>
                <div class="form-row">
                    {select("experience", &form.experience, &empty, codes("experience", ["here", "kind", "never"]), wrong)}
                    {number("times", &form.times, wrong)}
                </div>
                <div class="form-row">
                    {select("absence", &form.absence, &empty, codes("absence", ["none", "some"]), wrong)}
                    {number("months", &form.months, wrong)}
                </div>
                <div class="form-row">
                    {select("ahead", &form.ahead, &empty, codes("ahead", ["more", "fewer"]), wrong)}
                    {number("days", &form.days, wrong)}
                </div>
                <div class="form-row">
                    {select("age", &form.age, &empty, codes("age", ["adult", "minor"]), wrong)}
                    {select("kind", &form.kind, &empty, kinds, wrong)}
                    {select("organisation_id", &form.organisation_id, &t!("rules-everywhere"), organisations, wrong)}
                </div>
                <label class="check">
                    <input type="checkbox" name="form[ready]" checked=!form.ready.is_empty() />
                    <span>{t!("rule-when-ready", number = 0, kind = "")}</span>
                </label>
            </fieldset>
            {outcome.map(|words| view! { <p class="note" role="status">{icon("info")}<span>{words}</span></p> })}
            <div class="form-end">
                <button class="btn ghost" type="submit">{t!("rules-try")}</button>
                <button class="btn" type="submit" formmethod="post" formaction=AddRule::url()>{t!("rules-add")}</button>
            </div>
        </form>
    }
}

/// What the rule does.
fn effects(chosen: Effect) -> impl IntoView {
    view! {
        <fieldset class="form-part">
            <legend>{t!("rules-effect")}</legend>
            {Effect::ALL.map(|each| view! {
                <label class="radio">
                    <input type="radio" name="form[effect]" value=each.code() checked=each == chosen />
                    <span>{t!(&format!("rules-effect-{}", each.code()))}<small>{t!(&format!("rules-effect-{}-text", each.code()))}</small></span>
                </label>
            }).collect_view()}
        </fieldset>
    }
}

/// What most centres begin with.
fn usual() -> RuleForm {
    RuleForm {
        effect: Effect::Approve.code().to_owned(),
        experience: "here".to_owned(),
        times: "3".to_owned(),
        months: "6".to_owned(),
        days: "2".to_owned(),
        ready: "on".to_owned(),
        ..RuleForm::default()
    }
}

fn codes<const N: usize>(field: &str, codes: [&str; N]) -> Vec<(String, String)> {
    codes.map(|code| (code.to_owned(), t!(&format!("rules-{field}-{code}")))).into()
}

fn problem(field: &'static str, key: &'static str, wrong: Wrong) -> impl IntoView {
    let locale = use_locale();
    let shown = wrong.get_untracked().and_then(|error| error.field_sentence(locale, field));
    shown.map(|_| view! { <div class="note urgent" role="alert">{icon("alert")}<p>{t!(key)}</p></div> })
}

fn select(
    field: &'static str,
    chosen: &str,
    none: &str,
    choices: Vec<(String, String)>,
    wrong: Wrong,
) -> impl IntoView + use<> {
    let locale = use_locale();
    let (id, error_id) = (format!("f-{field}"), format!("f-{field}-e"));
    let sentence = Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, field)));
    let option = |(value, name): (String, String)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{name}</option> }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{t!(&format!("rules-field-{field}"))}</label>
            <select class="select" id=id name=format!("form[{field}]") aria-describedby=error_id.clone() aria-invalid=move || sentence.get().map(|_| "true")>
                <option value="">{none.to_owned()}</option>
                {choices.into_iter().map(option).collect_view()}
            </select>
            <FieldProblem id=error_id sentence />
        </div>
    }
}

fn number(field: &'static str, value: &str, wrong: Wrong) -> impl IntoView + use<> {
    view! {
        <Field
            name=format!("form[{field}]")
            field=field
            label=t!(&format!("rules-field-{field}"))
            value=value.to_owned()
            kind="number"
            class="input short"
            wrong
        />
    }
}
