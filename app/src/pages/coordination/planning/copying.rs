//! Copying the week: a day of another week, what that one would get, and one button.

use super::part;
use crate::components::fresh::Fresh;
use crate::forms::{ActionForm, FormAction};
use crate::i18n::use_locale;
use crate::links::href;
use crate::pages::coordination::api::CopyWeek;
use domain::calendar::plus_days;
use domain::locale::{day_short, when};
use domain::time::Day;
use domain::view::{CopiedDate, CopyFate, WeekCopy, WeekPlan};
use leptos::prelude::*;

/// The form, with what it would add once it was asked.
pub(super) fn copying(fresh: Fresh<WeekPlan>, copy: FormAction<CopyWeek>) -> impl IntoView {
    let monday = fresh.view.with_untracked(|view| view.monday);
    let asked = fresh.view.with_untracked(|view| view.copy.as_ref().map(|copy| copy.to));
    let to = asked.unwrap_or_else(|| plus_days(monday, 7));
    let preview =
        move || fresh.view.with(|view| view.copy.as_ref().map(|found| preview(monday, found, copy)));
    view! {
        <section class="section" id="kopia">
            <h2>{t!("week-copy")}</h2>
            <form class="planning-copy" method="get" action=href(&format!("/{}/tydzien", part()))>
                <input type="hidden" name="dzien" value=monday.to_string() />
                <div class="field">
                    <label for="f-kopia">{t!("week-copy-to")}</label>
                    <input class="input" id="f-kopia" name="kopia" type="date" value=to.to_string() required=true aria-describedby="f-kopia-h" />
                </div>
                <button class="btn ghost" type="submit">{t!("week-copy-look")}</button>
                <p class="hint" id="f-kopia-h">{t!("week-copy-hint")}</p>
            </form>
            {preview}
        </section>
    }
}

fn preview(from: Day, found: &WeekCopy, copy: FormAction<CopyWeek>) -> impl IntoView + use<> {
    let rows = found.dates.iter().map(row).collect_view();
    let (to, fingerprint, count) = (found.to.to_string(), found.fingerprint.clone(), found.count);
    let act = if count == 0 {
        view! { <p>{t!("week-copy-nothing")}</p> }.into_any()
    } else {
        view! {
            <ActionForm action=copy>
                <input type="hidden" name="from" value=from.to_string() />
                <input type="hidden" name="to" value=to />
                <input type="hidden" name="fingerprint" value=fingerprint />
                <button class="btn" type="submit" aria-busy=move || copy.pending().get().then_some("true")>
                    {t!("week-copy-do", count = count)}
                </button>
            </ActionForm>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="podglad-kopii">
            <div class="panel-head"><h3 id="podglad-kopii">{t!("week-copy-title", day = day_short(use_locale(), found.to))}</h3></div>
            <div class="panel-body stack">
                {act}
                <ul class="list">{rows}</ul>
            </div>
        </section>
    }
}

fn row(date: &CopiedDate) -> impl IntoView + use<> {
    let class = if date.fate == CopyFate::New { "tag good" } else { "tag quiet" };
    let fate = match date.fate {
        CopyFate::Holiday(holiday) => {
            t!("week-copy-holiday", name = t!(&format!("holiday-{}", holiday.code())))
        }
        fate => t!(&format!("week-copy-{}", fate.code())),
    };
    view! {
        <li>
            <div class="grow"><b>{date.title.clone()}</b><br /><small class="soft">{when(use_locale(), date.starts_at, date.ends_at)}</small></div>
            <span class=class>{fate}</span>
        </li>
    }
}
