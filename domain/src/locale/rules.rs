//! Rules in words: `co drugi wtorek do 20 czerwca 2027, bez świąt`.

use super::{Locale, day_and_month, day_short, text, time};
use crate::calendar::{End, LeaveOut, LeftOut, Pattern, Rule};
use crate::claiming::Refusal;
use crate::qualification::REFERENCE;
use crate::text::Code;
use crate::time::Day;

/// How something repeats: `co wtorek`, `w drugą środę miesiąca`.
pub fn pattern_words(locale: Locale, pattern: &Pattern) -> String {
    match pattern {
        Pattern::Weekly { every, weekdays } => {
            let how = if *every == 2 { "fortnightly" } else { "weekly" };
            match weekdays.as_slice() {
                [one] => text(locale, &format!("rule-{how}-{one}"), &[]),
                many => text(locale, &format!("rule-{how}-many"), &[("days", names(locale, many).into())]),
            }
        }
        Pattern::DayOfMonth(day) => text(locale, "rule-day-of-month", &[("day", i64::from(*day).into())]),
        Pattern::WeekdayOfMonth { nth, weekday } => {
            let number = if *nth < 0 { "last".to_owned() } else { nth.to_string() };
            let kind = if is_feminine(locale, *weekday) { "rule-nth-f" } else { "rule-nth" };
            let nth = text(locale, &format!("{kind}-{number}"), &[]);
            text(locale, &format!("rule-month-{weekday}"), &[("nth", nth.into())])
        }
    }
}

/// The whole rule with its end and what is left out.
pub fn rule_words(locale: Locale, rule: &Rule, leave_out: &LeaveOut) -> String {
    let end = match rule.end {
        End::Until(day) => {
            format!(" {}", text(locale, "rule-until", &[("day", day_with_year(locale, day).into())]))
        }
        End::Count(count) => {
            format!(", {}", text(locale, "rule-count", &[("count", i64::from(count).into())]))
        }
    };
    let mut words = pattern_words(locale, &rule.pattern) + &end;
    let parts = [
        leave_out.holidays.then(|| text(locale, "rule-no-holidays", &[])),
        leave_out.school_breaks.then(|| text(locale, "rule-no-school", &[])),
        (!leave_out.days.is_empty())
            .then(|| text(locale, "rule-but", &[("count", leave_out.days.len().into())])),
    ];
    for part in parts.into_iter().flatten() {
        words.push_str(", ");
        words.push_str(&part);
    }
    words
}

/// Why a day is left out: `Boże Ciało`, `ferie zimowe`.
pub fn left_out_words(locale: Locale, reason: LeftOut) -> String {
    let key = match reason {
        LeftOut::Holiday(holiday) => format!("holiday-{}", holiday.code()),
        LeftOut::School(school) => format!("school-{}", school.code()),
        LeftOut::Chosen => "left-chosen".to_owned(),
        LeftOut::Cancelled => "left-cancelled".to_owned(),
    };
    text(locale, &key, &[])
}

/// Why a place cannot be claimed; `prefix` is `refusal` for a sentence, `refusal-short` for cards.
pub fn refusal_words(locale: Locale, prefix: &str, refusal: &Refusal) -> String {
    let number = match refusal {
        // Limits are told in hours.
        Refusal::WeeklyLimit { limit_minutes } => limit_minutes / 60,
        Refusal::MinorTooLong { max_minutes } => max_minutes / 60,
        other => other.number().unwrap_or_default(),
    };
    let what = refusal.qualification().map(|code| qualification_words(locale, code)).unwrap_or_default();
    let day = refusal.day().map(|day| day_with_year(locale, day)).unwrap_or_default();
    let at = refusal.moment().map(|at| format!("{}, {}", day_short(locale, at.day().into()), time(at)));
    let when = at.unwrap_or_default();
    let values =
        [("number", number.into()), ("when", when.into()), ("what", what.into()), ("day", day.into())];
    text(locale, &format!("{prefix}-{}", refusal.code()), &values)
}

/// What a qualification is called: by the program's texts, or as the centre named it.
pub fn qualification_words(locale: Locale, code: &Code) -> String {
    match REFERENCE.iter().find(|known| **known == code.0) {
        Some(known) => text(locale, &format!("qualification-{known}"), &[]),
        None => code.0.clone(),
    }
}

/// What is needed, in words: `od 18 lat, prawo jazdy kat. B`; nothing where nothing is.
pub fn needs_words(locale: Locale, min_age: Option<i64>, requires: &[Code]) -> Option<String> {
    let age = min_age.map(|age| text(locale, "from-age", &[("age", age.into())]));
    let codes = requires.iter().map(|code| qualification_words(locale, code));
    let all: Vec<String> = age.into_iter().chain(codes).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// `20 czerwca 2027`.
pub fn day_with_year(locale: Locale, day: Day) -> String {
    format!("{} {}", day_and_month(locale, day), day.0.year())
}

fn names(locale: Locale, weekdays: &[i8]) -> String {
    let names: Vec<String> =
        weekdays.iter().map(|day| text(locale, &format!("weekday-{day}"), &[])).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {} {last}", rest.join(", "), text(locale, "rule-and", &[])),
        None => String::new(),
    }
}

/// Whether the name of the weekday is feminine, which its ordinal follows.
const fn is_feminine(locale: Locale, weekday: i8) -> bool {
    match locale {
        Locale::Pl => matches!(weekday, 3 | 6 | 7),
        Locale::Uk => matches!(weekday, 3 | 5 | 6 | 7),
        Locale::En => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::LOCALES;
    use jiff::civil::date;

    fn words(rule: &str) -> [String; 3] {
        let leave_out =
            LeaveOut { holidays: true, school_breaks: false, days: vec![Day(date(2026, 12, 24))] };
        let rule: Rule = rule.parse().expect("a rule");
        LOCALES.map(|locale| rule_words(locale, &rule, &leave_out))
    }

    #[test]
    fn a_refusal_says_all_it_knows() {
        for (locale, prefix) in
            LOCALES.iter().flat_map(|locale| [(*locale, "refusal"), (*locale, "refusal-short")])
        {
            for refusal in Refusal::examples() {
                let words = refusal_words(locale, prefix, &refusal);
                assert!(!words.contains(['{', '}']), "{locale:?}: {words}");
            }
        }
    }

    #[test]
    fn a_rule_in_three_languages() {
        assert_eq!(
            words("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU;UNTIL=20270620"),
            [
                "co drugi wtorek do 20 czerwca 2027, bez świąt, bez 1 wybranego dnia",
                "раз на два тижні, у вівторок до 20 червня 2027, без свят, без 1 вибраного дня",
                "every second Tuesday until 20 June 2027, without public holidays, without 1 chosen day",
            ]
        );
        let [pl, uk, en] = words("FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=MO,WE,FR;COUNT=3");
        assert!(pl.starts_with("co tydzień: poniedziałek, środa i piątek, 3 razy, bez świąt"), "{pl}");
        assert!(uk.starts_with("щотижня: понеділок, середа і п’ятниця, 3 рази"), "{uk}");
        assert!(en.starts_with("every week: Monday, Wednesday and Friday, 3 times"), "{en}");
        let [pl, uk, en] = words("FREQ=MONTHLY;BYDAY=2WE;COUNT=1");
        assert!(pl.starts_with("w drugą środę miesiąca, 1 raz"), "{pl}");
        assert!(uk.starts_with("у другу середу місяця"), "{uk}");
        assert!(en.starts_with("on the second Wednesday of the month, once"), "{en}");
        let [pl, _, en] = words("FREQ=MONTHLY;BYDAY=-1FR;COUNT=5");
        assert!(pl.starts_with("w ostatni piątek miesiąca, 5 razy"), "{pl}");
        assert!(en.starts_with("on the last Friday of the month"), "{en}");
        let [pl, ..] = words("FREQ=MONTHLY;BYMONTHDAY=15;COUNT=5");
        assert!(pl.starts_with("15. dnia miesiąca"), "{pl}");
    }

    #[test]
    fn every_pattern_has_its_words() {
        for locale in LOCALES {
            for weekday in 1..=7 {
                let weekdays = vec![weekday];
                let mut patterns: Vec<Pattern> =
                    [1, 2].map(|every| Pattern::Weekly { every, weekdays: weekdays.clone() }).into();
                patterns.extend([1, 2, 3, 4, -1].map(|nth| Pattern::WeekdayOfMonth { nth, weekday }));
                for pattern in patterns {
                    let words = pattern_words(locale, &pattern);
                    assert!(!words.contains("rule-") && !words.contains('{'), "{words}");
                }
            }
        }
    }
}
