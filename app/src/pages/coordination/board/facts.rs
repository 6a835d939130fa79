//! What a coordinator weighs, in few words: what speaks for the person, what to mind, what the rules say.

use crate::components::icon::icon;
use domain::claiming::Refusal;
use domain::locale::{Locale, day_short, time};
use domain::person::VolunteerStatus;
use domain::time::Instant;
use domain::view::{SlotCard, WaitingClaim};
use leptos::prelude::*;

/// Since when, as a person says it: today by the hour, before that by the day. It stays true without a clock.
pub fn since(locale: Locale, at: Instant, now: Instant) -> String {
    if at.day() == now.day() { time(at) } else { day_short(locale, at.day().into()) }
}

/// How full the slot is.
pub fn seats(slot: &SlotCard) -> impl IntoView + use<> {
    let missing = slot.missing();
    view! {
        <span class="num">{t!("seats-taken", taken = slot.taken, max = slot.max_places)}</span>
        {(missing > 0).then(|| view! { <span class="tag urgent">{t!("seats-missing", count = missing)}</span> })}
    }
}

/// Every fact and warning, the warnings first.
pub fn facts(claim: &WaitingClaim) -> impl IntoView + use<> {
    let facts = &claim.facts;
    let mut all: Vec<(&'static str, &'static str, String)> = Vec::new();
    all.extend(claim.warnings.iter().map(|warning| ("urgent", "alert", warning_text(warning))));
    if facts.missed > 0 {
        all.push(("urgent", "alert", t!("fact-missed", count = facts.missed)));
    }
    if claim.status != VolunteerStatus::Active {
        all.push(("wait", "info", t!(&format!("status-{}", claim.status.code()))));
    }
    if facts.newcomer {
        all.push(("wait", "heart", t!("fact-newcomer")));
    } else {
        all.push(("good", "check", t!("fact-attended", count = facts.attended)));
    }
    if facts.attended_here > 0 {
        all.push(("good", "check", t!("fact-here", count = facts.attended_here)));
    }
    if facts.likes_kind {
        all.push(("good", "heart", t!("fact-likes")));
    }
    match facts.has_time {
        Some(true) => all.push(("good", "clock", t!("fact-time"))),
        Some(false) => all.push(("wait", "clock", t!("fact-no-time"))),
        None => {}
    }
    if facts.same_district {
        all.push(("good", "pin", t!("fact-district")));
    }
    let languages = spoken(&facts.languages);
    if !languages.is_empty() {
        all.push(("", "globe", t!("fact-languages", languages = languages.join(", "))));
    }
    let item = |(class, image, words)| view! { <li class=class>{icon(image)}{words}</li> };
    view! { <ul class="claim-facts">{all.into_iter().map(item).collect_view()}</ul> }
}

/// Languages besides Polish, which everybody speaks here.
fn spoken(languages: &[String]) -> Vec<String> {
    let word = |language: &String| match Locale::from_code(language) {
        Some(Locale::Pl) => None,
        Some(known) => Some(t!(&format!("fact-language-{}", known.code()))),
        None => Some(language.clone()),
    };
    languages.iter().filter_map(word).collect()
}

fn warning_text(warning: &Refusal) -> String {
    t!(&format!("warning-{}", warning.code()), number = warning.number().unwrap_or_default())
}
