//! Why not the others, near misses first; what would help; which slots hold the same people; whom coordinators left
//! out.

use super::act::{Act, Actions};
use super::{Shown, words};
use crate::i18n::use_locale;
use crate::links::href;
use crate::pages::coordination::api::Allow;
use crate::pages::coordination::slots::{OpenSlots, query};
use domain::ids::PersonId;
use domain::locale::{day_short, day_tiny, time};
use domain::matching::Relaxation;
use domain::view::{ExcludedRow, RejectedRow, RivalRow, StaffingView};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use server_fn::ServerFn;

/// Rules of the histogram that are shown.
const RULES: usize = 6;

/// The panels beside the candidates.
pub fn why(fresh: Shown, actions: Actions, board: OpenSlots) -> impl IntoView {
    view! {
        <section class="panel" aria-labelledby="blisko">
            <header class="panel-head"><h2 id="blisko">{t!("staffing-near")}</h2></header>
            {move || fresh.view.with(|view| near(&view.near))}
        </section>
        <section class="panel" aria-labelledby="pomoc">
            <header class="panel-head"><h2 id="pomoc">{t!("staffing-helps")}</h2></header>
            {move || fresh.view.with(|view| reliefs(&view.relaxations))}
        </section>
        {move || fresh.view.with(|view| rivals(&view.rivals, board))}
        <section class="panel" aria-labelledby="zasady">
            <header class="panel-head"><h2 id="zasady">{t!("staffing-rules")}</h2></header>
            {move || fresh.view.with(rules)}
        </section>
        {move || fresh.view.with(|view| excluded(&view.excluded, actions))}
    }
}

fn near(rows: &[RejectedRow]) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="panel-body soft">{t!("staffing-near-none")}</p> }.into_any();
    }
    let row = |row: &RejectedRow| {
        let failures = row.failures.iter().map(words::failure).collect::<Vec<_>>().join(" · ");
        view! { <li><div class="grow"><b>{row.name.clone()}</b><br /><small class="soft">{failures}</small></div></li> }
    };
    view! { <ul class="list">{rows.iter().map(row).collect_view()}</ul> }.into_any()
}

fn reliefs(relaxations: &[Relaxation]) -> AnyView {
    if relaxations.is_empty() {
        return view! { <p class="panel-body soft">{t!("staffing-helps-none")}</p> }.into_any();
    }
    let row = |relaxation: &Relaxation| {
        let gained = t!("staffing-gained", count = i64::from(relaxation.gained));
        view! { <li><span class="grow">{words::relief(&relaxation.relief)}</span><span class="tag good">{gained}</span></li> }
    };
    view! { <ul class="list">{relaxations.iter().map(row).collect_view()}</ul> }.into_any()
}

/// Slots whose plan holds people who could be here.
fn rivals(rows: &[RivalRow], board: OpenSlots) -> Option<impl IntoView + use<>> {
    if rows.is_empty() {
        return None;
    }
    let row = |row: &RivalRow| {
        let to = board.view.with_untracked(|view| query::write(Some(row.slot_id), &view.query));
        let at = format!("{}, {}", day_tiny(use_locale(), row.starts_at.day().into()), time(row.starts_at));
        view! {
            <li>
                <div class="grow"><a href=href(&to)>{row.title.clone()}</a>" "<small class="soft">{at}</small></div>
                <span class="num">{t!("rivals-people", count = i64::from(row.people))}</span>
            </li>
        }
    };
    Some(view! {
        <section class="panel" aria-labelledby="konkurencja">
            <header class="panel-head"><h2 id="konkurencja">{t!("rivals-title")}</h2></header>
            <ul class="list">{rows.iter().map(row).collect_view()}</ul>
        </section>
    })
}

fn rules(view: &StaffingView) -> impl IntoView + use<> {
    let rows = view.histogram.iter().take(RULES).map(|(rule, count)| {
        view! {
            <li>
                <span class="grow">{t!(&format!("rule-{}", rule.code()))}</span>
                <span class="num">{i64::from(*count)}</span>
            </li>
        }
    });
    view! { <ul class="list">{rows.collect_view()}</ul> }
}

/// Whom coordinators left out here, with the way back.
fn excluded(rows: &[ExcludedRow], actions: Actions) -> Option<impl IntoView + use<>> {
    if rows.is_empty() {
        return None;
    }
    let row = |row: &ExcludedRow| {
        let until = row.until.map(|until| {
            t!("excluded-until", when = day_short(use_locale(), until.plus_days(-1).day().into()))
        });
        let scope = t!(&format!("exclude-{}", row.scope.code()));
        let (id, name) = (row.id, row.name.clone());
        let press = move |event: SubmitEvent| {
            event.prevent_default();
            actions.act(PersonId(id.0), name.clone(), Act::Allow(id));
        };
        view! {
            <li>
                <div class="grow">
                    <b>{row.name.clone()}</b>
                    <br />
                    <small class="soft">{scope}{until.map(|until| format!(" · {until}"))}" · "{t!("excluded-by", name = row.by.clone())}</small>
                    {(!row.reason.is_empty()).then(|| view! { <p class="soft">{row.reason.clone()}</p> })}
                </div>
                <form method="post" action=Allow::url() on:submit=press>
                    <input type="hidden" name="id" value=row.id.to_string() />
                    <input type="hidden" name="slot" value=actions.slot().to_string() />
                    <button class="btn small quiet" type="submit" aria-label=t!("do-allow-name", name = row.name.clone())>{t!("do-allow")}</button>
                </form>
            </li>
        }
    };
    Some(view! {
        <section class="panel" aria-labelledby="pominieci">
            <header class="panel-head"><h2 id="pominieci">{t!("excluded-title")}</h2></header>
            <ul class="list">{rows.iter().map(row).collect_view()}</ul>
        </section>
    })
}
