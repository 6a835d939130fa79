//! All opportunities, by where they stand.

use crate::components::fresh::{keep_fresh, loaded};
use crate::components::icon::{family_class, family_icon, icon};
use crate::components::message::empty;
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use crate::pages::coordination::api;
use crate::pages::coordination::editor::{Base, base};
use crate::pages::coordination::trust::Trust;
use crate::wire::read;
use domain::locale::{day_short, time};
use domain::opportunity::Stage;
use domain::view::OpportunityRow;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

/// How many rows a list shows at once.
const SHOWN: usize = 100;

/// A part of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Waiting,
    Coming,
    Drafts,
    Past,
    Cancelled,
}

const PARTS: [Part; 5] = [Part::Waiting, Part::Coming, Part::Drafts, Part::Past, Part::Cancelled];

impl Part {
    const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Coming => "coming",
            Self::Drafts => "drafts",
            Self::Past => "past",
            Self::Cancelled => "cancelled",
        }
    }

    fn of(row: &OpportunityRow) -> Self {
        match row.stage {
            Stage::HandedIn | Stage::ChangeHandedIn => Self::Waiting,
            Stage::Draft | Stage::SentBack => Self::Drafts,
            Stage::Cancelled => Self::Cancelled,
            Stage::Published | Stage::ChangeSentBack if row.coming > 0 => Self::Coming,
            Stage::Published | Stage::ChangeSentBack => Self::Past,
        }
    }
}

/// All opportunities.
#[component]
pub fn OpportunitiesPage() -> impl IntoView {
    let query = use_query_map();
    let search = Memo::new(move |_| query.read().get("szukaj").unwrap_or_default());
    let first = read(move || search.get(), api::opportunities);
    let base = base();
    provide_context(Base(base));
    let coordinates = base.starts_with("/koordynacja");
    let week = if coordinates { "/koordynacja/tydzien" } else { "/placowka/tydzien" };
    view! {
        <Title text=t!("offers-title") />
        <main class="page page-wide" id="tresc" tabindex="-1">
            <div class="page-head">
                <h1>{t!("offers-title")}</h1>
                <div class="btn-row">
                    <a class="btn ghost" href=href(week)>{icon("calendar")}{t!("week-way")}</a>
                    <a class="btn" href=href(&format!("{base}/nowa"))>{icon("plus")}{t!("offers-new")}</a>
                </div>
            </div>
            {loaded(first, move |first| view! { <Offers search=search.get_untracked() first /> }.into_any())}
            {coordinates.then(|| view! { <Trust /> })}
        </main>
    }
}

#[component]
fn Offers(search: String, first: Vec<OpportunityRow>) -> impl IntoView {
    let live = use_live();
    let Base(base) = expect_context();
    let words = search.clone();
    let fresh = keep_fresh(first, move || live.slots(), move || api::opportunities(words.clone()));
    let query = use_query_map();
    let part = Memo::new(move |_| {
        let code = query.read().get("stan").unwrap_or_default();
        PARTS.into_iter().find(|part| part.code() == code).unwrap_or(Part::Coming)
    });
    let here = Memo::new(move |_| {
        let part = part.get();
        fresh.view.with(|rows| rows.iter().filter(|row| Part::of(row) == part).cloned().collect::<Vec<_>>())
    });
    view! {
        <form class="people-bar" method="get" action=href(base)>
            <input type="hidden" name="stan" value=move || part.get().code() />
            <div class="field">
                <label for="szukaj">{t!("offers-search")}</label>
                <input class="input" id="szukaj" type="search" name="szukaj" maxlength="100" value=search.clone() />
            </div>
            <button class="btn ghost" type="submit">{icon("search")}{t!("offers-search-go")}</button>
        </form>
        <nav class="chips pipeline" aria-label=t!("offers-column-state")>
            {PARTS.map(|each| {
                let count = move || fresh.view.with(|rows| rows.iter().filter(|row| Part::of(row) == each).count());
                let mut query = ParamsMap::new();
                query.insert("stan", each.code().to_owned());
                if !search.is_empty() {
                    query.insert("szukaj", search.clone());
                }
                let to = href(&format!("{base}{}", query.to_query_string()));
                view! {
                    <a class="chip" href=to aria-current=move || (part.get() == each).then_some("page")>
                        {t!(&format!("offers-{}", each.code()))}
                        <span class="count">{count}</span>
                    </a>
                }
            }).collect_view()}
        </nav>
        {move || here.with(|rows| table(rows))}
    }
}

fn table(rows: &[OpportunityRow]) -> AnyView {
    let Base(base) = expect_context();
    if rows.is_empty() {
        let way_on = (href(&format!("{base}/nowa")), t!("offers-new"));
        return empty(&t!("offers-none"), &t!("offers-none-text"), Some(way_on)).into_any();
    }
    let columns = ["what", "where", "next", "dates", "state"];
    view! {
        <div class="table-wrap">
            <table class="table cards" role="table">
                <caption class="sr">{t!("offers-title")}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {columns.map(|column| view! {
                            <th scope="col" role="columnheader">{t!(&format!("offers-column-{column}"))}</th>
                        }).collect_view()}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows.iter().take(SHOWN).map(|row| line(row, base)).collect_view()}</tbody>
            </table>
        </div>
        {(rows.len() > SHOWN).then(|| view! { <p class="soft">{t!("offers-more", shown = SHOWN, total = rows.len())}</p> })}
    }
    .into_any()
}

fn line(row: &OpportunityRow, base: &str) -> impl IntoView + use<> {
    let locale = use_locale();
    let since = row.handed_in_at.filter(|_| row.stage.waits());
    let since = since
        .map(|at| t!("board-since", when = format!("{}, {}", day_short(locale, at.day().into()), time(at))));
    let next = row.next_at.map(|at| format!("{}, {}", day_short(locale, at.day().into()), time(at)));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=href(&format!("{base}/{}", row.id))>{row.title.clone()}</a>
                <br />
                <span class=format!("kind {}", family_class(row.kind.family))>
                    {icon(family_icon(row.kind.family))}
                    {row.kind.short.clone()}
                </span>
            </th>
            <td role="cell" data-label=t!("offers-column-where")>{row.organisation.clone()}</td>
            <td role="cell" data-label=t!("offers-column-next")><span class="num">{next.unwrap_or_else(|| t!("offer-no-dates"))}</span></td>
            <td role="cell" data-label=t!("offers-column-dates")><span class="num">{row.coming}</span></td>
            <td role="cell" data-label=t!("offers-column-state")>{stage_tag(row.stage)}{since.map(|since| view! { <br /><small class="soft num">{since}</small> })}</td>
        </tr>
    }
}

/// Where an opportunity stands.
pub fn stage_tag(stage: Stage) -> impl IntoView {
    let class = match stage {
        Stage::Draft => "tag",
        Stage::HandedIn | Stage::ChangeHandedIn => "tag wait",
        Stage::Published => "tag good",
        Stage::SentBack | Stage::ChangeSentBack | Stage::Cancelled => "tag urgent",
    };
    view! { <span class=class>{t!(&format!("stage-{}", stage.code()))}</span> }
}
