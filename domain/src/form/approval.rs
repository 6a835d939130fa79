//! A rule that approves by itself, as a coordinator types it.

use super::{FieldProblem, InputProblem, Problems};
use crate::approval::{Condition, Effect, Rule};
use crate::ids::{ApprovalRuleId, OrganisationId};
use crate::text::Code;
use serde::{Deserialize, Serialize};

/// A rule, as typed. A choice that is empty asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RuleForm {
    /// Its name.
    pub name: String,
    /// An [`Effect`] code.
    pub effect: String,
    /// An organisation's id, or empty: everywhere.
    pub organisation_id: String,
    /// A kind's code.
    pub kind: String,
    /// `here`, `kind`, `never`.
    pub experience: String,
    /// At least so many times.
    pub times: String,
    /// `more`, `fewer`.
    pub ahead: String,
    /// Than so many days.
    pub days: String,
    /// `none`, `some`.
    pub absence: String,
    /// In so many months.
    pub months: String,
    /// `adult`, `minor`.
    pub age: String,
    /// `on`: everything required holds on the day.
    pub ready: String,
}

impl RuleForm {
    /// The rule under a new id; whether organisation and kind exist is for the database to say.
    ///
    /// # Errors
    /// The fields that were not taken; `conditions` when there is none.
    pub fn check(&self, id: ApprovalRuleId) -> Result<Rule, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let name = problems.line("name", &self.name, 80);
        let effect = Effect::ALL.into_iter().find(|effect| effect.code() == self.effect);
        if effect.is_none() {
            problems.add("effect", InputProblem::NotAChoice);
        }
        let organisation_id: Option<OrganisationId> =
            problems.optional("organisation_id", &self.organisation_id, InputProblem::NotAChoice);
        let kind = problems.optional_line("kind", &self.kind, 40);
        let mut conditions: Vec<Condition> = Vec::new();
        if !kind.is_empty() {
            conditions.push(Condition::Kind(Code(kind)));
        }
        conditions.extend(self.experience(&mut problems));
        conditions.extend(self.ahead(&mut problems));
        conditions.extend(self.absence(&mut problems));
        conditions.extend(choice(
            &mut problems,
            "age",
            &self.age,
            &[("adult", Condition::Adult), ("minor", Condition::Minor)],
        ));
        conditions.extend((!self.ready.is_empty()).then_some(Condition::Ready));
        if conditions.is_empty() {
            problems.add("conditions", InputProblem::Empty);
        }
        problems.finish().map(|()| Rule {
            id,
            name,
            effect: effect.unwrap_or_default(),
            conditions,
            organisation_id,
        })
    }

    fn experience(&self, problems: &mut Problems) -> Option<Condition> {
        let mut times = || problems.number("times", &self.times, 1, 100);
        match self.experience.as_str() {
            "here" => Some(Condition::CameHere(times())),
            "kind" => Some(Condition::CameToKind(times())),
            other => choice(problems, "experience", other, &[("never", Condition::NeverHere)]),
        }
    }

    fn ahead(&self, problems: &mut Problems) -> Option<Condition> {
        let mut days = || problems.number("days", &self.days, 1, 180);
        match self.ahead.as_str() {
            "more" => Some(Condition::MoreDaysThan(days())),
            "fewer" => Some(Condition::FewerDaysThan(days())),
            other => choice(problems, "ahead", other, &[]),
        }
    }

    fn absence(&self, problems: &mut Problems) -> Option<Condition> {
        let mut months = || problems.number("months", &self.months, 1, 60);
        match self.absence.as_str() {
            "none" => Some(Condition::NotMissed(months())),
            "some" => Some(Condition::Missed(months())),
            other => choice(problems, "absence", other, &[]),
        }
    }
}

/// What was chosen; nothing for nothing, a problem for what was not offered.
fn choice(
    problems: &mut Problems,
    field: &str,
    chosen: &str,
    known: &[(&str, Condition)],
) -> Option<Condition> {
    let found = known.iter().find(|(code, _)| *code == chosen).map(|(_, condition)| condition.clone());
    if found.is_none() && !chosen.is_empty() {
        problems.add(field, InputProblem::NotAChoice);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id() -> ApprovalRuleId {
        ApprovalRuleId(uuid::Uuid::from_u128(1))
    }

    fn form() -> RuleForm {
        RuleForm { name: "Znamy się".into(), effect: "approve".into(), ..RuleForm::default() }
    }

    #[test]
    fn a_rule_is_what_was_chosen() {
        let typed = RuleForm {
            kind: "day_room".into(),
            experience: "here".into(),
            times: "3".into(),
            ahead: "more".into(),
            days: "1".into(),
            absence: "none".into(),
            months: "6".into(),
            age: "adult".into(),
            ready: "on".into(),
            ..form()
        };
        let rule = typed.check(id()).unwrap();
        let conditions = [
            Condition::Kind(Code::from("day_room")),
            Condition::CameHere(3),
            Condition::MoreDaysThan(1),
            Condition::NotMissed(6),
            Condition::Adult,
            Condition::Ready,
        ];
        assert_eq!((rule.conditions.as_slice(), rule.effect), (conditions.as_slice(), Effect::Approve));
    }

    #[test]
    fn a_rule_without_a_condition_is_not_taken() {
        let problem = |form: RuleForm| form.check(id()).unwrap_err()[0].field.clone();
        assert_eq!(problem(form()), "conditions");
        assert_eq!(problem(RuleForm { experience: "here".into(), ..form() }), "times");
        assert_eq!(problem(RuleForm { age: "old".into(), ..form() }), "age");
        assert_eq!(problem(RuleForm { effect: "refuse".into(), age: "adult".into(), ..form() }), "effect");
        assert_eq!(problem(RuleForm { name: " ".into(), age: "adult".into(), ..form() }), "name");
    }
}
