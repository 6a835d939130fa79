//! The centre and its reference data.

use crate::fixtures::{add_organisation, kind, world};
use crate::support::Bed;
use backend::store::centre::{self, Centre};
use domain::claiming::Limits;
use domain::form::CentreRules;
use domain::ids::DistrictId;
use domain::text::Code;

fn demo() -> Centre {
    Centre {
        name: "Ośrodek".into(),
        address: "ul. Żabia 1".into(),
        phone: "+48 24 000 00 00".into(),
        email: "a@example.org".into(),
        is_demo: true,
        rules: CentreRules { decides_swaps: true, party_places: 25, ..CentreRules::default() },
    }
}

pub async fn a_centre_is_set_up_once(bed: &Bed) {
    let mut tx = bed.write().await;
    assert_eq!(centre::find(&mut tx).await.unwrap(), None);
    assert_eq!(centre::rules(&mut tx).await.unwrap(), CentreRules::default());
    centre::put(&mut tx, &demo()).await.unwrap();
    assert_eq!(centre::find(&mut tx).await.unwrap(), Some(demo()));
    assert_eq!(centre::rules(&mut tx).await.unwrap(), demo().rules);
    let limits = Limits { travel_minutes: 5, weekly_minutes: 600, minor_weekly_minutes: 300 };
    let rules = CentreRules { limits, cancel_hours: 1, waitlist_hours: 2, ..CentreRules::default() };
    let changed = Centre { name: "Inny".into(), rules, is_demo: false, ..demo() };
    centre::put(&mut tx, &changed).await.unwrap();
    let stays = Centre { is_demo: true, ..changed };
    assert_eq!(centre::find(&mut tx).await.unwrap(), Some(stays), "a demonstration stays one");
}

pub async fn districts_are_unique(bed: &Bed) {
    let mut tx = bed.write().await;
    let first: DistrictId = bed.id();
    centre::add_district(&mut tx, first, "Winiary").await.unwrap();
    centre::add_district(&mut tx, bed.id(), "Winiary").await.unwrap();
    centre::add_district(&mut tx, bed.id(), "Radziwie").await.unwrap();
    let found = centre::districts(&mut tx).await.unwrap();
    let names: Vec<&str> = found.iter().map(|district| district.name.as_str()).collect();
    assert_eq!(names, ["Radziwie", "Winiary"]);
    assert_eq!(found[1].id, first, "the first stays");
}

pub async fn organisations_come_by_name(bed: &Bed) {
    let mut tx = bed.write().await;
    let district = bed.id();
    centre::add_district(&mut tx, district, "Winiary").await.unwrap();
    let b = add_organisation(bed, &mut tx, "Boisko", Some(district)).await;
    let a = add_organisation(bed, &mut tx, "Aula", None).await;
    let found = centre::organisations(&mut tx).await.unwrap();
    let ids: Vec<_> = found.iter().map(|organisation| (organisation.id, organisation.district_id)).collect();
    assert_eq!(ids, [(a, None), (b, Some(district))]);
}

pub async fn kinds_come_in_their_order(bed: &Bed) {
    let mut tx = bed.write().await;
    let (second, first) = (kind("second", 2), kind("first", 1));
    centre::add_kind(&mut tx, &second).await.unwrap();
    centre::add_kind(&mut tx, &first).await.unwrap();
    centre::add_kind(&mut tx, &kind("first", 9)).await.unwrap();
    assert_eq!(centre::kinds(&mut tx).await.unwrap(), [first, second.clone()], "what is there stays");
    assert_eq!(centre::kind(&mut tx, &Code::from("second")).await.unwrap(), Some(second));
    assert_eq!(centre::kind(&mut tx, &Code::from("third")).await.unwrap(), None);
}

pub async fn trust_is_given_and_taken_back(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    assert_eq!(centre::trusted(&mut tx).await.unwrap(), []);
    assert!(centre::trust(&mut tx, world.organisation, true).await.unwrap());
    assert!(!centre::trust(&mut tx, world.organisation, true).await.unwrap(), "it is already");
    assert_eq!(centre::trusted(&mut tx).await.unwrap(), [world.organisation]);
    assert!(centre::trust(&mut tx, world.organisation, false).await.unwrap());
    assert_eq!(centre::trusted(&mut tx).await.unwrap(), []);
}
