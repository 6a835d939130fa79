//! What the stores rely on in an engine.

use crate::fixtures::{add_person, add_slot, hours, world};
use crate::support::Bed;
use backend::db::is_unique_violation;
use backend::store::people;
use std::sync::atomic::{AtomicI32, Ordering};

pub async fn dropped_writes_are_gone(bed: &Bed) {
    let mut tx = bed.write().await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    drop(tx);
    let mut tx = bed.db.read().await.unwrap();
    assert_eq!(people::find(&mut tx, person).await.unwrap(), None);
}

pub async fn a_glance_sees_what_was_committed_meanwhile(bed: &Bed) {
    let mut glance = bed.db.glance().await.unwrap();
    let mut tx = bed.write().await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    assert_eq!(people::find(&mut glance, person).await.unwrap(), None);
    tx.commit().await.unwrap();
    assert!(people::find(&mut glance, person).await.unwrap().is_some());
}

pub async fn both_say_when_something_is_not_unique(bed: &Bed) {
    let mut tx = bed.write().await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let row = people::find(&mut tx, person).await.unwrap().unwrap();
    let error = people::add(&mut tx, &row).await.unwrap_err();
    assert!(is_unique_violation(&error), "{error}");
    assert!(!is_unique_violation(&sqlx::Error::RowNotFound));
}

pub async fn a_lock_lets_one_in_at_a_time(bed: &Bed) {
    let inside = AtomicI32::new(0);
    let visit = || async {
        let mut tx = bed.write().await;
        tx.lock("room").await.unwrap();
        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0, "two at once");
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        inside.fetch_sub(1, Ordering::SeqCst);
        tx.commit().await.unwrap();
    };
    futures::future::join_all((0..6).map(|_| visit())).await;
}

pub async fn foreign_keys_hold(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(5), (1, 2)).await;
    let stranger = crate::fixtures::claim(bed.id(), slot, bed.id(), domain::claim::ClaimState::Approved);
    let refused = backend::store::claims::add(&mut tx, &stranger).await.unwrap_err();
    assert!(!is_unique_violation(&refused), "{refused}");
}
