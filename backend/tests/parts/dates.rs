//! Roles of several dates at once, and of dates that are changed.

use crate::world::{World, change_dates, role_places, slots_form};
use crate::{PACKER, claim, drive, driver, offer, problem, taken, wait, wrong};
use backend::service::{calendar, claims, dates, offers, opportunities, standing, waitlist};
use backend::store::slots;
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::form::{ChangeForm, DatesForm, InputProblem, RoleForm, SlotsForm, StandingForm};
use domain::ids::SlotId;
use domain::view::Outcome;

pub async fn chosen_dates_and_standing_places_have_one_role(world: World) {
    let anna = world.coordinator("Anna").await;
    let (first, driving, packing) = drive(&world, &anna, [(1, 2), (1, 2)]).await;
    let id = calendar::slot(&anna, first).await.expect("the page").opportunity_id;
    let both = vec![role_places(driving, (1, 2)), role_places(packing, (1, 2))];
    let weekly = SlotsForm {
        roles: both,
        pattern: "weekly".into(),
        count: "2".into(),
        standing: "100".into(),
        ..slots_form((1, 4), 10, "16:00", "18:00")
    };
    dates::add(&anna, id, &weekly).await.expect("a series");
    dates::add(&anna, id, &slots_form((1, 4), 18, "16:00", "18:00")).await.expect("a date without roles");
    let view = calendar::opportunity(&anna, id).await.expect("the page");
    let all: Vec<SlotId> = view.dates.iter().map(|date| date.id).collect();
    // On the second date of the series nobody drives.
    let only =
        SlotsForm { roles: vec![role_places(packing, (1, 2))], ..slots_form((1, 2), 17, "16:00", "18:00") };
    change_dates(&anna, all[2], &only, &ChangeForm::default(), "").await.expect("changed");
    let julia = driver(&world, &anna, "Julia").await;
    let slots = all.iter().map(ToString::to_string).collect();
    let form = DatesForm { slots, role: driving.to_string() };
    let outcomes = standing::claim_dates(&julia, &form).await.expect("claimed");
    let came: Vec<Outcome> = outcomes.into_iter().map(|date| date.outcome).collect();
    let claimed = Outcome::Claimed(ClaimState::Approved);
    let refused = Outcome::Refused(Refusal::NoSuchRole);
    assert_eq!(came, [claimed.clone(), claimed.clone(), refused.clone(), claimed.clone()]);
    assert_eq!((taken(&world, all[0]).await, taken(&world, all[1]).await), (vec![1, 0], vec![1, 0]));
    let series =
        dates::change_view(&anna, all[1], None).await.expect("the page").series.expect("a series").id;
    let olena = driver(&world, &anna, "Olena").await;
    let form = StandingForm { role: driving.to_string(), ..StandingForm::default() };
    let outcomes = standing::take(&olena, series, &form).await.expect("a standing place");
    let came: Vec<Outcome> = outcomes.into_iter().map(|date| date.outcome).collect();
    assert_eq!(came, [claimed.clone(), refused]);
    let bartek = world.volunteer("Bartek", |_| {}).await;
    let outcomes = standing::take(&bartek, series, &StandingForm::default()).await.expect("only packing");
    assert!(outcomes.iter().all(|date| date.outcome == claimed), "{outcomes:?}");
    assert_eq!((taken(&world, all[1]).await, taken(&world, all[2]).await), (vec![2, 1], vec![1]));
}

pub async fn roles_of_dates_are_changed_only_where_nobody_loses_theirs(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, packing) = drive(&world, &anna, [(1, 2), (1, 2)]).await;
    let (julia, olena) = (driver(&world, &anna, "Julia").await, driver(&world, &anna, "Olena").await);
    claim(&julia, slot, driving).await.expect("a place");
    claim(&olena, slot, driving).await.expect("a place");
    let asked = |driving_places, packing_places: Option<(u8, u8)>| {
        let mut roles = vec![role_places(driving, driving_places)];
        roles.extend(packing_places.map(|places| role_places(packing, places)));
        SlotsForm { roles, ..slots_form((1, 4), 9, "16:00", "18:00") }
    };
    let change = async |form: SlotsForm| change_dates(&anna, slot, &form, &ChangeForm::default(), "").await;
    let found = problem(change(asked((1, 1), Some((1, 9)))).await);
    assert_eq!(found, wrong("roles-0-max_places", InputProblem::BelowTaken), "though the date has room");
    let without =
        SlotsForm { roles: vec![role_places(packing, (1, 9))], ..slots_form((1, 4), 9, "16:00", "18:00") };
    assert_eq!(problem(change(without).await), wrong("roles", InputProblem::RoleTaken));
    let plain = slots_form((1, 4), 9, "16:00", "18:00");
    assert_eq!(problem(change(plain).await), wrong("roles", InputProblem::RoleTaken));
    let unknown = SlotsForm {
        roles: vec![role_places(world.node.new_id(), (1, 9))],
        ..slots_form((1, 4), 9, "16:00", "18:00")
    };
    assert_eq!(problem(change(unknown).await), wrong("roles", InputProblem::NotAChoice));
    change(asked((2, 3), None)).await.expect("nobody packs");
    assert_eq!(taken(&world, slot).await, [2]);
    let page = calendar::slot(&anna, slot).await.expect("the page");
    assert_eq!((page.card.min_places, page.card.max_places, page.card.taken), (2, 3, 2));
    let view = opportunities::editor(&anna, Some(page.opportunity_id)).await.expect("the editor");
    let [before, after] = view.history[0].detail.roles.clone().expect("in the history");
    assert_eq!((before.len(), after.len(), after[0].max_places), (2, 1, 3));
    // A date by itself gets roles while nobody is on it.
    let bare = world.slot(&anna, "instant", (1, 2), 14, "16:00", "18:00").await;
    claims::claim(&julia, bare).await.expect("a place");
    let form =
        SlotsForm { roles: vec![role_places(driving, (1, 1))], ..slots_form((1, 2), 14, "16:00", "18:00") };
    let found = problem(change_dates(&anna, bare, &form, &ChangeForm::default(), "").await);
    assert_eq!(found, wrong("roles", InputProblem::NotAChoice), "of another opportunity");
}

pub async fn more_places_in_a_role_are_offered(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, packing) = drive(&world, &anna, [(1, 1), (1, 3)]).await;
    let (julia, olena) = (driver(&world, &anna, "Julia").await, driver(&world, &anna, "Olena").await);
    claim(&julia, slot, driving).await.expect("a place");
    wait(&olena, slot, driving).await;
    let roles = vec![role_places(driving, (1, 2)), role_places(packing, (1, 2))];
    let form = SlotsForm { roles, ..slots_form((1, 4), 9, "16:00", "18:00") };
    change_dates(&anna, slot, &form, &ChangeForm::default(), "").await.expect("as many in all");
    offers::answer(&olena, offer(&olena).await, "", true).await.expect("yes");
    assert_eq!(taken(&world, slot).await, [2, 0]);
    // A coordinator's change of the order respects the role as well.
    let bartek = world.volunteer("Bartek", |_| {}).await;
    assert!(waitlist::queue(&anna, world.claim_of(&olena, slot).await, "bo tak").await.is_err());
    claim(&bartek, slot, packing).await.expect("a place");
}

pub async fn a_role_with_dates_cannot_be_left_out(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, _) = drive(&world, &anna, [(1, 1), (1, 1)]).await;
    let id = calendar::slot(&anna, slot).await.expect("the page").opportunity_id;
    let view = opportunities::editor(&anna, Some(id)).await.expect("the editor");
    let mut form = view.form.clone();
    form.roles.remove(0);
    assert_eq!(problem(opportunities::update(&anna, id, &form).await), wrong("roles", InputProblem::InUse));
    form = view.form.clone();
    form.roles[0].name = "kierowca busa".into();
    form.roles.push(RoleForm { name: "rozładunek".into(), min_age: "20".into(), ..RoleForm::default() });
    opportunities::update(&anna, id, &form).await.expect("renamed, and one more");
    let view = opportunities::editor(&anna, Some(id)).await.expect("the editor");
    let names: Vec<_> = view.roles.iter().map(|role| role.name.as_str()).collect();
    assert_eq!((names, view.roles[0].id), (vec!["kierowca busa", PACKER, "rozładunek"], driving));
    let told = view.history[0].detail.after.get("roles").expect("in the history");
    assert!(told.contains("rozładunek\t20\t"), "{told:?}");
    let mut form = view.form;
    form.roles.pop();
    opportunities::update(&anna, id, &form).await.expect("nobody needs it yet");
    let view = opportunities::editor(&anna, Some(id)).await.expect("the editor");
    assert_eq!((view.form.roles.len(), view.roles.len()), (2, 3), "its name stays for the past");
}

pub async fn new_dates_of_a_series_have_its_roles(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, packing) = drive(&world, &anna, [(1, 1), (1, 1)]).await;
    let id = calendar::slot(&anna, slot).await.expect("the page").opportunity_id;
    let places = |driving_places| vec![role_places(driving, driving_places), role_places(packing, (1, 2))];
    let weekly = SlotsForm {
        roles: places((1, 1)),
        pattern: "weekly".into(),
        count: "3".into(),
        ..slots_form((1, 1), 15, "16:00", "18:00")
    };
    assert_eq!(dates::add(&anna, id, &weekly).await.expect("a series"), 3);
    let view = opportunities::editor(&anna, Some(id)).await.expect("the editor");
    let of_series: Vec<SlotId> =
        view.slots.iter().filter(|slot| slot.series_id.is_some()).map(|slot| slot.id).collect();
    let shown = dates::change_view(&anna, of_series[0], None).await.expect("the page");
    let more = SlotsForm { count: String::new(), repeat_until: "2027-01-12".into(), ..shown.form };
    let all = ChangeForm { scope: "all".into(), ..ChangeForm::default() };
    change_dates(&anna, of_series[0], &more, &all, "").await.expect("longer");
    let other = SlotsForm { roles: places((2, 3)), ..more };
    change_dates(&anna, of_series[0], &other, &all, "").await.expect("more drivers");
    let view = opportunities::editor(&anna, Some(id)).await.expect("the editor");
    let of_series: Vec<_> = view.slots.iter().filter(|slot| slot.series_id.is_some()).collect();
    assert_eq!(of_series.len(), 5);
    for slot in of_series {
        assert_eq!((slot.min_places, slot.max_places), (3, 5));
        let mut tx = world.node.db.read().await.expect("a transaction");
        let row = slots::find(&mut tx, slot.id).await.expect("a read").expect("the slot");
        assert_eq!(row.roles.iter().map(|role| role.max_places).collect::<Vec<_>>(), [3, 2]);
    }
}

pub async fn cancelled_dates_free_the_places_of_roles(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, _) = drive(&world, &anna, [(1, 1), (1, 1)]).await;
    let julia = driver(&world, &anna, "Julia").await;
    claim(&julia, slot, driving).await.expect("a place");
    dates::cancel(&anna, slot, "").await.expect("cancelled");
    assert_eq!(taken(&world, slot).await, [0, 0]);
}
