//! Who may post, and what a coordinator looks at, on both engines.
#![expect(clippy::unwrap_used, reason = "what goes wrong in a test ends it")]

mod world;

use backend::context::Cx;
use backend::error::Error;
use backend::service::{calendar, claims, dates, opportunities, posting, templates};
use backend::store::{audit, changes};
use domain::actor::Role;
use domain::change::ChangeAction;
use domain::claiming::Refusal;
use domain::form::{ChangeForm, FieldProblem, InputProblem, OpportunityForm, QuestionForm, SlotsForm};
use domain::ids::OpportunityId;
use domain::opportunity::Stage;
use domain::problem::Problem;
use domain::time::Instant;
use domain::view::Standing;
use jiff::civil::date;
use world::{World, change_dates, slots_form};

fn form(world: &World, title: &str) -> OpportunityForm {
    OpportunityForm {
        organisation_id: world.organisation.to_string(),
        kind: "office_work".into(),
        title: title.into(),
        description: "Układamy teczki.".into(),
        place: "ul. Przykładowa 1".into(),
        min_age: "16".into(),
        claim_rule: "instant".into(),
        ..OpportunityForm::default()
    }
}

async fn partner(world: &World) -> Cx {
    world.person("Krystyna", Role::Partner, Some(world.organisation)).await
}

async fn stage(cx: &Cx, id: OpportunityId) -> Stage {
    opportunities::editor(cx, Some(id)).await.unwrap().stage
}

fn problem<T: std::fmt::Debug>(outcome: backend::error::Result<T>) -> Problem {
    match outcome.unwrap_err() {
        Error::Problem(problem) => problem,
        Error::Internal(error) => panic!("{error}"),
    }
}

async fn a_draft_goes_there_and_back_until_it_is_published(world: World) {
    use ChangeAction::{AddDates, Create, HandIn, Publish, SendBack, Update};
    let (partner, anna) = (partner(&world).await, world.coordinator("Anna").await);
    let id = opportunities::create(&partner, &form(&world, "Teczki")).await.unwrap();
    dates::add(&partner, id, &slots_form((1, 2), 5, "10:00", "12:00")).await.unwrap();
    assert_eq!(problem(opportunities::publish(&partner, id).await), Problem::Denied, "not alone");
    assert_eq!(problem(posting::send_back(&anna, id, "Co zabrać?").await), Problem::TooLate, "not handed in");
    posting::hand_in(&partner, id).await.unwrap();
    assert_eq!(problem(posting::hand_in(&partner, id).await), Problem::TooLate, "once is enough");
    assert_eq!(stage(&partner, id).await, Stage::HandedIn);
    let listed = opportunities::list(&anna, "").await.unwrap();
    assert_eq!((listed[0].id, listed[0].stage), (id, Stage::HandedIn));

    let empty = FieldProblem { field: "note".into(), problem: InputProblem::Empty };
    assert_eq!(problem(posting::send_back(&anna, id, " ").await), Problem::Invalid(vec![empty]));
    posting::send_back(&anna, id, "Napisz, co zabrać.").await.unwrap();
    assert_eq!(world.mails("krystyna@example.org").await.len(), 1);
    let view = opportunities::editor(&partner, Some(id)).await.unwrap();
    assert_eq!((view.stage, view.review.note.as_deref()), (Stage::SentBack, Some("Napisz, co zabrać.")));

    let mended = OpportunityForm { description: "Weź rękawiczki.".into(), ..form(&world, "Teczki") };
    assert!(opportunities::update(&partner, id, &mended).await.unwrap(), "a draft is changed at once");
    posting::hand_in(&partner, id).await.unwrap();
    opportunities::publish(&anna, id).await.unwrap();
    assert_eq!(stage(&partner, id).await, Stage::Published);
    assert_eq!(world.mails("krystyna@example.org").await.len(), 2);
    assert_eq!(calendar::opportunity(&world.visitor(), id).await.unwrap().description, "Weź rękawiczki.");

    let mut tx = world.node.db.read().await.unwrap();
    let history = changes::of_opportunity(&mut tx, id).await.unwrap();
    let actions: Vec<_> = history.iter().rev().map(|change| change.action).collect();
    assert_eq!(actions, [Create, AddDates, HandIn, SendBack, Update, HandIn, Publish]);
    let update = &history[2].detail.0;
    assert_eq!(update["before"], serde_json::json!({ "description": "Układamy teczki." }));
    assert_eq!(update["after"], serde_json::json!({ "description": "Weź rękawiczki." }));
}

async fn others_see_nothing_of_a_draft(world: World) {
    let partner = partner(&world).await;
    let id = opportunities::create(&partner, &form(&world, "Teczki")).await.unwrap();
    let stranger = world.person("Obcy", Role::FacilityManager, Some(world.elsewhere)).await;
    assert_eq!(problem(opportunities::editor(&stranger, Some(id)).await), Problem::NotFound);
    assert_eq!(
        problem(opportunities::update(&stranger, id, &form(&world, "Moje")).await).code(),
        "not-found"
    );
    assert_eq!(problem(posting::hand_in(&stranger, id).await), Problem::NotFound);
    assert_eq!(problem(opportunities::publish(&stranger, id).await), Problem::NotFound);
    assert_eq!(problem(opportunities::cancel(&stranger, id, "").await), Problem::NotFound);
    let dates = slots_form((1, 2), 5, "10:00", "12:00");
    assert_eq!(problem(dates::add(&stranger, id, &dates).await), Problem::NotFound);
    assert!(opportunities::list(&stranger, "").await.unwrap().is_empty());
    let wrong = FieldProblem { field: "organisation_id".into(), problem: InputProblem::NotAChoice };
    let foreign = opportunities::create(&stranger, &form(&world, "Cudze")).await;
    assert_eq!(problem(foreign), Problem::Invalid(vec![wrong]), "they write for their own organisation only");
    let new = opportunities::editor(&stranger, None).await.unwrap();
    assert!(new.choices.organisations.iter().map(|choice| choice.id).eq([world.elsewhere]));
    dates::add(&partner, id, &dates).await.unwrap();
    let slot = opportunities::editor(&partner, Some(id)).await.unwrap().slots[0].id;
    assert_eq!(
        problem(change_dates(&stranger, slot, &dates, &ChangeForm::default(), "").await),
        Problem::NotFound
    );
    assert_eq!(problem(dates::cancel(&stranger, slot, "").await), Problem::NotFound);
    dates::cancel(&partner, slot, "").await.unwrap();
}

async fn what_is_published_changes_only_once_a_coordinator_agrees(world: World) {
    let (partner, anna) = (partner(&world).await, world.coordinator("Anna").await);
    let id = opportunities::create(&anna, &form(&world, "Teczki")).await.unwrap();
    dates::add(&anna, id, &slots_form((1, 2), 5, "10:00", "12:00")).await.unwrap();
    opportunities::publish(&anna, id).await.unwrap();
    let seen = async || calendar::opportunity(&world.visitor(), id).await.unwrap().title;

    assert!(!opportunities::update(&partner, id, &form(&world, "Segregatory")).await.unwrap(), "it waits");
    assert_eq!((stage(&anna, id).await, seen().await.as_str()), (Stage::ChangeHandedIn, "Teczki"));
    let view = opportunities::editor(&anna, Some(id)).await.unwrap();
    assert_eq!(view.form.title, "Segregatory", "the editor shows what it shall be");
    let change = &view.review.changes[0];
    assert_eq!(
        (change.field.as_str(), change.before.as_str(), change.after.as_str()),
        ("title", "Teczki", "Segregatory")
    );
    posting::send_back(&anna, id, "Za krótko.").await.unwrap();
    assert_eq!((stage(&partner, id).await, seen().await.as_str()), (Stage::ChangeSentBack, "Teczki"));
    assert!(!opportunities::update(&partner, id, &form(&world, "Segregatory w archiwum")).await.unwrap());
    opportunities::publish(&anna, id).await.unwrap();
    assert_eq!(
        (stage(&partner, id).await, seen().await.as_str()),
        (Stage::Published, "Segregatory w archiwum")
    );

    // More dates need nobody's look; moving or cancelling what people have planned with does.
    let dates = slots_form((1, 2), 12, "10:00", "12:00");
    assert_eq!(dates::add(&partner, id, &dates).await.unwrap(), 1);
    let slot = view.slots[0].id;
    assert_eq!(
        problem(change_dates(&partner, slot, &dates, &ChangeForm::default(), "").await),
        Problem::Denied
    );
    assert_eq!(problem(dates::cancel(&partner, slot, "").await), Problem::Denied);
    assert_eq!(problem(opportunities::cancel(&partner, id, "").await), Problem::Denied);

    // A coordinator who saves settles what waited.
    opportunities::update(&partner, id, &form(&world, "Coś innego")).await.unwrap();
    assert!(opportunities::update(&anna, id, &form(&world, "Archiwum")).await.unwrap());
    assert_eq!((stage(&anna, id).await, seen().await.as_str()), (Stage::Published, "Archiwum"));
}

async fn a_trusted_poster_publishes_alone_until_trust_is_taken_back(world: World) {
    let (partner, anna) = (partner(&world).await, world.coordinator("Anna").await);
    posting::trust(&anna, world.organisation, true).await.unwrap();
    let first = opportunities::create(&partner, &form(&world, "Teczki")).await.unwrap();
    opportunities::publish(&partner, first).await.unwrap();
    assert!(opportunities::update(&partner, first, &form(&world, "Segregatory")).await.unwrap());
    assert_eq!(calendar::opportunity(&world.visitor(), first).await.unwrap().title, "Segregatory");
    let row = posting::trusted(&anna).await.unwrap();
    let row = row.into_iter().find(|row| row.organisation_id == world.organisation).unwrap();
    assert_eq!((row.trusted, row.by.map(|(name, _)| name).as_deref()), (true, Some("Anna")));

    posting::trust(&anna, world.organisation, false).await.unwrap();
    let second = opportunities::create(&partner, &form(&world, "Teczki II")).await.unwrap();
    assert_eq!(problem(opportunities::publish(&partner, second).await), Problem::Denied);
    assert!(!opportunities::update(&partner, first, &form(&world, "Znowu")).await.unwrap());
    let mut tx = world.node.db.read().await.unwrap();
    let said = audit::of(&mut tx, world.organisation.0).await.unwrap();
    let mut said: Vec<_> =
        said.iter().map(|entry| (entry.action.as_str(), entry.detail["trusted"].as_bool())).collect();
    said.sort();
    assert_eq!(said, [("trust", Some(false)), ("trust", Some(true))]);
}

async fn templates_belong_to_an_organisation_or_to_the_centre(world: World) {
    let (partner, anna) = (partner(&world).await, world.coordinator("Anna").await);
    let stranger = world.person("Obcy", Role::Partner, Some(world.elsewhere)).await;
    let asked =
        QuestionForm { text: "Masz alergię?".into(), kind: "yes_no".into(), ..QuestionForm::default() };
    let with_question = OpportunityForm { questions: vec![asked.clone()], ..form(&world, "Teczki") };
    let id = opportunities::create(&partner, &with_question).await.unwrap();
    let own = templates::save(&partner, id, "Archiwum", false).await.unwrap();
    let common = templates::save(&anna, id, "Dla wszystkich", true).await.unwrap();
    assert_eq!(problem(templates::save(&partner, id, "Dla wszystkich", true).await), Problem::Denied);
    assert_eq!(problem(templates::save(&partner, id, " ", false).await).code(), "invalid");

    let begun = templates::start(&partner, own).await.unwrap();
    assert_eq!((begun.form.title.as_str(), begun.form.questions), ("Teczki", vec![asked]));
    assert_eq!(problem(templates::start(&stranger, own).await), Problem::NotFound);
    assert_eq!(problem(templates::rename(&stranger, own, "Moje").await), Problem::NotFound);
    assert_eq!(problem(templates::remove(&stranger, common).await), Problem::NotFound);
    let theirs = templates::start(&stranger, common).await.unwrap().form.organisation_id;
    assert_eq!(theirs, world.elsewhere.to_string(), "one's own, not the one it was saved from");
    templates::rename(&partner, own, "Teczki co sobotę").await.unwrap();
    let offered = opportunities::editor(&partner, None).await.unwrap().templates;
    let offered: Vec<_> = offered.iter().map(|row| (row.name.as_str(), row.mine)).collect();
    assert_eq!(offered, [("Dla wszystkich", false), ("Teczki co sobotę", true)]);
    templates::remove(&partner, own).await.unwrap();
    assert_eq!(problem(templates::start(&partner, own).await), Problem::NotFound);
}

async fn places_are_claimed_from_the_opening_on(world: World) {
    let (anna, julia) = (world.coordinator("Anna").await, world.volunteer("Julia", |_| {}).await);
    let id = world.opportunity(&anna, "instant").await;
    let dates = SlotsForm { opens_days: "7".into(), ..slots_form((1, 2), 5, "10:00", "12:00") };
    dates::add(&anna, id, &dates).await.unwrap();
    opportunities::publish(&anna, id).await.unwrap();
    let slot = opportunities::editor(&anna, Some(id)).await.unwrap().slots[0].id;
    let opens_at = Instant::from_civil(date(2026, 11, 28).at(8, 0, 0, 0));
    let early = Refusal::NotYetOpen { opens_at };
    assert_eq!(problem(claims::claim(&julia, slot).await), Problem::Refused(early.clone()));
    let shown = calendar::slot(&world.visitor(), slot).await.unwrap().card.standing;
    assert_eq!(shown, Standing::Closed(early));

    // A coordinator may ask somebody before.
    let person = julia.actor.person_id().unwrap();
    let offer = backend::service::pairs::offer(&anna, slot, None, person).await.unwrap();
    backend::service::offers::answer(&julia, offer, "", true).await.unwrap();
    let later = world.at(opens_at);
    let piotr = later.volunteer("Piotr", |_| {}).await;
    claims::claim(&piotr, slot).await.unwrap();
}

on_both_engines! {
    a_draft_goes_there_and_back_until_it_is_published
    others_see_nothing_of_a_draft
    what_is_published_changes_only_once_a_coordinator_agrees
    a_trusted_poster_publishes_alone_until_trust_is_taken_back
    templates_belong_to_an_organisation_or_to_the_centre
    places_are_claimed_from_the_opening_on
}
