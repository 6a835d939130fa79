//! Hard rules: for every pair the complete set of those that fail, as a mask and with the facts.

use super::availability::Span;
use super::problem::{Problem, Refused, Role, Sex, Slot, Valid, Volunteer};
use crate::claiming::{Engagement, PersonFacts, Refusal, SlotFacts, refusals};
use crate::text::Code;
use crate::time::Day;
use serde::{Deserialize, Serialize};

macro_rules! rules {
    ($($(#[$doc:meta])+ $name:ident = $code:literal)+) => {
        /// A hard rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Rule {
            $($(#[$doc])+ $name,)+
        }

        /// Every rule, in the order in which they are told.
        pub const ALL_RULES: &[Rule] = &[$(Rule::$name),+];

        impl Rule {
            /// The stable name, as in keys of texts.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

rules! {
    /// The slot was cancelled.
    Cancelled = "cancelled"
    /// The slot has begun.
    Started = "started"
    /// Has a place in this slot already.
    AlreadyClaimed = "already-claimed"
    /// Neither on trial nor active.
    NotActive = "not-active"
    /// The birth date is not known.
    NoBirthDate = "no-birth-date"
    /// Too young on the day of the slot. Source: N2.
    TooYoung = "too-young"
    /// In somebody's home, under 18. Source: N6.
    MinorAtHome = "minor-at-home"
    /// Reaches into a minor's night. Source: N5.
    MinorAtNight = "minor-at-night"
    /// Too long for a person aged 13–14. Source: N5.
    MinorTooLong = "minor-too-long"
    /// Too little rest between two days of a minor. Source: N5.
    MinorNoRest = "minor-no-rest"
    /// The checks of UPM art. 21 are not recorded. Source: §5.
    NotScreened = "not-screened"
    /// Another place at the same time.
    Overlaps = "overlaps"
    /// Another place elsewhere, with too little time to get there.
    TooClose = "too-close"
    /// More than the weekly limit.
    WeeklyLimit = "weekly-limit"
    /// A requirement is not met on the day of the slot. Source: U9, U10.
    Requirement = "requirement"
    /// A skill is missing.
    Skill = "skill"
    /// A language is missing.
    Language = "language"
    /// Another sex of the helper is required.
    Sex = "sex"
    /// Has no time then.
    Unavailable = "unavailable"
    /// Takes a break.
    Paused = "paused"
    /// Too far away.
    TooFar = "too-far"
    /// The block list.
    Blocked = "blocked"
    /// Somebody said no.
    Refused = "refused"
}

/// A set of rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mask(pub u32);

impl Rule {
    /// The set of this rule alone.
    pub const fn mask(self) -> Mask {
        Mask(1 << self as u32)
    }
}

impl Mask {
    /// No rule fails.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Exactly one rule fails: a near miss.
    pub const fn is_near_miss(self) -> bool {
        self.0.is_power_of_two()
    }

    /// This rule fails.
    pub const fn has(self, rule: Rule) -> bool {
        self.0 & rule.mask().0 != 0
    }

    /// The rules, in the order in which they are told.
    pub fn rules(self) -> impl Iterator<Item = Rule> {
        ALL_RULES.iter().copied().filter(move |rule| self.has(*rule))
    }
}

impl FromIterator<Rule> for Mask {
    fn from_iter<I: IntoIterator<Item = Rule>>(rules: I) -> Self {
        Self(rules.into_iter().fold(0, |mask, rule| mask | rule.mask().0))
    }
}

/// A failed rule with the facts its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Failure {
    /// A rule of claiming.
    Claim(Refusal),
    /// A requirement: not met at all, or only until a day before the slot.
    Requirement(Lacking),
    /// A skill, likewise.
    Skill(Lacking),
    /// A language that is not spoken.
    Language(Code),
    /// The required sex of the helper.
    Sex(Sex),
    /// No time: when it is needed, and the free time that comes nearest.
    Unavailable {
        /// When it is needed.
        needed: Span,
        /// The free time that overlaps most or lies nearest.
        nearest: Option<Span>,
    },
    /// Takes a break.
    Paused {
        /// The last day of it, if known.
        until: Option<Day>,
    },
    /// Too far.
    TooFar {
        /// How far it is, metres.
        distance_m: i64,
        /// How far they go, metres.
        radius_m: i64,
    },
    /// The block list.
    Blocked,
    /// Somebody said no.
    Refused(Refused),
}

/// What is missing on the day of the slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lacking {
    /// What.
    pub code: Code,
    /// The last day on which it held, if it ever did.
    pub held_until: Option<Day>,
}

impl Failure {
    /// Which rule.
    pub const fn rule(&self) -> Rule {
        match self {
            Self::Claim(refusal) => rule_of(refusal),
            Self::Requirement(_) => Rule::Requirement,
            Self::Skill(_) => Rule::Skill,
            Self::Language(_) => Rule::Language,
            Self::Sex(_) => Rule::Sex,
            Self::Unavailable { .. } => Rule::Unavailable,
            Self::Paused { .. } => Rule::Paused,
            Self::TooFar { .. } => Rule::TooFar,
            Self::Blocked => Rule::Blocked,
            Self::Refused(_) => Rule::Refused,
        }
    }
}

const fn rule_of(refusal: &Refusal) -> Rule {
    match refusal {
        // A full slot is the plan's business, a swap that of two people, a standing place that of its person, a group
        // that of its coordinator; none is asked for here.
        Refusal::Cancelled
        | Refusal::Full
        | Refusal::OtherCannot
        | Refusal::StandingFull
        | Refusal::NoSuchRole
        | Refusal::AloneOnly
        | Refusal::GroupNotScreened
        | Refusal::PartyStays
        | Refusal::HandingOver
        | Refusal::PartyWaits
        | Refusal::TooFewPlaces { .. } => Rule::Cancelled,
        // A person may be asked before everyone may claim; tasks without an hour are not planned.
        Refusal::Started | Refusal::Over | Refusal::NotYetOpen { .. } => Rule::Started,
        Refusal::AlreadyClaimed => Rule::AlreadyClaimed,
        Refusal::NotActive => Rule::NotActive,
        Refusal::NoBirthDate => Rule::NoBirthDate,
        Refusal::TooYoung { .. } => Rule::TooYoung,
        Refusal::MinorAtHome => Rule::MinorAtHome,
        Refusal::MinorAtNight { .. } => Rule::MinorAtNight,
        Refusal::MinorTooLong { .. } | Refusal::MinorDay { .. } => Rule::MinorTooLong,
        Refusal::MinorNoRest => Rule::MinorNoRest,
        Refusal::NotScreened => Rule::NotScreened,
        Refusal::Unqualified { .. } | Refusal::QualificationEnds { .. } => Rule::Requirement,
        Refusal::Overlaps => Rule::Overlaps,
        Refusal::TooClose { .. } => Rule::TooClose,
        Refusal::WeeklyLimit { .. } => Rule::WeeklyLimit,
    }
}

/// Every hard rule that fails for a volunteer in a role of a slot, with its facts; empty if the pair is possible on
/// its own. `others` are the volunteer's places elsewhere, approved ones among the problem's slots included.
///
/// The rules of claiming are those of [`crate::claiming::refusals`]: a plan never proposes what a claim would refuse.
pub fn failures(
    problem: &Problem,
    volunteer: &Volunteer,
    slot: &Slot,
    role: &Role,
    others: &[Engagement],
) -> Vec<Failure> {
    let day = Day::from(slot.starts_at.day());
    let facts = SlotFacts { min_age: slot.min_age.max(role.min_age), ..slot_facts(slot) };
    let claim = refusals(&facts, &person_facts(volunteer), others, problem.now, problem.limits);
    let mut found: Vec<Failure> = claim.into_iter().map(Failure::Claim).collect();
    found.extend(lacking(&role.requirements, &volunteer.requirements, day).map(Failure::Requirement));
    found.extend(lacking(&role.skills, &volunteer.skills, day).map(Failure::Skill));
    let foreign = role.languages.iter().filter(|code| !volunteer.languages.contains(code));
    found.extend(foreign.cloned().map(Failure::Language));
    found.extend(role.sex.filter(|sex| volunteer.sex != Some(*sex)).map(Failure::Sex));
    let needed = Span { from: slot.starts_at, until: slot.ends_at };
    if !volunteer.availability.is_free(needed) {
        found.push(Failure::Unavailable { needed, nearest: volunteer.availability.nearest(needed) });
    }
    if let Some(pause) = volunteer.availability.pause_on(day) {
        found.push(Failure::Paused { until: pause.until });
    }
    if let (false, Some(home), Some(point), Some(radius_m)) =
        (slot.remote, volunteer.home, slot.point, volunteer.radius_m)
    {
        let distance_m = home.distance_m(point);
        if distance_m > radius_m {
            found.push(Failure::TooFar { distance_m, radius_m });
        }
    }
    if volunteer.blocked.contains(&slot.organisation_id) {
        found.push(Failure::Blocked);
    }
    let refused = problem.refused().filter(|no| no.volunteer == volunteer.id && slot.is_in(no));
    found.extend(refused.copied().map(Failure::Refused));
    found
}

fn lacking(needed: &[Code], held: &[Valid], day: Day) -> impl Iterator<Item = Lacking> {
    needed.iter().filter_map(move |code| {
        let mine = held.iter().filter(|valid| valid.code == *code);
        if mine.clone().any(|valid| valid.holds_on(day)) {
            return None;
        }
        Some(Lacking { code: code.clone(), held_until: mine.filter_map(|valid| valid.until).max() })
    })
}

/// What the rules of claiming look at; whether a place is left, or may be claimed already, is not asked here.
pub(super) fn slot_facts(slot: &Slot) -> SlotFacts {
    SlotFacts {
        id: slot.id,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        opens_at: None,
        work_minutes: None,
        state: slot.state,
        max_places: 1,
        taken: 0,
        min_age: slot.min_age,
        // Those of a role are asked with its other requirements.
        requires: Vec::new(),
        minor_directed: slot.minor_directed,
        at_home: slot.at_home,
        remote: slot.remote,
        place: slot.place.clone(),
    }
}

pub(super) const fn person_facts(volunteer: &Volunteer) -> PersonFacts {
    PersonFacts {
        status: volunteer.status,
        birth_on: volunteer.birth_on,
        screened_on: volunteer.screened_on,
        weekly_limit_minutes: volunteer.weekly_limit_minutes,
        qualifications: Vec::new(),
    }
}
