//! Dates for calendars of others.

use crate::fixtures::{
    add_claim, add_opportunity, add_organisation, add_person, add_slot, hours, opportunity, world,
};
use crate::support::{Bed, noon};
use backend::store::dates::DateRow;
use backend::store::feeds::{self, FeedFilter};
use backend::store::opportunities::OpportunityRow;
use backend::store::{dates, opportunities, slots};
use domain::claim::ClaimState;
use domain::ids::{OpportunityId, SlotId};
use domain::locale::Locale;
use domain::opportunity::OpportunityState;
use domain::text::Code;
use domain::time::Instant;

/// Public dates, cancelled ones too, within a window, narrowed down.
pub async fn visitors_see_published_dates_and_what_was_cancelled(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let open = add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 9)).await;
    let off = add_slot(bed, &mut tx, world.opportunity, hours(2), (1, 9)).await;
    assert_eq!(dates::cancel(&mut tx, &[off], noon()).await.unwrap(), 1);
    add_slot(bed, &mut tx, world.opportunity, hours(90), (1, 9)).await;
    let draft =
        OpportunityRow { state: OpportunityState::Draft, ..opportunity(bed, world.organisation, "Szkic") };
    opportunities::put(&mut tx, &draft).await.unwrap();
    let secret = add_slot(bed, &mut tx, draft.id, hours(3), (1, 9)).await;
    let never = OpportunityRow { state: OpportunityState::Cancelled, ..draft.clone() };
    let window = (noon(), hours(80));
    let anything = FeedFilter::default();
    macro_rules! shown {
        ($filter:expr, $cancelled:expr) => {{
            let rows = feeds::public(&mut tx, window, &$filter, $cancelled, 9).await.unwrap();
            rows.iter().map(|row| row.id).collect::<Vec<SlotId>>()
        }};
    }
    assert_eq!(shown!(anything, true), [open, off]);
    assert_eq!(shown!(anything, false), [open]);
    opportunities::put(&mut tx, &never).await.unwrap();
    assert_eq!(shown!(anything, true), [open, off], "what was never published is nobody's to know");
    assert!(feeds::one(&mut tx, secret).await.unwrap().is_none());
    assert_eq!(
        feeds::one(&mut tx, off).await.unwrap().map(|row| row.date(Locale::Pl, noon()).cancelled),
        Some(true)
    );
    let elsewhere = add_organisation(bed, &mut tx, "Fundacja", None).await;
    let organisation = FeedFilter { organisation: Some(elsewhere), ..FeedFilter::default() };
    assert_eq!(shown!(organisation, true), []);
    let kind = |code| FeedFilter { kind: Some(Code::from(code)), ..FeedFilter::default() };
    assert_eq!((shown!(kind("animals"), true), shown!(kind("day_room"), true)), (vec![], vec![open, off]));
    let district = FeedFilter { district: Some(world.district), ..FeedFilter::default() };
    assert_eq!(shown!(district, true), [open, off], "its organisation's district counts");
    let by_district = feeds::open_by_district(&mut tx, window).await.unwrap();
    assert_eq!(by_district, [(Some(world.district), 1, 9)], "open ones only");
    let first = feeds::public(&mut tx, window, &anything, true, 1).await.unwrap();
    assert_eq!(first.len(), 1);
    let rows = feeds::of_opportunity(&mut tx, world.opportunity, noon(), 9).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>().first(), Some(&open));
    assert_eq!(rows.len(), 2, "and the one in four days");
    let listed = feeds::open_opportunities(&mut tx, noon()).await.unwrap();
    assert_eq!(listed, [(world.opportunity, noon())]);
    let published = opportunities::find(&mut tx, world.opportunity).await.unwrap().unwrap();
    let off_now = OpportunityRow { state: OpportunityState::Cancelled, ..published };
    opportunities::put(&mut tx, &off_now).await.unwrap();
    assert_eq!(shown!(anything, true), [open, off], "subscribers hear of what was published before");
    assert_eq!(shown!(anything, false), []);
}

fn stored(bed: &Bed, opportunity: OpportunityId, time: (Instant, Instant)) -> DateRow {
    DateRow::new(bed.id(), opportunity, time, (1, 9))
}

/// Tasks without an hour are there until they end, everywhere.
pub async fn tasks_without_an_hour_are_there_until_they_end(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let task = DateRow { work_minutes: Some(180), ..stored(bed, world.opportunity, (hours(-50), hours(30))) };
    let over = DateRow { work_minutes: Some(180), ..stored(bed, world.opportunity, (hours(-90), hours(-1))) };
    let started = stored(bed, world.opportunity, (hours(-1), hours(9)));
    dates::add(&mut tx, &[task.clone(), over.clone(), started.clone()]).await.unwrap();
    let me = add_person(bed, &mut tx, "Jan Kos").await;
    let mine = add_claim(bed, &mut tx, task.id, me, ClaimState::Approved).await;
    let ended = add_claim(bed, &mut tx, over.id, me, ClaimState::Approved).await;
    add_claim(bed, &mut tx, started.id, me, ClaimState::Approved).await;
    assert_eq!(dates::ask_again(&mut tx, &[ended.id], noon()).await.unwrap(), 1);
    let window = (noon(), hours(80));
    let rows = feeds::public(&mut tx, window, &FeedFilter::default(), false, 9).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [task.id]);
    let rows = feeds::of_opportunity(&mut tx, world.opportunity, noon(), 9).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [task.id]);
    let rows = feeds::own(&mut tx, me, window, 9).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.claim_id).collect::<Vec<_>>(), [mine.id]);
    let rows = feeds::own(&mut tx, me, (hours(-99), hours(80)), 9).await.unwrap();
    let again = |row: &feeds::OwnRow| row.clone().date(Locale::Pl, noon()).asked_again;
    assert_eq!(rows.iter().map(again).collect::<Vec<_>>(), [true, false, false]);
    let places = feeds::open_by_district(&mut tx, window).await.unwrap();
    assert_eq!(places, [(Some(world.district), 1, 9)]);
    assert_eq!(feeds::open_opportunities(&mut tx, noon()).await.unwrap().len(), 1);
    assert_eq!(feeds::open_opportunities(&mut tx, hours(30)).await.unwrap(), []);
}

/// What is full or not open yet is nobody's to claim now.
pub async fn districts_count_what_can_be_claimed(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 9)).await;
    let full = add_slot(bed, &mut tx, world.opportunity, hours(5), (1, 1)).await;
    assert!(slots::take_places(&mut tx, full, None, 1).await.unwrap());
    let later = DateRow { opens_at: Some(hours(4)), ..stored(bed, world.opportunity, (hours(6), hours(7))) };
    dates::add(&mut tx, std::slice::from_ref(&later)).await.unwrap();
    let counted = feeds::open_by_district(&mut tx, (noon(), hours(80))).await.unwrap();
    assert_eq!(counted, [(Some(world.district), 1, 9)]);
    let counted = feeds::open_by_district(&mut tx, (hours(4), hours(80))).await.unwrap();
    assert_eq!(counted, [(Some(world.district), 1, 9)], "the first is over, the other is open");
    let row = feeds::one(&mut tx, later.id).await.unwrap().unwrap();
    assert_eq!(row.clone().date(Locale::Pl, noon()).opens_at, Some(hours(4)));
    assert_eq!(row.date(Locale::Pl, hours(4)).opens_at, None);
}

/// Every change that people with a copy must hear of counts, and nothing else does.
pub async fn revisions_count_changes_of_date_and_text(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let slot = add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 9)).await;
    macro_rules! revision {
        () => {
            feeds::one(&mut tx, slot).await.unwrap().unwrap().revision
        };
    }
    assert_eq!(revision!(), 0);
    assert!(slots::take_places(&mut tx, slot, None, 1).await.unwrap());
    slots::free_places(&mut tx, slot, None, 1).await.unwrap();
    assert_eq!(revision!(), 0, "who comes is nobody else's matter");
    let stored = dates::of_opportunity(&mut tx, world.opportunity, noon(), None).await.unwrap();
    let moved = DateRow { starts_at: hours(2), ends_at: hours(3), ..stored[0].clone() };
    dates::change(&mut tx, std::slice::from_ref(&moved)).await.unwrap();
    assert_eq!(revision!(), 1);
    dates::change(&mut tx, std::slice::from_ref(&moved)).await.unwrap();
    let wider = DateRow { max_places: 12, opens_at: Some(hours(1)), ..moved };
    dates::change(&mut tx, std::slice::from_ref(&wider)).await.unwrap();
    dates::regroup(&mut tx, &[(slot, None, None)]).await.unwrap();
    assert_eq!(revision!(), 1, "nothing changed");
    let row = opportunities::find(&mut tx, world.opportunity).await.unwrap().unwrap();
    let renamed = OpportunityRow { place: "ul. Nowa 2".into(), ..row };
    opportunities::put(&mut tx, &renamed).await.unwrap();
    opportunities::put(&mut tx, &renamed).await.unwrap();
    assert_eq!(revision!(), 2);
    assert_eq!(dates::cancel(&mut tx, &[slot], noon()).await.unwrap(), 1);
    assert_eq!(revision!(), 3);
}

/// A person's own claims: those that hold or wait, and what was cancelled under them.
pub async fn own_dates_are_ones_own(bed: &Bed) {
    use ClaimState::{Approved, Attended, Cancelled, Offered, Pending};
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let other = add_opportunity(bed, &mut tx, world.organisation, "Inna").await;
    let (me, friend) = (add_person(bed, &mut tx, "Jan Kos").await, add_person(bed, &mut tx, "Ewa Kos").await);
    let mut expected = Vec::new();
    for (hour, state) in (1..).zip(domain::claim::ALL_STATES) {
        let slot = add_slot(bed, &mut tx, other, hours(hour), (1, 9)).await;
        let row = add_claim(bed, &mut tx, slot, me, state).await;
        add_claim(bed, &mut tx, slot, friend, state).await;
        if matches!(state, Pending | Offered | Approved | Attended | Cancelled) {
            expected.push((row.id, state));
        }
    }
    let rows = feeds::own(&mut tx, me, (noon(), hours(80)), 99).await.unwrap();
    assert_eq!(rows.iter().map(|row| (row.claim_id, row.claim_state)).collect::<Vec<_>>(), expected);
    let date = rows.into_iter().next_back().unwrap().date(Locale::Uk, noon());
    assert!(!date.cancelled, "{date:?}");
    assert!(feeds::own(&mut tx, me, (hours(50), hours(80)), 99).await.unwrap().is_empty());
}

/// A new secret ends the one before.
pub async fn a_calendar_has_one_secret(bed: &Bed) {
    let mut tx = bed.write().await;
    let (me, friend) = (add_person(bed, &mut tx, "Jan Kos").await, add_person(bed, &mut tx, "Ewa Kos").await);
    assert_eq!(feeds::link_since(&mut tx, me).await.unwrap(), None);
    feeds::put_link(&mut tx, me, [1; 32], noon()).await.unwrap();
    feeds::put_link(&mut tx, friend, [2; 32], noon()).await.unwrap();
    assert_eq!(feeds::holder_of_link(&mut tx, [1; 32]).await.unwrap(), Some(me));
    feeds::put_link(&mut tx, me, [3; 32], hours(1)).await.unwrap();
    assert_eq!(feeds::holder_of_link(&mut tx, [1; 32]).await.unwrap(), None);
    assert_eq!(feeds::holder_of_link(&mut tx, [3; 32]).await.unwrap(), Some(me));
    assert_eq!(feeds::holder_of_link(&mut tx, [2; 32]).await.unwrap(), Some(friend));
    assert_eq!(feeds::link_since(&mut tx, me).await.unwrap(), Some(hours(1)));
}
