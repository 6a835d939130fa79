//! Roles within a date and what people must be able to show; on both engines.

#[path = "parts/dates.rs"]
mod dates;
mod world;

use backend::context::Cx;
use backend::error::Error;
use backend::service::{
    approval, calendar, claims, coverage, dashboard, dates as days, hosting, matching, offers, opportunities,
    pairs, profile, qualifications, stand_in,
};
use backend::store::{audit, claims as rows, slots};
use dates::{
    a_role_with_dates_cannot_be_left_out, cancelled_dates_free_the_places_of_roles,
    chosen_dates_and_standing_places_have_one_role, more_places_in_a_role_are_offered,
    new_dates_of_a_series_have_its_roles, roles_of_dates_are_changed_only_where_nobody_loses_theirs,
};
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::form::{
    ClaimForm, FieldProblem, InputProblem, QualificationForm, RuleForm, SlotsForm, StandInForm, SwapForm,
};
use domain::ids::{OfferId, PersonId, RoleId, SlotId};
use domain::problem::Problem;
use domain::time::Day;
use domain::view::{BoardQuery, Seating, Standing};
use jiff::civil::date;
use world::{World, role_places, slots_form};

on_both_engines! {
    a_role_is_chosen_and_has_places_of_its_own
    one_role_left_is_not_asked_about
    a_qualification_is_asked_for_on_the_date
    who_sees_what_somebody_can_show
    a_freed_place_goes_to_who_waits_for_that_role
    a_stand_in_takes_the_role_and_must_qualify
    a_swap_exchanges_roles
    a_coordinator_asks_and_keeps_in_a_role
    an_offer_of_another_role_moves_a_waiting_claim
    the_board_suggests_only_who_can_claim_that_role
    a_rule_that_wants_everything_valid_looks_at_the_role
    chosen_dates_and_standing_places_have_one_role
    roles_of_dates_are_changed_only_where_nobody_loses_theirs
    more_places_in_a_role_are_offered
    a_role_with_dates_cannot_be_left_out
    new_dates_of_a_series_have_its_roles
    cancelled_dates_free_the_places_of_roles
}

const DRIVER: &str = "kierowca";
const PACKER: &str = "pakowanie";
const LICENCE: &str = "driving-b";

fn problem<T: std::fmt::Debug>(result: Result<T, Error>) -> Problem {
    match result {
        Err(Error::Problem(problem)) => problem,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

fn wrong(field: &str, problem: InputProblem) -> Problem {
    Problem::Invalid(vec![FieldProblem { field: field.into(), problem }])
}

fn id_of(cx: &Cx) -> PersonId {
    cx.actor.person_id().expect("a person")
}

fn needs() -> Refusal {
    Refusal::Unqualified { needs: LICENCE.into() }
}

fn form(role: RoleId) -> ClaimForm {
    ClaimForm { role: role.to_string(), ..ClaimForm::default() }
}

async fn claim(cx: &Cx, slot: SlotId, role: RoleId) -> Result<ClaimState, Error> {
    claims::claim_as(cx, slot, &form(role)).await
}

async fn wait(cx: &Cx, slot: SlotId, role: RoleId) -> ClaimState {
    let form = ClaimForm { queue: "on".into(), ..form(role) };
    claims::claim_as(cx, slot, &form).await.expect("a turn")
}

/// A driver with a licence, and a packer, both with room for so many.
async fn drive(world: &World, anna: &Cx, places: [(u8, u8); 2]) -> (SlotId, RoleId, RoleId) {
    let roles: [(&str, &[&str], (u8, u8)); 2] = [(DRIVER, &[LICENCE], places[0]), (PACKER, &[], places[1])];
    let (slot, roles) = world.slot_of_roles(anna, "instant", 9, &roles).await;
    (slot, roles[0], roles[1])
}

async fn licence(anna: &Cx, person: &Cx, from: &str, until: &str) {
    let form = QualificationForm { code: LICENCE.into(), from: from.into(), until: until.into() };
    qualifications::record(anna, id_of(person), &form).await.expect("recorded");
}

async fn driver(world: &World, anna: &Cx, name: &str) -> Cx {
    let cx = world.volunteer(name, |_| {}).await;
    licence(anna, &cx, "2026-01-01", "").await;
    cx
}

/// Places taken by role; they are those of the claims, and their sum is the date's.
async fn taken(world: &World, slot: SlotId) -> Vec<i64> {
    let mut tx = world.node.db.read().await.expect("a transaction");
    let row = slots::find(&mut tx, slot).await.expect("a read").expect("the slot");
    let live = rows::live_of_slot(&mut tx, slot).await.expect("claims");
    for places in &row.roles {
        let own = live.iter().filter(|claim| claim.role_id == Some(places.role_id));
        assert_eq!(places.taken, own.map(rows::ClaimRow::places_held).sum::<i64>(), "those of the claims");
    }
    let taken: Vec<i64> = row.roles.iter().map(|places| places.taken).collect();
    assert_eq!(row.taken, taken.iter().sum::<i64>(), "the sum");
    assert_eq!(row.max_places, row.roles.iter().map(|places| places.max_places).sum::<i64>());
    taken
}

/// The same person a week later, when hosts see who comes.
fn soon(world: &World, cx: &Cx) -> Cx {
    let later = world.at(world::now().plus_days(7));
    later.acting(id_of(cx), cx.actor.grants().to_vec())
}

async fn offer(cx: &Cx) -> OfferId {
    offers::mine(cx).await.expect("offers").first().expect("an offer").id
}

async fn a_role_is_chosen_and_has_places_of_its_own(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, packing) = drive(&world, &anna, [(1, 1), (1, 2)]).await;
    let (julia, olena) = (driver(&world, &anna, "Julia").await, driver(&world, &anna, "Olena").await);
    let page = calendar::slot(&julia, slot).await.expect("the page");
    let names: Vec<_> =
        page.roles.iter().map(|role| (role.name.as_str(), role.taken, role.max_places)).collect();
    assert_eq!(names, [(DRIVER, 0, 1), (PACKER, 0, 2)]);
    assert_eq!(problem(claims::claim(&julia, slot).await), wrong("role", InputProblem::Empty), "a choice");
    let unknown = world.node.new_id();
    assert_eq!(problem(claim(&julia, slot, unknown).await), wrong("role", InputProblem::NotAChoice));
    assert_eq!(claim(&julia, slot, driving).await.expect("a place"), ClaimState::Approved);
    assert_eq!(taken(&world, slot).await, [1, 0]);
    assert_eq!(problem(claim(&olena, slot, driving).await), Problem::Refused(Refusal::Full), "that role is");
    assert_eq!(claim(&olena, slot, packing).await.expect("a place"), ClaimState::Approved);
    assert_eq!(taken(&world, slot).await, [1, 1]);
    let own = calendar::slot(&julia, slot).await.expect("the page").own.expect("a claim");
    assert_eq!(own.role.as_deref(), Some(DRIVER));
    let host = hosting::overview(&soon(&world, &anna)).await.expect("the list");
    let people = host.coming.iter().flat_map(|slot| &slot.people);
    let mut roles: Vec<_> = people.map(|person| (person.name.as_str(), person.role.as_deref())).collect();
    roles.sort_unstable();
    assert_eq!(roles, [("Julia", Some(DRIVER)), ("Olena", Some(PACKER))]);
    claims::withdraw(&julia, world.claim_of(&julia, slot).await).await.expect("stepped back");
    assert_eq!(taken(&world, slot).await, [0, 1]);
    // The statement itself: no role for a date that has some, no place beyond the role's own.
    let mut tx = world.node.db.write().await.expect("a transaction");
    assert!(!slots::take_places(&mut tx, slot, None, 1).await.expect("asked"));
    assert!(!slots::take_places(&mut tx, slot, Some(driving), 2).await.expect("asked"));
    assert!(!slots::take_places(&mut tx, slot, Some(unknown), 1).await.expect("asked"));
    drop(tx);
    assert_eq!(taken(&world, slot).await, [0, 1], "nothing was taken");
}

async fn one_role_left_is_not_asked_about(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, _) = drive(&world, &anna, [(1, 1), (1, 1)]).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    claims::claim(&julia, slot).await.expect("only packing is open to her");
    assert_eq!(taken(&world, slot).await, [0, 1]);
    let olena = world.volunteer("Olena", |_| {}).await;
    let card = calendar::slot(&olena, slot).await.expect("the page").card;
    // Driving needs a licence, packing is full: of both the one that is nearer.
    assert_eq!(card.standing, Standing::Closed(Refusal::Full));
    assert_eq!(card.missing(), 1, "a driver is missing, whoever packs");
    assert_eq!(problem(claim(&olena, slot, driving).await), Problem::Refused(needs()));
    assert_eq!(problem(claims::claim(&olena, slot).await), Problem::Refused(Refusal::Full));
    licence(&anna, &olena, "2026-01-01", "").await;
    claims::claim(&olena, slot).await.expect("only driving is left");
    assert_eq!(taken(&world, slot).await, [1, 1]);
}

async fn a_qualification_is_asked_for_on_the_date(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, _) = drive(&world, &anna, [(1, 2), (1, 1)]).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    let refusal = |page: &domain::view::SlotPage| page.roles[0].refusal.clone();
    let page = calendar::slot(&julia, slot).await.expect("the page");
    assert_eq!(refusal(&page), Some(needs()), "told before the tap");
    licence(&anna, &julia, "2026-12-10", "").await;
    assert_eq!(
        problem(claim(&julia, slot, driving).await),
        Problem::Refused(needs()),
        "from the next day on"
    );
    licence(&anna, &julia, "2026-01-01", "2026-12-08").await;
    let ends = Refusal::QualificationEnds { ends_on: Day(date(2026, 12, 8)), what: LICENCE.into() };
    let page = calendar::slot(&julia, slot).await.expect("the page");
    assert_eq!(refusal(&page), Some(ends.clone()));
    assert_eq!(problem(claim(&julia, slot, driving).await), Problem::Refused(ends));
    licence(&anna, &julia, "2026-01-01", "2026-12-09").await;
    claim(&julia, slot, driving).await.expect("to the very day");
    // What everybody needs.
    let view = opportunities::editor(&anna, Some(page.opportunity_id)).await.expect("the editor");
    let form = domain::form::OpportunityForm { requires: vec!["safety".into()], ..view.form };
    assert!(opportunities::update(&anna, page.opportunity_id, &form).await.expect("saved"));
    let olena = world.volunteer("Olena", |_| {}).await;
    let safety = Refusal::Unqualified { needs: "safety".into() };
    let card = calendar::slot(&olena, slot).await.expect("the page").card;
    assert_eq!(card.standing, Standing::Closed(safety.clone()));
    assert_eq!(problem(claims::claim(&olena, slot).await), Problem::Refused(safety));
    let odd = domain::form::OpportunityForm { requires: vec!["nothing such".into()], ..form };
    let found = problem(opportunities::update(&anna, page.opportunity_id, &odd).await);
    assert_eq!(found, wrong("requires", InputProblem::NotAChoice));
}

async fn who_sees_what_somebody_can_show(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, _) = drive(&world, &anna, [(1, 1), (1, 1)]).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    qualifications::add(&anna, "kurs opieki").await.expect("added");
    assert_eq!(problem(qualifications::add(&anna, "Kurs  opieki").await), wrong("name", InputProblem::Twice));
    assert_eq!(problem(qualifications::add(&anna, "first-aid").await), wrong("name", InputProblem::Twice));
    for (code, from) in [("kurs opieki", "2026-03-01"), (LICENCE, "2026-01-01")] {
        let form = QualificationForm { code: code.into(), from: from.into(), until: "2027-01-01".into() };
        qualifications::record(&anna, id_of(&julia), &form).await.expect("recorded");
    }
    let unknown = QualificationForm { code: "x".into(), from: "2026-01-01".into(), until: String::new() };
    let found = problem(qualifications::record(&anna, id_of(&julia), &unknown).await);
    assert_eq!(found, wrong("code", InputProblem::NotAChoice));
    let own = profile::show(&julia).await.expect("the profile").qualifications;
    assert_eq!(
        own.iter().map(|row| (row.code.0.as_str(), row.by.as_str())).collect::<Vec<_>>(),
        [(LICENCE, "Anna"), ("kurs opieki", "Anna")]
    );
    // Saving the profile leaves it alone.
    profile::save(&julia, &profile::show(&julia).await.expect("the profile").form).await.expect("saved");
    let view = qualifications::of_person(&anna, id_of(&julia)).await.expect("the page");
    assert_eq!((view.held.len(), view.offered.len()), (2, 5));
    claim(&julia, slot, driving).await.expect("a place");
    let host = world.person("Host", domain::actor::Role::FacilityManager, Some(world.organisation)).await;
    assert_eq!(problem(qualifications::of_person(&host, id_of(&julia)).await), Problem::Denied);
    let seen = hosting::overview(&soon(&world, &host)).await.expect("the list");
    let seen = serde_json::to_string(&seen).expect("text");
    assert!(seen.contains(DRIVER) && !seen.contains(LICENCE) && !seen.contains("opieki"), "{seen}");
    qualifications::remove(&anna, id_of(&julia), LICENCE, "2026-01-01").await.expect("removed");
    let again = qualifications::remove(&anna, id_of(&julia), LICENCE, "2026-01-01").await;
    assert_eq!(problem(again), Problem::NotFound);
    assert_eq!(taken(&world, slot).await, [1, 0], "the place stays");
    let mut tx = world.node.db.read().await.expect("a transaction");
    let actions = audit::of(&mut tx, id_of(&julia).0).await.expect("the audit");
    let of = |action| actions.iter().filter(|entry| entry.action == action).count();
    assert_eq!((of("record_qualification"), of("remove_qualification")), (2, 1));
}

async fn a_freed_place_goes_to_who_waits_for_that_role(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, packing) = drive(&world, &anna, [(1, 1), (1, 1)]).await;
    let (julia, olena) = (driver(&world, &anna, "Julia").await, driver(&world, &anna, "Olena").await);
    let (bartek, piotr) = (world.volunteer("Bartek", |_| {}).await, world.volunteer("Piotr", |_| {}).await);
    claim(&julia, slot, driving).await.expect("a place");
    claim(&bartek, slot, packing).await.expect("a place");
    assert_eq!(wait(&olena, slot, driving).await, ClaimState::Waitlisted);
    assert_eq!(wait(&piotr, slot, packing).await, ClaimState::Waitlisted);
    claims::withdraw(&bartek, world.claim_of(&bartek, slot).await).await.expect("stepped back");
    assert!(offers::mine(&olena).await.expect("offers").is_empty(), "she is first, but waits to drive");
    let asked = offers::mine(&piotr).await.expect("offers");
    assert_eq!(asked[0].role.as_deref(), Some(PACKER));
    assert_eq!(taken(&world, slot).await, [1, 1], "it is kept");
    let view = matching::staffing(&anna, slot, None).await.expect("the page");
    let roles: Vec<_> = view.queue.iter().map(|row| (row.name.as_str(), row.role.as_deref())).collect();
    assert_eq!(roles, [("Piotr", Some(PACKER)), ("Olena", Some(DRIVER))]);
    offers::answer(&piotr, asked[0].id, "", true).await.expect("yes");
    claims::withdraw(&julia, world.claim_of(&julia, slot).await).await.expect("stepped back");
    // Her licence is taken back meanwhile: nobody gives her the place by a yes.
    let id = offer(&olena).await;
    qualifications::remove(&anna, id_of(&olena), LICENCE, "2026-01-01").await.expect("removed");
    assert_eq!(problem(offers::answer(&olena, id, "", true).await), Problem::Refused(needs()));
    assert_eq!(taken(&world, slot).await, [0, 1]);
    assert_eq!(waitlist_names(&anna, slot).await, Vec::<String>::new());
}

async fn waitlist_names(anna: &Cx, slot: SlotId) -> Vec<String> {
    let view = matching::staffing(anna, slot, None).await.expect("the page");
    view.queue.into_iter().map(|row| row.name).collect()
}

async fn a_stand_in_takes_the_role_and_must_qualify(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, _) = drive(&world, &anna, [(1, 1), (1, 3)]).await;
    let julia = driver(&world, &anna, "Julia").await;
    claim(&julia, slot, driving).await.expect("a place");
    let likes = |row: &mut backend::store::people::VolunteerRow| {
        row.preferences.0.kinds = vec!["office_work".into()];
    };
    let bartek = world.volunteer("Bartek", likes).await;
    let everyone = StandInForm { everyone: "on".into(), ..StandInForm::default() };
    let id = world.claim_of(&julia, slot).await;
    assert_eq!(problem(stand_in::ask(&julia, id, &everyone).await), wrong("everyone", InputProblem::Nobody));
    licence(&anna, &bartek, "2026-01-01", "").await;
    stand_in::ask(&julia, id, &everyone).await.expect("asked");
    let asked = offers::mine(&bartek).await.expect("offers");
    assert_eq!(asked[0].role.as_deref(), Some(DRIVER));
    offers::answer(&bartek, asked[0].id, "", true).await.expect("yes");
    assert_eq!(taken(&world, slot).await, [1, 0]);
    let own = calendar::slot(&bartek, slot).await.expect("the page").own.expect("a claim");
    assert_eq!(own.role.as_deref(), Some(DRIVER));
}

async fn a_swap_exchanges_roles(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, packing) = drive(&world, &anna, [(1, 1), (1, 1)]).await;
    let page = calendar::slot(&anna, slot).await.expect("the page");
    let places = vec![role_places(driving, (1, 1)), role_places(packing, (1, 1))];
    let other = SlotsForm { roles: places, ..slots_form((1, 1), 10, "16:00", "18:00") };
    days::add(&anna, page.opportunity_id, &other).await.expect("a date");
    let other = calendar::slot(&anna, slot).await.expect("the page").dates[0].id;
    let (julia, olena) = (driver(&world, &anna, "Julia").await, world.volunteer("Olena", |_| {}).await);
    claim(&julia, slot, driving).await.expect("a place");
    claim(&olena, other, packing).await.expect("a place");
    let with = world.claim_of(&olena, other).await;
    let mine = world.claim_of(&julia, slot).await;
    stand_in::swap(&julia, mine, &SwapForm { with: with.to_string() }).await.expect("asked");
    let id = offer(&olena).await;
    assert_eq!(problem(offers::answer(&olena, id, "", true).await), Problem::Refused(needs()), "to drive");
    licence(&anna, &olena, "2026-01-01", "").await;
    offers::answer(&olena, id, "", true).await.expect("yes");
    assert_eq!((taken(&world, slot).await, taken(&world, other).await), (vec![1, 0], vec![0, 1]));
}

async fn a_coordinator_asks_and_keeps_in_a_role(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, packing) = drive(&world, &anna, [(1, 1), (1, 1)]).await;
    let (julia, olena) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Olena", |_| {}).await);
    let none = pairs::offer(&anna, slot, None, id_of(&julia)).await;
    assert_eq!(problem(none), Problem::Refused(Refusal::NoSuchRole));
    let refused = pairs::offer(&anna, slot, Some(driving), id_of(&julia)).await;
    assert_eq!(problem(refused), Problem::Refused(needs()));
    let kept = pairs::lock(&anna, slot, Some(driving), id_of(&julia), true).await;
    assert_eq!(problem(kept), Problem::Refused(needs()));
    pairs::offer(&anna, slot, Some(packing), id_of(&julia)).await.expect("asked");
    let second = pairs::offer(&anna, slot, Some(packing), id_of(&olena)).await;
    assert_eq!(problem(second), Problem::Refused(Refusal::Full), "the role's one place is asked for");
    licence(&anna, &olena, "2026-01-01", "").await;
    pairs::lock(&anna, slot, Some(driving), id_of(&olena), true).await.expect("kept");
    let view = matching::staffing(&anna, slot, None).await.expect("the page");
    let mut seats: Vec<_> =
        view.seats.iter().map(|seat| (seat.name.as_str(), seat.role.as_deref())).collect();
    seats.sort_unstable();
    assert_eq!(seats, [("Julia", Some(PACKER)), ("Olena", Some(DRIVER))]);
    offers::answer(&julia, offer(&julia).await, "", true).await.expect("yes");
    assert_eq!(taken(&world, slot).await, [0, 1]);
}

async fn an_offer_of_another_role_moves_a_waiting_claim(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, packing) = drive(&world, &anna, [(1, 1), (1, 1)]).await;
    let (julia, olena) = (driver(&world, &anna, "Julia").await, world.volunteer("Olena", |_| {}).await);
    claim(&olena, slot, packing).await.expect("a place");
    wait(&julia, slot, packing).await;
    pairs::offer(&anna, slot, Some(driving), id_of(&julia)).await.expect("asked to drive");
    offers::answer(&julia, offer(&julia).await, "", true).await.expect("yes");
    assert_eq!(taken(&world, slot).await, [1, 1]);
}

async fn the_board_suggests_only_who_can_claim_that_role(world: World) {
    let anna = world.coordinator("Anna").await;
    let (slot, driving, packing) = drive(&world, &anna, [(1, 1), (2, 2)]).await;
    let julia = driver(&world, &anna, "Julia").await;
    for name in ["Olena", "Bartek", "Piotr"] {
        world.volunteer(name, |_| {}).await;
    }
    let view = matching::staffing(&anna, slot, Some(driving)).await.expect("the page");
    assert_eq!((view.role_id, view.eligible), (Some(driving), 1));
    let near: Vec<_> = view.near.iter().map(|row| row.failures.len()).collect();
    assert_eq!(near, [1], "who has no seat lacks the licence: {:?}", view.near);
    let told = format!("{:?}", view.near[0].failures);
    assert!(told.contains(LICENCE), "{told}");
    assert_eq!(matching::staffing(&anna, slot, Some(packing)).await.expect("the page").eligible, 4);
    let mut suggested: Vec<_> = view.seats.iter().filter(|seat| seat.seating == Seating::Suggested).collect();
    suggested.sort_by_key(|seat| seat.role.clone());
    let roles: Vec<_> = suggested.iter().map(|seat| seat.role.as_deref()).collect();
    assert_eq!(roles, [Some(DRIVER), Some(PACKER), Some(PACKER)]);
    assert_eq!(suggested[0].person_id, id_of(&julia));
    // What the plan proposes for the day can be asked for, pair by pair.
    let plan = coverage::day_plan(&anna, Day(date(2026, 12, 9))).await.expect("the plan");
    assert_eq!(plan.rows.len(), 3);
    let asked: Vec<_> =
        plan.rows.iter().map(|row| (row.slot_id, row.person_id, row.claim_id, row.role_id)).collect();
    let done = pairs::accept(&anna, &asked).await.expect("accepted");
    assert!(done.iter().all(Result::is_ok), "{done:?}");
    let board = coverage::board(&anna, BoardQuery::default()).await.expect("the board");
    assert_eq!((board.plan.needed, board.plan.offered), (3, 3));
    // A packer too many does not make up for the driver.
    offers::answer(&julia, offer(&julia).await, "", false).await.expect("no");
    let board = coverage::board(&anna, BoardQuery::default()).await.expect("the board");
    assert_eq!((board.plan.needed, board.plan.offered, board.plan.suggested), (3, 2, 0));
}

async fn a_rule_that_wants_everything_valid_looks_at_the_role(world: World) {
    let anna = world.coordinator("Anna").await;
    let roles: [(&str, &[&str], (u8, u8)); 1] = [(DRIVER, &[LICENCE], (1, 3))];
    let (slot, roles) = world.slot_of_roles(&anna, "approval", 9, &roles).await;
    let rule = RuleForm {
        name: "Wszystko ważne".into(),
        effect: "approve".into(),
        ready: "on".into(),
        ..RuleForm::default()
    };
    approval::add(&anna, &rule).await.expect("a rule");
    let julia = driver(&world, &anna, "Julia").await;
    assert_eq!(claim(&julia, slot, roles[0]).await.expect("a claim"), ClaimState::Approved);
    let claims = dashboard::show(&anna).await.expect("the board");
    assert!(claims.automatic[0].ruling.facts.ready);
    // Somebody whose licence has gone since asks no more; who asked before is left to a person.
    let tried = approval::rules(&anna, None).await.expect("the rules");
    assert_eq!((tried.requests, tried.rules[0].held), (1, 1));
    qualifications::remove(&anna, id_of(&julia), LICENCE, "2026-01-01").await.expect("removed");
    assert_eq!(approval::rules(&anna, None).await.expect("the rules").rules[0].held, 0);
}
