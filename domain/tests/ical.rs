//! What is written can be read: by another reader of the format, whatever stands in a title, over both clock changes.

use domain::claim::ClaimState;
use domain::feed::ical::{self, Calendar};
use domain::feed::{FeedDate, Site, event, events, list};
use domain::ids::{OpportunityId, OrganisationId, SlotId};
use domain::kind::Family;
use domain::locale::{LOCALES, Locale};
use domain::time::Instant;
use icalendar::parser::{read_calendar, unfold};
use jiff::civil::{DateTime, date};
use proptest::prelude::*;
use uuid::Uuid;

const SITE: Site<'static> =
    Site { url: "https://lacznik.example.org", locale: Locale::Pl, centre: "MOPS", town: "Płock" };

fn at(civil: DateTime) -> Instant {
    Instant::from_civil(civil)
}

fn sample(starts_at: Instant, ends_at: Instant) -> FeedDate {
    FeedDate {
        uid: Uuid::from_u128(5),
        sequence: 2,
        changed_at: at(date(2026, 9, 1).at(10, 0, 0, 0)),
        slot_id: SlotId(Uuid::from_u128(5)),
        opportunity_id: OpportunityId(Uuid::from_u128(6)),
        starts_at,
        ends_at,
        work_minutes: None,
        opens_at: None,
        title: "Popołudnie przy planszówkach; gry, żarty".into(),
        description: "Gramy.\nI rozmawiamy \\ śmiejemy się.".into(),
        organisation_id: OrganisationId(Uuid::from_u128(7)),
        organisation: "Świetlica „Żółw”".into(),
        place: "ul. Żabia 1".into(),
        district: Some("Radziwie".into()),
        district_id: None,
        remote: false,
        min_age: 15,
        min_places: 1,
        max_places: 4,
        taken: 3,
        kind: "day_room".into(),
        family: Family::Children,
        kind_name: "Praca w świetlicy".into(),
        cancelled: false,
        claim: None,
        asked_again: false,
    }
}

fn usual() -> FeedDate {
    sample(at(date(2026, 11, 28).at(16, 0, 0, 0)), at(date(2026, 11, 28).at(18, 0, 0, 0)))
}

fn written(dates: Vec<FeedDate>) -> String {
    let calendar = Calendar { name: "Łącznik".into(), description: "Terminy".into(), source: None, dates };
    ical::write(&calendar, SITE)
}

/// The lines of the only event, unfolded.
fn lines(date: FeedDate) -> Vec<String> {
    let text = written(vec![date]).replace("\r\n ", "");
    let event = text.split("BEGIN:VEVENT").nth(1).unwrap_or_default();
    event.lines().map(str::to_owned).collect()
}

fn has(date: FeedDate, expected: &str) {
    let lines = lines(date);
    assert!(lines.iter().any(|line| line == expected), "{expected} is not in {lines:#?}");
}

#[test]
fn civil_time_is_told_on_both_sides_of_each_change() {
    for (day, expected) in [
        (date(2026, 10, 24), "DTSTART;TZID=Europe/Warsaw:20261024T100000"),
        (date(2026, 10, 25), "DTSTART;TZID=Europe/Warsaw:20261025T100000"),
        (date(2027, 3, 27), "DTSTART;TZID=Europe/Warsaw:20270327T100000"),
        (date(2027, 3, 28), "DTSTART;TZID=Europe/Warsaw:20270328T100000"),
    ] {
        has(sample(at(day.at(10, 0, 0, 0)), at(day.at(12, 0, 0, 0))), expected);
    }
}

#[test]
fn the_second_of_two_equal_hours_is_told_in_utc() {
    let first = at(date(2026, 10, 25).at(2, 30, 0, 0));
    let night = sample(first, first.plus_minutes(60));
    has(night.clone(), "DTSTART;TZID=Europe/Warsaw:20261025T023000");
    has(night, "DTEND:20261025T013000Z");
}

/// The rules of the zone as they are written give the offsets that the zone has.
#[test]
fn the_zone_is_warsaw() {
    let text = written(vec![]);
    assert!(text.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU") && text.contains("TZID:Europe/Warsaw"));
    for year in 2024..=2037 {
        for (month, hour, before, after) in [(3, 2, "+01:00", "+02:00"), (10, 3, "+02:00", "+01:00")] {
            let last = date(year, month, 31);
            let sunday = (0..7)
                .filter_map(|days| last.checked_sub(jiff::Span::new().days(days)).ok())
                .find(|day| day.weekday() == jiff::civil::Weekday::Sunday);
            let change = sunday.map(|day| day.at(hour, 0, 0, 0)).map(at);
            let Some(change) = change else { panic!("{year} has no Sunday") };
            // In autumn the clock shows three o'clock an hour before it means the time after the change.
            let change = if month == 10 { change.plus_minutes(-60) } else { change };
            assert!(change.plus_seconds(-1).with_offset().ends_with(before), "{year}-{month}");
            assert!(change.with_offset().ends_with(after), "{year}-{month}: {}", change.with_offset());
        }
    }
}

#[test]
fn a_cancelled_date_says_so_and_a_waiting_one_too() {
    has(FeedDate { cancelled: true, sequence: 7, ..usual() }, "STATUS:CANCELLED");
    has(FeedDate { cancelled: true, sequence: 7, ..usual() }, "SEQUENCE:7");
    has(usual(), "STATUS:CONFIRMED");
    has(usual(), "TRANSP:TRANSPARENT");
    let waiting = FeedDate { claim: Some(ClaimState::Pending), ..usual() };
    has(waiting.clone(), "STATUS:TENTATIVE");
    has(waiting, "SUMMARY:Czeka na zgodę: Popołudnie przy planszówkach\\; gry\\, żarty");
    let sure = FeedDate { claim: Some(ClaimState::Approved), ..usual() };
    has(sure.clone(), "TRANSP:OPAQUE");
    has(FeedDate { asked_again: true, ..sure.clone() }, "STATUS:TENTATIVE");
    let asked = "SUMMARY:Termin się zmienił\\, potwierdź\\, czy Ci pasuje: Popołudnie przy planszówkach\\; gry\\, żarty";
    has(FeedDate { asked_again: true, ..sure.clone() }, asked);
    has(sure, "SUMMARY:Popołudnie przy planszówkach\\; gry\\, żarty");
}

#[test]
fn a_task_without_an_hour_takes_whole_days() {
    let (first, end) = (at(date(2026, 11, 28).at(0, 0, 0, 0)), at(date(2026, 12, 1).at(0, 0, 0, 0)));
    for ends_at in [end, end.plus_seconds(-60)] {
        let task = FeedDate { work_minutes: Some(180), ..sample(first, ends_at) };
        has(task.clone(), "DTSTART;VALUE=DATE:20261128");
        has(task.clone(), "DTEND;VALUE=DATE:20261201");
        assert_eq!(event(&task, SITE)["endDate"], "2026-11-30");
    }
}

#[test]
fn nothing_depends_on_when_it_is_written() {
    assert_eq!(written(vec![usual()]), written(vec![usual()]));
}

#[test]
fn what_search_engines_need_is_there() {
    let one = event(&usual(), SITE);
    // Source: schema.org/Event, and what the large search engines require or recommend of it.
    for required in [
        "@context",
        "@type",
        "name",
        "startDate",
        "location",
        "endDate",
        "eventStatus",
        "description",
        "organizer",
        "offers",
        "eventAttendanceMode",
    ] {
        assert!(!one[required].is_null(), "{required}");
    }
    assert_eq!(one["@type"], "Event");
    assert_eq!(one["startDate"], "2026-11-28T16:00:00+01:00");
    assert_eq!(one["location"]["@type"], "Place");
    assert_eq!(one["location"]["address"]["addressLocality"], "Płock");
    assert_eq!(one["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!((&one["maximumAttendeeCapacity"], &one["remainingAttendeeCapacity"]), (&4.into(), &1.into()));
    let off = event(&FeedDate { cancelled: true, remote: true, ..usual() }, SITE);
    assert_eq!(off["eventStatus"], "https://schema.org/EventCancelled");
    assert_eq!(off["eventAttendanceMode"], "https://schema.org/OnlineEventAttendanceMode");
    assert_eq!(off["location"]["@type"], "VirtualLocation");
    assert_eq!(off["offers"]["availability"], "https://schema.org/SoldOut");
    let later = event(&FeedDate { opens_at: Some(at(date(2026, 11, 21).at(8, 0, 0, 0))), ..usual() }, SITE);
    assert_eq!(later["offers"]["availability"], "https://schema.org/PreOrder");
    assert_eq!(later["offers"]["validFrom"], "2026-11-21T08:00:00+01:00");
    assert_eq!(
        event(&FeedDate { taken: 4, ..usual() }, SITE)["offers"]["availability"],
        off["offers"]["availability"]
    );
    assert_eq!(events(&[usual(), usual()], SITE)["@graph"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_list_says_its_version_and_language() {
    for locale in LOCALES {
        let list = list(&[usual()], Site { locale, ..SITE });
        assert_eq!((&list["version"], &list["language"]), (&1.into(), &locale.code().into()));
        assert_eq!(list["dates"][0]["starts"], "2026-11-28T16:00:00+01:00");
        assert_eq!(list["dates"][0]["places"]["free"], 1);
    }
}

proptest! {
    #[test]
    fn every_title_comes_back(title in "[ -~\\n\\t;,:\\\\ąęśćżźółńŁЖїҐ“”🎲👩‍👧]{0,200}", control in any::<String>()) {
        let date = FeedDate { title: title.clone(), description: control, ..usual() };
        let text = written(vec![date]);
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets", line.len());
            prop_assert!(!line.contains(['\n', '\r']), "a bare line end");
        }
        let unfolded = unfold(&text);
        let calendar = read_calendar(&unfolded).map_err(TestCaseError::fail)?;
        let event = calendar.components.iter().find(|part| part.name == "VEVENT");
        let summary = event.and_then(|event| event.find_prop("SUMMARY")).map(|it| it.val.as_ref().to_owned());
        prop_assert_eq!(summary, Some(title));
    }
}
