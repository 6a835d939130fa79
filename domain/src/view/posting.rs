//! Posting: what an editor may do, what changed, templates, trust, rules that approve by themselves.

use crate::approval::{Rule, Ruling};
use crate::form::FieldProblem;
use crate::ids::{ClaimId, OrganisationId, SlotId, TemplateId};
use crate::time::Instant;
use crate::view::Choices;
use serde::{Deserialize, Serialize};

/// What the reader of an editor may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Power {
    /// Looks at what others wrote.
    pub coordinates: bool,
    /// Publishes alone; otherwise hands it in.
    pub publishes: bool,
}

/// What a change that waits would make of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The field's name in the form.
    pub field: String,
    /// What everyone sees.
    pub before: String,
    /// What they shall see.
    pub after: String,
}

/// What an editor knows of the way to everyone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Who handed it in last, and when; while it waits or was given back.
    pub handed_in: Option<(String, Instant)>,
    /// The coordinator's note, if it was given back.
    pub note: Option<String>,
    /// What the change that waits is about.
    pub changes: Vec<FieldChange>,
    /// The organisation publishes without anybody looking at it.
    pub trusted: bool,
}

/// A template in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateRow {
    /// Which.
    pub id: TemplateId,
    /// Its name.
    pub name: String,
    /// Whose; `None`: the centre's.
    pub organisation: Option<String>,
    /// The reader may rename and remove it.
    pub mine: bool,
}

/// Whether an organisation publishes alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustRow {
    /// Which.
    pub organisation_id: OrganisationId,
    /// Its name.
    pub name: String,
    /// It does.
    pub trusted: bool,
    /// Who said so last, and when.
    pub by: Option<(String, Instant)>,
}

/// A rule in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleRow {
    /// The rule.
    pub rule: Rule,
    /// Who made it.
    pub by: String,
    /// When.
    pub since: Instant,
    /// For how many of the last requests it holds.
    pub held: i64,
}

/// The rules, and what they would have done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesView {
    /// Those that hold, by name.
    pub rules: Vec<RuleRow>,
    /// How many requests were tried, at most 100.
    pub requests: i64,
    /// For how many of them the rule that was typed would hold, or what is wrong with it.
    pub tried: Option<Result<i64, Vec<FieldProblem>>>,
    /// What the form offers.
    pub choices: Choices,
}

/// A claim that a rule approved today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AutomaticDecision {
    /// Which.
    pub claim_id: ClaimId,
    /// Whose.
    pub name: String,
    /// For which slot.
    pub slot_id: SlotId,
    /// Its title.
    pub title: String,
    /// The short name of its kind.
    pub kind: String,
    /// When it begins.
    pub starts_at: Instant,
    /// When it was decided.
    pub at: Instant,
    /// Which rule, and what it saw.
    pub ruling: Ruling,
    /// A coordinator can still take it back.
    pub can_undo: bool,
}
