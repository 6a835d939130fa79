//! "I come with somebody": one further place of an own claim is held for whoever has the key of a link. The friend's yes
//! makes the held place their own claim in one transaction, with every rule asked for them; a no, the deadline, or the
//! inviter stepping back gives it on to who waits.
//!
//! The place that is held is a place of the inviter's claim ([`ClaimRow::places`] is 2 while the invitation is open), so
//! it is taken like any other and no newcomer can overtake the friend.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::mail::{self, Letter, Template};
use crate::service::claims::{self as claiming, move_claim, with_slot};
use crate::service::{asking, offers as answering, pairs, sign_in, trace, waitlist};
use crate::session::Token;
use crate::store::claims::{self, ClaimRow};
use crate::store::invitations::{self as store, InvitationRow};
use crate::store::mails::MailRow;
use crate::store::slots::SlotRow;
use crate::store::{offers, people, places};
use domain::approval::Ruling;
use domain::claim::{ClaimState, ClaimStep};
use domain::claiming::Refusal;
use domain::form::InviteForm;
use domain::ids::{ClaimId, PersonId, SlotId};
use domain::locale::{day_short, time};
use domain::offer::OfferCause;
use domain::opportunity::{ClaimRule, SlotState};
use domain::party::{InvitationState, friend_until};
use domain::person::missing_steps;
use domain::problem::Problem;
use domain::text::short_name;
use domain::view::{Company, InvitationView, Invited, Standing};
use sqlx::types::Json;

/// Invitations that one person makes or renews in an hour.
const PER_HOUR: i64 = 20;
/// Addresses to which one person has links mailed in an hour, and links mailed to one address.
const MAILS_PER_HOUR: i64 = 6;

/// Holds one further place of an own claim for a friend; the key of the link. With an address, the link is mailed there,
/// whoever that is. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for claims of others, [`Problem::Invalid`], [`Problem::TooMany`], [`Problem::TooLate`] for a
/// claim that is over or has company already, [`Problem::Refused`] when no place is left for a friend.
pub async fn invite(cx: &Cx, id: ClaimId, form: &InviteForm) -> Result<String> {
    let me = cx.member()?.person_id();
    let email = form.check()?;
    limit(cx, me, email.as_deref()).await?;
    let mut tx = cx.write().await?;
    let (claim, slot) = own(&mut tx, id, me).await?;
    if !can_invite(cx, &mut tx, &claim, &slot).await? {
        return Err(Problem::TooLate.into());
    }
    if is_handing_over(&mut tx, id).await? {
        return Err(Problem::Refused(Refusal::HandingOver).into());
    }
    if claim.state.holds_place() && waitlist::held_back(cx, &mut tx, &slot).await?.contains(&claim.role_id) {
        return Err(Problem::Refused(Refusal::PartyWaits).into());
    }
    let to = ClaimRow { places: 2, ..claim.clone() };
    move_claim(cx, &mut tx, ClaimStep::Resize, &claim, &to, &slot).await?;
    let key = begin(cx, &mut tx, &to, &slot, email.as_deref()).await?;
    cx.commit(tx).await?;
    Ok(key)
}

/// How often one person may invite, and whom.
pub(super) async fn limit(cx: &Cx, me: PersonId, email: Option<&str>) -> Result<()> {
    sign_in::limit(cx, &format!("invite:{me}"), PER_HOUR).await?;
    if let Some(email) = email {
        sign_in::limit(cx, &format!("invite-by:{me}"), MAILS_PER_HOUR).await?;
        sign_in::limit(cx, &format!("invite-to:{email}"), MAILS_PER_HOUR).await?;
    }
    Ok(())
}

/// Writes the invitation of a claim that holds, or asks for, two places; the key of its link.
pub(super) async fn begin(
    cx: &Cx,
    tx: &mut Tx,
    claim: &ClaimRow,
    slot: &SlotRow,
    email: Option<&str>,
) -> Result<String> {
    let (key, now) = (Token::new(&cx.node.rng), cx.now());
    let row = InvitationRow {
        id: cx.new_id(),
        claim_id: claim.id,
        state: InvitationState::Open,
        key_hash: key.hash().to_vec(),
        created_at: now,
        expires_at: friend_until(now, slot.starts_at),
        answered_at: None,
        friend_claim_id: None,
    };
    store::add(tx, &row).await?;
    if let Some(email) = email {
        write_to(cx, tx, email, &row, (claim.person_id, slot), &key).await?;
    }
    let detail = serde_json::json!({ "mailed": email.is_some() });
    trace::audit(cx, tx, "invite", "claim", claim.id.0, detail).await?;
    Ok(key.as_str().to_owned())
}

/// Mails the link to an address, not in the night.
async fn write_to(
    cx: &Cx,
    tx: &mut Tx,
    email: &str,
    row: &InvitationRow,
    (inviter, slot): (PersonId, &SlotRow),
    key: &Token,
) -> Result<()> {
    let mut values = claiming::slot_values(cx, slot, cx.locale);
    values.retain(|(name, _)| *name != "link");
    values.extend([
        ("link", link(cx, key.as_str()).into()),
        ("until", until(cx.locale, row).into()),
        ("by", first_name(&people::name(tx, inviter).await?).into()),
    ]);
    let delay_seconds = asking::until_morning(cx, slot);
    let letter =
        Letter { template: Template::Invitation, claim_id: None, offer_id: None, delay_seconds, values };
    let written = mail::written(cx, email, cx.locale, None, &letter);
    mail::post_all(cx, tx, &[MailRow { invitation_id: Some(row.id), ..written }]).await
}

fn until(locale: domain::locale::Locale, row: &InvitationRow) -> String {
    format!("{}, {}", day_short(locale, row.expires_at.day().into()), time(row.expires_at))
}

fn link(cx: &Cx, key: &str) -> String {
    format!("{}/{}/zaproszenie/{key}", cx.node.settings.public_url, cx.locale.code())
}

fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

/// Another key for an own open invitation, to share it again; the old link is worth nothing any more. For people who
/// signed in.
///
/// # Errors
/// [`Problem::NotFound`] for claims of others, [`Problem::TooLate`] when it is over, [`Problem::TooMany`].
pub async fn renew(cx: &Cx, id: ClaimId) -> Result<String> {
    let me = cx.member()?.person_id();
    limit(cx, me, None).await?;
    let mut tx = cx.write().await?;
    let (claim, slot) = own(&mut tx, id, me).await?;
    let Some(row) = valid(cx, &mut tx, id, &slot).await? else { return Err(Problem::TooLate.into()) };
    let key = Token::new(&cx.node.rng);
    if !store::rekey(&mut tx, row.id, &key.hash()).await? {
        return Err(Problem::TooLate.into());
    }
    // A mail with the old link that has not left is worth nothing either.
    store::recall(&mut tx, row.id).await?;
    trace::audit(cx, &mut tx, "renew_invitation", "claim", claim.id.0, serde_json::json!({})).await?;
    cx.commit(tx).await?;
    Ok(key.as_str().to_owned())
}

/// Takes back an own invitation: the place goes to who waits. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for claims of others, [`Problem::TooLate`] when it is over.
pub async fn take_back(cx: &Cx, id: ClaimId) -> Result<()> {
    let me = cx.member()?.person_id();
    let mut tx = cx.write().await?;
    let (claim, slot) = own(&mut tx, id, me).await?;
    let Some(row) = store::open_of(&mut tx, id).await? else { return Err(Problem::TooLate.into()) };
    end(cx, &mut tx, &row, (&claim, &slot), InvitationState::TakenBack).await?;
    cx.commit(tx).await
}

/// An open invitation, for whoever has its key.
///
/// # Errors
/// [`Problem::NotFound`] for every other key, and once it was answered or is over.
pub async fn show(cx: &Cx, key: &str) -> Result<InvitationView> {
    let mut tx = cx.read().await?;
    let (row, claim, slot) = by_key(cx, &mut tx, key).await?;
    let me = cx.actor.person_id();
    let reader = match me {
        None => Invited::Visitor,
        Some(me) if me == claim.person_id => Invited::Own,
        Some(me) => match refusal(cx, &mut tx, me, &claim, &slot).await? {
            None => Invited::Can,
            Some(refusal) => {
                let volunteer = people::volunteer(&mut tx, me).await?;
                let missing = volunteer.map(|row| missing_steps(row.status, row.birth_on));
                Invited::Cannot(refusal, missing.unwrap_or_default())
            }
        },
    };
    Ok(InvitationView {
        slot: slot.card(cx.locale, Standing::Open),
        place: slot.place.clone(),
        by: first_name(&people::name(&mut tx, claim.person_id).await?),
        until: row.expires_at,
        pending: claim.state == ClaimState::Pending,
        link: (reader == Invited::Own).then(|| link(cx, key)),
        reader,
    })
}

/// Says yes, for people who signed in, or no, for whoever has the key; for which date. A yes makes the held place an own
/// claim: at once where the inviter has a place; where a coordinator has yet to decide about the inviter, a claim that
/// begins like any other. Coordinators and hosts are told of a friend who came in beside their decision.
///
/// # Errors
/// [`Problem::NotFound`] for every other key, and once it was answered or is over; [`Problem::SignInFirst`];
/// [`Problem::Refused`] with the rule that says no – the place is still held.
pub async fn answer(cx: &Cx, key: &str, accept: bool) -> Result<SlotId> {
    let friend = if accept { Some(cx.member()?.person_id()) } else { None };
    let mut tx = cx.write().await?;
    let (_, claim, slot) = by_key(cx, &mut tx, key).await?;
    let people: Vec<PersonId> = friend.into_iter().chain([claim.person_id]).collect();
    asking::lock(&mut tx, &[claim.id], &people, &[slot.id]).await?;
    let (row, claim, slot) = by_key(cx, &mut tx, key).await?;
    if let Some(friend) = friend {
        join(cx, &mut tx, friend, &row, (&claim, &slot)).await?;
    } else {
        end(cx, &mut tx, &row, (&claim, &slot), InvitationState::Declined).await?;
        asking::write(cx, &mut tx, claim.person_id, &slot, Template::FriendNo, Vec::new()).await?;
    }
    cx.commit(tx).await?;
    Ok(slot.id)
}

/// The first rule that keeps somebody from the place that is held for them. That the slot is full is none.
async fn refusal(
    cx: &Cx,
    tx: &mut Tx,
    friend: PersonId,
    claim: &ClaimRow,
    slot: &SlotRow,
) -> Result<Option<Refusal>> {
    let held = claim.state.holds_place();
    let waits = claims::live(tx, slot.id, friend).await?.is_some_and(|own| held && !own.state.holds_place());
    let mut no = claiming::refused_when_asked(cx, tx, friend, (slot, claim.role_id)).await?.into_iter();
    Ok(no.find(|no| match no {
        Refusal::Full => !held,
        Refusal::AlreadyClaimed => !waits,
        _ => true,
    }))
}

/// The friend's yes.
async fn join(
    cx: &Cx,
    tx: &mut Tx,
    friend: PersonId,
    row: &InvitationRow,
    (claim, slot): (&ClaimRow, &SlotRow),
) -> Result<()> {
    if friend == claim.person_id {
        return Err(Problem::Refused(Refusal::AlreadyClaimed).into());
    }
    if let Some(refusal) = refusal(cx, tx, friend, claim, slot).await? {
        return Err(Problem::Refused(refusal).into());
    }
    let (state, ruling) = claiming::beginning(cx, tx, friend, (slot, claim.role_id)).await?;
    let left_to_person = ruling.as_ref().is_some_and(|ruling| !ruling.approves());
    let held = claim.state.holds_place() && !left_to_person;
    // First given back, then taken: whoever wants the place waits until this transaction ends.
    shrink(cx, tx, claim, slot).await?;
    if held {
        answering::give(cx, tx, friend, (slot, claim.role_id), (None, None)).await?;
    } else {
        let new = ClaimRow {
            decided_at: ruling.as_ref().is_some_and(Ruling::approves).then(|| cx.now()),
            rule: ruling.map(Json),
            role_id: claim.role_id,
            ..ClaimRow::new(cx.new_id(), slot.id, friend, state, cx.now())
        };
        claiming::enter(cx, tx, &new, slot).await?;
    }
    let own = claims::live(tx, slot.id, friend).await?;
    let own_id = own.as_ref().map(|own| own.id);
    if !store::close(tx, row.id, InvitationState::Accepted, own_id, cx.now()).await? {
        return not_found();
    }
    if own.is_some_and(|own| own.state == ClaimState::Approved) {
        asking::reply(cx, tx, friend, slot, Template::Approved, Vec::new()).await?;
    }
    let (by, name) = (people::name(tx, claim.person_id).await?, people::name(tx, friend).await?);
    let told = vec![("by", short_name(&name).into())];
    asking::write(cx, tx, claim.person_id, slot, Template::FriendYes, told).await?;
    if claim.state.holds_place() && !held {
        waitlist::go_on(cx, tx, slot.id).await?;
    }
    if held && slot.claim_rule == ClaimRule::Approval {
        asking::write_to_staff(cx, tx, slot, Template::FriendJoined, |_| {
            vec![("from", by.clone().into()), ("to", name.clone().into())]
        })
        .await?;
    }
    let detail = serde_json::json!({ "state": InvitationState::Accepted });
    trace::audit(cx, tx, "answer", "invitation", row.id.0, detail).await
}

/// Ends an open invitation without a friend: the claim has one place again, and the other goes to who waits.
async fn end(
    cx: &Cx,
    tx: &mut Tx,
    row: &InvitationRow,
    (claim, slot): (&ClaimRow, &SlotRow),
    state: InvitationState,
) -> Result<()> {
    if !store::close(tx, row.id, state, None, cx.now()).await? {
        return Err(Problem::TooLate.into());
    }
    if claim.state.is_live() && claim.places > 1 {
        shrink(cx, tx, claim, slot).await?;
        if claim.state.holds_place() {
            waitlist::go_on(cx, tx, slot.id).await?;
        }
    }
    trace::audit(cx, tx, "answer", "invitation", row.id.0, serde_json::json!({ "state": state })).await
}

async fn shrink(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow) -> Result<()> {
    let to = ClaimRow { places: 1, ..claim.clone() };
    move_claim(cx, tx, ClaimStep::Resize, claim, &to, slot).await
}

/// Ends the invitation of a claim that ends or waits from this step on; how many places the claim keeps.
pub(super) async fn end_with(cx: &Cx, tx: &mut Tx, claim: &ClaimRow) -> Result<i64> {
    let Some(row) = store::open_of(tx, claim.id).await? else { return Ok(claim.places) };
    store::close(tx, row.id, InvitationState::TakenBack, None, cx.now()).await?;
    Ok(1)
}

/// Ends what no friend answered in time; the inviter is told.
pub(super) async fn end_unanswered(cx: &Cx) -> Result<()> {
    let mut tx = cx.read().await?;
    let unanswered = store::unanswered(&mut tx, cx.now()).await?;
    drop(tx);
    for row in unanswered {
        let mut tx = cx.write().await?;
        let Some(claim) = claims::find(&mut tx, row.claim_id).await? else { continue };
        asking::lock(&mut tx, &[claim.id], &[], &[claim.slot_id]).await?;
        let Some((claim, slot)) = with_slot(&mut tx, claim.id).await? else { continue };
        let open = store::open_of(&mut tx, claim.id).await?.is_some_and(|open| open.id == row.id);
        if !open {
            continue;
        }
        end(cx, &mut tx, &row, (&claim, &slot), InvitationState::Expired).await?;
        if slot.starts_at > cx.now() {
            asking::write(cx, &mut tx, claim.person_id, &slot, Template::FriendLapsed, Vec::new()).await?;
        }
        cx.commit(tx).await?;
    }
    Ok(())
}

/// What the inviter sees of it.
pub(super) async fn company(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow) -> Result<Company> {
    let invited = match claim.places {
        1 => None,
        _ => valid(cx, tx, claim.id, slot).await?.map(|row| row.expires_at),
    };
    let free = !claim.state.holds_place() || slot.room_in(claim.role_id) > 0;
    let can_invite = free && can_invite(cx, tx, claim, slot).await? && !is_handing_over(tx, claim.id).await?;
    Ok(Company { can_invite, invited })
}

/// A claim with one place, or that asks for one, on a date to come with an hour.
async fn can_invite(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow) -> Result<bool> {
    let stands = matches!(claim.state, ClaimState::Approved | ClaimState::Pending);
    let alone = claim.places == 1 && claim.asked_again_at.is_none() && slot.work_minutes.is_none();
    let comes = slot.facts().state == SlotState::Open && slot.starts_at > cx.now();
    Ok(stands && alone && comes && crate::store::parties::find(tx, claim.id).await?.is_none())
}

/// Somebody is sought to come instead, or to swap.
async fn is_handing_over(tx: &mut Tx, claim: ClaimId) -> Result<bool> {
    let about = offers::about(tx, claim).await?;
    let asked = about.iter().any(|offer| matches!(offer.cause, OfferCause::StandIn | OfferCause::Swap));
    Ok(asked || places::sought(tx, claim).await?.is_some())
}

/// The open invitation of a claim, if it has not run out and its date still comes.
async fn valid(cx: &Cx, tx: &mut Tx, claim: ClaimId, slot: &SlotRow) -> Result<Option<InvitationRow>> {
    let now = cx.now();
    let comes = slot.facts().state == SlotState::Open && slot.starts_at > now;
    Ok(store::open_of(tx, claim).await?.filter(|row| comes && row.expires_at > now))
}

/// What a key opens.
async fn by_key(cx: &Cx, tx: &mut Tx, key: &str) -> Result<(InvitationRow, ClaimRow, SlotRow)> {
    let Some(hash) = pairs::key_hash(key) else { return not_found() };
    let Some(row) = store::by_key(tx, &hash).await? else { return not_found() };
    let Some((claim, slot)) = with_slot(tx, row.claim_id).await? else { return not_found() };
    let stands = matches!(claim.state, ClaimState::Approved | ClaimState::Pending);
    match valid(cx, tx, claim.id, &slot).await?.filter(|open| open.id == row.id && stands) {
        Some(row) => Ok((row, claim, slot)),
        None => not_found(),
    }
}

/// An own claim with its slot, both locked.
async fn own(tx: &mut Tx, id: ClaimId, me: PersonId) -> Result<(ClaimRow, SlotRow)> {
    let Some(claim) = claims::find(tx, id).await?.filter(|claim| claim.person_id == me) else {
        return not_found();
    };
    asking::lock(tx, &[id], &[], &[claim.slot_id]).await?;
    let Some(found) = with_slot(tx, id).await? else { return not_found() };
    Ok(found)
}
