//! What the editor of an opportunity shows of its dates: the series, and the history.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::store::series::SeriesRow;
use crate::store::{changes, people, series};
use domain::ids::{OpportunityId, PersonId};
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
