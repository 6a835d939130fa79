//! What people type, checked field by field. A check never panics and never writes; it says which field and why.

mod approval;
mod centre;
mod claim;
mod dates;
mod party;
mod place;
mod problems;
mod question;
mod role;
mod taking_part;

pub use approval::RuleForm;
pub use centre::{CentreForm, CentreRules, MINOR_WEEKLY_HOURS};
pub use claim::{ClaimForm, Wish};
pub use dates::{Change, ChangeForm, DatesDraft, PATTERNS, Repeat, SlotsForm, What};
pub use party::{InviteForm, NamesForm, PartyDraft, PartyForm, ResizeForm, birth_field, name_field};
pub use place::{Asked, MAX_NAMED, StandInForm, StepBackForm, SwapForm, Turn, TurnForm};
pub use problems::{FieldProblem, InputProblem, Problems};
pub use question::QuestionForm;
pub use role::{QualificationForm, RoleDraft, RoleForm, RolePlacesForm, qualification_name};
pub use taking_part::{DatesForm, MAX_CHOSEN, StandingForm, StintForm, WidenForm, WindowDraft, WindowForm};

use crate::calendar::plus_days;
use crate::offer::ExclusionScope;
use crate::opportunity::ClaimRule;
use crate::person::{ALL_PARTS, FreeTime, Occupation, Preferences};
use crate::question::Question;
use crate::text::Code;
use crate::time::{Day, Instant};
use serde::{Deserialize, Serialize};

/// The start of signing in, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignInForm {
    /// The name, used only for a newcomer.
    pub name: String,
    /// The address the code goes to.
    pub email: String,
}

impl SignInForm {
    /// Name and folded address.
    ///
    /// # Errors
    /// The fields that were not taken.
    pub fn check(&self) -> Result<(String, String), Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let checked = (problems.optional_line("name", &self.name, 100), problems.email("email", &self.email));
        problems.finish().map(|()| checked)
    }
}

/// A coordinator's "not this person here", as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExclusionForm {
    /// An [`ExclusionScope`] code.
    pub scope: String,
    /// The last day on which it holds, `YYYY-MM-DD`, or empty: for good.
    pub until: String,
    /// Why; may be empty.
    pub reason: String,
}

/// An exclusion that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// How far it reaches.
    pub scope: ExclusionScope,
    /// It holds for slots that begin before.
    pub until: Option<Instant>,
    /// Why; may be empty.
    pub reason: String,
}

impl ExclusionForm {
    /// # Errors
    /// The fields that were not taken. The last day must not be over.
    pub fn check(&self, today: Day) -> Result<Exclusion, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let scope = ExclusionScope::ALL.into_iter().find(|scope| scope.code() == self.scope);
        if scope.is_none() {
            problems.add("scope", InputProblem::NotAChoice);
        }
        let last: Option<Day> = problems.optional("until", &self.until, InputProblem::NotDate);
        if last.is_some_and(|last| last < today || last > plus_days(today, 3_660)) {
            problems.add("until", InputProblem::OutOfRange);
        }
        let reason = problems.paragraph("reason", &self.reason, 500);
        let midnight = |day: Day| Instant::from_civil(plus_days(day, 1).0.at(0, 0, 0, 0));
        problems.finish().map(|()| Exclusion {
            scope: scope.unwrap_or_default(),
            until: last.map(midnight),
            reason,
        })
    }
}

/// A volunteer's profile, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfileForm {
    /// First and last name.
    pub name: String,
    /// Telephone.
    pub phone: String,
    /// `YYYY-MM-DD`.
    pub birth_on: String,
    /// A district's id, or empty.
    pub district_id: String,
    /// An [`Occupation`] code.
    pub occupation: String,
    /// Languages, codes separated by commas or spaces.
    pub languages: String,
    /// Skills, separated by commas.
    pub skills: String,
    /// Kinds liked, codes.
    pub kinds: Vec<String>,
    /// Free time, each `weekday-part`, e.g. `6-morning`.
    pub free: Vec<String>,
    /// Hours in a week at most, or empty.
    pub weekly_hours: String,
}

/// A profile that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// First and last name.
    pub name: String,
    /// Telephone; may be empty.
    pub phone: String,
    /// Birth date, if told.
    pub birth_on: Option<Day>,
    /// A district's id as typed; whether it exists is for the database to say.
    pub district_id: Option<crate::ids::DistrictId>,
    /// What the person does otherwise.
    pub occupation: Occupation,
    /// Languages, skills, kinds, free time.
    pub preferences: Preferences,
    /// Weekly limit, minutes.
    pub weekly_limit_minutes: Option<i64>,
}

impl ProfileForm {
    /// # Errors
    /// The fields that were not taken. A birth date must lie 13 to 120 years before `today`.
    pub fn check(&self, today: Day) -> Result<Profile, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let birth_on = problems.optional("birth_on", &self.birth_on, InputProblem::NotDate);
        if birth_on.is_some_and(|birth| !(13..=120).contains(&crate::person::age_on(birth, today))) {
            problems.add("birth_on", InputProblem::OutOfRange);
        }
        let hours = (!self.weekly_hours.trim().is_empty())
            .then(|| problems.number("weekly_hours", &self.weekly_hours, 1, 40));
        let profile = Profile {
            name: problems.line("name", &self.name, 100),
            phone: problems.optional_line("phone", &self.phone, 30),
            birth_on,
            district_id: problems.optional("district_id", &self.district_id, InputProblem::NotAChoice),
            occupation: problems.choice("occupation", &self.occupation),
            preferences: self.preferences(&mut problems),
            weekly_limit_minutes: hours.map(|hours| hours * 60),
        };
        problems.finish().map(|()| profile)
    }

    fn preferences(&self, problems: &mut Problems) -> Preferences {
        let list = |text: &str| -> Vec<String> {
            text.split([',', ';', '\n'])
                .map(|item| item.trim().to_owned())
                .filter(|item| !item.is_empty())
                .collect()
        };
        let languages = list(&problems.optional_line("languages", &self.languages, 200));
        let skills = list(&problems.optional_line("skills", &self.skills, 500));
        if self.kinds.len() > 50 {
            problems.add("kinds", InputProblem::TooLong);
        }
        let free: Vec<Option<FreeTime>> = self.free.iter().take(21).map(|cell| free_time(cell)).collect();
        if free.iter().any(Option::is_none) {
            problems.add("free", InputProblem::NotAChoice);
        }
        let kinds = self.kinds.iter().take(50).map(|code| Code(code.chars().take(40).collect())).collect();
        Preferences { languages, skills, kinds, free: free.into_iter().flatten().collect() }
    }
}

fn free_time(cell: &str) -> Option<FreeTime> {
    let (weekday, part) = cell.split_once('-')?;
    let weekday = weekday.parse().ok().filter(|day| (1..=7).contains(day))?;
    let part = ALL_PARTS.into_iter().find(|known| known.code() == part)?;
    Some(FreeTime { weekday, part })
}

/// An opportunity with its first slots, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OpportunityForm {
    /// An organisation's id.
    pub organisation_id: String,
    /// A kind's code.
    pub kind: String,
    /// What it is, in a few words.
    pub title: String,
    /// What one does there.
    pub description: String,
    /// Where exactly.
    pub place: String,
    /// A district's id, or empty.
    pub district_id: String,
    /// `on` if it is done from afar.
    pub remote: String,
    /// The youngest age, years.
    pub min_age: String,
    /// A [`ClaimRule`] code.
    pub claim_rule: String,
    /// What is asked at sign-up.
    pub questions: Vec<QuestionForm>,
    /// Codes of the qualifications that everybody needs.
    pub requires: Vec<String>,
    /// Roles with places and requirements of their own.
    pub roles: Vec<RoleForm>,
}

/// An opportunity that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpportunityDraft {
    /// Whose.
    pub organisation_id: crate::ids::OrganisationId,
    /// Its kind's code; whether it exists is for the database to say.
    pub kind: Code,
    /// What it is.
    pub title: String,
    /// What one does there.
    pub description: String,
    /// Where exactly.
    pub place: String,
    /// In which district.
    pub district_id: Option<crate::ids::DistrictId>,
    /// From afar.
    pub remote: bool,
    /// The youngest age, years.
    pub min_age: i64,
    /// How a claim becomes a place.
    pub claim_rule: ClaimRule,
    /// What is asked at sign-up.
    pub questions: Vec<Question>,
    /// The qualifications that everybody needs; whether they exist is for the database to say.
    pub requires: Vec<Code>,
    /// Its roles.
    pub roles: Vec<RoleDraft>,
}

impl OpportunityForm {
    /// # Errors
    /// The fields that were not taken.
    pub fn check(&self) -> Result<OpportunityDraft, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let organisation_id =
            problems.parsed("organisation_id", &self.organisation_id, InputProblem::NotAChoice);
        let draft = OpportunityDraft {
            organisation_id: organisation_id.unwrap_or(crate::ids::OrganisationId(uuid::Uuid::nil())),
            kind: Code(problems.line("kind", &self.kind, 40)),
            title: problems.line("title", &self.title, 120),
            description: problems.paragraph("description", &self.description, 4_000),
            place: problems.line("place", &self.place, 160),
            district_id: problems.optional("district_id", &self.district_id, InputProblem::NotAChoice),
            remote: !self.remote.is_empty(),
            min_age: problems.number("min_age", &self.min_age, 13, 99),
            claim_rule: problems.choice("claim_rule", &self.claim_rule),
            questions: question::read(&mut problems, &self.questions),
            requires: role::required(&mut problems, "requires", &self.requires),
            roles: role::read(&mut problems, &self.roles),
        };
        problems.finish().map(|()| draft)
    }
}
