//! What is done about a pair, at once and with a way back for a few seconds.

use crate::components::fresh::Fresh;
use crate::components::icon::icon;
use crate::error::UiError;
use crate::pages::coordination::api;
use domain::claim::UNDO_SECONDS;
use domain::form::ExclusionForm;
use domain::ids::{ClaimId, ExclusionId, OfferId, PersonId, RoleId, SlotId};
use domain::offer::PairAction;
use domain::view::{Considered, StaffingView};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Something to do about a person and this slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Give the place to a waiting claim.
    Approve(ClaimId),
    /// Say no to a waiting claim.
    Refuse(ClaimId),
    /// Ask the person.
    Offer(PersonId),
    /// Take the question back.
    TakeBack(OfferId),
    /// Keep the pair in the plan, or no longer.
    Lock(PersonId, bool),
    /// Leave the person out.
    Exclude(PersonId, ExclusionForm),
    /// Let the person be proposed again.
    Allow(ExclusionId),
}

impl Act {
    const fn action(&self) -> PairAction {
        match self {
            Self::Approve(_) => PairAction::Approve,
            Self::Refuse(_) => PairAction::Refuse,
            Self::Offer(_) => PairAction::Offer,
            Self::TakeBack(_) => PairAction::TakeBack,
            Self::Lock(_, true) => PairAction::Lock,
            Self::Lock(_, false) => PairAction::Unlock,
            Self::Exclude(..) => PairAction::Exclude,
            Self::Allow(_) => PairAction::Allow,
        }
    }
}

/// The way back from something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Back {
    Decision(ClaimId),
    Offer(OfferId),
    Lock(PersonId, bool),
    Exclusion(ExclusionId),
}

/// What was done last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    number: u64,
    action: PairAction,
    name: String,
    back: Option<Back>,
}

/// The state of the page's actions.
#[derive(Clone, Copy, Debug)]
pub struct Actions {
    slot: SlotId,
    fresh: Fresh<StaffingView>,
    /// Who is being dealt with.
    pub busy: RwSignal<Option<PersonId>>,
    /// Why the last action failed.
    pub problem: RwSignal<Option<UiError>>,
    /// What was done last, while it can be taken back.
    pub last: RwSignal<Option<Last>>,
    /// The row at hand.
    pub current: RwSignal<Option<PersonId>>,
    /// Who is about to be left out.
    pub excluding: RwSignal<Option<PersonId>>,
    /// What would be if somebody had to come.
    pub considered: RwSignal<Option<(PersonId, Result<Considered, UiError>)>>,
    count: StoredValue<u64>,
    /// For which role candidates are shown.
    role: Option<RoleId>,
}

impl Actions {
    /// Actions on a slot's page.
    pub fn new(slot: SlotId, role: Option<RoleId>, fresh: Fresh<StaffingView>) -> Self {
        Self {
            slot,
            fresh,
            busy: RwSignal::new(None),
            problem: RwSignal::new(None),
            last: RwSignal::new(None),
            current: RwSignal::new(None),
            excluding: RwSignal::new(None),
            considered: RwSignal::new(None),
            count: StoredValue::new(0),
            role,
        }
    }

    /// The slot.
    pub const fn slot(self) -> SlotId {
        self.slot
    }

    /// In which role somebody is asked: their own, if the plan or a coordinator gave them one.
    pub fn role_of(self, person: PersonId) -> Option<RoleId> {
        let own = |view: &StaffingView| {
            let seat = view.seats.iter().find(|seat| seat.person_id == person)?;
            view.roles.iter().find(|role| Some(&role.name) == seat.role.as_ref()).map(|role| role.id)
        };
        self.with_view(own).or(self.role)
    }

    /// Looks at what the page shows.
    pub fn with_view<T>(self, look: impl FnOnce(&StaffingView) -> T) -> T {
        self.fresh.view.with_untracked(look)
    }

    /// Does something about a person.
    pub fn act(self, person: PersonId, name: String, act: Act) {
        if self.busy.get_untracked().is_some() {
            return;
        }
        self.busy.set(Some(person));
        self.problem.set(None);
        let (slot, action, role) = (self.slot, act.action(), self.role_of(person));
        spawn_local(async move {
            let outcome = match act {
                Act::Approve(claim) => api::approve_claim(claim).await.map(|_| Some(Back::Decision(claim))),
                Act::Refuse(claim) => {
                    api::refuse_claim(claim, String::new()).await.map(|_| Some(Back::Decision(claim)))
                }
                Act::Offer(person) => {
                    api::offer_place(slot, person, role).await.map(|id| Some(Back::Offer(id)))
                }
                Act::TakeBack(offer) => api::take_back_offer(offer).await.map(|()| None),
                Act::Lock(person, keep) => {
                    api::lock_pair(slot, person, keep, role).await.map(|()| Some(Back::Lock(person, !keep)))
                }
                Act::Exclude(person, form) => {
                    api::exclude(slot, person, form).await.map(|id| Some(Back::Exclusion(id)))
                }
                Act::Allow(id) => api::allow(id, slot).await.map(|()| None),
            };
            self.answered(action, name, outcome);
        });
    }

    fn answered(self, action: PairAction, name: String, outcome: Result<Option<Back>, UiError>) {
        let _ = self.busy.try_set(None);
        match outcome {
            Ok(back) => {
                let _ = self.excluding.try_set(None);
                let Some(number) = self.count.try_update_value(|count| {
                    *count += 1;
                    *count
                }) else {
                    return;
                };
                self.last.set(Some(Last { number, action, name, back }));
                let forget = move || {
                    let is_this =
                        |last: &Option<Last>| last.as_ref().is_some_and(|last| last.number == number);
                    if self.last.try_with_untracked(is_this) == Some(true) {
                        self.last.set(None);
                    }
                };
                set_timeout(forget, Duration::from_secs(UNDO_SECONDS.unsigned_abs()));
            }
            Err(error) => {
                let _ = self.problem.try_set(Some(error));
            }
        }
        self.fresh.again();
    }

    /// Takes back what was done last.
    pub fn take_back(self) {
        let Some(back) = self.last.get_untracked().and_then(|last| last.back) else { return };
        self.last.set(None);
        let slot = self.slot;
        spawn_local(async move {
            let outcome = match back {
                Back::Decision(claim) => api::undo_decision(claim).await.map(|_| ()),
                Back::Offer(offer) => api::take_back_offer(offer).await,
                Back::Lock(person, keep) => api::lock_pair(slot, person, keep, self.role_of(person)).await,
                Back::Exclusion(id) => api::allow(id, slot).await,
            };
            if let Err(error) = outcome {
                let _ = self.problem.try_set(Some(error));
            }
            self.fresh.again();
        });
    }

    /// Asks what would be if somebody had to come; a second time closes the answer.
    pub fn consider(self, person: PersonId) {
        if self.considered.with_untracked(|shown| shown.as_ref().is_some_and(|(shown, _)| *shown == person)) {
            self.considered.set(None);
            return;
        }
        let slot = self.slot;
        spawn_local(async move {
            let answer = api::consider(slot, person, self.role).await;
            let _ = self.considered.try_set(Some((person, answer)));
        });
    }
}

/// What was done, and the way back.
pub fn toasts(actions: Actions) -> impl IntoView {
    let sentence = |last: &Last| t!(&format!("did-{}", last.action.code()), name = last.name.clone());
    view! {
        <p class="sr" role="status" aria-live="polite">{move || actions.last.with(|last| last.as_ref().map(sentence))}</p>
        <div class="toasts">
            {move || actions.last.get().map(|last| view! {
                <div class="toast">
                    <p>{sentence(&last)}</p>
                    {last.back.is_some().then(|| view! {
                        <button class="btn small" type="button" on:click=move |_| actions.take_back()>
                            {icon("undo")}{t!("board-undo")}" "<kbd class="kbd" aria-hidden="true">"Z"</kbd>
                        </button>
                    })}
                </div>
            })}
        </div>
    }
}
