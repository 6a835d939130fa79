//! Watching a kind of help or a facility: one letter with everything new, a few times a day at most and never in the
//! night, until the wish is ended. Of a date a person hears once that a place is open and once that it lacks people.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::mail::{self, Letter, Template};
use crate::service::{calendar, claims as claiming, trace, watching::wish};
use crate::store::watches::{self, News, Times, WatchRow};
use crate::store::{opportunities, people, slots};
use domain::ids::{OrganisationId, PersonId, WatchId};
use domain::locale::{Locale, text, when};
use domain::text::Code;
use domain::view::{Watched, WatchedThing};
use domain::waitlist::is_night;

/// Days looked ahead for open places.
const DAYS: i64 = 14;
/// Hours looked ahead for dates that lack people.
const SHORT_HOURS: i64 = 72;
/// Hours between two letters to one person.
const REST_HOURS: i64 = 4;
/// Dates in one letter; more of them follow in the next one.
const DATES: usize = 8;
/// What is looked at in one run; what remains is for the next one.
const LOOKED_AT: i64 = 400;

/// What may be watched as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whole {
    /// A kind of help.
    Kind(Code),
    /// Everything of a facility or a partner.
    Organisation(OrganisationId),
}

impl std::str::FromStr for Whole {
    type Err = domain::problem::Problem;

    fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
        let unknown = domain::problem::Problem::NotFound;
        match text.split_once(':') {
            Some(("kind", code)) => Ok(Self::Kind(code.into())),
            Some(("organisation", id)) => id.parse().map(Self::Organisation).map_err(|_| unknown),
            _ => Err(unknown),
        }
    }
}

/// Wishes to hear what a kind of help or a facility needs. What is open already is no news. For every person who signed
/// in.
///
/// # Errors
/// [`domain::problem::Problem::SignInFirst`], [`domain::problem::Problem::NotFound`].
pub async fn watch(cx: &Cx, what: &str) -> Result<()> {
    let me = cx.member()?.person_id();
    let what: Whole = what.parse()?;
    let mut tx = cx.write().await?;
    tx.lock(&format!("person:{me}")).await?;
    let choices = calendar::choices(cx, &mut tx).await?;
    let row = match what {
        Whole::Kind(code) if choices.kinds.iter().any(|kind| kind.code == code) => {
            WatchRow { kind_code: Some(code), ..wish(cx, me) }
        }
        Whole::Organisation(id) if choices.organisations.iter().any(|choice| choice.id == id) => {
            WatchRow { organisation_id: Some(id), ..wish(cx, me) }
        }
        Whole::Kind(_) | Whole::Organisation(_) => return not_found(),
    };
    let same = |known: &WatchRow| {
        (&known.kind_code, known.organisation_id) == (&row.kind_code, row.organisation_id)
            && known.slot_id.is_none()
            && known.opportunity_id.is_none()
    };
    if watches::of(&mut tx, me).await?.iter().any(same) {
        return Ok(());
    }
    watches::add(&mut tx, &row).await?;
    let open = watches::news(&mut tx, times(cx), Some(row.id), i64::MAX).await?;
    watches::know(&mut tx, &open, cx.now()).await?;
    trace::audit(cx, &mut tx, "watch", "watch", row.id.0, serde_json::json!({ "on": true })).await?;
    cx.commit(tx).await
}

/// Ends an own wish, whatever it is about. For every person who signed in.
///
/// # Errors
/// [`domain::problem::Problem::SignInFirst`], [`domain::problem::Problem::NotFound`].
pub async fn end(cx: &Cx, id: WatchId) -> Result<()> {
    let me = cx.member()?.person_id();
    let mut tx = cx.write().await?;
    if !watches::end(&mut tx, id, me).await? {
        return not_found();
    }
    trace::audit(cx, &mut tx, "watch", "watch", id.0, serde_json::json!({ "on": false })).await?;
    cx.commit(tx).await
}

/// What the reader wishes to hear of.
pub(super) async fn mine(cx: &Cx, tx: &mut Tx, me: PersonId) -> Result<Vec<Watched>> {
    let choices = calendar::choices(cx, tx).await?;
    let mut found = Vec::new();
    for row in watches::of(tx, me).await? {
        let (thing, name) = if let Some(code) = &row.kind_code {
            let kind = choices.kinds.iter().find(|kind| kind.code == *code);
            (WatchedThing::Kind, kind.map(|kind| kind.name.clone()))
        } else if let Some(id) = row.organisation_id {
            let place = choices.organisations.iter().find(|choice| choice.id == id);
            (WatchedThing::Organisation, place.map(|place| place.name.clone()))
        } else if let Some(id) = row.slot_id {
            let slot = slots::find(tx, id).await?.filter(|slot| slot.closes_at() > cx.now());
            let name =
                slot.map(|slot| format!("{}, {}", slot.title, when(cx.locale, slot.starts_at, slot.ends_at)));
            (WatchedThing::Slot(id), name)
        } else if let Some(id) = row.opportunity_id {
            let opportunity = opportunities::find(tx, id).await?;
            (WatchedThing::Opportunity(id), opportunity.map(|row| row.title))
        } else {
            continue;
        };
        found.extend(name.map(|name| Watched { id: row.id, thing, name }));
    }
    Ok(found)
}

fn times(cx: &Cx) -> Times {
    let now = cx.now();
    Times {
        now,
        soon: now.plus_minutes(60 * SHORT_HOURS),
        until: now.plus_days(DAYS),
        rest: now.plus_minutes(-60 * REST_HOURS),
    }
}

/// Tells watchers of kinds and facilities what is new for them, one letter each. What a person could not take is noted
/// as known and not told. In the night nobody is told anything.
pub(crate) async fn tell_news(cx: &Cx) -> Result<()> {
    if is_night(cx.now()) {
        return Ok(());
    }
    let mut tx = cx.read().await?;
    if watches::news(&mut tx, times(cx), None, 1).await?.is_empty() {
        return Ok(());
    }
    drop(tx);
    let mut tx = cx.write().await?;
    tx.lock("lookout").await?;
    let news = watches::news(&mut tx, times(cx), None, LOOKED_AT).await?;
    for news in news.chunk_by(|one, next| one.person_id == next.person_id) {
        tell(cx, &mut tx, news).await?;
    }
    watches::forget(&mut tx, cx.now().plus_days(-1)).await?;
    cx.commit(tx).await
}

async fn tell(cx: &Cx, tx: &mut Tx, news: &[News]) -> Result<()> {
    let Some(to) = news.first() else { return Ok(()) };
    let Some(person) = people::find(tx, to.person_id).await? else {
        return Ok(watches::know(tx, news, cx.now()).await?);
    };
    let (mut lines, mut looked_at) = (Vec::new(), 0);
    for one in news {
        if lines.len() == DATES {
            break;
        }
        looked_at += 1;
        let Some(slot) = slots::find(tx, one.slot_id).await? else { continue };
        // In whichever role.
        if !matches!(claiming::only_part(cx, tx, person.id, &slot).await?, Err(Some(_))) {
            lines.push(line(cx, &slot, one.short, person.locale));
        }
    }
    // The rest is for the next letter.
    watches::know(tx, news.get(..looked_at).unwrap_or(news), cx.now()).await?;
    if lines.is_empty() {
        return Ok(());
    }
    let count = i64::try_from(lines.len()).unwrap_or_default();
    let url = &cx.node.settings.public_url;
    let values = vec![
        ("count", count.into()),
        ("dates", lines.join("\n\n").into()),
        ("link", format!("{url}/{}/profil#powiadomienia", person.locale.code()).into()),
    ];
    let letter =
        Letter { template: Template::WatchNews, claim_id: None, offer_id: None, delay_seconds: 0, values };
    mail::post(cx, tx, &person, letter).await?;
    Ok(watches::told_news(tx, person.id, cx.now()).await?)
}

/// A date in a letter.
fn line(cx: &Cx, slot: &slots::SlotRow, short: bool, locale: Locale) -> String {
    let why = if short {
        text(locale, "seats-missing", &[("count", slot.missing().into())])
    } else {
        text(locale, "watch-open", &[("count", (slot.max_places - slot.taken).into())])
    };
    let link = format!("{}/{}/termin/{}", cx.node.settings.public_url, locale.code(), slot.id);
    format!(
        "{}\n{}, {}\n{why}\n{link}",
        slot.title,
        when(locale, slot.starts_at, slot.ends_at),
        slot.organisation
    )
}
