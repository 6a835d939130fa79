//! What was done to an opportunity, its series and its dates: the actions of its history.

use serde::{Deserialize, Serialize};

/// What somebody did to an opportunity. Who, when, and what it was before stand beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum ChangeAction {
    /// Began as a draft.
    Create,
    /// What it says was changed.
    Update,
    /// The poster gave it to a coordinator to look at.
    HandIn,
    /// A coordinator gave it back with a note.
    SendBack,
    /// Everyone sees it now.
    Publish,
    /// It will not take place, with all its dates.
    Cancel,
    /// Dates were added.
    AddDates,
    /// One date, or several of a series, were changed.
    ChangeDates,
    /// One date, or several of a series, were cancelled.
    CancelDates,
}

impl ChangeAction {
    /// Every action, in the order in which they are declared.
    pub const ALL: [Self; 9] = [
        Self::Create,
        Self::Update,
        Self::HandIn,
        Self::SendBack,
        Self::Publish,
        Self::Cancel,
        Self::AddDates,
        Self::ChangeDates,
        Self::CancelDates,
    ];

    /// The stable name, as stored and as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::HandIn => "hand_in",
            Self::SendBack => "send_back",
            Self::Publish => "publish",
            Self::Cancel => "cancel",
            Self::AddDates => "add_dates",
            Self::ChangeDates => "change_dates",
            Self::CancelDates => "cancel_dates",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_serde() {
        for action in ChangeAction::ALL {
            assert_eq!(serde_json::to_value(action).ok(), Some(action.code().into()));
        }
    }
}
