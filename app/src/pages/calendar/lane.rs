//! Tasks without an hour: a lane of their own above the days.

use super::query;
use crate::components::html::Html;
use crate::components::icon::{family_class, icon};
use crate::components::slot_card::{duration, standing_tag};
use crate::html;
use crate::i18n::use_locale;
use crate::links::href;
use domain::calendar::CalendarSpan;
use domain::locale::day_tiny;
use domain::view::{CalendarQuery, CalendarView, SlotCard};
use domain::window::last_day;
use leptos::prelude::*;

/// So many stand there at once; the others unfold.
const SHOWN: usize = 3;

/// The lane; in a month only how many there are, with the way to them.
pub fn lane(view: &CalendarView) -> Option<impl IntoView + use<>> {
    if view.windows.is_empty() {
        return None;
    }
    let count = i64::try_from(view.windows.len()).unwrap_or_default();
    if view.query.span == CalendarSpan::Month {
        let to = query::write(&CalendarQuery { span: CalendarSpan::Agenda, ..view.query.clone() });
        let words = t!("lane-count", count = count);
        let count = html!("<p class=\"lane-count\">" {icon("clock")} "<a href=\"" {href(&to)} "\">" {words} "</a></p>");
        return Some(count.into_any());
    }
    let (first, rest) = view.windows.split_at(view.windows.len().min(SHOWN));
    let list = |cards| html!("<ul class=\"lane-items\">" {items(cards)} "</ul>");
    // An element of leptos's own: unfolded, it stays so when its list is drawn anew.
    let more = (!rest.is_empty()).then(|| {
        let count = i64::try_from(rest.len()).unwrap_or_default();
        view! {
            <details class="fold">
                <summary>{t!("lane-more", count = count)}</summary>
                {list(rest)}
            </details>
        }
    });
    let lane = view! {
        <section class="lane" aria-labelledby="bez-godziny">
            {html!("<h3 id=\"bez-godziny\">" {icon("clock")} {t!("lane-title")} "</h3>")}
            {list(first)}
            {more}
        </section>
    };
    Some(lane.into_any())
}

fn items(cards: &[SlotCard]) -> Vec<Html> {
    cards.iter().map(item).collect()
}

fn item(card: &SlotCard) -> Html {
    let locale = use_locale();
    let until = day_tiny(locale, last_day(card.ends_at));
    let much = duration(card.work_minutes.unwrap_or_default());
    html!(
        "<li><a class=\"lane-item " {family_class(card.kind.family)} "\" href=\"" {href(&format!("/termin/{}", card.id))} "\">"
        "<b>" {card.title} "</b><span class=\"soft\">" {t!("lane-much", much = much, until = until)} " · " {card.organisation}
        "</span>" {standing_tag(locale, card)} "</a></li>"
    )
}
