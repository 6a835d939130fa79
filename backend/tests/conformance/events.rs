//! The event log.

use crate::fixtures::hours;
use crate::support::{Bed, noon};
use backend::store::events::{self, NewEvent};
use domain::event::Topic;
use domain::ids::PersonId;

fn event(person: Option<PersonId>) -> NewEvent {
    NewEvent {
        topic: Topic::Claim,
        claim_id: None,
        slot_id: None,
        opportunity_id: None,
        organisation_id: None,
        person_id: person,
    }
}

pub async fn numbers_follow_the_order_of_commits(bed: &Bed) {
    let mut tx = bed.write().await;
    assert!(!events::waiting(&mut tx).await.unwrap());
    assert_eq!(events::range(&mut tx).await.unwrap(), (0, 0));
    let person: PersonId = bed.id();
    events::add(&mut tx, bed.id(), event(None), hours(1)).await.unwrap();
    events::add(&mut tx, bed.id(), event(Some(person)), noon()).await.unwrap();
    assert!(events::waiting(&mut tx).await.unwrap());
    assert_eq!(events::after(&mut tx, 0).await.unwrap(), [], "nothing is told before it has a number");
    assert_eq!(events::number_waiting(&mut tx).await.unwrap(), 2);
    assert_eq!(events::number_waiting(&mut tx).await.unwrap(), 0);
    // A later batch gets higher numbers, even if it happened earlier.
    events::add(&mut tx, bed.id(), event(None), noon().plus_seconds(-60)).await.unwrap();
    assert_eq!(events::number_waiting(&mut tx).await.unwrap(), 1);
    assert_eq!(events::range(&mut tx).await.unwrap(), (1, 3));
    let all = events::after(&mut tx, 0).await.unwrap();
    assert_eq!(all.iter().map(|event| event.seq).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!((all[0].person_id, all[1].person_id), (Some(person), None), "by time within a batch");
    assert_eq!(events::after(&mut tx, 2).await.unwrap(), all[2..]);
    assert_eq!(events::after(&mut tx, 3).await.unwrap(), []);
}

pub async fn a_batch_is_at_most_two_thousand(bed: &Bed) {
    let mut tx = bed.write().await;
    let many: Vec<_> = (0..2_001).map(|_| (bed.id(), event(None))).collect();
    events::add_many(&mut tx, &many, noon()).await.unwrap();
    assert_eq!(events::number_waiting(&mut tx).await.unwrap(), 2_001);
    let batch = events::after(&mut tx, 0).await.unwrap();
    assert_eq!((batch.len(), batch.last().map(|event| event.seq)), (2_000, Some(2_000)));
    assert_eq!(events::after(&mut tx, 2_000).await.unwrap().len(), 1);
}

pub async fn forgetting_keeps_the_last(bed: &Bed) {
    let mut tx = bed.write().await;
    for _ in 0..3 {
        events::add(&mut tx, bed.id(), event(None), noon()).await.unwrap();
    }
    assert_eq!(events::forget(&mut tx, hours(9)).await.unwrap(), 0, "without a number nothing goes");
    events::number_waiting(&mut tx).await.unwrap();
    assert_eq!(events::forget(&mut tx, noon()).await.unwrap(), 0, "not old enough");
    assert_eq!(events::forget(&mut tx, hours(9)).await.unwrap(), 2);
    assert_eq!(events::range(&mut tx).await.unwrap(), (3, 3));
    events::add(&mut tx, bed.id(), event(None), hours(10)).await.unwrap();
    events::number_waiting(&mut tx).await.unwrap();
    assert_eq!(events::range(&mut tx).await.unwrap(), (3, 4), "numbers go on");
}
