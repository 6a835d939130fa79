//! What the dashboard knows and what can be done on it. Decisions show at once; the server's answer confirms them or
//! says why not.

use super::rows::{Fate, Row, merge, neighbour, rows, settle};
use crate::components::fresh::{Fresh, keep_fresh};
use crate::error::UiError;
use crate::i18n::use_locale;
use crate::live::use_live;
use crate::pages::coordination::api;
use domain::claim::{ClaimState, UNDO_SECONDS};
use domain::ids::ClaimId;
use domain::locale::{Locale, Value, text};
use domain::problem::Problem;
use domain::view::Dashboard;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use std::time::Duration;

/// Whom the reader is about to refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusing {
    /// Nobody.
    Nobody,
    /// One person.
    One(ClaimId),
    /// Everyone chosen.
    Chosen,
}

/// Decisions that can still be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    /// Which batch; decisions of one tap belong together.
    batch: u64,
    /// What was decided.
    pub state: ClaimState,
    /// Whose claims.
    pub claims: Vec<(ClaimId, String)>,
}

/// The dashboard's state.
#[derive(Clone, Copy, Debug)]
pub struct Board {
    /// What was read last.
    pub fresh: Fresh<Dashboard>,
    /// Waiting claims as they stand on the screen.
    pub rows: RwSignal<Vec<Row>>,
    /// Chosen claims.
    pub chosen: RwSignal<BTreeSet<ClaimId>>,
    /// The row at hand.
    pub current: RwSignal<Option<ClaimId>>,
    /// Whose refusal is being written.
    pub refusing: RwSignal<Refusing>,
    /// What can be taken back.
    pub undo: RwSignal<Option<Undo>>,
    /// A problem that has no row.
    pub problem: RwSignal<Option<String>>,
    /// What happened, for those who listen.
    pub said: RwSignal<String>,
    pointer_inside: StoredValue<bool>,
    batches: StoredValue<u64>,
    locale: Locale,
}

impl Board {
    /// The state of a page that shows `first`.
    pub fn new(first: Dashboard) -> Self {
        let live = use_live();
        let board = Self {
            rows: RwSignal::new(rows(&first)),
            fresh: keep_fresh(first, move || live.tick(), api::dashboard),
            chosen: RwSignal::default(),
            current: RwSignal::new(None),
            refusing: RwSignal::new(Refusing::Nobody),
            undo: RwSignal::new(None),
            problem: RwSignal::new(None),
            said: RwSignal::default(),
            pointer_inside: StoredValue::new(false),
            batches: StoredValue::new(0),
            locale: use_locale(),
        };
        Effect::watch(move || board.fresh.view.get(), move |view, _, _| board.take_over(view), false);
        board
    }

    fn say(self, key: &str, values: &[(&str, Value)]) -> String {
        text(self.locale, key, values)
    }

    /// Shows what was read; who no longer waits stays for a while, so that an eye can follow.
    fn take_over(self, view: &Dashboard) {
        self.rows.update(|rows| merge(rows, view));
        self.keep_choice();
        if self.rows.with_untracked(|rows| rows.iter().any(|row| !row.fate.waits())) {
            set_timeout(move || self.calm(), Duration::from_secs(UNDO_SECONDS.unsigned_abs()));
        }
    }

    /// Lets the list settle, unless the reader has the pointer in it or could still take something back.
    fn calm(self) {
        let busy = self.pointer_inside.try_get_value() != Some(false)
            || self.undo.with_untracked(Option::is_some)
            || self.refusing.get_untracked() != Refusing::Nobody;
        if !busy {
            self.rows.update(|rows| settle(rows, self.current.get_untracked()));
        }
    }

    /// Who no longer waits is no longer chosen.
    fn keep_choice(self) {
        let waits: BTreeSet<ClaimId> = self.rows.with_untracked(|rows| {
            rows.iter().filter(|row| row.fate.waits()).map(|row| row.claim.claim_id).collect()
        });
        if self.chosen.with_untracked(|chosen| !chosen.is_subset(&waits)) {
            self.chosen.update(|chosen| chosen.retain(|id| waits.contains(id)));
        }
    }

    /// The pointer came into the list or left it.
    pub fn pointer(self, inside: bool) {
        self.pointer_inside.set_value(inside);
        if !inside {
            self.calm();
        }
    }

    fn change(self, id: ClaimId, change: impl FnOnce(&mut Row)) {
        let _ = self.rows.try_update(|rows| {
            if let Some(row) = rows.iter_mut().find(|row| row.claim.claim_id == id) {
                change(row);
            }
        });
    }

    /// The reader looked at a row.
    pub fn seen(self, id: ClaimId) {
        let is_new = |row: &Row| row.claim.claim_id == id && row.fate == Fate::New;
        if self.rows.with_untracked(|rows| rows.iter().any(is_new)) {
            self.change(id, |row| row.fate = Fate::Waiting);
        }
    }

    /// Chooses a claim, or no longer.
    pub fn choose(self, id: ClaimId, choose: bool) {
        let waits = self
            .rows
            .with_untracked(|rows| rows.iter().any(|row| row.claim.claim_id == id && row.fate.waits()));
        self.chosen.update(|chosen| {
            if choose && waits {
                chosen.insert(id)
            } else {
                chosen.remove(&id)
            };
        });
    }

    /// Chooses every waiting claim, or none.
    pub fn choose_all(self, choose: bool) {
        let ids = self.rows.with_untracked(|rows| {
            rows.iter().filter(|row| choose && row.fate.waits()).map(|row| row.claim.claim_id).collect()
        });
        self.chosen.set(ids);
    }

    /// The row after or before the one at hand becomes the one at hand. It, if there is one.
    pub fn go(self, forward: bool) -> Option<ClaimId> {
        let to = self.rows.with_untracked(|rows| neighbour(rows, self.current.get_untracked(), forward));
        if to.is_some() {
            self.current.set(to);
        }
        to
    }

    /// Whom a key concerns: everyone chosen, else the row at hand.
    pub fn concerned(self) -> Refusing {
        match self.current.get_untracked() {
            _ if self.chosen.with_untracked(|chosen| !chosen.is_empty()) => Refusing::Chosen,
            Some(id)
                if self.rows.with_untracked(|rows| {
                    rows.iter().any(|row| row.claim.claim_id == id && row.fate.waits())
                }) =>
            {
                Refusing::One(id)
            }
            _ => Refusing::Nobody,
        }
    }

    /// Gives the place, or says no with `reason`.
    pub fn decide(self, whom: Refusing, refusal: Option<&str>) {
        let ids: Vec<ClaimId> = match whom {
            Refusing::Nobody => return,
            Refusing::One(id) => vec![id],
            Refusing::Chosen => self.chosen.get_untracked().into_iter().collect(),
        };
        let state = if refusal.is_some() { ClaimState::Refused } else { ClaimState::Approved };
        self.refusing.set(Refusing::Nobody);
        self.problem.set(None);
        self.batches.update_value(|batch| *batch += 1);
        let batch = self.batches.get_value();
        let decided = ids.clone();
        for id in ids {
            self.chosen.update(|chosen| {
                chosen.remove(&id);
            });
            self.change(id, |row| {
                row.fate = Fate::Sending(state);
                row.problem = None;
            });
            let reason = refusal.unwrap_or_default().to_owned();
            spawn_local(async move {
                let answer = match state {
                    ClaimState::Refused => api::refuse_claim(id, reason).await,
                    _ => api::approve_claim(id).await,
                };
                self.answered(batch, id, answer);
            });
        }
        if self.current.get_untracked().is_some_and(|id| decided.contains(&id)) && self.go(true).is_none() {
            self.go(false);
        }
    }

    fn answered(self, batch: u64, id: ClaimId, answer: Result<ClaimState, UiError>) {
        match answer {
            Ok(state) => {
                self.change(id, |row| row.fate = Fate::Decided { state, by: None });
                self.remember(batch, id, state);
            }
            Err(error) => {
                let sentence = error.sentence(self.locale);
                let _ = self.said.try_set(sentence.clone());
                self.change(id, |row| {
                    row.fate = match error.0 {
                        Problem::AlreadyDecided { by, at, state } => {
                            Fate::Decided { state, by: Some((by, at)) }
                        }
                        Problem::NotFound | Problem::TooLate => Fate::Gone,
                        _ => Fate::Waiting,
                    };
                    row.problem = Some(sentence);
                });
            }
        }
    }

    /// Offers to take a decision back, for as long as the server allows it.
    fn remember(self, batch: u64, id: ClaimId, state: ClaimState) {
        let find = |rows: &Vec<Row>| {
            rows.iter().find(|row| row.claim.claim_id == id).map(|row| row.claim.name.clone())
        };
        let name = self.rows.try_with_untracked(find).flatten().unwrap_or_default();
        let first = self.undo.try_update(|undo| match undo {
            Some(undo) if undo.batch == batch => {
                undo.claims.push((id, name));
                false
            }
            _ => {
                *undo = Some(Undo { batch, state, claims: vec![(id, name)] });
                true
            }
        });
        if let Some(undo) = self.undo.try_get_untracked().flatten() {
            let _ = self.said.try_set(self.sentence(&undo));
        }
        if first == Some(true) {
            set_timeout(move || self.expire(batch), Duration::from_secs(UNDO_SECONDS.unsigned_abs()));
        }
    }

    fn expire(self, batch: u64) {
        let is_this = |undo: &Option<Undo>| undo.as_ref().is_some_and(|undo| undo.batch == batch);
        if self.undo.try_with_untracked(is_this) == Some(true) {
            self.undo.set(None);
            self.calm();
            self.fresh.again();
        }
    }

    /// What was decided, in words.
    pub fn sentence(self, undo: &Undo) -> String {
        let verdict = if undo.state == ClaimState::Refused { "refused" } else { "approved" };
        match undo.claims.as_slice() {
            [(_, name)] => self.say(&format!("board-{verdict}-one"), &[("name", name.clone().into())]),
            many => self.say(&format!("board-{verdict}-many"), &[("count", many.len().into())]),
        }
    }

    /// Takes back the latest decisions, if there is still time.
    pub fn take_back(self) {
        if let Some(undo) = self.undo.get_untracked() {
            self.undo.set(None);
            for (id, name) in undo.claims {
                self.take_back_one(id, name);
            }
        }
    }

    /// Takes back one decision.
    pub fn take_back_one(self, id: ClaimId, name: String) {
        spawn_local(async move {
            match api::undo_decision(id).await {
                Ok(_) => {
                    self.change(id, |row| {
                        row.fate = Fate::Waiting;
                        row.problem = None;
                    });
                    let _ = self.said.try_set(self.say("board-undone", &[("name", name.into())]));
                }
                Err(error) => {
                    let _ = self.problem.try_set(Some(error.sentence(self.locale)));
                }
            }
            self.fresh.again();
        });
    }
}
