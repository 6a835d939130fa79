//! A question to a volunteer: an offer with the key of its mail, whatever its cause.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::mail::{self, Letter, Template};
use crate::service::{claims as claiming, trace};
use crate::session::Token;
use crate::store::mails::MailRow;
use crate::store::offers::{self, OfferRow};
use crate::store::people::{self, PersonRow};
use crate::store::slots::{self, SlotRow};
use crate::store::{claims, locks, mails};
use domain::claim::UNDO_SECONDS;
use domain::ids::{ClaimId, OfferId, PersonId, RoleId, SlotId};
use domain::locale::{Locale, Value, day_short, time, when};
use domain::offer::{OfferCause, OfferState};
use domain::text::short_name;
use domain::time::Instant;
use domain::waitlist::mail_at;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question<'a> {
    /// For which date.
    pub slot: &'a SlotRow,
    /// Whom.
    pub person: PersonId,
    /// Why.
    pub cause: OfferCause,
    /// The place that is handed over, or that waits.
    pub claim_id: Option<ClaimId>,
    /// The place given for it.
    pub other_claim_id: Option<ClaimId>,
    /// In which role, where the date has roles.
    pub role: Option<RoleId>,
    /// Who asks; from the waiting list it is the person's own wish.
    pub by: PersonId,
    /// Until when it may be answered.
    pub until: Instant,
}

/// Asks: writes the offer and its mail, which a coordinator can take back in time, and which otherwise waits for the
/// morning. A violation of uniqueness when the person is asked about this date already.
pub(super) async fn ask(cx: &Cx, tx: &mut Tx, question: Question<'_>) -> Result<OfferId> {
    let now = cx.now();
    let key = Token::new(&cx.node.rng);
    let row = OfferRow {
        id: cx.new_id(),
        slot_id: question.slot.id,
        person_id: question.person,
        state: OfferState::Open,
        cause: question.cause,
        claim_id: question.claim_id,
        other_claim_id: question.other_claim_id,
        key_hash: key.hash().to_vec(),
        offered_by: question.by,
        offered_at: now,
        expires_at: question.until,
        answered_at: None,
        role_id: question.role,
    };
    offers::add(tx, &row).await?;
    if let Some(person) = people::find(tx, question.person).await? {
        let letter = letter(cx, tx, &row, question.slot, &person, &key).await?;
        mail::post(cx, tx, &person, letter).await?;
    }
    trace::staffing_event(cx, tx, question.slot, Some(question.person)).await?;
    Ok(row.id)
}

/// The mail with the link that answers it.
async fn letter(
    cx: &Cx,
    tx: &mut Tx,
    offer: &OfferRow,
    slot: &SlotRow,
    person: &PersonRow,
    key: &Token,
) -> Result<Letter> {
    let locale = person.locale;
    let url = &cx.node.settings.public_url;
    let link = format!("{url}/{}/propozycja/{}?klucz={}", locale.code(), offer.id, key.as_str());
    let until = format!("{}, {}", day_short(locale, offer.expires_at.day().into()), time(offer.expires_at));
    let mut values = claiming::slot_values(cx, slot, locale);
    values.retain(|(name, _)| *name != "link");
    values.extend([("link", link.into()), ("until", until.into())]);
    let (template, delay_seconds) = match offer.cause {
        OfferCause::Coordinator => (Template::Offer, UNDO_SECONDS + 1),
        OfferCause::Waitlist => (Template::PlaceFree, until_morning(cx, slot)),
        OfferCause::StandIn => (Template::StandIn, until_morning(cx, slot)),
        OfferCause::Swap => (Template::Swap, until_morning(cx, slot)),
    };
    if matches!(offer.cause, OfferCause::StandIn | OfferCause::Swap) {
        values.push(("by", short_name(&people::name(tx, offer.offered_by).await?).into()));
    }
    if let Some(other) = other_slot(tx, offer).await? {
        values.push(("other", when(locale, other.starts_at, other.ends_at).into()));
    }
    Ok(Letter { template, claim_id: None, offer_id: Some(offer.id), delay_seconds, values })
}

/// In a swap: the date that is given for the offered one.
pub(super) async fn other_slot(tx: &mut Tx, offer: &OfferRow) -> Result<Option<SlotRow>> {
    let Some(other) = offer.other_claim_id else { return Ok(None) };
    let Some(claim) = claims::find(tx, other).await? else { return Ok(None) };
    Ok(slots::find(tx, claim.slot_id).await?)
}

/// Seconds until a mail about this date may leave.
pub(super) fn until_morning(cx: &Cx, slot: &SlotRow) -> i64 {
    mail_at(cx.now(), slot.starts_at).unix() - cx.now().unix()
}

/// Ends a question that is open; who may have read it is told that it is over.
pub(super) async fn call_off(cx: &Cx, tx: &mut Tx, offer: &OfferRow, slot: &SlotRow) -> Result<()> {
    let closed = match offer.state {
        OfferState::Agreed => offers::settle(tx, offer.id, OfferState::TakenBack).await?,
        _ => offers::close(tx, offer.id, OfferState::TakenBack, cx.now()).await?,
    };
    if closed
        && mails::recall_offer(tx, offer.id).await? == 0
        && let Some(person) = people::find(tx, offer.person_id).await?
    {
        mail::post_all(cx, tx, &[gone(cx, slot, &person)]).await?;
    }
    trace::staffing_event(cx, tx, slot, Some(offer.person_id)).await
}

/// What somebody is told who may have read a question that is over.
pub(super) fn gone(cx: &Cx, slot: &SlotRow, person: &PersonRow) -> MailRow {
    let values = claiming::slot_values(cx, slot, person.locale);
    let delay_seconds = until_morning(cx, slot);
    let letter =
        Letter { template: Template::OfferGone, claim_id: None, offer_id: None, delay_seconds, values };
    mail::written(cx, &person.email, person.locale, Some(person.id), &letter)
}

/// Mails a person about a date, not in the night.
pub(super) async fn write(
    cx: &Cx,
    tx: &mut Tx,
    person: PersonId,
    slot: &SlotRow,
    template: Template,
    more: Vec<(&'static str, Value)>,
) -> Result<()> {
    send(cx, tx, person, slot, (template, until_morning(cx, slot), more)).await
}

/// Mails a person about what they just did themselves: at once.
pub(super) async fn reply(
    cx: &Cx,
    tx: &mut Tx,
    person: PersonId,
    slot: &SlotRow,
    template: Template,
    more: Vec<(&'static str, Value)>,
) -> Result<()> {
    send(cx, tx, person, slot, (template, 0, more)).await
}

async fn send(
    cx: &Cx,
    tx: &mut Tx,
    person: PersonId,
    slot: &SlotRow,
    (template, delay_seconds, more): (Template, i64, Vec<(&'static str, Value)>),
) -> Result<()> {
    let Some(person) = people::find(tx, person).await? else { return Ok(()) };
    let mut values = claiming::slot_values(cx, slot, person.locale);
    values.extend(more);
    let letter = Letter { template, claim_id: None, offer_id: None, delay_seconds, values };
    mail::post(cx, tx, &person, letter).await
}

/// Mails coordinators and the hosts of a date at once, whatever the hour: it is their work to know.
pub(super) async fn write_to_staff(
    cx: &Cx,
    tx: &mut Tx,
    slot: &SlotRow,
    template: Template,
    more: impl Fn(Locale) -> Vec<(&'static str, Value)>,
) -> Result<()> {
    let url = &cx.node.settings.public_url;
    for person in people::responsible(tx, slot.organisation_id).await? {
        let mut values = claiming::slot_values(cx, slot, person.locale);
        values.extend(more(person.locale));
        values.retain(|(name, _)| *name != "link");
        values.push(("link", format!("{url}/{}/termin/{}", person.locale.code(), slot.id).into()));
        let letter = Letter { template, claim_id: None, offer_id: None, delay_seconds: 0, values };
        mail::post(cx, tx, &person, letter).await?;
    }
    Ok(())
}

/// Takes the locks of these claims, people and slots, always in the same order, so that nobody waits for each other:
/// claims, people, slots, each by id.
pub(super) async fn lock(
    tx: &mut Tx,
    claims: &[ClaimId],
    people: &[PersonId],
    slots: &[SlotId],
) -> Result<()> {
    let names = claims.iter().map(|id| format!("claim:{id}"));
    let names = names.chain(people.iter().map(|id| format!("person:{id}")));
    Ok(locks::hold(tx, names.chain(slots.iter().map(|id| format!("slot:{id}"))).collect()).await?)
}
