//! Dates as a list in JSON, for other programs: described in `docs/feeds.md`.

use super::{FeedDate, Site};
use crate::time::Instant;
use serde_json::{Value, json};

/// Grows when something in the list gets another meaning or goes away; new fields do not count.
pub const LIST_VERSION: u8 = 1;

/// The list of coming dates.
pub fn list(dates: &[FeedDate], site: Site<'_>) -> Value {
    let dates: Vec<Value> = dates.iter().map(|date| row(date, site)).collect();
    json!({
        "version": LIST_VERSION,
        "language": site.locale.code(),
        "centre": site.centre,
        "url": site.address("/"),
        "time_zone": "Europe/Warsaw",
        "dates": dates,
    })
}

fn row(date: &FeedDate, site: Site<'_>) -> Value {
    json!({
        "id": date.slot_id,
        "url": site.page(date),
        "opportunity_id": date.opportunity_id,
        "title": date.title,
        "description": date.description,
        "organisation": { "id": date.organisation_id, "name": date.organisation },
        "kind": { "code": date.kind, "name": date.kind_name },
        "district": date.district_id.zip(date.district.as_ref()).map(|(id, name)| json!({ "id": id, "name": name })),
        "place": if date.remote { None } else { Some(&date.place) },
        "remote": date.remote,
        "starts": date.starts_at.with_offset(),
        "ends": date.ends_at.with_offset(),
        "work_minutes": date.work_minutes,
        "opens": date.opens_at.map(Instant::with_offset),
        "min_age": date.min_age,
        "places": {
            "min": date.min_places, "max": date.max_places, "taken": date.taken, "free": date.free(),
        },
    })
}
