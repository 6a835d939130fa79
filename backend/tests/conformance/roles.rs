//! Places by role, and what people can show.

use crate::fixtures::{add_claim, add_person, add_slot, add_volunteer, hours, world};
use crate::support::{Bed, noon};
use backend::store::roles::{self, RolePlaces};
use backend::store::{claims, dates, people, slots};
use domain::claim::ClaimState;
use domain::ids::RoleId;
use domain::person::VolunteerStatus;
use domain::qualification::Held;
use domain::role::RolePlan;
use domain::time::Day;
use jiff::civil::date;

const fn plan(role_id: RoleId, min_places: i64, max_places: i64) -> RolePlan {
    RolePlan { role_id, min_places, max_places }
}

pub async fn a_place_of_a_role_is_taken_only_while_the_role_has_room(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 3)).await;
    let (driving, packing): (RoleId, RoleId) = (bed.id(), bed.id());
    let plans = vec![plan(driving, 1, 1), plan(packing, 0, 2)];
    roles::put(&mut tx, &[(slot, plans.clone())]).await.unwrap();
    assert!(!slots::take_places(&mut tx, slot, None, 1).await.unwrap(), "the date has roles");
    assert!(slots::take_places(&mut tx, slot, Some(driving), 1).await.unwrap());
    assert!(!slots::take_places(&mut tx, slot, Some(driving), 1).await.unwrap(), "the role is full");
    assert!(!slots::take_places(&mut tx, slot, Some(bed.id()), 1).await.unwrap(), "no such role");
    assert!(!slots::take_places(&mut tx, slot, Some(packing), 3).await.unwrap(), "not so many");
    assert!(slots::take_places(&mut tx, slot, Some(packing), 2).await.unwrap());
    let row = slots::find(&mut tx, slot).await.unwrap().unwrap();
    let places = |role: RolePlan, taken| RolePlaces {
        role_id: role.role_id,
        min_places: role.min_places,
        max_places: role.max_places,
        taken,
    };
    assert_eq!((row.taken, row.roles.clone()), (3, vec![places(plans[0], 1), places(plans[1], 2)]));
    slots::free_places(&mut tx, slot, Some(packing), 1).await.unwrap();
    assert!(slots::free_places(&mut tx, slot, Some(driving), 2).await.is_err(), "fewer were taken");
    let other = add_slot(bed, &mut tx, world.opportunity, hours(30), (1, 3)).await;
    assert!(!slots::take_places(&mut tx, other, Some(driving), 1).await.unwrap(), "it has no roles");
    let found = roles::of_slots(&mut tx, &[slot, other]).await.unwrap();
    assert_eq!((found.len(), found[&slot].len()), (1, 2));
    assert_eq!(roles::of_opportunity(&mut tx, world.opportunity).await.unwrap(), found);
}

pub async fn roles_of_dates_are_replaced_and_counted_anew(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(3), (1, 3)).await;
    let (driving, packing): (RoleId, RoleId) = (bed.id(), bed.id());
    roles::put(&mut tx, &[(slot, vec![plan(driving, 1, 2)])]).await.unwrap();
    for (name, state) in
        [("Anna", ClaimState::Approved), ("Jan", ClaimState::Offered), ("Ewa", ClaimState::Pending)]
    {
        let person = add_person(bed, &mut tx, name).await;
        let claim = add_claim(bed, &mut tx, slot, person, state).await;
        let of_role = claims::ClaimRow { role_id: Some(driving), ..claim.clone() };
        assert!(claims::change(&mut tx, &claim, &of_role).await.unwrap());
    }
    dates::recount(&mut tx, &[slot]).await.unwrap();
    let taken = |row: &slots::SlotRow| row.roles.iter().map(|role| role.taken).collect::<Vec<_>>();
    let row = slots::find(&mut tx, slot).await.unwrap().unwrap();
    assert_eq!((row.taken, taken(&row)), (2, vec![2]));
    roles::put(&mut tx, &[(slot, vec![plan(packing, 1, 1), plan(driving, 1, 2)])]).await.unwrap();
    let row = slots::find(&mut tx, slot).await.unwrap().unwrap();
    assert_eq!((row.with_roles, taken(&row)), (true, vec![0, 2]));
    roles::recount(&mut tx, &[slot]).await.unwrap();
    let used = roles::in_use(&mut tx, world.opportunity, noon()).await.unwrap();
    assert_eq!(used, [driving, packing].into());
    dates::cancel(&mut tx, &[slot], noon()).await.unwrap();
    assert!(roles::in_use(&mut tx, world.opportunity, noon()).await.unwrap().is_empty());
    let row = slots::find(&mut tx, slot).await.unwrap().unwrap();
    assert_eq!((row.taken, taken(&row)), (0, vec![0, 0]));
    roles::put(&mut tx, &[(slot, Vec::new())]).await.unwrap();
    let row = slots::find(&mut tx, slot).await.unwrap().unwrap();
    assert_eq!((row.with_roles, row.roles.len()), (false, 0));
}

pub async fn what_people_can_show(bed: &Bed) {
    let mut tx = bed.write().await;
    let codes = roles::qualifications(&mut tx).await.unwrap();
    let reference: Vec<&str> = codes.iter().map(|code| code.0.as_str()).collect();
    assert_eq!(reference, domain::qualification::REFERENCE, "those with texts, in their order");
    let own = "kurs opieki".into();
    let anna = add_person(bed, &mut tx, "Anna").await;
    assert!(roles::add_qualification(&mut tx, &own, Some(anna), noon()).await.unwrap());
    assert!(!roles::add_qualification(&mut tx, &own, Some(anna), noon()).await.unwrap());
    assert_eq!(roles::qualifications(&mut tx).await.unwrap().last(), Some(&own));
    assert!(roles::end_qualification(&mut tx, &own, noon()).await.unwrap());
    assert!(!roles::end_qualification(&mut tx, &own, noon()).await.unwrap());
    assert!(!roles::qualifications(&mut tx).await.unwrap().contains(&own));
    assert!(roles::add_qualification(&mut tx, &own, None, noon()).await.unwrap(), "again");
    let jan = add_volunteer(bed, &mut tx, "Jan", VolunteerStatus::Active, noon()).await;
    let from = Day(date(2026, 1, 1));
    let held = vec![Held { code: own, from, until: None, by: anna, at: noon() }];
    roles::set_held(&mut tx, jan, held.clone()).await.unwrap();
    let row = people::volunteer(&mut tx, jan).await.unwrap().unwrap();
    assert_eq!(row.facts().qualifications, held);
    // Whoever writes the record from an older reading leaves it alone.
    let older = people::VolunteerRow { qualifications: sqlx::types::Json(Vec::new()), ..row };
    people::put_volunteer(&mut tx, &older).await.unwrap();
    let account = people::account(&mut tx, jan).await.unwrap().unwrap();
    assert_eq!(account.facts().unwrap().qualifications, held);
}
