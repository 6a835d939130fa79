//! What an edit of dates does to people: whose claim is carried, who is asked again, whose date is gone, whom a rule no
//! longer lets in; and what each of them is told.

use super::edit::Edit;
use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::mail::{self, Letter, Template};
use crate::service::asking;
use crate::store::claims::ClaimRow;
use crate::store::dates::{self, Concerned};
use crate::store::mails::MailRow;
use crate::store::slots::SlotRow;
use crate::store::{centre, claims, series, standing};
use domain::claiming::{Engagement, Limits, PersonFacts, Refusal, SlotFacts, refusals};
use domain::ids::{ClaimId, OpportunityId, PersonId, SlotId};
use domain::locale::{Locale, refusal_words, text, when};
use domain::opportunity::SlotState;
use domain::person::VolunteerStatus;
use domain::text::{Code, fold};
use domain::time::Instant;
use domain::view::{MessageKind, MessagePreview};
use std::collections::{BTreeMap, BTreeSet};

/// Engagements further away have nothing to do with a date: a week's limit is the widest rule.
const NEAR_SECONDS: i64 = 9 * 86_400;

/// What becomes of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// It stays, without a word: time and place stay.
    Carried,
    /// It stays, and its person is asked whether it still suits them.
    AskedAgain,
    /// Its date does not take place.
    Cancelled,
    /// A rule does not let its person in at the new time or place.
    Released(Refusal),
}

/// A claim that an edit touches.
#[derive(Debug)]
pub(super) struct Touched {
    pub who: Concerned,
    pub effect: Effect,
    /// When the date was, and when it will be.
    pub times: ((Instant, Instant), (Instant, Instant)),
}

/// Everybody whom an edit touches.
#[derive(Debug, Default)]
pub(super) struct People {
    pub touched: Vec<Touched>,
}

/// What the rules look at, before and after the edit.
struct Rules<'a> {
    cx: &'a Cx,
    sample: &'a SlotRow,
    limits: Limits,
    place: String,
    times: BTreeMap<SlotId, (Instant, Instant)>,
    gone: BTreeSet<SlotId>,
    /// The dates of this opportunity that somebody claims.
    ours: BTreeSet<SlotId>,
    /// What everybody holds, each in the order of time.
    engagements: BTreeMap<PersonId, Vec<Engagement>>,
}

/// Everybody whom the edit touches. `sample` is any date of the opportunity.
pub(super) async fn touched(cx: &Cx, tx: &mut Tx, sample: &SlotRow, edit: &Edit) -> Result<People> {
    let (now, id) = (cx.now(), sample.opportunity_id);
    let concerned = dates::concerned(tx, id, now).await?;
    if concerned.is_empty() {
        return Ok(People::default());
    }
    let mut engagements: BTreeMap<PersonId, Vec<Engagement>> = BTreeMap::new();
    for (person, engagement) in claims::engagements_beside(tx, id, now, now.plus_days(-9)).await? {
        engagements.entry(person).or_default().push(engagement);
    }
    let mut rules = Rules {
        cx,
        sample,
        limits: centre::rules(tx).await?.limits,
        place: edit.place.as_deref().map_or_else(|| sample.place_folded.clone(), fold),
        times: edit.changed.iter().map(|(_, after)| (after.id, after.time())).collect(),
        gone: edit.cancelled.iter().map(|date| date.id).collect(),
        ours: concerned.iter().map(|who| who.claim.slot_id).collect(),
        engagements,
    };
    let before: BTreeMap<SlotId, (Instant, Instant)> =
        edit.changed.iter().map(|(before, _)| (before.id, before.time())).collect();
    let other_place = edit.place.is_some();
    let dates: BTreeMap<SlotId, (Instant, Instant)> =
        edit.cancelled.iter().map(|date| (date.id, date.time())).collect();
    let mut people = People::default();
    for who in concerned {
        let slot = who.claim.slot_id;
        let (old, effect) = if let Some(time) = dates.get(&slot) {
            (*time, Effect::Cancelled)
        } else if let Some(time) = before.get(&slot) {
            let moved = rules.times.get(&slot) != Some(time);
            (*time, if moved || other_place { rules.judge(&who, *time) } else { Effect::Carried })
        } else if other_place && let Some(time) = rules.time_of(&who) {
            (time, rules.judge(&who, time))
        } else {
            continue;
        };
        let new = rules.times.get(&slot).copied().unwrap_or(old);
        people.touched.push(Touched { who, effect, times: (old, new) });
    }
    Ok(people)
}

impl Rules<'_> {
    /// When the date of a claim is that the edit leaves alone.
    fn time_of(&self, who: &Concerned) -> Option<(Instant, Instant)> {
        let own = self.engagements.get(&who.claim.person_id)?;
        let own = own.iter().find(|other| other.slot_id == who.claim.slot_id)?;
        Some((own.starts_at, own.ends_at))
    }

    /// Asks the rules before and after: only what is new about the change can cost somebody their place.
    fn judge(&mut self, who: &Concerned, old: (Instant, Instant)) -> Effect {
        let slot = who.claim.slot_id;
        let new = self.times.get(&slot).copied().unwrap_or(old);
        let person = PersonFacts {
            status: who.status.unwrap_or(VolunteerStatus::Ended),
            birth_on: who.birth_on,
            screened_on: who.screened_on,
            weekly_limit_minutes: who.weekly_limit_minutes,
            qualifications: who.qualifications.as_ref().map(|held| held.0.clone()).unwrap_or_default(),
        };
        let all = self.engagements.get(&who.claim.person_id).map(Vec::as_slice).unwrap_or_default();
        let near = |engagement: &Engagement, time: (Instant, Instant)| {
            (engagement.starts_at.unix() - time.0.unix()).abs() < NEAR_SECONDS
        };
        let held: Vec<Engagement> = all.iter().filter(|other| near(other, old)).cloned().collect();
        let becomes = |other: &Engagement| {
            let (starts_at, ends_at) =
                self.times.get(&other.slot_id).copied().unwrap_or((other.starts_at, other.ends_at));
            let ours = self.ours.contains(&other.slot_id);
            let place = if ours { self.place.clone() } else { other.place.clone() };
            Engagement { starts_at, ends_at, place, ..other.clone() }
        };
        let stays = all.iter().filter(|other| !self.gone.contains(&other.slot_id));
        let after: Vec<Engagement> = stays.map(becomes).filter(|other| near(other, new)).collect();
        let role = who.claim.role_id.and_then(|id| self.sample.role(id));
        let own = role.iter().flat_map(|role| &role.requires);
        let requires: Vec<Code> = self.sample.requires.iter().chain(own).cloned().collect();
        let facts = |(starts_at, ends_at), place: &str| SlotFacts {
            id: slot,
            starts_at,
            ends_at,
            taken: 0,
            state: SlotState::Open,
            // Who asked already, asked in time.
            opens_at: None,
            work_minutes: who.work_minutes,
            place: place.to_owned(),
            min_age: self.sample.min_age.max(role.and_then(|role| role.min_age).unwrap_or_default()),
            requires: requires.clone(),
            ..self.sample.facts()
        };
        let now = self.cx.now();
        let before = refusals(&facts(old, &self.sample.place_folded), &person, &held, now, self.limits);
        let found = refusals(&facts(new, &self.place), &person, &after, now, self.limits);
        let Some(refusal) = found.into_iter().find(|refusal| !before.contains(refusal)) else {
            return Effect::AskedAgain;
        };
        // The place is free again for the person's other claims.
        if let Some(own) = self.engagements.get_mut(&who.claim.person_id) {
            own.retain(|other| other.slot_id != slot);
        }
        Effect::Released(refusal)
    }
}

impl People {
    /// Claims that stay without a word.
    pub fn carried(&self) -> i64 {
        let carried = self.touched.iter().filter(|touched| touched.effect == Effect::Carried);
        i64::try_from(carried.count()).unwrap_or(i64::MAX)
    }

    /// How many claims of a date the edit does not leave as they are.
    pub fn on(&self, slot: SlotId) -> i64 {
        let on = self.touched.iter().filter(|touched| touched.who.claim.slot_id == slot);
        i64::try_from(on.count()).unwrap_or(i64::MAX)
    }

    /// The claims on a date that the edit touches.
    pub fn claims_on(&self, slot: SlotId) -> impl Iterator<Item = &ClaimRow> {
        self.touched.iter().map(|touched| &touched.who.claim).filter(move |claim| claim.slot_id == slot)
    }

    /// Places of a date that the edit gives back.
    pub fn freed(&self, slot: SlotId) -> i64 {
        let freed = self.touched.iter().filter(|touched| {
            touched.who.claim.slot_id == slot && matches!(touched.effect, Effect::Released(_))
        });
        freed.map(|touched| touched.who.claim.places_held()).sum()
    }

    /// One letter for each person and message, with all the dates that it is about; in the order of their names.
    pub fn letters(&self, cx: &Cx, sample: &SlotRow, place: Option<&str>, reason: &str) -> Vec<Told> {
        let mut by_person: BTreeMap<(MessageKind, &str, PersonId), Vec<&Touched>> = BTreeMap::new();
        for touched in &self.touched {
            let kind = match &touched.effect {
                Effect::Carried => continue,
                Effect::AskedAgain => MessageKind::Moved,
                Effect::Cancelled => MessageKind::Cancelled,
                Effect::Released(_) => MessageKind::Released,
            };
            let key = (kind, touched.who.name.as_str(), touched.who.claim.person_id);
            by_person.entry(key).or_default().push(touched);
        }
        let told = by_person.into_iter().map(|((kind, name, person), mut about)| {
            about.sort_by_key(|touched| touched.times);
            let mail = letter(cx, sample, (kind, person), &about, (place, reason));
            Told { kind, name: name.to_owned(), mail }
        });
        told.collect()
    }
}

/// A letter to one person about all their dates.
fn letter(
    cx: &Cx,
    sample: &SlotRow,
    (kind, person): (MessageKind, PersonId),
    about: &[&Touched],
    (place, reason): (Option<&str>, &str),
) -> MailRow {
    let first = about.first().map(|touched| &touched.who);
    let locale = first.map_or_else(Locale::default, |who| who.locale);
    let said = |(starts_at, ends_at)| when(locale, starts_at, ends_at);
    let line = |touched: &&Touched| match touched.times {
        (old, new) if old != new => format!("{} → {}", said(old), said(new)),
        (old, _) => said(old),
    };
    let lines: Vec<String> = about.iter().map(line).collect();
    let summary = match about {
        [one] => said(one.times.1),
        many => text(locale, "dates-number", &[("count", many.len().into())]),
    };
    let refusal = about.iter().find_map(|touched| match &touched.effect {
        Effect::Released(refusal) => Some(refusal),
        _ => None,
    });
    let reason = match refusal {
        Some(refusal) => refusal_words(locale, "refusal", refusal),
        None if reason.is_empty() => "-".to_owned(),
        None => reason.to_owned(),
    };
    let slot = first.map_or(sample.id, |who| who.claim.slot_id);
    let address = format!("{}/{}/termin/{slot}", cx.node.settings.public_url, locale.code());
    let values = vec![
        ("title", sample.title.clone().into()),
        ("when", summary.into()),
        ("dates", lines.join("\n").into()),
        ("place", format!("{}, {}", sample.organisation, place.unwrap_or(&sample.place)).into()),
        ("reason", reason.into()),
        ("link", address.into()),
    ];
    let template = match kind {
        MessageKind::Moved => Template::Moved,
        MessageKind::Cancelled => Template::Cancelled,
        MessageKind::Released => Template::Released,
        MessageKind::Question => Template::OfferGone,
    };
    let letter = Letter { template, claim_id: None, offer_id: None, delay_seconds: 0, values };
    let email = first.map(|who| who.email.as_str()).unwrap_or_default();
    mail::written(cx, email, locale, Some(person), &letter)
}

/// A letter with whom it goes to.
#[derive(Debug)]
pub(super) struct Told {
    pub kind: MessageKind,
    pub name: String,
    pub mail: MailRow,
}

/// The messages as a preview shows them: whom, and how the first of them begins.
pub(super) fn previews(told: &[Told]) -> Vec<MessagePreview> {
    told.chunk_by(|a, b| a.kind == b.kind)
        .filter_map(|alike| {
            let first = alike.first()?;
            let lines = first.mail.body.lines().filter(|line| !line.trim().is_empty());
            let opening: Vec<&str> = lines.skip(1).take(4).collect();
            Some(MessagePreview {
                kind: first.kind,
                people: alike.iter().map(|told| told.name.clone()).collect(),
                subject: first.mail.subject.clone(),
                opening: opening.join("\n"),
            })
        })
        .collect()
}

/// How many people get a letter.
pub(super) fn heads(told: &[Told]) -> i64 {
    let people: BTreeSet<_> = told.iter().filter_map(|told| told.mail.person_id).collect();
    i64::try_from(people.len()).unwrap_or(i64::MAX)
}

/// Keeps everybody with a claim on a date to come, and these dates, as they are until the transaction ends. First the
/// series, as those who fill them do; then claims, people, dates by their names, as everybody does (see
/// [`asking::lock`]); last the rows of the dates, which new claims have to touch.
pub(super) async fn hold(cx: &Cx, tx: &mut Tx, opportunity: OpportunityId) -> Result<()> {
    tx.lock(&format!("dates:{opportunity}")).await?;
    let mut people: BTreeSet<PersonId> = BTreeSet::new();
    for series in series::coming_of(tx, opportunity, cx.now()).await? {
        tx.lock(&format!("dates:{}", series.id)).await?;
        people.extend(standing::of_series(tx, series.id).await?.iter().map(|row| row.person_id));
    }
    let held = dates::live_claims(tx, opportunity, cx.now()).await?;
    let claims: Vec<ClaimId> = held.iter().map(|(claim, _)| *claim).collect();
    people.extend(held.iter().map(|(_, person)| *person));
    let people: Vec<PersonId> = people.into_iter().collect();
    let all = dates::of_opportunity(tx, opportunity, cx.now(), None).await?;
    let slots: Vec<SlotId> = all.iter().map(|date| date.id).collect();
    asking::lock(tx, &claims, &people, &slots).await?;
    dates::lock(tx, opportunity).await?;
    let now = dates::live_claims(tx, opportunity, cx.now()).await?;
    if now.iter().all(|claim| held.binary_search(claim).is_ok()) {
        Ok(())
    } else {
        Err(domain::problem::Problem::Changed.into())
    }
}
