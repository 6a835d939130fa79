//! Groups and the names on their lists.

use crate::fixtures::{World, add_claim, add_person, add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::db::Tx;
use backend::store::parties::{self, GuestRow, PartyRow};
use domain::claim::ClaimState;
use domain::ids::ClaimId;
use domain::party::PartyKind;
use domain::time::Day;
use jiff::civil::date;

async fn add_party(
    bed: &Bed,
    tx: &mut Tx,
    world: &World,
    name: &str,
    change: impl FnOnce(&mut PartyRow),
) -> PartyRow {
    let slot = add_slot(bed, tx, world.opportunity, hours(200), (1, 20)).await;
    let person = add_person(bed, tx, name).await;
    let claim = add_claim(bed, tx, slot, person, ClaimState::Approved).await;
    let mut row = PartyRow {
        claim_id: claim.id,
        kind: PartyKind::School,
        name: name.into(),
        names_days: 3,
        names_until: hours(100),
        reminded_at: None,
        closed_at: None,
        freed: 0,
    };
    change(&mut row);
    parties::add(tx, &row).await.unwrap();
    row
}

fn guest(bed: &Bed, claim_id: ClaimId, position: i64, name: &str) -> GuestRow {
    let birth_on = Some(Day(date(2011, 3, 12)));
    GuestRow { id: bed.id(), claim_id, position, name: name.into(), birth_on, came: None }
}

pub async fn a_group_comes_back_as_written(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let row = add_party(bed, &mut tx, &world, "Klasa 2b", |_| {}).await;
    assert_eq!(parties::find(&mut tx, row.claim_id).await.unwrap(), Some(row.clone()));
    assert_eq!(parties::find(&mut tx, bed.id()).await.unwrap(), None);
    let closed = PartyRow {
        names_until: hours(90),
        reminded_at: Some(hours(1)),
        closed_at: Some(hours(2)),
        freed: 2,
        ..row
    };
    parties::change(&mut tx, &closed).await.unwrap();
    assert_eq!(parties::find(&mut tx, closed.claim_id).await.unwrap(), Some(closed));
}

pub async fn names_come_in_their_order(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let claim = add_party(bed, &mut tx, &world, "Klasa 2b", |_| {}).await.claim_id;
    let other = add_party(bed, &mut tx, &world, "Klasa 3c", |_| {}).await.claim_id;
    let rows = [guest(bed, claim, 1, "Ala Nowak"), guest(bed, claim, 2, "Jan Kos")];
    parties::put_guests(&mut tx, other, &[guest(bed, other, 1, "Iga Lis")]).await.unwrap();
    parties::put_guests(&mut tx, claim, &[guest(bed, claim, 1, "Kto Inny")]).await.unwrap();
    parties::put_guests(&mut tx, claim, &rows).await.unwrap();
    assert_eq!(parties::guests(&mut tx, claim).await.unwrap(), rows);
    assert_eq!(parties::guests(&mut tx, other).await.unwrap().len(), 1);
    let found = parties::guest(&mut tx, rows[1].id).await.unwrap();
    assert_eq!(found, Some((claim, world.organisation)));
    assert_eq!(parties::guest(&mut tx, bed.id()).await.unwrap(), None);
    for came in [Some(true), Some(false), None] {
        parties::record(&mut tx, rows[1].id, came).await.unwrap();
        let came_now =
            parties::guests(&mut tx, claim).await.unwrap().iter().map(|row| row.came).collect::<Vec<_>>();
        assert_eq!(came_now, [None, came]);
    }
}

pub async fn names_that_are_due(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let later = add_party(bed, &mut tx, &world, "Klasa 1a", |row| row.names_until = hours(120)).await;
    let reminded = |row: &mut PartyRow| row.reminded_at = Some(noon());
    let due = add_party(bed, &mut tx, &world, "Klasa 2b", reminded).await;
    let closed = |row: &mut PartyRow| row.closed_at = Some(noon());
    add_party(bed, &mut tx, &world, "Klasa 3c", closed).await;
    assert_eq!(parties::due(&mut tx, hours(50), hours(100)).await.unwrap(), []);
    assert_eq!(parties::due(&mut tx, hours(50), hours(120)).await.unwrap(), std::slice::from_ref(&later));
    assert_eq!(parties::due(&mut tx, hours(100), hours(148)).await.unwrap(), [due.clone(), later.clone()]);
    let mut open = parties::open_of_opportunity(&mut tx, world.opportunity).await.unwrap();
    open.sort_by_key(|row| row.names_until);
    assert_eq!(open, [due, later]);
    assert_eq!(parties::open_of_opportunity(&mut tx, bed.id()).await.unwrap(), []);
}

pub async fn names_are_forgotten_some_time_after(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let claim = add_party(bed, &mut tx, &world, "Klasa 2b", |_| {}).await.claim_id;
    let row = guest(bed, claim, 1, "Ala Nowak");
    parties::put_guests(&mut tx, claim, std::slice::from_ref(&row)).await.unwrap();
    parties::record(&mut tx, row.id, Some(true)).await.unwrap();
    assert_eq!(parties::forget(&mut tx, hours(200)).await.unwrap(), 0);
    assert_eq!(parties::forget(&mut tx, hours(300)).await.unwrap(), 1);
    assert_eq!(parties::forget(&mut tx, hours(300)).await.unwrap(), 0);
    let forgotten = GuestRow { name: String::new(), birth_on: None, came: Some(true), ..row };
    assert_eq!(parties::guests(&mut tx, claim).await.unwrap(), [forgotten]);
}
