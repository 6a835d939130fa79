//! Who could take the free places of a slot, with the reasons; for everyone else why not; and what would help.

use super::api;
use crate::components::fresh::{Fresh, keep_fresh, loaded};
use crate::components::icon::icon;
use crate::components::message::empty;
use crate::components::slot_card::{fill_class, kind_mark, seats};
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use crate::wire::read;
use domain::locale::{time_range, when};
use domain::matching::{Before, Contribution, Criterion, Fact, Failure, Relaxation, Relief};
use domain::problem::Problem;
use domain::view::{CandidateRow, RejectedRow, StaffingView};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use leptos_router::params::ParamsMap;

/// What the bar of a score is compared with: liked, reliable, near and known.
const FULL: i64 = 720;
/// Rules of the histogram that are shown.
const RULES: usize = 6;

/// Who could help on one date.
#[component]
pub fn StaffingPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("id").unwrap_or_default());
    let first = read(
        move || id.get(),
        |id| async move { api::staffing(id.parse().map_err(|_| Problem::NotFound)?).await },
    );
    view! {
        <Title text=t!("staffing-title") />
        <main class="page page-wide" id="tresc" tabindex="-1">
            <a class="back" href=href("/koordynacja")>{icon("chevron-left")}{t!("nav-dashboard")}</a>
            {loaded(first, |first| staffing(first).into_any())}
        </main>
    }
}

fn staffing(first: StaffingView) -> impl IntoView {
    let live = use_live();
    let id = first.slot_id;
    let fresh =
        keep_fresh(first, move || live.slots() + live.claims() + live.people(), move || api::staffing(id));
    view! {
        {move || fresh.view.with(head)}
        <div class="split">
            <section class="panel" aria-labelledby="najlepsi">
                <header class="panel-head"><h2 id="najlepsi">{t!("staffing-best")}</h2></header>
                {best(fresh)}
            </section>
            <div class="stack">
                <section class="panel" aria-labelledby="pomoc">
                    <header class="panel-head"><h2 id="pomoc">{t!("staffing-helps")}</h2></header>
                    {move || fresh.view.with(|view| reliefs(&view.relaxations))}
                </section>
                <section class="panel" aria-labelledby="blisko">
                    <header class="panel-head"><h2 id="blisko">{t!("staffing-near")}</h2></header>
                    {move || fresh.view.with(|view| near(&view.near))}
                </section>
                <section class="panel" aria-labelledby="zasady">
                    <header class="panel-head"><h2 id="zasady">{t!("staffing-rules")}</h2></header>
                    {move || fresh.view.with(rules)}
                </section>
            </div>
        </div>
    }
}

fn head(view: &StaffingView) -> impl IntoView + use<> {
    let offer = format!("/koordynacja/oferty/{}#termin-{}", view.opportunity_id, view.slot_id);
    view! {
        <div class="page-head">
            <div>
                {kind_mark(&view.kind)}
                <h1>{view.title.clone()}</h1>
                <p class="lede">
                    {when(use_locale(), view.starts_at, view.ends_at)}" · "{view.organisation.clone()}
                </p>
                <p class="row">
                    {seats(view.taken, view.min_places, view.max_places, false)}
                    <strong>{t!("staffing-eligible", count = i64::from(view.eligible))}</strong>
                </p>
            </div>
            <div class="btn-row">
                <a class="btn ghost" href=href(&offer)>{t!("staffing-open")}</a>
                <a class="btn quiet" href=href("/koordynacja/wagi")>{t!("weights-title")}</a>
            </div>
        </div>
    }
}

fn best(fresh: Fresh<StaffingView>) -> impl IntoView {
    let nobody = move || fresh.view.with(|view| view.candidates.is_empty());
    view! {
        {move || nobody().then(|| empty(t!("staffing-best-none"), t!("staffing-best-none-text"), None))}
        <ol class="list candidates" hidden=nobody>
            <For
                each=move || fresh.view.with(|view| view.candidates.clone())
                key=|row| (row.person_id, row.score)
                children=|row| candidate(&row)
            />
        </ol>
    }
}

fn candidate(row: &CandidateRow) -> impl IntoView + use<> {
    let parts =
        row.contributions.iter().filter(|part| part.maximum > 0 || part.points != 0).map(part).collect_view();
    view! {
        <li>
            <details class="fold candidate">
                <summary aria-label=t!("staffing-why", name = row.name.clone())>
                    <span class="grow">{row.name.clone()}</span>
                    <span class="bar bar-h good" aria-hidden="true"><span class=fill_class(row.score, FULL)></span></span>
                    <span class="num">{t!("staffing-score", points = row.score)}</span>
                </summary>
                <dl class="reasons">{parts}</dl>
                {person(&row.name)}
            </details>
        </li>
    }
}

/// The way to the person's own row.
fn person(name: &str) -> impl IntoView + use<> {
    let mut query = ParamsMap::new();
    query.insert("szukaj", name.to_owned());
    let to = href(&format!("/koordynacja/ludzie{}", query.to_query_string()));
    view! { <a href=to>{t!("staffing-person", name = name.to_owned())}</a> }
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

fn near(rows: &[RejectedRow]) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="panel-body soft">{t!("staffing-near-none")}</p> }.into_any();
    }
    let row = |row: &RejectedRow| {
        let failures = row.failures.iter().map(failure).collect::<Vec<_>>().join(" · ");
        view! { <li><div class="grow"><b>{row.name.clone()}</b><br /><small class="soft">{failures}</small></div></li> }
    };
    view! { <ul class="list">{rows.iter().map(row).collect_view()}</ul> }.into_any()
}

/// A failed rule with the fact that helps most.
fn failure(failure: &Failure) -> String {
    let rule = t!(&format!("rule-{}", failure.rule().code()));
    match failure {
        Failure::Unavailable { nearest: Some(free), .. } => {
            let free = t!("staffing-free", when = time_range(free.from, free.until));
            format!("{rule} ({free})")
        }
        Failure::Skill(lacking) | Failure::Requirement(lacking) => format!("{rule}: {}", lacking.code),
        Failure::Language(code) => format!("{rule}: {code}"),
        _ => rule,
    }
}

fn reliefs(relaxations: &[Relaxation]) -> AnyView {
    if relaxations.is_empty() {
        return view! { <p class="panel-body soft">{t!("staffing-helps-none")}</p> }.into_any();
    }
    let row = |relaxation: &Relaxation| {
        let gained = t!("staffing-gained", count = i64::from(relaxation.gained));
        view! { <li><span class="grow">{relief(&relaxation.relief)}</span><span class="tag good">{gained}</span></li> }
    };
    view! { <ul class="list">{relaxations.iter().map(row).collect_view()}</ul> }.into_any()
}

fn relief(relief: &Relief) -> String {
    match relief {
        Relief::Later(minutes) if *minutes < 0 => t!("relief-earlier", minutes = -minutes),
        Relief::Later(minutes) => t!("relief-later", minutes = *minutes),
        Relief::MinAge(age) => t!("relief-min-age", age = *age),
        Relief::WithoutSkill(code) => t!("relief-skill", name = code.to_string()),
        Relief::WithoutLanguage(code) => t!("relief-language", name = code.to_string()),
        Relief::AnyDistance => t!("relief-distance"),
    }
}

fn rules(view: &StaffingView) -> impl IntoView + use<> {
    let rows = view.histogram.iter().take(RULES).map(|(rule, count)| {
        view! {
            <li>
                <span class="grow">{t!(&format!("rule-{}", rule.code()))}</span>
                <span class="num">{i64::from(*count)}</span>
            </li>
        }
    });
    view! { <ul class="list">{rows.collect_view()}</ul> }
}
