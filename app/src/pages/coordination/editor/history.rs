//! What was done to an opportunity and its dates: who, when, what, in words.

use super::roles::{field_words, plan_words};
use crate::components::fresh::Fresh;
use crate::i18n::use_locale;
use domain::locale::{day_short, rule_words, time, when};
use domain::role::Role;
use domain::view::{ChangeDetail, ChangeEntry, EditorView};
use leptos::prelude::*;

/// The history, the latest first.
pub(super) fn history(fresh: Fresh<EditorView>) -> impl IntoView {
    let entries = move || fresh.view.with(|view| view.history.clone());
    let none = move || fresh.view.with(|view| view.history.is_empty());
    view! {
        <section id="historia">
            <div class="section-head"><h2>{t!("history-title")}</h2></div>
            <p class="soft" hidden=move || !none()>{t!("history-none")}</p>
            <ol class="card pad history" hidden=none>
                <For each=entries key=|entry| format!("{entry:?}") children=move |entry| line(&entry, &fresh.view.with_untracked(|view| view.roles.clone())) />
            </ol>
        </section>
    }
}

fn line(entry: &ChangeEntry, roles: &[Role]) -> impl IntoView + use<> {
    let at = format!("{}, {}", day_short(use_locale(), entry.at.day().into()), time(entry.at));
    let by = entry.by.clone().unwrap_or_else(|| t!("history-program"));
    let parts =
        details(&entry.detail, roles).into_iter().map(|part| view! { <li>{part}</li> }).collect_view();
    view! {
        <li>
            <p><time datetime=entry.at.to_string()>{at}</time>" · "{by}</p>
            <p><b>{t!(&format!("history-{}", entry.action.code().replace('_', "-")))}</b></p>
            <ul>{parts}</ul>
        </li>
    }
}

/// Before and after, one part a line.
fn details(detail: &ChangeDetail, roles: &[Role]) -> Vec<String> {
    let locale = use_locale();
    let said = |(starts_at, ends_at)| when(locale, starts_at, ends_at);
    let rule = |repeat: &domain::form::Repeat| rule_words(locale, &repeat.rule, &repeat.leave_out);
    let from_to = |before: String, after: String| t!("history-from-to", before = before, after = after);
    let mut parts = Vec::new();
    parts.extend(detail.scope.map(|scope| t!(&format!("history-scope-{}", scope.code()))));
    parts.extend(match (detail.date, detail.date_after) {
        (Some(before), Some(after)) => Some(from_to(said(before), said(after))),
        (Some(date), None) => Some(said(date)),
        _ => None,
    });
    parts.extend(match (&detail.rule, &detail.rule_after) {
        (Some(before), Some(after)) => Some(from_to(rule(before), rule(after))),
        (None, Some(after)) => Some(rule(after)),
        _ => None,
    });
    let people = |(min, max): (i64, i64)| format!("{min}–{max}");
    parts.extend(
        detail
            .places
            .map(|[before, after]| t!("history-places", before = people(before), after = people(after))),
    );
    parts.extend(detail.roles.as_ref().map(|[before, after]| {
        let (before, after) = (plan_words(before, roles), plan_words(after, roles));
        t!("history-roles", before = before, after = after)
    }));
    parts.extend(
        detail.place.clone().map(|[before, after]| t!("history-place", before = before, after = after)),
    );
    let opens = |days: Option<i64>| days.map_or_else(|| t!("history-at-once"), |days| days.to_string());
    parts.extend(
        detail
            .opens_days
            .map(|[before, after]| t!("history-opens", before = opens(before), after = opens(after))),
    );
    parts.extend(
        detail.standing.map(|[before, after]| t!("history-standing", before = before, after = after)),
    );
    // Ids and codes are no words.
    let coded = ["organisation_id", "kind", "district_id", "claim_rule", "remote"];
    for (field, after) in &detail.after {
        let name = t!(&format!("offer-field-{}", field.replace('_', "-")));
        let before = detail.before.get(field).cloned().unwrap_or_default();
        parts.push(if coded.contains(&field.as_str()) {
            t!("history-field-other", field = name)
        } else {
            let (before, after) = (field_words(field, &before), field_words(field, after));
            t!("history-field", field = name, before = before, after = after)
        });
    }
    parts.extend(detail.note.clone().map(|note| t!("history-note", text = note)));
    parts.extend(detail.reason.clone().map(|reason| t!("history-reason", text = reason)));
    for (count, key) in [
        (detail.added, "history-added"),
        (detail.moved, "history-moved"),
        (detail.cancelled, "history-cancelled"),
        (detail.told, "history-told"),
    ] {
        parts.extend((count > 0).then(|| t!(key, count = count)));
    }
    parts
}
