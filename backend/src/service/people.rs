//! Volunteers, as the coordinator sees them.

use crate::context::Cx;
use crate::error::{Result, not_found};
use crate::order;
use crate::service::trace;
use crate::store::people;
use domain::form::Problems;
use domain::ids::PersonId;
use domain::person::{VolunteerStatus, age_on};
use domain::problem::Problem;
use domain::text::fold;
use domain::time::Day;
use domain::view::{PeopleView, PersonRow};

/// How many people a list shows.
const SHOWN: usize = 100;
/// How many people a search looks through.
const SEARCHED: i64 = 20_000;

/// Volunteers by status and search text. For coordinators; the look at people's data is audited.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::Invalid`] for a search text that is too long, or when the database fails.
pub async fn list(cx: &Cx, status: Option<VolunteerStatus>, search: &str) -> Result<PeopleView> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut problems = Problems::default();
    let words = fold(&problems.optional_line("search", search, 100));
    problems.finish()?;
    let today: Day = cx.now().day().into();
    let mut tx = cx.read().await?;
    let limit = if words.is_empty() { i64::try_from(SHOWN).unwrap_or(100) } else { SEARCHED };
    let rows = people::list(&mut tx, status, limit).await?;
    let counts = people::count_by_status(&mut tx).await?;
    drop(tx);
    let matches = |row: &people::ListedVolunteer| {
        let (name, email) = (fold(&row.name), fold(&row.email));
        words.split(' ').all(|word| name.contains(word) || email.contains(word))
    };
    let mut found: Vec<PersonRow> = rows
        .into_iter()
        .filter(|row| words.is_empty() || matches(row))
        .take(SHOWN)
        .map(|row| PersonRow {
            id: row.id,
            age: row.birth_on.map(|birth| age_on(birth, today)),
            next: row.status.next(),
            name: row.name,
            email: row.email,
            status: row.status,
            screened: row.screened_on.is_some(),
            since: row.applied_at,
        })
        .collect();
    order::by_name(&mut found, |row| &row.name);
    trace::audit_view(cx, "volunteers", None, found.len()).await?;
    Ok(PeopleView { people: found, counts })
}

/// Moves a volunteer along the way. For coordinators.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::TooLate`] for a step that the way does not have from here.
pub async fn set_status(cx: &Cx, id: PersonId, to: VolunteerStatus) -> Result<()> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.write().await?;
    let Some(row) = people::volunteer(&mut tx, id).await? else { return not_found() };
    if !row.status.may_become(to) {
        return Err(Problem::TooLate.into());
    }
    let from = row.status;
    people::put_volunteer(&mut tx, &people::VolunteerRow { status: to, updated_at: cx.now(), ..row }).await?;
    trace::person_event(cx, &mut tx, id).await?;
    trace::audit(cx, &mut tx, "set_status", "person", id.0, serde_json::json!({ "from": from, "to": to }))
        .await?;
    cx.commit(tx).await
}

/// Records that the checks of UPM art. 21 are complete, or takes the record back. For coordinators. Only the fact and
/// the day are kept. Source: K6.
///
/// # Errors
/// [`Problem::NotFound`], or when the database fails.
pub async fn record_screening(cx: &Cx, id: PersonId, done: bool) -> Result<()> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let now = cx.now();
    let mut tx = cx.write().await?;
    let Some(row) = people::volunteer(&mut tx, id).await? else { return not_found() };
    let screened_on = done.then(|| now.day().into());
    people::put_volunteer(&mut tx, &people::VolunteerRow { screened_on, updated_at: now, ..row }).await?;
    trace::person_event(cx, &mut tx, id).await?;
    trace::audit(cx, &mut tx, "record_screening", "person", id.0, serde_json::json!({ "done": done }))
        .await?;
    cx.commit(tx).await
}
