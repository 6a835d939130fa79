//! Dates in the editor: what adding or changing them would do, and what was done before.

use crate::calendar::{LeftOut, Scope};
use crate::change::ChangeAction;
use crate::form::{ChangeForm, FieldProblem, Repeat, SlotsForm};
use crate::ids::{OpportunityId, SeriesId, SlotId};
use crate::role::{Role, RolePlan};
use crate::time::{Day, Instant};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A series, as the pages name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesView {
    /// Which.
    pub id: SeriesId,
    /// How it repeats.
    pub repeat: Repeat,
    /// A date with its hours; only the time of day counts.
    pub starts_at: Instant,
    /// When that date ends.
    pub ends_at: Instant,
}

/// The page that adds dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddDatesView {
    /// To which opportunity.
    pub opportunity_id: OpportunityId,
    /// What it is.
    pub title: String,
    /// The roles that its dates may have.
    pub roles: Vec<Role>,
    /// The form as it stands.
    pub form: SlotsForm,
    /// Today in Warsaw.
    pub today: Day,
    /// What would be added; `None` until something is asked for.
    pub preview: Option<Result<AddPreview, Vec<FieldProblem>>>,
}

/// Dates that would be added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddPreview {
    /// How they repeat; `None` for a single date.
    pub repeat: Option<Repeat>,
    /// Start and end of each, in order.
    pub dates: Vec<(Instant, Instant)>,
    /// What the rule gives and is left out, with the reason.
    pub left_out: Vec<(Day, LeftOut)>,
    /// These are there already and are not added twice.
    pub known: Vec<Instant>,
}

/// The page that changes or cancels dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeDatesView {
    /// Of which opportunity.
    pub opportunity_id: OpportunityId,
    /// What it is.
    pub title: String,
    /// The roles that its dates may have.
    pub roles: Vec<Role>,
    /// Where it is.
    pub place: String,
    /// The date from which the change starts.
    pub slot_id: SlotId,
    /// When that date begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// Its series, if it has one.
    pub series: Option<SeriesView>,
    /// The form as it stands.
    pub form: SlotsForm,
    /// The rest of the form.
    pub change: ChangeForm,
    /// What would happen; `None` until something is asked for.
    pub preview: Option<Result<ChangePreview, Vec<FieldProblem>>>,
}

/// What becomes of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It takes place at another time.
    Moved,
    /// It is new.
    Added,
    /// It does not take place.
    Cancelled,
    /// Time and day stay; places, opening or place change.
    Changed,
}

impl Fate {
    /// The stable name, as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Added => "added",
            Self::Cancelled => "cancelled",
            Self::Changed => "changed",
        }
    }
}

/// A date that a change touches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateChange {
    /// What becomes of it.
    pub fate: Fate,
    /// From when to when it is; `None` for a new one.
    pub before: Option<(Instant, Instant)>,
    /// From when to when it will be; `None` when it does not take place.
    pub after: Option<(Instant, Instant)>,
    /// How many people it concerns.
    pub people: i64,
}

/// Which message somebody gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// Time or place changed; does it still suit you?
    Moved,
    /// The date does not take place.
    Cancelled,
    /// A rule does not allow the new time; the place is given back.
    Released,
    /// They were asked whether they would come; that is over.
    Question,
}

impl MessageKind {
    /// The stable name, as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Cancelled => "cancelled",
            Self::Released => "released",
            Self::Question => "question",
        }
    }
}

/// A message that people would get.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessagePreview {
    /// Which.
    pub kind: MessageKind,
    /// Who gets it, in the order of their names.
    pub people: Vec<String>,
    /// The subject of the first one.
    pub subject: String,
    /// The first lines of the first one.
    pub opening: String,
}

/// What a change would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangePreview {
    /// Stands for everything that was looked at; if it is another when the change is made, the preview is shown anew.
    pub fingerprint: String,
    /// The dates that it touches, in order.
    pub dates: Vec<DateChange>,
    /// How many others of its scope stay as they are.
    pub kept: i64,
    /// What the rule gives and is left out, with the reason.
    pub left_out: Vec<(Day, LeftOut)>,
    /// The rule from now on, if it becomes another.
    pub repeat: Option<Repeat>,
    /// Who is told what.
    pub messages: Vec<MessagePreview>,
    /// Claims that are carried without a word, because time and place stay.
    pub carried: i64,
}

/// One change of an opportunity or its dates, with what was before and what came after.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChangeDetail {
    /// How far it reached.
    pub scope: Option<Scope>,
    /// The date from which it started.
    pub date: Option<(Instant, Instant)>,
    /// Its time afterwards.
    pub date_after: Option<(Instant, Instant)>,
    /// The rule before.
    pub rule: Option<Repeat>,
    /// The rule afterwards.
    pub rule_after: Option<Repeat>,
    /// The fewest and the most people before and afterwards.
    pub places: Option<[(i64, i64); 2]>,
    /// How many of each role before and afterwards.
    pub roles: Option<[Vec<RolePlan>; 2]>,
    /// The place before and afterwards.
    pub place: Option<[String; 2]>,
    /// Days before a date on which claims open, before and afterwards.
    pub opens_days: Option<[Option<i64>; 2]>,
    /// Of a hundred places so many for people with a standing place, before and afterwards.
    pub standing: Option<[i64; 2]>,
    /// Dates that were added.
    pub added: i64,
    /// Dates that were moved.
    pub moved: i64,
    /// Dates that were cancelled.
    pub cancelled: i64,
    /// People who were told.
    pub told: i64,
    /// Fields of the opportunity before, as its form names them.
    pub before: BTreeMap<String, String>,
    /// The same fields afterwards.
    pub after: BTreeMap<String, String>,
    /// What a coordinator wrote when it went back.
    pub note: Option<String>,
    /// Why it was cancelled, as people read it.
    pub reason: Option<String>,
}

/// A line of an opportunity's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeEntry {
    /// When.
    pub at: Instant,
    /// Who; `None` for the program itself.
    pub by: Option<String>,
    /// What was done.
    pub action: ChangeAction,
    /// Before and after.
    pub detail: ChangeDetail,
}
