//! What volunteers changed between them: stand-ins and swaps to allow, places given up late.

use super::state::Board;
use crate::components::message::problem_note;
use crate::forms::{ActionForm, FormAction};
use crate::i18n::use_locale;
use crate::links::href;
use crate::pages::coordination::api::{AllowChange, RefuseChange};
use domain::locale::{day_tiny, time};
use domain::stepping_back::Reason;
use domain::view::{Agreement, SteppedBack};
use leptos::prelude::*;

/// Stand-ins and swaps that a coordinator has to allow; nothing where there are none.
pub fn agreements(board: Board) -> impl IntoView {
    let (allow, refuse) = (FormAction::<AllowChange>::new(), FormAction::<RefuseChange>::new());
    Effect::new(move |_| {
        if allow.version().get() + refuse.version().get() != 0 {
            board.fresh.again();
        }
    });
    let failed = move || {
        let problem =
            allow.value().get().and_then(Result::err).or(refuse.value().get().and_then(Result::err));
        problem.map(|error| problem_note(&error))
    };
    let rows = Memo::new(move |_| board.fresh.view.with(|view| view.agreements.clone()));
    move || {
        let rows = rows.get();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="panel" aria-labelledby="zastepstwa-h">
                    <header class="panel-head"><h2 id="zastepstwa-h">{t!("agreements-title")}</h2><span class="count">{rows.len()}</span></header>
                    {failed}
                    <ul class="list">{rows.iter().map(|row| agreement(row, allow, refuse)).collect_view()}</ul>
                </section>
            }
        })
    }
}

fn agreement(
    row: &Agreement,
    allow: FormAction<AllowChange>,
    refuse: FormAction<RefuseChange>,
) -> impl IntoView + use<> {
    let (from, to) = (row.from.clone(), row.to.clone());
    let what = match row.other.clone() {
        Some(other) => {
            t!("agreement-swap", from = from.clone(), to = to.clone(), when = row.when.clone(), other = other)
        }
        None => t!("agreement-stand-in", from = from.clone(), to = to.clone()),
    };
    let (id, id_too) = (row.offer_id.to_string(), row.offer_id.to_string());
    let yes = t!("agreement-allow-name", from = from.clone(), to = to);
    let no = t!("agreement-refuse-name", from = from);
    view! {
        <li>
            <div class="grow">
                <b>{what}</b>
                <br />
                <a href=href(&format!("/koordynacja/termin/{}", row.slot_id))>{row.title.clone()}</a>" "<small class="soft">{row.when.clone()}</small>
                <div class="deeds">
                    <ActionForm action=allow>
                        <input type="hidden" name="id" value=id />
                        <button class="btn small" type="submit" aria-label=yes>{t!("agreement-allow")}</button>
                    </ActionForm>
                    <ActionForm action=refuse>
                        <input type="hidden" name="id" value=id_too />
                        <button class="btn small ghost" type="submit" aria-label=no>{t!("agreement-refuse")}</button>
                    </ActionForm>
                </div>
            </div>
        </li>
    }
}

/// Places given up late, with the reason; nothing where there are none.
pub fn stepped_back(board: Board) -> impl IntoView {
    let rows = Memo::new(move |_| board.fresh.view.with(|view| view.stepped_back.clone()));
    move || {
        let rows = rows.get();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="panel" aria-labelledby="rezygnacje-h">
                    <header class="panel-head"><h2 id="rezygnacje-h">{t!("stepped-late-title")}</h2><span class="count">{rows.len()}</span></header>
                    <ul class="list">{rows.iter().map(given_up).collect_view()}</ul>
                </section>
            }
        })
    }
}

fn given_up(row: &SteppedBack) -> impl IntoView + use<> {
    let at = |at: domain::time::Instant| format!("{}, {}", day_tiny(use_locale(), at.day().into()), time(at));
    let why = row.reason.as_ref().map(|reason| match Reason::of(reason) {
        Some(known) => t!(&format!("stepping-{}", known.code())),
        None => reason.clone(),
    });
    view! {
        <li>
            <div class="grow">
                <b>{row.name.clone()}</b>" "
                <a href=href(&format!("/koordynacja/termin/{}", row.slot_id))>{row.title.clone()}</a>
                <br />
                <small class="soft">{t!("stepped-late-at", when = at(row.starts_at), at = at(row.at))}</small>
                {why.map(|why| view! { <p class="soft">{why}</p> })}
            </div>
        </li>
    }
}
