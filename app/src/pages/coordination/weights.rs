//! What counts how much: a slider for each weight, and beside them the plan that would come of it, made at once in the
//! browser by the engine itself.

use super::api::{self, SaveWeights};
use crate::components::field::FieldProblem;
use crate::components::fresh::{Fresh, keep_fresh, loaded};
use crate::components::icon::icon;
use crate::components::message::{good_note, problem_note};
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::wire::read;
use domain::locale::{day_short, time};
use domain::matching::{Comparison, Problem, Role, Trial, Weights, Worth};
use domain::view::WeightsView;
use leptos::html::Input;
use leptos::prelude::*;
use leptos_meta::Title;
use std::time::Duration;

/// Moves by which both plans are found.
const MOVES: u32 = 400;
/// Where sliders end.
const MOST: i32 = 500;
/// How far a slider goes at once.
const STEP: i32 = 10;
/// The name of a plan's duration among the browser's measurements.
const MEASURED: &str = "plan";

/// A weight with a slider.
#[derive(Clone, Copy)]
struct Slider {
    code: &'static str,
    least: i32,
    of: fn(&mut Weights) -> &mut i32,
    /// Whether a role asks for it; `None`: it always counts.
    asked: Option<fn(&Role) -> bool>,
}

const SLIDERS: [Slider; 10] = [
    Slider::always("kind_liked", |all| &mut all.kind_liked),
    Slider::always("reliability", |all| &mut all.reliability),
    Slider::always("proximity", |all| &mut all.proximity),
    Slider::always("past", |all| &mut all.past),
    Slider::asked("nice_skills", |all| &mut all.nice_skills, |role| !role.nice_skills.is_empty()),
    Slider::asked("nice_languages", |all| &mut all.nice_languages, |role| !role.nice_languages.is_empty()),
    Slider::asked("nice_sex", |all| &mut all.nice_sex, |role| role.nice_sex.is_some()),
    Slider::always("fairness", |all| &mut all.fairness),
    Slider::always("continuity", |all| &mut all.continuity),
    // Without any, plans would change for nothing.
    Slider { least: STEP, ..Slider::always("stability", |all| &mut all.stability) },
];

impl Slider {
    const fn always(code: &'static str, of: fn(&mut Weights) -> &mut i32) -> Self {
        Self { code, least: 0, of, asked: None }
    }

    const fn asked(code: &'static str, of: fn(&mut Weights) -> &mut i32, by: fn(&Role) -> bool) -> Self {
        Self { code, least: 0, of, asked: Some(by) }
    }

    fn value(self, mut weights: Weights) -> i32 {
        *(self.of)(&mut weights)
    }

    /// A slider for what nobody asks for would do nothing.
    fn is_useful(self, problem: &Problem) -> bool {
        self.asked.is_none_or(|asked| problem.slots.iter().flat_map(|slot| &slot.roles).any(asked))
    }

    /// The name under which the form sends it.
    fn name(self) -> String {
        format!("weights[{}]", self.code)
    }
}

/// What counts how much.
#[component]
pub fn WeightsPage() -> impl IntoView {
    let first = read(|| (), |()| api::weights());
    view! {
        <Title text=t!("weights-title") />
        <main class="page page-wide" id="tresc" tabindex="-1">
            <div class="page-head"><div><h1>{t!("weights-title")}</h1><p class="lede">{t!("weights-lede")}</p></div></div>
            {loaded(first, |first| view! { <Whole first /> }.into_any())}
        </main>
    }
}

#[component]
fn Whole(first: WeightsView) -> impl IntoView {
    let set = typed::<SaveWeights>().map_or(first.weights, |typed| typed.weights);
    let useful: Vec<Slider> = SLIDERS.into_iter().filter(|slider| slider.is_useful(&first.problem)).collect();
    let may_save = first.may_save;
    let now = RwSignal::new(set);
    // Whoever tries something is not disturbed: only an own change is read again.
    let fresh = keep_fresh(first, || 0, api::weights);
    let outcome = try_out(fresh, now);
    view! {
        <div class="weights">
            <p class="note plain weights-said" role="status">
                {move || outcome.get().map_or_else(|| t!("weights-wait"), |outcome| said(&outcome))}
            </p>
            <div class="split">
                <Form useful set now fresh may_save />
                <section class="panel stay" aria-labelledby="skutek">
                    <header class="panel-head"><h2 id="skutek">{t!("weights-result")}</h2></header>
                    {move || table(outcome.get())}
                    <p class="panel-foot">{t!("weights-result-about")}</p>
                </section>
            </div>
        </div>
    }
}

#[component]
fn Form(
    useful: Vec<Slider>,
    set: Weights,
    now: RwSignal<Weights>,
    fresh: Fresh<WeightsView>,
    may_save: bool,
) -> impl IntoView {
    let save = FormAction::<SaveWeights>::new();
    let outcome = save.value();
    Effect::watch(
        move || outcome.get(),
        move |outcome, _, _| {
            if matches!(outcome, Some(Ok(()))) {
                fresh.again();
            }
        },
        false,
    );
    // A form goes back to what it began with by itself, a moment later.
    let resets = RwSignal::new(0u32);
    let reset = move |_| request_animation_frame(move || resets.update(|count| *count += 1));
    let hidden = SLIDERS
        .into_iter()
        .filter(|slider| useful.iter().all(|other| other.code != slider.code))
        .map(|slider| view! { <input type="hidden" name=slider.name() value=slider.value(set) /> })
        .collect_view();
    let wrong = move || outcome.get().and_then(Result::err)?.field_sentence(use_locale(), "weights");
    let fields = view! {
        {useful.into_iter().map(|slider| field(slider, set, now, fresh, resets)).collect_view()}
        {hidden}
        <input type="hidden" name="weights[reach_m]" value=set.reach_m />
    };
    let back = view! { <button class="btn ghost" type="reset">{t!("weights-back")}</button> };
    if !may_save {
        return view! {
            <form class="form" on:reset=reset on:submit=|event| event.prevent_default()>
                <div class="note plain">{icon("info")}<p>{t!("weights-who-may")}</p></div>
                {fields}
                <div class="form-end">{back}</div>
                {move || fresh.view.with(saved_by)}
            </form>
        }
        .into_any();
    }
    let told = move || match outcome.get() {
        Some(Ok(())) => Some(good_note(&t!("weights-saved")).into_any()),
        Some(Err(error)) => Some(problem_note(&error).into_any()),
        None => None,
    };
    view! {
        <ActionForm action=save attr:class="form" on:reset=reset>
            {fields}
            <FieldProblem id="w-e".to_owned() sentence=Signal::derive(wrong) />
            <div class="form-end">
                <button class="btn" type="submit" aria-busy=move || save.pending().get().then_some("true")>{t!("save")}</button>
                {back}
            </div>
            <div aria-live="polite">{told}</div>
            {move || fresh.view.with(saved_by)}
        </ActionForm>
    }
    .into_any()
}

/// One weight: what it is, how much now, in other words, and the slider.
fn field(
    slider: Slider,
    set: Weights,
    now: RwSignal<Weights>,
    fresh: Fresh<WeightsView>,
    resets: RwSignal<u32>,
) -> impl IntoView {
    let code = slider.code;
    let (id, hint) = (format!("w-{code}"), format!("w-{code}-h"));
    let node = NodeRef::<Input>::new();
    let put = move |text: &str| {
        if let Ok(value) = text.parse() {
            now.maybe_update(|all| std::mem::replace((slider.of)(all), value) != value);
        }
    };
    // What the browser shows is what counts: it may have kept what was set before.
    Effect::new(move |_| {
        resets.track();
        if let Some(input) = node.get() {
            put(&input.value());
        }
    });
    // What a form begins with follows what was saved.
    let begins = Memo::new(move |before: Option<&i32>| {
        let saved = fresh.view.with(|view| slider.value(view.weights));
        if before.is_none() { slider.value(set) } else { saved }
    });
    view! {
        <div class="field weight">
            <label for=id.clone()>{t!(&format!("weights-{code}"))}</label>
            <output class="num" for=id.clone()>{move || slider.value(now.get())}</output>
            <p class="hint" id=hint.clone()>{t!(&format!("weights-{code}-hint"))}</p>
            <input
                id=id
                class="range"
                type="range"
                name=slider.name()
                min=slider.least
                max=move || MOST.max(begins.get())
                step=STEP
                value=begins
                aria-describedby=hint
                node_ref=node
                on:input=move |event| put(&event_target_value(&event))
            />
        </div>
    }
}

fn saved_by(view: &WeightsView) -> impl IntoView + use<> {
    let text = match &view.saved {
        Some((name, at)) => {
            let when = format!("{}, {}", day_short(use_locale(), at.day().into()), time(*at));
            t!("weights-saved-by", name = name.clone(), when = when)
        }
        None => t!("weights-never-saved"),
    };
    view! { <p class="soft">{text}</p> }
}

/// What would come of the weights as they are set, made anew in the browser whenever one moves: after the browser has
/// drawn the slider, and no longer than half of the time.
fn try_out(fresh: Fresh<WeightsView>, now: RwSignal<Weights>) -> RwSignal<Option<Comparison>> {
    let outcome = RwSignal::new(None);
    let trial = StoredValue::new(None::<Trial>);
    let waits = StoredValue::new(false);
    let pause = StoredValue::new(Duration::ZERO);
    let plan = move || {
        // `None`: the page is gone.
        let Some(weights) = now.try_get_untracked() else { return };
        waits.set_value(false);
        let (found, took) = measured(|| {
            if trial.with_value(Option::is_none) {
                let problem = fresh.view.with_untracked(|view| view.problem.clone());
                trial.set_value(Trial::new(problem, MOVES).ok());
            }
            trial.with_value(|trial| trial.as_ref().and_then(|trial| trial.compare(weights).ok()))
        });
        pause.set_value(took);
        outcome.set(found);
    };
    let soon = move || {
        if !waits.get_value() {
            waits.set_value(true);
            request_animation_frame(move || set_timeout(plan, pause.try_get_value().unwrap_or_default()));
        }
    };
    Effect::new(move |_| {
        now.track();
        soon();
    });
    Effect::watch(
        move || fresh.view.track(),
        move |(), _, _| {
            trial.set_value(None);
            soon();
        },
        false,
    );
    outcome
}

/// Does some work and says how long it took; the browser notes it too.
fn measured<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let performance = window().performance();
    let begun = performance.as_ref().map(web_sys::Performance::now);
    if let Some(performance) = &performance {
        let _ = performance.mark(MEASURED);
    }
    let done = work();
    let took = performance.map(|performance| {
        let _ = performance.measure_with_start_mark(MEASURED, MEASURED);
        performance.clear_marks_with_mark_name(MEASURED);
        performance.now() - begun.unwrap_or_default()
    });
    (done, Duration::from_secs_f64(took.unwrap_or_default().max(0.0) / 1_000.0))
}

/// The difference in one sentence. Where fit cannot be compared nothing is said of it.
fn said(outcome: &Comparison) -> String {
    let covered = match outcome.covered() {
        0 => t!("weights-covered-same"),
        more @ 1.. => t!("weights-covered-more", count = more),
        fewer => t!("weights-covered-fewer", count = -fewer),
    };
    let fit = outcome.fit_percent().map(|percent| match percent {
        0 => t!("weights-fit-same"),
        better @ 1.. => t!("weights-fit-better", percent = better),
        worse => t!("weights-fit-worse", percent = -worse),
    });
    let moved = t!("weights-moved", count = i64::from(outcome.moved));
    let parts: Vec<String> = [Some(covered), fit, Some(moved)].into_iter().flatten().collect();
    format!("{}.", parts.join(", "))
}

/// Both plans beside each other.
fn table(outcome: Option<Comparison>) -> impl IntoView {
    let unknown = || t!("weights-unknown");
    let (now, then) = (outcome.map(|all| all.now), outcome.map(|all| all.then));
    let needed = outcome.map_or(0, |all| i64::from(all.needed));
    let covered = |worth: Option<Worth>| {
        let covered = worth.map(|worth| i64::from(worth.covered));
        covered.map_or_else(unknown, |some| t!("weights-of", some = some, all = needed))
    };
    let fit =
        |worth: Option<Worth>| worth.and_then(Worth::fit).map_or_else(unknown, |points| points.to_string());
    view! {
        <table class="table weights-table">
            <caption class="sr">{t!("weights-result")}</caption>
            <thead>
                <tr><td></td><th scope="col">{t!("weights-now")}</th><th scope="col">{t!("weights-then")}</th></tr>
            </thead>
            <tbody>
                <tr><th scope="row">{t!("weights-row-covered")}</th><td class="num">{covered(now)}</td><td class="num">{covered(then)}</td></tr>
                <tr><th scope="row">{t!("weights-row-fit")}</th><td class="num">{fit(now)}</td><td class="num">{fit(then)}</td></tr>
            </tbody>
        </table>
    }
}
