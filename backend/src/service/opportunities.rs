//! Posting: opportunities and their dates. For coordinators; for hosts and partners as [`super::posting`] says.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::mail::{self, Letter, Template};
use crate::service::claims::slot_values;
use crate::service::posting::{self, own, own_alone, posting, publishes};
use crate::service::{calendar, templates, trace, waitlist};
use crate::store::claims::{self, ClaimRow};
use crate::store::opportunities::{self as store, OpportunityRow};
use crate::store::slots::{self, NewSlot, SlotRow};
use crate::store::{centre, people};
use domain::change::ChangeAction;
use domain::claim::ClaimStep;
use domain::form::{FieldProblem, InputProblem, OpportunityDraft, OpportunityForm, Problems, SlotsForm};
use domain::ids::{OpportunityId, SlotId};
use domain::opening::opens_at;
use domain::opportunity::{OpportunityState, SlotState, Stage, StageStep};
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
        slots: Vec::new(),
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
    let row = written(&mut tx, &by, draft).await?;
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
    let row = written(&mut tx, &by, draft).await?;
    let detail = posting::detail(&posting::form(&old), form);
    let alone = publishes(&mut tx, &by, old.organisation_id).await?
        && publishes(&mut tx, &by, row.organisation_id).await?;
    let waits = old.state == OpportunityState::Published && !alone;
    let (handed_in_at, sent_back) = match old.state {
        OpportunityState::Published => (None, None),
        _ => (old.handed_in_at, old.sent_back.clone()),
    };
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
    trace::change(cx, &mut tx, id, (None, None), action, detail).await?;
    trace::audit(cx, &mut tx, "update", "opportunity", id.0, serde_json::json!({ "waits": waits })).await?;
    trace::opportunity_event(cx, &mut tx, id, row.organisation_id).await?;
    cx.commit(tx).await?;
    Ok(!waits)
}

/// The row of a checked draft, once organisation, district and kind are known to exist.
async fn written(tx: &mut Tx, by: &Posting, draft: OpportunityDraft) -> Result<OpportunityRow> {
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
            let row = written(&mut tx, &by, proposed.check()?).await?;
            let OpportunityRow { id, state, created_by, created_at, updated_at, .. } = settled;
            let row = OpportunityRow { id, state, created_by, created_at, updated_at, ..row };
            (row, posting::detail(&posting::form(&old), proposed))
        }
    };
    store::put(&mut tx, &row).await?;
    if old.handed_in_at.is_some() {
        posting::tell(cx, &mut tx, &row, Template::Published).await?;
    }
    trace::change(cx, &mut tx, id, (None, None), ChangeAction::Publish, detail).await?;
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
    let reason = checked_reason(reason)?;
    let mut tx = cx.write().await?;
    let row = own_alone(&mut tx, &by, id).await?;
    let state = row.stage().step(StageStep::Cancel)?.state();
    let mut told = 0;
    for slot in store::slots(&mut tx, id, cx.now()).await? {
        let coming = if slot.work_minutes.is_some() { slot.ends_at } else { slot.starts_at } > cx.now();
        if slot.state == SlotState::Open && coming {
            told += cancel_date(cx, &mut tx, slot.id, &reason).await?;
        }
    }
    let organisation = row.organisation_id;
    let row = OpportunityRow { state, handed_in_at: None, proposed: None, updated_at: cx.now(), ..row };
    store::put(&mut tx, &row).await?;
    trace::change(
        cx,
        &mut tx,
        id,
        (None, None),
        ChangeAction::Cancel,
        serde_json::json!({ "reason": reason }),
    )
    .await?;
    trace::audit(cx, &mut tx, "cancel", "opportunity", id.0, serde_json::json!({ "told": told })).await?;
    trace::opportunity_event(cx, &mut tx, id, organisation).await?;
    cx.commit(tx).await?;
    Ok(told)
}

/// Adds dates; how many. A date that is there already (same start) is not added twice.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`], [`Problem::TooLate`] once it is cancelled.
pub async fn add_slots(cx: &Cx, id: OpportunityId, form: &SlotsForm) -> Result<i64> {
    let by = posting(cx)?;
    let draft = form.check(cx.now())?;
    let mut tx = cx.write().await?;
    let row = own(&mut tx, &by, id).await?;
    if row.state == OpportunityState::Cancelled {
        return Err(Problem::TooLate.into());
    }
    let there = store::slots(&mut tx, id, cx.now()).await?;
    let mut added = 0;
    for (starts_at, ends_at) in draft.times {
        if there.iter().any(|slot| slot.starts_at == starts_at && slot.state == SlotState::Open) {
            continue;
        }
        let (min_places, max_places) = (draft.min_places, draft.max_places);
        let opens_at = draft.opens_days.map(|days| opens_at(starts_at, days));
        let slot = NewSlot {
            id: cx.new_id(),
            opportunity_id: id,
            starts_at,
            ends_at,
            min_places,
            max_places,
            opens_at,
        };
        slots::add(&mut tx, &slot).await?;
        added += 1;
    }
    trace::audit(cx, &mut tx, "add_slots", "opportunity", id.0, serde_json::json!({ "added": added }))
        .await?;
    trace::opportunity_event(cx, &mut tx, id, row.organisation_id).await?;
    cx.commit(tx).await?;
    Ok(added)
}

/// Moves one date or changes its places. If the time changed, everyone with a claim is told.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`] (also when more people have places than the new
/// number), [`Problem::TooLate`] once it has begun or is cancelled.
pub async fn change_slot(cx: &Cx, id: SlotId, form: &SlotsForm) -> Result<()> {
    let by = posting(cx)?;
    let form = SlotsForm { repeat_until: String::new(), ..form.clone() };
    let draft = form.check(cx.now())?;
    let mut tx = cx.write().await?;
    tx.lock(&format!("slot:{id}")).await?;
    let Some(old) = slots::find(&mut tx, id).await? else { return not_found() };
    own_alone(&mut tx, &by, old.opportunity_id).await?;
    if old.state == SlotState::Cancelled || old.starts_at <= cx.now() {
        return Err(Problem::TooLate.into());
    }
    let Some((starts_at, ends_at)) = draft.times.first().copied() else {
        return Err(Problem::TooLate.into());
    };
    let (min_places, max_places) = (draft.min_places, draft.max_places);
    let opens_at = draft.opens_days.map(|days| opens_at(starts_at, days));
    let opportunity_id = old.opportunity_id;
    let slot = NewSlot { id, opportunity_id, starts_at, ends_at, min_places, max_places, opens_at };
    if !slots::change(&mut tx, &slot).await? {
        let field = "max_places".to_owned();
        return Err(vec![FieldProblem { field, problem: InputProblem::BelowTaken }].into());
    }
    let moved = (old.starts_at, old.ends_at) != (starts_at, ends_at);
    if moved && let Some(now_slot) = slots::find(&mut tx, id).await? {
        for claim in claims::live_of_slot(&mut tx, id).await? {
            tell(cx, &mut tx, &claim, &now_slot, Template::Moved, "").await?;
            trace::claim_event(cx, &mut tx, &claim, &now_slot, false).await?;
        }
    }
    trace::audit(cx, &mut tx, "change", "slot", id.0, serde_json::json!({ "moved": moved })).await?;
    trace::slot_event(cx, &mut tx, &old).await?;
    if max_places > old.max_places {
        waitlist::go_on(cx, &mut tx, id).await?;
    }
    cx.commit(tx).await
}

/// Cancels one date; everyone with a claim is told. How many people that is.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`], [`Problem::TooLate`] once it has begun or is
/// cancelled.
pub async fn cancel_slot(cx: &Cx, id: SlotId, reason: &str) -> Result<i64> {
    let by = posting(cx)?;
    let reason = checked_reason(reason)?;
    let mut tx = cx.write().await?;
    let Some(slot) = slots::find(&mut tx, id).await? else { return not_found() };
    own_alone(&mut tx, &by, slot.opportunity_id).await?;
    let told = cancel_date(cx, &mut tx, id, &reason).await?;
    cx.commit(tx).await?;
    Ok(told)
}

fn checked_reason(reason: &str) -> Result<String> {
    let mut problems = Problems::default();
    let reason = problems.paragraph("reason", reason, 500);
    problems.finish()?;
    Ok(reason)
}

/// Cancels a date with its claims and tells those people.
async fn cancel_date(cx: &Cx, tx: &mut Tx, id: SlotId, reason: &str) -> Result<i64> {
    // First the date, then who is concerned: whoever approves a claim meanwhile waits for the date, or was faster and
    // is seen here.
    if !slots::cancel(tx, id, cx.now()).await? {
        return Err(Problem::TooLate.into());
    }
    let concerned = claims::live_of_slot(tx, id).await?;
    let Some(slot) = slots::find(tx, id).await? else { return not_found() };
    let mut told = 0;
    for claim in concerned {
        let to = ClaimRow { state: claim.state.step(ClaimStep::Cancel)?, ..claim.clone() };
        if claims::change(tx, &claim, &to).await? {
            trace::claim_step(cx, tx, &to, ClaimStep::Cancel).await?;
            tell(cx, tx, &to, &slot, Template::Cancelled, reason).await?;
            trace::claim_event(cx, tx, &to, &slot, false).await?;
            told += 1;
        }
    }
    trace::audit(cx, tx, "cancel", "slot", id.0, serde_json::json!({ "told": told })).await?;
    trace::slot_event(cx, tx, &slot).await?;
    Ok(told)
}

async fn tell(
    cx: &Cx,
    tx: &mut Tx,
    claim: &ClaimRow,
    slot: &SlotRow,
    template: Template,
    reason: &str,
) -> Result<()> {
    let Some(person) = people::find(tx, claim.person_id).await? else { return Ok(()) };
    let mut values = slot_values(cx, slot, person.locale);
    values.push(("reason", if reason.is_empty() { "-".to_owned() } else { reason.to_owned() }.into()));
    let letter = Letter { template, claim_id: None, offer_id: None, delay_seconds: 0, values };
    mail::post(cx, tx, &person, letter).await
}
