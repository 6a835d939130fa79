//! Rules that approve by themselves: keeping them, and asking them inside the transaction that writes a claim.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::service::{calendar, trace};
use crate::store::approval::{self as store, RuleRow};
use crate::store::claims::ClaimRow;
use crate::store::slots::{self, SlotRow};
use crate::store::{centre, people};
use domain::approval::{Facts, Rule, Ruling, decide};
use domain::calendar::days_between;
use domain::claim::ClaimState;
use domain::form::{FieldProblem, InputProblem, RuleForm};
use domain::ids::{ApprovalRuleId, PersonId, RoleId};
use domain::opportunity::ClaimRule;
use domain::person::age_on;
use domain::qualification::missing;
use domain::time::{Day, Instant};
use domain::view::{RuleRow as Listed, RulesView};
use sqlx::types::Json;

/// The requests a rule is tried on.
const REQUESTS: i64 = 100;

/// What the rules say about this person and slot now; nothing where places are given at once.
pub(super) async fn ruling(
    cx: &Cx,
    tx: &mut Tx,
    person: PersonId,
    asked: (&SlotRow, Option<RoleId>),
) -> Result<Option<Ruling>> {
    if asked.0.claim_rule == ClaimRule::Instant {
        return Ok(None);
    }
    let rules: Vec<Rule> = store::rules(tx).await?.into_iter().map(RuleRow::rule).collect();
    if rules.is_empty() {
        return Ok(None);
    }
    Ok(facts(tx, person, asked, cx.now()).await?.and_then(|facts| decide(&rules, &facts)))
}

/// A rule leaves this person and slot to a coordinator.
pub(super) async fn leaves(
    cx: &Cx,
    tx: &mut Tx,
    person: PersonId,
    asked: (&SlotRow, Option<RoleId>),
) -> Result<bool> {
    Ok(ruling(cx, tx, person, asked).await?.is_some_and(|ruling| !ruling.approves()))
}

/// What rules look at, as it was at `at`; `None` for people who are no volunteers.
async fn facts(
    tx: &mut Tx,
    person: PersonId,
    (slot, role): (&SlotRow, Option<RoleId>),
    at: Instant,
) -> Result<Option<Facts>> {
    let Some(volunteer) = people::volunteer(tx, person).await? else { return Ok(None) };
    let known = store::known(tx, person, slot.organisation_id, &slot.kind_code, at).await?;
    let asked_on = Day(at.day());
    let ahead = days_between(asked_on, slot.on_day).count().saturating_sub(1);
    let screened = volunteer.screened_on.is_some_and(|day| day <= slot.on_day);
    let needs = slot.facts_in(role).unwrap_or_else(|| slot.facts());
    let age = volunteer.birth_on.map(|birth| age_on(birth, slot.on_day));
    let qualified = missing(&needs.requires, &volunteer.qualifications, slot.on_day).is_empty();
    let old_enough = age.is_some_and(|age| age >= needs.min_age);
    Ok(Some(Facts {
        organisation_id: slot.organisation_id,
        kind: slot.kind_code.clone(),
        asked_on,
        days_ahead: i64::try_from(ahead).unwrap_or(i64::MAX),
        came_here: known.came_here,
        came_to_kind: known.came_to_kind,
        missed_on: known.missed_on,
        age,
        ready: volunteer.status.may_claim() && (screened || !slot.minor_directed) && qualified && old_enough,
    }))
}

/// A rule gave the place, and no person has decided since.
pub(super) fn was_automatic(claim: &ClaimRow) -> bool {
    let approved = claim.rule.as_ref().is_some_and(|ruling| ruling.approves());
    approved && claim.decided_by.is_none() && claim.state == ClaimState::Approved
}

/// The rules with what each says about the last requests, and what a rule as typed would say. For coordinators.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], or when the database fails.
pub async fn rules(cx: &Cx, tried: Option<&RuleForm>) -> Result<RulesView> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.read().await?;
    let mut requests = Vec::new();
    for request in store::requests(&mut tx, REQUESTS).await? {
        let Some(slot) = slots::find(&mut tx, request.slot_id).await? else { continue };
        requests
            .extend(facts(&mut tx, request.person_id, (&slot, request.role_id), request.created_at).await?);
    }
    let held = |rule: &Rule| {
        let held = requests.iter().filter(|facts| rule.holds(facts)).count();
        i64::try_from(held).unwrap_or(i64::MAX)
    };
    let mut view = RulesView {
        requests: i64::try_from(requests.len()).unwrap_or(i64::MAX),
        tried: tried.map(|form| form.check(cx.new_id()).map(|rule| held(&rule))),
        choices: calendar::choices(cx, &mut tx).await?,
        rules: Vec::new(),
    };
    for row in store::rules(&mut tx).await? {
        let (by, since) = (people::name(&mut tx, row.created_by).await?, row.created_at);
        let rule = row.rule();
        view.rules.push(Listed { held: held(&rule), rule, by, since });
    }
    Ok(view)
}

/// Adds a rule; it holds for claims from now on. For coordinators.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], [`domain::problem::Problem::Invalid`].
pub async fn add(cx: &Cx, form: &RuleForm) -> Result<ApprovalRuleId> {
    let by = cx.actor.coordination().map_err(|_| cx.denied())?;
    let rule = form.check(cx.new_id())?;
    let mut tx = cx.write().await?;
    let mut wrong = Vec::new();
    let mut note = |field: &str| {
        wrong.push(FieldProblem { field: field.to_owned(), problem: InputProblem::NotAChoice });
    };
    let organisations = centre::organisations(&mut tx).await?;
    if rule.organisation_id.is_some_and(|id| organisations.iter().all(|known| known.id != id)) {
        note("organisation_id");
    }
    let kinds = centre::kinds(&mut tx).await?;
    if !form.kind.is_empty() && kinds.iter().all(|known| known.code.0 != form.kind) {
        note("kind");
    }
    if !wrong.is_empty() {
        return Err(wrong.into());
    }
    let detail = serde_json::json!({ "rule": rule });
    let row = RuleRow {
        id: rule.id,
        name: rule.name,
        effect: rule.effect,
        conditions: Json(rule.conditions),
        organisation_id: rule.organisation_id,
        created_by: by.by(),
        created_at: cx.now(),
    };
    store::add(&mut tx, &row).await?;
    trace::audit(cx, &mut tx, "add", "approval_rule", row.id.0, detail).await?;
    cx.commit(tx).await?;
    Ok(row.id)
}

/// Ends a rule; what it decided stays. For coordinators.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], [`domain::problem::Problem::NotFound`].
pub async fn end(cx: &Cx, id: ApprovalRuleId) -> Result<()> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.write().await?;
    if !store::end(&mut tx, id, cx.now()).await? {
        return not_found();
    }
    trace::audit(cx, &mut tx, "end", "approval_rule", id.0, serde_json::json!({})).await?;
    cx.commit(tx).await
}
