//! Who may post, and what a coordinator looks at before everyone sees it. What the people of an organisation that is
//! not trusted write waits for a coordinator: a draft as a whole; of what is published a change of the text, while
//! everyone goes on seeing what was there before. They may always add dates; to move or cancel dates that everyone
//! sees they need a coordinator, because people have planned with them.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::mail::{self, Letter, Template};
use crate::service::trace;
use crate::store::opportunities::{self as store, OpportunityRow};
use crate::store::{audit, centre, changes, people};
use domain::change::ChangeAction;
use domain::form::{OpportunityForm, Problems, QuestionForm, RoleForm};
use domain::ids::{OpportunityId, OrganisationId, PersonId};
use domain::opportunity::{OpportunityState, StageStep};
use domain::policy::Posting;
use domain::problem::Problem;
use domain::time::Instant;
use domain::view::{FieldChange, Review, TrustRow};
use serde_json::{Map, Value};

/// May write opportunities somewhere.
pub(super) fn posting(cx: &Cx) -> Result<Posting> {
    cx.actor.posting().map_err(|_| cx.denied())
}

/// An opportunity of an organisation that the actor writes for; those of others answer like those that do not exist.
pub(super) async fn own(tx: &mut Tx, by: &Posting, id: OpportunityId) -> Result<OpportunityRow> {
    match store::find(tx, id).await?.filter(|row| by.covers(row.organisation_id)) {
        Some(row) => Ok(row),
        None => not_found(),
    }
}

/// The same, for what everyone would see at once: unless it is a draft, somebody who publishes alone.
pub(super) async fn own_alone(tx: &mut Tx, by: &Posting, id: OpportunityId) -> Result<OpportunityRow> {
    let row = own(tx, by, id).await?;
    if row.state != OpportunityState::Draft && !publishes(tx, by, row.organisation_id).await? {
        return Err(Problem::Denied.into());
    }
    Ok(row)
}

/// The actor publishes for this organisation without anybody looking at it.
pub(super) async fn publishes(tx: &mut Tx, by: &Posting, organisation: OrganisationId) -> Result<bool> {
    if by.coordinates() {
        return Ok(true);
    }
    Ok(by.publishes(organisation, centre::trusted(tx).await?.contains(&organisation)))
}

/// Gives a draft to a coordinator to look at.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::TooLate`] unless it is a draft that does not wait already.
pub async fn hand_in(cx: &Cx, id: OpportunityId) -> Result<()> {
    let by = posting(cx)?;
    let mut tx = cx.write().await?;
    let row = own(&mut tx, &by, id).await?;
    if row.state != OpportunityState::Draft {
        return Err(Problem::TooLate.into());
    }
    row.stage().step(StageStep::HandIn)?;
    let (organisation, now) = (row.organisation_id, cx.now());
    let row = OpportunityRow { handed_in_at: Some(now), sent_back: None, updated_at: now, ..row };
    store::put(&mut tx, &row).await?;
    trace::change(cx, &mut tx, id, (None, None), ChangeAction::HandIn, Value::Object(Map::new())).await?;
    trace::audit(cx, &mut tx, "hand_in", "opportunity", id.0, serde_json::json!({})).await?;
    trace::opportunity_event(cx, &mut tx, id, organisation).await?;
    cx.commit(tx).await
}

/// Gives what was handed in back to its poster with a note, by mail. For coordinators.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`] without a note, [`Problem::TooLate`] unless it waits.
pub async fn send_back(cx: &Cx, id: OpportunityId, note: &str) -> Result<()> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut problems = Problems::default();
    let note = problems.paragraph("note", note, 1_000);
    if note.is_empty() {
        problems.add("note", domain::form::InputProblem::Empty);
    }
    problems.finish()?;
    let mut tx = cx.write().await?;
    let Some(row) = store::find(&mut tx, id).await? else { return not_found() };
    row.stage().step(StageStep::SendBack)?;
    let row = OpportunityRow { handed_in_at: None, sent_back: Some(note), updated_at: cx.now(), ..row };
    store::put(&mut tx, &row).await?;
    let detail = serde_json::json!({ "note": row.sent_back });
    trace::change(cx, &mut tx, id, (None, None), ChangeAction::SendBack, detail).await?;
    tell(cx, &mut tx, &row, Template::SentBack).await?;
    trace::audit(cx, &mut tx, "send_back", "opportunity", id.0, serde_json::json!({})).await?;
    trace::opportunity_event(cx, &mut tx, id, row.organisation_id).await?;
    cx.commit(tx).await
}

/// Lets an organisation publish alone, or no longer. For coordinators; the audit says who did.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`].
pub async fn trust(cx: &Cx, id: OrganisationId, trusted: bool) -> Result<()> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.write().await?;
    if centre::organisations(&mut tx).await?.iter().all(|known| known.id != id) {
        return not_found();
    }
    if centre::trust(&mut tx, id, trusted).await? {
        trace::audit(cx, &mut tx, "trust", "organisation", id.0, serde_json::json!({ "trusted": trusted }))
            .await?;
    }
    cx.commit(tx).await
}

/// Which organisations publish alone, and who said so. For coordinators.
///
/// # Errors
/// [`Problem::Denied`], or when the database fails.
pub async fn trusted(cx: &Cx) -> Result<Vec<TrustRow>> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.read().await?;
    let trusted = centre::trusted(&mut tx).await?;
    let mut rows = Vec::new();
    for organisation in centre::organisations(&mut tx).await? {
        let said = audit::of(&mut tx, organisation.id.0).await?;
        let said = said.into_iter().find(|entry| entry.action == "trust");
        let by = match said.and_then(|entry| Some((entry.actor_id?, entry.at))) {
            Some((person, at)) => Some((people::name(&mut tx, person).await?, at)),
            None => None,
        };
        rows.push(TrustRow {
            trusted: trusted.contains(&organisation.id),
            organisation_id: organisation.id,
            name: organisation.name,
            by,
        });
    }
    Ok(rows)
}

/// What an opportunity says, as its form shows it.
pub(crate) fn form(row: &OpportunityRow) -> OpportunityForm {
    let rule = serde_json::to_value(row.claim_rule).ok();
    OpportunityForm {
        organisation_id: row.organisation_id.to_string(),
        kind: row.kind_code.to_string(),
        title: row.title.clone(),
        description: row.description.clone(),
        place: row.place.clone(),
        district_id: row.district_id.map(|id| id.to_string()).unwrap_or_default(),
        remote: if row.remote { "on".into() } else { String::new() },
        min_age: row.min_age.to_string(),
        claim_rule: rule.as_ref().and_then(|rule| rule.as_str()).unwrap_or_default().to_owned(),
        questions: row.questions.iter().map(QuestionForm::from).collect(),
        requires: row.requires.iter().map(ToString::to_string).collect(),
        roles: row.roles.iter().filter(|role| !role.ended).map(RoleForm::from).collect(),
    }
}

/// What is known of an opportunity's way to everyone.
pub(super) async fn review(tx: &mut Tx, row: &OpportunityRow) -> Result<Review> {
    let handed_in = match handed_in_by(tx, row.id).await? {
        Some((person, at)) if row.stage().waits() || row.stage().was_sent_back() => {
            Some((people::name(tx, person).await?, at))
        }
        _ => None,
    };
    let changes = row.proposed.as_ref().map(|proposed| changes_of(&form(row), proposed));
    Ok(Review {
        handed_in,
        note: row.sent_back.clone().filter(|_| row.stage().was_sent_back()),
        changes: changes.unwrap_or_default(),
        trusted: centre::trusted(tx).await?.contains(&row.organisation_id),
    })
}

async fn handed_in_by(tx: &mut Tx, id: OpportunityId) -> Result<Option<(PersonId, Instant)>> {
    let history = changes::of_opportunity(tx, id).await?;
    let last = history.into_iter().find(|change| change.action == ChangeAction::HandIn);
    Ok(last.and_then(|change| Some((change.changed_by?, change.at))))
}

/// The fields in which two forms differ.
fn changes_of(before: &OpportunityForm, after: &OpportunityForm) -> Vec<FieldChange> {
    let fields = |form: &OpportunityForm| match serde_json::to_value(form) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    };
    let words = |value: Option<&Value>| match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) => list.iter().filter_map(line).collect::<Vec<_>>().join("\n"),
        _ => String::new(),
    };
    let (before, after) = (fields(before), fields(after));
    let changed = after.iter().filter(|(field, value)| before.get(*field) != Some(*value));
    let change = |(field, value): (&String, &Value)| FieldChange {
        field: field.clone(),
        before: words(before.get(field)),
        after: words(Some(value)),
    };
    changed.map(change).collect()
}

/// One of a list, in a line: a question by its text, a qualification by its code, a role by name, age and codes, with
/// tabs between; the page puts them into words.
fn line(item: &Value) -> Option<String> {
    let text = |field: &str| item.get(field).and_then(Value::as_str);
    if let Some(code) = item.as_str() {
        return Some(code.to_owned());
    }
    if let Some(question) = text("text") {
        return Some(question.to_owned());
    }
    let name = text("name").filter(|name| !name.trim().is_empty())?;
    let codes = item.get("requires").and_then(Value::as_array);
    let codes: Vec<&str> = codes.into_iter().flatten().filter_map(Value::as_str).collect();
    Some(format!("{name}\t{}\t{}", text("min_age").unwrap_or_default(), codes.join(",")))
}

/// What a history keeps of a change of the form: the fields that differ, as they were and are.
pub(super) fn detail(before: &OpportunityForm, after: &OpportunityForm) -> Value {
    let (mut was, mut is) = (Map::new(), Map::new());
    for change in changes_of(before, after) {
        was.insert(change.field.clone(), change.before.into());
        is.insert(change.field, change.after.into());
    }
    serde_json::json!({ "before": was, "after": is })
}

/// Mails whoever handed it in what became of it; nobody if it was the actor.
pub(super) async fn tell(cx: &Cx, tx: &mut Tx, row: &OpportunityRow, template: Template) -> Result<()> {
    let poster = handed_in_by(tx, row.id).await?.map(|(person, _)| person).or(row.created_by);
    let Some(poster) = poster.filter(|poster| Some(*poster) != cx.actor.person_id()) else { return Ok(()) };
    let Some(person) = people::find(tx, poster).await? else { return Ok(()) };
    let url = &cx.node.settings.public_url;
    let values = vec![
        ("title", row.title.clone().into()),
        ("note", row.sent_back.clone().unwrap_or_default().into()),
        ("link", format!("{url}/{}/placowka/oferty/{}", person.locale.code(), row.id).into()),
    ];
    let letter = Letter { template, claim_id: None, offer_id: None, delay_seconds: 0, values };
    mail::post(cx, tx, &person, letter).await
}
