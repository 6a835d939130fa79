//! The plan for one day: what accepting it would do, pair by pair, and the way back.

use crate::components::icon::icon;
use crate::components::message::problem_note;
use crate::error::UiError;
use crate::i18n::use_locale;
use crate::live::use_live;
use crate::pages::coordination::api::{self, AcceptPlan, PlannedPair};
use crate::pages::roles;
use crate::wire::{read, when_there};
use domain::claim::UNDO_SECONDS;
use domain::locale::{day_long, time_range};
use domain::time::Day;
use domain::view::{DayPlan, DayPlanRow, Done};
use leptos::prelude::*;
use leptos::task::spawn_local;
use server_fn::ServerFn;
use std::collections::HashSet;
use std::time::Duration;

/// The plan for a day, to be looked at and accepted.
#[component]
pub fn DayPlanPanel(day: Day) -> impl IntoView {
    let live = use_live();
    let accepted = Accepted::new();
    let plan = read(move || (day, live.tick()), |(day, _)| api::day_plan(day));
    view! {
        <section class="panel day-plan" id="plan-dnia" aria-labelledby="plan-dnia-h">
            {move || when_there(async move {
                match plan.await {
                    Ok(plan) => rows(&plan, accepted).into_any(),
                    Err(error) => problem_note(&error).into_any(),
                }
            })}
            {move || accepted.message()}
        </section>
    }
}

/// What was accepted just now.
#[derive(Clone, Copy)]
struct Accepted {
    done: RwSignal<Vec<Done>>,
    failed: RwSignal<Vec<UiError>>,
    problem: RwSignal<Option<UiError>>,
    busy: RwSignal<bool>,
    left_out: RwSignal<HashSet<String>>,
}

impl Accepted {
    fn new() -> Self {
        Self {
            done: RwSignal::default(),
            failed: RwSignal::default(),
            problem: RwSignal::default(),
            busy: RwSignal::new(false),
            left_out: RwSignal::default(),
        }
    }

    fn accept(self, pairs: Vec<PlannedPair>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.problem.set(None);
        spawn_local(async move {
            match api::accept_plan(pairs).await {
                Ok(outcomes) => {
                    let (mut done, mut failed) = (Vec::new(), Vec::new());
                    for outcome in outcomes {
                        match outcome {
                            Ok(one) => done.push(one),
                            Err(problem) => failed.push(UiError(problem)),
                        }
                    }
                    let _ = self.done.try_set(done);
                    let _ = self.failed.try_set(failed);
                    let forget = move || {
                        let _ = self.done.try_set(Vec::new());
                    };
                    set_timeout(forget, Duration::from_secs(UNDO_SECONDS.unsigned_abs()));
                }
                Err(error) => {
                    let _ = self.problem.try_set(Some(error));
                }
            }
            let _ = self.busy.try_set(false);
        });
    }

    fn take_back(self) {
        let done = self.done.get_untracked();
        self.done.set(Vec::new());
        spawn_local(async move {
            for one in done {
                let outcome = match one {
                    Done::Approved(claim) => api::undo_decision(claim).await.map(|_| ()),
                    Done::Offered(offer) => api::take_back_offer(offer).await,
                };
                if let Err(error) = outcome {
                    let _ = self.problem.try_set(Some(error));
                }
            }
        });
    }

    fn message(self) -> impl IntoView {
        let locale = use_locale();
        let done = self.done.with(Vec::len);
        let failed = self.failed.get();
        view! {
            <div role="status">
                {(done > 0).then(|| view! {
                    <p class="note good">
                        {icon("check")}
                        <span>{t!("plan-day-done", count = done)}</span>
                        <button class="btn small" type="button" on:click=move |_| self.take_back()>
                            {icon("undo")}{t!("board-undo")}
                        </button>
                    </p>
                })}
                {failed.into_iter().map(|error| view! { <p class="note wait">{icon("alert")}<span>{error.sentence(locale)}</span></p> }).collect_view()}
                {self.problem.get().map(|error| problem_note(&error))}
            </div>
        }
    }
}

fn rows(plan: &DayPlan, accepted: Accepted) -> impl IntoView + use<> {
    let asked = plan.rows.iter().filter(|row| row.claim_id.is_none()).count();
    let approved = plan.rows.len() - asked;
    let pairs: Vec<(String, PlannedPair)> = plan.rows.iter().map(|row| (key(row), pair(row))).collect();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = accepted.left_out.with_untracked(|out| {
            pairs
                .iter()
                .filter(|(key, _)| !out.contains(key))
                .map(|(_, pair)| pair.clone())
                .collect::<Vec<_>>()
        });
        accepted.accept(chosen);
    };
    let empty = plan.rows.is_empty();
    view! {
        <details class="fold">
            <summary>
                <h2 id="plan-dnia-h">{t!("plan-day-title", day = day_long(use_locale(), plan.day))}</h2>
                <span class="soft">
                    {if empty {
                        t!("plan-day-none")
                    } else {
                        format!("{} {}", t!("plan-day-approved", count = approved), t!("plan-day-asked", count = asked))
                    }}
                </span>
            </summary>
            {(!empty).then(|| view! {
                <form class="form" method="post" action=AcceptPlan::url() on:submit=send>
                    <ul class="day-plan-rows">
                        {plan.rows.iter().enumerate().map(|(number, row)| one(number, row, accepted)).collect_view()}
                    </ul>
                    <div class="btn-row">
                        <button class="btn" type="submit" disabled=move || accepted.busy.get()>{t!("plan-day-accept")}</button>
                    </div>
                </form>
            })}
        </details>
    }
}

fn key(row: &DayPlanRow) -> String {
    format!("{} {}", row.slot_id, row.person_id)
}

fn pair(row: &DayPlanRow) -> PlannedPair {
    PlannedPair { slot: row.slot_id, person: row.person_id, claim: row.claim_id, role: row.role_id }
}

fn one(number: usize, row: &DayPlanRow, accepted: Accepted) -> impl IntoView + use<> {
    let key = key(row);
    let (checked, choose) = (key.clone(), key);
    let kind = if row.claim_id.is_some() {
        ("tag wait", t!("plan-day-approve"))
    } else {
        ("tag", t!("plan-day-ask"))
    };
    let field = |name: &str| format!("pairs[{number}][{name}]");
    view! {
        <li>
            <input type="hidden" name=field("slot") value=row.slot_id.to_string() />
            <input type="hidden" name=field("person") value=row.person_id.to_string() />
            {row.claim_id.map(|claim| view! { <input type="hidden" name=field("claim") value=claim.to_string() /> })}
            {row.role_id.map(|role| view! { <input type="hidden" name=field("role") value=role.to_string() /> })}
            <label class="check grow">
                <input
                    type="checkbox"
                    checked=true
                    prop:checked=move || accepted.left_out.with(|out| !out.contains(&checked))
                    on:change=move |event| {
                        let inside = event_target_checked(&event);
                        accepted.left_out.update(|out| {
                            if inside { out.remove(&choose) } else { out.insert(choose.clone()) };
                        });
                    }
                />
                <span>
                    <b>{row.name.clone()}</b>{roles::tag(row.role.as_ref())}
                    <small class="soft">{time_range(row.starts_at, row.ends_at)}" · "{row.title.clone()}" · "{t!("staffing-score", points = row.score)}</small>
                </span>
            </label>
            <span class=kind.0>{kind.1}</span>
        </li>
    }
}
