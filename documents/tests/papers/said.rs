//! What a paper says of roles, groups, nights and filters.

use crate::tools::Pdf;
use crate::views::{calendar, card, choices, contact, frame, group, hosted, opportunity, schedule, slot};
use documents::{Frame, Paper, Sheet};
use domain::calendar::{CalendarSpan, plus_days};
use domain::locale::Locale;
use domain::person::DayPart;
use domain::time::{Day, Instant};
use domain::view::{CalendarDay, CalendarQuery, CalendarView, SlotCard, SlotPage};
use jiff::civil::date;

const TITLE: &str = "Paczki na święta";

fn text(name: &str, paper: &Paper) -> String {
    Pdf::of(name, paper).text().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(text: &str, all: &[&str]) {
    for words in all {
        assert!(text.contains(words), "{words} is not in {text}");
    }
}

fn with_frame(locale: Locale, test: impl Fn(Frame<'_>)) {
    let contact = contact();
    test(frame(locale, &contact, "/"));
}

#[test]
fn roles_stand_with_their_places_and_what_they_need() {
    with_frame(Locale::Pl, |frame| {
        let page = text("roles-slot", &documents::slot(frame, &slot(TITLE, "", 0)));
        says(
            &page,
            &[
                "Role",
                "Kierowca 1 z 2 miejsc potrzebne: od 18 lat, prawo jazdy kat. B",
                "Paczki na święta 1 z 2 miejsc",
                "od 15 lat, kurs pierwszej pomocy",
            ],
        );
        let offer = opportunity(TITLE, "", 2);
        says(
            &text("roles-offer", &documents::opportunity(frame, &offer)),
            &["Kierowca · potrzebne: od 18 lat, prawo jazdy kat. B"],
        );
        says(
            &text("roles-poster", &documents::poster(frame, &offer, Sheet::A4)),
            &["Role Paczki na święta, Kierowca", "od 15 lat, kurs pierwszej pomocy"],
        );
        says(
            &text("roles-mine", &documents::schedule(frame, &schedule(TITLE, 2), "Julia")),
            &["rola: Kierowca"],
        );
        let without = SlotPage { roles: Vec::new(), ..slot(TITLE, "", 0) };
        assert!(!text("no-roles", &documents::slot(frame, &without)).contains("Role"));
    });
    with_frame(Locale::Uk, |frame| {
        let page = text("roles-uk", &documents::slot(frame, &slot(TITLE, "", 0)));
        says(&page, &["Kierowca 1 з 2 місць потрібно: від 18 років, водійські права кат. B"]);
    });
}

#[test]
fn everybody_of_a_group_has_a_line_to_sign() {
    with_frame(Locale::Pl, |frame| {
        let mut view = hosted(TITLE, 2);
        let person = &mut view.coming[0].people[1];
        (person.party, person.guests) = {
            let (line, guests) = group("klasa 2b");
            (Some(line), guests)
        };
        person.places = 12;
        view.coming[0].people[0].places = 2;
        let paper = documents::host(frame, &view);
        let pdf = Pdf::of("group", &paper);
        let list = pdf.text().split_whitespace().collect::<Vec<_>>().join(" ");
        says(
            &list,
            &[
                "rola: Kierowca · z drugą osobą 600 100 200",
                "klasa 2b · 12 osób 600 100 200",
                "Iga Lis klasa 2b Tom Bąk klasa 2b",
            ],
        );
        assert_eq!(pdf.broken_rules(), "");
    });
}

/// A view of the days from Tuesday, 24 November 2026, into which a slot of Monday evening runs.
fn after_a_night(span: CalendarSpan) -> CalendarView {
    let evening = date(2026, 11, 23).at(22, 0, 0, 0);
    let starts_at = Instant::from_civil(evening);
    let night = SlotCard { starts_at, ends_at: starts_at.plus_minutes(480), ..card(0, 1, "Nocny dyżur") };
    let asked = Day(date(2026, 11, 24));
    let days = (0..if span == CalendarSpan::Day { 1 } else { 3 }).map(|n| CalendarDay {
        day: plus_days(asked, n),
        holiday: None,
        count: 0,
        slots: Vec::new(),
        over: if n == 0 { vec![night.clone()] } else { Vec::new() },
    });
    let mut view = calendar(span, 0, 1, "");
    view.query = CalendarQuery { span, day: Some(asked), ..CalendarQuery::default() };
    view.days = days.collect();
    view
}

#[test]
fn what_runs_past_midnight_is_on_the_next_day_s_paper_too() {
    with_frame(Locale::Pl, |frame| {
        let day = text("night-day", &documents::calendar(frame, &after_a_night(CalendarSpan::Day)));
        says(&day, &["pon., 23 listopada 22:00–6:00", "Nocny dyżur"]);
        let three = text("night-three", &documents::calendar(frame, &after_a_night(CalendarSpan::Days3)));
        says(&three, &["Kalendarz pomocy: 24–26 listopada 2026", "pon. 23.11 22:00–6:00 Nocny dyżur"]);
        for words in [day, three] {
            assert!(!words.contains("nikt nie potrzebuje"), "there is something: {words}");
        }
    });
}

#[test]
fn a_paper_says_all_that_narrows_it_down() {
    with_frame(Locale::Pl, |frame| {
        let mut view = calendar(CalendarSpan::Days3, 2, 1, "");
        view.query = CalendarQuery {
            span: CalendarSpan::Days3,
            weekday: Some(3),
            part: Some(DayPart::Evening),
            remote: Some(false),
            repeats: Some(true),
            age: Some(16),
            mine: true,
            ..view.query
        };
        view.query.text = None;
        says(
            &text("narrowed", &documents::calendar(frame, &view)),
            &["Wybrane: Moje i wolne, środa, od 17:00, na miejscu, co jakiś czas, dla osób w wieku 16 l."],
        );
    });
}

#[test]
fn an_address_is_not_written_with_more_hyphens_than_it_has() {
    with_frame(Locale::Pl, |frame| {
        let offer = opportunity(TITLE, "", 0);
        for (name, paper) in [
            ("typed-poster", documents::poster(frame, &offer, Sheet::A4)),
            ("typed-share", documents::share(frame, &choices(&"Długa nazwa ".repeat(3)))),
        ] {
            let pdf = Pdf::of(name, &paper);
            let typed: String = pdf.text().split_whitespace().collect();
            assert!(typed.contains("/0190b6a0-0000-7000-8000-0000000000"), "{name}: {typed}");
            assert!(!typed.contains("--"), "{name}: {typed}");
            assert_eq!(pdf.broken_rules(), "", "{name}");
        }
    });
}

#[test]
fn a_facility_s_week_is_named_so() {
    with_frame(Locale::Pl, |frame| {
        let view = calendar(CalendarSpan::Week, 9, 2, TITLE);
        let paper = documents::facility_week(frame, &view);
        assert_eq!(paper.title(), "Tydzień placówki: 23–29 listopada 2026");
        let pdf = Pdf::of("facility-week", &paper);
        says(&pdf.text(), &[TITLE]);
        assert_eq!((pdf.broken_rules(), pdf.pages()), (String::new(), 1));
    });
}
