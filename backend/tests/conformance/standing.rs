//! Standing places.

use crate::fixtures::{add_claim, add_person, add_series, add_slot, claim, hours, world};
use crate::support::{Bed, noon};
use backend::db::{Tx, is_unique_violation};
use backend::store::claims::{self, ClaimRow};
use backend::store::standing::{self, StandingRow};
use domain::claim::ClaimState;
use domain::ids::{PersonId, SeriesId};
use domain::time::Day;
use jiff::civil::date;
use sqlx::types::Json;

async fn add(bed: &Bed, tx: &mut Tx, series_id: SeriesId, person_id: PersonId) -> StandingRow {
    let row = StandingRow {
        role_id: None,
        id: bed.id(),
        series_id,
        person_id,
        skipped_days: Json(vec![Day(date(2026, 12, 24))]),
        created_at: noon(),
        ended_at: None,
    };
    standing::add(tx, &row).await.unwrap();
    row
}

pub async fn a_standing_place_begins_once_and_ends(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let series = add_series(bed, &mut tx, world.opportunity, 70, &[]).await;
    let other = add_series(bed, &mut tx, world.opportunity, 70, &[]).await;
    let anna = add_person(bed, &mut tx, "Anna Żak").await;
    let row = add(bed, &mut tx, series, anna).await;
    assert_eq!(standing::find(&mut tx, row.id).await.unwrap(), Some(row.clone()));
    assert_eq!(standing::find(&mut tx, bed.id()).await.unwrap(), None);
    assert!(standing::end(&mut tx, row.id, hours(1)).await.unwrap());
    assert!(!standing::end(&mut tx, row.id, hours(2)).await.unwrap());
    let ended = StandingRow { ended_at: Some(hours(1)), ..row };
    assert_eq!(standing::find(&mut tx, ended.id).await.unwrap(), Some(ended));
    let second = add(bed, &mut tx, series, anna).await;
    let elsewhere = add(bed, &mut tx, other, anna).await;
    assert_eq!(standing::of_series(&mut tx, series).await.unwrap(), std::slice::from_ref(&second));
    let mut mine = standing::of_person(&mut tx, anna).await.unwrap();
    mine.sort_by_key(|row| row.series_id != series);
    assert_eq!(mine, [second.clone(), elsewhere]);
    standing::end_all(&mut tx, other, hours(1)).await.unwrap();
    assert_eq!(standing::of_person(&mut tx, anna).await.unwrap(), std::slice::from_ref(&second));
    let again = StandingRow { id: bed.id(), ..second };
    let error = standing::add(&mut tx, &again).await.unwrap_err();
    assert!(is_unique_violation(&error), "{error}");
}

pub async fn coming_dates_of_a_series(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let mut dates = Vec::new();
    for n in [-30, 90, 30, 60] {
        dates.push(add_slot(bed, &mut tx, world.opportunity, hours(n), (1, 2)).await);
    }
    add_slot(bed, &mut tx, world.opportunity, hours(45), (1, 2)).await;
    let series = add_series(bed, &mut tx, world.opportunity, 70, &dates).await;
    backend::store::dates::cancel(&mut tx, &[dates[3]], noon()).await.unwrap();
    let found = standing::dates(&mut tx, series, noon()).await.unwrap();
    assert_eq!(found.iter().map(|slot| slot.id).collect::<Vec<_>>(), [dates[2], dates[1]]);
    assert_eq!((found[0].series_id, found[0].work_minutes), (Some(series), None));
}

pub async fn what_standing_people_hold(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let mut dates = Vec::new();
    for n in [30, 60, -30] {
        dates.push(add_slot(bed, &mut tx, world.opportunity, hours(n), (1, 9)).await);
    }
    let series = add_series(bed, &mut tx, world.opportunity, 70, &dates).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    let row = add(bed, &mut tx, series, anna).await;
    let mut held = Vec::new();
    for (date, state) in [
        (1, ClaimState::Pending),
        (0, ClaimState::Approved),
        (2, ClaimState::Approved),
        (0, ClaimState::Withdrawn),
    ] {
        let new = ClaimRow { standing_id: Some(row.id), ..claim(bed.id(), dates[date], anna, state) };
        claims::add(&mut tx, &new).await.unwrap();
        held.push(new);
    }
    add_claim(bed, &mut tx, dates[0], jan, ClaimState::Approved).await;
    let coming = standing::coming(&mut tx, row.id, noon()).await.unwrap();
    let ids: Vec<_> = coming.iter().map(|(claim, slot)| (claim.id, slot.id)).collect();
    assert_eq!(ids, [(held[1].id, dates[0]), (held[0].id, dates[1])]);
    assert_eq!(standing::places(&mut tx, dates[0]).await.unwrap(), 1, "standing people only");
    let other = add_series(bed, &mut tx, world.opportunity, 70, &[]).await;
    let next = add(bed, &mut tx, other, anna).await;
    standing::hand_on(&mut tx, (row.id, next.id), other).await.unwrap();
    assert_eq!(standing::coming(&mut tx, next.id, noon()).await.unwrap().len(), 0);
    standing::hand_on(&mut tx, (row.id, next.id), series).await.unwrap();
    assert_eq!(standing::coming(&mut tx, next.id, noon()).await.unwrap().len(), 2);
    let mut by_date = standing::places_by_date(&mut tx, series, noon()).await.unwrap();
    by_date.sort_by_key(|(slot, _)| *slot != dates[0]);
    assert_eq!(by_date, [(dates[0], 1), (dates[1], 1)]);
    assert!(standing::was_claimed(&mut tx, dates[0], jan).await.unwrap());
    assert!(!standing::was_claimed(&mut tx, dates[1], jan).await.unwrap());
}
