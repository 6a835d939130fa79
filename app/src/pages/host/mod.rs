//! The host's page: who came is to be confirmed, who comes, what is confirmed.

pub mod api;
mod group;
mod guest;
pub mod place;

use crate::components::fresh::{Fresh, keep_fresh, loaded};
use crate::components::icon::icon;
use crate::components::message::{good_note, problem_note};
use crate::components::paper::paper;
use crate::error::UiError;
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use crate::wire::read;
use domain::claim::ClaimState;
use domain::ids::SlotId;
use domain::locale::when;
use domain::view::{HostSlot, HostView};
use guest::Guest;
use leptos::prelude::*;
use leptos_meta::Title;
use std::collections::BTreeSet;

/// What came of the last record: words for everyone, or a problem.
pub type Outcome = RwSignal<Option<Result<String, UiError>>>;

/// Who comes and who came.
#[component]
pub fn HostPage() -> impl IntoView {
    let first = read(|| (), |()| api::hosted());
    view! {
        <Title text=t!("host-title") />
        <main class="page" id="tresc" tabindex="-1">
            {loaded(first, |first| view! { <Hosted first /> }.into_any())}
        </main>
    }
}

/// The slots of each part of the page. What was to be confirmed since the page was opened stays there, so that
/// nothing jumps under the finger.
fn parts(view: &HostView, opened: &BTreeSet<SlotId>) -> [Vec<SlotId>; 3] {
    let id = |slot: &HostSlot| slot.id;
    let (here, done): (Vec<_>, Vec<_>) = view.confirmed.iter().partition(|slot| opened.contains(&slot.id));
    let mut to_confirm: Vec<&HostSlot> = view.to_confirm.iter().chain(here).collect();
    to_confirm.sort_by_key(|slot| std::cmp::Reverse(slot.starts_at));
    [
        to_confirm.into_iter().map(id).collect(),
        view.coming.iter().map(id).collect(),
        done.into_iter().map(id).collect(),
    ]
}

#[component]
fn Hosted(first: HostView) -> impl IntoView {
    let live = use_live();
    let fresh = keep_fresh(first, move || live.claims() + live.slots(), api::hosted);
    let outcome: Outcome = RwSignal::new(None);
    let opened = Memo::new(move |before: Option<&BTreeSet<SlotId>>| {
        let now = fresh.view.with(|view| view.to_confirm.iter().map(|slot| slot.id).collect::<Vec<_>>());
        before.cloned().unwrap_or_default().into_iter().chain(now).collect::<BTreeSet<_>>()
    });
    let all = Memo::new(move |_| fresh.view.with(|view| opened.with(|opened| parts(view, opened))));
    let part = move |number: usize, key: &'static str| {
        let ids = Memo::new(move |_| all.with(|all| all[number].clone()));
        let heading = format!("{key}-h");
        let labelled = heading.clone();
        view! {
            <section class="section" aria-labelledby=labelled>
                <div class="section-head">
                    <h2 id=heading>{t!(key)}</h2>
                    <span class="count">{move || ids.with(Vec::len)}</span>
                </div>
                {move || ids.with(Vec::is_empty).then(|| view! { <p class="soft">{t!(&format!("{key}-none"))}</p> })}
                <div class="stack">
                    <For each=move || ids.get() key=|id| *id let:id>
                        <Slot id fresh outcome />
                    </For>
                </div>
            </section>
        }
    };
    view! {
        <div class="page-head">
            <div>
                <h1>{t!("host-title")}</h1>
                <p class="lede">{t!("host-lede")}</p>
            </div>
            <div class="btn-row">
                <a class="btn ghost" href=href("/placowka/tydzien")>{icon("calendar")}{t!("week-way")}</a>
                <a class="btn ghost" href=href("/placowka/obecnosc")>{t!("places-title")}</a>
                <a class="btn ghost" href=href("/placowka/oferty")>{t!("host-offers")}</a>
            </div>
        </div>
        {part(0, "host-confirm")}
        {part(1, "host-coming")}
        {part(2, "host-confirmed")}
        {paper("/placowka", "/placowka.pdf", &[("host-week", "/placowka/tydzien.pdf".to_owned())])}
        <div class="toasts">
            {move || outcome.get().map(|outcome| match outcome {
                Ok(words) => good_note(&words).into_any(),
                Err(error) => problem_note(&error).into_any(),
            })}
        </div>
    }
}

/// The slot, wherever it stands on the page.
fn find(view: &HostView, id: SlotId) -> Option<&HostSlot> {
    view.to_confirm.iter().chain(&view.coming).chain(&view.confirmed).find(|slot| slot.id == id)
}

/// One date with its people.
#[component]
fn Slot(id: SlotId, fresh: Fresh<HostView>, outcome: Outcome) -> impl IntoView {
    let locale = use_locale();
    let slot = Memo::new(move |_| fresh.view.with(|view| find(view, id).cloned()));
    let claims = Memo::new(move |_| {
        slot.with(|slot| {
            slot.iter().flat_map(|slot| &slot.people).map(|person| person.claim_id).collect::<Vec<_>>()
        })
    });
    let head = move || {
        slot.get().map(|slot| {
            let taken = slot.people.iter().map(|person| person.places).sum::<i64>();
            let missing = slot.missing;
            let open = slot.people.iter().any(|person| person.state == ClaimState::Approved);
            view! {
                <div>
                    <h3 class="card-title">{slot.title}</h3>
                    <p class="soft"><span class="num">{when(locale, slot.starts_at, slot.ends_at)}</span>" · "{slot.organisation}</p>
                </div>
                <p class="push">
                    <span class="num">{t!("host-seats", taken = taken, max = slot.max_places)}</span>
                    " "
                    {match (slot.has_begun, open) {
                        (true, false) if taken > 0 => Some(view! { <span class="tag good">{t!("host-done")}</span> }),
                        (false, _) if missing > 0 => Some(view! { <span class="tag urgent">{t!("seats-missing", count = missing)}</span> }),
                        _ => None,
                    }}
                </p>
            }
        })
    };
    view! {
        <section class="panel" id=format!("termin-{id}")>
            <header class="panel-head">{head}</header>
            {move || claims.with(Vec::is_empty).then(|| view! { <p class="panel-body soft">{t!("host-nobody")}</p> })}
            <ul class="list attend">
                <For each=move || claims.get() key=|id| *id let:claim_id>
                    <Guest id=claim_id date=slot fresh outcome />
                </For>
            </ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::time::Instant;

    fn slot(n: u8) -> HostSlot {
        HostSlot {
            id: format!("00000000-0000-0000-0000-{n:012}").parse().expect("an id"),
            title: String::new(),
            organisation: String::new(),
            starts_at: Instant::from_unix(i64::from(n)),
            ends_at: Instant::from_unix(i64::from(n) + 60),
            min_places: 1,
            max_places: 2,
            missing: 0,
            work_minutes: None,
            people: Vec::new(),
            has_begun: true,
        }
    }

    #[test]
    fn what_was_just_confirmed_stays_where_it_was() {
        let opened: BTreeSet<_> = [slot(2).id, slot(3).id].into();
        let view =
            HostView { to_confirm: vec![slot(3)], coming: vec![slot(9)], confirmed: vec![slot(2), slot(1)] };
        assert_eq!(parts(&view, &opened), [vec![slot(3).id, slot(2).id], vec![slot(9).id], vec![slot(1).id]]);
    }
}
