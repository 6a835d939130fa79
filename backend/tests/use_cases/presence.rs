//! Checking in at a place: who, where, when, how often, and what it proves.

use crate::world::{World, change_dates, problem, slots_form};
use backend::context::Cx;
use backend::error::Result;
use backend::service::{claims, hosting, parties, presence, schedule};
use domain::actor::Role;
use domain::form::{ChangeForm, NamesForm, PartyForm};
use domain::ids::{ClaimId, OrganisationId, SlotId};
use domain::presence::{Tap, TapForm};
use domain::problem::Problem;
use domain::time::Instant;
use domain::view::HostPerson;
use jiff::civil::date;
use uuid::Uuid;

/// The second of December at a time of day.
fn at(hour: i8, minute: i8) -> Instant {
    Instant::from_civil(date(2026, 12, 2).at(hour, minute, 0, 0))
}

/// A date from 16 to 18 with a volunteer, and the place's key.
struct Day {
    world: World,
    ewa: Cx,
    host: Cx,
    slot: SlotId,
    claim: ClaimId,
    key: String,
}

async fn day(world: World) -> Day {
    let anna = world.coordinator("Anna").await;
    let slot = world.slot(&anna, "instant", (1, 3), 2, "16:00", "18:00").await;
    let ewa = world.volunteer("Ewa", |_| ()).await;
    claims::claim(&ewa, slot).await.expect("a place");
    let claim = world.claim_of(&ewa, slot).await;
    let host = world.person("Dorota", Role::FacilityManager, Some(world.organisation)).await;
    presence::prepare(&host, world.organisation).await.expect("a code");
    let key = key(&host, world.organisation).await;
    Day { world, ewa, host, slot, claim, key }
}

async fn key(host: &Cx, organisation: OrganisationId) -> String {
    let poster = presence::poster(host, organisation).await.expect("a poster");
    poster.address.rsplit('/').next().expect("a key").to_owned()
}

impl Day {
    fn form(&self, tap: Tap) -> TapForm {
        TapForm {
            place: self.key.clone(),
            claim_id: self.claim.to_string(),
            tap: tap.code().into(),
            ..TapForm::default()
        }
    }

    /// The same person or host at another moment.
    fn then(&self, who: &Cx, clock: Instant) -> Cx {
        Cx { node: self.world.at(clock).node, ..who.clone() }
    }

    async fn tap_at(&self, clock: Instant, form: &TapForm) -> Result<()> {
        presence::tap(&self.then(&self.ewa, clock), form).await
    }

    async fn number_at(&self, clock: Instant) -> String {
        presence::screen(&self.then(&self.host, clock), self.world.organisation)
            .await
            .expect("a screen")
            .number
    }

    /// How the host sees her.
    async fn seen(&self, clock: Instant) -> HostPerson {
        let view = hosting::overview(&self.then(&self.host, clock)).await.expect("a list");
        let mut slots = view.coming.into_iter().chain(view.to_confirm).chain(view.confirmed);
        let slot = slots.find(|slot| slot.id == self.slot).expect("the date");
        slot.people.into_iter().find(|person| person.claim_id == self.claim).expect("her")
    }
}

async fn coming_and_leaving_give_the_hours(world: World) {
    let day = day(world).await;
    let before = presence::show(&day.then(&day.ewa, at(15, 29)), &day.key).await.expect("a page");
    assert_eq!((before.place.as_deref(), before.dates[0].next), (Some("Świetlica nr 1"), None));
    day.tap_at(at(15, 55), &day.form(Tap::Arrived)).await.expect("here");
    let seen = day.seen(at(16, 0)).await;
    assert!(seen.presence.arrived.is_some_and(|said| !said.proven && !said.late && said.at == at(15, 55)));
    assert_eq!(seen.minutes, None, "the host has the last word");
    let here = presence::show(&day.then(&day.ewa, at(17, 30)), &day.key).await.expect("a page");
    assert_eq!(here.dates[0].next, Some(Tap::Left));
    day.tap_at(at(17, 31), &day.form(Tap::Left)).await.expect("left");
    assert_eq!(day.seen(at(18, 0)).await.proposed, Some(90));
    hosting::record(&day.then(&day.host, at(18, 5)), day.claim, Some(true), "").await.expect("confirmed");
    let schedule = schedule::mine(&day.then(&day.ewa, at(19, 0))).await.expect("a schedule");
    assert_eq!(schedule.past[0].minutes, Some(90), "what was proposed, unless the host types another");
}

async fn what_is_sent_twice_counts_once(world: World) {
    let day = day(world).await;
    let id = Uuid::from_u128(5).to_string();
    let form = TapForm { id, at: at(16, 1).unix().to_string(), ..day.form(Tap::Arrived) };
    day.tap_at(at(16, 1), &form).await.expect("here");
    day.tap_at(at(17, 0), &form).await.expect("the same answer");
    // Another phone of hers, and one without a script.
    for again in [TapForm { id: Uuid::from_u128(6).to_string(), ..form.clone() }, day.form(Tap::Arrived)] {
        day.tap_at(at(16, 30), &again).await.expect("the same answer");
    }
    assert_eq!(day.seen(at(17, 0)).await.presence.arrived.map(|said| said.at), Some(at(16, 1)));
    // The id of one thing is not that of another.
    let other = TapForm { tap: "left".into(), at: String::new(), ..form };
    assert_eq!(problem(day.tap_at(at(17, 0), &other).await), Problem::NotFound);
}

async fn only_the_number_of_that_minute_proves_it(world: World) {
    let day = day(world).await;
    let yesterday = day.number_at(at(16, 0).plus_days(-1)).await;
    let old = day.number_at(at(16, 0)).await;
    for wrong in [&yesterday, &old] {
        let form = TapForm { number: wrong.clone(), ..day.form(Tap::Arrived) };
        let refused = problem(day.tap_at(at(16, 5), &form).await);
        assert!(
            matches!(refused, Problem::Invalid(ref fields) if fields[0].field == "number"),
            "{refused:?}"
        );
    }
    // A forged time with the number of now proves nothing either.
    let now = day.number_at(at(17, 0)).await;
    let forged = TapForm { number: now, at: at(16, 0).unix().to_string(), ..day.form(Tap::Arrived) };
    day.tap_at(at(17, 0), &forged).await.expect("told later");
    let said = day.seen(at(17, 0)).await.presence.arrived.expect("told");
    assert!(!said.proven && said.late);
    // Seen without a network, told later.
    let seen = day.number_at(at(17, 59)).await;
    let told = TapForm { number: seen, at: at(18, 0).unix().to_string(), ..day.form(Tap::Left) };
    day.tap_at(at(21, 0), &told).await.expect("told later");
    let said = day.seen(at(21, 0)).await.presence.left.expect("told");
    assert!(said.proven && said.late && said.at == at(18, 0));
}

async fn a_poster_at_home_is_worth_nothing(world: World) {
    let day = day(world).await;
    let form = day.form(Tap::Arrived);
    for wrong in [at(15, 29), at(18, 1), at(16, 30).plus_days(1)] {
        assert_eq!(problem(day.tap_at(wrong, &form).await), Problem::TooLate, "{wrong}");
    }
    for forged in [at(16, 30).plus_minutes(3), at(16, 30).plus_days(-4)] {
        let form = TapForm { at: forged.unix().to_string(), ..form.clone() };
        assert!(matches!(problem(day.tap_at(at(16, 30), &form).await), Problem::Invalid(_)), "{forged}");
    }
    let leaving = day.form(Tap::Left);
    assert_eq!(problem(day.tap_at(at(17, 0), &leaving).await), Problem::TooLate, "not before coming");
    let wrong = TapForm { place: "nie-ma".into(), ..form.clone() };
    assert_eq!(problem(day.tap_at(at(16, 30), &wrong).await), Problem::NotFound);
    // Renewed: the old poster is worth nothing.
    presence::prepare(&day.host, day.world.organisation).await.expect("another code");
    assert_eq!(problem(day.tap_at(at(16, 30), &form).await), Problem::NotFound);
    assert_eq!(problem(presence::show(&day.ewa, &day.key).await), Problem::NotFound);
}

async fn others_claims_and_places_are_as_if_they_were_not(world: World) {
    let day = day(world).await;
    let jan = day.world.volunteer("Jan", |_| ()).await;
    let theirs = presence::tap(&day.then(&jan, at(16, 30)), &day.form(Tap::Arrived)).await;
    assert_eq!(problem(theirs), Problem::NotFound);
    let anna = day.world.coordinator("Ola").await;
    presence::prepare(&anna, day.world.elsewhere).await.expect("a code");
    let elsewhere = TapForm { place: key(&anna, day.world.elsewhere).await, ..day.form(Tap::Arrived) };
    assert_eq!(
        problem(day.tap_at(at(16, 30), &elsewhere).await),
        Problem::NotFound,
        "the poster of another place"
    );
    for outcome in [
        presence::poster(&day.host, day.world.elsewhere).await.map(|_| ()),
        presence::screen(&day.host, day.world.elsewhere).await.map(|_| ()),
        presence::prepare(&day.host, day.world.elsewhere).await,
    ] {
        assert_eq!(problem(outcome), Problem::NotFound);
    }
    let own = presence::places(&day.host).await.expect("places");
    assert_eq!(
        own.iter().map(|place| (place.id, place.ready)).collect::<Vec<_>>(),
        [(day.world.organisation, true)]
    );
    // A claim that only waits gives nothing to say.
    let slot = day.world.slot(&anna, "approval", (1, 3), 2, "16:00", "18:00").await;
    claims::claim(&jan, slot).await.expect("asked");
    let asked =
        TapForm { claim_id: day.world.claim_of(&jan, slot).await.to_string(), ..day.form(Tap::Arrived) };
    assert_eq!(problem(presence::tap(&day.then(&jan, at(16, 30)), &asked).await), Problem::TooLate);
}

async fn somebody_who_tries_and_tries_is_stopped(world: World) {
    let day = day(world).await;
    let form = TapForm { number: "000000".into(), ..day.form(Tap::Arrived) };
    let mut outcomes = Vec::new();
    for _ in 0..61 {
        outcomes.push(problem(day.tap_at(at(16, 30), &form).await));
    }
    assert!(matches!(outcomes[0], Problem::Invalid(_)));
    assert!(matches!(outcomes[60], Problem::TooMany { .. }), "{:?}", outcomes[60]);
    for _ in 0..60 {
        assert_eq!(problem(presence::show(&day.ewa, "nie-ma").await), Problem::NotFound);
    }
    assert!(matches!(problem(presence::show(&day.ewa, "nie-ma").await), Problem::TooMany { .. }));
}

async fn the_coming_week_is_for_phones_without_a_network(world: World) {
    let day = day(world).await;
    let seen = presence::show(&day.then(&day.ewa, at(10, 0).plus_days(-6)), "").await.expect("a page");
    assert_eq!((seen.place, seen.dates.len(), seen.dates[0].claim_id), (None, 1, day.claim));
    let early = presence::show(&day.then(&day.ewa, at(10, 0).plus_days(-8)), "").await.expect("a page");
    assert!(early.dates.is_empty());
}

async fn a_moved_date_forgets_who_was_early(world: World) {
    let day = day(world).await;
    day.tap_at(at(15, 40), &day.form(Tap::Arrived)).await.expect("early");
    let anna = day.world.coordinator("Ola").await;
    let form = slots_form((1, 3), 3, "16:00", "18:00");
    change_dates(&day.then(&anna, at(15, 45)), day.slot, &form, &ChangeForm::default(), "")
        .await
        .expect("moved");
    let there = at(16, 10).plus_days(1);
    let view = presence::show(&day.then(&day.ewa, there), &day.key).await.expect("a page");
    assert_eq!((view.dates[0].presence.arrived, view.dates[0].next), (None, Some(Tap::Arrived)));
    day.tap_at(there, &day.form(Tap::Arrived)).await.expect("here");
    assert_eq!(day.seen(there).await.presence.arrived.map(|said| said.at), Some(there));
}

async fn who_brings_a_group_says_it_for_themselves(world: World) {
    let day = day(world).await;
    let anna = day.world.coordinator("Ola").await;
    let slot = day.world.slot(&anna, "instant", (1, 4), 2, "16:00", "18:00").await;
    let teacher = day.world.volunteer("Zosia", |_| ()).await;
    let class = PartyForm {
        kind: "school".into(),
        name: "klasa 2b".into(),
        places: "3".into(),
        ..PartyForm::default()
    };
    let claim = parties::claim(&teacher, slot, &class).await.expect("a group");
    claims::approve(&anna, claim).await.expect("approved");
    let list = NamesForm { paste: "Ala Nowak 12.03.2008\nIga Lis 5.6.2008".into(), ..NamesForm::default() };
    parties::save_names(&teacher, claim, &list).await.expect("names");
    let there = day.then(&teacher, at(16, 5));
    let view = presence::show(&there, &day.key).await.expect("a page");
    assert_eq!(view.dates[0].group.as_deref(), Some("klasa 2b"));
    let form = TapForm { claim_id: claim.to_string(), ..day.form(Tap::Arrived) };
    presence::tap(&there, &form).await.expect("here");
    let host = day.then(&day.host, at(16, 10));
    let view = hosting::overview(&host).await.expect("a list");
    let mut people = view.coming.into_iter().chain(view.to_confirm).flat_map(|slot| slot.people);
    let group = people.find(|person| person.claim_id == claim).expect("the group");
    assert!(group.presence.arrived.is_some());
    assert_eq!(
        group.guests.iter().map(|guest| guest.came).collect::<Vec<_>>(),
        [None, None],
        "the host says"
    );
}

on_both_engines! {
    a_moved_date_forgets_who_was_early
    who_brings_a_group_says_it_for_themselves
    coming_and_leaving_give_the_hours
    what_is_sent_twice_counts_once
    only_the_number_of_that_minute_proves_it
    a_poster_at_home_is_worth_nothing
    others_claims_and_places_are_as_if_they_were_not
    somebody_who_tries_and_tries_is_stopped
    the_coming_week_is_for_phones_without_a_network
}
