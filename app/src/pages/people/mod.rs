//! The coordinator's list of volunteers: where each stands, and the next step.

pub mod api;
mod person;
mod qualifications;

pub use qualifications::{QualificationsPage, held};

use crate::components::fresh::{keep_fresh, loaded};
use crate::components::icon::icon;
use crate::components::message::empty;
use crate::error::UiError;
use crate::links::href;
use crate::live::use_live;
use crate::wire::read;
use domain::person::{ALL_STATUSES, VolunteerStatus};
use domain::view::PeopleView;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;
use person::Person;

/// As many people as the list holds at most.
const SHOWN: usize = 100;

/// What is asked for in the address.
type Asked = (Option<VolunteerStatus>, String);

/// The list of volunteers.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        let query = query.read();
        let code = query.get("status").unwrap_or_default();
        let status = ALL_STATUSES.into_iter().find(|status| status.code() == code);
        (status, query.get("szukaj").unwrap_or_default())
    });
    let first = read(move || asked.get(), |(status, search)| api::people(status, search));
    view! {
        <Title text=t!("people-title") />
        <main class="page page-wide" id="tresc" tabindex="-1">
            <div class="page-head">
                <h1>{t!("people-title")}</h1>
            </div>
            {loaded(first, move |first| view! { <People asked=asked.get_untracked() first /> }.into_any())}
        </main>
    }
}

/// What came of the last step: words for everyone, or a problem.
pub type Outcome = RwSignal<Option<Result<String, UiError>>>;

#[component]
fn People(asked: Asked, first: PeopleView) -> impl IntoView {
    let live = use_live();
    let (status, search) = asked;
    let again = search.clone();
    let fresh = keep_fresh(first, move || live.people(), move || api::people(status, again.clone()));
    let outcome: Outcome = RwSignal::new(None);
    let ids = Memo::new(move |_| {
        fresh.view.with(|view| view.people.iter().map(|person| person.id).collect::<Vec<_>>())
    });
    let columns = ["person", "status", "since", "screening", "next"];
    view! {
        <form class="people-bar" method="get" action=href("/koordynacja/ludzie")>
            {status.map(|status| view! { <input type="hidden" name="status" value=status.code() /> })}
            <div class="field">
                <label for="szukaj">{t!("people-search")}</label>
                <input class="input" id="szukaj" type="search" name="szukaj" maxlength="100" value=search.clone() />
            </div>
            <button class="btn ghost" type="submit">{icon("search")}{t!("people-search-go")}</button>
        </form>
        <Chips chosen=status search counts=Signal::derive(move || fresh.view.with(|view| view.counts.clone())) />
        <div aria-live="polite">
            {move || outcome.get().map(|outcome| person::said(&outcome))}
        </div>
        {move || ids.with(Vec::is_empty).then(|| empty(&t!("people-none"), &t!("people-none-text"), Some((href("/koordynacja/ludzie"), t!("people-all")))))}
        <div class="table-wrap" hidden=move || ids.with(Vec::is_empty)>
            <table class="table cards" role="table">
                <caption class="sr">{t!("people-list")}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {columns.map(|column| view! { <th scope="col" role="columnheader">{t!(&format!("people-column-{column}"))}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=move || ids.get() key=|id| *id let:id>
                        <Person id fresh outcome />
                    </For>
                </tbody>
            </table>
        </div>
        {move || (ids.with(Vec::len) >= SHOWN).then(|| view! { <p class="soft">{t!("people-shown", count = SHOWN)}</p> })}
        <p class="soft tiny">{t!("people-screening-hint")}</p>
    }
}

/// How many there are in each status; each is a filter.
#[component]
fn Chips(
    chosen: Option<VolunteerStatus>,
    search: String,
    counts: Signal<Vec<(VolunteerStatus, i64)>>,
) -> impl IntoView {
    let link = move |status: Option<VolunteerStatus>, label: String| {
        let count = move || {
            counts.with(|counts| {
                counts
                    .iter()
                    .filter(|(each, _)| status.is_none_or(|status| status == *each))
                    .map(|(_, count)| count)
                    .sum::<i64>()
            })
        };
        let mut query = ParamsMap::new();
        if let Some(status) = status {
            query.insert("status", status.code().to_owned());
        }
        if !search.is_empty() {
            query.insert("szukaj", search.clone());
        }
        let path = format!("/koordynacja/ludzie{}", query.to_query_string());
        view! {
            <a class="chip" href=href(&path) aria-current=(chosen == status).then_some("page")>
                {label}
                <span class="count">{count}</span>
            </a>
        }
    };
    view! {
        <nav class="chips pipeline" aria-label=t!("people-column-status")>
            {link(None, t!("people-all"))}
            {ALL_STATUSES.map(|status| link(Some(status), t!(&format!("status-{}", status.code())))).collect_view()}
        </nav>
    }
}
