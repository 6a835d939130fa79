//! The claim itself: one big button that says what happens next, or in words why there is none.

use super::api::{
    AnswerQuestions, Claim, ProposeSwap, SeekStandIn, StillSuits, StopSeeking, WatchSlot, Withdraw,
};
use super::draft::Draft;
use super::{instead, stepping_back, waiting};
use crate::components::icon::icon;
use crate::components::message::{good_note, problem_note};
use crate::components::questions::{answers, ask};
use crate::error::{UiError, refusal_sentence};
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use crate::pages::offer::api::AnswerOffer;
use crate::pages::party::invite;
use crate::pages::roles::{self, Choice};
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::opportunity::ClaimRule;
use domain::view::{SlotPage, Standing};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// What a person can do here. It outlives each fresh reading of the page, so that its outcome stays visible.
#[derive(Clone, Copy)]
pub struct Actions {
    pub claim: FormAction<Claim>,
    pub withdraw: FormAction<Withdraw>,
    pub keep: FormAction<StillSuits>,
    pub watch: FormAction<WatchSlot>,
    pub answer: FormAction<AnswerOffer>,
    pub seek: FormAction<SeekStandIn>,
    pub swap: FormAction<ProposeSwap>,
    pub stop: FormAction<StopSeeking>,
    pub draft: Draft,
    pub company: StoredValue<invite::Acts>,
    typed: StoredValue<Filled>,
}

/// What is being filled in.
#[derive(Clone, Copy)]
struct Filled {
    reply: FormAction<AnswerQuestions>,
    /// The answers to the poster's questions.
    answers: RwSignal<Vec<String>>,
    /// The role that is chosen.
    role: RwSignal<String>,
}

impl Actions {
    pub fn new() -> Self {
        let refused = typed::<Claim>().map(|sent| sent.form.answers);
        let refused = refused.or_else(|| typed::<AnswerQuestions>().map(|sent| sent.form.answers));
        let actions = Self {
            claim: FormAction::new(),
            withdraw: FormAction::new(),
            keep: FormAction::new(),
            watch: FormAction::new(),
            answer: FormAction::new(),
            seek: FormAction::new(),
            swap: FormAction::new(),
            stop: FormAction::new(),
            draft: Draft::new(),
            company: StoredValue::new(invite::Acts::new()),
            typed: StoredValue::new(Filled {
                reply: FormAction::new(),
                answers: RwSignal::new(refused.unwrap_or_default()),
                role: RwSignal::new(typed::<Claim>().map(|sent| sent.form.role).unwrap_or_default()),
            }),
        };
        let live = use_live();
        Effect::new(move |_| {
            if actions.done() != 0 {
                if actions.failed().is_none() {
                    actions.draft.forget();
                }
                live.refresh();
            }
        });
        actions
    }

    /// The role that is chosen.
    pub fn role(self) -> RwSignal<String> {
        self.typed.get_value().role
    }

    fn reply(self) -> FormAction<AnswerQuestions> {
        self.typed.get_value().reply
    }

    fn answers(self) -> RwSignal<Vec<String>> {
        self.typed.get_value().answers
    }

    /// How many answers of the server there were.
    fn done(self) -> usize {
        let ours = self.claim.version().get() + self.withdraw.version().get() + self.keep.version().get();
        let others = self.watch.version().get() + self.answer.version().get() + self.stop.version().get();
        let asked = self.seek.version().get() + self.swap.version().get() + self.reply().version().get();
        ours + others + asked
    }

    /// Why the last thing was not done. What concerns a field stands at the field.
    fn failed(self) -> Option<UiError> {
        let claimed = self.claim.value().get().and_then(Result::err);
        let went = self.withdraw.value().get().and_then(Result::err);
        let kept = self.keep.value().get().and_then(Result::err);
        let answered = self.answer.value().get().and_then(Result::err);
        let watched = self.watch.value().get().and_then(Result::err);
        let asked = self.seek.value().get().and_then(Result::err);
        let swapped = self.swap.value().get().and_then(Result::err);
        let stopped = self.stop.value().get().and_then(Result::err);
        let replied = self.reply().value().get().and_then(Result::err);
        let first = claimed.or(went).or(kept).or(answered).or(watched);
        first.or(asked).or(swapped).or(stopped).or(replied)
    }
}

pub fn panel(slot: &SlotPage, actions: Actions) -> impl IntoView + use<> {
    let failed = move || actions.failed().map(|error| problem_note(&error));
    let content = match &slot.card.standing {
        Standing::Open if slot.signed_in => open(slot, actions).into_any(),
        Standing::Open => visitor(slot).into_any(),
        Standing::Mine { claim_id, state } => view! {
            {mine(slot, &claim_id.to_string(), *state, actions)}
            {answered(slot, &claim_id.to_string(), *state, actions)}
        }
        .into_any(),
        Standing::Closed(refusal @ (Refusal::Full | Refusal::PartyWaits)) if slot.signed_in => {
            waiting::full(slot, refusal, actions).into_any()
        }
        Standing::Closed(refusal) => closed(slot, refusal).into_any(),
    };
    view! {
        <section class="claim" id="zgloszenie" aria-live="polite" on:input=move |event| actions.draft.keep(&event)>
            {failed}
            {slot.stepped_back.then(|| stepping_back::done(slot))}
            {content}
        </section>
    }
}

/// A place can be claimed. While the server is asked, the page already says what it will say.
fn open(slot: &SlotPage, actions: Actions) -> impl IntoView + use<> {
    let instant = slot.claim_rule == ClaimRule::Instant;
    let promise = match (slot.card.work_minutes, instant) {
        (Some(_), _) => t!("promise-window"),
        (None, true) => t!("promise-instant"),
        (None, false) => t!("promise-approval"),
    };
    let (expected, class) =
        if instant { (t!("mine-approved"), "good") } else { (t!("mine-pending"), "wait") };
    let pending = actions.claim.pending();
    let questions = slot.questions.clone();
    // Fields have no room in the bar that waits under the thumb.
    let plain = questions.is_empty() && slot.roles.is_empty();
    let class_of_form = if plain { "claim-act" } else { "claim-asked" };
    let wrong = Signal::derive(move || -> Option<UiError> { actions.claim.value().get()?.err() });
    let id = slot.card.id.to_string();
    let choice = roles::choose(&slot.roles, Choice::Take, "rola", actions.role(), wrong);
    view! {
        <h2>{t!("claim-title")}</h2>
        <p class=format!("claim-state {class}") hidden=move || !pending.get()>{icon("check-circle")}{expected}</p>
        <ActionForm action=actions.claim attr:class=class_of_form>
            <input type="hidden" name="slot_id" value=id />
            {choice}
            {ask(&questions, actions.answers(), wrong)}
            <button class="btn big" type="submit" aria-busy=move || pending.get().then_some("true")>{t!("claim-do")}</button>
        </ActionForm>
        <p class="claim-promise">{promise}</p>
        {slot.roles.iter().any(|role| Choice::Wait.has(role)).then(|| waiting::for_role(slot, actions))}
        {invite::with_claim(slot, actions.claim, actions.draft)}
    }
}

fn visitor(slot: &SlotPage) -> impl IntoView + use<> {
    let back = use_location().pathname.get_untracked();
    view! {
        <h2>{t!("claim-title")}</h2>
        {roles::list(&slot.roles)}
        <div class="claim-act">
            <a class="btn big" href=format!("{}?powrot={back}", href("/wejscie"))>{t!("claim-sign-in")}</a>
        </div>
        <p class="claim-promise">{t!("promise-visitor")}</p>
    }
}

/// The reader has a claim: where it stands, what happens next, and the way back.
fn mine(slot: &SlotPage, claim_id: &str, state: ClaimState, actions: Actions) -> impl IntoView + use<> {
    // Who has begun with a task without an hour says that it is done.
    let begun = slot.work.as_ref().is_some_and(|work| !work.stints.is_empty());
    let (class, image) = match state {
        ClaimState::Approved | ClaimState::Attended => ("good", "check-circle"),
        ClaimState::Pending | ClaimState::Waitlisted | ClaimState::Offered => ("wait", "clock"),
        _ => ("closed", "info"),
    };
    let code = state.code();
    let own = slot.own.clone().unwrap_or_default();
    let can_change = state.is_live() && !begun && !matches!(slot.card.standing, Standing::Closed(_));
    view! {
        <h2>{t!("claim-yours")}</h2>
        {own.asked_again.then(|| stepping_back::asked_again(claim_id, actions))}
        <p class=format!("claim-state {class}")>{icon(image)}{t!(&format!("mine-{code}"))}{roles::tag(own.role.as_ref())}</p>
        {own.turn.map(|turn| view! { <p class="turn">{t!("waiting-turn", turn = turn)}</p> })}
        {own.kept.map(|(offer, until)| waiting::kept(slot, offer, until, actions))}
        <p class="claim-promise">{t!(&format!("next-{code}"))}</p>
        {can_change.then(|| stepping_back::form(slot, claim_id, state, actions))}
        {slot.hand_over.as_ref().map(|choices| instead::panel(&own, choices, claim_id, actions))}
        {invite::own(&own, claim_id, actions.company.get_value(), actions.draft)}
        <a class="btn ghost wide" href=href("/moje")>{t!("nav-mine")}</a>
    }
}

/// What the reader answered; until the slot begins they can answer again. Who was asked to come answers here first.
fn answered(slot: &SlotPage, claim_id: &str, state: ClaimState, actions: Actions) -> impl IntoView + use<> {
    let asked = state.is_live() && !slot.questions.is_empty();
    let wrong = Signal::derive(move || -> Option<UiError> { actions.reply().value().get()?.err() });
    let known = |question: &domain::question::Question| {
        let found = slot.answers.iter().find(|answer| answer.question == question.text);
        found.map(|answer| answer.answer.clone()).unwrap_or_default()
    };
    if asked && actions.answers().with_untracked(Vec::is_empty) {
        actions.answers().set(slot.questions.iter().map(known).collect());
    }
    let open = slot.answers.is_empty();
    let (questions, claim_id) = (slot.questions.clone(), claim_id.to_owned());
    let saved =
        move || matches!(actions.reply().value().get(), Some(Ok(()))).then(|| good_note(&t!("reply-saved")));
    view! {
        {answers(&slot.answers)}
        {saved}
        {asked.then(|| view! {
            <details class="fold" open=open>
                <summary>{if open { t!("reply-first") } else { t!("reply-again") }}</summary>
                <ActionForm action=actions.reply() attr:class="form">
                    <input type="hidden" name="claim_id" value=claim_id />
                    {ask(&questions, actions.answers(), wrong)}
                    <button class="btn wide" type="submit">{t!("save")}</button>
                </ActionForm>
            </details>
        })}
    }
}

/// No place for this reader: why, and what to do.
fn closed(slot: &SlotPage, refusal: &Refusal) -> impl IntoView + use<> {
    let steps = slot.missing.iter().map(|step| {
        let code = step.code();
        view! { <li>{t!(&format!("missing-{code}"))}<small>{t!(&format!("missing-{code}-how"))}</small></li> }
    });
    let profile = matches!(refusal, Refusal::NoBirthDate | Refusal::NotActive);
    view! {
        <h2>{t!("claim-title")}</h2>
        <p class="claim-state closed">{icon("info")}{refusal_sentence(use_locale(), refusal)}</p>
        {roles::choose(&slot.roles, Choice::Read, "rola", RwSignal::new(String::new()), Signal::derive(|| None))}
        {(!slot.missing.is_empty()).then(|| view! {
            <h3>{t!("missing-title")}</h3>
            <ol class="steps">{steps.collect_view()}</ol>
        })}
        {(profile && slot.signed_in).then(|| view! { <a class="btn ghost wide" href=href("/profil")>{t!("nav-profile")}</a> })}
    }
}
