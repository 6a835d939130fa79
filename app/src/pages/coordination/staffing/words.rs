//! Reasons in words: what speaks for somebody, which rule says no, what would help.

use crate::components::slot_card::fill_class;
use crate::i18n::use_locale;
use domain::locale::{day_with_year, qualification_words, time_range};
use domain::matching::{Before, Contribution, Criterion, Fact, Failure, Relief};
use leptos::prelude::*;

/// What the bar of a score is compared with: liked, reliable, near and known.
const FULL: i64 = 720;

/// A score as a bar and a number.
pub fn score(points: i64) -> impl IntoView {
    view! {
        <span class="bar bar-h good" aria-hidden="true"><span class=fill_class(points, FULL)></span></span>
        <span class="num">{t!("staffing-score", points = points)}</span>
    }
}

/// Every contribution with its fact; they add up to the score.
pub fn reasons(contributions: &[Contribution]) -> impl IntoView + use<> {
    let told = contributions.iter().filter(|part| part.maximum > 0 || part.points != 0);
    view! { <dl class="reasons">{told.map(part).collect_view()}</dl> }
}

fn part(part: &Contribution) -> impl IntoView + use<> {
    let points = t!("staffing-part", points = part.points, maximum = part.maximum);
    view! {
        <div>
            <dt>{t!(&format!("criterion-{}", criterion(part.code)))}</dt>
            <dd>{fact(&part.fact)}<span class="num">{points}</span></dd>
        </div>
    }
}

const fn criterion(code: Criterion) -> &'static str {
    match code {
        Criterion::KindLiked => "kind_liked",
        Criterion::NiceSkills => "nice_skills",
        Criterion::NiceLanguages => "nice_languages",
        Criterion::NiceSex => "nice_sex",
        Criterion::Reliability => "reliability",
        Criterion::Proximity => "proximity",
        Criterion::Past => "past",
        Criterion::Fairness => "fairness",
        Criterion::Continuity => "continuity",
    }
}

fn fact(fact: &Fact) -> String {
    match fact {
        Fact::Is(true) => t!("weight-yes"),
        Fact::Is(false) => t!("weight-no"),
        Fact::Of(some, all) => t!("weight-of", some = i64::from(*some), all = i64::from(*all)),
        Fact::Percent(percent) => t!("weight-percent", number = i64::from(*percent)),
        Fact::Metres(metres) => t!("weight-metres", number = *metres),
        Fact::District(true) => t!("weight-district"),
        Fact::District(false) => t!("weight-other-district"),
        Fact::Before(Before::Never) => t!("weight-never"),
        Fact::Before(Before::Organisation) => t!("weight-organisation"),
        Fact::Before(Before::Opportunity) => t!("weight-opportunity"),
        Fact::Others(others) => t!("weight-others", number = i64::from(*others)),
    }
}

/// A failed rule with the fact that helps most.
pub fn failure(failure: &Failure) -> String {
    let rule = t!(&format!("rule-{}", failure.rule().code()));
    match failure {
        Failure::Unavailable { nearest: Some(free), .. } => {
            let free = t!("staffing-free", when = time_range(free.from, free.until));
            format!("{rule} ({free})")
        }
        Failure::Skill(lacking) => format!("{rule}: {}", lacking.code),
        Failure::Requirement(lacking) => {
            let locale = use_locale();
            let what = qualification_words(locale, &lacking.code);
            match lacking.held_until {
                Some(day) => {
                    let day = day_with_year(locale, day);
                    t!("roles-ended", what = what, day = day)
                }
                None => t!("roles-lacks", what = what),
            }
        }
        Failure::Language(code) => format!("{rule}: {code}"),
        _ => rule,
    }
}

/// What would have to be different.
pub fn relief(relief: &Relief) -> String {
    match relief {
        Relief::Later(minutes) if *minutes < 0 => t!("relief-earlier", minutes = -minutes),
        Relief::Later(minutes) => t!("relief-later", minutes = *minutes),
        Relief::MinAge(age) => t!("relief-min-age", age = *age),
        Relief::WithoutSkill(code) => t!("relief-skill", name = code.to_string()),
        Relief::WithoutLanguage(code) => t!("relief-language", name = code.to_string()),
        Relief::AnyDistance => t!("relief-distance"),
    }
}
