//! A year of those who plan: how well each day is covered.

use crate::context::Cx;
use crate::error::Result;
use crate::service::posting::posting;
use crate::store::dates::{self, CoveredDay};
use domain::time::Day;
use domain::view::{YearDay, YearPlan};
use jiff::civil::Date;

/// Years back and ahead that are shown.
const YEARS: (i16, i16) = (10, 3);

/// A year of the public dates that the reader looks after, day by day; this year unless another is asked for.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], or when the database fails.
pub async fn year(cx: &Cx, asked: Option<i16>) -> Result<YearPlan> {
    let by = posting(cx)?;
    let today = cx.now().day();
    let year = asked.unwrap_or(today.year()).clamp(today.year() - YEARS.0, today.year() + YEARS.1);
    let day = |month, day| Date::new(year, month, day).map_or(Day(today), Day);
    let mut tx = cx.read().await?;
    let rows = dates::covered(&mut tx, by.scope().organisations(), day(1, 1), day(12, 31)).await?;
    let one = |CoveredDay { on_day, dates, needed, missing }| YearDay { day: on_day, dates, needed, missing };
    Ok(YearPlan { year, today: Day(today), days: rows.into_iter().map(one).collect() })
}
