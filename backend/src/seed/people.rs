//! Invented people.

use super::Result;
use super::data::{People, Persona};
use super::plan::{Ground, Plan, PlannedPerson};
use crate::store::people::{PersonRow, VolunteerRow};
use domain::actor::{Grant, Role};
use domain::ids::OrganisationId;
use domain::locale::Locale;
use domain::person::{ALL_PARTS, FreeTime, Occupation, Preferences, VolunteerStatus};
use domain::text::{Code, fold};
use domain::time::{Day, Instant};
use jiff::ToSpan;
use sqlx::types::Json;

/// Of a hundred volunteers, so many are in each state.
const STATUSES: [(i64, VolunteerStatus); 10] = [
    (60, VolunteerStatus::Active),
    (9, VolunteerStatus::Trial),
    (6, VolunteerStatus::Applied),
    (4, VolunteerStatus::Interview),
    (4, VolunteerStatus::Training),
    (4, VolunteerStatus::Paperwork),
    (5, VolunteerStatus::Paused),
    (4, VolunteerStatus::Ended),
    (2, VolunteerStatus::Rejected),
    (2, VolunteerStatus::Withdrawn),
];
/// Ages and how many of a hundred have them: many pupils and pensioners.
const AGES: [(i64, (i64, i64)); 5] =
    [(24, (15, 18)), (22, (19, 26)), (22, (27, 45)), (14, (46, 60)), (18, (61, 75))];

/// Adds the personas, then volunteers until there are `volunteers` of them.
pub(super) fn add(
    plan: &mut Plan,
    ground: &Ground,
    people: &People,
    keys: &[(String, OrganisationId)],
    volunteers: usize,
) -> Result<()> {
    for persona in &people.personas {
        let person = known(plan, ground, persona, keys)?;
        plan.people.push(person);
    }
    let there = plan.people.iter().filter(|person| person.volunteer.is_some()).count();
    for number in there..volunteers {
        let person = invented(plan, ground, people, number);
        plan.people.push(person);
    }
    Ok(())
}

fn known(
    plan: &mut Plan,
    ground: &Ground,
    persona: &Persona,
    keys: &[(String, OrganisationId)],
) -> Result<PlannedPerson> {
    let since =
        ground.now.plus_days(if persona.status == Some(VolunteerStatus::Applied) { -1 } else { -400 });
    let organisation_id = persona
        .organisation
        .as_ref()
        .and_then(|wanted| keys.iter().find(|(key, _)| key == wanted).map(|(_, id)| *id));
    let row = PersonRow {
        id: plan.dice.id(since),
        name: persona.name.clone(),
        email: persona.email.clone(),
        phone: phone(plan.people.len() + 1),
        locale: persona.locale,
        created_at: since,
    };
    let district_id = persona.district.as_deref().map(|name| ground.district(name)).transpose()?;
    let free = free(plan);
    let volunteer = persona.status.map(|status| VolunteerRow {
        qualifications: Json(Vec::new()),
        person_id: row.id,
        status,
        occupation: persona.occupation,
        birth_on: Some(born(ground.today(), persona.age, 150)),
        district_id,
        preferences: Json(Preferences {
            languages: languages(persona.locale, false),
            skills: persona.skills.clone(),
            kinds: persona.kinds.clone(),
            free,
        }),
        weekly_limit_minutes: persona.weekly_limit_minutes,
        screened_on: persona.screened.then(|| since.plus_days(20).day().into()),
        applied_at: since,
        updated_at: since.plus_days(1),
    });
    let grant = Grant { role: persona.role, organisation_id };
    Ok(PlannedPerson { row, grant, volunteer, persona: true, engagements: Vec::new() })
}

fn invented(plan: &mut Plan, ground: &Ground, people: &People, number: usize) -> PlannedPerson {
    let dice = &mut plan.dice;
    let woman = dice.chance(62);
    let ukrainian = dice.chance(8);
    let name = match (ukrainian, woman) {
        (true, true) => {
            format!("{} {}", dice.pick(&people.ukrainian_women), dice.pick(&people.ukrainian_surnames))
        }
        (true, false) => {
            format!("{} {}", dice.pick(&people.ukrainian_men), dice.pick(&people.ukrainian_surnames))
        }
        (false, true) => format!("{} {}", dice.pick(&people.women), dice.pick(&people.surnames)[0]),
        (false, false) => format!("{} {}", dice.pick(&people.men), dice.pick(&people.surnames)[1]),
    };
    let locale = if ukrainian && dice.chance(70) { Locale::Uk } else { Locale::Pl };
    let status = weighted(plan, &STATUSES);
    let dice = &mut plan.dice;
    let waits = dice.between(2, 40) * 24 + dice.between(0, 12);
    let since = ground
        .now
        .plus_minutes(-60 * if status.is_applying() { waits } else { waits + dice.between(80, 900) * 24 });
    let row = PersonRow {
        id: dice.id(since),
        email: format!("{}.{number}@example.org", fold(&name).replace(' ', ".")),
        name,
        phone: phone(number),
        locale,
        created_at: since,
    };
    let volunteer = Some(record(plan, ground, people, &row, status));
    let grant = Grant { role: Role::Volunteer, organisation_id: None };
    PlannedPerson { row, grant, volunteer, persona: false, engagements: Vec::new() }
}

fn record(
    plan: &mut Plan,
    ground: &Ground,
    people: &People,
    row: &PersonRow,
    status: VolunteerStatus,
) -> VolunteerRow {
    let (young, old) = weighted(plan, &AGES);
    let dice = &mut plan.dice;
    let age = dice.between(young, old);
    let occupation = occupation(age, dice.chance(80));
    let birth_on = born(ground.today(), age, dice.between(1, 360));
    let known = status.may_claim() || !dice.chance(25);
    let codes: Vec<Code> =
        ground.kinds.iter().filter(|kind| kind.min_age <= age).map(|kind| kind.code.clone()).collect();
    let liked = usize::try_from(dice.between(1, 4)).unwrap_or(1);
    let skilled = usize::try_from(dice.between(0, 3)).unwrap_or(0);
    let preferences = Preferences {
        languages: languages(row.locale, dice.chance(35)),
        skills: dice.some(&people.skills, skilled),
        kinds: dice.some(&codes, liked),
        free: free(plan),
    };
    let dice = &mut plan.dice;
    let screened =
        matches!(status, VolunteerStatus::Trial | VolunteerStatus::Active | VolunteerStatus::Paused)
            && dice.chance(68);
    let limited = dice.chance(30);
    VolunteerRow {
        qualifications: Json(Vec::new()),
        person_id: row.id,
        status,
        occupation,
        birth_on: known.then_some(birth_on),
        district_id: (!ground.districts.is_empty()).then(|| dice.pick(&ground.districts).id),
        preferences: Json(preferences),
        weekly_limit_minutes: limited.then(|| dice.between(2, 8) * 60),
        screened_on: screened.then(|| row.created_at.plus_days(20).day().into()),
        applied_at: row.created_at,
        updated_at: row.created_at.plus_days(1).min(ground.now),
    }
}

fn free(plan: &mut Plan) -> Vec<FreeTime> {
    let mut free = Vec::new();
    for weekday in 1..=7 {
        for part in ALL_PARTS {
            if plan.dice.chance(25) {
                free.push(FreeTime { weekday, part });
            }
        }
    }
    free
}

fn weighted<T: Copy>(plan: &mut Plan, choices: &[(i64, T)]) -> T {
    let mut left = plan.dice.between(1, choices.iter().map(|(weight, _)| weight).sum());
    for (weight, choice) in choices {
        left -= weight;
        if left <= 0 {
            return *choice;
        }
    }
    choices[0].1
}

fn occupation(age: i64, usual: bool) -> Occupation {
    match age {
        ..=18 => Occupation::Pupil,
        19..=25 if usual => Occupation::Student,
        62.. if usual => Occupation::Retired,
        _ if usual => Occupation::Employed,
        _ => Occupation::Unemployed,
    }
}

fn languages(locale: Locale, english: bool) -> Vec<String> {
    let own = if locale == Locale::Uk { &["uk", "pl"][..] } else { &["pl"][..] };
    own.iter().chain(english.then_some(&"en")).map(|code| (*code).to_owned()).collect()
}

/// The birth date of somebody who is `age` today and had their birthday `days` ago.
fn born(today: Day, age: i64, days: i64) -> Day {
    Day(today.0.saturating_sub(age.years()).saturating_sub(days.days()))
}

fn phone(number: usize) -> String {
    format!("+48 24 000 00 {:02}", number % 100)
}

/// When somebody claimed a slot that begins at `starts_at`.
pub(super) fn claimed_at(plan: &mut Plan, starts_at: Instant) -> Instant {
    let latest = plan.now.min(starts_at).plus_minutes(-10);
    latest.plus_minutes(-plan.dice.between(0, 9 * 24 * 60))
}
