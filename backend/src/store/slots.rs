//! Slots: reading them for the calendar, writing them, and guarding their places.

use crate::db::Tx;
use domain::calendar::plus_days;
use domain::claiming::SlotFacts;
use domain::ids::{DistrictId, OpportunityId, OrganisationId, SeriesId, SlotId};
use domain::kind::Family;
use domain::locale::Locale;
use domain::opportunity::{ClaimRule, OpportunityState, OrganisationType, SlotState};
use domain::person::DayPart;
use domain::text::Code;
use domain::time::{Day, Instant};
use domain::view::{KindLabel, Narrowing, SlotCard, Standing};
use sqlx::{Error, FromRow};
use std::sync::LazyLock;

/// A slot with what its card and the rules need.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, clippy::struct_excessive_bools, reason = "the columns, as in the migration")]
pub struct SlotRow {
    pub id: SlotId,
    pub opportunity_id: OpportunityId,
    pub series_id: Option<SeriesId>,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub opens_at: Option<Instant>,
    pub work_minutes: Option<i64>,
    pub on_day: Day,
    pub min_places: i64,
    pub max_places: i64,
    pub taken: i64,
    pub state: SlotState,
    pub title: String,
    pub place: String,
    pub place_folded: String,
    pub remote: bool,
    pub min_age: i64,
    pub claim_rule: ClaimRule,
    pub opportunity_state: OpportunityState,
    pub organisation_id: OrganisationId,
    pub organisation: String,
    pub organisation_type: OrganisationType,
    pub address: String,
    pub district: Option<String>,
    pub district_id: Option<DistrictId>,
    pub kind_code: Code,
    pub family: Family,
    pub short_pl: String,
    pub short_en: String,
    pub short_uk: String,
    pub minor_directed: bool,
    pub at_home: bool,
    pub confidential: bool,
}

/// The rows of slots for which `$rest` holds. The cross join makes SQLite read slots first, by the index that `$rest`
/// can use; left alone it goes through all opportunities.
macro_rules! select_slot {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.opportunity_id, s.series_id, s.starts_at, s.ends_at, s.opens_at, s.work_minutes, s.on_day,
               s.min_places, s.max_places, s.taken, s.state,
               o.title, o.place, o.place_folded, o.remote, o.min_age, o.claim_rule, o.state AS opportunity_state,
               g.id AS organisation_id, g.name AS organisation, g.type AS organisation_type, g.address,
               d.name AS district, d.id AS district_id,
               k.code AS kind_code, k.family, k.short_pl, k.short_en, k.short_uk, k.minor_directed, k.at_home, k.confidential
             FROM slot s
             CROSS JOIN opportunity o
             JOIN organisation g ON g.id = o.organisation_id
             JOIN kind k ON k.code = o.kind_code
             LEFT JOIN district d ON d.id = COALESCE(o.district_id, g.district_id)
             WHERE o.id = s.opportunity_id AND ",
            $rest
        )
    };
}
pub(super) use select_slot;

/// Where a list of public slots that only needs slots comes from, see [`select_slot`].
const PUBLIC: &str = " FROM slot s CROSS JOIN opportunity o JOIN organisation g ON g.id = o.organisation_id
  WHERE o.id = s.opportunity_id AND s.on_day >= $1 AND s.on_day <= $2 AND s.work_minutes IS NULL AND ";

/// What everybody may see.
const OPEN: &str = " s.state = 'open' AND o.state = 'published' ";

/// What narrows a list of public slots down; `None` does not. [`SlotFilter::bind`] gives the values, what else a
/// statement needs comes at `$15`.
const NARROWED: [(Narrowing, &str); 9] = [
    (
        Narrowing::Text,
        "($7 IS NULL OR o.searched LIKE $7) AND ($8 IS NULL OR o.searched LIKE $8) AND ($9 IS NULL OR o.searched LIKE $9)",
    ),
    (Narrowing::Kind, "($3 IS NULL OR o.kind_code = $3)"),
    (Narrowing::Organisation, "($4 IS NULL OR o.organisation_id = $4)"),
    (Narrowing::District, "($5 IS NULL OR COALESCE(o.district_id, g.district_id) = $5)"),
    (Narrowing::Weekday, "($6 IS NULL OR s.weekday = $6)"),
    (Narrowing::Part, "($11 IS NULL OR s.starts >= $11) AND ($12 IS NULL OR s.starts < $12)"),
    (Narrowing::Remote, "($10 IS NULL OR o.remote = $10)"),
    (Narrowing::Repeats, "($13 IS NULL OR (s.series_id IS NOT NULL) = $13)"),
    (Narrowing::Age, "($14 IS NULL OR o.min_age <= $14)"),
];

/// The condition of a list of public slots, without one of what narrows it down.
fn narrowed(without: Option<Narrowing>) -> String {
    let others = NARROWED.iter().filter(|(narrowing, _)| Some(*narrowing) != without);
    others.fold(OPEN.to_owned(), |all, (_, one)| all + " AND " + one)
}

/// The whole condition of a list of public slots.
pub(super) fn filtered() -> &'static str {
    static FILTER: LazyLock<String> = LazyLock::new(|| narrowed(None));
    &FILTER
}

/// Filters of the public calendar.
#[derive(Clone, Debug, Default)]
pub struct SlotFilter {
    /// Only this kind.
    pub kind: Option<Code>,
    /// Only this organisation.
    pub organisation: Option<OrganisationId>,
    /// Only this district.
    pub district: Option<DistrictId>,
    /// Only this weekday, 1–7.
    pub weekday: Option<i64>,
    /// Only what begins in this part of the day.
    pub part: Option<DayPart>,
    /// Only from afar, or only at a place.
    pub remote: Option<bool>,
    /// Only dates of a series, or only single ones.
    pub repeats: Option<bool>,
    /// Only what is open to people of this age in years.
    pub age: Option<i64>,
    /// Only what contains each of these folded words; at most three count.
    pub words: Vec<String>,
}

impl SlotFilter {
    pub(super) fn bind<'t>(&self, query: crate::db::Query<'t>) -> crate::db::Query<'t> {
        let word = |n: usize| self.words.get(n).map(|word| format!("%{word}%"));
        let (from, until) = self.part.map(DayPart::hours).unzip();
        query
            .bind(self.kind.clone())
            .bind(self.organisation)
            .bind(self.district)
            .bind(self.weekday)
            .bind(word(0))
            .bind(word(1))
            .bind(word(2))
            .bind(self.remote)
            .bind(from.map(str::to_owned))
            .bind(until.map(str::to_owned))
            .bind(self.repeats)
            .bind(self.age)
    }
}

impl SlotRow {
    /// What the rules look at.
    pub fn facts(&self) -> SlotFacts {
        let on = self.state == SlotState::Open && self.opportunity_state != OpportunityState::Cancelled;
        SlotFacts {
            id: self.id,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            opens_at: self.opens_at,
            work_minutes: self.work_minutes,
            state: if on { SlotState::Open } else { SlotState::Cancelled },
            max_places: self.max_places,
            taken: self.taken,
            min_age: self.min_age,
            minor_directed: self.minor_directed,
            at_home: self.at_home,
            remote: self.remote,
            place: self.place_folded.clone(),
        }
    }

    /// Until when it can be claimed and stepped back from: its beginning, or the end of a task without an hour.
    pub const fn closes_at(&self) -> Instant {
        if self.work_minutes.is_some() { self.ends_at } else { self.starts_at }
    }

    /// The mark of its kind.
    pub fn kind_label(&self, locale: Locale) -> KindLabel {
        kind_label(&self.kind_code, self.family, [&self.short_pl, &self.short_en, &self.short_uk], locale)
    }

    /// Its card.
    pub fn card(&self, locale: Locale, standing: Standing) -> SlotCard {
        SlotCard {
            kind: self.kind_label(locale),
            id: self.id,
            title: self.title.clone(),
            organisation: self.organisation.clone(),
            district: self.district.clone(),
            remote: self.remote,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            work_minutes: self.work_minutes,
            min_places: self.min_places,
            max_places: self.max_places,
            taken: self.taken,
            standing,
        }
    }
}

/// The mark of a kind, from its columns (Polish, English, Ukrainian).
pub fn kind_label(code: &Code, family: Family, shorts: [&String; 3], locale: Locale) -> KindLabel {
    let [pl, en, uk] = shorts;
    let short = match locale {
        Locale::Pl => pl,
        Locale::En => en,
        Locale::Uk => uk,
    };
    KindLabel { code: code.clone(), family, short: short.clone() }
}

/// One slot, whatever its state.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx, id: SlotId) -> Result<Option<SlotRow>, Error> {
    tx.query(select_slot!("s.id = $1")).bind(id).optional().await
}

/// Public slots of the days from `first` to `last`, by time; at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn public(
    tx: &mut Tx,
    first: Day,
    last: Day,
    filter: &SlotFilter,
    limit: i64,
) -> Result<Vec<SlotRow>, Error> {
    let sql = [
        select_slot!("s.on_day >= $1 AND s.on_day <= $2 AND s.work_minutes IS NULL AND "),
        filtered(),
        " ORDER BY s.on_day, s.starts_at, s.id LIMIT $15",
    ];
    filter.bind(tx.assembled(sql.concat()).bind(first).bind(last)).bind(limit).all().await
}

/// Of each day from `first` to `last` the first `most` public slots, by time.
///
/// # Errors
/// When the database fails.
pub async fn public_first(
    tx: &mut Tx,
    (first, last): (Day, Day),
    filter: &SlotFilter,
    most: i64,
) -> Result<Vec<SlotRow>, Error> {
    let sql = [
        select_slot!(
            "s.id IN (SELECT n.id FROM
               (SELECT s.id, ROW_NUMBER() OVER (PARTITION BY s.on_day ORDER BY s.starts_at, s.id) AS nth"
        ),
        PUBLIC,
        filtered(),
        ") AS n WHERE n.nth <= $15) ORDER BY s.on_day, s.starts_at, s.id",
    ];
    filter.bind(tx.assembled(sql.concat()).bind(first).bind(last)).bind(most).all().await
}

/// Public slots of the day before `day` that run into it, by time.
///
/// # Errors
/// When the database fails.
pub async fn public_overnight(tx: &mut Tx, day: Day, filter: &SlotFilter) -> Result<Vec<SlotRow>, Error> {
    let sql = [
        select_slot!("s.on_day >= $1 AND s.on_day <= $2 AND s.work_minutes IS NULL AND s.ends_at > $15 AND "),
        filtered(),
        " ORDER BY s.starts_at, s.id",
    ];
    let before = plus_days(day, -1);
    let midnight = Instant::from_civil(day.0.at(0, 0, 0, 0));
    filter.bind(tx.assembled(sql.concat()).bind(before).bind(before)).bind(midnight).all().await
}

/// The first day from `first` to `last` that has public slots, and how many public slots there are from `first` to
/// `shown` without each of what narrows them down, where there are any.
///
/// # Errors
/// When the database fails.
pub async fn public_ways(
    tx: &mut Tx,
    (first, shown, last): (Day, Day, Day),
    filter: &SlotFilter,
    narrowings: &[Narrowing],
) -> Result<(Option<Day>, Vec<(Narrowing, i64)>), Error> {
    // One statement: the days with something for the whole filter (the first of them), then one count for each.
    let mut sql = ["SELECT CAST(-1 AS BIGINT), MIN(s.on_day), COUNT(*)", PUBLIC, filtered()].concat();
    for (index, narrowing) in narrowings.iter().enumerate() {
        let select = format!(" UNION ALL SELECT CAST({index} AS BIGINT), MIN(s.on_day), COUNT(*)");
        sql += &[select.as_str(), PUBLIC, &narrowed(Some(*narrowing)), " AND s.on_day <= $15"].concat();
    }
    if narrowings.is_empty() {
        sql += " AND $15 IS NOT NULL";
    }
    let found: Vec<(i64, Option<Day>, i64)> =
        filter.bind(tx.assembled(sql).bind(first).bind(last)).bind(shown).all().await?;
    let nearest = found.iter().find(|(index, ..)| *index == -1).and_then(|(_, day, _)| *day);
    let ways = found
        .iter()
        .filter(|(_, _, count)| *count > 0)
        .filter_map(|(index, _, count)| Some((*narrowings.get(usize::try_from(*index).ok()?)?, *count)));
    Ok((nearest, ways.collect()))
}

/// Open slots of published opportunities that begin after `from` and before `until`, by time; no tasks without an hour.
///
/// # Errors
/// When the database fails.
pub async fn open_between(tx: &mut Tx, from: Instant, until: Instant) -> Result<Vec<SlotRow>, Error> {
    tx.query(select_slot!(
        "s.starts_at > $1 AND s.starts_at < $2 AND s.work_minutes IS NULL AND s.state = 'open' AND o.state = 'published'
         ORDER BY s.starts_at, s.id"
    ))
    .bind(from)
    .bind(until)
    .all()
    .await
}

/// The number of public slots on each day that has any.
///
/// # Errors
/// When the database fails.
pub async fn public_counts(
    tx: &mut Tx,
    first: Day,
    last: Day,
    filter: &SlotFilter,
) -> Result<Vec<(Day, i64)>, Error> {
    let sql = ["SELECT s.on_day, COUNT(*)", PUBLIC, filtered(), " GROUP BY s.on_day ORDER BY s.on_day"];
    filter.bind(tx.assembled(sql.concat()).bind(first).bind(last)).all().await
}

/// Who has public slots on the days from `first` to `last`.
///
/// # Errors
/// When the database fails.
pub async fn public_organisations(
    tx: &mut Tx,
    first: Day,
    last: Day,
    filter: &SlotFilter,
) -> Result<Vec<OrganisationId>, Error> {
    let sql = ["SELECT DISTINCT o.organisation_id", PUBLIC, filtered()];
    let found: Vec<(OrganisationId,)> =
        filter.bind(tx.assembled(sql.concat()).bind(first).bind(last)).all().await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// The day of the `nth` public slot, counted from 0, of the days from `first` to `last`.
///
/// # Errors
/// When the database fails.
pub async fn public_day(
    tx: &mut Tx,
    first: Day,
    last: Day,
    filter: &SlotFilter,
    nth: i64,
) -> Result<Option<Day>, Error> {
    let sql = ["SELECT s.on_day", PUBLIC, filtered(), " ORDER BY s.on_day, s.starts_at LIMIT 1 OFFSET $15"];
    let found: Option<(Day,)> =
        filter.bind(tx.assembled(sql.concat()).bind(first).bind(last)).bind(nth).optional().await?;
    Ok(found.map(|(day,)| day))
}

/// Open slots of an opportunity that can still be claimed, by time; at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn coming_of(
    tx: &mut Tx,
    opportunity: OpportunityId,
    now: Instant,
    limit: i64,
) -> Result<Vec<SlotRow>, Error> {
    tx.query(select_slot!(
        "s.opportunity_id = $1 AND (s.starts_at > $2 OR s.work_minutes IS NOT NULL AND s.ends_at > $2) AND s.state = 'open'
         ORDER BY s.starts_at, s.id LIMIT $3"
    ))
    .bind(opportunity)
    .bind(now)
    .bind(limit)
    .all()
    .await
}

/// Takes places; `false` when fewer are left or the slot is cancelled. This statement is the guard of capacity.
///
/// # Errors
/// When the database fails.
pub async fn take_places(tx: &mut Tx, id: SlotId, places: i64) -> Result<bool, Error> {
    let taken = tx
        .query("UPDATE slot SET taken = taken + $2 WHERE id = $1 AND taken + $2 <= max_places AND state = 'open'")
        .bind(id)
        .bind(places)
        .run()
        .await?;
    Ok(taken == 1)
}

/// Gives places back.
///
/// # Errors
/// When the database fails; also when fewer were taken.
pub async fn free_places(tx: &mut Tx, id: SlotId, places: i64) -> Result<(), Error> {
    let freed = tx
        .query("UPDATE slot SET taken = taken - $2 WHERE id = $1 AND taken >= $2")
        .bind(id)
        .bind(places)
        .run()
        .await?;
    if freed == 1 { Ok(()) } else { Err(Error::RowNotFound) }
}
