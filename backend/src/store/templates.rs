//! Forms to start an opportunity from.

use crate::db::Tx;
use crate::order;
use crate::store::opportunities::among;
use domain::form::OpportunityForm;
use domain::ids::{OrganisationId, PersonId, TemplateId};
use domain::time::Instant;
use sqlx::types::Json;
use sqlx::{Error, FromRow};

/// A template: of one organisation, or of the centre.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct TemplateRow {
    pub id: TemplateId,
    pub organisation_id: Option<OrganisationId>,
    pub name: String,
    pub form: Json<OpportunityForm>,
    pub created_by: PersonId,
    pub created_at: Instant,
}

/// Adds a template.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, row: &TemplateRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO template (id, organisation_id, name, form, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(row.id)
    .bind(row.organisation_id)
    .bind(row.name.clone())
    .bind(row.form.clone())
    .bind(row.created_by)
    .bind(row.created_at)
    .run()
    .await
    .map(|_| ())
}

/// One template.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx, id: TemplateId) -> Result<Option<TemplateRow>, Error> {
    tx.query("SELECT id, organisation_id, name, form, created_by, created_at FROM template WHERE id = $1")
        .bind(id)
        .optional()
        .await
}

/// The templates of these organisations (`None`: of all) and those of the centre, by name; at most 100.
///
/// # Errors
/// When the database fails.
pub async fn list(tx: &mut Tx, organisations: Option<&[OrganisationId]>) -> Result<Vec<TemplateRow>, Error> {
    let own = among("organisation_id", organisations, 1);
    let sql = format!(
        "SELECT id, organisation_id, name, form, created_by, created_at FROM template
         WHERE organisation_id IS NULL OR {own} ORDER BY name, id LIMIT 100"
    );
    let mut query = tx.assembled(sql);
    for organisation in organisations.unwrap_or_default() {
        query = query.bind(*organisation);
    }
    let mut templates: Vec<TemplateRow> = query.all().await?;
    order::by_name(&mut templates, |template| &template.name);
    Ok(templates)
}

/// Gives a template another name.
///
/// # Errors
/// When the database fails.
pub async fn rename(tx: &mut Tx, id: TemplateId, name: &str) -> Result<(), Error> {
    tx.query("UPDATE template SET name = $2 WHERE id = $1")
        .bind(id)
        .bind(name.to_owned())
        .run()
        .await
        .map(|_| ())
}

/// Removes a template; what was started from it stays.
///
/// # Errors
/// When the database fails.
pub async fn remove(tx: &mut Tx, id: TemplateId) -> Result<(), Error> {
    tx.query("DELETE FROM template WHERE id = $1").bind(id).run().await.map(|_| ())
}
