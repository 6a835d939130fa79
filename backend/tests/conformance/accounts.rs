//! Codes, sessions, roles, limits.

use crate::fixtures::{add_organisation, add_person, hours};
use crate::support::{Bed, noon};
use backend::store::accounts::{self, SignInRow};
use domain::actor::{Grant, Role};
use domain::ids::{SessionId, SignInId};
use domain::locale::Locale;

fn sign_in(id: SignInId) -> SignInRow {
    SignInRow {
        id,
        email: "anna@example.org".into(),
        name: "Anna Żak".into(),
        code_hash: vec![0, 255, 7],
        tries: 0,
        created_at: noon(),
        expires_at: hours(1),
        used_at: None,
    }
}

pub async fn a_code_can_be_tried_only_so_often(bed: &Bed) {
    let mut tx = bed.write().await;
    let row = sign_in(bed.id());
    accounts::add_sign_in(&mut tx, &row).await.unwrap();
    for tries in 1..=3 {
        let tried = accounts::try_sign_in(&mut tx, row.id, noon(), 3).await.unwrap().unwrap();
        assert_eq!(
            (tried.tries, tried.code_hash, tried.name),
            (tries, vec![0, 255, 7], "Anna Żak".to_owned())
        );
    }
    assert!(accounts::try_sign_in(&mut tx, row.id, noon(), 3).await.unwrap().is_none(), "a fourth try");
    assert!(accounts::try_sign_in(&mut tx, bed.id(), noon(), 3).await.unwrap().is_none(), "unknown");
    assert!(accounts::live_sign_in(&mut tx, row.id, noon()).await.unwrap().is_some(), "still shown");
}

pub async fn a_code_works_once_and_in_time(bed: &Bed) {
    let mut tx = bed.write().await;
    let row = sign_in(bed.id());
    accounts::add_sign_in(&mut tx, &row).await.unwrap();
    let in_time = row.expires_at.plus_seconds(-1);
    assert!(accounts::live_sign_in(&mut tx, row.id, in_time).await.unwrap().is_some());
    assert!(accounts::live_sign_in(&mut tx, row.id, row.expires_at).await.unwrap().is_none());
    assert!(accounts::try_sign_in(&mut tx, row.id, row.expires_at, 5).await.unwrap().is_none());
    assert!(accounts::use_sign_in(&mut tx, row.id, in_time).await.unwrap());
    assert!(!accounts::use_sign_in(&mut tx, row.id, in_time).await.unwrap(), "no replay");
    assert!(accounts::live_sign_in(&mut tx, row.id, noon()).await.unwrap().is_none());
    assert!(accounts::try_sign_in(&mut tx, row.id, noon(), 5).await.unwrap().is_none());
}

pub async fn sessions_live_until_they_end(bed: &Bed) {
    let mut tx = bed.write().await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let id: SessionId = bed.id();
    let hash = [7; 32];
    accounts::add_session(&mut tx, id, &hash, person, noon(), hours(1)).await.unwrap();
    let (found, account, grants) = accounts::session(&mut tx, &hash, noon()).await.unwrap().unwrap();
    assert_eq!((account.name.as_str(), account.facts(), grants), ("Anna Żak", None, Vec::new()));
    assert_eq!((found.id, found.person_id, found.locale, found.seen_at), (id, person, Locale::Pl, noon()));
    assert!(accounts::session(&mut tx, &[8; 32], noon()).await.unwrap().is_none());
    assert!(accounts::session(&mut tx, &hash, hours(1)).await.unwrap().is_none(), "over at its end");
    accounts::touch_session(&mut tx, id, hours(1), hours(3)).await.unwrap();
    let (found, ..) = accounts::session(&mut tx, &hash, hours(2)).await.unwrap().unwrap();
    assert_eq!(found.seen_at, hours(1));
    accounts::end_session(&mut tx, id).await.unwrap();
    assert!(accounts::session(&mut tx, &hash, noon()).await.unwrap().is_none());
}

pub async fn a_persons_sessions_end_together(bed: &Bed) {
    let mut tx = bed.write().await;
    let (anna, jan) = (add_person(bed, &mut tx, "Anna Żak").await, add_person(bed, &mut tx, "Jan Kos").await);
    for (hash, person, end) in [([1; 32], anna, 1), ([2; 32], anna, 5), ([3; 32], jan, 5)] {
        accounts::add_session(&mut tx, bed.id(), &hash, person, noon(), hours(end)).await.unwrap();
    }
    assert_eq!(accounts::count_sessions(&mut tx, anna, noon()).await.unwrap(), 2);
    assert_eq!(accounts::count_sessions(&mut tx, anna, hours(2)).await.unwrap(), 1);
    assert_eq!(accounts::end_sessions_of(&mut tx, anna).await.unwrap(), 2);
    assert_eq!(accounts::count_sessions(&mut tx, anna, noon()).await.unwrap(), 0);
    assert!(accounts::session(&mut tx, &[3; 32], noon()).await.unwrap().is_some(), "others stay");
}

pub async fn grants_keep_their_order(bed: &Bed) {
    let mut tx = bed.write().await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let organisation = add_organisation(bed, &mut tx, "Świetlica", None).await;
    assert_eq!(accounts::grants(&mut tx, person).await.unwrap(), []);
    let host = Grant { role: Role::FacilityManager, organisation_id: Some(organisation) };
    let volunteer = Grant { role: Role::Volunteer, organisation_id: None };
    accounts::grant(&mut tx, person, volunteer, hours(1)).await.unwrap();
    accounts::grant(&mut tx, person, host, noon()).await.unwrap();
    assert_eq!(accounts::grants(&mut tx, person).await.unwrap(), [host, volunteer]);
    accounts::add_session(&mut tx, bed.id(), &[7; 32], person, noon(), hours(1)).await.unwrap();
    let (.., granted) = accounts::session(&mut tx, &[7; 32], noon()).await.unwrap().unwrap();
    assert_eq!(granted, [host, volunteer], "the session brings them along");
}

pub async fn uses_are_counted_in_windows(bed: &Bed) {
    let mut tx = bed.write().await;
    for count in 1..=3 {
        let used = accounts::count_use(&mut tx, "code:a", noon(), hours(1)).await.unwrap();
        assert_eq!(used, (count, hours(1)));
    }
    let later = accounts::count_use(&mut tx, "code:a", hours(1).plus_seconds(-1), hours(9)).await.unwrap();
    assert_eq!(later, (4, hours(1)), "a window keeps its end");
    assert_eq!(accounts::count_use(&mut tx, "code:b", noon(), hours(1)).await.unwrap().0, 1, "another key");
    let fresh = accounts::count_use(&mut tx, "code:a", hours(1), hours(2)).await.unwrap();
    assert_eq!(fresh, (1, hours(2)), "a new window begins when the old one ends");
}

pub async fn what_is_over_is_forgotten(bed: &Bed) {
    let mut tx = bed.write().await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    for (n, end) in [(1, 1), (2, 3)] {
        accounts::add_session(&mut tx, bed.id(), &[n; 32], person, noon(), hours(end)).await.unwrap();
        accounts::add_sign_in(&mut tx, &SignInRow { expires_at: hours(end), ..sign_in(bed.id()) })
            .await
            .unwrap();
        accounts::count_use(&mut tx, &format!("key:{n}"), noon(), hours(end)).await.unwrap();
    }
    assert_eq!(accounts::forget_expired(&mut tx, hours(1)).await.unwrap(), 3);
    assert_eq!(accounts::forget_expired(&mut tx, hours(1)).await.unwrap(), 0);
    assert_eq!(accounts::count_sessions(&mut tx, person, noon()).await.unwrap(), 1);
}
