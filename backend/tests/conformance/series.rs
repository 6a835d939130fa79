//! Series.

use crate::fixtures::{add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::store::dates;
use backend::store::series::{self, SeriesRow};
use domain::calendar::SeriesState;
use domain::form::Repeat;
use domain::ids::OpportunityId;
use domain::time::Day;
use jiff::civil::date;
use sqlx::types::Json;

/// Every second Tuesday from 1 December.
pub fn series(bed: &Bed, opportunity_id: OpportunityId) -> SeriesRow {
    SeriesRow {
        roles: sqlx::types::Json(Vec::new()),
        id: bed.id(),
        opportunity_id,
        follows_id: None,
        rule: "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU;UNTIL=20270620".parse().unwrap(),
        first_on: Day(date(2026, 12, 1)),
        starts: "16:00".into(),
        ends: "18:00".into(),
        skip_holidays: true,
        skip_school_breaks: false,
        skipped_days: Json(vec![Day(date(2026, 12, 15))]),
        min_places: 1,
        max_places: 4,
        opens_days_before: Some(14),
        standing_percent: 50,
        state: SeriesState::Running,
        created_at: noon(),
        updated_at: noon(),
    }
}

pub async fn a_series_comes_back_as_written(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let first = series(bed, world.opportunity);
    let next = SeriesRow { follows_id: Some(first.id), ..series(bed, world.opportunity) };
    series::put(&mut tx, &[first.clone(), next.clone()]).await.unwrap();
    assert_eq!(series::find(&mut tx, next.id).await.unwrap(), Some(next));
    let rule = "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3".parse().unwrap();
    let repeat = Repeat { rule, leave_out: domain::calendar::LeaveOut::default() };
    let changed = SeriesRow { state: SeriesState::Ended, updated_at: hours(1), ..first.with(repeat) };
    series::put(&mut tx, std::slice::from_ref(&changed)).await.unwrap();
    assert_eq!(series::find(&mut tx, changed.id).await.unwrap(), Some(changed.clone()));

    assert!(series::coming_of(&mut tx, world.opportunity, noon()).await.unwrap().is_empty());
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(9), (1, 2)).await;
    let day = Some(Day(date(2026, 12, 1)));
    dates::regroup(&mut tx, &[(slot, Some(changed.id), day)]).await.unwrap();
    assert_eq!(series::coming_of(&mut tx, world.opportunity, noon()).await.unwrap(), [changed]);
    assert!(series::coming_of(&mut tx, world.opportunity, hours(9)).await.unwrap().is_empty());
}
