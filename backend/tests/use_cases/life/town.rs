//! A small town, and its people doing what they try.

use super::presence::{poster, say, with_a_place};
use super::step::{Act, Decision, NAMES, SCOPES, SLOTS, Step};
use crate::world::{World, cancel_dates, change_dates, now, role_places, slots_form};
use backend::context::Cx;
use backend::db::Engine;
use backend::error::Result;
use backend::service::{
    approval, claims, dates, handing_over, hosting, invitations, lookout, offers, opportunities, pairs,
    parties, qualifications, stand_in, standing, stepping_back, waitlist, watching, windows,
};
use backend::store::{
    approval as rules, claims as claim_rows, offers as offer_rows, parties as party_rows, slots as slot_rows,
    standing as places, watches,
};
use domain::actor::{Grant, Role};
use domain::form::{
    ChangeForm, ClaimForm, DatesForm, InviteForm, NamesForm, OpportunityForm, PartyForm, QualificationForm,
    ResizeForm, RoleForm, RuleForm, SlotsForm, StandInForm, StandingForm, StintForm, SwapForm, TurnForm,
    WindowForm,
};
use domain::ids::{ClaimId, OfferId, OpportunityId, PersonId, RoleId, SeriesId, SlotId};
use domain::offer::OfferState;
use domain::problem::Problem;
use std::collections::BTreeMap;

/// The first ones are a series, and have roles.
const WEEKLY: usize = 3;

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
    /// The key of the poster.
    place: String,
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

/// Three hours of work in the first half of December.
async fn task(world: &World, cx: &Cx) -> SlotId {
    let opportunity = world.opportunity(cx, "instant").await;
    let form = WindowForm {
        first: "2026-12-01".into(),
        last: "2026-12-14".into(),
        hours: "3".into(),
        min_places: "1".into(),
        max_places: "2".into(),
        ..WindowForm::default()
    };
    let slot = windows::add(cx, opportunity, &form).await.unwrap();
    opportunities::publish(cx, opportunity).await.unwrap();
    slot
}

impl Town {
    /// Two coordinators, some volunteers, of whom half may drive, an opportunity of each rule with a few dates that partly
    /// overlap; the first with roles: who drives needs a licence; and a task without an hour. On the evening `days` after the first one.
    pub async fn new(engine: Engine, days: i64) -> Self {
        let world = World::new(engine).await;
        let id = |cx: &Cx| cx.actor.person_id().unwrap();
        let anna = world.coordinator("Anna").await;
        let coordinators = vec![id(&anna), id(&world.coordinator("Marek").await)];
        let mut volunteers = Vec::new();
        for name in NAMES {
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
        let (mut roles, mut opportunities_made, mut slots) = (Vec::new(), Vec::new(), Vec::new());
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
        slots.push(task(&world, &anna).await);
        assert_eq!((volunteers.len(), slots.len()), (NAMES.len(), SLOTS));
        if days > 0 {
            world.decide_swaps().await;
        }
        let place = poster(&anna, world.organisation).await;
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
            place,
        }
    }

    /// Tries a step.
    pub async fn take(&mut self, step: Step) -> Result<()> {
        match step {
            Step::Volunteer { who, act: Act::Say { tap, minutes }, .. } => {
                let (claim, person, starts_at) = with_a_place(&self.world, (-72, 1), who).await?;
                let cx = self.acting(person, Role::Volunteer);
                say(&cx, &self.place, claim, (tap, starts_at.plus_minutes(minutes))).await
            }
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
            Step::Rule { by, on } => self.rule(by, on).await,
            Step::Wait { minutes } => self.wait(minutes).await,
            Step::WaitFor { who, minutes } => {
                let (.., starts_at) = with_a_place(&self.world, (0, 2 * 24), who).await?;
                let ahead = starts_at.minutes_since(self.clock) + minutes;
                if ahead > 0 { self.wait(ahead).await } else { Err(Problem::TooLate.into()) }
            }
        }
    }

    async fn wait(&mut self, minutes: i64) -> Result<()> {
        self.actor = None;
        self.clock = self.clock.plus_minutes(minutes);
        self.world = self.world.at(self.clock);
        backend::jobs::tidy(&self.world.node).await
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
                offers::answer(&cx, self.offer(who, slot, OfferState::Open).await?, "", yes).await.map(|_| ())
            }
            Act::ClaimDates => {
                let slots = self.slots[slot..].iter().map(ToString::to_string).collect();
                let form = DatesForm { slots, role: form.role };
                standing::claim_dates(&cx, &form).await.map(|_| ())
            }
            Act::SeekNamed { .. } | Act::Swap { .. } => self.seek(&cx, (who, slot), act).await,
            Act::WatchKind { .. } | Act::Note { .. } | Act::Finish => {
                self.beside(&cx, (who, slot), act).await
            }
            with_others => self.together(&cx, (who, slot), with_others).await,
        }
    }

    /// Asks somebody in particular.
    async fn seek(&self, cx: &Cx, (who, slot): (usize, usize), act: Act) -> Result<()> {
        let claim = self.claim(who, slot).await?;
        match act {
            Act::Swap { whom, other } => {
                let with = self.claim(whom, other).await?.to_string();
                stand_in::swap(cx, claim, &SwapForm { with }).await
            }
            Act::SeekNamed { whom } => {
                let email = format!("{}@example.org", NAMES[whom].to_lowercase());
                stand_in::ask(cx, claim, &StandInForm { email, ..StandInForm::default() }).await
            }
            other => unreachable!("{other:?} asks nobody in particular"),
        }
    }

    /// What people do who wish to hear of a kind of help, or work without an hour.
    async fn beside(&self, cx: &Cx, (who, slot): (usize, usize), act: Act) -> Result<()> {
        match act {
            Act::WatchKind { on: true } => lookout::watch(cx, "kind:office_work").await,
            Act::WatchKind { .. } => {
                let mut tx = self.world.node.db.read().await?;
                let mine = watches::of(&mut tx, self.volunteers[who]).await?;
                drop(tx);
                let whole = mine.iter().find(|watch| watch.kind_code.is_some());
                lookout::end(cx, whole.ok_or(Problem::NotFound)?.id).await
            }
            Act::Note { day } => {
                let form =
                    StintForm { day: format!("2026-12-{day:02}"), hours: "1".into(), ..StintForm::default() };
                windows::note(cx, self.claim(who, slot).await?, &form).await.map(|_| ())
            }
            _ => windows::finish(cx, self.claim(who, slot).await?, true).await,
        }
    }

    /// A coordinator's rule.
    async fn rule(&mut self, by: usize, on: bool) -> Result<()> {
        let cx = self.coordinator(by);
        if on {
            let form = RuleForm {
                name: "Z wyprzedzeniem".into(),
                effect: "approve".into(),
                ahead: "more".into(),
                days: "2".into(),
                ..RuleForm::default()
            };
            return approval::add(&cx, &form).await.map(|_| ());
        }
        let mut tx = self.world.node.db.read().await?;
        let rule = rules::rules(&mut tx).await?.first().map(|rule| rule.id);
        drop(tx);
        approval::end(&cx, rule.ok_or(Problem::NotFound)?).await
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
            Decision::Turn { to } => {
                let form = TurnForm { to: to.code().into(), reason: "mieszka obok".into() };
                waitlist::reorder(&cx, self.claim(who, slot).await?, &form).await
            }
            Decision::Allow { yes } => {
                let offer = self.offer(who, slot, OfferState::Agreed).await?;
                if yes {
                    handing_over::allow(&cx, offer).await
                } else {
                    handing_over::refuse(&cx, offer).await
                }
            }
            Decision::Guest { came } => {
                let claim = self.claim(who, slot).await?;
                let mut tx = self.world.node.db.read().await?;
                let guest = party_rows::guests(&mut tx, claim).await?.first().map(|guest| guest.id);
                drop(tx);
                parties::record_guest(&cx, guest.ok_or(Problem::NotFound)?, came).await
            }
            Decision::Approve => claims::approve(&cx, self.claim(who, slot).await?).await.map(|_| ()),
            Decision::Refuse => claims::refuse(&cx, self.claim(who, slot).await?, "").await.map(|_| ()),
            Decision::Undo => claims::undo(&cx, self.claim(who, slot).await?).await.map(|_| ()),
            Decision::Ask => pairs::offer(&cx, self.slots[slot], self.role(slot, role), self.volunteers[who])
                .await
                .map(|_| ()),
            Decision::Presence { came } => hosting::record(&cx, self.claim(who, slot).await?, came, "").await,
            Decision::TakeBack => pairs::take_back(&cx, self.offer(who, slot, OfferState::Open).await?).await,
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

    /// What a person is asked about a date.
    async fn offer(&self, who: usize, slot: usize, state: OfferState) -> Result<OfferId> {
        let mut tx = self.world.node.db.read().await?;
        let found = offer_rows::of_slot(&mut tx, self.slots[slot]).await?;
        let open =
            |offer: &&offer_rows::OfferRow| offer.person_id == self.volunteers[who] && offer.state == state;
        found.iter().find(open).map(|offer| offer.id).ok_or_else(|| Problem::NotFound.into())
    }
}
