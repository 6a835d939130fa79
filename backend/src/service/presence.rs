//! Checking in at a place: the poster, the number on a host's screen, and what volunteers say there. Source: H1.

use crate::context::Cx;
use crate::db::{Tx, is_unique_violation};
use crate::error::{Error, Result, not_found};
use crate::qr;
use crate::service::claims::with_slot;
use crate::service::sign_in::limit;
use crate::service::trace;
use crate::store::claims::ClaimRow;
use crate::store::presence::{self as store, CheckInRow, OwnDate, PlaceCode};
use crate::store::slots::SlotRow;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::claim::ClaimState;
use domain::form::{InputProblem, Problems};
use domain::ids::{OrganisationId, PersonId};
use domain::opportunity::SlotState;
use domain::policy::Hosting;
use domain::presence::{DAYS_AHEAD, DIGITS, LATE_MINUTES, SKEW_SECONDS, Sent, Tap, TapForm};
use domain::presence::{minute, number_until, proving_minutes};
use domain::problem::Problem;
use domain::role::Role;
use domain::time::{Day, Instant};
use domain::view::{PlaceRow, PosterView, PresenceDate, PresenceView, ScreenView};
use domain::window::span;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Times in an hour that one person may send something, or try a poster that does not exist.
const TRIES_PER_HOUR: i64 = 60;

/// What the reader can say at the place with this key; without a key, their dates of the coming week, for their phone to
/// know where there is no network. For people who signed in.
///
/// # Errors
/// [`Problem::NotFound`] for keys that do not exist, [`Problem::TooMany`] for too many of those.
pub async fn show(cx: &Cx, key: &str) -> Result<PresenceView> {
    let me = cx.member()?.person_id();
    let now = cx.now();
    let mut tx = cx.read().await?;
    if key.is_empty() {
        let week = (now.plus_minutes(-LATE_MINUTES), now.plus_days(DAYS_AHEAD));
        let dates = store::own_dates(&mut tx, me, None, week).await?;
        return Ok(PresenceView {
            place: None,
            dates: dates.into_iter().map(|row| date(row, now)).collect(),
        });
    }
    let Some(place) = store::code_with(&mut tx, key).await? else {
        drop(tx);
        limit(cx, &format!("place:{me}"), TRIES_PER_HOUR).await?;
        return not_found();
    };
    let today: Day = now.day().into();
    let dates = store::own_dates(&mut tx, me, Some(place.organisation_id), span(today, today)).await?;
    Ok(PresenceView { place: Some(place.name), dates: dates.into_iter().map(|row| date(row, now)).collect() })
}

fn date(row: OwnDate, now: Instant) -> PresenceDate {
    let presence = row.presence.presence();
    let is_role = |role: &&Role| Some(role.id) == row.role_id;
    PresenceDate {
        role: row.described.iter().find(is_role).map(|role| role.name.clone()),
        group: row.party,
        claim_id: row.claim_id,
        title: row.title,
        place: row.place,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        presence,
        next: presence.next((row.starts_at, row.ends_at), now),
    }
}

/// Notes that the actor came or left, once, however often it is sent. With the number of that minute it is proven; what
/// is told later with a wrong one counts, but proves nothing. For people who signed in, of their own places.
///
/// # Errors
/// [`Problem::Invalid`], also for a number that is not on the screen; [`Problem::NotFound`] for claims of others, for
/// dates elsewhere and for posters that do not exist; [`Problem::TooLate`] outside of the date's time, for leaving
/// before coming, and without a place; [`Problem::TooMany`].
pub async fn tap(cx: &Cx, form: &TapForm) -> Result<()> {
    let me = cx.member()?.person_id();
    let now = cx.now();
    let sent = form.check(now)?;
    limit(cx, &format!("tap:{me}"), TRIES_PER_HOUR).await?;
    let mut tx = cx.write().await?;
    tx.lock(&format!("claim:{}", sent.claim_id)).await?;
    let (claim, slot, place) = own_place(&mut tx, me, &sent, &form.place).await?;
    if let Some(before) = before(&mut tx, &sent).await? {
        // The same again is no news; another's id is nobody's.
        let same = before.claim_id == sent.claim_id && before.tap == sent.tap;
        return if same { Ok(()) } else { not_found() };
    }
    let presence = store::of_claim(&mut tx, claim.id).await?;
    if presence.said(sent.tap).is_some() {
        return Ok(());
    }
    if !holds(claim.state) || !in_time(&sent, &slot, presence.arrived.map(|said| said.at)) {
        return Err(Problem::TooLate.into());
    }
    let row = CheckInRow {
        id: sent.id.unwrap_or_else(|| cx.new_id()),
        claim_id: claim.id,
        tap: sent.tap,
        at: sent.at,
        received_at: now,
        proven: proven(&place, &sent, now)?,
    };
    match store::add(&mut tx, &row).await {
        // Another claim took the id meanwhile.
        Err(error) if is_unique_violation(&error) => return not_found(),
        added => added?,
    }
    let detail = serde_json::json!({ "tap": sent.tap, "proven": row.proven, "late": row.said().late });
    trace::audit(cx, &mut tx, "check_in", "claim", claim.id.0, detail).await?;
    trace::claim_event(cx, &mut tx, &claim, &slot, false).await?;
    cx.commit(tx).await
}

/// The actor's claim with its date and the place of the poster, if they belong together.
async fn own_place(
    tx: &mut Tx,
    me: PersonId,
    sent: &Sent,
    key: &str,
) -> Result<(ClaimRow, SlotRow, PlaceCode)> {
    let found = with_slot(tx, sent.claim_id).await?;
    let own = found.filter(|(claim, slot)| claim.person_id == me && slot.work_minutes.is_none());
    let (Some((claim, slot)), Some(place)) = (own, store::code_with(tx, key).await?) else {
        return not_found();
    };
    if place.organisation_id != slot.organisation_id {
        return not_found();
    }
    Ok((claim, slot, place))
}

async fn before(tx: &mut Tx, sent: &Sent) -> Result<Option<CheckInRow>> {
    match sent.id {
        Some(id) => Ok(store::find(tx, id).await?),
        None => Ok(None),
    }
}

/// Whether it could be said then.
fn in_time(sent: &Sent, slot: &SlotRow, arrived: Option<Instant>) -> bool {
    let (from, until) = sent.tap.span((slot.starts_at, slot.ends_at));
    let in_order = sent.tap == Tap::Arrived || arrived.is_some_and(|arrived| arrived <= sent.at);
    slot.state == SlotState::Open && from <= sent.at && sent.at <= until && in_order
}

/// Whether the number was on the screen when it was said.
fn proven(place: &PlaceCode, sent: &Sent, now: Instant) -> Result<bool> {
    let Some(given) = &sent.number else { return Ok(false) };
    let right = proving_minutes(sent.at).into_iter().any(|minute| number(&place.secret, minute) == *given);
    if !right && now.unix() - sent.at.unix() <= SKEW_SECONDS {
        let mut problems = Problems::default();
        problems.add("number", InputProblem::WrongCode);
        problems.finish()?;
    }
    Ok(right)
}

/// The number of a minute. Source: RFC 4226, with SHA-256 and the minute as the counter.
fn number(secret: &[u8], minute: i64) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return String::new() };
    mac.update(&minute.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let offset = usize::from(digest.last().copied().unwrap_or_default() & 0xf);
    let part = digest.iter().skip(offset).take(4).fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    format!("{:0DIGITS$}", (part & 0x7fff_ffff) % 1_000_000)
}

/// The places that the actor looks after. For coordinators, facility managers and partners.
///
/// # Errors
/// [`Problem::Denied`], or when the database fails.
pub async fn places(cx: &Cx) -> Result<Vec<PlaceRow>> {
    let hosting = cx.actor.hosting().map_err(|_| cx.denied())?;
    let mut tx = cx.read().await?;
    let rows = store::places(&mut tx, hosting.scope().organisations()).await?;
    Ok(rows.into_iter().map(|(id, name, ready)| PlaceRow { id, name, ready }).collect())
}

/// Gives a place its code; another one if it has one, and then the old poster is worth nothing. For its hosts.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`] for places of others.
pub async fn prepare(cx: &Cx, id: OrganisationId) -> Result<()> {
    let hosting = hosts(cx, id)?;
    let mut tx = cx.write().await?;
    if !store::places(&mut tx, hosting.scope().organisations()).await?.iter().any(|(known, ..)| *known == id)
    {
        return not_found();
    }
    renew(cx, &mut tx, id).await?;
    trace::audit(cx, &mut tx, "prepare_place", "organisation", id.0, serde_json::json!({})).await?;
    cx.commit(tx).await
}

/// A new key and secret.
async fn renew(cx: &Cx, tx: &mut Tx, id: OrganisationId) -> Result<()> {
    let (mut key, mut secret) = ([0; 16], [0; 32]);
    cx.node.rng.fill(&mut key);
    cx.node.rng.fill(&mut secret);
    Ok(store::put_code(tx, id, &URL_SAFE_NO_PAD.encode(key), &secret, cx.now()).await?)
}

/// What hangs at a place. For its hosts.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`] for places of others and places without a code.
pub async fn poster(cx: &Cx, id: OrganisationId) -> Result<PosterView> {
    let place = hosted(cx, id).await?;
    let address = address(cx, &place);
    Ok(PosterView { name: place.name, code: qr::code(&address), address })
}

/// What a host's screen shows this minute. For hosts of the place.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::NotFound`] for places of others and places without a code.
pub async fn screen(cx: &Cx, id: OrganisationId) -> Result<ScreenView> {
    let place = hosted(cx, id).await?;
    let now = cx.now();
    let number = number(&place.secret, minute(now));
    let code = qr::code(&format!("{}?numer={number}", address(cx, &place)));
    Ok(ScreenView { name: place.name, number, code, seconds: number_until(now).unix() - now.unix() })
}

fn address(cx: &Cx, place: &PlaceCode) -> String {
    format!("{}/obecnosc/{}", cx.node.settings.public_url, place.key)
}

fn hosts(cx: &Cx, id: OrganisationId) -> Result<Hosting> {
    let hosting = cx.actor.hosting().map_err(|_| cx.denied())?;
    if hosting.covers(id) { Ok(hosting) } else { Err(Error::Problem(Problem::NotFound)) }
}

async fn hosted(cx: &Cx, id: OrganisationId) -> Result<PlaceCode> {
    hosts(cx, id)?;
    let mut tx = cx.read().await?;
    let Some(place) = store::code_of(&mut tx, id).await? else { return not_found() };
    Ok(place)
}

/// Whether there is something to say of a claim in this state.
const fn holds(state: ClaimState) -> bool {
    matches!(state, ClaimState::Approved | ClaimState::Attended)
}
