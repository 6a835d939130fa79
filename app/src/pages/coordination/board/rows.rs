//! The list of waiting claims as it stands on the screen. Nothing jumps: who no longer waits keeps the place until
//! the list settles, who comes is added at the end.

use domain::claim::ClaimState;
use domain::ids::ClaimId;
use domain::time::Instant;
use domain::view::{Dashboard, WaitingClaim};

/// What became of a claim while the page was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It waits.
    Waiting,
    /// It came while the page was open, and nobody looked yet.
    New,
    /// The reader decides; the answer of the server is still to come.
    Sending(ClaimState),
    /// It is decided.
    Decided {
        /// What it is now.
        state: ClaimState,
        /// By whom and when, if not by the reader just now.
        by: Option<(String, Instant)>,
    },
    /// It was withdrawn or its slot cancelled.
    Gone,
}

impl Fate {
    /// A decision is still due.
    pub const fn waits(&self) -> bool {
        matches!(self, Self::Waiting | Self::New)
    }
}

/// A claim on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The claim as last read.
    pub claim: WaitingClaim,
    /// What became of it.
    pub fate: Fate,
    /// Why the last try to decide it failed.
    pub problem: Option<String>,
}

impl Row {
    fn new(claim: WaitingClaim, fate: Fate) -> Self {
        Self { claim, fate, problem: None }
    }
}

/// The rows of a fresh page.
pub fn rows(view: &Dashboard) -> Vec<Row> {
    view.waiting.iter().map(|claim| Row::new(claim.clone(), Fate::Waiting)).collect()
}

/// Takes over what was read anew, without moving anything.
pub fn merge(rows: &mut Vec<Row>, view: &Dashboard) {
    for row in rows.iter_mut() {
        match view.waiting.iter().find(|claim| claim.claim_id == row.claim.claim_id) {
            Some(claim) => {
                row.claim = claim.clone();
                if matches!(row.fate, Fate::Decided { .. } | Fate::Gone) {
                    row.fate = Fate::Waiting;
                }
            }
            None if row.fate.waits() => row.fate = fate(view, row.claim.claim_id),
            None => {}
        }
    }
    for claim in &view.waiting {
        if !rows.iter().any(|row| row.claim.claim_id == claim.claim_id) {
            rows.push(Row::new(claim.clone(), Fate::New));
        }
    }
}

fn fate(view: &Dashboard, id: ClaimId) -> Fate {
    match view.recent.iter().find(|decision| decision.claim_id == id) {
        Some(found) => Fate::Decided { state: found.state, by: Some((found.by.clone(), found.at)) },
        None => Fate::Gone,
    }
}

/// Removes what no longer waits, except the row the reader is on, and sorts the oldest first.
pub fn settle(rows: &mut Vec<Row>, keep: Option<ClaimId>) {
    rows.retain(|row| {
        row.fate.waits() || matches!(row.fate, Fate::Sending(_)) || Some(row.claim.claim_id) == keep
    });
    rows.sort_by_key(|row| row.claim.since);
}

/// The waiting row `steps` after (or before) the current one; the first or last if there is none further.
pub fn neighbour(rows: &[Row], current: Option<ClaimId>, forward: bool) -> Option<ClaimId> {
    let at = current.and_then(|id| rows.iter().position(|row| row.claim.claim_id == id));
    let waits = |row: &&Row| row.fate.waits();
    let found = match (at, forward) {
        (None, _) => rows.iter().find(waits),
        (Some(at), true) => rows.iter().skip(at + 1).find(waits),
        (Some(at), false) => rows.iter().take(at).rev().find(waits),
    };
    found.map(|row| row.claim.claim_id)
}

#[cfg(test)]
mod tests;
