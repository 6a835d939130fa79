//! Posting: opportunities. Their dates are in [`super::dates`]. For coordinators.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::service::{calendar, dates, trace};
use crate::store::centre;
use crate::store::opportunities::{self as store, OpportunityRow};
use crate::store::slots;
use domain::form::{FieldProblem, InputProblem, OpportunityDraft, OpportunityForm};
use domain::ids::OpportunityId;
use domain::opportunity::OpportunityState;
use domain::problem::Problem;
use domain::text::{fold, searchable};
use domain::view::{ChangeAction, EditorView, OpportunityRow as Listed};

/// The opportunities with all these words, however they are spelled (see [`fold`]): drafts, then what is to come,
/// then the rest.
///
/// # Errors
/// [`Problem::Denied`], or when the database fails.
pub async fn list(cx: &Cx, search: &str) -> Result<Vec<Listed>> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.read().await?;
    let row = |row: store::ListedOpportunity| Listed {
        kind: slots::kind_label(
            &row.kind_code,
            row.family,
            [&row.short_pl, &row.short_en, &row.short_uk],
            cx.locale,
        ),
        id: row.id,
        title: row.title,
        organisation: row.organisation,
        state: row.state,
        next_at: row.next_at,
        coming: row.coming,
    };
    let words = fold(search);
    let hit = |row: &Listed| {
        let text = searchable([row.title.as_str(), &row.organisation, &row.kind.short]);
        words.split(' ').all(|word| text.contains(word))
    };
    Ok(store::list(&mut tx, cx.now()).await?.into_iter().map(row).filter(hit).collect())
}

/// The editor of an opportunity, or of a new one.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], or when the database fails.
pub async fn editor(cx: &Cx, id: Option<OpportunityId>) -> Result<EditorView> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.read().await?;
    let mut view = EditorView {
        id,
        state: OpportunityState::Draft,
        form: OpportunityForm {
            min_age: "18".into(),
            claim_rule: "instant".into(),
            ..OpportunityForm::default()
        },
        slots: Vec::new(),
        series: Vec::new(),
        history: Vec::new(),
        choices: calendar::choices(cx, &mut tx).await?,
        today: cx.now().day().into(),
    };
    if let Some(id) = id {
        let Some(row) = store::find(&mut tx, id).await? else { return not_found() };
        view.slots = store::slots(&mut tx, id, cx.now()).await?;
        (view.series, view.history) = dates::of_editor(cx, &mut tx, id).await?;
        view.state = row.state;
        view.form = form(row);
    }
    Ok(view)
}

fn form(row: OpportunityRow) -> OpportunityForm {
    let rule = serde_json::to_value(row.claim_rule).ok();
    OpportunityForm {
        organisation_id: row.organisation_id.to_string(),
        kind: row.kind_code.to_string(),
        title: row.title,
        description: row.description,
        place: row.place,
        district_id: row.district_id.map(|id| id.to_string()).unwrap_or_default(),
        remote: if row.remote { "on".into() } else { String::new() },
        min_age: row.min_age.to_string(),
        claim_rule: rule.as_ref().and_then(|rule| rule.as_str()).unwrap_or_default().to_owned(),
    }
}

/// Adds a draft.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::Invalid`], or when the database fails.
pub async fn create(cx: &Cx, form: &OpportunityForm) -> Result<OpportunityId> {
    let by = cx.actor.coordination().map_err(|_| cx.denied())?;
    let draft = form.check()?;
    let mut tx = cx.write().await?;
    let id: OpportunityId = cx.new_id();
    let now = cx.now();
    let row = written(&mut tx, draft).await?;
    let row = OpportunityRow { id, created_by: Some(by.by()), created_at: now, updated_at: now, ..row };
    store::put(&mut tx, &row).await?;
    dates::note(cx, &mut tx, id, ChangeAction::Create).await?;
    trace::audit(cx, &mut tx, "create", "opportunity", id.0, serde_json::json!({})).await?;
    trace::opportunity_event(cx, &mut tx, id, row.organisation_id).await?;
    cx.commit(tx).await?;
    Ok(id)
}

/// Changes what an opportunity says.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`], [`Problem::TooLate`] once it is cancelled.
pub async fn update(cx: &Cx, id: OpportunityId, form: &OpportunityForm) -> Result<()> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let draft = form.check()?;
    let mut tx = cx.write().await?;
    let Some(old) = store::find(&mut tx, id).await? else { return not_found() };
    if old.state == OpportunityState::Cancelled {
        return Err(Problem::TooLate.into());
    }
    let row = written(&mut tx, draft).await?;
    if row.place == old.place {
        dates::note(cx, &mut tx, id, ChangeAction::Update).await?;
    } else {
        dates::move_place(cx, &mut tx, &old, &row.place).await?;
    }
    let row = OpportunityRow {
        id,
        state: old.state,
        created_by: old.created_by,
        created_at: old.created_at,
        updated_at: cx.now(),
        ..row
    };
    store::put(&mut tx, &row).await?;
    trace::audit(cx, &mut tx, "update", "opportunity", id.0, serde_json::json!({})).await?;
    trace::opportunity_event(cx, &mut tx, id, row.organisation_id).await?;
    cx.commit(tx).await
}

/// The row of a checked draft, once organisation, district and kind are known to exist.
async fn written(tx: &mut Tx, draft: OpportunityDraft) -> Result<OpportunityRow> {
    let organisations = centre::organisations(tx).await?;
    let districts = centre::districts(tx).await?;
    let kind = centre::kind(tx, &draft.kind).await?;
    let organisation = organisations.iter().find(|known| known.id == draft.organisation_id);
    let district = draft.district_id.map(|id| districts.iter().find(|known| known.id == id));
    let (Some(kind), Some(organisation), true) =
        (&kind, organisation, district.is_none_or(|found| found.is_some()))
    else {
        let wrong = |field: &str| FieldProblem { field: field.to_owned(), problem: InputProblem::NotAChoice };
        let mut problems = Vec::new();
        if organisation.is_none() {
            problems.push(wrong("organisation_id"));
        }
        if district.is_some_and(|found| found.is_none()) {
            problems.push(wrong("district_id"));
        }
        if kind.is_none() {
            problems.push(wrong("kind"));
        }
        return Err(problems.into());
    };
    let district_name = district.flatten().map(|known| known.name.as_str()).unwrap_or_default();
    let own = [draft.title.as_str(), &draft.description, &draft.place, &organisation.name, district_name];
    let searched = searchable(own.into_iter().chain(kind.names()));
    let created_at = domain::time::Instant::from_unix(0);
    Ok(OpportunityRow {
        id: OpportunityId(uuid::Uuid::nil()),
        organisation_id: draft.organisation_id,
        kind_code: draft.kind,
        place_folded: fold(&draft.place),
        title: draft.title,
        description: draft.description,
        place: draft.place,
        district_id: draft.district_id,
        remote: draft.remote,
        min_age: draft.min_age,
        claim_rule: draft.claim_rule,
        state: OpportunityState::Draft,
        searched,
        created_by: None,
        created_at,
        updated_at: created_at,
    })
}

/// Shows a draft to everyone.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::TooLate`] unless it is a draft.
pub async fn publish(cx: &Cx, id: OpportunityId) -> Result<()> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.write().await?;
    let Some(row) = store::find(&mut tx, id).await? else { return not_found() };
    if row.state != OpportunityState::Draft {
        return Err(Problem::TooLate.into());
    }
    let organisation = row.organisation_id;
    store::put(&mut tx, &OpportunityRow { state: OpportunityState::Published, updated_at: cx.now(), ..row })
        .await?;
    dates::note(cx, &mut tx, id, ChangeAction::Publish).await?;
    trace::audit(cx, &mut tx, "publish", "opportunity", id.0, serde_json::json!({})).await?;
    trace::opportunity_event(cx, &mut tx, id, organisation).await?;
    cx.commit(tx).await
}

/// Cancels an opportunity with all its dates to come; everyone with a claim is told. How many people that is.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`], [`Problem::TooLate`] when it is cancelled already.
pub async fn cancel(cx: &Cx, id: OpportunityId, reason: &str) -> Result<i64> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let reason = dates::checked_reason(reason)?;
    let mut tx = cx.write().await?;
    let Some(row) = store::find(&mut tx, id).await? else { return not_found() };
    if row.state == OpportunityState::Cancelled {
        return Err(Problem::TooLate.into());
    }
    let told = dates::cancel_all(cx, &mut tx, &row, &reason).await?;
    store::put(&mut tx, &OpportunityRow { state: OpportunityState::Cancelled, updated_at: cx.now(), ..row })
        .await?;
    cx.commit(tx).await?;
    Ok(told)
}

/// Writes that an opportunity is somewhere else, for those who search too.
pub(super) async fn set_place(cx: &Cx, tx: &mut Tx, id: OpportunityId, place: &str) -> Result<()> {
    let Some(old) = store::find(tx, id).await? else { return not_found() };
    let form = OpportunityForm { place: place.to_owned(), ..form(old.clone()) };
    let new = written(tx, form.check()?).await?;
    let OpportunityRow { place, place_folded, searched, .. } = new;
    Ok(store::put(tx, &OpportunityRow { place, place_folded, searched, updated_at: cx.now(), ..old }).await?)
}
