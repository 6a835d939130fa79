//! The other ways of taking part: several dates at once, the standing place in a series, work without an hour.

pub mod api;
mod dates;
mod standing;
pub mod work;

pub use dates::choose;
pub use standing::{groups, standing};

use crate::components::message::problem_note;
use crate::error::refusal_sentence;
use crate::forms::FormAction;
use crate::i18n::use_locale;
use crate::live::use_live;
use api::{ClaimDates, EndStanding, TakeStanding};
use domain::locale::when;
use domain::view::{DateOutcome, Outcome};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What can be done here. It outlives each fresh reading of the page, so that its outcome and what was chosen stay.
#[derive(Clone, Copy)]
pub struct Acts {
    claim: FormAction<ClaimDates>,
    take: FormAction<TakeStanding>,
    end: FormAction<EndStanding>,
    /// Dates chosen, and days left out: the values of the ticked boxes.
    ticked: RwSignal<BTreeSet<String>>,
    /// The folds that are open, by their name.
    unfolded: RwSignal<BTreeSet<&'static str>>,
}

impl Acts {
    pub fn new() -> Self {
        let acts = Self {
            claim: FormAction::new(),
            take: FormAction::new(),
            end: FormAction::new(),
            ticked: RwSignal::new(BTreeSet::new()),
            unfolded: RwSignal::new(BTreeSet::new()),
        };
        let live = use_live();
        Effect::new(move |_| {
            let done = (acts.claim.version().get(), acts.take.version().get(), acts.end.version().get());
            if done != (0, 0, 0) {
                acts.ticked.set(BTreeSet::new());
                live.refresh();
            }
        });
        acts
    }

    /// What came of the last act, date by date.
    pub fn outcome(self) -> impl IntoView {
        let told = move || {
            let claimed = self.claim.value().get();
            let taken = self.take.value().get();
            match claimed.or(taken)? {
                Ok(dates) => Some(outcomes(&dates).into_any()),
                Err(error) => Some(problem_note(&error).into_any()),
            }
        };
        let failed = move || self.end.value().get().and_then(Result::err).map(|error| problem_note(&error));
        view! { <div aria-live="polite">{told}{failed}</div> }
    }

    /// A box to tick, in the words given.
    fn tick(self, name: &'static str, value: String, ticked: bool, words: impl IntoView) -> impl IntoView {
        let (mine, kept) = (value.clone(), value.clone());
        let checked = ticked || self.ticked.with_untracked(|all| all.contains(&value));
        let change = move |event| {
            let on = event_target_checked(&event);
            self.ticked.update(|all| {
                if on {
                    all.insert(mine.clone())
                } else {
                    all.remove(&mine)
                };
            });
        };
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    name=name
                    value=value
                    checked=checked
                    prop:checked=move || ticked || self.ticked.with(|all| all.contains(&kept))
                    on:change=change
                />
                <span>{words}</span>
            </label>
        }
    }

    /// A fold that stays as its reader left it.
    fn fold(self, name: &'static str, open: bool, title: String, content: impl IntoView) -> impl IntoView {
        let opened = open || self.unfolded.with_untracked(|all| all.contains(name));
        let toggle = move |event: leptos::ev::Event| {
            use wasm_bindgen::JsCast;
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let open = target.is_some_and(|details| details.has_attribute("open"));
            self.unfolded.update(|all| {
                if open {
                    all.insert(name)
                } else {
                    all.remove(name)
                };
            });
        };
        view! {
            <details class="fold" open=opened on:toggle=toggle>
                <summary>{title}</summary>
                {content}
            </details>
        }
    }
}

/// What became of each date, in words.
fn outcomes(dates: &[DateOutcome]) -> impl IntoView + use<> {
    let locale = use_locale();
    let claimed = dates.iter().filter(|date| matches!(date.outcome, Outcome::Claimed(_))).count();
    let count = i64::try_from(claimed).unwrap_or_default();
    let class = if claimed > 0 { "note good" } else { "note wait" };
    let item = |date: &DateOutcome| {
        let (class, words) = match &date.outcome {
            Outcome::Claimed(state) => ("tag good", t!(&format!("mine-{}", state.code()))),
            Outcome::Held => ("tag quiet", t!("outcome-held")),
            Outcome::Skipped => ("tag quiet", t!("outcome-skipped")),
            Outcome::AsksMore => ("tag wait", t!("outcome-asks-more")),
            Outcome::Refused(refusal) => ("", refusal_sentence(locale, refusal)),
        };
        view! {
            <li class="outcome">
                <b class="num">{when(locale, date.starts_at, date.ends_at)}</b>
                <span class=class>{words}</span>
            </li>
        }
    };
    view! {
        <div class=class role="status">
            <div class="stack">
                <p>{if claimed > 0 { t!("outcome-claimed", count = count) } else { t!("outcome-none") }}</p>
                <ul class="outcomes">{dates.iter().map(item).collect_view()}</ul>
            </div>
        </div>
    }
}
