//! Roles, what they need, how many of each a date has; and what somebody can show, as typed.

use super::{FieldProblem, InputProblem, Problems};
use crate::calendar::plus_days;
use crate::ids::RoleId;
use crate::qualification::MAX_NAME;
use crate::role::{MAX_ROLES, Role, RolePlan, sums};
use crate::text::{Code, fold};
use crate::time::Day;
use serde::{Deserialize, Serialize};

/// The most qualifications that something needs.
const MAX_REQUIRED: usize = 20;

/// A role, as typed. One without a name is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoleForm {
    /// The id of one that is there; empty for a new one.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its own youngest age in years, or empty.
    pub min_age: String,
    /// Codes of the qualifications it needs.
    pub requires: Vec<String>,
}

/// A role that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleDraft {
    /// Which, if it is there already.
    pub id: Option<RoleId>,
    /// What it is called.
    pub name: String,
    /// Its own youngest age in years.
    pub min_age: Option<i64>,
    /// The qualifications it needs; whether they exist is for the database to say.
    pub requires: Vec<Code>,
}

impl From<&Role> for RoleForm {
    fn from(role: &Role) -> Self {
        Self {
            id: role.id.to_string(),
            name: role.name.clone(),
            min_age: role.min_age.map(|age| age.to_string()).unwrap_or_default(),
            requires: role.requires.iter().map(ToString::to_string).collect(),
        }
    }
}

/// The roles that were typed. Problems are of the fields `roles-<number>-<field>`.
pub(super) fn read(problems: &mut Problems, typed: &[RoleForm]) -> Vec<RoleDraft> {
    let mut roles: Vec<RoleDraft> = Vec::new();
    let named = typed.iter().enumerate().filter(|(_, form)| !form.name.trim().is_empty());
    for (number, form) in named.take(MAX_ROLES) {
        let field = |name: &str| format!("roles-{number}-{name}");
        let min_age = (!form.min_age.trim().is_empty())
            .then(|| problems.number(&field("min_age"), &form.min_age, 13, 99));
        let role = RoleDraft {
            id: problems.optional(&field("name"), &form.id, InputProblem::NotAChoice),
            name: problems.line(&field("name"), &form.name, 60),
            min_age,
            requires: required(problems, &field("requires"), &form.requires),
        };
        let same = |known: &RoleDraft| {
            fold(&known.name) == fold(&role.name) || (known.id.is_some() && known.id == role.id)
        };
        if roles.iter().any(same) {
            problems.add(&field("name"), InputProblem::Twice);
        }
        roles.push(role);
    }
    roles
}

/// Codes of qualifications, each once.
pub(super) fn required(problems: &mut Problems, field: &str, typed: &[String]) -> Vec<Code> {
    let mut codes: Vec<Code> = Vec::new();
    for code in typed.iter().take(MAX_REQUIRED) {
        let code = Code(problems.optional_line(field, code, MAX_NAME));
        if !code.0.is_empty() && !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// How many of a role, as typed. Without a number of places the role is not on these dates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RolePlacesForm {
    /// The role's id.
    pub id: String,
    /// The fewest people, or empty: none.
    pub min_places: String,
    /// The most people, or empty: not on these dates.
    pub max_places: String,
}

impl From<&RolePlan> for RolePlacesForm {
    fn from(plan: &RolePlan) -> Self {
        Self {
            id: plan.role_id.to_string(),
            min_places: plan.min_places.to_string(),
            max_places: plan.max_places.to_string(),
        }
    }
}

/// The places by role that were typed. Problems are of the fields `roles-<number>-<field>`. At least one person must be
/// needed in all.
pub(super) fn places(problems: &mut Problems, typed: &[RolePlacesForm]) -> Vec<RolePlan> {
    let mut plans: Vec<RolePlan> = Vec::new();
    let mut first = None;
    for (number, form) in typed.iter().enumerate().take(MAX_ROLES * 4) {
        let empty = |text: &str| matches!(text.trim(), "" | "0");
        if empty(&form.max_places) && empty(&form.min_places) {
            continue;
        }
        let field = |name: &str| format!("roles-{number}-{name}");
        let role_id: Option<RoleId> =
            problems.parsed(&field("max_places"), &form.id, InputProblem::NotAChoice);
        let min_places = match form.min_places.trim() {
            "" => 0,
            typed => problems.number(&field("min_places"), typed, 0, 500),
        };
        let max_places = problems.number(&field("max_places"), &form.max_places, 1, 500);
        if max_places < min_places && !problems.has(&field("max_places")) {
            problems.add(&field("max_places"), InputProblem::MaxBelowMin);
        }
        let Some(role_id) = role_id else { continue };
        if plans.iter().any(|plan| plan.role_id == role_id) {
            problems.add(&field("max_places"), InputProblem::Twice);
        }
        first.get_or_insert_with(|| field("min_places"));
        plans.push(RolePlan { role_id, min_places, max_places });
    }
    if let Some(first) = first
        && sums(&plans).0 < 1
    {
        problems.add(&first, InputProblem::OutOfRange);
    }
    plans
}

/// What somebody can show, as a coordinator types it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QualificationForm {
    /// The code of one of the list.
    pub code: String,
    /// `YYYY-MM-DD`.
    pub from: String,
    /// `YYYY-MM-DD`, or empty: it does not run out.
    pub until: String,
}

impl QualificationForm {
    /// What, from when, until when.
    ///
    /// # Errors
    /// The fields that were not taken. It does not end before it begins.
    pub fn check(&self, today: Day) -> Result<(Code, Day, Option<Day>), Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let code = Code(problems.line("code", &self.code, MAX_NAME));
        let from: Option<Day> = problems.parsed("from", &self.from, InputProblem::NotDate);
        let until: Option<Day> = problems.optional("until", &self.until, InputProblem::NotDate);
        let far = |day: Day| day < plus_days(today, -36_600) || day > plus_days(today, 36_600);
        if from.is_some_and(far) {
            problems.add("from", InputProblem::OutOfRange);
        }
        if until.is_some_and(far) {
            problems.add("until", InputProblem::OutOfRange);
        }
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            problems.add("until", InputProblem::EndBeforeStart);
        }
        problems.finish().map(|()| (code, from.unwrap_or(today), until))
    }
}

/// The name of a qualification of the centre's own, as typed.
///
/// # Errors
/// The field `name` when it was not taken.
pub fn qualification_name(typed: &str) -> Result<Code, Vec<FieldProblem>> {
    let mut problems = Problems::default();
    let name = problems.line("name", typed, MAX_NAME);
    problems.finish().map(|()| Code(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn role(id: u128, name: &str, min_age: &str) -> RoleForm {
        let id = if id == 0 { String::new() } else { uuid::Uuid::from_u128(id).to_string() };
        let requires = vec!["driving-b".into(), "driving-b".into(), " ".into()];
        RoleForm { id, name: name.into(), min_age: min_age.into(), requires }
    }

    fn of(found: Result<(), Vec<FieldProblem>>) -> Vec<(String, InputProblem)> {
        let all = found.err().unwrap_or_default();
        all.into_iter().map(|found| (found.field, found.problem)).collect()
    }

    #[test]
    fn roles_are_read_and_nameless_ones_are_none() {
        let mut problems = Problems::default();
        let roles = read(&mut problems, &[role(7, "kierowca", "21"), role(0, " ", "x"), role(0, "inny", "")]);
        assert_eq!(of(problems.finish()), []);
        assert_eq!(roles.len(), 2);
        assert_eq!((roles[0].id, roles[0].min_age), (Some(RoleId(uuid::Uuid::from_u128(7))), Some(21)));
        assert_eq!((roles[0].requires.clone(), roles[1].id), (vec!["driving-b".into()], None));
    }

    #[test]
    fn two_roles_do_not_have_one_name() {
        let mut problems = Problems::default();
        read(&mut problems, &[role(0, "Kierowca", "12"), role(0, "kierowca", "")]);
        let expected = [
            ("roles-0-min_age".to_owned(), InputProblem::OutOfRange),
            ("roles-1-name".to_owned(), InputProblem::Twice),
        ];
        assert_eq!(of(problems.finish()), expected);
    }

    #[test]
    fn places_by_role() {
        let form = |id: u128, min: &str, max: &str| RolePlacesForm {
            id: uuid::Uuid::from_u128(id).to_string(),
            min_places: min.into(),
            max_places: max.into(),
        };
        for (typed, expected) in [
            (vec![form(1, "1", "2"), form(2, "", "3"), form(3, "", "")], vec![]),
            (vec![form(1, "0", "2")], vec![("roles-0-min_places", InputProblem::OutOfRange)]),
            (vec![form(1, "3", "2")], vec![("roles-0-max_places", InputProblem::MaxBelowMin)]),
            (vec![form(1, "1", "many")], vec![("roles-0-max_places", InputProblem::OutOfRange)]),
            (vec![form(1, "1", "1"), form(1, "1", "1")], vec![("roles-1-max_places", InputProblem::Twice)]),
        ] {
            let mut problems = Problems::default();
            let plans = places(&mut problems, &typed);
            let found = of(problems.finish());
            assert_eq!(
                found.iter().map(|(f, p)| (f.as_str(), *p)).collect::<Vec<_>>(),
                expected,
                "{typed:?}"
            );
            assert!(!found.is_empty() || sums(&plans) == (1, 5), "{plans:?}");
        }
    }

    #[test]
    fn a_qualification_does_not_end_before_it_begins() {
        let today = Day(date(2026, 11, 22));
        let form = QualificationForm {
            code: "safety".into(),
            from: "2026-11-01".into(),
            until: "2026-10-31".into(),
        };
        assert_eq!(of(form.check(today).map(|_| ())), [("until".to_owned(), InputProblem::EndBeforeStart)]);
        let forever = QualificationForm { until: String::new(), ..form };
        assert!(forever.check(today).is_ok());
    }
}
