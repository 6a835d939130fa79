//! The audit.

use crate::fixtures::hours;
use crate::support::{Bed, noon};
use backend::store::audit::{self, AuditRow};
use serde_json::json;
use sqlx::types::Json;

pub async fn entries_come_latest_first(bed: &Bed) {
    let mut tx = bed.write().await;
    let object = uuid::Uuid::from_u128(77);
    let entry = |at, action: &str| AuditRow {
        id: bed.id(),
        at,
        actor_id: None,
        action: action.into(),
        noun: "claim".into(),
        object_id: Some(object),
        detail: Json(json!({ "from": "pending", "count": 2, "why": null })),
    };
    let (first, second, third) =
        (entry(noon(), "claim"), entry(hours(1), "approve"), entry(hours(1), "undo"));
    let elsewhere = AuditRow { object_id: None, actor_id: Some(bed.id()), ..entry(hours(2), "view") };
    for row in [&first, &second, &third, &elsewhere] {
        audit::add(&mut tx, row).await.unwrap();
    }
    assert_eq!(audit::of(&mut tx, object).await.unwrap(), [third, second, first]);
    assert_eq!(audit::of(&mut tx, uuid::Uuid::nil()).await.unwrap(), []);
}
