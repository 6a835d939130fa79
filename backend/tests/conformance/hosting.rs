//! What a host sees.

use crate::fixtures::{add_claim, add_opportunity, add_organisation, add_person, add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::store::{hosting, hours};
use domain::claim::ClaimState;

pub async fn own_slots_with_their_people(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let busy = add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 9)).await;
    let lonely = add_slot(bed, &mut tx, world.opportunity, hours(2), (1, 9)).await;
    let late = add_slot(bed, &mut tx, world.opportunity, hours(5), (1, 9)).await;
    let elsewhere = add_organisation(bed, &mut tx, "Fundacja", None).await;
    let other = add_opportunity(bed, &mut tx, elsewhere, "Inna").await;
    let theirs = add_slot(bed, &mut tx, other, hours(3), (1, 9)).await;
    let mut rows = Vec::new();
    for (name, state) in [
        ("Jan Kos", ClaimState::Approved),
        ("Anna Kos", ClaimState::Attended),
        ("Ewa Kos", ClaimState::Pending),
    ] {
        let person = add_person(bed, &mut tx, name).await;
        rows.push(add_claim(bed, &mut tx, busy, person, state).await);
    }
    hours::put(&mut tx, &rows[1], 75, rows[1].person_id, noon()).await.unwrap();
    let own = hosting::slots(&mut tx, Some(&[world.organisation]), noon(), hours(5)).await.unwrap();
    let own: Vec<_> = own.iter().map(|row| (row.id, row.name.as_deref(), row.minutes)).collect();
    let expected = [(busy, Some("Anna Kos"), Some(75)), (busy, Some("Jan Kos"), None), (lonely, None, None)];
    assert_eq!(own, expected, "by time and name; who only asks is not shown");
    let ids = |found: Vec<hosting::HostedRow>| found.into_iter().map(|row| row.id).collect::<Vec<_>>();
    let both = [world.organisation, elsewhere];
    let all = hosting::slots(&mut tx, None, noon(), hours(6)).await.unwrap();
    assert_eq!(ids(all), [busy, busy, lonely, theirs, late]);
    let named = hosting::slots(&mut tx, Some(&both), hours(2), hours(5)).await.unwrap();
    assert_eq!(ids(named), [lonely, theirs]);
}
