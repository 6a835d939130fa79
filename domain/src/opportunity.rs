//! What is offered: an opportunity, and its dates, the slots.
//!
//! Coordinators and trusted posters publish alone. What somebody else wrote waits for a coordinator:
//!
//! ```text
//! draft ──hand in──► handed in ──publish──► published ──hand in──► change handed in
//!   │                 │     ▲                 │  ▲ ▲                 │     ▲
//!   │             send back │                 │  │ └────publish──────┤     │
//!   │                 ▼  hand in              │  │               send back │
//!   │               sent back                 │  │                   ▼  hand in
//!   └──publish────────┴───────────────────────┼──┴──publish──── change sent back
//!                                             └──cancel──► cancelled ◄─cancel─ every other one
//! ```
//!
//! While a change waits, everyone goes on seeing what was published before.
//!
//! A slot, whether its time, places or series change, is one that takes place until it is cancelled:
//!
//! ```text
//! open ──change──► open ──cancel──► cancelled
//! ```

use crate::step::WrongStep;
use serde::{Deserialize, Serialize};

/// Where an opportunity stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum OpportunityState {
    /// Only its editors see it.
    Draft,
    /// Everyone sees it.
    Published,
    /// It will not take place.
    Cancelled,
}

/// Where an opportunity stands on its way to everyone: its state, and whether a coordinator has something to look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Is being written.
    #[default]
    Draft,
    /// Waits for a coordinator.
    HandedIn,
    /// A coordinator gave it back with a note.
    SentBack,
    /// Everyone sees it.
    Published,
    /// Everyone sees it; a change of it waits for a coordinator.
    ChangeHandedIn,
    /// Everyone sees it; a coordinator gave the change back with a note.
    ChangeSentBack,
    /// It will not take place.
    Cancelled,
}

/// What can happen to an opportunity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StageStep {
    /// The poster gives it, or a change of it, to a coordinator.
    HandIn,
    /// A coordinator gives it back.
    SendBack,
    /// Everyone shall see it as it is now.
    Publish,
    /// It will not take place.
    Cancel,
}

impl Stage {
    /// Every stage, in the order in which they are declared.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::HandedIn,
        Self::SentBack,
        Self::Published,
        Self::ChangeHandedIn,
        Self::ChangeSentBack,
        Self::Cancelled,
    ];

    /// The stage of what is stored: the state, whether it was handed in, and whether there is a note of a coordinator.
    pub const fn of(state: OpportunityState, handed_in: bool, sent_back: bool) -> Self {
        match (state, handed_in, sent_back) {
            (OpportunityState::Cancelled, ..) => Self::Cancelled,
            (OpportunityState::Draft, true, _) => Self::HandedIn,
            (OpportunityState::Draft, false, true) => Self::SentBack,
            (OpportunityState::Draft, false, false) => Self::Draft,
            (OpportunityState::Published, true, _) => Self::ChangeHandedIn,
            (OpportunityState::Published, false, true) => Self::ChangeSentBack,
            (OpportunityState::Published, false, false) => Self::Published,
        }
    }

    /// Takes a step, consuming the old stage.
    ///
    /// # Errors
    /// [`WrongStep`] when the picture at the top of this module has no such arrow.
    pub const fn step(self, step: StageStep) -> Result<Self, WrongStep<Self, StageStep>> {
        use Stage as S;
        use StageStep as T;
        Ok(match (self, step) {
            (S::Draft | S::SentBack, T::HandIn) => S::HandedIn,
            (S::Published | S::ChangeSentBack, T::HandIn) => S::ChangeHandedIn,
            (S::HandedIn, T::SendBack) => S::SentBack,
            (S::ChangeHandedIn, T::SendBack) => S::ChangeSentBack,
            (S::Draft | S::HandedIn | S::SentBack | S::ChangeHandedIn | S::ChangeSentBack, T::Publish) => {
                S::Published
            }
            (S::Cancelled, _) | (_, T::HandIn | T::SendBack | T::Publish) => {
                return Err(WrongStep { from: self, step });
            }
            (_, T::Cancel) => S::Cancelled,
        })
    }

    /// Whether everyone sees it.
    pub const fn state(self) -> OpportunityState {
        match self {
            Self::Draft | Self::HandedIn | Self::SentBack => OpportunityState::Draft,
            Self::Published | Self::ChangeHandedIn | Self::ChangeSentBack => OpportunityState::Published,
            Self::Cancelled => OpportunityState::Cancelled,
        }
    }

    /// A coordinator has something to look at.
    pub const fn waits(self) -> bool {
        matches!(self, Self::HandedIn | Self::ChangeHandedIn)
    }

    /// A coordinator gave it back.
    pub const fn was_sent_back(self) -> bool {
        matches!(self, Self::SentBack | Self::ChangeSentBack)
    }

    /// The stable name, as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::HandedIn => "handed-in",
            Self::SentBack => "sent-back",
            Self::Published => "published",
            Self::ChangeHandedIn => "change-handed-in",
            Self::ChangeSentBack => "change-sent-back",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Where a slot stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum SlotState {
    /// It takes place.
    Open,
    /// It will not take place.
    Cancelled,
}

/// What can happen to a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SlotStep {
    /// Another time, place, number of places, opening or series.
    Change,
    /// It will not take place.
    Cancel,
}

impl SlotState {
    /// Takes a step, consuming the old state.
    ///
    /// # Errors
    /// [`WrongStep`] when the picture at the top of this module has no such arrow.
    pub const fn step(self, step: SlotStep) -> Result<Self, WrongStep<Self, SlotStep>> {
        match (self, step) {
            (Self::Open, SlotStep::Change) => Ok(Self::Open),
            (Self::Open, SlotStep::Cancel) => Ok(Self::Cancelled),
            (Self::Cancelled, _) => Err(WrongStep { from: self, step }),
        }
    }
}

/// How a claim becomes a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum ClaimRule {
    /// At once.
    #[default]
    Instant,
    /// After a coordinator approved it.
    Approval,
}

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum OrganisationType {
    /// Children's community day-room (świetlica środowiskowa).
    DayRoom,
    /// Community self-help centre (środowiskowy dom samopomocy).
    SelfHelpCentre,
    /// Senior citizens' club or day home.
    SeniorClub,
    /// A section of the centre itself.
    CentreSection,
    /// A partner foundation.
    Foundation,
    /// A partner association.
    Association,
}

impl OrganisationType {
    /// The stable name, as stored and as in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DayRoom => "day_room",
            Self::SelfHelpCentre => "self_help_centre",
            Self::SeniorClub => "senior_club",
            Self::CentreSection => "centre_section",
            Self::Foundation => "foundation",
            Self::Association => "association",
        }
    }

    /// A partner, not a facility of the centre.
    pub const fn is_partner(self) -> bool {
        matches!(self, Self::Foundation | Self::Association)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: [StageStep; 4] =
        [StageStep::HandIn, StageStep::SendBack, StageStep::Publish, StageStep::Cancel];

    #[test]
    fn a_cancelled_slot_stays_cancelled() {
        for step in [SlotStep::Change, SlotStep::Cancel] {
            assert!(SlotState::Cancelled.step(step).is_err());
            let cancelled = SlotState::Open.step(step) == Ok(SlotState::Cancelled);
            assert_eq!(cancelled, step == SlotStep::Cancel);
        }
    }

    #[test]
    fn what_is_cancelled_stays_cancelled() {
        for step in STEPS {
            assert_eq!(Stage::Cancelled.step(step), Err(WrongStep { from: Stage::Cancelled, step }));
        }
    }

    #[test]
    fn only_publishing_shows_it_and_only_cancelling_takes_it_away() {
        for from in Stage::ALL {
            for step in STEPS {
                let Ok(to) = from.step(step) else { continue };
                let shown = (from.state(), to.state());
                let expected = match step {
                    StageStep::Publish => OpportunityState::Published,
                    StageStep::Cancel => OpportunityState::Cancelled,
                    StageStep::HandIn | StageStep::SendBack => shown.0,
                };
                assert_eq!(shown.1, expected, "{from:?} {step:?}");
                assert_eq!(to.waits(), step == StageStep::HandIn, "{from:?} {step:?}");
                assert_eq!(to.was_sent_back(), step == StageStep::SendBack, "{from:?} {step:?}");
            }
        }
    }

    #[test]
    fn only_what_waits_is_sent_back() {
        for from in Stage::ALL {
            assert_eq!(from.step(StageStep::SendBack).is_ok(), from.waits(), "{from:?}");
        }
    }

    #[test]
    fn a_stage_is_read_from_what_is_stored() {
        for stage in Stage::ALL {
            assert_eq!(Stage::of(stage.state(), stage.waits(), stage.was_sent_back()), stage);
        }
    }
}
