//! The problem as a browser may have it, to try other weights on: short, and without anything by which somebody could
//! be known.

use domain::calendar::plus_days;
use domain::claim::ClaimState;
use domain::claiming::Engagement;
use domain::ids::{OpportunityId, OrganisationId, PersonId, SlotId};
use domain::matching::{Availability, Lock, Past, Problem, Role, Slot, Volunteer};
use domain::person::{VolunteerStatus, age_on};
use domain::text::Code;
use domain::time::Day;
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap, HashSet};
use uuid::Uuid;

/// Days of the problem on which weights are tried.
pub const TRIAL_DAYS: i64 = 14;
/// Days after them in which places count for weekly limits and a minor's rest.
const AROUND_DAYS: i64 = 8;
/// Of age.
const ADULT: i64 = 18;
/// The ages that rules ask for whatever the slot. Source: N5, N6.
const AGES: [i64; 3] = [0, 15, ADULT];

/// The next two weeks of a problem, with everybody who could be in their plan. Places that people have soon after
/// count as places elsewhere.
pub fn coming(problem: &Problem) -> Problem {
    let (until, around) =
        (problem.now.plus_days(TRIAL_DAYS), problem.now.plus_days(TRIAL_DAYS + AROUND_DAYS));
    let later: HashMap<SlotId, &Slot> = problem
        .slots
        .iter()
        .filter(|slot| slot.starts_at >= until && slot.starts_at < around)
        .map(|slot| (slot.id, slot))
        .collect();
    let mut small = problem.clone();
    small.slots.retain(|slot| slot.starts_at < until && !slot.roles.is_empty());
    let kept: HashSet<SlotId> = small.slots.iter().map(|slot| slot.id).collect();
    let mut elsewhere: HashMap<PersonId, Vec<Engagement>> = HashMap::new();
    for pair in problem.fixed() {
        if let Some(slot) = later.get(&pair.slot) {
            elsewhere.entry(pair.volunteer).or_default().push(engagement(slot));
        }
    }
    let seated: HashSet<PersonId> =
        problem.fixed().filter(|pair| kept.contains(&pair.slot)).map(|pair| pair.volunteer).collect();
    small.volunteers.retain(|volunteer| volunteer.status.may_claim() || seated.contains(&volunteer.id));
    for volunteer in &mut small.volunteers {
        volunteer.engagements.extend(elsewhere.remove(&volunteer.id).unwrap_or_default());
    }
    let people: HashSet<PersonId> = small.volunteers.iter().map(|volunteer| volunteer.id).collect();
    small.published.retain(|pair| kept.contains(&pair.slot) && people.contains(&pair.volunteer));
    let slots = &small.slots;
    small.locks.retain(|lock| match lock {
        Lock::Fixed(pair) => kept.contains(&pair.slot) && people.contains(&pair.volunteer),
        Lock::Refused(no) => people.contains(&no.volunteer) && slots.iter().any(|slot| slot.is_in(no)),
    });
    small
}

/// The same problem without anything by which somebody could be known: people and places are numbers, of a birth date
/// only what the rules for ages need, of the checks of art. 21 only whether they are there, of wishes and papers only
/// what some slot asks for. Whoever was possible where still is, with the same points.
pub fn anonymous(problem: &Problem) -> Problem {
    let asked = Asked::of(problem);
    let mut names = Names::default();
    let mut small = problem.clone();
    for slot in &mut small.slots {
        slot.place = names.place(&slot.place);
    }
    for volunteer in &mut small.volunteers {
        *volunteer = stranger(volunteer, &asked, &mut names);
    }
    for pair in &mut small.published {
        pair.volunteer = names.person(pair.volunteer);
    }
    for lock in &mut small.locks {
        match lock {
            Lock::Fixed(pair) => pair.volunteer = names.person(pair.volunteer),
            Lock::Refused(no) => no.volunteer = names.person(no.volunteer),
        }
    }
    small
}

/// Numbers instead of names.
#[derive(Default)]
struct Names {
    people: HashMap<PersonId, PersonId>,
    places: HashMap<String, String>,
}

impl Names {
    fn person(&mut self, id: PersonId) -> PersonId {
        let next = Uuid::from_u128(self.people.len() as u128 + 1);
        *self.people.entry(id).or_insert(PersonId(next))
    }

    fn place(&mut self, place: &str) -> String {
        let next = (self.places.len() + 1).to_string();
        self.places.entry(place.to_owned()).or_insert(next).clone()
    }
}

/// What the slots ask for.
struct Asked {
    today: Day,
    last: Day,
    ages: BTreeSet<i64>,
    requirements: HashSet<Code>,
    skills: HashSet<Code>,
    languages: HashSet<Code>,
    kinds: HashSet<Code>,
    sex: bool,
    opportunities: HashSet<OpportunityId>,
    organisations: HashSet<OrganisationId>,
}

impl Asked {
    fn of(problem: &Problem) -> Self {
        let slots = &problem.slots;
        let roles = || slots.iter().flat_map(|slot| &slot.roles);
        let own_ages = roles().map(|role| role.min_age).filter(|age| *age > 0);
        let codes = |of: fn(&Role) -> [&[Code]; 2]| roles().flat_map(of).flatten().cloned().collect();
        Self {
            today: problem.now.day().into(),
            last: problem.now.plus_days(TRIAL_DAYS).day().into(),
            ages: slots.iter().map(|slot| slot.min_age).chain(own_ages).chain(AGES).collect(),
            requirements: codes(|role| [&role.requirements, &[]]),
            skills: codes(|role| [&role.skills, &role.nice_skills]),
            languages: codes(|role| [&role.languages, &role.nice_languages]),
            kinds: slots.iter().map(|slot| slot.kind.clone()).collect(),
            sex: roles().any(|role| role.sex.is_some() || role.nice_sex.is_some()),
            opportunities: slots.iter().map(|slot| slot.opportunity_id).collect(),
            organisations: slots.iter().map(|slot| slot.organisation_id).collect(),
        }
    }

    /// Help of another kind than what is asked for now is nobody's business.
    fn past(&self, past: &Past) -> Option<Past> {
        let known = self.opportunities.contains(&past.opportunity_id);
        let opportunity_id = if known { past.opportunity_id } else { OpportunityId(Uuid::nil()) };
        (known || self.organisations.contains(&past.organisation_id))
            .then_some(Past { opportunity_id, organisation_id: past.organisation_id })
    }

    /// A birth date that gives the same answers: as old as the highest age that is asked for and reached, without a
    /// birthday now. The day stays only where a minor's birthday comes within these two weeks.
    fn birth_on(&self, birth: Day) -> Day {
        let age = age_on(birth, self.today);
        if age < ADULT && age_on(birth, self.last) != age {
            return birth;
        }
        // The first day of a month: it is there in every year.
        let next = plus_days(Day(self.last.0.last_of_month()), 1).0;
        let reached = self.ages.range(..=age).next_back().copied().unwrap_or_default();
        let years = i16::try_from(reached + 1).unwrap_or_default();
        Day(Date::new(next.year() - years, next.month(), 1).unwrap_or(next))
    }
}

/// Each field is looked at: what is new about volunteers does not travel by itself.
fn stranger(volunteer: &Volunteer, asked: &Asked, names: &mut Names) -> Volunteer {
    let only = |codes: &[Code], asked: &HashSet<Code>| {
        codes.iter().filter(|code| asked.contains(*code)).cloned().collect()
    };
    let valid = |held: &[domain::matching::Valid], asked: &HashSet<Code>| {
        held.iter().filter(|valid| asked.contains(&valid.code)).cloned().collect()
    };
    let engagement = |held: &Engagement, names: &mut Names| Engagement {
        slot_id: SlotId(Uuid::nil()),
        place: names.place(&held.place),
        state: ClaimState::Approved,
        ..held.clone()
    };
    Volunteer {
        id: names.person(volunteer.id),
        // Why somebody may not is theirs.
        status: if volunteer.status.may_claim() { VolunteerStatus::Active } else { VolunteerStatus::Paused },
        birth_on: volunteer.birth_on.map(|birth| asked.birth_on(birth)),
        screened_on: volunteer.screened_on.map(|_| asked.today),
        sex: volunteer.sex.filter(|_| asked.sex),
        requirements: valid(&volunteer.requirements, &asked.requirements),
        skills: valid(&volunteer.skills, &asked.skills),
        languages: only(&volunteer.languages, &asked.languages),
        kinds: only(&volunteer.kinds, &asked.kinds),
        availability: Availability {
            weekly: volunteer.availability.weekly.clone(),
            exceptions: volunteer.availability.exceptions.clone(),
            pauses: volunteer.availability.pauses.clone(),
        },
        // A home is not told. No volunteer's is known so far.
        home: None,
        district: volunteer.district,
        radius_m: None,
        weekly_limit_minutes: volunteer.weekly_limit_minutes,
        engagements: volunteer.engagements.iter().map(|held| engagement(held, names)).collect(),
        past: volunteer.past.iter().filter_map(|past| asked.past(past)).collect(),
        blocked: volunteer.blocked.iter().filter(|id| asked.organisations.contains(id)).copied().collect(),
        reliability_percent: volunteer.reliability_percent,
    }
}

fn engagement(slot: &Slot) -> Engagement {
    Engagement {
        slot_id: slot.id,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        place: slot.place.clone(),
        remote: slot.remote,
        state: ClaimState::Approved,
        work: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn asked(today: Date, min_age: i64) -> Asked {
        let none = HashSet::new;
        Asked {
            today: today.into(),
            last: plus_days(today.into(), TRIAL_DAYS),
            ages: AGES.into_iter().chain([13, min_age]).collect(),
            requirements: none(),
            skills: none(),
            languages: none(),
            kinds: none(),
            sex: false,
            opportunities: HashSet::new(),
            organisations: HashSet::new(),
        }
    }

    #[test]
    fn ages_answer_alike_and_birthdays_of_adults_are_gone() {
        for today in [date(2026, 11, 23), date(2026, 12, 25), date(2028, 2, 20), date(2028, 1, 31)] {
            let asked = asked(today, 21);
            for birth in (0..12_000).map(|day| plus_days(date(1998, 1, 1).into(), day)) {
                if birth.0 > today {
                    break;
                }
                let (at_first, told) = (age_on(birth, today.into()), asked.birth_on(birth));
                for day in (0..=TRIAL_DAYS).map(|day| plus_days(today.into(), day)) {
                    // Only who is of age already and turns a year older meanwhile counts as at first.
                    let real = if at_first >= ADULT { at_first } else { age_on(birth, day) };
                    let reached =
                        |years: i64| asked.ages.iter().filter(|&&age| age <= years).collect::<Vec<_>>();
                    assert_eq!(reached(real), reached(age_on(told, day)), "{birth} on {day}");
                }
                if at_first >= ADULT {
                    assert_eq!(told.0.day(), 1);
                    assert!([18, 21].contains(&age_on(told, today.into())));
                }
            }
        }
    }
}
