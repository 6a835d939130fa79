//! Dates for calendars of others.

use crate::fixtures::{
    add_claim, add_opportunity, add_organisation, add_person, add_slot, hours, opportunity, world,
};
use crate::support::{Bed, noon};
use backend::store::feeds::{self, FeedFilter};
use backend::store::opportunities::OpportunityRow;
use backend::store::slots::NewSlot;
use backend::store::{opportunities, slots};
use domain::claim::ClaimState;
use domain::ids::SlotId;
use domain::locale::Locale;
use domain::opportunity::OpportunityState;
use domain::text::Code;

/// Public dates, cancelled ones too, within a window, narrowed down.
pub async fn visitors_see_published_dates_and_what_was_cancelled(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let open = add_slot(bed, &mut tx, world.opportunity, hours(1), (1, 9)).await;
    let off = add_slot(bed, &mut tx, world.opportunity, hours(2), (1, 9)).await;
    assert!(slots::cancel(&mut tx, off, noon()).await.unwrap());
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
    assert_eq!(feeds::one(&mut tx, off).await.unwrap().map(|row| row.date(Locale::Pl).cancelled), Some(true));
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
    assert!(slots::take_places(&mut tx, slot, 1).await.unwrap());
    slots::free_places(&mut tx, slot, 1).await.unwrap();
    assert_eq!(revision!(), 0, "who comes is nobody else's matter");
    let moved = NewSlot {
        id: slot,
        opportunity_id: world.opportunity,
        starts_at: hours(2),
        ends_at: hours(3),
        min_places: 1,
        max_places: 9,
    };
    assert!(slots::change(&mut tx, &moved).await.unwrap());
    assert_eq!(revision!(), 1);
    assert!(slots::change(&mut tx, &moved).await.unwrap());
    assert_eq!(revision!(), 1, "nothing changed");
    let row = opportunities::find(&mut tx, world.opportunity).await.unwrap().unwrap();
    let renamed = OpportunityRow { place: "ul. Nowa 2".into(), ..row };
    opportunities::put(&mut tx, &renamed).await.unwrap();
    opportunities::put(&mut tx, &renamed).await.unwrap();
    assert_eq!(revision!(), 2);
    assert!(slots::cancel(&mut tx, slot, noon()).await.unwrap());
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
    let date = rows.into_iter().next_back().unwrap().date(Locale::Uk);
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
