//! What the editor of an opportunity shows of its dates: the series, the history, and the form that adds some.

use super::edit::form_of;
use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::store::series::SeriesRow;
use crate::store::{changes, dates, people, series};
use domain::form::SlotsForm;
use domain::ids::{OpportunityId, PersonId};
use domain::opportunity::SlotState;
use domain::view::{ChangeEntry, SeriesView};
use std::collections::BTreeMap;

/// The series of an opportunity that have dates to come, and its history.
pub(in crate::service) async fn of_editor(
    cx: &Cx,
    tx: &mut Tx,
    id: OpportunityId,
) -> Result<(Vec<SeriesView>, Vec<ChangeEntry>)> {
    let series = series::coming_of(tx, id, cx.now()).await?.iter().map(series_view).collect();
    let mut names: BTreeMap<PersonId, String> = BTreeMap::new();
    let mut history = Vec::new();
    for row in changes::of_opportunity(tx, id).await? {
        if let Some(person) = row.changed_by
            && !names.contains_key(&person)
        {
            names.insert(person, people::name(tx, person).await?);
        }
        history.push(ChangeEntry {
            at: row.at,
            by: row.changed_by.and_then(|person| names.get(&person).cloned()),
            action: row.action,
            detail: serde_json::from_value(row.detail.0).unwrap_or_default(),
        });
    }
    Ok((series, history))
}

/// A series as pages name it.
pub(in crate::service) fn series_view(series: &SeriesRow) -> SeriesView {
    let (starts_at, ends_at) = series.hours().on(series.first_on);
    SeriesView { id: series.id, repeat: series.repeat(), starts_at, ends_at }
}

/// An empty form with the places, roles and opening of the last date to come, if there is one.
pub(super) async fn like_the_last(cx: &Cx, tx: &mut Tx, id: OpportunityId) -> Result<SlotsForm> {
    let one = || "1".to_owned();
    let empty = SlotsForm {
        min_places: one(),
        max_places: one(),
        skip_holidays: "on".to_owned(),
        ..SlotsForm::default()
    };
    let coming = dates::of_opportunity(tx, id, cx.now(), None).await?;
    let last = coming.iter().rfind(|date| date.state == SlotState::Open && date.work_minutes.is_none());
    Ok(match last.map(|date| form_of(date, None)) {
        Some(last) => SlotsForm {
            min_places: last.min_places,
            max_places: last.max_places,
            opens_days: last.opens_days,
            roles: last.roles,
            ..empty
        },
        None => empty,
    })
}
