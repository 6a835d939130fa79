//! A slot on a card: what, when, where, how full, what about me.

use crate::components::icon::{family_class, family_icon, icon};
use crate::error::refusal_short;
use crate::i18n::use_locale;
use crate::links::href;
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::locale::{day_tiny, time};
use domain::view::{KindLabel, SlotCard, Standing};
use domain::window::last_day;
use leptos::prelude::*;

/// Up to so many seats are drawn one by one.
const DRAWN_SEATS: i64 = 8;

/// The mark of a kind: icon and word in its family's colour.
pub fn kind_mark(kind: &KindLabel) -> impl IntoView + use<> {
    view! {
        <p class="kind">{icon(family_icon(kind.family))}{kind.short.clone()}</p>
    }
}

/// How full: seats up to eight, then a bar; the count is always written.
pub fn seats(taken: i64, min: i64, max: i64, mine: bool) -> impl IntoView {
    let text = t!("seats-taken", taken = taken, max = max);
    let picture = if max <= DRAWN_SEATS {
        let seat = |n: i64| match (n < taken, n < min) {
            (true, _) if mine && n == 0 => "seat mine",
            (true, _) => "seat taken",
            (false, true) => "seat need",
            (false, false) => "seat",
        };
        (0..max).map(|n| view! { <i class=seat(n)></i> }).collect_view().into_any()
    } else {
        view! {
            <span class="bar bar-h" aria-hidden="true">
                <span class=fill_class(taken, max)></span>
            </span>
        }
        .into_any()
    };
    view! { <span class="seats">{picture}<span class="seats-text">{text}</span></span> }
}

/// The class of a bar's fill, in steps of five; something is never nothing and almost is never all.
pub fn fill_class(part: i64, whole: i64) -> String {
    let percent = if whole <= 0 { 0 } else { (part.clamp(0, whole) * 20 + whole / 2) / whole * 5 };
    let honest = match part {
        part if part <= 0 => 0,
        part if part >= whole => 100,
        _ => percent.clamp(5, 95),
    };
    format!("bar-fill fill-{honest}")
}

/// What the slot is to its reader, as a tag; what it lacks, if it is open.
pub fn standing_tag(card: &SlotCard) -> impl IntoView + use<> {
    let (class, words) = match &card.standing {
        Standing::Mine { state, .. } => (claim_class(*state), t!(&format!("mine-{}", state.code()))),
        Standing::Closed(refusal) => ("tag quiet", refusal_short(use_locale(), refusal)),
        Standing::Open if card.missing() > 0 => ("tag urgent", t!("seats-missing", count = card.missing())),
        Standing::Open => return None,
    };
    Some(view! { <span class=class>{words}</span> })
}

/// The tag of a claim's state.
pub const fn claim_class(state: ClaimState) -> &'static str {
    match state {
        ClaimState::Approved | ClaimState::Attended => "tag good",
        ClaimState::Pending | ClaimState::Waitlisted | ClaimState::Offered => "tag wait",
        ClaimState::Refused | ClaimState::Cancelled | ClaimState::NoShow => "tag urgent",
        ClaimState::Withdrawn => "tag quiet",
    }
}

fn card_class(card: &SlotCard) -> String {
    let family = family_class(card.kind.family);
    let state = match &card.standing {
        Standing::Mine { .. } => " mine",
        Standing::Closed(Refusal::Started) => " past",
        Standing::Closed(Refusal::Cancelled) => " cancelled",
        Standing::Closed(_) => " closed",
        Standing::Open => "",
    };
    format!("card slot {family}{state}")
}

/// The card. `with_day` names the day too, for lists outside of days; `actions` are drawn at its foot.
pub fn slot_card(card: &SlotCard, with_day: bool, actions: Option<AnyView>) -> impl IntoView + use<> {
    let locale = use_locale();
    let day = with_day.then(|| day_tiny(locale, card.starts_at.day().into()));
    let time = match card.work_minutes {
        Some(minutes) => whenever(card, minutes).into_any(),
        None => hours(card, day).into_any(),
    };
    let place = if card.remote { t!("remote") } else { card.organisation.clone() };
    let district = card.district.clone().filter(|_| !card.remote).map(|name| format!(" · {name}"));
    let mine = matches!(card.standing, Standing::Mine { state, .. } if state.holds_place());
    view! {
        <article class=card_class(card)>
            {time}
            <div class="slot-body">
                {kind_mark(&card.kind)}
                <h3 class="card-title">
                    <a href=href(&format!("/termin/{}", card.id))>{card.title.clone()}</a>
                </h3>
                <p class="slot-where">{place}{district}</p>
                <div class="slot-foot">
                    {seats(card.taken, card.min_places, card.max_places, mine)}
                    {standing_tag(card)}
                </div>
            </div>
            {actions.map(|actions| view! { <div class="slot-actions">{actions}</div> })}
        </article>
    }
}

fn hours(card: &SlotCard, day: Option<String>) -> impl IntoView + use<> {
    view! {
        <p class="slot-time">
            {day.map(|day| view! { <span class="slot-day">{day}</span> })}
            <time datetime=card.starts_at.to_string()>{time(card.starts_at)}</time>
            <span class="slot-end"><span class="sr">{t!("until")}" "</span>{time(card.ends_at)}</span>
        </p>
    }
}

/// A task without an hour: until when, and how much.
fn whenever(card: &SlotCard, minutes: i64) -> impl IntoView + use<> {
    let day = day_tiny(use_locale(), last_day(card.ends_at));
    view! {
        <p class="slot-time">
            <span class="slot-day">{t!("until")}" "{day}</span>
            <span class="slot-much">{duration(minutes)}</span>
        </p>
    }
}

/// So much time, as `1 godz. 30 min`.
pub fn duration(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => t!("duration-minutes", minutes = minutes),
        (hours, 0) => t!("duration-hours", hours = hours),
        (hours, minutes) => t!("hours-total", hours = hours, minutes = minutes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_honest() {
        assert_eq!(fill_class(0, 20), "bar-fill fill-0");
        assert_eq!(fill_class(1, 500), "bar-fill fill-5");
        assert_eq!(fill_class(10, 20), "bar-fill fill-50");
        assert_eq!(fill_class(499, 500), "bar-fill fill-95");
        assert_eq!(fill_class(20, 20), "bar-fill fill-100");
        assert_eq!(fill_class(3, 0), "bar-fill fill-100");
    }
}
