//! A small town, and what its people do.

use crate::world::{World, cancel_dates, change_dates, now, role_places, slots_form};
use backend::context::Cx;
use backend::db::Engine;
use backend::error::Result;
use backend::service::{
    claims, dates, hosting, invitations, offers, opportunities, pairs, parties, qualifications, stand_in,
    standing, stepping_back, waitlist, watching,
};
use backend::store::{claims as claim_rows, offers as offer_rows, slots as slot_rows, standing as places};
use domain::actor::{Grant, Role};
use domain::form::{
    ChangeForm, ClaimForm, InviteForm, NamesForm, OpportunityForm, PartyForm, QualificationForm, ResizeForm,
    RoleForm, SlotsForm, StandInForm, StandingForm, TurnForm,
};
use domain::ids::{ClaimId, OpportunityId, PersonId, RoleId, SeriesId, SlotId};
use domain::offer::OfferState;
use domain::problem::Problem;
use rand::Rng;
use rand::rngs::StdRng;
use std::collections::BTreeMap;

const VOLUNTEERS: usize = 6;
const SLOTS: usize = 6;
/// The first ones are a series, and have roles.
const WEEKLY: usize = 3;
const SCOPES: [&str; 3] = ["this", "following", "all"];

/// Something that somebody tries. Numbers choose the person and the date; what does not fit is refused.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    Volunteer { who: usize, slot: usize, role: usize, act: Act },
    Coordinator { by: usize, who: usize, slot: usize, role: usize, decision: Decision },
    CancelDate { by: usize, slot: usize, scope: usize },
    MoveDate { by: usize, slot: usize, scope: usize, day: u8, hour: u8, room: [u8; 2] },
    AddDate { by: usize, opportunity: usize, day: u8, hour: u8 },
    CancelOpportunity { by: usize, opportunity: usize },
    Wait { minutes: i64 },
}

/// What volunteers do.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    Claim,
    Queue,
    Withdraw,
    Seek,
    StopSeeking,
    Keep,
    TakeStanding,
    EndStanding,
    Watch { on: bool },
    Answer { yes: bool },
    ClaimWithFriend,
    Invite,
    Uninvite,
    Join { inviter: usize, yes: bool },
    Group { places: i64, queue: bool },
    Name { count: usize },
    Resize { places: i64 },
}

/// What coordinators do with one person and date.
#[derive(Clone, Copy, Debug)]
pub enum Decision {
    ToQueue,
    ToTop,
    Approve,
    Refuse,
    Undo,
    Ask,
    TakeBack,
    Presence { came: Option<bool> },
}

impl Step {
    pub fn random(dice: &mut StdRng) -> Self {
        let (by, who, slot) =
            (dice.random_range(0..2), dice.random_range(0..VOLUNTEERS), dice.random_range(0..SLOTS));
        let (day, hour) = (dice.random_range(1..5), dice.random_range(8..19));
        let scope = dice.random_range(0..SCOPES.len());
        let role = dice.random_range(0..2);
        let room = [dice.random_range(0..3), dice.random_range(0..3)];
        let act = |act| Self::Volunteer { who, slot, role, act };
        let decide = |decision| Self::Coordinator { by, who, slot, role, decision };
        let friend = dice.random_range(0..VOLUNTEERS);
        match dice.random_range(0..130) {
            100..106 => act(Act::ClaimWithFriend),
            106..111 => act(Act::Invite),
            111..113 => act(Act::Uninvite),
            113..120 => act(Act::Join { inviter: friend, yes: dice.random_bool(0.8) }),
            120..125 => act(Act::Group { places: dice.random_range(2..4), queue: dice.random_bool(0.5) }),
            125..127 => act(Act::Name { count: dice.random_range(0..4) }),
            127..130 => act(Act::Resize { places: dice.random_range(2..4) }),
            0..17 => act(Act::Claim),
            17..20 => act(Act::TakeStanding),
            20..22 => act(Act::EndStanding),
            22..24 => act(Act::Watch { on: dice.random_bool(0.8) }),
            24..30 => act(Act::Queue),
            30..37 => act(Act::Withdraw),
            37..42 => act(Act::Seek),
            42..43 => act(Act::StopSeeking),
            43..45 => act(Act::Keep),
            45..59 => act(Act::Answer { yes: dice.random_bool(0.7) }),
            59..61 => decide(Decision::ToQueue),
            61..62 => decide(Decision::ToTop),
            62..70 => decide(Decision::Approve),
            70..73 => decide(Decision::Refuse),
            73..76 => decide(Decision::Undo),
            76..83 => decide(Decision::Ask),
            83..85 => decide(Decision::TakeBack),
            85..87 => Self::CancelDate { by, slot, scope },
            87..91 => Self::MoveDate { by, slot, scope, day, hour, room },
            91..93 => Self::AddDate { by, opportunity: dice.random_range(0..2), day, hour },
            93 if dice.random_bool(0.2) => {
                Self::CancelOpportunity { by, opportunity: dice.random_range(0..2) }
            }
            93..95 => {
                decide(Decision::Presence { came: [Some(true), Some(false), None][dice.random_range(0..3)] })
            }
            95 => Self::Wait { minutes: dice.random_range(600..4_000) },
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
    /// Keys of the latest invitations, by inviter and date.
    keys: BTreeMap<(usize, usize), String>,
    /// The roles of the first opportunity, whose dates are the first [`WEEKLY`].
    roles: Vec<RoleId>,
}

/// Somebody who drives, with a licence, and somebody who packs.
async fn give_roles(cx: &Cx, opportunity: OpportunityId) -> Vec<RoleId> {
    let form = opportunities::editor(cx, Some(opportunity)).await.unwrap().form;
    let role = |name: &str, requires: &[&str]| RoleForm {
        name: name.into(),
        requires: requires.iter().map(|code| (*code).into()).collect(),
        ..RoleForm::default()
    };
    let roles = vec![role("kierowca", &["driving-b"]), role("pakowanie", &[])];
    opportunities::update(cx, opportunity, &OpportunityForm { roles, ..form }).await.unwrap();
    let view = opportunities::editor(cx, Some(opportunity)).await.unwrap();
    view.roles.iter().map(|role| role.id).collect()
}

/// So many of each role at most.
fn in_roles(form: SlotsForm, roles: &[RoleId], most: [u8; 2]) -> SlotsForm {
    let places = roles.iter().zip(most).map(|(role, most)| role_places(*role, (most.min(1), most)));
    SlotsForm { roles: places.collect(), ..form }
}

impl Town {
    /// Two coordinators, some volunteers, of whom half may drive, an opportunity of each rule with a few dates that partly
    /// overlap; the first with roles: who drives needs a licence. On the evening `days` after the first one.
    pub async fn new(engine: Engine, days: i64) -> Self {
        let world = World::new(engine).await;
        let id = |cx: &Cx| cx.actor.person_id().unwrap();
        let anna = world.coordinator("Anna").await;
        let coordinators = vec![id(&anna), id(&world.coordinator("Marek").await)];
        let mut volunteers = Vec::new();
        for name in ["Basia", "Czarek", "Dorota", "Edek", "Franka", "Grzegorz"] {
            volunteers.push(id(&world.volunteer(name, |_| {}).await));
        }
        for person in volunteers.iter().step_by(2) {
            let form = QualificationForm {
                code: "driving-b".into(),
                from: "2026-01-01".into(),
                until: "2026-12-10".into(),
            };
            qualifications::record(&anna, *person, &form).await.unwrap();
        }
        let mut roles = Vec::new();
        let mut opportunities_made = Vec::new();
        let mut slots = Vec::new();
        let single = |day, starts, ends| slots_form((1, 3), day, starts, ends);
        let weekly = SlotsForm {
            pattern: "weekly".into(),
            repeat_until: "2026-12-15".into(),
            ..single(1, "10:00", "12:00")
        };
        let approved = [(1, "11:00", "13:00"), (2, "16:00", "18:00"), (8, "11:00", "13:00")];
        let approved = approved.map(|(day, starts, ends)| single(day, starts, ends));
        for (rule, forms) in [("instant", vec![weekly]), ("approval", approved.to_vec())] {
            let opportunity = world.opportunity(&anna, rule).await;
            if rule == "instant" {
                roles = give_roles(&anna, opportunity).await;
            }
            for form in forms {
                let form = if rule == "instant" { in_roles(form, &roles, [1, 1]) } else { form };
                dates::add(&anna, opportunity, &form).await.unwrap();
            }
            opportunities::publish(&anna, opportunity).await.unwrap();
            let view = opportunities::editor(&anna, Some(opportunity)).await.unwrap();
            slots.extend(view.slots.iter().map(|slot| slot.id));
            opportunities_made.push(opportunity);
        }
        assert_eq!((volunteers.len(), slots.len()), (VOLUNTEERS, SLOTS));
        let clock = now().plus_days(days).plus_minutes(8 * 60);
        Self {
            world: world.at(clock),
            actor: None,
            clock,
            coordinators,
            volunteers,
            opportunities: opportunities_made,
            slots,
            keys: BTreeMap::new(),
            roles,
        }
    }

    /// Tries a step.
    pub async fn take(&mut self, step: Step) -> Result<()> {
        match step {
            Step::Volunteer { who, slot, role, act } => self.act(who, (slot, role), act).await,
            Step::Coordinator { by, who, slot, role, decision } => {
                self.decide(by, (who, slot, role), decision).await
            }
            Step::CancelDate { by, slot, scope } => {
                let cx = self.coordinator(by);
                cancel_dates(&cx, self.slots[slot], SCOPES[scope], "").await.map(|_| ())
            }
            Step::MoveDate { by, slot, scope, day, hour, room } => {
                let cx = self.coordinator(by);
                let change = ChangeForm { scope: SCOPES[scope].into(), ..ChangeForm::default() };
                let (starts, ends) = (format!("{hour:02}:00"), format!("{:02}:00", hour + 2));
                let form = slots_form((1, 3), day, &starts, &ends);
                let form = if slot < WEEKLY { in_roles(form, &self.roles, room) } else { form };
                change_dates(&cx, self.slots[slot], &form, &change, "").await.map(|_| ())
            }
            Step::AddDate { by, opportunity, day, hour } => {
                let cx = self.coordinator(by);
                let (starts, ends) = (format!("{hour:02}:30"), format!("{:02}:30", hour + 1));
                let form = slots_form((1, 3), day, &starts, &ends);
                let form = if opportunity == 0 { in_roles(form, &self.roles, [1, 2]) } else { form };
                dates::add(&cx, self.opportunities[opportunity], &form).await.map(|_| ())
            }
            Step::CancelOpportunity { by, opportunity } => {
                let cx = self.coordinator(by);
                opportunities::cancel(&cx, self.opportunities[opportunity], "").await.map(|_| ())
            }
            Step::Wait { minutes } => {
                self.actor = None;
                self.clock = self.clock.plus_minutes(minutes);
                self.world = self.world.at(self.clock);
                backend::jobs::tidy(&self.world.node).await
            }
        }
    }

    async fn act(&mut self, who: usize, (slot, role): (usize, usize), act: Act) -> Result<()> {
        let cx = self.volunteer(who);
        let date = self.slots[slot];
        // Who has no licence stands where none is needed.
        let standing = self.roles[if who.is_multiple_of(2) { role } else { 1 }].to_string();
        let standing = StandingForm { role: standing, ..StandingForm::default() };
        let role = self.role(slot, role).map(|role| role.to_string()).unwrap_or_default();
        let form = ClaimForm { role, ..ClaimForm::default() };
        match act {
            Act::Claim => claims::claim_as(&cx, date, &form).await.map(|_| ()),
            Act::Queue => {
                let form = ClaimForm { queue: "on".into(), ..form };
                claims::claim_as(&cx, date, &form).await.map(|_| ())
            }
            Act::Withdraw => claims::withdraw(&cx, self.claim(who, slot).await?).await,
            Act::Seek => {
                let form = StandInForm { everyone: "on".into(), ..StandInForm::default() };
                stand_in::ask(&cx, self.claim(who, slot).await?, &form).await
            }
            Act::StopSeeking => stand_in::take_back(&cx, self.claim(who, slot).await?).await,
            Act::Keep => stepping_back::still_suits(&cx, self.claim(who, slot).await?).await,
            Act::TakeStanding => {
                let series = self.series(slot % WEEKLY).await?;
                standing::take(&cx, series, &standing).await.map(|_| ())
            }
            Act::EndStanding => {
                let series = self.series(slot % WEEKLY).await?;
                let mut tx = self.world.node.db.read().await?;
                let mine = places::of_person(&mut tx, self.volunteers[who]).await?;
                let place = mine.iter().find(|place| place.series_id == series).ok_or(Problem::NotFound)?.id;
                drop(tx);
                standing::end(&cx, place, "").await.map(|_| ())
            }
            Act::Watch { on } => watching::slot(&cx, date, on).await,
            Act::Answer { yes } => {
                offers::answer(&cx, self.offer(who, slot).await?, "", yes).await.map(|_| ())
            }
            with_others => self.together(&cx, (who, slot), with_others).await,
        }
    }

    /// What people do who do not come alone.
    async fn together(&mut self, cx: &Cx, (who, slot): (usize, usize), act: Act) -> Result<()> {
        let date = self.slots[slot];
        let places_form = |places: i64| ResizeForm { places: places.to_string() };
        match act {
            Act::ClaimWithFriend => {
                let form = ClaimForm { friend: "on".into(), ..ClaimForm::default() };
                let (_, key) = claims::claim_inviting(cx, date, &form).await?;
                self.keys.insert((who, slot), key.unwrap());
                Ok(())
            }
            Act::Invite => {
                let claim = self.claim(who, slot).await?;
                let key = invitations::invite(cx, claim, &InviteForm::default()).await?;
                self.keys.insert((who, slot), key);
                Ok(())
            }
            Act::Uninvite => invitations::take_back(cx, self.claim(who, slot).await?).await,
            Act::Join { inviter, yes } => {
                let key = self.keys.get(&(inviter, slot)).cloned().unwrap_or_default();
                invitations::answer(cx, &key, yes).await.map(|_| ())
            }
            Act::Group { places, queue } => {
                let form = PartyForm {
                    kind: "company".into(),
                    name: "Firma".into(),
                    places: places.to_string(),
                    queue: if queue { "on".into() } else { String::new() },
                    ..PartyForm::default()
                };
                parties::claim(cx, date, &form).await.map(|_| ())
            }
            Act::Name { count } => {
                let paste = vec!["Jan Kos 1990-01-01"; count].join("\n");
                let form = NamesForm { paste, ..NamesForm::default() };
                parties::save_names(cx, self.claim(who, slot).await?, &form).await
            }
            Act::Resize { places } => {
                parties::resize(cx, self.claim(who, slot).await?, &places_form(places)).await
            }
            alone => unreachable!("{alone:?} is done alone"),
        }
    }

    async fn decide(
        &mut self,
        by: usize,
        (who, slot, role): (usize, usize, usize),
        decision: Decision,
    ) -> Result<()> {
        let cx = self.coordinator(by);
        match decision {
            Decision::ToQueue => waitlist::queue(&cx, self.claim(who, slot).await?, "brak miejsc").await,
            Decision::ToTop => {
                let form = TurnForm { to: "top".into(), reason: "mieszka obok".into() };
                waitlist::reorder(&cx, self.claim(who, slot).await?, &form).await
            }
            Decision::Approve => claims::approve(&cx, self.claim(who, slot).await?).await.map(|_| ()),
            Decision::Refuse => claims::refuse(&cx, self.claim(who, slot).await?, "").await.map(|_| ()),
            Decision::Undo => claims::undo(&cx, self.claim(who, slot).await?).await.map(|_| ()),
            Decision::Ask => pairs::offer(&cx, self.slots[slot], self.role(slot, role), self.volunteers[who])
                .await
                .map(|_| ()),
            Decision::Presence { came } => hosting::record(&cx, self.claim(who, slot).await?, came, "").await,
            Decision::TakeBack => pairs::take_back(&cx, self.offer(who, slot).await?).await,
        }
    }

    /// One of the roles of a date, if it has roles.
    fn role(&self, slot: usize, role: usize) -> Option<RoleId> {
        (slot < WEEKLY).then(|| self.roles[role])
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

    /// The series of a date.
    async fn series(&self, slot: usize) -> Result<SeriesId> {
        let mut tx = self.world.node.db.read().await?;
        let found = slot_rows::find(&mut tx, self.slots[slot]).await?;
        found.and_then(|slot| slot.series_id).ok_or_else(|| Problem::NotFound.into())
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
