//! People and volunteers.

use crate::fixtures::{add_organisation, add_person, add_volunteer, hours};
use crate::support::{Bed, noon};
use backend::db::is_unique_violation;
use backend::store::people::{self, PersonRow, VolunteerRow};
use backend::store::{accounts, centre};
use domain::actor::{Grant, Role};
use domain::locale::Locale;
use domain::person::{DayPart, FreeTime, Occupation, Preferences, VolunteerStatus};
use domain::text::Code;
use domain::time::Day;
use jiff::civil::date;
use sqlx::types::Json;

pub async fn a_person_comes_back_as_written(bed: &Bed) {
    let mut tx = bed.write().await;
    let row = PersonRow {
        id: bed.id(),
        name: "Ołena Ткачук".into(),
        email: "olena@example.org".into(),
        phone: String::new(),
        locale: Locale::Uk,
        created_at: noon(),
    };
    people::add(&mut tx, &row).await.unwrap();
    assert_eq!(people::find(&mut tx, row.id).await.unwrap(), Some(row.clone()));
    assert_eq!(people::find_by_email(&mut tx, "olena@example.org").await.unwrap(), Some(row.clone()));
    assert_eq!(
        people::find_by_email(&mut tx, "Olena@example.org").await.unwrap(),
        None,
        "folded by the caller"
    );
    people::rename(&mut tx, row.id, "Ołena T.", "+48 24 000 00 09").await.unwrap();
    people::set_locale(&mut tx, row.id, Locale::En).await.unwrap();
    let changed = people::find(&mut tx, row.id).await.unwrap().unwrap();
    assert_eq!((changed.name.as_str(), changed.phone.as_str()), ("Ołena T.", "+48 24 000 00 09"));
    assert_eq!(changed.locale, Locale::En);
    assert_eq!(people::name(&mut tx, row.id).await.unwrap(), "Ołena T.");
    assert_eq!(people::name(&mut tx, bed.id()).await.unwrap(), "");
    let known = people::account(&mut tx, row.id).await.unwrap().unwrap();
    assert_eq!((known.name.as_str(), known.facts()), ("Ołena T.", None), "not a volunteer");
    assert_eq!(people::account(&mut tx, bed.id()).await.unwrap(), None);
}

pub async fn addresses_are_unique(bed: &Bed) {
    let mut tx = bed.write().await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let row = people::find(&mut tx, person).await.unwrap().unwrap();
    let twin = PersonRow { id: bed.id(), ..row };
    let refused = people::add(&mut tx, &twin).await.unwrap_err();
    assert!(is_unique_violation(&refused), "{refused}");
}

pub async fn volunteers_with_and_without_facts(bed: &Bed) {
    let mut tx = bed.write().await;
    let person = add_volunteer(bed, &mut tx, "Anna Żak", VolunteerStatus::Applied, noon()).await;
    let bare = people::volunteer(&mut tx, person).await.unwrap().unwrap();
    let known = people::account(&mut tx, person).await.unwrap().unwrap();
    assert_eq!((known.name.as_str(), known.facts()), ("Anna Żak", Some(bare.facts())));
    assert_eq!(
        (bare.birth_on, bare.district_id, bare.weekly_limit_minutes, bare.screened_on),
        (None, None, None, None)
    );
    let district = bed.id();
    centre::add_district(&mut tx, district, "Góry").await.unwrap();
    let full = VolunteerRow {
        qualifications: sqlx::types::Json(Vec::new()),
        person_id: person,
        status: VolunteerStatus::Active,
        occupation: Occupation::Retired,
        birth_on: Some(Day(date(1960, 2, 29))),
        district_id: Some(district),
        preferences: Json(Preferences {
            languages: vec!["pl".into()],
            skills: vec!["gra na „basie”".into()],
            kinds: vec![Code::from("day_room")],
            free: vec![FreeTime { weekday: 7, part: DayPart::Evening }],
        }),
        weekly_limit_minutes: Some(120),
        screened_on: Some(Day(date(2026, 1, 5))),
        applied_at: hours(5),
        updated_at: hours(6),
    };
    people::put_volunteer(&mut tx, &full).await.unwrap();
    let kept = VolunteerRow { applied_at: noon(), ..full };
    assert_eq!(people::volunteer(&mut tx, person).await.unwrap(), Some(kept), "the first application counts");
    assert_eq!(people::volunteer(&mut tx, bed.id()).await.unwrap(), None);
}

pub async fn lists_by_status(bed: &Bed) {
    let mut tx = bed.write().await;
    let early = add_volunteer(bed, &mut tx, "Anna Żak", VolunteerStatus::Active, noon()).await;
    let late = add_volunteer(bed, &mut tx, "Jan Kos", VolunteerStatus::Applied, hours(2)).await;
    let between = add_volunteer(bed, &mut tx, "Ewa Kos", VolunteerStatus::Active, hours(1)).await;
    add_person(bed, &mut tx, "Nikt Ważny").await;
    let ids = |found: Vec<people::ListedVolunteer>| found.into_iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(people::list(&mut tx, None, 9).await.unwrap()), [late, between, early]);
    assert_eq!(ids(people::list(&mut tx, None, 2).await.unwrap()), [late, between]);
    let active = people::list(&mut tx, Some(VolunteerStatus::Active), 9).await.unwrap();
    assert_eq!(active[0].name, "Ewa Kos");
    assert_eq!(ids(active), [between, early]);
    let counts = people::count_by_status(&mut tx).await.unwrap();
    assert_eq!(counts, [(VolunteerStatus::Active, 2), (VolunteerStatus::Applied, 1)]);
}

pub async fn volunteers_with_their_names(bed: &Bed) {
    let mut tx = bed.write().await;
    let active = add_volunteer(bed, &mut tx, "Anna Żak", VolunteerStatus::Active, noon()).await;
    let applied = add_volunteer(bed, &mut tx, "Jan Kos", VolunteerStatus::Applied, noon()).await;
    add_volunteer(bed, &mut tx, "Ewa Kos", VolunteerStatus::Ended, noon()).await;
    let found = people::volunteers(&mut tx).await.unwrap();
    let shown = |row: &people::NamedVolunteer| (row.volunteer.person_id, row.name.clone());
    let mut wanted = [(active, "Anna Żak".to_owned()), (applied, "Jan Kos".to_owned())];
    wanted.sort();
    assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), wanted);
    assert_eq!(Some(&found[0].volunteer), people::volunteer(&mut tx, wanted[0].0).await.unwrap().as_ref());
}

pub async fn personas_in_the_order_asked_for(bed: &Bed) {
    let mut tx = bed.write().await;
    let anna = add_volunteer(bed, &mut tx, "Anna Żak", VolunteerStatus::Active, noon()).await;
    let jan = add_person(bed, &mut tx, "Jan Kos").await;
    let ewa = add_person(bed, &mut tx, "Ewa Kos").await;
    let grant = |role| Grant { role, organisation_id: None };
    accounts::grant(&mut tx, anna, grant(Role::Volunteer), hours(1)).await.unwrap();
    accounts::grant(&mut tx, anna, grant(Role::Auditor), noon()).await.unwrap();
    accounts::grant(&mut tx, jan, grant(Role::Coordinator), noon()).await.unwrap();
    let _ = ewa;
    let addresses =
        ["jan.kos@example.org", "nobody@example.org", "ewa.kos@example.org", "anna.zak@example.org"];
    let found = people::personas(&mut tx, &addresses).await.unwrap();
    let found: Vec<_> = found.iter().map(|row| (row.id, row.role, row.status)).collect();
    let expected = [(jan, Role::Coordinator, None), (anna, Role::Auditor, Some(VolunteerStatus::Active))];
    assert_eq!(found, expected, "the first role of each; nobody without one");
}

pub async fn coordinators_and_hosts_are_responsible(bed: &Bed) {
    let mut tx = bed.write().await;
    let here = add_organisation(bed, &mut tx, "Świetlica", None).await;
    let there = add_organisation(bed, &mut tx, "Klub", None).await;
    for (name, role, organisation_id) in [
        ("Anna Żak", Role::Coordinator, None),
        ("Jan Kos", Role::FacilityManager, Some(here)),
        ("Ewa Kos", Role::Partner, Some(there)),
        ("Iza Sum", Role::Partner, Some(here)),
        ("Ola Lis", Role::Volunteer, None),
    ] {
        let person = add_person(bed, &mut tx, name).await;
        accounts::grant(&mut tx, person, Grant { role, organisation_id }, noon()).await.unwrap();
    }
    let names = |found: Vec<PersonRow>| found.into_iter().map(|row| row.name).collect::<Vec<_>>();
    let found = people::responsible(&mut tx, here).await.unwrap();
    assert_eq!(names(found), ["Anna Żak", "Iza Sum", "Jan Kos"]);
    let found = people::responsible(&mut tx, there).await.unwrap();
    assert_eq!(names(found), ["Anna Żak", "Ewa Kos"]);
}
