//! Background work.

use crate::fixtures::hours;
use crate::support::{Bed, noon};
use backend::store::jobs::{self, JobRow};
use domain::ids::JobId;
use serde_json::json;
use sqlx::types::Json;

fn job(id: JobId, due_at: domain::time::Instant) -> JobRow {
    JobRow { id, task: "mail".into(), payload: Json(json!({ "id": "żółć" })), due_at, attempts: 0 }
}

pub async fn a_lease_is_exclusive_until_it_ends(bed: &Bed) {
    let row = job(bed.id(), noon());
    let mut tx = bed.write().await;
    jobs::add(&mut tx, std::slice::from_ref(&row)).await.unwrap();
    assert!(jobs::lease(&mut tx, noon().plus_seconds(-1), hours(1), 9).await.unwrap().is_empty(), "not due");
    let leased = jobs::lease(&mut tx, noon(), hours(1), 9).await.unwrap();
    assert_eq!((leased.len(), leased[0].attempts, &leased[0].payload), (1, 1, &row.payload));
    assert!(jobs::lease(&mut tx, noon(), hours(1), 9).await.unwrap().is_empty(), "somebody has it");
    let again = jobs::lease(&mut tx, hours(1), hours(2), 9).await.unwrap();
    assert_eq!(again[0].attempts, 2, "whoever had it is gone");
    assert_eq!(jobs::open(&mut tx).await.unwrap(), 1);
    jobs::done(&mut tx, row.id).await.unwrap();
    assert_eq!(jobs::open(&mut tx).await.unwrap(), 0);
}

pub async fn leases_are_limited_and_oldest_first(bed: &Bed) {
    let mut tx = bed.write().await;
    for minutes in [30, 10, 20] {
        jobs::add(&mut tx, &[job(bed.id(), noon().plus_minutes(minutes))]).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut first = bed.write().await;
    let mut due: Vec<_> = jobs::lease(&mut first, hours(1), hours(2), 2).await.unwrap();
    due.sort_by_key(|job| job.due_at);
    let minutes: Vec<i64> = due.iter().map(|job| job.due_at.minutes_since(noon())).collect();
    assert_eq!(minutes, [10, 20]);
    first.commit().await.unwrap();
    let mut second = bed.write().await;
    assert_eq!(jobs::lease(&mut second, hours(1), hours(2), 2).await.unwrap().len(), 1);
}

pub async fn workers_at_once_never_share_a_job(bed: &Bed) {
    let mut tx = bed.write().await;
    for _ in 0..6 {
        jobs::add(&mut tx, &[job(bed.id(), noon())]).await.unwrap();
    }
    tx.commit().await.unwrap();
    let worker = || async {
        let mut tx = bed.write().await;
        let leased = jobs::lease(&mut tx, noon(), hours(1), 2).await.unwrap();
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        tx.commit().await.unwrap();
        leased
    };
    let leased = futures::future::join_all((0..4).map(|_| worker())).await;
    let mut ids: Vec<JobId> = leased.into_iter().flatten().map(|job| job.id).collect();
    ids.sort();
    let count = ids.len();
    ids.dedup();
    assert_eq!((count, ids.len()), (6, 6), "each once");
}

pub async fn failed_jobs_come_back_or_stay(bed: &Bed) {
    let mut tx = bed.write().await;
    let row = job(bed.id(), noon());
    jobs::add(&mut tx, std::slice::from_ref(&row)).await.unwrap();
    jobs::lease(&mut tx, noon(), hours(9), 1).await.unwrap();
    jobs::retry(&mut tx, row.id, hours(1)).await.unwrap();
    assert!(jobs::lease(&mut tx, noon(), hours(9), 1).await.unwrap().is_empty());
    assert_eq!(jobs::lease(&mut tx, hours(1), hours(9), 1).await.unwrap()[0].attempts, 2);
    jobs::give_up(&mut tx, row.id, "no such mailbox").await.unwrap();
    assert!(jobs::lease(&mut tx, hours(20), hours(21), 1).await.unwrap().is_empty());
    assert_eq!(jobs::open(&mut tx).await.unwrap(), 0);
}
