//! Who is at the seats, and who else could come, best first; each with the reasons and what can be done.

use super::act::{Act, Actions};
use super::{Shown, words};
use crate::components::icon::icon;
use crate::components::message::empty;
use crate::components::questions::answers;
use crate::components::steady::Steady;
use crate::i18n::use_locale;
use crate::links::href;
use crate::pages::coordination::api::{
    ApproveClaim, Exclude, LockPair, OfferPlace, RefuseClaim, TakeBackOffer,
};
use crate::pages::coordination::slots::query;
use crate::pages::party::words::alongside;
use crate::pages::roles;
use domain::form::ExclusionForm;
use domain::ids::PersonId;
use domain::locale::{day_short, day_tiny, time};
use domain::matching::Contribution;
use domain::offer::{ExclusionScope, OfferState};
use domain::view::{Alongside, BetterUse, BoardQuery, CandidateRow, Considered, SeatRow, Seating};
use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use server_fn::ServerFn;
use wasm_bindgen::JsCast;

/// The id of a person's row.
fn element_id(person: PersonId) -> String {
    format!("osoba-{person}")
}

/// Puts the focus on a person's row.
pub fn focus(person: PersonId) {
    let row = document().get_element_by_id(&element_id(person));
    if let Some(row) = row.and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok()) {
        // An element that cannot take the focus keeps it where it is.
        let _ = row.focus();
    }
}

/// Everybody at a seat.
pub fn seated(fresh: Shown, actions: Actions) -> impl IntoView {
    let rows = Steady::new(move || {
        fresh.view.with(|view| view.seats.iter().map(|row| row.person_id).collect::<Vec<_>>())
    });
    let none = move || rows.order.with(Vec::is_empty);
    view! {
        <section class="panel" aria-labelledby="miejsca">
            <header class="panel-head"><h2 id="miejsca">{t!("seats-title")}</h2></header>
            {move || none().then(|| view! { <p class="panel-body soft">{t!("seats-nobody")}</p> })}
            <ol class="list people" hidden=none on:pointerenter=move |_| rows.pointer(true) on:pointerleave=move |_| rows.pointer(false)>
                <For each=move || rows.order.get() key=|id| *id let:id>
                    <Seat fresh actions rows id />
                </For>
            </ol>
        </section>
    }
}

#[component]
fn Seat(fresh: Shown, actions: Actions, rows: Steady<PersonId>, id: PersonId) -> impl IntoView {
    let find = move || fresh.view.with(|view| view.seats.iter().find(|row| row.person_id == id).cloned());
    let others = Memo::new(move |_| {
        fresh.view.with(|view| view.alongside.iter().find(|other| other.person_id == id).cloned())
    });
    let row = Memo::new(move |before: Option<&Option<SeatRow>>| find().or_else(|| before.cloned().flatten()));
    let gone = Memo::new(move |_| find().is_none());
    let left = move || {
        let name = row.with(|row| row.as_ref().map(|row| row.name.clone()).unwrap_or_default());
        view! { <p>{name}" "<span class="tag urgent">{t!("seats-left")}</span></p> }
    };
    view! {
        <li
            class="person"
            class:changed=move || rows.is_fresh(&id)
            class:gone=move || gone.get()
            id=element_id(id)
            tabindex="-1"
            on:focusin=move |_| actions.current.set(Some(id))
        >
            {move || if gone.get() { Some(left().into_any()) } else { row.get().map(|row| seat(actions, &row, others.get().as_ref()).into_any()) }}
        </li>
    }
}

fn seat(actions: Actions, row: &SeatRow, others: Option<&Alongside>) -> impl IntoView + use<> {
    let tag = match row.seating {
        Seating::Approved => "tag good",
        Seating::Locked => "tag accent",
        Seating::AskedAgain | Seating::Kept | Seating::Offered { .. } | Seating::Waiting { .. } => "tag wait",
        Seating::Suggested => "tag",
    };
    let until = match row.seating {
        Seating::Offered { until, .. } => Some(t!(
            "seats-until",
            when = format!("{}, {}", day_short(use_locale(), until.day().into()), time(until))
        )),
        _ => None,
    };
    view! {
        {summary(&row.name, row.score, &row.contributions, view! { <span class=tag>{t!(&format!("seating-{}", row.seating.code()))}</span>{roles::tag(row.role.as_ref())} }.into_any(), until)}
        {others.and_then(alongside)}
        {row.better_use.as_ref().map(better_use)}
        {answers(&row.answers)}
        {deeds(actions, row.person_id, &row.name, &row.seating)}
        <More actions id=row.person_id name=row.name.clone() />
    }
}

/// A person's name with what they are here, the score as a bar, and behind it every reason.
fn summary(
    name: &str,
    points: i64,
    contributions: &[Contribution],
    tag: AnyView,
    note: Option<String>,
) -> impl IntoView + use<> {
    view! {
        <details class="fold candidate">
            <summary aria-label=t!("staffing-why", name = name.to_owned())>
                <span class="grow">{name.to_owned()}" "{tag}{note.map(|note| view! { " "<small class="soft">{note}</small> })}</span>
                {words::score(points)}
            </summary>
            {words::reasons(contributions)}
            {person(name)}
        </details>
    }
}

/// The way to the person's own row.
fn person(name: &str) -> impl IntoView + use<> {
    let mut query = ParamsMap::new();
    query.insert("szukaj", name.to_owned());
    let to = href(&format!("/koordynacja/ludzie{}", query.to_query_string()));
    view! { <a href=to>{t!("staffing-person", name = name.to_owned())}</a> }
}

/// Where the plan would rather have somebody who asks for this place.
pub fn better_use(better: &BetterUse) -> impl IntoView + use<> {
    let to = href(&query::write(Some(better.slot_id), &BoardQuery::default()));
    let at = format!("{}, {}", day_tiny(use_locale(), better.starts_at.day().into()), time(better.starts_at));
    view! {
        <p class="better-use">
            {icon("info")}
            <span>
                {t!("better-use", when = at)}" "<a href=to>{better.title.clone()}</a>
                {(better.missing > 0).then(|| format!(" – {}", t!("seats-missing", count = better.missing)))}
            </span>
        </p>
    }
}

/// A button in a plain form of its own, until the program runs in the browser.
struct Deed {
    label: &'static str,
    strong: bool,
    url: &'static str,
    fields: Vec<(&'static str, String)>,
    act: Act,
}

impl Deed {
    fn button(self, actions: Actions, person: PersonId, name: &str) -> AnyView {
        let Self { label, strong, url, fields, act } = self;
        let said = name.to_owned();
        let named = t!(&format!("{label}-name"), name = name.to_owned());
        let press = move |event: SubmitEvent| {
            event.prevent_default();
            actions.act(person, said.clone(), act.clone());
        };
        let hidden =
            fields.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
        view! {
            <form method="post" action=url on:submit=press>
                {hidden.collect_view()}
                <button
                    class=if strong { "btn small" } else { "btn small ghost" }
                    type="submit"
                    aria-label=named
                    disabled=move || actions.busy.get().is_some()
                >
                    {t!(label)}
                </button>
            </form>
        }
        .into_any()
    }
}

/// What can be done about somebody at a seat.
fn deeds(actions: Actions, person: PersonId, name: &str, seating: &Seating) -> impl IntoView + use<> {
    let pair = || {
        let role = actions.role_of(person).map(|role| ("role", role.to_string()));
        let pair = [("slot", actions.slot().to_string()), ("person", person.to_string())];
        pair.into_iter().chain(role).collect::<Vec<_>>()
    };
    let keep = |keep: bool| {
        let mut fields = pair();
        fields.push(("keep", keep.to_string()));
        fields
    };
    let deed = |label, strong, url, fields, act| {
        Deed { label, strong, url, fields, act }.button(actions, person, name)
    };
    let ask = || deed("do-offer", true, OfferPlace::url(), pair(), Act::Offer(person));
    let buttons = match seating {
        Seating::Approved | Seating::AskedAgain | Seating::Kept => Vec::new(),
        Seating::Offered { offer_id, .. } => {
            let fields = vec![("id", offer_id.to_string())];
            vec![deed("do-take-back", false, TakeBackOffer::url(), fields, Act::TakeBack(*offer_id))]
        }
        Seating::Locked => {
            vec![ask(), deed("do-unlock", false, LockPair::url(), keep(false), Act::Lock(person, false))]
        }
        Seating::Waiting { claim_id } => {
            let fields = || vec![("id", claim_id.to_string())];
            vec![
                deed("board-approve", true, ApproveClaim::url(), fields(), Act::Approve(*claim_id)),
                deed("board-refuse", false, RefuseClaim::url(), fields(), Act::Refuse(*claim_id)),
            ]
        }
        Seating::Suggested => vec![
            ask(),
            deed("do-lock", false, LockPair::url(), keep(true), Act::Lock(person, true)),
            exclude_button(actions, person, name).into_any(),
        ],
    };
    view! { <div class="deeds">{buttons}</div> }
}

fn exclude_button(actions: Actions, person: PersonId, name: &str) -> impl IntoView + use<> {
    let open = move |_: MouseEvent| {
        let shown = actions.excluding.get_untracked() == Some(person);
        actions.excluding.set((!shown).then_some(person));
    };
    view! {
        <button
            class="btn small quiet"
            type="button"
            aria-label=t!("do-exclude-name", name = name.to_owned())
            aria-expanded=move || (actions.excluding.get() == Some(person)).to_string()
            on:click=open
        >
            {t!("do-exclude")}
        </button>
    }
}

/// What opens below a row: leaving somebody out, and what would be if they had to come.
#[component]
fn More(actions: Actions, id: PersonId, name: String) -> impl IntoView {
    let excluding = Memo::new(move |_| actions.excluding.get() == Some(id));
    let considered = Memo::new(move |_| {
        actions.considered.with(|shown| {
            shown.as_ref().filter(|(person, _)| *person == id).map(|(_, answer)| answer.clone())
        })
    });
    view! {
        {move || excluding.get().then(|| exclude_form(actions, id, name.clone()))}
        {move || considered.get().map(|answer| match answer {
            Ok(considered) => consequences(&considered).into_any(),
            Err(error) => view! { <p class="note wait">{error.sentence(use_locale())}</p> }.into_any(),
        })}
    }
}

fn exclude_form(actions: Actions, person: PersonId, name: String) -> impl IntoView {
    let form = RwSignal::new(ExclusionForm {
        scope: ExclusionScope::Slot.code().to_owned(),
        ..ExclusionForm::default()
    });
    let scope = move |scope: ExclusionScope| {
        view! {
            <label class="check">
                <input type="radio" name="form[scope]" value=scope.code() checked=scope == ExclusionScope::Slot
                    on:change=move |_| form.update(|form| scope.code().clone_into(&mut form.scope)) />
                <span>{t!(&format!("exclude-{}", scope.code()))}</span>
            </label>
        }
    };
    let locale = use_locale();
    let until_wrong = Memo::new(move |_| {
        actions
            .problem
            .with(|problem| problem.as_ref().and_then(|error| error.field_sentence(locale, "until")))
    });
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        actions.act(person, name.clone(), Act::Exclude(person, form.get_untracked()));
    };
    let (until_id, reason_id) = (format!("do-{person}"), format!("czemu-{person}"));
    view! {
        <form class="form exclude" method="post" action=Exclude::url() on:submit=send>
            <input type="hidden" name="slot" value=actions.slot().to_string() />
            <input type="hidden" name="person" value=person.to_string() />
            <fieldset>
                <legend>{t!("exclude-scope")}</legend>
                {ExclusionScope::ALL.map(scope).collect_view()}
            </fieldset>
            <div class="field">
                <label for=until_id.clone()>{t!("exclude-until")}</label>
                <input class="input" type="date" id=until_id name="form[until]" aria-invalid=move || until_wrong.get().is_some().to_string()
                    on:input=move |event| form.update(|form| form.until = event_target_value(&event)) />
                {move || until_wrong.get().map(|sentence| view! { <p class="error">{sentence}</p> })}
            </div>
            <div class="field">
                <label for=reason_id.clone()>{t!("exclude-reason")}</label>
                <textarea class="textarea" rows="2" maxlength="500" id=reason_id name="form[reason]"
                    on:input=move |event| form.update(|form| form.reason = event_target_value(&event))></textarea>
            </div>
            <div class="btn-row">
                <button class="btn small danger" type="submit">{t!("do-exclude")}</button>
                <button class="btn small quiet" type="button" on:click=move |_| actions.excluding.set(None)>{t!("board-back")}</button>
            </div>
        </form>
    }
}

/// What would be if somebody had to come: what the plan would lose or gain, and who would move.
fn consequences(considered: &Considered) -> impl IntoView + use<> {
    let delta = &considered.delta;
    let verdict = match (delta.coverage, delta.soft) {
        (coverage, _) if coverage < 0 => t!("consider-coverage"),
        (_, soft) if soft < 0 => t!("consider-worse", points = -soft),
        (_, 0) => t!("consider-same"),
        (_, soft) => t!("consider-better", points = soft),
    };
    let step = |step: &domain::view::Step| {
        let at = format!("{}, {}", day_tiny(use_locale(), step.starts_at.day().into()), time(step.starts_at));
        let key = if step.added { "consider-comes" } else { "consider-leaves" };
        view! { <li>{t!(key, name = step.name.clone(), title = step.title.clone(), when = at)}</li> }
    };
    view! {
        <div class="consider" role="status">
            <p><b>{verdict}</b></p>
            <ul>{considered.chain.iter().map(step).collect_view()}</ul>
        </div>
    }
}

/// Everybody else who may, best first.
pub fn candidates(fresh: Shown, actions: Actions) -> impl IntoView {
    let rows = Steady::new(move || {
        fresh.view.with(|view| view.candidates.iter().map(|row| row.person_id).collect::<Vec<_>>())
    });
    let nobody = move || rows.order.with(Vec::is_empty);
    view! {
        <section class="panel" aria-labelledby="najlepsi">
            <header class="panel-head"><h2 id="najlepsi">{t!("staffing-best")}</h2></header>
            {move || nobody().then(|| empty(&t!("staffing-best-none"), &t!("staffing-best-none-text"), None))}
            <ol class="list people candidates" hidden=nobody on:pointerenter=move |_| rows.pointer(true) on:pointerleave=move |_| rows.pointer(false)>
                <For each=move || rows.order.get() key=|id| *id let:id>
                    <CandidateItem fresh actions rows id />
                </For>
            </ol>
        </section>
    }
}

#[component]
fn CandidateItem(fresh: Shown, actions: Actions, rows: Steady<PersonId>, id: PersonId) -> impl IntoView {
    let find =
        move || fresh.view.with(|view| view.candidates.iter().find(|row| row.person_id == id).cloned());
    let row =
        Memo::new(move |before: Option<&Option<CandidateRow>>| find().or_else(|| before.cloned().flatten()));
    let gone = Memo::new(move |_| find().is_none());
    view! {
        <li class="person" class:changed=move || rows.is_fresh(&id) class:gone=move || gone.get() id=element_id(id) tabindex="-1" on:focusin=move |_| actions.current.set(Some(id))>
            {move || row.get().map(|row| candidate(actions, fresh, &row))}
        </li>
    }
}

fn candidate(actions: Actions, fresh: Shown, row: &CandidateRow) -> impl IntoView + use<> {
    let (id, name) = (row.person_id, row.name.clone());
    let asked = row.asked.filter(|state| *state != OfferState::Open);
    let tag =
        asked.map(|state| view! { <span class="tag quiet">{t!(&format!("asked-{}", state.code()))}</span> });
    let open = move || fresh.view.with(|view| view.open);
    let considering = name.clone();
    view! {
        {summary(&name, row.score, &row.contributions, tag.into_any(), None)}
        {move || open().then(|| view! {
            <div class="deeds-row">
                {deeds(actions, id, &name, &Seating::Suggested)}
                <button class="btn small quiet" type="button" aria-label=t!("do-consider-name", name = name.clone()) on:click=move |_| actions.consider(id)>
                    {t!("do-consider")}
                </button>
            </div>
        })}
        <More actions id name=considering />
    }
}
