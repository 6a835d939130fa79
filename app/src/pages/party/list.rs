//! A group and its names: for the person who is responsible, to write; for coordinators, to read.

use super::api::{self, ResizeGroup, SaveNames};
use crate::components::field::{Field, FieldProblem};
use crate::components::icon::icon;
use crate::components::message::{good_note, problem_note, problem_page};
use crate::error::{UiError, refusal_sentence};
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::links::href;
use crate::pages::offer::answer::until;
use crate::pages::party::words::party_words;
use crate::wire::{read, when_there};
use domain::form::{NamesForm, ResizeForm, birth_field, name_field};
use domain::locale::{day_with_year, when};
use domain::view::{GuestRow, PartyView};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// What can be changed. It outlives each fresh reading of the page.
#[derive(Clone, Copy)]
struct Acts {
    names: FormAction<SaveNames>,
    places: FormAction<ResizeGroup>,
    /// How often something was taken: the page is read again then, and only then, so that nothing typed is lost.
    taken: RwSignal<u32>,
    /// What became of what was sent last.
    last: RwSignal<Option<Result<Saved, UiError>>>,
}

#[derive(Clone, Copy)]
enum Saved {
    Names,
    Places,
}

impl Acts {
    fn new() -> Self {
        let (names, places) = (FormAction::<SaveNames>::new(), FormAction::<ResizeGroup>::new());
        let sent = names.value().get_untracked().map(|sent| sent.map(|()| Saved::Names));
        let resized = places.value().get_untracked().map(|sent| sent.map(|()| Saved::Places));
        let acts = Self { names, places, taken: RwSignal::new(0), last: RwSignal::new(sent.or(resized)) };
        Effect::new(move |_| acts.note(acts.names.value().get(), Saved::Names));
        Effect::new(move |_| acts.note(acts.places.value().get(), Saved::Places));
        acts
    }

    fn note(self, outcome: Option<Result<(), UiError>>, saved: Saved) {
        let Some(outcome) = outcome else { return };
        if outcome.is_ok() {
            self.taken.update(|taken| *taken += 1);
        }
        self.last.set(Some(outcome.map(|()| saved)));
    }

    fn outcome(self) -> impl IntoView {
        let said = move |error: UiError| error.fields().is_empty().then(|| problem_note(&error).into_any());
        move || match self.last.get()? {
            Err(error) => said(error),
            Ok(Saved::Names) => Some(good_note(&t!("party-saved")).into_any()),
            Ok(Saved::Places) => Some(good_note(&t!("party-resized")).into_any()),
        }
    }
}

/// One group.
#[component]
pub fn GroupPage() -> impl IntoView {
    let params = use_params_map();
    let acts = Acts::new();
    let id = move || params.read().get("id").unwrap_or_default();
    let group = read(move || (id(), acts.taken.get()), |(id, _)| api::group(id));
    view! {
        <main class="page page-text" id="tresc" tabindex="-1">
            {acts.outcome()}
            {move || when_there(async move {
                match group.await {
                    Ok(group) => page(&group, acts).into_any(),
                    Err(error) => problem_page(&error).into_any(),
                }
            })}
        </main>
    }
}

fn page(group: &PartyView, acts: Acts) -> impl IntoView + use<> {
    let line = &group.line;
    let at = until(line.until);
    let lede =
        if line.closed { t!("party-list-closed", until = at) } else { t!("party-list-lede", until = at) };
    let when = when(use_locale(), group.slot.starts_at, group.slot.ends_at);
    let state = view! { <span class="tag">{t!(&format!("mine-{}", group.state.code()))}</span> };
    view! {
        <Title text=line.name.clone() />
        <a class="back" href=href(&format!("/termin/{}", group.slot.id))>{icon("chevron-left")}{t!("party-back")}</a>
        <div class="page-head">
            <div>
                <h1>{line.name.clone()}</h1>
                <p class="lede">{group.slot.title.clone()}", "<span class="num">{when}</span></p>
                <p>{party_words(line)}</p>
                <p>{state}" "<span class="soft">{t!("party-responsible", name = group.person.clone())}</span></p>
            </div>
        </div>
        <section class="section stack" aria-labelledby="lista">
            <h2 id="lista">{t!("party-list")}</h2>
            {(group.can_edit || line.closed).then(|| view! { <p class="soft">{lede}</p> })}
            {if group.can_edit { names(group, acts).into_any() } else { table(&group.guests).into_any() }}
        </section>
        {group.can_edit.then(|| places(group, acts))}
    }
}

/// The rows to write into: one for each place beside the own one.
fn names(group: &PartyView, acts: Acts) -> impl IntoView + use<> {
    let wrong = Signal::derive(move || -> Option<UiError> { acts.names.value().get()?.err() });
    let stored = || NamesForm {
        names: group.guests.iter().map(|guest| guest.name.clone()).collect(),
        births: group
            .guests
            .iter()
            .map(|guest| guest.birth_on.map(|day| day.to_string()).unwrap_or_default())
            .collect(),
        paste: String::new(),
    };
    let sent = typed::<SaveNames>().map(|typed| typed.form);
    let refused = sent.is_some();
    let form = sent.unwrap_or_else(stored);
    let places = usize::try_from(group.line.places - 1).unwrap_or_default();
    let count = places.max(form.names.len());
    let row = |row: usize| {
        let text = |of: &[String]| of.get(row).cloned().unwrap_or_default();
        let guest = if refused { None } else { group.guests.get(row) };
        guest_row(row, (text(&form.names), text(&form.births)), guest, wrong)
    };
    let (rows, id) = ((0..count).map(row).collect_view(), group.line.claim_id.to_string());
    let pending = acts.names.pending();
    view! {
        <ActionForm action=acts.names attr:class="form">
            <input type="hidden" name="claim_id" value=id />
            {rows}
            {paste(form.paste, wrong)}
            <div class="form-end">
                <button class="btn" type="submit" aria-busy=move || pending.get().then_some("true")>{t!("party-save")}</button>
            </div>
        </ActionForm>
    }
}

fn guest_row(
    row: usize,
    (name, birth): (String, String),
    guest: Option<&GuestRow>,
    wrong: Signal<Option<UiError>>,
) -> impl IntoView + use<> {
    let why =
        guest.and_then(|guest| guest.refusal.as_ref()).map(|refusal| refusal_sentence(use_locale(), refusal));
    view! {
        <fieldset class="guest-row">
            <legend class="sr">{t!("party-row", number = row + 1)}</legend>
            <div class="form-row">
                <Field name=format!("form[names][{row}]") field=name_field(row) label=t!("party-row-name") value=name wrong=wrong />
                <Field name=format!("form[births][{row}]") field=birth_field(row) label=t!("party-row-birth") kind="date" value=birth wrong=wrong />
            </div>
            {why.map(|why| view! { <p class="error">{icon("alert")}<span>{t!("party-cannot-come", why = why)}</span></p> })}
        </fieldset>
    }
}

fn paste(typed: String, wrong: Signal<Option<UiError>>) -> impl IntoView {
    let locale = use_locale();
    let sentence = Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, "paste")));
    view! {
        <div class="field">
            <label for="f-paste">{t!("party-paste")}</label>
            <p class="hint" id="f-paste-h">{t!("party-paste-hint")}</p>
            <textarea class="textarea" rows="4" id="f-paste" name="form[paste]" aria-describedby="f-paste-h f-paste-e" aria-invalid=move || sentence.get().map(|_| "true")>{typed}</textarea>
            <FieldProblem id="f-paste-e".to_owned() sentence />
        </div>
    }
}

/// The names, to read.
fn table(guests: &[GuestRow]) -> impl IntoView + use<> {
    if guests.is_empty() {
        return view! { <p class="soft">{t!("party-list-empty")}</p> }.into_any();
    }
    let locale = use_locale();
    let row = |guest: &GuestRow| {
        let birth = guest.birth_on.map(|day| day_with_year(locale, day)).unwrap_or_default();
        let why = guest.refusal.as_ref().map(|refusal| refusal_sentence(locale, refusal));
        view! {
            <li>
                <div class="grow">
                    <b>{guest.name.clone()}</b>
                    {why.map(|why| view! { <br /><small class="urgent">{why}</small> })}
                </div>
                <span class="num">{birth}</span>
            </li>
        }
    };
    view! { <ol class="list">{guests.iter().map(row).collect_view()}</ol> }.into_any()
}

/// More places, or fewer.
fn places(group: &PartyView, acts: Acts) -> impl IntoView + use<> {
    let wrong = Signal::derive(move || -> Option<UiError> { acts.places.value().get()?.err() });
    let sent = typed::<ResizeGroup>().map(|typed| typed.form);
    let form = sent.unwrap_or_else(|| ResizeForm { places: group.line.places.to_string() });
    let id = group.line.claim_id.to_string();
    view! {
        <section class="section stack" aria-labelledby="ile">
            <h2 id="ile">{t!("party-resize")}</h2>
            <ActionForm action=acts.places attr:class="form">
                <input type="hidden" name="claim_id" value=id />
                <Field name="form[places]" field="places" label=t!("party-places") hint=t!("party-resize-hint") kind="number" value=form.places class="input short" wrong=wrong />
                <div class="form-end"><button class="btn ghost" type="submit">{t!("party-resize-do")}</button></div>
            </ActionForm>
        </section>
    }
}
