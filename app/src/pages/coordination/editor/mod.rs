//! The coordinator's list of opportunities, and the editor of one.

mod act;
mod add;
mod change;
mod dates;
mod fields;
mod history;
mod preview;
mod questions;
mod review;
mod roles;
mod template;
mod text;
mod window;

pub use add::AddDatesPage;
pub use change::ChangeDatesPage;
pub(crate) use dates::series_words;

use crate::components::fresh::{Fresh, keep_fresh, loaded};
use crate::components::icon::icon;
use crate::components::message::{good_note, problem_note};
use crate::error::UiError;
use crate::forms::FormAction;
use crate::links::{bare, href};
use crate::live::use_live;
use crate::pages::coordination::{api, offers::stage_tag, posting};
use crate::wire::read;
use domain::form::FieldProblem;
use domain::ids::{OpportunityId, SlotId};
use domain::opportunity::OpportunityState;
use domain::problem::Problem;
use domain::view::EditorView;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_params_map, use_query_map};

/// The address's word for an opportunity that is not there yet.
const NEW: &str = "nowa";

/// The editor of an opportunity, or of a new one.
#[component]
pub fn EditorPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("id").filter(|id| id != NEW));
    let query = use_query_map();
    let template = Memo::new(move |_| query.read().get("wzor"));
    let base = base();
    provide_context(Base(base));
    let first = read(
        move || (id.get(), template.get()),
        |(id, template)| async move {
            let id = id.map(|id| id.parse()).transpose().map_err(|_| Problem::NotFound)?;
            match template.filter(|_| id.is_none()) {
                Some(template) => {
                    posting::start_from_template(template.parse().map_err(|_| Problem::NotFound)?).await
                }
                None => api::editor(id).await,
            }
        },
    );
    view! {
        <main class="page" id="tresc" tabindex="-1">
            <a class="back" href=href(base)>{icon("chevron-left")}{t!("offer-back")}</a>
            {loaded(first, |first| editor(&first).into_any())}
        </main>
    }
}

/// Where the reader's list of opportunities is: coordinators and hosts have the same pages at addresses of their own.
#[derive(Clone, Copy)]
pub(super) struct Base(pub &'static str);

/// The list's address, by the address of the page.
pub(super) fn base() -> &'static str {
    let path = use_location().pathname.get_untracked();
    if bare(&path).starts_with("/placowka") { "/placowka/oferty" } else { "/koordynacja/oferty" }
}

/// The page that changes or cancels dates from this one on.
pub(super) fn change_path(id: SlotId) -> String {
    let part = if base().starts_with("/placowka") { "placowka" } else { "koordynacja" };
    format!("/{part}/termin/{id}/zmiana")
}

fn editor(first: &EditorView) -> impl IntoView + use<> {
    provide_context(Latest(RwSignal::new("")));
    match first.id {
        None => view! {
            <Title text=t!("offer-new-title") />
            <div class="page-head"><h1>{t!("offer-new-title")}</h1></div>
            {template::offered(first)}
            {text::create(first)}
        }
        .into_any(),
        Some(id) => existing(id, first).into_any(),
    }
}

fn existing(id: OpportunityId, first: &EditorView) -> impl IntoView + use<> {
    let live = use_live();
    let fresh =
        keep_fresh(first.clone(), move || live.slots() + live.claims(), move || api::editor(Some(id)));
    let state = Memo::new(move |_| fresh.view.with(|view| view.state));
    let title = Memo::new(move |_| fresh.view.with(|view| view.form.title.clone()));
    let coordinates = first.power.coordinates;
    view! {
        <Title text=move || title.get() />
        <div class="page-head">
            <div>
                <h1>{move || title.get()}</h1>
                <p>{move || stage_tag(fresh.view.with(|view| view.stage))}</p>
            </div>
            <div class="btn-row" hidden=move || state.get() == OpportunityState::Draft>
                <a class="btn quiet" href=href(&format!("/oferta/{id}"))>{icon("eye")}{t!("offer-see")}</a>
            </div>
        </div>
        {review::review(id, fresh)}
        <div class="section">{dates::dates(id, fresh, state)}{window::windows(id, fresh, state)}</div>
        <div class="section">{text::update(id, first, fresh, state)}</div>
        {template::save(id, coordinates)}
        {act::cancellation(id, fresh, state)}
        <div class="section">{history::history(fresh)}</div>
    }
}

/// The address of the action that was asked for last.
#[derive(Clone, Copy)]
struct Latest(RwSignal<&'static str>);

/// What came of an action, read aloud, until another is asked for; after a success the page reads again.
fn outcome<S>(
    action: FormAction<S>,
    fresh: Option<Fresh<EditorView>>,
    words: fn(&S::Output) -> String,
) -> impl IntoView
where
    S: ServerFn<Error = UiError> + Clone + Send + Sync + 'static,
    S::Output: Clone + Send + Sync + 'static,
{
    let Latest(latest) = expect_context();
    Effect::new(move || {
        if action.pending().get() {
            latest.set(S::PATH);
        }
    });
    Effect::new(move || {
        if let (Some(Ok(_)), Some(fresh)) = (action.value().get(), fresh) {
            fresh.again();
        }
    });
    let answer = move || action.value().get().filter(|_| ["", S::PATH].contains(&latest.get()));
    let good = move || answer()?.ok().map(|answer| good_note(&words(&answer)));
    let bad = move || answer()?.err().map(|error| problem_note(&error));
    view! {
        <div aria-live="polite">{good}</div>
        {bad}
    }
}

/// What is wrong with the fields of an action's form.
fn wrong<S>(action: FormAction<S>) -> Signal<Option<UiError>>
where
    S: ServerFn<Error = UiError> + Clone + Send + Sync + 'static,
    S::Output: Clone + Send + Sync + 'static,
{
    Signal::derive(move || action.value().get()?.err())
}

/// A view kept true with what happens and with the address, which says what is asked for.
fn follow<T, Fut>(first: T, search: Memo<String>, read: impl Fn() -> Fut + 'static) -> Fresh<T>
where
    T: Send + Sync + 'static,
    Fut: Future<Output = Result<T, UiError>> + 'static,
{
    let live = use_live();
    let turns = Memo::new(move |before: Option<&u64>| {
        search.track();
        before.map_or(0, |before| before + 1)
    });
    keep_fresh(first, move || turns.get() + live.slots() + live.claims(), read)
}

/// Why an action did nothing, read aloud; the page then reads again what has changed meanwhile.
pub(super) fn outcome_of<S>(action: FormAction<S>, again: impl Fn() + 'static) -> impl IntoView
where
    S: ServerFn<Error = UiError> + Clone + Send + Sync + 'static,
    S::Output: Clone + Send + Sync + 'static,
{
    Effect::new(move || {
        if action.value().get().is_some_and(|answer| answer.is_err()) {
            again();
        }
    });
    move || action.value().get()?.err().map(|error| problem_note(&error))
}

/// What is wrong with the fields: of a preview, or of an action's form.
fn wrong_of<S>(
    action: FormAction<S>,
    preview: impl Fn() -> Option<Vec<FieldProblem>> + Send + Sync + 'static,
) -> Signal<Option<UiError>>
where
    S: ServerFn<Error = UiError> + Clone + Send + Sync + 'static,
    S::Output: Clone + Send + Sync + 'static,
{
    Signal::derive(move || {
        let shown = preview().map(|fields| UiError(Problem::Invalid(fields)));
        shown.or_else(|| action.value().get()?.err())
    })
}

/// Something is still offered.
fn open(state: Memo<OpportunityState>) -> bool {
    state.get() != OpportunityState::Cancelled
}
