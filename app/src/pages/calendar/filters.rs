//! What narrows the calendar down: a plain GET form, so it works before anything else has loaded, and the server can
//! remember what was chosen on this device.

use super::query;
use crate::components::html::{Html, Piece};
use crate::components::icon::icon;
use crate::html;
use crate::i18n::use_locale;
use crate::links::href;
use domain::calendar::CalendarSpan;
use domain::locale::{narrowing_words, weekday_short, yes_or_no_words};
use domain::person::{ALL_PARTS, DayPart};
use domain::view::{CalendarView, Choice, Narrowing};
use leptos::prelude::*;

/// The filters: folded on a phone, so that slots stay where they are.
pub fn filters(view: &CalendarView) -> impl IntoView + use<> {
    let locale = use_locale();
    let asked = &view.query;
    let count = i64::try_from(asked.narrowings().count()).unwrap_or_default();
    let weekdays = [1, 2, 3, 4, 5, 6, 7].map(|day: i8| (day.to_string(), weekday_short(locale, day)));
    let weekdays = weekdays.iter().map(|(day, name)| (day.clone(), name.as_str()));
    let parts = ALL_PARTS.map(|part| (part.code().to_owned(), t!(&format!("filter-{}", part.code()))));
    let yes_or_no =
        |narrowing| [true, false].map(|yes| (query::said(yes).to_owned(), yes_or_no(narrowing, yes)));
    let (remote, repeats) = (yes_or_no(Narrowing::Remote), yes_or_no(Narrowing::Repeats));
    let text = asked.text.clone().unwrap_or_default();
    let chosen = (count > 0)
        .then(|| html!("<span class=\"tag accent\">" {t!("filters-chosen", count = count)} "</span>"));
    let clear = (count > 0).then(|| clear(view));
    view! {
        <details class="filters">
            {html!("<summary>" {icon("filter")} {t!("filters")} " " {chosen} "</summary>")}
            <form class="filters-form" method="get" action=href("/")>
                {(asked.span != CalendarSpan::Agenda).then(|| hidden("widok", asked.span.code()))}
                {asked.day.filter(|day| *day != view.today).map(|day| hidden("dzien", &day.to_string()))}
                {asked.for_me.then(|| hidden("kolejnosc", query::FOR_ME))}
                {asked.mine.then(|| hidden("moje", "1"))}
                {hidden(query::REMEMBER, "1")}
                {html!(
                    "<div class=\"field\"><label for=\"f-szukaj\">" {t!("filter-text")} "</label>"
                    "<input class=\"input\" id=\"f-szukaj\" name=\"szukaj\" type=\"search\" maxlength=\"100\" value=\"" {text} "\"></div>"
                )}
                {select("rodzaj", &t!("filter-kind"), offered(&view.filters.kinds), asked.kind.as_ref().map(ToString::to_string).as_deref())}
                {select("placowka", &t!("filter-organisation"), offered(&view.filters.organisations), asked.organisation.map(|id| id.to_string()).as_deref())}
                {select("osiedle", &t!("filter-district"), offered(&view.filters.districts), asked.district.map(|id| id.to_string()).as_deref())}
                {select("dzientyg", &t!("filter-weekday"), weekdays, asked.weekday.map(|day| day.to_string()).as_deref())}
                {select("pora", &t!("filter-part"), named(&parts), asked.part.map(DayPart::code))}
                {select("zdalnie", &t!("filter-remote"), named(&remote), asked.remote.map(query::said))}
                {select("stale", &t!("filter-repeats"), named(&repeats), asked.repeats.map(query::said))}
                {age(view)}
                {html!("<div class=\"btn-row\"><button class=\"btn\" type=\"submit\">" {t!("filters-show")} "</button>" {clear} "</div>")}
            </form>
        </details>
    }
}

/// What is sent along unseen.
fn hidden(name: &str, value: &str) -> Html {
    html!("<input type=\"hidden\" name=\"" {name} "\" value=\"" {value} "\">")
}

/// How many there are, and what narrows them down, each with the way back. The ways are whole page loads: the server
/// forgets what is taken away.
pub fn chosen(view: &CalendarView) -> Option<Html> {
    let asked = &view.query;
    if !asked.is_filtered() || view.for_me.is_some() {
        return None;
    }
    let days: i64 = view.days.iter().map(|day| day.count).sum();
    let count = days + i64::try_from(view.windows.len()).unwrap_or_default();
    let found =
        if view.next.is_some() { t!("found-first", count = count) } else { t!("found", count = count) };
    let chip = |narrowing: Narrowing| {
        let to = href(&query::remembered(&asked.clone().without(narrowing)));
        html!(
            "<li><a class=\"chip\" href=\"" {to} "\" rel=\"external\">" {value(view, narrowing)} {icon("close")}
            "<span class=\"sr\">" {t!("filter-drop")} "</span></a></li>"
        )
    };
    let chips: Vec<Html> = asked.narrowings().map(chip).collect();
    let chosen = html!(
        "<div class=\"chosen\"><p>" {found} "</p><ul class=\"chips\">" {chips} "<li>" {clear(view)} "</li></ul>" {watch(view)} "</div>"
    );
    Some(chosen)
}

/// To hear of such ones by mail: for people who may take them, of a kind or a place.
fn watch(view: &CalendarView) -> Option<Html> {
    let asked = &view.query;
    let kind = asked.kind.as_ref().map(|code| format!("kind:{code}"));
    let what =
        asked.organisation.map(|id| format!("organisation:{id}")).or(kind).filter(|_| view.may_order)?;
    let to = href(&format!("/profil?pisz={}#powiadomienia", query::encode(&what)));
    Some(html!("<p><a href=\"" {to} "\">" {t!("watch-from-filters")} "</a></p>"))
}

fn clear(view: &CalendarView) -> Html {
    let to = href(&query::remembered(&query::unfiltered(&view.query)));
    html!("<a class=\"btn quiet\" href=\"" {to} "\" rel=\"external\">" {t!("filters-clear")} "</a>")
}

/// What was chosen, in words.
pub fn value(view: &CalendarView, narrowing: Narrowing) -> String {
    narrowing_words(use_locale(), view, narrowing)
}

fn yes_or_no(narrowing: Narrowing, yes: bool) -> String {
    yes_or_no_words(use_locale(), narrowing, yes)
}

/// The reader's age where we know it; otherwise whatever is typed.
fn age(view: &CalendarView) -> Html {
    let typed = view.query.age;
    let Some(age) = view.age else {
        let value = typed.map(|age| age.to_string()).unwrap_or_default();
        return html!(
            "<div class=\"field\"><label for=\"f-wiek\">" {t!("filter-age-typed")} "</label>"
            "<input class=\"input short\" id=\"f-wiek\" name=\"wiek\" type=\"number\" inputmode=\"numeric\" min=\"1\" max=\"120\" value=\""
            {value} "\"></div>"
        );
    };
    let value = age.to_string();
    let label = t!("filter-my-age", age = age);
    let other = typed
        .filter(|typed| *typed != age)
        .map(|typed| (typed.to_string(), t!("filter-of-age", age = typed)));
    let choices: Vec<(String, String)> = other.into_iter().chain([(value, label)]).collect();
    select("wiek", &t!("filter-age"), named(&choices), typed.map(|age| age.to_string()).as_deref())
}

fn named(choices: &[(String, String)]) -> impl Iterator<Item = (String, &str)> {
    choices.iter().map(|(value, name)| (value.clone(), name.as_str()))
}

fn offered<Id: ToString>(choices: &[Choice<Id>]) -> impl Iterator<Item = (String, &str)> {
    choices.iter().map(|choice| (choice.id.to_string(), choice.name.as_str()))
}

fn select<'n>(
    name: &str,
    label: &str,
    choices: impl Iterator<Item = (String, &'n str)>,
    chosen: Option<&str>,
) -> Html {
    let id = format!("f-{name}");
    let mut options = Html::default();
    for (value, text) in choices {
        let selected = (chosen == Some(value.as_str())).then(|| html!(" selected"));
        html!("<option value=\"" {value} "\"" {selected} ">" {text} "</option>").put(&mut options);
    }
    html!(
        "<div class=\"field\"><label for=\"" {id} "\">" {label} "</label>"
        "<select class=\"select\" id=\"" {id} "\" name=\"" {name} "\">"
        "<option value=\"\">" {t!("filter-any")} "</option>" {options} "</select></div>"
    )
}
