//! What volunteers can show: coordinators record what they saw, never the paper itself; its owner sees it in the
//! profile, hosts do not. And the centre's own list of it.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::service::trace;
use crate::store::{people, roles as store};
use domain::form::{FieldProblem, InputProblem, Problems, QualificationForm, qualification_name};
use domain::ids::PersonId;
use domain::qualification::{Held, REFERENCE};
use domain::text::{Code, fold};
use domain::time::Day;
use domain::view::{HeldRow, QualificationsView};

/// The most that is recorded of one person.
const MOST: usize = 60;

/// What a volunteer can show, and what can be recorded. For coordinators; the look is audited.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], [`domain::problem::Problem::NotFound`].
pub async fn of_person(cx: &Cx, id: PersonId) -> Result<QualificationsView> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.read().await?;
    let Some(volunteer) = people::volunteer(&mut tx, id).await? else { return not_found() };
    let view = QualificationsView {
        person_id: id,
        name: people::name(&mut tx, id).await?,
        held: rows(cx, &mut tx, &volunteer.qualifications).await?,
        offered: store::qualifications(&mut tx).await?,
        today: cx.now().day().into(),
    };
    drop(tx);
    trace::audit_view(cx, "qualifications", Some(id.0), view.held.len()).await?;
    Ok(view)
}

/// What is held as pages show it, by what it is, the latest first.
pub(super) async fn rows(cx: &Cx, tx: &mut Tx, held: &[Held]) -> Result<Vec<HeldRow>> {
    let today: Day = cx.now().day().into();
    let mut rows = Vec::with_capacity(held.len());
    for held in held {
        rows.push(HeldRow {
            code: held.code.clone(),
            from: held.from,
            until: held.until,
            by: people::name(tx, held.by).await?,
            at: held.at,
            holds: held.holds_on(today),
            over: held.until.is_some_and(|until| until < today),
        });
    }
    rows.sort_by(|a, b| (&a.code, b.from).cmp(&(&b.code, a.from)));
    Ok(rows)
}

/// Records what a volunteer can show; one of the same kind that begins on the same day is replaced. For coordinators.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], [`domain::problem::Problem::NotFound`], [`domain::problem::Problem::Invalid`].
pub async fn record(cx: &Cx, id: PersonId, form: &QualificationForm) -> Result<()> {
    let by = cx.actor.coordination().map_err(|_| cx.denied())?.by();
    let (code, from, until) = form.check(cx.now().day().into())?;
    let mut tx = cx.write().await?;
    tx.lock(&format!("person:{id}")).await?;
    let Some(volunteer) = people::volunteer(&mut tx, id).await? else { return not_found() };
    if !store::qualifications(&mut tx).await?.contains(&code) {
        return wrong("code", InputProblem::NotAChoice);
    }
    let mut held = volunteer.qualifications.0;
    held.retain(|old| (&old.code, old.from) != (&code, from));
    if held.len() >= MOST {
        return wrong("code", InputProblem::TooLong);
    }
    let detail = serde_json::json!({ "what": code, "from": from, "until": until });
    held.push(Held { code, from, until, by, at: cx.now() });
    store::set_held(&mut tx, id, held).await?;
    trace::person_event(cx, &mut tx, id).await?;
    trace::audit(cx, &mut tx, "record_qualification", "person", id.0, detail).await?;
    cx.commit(tx).await
}

/// Takes a record back. For coordinators. Places that were given stay: the coordinator sees them and decides.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], [`domain::problem::Problem::NotFound`] for one that is not there.
pub async fn remove(cx: &Cx, id: PersonId, code: &str, from: &str) -> Result<()> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut problems = Problems::default();
    let from: Option<Day> = problems.parsed("from", from, InputProblem::NotDate);
    problems.finish()?;
    let mut tx = cx.write().await?;
    tx.lock(&format!("person:{id}")).await?;
    let Some(volunteer) = people::volunteer(&mut tx, id).await? else { return not_found() };
    let mut held = volunteer.qualifications.0;
    let before = held.len();
    held.retain(|old| old.code.0 != code || Some(old.from) != from);
    if held.len() == before {
        return not_found();
    }
    store::set_held(&mut tx, id, held).await?;
    trace::person_event(cx, &mut tx, id).await?;
    let detail = serde_json::json!({ "what": code, "from": from });
    trace::audit(cx, &mut tx, "remove_qualification", "person", id.0, detail).await?;
    cx.commit(tx).await
}

/// Adds a qualification of the centre's own to the list, by its name. For coordinators.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], [`domain::problem::Problem::Invalid`] for one that is there.
pub async fn add(cx: &Cx, name: &str) -> Result<()> {
    let by = cx.actor.coordination().map_err(|_| cx.denied())?.by();
    let code = qualification_name(name)?;
    let mut tx = cx.write().await?;
    let there = store::qualifications(&mut tx).await?;
    let same = |known: &Code| fold(&known.0) == fold(&code.0);
    if REFERENCE.contains(&code.0.as_str()) || there.iter().any(same) {
        return wrong("name", InputProblem::Twice);
    }
    store::add_qualification(&mut tx, &code, Some(by), cx.now()).await?;
    let detail = serde_json::json!({ "what": code });
    trace::audit(cx, &mut tx, "add", "qualification", by.0, detail).await?;
    cx.commit(tx).await
}

fn wrong<T>(field: &str, problem: InputProblem) -> Result<T> {
    Err(vec![FieldProblem { field: field.to_owned(), problem }].into())
}
