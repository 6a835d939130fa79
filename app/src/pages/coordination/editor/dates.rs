//! The dates of an opportunity, series by series, with the ways to add some and to change them.

use super::{base, change_path, open};
use crate::components::fresh::Fresh;
use crate::components::icon::icon;
use crate::components::slot_card::seats;
use crate::i18n::use_locale;
use crate::links::href;
use domain::ids::{OpportunityId, SeriesId};
use domain::locale::{rule_words, time_range, when};
use domain::opportunity::{OpportunityState, SlotState};
use domain::view::{EditorView, SeriesView, SlotRow};
use leptos::prelude::*;

/// All dates.
pub(super) fn dates(
    id: OpportunityId,
    fresh: Fresh<EditorView>,
    state: Memo<OpportunityState>,
) -> impl IntoView + use<> {
    // Tasks without an hour have a list of their own.
    let with_hours = move || {
        fresh.view.with(|view| {
            view.slots.iter().filter(|slot| slot.work_minutes.is_none()).cloned().collect::<Vec<_>>()
        })
    };
    let none = move || with_hours().is_empty();
    let series = move || fresh.view.with(|view| view.series.clone());
    // Dates of a series that has nothing to come any more stand beside the single ones.
    let single = Signal::derive(move || {
        let known = series();
        let listed = |id: SeriesId| known.iter().any(|series| series.id == id);
        with_hours().into_iter().filter(|slot| !slot.series_id.is_some_and(listed)).collect::<Vec<_>>()
    });
    let heading = move || (!single.get().is_empty() && !series().is_empty()).then(|| t!("dates-single"));
    view! {
        <section>
            <div class="section-head">
                <h2>{t!("dates-title")}</h2>
                <a class="btn small" href=href(&format!("{}/{id}/terminy", base())) hidden=move || !open(state)>
                    {icon("plus")}{t!("dates-add-way")}
                </a>
            </div>
            <p class="soft" hidden=move || !none()>{t!("dates-none")}</p>
            <For each=series key=|series| format!("{series:?}") children=move |series| part(&series, fresh) />
            <h3 class="dates-single" hidden=move || heading().is_none()>{heading}</h3>
            {list(single, may(fresh))}
        </section>
    }
}

/// Dates that everyone sees are moved and cancelled by those who publish alone.
fn may(fresh: Fresh<EditorView>) -> bool {
    fresh.view.with_untracked(|view| view.power.publishes || view.state == OpportunityState::Draft)
}

/// One series with its dates.
fn part(series: &SeriesView, fresh: Fresh<EditorView>) -> impl IntoView + use<> {
    let id = series.id;
    let slots = Signal::derive(move || {
        fresh.view.with(|view| {
            let own = view.slots.iter().filter(|slot| slot.series_id == Some(id));
            own.cloned().collect::<Vec<_>>()
        })
    });
    let open = move || slots.get().iter().filter(|slot| slot.state == SlotState::Open).count();
    view! {
        <details class="fold series" open>
            <summary>
                <h3 class="grow">{series_words(series)}</h3>
                <span class="tag quiet">{move || t!("dates-number", count = open())}</span>
            </summary>
            {list(slots, may(fresh))}
        </details>
    }
}

/// `co wtorek do 20 czerwca 2027, bez świąt, 16:00–18:00`
pub(crate) fn series_words(series: &SeriesView) -> String {
    let rule = rule_words(use_locale(), &series.repeat.rule, &series.repeat.leave_out);
    format!("{rule}, {}", time_range(series.starts_at, series.ends_at))
}

/// `may`: the reader may move and cancel them.
fn list(slots: Signal<Vec<SlotRow>>, may: bool) -> impl IntoView {
    view! {
        <ul class="card pad dates" hidden=move || slots.with(Vec::is_empty)>
            <For
                each=move || slots.get()
                key=|slot| format!("{slot:?}")
                children=move |slot| row(&slot, may)
            />
        </ul>
    }
}

/// The row of a date: when, how full, and the way to change it.
fn row(slot: &SlotRow, may: bool) -> impl IntoView + use<> {
    let when = when(use_locale(), slot.starts_at, slot.ends_at);
    if slot.state == SlotState::Cancelled {
        return view! {
            <li class="off">
                <s>{when}</s>
                <span class="tag quiet">{t!("dates-cancelled")}</span>
            </li>
        }
        .into_any();
    }
    let label = t!("dates-edit-label", when = when.clone());
    let waiting = (slot.waiting > 0)
        .then(|| view! { <span class="tag wait">{t!("dates-waiting", count = slot.waiting)}</span> });
    view! {
        <li id=format!("termin-{}", slot.id)>
            <span class="grow">{when}</span>
            {waiting}
            {seats(slot.taken, slot.min_places, slot.max_places, false)}
            <a class="btn small quiet" href=href(&change_path(slot.id)) hidden=!may aria-label=label>
                {t!("dates-edit")}
            </a>
        </li>
    }
    .into_any()
}
