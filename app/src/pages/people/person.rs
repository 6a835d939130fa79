//! One volunteer: where they stand, the next step, and the steps that end the way.

use super::Outcome;
use super::api::{self, RecordScreening, SetStatus};
use crate::components::fresh::Fresh;
use crate::components::icon::icon;
use crate::components::message::{good_note, problem_note};
use crate::error::UiError;
use crate::i18n::use_locale;
use crate::links::href;
use domain::ids::PersonId;
use domain::locale::{Locale, day_short, text};
use domain::person::VolunteerStatus;
use domain::view::{PeopleView, PersonRow};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use server_fn::ServerFn;

/// Ends and breaks, in the order of the menu.
const OTHERS: [(VolunteerStatus, &str); 5] = [
    (VolunteerStatus::Paused, "people-pause"),
    (VolunteerStatus::Ended, "people-end"),
    (VolunteerStatus::Rejected, "people-reject"),
    (VolunteerStatus::Withdrawn, "people-withdraw"),
    (VolunteerStatus::Applied, "people-again"),
];

/// What can be done with a person.
#[derive(Clone, Copy)]
struct Steps {
    id: PersonId,
    fresh: Fresh<PeopleView>,
    outcome: Outcome,
    locale: Locale,
}

impl Steps {
    fn name(self) -> String {
        let find = |view: &PeopleView| {
            view.people.iter().find(|person| person.id == self.id).map(|person| person.name.clone())
        };
        self.fresh.view.with_untracked(find).unwrap_or_default()
    }

    fn set_status(self, to: VolunteerStatus) {
        let name = self.name();
        spawn_local(async move {
            let status = text(self.locale, &format!("status-{}", to.code()), &[]);
            let said = text(self.locale, "people-moved", &[("name", name.into()), ("status", status.into())]);
            self.done(api::set_status(self.id, to).await, said);
        });
    }

    fn record(self, done: bool) {
        let name = self.name();
        spawn_local(async move {
            let key = if done { "people-screening-saved" } else { "people-screening-removed" };
            let said = text(self.locale, key, &[("name", name.into())]);
            self.done(api::record_screening(self.id, done).await, said);
        });
    }

    fn done(self, answer: Result<(), UiError>, said: String) {
        let _ = self.outcome.try_set(Some(answer.map(|()| said)));
        self.fresh.again();
    }
}

/// What came of a step.
pub fn said(outcome: &Result<String, UiError>) -> AnyView {
    match outcome {
        Ok(words) => good_note(&words.clone()).into_any(),
        Err(error) => problem_note(error).into_any(),
    }
}

/// A row of the list.
#[component]
pub fn Person(id: PersonId, fresh: Fresh<PeopleView>, outcome: Outcome) -> impl IntoView {
    let locale = use_locale();
    let steps = Steps { id, fresh, outcome, locale };
    let person = Memo::new(move |_| {
        fresh.view.with(|view| view.people.iter().find(|person| person.id == id).cloned())
    });
    view! {
        <tr role="row">{move || person.get().map(|person| cells(&person, steps))}</tr>
    }
}

fn cells(person: &PersonRow, steps: Steps) -> impl IntoView + use<> {
    let age = person.age.map(|age| t!("fact-age", count = age) + " · ");
    view! {
        <th scope="row" role="rowheader">
            <div class="person-cell">
                <span class="avatar small" aria-hidden="true">{initials(&person.name)}</span>
                <div>
                    {person.name.clone()}
                    <small>{age}<a href=format!("mailto:{}", person.email)>{person.email.clone()}</a></small>
                </div>
            </div>
        </th>
        <td role="cell" data-label=t!("people-column-status")>
            <span class=status_class(person.status)>{t!(&format!("status-{}", person.status.code()))}</span>
        </td>
        <td role="cell" data-label=t!("people-column-since")><span class="num">{day_short(steps.locale, person.since.day().into())}</span></td>
        <td role="cell" data-label=t!("people-column-screening")>{screening(person, steps)}</td>
        <td role="cell" data-label=t!("people-column-next")>
            <div class="btn-row">
                {person.next.map(|next| next_step(person, next, steps))}
                {others(person, steps)}
                <a class="btn small quiet" href=href(&format!("/koordynacja/ludzie/{}", person.id))>{t!("qualifications-open")}<span class="sr">": "{person.name.clone()}</span></a>
            </div>
        </td>
    }
}

fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect()
}

const fn status_class(status: VolunteerStatus) -> &'static str {
    match status {
        VolunteerStatus::Active | VolunteerStatus::Trial => "tag good",
        VolunteerStatus::Applied
        | VolunteerStatus::Interview
        | VolunteerStatus::Training
        | VolunteerStatus::Paperwork => "tag wait",
        VolunteerStatus::Paused => "tag accent",
        VolunteerStatus::Ended | VolunteerStatus::Rejected | VolunteerStatus::Withdrawn => "tag",
    }
}

/// A button that is a plain form until the program runs in the browser.
fn status_form(id: PersonId, to: VolunteerStatus, button: AnyView) -> impl IntoView {
    view! {
        <form method="post" action=SetStatus::url()>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="status" value=to.code() />
            {button}
        </form>
    }
}

fn next_step(person: &PersonRow, next: VolunteerStatus, steps: Steps) -> impl IntoView + use<> {
    let key = match (person.status, next) {
        (VolunteerStatus::Paused, _) => "people-next-return".to_owned(),
        (_, next) => format!("people-next-{}", next.code()),
    };
    let act = move |event: MouseEvent| {
        event.prevent_default();
        steps.set_status(next);
    };
    let label = format!("{}: {}", t!(&key), person.name);
    let button = view! { <button class="btn small ghost" type="submit" aria-label=label on:click=act>{t!(&key)}</button> };
    status_form(person.id, next, button.into_any())
}

fn others(person: &PersonRow, steps: Steps) -> impl IntoView + use<> {
    let (id, from) = (person.id, person.status);
    let item = move |(to, key): (VolunteerStatus, &'static str)| {
        let act = move |event: MouseEvent| {
            event.prevent_default();
            steps.set_status(to);
        };
        status_form(id, to, view! { <button type="submit" on:click=act>{t!(key)}</button> }.into_any())
    };
    let possible: Vec<_> = OTHERS.into_iter().filter(|(to, _)| from.may_become(*to)).collect();
    (!possible.is_empty()).then(|| view! {
        <details class="menu">
            <summary>{icon("menu")}<span class="sr">{t!("people-more-label", name = person.name.clone())}</span></summary>
            <div class="menu-panel">{possible.into_iter().map(item).collect_view()}</div>
        </details>
    })
}

fn screening(person: &PersonRow, steps: Steps) -> impl IntoView + use<> {
    let done = person.screened;
    let (class, words, key, short) = if done {
        ("tag good", t!("people-screened"), "people-unscreen", "people-unscreen-short")
    } else {
        ("tag", t!("people-not-screened"), "people-screen", "people-screen-short")
    };
    let act = move |event: MouseEvent| {
        event.prevent_default();
        steps.record(!done);
    };
    view! {
        <form class="row tight" method="post" action=RecordScreening::url()>
            <span class=class>{words}</span>
            <input type="hidden" name="id" value=person.id.to_string() />
            <input type="hidden" name="done" value=(!done).to_string() />
            <button class="btn small quiet" type="submit" aria-label=format!("{}: {}", t!(key), person.name) on:click=act>{t!(short)}</button>
        </form>
    }
}
