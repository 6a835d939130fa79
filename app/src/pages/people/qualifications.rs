//! What one volunteer can show: recording it, taking a record back, and the centre's own list.

use super::api::{self, AddQualification, RecordQualification, RemoveQualification};
use crate::components::field::{Field, FieldProblem};
use crate::components::icon::icon;
use crate::components::message::{good_note, problem_note, problem_page};
use crate::error::UiError;
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use crate::wire::{read, when_there};
use domain::ids::PersonId;
use domain::locale::{day_with_year, qualification_words};
use domain::problem::Problem;
use domain::text::Code;
use domain::view::{HeldRow, QualificationsView};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// What can be done here.
#[derive(Clone, Copy)]
struct Acts {
    record: FormAction<RecordQualification>,
    remove: FormAction<RemoveQualification>,
    add: FormAction<AddQualification>,
}

/// The qualifications of one volunteer.
#[component]
pub fn QualificationsPage() -> impl IntoView {
    let (live, params) = (use_live(), use_params_map());
    let acts = Acts { record: FormAction::new(), remove: FormAction::new(), add: FormAction::new() };
    let id = Memo::new(move |_| params.read().get("id").and_then(|id| id.parse::<PersonId>().ok()));
    let done = move || acts.record.version().get() + acts.remove.version().get() + acts.add.version().get();
    let view = read(
        move || (id.get(), live.people(), done()),
        |(id, ..)| async move { api::qualifications(id.ok_or(Problem::NotFound)?).await },
    );
    view! {
        <main class="page page-text" id="tresc" tabindex="-1">
            <a class="back" href=href("/koordynacja/ludzie")>{icon("chevron-left")}{t!("people-title")}</a>
            {move || when_there(async move {
                match view.await {
                    Ok(view) => page(&view, acts).into_any(),
                    Err(error) => problem_page(&error).into_any(),
                }
            })}
        </main>
    }
}

fn page(view: &QualificationsView, acts: Acts) -> impl IntoView + use<> {
    let said = move || {
        let recorded = acts.record.value().get().map(|answer| answer.map(|()| t!("qualifications-saved")));
        let removed = acts.remove.value().get().map(|answer| answer.map(|()| t!("qualifications-removed")));
        let added = acts.add.value().get().map(|answer| answer.map(|()| t!("qualifications-added")));
        match recorded.or(removed).or(added)? {
            Ok(words) => Some(good_note(&words).into_any()),
            Err(error) if error.fields().is_empty() => Some(problem_note(&error).into_any()),
            Err(_) => None,
        }
    };
    let id = view.person_id;
    let title = t!("qualifications-of", name = view.name.clone());
    let rows = view.held.iter().map(|row| view! { <li>{held(row)}{remove(id, row, acts)}</li> });
    view! {
        <Title text=title.clone() />
        <div class="page-head"><div><h1>{title}</h1><p class="lede">{t!("qualifications-lede")}</p></div></div>
        <div aria-live="polite">{said}</div>
        {if view.held.is_empty() {
            view! { <p class="soft">{t!("qualifications-none")}</p> }.into_any()
        } else {
            view! { <ul class="list panel held">{rows.collect_view()}</ul> }.into_any()
        }}
        {record(view, acts)}
        {add(acts)}
    }
}

/// One of them: what, until when, and who saw it.
pub fn held(row: &HeldRow) -> impl IntoView + use<> {
    let locale = use_locale();
    let from = day_with_year(locale, row.from);
    let valid = match row.until {
        Some(until) => t!("qualifications-valid", from = from, until = day_with_year(locale, until)),
        None => t!("qualifications-valid-forever", from = from),
    };
    let (class, state) = match (row.holds, row.over) {
        (true, _) => ("tag good", t!("qualifications-holds")),
        (false, true) => ("tag urgent", t!("qualifications-over")),
        (false, false) => ("tag wait", t!("qualifications-later")),
    };
    let day = day_with_year(locale, row.at.day().into());
    view! {
        <div class="grow">
            <b>{qualification_words(locale, &row.code)}</b>" "<span class=class>{state}</span>
            <br />
            <small class="soft">{valid}" · "{t!("qualifications-by", name = row.by.clone(), day = day)}</small>
        </div>
    }
}

fn remove(id: PersonId, row: &HeldRow, acts: Acts) -> impl IntoView + use<> {
    let what = qualification_words(use_locale(), &row.code);
    let (code, from) = (row.code.to_string(), row.from.to_string());
    view! {
        <ActionForm action=acts.remove>
            <input type="hidden" name="person" value=id.to_string() />
            <input type="hidden" name="code" value=code />
            <input type="hidden" name="from" value=from />
            <button class="btn small quiet" type="submit" aria-label=t!("qualifications-remove-name", what = what)>{t!("qualifications-remove")}</button>
        </ActionForm>
    }
}

fn record(view: &QualificationsView, acts: Acts) -> impl IntoView + use<> {
    let locale = use_locale();
    let wrong = Signal::derive(move || -> Option<UiError> { acts.record.value().get()?.err() });
    let form = typed::<RecordQualification>().map(|sent| sent.form).unwrap_or_default();
    let from = if form.from.is_empty() { view.today.to_string() } else { form.from.clone() };
    let option = |code: &Code| {
        let selected = code.0 == form.code;
        view! { <option value=code.0.clone() selected=selected>{qualification_words(locale, code)}</option> }
    };
    let options = view.offered.iter().map(option).collect_view();
    let sentence = Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, "code")));
    let id = view.person_id.to_string();
    view! {
        <section class="section" aria-labelledby="zapisz">
            <h2 id="zapisz">{t!("qualifications-record")}</h2>
            <ActionForm action=acts.record attr:class="form">
                <input type="hidden" name="person" value=id />
                <div class="field">
                    <label for="f-code">{t!("qualifications-what")}</label>
                    <select class="select" id="f-code" name="form[code]" required aria-describedby="f-code-e" aria-invalid=move || sentence.get().map(|_| "true")>
                        <option value="">{t!("reply-choose")}</option>
                        {options}
                    </select>
                    <FieldProblem id="f-code-e".to_owned() sentence />
                </div>
                <div class="form-row">
                    <Field name="form[from]" field="from" label=t!("qualifications-from") kind="date" required=true value=from wrong=wrong />
                    <Field name="form[until]" field="until" label=t!("qualifications-until") hint=t!("qualifications-until-hint") kind="date" value=form.until.clone() wrong=wrong />
                </div>
                <div class="form-end"><button class="btn" type="submit">{t!("qualifications-save")}</button></div>
            </ActionForm>
        </section>
    }
}

fn add(acts: Acts) -> impl IntoView {
    let wrong = Signal::derive(move || -> Option<UiError> { acts.add.value().get()?.err() });
    let typed = typed::<AddQualification>().map(|sent| sent.name);
    let open = typed.is_some();
    view! {
        <details class="fold" open=open>
            <summary>{t!("qualifications-add")}</summary>
            <ActionForm action=acts.add attr:class="form">
                <Field name="name" field="name" label=t!("qualifications-name") hint=t!("qualifications-name-hint") required=true value=typed.unwrap_or_default() wrong=wrong />
                <div class="form-end"><button class="btn ghost" type="submit">{t!("qualifications-save")}</button></div>
            </ActionForm>
        </details>
    }
}
