//! Invitations of friends.

use crate::fixtures::{add_claim, add_person, add_slot, hours, world};
use crate::support::{Bed, noon};
use backend::db::{Tx, is_unique_violation};
use backend::store::claims as claim_rows;
use backend::store::invitations::{self, InvitationRow};
use backend::store::mails::{self, MailRow};
use domain::claim::ClaimState;
use domain::ids::{ClaimId, InvitationId, OpportunityId};
use domain::party::InvitationState;

async fn add_invitation(
    bed: &Bed,
    tx: &mut Tx,
    claim_id: ClaimId,
    change: impl FnOnce(&mut InvitationRow),
) -> InvitationRow {
    let id: InvitationId = bed.id();
    let mut row = InvitationRow {
        id,
        claim_id,
        state: InvitationState::Open,
        key_hash: id.0.as_bytes().repeat(2),
        created_at: noon(),
        expires_at: hours(24),
        answered_at: None,
        friend_claim_id: None,
    };
    change(&mut row);
    invitations::add(tx, &row).await.unwrap();
    row
}

async fn two_claims(bed: &Bed, tx: &mut Tx) -> (OpportunityId, ClaimId, ClaimId) {
    let world = world(bed, tx).await;
    let slot = add_slot(bed, tx, world.opportunity, hours(60), (1, 4)).await;
    let (ola, ewa) = (add_person(bed, tx, "Ola Żak").await, add_person(bed, tx, "Ewa Lis").await);
    let claim = add_claim(bed, tx, slot, ola, ClaimState::Approved).await;
    let friend = add_claim(bed, tx, slot, ewa, ClaimState::Approved).await;
    (world.opportunity, claim.id, friend.id)
}

pub async fn a_key_opens_one_that_is_open(bed: &Bed) {
    let mut tx = bed.write().await;
    let (_, claim, friend) = two_claims(bed, &mut tx).await;
    let row = add_invitation(bed, &mut tx, claim, |_| {}).await;
    assert_eq!(invitations::by_key(&mut tx, &row.key_hash).await.unwrap(), Some(row.clone()));
    assert_eq!(invitations::by_key(&mut tx, &[1; 32]).await.unwrap(), None);
    assert_eq!(invitations::open_of(&mut tx, claim).await.unwrap(), Some(row.clone()));
    assert_eq!(invitations::open_of(&mut tx, friend).await.unwrap(), None);
    assert!(invitations::rekey(&mut tx, row.id, &[2; 32]).await.unwrap());
    assert_eq!(invitations::by_key(&mut tx, &row.key_hash).await.unwrap(), None);
    let close = (InvitationState::Accepted, Some(friend), hours(1));
    assert!(invitations::close(&mut tx, row.id, close.0, close.1, close.2).await.unwrap());
    assert!(!invitations::close(&mut tx, row.id, close.0, close.1, close.2).await.unwrap());
    assert_eq!(invitations::by_key(&mut tx, &[2; 32]).await.unwrap(), None);
    assert!(!invitations::rekey(&mut tx, row.id, &[3; 32]).await.unwrap());
}

pub async fn one_open_invitation_per_claim(bed: &Bed) {
    let mut tx = bed.write().await;
    let (_, claim, _) = two_claims(bed, &mut tx).await;
    let first = add_invitation(bed, &mut tx, claim, |row| row.state = InvitationState::Declined).await;
    add_invitation(bed, &mut tx, claim, |_| {}).await;
    let again = InvitationRow { id: bed.id(), key_hash: vec![7; 32], state: InvitationState::Open, ..first };
    let error = invitations::add(&mut tx, &again).await.unwrap_err();
    assert!(is_unique_violation(&error), "{error}");
}

pub async fn what_nobody_answered_in_time(bed: &Bed) {
    let mut tx = bed.write().await;
    let (_, claim, friend) = two_claims(bed, &mut tx).await;
    let late = add_invitation(bed, &mut tx, claim, |row| row.expires_at = hours(70)).await;
    let soon = add_invitation(bed, &mut tx, friend, |_| {}).await;
    assert_eq!(invitations::unanswered(&mut tx, hours(23)).await.unwrap(), []);
    assert_eq!(invitations::unanswered(&mut tx, hours(24)).await.unwrap(), std::slice::from_ref(&soon));
    // The date has begun.
    assert_eq!(invitations::unanswered(&mut tx, hours(60)).await.unwrap(), [soon, late]);
}

pub async fn what_is_over_takes_its_mail_back(bed: &Bed) {
    let mut tx = bed.write().await;
    let (opportunity, claim, friend) = two_claims(bed, &mut tx).await;
    let (one, two) = (
        add_invitation(bed, &mut tx, claim, |_| {}).await,
        add_invitation(bed, &mut tx, friend, |_| {}).await,
    );
    let mail = |id: &InvitationRow| MailRow {
        id: bed.id(),
        recipient: "a@example.org".into(),
        person_id: None,
        claim_id: None,
        offer_id: None,
        invitation_id: Some(id.id),
        subject: String::new(),
        body: String::new(),
        created_at: noon(),
        due_at: noon(),
        sent_at: None,
    };
    mails::add(&mut tx, &[mail(&one), mail(&two)]).await.unwrap();
    assert_eq!(invitations::recall(&mut tx, two.id).await.unwrap(), 1);
    assert_eq!(invitations::end_with_claims(&mut tx, opportunity, hours(1)).await.unwrap(), 0);
    let row = claim_rows::find(&mut tx, claim).await.unwrap().unwrap();
    let gone = claim_rows::ClaimRow { state: ClaimState::Cancelled, ..row.clone() };
    assert!(claim_rows::change(&mut tx, &row, &gone).await.unwrap());
    assert_eq!(invitations::end_with_claims(&mut tx, opportunity, hours(1)).await.unwrap(), 1);
    assert_eq!(invitations::open_of(&mut tx, claim).await.unwrap(), None);
    assert_eq!(invitations::open_of(&mut tx, friend).await.unwrap(), Some(two));
    assert_eq!(mails::latest(&mut tx, Some("a@example.org"), 9).await.unwrap(), []);
}
