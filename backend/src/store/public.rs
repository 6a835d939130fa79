//! What the public calendar shows: published slots, narrowed down by its filters.

use super::roles;
use super::slots::{SlotRow, select_slot};
use crate::db::Tx;
use domain::calendar::plus_days;
use domain::ids::{DistrictId, OrganisationId};
use domain::person::DayPart;
use domain::text::Code;
use domain::time::{Day, Instant};
use domain::view::Narrowing;
use sqlx::Error;
use std::sync::LazyLock;

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

/// Public slots of the days from `first` to `last`, by time; at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn slots(
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
    let found = filter.bind(tx.assembled(sql.concat()).bind(first).bind(last)).bind(limit).all().await?;
    roles::filled(tx, found).await
}

/// Of each day from `first` to `last` the first `most` public slots, by time.
///
/// # Errors
/// When the database fails.
pub async fn first(
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
    let found = filter.bind(tx.assembled(sql.concat()).bind(first).bind(last)).bind(most).all().await?;
    roles::filled(tx, found).await
}

/// Public slots of the day before `day` that run into it, by time.
///
/// # Errors
/// When the database fails.
pub async fn overnight(tx: &mut Tx, day: Day, filter: &SlotFilter) -> Result<Vec<SlotRow>, Error> {
    let sql = [
        select_slot!("s.on_day >= $1 AND s.on_day <= $2 AND s.work_minutes IS NULL AND s.ends_at > $15 AND "),
        filtered(),
        " ORDER BY s.starts_at, s.id",
    ];
    let before = plus_days(day, -1);
    let midnight = Instant::from_civil(day.0.at(0, 0, 0, 0));
    let found =
        filter.bind(tx.assembled(sql.concat()).bind(before).bind(before)).bind(midnight).all().await?;
    roles::filled(tx, found).await
}

/// The first day from `first` to `last` that has public slots, and how many public slots there are from `first` to
/// `shown` without each of what narrows them down, where there are any.
///
/// # Errors
/// When the database fails.
pub async fn ways(
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

/// The number of public slots on each day that has any.
///
/// # Errors
/// When the database fails.
pub async fn counts(
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
pub async fn organisations(
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
pub async fn day(
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
