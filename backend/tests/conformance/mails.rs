//! The outbox.

use crate::fixtures::{add_claim, add_person, add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::store::mails::{self, MailRow};
use backend::store::offers::{self, OfferRow};
use domain::claim::ClaimState;
use domain::ids::MailId;
use domain::offer::{OfferCause, OfferState};

fn mail(id: MailId, recipient: &str) -> MailRow {
    MailRow {
        id,
        recipient: recipient.into(),
        person_id: None,
        claim_id: None,
        offer_id: None,
        invitation_id: None,
        subject: "Masz miejsce".into(),
        body: "Do zobaczenia".into(),
        created_at: noon(),
        due_at: noon(),
        sent_at: None,
    }
}

pub async fn a_mail_is_sent_and_forgotten(bed: &Bed) {
    let mut tx = bed.write().await;
    let (real, demo) = (mail(bed.id(), "a@example.org"), mail(bed.id(), "a@example.org"));
    for (row, keep) in [(&real, false), (&demo, true)] {
        mails::add(&mut tx, std::slice::from_ref(row)).await.unwrap();
        assert_eq!(mails::find(&mut tx, row.id).await.unwrap().as_ref(), Some(row));
        mails::sent(&mut tx, row.id, hours(1), keep).await.unwrap();
    }
    let sent = |row: MailRow, body: &str| Some(MailRow { sent_at: Some(hours(1)), body: body.into(), ..row });
    assert_eq!(mails::find(&mut tx, real.id).await.unwrap(), sent(real, ""));
    assert_eq!(mails::find(&mut tx, demo.id).await.unwrap(), sent(demo, "Do zobaczenia"));
    assert_eq!(mails::find(&mut tx, bed.id()).await.unwrap(), None);
}

pub async fn unsent_mails_can_be_recalled(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(5), (1, 2)).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let claim = add_claim(bed, &mut tx, slot, person, ClaimState::Approved).await;
    let about =
        |id| MailRow { claim_id: Some(claim.id), person_id: Some(person), ..mail(id, "a@example.org") };
    let (sent, waiting, other) = (about(bed.id()), about(bed.id()), mail(bed.id(), "a@example.org"));
    for row in [&sent, &waiting, &other] {
        mails::add(&mut tx, std::slice::from_ref(row)).await.unwrap();
    }
    mails::sent(&mut tx, sent.id, noon(), true).await.unwrap();
    assert_eq!(mails::recall(&mut tx, claim.id).await.unwrap(), 1);
    assert!(mails::find(&mut tx, waiting.id).await.unwrap().is_none());
    assert!(mails::find(&mut tx, sent.id).await.unwrap().is_some());
    assert!(mails::find(&mut tx, other.id).await.unwrap().is_some());
}

pub async fn unsent_mails_of_an_offer_can_be_recalled(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(5), (1, 2)).await;
    let person = add_person(bed, &mut tx, "Anna Żak").await;
    let offer = OfferRow {
        role_id: None,
        id: bed.id(),
        slot_id: slot,
        person_id: person,
        state: OfferState::Open,
        cause: OfferCause::Coordinator,
        claim_id: None,
        other_claim_id: None,
        key_hash: vec![1; 32],
        offered_by: person,
        offered_at: noon(),
        expires_at: hours(5),
        answered_at: None,
    };
    offers::add(&mut tx, &offer).await.unwrap();
    let about = |id| MailRow { offer_id: Some(offer.id), ..mail(id, "a@example.org") };
    let (sent, waiting, other) = (about(bed.id()), about(bed.id()), mail(bed.id(), "a@example.org"));
    for row in [&sent, &waiting, &other] {
        mails::add(&mut tx, std::slice::from_ref(row)).await.unwrap();
    }
    assert_eq!(mails::find(&mut tx, waiting.id).await.unwrap().as_ref(), Some(&waiting));
    mails::sent(&mut tx, sent.id, noon(), true).await.unwrap();
    assert!(mails::offer_waits(&mut tx, offer.id).await.unwrap());
    assert_eq!(mails::recall_offer(&mut tx, offer.id).await.unwrap(), 1);
    assert!(!mails::offer_waits(&mut tx, offer.id).await.unwrap());
    assert_eq!(mails::recall_offer(&mut tx, offer.id).await.unwrap(), 0);
    assert!(mails::find(&mut tx, waiting.id).await.unwrap().is_none());
    assert!(mails::find(&mut tx, sent.id).await.unwrap().is_some());
    assert!(mails::find(&mut tx, other.id).await.unwrap().is_some());
}

pub async fn latest_mails_first(bed: &Bed) {
    let mut tx = bed.write().await;
    let old = mail(bed.id(), "a@example.org");
    let new = MailRow { created_at: hours(1), ..mail(bed.id(), "b@example.org") };
    let newest = MailRow { created_at: hours(1), ..mail(bed.id(), "a@example.org") };
    for row in [&old, &new, &newest] {
        mails::add(&mut tx, std::slice::from_ref(row)).await.unwrap();
    }
    assert_eq!(mails::latest(&mut tx, None, 2).await.unwrap(), [newest.clone(), new]);
    assert_eq!(mails::latest(&mut tx, Some("a@example.org"), 9).await.unwrap(), [newest, old]);
    assert_eq!(mails::latest(&mut tx, Some("c@example.org"), 9).await.unwrap(), []);
}
