//! Templates: forms to start an opportunity from, of one organisation or of the centre. For whoever posts; those of
//! the centre are kept by coordinators.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::service::posting::{form, own, posting};
use crate::service::{opportunities, trace};
use crate::store::templates::{self as store, TemplateRow};
use domain::form::Problems;
use domain::ids::{OpportunityId, TemplateId};
use domain::policy::Posting;
use domain::problem::Problem;
use domain::view::{Choices, EditorView, TemplateRow as Listed};
use sqlx::types::Json;

/// What a new opportunity of this poster can start from.
pub(super) async fn offered(tx: &mut Tx, by: &Posting, choices: &Choices) -> Result<Vec<Listed>> {
    let rows = store::list(tx, by.scope().organisations()).await?;
    let name = |row: &TemplateRow| {
        let found = choices.organisations.iter().find(|choice| Some(choice.id) == row.organisation_id);
        found.map(|choice| choice.name.clone())
    };
    let listed = |row: TemplateRow| Listed {
        organisation: name(&row),
        mine: keeps(by, &row),
        id: row.id,
        name: row.name,
    };
    Ok(rows.into_iter().map(listed).collect())
}

/// May rename and remove it.
fn keeps(by: &Posting, row: &TemplateRow) -> bool {
    row.organisation_id.map_or_else(|| by.coordinates(), |own| by.covers(own))
}

/// The editor of a new opportunity that starts from a template.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`] for templates of other organisations.
pub async fn start(cx: &Cx, id: TemplateId) -> Result<EditorView> {
    let by = posting(cx)?;
    let mut view = opportunities::editor(cx, None).await?;
    let mut tx = cx.read().await?;
    let Some(row) = store::find(&mut tx, id).await? else { return not_found() };
    if row.organisation_id.is_some_and(|own| !by.covers(own)) {
        return not_found();
    }
    let own = view.form.organisation_id;
    view.form = row.form.0;
    if view.choices.organisations.iter().all(|choice| choice.id.to_string() != view.form.organisation_id) {
        view.form.organisation_id = own;
    }
    Ok(view)
}

/// Saves what an opportunity says as a template: of its organisation, or for coordinators of the centre.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`].
pub async fn save(cx: &Cx, from: OpportunityId, name: &str, of_centre: bool) -> Result<TemplateId> {
    let by = posting(cx)?;
    let name = checked(name)?;
    let mut tx = cx.write().await?;
    let opportunity = own(&mut tx, &by, from).await?;
    if of_centre && !by.coordinates() {
        return Err(Problem::Denied.into());
    }
    let row = TemplateRow {
        id: cx.new_id(),
        organisation_id: (!of_centre).then_some(opportunity.organisation_id),
        name,
        form: Json(form(&opportunity)),
        created_by: by.by(),
        created_at: cx.now(),
    };
    store::add(&mut tx, &row).await?;
    trace::audit(cx, &mut tx, "save", "template", row.id.0, serde_json::json!({ "from": from })).await?;
    cx.commit(tx).await?;
    Ok(row.id)
}

/// Gives a template another name.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`] for templates that others keep, [`Problem::Invalid`].
pub async fn rename(cx: &Cx, id: TemplateId, name: &str) -> Result<()> {
    let by = posting(cx)?;
    let name = checked(name)?;
    let mut tx = cx.write().await?;
    kept(&mut tx, &by, id).await?;
    store::rename(&mut tx, id, &name).await?;
    trace::audit(cx, &mut tx, "rename", "template", id.0, serde_json::json!({})).await?;
    cx.commit(tx).await
}

/// Removes a template; what was started from it stays.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`] for templates that others keep.
pub async fn remove(cx: &Cx, id: TemplateId) -> Result<()> {
    let by = posting(cx)?;
    let mut tx = cx.write().await?;
    kept(&mut tx, &by, id).await?;
    store::remove(&mut tx, id).await?;
    trace::audit(cx, &mut tx, "remove", "template", id.0, serde_json::json!({})).await?;
    cx.commit(tx).await
}

async fn kept(tx: &mut Tx, by: &Posting, id: TemplateId) -> Result<TemplateRow> {
    match store::find(tx, id).await?.filter(|row| keeps(by, row)) {
        Some(row) => Ok(row),
        None => not_found(),
    }
}

fn checked(name: &str) -> Result<String> {
    let mut problems = Problems::default();
    let name = problems.line("name", name, 80);
    problems.finish()?;
    Ok(name)
}
