//! Soft criteria: whole points that add up exactly to the score.

use super::problem::{Role, Slot, Volunteer};
use crate::text::Code;
use crate::time::Day;
use serde::{Deserialize, Serialize};

/// What counts how much. The coordinator's sliders change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Weights {
    /// The kind of activity is one that the person likes.
    pub kind_liked: i32,
    /// Nice-to-have skills, shared among them.
    pub nice_skills: i32,
    /// Preferred languages, shared among them.
    pub nice_languages: i32,
    /// The preferred sex of the helper.
    pub nice_sex: i32,
    /// Came when they had said so.
    pub reliability: i32,
    /// Lives near.
    pub proximity: i32,
    /// Was there before; half for the same organisation.
    pub past: i32,
    /// Taken off once more for every further slot of the same person in one plan.
    pub fairness: i32,
    /// For every further date of a series in the same hands.
    pub continuity: i32,
    /// What a change must gain for a pair that was shown to give way. 0 counts as 1.
    pub stability: i32,
    /// The distance from which on nearness counts nothing, metres.
    pub reach_m: i32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            kind_liked: 300,
            nice_skills: 150,
            nice_languages: 80,
            nice_sex: 50,
            reliability: 150,
            proximity: 150,
            past: 120,
            fairness: 40,
            continuity: 60,
            stability: 60,
            reach_m: 5_000,
        }
    }
}

/// The most that one weight may be: beyond it, sums might leave the engine's range.
pub const MAX_WEIGHT: i32 = 10_000;

impl Weights {
    /// Every weight inside 0 to [`MAX_WEIGHT`].
    #[must_use]
    pub fn clamped(self) -> Self {
        let clamp = |weight: i32| weight.clamp(0, MAX_WEIGHT);
        Self {
            kind_liked: clamp(self.kind_liked),
            nice_skills: clamp(self.nice_skills),
            nice_languages: clamp(self.nice_languages),
            nice_sex: clamp(self.nice_sex),
            reliability: clamp(self.reliability),
            proximity: clamp(self.proximity),
            past: clamp(self.past),
            fairness: clamp(self.fairness),
            continuity: clamp(self.continuity),
            stability: self.stability.clamp(1, MAX_WEIGHT),
            reach_m: self.reach_m.max(1),
        }
    }
}

/// A soft criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// Likes the kind.
    KindLiked,
    /// Nice-to-have skills.
    NiceSkills,
    /// Preferred languages.
    NiceLanguages,
    /// Preferred sex.
    NiceSex,
    /// Reliability.
    Reliability,
    /// Nearness.
    Proximity,
    /// Past relationship.
    Past,
    /// Has other slots in this plan; never above 0.
    Fairness,
    /// Holds other dates of the series in this plan.
    Continuity,
}

/// The facts behind the points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Whether it is so.
    Is(bool),
    /// So many of so many.
    Of(u32, u32),
    /// Percent.
    Percent(u8),
    /// Metres.
    Metres(i64),
    /// Whether in the same district; the distance is not known.
    District(bool),
    /// Was with this opportunity before, or only with its organisation.
    Before(Before),
    /// So many other slots.
    Others(u32),
}

/// Where somebody was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Before {
    /// Nowhere near.
    Never,
    /// With the same organisation.
    Organisation,
    /// With the same opportunity.
    Opportunity,
}

/// One criterion's part of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    /// Which criterion.
    pub code: Criterion,
    /// Its points.
    pub points: i32,
    /// The most it could give here.
    pub maximum: i32,
    /// Why.
    pub fact: Fact,
}

/// The points of a pair on its own, criterion by criterion. Fairness and continuity depend on the plan: see
/// [`super::Planner::contributions`].
pub fn contributions(
    volunteer: &Volunteer,
    slot: &Slot,
    role: &Role,
    weights: &Weights,
) -> Vec<Contribution> {
    let w = weights.clamped();
    let day = Day::from(slot.starts_at.day());
    let has_skill =
        |code: &&Code| volunteer.skills.iter().any(|skill| skill.code == **code && skill.holds_on(day));
    let skills = count(role.nice_skills.iter().filter(has_skill).count());
    let languages =
        count(role.nice_languages.iter().filter(|code| volunteer.languages.contains(code)).count());
    let liked = volunteer.kinds.contains(&slot.kind);
    let sex = role.nice_sex.is_some() && role.nice_sex == volunteer.sex;
    let percent = volunteer.reliability_percent.min(100);
    let (near, near_fact) = proximity(volunteer, slot, &w);
    let (before, past) = past(volunteer, slot, &w);
    let of = |have: u32, all: usize, weight: i32| share(weight, i64::from(have), i64::from(count(all)));
    let line = |code, points, maximum, fact| Contribution { code, points, maximum, fact };
    let offered = |there: bool, weight: i32| if there { weight } else { 0 };
    vec![
        line(Criterion::KindLiked, offered(liked, w.kind_liked), w.kind_liked, Fact::Is(liked)),
        line(
            Criterion::NiceSkills,
            of(skills, role.nice_skills.len(), w.nice_skills),
            offered(!role.nice_skills.is_empty(), w.nice_skills),
            Fact::Of(skills, count(role.nice_skills.len())),
        ),
        line(
            Criterion::NiceLanguages,
            of(languages, role.nice_languages.len(), w.nice_languages),
            offered(!role.nice_languages.is_empty(), w.nice_languages),
            Fact::Of(languages, count(role.nice_languages.len())),
        ),
        line(
            Criterion::NiceSex,
            offered(sex, w.nice_sex),
            offered(role.nice_sex.is_some(), w.nice_sex),
            Fact::Is(sex),
        ),
        line(
            Criterion::Reliability,
            share(w.reliability, i64::from(percent), 100),
            w.reliability,
            Fact::Percent(percent),
        ),
        line(Criterion::Proximity, near, w.proximity, near_fact),
        line(Criterion::Past, past, w.past, Fact::Before(before)),
    ]
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A part of a weight, rounded down; nothing of nothing.
pub(super) fn share(weight: i32, part: i64, whole: i64) -> i32 {
    if whole <= 0 { 0 } else { i32::try_from(i64::from(weight) * part / whole).unwrap_or(0) }
}

/// The points for a distance: all at the door, none from the reach on.
pub(super) fn near_points(distance_m: i64, weights: &Weights) -> i32 {
    let reach = i64::from(weights.reach_m);
    share(weights.proximity, (reach - distance_m).max(0), reach)
}

fn proximity(volunteer: &Volunteer, slot: &Slot, weights: &Weights) -> (i32, Fact) {
    if slot.remote {
        return (weights.proximity, Fact::Metres(0));
    }
    if let (Some(home), Some(point)) = (volunteer.home, slot.point) {
        let metres = home.distance_m(point);
        return (near_points(metres, weights), Fact::Metres(metres));
    }
    let same = volunteer.district.is_some() && volunteer.district == slot.district;
    (if same { weights.proximity } else { 0 }, Fact::District(same))
}

fn past(volunteer: &Volunteer, slot: &Slot, weights: &Weights) -> (Before, i32) {
    if volunteer.past.iter().any(|past| past.opportunity_id == slot.opportunity_id) {
        (Before::Opportunity, weights.past)
    } else if volunteer.past.iter().any(|past| past.organisation_id == slot.organisation_id) {
        (Before::Organisation, weights.past / 2)
    } else {
        (Before::Never, 0)
    }
}

impl super::problem::Valid {
    /// Holds on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}
