//! Calendars of others over the life of dates: whatever becomes of them, they keep their names, grow, and hide what is
//! nobody's to know. On both engines.

use crate::world::{self, World, cancel_dates, change_dates};
use backend::context::Cx;
use backend::service::{claims, dates, feeds, opportunities};
use backend::store::feeds::FeedFilter;
use domain::form::{SlotsForm, WindowForm};
use domain::ids::{OpportunityId, SlotId};
use std::collections::BTreeMap;

on_both_engines! {
    a_series_keeps_its_names_and_grows
    a_task_without_an_hour_is_whole_days
    what_is_not_published_is_nowhere
    a_person_reads_only_what_is_theirs
}

/// The lines of each event by its name, unfolded.
fn events(text: &str) -> BTreeMap<String, Vec<String>> {
    let text = text.replace("\r\n ", "");
    let events = text.split("BEGIN:VEVENT\r\n").skip(1).map(|event| {
        let lines: Vec<String> = event.lines().map(str::to_owned).collect();
        let uid = lines.iter().find_map(|line| line.strip_prefix("UID:")).expect("a name");
        (uid.to_owned(), lines)
    });
    events.collect()
}

/// Everything that the public calendar says now.
async fn public(world: &World) -> BTreeMap<String, Vec<String>> {
    let visitor = world.at(world::now()).visitor();
    events(&feeds::public(&visitor, FeedFilter::default()).await.expect("a calendar").text)
}

async fn own(world: &World, cx: &Cx) -> BTreeMap<String, Vec<String>> {
    let secret = feeds::reset_link(cx).await.expect("an address");
    events(&feeds::own(&world.visitor(), secret.as_str()).await.expect("a calendar").text)
}

/// What the event of a date says of one property.
fn said<'e>(events: &'e BTreeMap<String, Vec<String>>, uid: &impl ToString, property: &str) -> &'e str {
    let lines = &events[&uid.to_string()];
    let found = lines.iter().find_map(|line| line.strip_prefix(property)?.split_once(':'));
    found.map(|(_, value)| value).expect("the property")
}

/// Five Tuesdays from 1 December 2026, 16:00–18:00.
async fn series(world: &World, cx: &Cx) -> (OpportunityId, Vec<SlotId>) {
    let id = world.opportunity(cx, "instant").await;
    let form = SlotsForm {
        pattern: "weekly".into(),
        repeat_until: "2026-12-29".into(),
        ..world::slots_form((1, 2), 1, "16:00", "18:00")
    };
    assert_eq!(dates::add(cx, id, &form).await.expect("dates"), 5);
    opportunities::publish(cx, id).await.expect("published");
    let view = opportunities::editor(cx, Some(id)).await.expect("the editor");
    (id, view.slots.iter().map(|slot| slot.id).collect())
}

async fn a_series_keeps_its_names_and_grows(world: World) {
    let anna = world.coordinator("Anna").await;
    let (_, slots) = series(&world, &anna).await;
    let julia = world.volunteer("Julia", |_| {}).await;
    for slot in &slots {
        claims::claim(&julia, *slot).await.expect("a place");
    }
    let before = public(&world).await;
    assert_eq!(before.len(), 5);
    let sequence = |events: &BTreeMap<String, Vec<String>>, slot: SlotId| -> i64 {
        said(events, &slot, "SEQUENCE").parse().expect("a number")
    };
    let mine = own(&world, &julia).await;
    let claim = world.claim_of(&julia, slots[2]).await;
    assert_eq!(said(&mine, &claim, "STATUS"), "CONFIRMED");

    // This and the following: the series is split, the dates stay the same ones.
    let form = dates::change_view(&anna, slots[2], None).await.expect("the page").form;
    let later = SlotsForm { starts: "17:00".into(), ends: "19:00".into(), ..form };
    let following =
        domain::form::ChangeForm { scope: "following".into(), ..domain::form::ChangeForm::default() };
    change_dates(&anna, slots[2], &later, &following, "").await.expect("changed");
    let after = public(&world).await;
    assert!(after.keys().eq(before.keys()), "the same names");
    for (number, slot) in slots.iter().enumerate() {
        let moved = number >= 2;
        assert_eq!(sequence(&after, *slot) > sequence(&before, *slot), moved, "{number}");
        let hour = if moved { "T170000" } else { "T160000" };
        assert!(said(&after, &slot, "DTSTART").ends_with(hour), "{number}");
    }
    let mine = own(&world, &julia).await;
    assert_eq!(said(&mine, &claim, "STATUS"), "TENTATIVE", "asked again whether it suits");
    assert!(said(&mine, &claim, "DTSTART").ends_with("T170000"));

    cancel_dates(&anna, slots[3], "following", "Remont").await.expect("cancelled");
    let off = public(&world).await;
    assert!(off.keys().eq(before.keys()), "those who have it must hear of it");
    for (number, slot) in slots.iter().enumerate() {
        let status = if number >= 3 { "CANCELLED" } else { "CONFIRMED" };
        assert_eq!(said(&off, &slot, "STATUS"), status, "{number}");
        assert_eq!(sequence(&off, *slot) > sequence(&after, *slot), number >= 3, "{number}");
    }
    let mine = own(&world, &julia).await;
    let cancelled = world.claim_of(&julia, slots[2]).await;
    assert_eq!(said(&mine, &cancelled, "STATUS"), "TENTATIVE");
    assert_eq!(mine.values().filter(|event| event.contains(&"STATUS:CANCELLED".to_owned())).count(), 2);
}

async fn a_task_without_an_hour_is_whole_days(world: World) {
    let anna = world.coordinator("Anna").await;
    let id = world.opportunity(&anna, "instant").await;
    let form = WindowForm {
        first: "2026-12-01".into(),
        last: "2026-12-14".into(),
        hours: "3".into(),
        min_places: "1".into(),
        max_places: "2".into(),
        ..WindowForm::default()
    };
    let slot = dates_of_window(&anna, id, &form).await;
    opportunities::publish(&anna, id).await.expect("published");
    let shown = public(&world).await;
    assert_eq!(said(&shown, &slot, "DTSTART"), "20261201");
    assert_eq!(said(&shown, &slot, "DTEND"), "20261215", "the day after the last");
    assert_eq!(said(&shown, &slot, "TRANSP"), "TRANSPARENT");
    assert!(said(&shown, &slot, "DESCRIPTION").contains("3 godz."));
    dates::cancel(&anna, slot, "Nie trzeba").await.expect("called off");
    assert_eq!(said(&public(&world).await, &slot, "STATUS"), "CANCELLED");
}

async fn dates_of_window(cx: &Cx, id: OpportunityId, form: &WindowForm) -> SlotId {
    backend::service::windows::add(cx, id, form).await.expect("a task")
}

async fn what_is_not_published_is_nowhere(world: World) {
    let anna = world.coordinator("Anna").await;
    let draft = world.opportunity(&anna, "instant").await;
    dates::add(&anna, draft, &world::slots_form((1, 2), 1, "16:00", "18:00")).await.expect("dates");
    let slot = opportunities::editor(&anna, Some(draft)).await.expect("the editor").slots[0].id;
    let visitor = world.visitor();
    let hidden = async || {
        assert!(public(&world).await.is_empty());
        assert!(feeds::alone(&visitor, slot).await.is_err() && feeds::date(&visitor, slot).await.is_err());
        assert!(feeds::coming(&visitor, &FeedFilter::default(), 9).await.expect("dates").is_empty());
        assert!(feeds::of_opportunity(&visitor, draft).await.expect("dates").is_empty());
        assert!(feeds::sitemap(&visitor).await.expect("pages").is_empty());
        let map = feeds::districts(&visitor).await.expect("a map");
        assert_eq!(map.elsewhere + map.districts.iter().map(|district| district.dates).sum::<i64>(), 0);
    };
    hidden().await;
    opportunities::cancel(&anna, draft, "Pomyłka").await.expect("cancelled");
    hidden().await;
}

async fn a_person_reads_only_what_is_theirs(world: World) {
    let anna = world.coordinator("Anna").await;
    let (_, slots) = series(&world, &anna).await;
    let (julia, piotr) = (world.volunteer("Julia", |_| {}).await, world.volunteer("Piotr", |_| {}).await);
    claims::claim(&julia, slots[0]).await.expect("a place");
    claims::claim(&piotr, slots[1]).await.expect("a place");
    let mine = own(&world, &julia).await;
    assert_eq!(mine.len(), 1);
    assert!(mine.contains_key(&world.claim_of(&julia, slots[0]).await.to_string()));
    let all = format!("{mine:?}{:?}", public(&world).await);
    for name in ["Julia", "Piotr", "Anna", "@"] {
        assert!(!all.contains(name), "{name}");
    }
    let claim = world.claim_of(&julia, slots[0]).await;
    claims::withdraw(&julia, claim).await.expect("stepped back");
    assert!(own(&world, &julia).await.is_empty());
}
