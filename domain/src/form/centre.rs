//! What an administrator sets for the whole centre.

use super::{FieldProblem, InputProblem, Problems};
use crate::claiming::Limits;
use crate::party::{FEWEST_PLACES, MOST_PLACES};
use serde::{Deserialize, Serialize};

/// The settings, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CentreForm {
    /// Time between places, minutes.
    pub travel_minutes: String,
    /// The most an adult helps in a week, hours.
    pub weekly_hours: String,
    /// The most a minor helps in a week, hours.
    pub minor_weekly_hours: String,
    /// Until how many hours before a date a volunteer steps back without anybody being called.
    pub cancel_hours: String,
    /// How many hours a freed place waits for the next person at most.
    pub waitlist_hours: String,
    /// `on`: coordinators decide about stand-ins and swaps.
    pub decides_swaps: String,
    /// The most places of one group.
    pub party_places: String,
}

/// The settings, checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct CentreRules {
    /// What claiming looks at.
    #[cfg_attr(feature = "sqlx", sqlx(flatten))]
    pub limits: Limits,
    /// Until how many hours before a date a volunteer steps back without anybody being called.
    pub cancel_hours: i64,
    /// How many hours a freed place waits for the next person at most.
    pub waitlist_hours: i64,
    /// Coordinators decide about stand-ins and swaps; otherwise they are told.
    pub decides_swaps: bool,
    /// The most places that one group can ask for.
    pub party_places: i64,
}

impl Default for CentreRules {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            cancel_hours: 48,
            waitlist_hours: 12,
            decides_swaps: false,
            party_places: MOST_PLACES,
        }
    }
}

/// The most hours that a minor helps in a week. Source: N4.
pub const MINOR_WEEKLY_HOURS: i64 = 12;

impl CentreForm {
    /// The form as it is filled in with these rules.
    #[must_use]
    pub fn of(rules: &CentreRules) -> Self {
        Self {
            travel_minutes: rules.limits.travel_minutes.to_string(),
            weekly_hours: (rules.limits.weekly_minutes / 60).to_string(),
            minor_weekly_hours: (rules.limits.minor_weekly_minutes / 60).to_string(),
            cancel_hours: rules.cancel_hours.to_string(),
            waitlist_hours: rules.waitlist_hours.to_string(),
            decides_swaps: if rules.decides_swaps { "on".to_owned() } else { String::new() },
            party_places: rules.party_places.to_string(),
        }
    }

    /// The rules.
    ///
    /// # Errors
    /// Every field with a number that cannot be; a minor's week is never longer than [`MINOR_WEEKLY_HOURS`].
    pub fn check(&self) -> Result<CentreRules, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let rules = CentreRules {
            limits: Limits {
                travel_minutes: problems.number("travel_minutes", &self.travel_minutes, 0, 180),
                weekly_minutes: 60 * problems.number("weekly_hours", &self.weekly_hours, 1, 60),
                minor_weekly_minutes: 60
                    * problems.number("minor_weekly_hours", &self.minor_weekly_hours, 1, MINOR_WEEKLY_HOURS),
            },
            cancel_hours: problems.number("cancel_hours", &self.cancel_hours, 0, 14 * 24),
            waitlist_hours: problems.number("waitlist_hours", &self.waitlist_hours, 1, 72),
            decides_swaps: self.decides_swaps == "on",
            party_places: problems.number("party_places", &self.party_places, FEWEST_PLACES, MOST_PLACES),
        };
        if !matches!(self.decides_swaps.as_str(), "" | "on") {
            problems.add("decides_swaps", InputProblem::NotAChoice);
        }
        problems.finish().map(|()| rules)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_comes_back() {
        let rules = CentreRules { cancel_hours: 24, decides_swaps: true, ..CentreRules::default() };
        assert_eq!(CentreForm::of(&rules).check(), Ok(rules));
    }

    #[test]
    fn every_wrong_number_is_told() {
        let form = CentreForm {
            travel_minutes: "-1".into(),
            weekly_hours: "0".into(),
            minor_weekly_hours: "13".into(),
            cancel_hours: "dużo".into(),
            waitlist_hours: String::new(),
            decides_swaps: "maybe".into(),
            party_places: "1".into(),
        };
        let wrong = form.check().expect_err("nothing is right");
        assert_eq!(wrong.len(), 7, "{wrong:?}");
    }
}
