//! The public side: calendar, slot, opportunity. Open to everyone; what a slot is to its reader depends on who reads.

mod agenda;

pub(super) use agenda::AGENDA_SLOTS;

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::kept::Kept;
use crate::service::dates::series_view;
use crate::service::reader::{self, Reader};
use crate::service::{feeds, for_me, mine_and_open, own_place, parties, roles, standing, windows as work};
use crate::store::centre::{Centre, District, Organisation};
use crate::store::public::{self, SlotFilter};
use crate::store::slots::{self, SlotRow};
use crate::store::{centre, opportunities, series, watches, windows};
use domain::calendar::{CalendarSpan, Stretch, days_between, holiday, monday, plus_days};
use domain::form::CentreRules;
use domain::ids::{DistrictId, OpportunityId, OrganisationId, SlotId};
use domain::kind::Kind;
use domain::opportunity::OpportunityState;
use domain::person::age_on;
use domain::text::fold;
use domain::time::{Day, Instant};
use domain::view::{
    BoardQuery, CalendarDay, CalendarQuery, CalendarView, Choice, Choices, Filters, KindChoice, Narrowing,
    OpportunityView, SlotCard, SlotPage, Standing,
};
use std::collections::HashSet;
use std::sync::Arc;

/// The most slots a page of the calendar shows.
pub(super) const MAX_SLOTS: i64 = 600;
/// The slots of a day that a month names; the rest is counted.
pub(super) const MONTH_SLOTS: i64 = 3;

/// What of the calendar is the same for every reader, and what each of them holds, kept until something changes.
#[derive(Debug, Default)]
pub struct Public {
    shown: Kept<CalendarQuery, Shown>,
    /// Every slot near the days shown, for who asks only for their own and open ones; few, as each is large.
    pub(super) near: Kept<CalendarQuery, Vec<SlotRow>, 8>,
    pub(super) held: Kept<reader::Asked, reader::Holding, 2048>,
    reference: Kept<(), Reference>,
    pub(super) calendars: feeds::PublicCalendars,
}

/// The slots that a query shows.
#[derive(Debug)]
struct Shown {
    days: Vec<ShownDay>,
    windows: Vec<SlotRow>,
    strip: Vec<(Day, i64)>,
    next: Option<Day>,
    nearest: Option<Day>,
    ways: Vec<(Narrowing, i64)>,
    /// Who has slots there, whoever the query asks for.
    organisations: HashSet<OrganisationId>,
}

#[derive(Debug)]
struct ShownDay {
    day: Day,
    count: i64,
    slots: Vec<SlotRow>,
    over: Vec<SlotRow>,
}

/// What changes once in a year.
#[derive(Debug)]
pub(super) struct Reference {
    pub(super) centre: Option<Centre>,
    kinds: Vec<Kind>,
    organisations: Vec<Organisation>,
    districts: Vec<District>,
}

impl Reference {
    /// What holds for the whole centre; the defaults before it has been set up.
    pub(super) fn rules(&self) -> CentreRules {
        self.centre.as_ref().map(|centre| centre.rules).unwrap_or_default()
    }
}

/// The calendar.
///
/// # Errors
/// When the database fails.
pub async fn browse(cx: &Cx, mut query: CalendarQuery) -> Result<CalendarView> {
    let today: Day = cx.now().day().into();
    // What everybody sees is kept without these two.
    let mine = std::mem::take(&mut query.mine);
    let for_me =
        std::mem::take(&mut query.for_me) && matches!(query.span, CalendarSpan::Agenda | CalendarSpan::Day);
    query.age = query.age.filter(|age| (1..=120).contains(age));
    let earliest = if for_me { today } else { plus_days(today, -400) };
    let asked = query.day.unwrap_or(today).max(earliest).min(plus_days(today, 800));
    query.day = Some(asked);
    let mut tx = cx.glance().await?;
    let reader = Reader::load(cx, &mut tx, span_around(query.span, asked)).await?;
    let may_order = reader.person.as_ref().is_some_and(|person| person.status.may_claim());
    let reference = reference(cx, &mut tx).await?;
    let public = &cx.node.public;
    let shown = public.shown.get(&cx.node.live, query.clone(), shown(&mut tx, &query, asked)).await?;
    let filters = filters(cx, &reference, &shown.organisations, &query);
    let agenda = query.span == CalendarSpan::Agenda;
    // An agenda looks ahead: of what has begun it shows only the reader's own.
    let begun = |row: &SlotRow| agenda && row.starts_at <= cx.now() && row.on_day >= today;
    let birth_on = reader.person.as_ref().and_then(|person| person.birth_on);
    let mut view = CalendarView {
        today,
        days: Vec::new(),
        windows: Vec::new(),
        strip: shown.strip.clone(),
        next: None,
        nearest: None,
        ways: Vec::new(),
        age: birth_on.map(|birth_on| age_on(birth_on, today)),
        may_order,
        for_me: None,
        filters,
        query,
    };
    if for_me && may_order {
        view.for_me = Some(for_me::best(cx, &mut tx, &reader, &view.query, asked).await?);
        view.query.for_me = true;
        return Ok(view);
    }
    let open = shown.windows.iter().filter(|row| row.ends_at > cx.now());
    view.windows = open.map(|row| reader.card(cx, row)).collect();
    if mine && may_order {
        view.query.mine = true;
        mine_and_open::narrow(cx, &mut tx, &reader, &mut view).await?;
    } else {
        view.days = shown.days.iter().map(|day| cards(cx, &reader, day, begun)).collect();
        (view.next, view.nearest, view.ways) = (shown.next, shown.nearest, shown.ways.clone());
    }
    if agenda {
        view.days.retain(|day| day.count > 0);
        agenda::go_on(cx, &mut tx, &reader, &mut view).await?;
    }
    Ok(view)
}

/// A day as its reader sees it; of what has begun only their own.
fn cards(cx: &Cx, reader: &Reader, shown: &ShownDay, begun: impl Fn(&SlotRow) -> bool) -> CalendarDay {
    let rows = shown.slots.iter().filter(|row| !begun(row) || reader.holds(row.id));
    let slots: Vec<SlotCard> = rows.map(|row| reader.card(cx, row)).collect();
    let left_out = i64::try_from(shown.slots.len() - slots.len()).unwrap_or_default();
    let over = shown.over.iter().map(|row| reader.card(cx, row)).collect();
    CalendarDay { day: shown.day, holiday: holiday(shown.day), count: shown.count - left_out, slots, over }
}

async fn shown(tx: &mut Tx, query: &CalendarQuery, asked: Day) -> Result<Shown> {
    let filter = filter(query);
    let strip = strip(tx, asked, &filter).await?;
    let (days, next) = match query.span {
        CalendarSpan::Agenda => agenda::days(tx, &filter, asked).await?,
        CalendarSpan::Month => (month(tx, &filter, asked).await?, None),
        CalendarSpan::Day | CalendarSpan::Days3 | CalendarSpan::Week => {
            (by_hour(tx, &filter, query.span.days(asked)).await?, None)
        }
    };
    let (first, last) = query.span.days(asked);
    let nothing = days.iter().all(|day| day.count == 0);
    let (nearest, ways) = if nothing {
        let narrowings: Vec<Narrowing> = query.narrowings().collect();
        // Days of the span that are before the asked one are no way on.
        let days = (asked, last, plus_days(asked, 400));
        public::ways(tx, days, &filter, &narrowings).await?
    } else {
        (None, Vec::new())
    };
    let windows = windows::public(tx, (first, last), &filter).await?;
    let anyone = SlotFilter { organisation: None, ..filter };
    let organisations = public::organisations(tx, first, last, &anyone).await?.into_iter().collect();
    Ok(Shown { days, windows, strip, next, nearest, ways, organisations })
}

/// What the filters offer: of the organisations those that have something there, and the chosen one.
fn filters(
    cx: &Cx,
    reference: &Reference,
    there: &HashSet<OrganisationId>,
    query: &CalendarQuery,
) -> Filters {
    let kind = |kind: &Kind| Choice { id: kind.code.clone(), name: kind.short(cx.locale).to_owned() };
    let offered = |each: &&Organisation| there.contains(&each.id) || query.organisation == Some(each.id);
    let organisations = reference.organisations.iter().filter(offered);
    Filters {
        kinds: reference.kinds.iter().map(kind).collect(),
        organisations: organisations.map(|each| Choice { id: each.id, name: each.name.clone() }).collect(),
        districts: reference.districts.iter().map(district).collect(),
    }
}

/// What the filters of the open slots offer: everything there is.
pub(super) fn board_filters(cx: &Cx, reference: &Reference, query: &BoardQuery) -> Filters {
    let everybody = reference.organisations.iter().map(|each| each.id).collect();
    let query = CalendarQuery { organisation: query.organisation, ..CalendarQuery::default() };
    filters(cx, reference, &everybody, &query)
}

fn district(district: &District) -> Choice<DistrictId> {
    Choice { id: district.id, name: district.name.clone() }
}

fn span_around(span: CalendarSpan, day: Day) -> (Instant, Instant) {
    let (first, last) = span.days(day);
    let midnight = |day: Day| Instant::from_civil(day.0.at(0, 0, 0, 0));
    (midnight(plus_days(first, -8)), midnight(plus_days(last, 9)))
}

pub(super) fn filter(query: &CalendarQuery) -> SlotFilter {
    let words = query.text.as_deref().map(fold).unwrap_or_default();
    SlotFilter {
        kind: query.kind.clone(),
        organisation: query.organisation,
        district: query.district,
        weekday: query.weekday.map(i64::from),
        part: query.part,
        remote: query.remote,
        repeats: query.repeats,
        age: query.age,
        words: words.split(' ').filter(|word| !word.is_empty()).take(3).map(str::to_owned).collect(),
    }
}

/// The week around a day, with the number of slots on each.
async fn strip(tx: &mut Tx, day: Day, filter: &SlotFilter) -> Result<Vec<(Day, i64)>> {
    let first = monday(day);
    let last = plus_days(first, 6);
    let counts = public::counts(tx, first, last, filter).await?;
    Ok(days_between(first, last).map(|day| (day, count_on(&counts, day))).collect())
}

fn count_on(counts: &[(Day, i64)], day: Day) -> i64 {
    counts.iter().find(|(known, _)| *known == day).map_or(0, |(_, count)| *count)
}

/// Every day of the month's weeks with its count and its first few slots.
async fn month(tx: &mut Tx, filter: &SlotFilter, asked: Day) -> Result<Vec<ShownDay>> {
    let (first, last) = CalendarSpan::Month.days(asked);
    let counts = public::counts(tx, first, last, filter).await?;
    let rows = public::first(tx, (first, last), filter, MONTH_SLOTS).await?;
    let mut days = whole_days(rows, first, last);
    for day in &mut days {
        day.count = count_on(&counts, day.day);
    }
    Ok(days)
}

/// Every day with its slots and with those that run into it.
async fn by_hour(tx: &mut Tx, filter: &SlotFilter, (first, last): (Day, Day)) -> Result<Vec<ShownDay>> {
    let rows = public::slots(tx, first, last, filter, MAX_SLOTS).await?;
    let mut long = public::overnight(tx, first, filter).await?;
    long.extend(
        rows.iter()
            .filter(|row| Stretch::on(plus_days(row.on_day, 1), row.starts_at, row.ends_at).is_some())
            .cloned(),
    );
    let mut days = whole_days(rows, first, last);
    for row in long {
        let next = plus_days(row.on_day, 1);
        if let Some(day) = days.iter_mut().find(|day| day.day == next) {
            day.over.push(row);
        }
    }
    Ok(days)
}

fn whole_days(rows: Vec<SlotRow>, first: Day, last: Day) -> Vec<ShownDay> {
    let empty = |day| ShownDay { day, count: 0, slots: Vec::new(), over: Vec::new() };
    let mut days: Vec<ShownDay> = days_between(first, last).map(empty).collect();
    for row in rows {
        if let Some(day) = days.iter_mut().find(|day| day.day == row.on_day) {
            day.count += 1;
            day.slots.push(row);
        }
    }
    days
}

/// The centre and what opportunities refer to.
pub(super) async fn reference(cx: &Cx, tx: &mut Tx) -> Result<Arc<Reference>> {
    let read = async {
        Ok(Reference {
            centre: centre::find(tx).await?,
            kinds: centre::kinds(tx).await?,
            organisations: centre::organisations(tx).await?,
            districts: centre::districts(tx).await?,
        })
    };
    cx.node.public.reference.get(&cx.node.live, (), read).await
}

/// The kinds of activity with their full names. Open to everyone.
///
/// # Errors
/// When the database fails.
pub async fn kinds(cx: &Cx) -> Result<Vec<KindChoice>> {
    let mut tx = cx.glance().await?;
    Ok(choices(cx, &mut tx).await?.kinds)
}

/// What forms offer.
pub(super) async fn choices(cx: &Cx, tx: &mut Tx) -> Result<Choices> {
    let reference = reference(cx, tx).await?;
    let kind = |kind: &Kind| KindChoice {
        family: kind.family,
        short: kind.short(cx.locale).to_owned(),
        name: kind.name(cx.locale).to_owned(),
        min_age: kind.min_age,
        code: kind.code.clone(),
    };
    let organisations =
        reference.organisations.iter().map(|each| Choice { id: each.id, name: each.name.clone() });
    Ok(Choices {
        kinds: reference.kinds.iter().map(kind).collect(),
        organisations: organisations.collect(),
        districts: reference.districts.iter().map(district).collect(),
    })
}

/// One slot with everything its reader needs to decide. Slots of drafts do not exist for anyone here.
///
/// # Errors
/// [`domain::problem::Problem::NotFound`], or when the database fails.
pub async fn slot(cx: &Cx, id: SlotId) -> Result<SlotPage> {
    let mut tx = cx.read().await?;
    let found = slots::find(&mut tx, id).await?;
    let Some(row) = found.filter(|row| row.opportunity_state != OpportunityState::Draft) else {
        return not_found();
    };
    let Some(opportunity) = opportunities::find(&mut tx, row.opportunity_id).await? else {
        return not_found();
    };
    let reader =
        Reader::load(cx, &mut tx, (row.starts_at.plus_days(-8), row.starts_at.plus_days(400))).await?;
    let me = cx.actor.person_id();
    let others = own_place::others(cx, &mut tx, &reader, id).await?;
    let dates = slots::coming_of(&mut tx, row.opportunity_id, cx.now(), 13).await?;
    let mine = own_place::of_reader(cx, &mut tx, &row).await?;
    let reference = reference(cx, &mut tx).await?;
    let mut kinds = reference.kinds.iter();
    let kind_name = kinds.find(|kind| kind.code == row.kind_code).map(|kind| kind.name(cx.locale).to_owned());
    let card = own_place::card(cx, &mut tx, &reader, &row).await?;
    let group = parties::offered(cx, &mut tx, &row).await?;
    let work = match card.standing {
        Standing::Mine { claim_id, .. } => work::work(cx, &mut tx, &row, claim_id).await?,
        Standing::Open | Standing::Closed(_) => None,
    };
    let offered = standing::offered(cx, &mut tx, &reader, row.opportunity_id).await?;
    Ok(SlotPage {
        opportunity_id: row.opportunity_id,
        place: row.place.clone(),
        min_age: row.min_age,
        claim_rule: row.claim_rule,
        description: opportunity.description,
        organisation_type: row.organisation_type,
        address: row.address.clone(),
        kind_name: kind_name.unwrap_or_default(),
        minor_directed: row.minor_directed,
        confidential: row.confidential,
        others,
        dates: dates.into_iter().filter(|date| date.id != id).map(|date| reader.card(cx, &date)).collect(),
        missing: reader.missing(),
        signed_in: me.is_some(),
        requires: row.requires.0.clone(),
        roles: roles::seats(&reader, &row),
        questions: opportunity.questions.0,
        answers: mine.answers,
        own: mine.own,
        hand_over: mine.hand_over,
        group,
        waiting: mine.waiting,
        watching: mine.watching,
        stepped_back: mine.stepped_back,
        cancel_hours: reference.rules().cancel_hours,
        series: offered.into_iter().find(|series| Some(series.id) == row.series_id),
        work,
        card,
    })
}

/// An opportunity with its dates to come. Drafts do not exist for anyone here.
///
/// # Errors
/// [`domain::problem::Problem::NotFound`], or when the database fails.
pub async fn opportunity(cx: &Cx, id: OpportunityId) -> Result<OpportunityView> {
    let mut tx = cx.read().await?;
    let found = opportunities::find(&mut tx, id).await?.filter(|row| row.state != OpportunityState::Draft);
    let Some(row) = found else { return not_found() };
    let Some(kind) = centre::kind(&mut tx, &row.kind_code).await? else { return not_found() };
    let around = opportunities::surroundings(&mut tx, id).await?;
    let now = cx.now();
    let reader = Reader::load(cx, &mut tx, (now.plus_days(-8), now.plus_days(400))).await?;
    let dates = slots::coming_of(&mut tx, id, now, 60).await?;
    let repeats = series::coming_of(&mut tx, id, now).await?.iter().map(series_view).collect();
    Ok(OpportunityView {
        id,
        state: row.state,
        title: row.title,
        description: row.description,
        kind: slots::kind_label(
            &kind.code,
            kind.family,
            [&kind.short_pl, &kind.short_en, &kind.short_uk],
            cx.locale,
        ),
        kind_name: kind.name(cx.locale).to_owned(),
        organisation_id: row.organisation_id,
        organisation: around.organisation,
        organisation_type: around.organisation_type,
        address: around.address,
        place: row.place,
        district: around.district,
        remote: row.remote,
        min_age: row.min_age,
        minor_directed: kind.minor_directed,
        confidential: kind.confidential,
        claim_rule: row.claim_rule,
        requires: row.requires.0,
        roles: row.roles.0.into_iter().filter(|role| !role.ended).collect(),
        repeats,
        dates: dates.into_iter().map(|date| reader.card(cx, &date)).collect(),
        signed_in: cx.actor.person_id().is_some(),
        watching: match cx.actor.person_id() {
            Some(me) => watches::watches(&mut tx, me, None, Some(id)).await?,
            None => false,
        },
        series: standing::offered(cx, &mut tx, &reader, id).await?,
    })
}
