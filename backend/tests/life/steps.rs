//! A small town, and what its people do.

use crate::world::{World, cancel_dates, change_dates, now, slots_form};
use backend::context::Cx;
use backend::db::Engine;
use backend::error::Result;
use backend::service::{claims, dates, offers, opportunities, pairs, stand_in, stepping_back, waitlist};
use backend::store::{claims as claim_rows, offers as offer_rows};
use domain::actor::{Grant, Role};
use domain::form::{ChangeForm, ClaimForm, SlotsForm, StandInForm, TurnForm};
use domain::ids::{ClaimId, OpportunityId, PersonId, SlotId};
use domain::offer::OfferState;
use domain::problem::Problem;
use rand::Rng;
use rand::rngs::StdRng;

const VOLUNTEERS: usize = 6;
const SLOTS: usize = 6;
const SCOPES: [&str; 3] = ["this", "following", "all"];

/// Something that somebody tries. Numbers choose the person and the date; what does not fit is refused.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    Claim { who: usize, slot: usize },
    Queue { who: usize, slot: usize },
    Withdraw { who: usize, slot: usize },
    Seek { who: usize, slot: usize },
    StopSeeking { who: usize, slot: usize },
    Keep { who: usize, slot: usize },
    ToQueue { by: usize, who: usize, slot: usize },
    ToTop { by: usize, who: usize, slot: usize },
    Approve { by: usize, who: usize, slot: usize },
    Refuse { by: usize, who: usize, slot: usize },
    Undo { by: usize, who: usize, slot: usize },
    Ask { by: usize, who: usize, slot: usize },
    TakeBack { by: usize, who: usize, slot: usize },
    Answer { who: usize, slot: usize, yes: bool },
    CancelDate { by: usize, slot: usize, scope: usize },
    MoveDate { by: usize, slot: usize, scope: usize, day: u8, hour: u8 },
    AddDate { by: usize, opportunity: usize, day: u8, hour: u8 },
    Wait { minutes: i64 },
}

impl Step {
    pub fn random(dice: &mut StdRng) -> Self {
        let (by, who, slot) =
            (dice.random_range(0..2), dice.random_range(0..VOLUNTEERS), dice.random_range(0..SLOTS));
        let (day, hour) = (dice.random_range(1..5), dice.random_range(8..19));
        let scope = dice.random_range(0..SCOPES.len());
        match dice.random_range(0..100) {
            0..22 => Self::Claim { who, slot },
            22..30 => Self::Queue { who, slot },
            30..37 => Self::Withdraw { who, slot },
            37..42 => Self::Seek { who, slot },
            42..43 => Self::StopSeeking { who, slot },
            43..45 => Self::Keep { who, slot },
            45..47 => Self::ToQueue { by, who, slot },
            47..48 => Self::ToTop { by, who, slot },
            48..56 => Self::Approve { by, who, slot },
            56..59 => Self::Refuse { by, who, slot },
            59..62 => Self::Undo { by, who, slot },
            62..69 => Self::Ask { by, who, slot },
            69..71 => Self::TakeBack { by, who, slot },
            71..85 => Self::Answer { who, slot, yes: dice.random_bool(0.7) },
            85..87 => Self::CancelDate { by, slot, scope },
            87..91 => Self::MoveDate { by, slot, scope, day, hour },
            91..94 => Self::AddDate { by, opportunity: dice.random_range(0..2), day, hour },
            _ => Self::Wait { minutes: dice.random_range(1..600) },
        }
    }
}

pub struct Town {
    pub world: World,
    /// Who took the last step; `None`: time.
    pub actor: Option<PersonId>,
    clock: domain::time::Instant,
    pub coordinators: Vec<PersonId>,
    volunteers: Vec<PersonId>,
    opportunities: Vec<OpportunityId>,
    slots: Vec<SlotId>,
}

impl Town {
    /// Two coordinators, some volunteers, an opportunity of each rule with a few dates that partly overlap.
    pub async fn new(engine: Engine) -> Self {
        let world = World::new(engine).await;
        let id = |cx: &Cx| cx.actor.person_id().unwrap();
        let anna = world.coordinator("Anna").await;
        let coordinators = vec![id(&anna), id(&world.coordinator("Marek").await)];
        let mut volunteers = Vec::new();
        for name in ["Basia", "Czarek", "Dorota", "Edek", "Franka", "Grzegorz"] {
            volunteers.push(id(&world.volunteer(name, |_| {}).await));
        }
        let mut opportunities_made = Vec::new();
        let mut slots = Vec::new();
        let single = |day, starts, ends| slots_form((1, 2), day, starts, ends);
        let weekly = SlotsForm {
            pattern: "weekly".into(),
            repeat_until: "2026-12-15".into(),
            ..single(1, "10:00", "12:00")
        };
        let approved = [(1, "11:00", "13:00"), (2, "16:00", "18:00"), (8, "11:00", "13:00")];
        let approved = approved.map(|(day, starts, ends)| single(day, starts, ends));
        for (rule, forms) in [("instant", vec![weekly]), ("approval", approved.to_vec())] {
            let opportunity = world.opportunity(&anna, rule).await;
            for form in forms {
                dates::add(&anna, opportunity, &form).await.unwrap();
            }
            opportunities::publish(&anna, opportunity).await.unwrap();
            let view = opportunities::editor(&anna, Some(opportunity)).await.unwrap();
            slots.extend(view.slots.iter().map(|slot| slot.id));
            opportunities_made.push(opportunity);
        }
        assert_eq!((volunteers.len(), slots.len()), (VOLUNTEERS, SLOTS));
        Self {
            world,
            actor: None,
            clock: now(),
            coordinators,
            volunteers,
            opportunities: opportunities_made,
            slots,
        }
    }

    /// Tries a step.
    pub async fn take(&mut self, step: Step) -> Result<()> {
        match step {
            Step::Claim { who, slot } => {
                let cx = self.volunteer(who);
                claims::claim(&cx, self.slots[slot]).await.map(|_| ())
            }
            Step::Queue { who, slot } => {
                let cx = self.volunteer(who);
                let form = ClaimForm { queue: "on".into(), ..ClaimForm::default() };
                claims::claim_as(&cx, self.slots[slot], &form).await.map(|_| ())
            }
            Step::Seek { who, slot } => {
                let claim = self.claim(who, slot).await?;
                let cx = self.volunteer(who);
                let form = StandInForm { everyone: "on".into(), ..StandInForm::default() };
                stand_in::ask(&cx, claim, &form).await
            }
            Step::StopSeeking { who, slot } => {
                let claim = self.claim(who, slot).await?;
                let cx = self.volunteer(who);
                stand_in::take_back(&cx, claim).await
            }
            Step::Keep { who, slot } => {
                let claim = self.claim(who, slot).await?;
                let cx = self.volunteer(who);
                stepping_back::still_suits(&cx, claim).await
            }
            Step::ToQueue { by, who, slot } => {
                let claim = self.claim(who, slot).await?;
                let cx = self.coordinator(by);
                waitlist::queue(&cx, claim, "brak miejsc").await
            }
            Step::ToTop { by, who, slot } => {
                let claim = self.claim(who, slot).await?;
                let cx = self.coordinator(by);
                let form = TurnForm { to: "top".into(), reason: "mieszka obok".into() };
                waitlist::reorder(&cx, claim, &form).await
            }
            Step::Withdraw { who, slot } => {
                let claim = self.claim(who, slot).await?;
                let cx = self.volunteer(who);
                claims::withdraw(&cx, claim).await
            }
            Step::Approve { by, who, slot } => {
                let claim = self.claim(who, slot).await?;
                let cx = self.coordinator(by);
                claims::approve(&cx, claim).await.map(|_| ())
            }
            Step::Refuse { by, who, slot } => {
                let claim = self.claim(who, slot).await?;
                let cx = self.coordinator(by);
                claims::refuse(&cx, claim, "").await.map(|_| ())
            }
            Step::Undo { by, who, slot } => {
                let claim = self.claim(who, slot).await?;
                let cx = self.coordinator(by);
                claims::undo(&cx, claim).await.map(|_| ())
            }
            Step::Ask { by, who, slot } => {
                let cx = self.coordinator(by);
                pairs::offer(&cx, self.slots[slot], self.volunteers[who]).await.map(|_| ())
            }
            Step::TakeBack { by, who, slot } => {
                let offer = self.offer(who, slot).await?;
                let cx = self.coordinator(by);
                pairs::take_back(&cx, offer).await
            }
            Step::Answer { who, slot, yes } => {
                let offer = self.offer(who, slot).await?;
                let cx = self.volunteer(who);
                offers::answer(&cx, offer, "", yes).await.map(|_| ())
            }
            Step::CancelDate { by, slot, scope } => {
                let cx = self.coordinator(by);
                cancel_dates(&cx, self.slots[slot], SCOPES[scope], "").await.map(|_| ())
            }
            Step::MoveDate { by, slot, scope, day, hour } => {
                let change = ChangeForm { scope: SCOPES[scope].into(), ..ChangeForm::default() };
                let cx = self.coordinator(by);
                let (starts, ends) = (format!("{hour:02}:00"), format!("{:02}:00", hour + 2));
                change_dates(&cx, self.slots[slot], &slots_form((1, 2), day, &starts, &ends), &change, "")
                    .await
                    .map(|_| ())
            }
            Step::AddDate { by, opportunity, day, hour } => {
                let cx = self.coordinator(by);
                let (starts, ends) = (format!("{hour:02}:30"), format!("{:02}:30", hour + 1));
                let form = slots_form((1, 2), day, &starts, &ends);
                dates::add(&cx, self.opportunities[opportunity], &form).await.map(|_| ())
            }
            Step::Wait { minutes } => {
                self.actor = None;
                self.clock = self.clock.plus_minutes(minutes);
                self.world = self.world.at(self.clock);
                backend::jobs::tidy(&self.world.node).await
            }
        }
    }

    fn volunteer(&mut self, who: usize) -> Cx {
        self.acting(self.volunteers[who], Role::Volunteer)
    }

    fn coordinator(&mut self, by: usize) -> Cx {
        self.acting(self.coordinators[by], Role::Coordinator)
    }

    fn acting(&mut self, person: PersonId, role: Role) -> Cx {
        self.actor = Some(person);
        self.world.acting(person, vec![Grant { role, organisation_id: None }])
    }

    /// A person's latest claim on a date.
    async fn claim(&self, who: usize, slot: usize) -> Result<ClaimId> {
        let mut tx = self.world.node.db.read().await?;
        let (slot, person) = (self.slots[slot], self.volunteers[who]);
        if let Some(claim) = claim_rows::live(&mut tx, slot, person).await? {
            return Ok(claim.id);
        }
        let found: Option<(ClaimId,)> = tx
            .query("SELECT id FROM claim WHERE slot_id = $1 AND person_id = $2 ORDER BY created_at DESC, id LIMIT 1")
            .bind(slot)
            .bind(person)
            .optional()
            .await?;
        found.map(|(id,)| id).ok_or_else(|| Problem::NotFound.into())
    }

    /// A person's open offer of a date.
    async fn offer(&self, who: usize, slot: usize) -> Result<domain::ids::OfferId> {
        let mut tx = self.world.node.db.read().await?;
        let found = offer_rows::of_slot(&mut tx, self.slots[slot]).await?;
        let open = |offer: &&offer_rows::OfferRow| {
            offer.person_id == self.volunteers[who] && offer.state == OfferState::Open
        };
        found.iter().find(open).map(|offer| offer.id).ok_or_else(|| Problem::NotFound.into())
    }
}
