//! Dates for other programs: calendars to subscribe to, lists for other websites, what search engines read. All but a
//! person's own calendar are open to everyone and the same for everyone.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::service::{calendar, trace};
use crate::session::{Token, hash};
use crate::store::feeds::{self, FeedFilter, FeedRow};
use domain::calendar::AGENDA_DAYS;
use domain::feed::ical::{self, Calendar};
use domain::feed::{DAYS_AHEAD, DAYS_BACK, FeedDate, MOST_DATES, Site, town};
use domain::ids::{DistrictId, OpportunityId, PersonId, SlotId};
use domain::locale::{Locale, text};
use domain::time::Instant;
use domain::view::{CalendarLink, Choice, Choices, MapDistrict, MapView};
use std::sync::Arc;

/// Days that a list of coming dates looks ahead.
const LIST_DAYS: i64 = 60;
/// Dates of an opportunity that search engines are told of.
const EVENTS: i64 = 12;

/// Public calendars, kept until something changes; few, because one of a city is two megabytes.
pub(super) type PublicCalendars = crate::kept::Kept<(Locale, FeedFilter, Instant), Written, 12>;

/// A text that is fetched again and again, with what tells one state of it from another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Its hash in quotes: the same text always has the same one.
    pub tag: String,
}

impl From<String> for Written {
    fn from(text: String) -> Self {
        let hash = hash(text.as_bytes());
        let number = hash.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        Self { text, tag: format!("\"{number:016x}\"") }
    }
}

/// The centre, as feeds name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    url: String,
    locale: Locale,
    name: String,
    address: String,
}

impl About {
    /// The same, borrowed.
    pub fn site(&self) -> Site<'_> {
        Site { url: &self.url, locale: self.locale, centre: &self.name, town: town(&self.address) }
    }
}

/// Past and coming days that a calendar holds, from one midnight to another.
fn window(now: Instant) -> (Instant, Instant) {
    let today = Instant::from_civil(now.day().at(0, 0, 0, 0));
    (today.plus_days(-DAYS_BACK), today.plus_days(DAYS_AHEAD))
}

fn told(cx: &Cx, rows: Vec<FeedRow>) -> Vec<FeedDate> {
    rows.into_iter().map(|row| row.date(cx.locale, cx.now())).collect()
}

/// The centre, for whoever reads about it. Open to everyone.
///
/// # Errors
/// When the database fails.
pub async fn about(cx: &Cx) -> Result<About> {
    let mut tx = cx.glance().await?;
    about_in(cx, &mut tx).await
}

async fn about_in(cx: &Cx, tx: &mut Tx) -> Result<About> {
    let reference = calendar::reference(cx, tx).await?;
    let (name, address) =
        reference.centre.as_ref().map(|it| (it.name.clone(), it.address.clone())).unwrap_or_default();
    Ok(About { url: cx.node.settings.public_url.clone(), locale: cx.locale, name, address })
}

/// The public calendar, or that of an organisation or of a kind. Cancelled dates stay in it, so that those who have them
/// hear of it. Open to everyone.
///
/// # Errors
/// [`domain::problem::Problem::NotFound`] for an organisation or a kind that is not there.
pub async fn public(cx: &Cx, filter: FeedFilter) -> Result<Arc<Written>> {
    let mut tx = cx.glance().await?;
    let choices = calendar::choices(cx, &mut tx).await?;
    let Some(name) = name_of(cx, &filter, &choices) else { return not_found() };
    let about = about_in(cx, &mut tx).await?;
    let window = window(cx.now());
    let key = (cx.locale, filter.clone(), window.0);
    let read = async {
        let rows = feeds::public(&mut tx, window, &filter, true, MOST_DATES).await?;
        let calendar = Calendar {
            name,
            description: text(cx.locale, "feed-about", &[]),
            source: Some(about.site().address(&path_of(&filter))),
            dates: told(cx, rows),
        };
        Ok(ical::write(&calendar, about.site()).into())
    };
    cx.node.public.calendars.get(&cx.node.live, key, read).await
}

/// Where a calendar is, below its language.
fn path_of(filter: &FeedFilter) -> String {
    match (&filter.organisation, &filter.kind) {
        (Some(id), _) => format!("/kalendarz/placowka/{id}.ics"),
        (None, Some(code)) => format!("/kalendarz/rodzaj/{code}.ics"),
        (None, None) => "/kalendarz.ics".to_owned(),
    }
}

fn name_of(cx: &Cx, filter: &FeedFilter, choices: &Choices) -> Option<String> {
    let organisation = match filter.organisation {
        Some(id) => Some(choices.organisations.iter().find(|each| each.id == id)?.name.clone()),
        None => None,
    };
    let kind = match &filter.kind {
        Some(code) => Some(choices.kinds.iter().find(|each| each.code == *code)?.name.clone()),
        None => None,
    };
    let district = match filter.district {
        Some(id) => Some(choices.districts.iter().find(|each| each.id == id)?.name.clone()),
        None => None,
    };
    let parts: Vec<String> = [organisation, kind, district].into_iter().flatten().collect();
    let title = text(cx.locale, "title-calendar", &[]);
    Some(if parts.is_empty() {
        format!("Łącznik: {title}")
    } else {
        format!("Łącznik: {}", parts.join(", "))
    })
}

/// One date as a calendar, to be put into one's own. Open to everyone.
///
/// # Errors
/// [`domain::problem::Problem::NotFound`], or when the database fails.
pub async fn alone(cx: &Cx, id: SlotId) -> Result<(FeedDate, Written)> {
    let date = date(cx, id).await?;
    let calendar = Calendar {
        name: date.title.clone(),
        description: date.organisation.clone(),
        source: None,
        dates: vec![date.clone()],
    };
    Ok((date, ical::write(&calendar, about(cx).await?.site()).into()))
}

/// One date. Open to everyone.
///
/// # Errors
/// [`domain::problem::Problem::NotFound`], or when the database fails.
pub async fn date(cx: &Cx, id: SlotId) -> Result<FeedDate> {
    let mut tx = cx.glance().await?;
    match feeds::one(&mut tx, id).await? {
        Some(row) => Ok(row.date(cx.locale, cx.now())),
        None => not_found(),
    }
}

/// The coming open dates, the next first; at most `limit`. Open to everyone.
///
/// # Errors
/// [`domain::problem::Problem::NotFound`] for an organisation, a kind or a district that is not there.
pub async fn coming(cx: &Cx, filter: &FeedFilter, limit: i64) -> Result<Vec<FeedDate>> {
    let mut tx = cx.glance().await?;
    let choices = calendar::choices(cx, &mut tx).await?;
    if name_of(cx, filter, &choices).is_none() {
        return not_found();
    }
    let now = cx.now();
    let window = (now, now.plus_days(LIST_DAYS));
    Ok(told(cx, feeds::public(&mut tx, window, filter, false, limit.clamp(0, MOST_DATES)).await?))
}

/// The coming dates of an opportunity, for search engines. Open to everyone.
///
/// # Errors
/// When the database fails.
pub async fn of_opportunity(cx: &Cx, id: OpportunityId) -> Result<Vec<FeedDate>> {
    let mut tx = cx.glance().await?;
    Ok(told(cx, feeds::of_opportunity(&mut tx, id, cx.now(), EVENTS).await?))
}

/// The opportunities that search engines are told of, and when each last changed. Open to everyone.
///
/// # Errors
/// When the database fails.
pub async fn sitemap(cx: &Cx) -> Result<Vec<(OpportunityId, Instant)>> {
    let mut tx = cx.glance().await?;
    Ok(feeds::open_opportunities(&mut tx, cx.now()).await?)
}

/// What calendars can be subscribed to and what a list for another website can be narrowed down to. Open to everyone.
///
/// # Errors
/// When the database fails.
pub async fn choices(cx: &Cx) -> Result<Choices> {
    let mut tx = cx.glance().await?;
    calendar::choices(cx, &mut tx).await
}

/// What is open in each district in the weeks that a list of the calendar shows. Open to everyone.
///
/// # Errors
/// When the database fails.
pub async fn districts(cx: &Cx) -> Result<MapView> {
    let mut tx = cx.glance().await?;
    let choices = calendar::choices(cx, &mut tx).await?;
    let now = cx.now();
    let open = feeds::open_by_district(&mut tx, (now, now.plus_days(AGENDA_DAYS))).await?;
    let of = |id: Option<DistrictId>| open.iter().find(|(known, ..)| *known == id);
    let district = |choice: &Choice<DistrictId>| {
        let (dates, free) = of(Some(choice.id)).map_or((0, 0), |(_, dates, free)| (*dates, *free));
        MapDistrict { id: choice.id, name: choice.name.clone(), dates, free }
    };
    Ok(MapView {
        districts: choices.districts.iter().map(district).collect(),
        elsewhere: of(None).map_or(0, |(_, dates, _)| *dates),
    })
}

/// A person's own calendar, for whoever has its secret. It holds their own claims and nothing of others.
///
/// # Errors
/// [`domain::problem::Problem::NotFound`] for a secret that is none, or is none any more.
pub async fn own(cx: &Cx, secret: &str) -> Result<Written> {
    let mut tx = cx.glance().await?;
    let Some(person) = holder(&mut tx, secret).await? else { return not_found() };
    let rows = feeds::own(&mut tx, person, window(cx.now()), MOST_DATES).await?;
    let calendar = Calendar {
        name: text(cx.locale, "feed-own-name", &[]),
        description: text(cx.locale, "feed-own-about", &[]),
        source: None,
        dates: rows.into_iter().map(|row| row.date(cx.locale, cx.now())).collect(),
    };
    Ok(ical::write(&calendar, about_in(cx, &mut tx).await?.site()).into())
}

async fn holder(tx: &mut Tx, secret: &str) -> Result<Option<PersonId>> {
    let Some(token) = Token::parse(secret) else { return Ok(None) };
    Ok(feeds::holder_of_link(tx, token.hash()).await?)
}

/// Whether the reader's calendar has an address, and the address where this browser still knows its `secret`.
///
/// # Errors
/// [`domain::problem::Problem::SignInFirst`], or when the database fails.
pub async fn link(cx: &Cx, secret: Option<&str>) -> Result<CalendarLink> {
    let me = cx.member()?.person_id();
    let mut tx = cx.glance().await?;
    let mut link = CalendarLink { since: feeds::link_since(&mut tx, me).await?, address: None };
    if let Some(secret) = secret
        && holder(&mut tx, secret).await? == Some(me)
    {
        let (url, locale) = (&cx.node.settings.public_url, cx.locale.code());
        link.address = Some(format!("{url}/{locale}/kalendarz/moje/{secret}.ics"));
    }
    Ok(link)
}

/// Gives the reader's calendar a new address; the earlier one ends at once. For every person who signed in.
///
/// # Errors
/// [`domain::problem::Problem::SignInFirst`], or when the database fails.
pub async fn reset_link(cx: &Cx) -> Result<Token> {
    let me = cx.member()?.person_id();
    let token = Token::new(&cx.node.rng);
    let mut tx = cx.write().await?;
    feeds::put_link(&mut tx, me, token.hash(), cx.now()).await?;
    trace::audit(cx, &mut tx, "reset", "feed_link", me.0, serde_json::json!({})).await?;
    cx.commit(tx).await?;
    Ok(token)
}
