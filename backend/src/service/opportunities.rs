//! Posting: opportunities; their dates are in [`super::dates`]. For coordinators; for hosts and partners as
//! [`super::posting`] says.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::mail::Template;
use crate::service::posting::{self, own, own_alone, posting, publishes};
use crate::service::{calendar, dates, roles, templates, trace};
use crate::store::centre;
use crate::store::opportunities::{self as store, OpportunityRow};
use crate::store::slots;
use domain::change::ChangeAction;
use domain::form::{FieldProblem, InputProblem, OpportunityDraft, OpportunityForm};
use domain::ids::OpportunityId;
use domain::opportunity::{OpportunityState, Stage, StageStep};
use domain::policy::Posting;
use domain::problem::Problem;
use domain::text::{fold, searchable};
use domain::view::{EditorView, OpportunityRow as Listed, Power, Review};
use sqlx::types::Json;

/// The opportunities with all these words, however they are spelled (see [`fold`]): what waits for a look, drafts, then
/// what is to come, then the rest. Hosts and partners see those of their organisations.
///
/// # Errors
/// [`Problem::Denied`], or when the database fails.
pub async fn list(cx: &Cx, search: &str) -> Result<Vec<Listed>> {
    let by = posting(cx)?;
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
        stage: Stage::of(row.state, row.handed_in_at.is_some(), row.was_sent_back),
        handed_in_at: row.handed_in_at,
        next_at: row.next_at,
        coming: row.coming,
    };
    let words = fold(search);
    let hit = |row: &Listed| {
        let text = searchable([row.title.as_str(), &row.organisation, &row.kind.short]);
        words.split(' ').all(|word| text.contains(word))
    };
    let found = store::list(&mut tx, cx.now(), by.scope().organisations()).await?;
    Ok(found.into_iter().map(row).filter(hit).collect())
}

/// The editor of an opportunity, or of a new one. A change that waits for a coordinator is shown as it shall be.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], or when the database fails.
pub async fn editor(cx: &Cx, id: Option<OpportunityId>) -> Result<EditorView> {
    let by = posting(cx)?;
    let mut tx = cx.read().await?;
    let mut choices = calendar::choices(cx, &mut tx).await?;
    choices.organisations.retain(|choice| by.covers(choice.id));
    let templates = match id {
        None => templates::offered(&mut tx, &by, &choices).await?,
        Some(_) => Vec::new(),
    };
    let mut view = EditorView {
        id,
        state: OpportunityState::Draft,
        form: OpportunityForm {
            min_age: "18".into(),
            claim_rule: "instant".into(),
            ..OpportunityForm::default()
        },
        roles: Vec::new(),
        qualifications: roles::choices(&mut tx).await?,
        slots: Vec::new(),
        series: Vec::new(),
        history: Vec::new(),
        today: cx.now().day().into(),
        stage: Stage::Draft,
        review: Review::default(),
        power: Power { coordinates: by.coordinates(), publishes: by.coordinates() },
        templates,
        choices,
    };
    if let [only] = view.choices.organisations.as_slice() {
        view.form.organisation_id = only.id.to_string();
    }
    if let Some(id) = id {
        let row = own(&mut tx, &by, id).await?;
        view.slots = store::slots(&mut tx, id, cx.now()).await?;
        (view.series, view.history) = dates::of_editor(cx, &mut tx, id).await?;
        view.roles = row.roles.0.clone();
        view.state = row.state;
        view.stage = row.stage();
        view.review = posting::review(&mut tx, &row).await?;
        view.power.publishes = publishes(&mut tx, &by, row.organisation_id).await?;
        view.form = row.proposed.clone().map_or_else(|| posting::form(&row), |proposed| proposed.0);
    }
    Ok(view)
}

/// Adds a draft. For coordinators, hosts and partners.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::Invalid`] (also for organisations of others), or when the database fails.
pub async fn create(cx: &Cx, form: &OpportunityForm) -> Result<OpportunityId> {
    let by = posting(cx)?;
    let draft = form.check()?;
    let mut tx = cx.write().await?;
    let id: OpportunityId = cx.new_id();
    let now = cx.now();
    let row = written(cx, &mut tx, &by, draft, None).await?;
    let row = OpportunityRow { id, created_by: Some(by.by()), created_at: now, updated_at: now, ..row };
    store::put(&mut tx, &row).await?;
    trace::change(cx, &mut tx, id, (None, None), ChangeAction::Create, serde_json::json!({})).await?;
    trace::audit(cx, &mut tx, "create", "opportunity", id.0, serde_json::json!({})).await?;
    trace::opportunity_event(cx, &mut tx, id, row.organisation_id).await?;
    cx.commit(tx).await?;
    Ok(id)
}

/// Changes what an opportunity says; `false` when the change waits for a coordinator, because everyone sees the
/// opportunity and the actor does not publish alone. Whoever does settles with their change one that waited.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`], [`Problem::TooLate`] once it is cancelled.
pub async fn update(cx: &Cx, id: OpportunityId, form: &OpportunityForm) -> Result<bool> {
    let by = posting(cx)?;
    let draft = form.check()?;
    let mut tx = cx.write().await?;
    let old = own(&mut tx, &by, id).await?;
    if old.state == OpportunityState::Cancelled {
        return Err(Problem::TooLate.into());
    }
    let row = written(cx, &mut tx, &by, draft, Some(&old)).await?;
    let detail = posting::detail(&posting::form(&old), form);
    let alone = publishes(&mut tx, &by, old.organisation_id).await?
        && publishes(&mut tx, &by, row.organisation_id).await?;
    let waits = old.state == OpportunityState::Published && !alone;
    let (handed_in_at, sent_back) = match old.state {
        OpportunityState::Published => (None, None),
        _ => (old.handed_in_at, old.sent_back.clone()),
    };
    let before = old.clone();
    let row = if waits {
        let proposed = Some(Json(form.clone()));
        OpportunityRow {
            proposed,
            handed_in_at: Some(cx.now()),
            sent_back: None,
            updated_at: cx.now(),
            ..old
        }
    } else {
        OpportunityRow {
            id,
            state: old.state,
            created_by: old.created_by,
            created_at: old.created_at,
            updated_at: cx.now(),
            handed_in_at,
            sent_back,
            ..row
        }
    };
    store::put(&mut tx, &row).await?;
    let action = if waits { ChangeAction::HandIn } else { ChangeAction::Update };
    if before.place == row.place {
        trace::change(cx, &mut tx, id, (None, None), action, detail).await?;
    } else {
        dates::move_place(cx, &mut tx, &before, &row.place, (action, detail)).await?;
    }
    trace::audit(cx, &mut tx, "update", "opportunity", id.0, serde_json::json!({ "waits": waits })).await?;
    trace::opportunity_event(cx, &mut tx, id, row.organisation_id).await?;
    cx.commit(tx).await?;
    Ok(!waits)
}

/// The row of a checked draft, once organisation, district and kind are known to exist.
async fn written(
    cx: &Cx,
    tx: &mut Tx,
    by: &Posting,
    draft: OpportunityDraft,
    old: Option<&OpportunityRow>,
) -> Result<OpportunityRow> {
    let (requires, roles) = roles::written(cx, tx, &draft, old).await?;
    let organisations = centre::organisations(tx).await?;
    let districts = centre::districts(tx).await?;
    let kind = centre::kind(tx, &draft.kind).await?;
    let organisation =
        organisations.iter().find(|known| known.id == draft.organisation_id && by.covers(known.id));
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
        questions: Json(draft.questions),
        handed_in_at: None,
        sent_back: None,
        proposed: None,
        requires: Json(requires),
        roles: Json(roles),
    })
}

/// Shows a draft, or a change that waits, to everyone; its poster is told by mail. For coordinators, and where an
/// organisation is trusted for its own people.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::TooLate`] when there is nothing to publish.
pub async fn publish(cx: &Cx, id: OpportunityId) -> Result<()> {
    let by = posting(cx)?;
    let mut tx = cx.write().await?;
    let old = own(&mut tx, &by, id).await?;
    if !publishes(&mut tx, &by, old.organisation_id).await? {
        return Err(Problem::Denied.into());
    }
    let stage = old.stage().step(StageStep::Publish)?;
    let settled = OpportunityRow {
        state: stage.state(),
        handed_in_at: None,
        sent_back: None,
        proposed: None,
        updated_at: cx.now(),
        ..old.clone()
    };
    let (row, detail) = match &old.proposed {
        None => (settled, serde_json::json!({})),
        Some(proposed) => {
            let row = written(cx, &mut tx, &by, proposed.check()?, Some(&old)).await?;
            let OpportunityRow { id, state, created_by, created_at, updated_at, .. } = settled;
            let row = OpportunityRow { id, state, created_by, created_at, updated_at, ..row };
            (row, posting::detail(&posting::form(&old), proposed))
        }
    };
    store::put(&mut tx, &row).await?;
    if old.handed_in_at.is_some() {
        posting::tell(cx, &mut tx, &row, Template::Published).await?;
    }
    if old.state == OpportunityState::Draft || old.place == row.place {
        trace::change(cx, &mut tx, id, (None, None), ChangeAction::Publish, detail).await?;
    } else {
        dates::move_place(cx, &mut tx, &old, &row.place, (ChangeAction::Publish, detail)).await?;
    }
    trace::audit(cx, &mut tx, "publish", "opportunity", id.0, serde_json::json!({})).await?;
    trace::opportunity_event(cx, &mut tx, id, row.organisation_id).await?;
    cx.commit(tx).await
}

/// Cancels an opportunity with all its dates to come; everyone with a claim is told. How many people that is.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`], [`Problem::TooLate`] when it is cancelled already.
pub async fn cancel(cx: &Cx, id: OpportunityId, reason: &str) -> Result<i64> {
    let by = posting(cx)?;
    let reason = dates::checked_reason(reason)?;
    let mut tx = cx.write().await?;
    let row = own_alone(&mut tx, &by, id).await?;
    let state = row.stage().step(StageStep::Cancel)?.state();
    let told = dates::cancel_all(cx, &mut tx, &row, &reason).await?;
    let organisation = row.organisation_id;
    let row = OpportunityRow { state, handed_in_at: None, proposed: None, updated_at: cx.now(), ..row };
    store::put(&mut tx, &row).await?;
    trace::audit(cx, &mut tx, "cancel", "opportunity", id.0, serde_json::json!({ "told": told })).await?;
    trace::opportunity_event(cx, &mut tx, id, organisation).await?;
    cx.commit(tx).await?;
    Ok(told)
}

/// Writes that an opportunity is somewhere else, for those who search too.
pub(super) async fn set_place(
    cx: &Cx,
    tx: &mut Tx,
    by: &Posting,
    old: OpportunityRow,
    place: &str,
) -> Result<()> {
    let form = OpportunityForm { place: place.to_owned(), ..posting::form(&old) };
    let new = written(cx, tx, by, form.check()?, Some(&old)).await?;
    let OpportunityRow { place, place_folded, searched, .. } = new;
    Ok(store::put(tx, &OpportunityRow { place, place_folded, searched, updated_at: cx.now(), ..old }).await?)
}
