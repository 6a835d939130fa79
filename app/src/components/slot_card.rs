//! A slot on a card: what, when, where, how full, what about me.

use crate::components::html::Html;
use crate::components::icon::{family_class, family_icon, icon};
use crate::error::refusal_short;
use crate::html;
use crate::i18n::use_locale;
use crate::links::href;
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::locale::{Locale, day_tiny, text, time};
use domain::view::{KindLabel, SlotCard, Standing};
use domain::window::last_day;
use leptos::prelude::*;

/// Up to so many seats are drawn one by one.
const DRAWN_SEATS: i64 = 8;

/// The mark of a kind: icon and word in its family's colour.
pub fn kind_mark(kind: &KindLabel) -> Html {
    html!("<p class=\"kind\">" {icon(family_icon(kind.family))} {kind.short} "</p>")
}

/// How full: seats up to eight, then a bar; the count is always written.
pub fn seats(taken: i64, min: i64, max: i64, mine: bool) -> Html {
    let words = text(use_locale(), "seats-taken", &[("taken", taken.into()), ("max", max.into())]);
    let picture = if max <= DRAWN_SEATS {
        let mut drawn = Html::default();
        for n in 0..max {
            drawn.raw(match (n < taken, n < min) {
                (true, _) if mine && n == 0 => "<i class=\"seat mine\"></i>",
                (true, _) => "<i class=\"seat taken\"></i>",
                (false, true) => "<i class=\"seat need\"></i>",
                (false, false) => "<i class=\"seat\"></i>",
            });
        }
        drawn
    } else {
        html!("<span class=\"bar bar-h\" aria-hidden=\"true\"><span class=\"" {fill_class(taken, max)} "\"></span></span>")
    };
    html!("<span class=\"seats\">" {picture} "<span class=\"seats-text\">" {words} "</span></span>")
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
pub fn standing_tag(locale: Locale, card: &SlotCard) -> Option<Html> {
    let missing = card.missing();
    let (class, words) = match &card.standing {
        Standing::Mine { state, .. } => {
            (claim_class(*state), text(locale, &format!("mine-{}", state.code()), &[]))
        }
        Standing::Closed(refusal) => ("tag quiet", refusal_short(locale, refusal)),
        Standing::Open if missing > 0 => {
            ("tag urgent", text(locale, "seats-missing", &[("count", missing.into())]))
        }
        Standing::Open => return None,
    };
    Some(html!("<span class=\"" {class} "\">" {words} "</span>"))
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
    view! {
        <article class=card_class(card)>
            {hours(locale, card, with_day)}
            {body(locale, card)}
            {actions.map(|actions| view! { <div class="slot-actions">{actions}</div> })}
        </article>
    }
}

/// Cards without actions, each the item of a list.
pub fn slot_items(cards: &[SlotCard], with_day: bool) -> impl IntoView + use<> {
    cards.iter().map(|card| slot_item(card, with_day, None)).collect_view()
}

/// A card as the item of a list; `foot` is drawn below it.
pub fn slot_item(card: &SlotCard, with_day: bool, foot: Option<Html>) -> Html {
    let locale = use_locale();
    let foot = foot.map(|foot| html!("<div class=\"slot-actions\">" {foot} "</div>"));
    html!(
        "<li><article class=\"" {card_class(card)} "\">" {hours(locale, card, with_day)} {body(locale, card)} {foot}
        "</article></li>"
    )
}

/// When: the hours, or of a task without an hour until when, and how much.
fn hours(locale: Locale, card: &SlotCard, with_day: bool) -> Html {
    let until = text(locale, "until", &[]);
    if let Some(minutes) = card.work_minutes {
        let day = day_tiny(locale, last_day(card.ends_at));
        return html!(
            "<p class=\"slot-time\"><span class=\"slot-day\">" {until} " " {day} "</span>"
            "<span class=\"slot-much\">" {duration(minutes)} "</span></p>"
        );
    }
    let day = with_day.then(|| day_tiny(locale, card.starts_at.day().into()));
    let day = day.map(|day| html!("<span class=\"slot-day\">" {day} "</span>"));
    html!(
        "<p class=\"slot-time\">" {day}
        "<time datetime=\"" {card.starts_at.to_string()} "\">" {time(card.starts_at)} "</time>"
        "<span class=\"slot-end\"><span class=\"sr\">" {until} " </span>" {time(card.ends_at)} "</span></p>"
    )
}

/// So much time, as `1 godz. 30 min`.
pub fn duration(minutes: i64) -> String {
    domain::locale::duration(use_locale(), minutes)
}

fn body(locale: Locale, card: &SlotCard) -> Html {
    let place = if card.remote { text(locale, "remote", &[]) } else { card.organisation.clone() };
    let district = card.district.as_ref().filter(|_| !card.remote);
    let district = district.map(|name| html!(" · " {name}));
    let mine = matches!(card.standing, Standing::Mine { state, .. } if state.holds_place());
    html!(
        "<div class=\"slot-body\">" {kind_mark(&card.kind)}
        "<h3 class=\"card-title\"><a href=\"" {href(&format!("/termin/{}", card.id))} "\">" {card.title} "</a></h3>"
        "<p class=\"slot-where\">" {place} {district} "</p>"
        "<div class=\"slot-foot\">"
        {seats(card.taken, card.min_places, card.max_places, mine)} {standing_tag(locale, card)}
        "</div></div>"
    )
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
