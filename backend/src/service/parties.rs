//! A class, people of a company, another group: one claim for several places by the person who is responsible. A
//! coordinator always decides about it. Names of the others may follow until a date; what minors may do holds for each
//! name, and a name that may not come is told and holds no place. Then places without a name are freed.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::mail::Template;
use crate::service::claims::{self as claiming, move_claim, with_slot};
use crate::service::{asking, questions, trace, waitlist};
use crate::store::claims::{self, ClaimRow};
use crate::store::parties::{self as store, GuestRow as Guest, PartyRow};
use crate::store::slots::{self, SlotRow};
use crate::store::{centre, people};
use domain::claim::{ClaimState, ClaimStep};
use domain::claiming::{Refusal, SlotFacts, guest_refusal};
use domain::form::{FieldProblem, InputProblem, NamesForm, PartyDraft, PartyForm, ResizeForm};
use domain::ids::{ClaimId, GuestId, OpportunityId, PersonId, RoleId, SlotId};
use domain::locale::{day_short, time};
use domain::opportunity::{OpportunityState, SlotState};
use domain::party::{REMINDER_DAYS, names_until, names_until_moved};
use domain::problem::Problem;
use domain::view::{GuestPresence, GuestRow, PartyLine, PartyView, Standing};
use sqlx::types::Json;

/// Asks for places for a group; its claim. A coordinator decides, whatever the opportunity's rule; also when there are not so many
/// places now, if its person wishes so: then the group gets its turn in the waiting list from the coordinator. For people
/// who signed in.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::Invalid`], [`Problem::Refused`] with the first rule that says no to the person who
/// is responsible, or to groups.
pub async fn claim(cx: &Cx, id: SlotId, form: &PartyForm) -> Result<ClaimId> {
    let me = cx.member()?.person_id();
    let mut tx = cx.write().await?;
    tx.lock(&format!("person:{me}")).await?;
    let found = slots::find(&mut tx, id).await?;
    let Some(slot) = found.filter(|slot| slot.opportunity_state != OpportunityState::Draft) else {
        return not_found();
    };
    if let Some(refusal) = closed_to_groups(&slot) {
        return Err(Problem::Refused(refusal).into());
    }
    let draft = form.check(most(&mut tx, &slot, &slot.parts()).await?)?;
    let role = part(&slot, draft.role)?;
    if draft.places > most(&mut tx, &slot, &[role]).await? {
        return Err(wrong("places", InputProblem::OutOfRange));
    }
    refuse(cx, &mut tx, me, (&slot, role), &draft).await?;
    let Some(until) = names_until(cx.now(), slot.starts_at, draft.names_days) else {
        return Err(wrong("names_days", InputProblem::InThePast));
    };
    let answers = questions::answered(&mut tx, &slot, &form.answers).await?;
    let claim = ClaimRow {
        places: draft.places,
        role_id: role,
        answers: Json(answers),
        ..ClaimRow::new(cx.new_id(), id, me, ClaimState::Pending, cx.now())
    };
    claiming::enter(cx, &mut tx, &claim, &slot).await?;
    let row = PartyRow {
        claim_id: claim.id,
        kind: draft.kind,
        name: draft.name,
        names_days: draft.names_days,
        names_until: until,
        // Who has just asked needs no reminder at once.
        reminded_at: (until <= cx.now().plus_days(REMINDER_DAYS)).then(|| cx.now()),
        closed_at: None,
        freed: 0,
    };
    store::add(&mut tx, &row).await?;
    let detail = serde_json::json!({ "state": claim.state, "places": claim.places });
    trace::audit(cx, &mut tx, "claim_group", "claim", claim.id.0, detail).await?;
    cx.commit(tx).await?;
    Ok(claim.id)
}

/// The part of a date that a group comes for: the whole one comes in one role.
fn part(slot: &SlotRow, asked: Option<RoleId>) -> Result<Option<RoleId>> {
    match slot.parts().as_slice() {
        [only] => Ok(*only),
        parts if asked.is_some() && parts.contains(&asked) => Ok(asked),
        _ => Err(wrong("role", if asked.is_some() { InputProblem::NotAChoice } else { InputProblem::Empty })),
    }
}

/// Why no group can come to this date, if so.
fn closed_to_groups(slot: &SlotRow) -> Option<Refusal> {
    if slot.work_minutes.is_some() {
        return Some(Refusal::AloneOnly);
    }
    slot.minor_directed.then_some(Refusal::GroupNotScreened)
}

/// The most places that a group may ask for on a date; `None` where groups cannot come.
pub(super) async fn offered(cx: &Cx, tx: &mut Tx, slot: &SlotRow) -> Result<Option<i64>> {
    let comes = slot.facts().state == SlotState::Open && names_until(cx.now(), slot.starts_at, 1).is_some();
    if closed_to_groups(slot).is_some() || !comes {
        return Ok(None);
    }
    let most = most(tx, slot, &slot.parts()).await?;
    Ok((most >= domain::party::FEWEST_PLACES).then_some(most))
}

/// The most places of a group in these parts of a date.
async fn most(tx: &mut Tx, slot: &SlotRow, parts: &[Option<RoleId>]) -> Result<i64> {
    let most = centre::rules(tx).await?.party_places;
    Ok(parts.iter().map(|part| places_in(slot, *part)).max().unwrap_or_default().min(most))
}

/// Places in one part of a date, free or not; none in a role that it no longer has.
fn places_in(slot: &SlotRow, part: Option<RoleId>) -> i64 {
    slot.facts_in(part).map_or(0, |facts| facts.max_places)
}

/// What the rules look at in the part of a date that a claim is for.
fn facts(slot: &SlotRow, claim: &ClaimRow) -> SlotFacts {
    slot.facts_in(claim.role_id).unwrap_or_else(|| slot.facts())
}

async fn refuse(
    cx: &Cx,
    tx: &mut Tx,
    me: PersonId,
    (slot, role): (&SlotRow, Option<RoleId>),
    draft: &PartyDraft,
) -> Result<()> {
    let no = claiming::newcomer(cx, tx, me, (slot, role)).await?;
    let full = |no: &Refusal| matches!(no, Refusal::Full | Refusal::PartyWaits);
    let waits = no.contains(&Refusal::PartyWaits);
    if let Some(refusal) = no.into_iter().find(|no| !full(no)) {
        return Err(Problem::Refused(refusal).into());
    }
    if draft.queue {
        return Ok(());
    }
    let left = slot.room_in(role);
    if left < draft.places {
        return Err(Problem::Refused(Refusal::TooFewPlaces { left }).into());
    }
    if waits { Err(Problem::Refused(Refusal::PartyWaits).into()) } else { Ok(()) }
}

/// A group with its names. For the person who is responsible and for coordinators, whose look is audited.
///
/// # Errors
/// [`Problem::NotFound`] for everybody else.
pub async fn show(cx: &Cx, id: ClaimId) -> Result<PartyView> {
    let me = cx.member()?.person_id();
    let mut tx = cx.read().await?;
    let staff = cx.actor.coordination().is_ok();
    let found = with_slot(&mut tx, id).await?.filter(|(claim, _)| claim.person_id == me || staff);
    let Some((claim, slot)) = found else { return not_found() };
    let Some(line) = line(cx, &mut tx, &claim, &slot).await? else { return not_found() };
    let facts = facts(&slot, &claim);
    let guest = |guest: Guest| GuestRow {
        refusal: guest.birth_on.and_then(|birth| guest_refusal(&facts, birth)),
        name: guest.name,
        birth_on: guest.birth_on,
    };
    let guests: Vec<GuestRow> = store::guests(&mut tx, id).await?.into_iter().map(guest).collect();
    let view = PartyView {
        can_edit: claim.person_id == me && claim.state.is_live() && !line.closed,
        person: people::name(&mut tx, claim.person_id).await?,
        slot: slot.card(cx.locale, Standing::Mine { claim_id: id, state: claim.state }),
        place: slot.place.clone(),
        min_age: facts.min_age,
        state: claim.state,
        most: most(&mut tx, &slot, &[claim.role_id]).await?,
        guests,
        line,
    };
    drop(tx);
    if claim.person_id != me {
        trace::audit_view(cx, "guests", Some(id.0), view.guests.len()).await?;
    }
    Ok(view)
}

/// Writes the names of an own group anew. Names that a rule keeps from coming are kept and told. For people who signed
/// in.
///
/// # Errors
/// [`Problem::NotFound`] for groups of others, [`Problem::Invalid`], [`Problem::TooLate`] once names are due or the claim
/// has ended.
pub async fn save_names(cx: &Cx, id: ClaimId, form: &NamesForm) -> Result<()> {
    let mut tx = cx.write().await?;
    let (claim, slot, _) = own(cx, &mut tx, id).await?;
    let guests = form.check(cx.now().day().into(), claim.places - 1)?;
    let rows = (1..).zip(guests).map(|(position, (name, birth_on))| Guest {
        id: cx.new_id(),
        claim_id: id,
        position,
        name,
        birth_on: Some(birth_on),
        came: None,
    });
    let rows: Vec<Guest> = rows.collect();
    store::put_guests(&mut tx, id, &rows).await?;
    trace::claim_event(cx, &mut tx, &claim, &slot, false).await?;
    trace::audit(cx, &mut tx, "name", "claim", id.0, serde_json::json!({ "names": rows.len() })).await?;
    cx.commit(tx).await
}

/// Changes the number of places of an own group, also of one that was approved: fewer places go to who waits, more are
/// taken only as far as there are free ones. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for groups of others, [`Problem::Invalid`] also below its names, [`Problem::Refused`] when fewer
/// places are free, [`Problem::TooLate`] once names are due or the claim has ended.
pub async fn resize(cx: &Cx, id: ClaimId, form: &ResizeForm) -> Result<()> {
    let mut tx = cx.write().await?;
    let (claim, slot, _) = own(cx, &mut tx, id).await?;
    let names = i64::try_from(store::guests(&mut tx, id).await?.len()).unwrap_or(i64::MAX);
    let places = form.check(names, most(&mut tx, &slot, &[claim.role_id]).await?)?;
    let takes_more = places > claim.places && claim.state.holds_place();
    if takes_more && waitlist::held_back(cx, &mut tx, &slot).await?.contains(&claim.role_id) {
        return Err(Problem::Refused(Refusal::PartyWaits).into());
    }
    resize_to(cx, &mut tx, (&claim, &slot), places).await?;
    let detail = serde_json::json!({ "from": claim.places, "to": places });
    trace::audit(cx, &mut tx, "resize", "claim", id.0, detail).await?;
    cx.commit(tx).await
}

/// Gives a claim so many places; who waits goes on if some become free, or if it waits itself and needs fewer.
async fn resize_to(cx: &Cx, tx: &mut Tx, (claim, slot): (&ClaimRow, &SlotRow), places: i64) -> Result<()> {
    if places == claim.places {
        return Ok(());
    }
    let to = ClaimRow { places, ..claim.clone() };
    move_claim(cx, tx, ClaimStep::Resize, claim, &to, slot).await?;
    let waits = claim.state == ClaimState::Waitlisted;
    if places < claim.places && (waits || claim.state.holds_place()) {
        waitlist::go_on(cx, tx, slot.id).await?;
    }
    Ok(())
}

/// An own group whose names are not due yet, with its claim and slot, both locked.
async fn own(cx: &Cx, tx: &mut Tx, id: ClaimId) -> Result<(ClaimRow, SlotRow, PartyRow)> {
    let me = cx.member()?.person_id();
    let Some(claim) = claims::find(tx, id).await?.filter(|claim| claim.person_id == me) else {
        return not_found();
    };
    asking::lock(tx, &[id], &[], &[claim.slot_id]).await?;
    let Some((claim, slot)) = with_slot(tx, id).await? else { return not_found() };
    let Some(party) = store::find(tx, id).await? else { return not_found() };
    if !claim.state.is_live() || is_closed(cx, &party) {
        return Err(Problem::TooLate.into());
    }
    Ok((claim, slot, party))
}

fn is_closed(cx: &Cx, party: &PartyRow) -> bool {
    party.closed_at.is_some() || party.names_until <= cx.now()
}

/// Whether a group that waits for places holds up those behind it: until its names are due, and only where there are so
/// many places at all.
pub(super) async fn holds_turn(cx: &Cx, tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow) -> Result<bool> {
    let fits = claim.places <= places_in(slot, claim.role_id);
    Ok(fits && store::find(tx, claim.id).await?.is_some_and(|party| !is_closed(cx, &party)))
}

/// A claim's group in a line; `None` if it is of no group.
pub(super) async fn line(
    cx: &Cx,
    tx: &mut Tx,
    claim: &ClaimRow,
    slot: &SlotRow,
) -> Result<Option<PartyLine>> {
    let Some(party) = store::find(tx, claim.id).await? else { return Ok(None) };
    let guests = store::guests(tx, claim.id).await?;
    let all = i64::try_from(guests.len()).unwrap_or_default();
    let facts = facts(slot, claim);
    let names =
        i64::try_from(guests.iter().filter(|guest| may_come(&facts, guest)).count()).unwrap_or_default();
    Ok(Some(PartyLine {
        claim_id: claim.id,
        kind: party.kind,
        places: claim.places,
        names,
        wrong: all - names,
        until: party.names_until,
        closed: is_closed(cx, &party),
        freed: party.freed,
        name: party.name,
    }))
}

/// Nothing keeps this guest from coming. Whose birth date was forgotten came long ago.
fn may_come(facts: &SlotFacts, guest: &Guest) -> bool {
    guest.birth_on.is_none_or(|birth| guest_refusal(facts, birth).is_none())
}

/// The names of a group who may come, for hosts of its date.
pub(super) async fn expected(tx: &mut Tx, claim: &ClaimRow, slot: &SlotRow) -> Result<Vec<GuestPresence>> {
    let facts = facts(slot, claim);
    let guests = store::guests(tx, claim.id).await?.into_iter().filter(|guest| may_come(&facts, guest));
    Ok(guests.map(|guest| GuestPresence { id: guest.id, name: guest.name, came: guest.came }).collect())
}

/// Records that somebody of a group came, did not come, or takes the record back (`None`). For hosts of the date's
/// organisation, once it has begun.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`] for guests elsewhere, [`Problem::TooLate`] for dates to come and groups
/// without places.
pub async fn record_guest(cx: &Cx, id: GuestId, came: Option<bool>) -> Result<()> {
    let hosting = cx.actor.hosting().map_err(|_| cx.denied())?;
    let mut tx = cx.write().await?;
    let found = store::guest(&mut tx, id).await?.filter(|(_, organisation)| hosting.covers(*organisation));
    let Some((claim_id, _)) = found else { return not_found() };
    let Some((claim, slot)) = with_slot(&mut tx, claim_id).await? else { return not_found() };
    let stands = matches!(claim.state, ClaimState::Approved | ClaimState::Attended | ClaimState::NoShow);
    if slot.starts_at > cx.now() || !stands {
        return Err(Problem::TooLate.into());
    }
    store::record(&mut tx, id, came).await?;
    trace::claim_event(cx, &mut tx, &claim, &slot, false).await?;
    trace::audit(cx, &mut tx, "record_presence", "guest", id.0, serde_json::json!({ "came": came })).await?;
    cx.commit(tx).await
}

/// Asks for names once more before they are due, and frees the places without one when they are.
pub(super) async fn on_time(cx: &Cx) -> Result<()> {
    let now = cx.now();
    let mut tx = cx.read().await?;
    let due = store::due(&mut tx, now, now.plus_days(REMINDER_DAYS)).await?;
    drop(tx);
    for party in due {
        let mut tx = cx.write().await?;
        let Some(claim) = claims::find(&mut tx, party.claim_id).await? else { continue };
        asking::lock(&mut tx, &[claim.id], &[], &[claim.slot_id]).await?;
        let Some((claim, slot)) = with_slot(&mut tx, party.claim_id).await? else { continue };
        let Some(party) = store::find(&mut tx, claim.id).await?.filter(|row| row.closed_at.is_none()) else {
            continue;
        };
        let over = !claim.state.is_live() || slot.starts_at <= now;
        if over || party.names_until <= now {
            close(cx, &mut tx, &party, (&claim, &slot), over).await?;
        } else if party.reminded_at.is_none() {
            remind(cx, &mut tx, &party, (&claim, &slot)).await?;
        }
        cx.commit(tx).await?;
    }
    Ok(())
}

async fn remind(cx: &Cx, tx: &mut Tx, party: &PartyRow, (claim, slot): (&ClaimRow, &SlotRow)) -> Result<()> {
    store::change(tx, &PartyRow { reminded_at: Some(cx.now()), ..party.clone() }).await?;
    let missing = line(cx, tx, claim, slot).await?.map_or(0, |line| line.missing());
    if missing > 0 {
        write(cx, tx, party, (claim, slot), Template::NamesSoon, missing).await?;
    }
    Ok(())
}

/// Names are due: whoever has none, or may not come, has no place. Nothing is freed of a claim that is over.
async fn close(
    cx: &Cx,
    tx: &mut Tx,
    party: &PartyRow,
    (claim, slot): (&ClaimRow, &SlotRow),
    over: bool,
) -> Result<()> {
    let guests = store::guests(tx, claim.id).await?;
    let facts = facts(slot, claim);
    let coming: Vec<Guest> = guests.into_iter().filter(|guest| may_come(&facts, guest)).collect();
    let names = i64::try_from(coming.len()).unwrap_or_default();
    let freed = if over { 0 } else { (claim.places - 1 - names).max(0) };
    store::change(tx, &PartyRow { closed_at: Some(cx.now()), freed, ..party.clone() }).await?;
    if freed > 0 {
        store::put_guests(tx, claim.id, &coming).await?;
        resize_to(cx, tx, (claim, slot), 1 + names).await?;
        write(cx, tx, party, (claim, slot), Template::NamesClosed, freed).await?;
    } else if !over && claim.state == ClaimState::Waitlisted {
        // Smaller ones may pass from now on.
        waitlist::go_on(cx, tx, slot.id).await?;
    }
    let detail = serde_json::json!({ "names": names, "freed": freed });
    trace::audit(cx, tx, "close_names", "claim", claim.id.0, detail).await
}

/// Mails the person who is responsible, with the way to the list.
async fn write(
    cx: &Cx,
    tx: &mut Tx,
    party: &PartyRow,
    (claim, slot): (&ClaimRow, &SlotRow),
    template: Template,
    count: i64,
) -> Result<()> {
    let Some(person) = people::find(tx, claim.person_id).await? else { return Ok(()) };
    let locale = person.locale;
    let until = format!("{}, {}", day_short(locale, party.names_until.day().into()), time(party.names_until));
    let url = &cx.node.settings.public_url;
    let more = vec![
        ("group", party.name.clone().into()),
        ("count", count.into()),
        ("until", until.into()),
        ("list", format!("{url}/{}/grupa/{}", locale.code(), claim.id).into()),
    ];
    asking::write(cx, tx, claim.person_id, slot, template, more).await
}

/// Dates of an opportunity were moved or cancelled: names are due so many days before the new date; those of a claim that
/// has ended are forgotten.
pub(super) async fn follow_dates(cx: &Cx, tx: &mut Tx, opportunity: OpportunityId) -> Result<()> {
    for party in store::open_of_opportunity(tx, opportunity).await? {
        let Some((claim, slot)) = with_slot(tx, party.claim_id).await? else { continue };
        if !claim.state.is_live() {
            store::put_guests(tx, claim.id, &[]).await?;
            continue;
        }
        let names_until = names_until_moved(cx.now(), slot.starts_at, party.names_days);
        if names_until != party.names_until {
            store::change(tx, &PartyRow { names_until, ..party }).await?;
        }
    }
    Ok(())
}

/// Forgets the names of a group whose claim has ended.
pub(super) async fn forget_with(tx: &mut Tx, claim: &ClaimRow) -> Result<()> {
    if store::find(tx, claim.id).await?.is_some() {
        store::put_guests(tx, claim.id, &[]).await?;
    }
    Ok(())
}

fn wrong(field: &str, problem: InputProblem) -> crate::error::Error {
    vec![FieldProblem { field: field.to_owned(), problem }].into()
}
