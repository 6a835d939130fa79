//! What narrows the calendar down, in words: `zdalnie`, `dla osób w wieku 16 l.`.

use super::{Locale, text};
use crate::view::{CalendarView, Choice, Narrowing};

/// What a calendar was narrowed down to.
pub fn narrowing_words(locale: Locale, view: &CalendarView, narrowing: Narrowing) -> String {
    fn name<Id: PartialEq>(choices: &[Choice<Id>], id: Option<&Id>) -> Option<String> {
        choices.iter().find(|choice| Some(&choice.id) == id).map(|choice| choice.name.clone())
    }
    let say = |key: &str| text(locale, key, &[]);
    let (asked, filters) = (&view.query, &view.filters);
    let known = match narrowing {
        Narrowing::Text => {
            asked.text.as_ref().map(|words| text(locale, "filter-words", &[("text", words.clone().into())]))
        }
        Narrowing::Kind => name(&filters.kinds, asked.kind.as_ref()),
        Narrowing::Organisation => name(&filters.organisations, asked.organisation.as_ref()),
        Narrowing::District => name(&filters.districts, asked.district.as_ref()),
        Narrowing::Weekday => asked.weekday.map(|day| say(&format!("weekday-{day}"))),
        Narrowing::Part => asked.part.map(|part| say(&format!("filter-{}", part.code()))),
        Narrowing::Remote => asked.remote.map(|yes| yes_or_no_words(locale, narrowing, yes)),
        Narrowing::Repeats => asked.repeats.map(|yes| yes_or_no_words(locale, narrowing, yes)),
        Narrowing::Age => asked.age.map(|age| text(locale, "filter-of-age", &[("age", age.into())])),
    };
    known.unwrap_or_else(|| say("filter-unknown"))
}

/// The two answers to [`Narrowing::Remote`] and [`Narrowing::Repeats`].
pub fn yes_or_no_words(locale: Locale, narrowing: Narrowing, yes: bool) -> String {
    let key = match (narrowing, yes) {
        (Narrowing::Remote, true) => "filter-from-home",
        (Narrowing::Remote, false) => "filter-at-place",
        (_, true) => "filter-often",
        (_, false) => "filter-once",
    };
    text(locale, key, &[])
}
