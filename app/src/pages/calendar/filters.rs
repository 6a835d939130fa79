//! What narrows the calendar down: a plain GET form, so it works before anything else has loaded.

use super::query;
use crate::components::html::{Html, Piece};
use crate::components::icon::icon;
use crate::html;
use crate::i18n::use_locale;
use crate::links::href;
use domain::calendar::CalendarSpan;
use domain::locale::weekday_short;
use domain::view::{CalendarView, Choice};
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

/// The filters.
pub fn filters(view: &CalendarView) -> impl IntoView + use<> {
    let locale = use_locale();
    let asked = &view.query;
    let chosen = [
        asked.kind.is_some(),
        asked.organisation.is_some(),
        asked.district.is_some(),
        asked.weekday.is_some(),
        asked.text.is_some(),
    ];
    let count = i64::try_from(chosen.iter().filter(|chosen| **chosen).count()).unwrap_or_default();
    let weekdays = [1, 2, 3, 4, 5, 6, 7].map(|day: i8| (day.to_string(), weekday_short(locale, day)));
    let weekdays = weekdays.iter().map(|(day, name)| (day.clone(), name.as_str()));
    let text = asked.text.clone().unwrap_or_default();
    view! {
        <details class="filters" open={count > 0}>
            <summary>
                {icon("filter")}{t!("filters")}" "
                {(count > 0).then(|| view! { <span class="tag accent">{t!("filters-chosen", count = count)}</span> })}
            </summary>
            <form class="filters-form" method="get" action=href("/")>
                {(asked.span != CalendarSpan::Agenda).then(|| view! { <input type="hidden" name="widok" value=asked.span.code() /> })}
                {asked.day.filter(|day| *day != view.today).map(|day| view! { <input type="hidden" name="dzien" value=day.to_string() /> })}
                {asked.for_me.then(|| view! { <input type="hidden" name="kolejnosc" value=query::FOR_ME /> })}
                <div class="field">
                    <label for="f-szukaj">{t!("filter-text")}</label>
                    <input class="input" id="f-szukaj" name="szukaj" type="search" maxlength="100" value=text />
                </div>
                {select("rodzaj", &t!("filter-kind"), offered(&view.filters.kinds), asked.kind.as_ref().map(ToString::to_string).as_deref())}
                {select("placowka", &t!("filter-organisation"), offered(&view.filters.organisations), asked.organisation.map(|id| id.to_string()).as_deref())}
                {select("osiedle", &t!("filter-district"), offered(&view.filters.districts), asked.district.map(|id| id.to_string()).as_deref())}
                {select("dzientyg", &t!("filter-weekday"), weekdays, asked.weekday.map(|day| day.to_string()).as_deref())}
                <div class="btn-row">
                    <button class="btn" type="submit">{t!("filters-show")}</button>
                    {(count > 0).then(|| view! { <a class="btn quiet" href=href(&query::cleared(asked))>{t!("filters-clear")}</a> })}
                </div>
            </form>
        </details>
    }
}

fn offered<Id: ToString>(choices: &[Choice<Id>]) -> impl Iterator<Item = (String, &str)> {
    choices.iter().map(|choice| (choice.id.to_string(), choice.name.as_str()))
}

fn select<'n>(
    name: &str,
    label: &str,
    choices: impl Iterator<Item = (String, &'n str)>,
    chosen: Option<&str>,
) -> InertElement {
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
    .element()
}
