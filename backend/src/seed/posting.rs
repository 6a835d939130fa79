//! What waits for a coordinator, templates, rules, answers, and what a rule decided today.

use super::data::{HandedIn, Town};
use super::plan::{Ground, Plan};
use super::town::opportunity_of;
use super::{Result, SeedError};
use crate::db::Tx;
use crate::service::posting::form;
use crate::store::approval::{self, RuleRow};
use crate::store::changes::{self, ChangeRow};
use crate::store::opportunities::OpportunityRow;
use crate::store::templates::{self, TemplateRow};
use domain::approval::{Facts, Rule, decide};
use domain::change::ChangeAction;
use domain::claim::ClaimState;
use domain::ids::PersonId;
use domain::opportunity::{ClaimRule, OpportunityState};
use domain::person::age_on;
use domain::question::{Answer, Question, QuestionKind, YES_NO};
use domain::time::{Day, Instant};
use sqlx::types::Json;

/// What is written beside the town.
#[derive(Default)]
pub(super) struct Posting {
    changes: Vec<ChangeRow>,
    templates: Vec<TemplateRow>,
    rules: Vec<RuleRow>,
}

/// Plans it, once everybody has claimed.
pub(super) fn plan(plan: &mut Plan, ground: &Ground, town: &Town) -> Result<Posting> {
    let mut posting = Posting::default();
    let coordinator = plan.people[plan.person("koordynator@example.org")?].row.id;
    for rule in &town.posting.rules {
        let created_at = plan.now.plus_days(-40);
        posting.rules.push(RuleRow {
            id: plan.dice.id(created_at),
            name: rule.name.clone(),
            effect: rule.effect,
            conditions: Json(rule.conditions.clone()),
            organisation_id: None,
            created_by: coordinator,
            created_at,
        });
    }
    for template in &town.posting.templates {
        let found = plan.opportunities.iter().find(|row| row.title == template.of);
        let from =
            found.cloned().ok_or_else(|| SeedError::Data(format!("no opportunity {}", template.of)))?;
        let created_at = plan.now.plus_days(-30);
        posting.templates.push(TemplateRow {
            id: plan.dice.id(created_at),
            organisation_id: (!template.centre).then_some(from.organisation_id),
            name: template.name.clone(),
            form: Json(form(&from)),
            created_by: coordinator,
            created_at,
        });
    }
    answered(plan);
    automatic(plan, &posting)?;
    for draft in &town.posting.drafts {
        handed_in(plan, ground, draft, coordinator, &mut posting)?;
    }
    Ok(posting)
}

/// Writes it.
pub(super) async fn write(tx: &mut Tx, posting: &Posting) -> Result<()> {
    for row in &posting.changes {
        changes::add(tx, row).await?;
    }
    for row in &posting.templates {
        templates::add(tx, row).await?;
    }
    for row in &posting.rules {
        approval::add(tx, row).await?;
    }
    Ok(())
}

/// Everybody who claims what asks something has answered.
fn answered(plan: &mut Plan) {
    for number in 0..plan.claims.len() {
        let slot = plan.slots.iter().find(|slot| slot.facts.id == plan.claims[number].slot_id);
        let Some(slot) = slot else { continue };
        let questions = plan.opportunities[slot.opportunity].questions.0.clone();
        let answers = questions.iter().map(|question| answer(plan, question)).collect();
        plan.claims[number].answers = Json(answers);
    }
}

fn answer(plan: &mut Plan, question: &Question) -> Answer {
    let answer = match question.kind {
        QuestionKind::Text => "tak jak zwykle".to_owned(),
        QuestionKind::YesNo => (*plan.dice.pick(&YES_NO)).to_owned(),
        QuestionKind::Choice => plan.dice.pick(&question.choices).clone(),
    };
    Answer { question: question.text.clone(), answer, kind: question.kind }
}

/// Of the claims that waited today, the first that a rule approves was approved by it.
fn automatic(plan: &mut Plan, posting: &Posting) -> Result<()> {
    let rules: Vec<Rule> = posting.rules.iter().cloned().map(RuleRow::rule).collect();
    for slot in 0..plan.slots.len() {
        let coming = plan.slots[slot].facts.starts_at > plan.now.plus_days(2);
        let free = plan.slots[slot].facts.taken < plan.slots[slot].facts.max_places;
        if !coming || !free || plan.rule(slot) != Some(ClaimRule::Approval) {
            continue;
        }
        for person in 0..plan.people.len() {
            let at = plan.now.plus_seconds(-1);
            if plan.people[person].persona || !plan.may(slot, person, at) {
                continue;
            }
            let Some(facts) = facts(plan, slot, person, at) else { continue };
            if let Some(ruling) = decide(&rules, &facts).filter(domain::approval::Ruling::approves) {
                let mut claim = plan.new_claim(slot, person, ClaimState::Approved, at);
                let questions = plan.opportunities[plan.slots[slot].opportunity].questions.0.clone();
                claim.answers = Json(questions.iter().map(|question| answer(plan, question)).collect());
                (claim.rule, claim.decided_at) = (Some(Json(ruling)), Some(at));
                plan.add_claim(slot, person, claim);
                return Ok(());
            }
        }
    }
    Err(SeedError::Data("no rule approves anybody".to_owned()))
}

/// What rules look at, from the claims of the town.
fn facts(plan: &Plan, slot: usize, person: usize, at: Instant) -> Option<Facts> {
    let row = plan.people[person].volunteer.as_ref()?;
    let (facts, own) = (&plan.slots[slot].facts, &plan.opportunities[plan.slots[slot].opportunity]);
    let (mut came_here, mut came_to_kind, mut missed_on) = (0, 0, None);
    for claim in plan.claims.iter().filter(|claim| claim.person_id == row.person_id) {
        let Some(past) = plan.slots.iter().find(|slot| slot.facts.id == claim.slot_id) else { continue };
        let theirs = &plan.opportunities[past.opportunity];
        if claim.state == ClaimState::Attended {
            came_here += i64::from(theirs.organisation_id == own.organisation_id);
            came_to_kind += i64::from(theirs.kind_code == own.kind_code);
        } else if claim.state == ClaimState::NoShow {
            missed_on = missed_on.max(Some(Day(past.facts.starts_at.day())));
        }
    }
    let day = Day(facts.starts_at.day());
    let ahead = domain::calendar::days_between(Day(at.day()), day).count().saturating_sub(1);
    Some(Facts {
        organisation_id: own.organisation_id,
        kind: own.kind_code.clone(),
        asked_on: Day(at.day()),
        days_ahead: i64::try_from(ahead).unwrap_or_default(),
        came_here,
        came_to_kind,
        missed_on,
        age: row.birth_on.map(|birth| age_on(birth, day)),
        ready: row.screened_on.is_some() || !facts.minor_directed,
    })
}

/// A draft that waits, or came back with a note.
fn handed_in(
    plan: &mut Plan,
    ground: &Ground,
    draft: &HandedIn,
    coordinator: PersonId,
    posting: &mut Posting,
) -> Result<()> {
    let poster = &plan.people[plan.person(&draft.by)?];
    let wrong = || SeedError::Data(format!("{} posts for nobody", draft.by));
    let (poster, organisation) = (poster.row.id, poster.grant.organisation_id.ok_or_else(wrong)?);
    let organisation =
        plan.organisations.iter().find(|known| known.id == organisation).cloned().ok_or_else(wrong)?;
    let row = opportunity_of(plan, ground, draft, &organisation)?;
    let at = plan.now.plus_minutes(-60 * draft.hours);
    let waits = draft.note.is_none();
    let row = OpportunityRow {
        state: OpportunityState::Draft,
        created_by: Some(poster),
        handed_in_at: waits.then_some(at),
        sent_back: draft.note.clone(),
        updated_at: at,
        ..row
    };
    let mut change = |at, changed_by, action, detail| ChangeRow {
        id: plan.dice.id(at),
        opportunity_id: row.id,
        series_id: None,
        slot_id: None,
        at,
        changed_by: Some(changed_by),
        action,
        detail: Json(detail),
    };
    let nothing = || serde_json::json!({});
    posting.changes.push(change(row.created_at, poster, ChangeAction::Create, nothing()));
    posting.changes.push(change(at, poster, ChangeAction::HandIn, nothing()));
    if let Some(note) = &draft.note {
        let detail = serde_json::json!({ "note": note });
        posting.changes.push(change(at.plus_minutes(90), coordinator, ChangeAction::SendBack, detail));
    }
    plan.opportunities.push(row);
    let (number, kind) = (plan.opportunities.len() - 1, ground.kind(&draft.kind)?);
    for timing in &draft.once {
        let day = domain::calendar::plus_days(ground.today(), timing.day);
        plan.add_slot(
            kind,
            number,
            Instant::from_civil(day.0.to_datetime(timing.start)),
            timing.minutes,
            (1, 4),
        );
    }
    Ok(())
}
