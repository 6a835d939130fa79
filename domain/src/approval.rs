//! Rules that approve a claim by themselves, or leave it to a person whatever others say. Source: C1, R7.
//!
//! A rule holds when all its conditions do. One that leaves the claim to a person always wins; of several that say the
//! same the first by name is told. Without a rule that holds a person decides.

use crate::ids::{ApprovalRuleId, OrganisationId};
use crate::text::Code;
use crate::time::Day;
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

/// What a rule does when it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// The claim is approved at once.
    #[default]
    Approve,
    /// A person decides, whatever other rules say.
    Leave,
}

impl Effect {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Approve, Self::Leave];

    /// The stable name, as stored, in forms and in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Leave => "leave",
        }
    }
}

/// Something that must be so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Came to this organisation at least so many times.
    CameHere(i64),
    /// Came to tasks of this kind at least so many times.
    CameToKind(i64),
    /// Never came to this organisation.
    NeverHere,
    /// Everything that the task requires of a person holds on its day.
    Ready,
    /// The date is more than so many days away.
    MoreDaysThan(i64),
    /// The date is fewer than so many days away.
    FewerDaysThan(i64),
    /// The task is of this kind.
    Kind(Code),
    /// Was not absent without a word in so many months.
    NotMissed(i64),
    /// Was absent without a word in the last so many months.
    Missed(i64),
    /// Is 18 or older on the day.
    Adult,
    /// Is under 18 on the day.
    Minor,
}

impl Condition {
    /// The stable name, as in keys of texts.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::CameHere(_) => "came-here",
            Self::CameToKind(_) => "came-to-kind",
            Self::NeverHere => "never-here",
            Self::Ready => "ready",
            Self::MoreDaysThan(_) => "more-days",
            Self::FewerDaysThan(_) => "fewer-days",
            Self::Kind(_) => "kind",
            Self::NotMissed(_) => "not-missed",
            Self::Missed(_) => "missed",
            Self::Adult => "adult",
            Self::Minor => "minor",
        }
    }

    /// The number in its sentence; 0 where there is none.
    pub const fn number(&self) -> i64 {
        match self {
            Self::CameHere(n)
            | Self::CameToKind(n)
            | Self::MoreDaysThan(n)
            | Self::FewerDaysThan(n)
            | Self::NotMissed(n)
            | Self::Missed(n) => *n,
            Self::NeverHere | Self::Ready | Self::Kind(_) | Self::Adult | Self::Minor => 0,
        }
    }

    /// Whether these facts meet it. Of somebody whose age is not known neither [`Condition::Adult`] nor
    /// [`Condition::Minor`] holds.
    pub fn holds(&self, facts: &Facts) -> bool {
        match self {
            Self::CameHere(times) => facts.came_here >= *times,
            Self::CameToKind(times) => facts.came_to_kind >= *times,
            Self::NeverHere => facts.came_here == 0,
            Self::Ready => facts.ready,
            Self::MoreDaysThan(days) => facts.days_ahead > *days,
            Self::FewerDaysThan(days) => facts.days_ahead < *days,
            Self::Kind(code) => facts.kind == *code,
            Self::NotMissed(months) => !facts.missed_within(*months),
            Self::Missed(months) => facts.missed_within(*months),
            Self::Adult => facts.age.is_some_and(|age| age >= 18),
            Self::Minor => facts.age.is_some_and(|age| age < 18),
        }
    }
}

/// What rules look at. Facts of attendance and age only; nothing about health or being a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Whose task it is.
    pub organisation_id: OrganisationId,
    /// Of which kind it is.
    pub kind: Code,
    /// On which day the place was asked for.
    pub asked_on: Day,
    /// Days from then to the day of the task.
    pub days_ahead: i64,
    /// Times they came to this organisation before.
    pub came_here: i64,
    /// Times they came to tasks of this kind before.
    pub came_to_kind: i64,
    /// The last day on which they were absent without a word.
    pub missed_on: Option<Day>,
    /// Age in years on the day of the task.
    pub age: Option<i64>,
    /// Everything that the task requires of a person holds on its day.
    pub ready: bool,
}

impl Facts {
    fn missed_within(&self, months: i64) -> bool {
        let since = self.asked_on.0.saturating_sub(months.clamp(0, 1_200).months());
        self.missed_on.is_some_and(|day| day.0 >= since)
    }
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Which.
    pub id: ApprovalRuleId,
    /// Its name, as people read it.
    pub name: String,
    /// What it does.
    pub effect: Effect,
    /// All of them must hold; without any it never does.
    pub conditions: Vec<Condition>,
    /// Only for tasks of this organisation.
    pub organisation_id: Option<OrganisationId>,
}

impl Rule {
    /// Whether it says something about these facts.
    pub fn holds(&self, facts: &Facts) -> bool {
        self.organisation_id.is_none_or(|own| own == facts.organisation_id)
            && !self.conditions.is_empty()
            && self.conditions.iter().all(|condition| condition.holds(facts))
    }
}

/// What was decided by itself: which rule, as it stood, and the facts it saw. It is kept with the claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// The rule as it stood.
    pub rule: Rule,
    /// What it saw.
    pub facts: Facts,
}

impl Ruling {
    /// The claim is approved.
    pub const fn approves(&self) -> bool {
        matches!(self.rule.effect, Effect::Approve)
    }
}

/// The rule that decides, if one holds. The order of the rules does not matter.
pub fn decide(rules: &[Rule], facts: &Facts) -> Option<Ruling> {
    let first = |effect| {
        rules
            .iter()
            .filter(|rule| rule.effect == effect && rule.holds(facts))
            .min_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)))
    };
    let rule = first(Effect::Leave).or_else(|| first(Effect::Approve))?;
    Some(Ruling { rule: rule.clone(), facts: facts.clone() })
}
