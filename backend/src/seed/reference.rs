//! Reference data into the database.

use super::Result;
use super::data::{CentreTexts, Reference};
use crate::db::Tx;
use crate::store::centre::{self, Centre};
use domain::form::CentreRules;
use domain::ids::DistrictId;
use sha2::{Digest, Sha256};

/// 1 January 2026: the moment in the ids of districts.
const ERA_MILLIS: u64 = 1_767_225_600_000;

/// Writes kinds, districts and the centre, unless they are there.
pub(super) async fn write(tx: &mut Tx, data: &Reference, texts: &CentreTexts, is_demo: bool) -> Result<()> {
    for kind in &data.kinds {
        centre::add_kind(tx, kind).await?;
    }
    for name in &data.districts {
        centre::add_district(tx, district_id(name), name).await?;
    }
    if centre::find(tx).await?.is_none() {
        centre::put(tx, &new_centre(texts, is_demo)).await?;
    }
    Ok(())
}

/// Somebody has begun to work here: there are people or organisations, or the centre has a text of its own.
pub(super) async fn in_use(tx: &mut Tx, data: &Reference) -> Result<bool> {
    let (people,): (i64,) = tx.query("SELECT COUNT(*) FROM person").one().await?;
    let begun = people > 0 || !centre::organisations(tx).await?.is_empty();
    let placeholder = new_centre(&data.centre, false);
    Ok(begun || centre::find(tx).await?.is_some_and(|centre| centre != placeholder))
}

/// Removes the placeholder, so that a demonstration can take its place: no store method turns one into the other.
pub(super) async fn forget_centre(tx: &mut Tx) -> Result<()> {
    tx.query("DELETE FROM centre").run().await?;
    Ok(())
}

/// The same district has the same id in every centre.
fn district_id(name: &str) -> DistrictId {
    let digest = Sha256::digest(name.as_bytes());
    let mut bytes = [0; 10];
    for (byte, from) in bytes.iter_mut().zip(digest) {
        *byte = from;
    }
    DistrictId(uuid::Builder::from_unix_timestamp_millis(ERA_MILLIS, &bytes).into_uuid())
}

fn new_centre(texts: &CentreTexts, is_demo: bool) -> Centre {
    let CentreTexts { name, address, phone, email } = texts.clone();
    Centre { name, address, phone, email, is_demo, rules: CentreRules::default() }
}
