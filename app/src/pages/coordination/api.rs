//! Server functions of the coordinator's pages.

use crate::error::UiError;
use crate::wire::Wire;
use domain::claim::ClaimState;
use domain::form::{
    CentreForm, ChangeForm, ExclusionForm, OpportunityForm, SlotsForm, TurnForm, WidenForm, WindowForm,
};
use domain::ids::{ClaimId, ExclusionId, OfferId, OpportunityId, PersonId, RoleId, SlotId};
use domain::matching::Weights;
use domain::problem::Problem;
use domain::time::Day;
use domain::view::{
    AddDatesView, BoardQuery, BoardView, CentreView, ChangeDatesView, Considered, Dashboard, DayPlan, Done,
    EditorView, OpportunityRow, StaffingView, WeekPlan, WeightsView, YearPlan,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::PostUrl;

/// The live dashboard.
#[server(name = ReadDashboard, endpoint = "dashboard", protocol = Wire)]
pub async fn dashboard() -> Result<Dashboard, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::dashboard::show(&cx).await?)
}

/// Gives the place to a claim that waits.
#[server(endpoint = "approve_claim", protocol = Wire<PostUrl>)]
pub async fn approve_claim(id: ClaimId) -> Result<ClaimState, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::claims::approve(&cx, id).await?)
}

/// Says no to a claim that waits.
#[server(endpoint = "refuse_claim", protocol = Wire<PostUrl>)]
pub async fn refuse_claim(id: ClaimId, #[server(default)] reason: String) -> Result<ClaimState, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::claims::refuse(&cx, id, &reason).await?)
}

/// Changes the turn of somebody who waits.
#[server(endpoint = "reorder_queue", protocol = Wire<PostUrl>)]
pub async fn reorder_queue(id: ClaimId, #[server(default)] form: TurnForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::waitlist::reorder(&cx, id, &form).await?)
}

/// Puts a claim that waits for a decision on the waiting list.
#[server(endpoint = "queue_claim", protocol = Wire<PostUrl>)]
pub async fn queue_claim(id: ClaimId, #[server(default)] reason: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::waitlist::queue(&cx, id, &reason).await?)
}

/// Lets a place change hands as two volunteers agreed.
#[server(endpoint = "allow_change", protocol = Wire<PostUrl>)]
pub async fn allow_change(id: OfferId) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::handing_over::allow(&cx, id).await?)
}

/// Leaves a place where it is.
#[server(endpoint = "refuse_change", protocol = Wire<PostUrl>)]
pub async fn refuse_change(id: OfferId) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::handing_over::refuse(&cx, id).await?)
}

/// Takes back an own fresh decision.
#[server(endpoint = "undo_decision", protocol = Wire<PostUrl>)]
pub async fn undo_decision(id: ClaimId) -> Result<ClaimState, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::claims::undo(&cx, id).await?)
}

/// Who could take the free places of a slot, and why not the others.
#[server(endpoint = "staffing", protocol = Wire)]
pub async fn staffing(id: SlotId, role: Option<RoleId>) -> Result<StaffingView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::matching::staffing(&cx, id, role).await?)
}

/// The open slots with the plan for them.
#[server(name = ReadBoard, endpoint = "board", protocol = Wire)]
pub async fn board(query: BoardQuery) -> Result<BoardView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::coverage::board(&cx, query).await?)
}

/// Asks a volunteer to take a place.
#[server(endpoint = "offer_place", protocol = Wire<PostUrl>)]
pub async fn offer_place(
    slot: SlotId,
    person: PersonId,
    #[server(default)] role: Option<RoleId>,
) -> Result<OfferId, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::pairs::offer(&cx, slot, role, person).await?)
}

/// Takes the question back.
#[server(endpoint = "take_back_offer", protocol = Wire<PostUrl>)]
pub async fn take_back_offer(id: OfferId) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::pairs::take_back(&cx, id).await?)
}

/// Keeps a pair in the plan, or no longer keeps it.
#[server(endpoint = "lock_pair", protocol = Wire<PostUrl>)]
pub async fn lock_pair(
    slot: SlotId,
    person: PersonId,
    keep: bool,
    #[server(default)] role: Option<RoleId>,
) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::pairs::lock(&cx, slot, role, person, keep).await?)
}

/// Leaves somebody out.
#[server(endpoint = "exclude", protocol = Wire<PostUrl>)]
pub async fn exclude(slot: SlotId, person: PersonId, form: ExclusionForm) -> Result<ExclusionId, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::pairs::exclude(&cx, slot, person, &form).await?)
}

/// Lets somebody be proposed again.
#[server(endpoint = "allow", protocol = Wire<PostUrl>)]
pub async fn allow(id: ExclusionId, slot: SlotId) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::pairs::allow(&cx, id, slot).await?)
}

/// What would be if a person had to take a place.
#[server(endpoint = "consider", protocol = Wire)]
pub async fn consider(slot: SlotId, person: PersonId, role: Option<RoleId>) -> Result<Considered, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::matching::consider(&cx, slot, role, person).await?)
}

/// What accepting the plan for one day would do.
#[server(name = ReadDayPlan, endpoint = "day_plan", protocol = Wire)]
pub async fn day_plan(day: Day) -> Result<DayPlan, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::coverage::day_plan(&cx, day).await?)
}

/// A pair of a day's plan.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PlannedPair {
    /// For which slot.
    pub slot: SlotId,
    /// Who.
    pub person: PersonId,
    /// Their claim that would be approved; without one they would be asked.
    #[serde(default)]
    pub claim: Option<ClaimId>,
    /// In which role, where the date has roles.
    #[serde(default)]
    pub role: Option<RoleId>,
}

/// Accepts pairs of a day's plan as they were shown.
#[server(endpoint = "accept_plan", protocol = Wire<PostUrl>)]
pub async fn accept_plan(
    #[server(default)] pairs: Vec<PlannedPair>,
) -> Result<Vec<Result<Done, Problem>>, UiError> {
    let cx = crate::ssr::cx()?;
    let pairs: Vec<_> =
        pairs.into_iter().map(|pair| (pair.slot, pair.person, pair.claim, pair.role)).collect();
    Ok(backend::service::pairs::accept(&cx, &pairs).await?)
}

/// Tells the other coordinators which slot this one has before them.
#[server(endpoint = "look_at", protocol = Wire)]
pub async fn look_at(slot: SlotId) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::pairs::look(&cx, slot).await?)
}

/// What counts how much, and the problem to try it on.
#[server(name = ReadWeights, endpoint = "weights", protocol = Wire)]
pub async fn weights() -> Result<WeightsView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::matching::weights(&cx).await?)
}

/// Saves what counts how much.
#[server(endpoint = "save_weights", protocol = Wire<PostUrl>)]
pub async fn save_weights(weights: Weights) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::pairs::save_weights(&cx, weights).await?)
}

/// What is set for the whole centre.
#[server(endpoint = "settings", protocol = Wire)]
pub async fn settings() -> Result<CentreView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::centre::settings(&cx).await?)
}

/// Sets it.
#[server(endpoint = "save_settings", protocol = Wire<PostUrl>)]
pub async fn save_settings(form: CentreForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::centre::set(&cx, &form).await?)
}

/// The opportunities with these words.
#[server(endpoint = "opportunities", protocol = Wire)]
pub async fn opportunities(search: String) -> Result<Vec<OpportunityRow>, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::opportunities::list(&cx, &search).await?)
}

/// The editor of an opportunity, or of a new one.
#[server(endpoint = "opportunity_editor", protocol = Wire)]
pub async fn editor(id: Option<OpportunityId>) -> Result<EditorView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::opportunities::editor(&cx, id).await?)
}

/// Adds a draft and opens its editor.
#[server(endpoint = "create_opportunity", protocol = Wire<PostUrl>)]
pub async fn create_opportunity(form: OpportunityForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let id = backend::service::opportunities::create(&cx, &form).await?;
    let place = own_pages(&cx);
    crate::ssr::redirect(&format!("/{}/{place}/oferty/{id}", cx.locale.code()));
    Ok(())
}

/// Changes what an opportunity says; `false` when the change waits for a coordinator.
#[server(endpoint = "update_opportunity", protocol = Wire<PostUrl>)]
pub async fn update_opportunity(id: OpportunityId, form: OpportunityForm) -> Result<bool, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::opportunities::update(&cx, id, &form).await?)
}

/// Shows a draft to everyone.
#[server(endpoint = "publish_opportunity", protocol = Wire<PostUrl>)]
pub async fn publish_opportunity(id: OpportunityId) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::opportunities::publish(&cx, id).await?)
}

/// Cancels an opportunity with its dates; how many people are told.
#[server(endpoint = "cancel_opportunity", protocol = Wire<PostUrl>)]
pub async fn cancel_opportunity(
    id: OpportunityId,
    #[server(default)] reason: String,
) -> Result<i64, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::opportunities::cancel(&cx, id, &reason).await?)
}

/// Where the actor edits opportunities.
#[cfg(feature = "ssr")]
fn own_pages(cx: &backend::context::Cx) -> &'static str {
    if cx.actor.coordination().is_ok() { "koordynacja" } else { "placowka" }
}

/// What an address asks for: the fields of a form that only asks.
#[cfg(feature = "ssr")]
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    form: Option<SlotsForm>,
    change: ChangeForm,
    /// A day to leave out, or to take in again.
    toggle: String,
    /// In place of a form: this day and these hours, everything else as it is.
    dzien: String,
    od: String,
    r#do: String,
}

#[cfg(feature = "ssr")]
impl Asked {
    fn read(query: &str) -> Self {
        // As server functions read forms.
        let asked = serde_qs::Config::new(5, false).deserialize_str::<Self>(query).unwrap_or_default();
        let day = asked.toggle.parse().ok();
        let form = asked.form.map(|form| day.map_or_else(|| form.clone(), |day| form.toggled(day)));
        Self { form, ..asked }
    }

    /// The form at the day and hours that are asked for by themselves; `None` where none are.
    fn moved(&self, form: &SlotsForm) -> Option<SlotsForm> {
        let (day, starts, ends) = (self.dzien.clone(), self.od.clone(), self.r#do.clone());
        (!day.is_empty()).then(|| SlotsForm { day, starts, ends, ..form.clone() })
    }
}

/// The page that adds dates, with a preview of what its address asks for.
#[server(endpoint = "dates_to_add", protocol = Wire)]
pub async fn dates_to_add(id: OpportunityId, query: String) -> Result<AddDatesView, UiError> {
    let cx = crate::ssr::cx()?;
    let asked = Asked::read(&query);
    let view = backend::service::dates::add_view(&cx, id, asked.form.as_ref()).await?;
    match asked.moved(&view.form) {
        Some(form) => Ok(backend::service::dates::add_view(&cx, id, Some(&form)).await?),
        None => Ok(view),
    }
}

/// Adds a task without an hour.
#[server(endpoint = "add_window", protocol = Wire<PostUrl>)]
pub async fn add_window(id: OpportunityId, form: WindowForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    backend::service::windows::add(&cx, id, &form).await?;
    Ok(())
}

/// Gives a task without an hour more time or other places.
#[server(endpoint = "widen_window", protocol = Wire<PostUrl>)]
pub async fn widen_window(id: SlotId, form: WidenForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::windows::widen(&cx, id, &form).await?)
}

/// Adds dates and shows the opportunity.
#[server(endpoint = "add_slots", protocol = Wire<PostUrl>)]
pub async fn add_slots(id: OpportunityId, form: SlotsForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    backend::service::dates::add(&cx, id, &form).await?;
    let place = own_pages(&cx);
    crate::ssr::redirect(&format!("/{}/{place}/oferty/{id}", cx.locale.code()));
    Ok(())
}

/// Cancels one date at once, a task without an hour; how many people are told.
#[server(endpoint = "cancel_slot", protocol = Wire<PostUrl>)]
pub async fn cancel_slot(id: SlotId, #[server(default)] reason: String) -> Result<i64, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::dates::cancel(&cx, id, &reason).await?)
}

/// The page that changes or cancels dates, with a preview of what its address asks for.
#[server(endpoint = "dates_to_change", protocol = Wire)]
pub async fn dates_to_change(id: SlotId, query: String) -> Result<ChangeDatesView, UiError> {
    let cx = crate::ssr::cx()?;
    let asked = Asked::read(&query);
    let form = asked.form.as_ref().map(|form| (form, &asked.change));
    let view = backend::service::dates::change_view(&cx, id, form).await?;
    match asked.moved(&view.form) {
        Some(form) => Ok(backend::service::dates::change_view(&cx, id, Some((&form, &asked.change))).await?),
        None => Ok(view),
    }
}

/// Changes or cancels dates as they were previewed, and shows the opportunity with its history.
#[server(endpoint = "change_dates", protocol = Wire<PostUrl>)]
pub async fn change_dates(
    id: SlotId,
    #[server(default)] form: SlotsForm,
    #[server(default)] change: ChangeForm,
    #[server(default)] fingerprint: String,
    #[server(default)] reason: String,
) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let offer = backend::service::dates::change_view(&cx, id, None).await?.opportunity_id;
    backend::service::dates::change(&cx, id, &form, &change, &fingerprint, &reason).await?;
    let place = own_pages(&cx);
    crate::ssr::redirect(&format!("/{}/{place}/oferty/{offer}#historia", cx.locale.code()));
    Ok(())
}

/// A week of the dates that the reader plans, and what copying it would add.
#[server(endpoint = "planned_week", protocol = Wire)]
pub async fn planned_week(day: Option<Day>, to: Option<Day>) -> Result<WeekPlan, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::dates::week(&cx, day, to).await?)
}

/// A year of the dates that the reader looks after, day by day.
#[server(endpoint = "planned_year", protocol = Wire)]
pub async fn planned_year(year: Option<i16>) -> Result<YearPlan, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::dates::year(&cx, year).await?)
}

/// Copies a week as it was previewed, and shows the one that got the dates.
#[server(endpoint = "copy_week", protocol = Wire<PostUrl>)]
pub async fn copy_week(from: Day, to: Day, #[server(default)] fingerprint: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    backend::service::dates::copy_week(&cx, from, to, &fingerprint).await?;
    let place = own_pages(&cx);
    crate::ssr::redirect(&format!("/{}/{place}/tydzien?dzien={to}", cx.locale.code()));
    Ok(())
}
