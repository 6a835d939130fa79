//! Who wants to hear when a place becomes free.

use crate::fixtures::{add_person, add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::store::watches::{self, WatchRow};

pub async fn a_wish_is_told_once_and_can_be_taken_back(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(60), (1, 2)).await;
    let other = add_slot(bed, &mut tx, world.opportunity, hours(70), (1, 2)).await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    let of_slot = WatchRow {
        id: bed.id(),
        person_id: anna,
        slot_id: Some(slot),
        opportunity_id: None,
        created_at: noon(),
        told_at: None,
    };
    let of_all = WatchRow {
        id: bed.id(),
        person_id: jan,
        slot_id: None,
        opportunity_id: Some(world.opportunity),
        ..of_slot
    };
    for row in [of_slot, of_all] {
        watches::add(&mut tx, &row).await.unwrap();
    }
    assert_eq!(watches::waiting(&mut tx, slot, world.opportunity).await.unwrap(), [of_slot, of_all]);
    assert_eq!(watches::waiting(&mut tx, other, world.opportunity).await.unwrap(), [of_all]);
    assert!(watches::watches(&mut tx, anna, Some(slot), None).await.unwrap());
    assert!(!watches::watches(&mut tx, anna, None, Some(world.opportunity)).await.unwrap());
    assert!(!watches::watches(&mut tx, jan, Some(slot), None).await.unwrap());
    assert!(watches::watches(&mut tx, jan, None, Some(world.opportunity)).await.unwrap());
    watches::told(&mut tx, of_slot.id, hours(1)).await.unwrap();
    assert_eq!(watches::waiting(&mut tx, slot, world.opportunity).await.unwrap(), [of_all]);
    assert!(!watches::watches(&mut tx, anna, Some(slot), None).await.unwrap());
    assert_eq!(watches::remove(&mut tx, jan, Some(slot), None).await.unwrap(), 0);
    assert_eq!(watches::remove(&mut tx, jan, None, Some(world.opportunity)).await.unwrap(), 1);
    assert_eq!(watches::waiting(&mut tx, slot, world.opportunity).await.unwrap(), []);
}
