//! Who could help where, and why not: the matching engine on the centre's data. For coordinators.

use super::{calendar, trace};
use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Error, Result, not_found};
use crate::store::centre::Centre;
use crate::store::claims::{self, PastHelp};
use crate::store::people::{self, NamedVolunteer};
use crate::store::slots::{self, SlotRow};
use domain::claiming::{Engagement, Limits};
use domain::ids::{PersonId, SlotId};
use domain::matching::{
    Availability, Candidate, Past, Planner, Problem, Rejected, Relaxation, Relief, Role, Slot, Valid,
    Volunteer, WeeklyWindow, Weights,
};
use domain::opportunity::OpportunityState;
use domain::person::{DayPart, FreeTime};
use domain::text::{Code, fold};
use domain::view::{CandidateRow, RejectedRow, StaffingView};
use std::collections::HashMap;

/// Candidates shown.
const BEST: usize = 12;
/// People shown who miss by little.
const NEAR: usize = 12;
/// How far back help counts for reliability and acquaintance, days.
const PAST_DAYS: i64 = 365;
/// The only role of a slot, as long as slots have no roles of their own.
const HELPER: &str = "helper";

/// Everybody for one slot: ranked candidates with the reasons, for everyone else why not, and what would help.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], [`domain::problem::Problem::NotFound`], or when the database fails.
pub async fn staffing(cx: &Cx, id: SlotId) -> Result<StaffingView> {
    cx.actor.coordination().map_err(|_| cx.denied())?;
    let mut tx = cx.read().await?;
    let published = |row: &SlotRow| row.opportunity_state != OpportunityState::Draft;
    let Some(row) = slots::find(&mut tx, id).await?.filter(published) else { return not_found() };
    let people = people::volunteers(&mut tx).await?;
    let names: HashMap<PersonId, String> =
        people.iter().map(|each| (each.volunteer.person_id, each.name.clone())).collect();
    let people_shown = people.len();
    let problem = problem(cx, &mut tx, &row, people).await?;
    drop(tx);
    trace::audit_view(cx, "candidates", Some(id.0), people_shown).await?;
    let planner = Planner::new(problem, 1).map_err(|error| Error::Internal(error.into()))?;
    let Some(ranking) = planner.rank(id, 0, BEST) else { return not_found() };
    let name = |id: &PersonId| names.get(id).cloned().unwrap_or_default();
    let candidate = |each: Candidate| CandidateRow {
        name: name(&each.volunteer),
        person_id: each.volunteer,
        score: each.score,
        contributions: each.contributions,
    };
    let rejected = |each: &Rejected| RejectedRow {
        name: name(&each.volunteer),
        person_id: each.volunteer,
        failures: planner
            .why_not(&domain::matching::Pair { slot: id, role: 0, volunteer: each.volunteer })
            .unwrap_or_default(),
    };
    let empty = planner.empty_seat(id, 0);
    Ok(StaffingView {
        slot_id: id,
        opportunity_id: row.opportunity_id,
        kind: row.kind_label(cx.locale),
        title: row.title,
        organisation: row.organisation,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        taken: row.taken,
        min_places: row.min_places,
        max_places: row.max_places,
        eligible: ranking.eligible,
        near: ranking.rejected.iter().take(NEAR).map(rejected).collect(),
        candidates: ranking.candidates.into_iter().map(candidate).collect(),
        histogram: empty.as_ref().map(|empty| empty.histogram.clone()).unwrap_or_default(),
        relaxations: empty.map(|empty| gentlest(&empty.relaxations)).unwrap_or_default(),
    })
}

/// Of several ages that gain the same people, only the highest.
fn gentlest(relaxations: &[Relaxation]) -> Vec<Relaxation> {
    let age = |relief: &Relief| if let Relief::MinAge(age) = relief { Some(*age) } else { None };
    let needless = |this: &Relaxation| {
        let gentler =
            |other: &Relaxation| age(&other.relief) > age(&this.relief) && other.gained >= this.gained;
        age(&this.relief).is_some() && relaxations.iter().any(gentler)
    };
    relaxations.iter().filter(|this| !needless(this)).cloned().collect()
}

/// The problem of one slot: it alone, with everybody's places around it.
async fn problem(cx: &Cx, tx: &mut Tx, row: &SlotRow, people: Vec<NamedVolunteer>) -> Result<Problem> {
    let around = (row.starts_at.plus_days(-8), row.starts_at.plus_days(9));
    let mut engagements: HashMap<PersonId, Vec<Engagement>> = HashMap::new();
    for (person, engagement) in claims::all_engagements(tx, around.0, around.1).await? {
        engagements.entry(person).or_default().push(engagement);
    }
    let mut past: HashMap<PersonId, Vec<PastHelp>> = HashMap::new();
    for help in claims::past_help(tx, cx.now().plus_days(-PAST_DAYS)).await? {
        past.entry(help.person_id).or_default().push(help);
    }
    let reference = calendar::reference(cx, tx).await?;
    let volunteers = people.into_iter().map(|person| {
        let id = person.volunteer.person_id;
        volunteer(person, engagements.remove(&id).unwrap_or_default(), &past.remove(&id).unwrap_or_default())
    });
    Ok(Problem {
        now: cx.now(),
        volunteers: volunteers.collect(),
        slots: vec![slot(row)],
        locks: Vec::new(),
        published: Vec::new(),
        weights: Weights::default(),
        limits: reference.centre.as_ref().map_or_else(Limits::default, Centre::limits),
    })
}

fn volunteer(person: NamedVolunteer, engagements: Vec<Engagement>, past: &[PastHelp]) -> Volunteer {
    let row = person.volunteer;
    let preferences = row.preferences.0;
    let said = |words: Vec<String>| words.into_iter().map(|word| Code(fold(&word)));
    let (came, missed) =
        past.iter().fold((0, 0), |(came, missed), help| (came + help.came, missed + help.missed));
    Volunteer {
        id: row.person_id,
        status: row.status,
        birth_on: row.birth_on,
        screened_on: row.screened_on,
        sex: None,
        requirements: Vec::new(),
        skills: said(preferences.skills).map(|code| Valid { code, until: None }).collect(),
        languages: said(preferences.languages).collect(),
        kinds: preferences.kinds,
        availability: Availability {
            weekly: preferences.free.into_iter().map(window).collect(),
            ..Availability::default()
        },
        home: None,
        district: row.district_id,
        radius_m: None,
        weekly_limit_minutes: row.weekly_limit_minutes,
        engagements,
        past: past
            .iter()
            .filter(|help| help.came > 0)
            .map(|help| Past { opportunity_id: help.opportunity_id, organisation_id: help.organisation_id })
            .collect(),
        blocked: Vec::new(),
        reliability_percent: reliability(came, missed),
    }
}

/// Percent of the times they came, with two more to begin with; 80 while nothing is known.
fn reliability(came: i64, missed: i64) -> u8 {
    let percent = (came + 2) * 100 / (came + missed + 2).max(1);
    u8::try_from(if came + missed == 0 { 80 } else { percent }).unwrap_or(100).min(100)
}

/// A part of a day in minutes of the week.
fn window(free: FreeTime) -> WeeklyWindow {
    let (from, until) = match free.part {
        DayPart::Morning => (0, 12 * 60),
        DayPart::Afternoon => (12 * 60, 17 * 60),
        DayPart::Evening => (17 * 60, 24 * 60),
    };
    let day = u16::from(free.weekday.clamp(1, 7).unsigned_abs() - 1) * 24 * 60;
    WeeklyWindow { from_minute: day + from, until_minute: day + until }
}

fn slot(row: &SlotRow) -> Slot {
    let facts = row.facts();
    let count = |places: i64| u32::try_from(places).unwrap_or_default();
    Slot {
        id: row.id,
        opportunity_id: row.opportunity_id,
        organisation_id: row.organisation_id,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        state: facts.state,
        kind: row.kind_code.clone(),
        min_age: row.min_age,
        minor_directed: row.minor_directed,
        at_home: row.at_home,
        remote: row.remote,
        place: facts.place,
        point: None,
        district: row.district_id,
        urgency: 2,
        useless_below_min: false,
        series: None,
        roles: vec![Role {
            code: HELPER.into(),
            min: count(row.min_places),
            max: count(row.max_places),
            requirements: Vec::new(),
            skills: Vec::new(),
            languages: Vec::new(),
            sex: None,
            nice_skills: Vec::new(),
            nice_languages: Vec::new(),
            nice_sex: None,
        }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reliability_begins_high_and_follows_what_happened() {
        assert_eq!(
            (reliability(0, 0), reliability(10, 0), reliability(0, 2), reliability(6, 2)),
            (80, 100, 50, 80)
        );
    }

    #[test]
    fn parts_of_days_are_minutes_of_the_week() {
        let window = window(FreeTime { weekday: 2, part: DayPart::Evening });
        assert_eq!((window.from_minute, window.until_minute), (2_460, 2_880));
    }
}
