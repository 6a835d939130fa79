//! The standing place in a series: taking it with days left out, seeing its dates, ending it.

use super::Acts;
use super::api::TakeStanding;
use crate::components::icon::icon;
use crate::components::slot_card::claim_class;
use crate::error::refusal_sentence;
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::links::href;
use crate::pages::roles;
use crate::pages::slot::api::Withdraw;
use domain::form::StandingForm;
use domain::ids::RoleId;
use domain::locale::{day_short, time_range, when};
use domain::time::Instant;
use domain::view::{SeriesDate, SeriesOffer, Standing, StandingView};
use leptos::prelude::*;

/// How often, in words: every Tuesday and at what hour, or how many dates there are.
fn rhythm(weekday: Option<i8>, dates: &[SeriesDate]) -> String {
    let same = |at: fn(&SeriesDate) -> Instant| {
        let mut hours = dates.iter().map(|date| at(date).civil().time());
        let first = hours.next();
        hours.all(|hour| Some(hour) == first)
    };
    let words = match weekday {
        Some(weekday) => t!(&format!("standing-weekday-{weekday}")),
        None => t!("standing-any-day"),
    };
    match dates.first() {
        Some(date) if same(|date| date.starts_at) && same(|date| date.ends_at) => {
            format!("{words}, {}", time_range(date.starts_at, date.ends_at))
        }
        _ => words,
    }
}

fn count(dates: &[SeriesDate]) -> i64 {
    i64::try_from(dates.len()).unwrap_or_default()
}

/// The standing place of a series, for its opportunity's and its dates' pages.
pub fn standing(
    series: &SeriesOffer,
    roles: &[(RoleId, String)],
    signed_in: bool,
    acts: Acts,
) -> Option<impl IntoView + use<>> {
    if !signed_in {
        return None;
    }
    let often = rhythm(series.weekday, &series.dates);
    let content = if series.mine.is_some() {
        view! {
            <p class="claim-state good">{icon("check-circle")}{t!("standing-yours")}</p>
            <p class="soft">{t!("standing-yours-text")}</p>
            <a class="btn ghost wide" href=href("/moje")>{t!("nav-mine")}</a>
        }
        .into_any()
    } else {
        take(series, roles, acts).into_any()
    };
    Some(view! {
        <section class="card pad stack standing" id="stale-miejsce">
            <h2 class="card-title">{t!("standing-title")}": "{often}</h2>
            {content}
        </section>
    })
}

fn take(series: &SeriesOffer, roles: &[(RoleId, String)], acts: Acts) -> impl IntoView + use<> {
    let locale = use_locale();
    let typed = typed::<TakeStanding>().map(|typed| typed.form);
    let unfolded = typed.is_some();
    let StandingForm { skipped: typed, role } = typed.unwrap_or_default();
    let row = |date: &SeriesDate| {
        let day = date.starts_at.day().to_string();
        let words = view! { <b class="num">{when(locale, date.starts_at, date.ends_at)}</b> };
        let content = match &date.standing {
            Standing::Open => {
                let ticked = typed.contains(&day);
                acts.tick("form[skipped][]", day, ticked, words).into_any()
            }
            Standing::Mine { state, .. } => view! {
                <p class="not-now">{words}<span class=claim_class(*state)>{t!(&format!("mine-{}", state.code()))}</span></p>
            }
            .into_any(),
            Standing::Closed(refusal) => view! {
                <p class="not-now">{words}<small>{refusal_sentence(locale, refusal)}</small></p>
            }
            .into_any(),
        };
        view! { <li>{content}</li> }
    };
    let rows = series.dates.iter().map(row).collect_view();
    let boxes = view! {
        <fieldset class="choices">
            <legend class="soft">{t!("standing-skip-hint")}</legend>
            <ul>{rows}</ul>
        </fieldset>
    };
    let pending = acts.take.pending();
    let (id, percent, dates) = (series.id.to_string(), series.percent, count(&series.dates));
    let choice = roles::select(roles, "rola-stale", &role);
    view! {
        <p>{t!("standing-lede", count = dates)}</p>
        <ActionForm action=acts.take attr:class="form">
            <input type="hidden" name="series_id" value=id />
            {choice}
            {acts.fold("skips", unfolded, t!("standing-skip-title"), boxes)}
            <button class="btn wide" type="submit" aria-busy=move || pending.get().then_some("true")>
                {t!("standing-take")}
            </button>
            <p class="soft">{t!("standing-room", percent = percent)}</p>
        </ActionForm>
    }
}

/// The reader's standing places, each with its dates, for their schedule.
pub fn groups(all: &[StandingView], withdraw: FormAction<Withdraw>, acts: Acts) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let items = all.iter().map(|one| view! { <li>{group(one, withdraw, acts)}</li> }).collect_view();
    Some(
        view! {
            <section class="section" aria-live="polite">
                <h2>{t!("standing-mine")}</h2>
                <ul class="day-slots">{items}</ul>
            </section>
        }
        .into_any(),
    )
}

fn group(one: &StandingView, withdraw: FormAction<Withdraw>, acts: Acts) -> impl IntoView + use<> {
    let locale = use_locale();
    let next = one.dates.first().map(|date| day_short(locale, date.starts_at.day().into()));
    let often = rhythm(one.weekday, &one.dates);
    let summary = match next {
        Some(day) => t!("standing-next", count = count(&one.dates), day = day),
        None => t!("standing-no-dates"),
    };
    let date = |date: &SeriesDate| {
        let words = when(locale, date.starts_at, date.ends_at);
        let act = match &date.standing {
            Standing::Mine { claim_id, state } => {
                let (id, said) = (claim_id.to_string(), words.clone());
                view! {
                    <span class=claim_class(*state)>{t!(&format!("mine-{}", state.code()))}</span>
                    <ActionForm action=withdraw>
                        <input type="hidden" name="claim_id" value=id />
                        <button class="btn small ghost" type="submit">{t!("standing-skip-one")}<span class="sr">": "{said}</span></button>
                    </ActionForm>
                }
                .into_any()
            }
            Standing::Open | Standing::Closed(_) => ().into_any(),
        };
        view! {
            <li>
                <a class="grow num" href=href(&format!("/termin/{}", date.slot_id))>{words}</a>
                {act}
            </li>
        }
    };
    let dates = view! { <ul class="list">{one.dates.iter().map(date).collect_view()}</ul> };
    let (id, field, today) = (one.id.to_string(), format!("od-{}", one.id), one.today.to_string());
    let ending = view! {
        <ActionForm action=acts.end attr:class="form">
            <input type="hidden" name="standing_id" value=id />
            <div class="field">
                <label for=field.clone()>{t!("standing-end-from")}</label>
                <input class="input" id=field type="date" name="from" value=today.clone() min=today />
            </div>
            <button class="btn ghost" type="submit">{t!("standing-end")}</button>
        </ActionForm>
    };
    view! {
        <article class="card pad stack standing">
            <div>
                <h3><a href=href(&format!("/oferta/{}", one.opportunity_id))>{one.title.clone()}</a></h3>
                <p>{often}<br /><span class="soft">{summary}" · "{one.organisation.clone()}</span></p>
            </div>
            {(!one.dates.is_empty()).then(|| view! { <details class="fold"><summary>{t!("standing-dates")}</summary>{dates}</details> })}
            <details class="fold"><summary>{t!("standing-end")}</summary>{ending}</details>
        </article>
    }
}
