//! Every paper in every language: a sound, tagged PDF that says what it was given and nothing else.

mod said;
mod tools;
mod views;

use domain::calendar::CalendarSpan;
use domain::locale::{LOCALES, Locale};
use domain::view::{CalendarView, OpportunityView, SlotPage};
use std::collections::BTreeSet;
use tools::Pdf;
use views::{HOSTILE, all, calendar, contact, frame, opportunity, slot, task};

const TITLE: &str = "Lekcje i gry w świetlicy";
const DESCRIPTION: &str = "Pomagamy dzieciom w odrabianiu lekcji i gramy w planszówki.\n\nWeź wygodne buty.";

#[test]
fn every_paper_is_a_tagged_pdf_in_its_language() {
    let keys: BTreeSet<&str> = domain::locale::keys().collect();
    for locale in LOCALES {
        for (name, paper) in all(locale, TITLE, DESCRIPTION, 12) {
            let pdf = Pdf::of(&format!("{name}-{}", locale.code()), &paper);
            pdf.check();
            assert_eq!(pdf.info("Tagged"), "yes", "{name}");
            assert_eq!(pdf.info("Title"), paper.title(), "{name}");
            assert_eq!(pdf.info("PDF version"), "1.7", "{name}");
            assert_eq!(pdf.info("Author"), contact().name, "{name}");
            let size = match name {
                "month" | "week" => "841.89 x 595.276 pts (A4)",
                "poster-a3" => "841.89 x 1190.55 pts (A3)",
                _ => "595.276 x 841.89 pts (A4)",
            };
            assert_eq!(pdf.info("Page size"), size, "{name}");
            assert_eq!(pdf.broken_rules(), "", "{name}");
            let metadata = String::from_utf8_lossy(pdf.bytes());
            assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{name} says that it is PDF/UA-1");
            let objects = pdf.objects();
            for entry in [
                &format!("\"/Lang\": \"u:{}\"", locale.code()),
                "\"/DisplayDocTitle\": true",
                "\"/Marked\": true",
                "\"/ParentTree\"",
                "\"/Tabs\": \"/S\"",
            ] {
                assert!(objects.contains(entry), "{name} has no {entry}");
            }
            let text = pdf.text();
            let missing: Vec<&str> =
                text.split_whitespace().filter(|word| word.contains('-') && keys.contains(word)).collect();
            assert!(missing.is_empty(), "{name}: texts are missing: {missing:?}");
        }
    }
}

/// The tags of the structure tree in their order, such as `H1`, `TH`.
fn tags(structure: &str) -> Vec<&str> {
    structure
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|word| !word.starts_with('"'))
        .map(|word| word.trim_end_matches(':'))
        .collect()
}

#[test]
fn headings_and_tables_are_what_they_look_like() {
    for (name, paper) in all(Locale::Pl, TITLE, DESCRIPTION, 12) {
        let structure = Pdf::of(&format!("structure-{name}"), &paper).structure();
        let tags = tags(&structure);
        let headings: Vec<&str> =
            tags.iter().copied().filter(|tag| tag.len() == 2 && tag.starts_with('H')).collect();
        assert_eq!(headings.first(), Some(&"H1"), "{name}");
        assert_eq!(headings.iter().filter(|tag| **tag == "H1").count(), 1, "{name}");
        assert!(
            headings
                .windows(2)
                .all(|pair| pair[1] <= pair[0] || pair == ["H1", "H2"] || pair == ["H2", "H3"]),
            "{name} leaves out a level: {headings:?}"
        );
        let count = |tag| tags.iter().filter(|known| **known == tag).count();
        let (columns, rows) =
            (structure.matches("/Scope /Column").count(), structure.matches("/Scope /Row").count());
        match name {
            // Seven days; in a week the parts of the day beside them.
            "month" => assert_eq!((columns, rows, count("TD")), (7, 0, 42), "{name}"),
            "week" => assert_eq!((columns, rows, count("TD")), (8, 3, 21), "{name}"),
            "three-days" => assert_eq!((columns, rows, count("TD")), (4, 3, 9), "{name}"),
            // Four facts and two roles.
            "slot" => assert_eq!((rows, count("TD")), (6, 6), "{name}"),
            "poster-a4" => assert_eq!((rows, count("Figure")), (4, 1), "{name}"),
            "agenda" => assert_eq!(count("LI"), 12, "{name}"),
            _ => {}
        }
        assert_eq!(count("TH"), columns + rows, "{name}: each header says of what");
    }
}

#[test]
fn texts_are_never_code() {
    for (turn, locale) in LOCALES.into_iter().enumerate() {
        let papers = all(locale, HOSTILE, HOSTILE, 3).into_iter();
        // Setting them is slow: each in one of the languages.
        for (name, paper) in papers.skip(turn).step_by(LOCALES.len()) {
            let pdf = Pdf::of(&format!("hostile-{name}-{}", locale.code()), &paper);
            pdf.check();
            let flat = |text: &str| text.split_whitespace().collect::<String>();
            let text = flat(&pdf.text());
            let found = match name {
                // It shows no text of anybody.
                "join" | "easy" => true,
                // Shortened, and hyphens where a line ends.
                "month" | "week" | "three-days" => text.contains("#let") && text.contains("panic"),
                _ => text.contains(&flat(HOSTILE)),
            };
            assert!(found, "{name}: {}", pdf.text());
        }
    }
}

#[test]
fn strange_letters_and_endless_words_stay_on_the_page() {
    let endless = "Ź".repeat(900);
    let strange = "☕🏳️‍🌈 \u{202e}\u{0}\u{feff} العربية 漢字 \u{301}\u{301}e\u{301}";
    for title in [endless.as_str(), strange, "\n\n"] {
        for (name, paper) in all(Locale::Uk, title, title, 2) {
            let pdf = Pdf::of(&format!("strange-{name}"), &paper);
            pdf.check();
            if name.starts_with("poster") {
                assert_eq!(pdf.pages(), 1, "{name} of {title:.20}");
            }
        }
    }
}

#[test]
fn nothing_and_very_much() {
    for (name, paper) in all(Locale::Pl, TITLE, "", 0) {
        let pdf = Pdf::of(&format!("nothing-{name}"), &paper);
        assert_eq!(pdf.broken_rules(), "", "{name}");
        // Texts of their own, in large type or long.
        let more = ["easy", "declaration", "share"].contains(&name);
        assert!(pdf.pages() == 1 || more, "{name} of nothing fits a page");
    }
    let long = "Długi opis. ".repeat(300);
    for (name, paper) in all(Locale::Pl, &"Bardzo długi tytuł ".repeat(20), &long, 120) {
        let pdf = Pdf::of(&format!("much-{name}"), &paper);
        pdf.check();
        if name.starts_with("poster") {
            assert_eq!(pdf.pages(), 1, "{name}");
        } else {
            let pages = pdf.pages();
            let last = format!("strona {pages} z {pages}");
            assert!(pdf.text().contains(&last), "{name} does not say {last}");
        }
    }
}

#[test]
fn a_calendar_with_too_many_dates_says_so() {
    let contact = contact();
    let view = calendar(CalendarSpan::Week, documents::MOST_DATES + 40, 60, TITLE);
    let pdf = Pdf::of("cut", &documents::calendar(frame(Locale::Pl, &contact, "/"), &view));
    let text = pdf.text();
    assert!(text.contains("To 300 pierwszych terminów."), "{text}");
}

#[test]
fn the_foot_says_whose_from_where_and_as_of_when() {
    let contact = contact();
    let paper = documents::opportunity(
        frame(Locale::Pl, &contact, "/oferta/7"),
        &opportunity(TITLE, DESCRIPTION, 40),
    );
    let text = Pdf::of("foot", &paper).text();
    for words in [
        "Miejski Ośrodek Pomocy Społecznej w Płocku · ul. Wolskiego 4, 09-400 Płock",
        "stan na 23 listopada 2026",
        "strona 2 z",
        "wolontariat.example.org/pl/oferta/7",
        "24 364 02 10",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
}

#[test]
fn a_poster_names_the_rule_and_leads_to_the_page() {
    let contact = contact();
    let view = opportunity(TITLE, DESCRIPTION, 6);
    let paper = documents::poster(frame(Locale::Pl, &contact, "/"), &view, documents::Sheet::A4);
    let pdf = Pdf::of("poster", &paper);
    let text = pdf.text();
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("co poniedziałek do 20 czerwca 2027, bez świąt, 8:00–10:00"), "{text}");
    assert!(
        pdf.objects().contains("\"/Alt\": \"u:Kod QR. Prowadzi do strony https://"),
        "the code has an alternative text"
    );
}

#[test]
fn tasks_without_an_hour_say_until_when_and_how_much() {
    let contact = contact();
    let frame = frame(Locale::Pl, &contact, "/");
    let task = task(TITLE);
    let text = |paper| Pdf::of("task", &paper).text().split_whitespace().collect::<Vec<_>>().join(" ");
    for span in [CalendarSpan::Agenda, CalendarSpan::Week, CalendarSpan::Month] {
        let view = CalendarView { windows: vec![task.clone()], ..calendar(span, 3, 1, TITLE) };
        let text = text(documents::calendar(frame, &view));
        assert!(
            text.contains("Kiedy Ci pasuje") && text.contains("do niedz. 6.12 3 godz."),
            "{span:?}: {text}"
        );
    }
    let page = SlotPage { card: task.clone(), ..slot(TITLE, DESCRIPTION, 0) };
    let offer = OpportunityView { dates: vec![task], ..opportunity(TITLE, DESCRIPTION, 0) };
    for paper in [documents::slot(frame, &page), documents::poster(frame, &offer, documents::Sheet::A4)] {
        let text = text(paper);
        assert!(text.contains("pon., 23 listopada – niedz., 6 grudnia"), "{text}");
        assert!(text.contains("3 godz. pracy, kiedy Ci pasuje") && !text.contains("0:00"), "{text}");
    }
}

#[test]
fn the_same_words_give_the_same_file_and_other_words_another() {
    let paper = |title: &str| {
        let contact = contact();
        documents::opportunity(frame(Locale::Pl, &contact, "/oferta/7"), &opportunity(title, DESCRIPTION, 2))
    };
    assert_eq!(paper(TITLE).fingerprint(), paper(TITLE).fingerprint());
    assert_ne!(paper(TITLE).fingerprint(), paper("Inny").fingerprint());
    assert_eq!(paper(TITLE).pdf().expect("a PDF"), paper(TITLE).pdf().expect("a PDF"));
}
