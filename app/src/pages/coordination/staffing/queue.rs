//! Who waits for a place, in turn; a coordinator changes the order for a reason, or puts a waiting claim on the list.

use super::Shown;
use crate::components::message::problem_note;
use crate::forms::{ActionForm, FormAction};
use crate::i18n::use_locale;
use crate::live::use_live;
use crate::pages::coordination::api::{QueueClaim, ReorderQueue};
use crate::pages::offer::answer::until;
use crate::pages::roles;
use domain::form::Turn;
use domain::ids::ClaimId;
use domain::locale::{day_short, time};
use domain::view::{QueueRow, SeatRow, Seating};
use leptos::prelude::*;

/// The panel; nothing where nobody waits.
pub fn queue(fresh: Shown) -> impl IntoView {
    let (reorder, put) = (FormAction::<ReorderQueue>::new(), FormAction::<QueueClaim>::new());
    let live = use_live();
    Effect::new(move |_| {
        if reorder.version().get() + put.version().get() != 0 {
            live.refresh();
        }
    });
    let failed = move || {
        let problem = reorder.value().get().and_then(Result::err).or(put.value().get().and_then(Result::err));
        problem.map(|error| problem_note(&error))
    };
    // What is being typed stays where it is, as long as the list does.
    let rows = Memo::new(move |_| {
        fresh.view.with(|view| {
            let asks = view.seats.iter().filter(|seat| matches!(seat.seating, Seating::Waiting { .. }));
            let needs = |seat: &&SeatRow| {
                let others = view.alongside.iter().find(|other| other.person_id == seat.person_id);
                others.map_or(1, |other| other.places)
            };
            let is_full = |seat: &&SeatRow| {
                let role = view.roles.iter().find(|role| Some(&role.name) == seat.role.as_ref());
                let all = (view.taken, view.max_places);
                let (taken, most) = role.map_or(all, |role| (role.taken, role.max_places));
                taken + needs(seat) > most
            };
            let asks = asks.filter(is_full);
            (view.queue.clone(), asks.cloned().collect::<Vec<_>>())
        })
    });
    move || {
        let (queue, asks) = rows.get();
        (!queue.is_empty() || !asks.is_empty()).then(|| {
            view! {
                <section class="panel" aria-labelledby="kolejka">
                    <header class="panel-head">
                        <h2 id="kolejka">{t!("queue-title")}</h2>
                        <span class="count">{queue.len()}</span>
                    </header>
                    <p class="panel-body soft">{t!("queue-lede")}</p>
                    {failed}
                    <ol class="list queue">
                        {queue.iter().map(|row| waiting(row, reorder)).collect_view()}
                        {asks.iter().map(|row| asking(row, put)).collect_view()}
                    </ol>
                </section>
            }
        })
    }
}

fn waiting(row: &QueueRow, reorder: FormAction<ReorderQueue>) -> impl IntoView + use<> {
    let since = format!("{}, {}", day_short(use_locale(), row.since.day().into()), time(row.since));
    let asked =
        row.until.map(|at| view! { <span class="tag wait">{t!("queue-asked", until = until(at))}</span> });
    let places = (row.places > 1).then(|| format!(" · {}", t!("queue-places", count = row.places)));
    let turn = row.turn.map(|turn| view! { <b class="num">{t!("queue-turn", turn = turn)}" "</b> });
    view! {
        <li>
            <div class="grow">
                {turn}<b>{row.name.clone()}</b>{roles::tag(row.role.as_ref())}" "{asked}
                <br />
                <small class="soft">{t!("queue-since", when = since)}{places}</small>
                {row.turn.map(|_| change(row.claim_id, &row.name, reorder))}
            </div>
        </li>
    }
}

fn change(id: ClaimId, name: &str, reorder: FormAction<ReorderQueue>) -> impl IntoView + use<> {
    let option = |turn: Turn| {
        view! { <option value=turn.code()>{t!(&format!("queue-to-{}", turn.code()))}</option> }
    };
    let (to, why) = (format!("dokad-{id}"), format!("powod-{id}"));
    let (claim, options) = (id.to_string(), Turn::ALL.map(option).collect_view());
    view! {
        <details class="fold">
            <summary aria-label=t!("queue-change-name", name = name.to_owned())>{t!("queue-change")}</summary>
            <ActionForm action=reorder attr:class="form">
                <input type="hidden" name="id" value=claim />
                <div class="field">
                    <label for=to.clone()>{t!("queue-to")}</label>
                    <select class="select" id=to name="form[to]">{options}</select>
                </div>
                {reason(why, "form[reason]")}
                <button class="btn small" type="submit">{t!("queue-save")}</button>
            </ActionForm>
        </details>
    }
}

fn reason(id: String, name: &'static str) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id.clone()>{t!("queue-reason")}</label>
            <input class="input" type="text" id=id name=name maxlength="500" required />
        </div>
    }
}

/// A claim that waits for a decision while the date is full.
fn asking(row: &SeatRow, put: FormAction<QueueClaim>) -> impl IntoView + use<> {
    let Seating::Waiting { claim_id } = row.seating else { return ().into_any() };
    let claim = claim_id.to_string();
    view! {
        <li>
            <details class="fold grow">
                <summary aria-label=t!("do-queue-name", name = row.name.clone())>{row.name.clone()}" – "{t!("do-queue")}</summary>
                <ActionForm action=put attr:class="form">
                    <input type="hidden" name="id" value=claim />
                    {reason(format!("lista-{claim_id}"), "reason")}
                    <button class="btn small" type="submit">{t!("do-queue")}</button>
                </ActionForm>
            </details>
        </li>
    }
    .into_any()
}
