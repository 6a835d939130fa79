//! The dates of opportunities: adding them by a rule, changing or cancelling one, it and those that follow, or all. A
//! preview says what would happen and to whom; the change itself does exactly that, or shows the preview again. For
//! coordinators; for hosts and partners as [`super::posting`] says.

mod edit;
mod editor;
mod offers;
mod people;
mod roles;
mod ruled;
mod week;
mod write;
mod year;

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Error, Result, not_found};
use crate::service::opportunities as whole;
use crate::service::posting::{own, own_alone, posting};
use crate::session::hash;
use crate::store::dates::{self, DateRow};
use crate::store::opportunities::OpportunityRow;
use crate::store::series::{self, SeriesRow};
use crate::store::slots::{self, SlotRow};
use domain::calendar::Scope;
use domain::change::ChangeAction;
use domain::form::{ChangeForm, FieldProblem, InputProblem, Problems, SlotsForm, What};
use domain::ids::{OpportunityId, SlotId};
use domain::opportunity::{OpportunityState, SlotState};
use domain::problem::Problem;
use domain::view::{
    AddDatesView, AddPreview, ChangeDatesView, ChangeDetail, ChangePreview, DateChange, Fate,
};
use edit::{Edit, form_of, wrong};
pub(super) use editor::{of_editor, series_view};
use people::{People, Told};
use roles::{known, offered, roles_fit};
use std::fmt::Write;
use write::Whose;

pub use week::{copy as copy_week, week};
pub use year::year;

/// The page that adds dates; with `form`, what it would add.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::TooLate`] once it is cancelled.
pub async fn add_view(cx: &Cx, id: OpportunityId, form: Option<&SlotsForm>) -> Result<AddDatesView> {
    let by = posting(cx)?;
    let mut tx = cx.read().await?;
    let row = not_cancelled(own(&mut tx, &by, id).await?)?;
    let preview = match form {
        None => None,
        Some(form) => fields(added(cx, &mut tx, &row, form).await)?,
    };
    let preview = preview.map(|found| {
        found.map(|(edit, known)| AddPreview {
            repeat: edit.detail.rule_after,
            dates: edit.added.iter().map(DateRow::time).collect(),
            left_out: edit.left_out,
            known,
        })
    });
    let form = match form {
        Some(form) => form.clone(),
        None => editor::like_the_last(cx, &mut tx, id).await?,
    };
    let (title, roles, today) = (row.title, offered(&row.roles), cx.now().day().into());
    Ok(AddDatesView { opportunity_id: id, title, roles, form, today, preview })
}

/// Adds the dates of a form, as a series if they repeat; how many. A date that is there already (same start) is not
/// added twice.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`], [`Problem::TooLate`] once it is cancelled.
pub async fn add(cx: &Cx, id: OpportunityId, form: &SlotsForm) -> Result<i64> {
    let by = posting(cx)?;
    form.check(cx.now())?;
    let mut tx = cx.write().await?;
    tx.lock(&format!("dates:{id}")).await?;
    let row = not_cancelled(own(&mut tx, &by, id).await?)?;
    let (edit, _) = added(cx, &mut tx, &row, form).await?;
    let count = edit.detail.added;
    if count > 0 {
        let whose = Whose { opportunity: id, organisation: row.organisation_id, slot: None };
        let nobody = (&People::default(), Vec::new());
        write::write(cx, &mut tx, whose, ChangeAction::AddDates, edit, nobody).await?;
    }
    cx.commit(tx).await?;
    Ok(count)
}

async fn added(
    cx: &Cx,
    tx: &mut Tx,
    row: &OpportunityRow,
    form: &SlotsForm,
) -> Result<(Edit, Vec<domain::time::Instant>)> {
    let draft = form.check(cx.now())?;
    known(&row.roles, &draft.roles)?;
    let there = dates::of_opportunity(tx, row.id, cx.now(), None).await?;
    edit::add(cx, row.id, &draft, &there)
}

fn not_cancelled(row: OpportunityRow) -> Result<OpportunityRow> {
    if row.state == OpportunityState::Cancelled { Err(Problem::TooLate.into()) } else { Ok(row) }
}

/// The result, or the fields that were not taken, as a preview shows them.
fn fields<T>(found: Result<T>) -> Result<Option<std::result::Result<T, Vec<FieldProblem>>>> {
    match found {
        Ok(found) => Ok(Some(Ok(found))),
        Err(Error::Problem(Problem::Invalid(fields))) => Ok(Some(Err(fields))),
        Err(error) => Err(error),
    }
}

/// The page that changes or cancels dates, from this one on; with `asked`, what would happen and who would be told.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::TooLate`] once the date has begun or is cancelled.
pub async fn change_view(
    cx: &Cx,
    id: SlotId,
    asked: Option<(&SlotsForm, &ChangeForm)>,
) -> Result<ChangeDatesView> {
    let by = posting(cx)?;
    let mut tx = cx.read().await?;
    let facts = Facts::read(cx, &mut tx, id).await?;
    own_alone(&mut tx, &by, facts.sample.opportunity_id).await?;
    let preview = match asked {
        None => None,
        Some((form, change)) => fields(Work::preview(cx, &mut tx, &facts, form, change).await)?,
    };
    let series = facts.series.as_ref().map(series_view);
    let (form, change) = asked.map_or_else(
        || (form_of(&facts.date, facts.series.as_ref()), ChangeForm::default()),
        |(form, change)| (form.clone(), change.clone()),
    );
    Ok(ChangeDatesView {
        opportunity_id: facts.sample.opportunity_id,
        title: facts.sample.title,
        roles: offered(&facts.sample.described),
        place: facts.sample.place,
        slot_id: id,
        starts_at: facts.date.starts_at,
        ends_at: facts.date.ends_at,
        series,
        form,
        change,
        preview,
    })
}

/// Changes or cancels dates as their preview said; how many people are told. In one transaction, with claims, history,
/// mails and events.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`] (also when more people have places than the new
/// number), [`Problem::TooLate`] once the date has begun or is cancelled, [`Problem::Changed`] when it would do
/// something else than the preview with this fingerprint said.
pub async fn change(
    cx: &Cx,
    id: SlotId,
    form: &SlotsForm,
    change: &ChangeForm,
    fingerprint: &str,
    reason: &str,
) -> Result<i64> {
    let by = posting(cx)?;
    let reason = checked_reason(reason)?;
    let mut tx = cx.write().await?;
    let Some(slot) = slots::find(&mut tx, id).await? else { return not_found() };
    let offer = own_alone(&mut tx, &by, slot.opportunity_id).await?;
    people::hold(cx, &mut tx, slot.opportunity_id).await?;
    let facts = Facts::read(cx, &mut tx, id).await?;
    let work = Work::plan(cx, &mut tx, &facts, form, change).await?;
    if work.fingerprint() != fingerprint {
        return Err(Problem::Changed.into());
    }
    if work.edit.is_empty() {
        return Ok(0);
    }
    let whose =
        Whose { opportunity: slot.opportunity_id, organisation: slot.organisation_id, slot: Some(id) };
    let told = work.letters(cx, &facts, &reason);
    let action = if change.what == "cancel" { ChangeAction::CancelDates } else { ChangeAction::ChangeDates };
    if let Some(place) = &work.edit.place {
        whole::set_place(cx, &mut tx, &by, offer.clone(), place).await?;
    }
    let edit = with_reason(work.edit, &reason);
    let told = write::write(cx, &mut tx, whose, action, edit, (&work.people, told)).await?;
    cx.commit(tx).await?;
    Ok(told)
}

/// Cancels every date to come of an opportunity, in the transaction of whoever cancels it; how many people are told.
pub(super) async fn cancel_all(cx: &Cx, tx: &mut Tx, offer: &OpportunityRow, reason: &str) -> Result<i64> {
    people::hold(cx, tx, offer.id).await?;
    let all = dates::of_opportunity(tx, offer.id, cx.now(), None).await?;
    let open: Vec<DateRow> = all.into_iter().filter(|date| date.state == SlotState::Open).collect();
    let count = i64::try_from(open.len()).unwrap_or(i64::MAX);
    let first = open.first().map(|date| date.id);
    let mut edit = Edit { cancelled: open, ..Edit::default() };
    let series = series::coming_of(tx, offer.id, cx.now()).await?;
    let cancelled: Result<Vec<SeriesRow>> =
        series.iter().map(|series| ruled::cancelled(series, cx.now())).collect();
    write::put_series(cx, tx, &cancelled?).await?;
    edit.detail.cancelled = count;
    write_all(cx, tx, offer, first, edit, (ChangeAction::Cancel, reason)).await
}

/// Cancels one date at once, without a preview; how many people are told. So tasks without an hour are called off.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`], [`Problem::Invalid`], [`Problem::TooLate`] once it has begun (a task
/// without an hour: once it is over) or is cancelled.
pub async fn cancel(cx: &Cx, id: SlotId, reason: &str) -> Result<i64> {
    let by = posting(cx)?;
    let reason = checked_reason(reason)?;
    let mut tx = cx.write().await?;
    let Some(slot) = slots::find(&mut tx, id).await? else { return not_found() };
    let offer = own_alone(&mut tx, &by, slot.opportunity_id).await?;
    people::hold(cx, &mut tx, offer.id).await?;
    let facts = Facts::read(cx, &mut tx, id).await?;
    let mut edit = ruled::cancel(Scope::This, &facts.date, None, &facts.all, cx.now())?;
    edit.detail.scope = None;
    let told = write_all(cx, &mut tx, &offer, Some(id), edit, (ChangeAction::CancelDates, &reason)).await?;
    cx.commit(tx).await?;
    Ok(told)
}

/// Tells everybody with a claim that an opportunity is somewhere else from now on; how many people. `detail` is what
/// the history keeps of the change that says so.
pub(super) async fn move_place(
    cx: &Cx,
    tx: &mut Tx,
    offer: &OpportunityRow,
    place: &str,
    (action, detail): (ChangeAction, serde_json::Value),
) -> Result<i64> {
    people::hold(cx, tx, offer.id).await?;
    let all = dates::of_opportunity(tx, offer.id, cx.now(), None).await?;
    let first = all.first().map(|date| date.id);
    let detail: ChangeDetail = serde_json::from_value(detail).unwrap_or_default();
    let mut edit = Edit { place: Some(place.to_owned()), detail, ..Edit::default() };
    edit.detail.before.remove("place");
    edit.detail.after.remove("place");
    edit.detail.place = Some([offer.place.clone(), place.to_owned()]);
    write_all(cx, tx, offer, first, edit, (action, "")).await
}

async fn write_all(
    cx: &Cx,
    tx: &mut Tx,
    offer: &OpportunityRow,
    first: Option<SlotId>,
    edit: Edit,
    (action, reason): (ChangeAction, &str),
) -> Result<i64> {
    let edit = with_reason(edit, reason);
    let sample = match first {
        Some(first) => slots::find(tx, first).await?,
        None => None,
    };
    let (people, told) = match &sample {
        Some(sample) => {
            let people = people::touched(cx, tx, sample, &edit).await?;
            let told = people.letters(cx, sample, edit.place.as_deref(), reason);
            (people, told)
        }
        None => Default::default(),
    };
    let whose = Whose { opportunity: offer.id, organisation: offer.organisation_id, slot: None };
    write::write(cx, tx, whose, action, edit, (&people, told)).await
}

/// What people are told stands in the history, too.
fn with_reason(mut edit: Edit, reason: &str) -> Edit {
    edit.detail.reason = (!reason.is_empty()).then(|| reason.to_owned());
    edit
}

/// A reason for people, checked.
pub(super) fn checked_reason(reason: &str) -> Result<String> {
    let mut problems = Problems::default();
    let reason = problems.paragraph("reason", reason, 500);
    problems.finish()?;
    Ok(reason)
}

/// What an edit of dates starts from.
struct Facts {
    sample: SlotRow,
    date: DateRow,
    series: Option<SeriesRow>,
    all: Vec<DateRow>,
}

impl Facts {
    async fn read(cx: &Cx, tx: &mut Tx, id: SlotId) -> Result<Self> {
        let Some(sample) = slots::find(tx, id).await? else { return not_found() };
        if sample.state == SlotState::Cancelled || sample.closes_at() <= cx.now() {
            return Err(Problem::TooLate.into());
        }
        let opportunity = sample.opportunity_id;
        let coming = dates::of_opportunity(tx, opportunity, cx.now(), None).await?;
        let Some(date) = coming.into_iter().find(|date| date.id == id) else { return not_found() };
        let series = match date.series_id.filter(|_| date.series_day.is_some()) {
            Some(series) => series::find(tx, series).await?,
            None => None,
        };
        let all = dates::of_opportunity(tx, opportunity, cx.now(), date.series_id).await?;
        Ok(Self { sample, date, series, all })
    }
}

/// Everything that a change would do.
struct Work {
    edit: Edit,
    people: People,
    questions: Vec<offers::Ended>,
}

impl Work {
    async fn plan(
        cx: &Cx,
        tx: &mut Tx,
        facts: &Facts,
        form: &SlotsForm,
        change: &ChangeForm,
    ) -> Result<Self> {
        let Facts { date, series, all, .. } = facts;
        if date.work_minutes.is_some() && change.what != "cancel" {
            return Err(Problem::TooLate.into());
        }
        let asked = change.check(form, cx.now())?;
        if asked.scope != Scope::This && series.is_none() {
            return wrong("scope", InputProblem::NotAChoice);
        }
        if let What::Change(draft) = &asked.what {
            known(&facts.sample.described, &draft.roles)?;
        }
        let mut edit = match (&asked.what, asked.scope, series) {
            (What::Cancel, scope, series) => ruled::cancel(scope, date, series.as_ref(), all, cx.now())?,
            (What::Change(draft), Scope::Following | Scope::All, Some(series)) => {
                ruled::change(cx, date, series, all, &asked, (form, draft))?
            }
            (What::Change(draft), ..) => edit::change_one(date, draft)?,
        };
        edit::without_doubles(&mut edit, all, cx.now())?;
        if asked.what != What::Cancel {
            edit.place = asked.place.filter(|place| *place != facts.sample.place);
            let before = facts.sample.place.clone();
            edit.detail.place = edit.place.clone().map(|place| [before, place]);
        }
        let people = people::touched(cx, tx, &facts.sample, &edit).await?;
        let full = |(_, after): &(DateRow, DateRow)| after.taken - people.freed(after.id) > after.max_places;
        if edit.changed.iter().any(full) {
            return wrong("max_places", InputProblem::BelowTaken);
        }
        for (before, after) in &edit.changed {
            roles_fit(before, after, &people, form)?;
        }
        let questions = offers::ended(tx, facts.sample.opportunity_id, &edit, &people).await?;
        Ok(Self { edit, people, questions })
    }

    fn letters(&self, cx: &Cx, facts: &Facts, reason: &str) -> Vec<Told> {
        self.people.letters(cx, &facts.sample, self.edit.place.as_deref(), reason)
    }

    async fn preview(
        cx: &Cx,
        tx: &mut Tx,
        facts: &Facts,
        form: &SlotsForm,
        change: &ChangeForm,
    ) -> Result<ChangePreview> {
        let work = Self::plan(cx, tx, facts, form, change).await?;
        let mut told = work.letters(cx, facts, "");
        told.extend(offers::letters(cx, tx, &work.questions).await?);
        let fingerprint = work.fingerprint();
        let Self { edit, people, .. } = work;
        let line = |fate, before: Option<&DateRow>, after: Option<&DateRow>| DateChange {
            fate,
            people: before.map_or(0, |date| people.on(date.id)),
            before: before.map(DateRow::time),
            after: after.map(DateRow::time),
        };
        let mut dates: Vec<DateChange> = Vec::new();
        for (before, after) in &edit.changed {
            let fate = if before.time() == after.time() { Fate::Changed } else { Fate::Moved };
            dates.push(line(fate, Some(before), Some(after)));
        }
        dates.extend(edit.cancelled.iter().map(|date| line(Fate::Cancelled, Some(date), None)));
        dates.extend(edit.added.iter().map(|date| line(Fate::Added, None, Some(date))));
        dates.sort_by_key(|date| date.before.or(date.after));
        Ok(ChangePreview {
            fingerprint,
            dates,
            kept: edit.kept,
            left_out: edit.left_out,
            repeat: edit.detail.rule_after,
            messages: people::previews(&told),
            carried: people.carried(),
        })
    }

    /// Stands for everything that was looked at and everything that would be done: another claim, another time,
    /// another date makes another one.
    fn fingerprint(&self) -> String {
        let mut seen = String::new();
        // Writing to a String cannot fail.
        for (before, after) in &self.edit.changed {
            let _ = write!(
                seen,
                "{before:?}{:?}{}{:?}{:?}",
                after.time(),
                after.max_places,
                after.opens_at,
                after.roles
            );
        }
        for date in &self.edit.cancelled {
            let _ = write!(seen, "{date:?}");
        }
        for date in &self.edit.added {
            let _ = write!(seen, "{:?}{}", date.time(), date.max_places);
        }
        for touched in &self.people.touched {
            let claim = &touched.who.claim;
            let _ = write!(seen, "{}{:?}{}{:?}", claim.id, claim.state, claim.places, touched.effect);
        }
        for ended in &self.questions {
            let _ = write!(seen, "{}{:?}", ended.offer.id, ended.offer.state);
        }
        let _ = write!(seen, "{:?}{:?}", self.edit.detail, self.edit.place);
        hash(seen.as_bytes()).iter().take(12).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
    }
}
