//! Pages as files: what they are, who gets them, where the code of a poster leads.

use crate::demo::{Demo, text};
use axum::body::Body;
use backend::service::{calendar, papers};

use domain::calendar::CalendarSpan;
use domain::time::Day;
use domain::view::CalendarQuery;
use http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, HOST, IF_NONE_MATCH, RETRY_AFTER,
};
use http::{Method, Request, Response, StatusCode};
use http_body_util::BodyExt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const SITE: &str = "http://127.0.0.1:3000";

async fn bytes(response: Response<Body>) -> Vec<u8> {
    response.into_body().collect().await.expect("a body").to_bytes().to_vec()
}

/// What a tool of poppler makes of a PDF.
fn poppler(tool: &str, arguments: &[&str], pdf: &[u8]) -> Vec<u8> {
    let mut child = Command::new(tool)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{tool}: {error}. `make setup-test` installs it."));
    let mut input = child.stdin.take().expect("a pipe");
    let pdf = pdf.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&pdf));
    let output = child.wait_with_output().expect("an end");
    writer.join().expect("a thread").expect("all written");
    assert!(output.status.success(), "{tool} fails");
    output.stdout
}

fn words(pdf: &[u8]) -> String {
    let text = String::from_utf8(poppler("pdftotext", &["-raw", "-", "-"], pdf)).expect("UTF-8");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An open slot of the demonstration.
async fn slot(demo: &Demo) -> domain::view::SlotPage {
    let view = calendar::browse(&demo.visitor(), CalendarQuery::default()).await.expect("a calendar");
    let card = view.days.into_iter().flat_map(|day| day.slots).next().expect("a slot");
    calendar::slot(&demo.visitor(), card.id).await.expect("its page")
}

/// Files of what the program answered, removed at the end.
struct Shelf(PathBuf);

impl Drop for Shelf {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Shelf {
    fn new(name: &str) -> Self {
        let name = format!("papers-{name}-{}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn put(&self, number: usize, pdf: &[u8]) {
        std::fs::write(self.0.join(format!("{number:03}.pdf")), pdf).expect("a file");
    }

    /// None of the files is broken inside, and a checker of PDF/UA-1 finds no broken rule in any.
    fn check(&self) {
        let files = || std::fs::read_dir(&self.0).expect("a folder").map(|file| file.expect("a file").path());
        for file in files() {
            let sound = Command::new("qpdf").arg("--check").arg(&file).output().expect("qpdf");
            assert!(sound.status.success(), "{}: {sound:?}", file.display());
        }
        let checker =
            Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("readers").join("bin").join("pdfua");
        let output = Command::new(&checker).args(["check", "--quiet"]).args(files()).output();
        let output = output
            .unwrap_or_else(|error| panic!("{}: {error}. `make setup-test` installs it.", checker.display()));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

#[tokio::test]
async fn every_public_page_has_its_paper() {
    let demo = Demo::new(SITE).await;
    let slot = slot(&demo).await;
    let offer = calendar::opportunity(&demo.visitor(), slot.opportunity_id).await.expect("its opportunity");
    let (termin, oferta) = (format!("/termin/{}", slot.card.id), format!("/oferta/{}", slot.opportunity_id));
    let shelf = Shelf::new("public");
    let paths = [
        "/kalendarz.pdf".to_owned(),
        "/kalendarz.pdf?widok=day".to_owned(),
        "/kalendarz.pdf?widok=days3".to_owned(),
        "/kalendarz.pdf?widok=week".to_owned(),
        format!("/kalendarz.pdf?widok=week&placowka={}", offer.organisation_id),
        "/kalendarz.pdf?widok=month&rodzaj=day_room".to_owned(),
        format!("{termin}.pdf"),
        format!("{oferta}.pdf"),
        format!("{oferta}/plakat-a4.pdf"),
        format!("{oferta}/plakat-a3.pdf"),
        "/o-programie.pdf".to_owned(),
        "/dolacz.pdf".to_owned(),
        "/mapa.pdf".to_owned(),
        "/jak-pomagac.pdf".to_owned(),
        "/udostepnianie.pdf".to_owned(),
        "/deklaracja-dostepnosci.pdf".to_owned(),
    ];
    for (page, ..) in app::links::PUBLIC_PAGES {
        let file = if page == "/" { "/kalendarz.pdf".to_owned() } else { format!("{page}.pdf") };
        assert!(paths.contains(&file), "{page} has no paper");
    }
    for (number, path) in paths.iter().enumerate() {
        for (language, code) in ["pl", "uk", "en"].into_iter().enumerate() {
            let answer = demo.get(&format!("/{code}{path}"), "").await;
            assert_eq!(answer.status(), StatusCode::OK, "{path}");
            let headers = answer.headers().clone();
            assert_eq!(headers[CONTENT_TYPE], "application/pdf");
            assert_eq!(headers[CACHE_CONTROL], "private, no-cache");
            let name = headers[CONTENT_DISPOSITION].to_str().expect("ASCII");
            assert!(
                name.starts_with("attachment; filename=\"") && name.contains("filename*=UTF-8''"),
                "{name}"
            );
            let pdf = bytes(answer).await;
            assert!(pdf.starts_with(b"%PDF-1.7"), "{path}");
            let info = String::from_utf8(poppler("pdfinfo", &["-"], &pdf)).expect("UTF-8");
            assert!(info.contains("Tagged:          yes"), "{path}: {info}");
            if code == "pl" && path.contains(&oferta) {
                assert!(words(&pdf).contains(&slot.card.title), "{path}");
            }
            shelf.put(number * 3 + language, &pdf);
        }
    }
    shelf.check();
}

#[tokio::test]
async fn a_file_is_fetched_once_and_can_be_shown() {
    let demo = Demo::new(SITE).await;
    let first = demo.get("/pl/dolacz.pdf", "").await;
    let etag = first.headers()[ETAG].to_str().expect("ASCII").to_owned();
    let again = |path: &str| {
        Request::builder()
            .uri(path)
            .header(HOST, "127.0.0.1:3000")
            .header(IF_NONE_MATCH, &etag)
            .body(Body::empty())
    };
    let same = demo.send(again("/pl/dolacz.pdf").expect("a request")).await;
    assert_eq!(same.status(), StatusCode::NOT_MODIFIED);
    assert!(bytes(same).await.is_empty());
    let other = demo.send(again("/uk/dolacz.pdf").expect("a request")).await;
    assert_eq!(other.status(), StatusCode::OK);
    let shown = demo.get("/pl/dolacz.pdf?druk=1", "").await;
    assert!(shown.headers()[CONTENT_DISPOSITION].to_str().expect("ASCII").starts_with("inline;"));
    let head = Request::builder().method(Method::HEAD).uri("/pl/dolacz.pdf").header(HOST, "127.0.0.1:3000");
    let head = demo.send(head.body(Body::empty()).expect("a request")).await;
    assert_eq!(
        (head.status(), head.headers()[ETAG].to_str().expect("ASCII")),
        (StatusCode::OK, etag.as_str())
    );
    let posted = demo.post("/pl/dolacz.pdf", "", "", "text/html").await;
    assert!(posted.status().is_client_error(), "{}", posted.status());
}

#[tokio::test]
async fn the_calendar_keeps_its_filters() {
    let demo = Demo::new(SITE).await;
    let found = words(&bytes(demo.get("/pl/kalendarz.pdf?szukaj=karma%20kotow", "").await).await);
    assert!(found.contains("Karma dla kotów") && found.contains("Wybrane: „karma kotow”"), "{found}");
    let all = words(&bytes(demo.get("/pl/kalendarz.pdf", "").await).await);
    assert!(all.len() > 2 * found.len(), "a filter leaves something out");
    let nothing = demo.get("/pl/kalendarz.pdf?szukaj=nie-ma-czegos-takiego", "").await;
    assert!(words(&bytes(nothing).await).contains("Nic nie pasuje do tych filtrów"));
}

#[tokio::test]
async fn nobody_gets_another_s_schedule() {
    let demo = Demo::new(SITE).await;
    let visitor = demo.get("/uk/moje.pdf", "").await;
    assert_eq!(visitor.status(), StatusCode::UNAUTHORIZED);
    assert!(visitor.headers()[CONTENT_TYPE].to_str().expect("ASCII").starts_with("text/html"));
    let page = text(visitor).await;
    assert!(page.contains("lang=\"uk\"") && page.contains("/uk/wejscie?powrot=/moje"), "{page}");

    let (julia, cx) = demo.signed_in("julia").await;
    let own = demo.get("/pl/moje.pdf", &julia).await;
    assert_eq!(own.status(), StatusCode::OK);
    assert_eq!(own.headers()[CACHE_CONTROL], "no-store", "a shared machine keeps nothing");
    let etag = own.headers()[ETAG].clone();
    let own = words(&bytes(own).await);
    let mine = backend::service::schedule::mine(&cx).await.expect("a schedule");
    let claim = mine.coming.first().expect("Julia comes somewhere");
    assert!(own.contains("Dla: Julia") && own.contains(&claim.card.title), "{own}");

    let (other, _) = demo.signed_in("nowa").await;
    let theirs = demo.get("/pl/moje.pdf", &other).await;
    assert_ne!(theirs.headers()[ETAG], etag);
    let theirs = words(&bytes(theirs).await);
    assert!(!theirs.contains("Julia") && theirs.contains("Znajdź w kalendarzu"), "{theirs}");
}

#[tokio::test]
async fn a_list_of_who_comes_is_the_host_s() {
    let demo = Demo::new(SITE).await;
    let (julia, _) = demo.signed_in("julia").await;
    assert_eq!(demo.get("/placowka.pdf", "").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(demo.get("/placowka.pdf", &julia).await.status(), StatusCode::FORBIDDEN);
    let (dorota, cx) = demo.signed_in("kierownik").await;
    let answer = demo.get("/pl/placowka.pdf", &dorota).await;
    assert_eq!(
        (answer.status(), answer.headers()[CACHE_CONTROL].as_bytes()),
        (StatusCode::OK, &b"no-store"[..])
    );
    let list = words(&bytes(answer).await);
    let view = backend::service::hosting::overview(&cx).await.expect("her people");
    let comes = |state| state == domain::claim::ClaimState::Approved;
    let people = view.coming.iter().flat_map(|slot| &slot.people).filter(|person| comes(person.state));
    let names: Vec<&str> = people.map(|person| person.name.as_str()).collect();
    assert!(!names.is_empty() && names.iter().all(|name| list.contains(name)), "{names:?}: {list}");
}

#[tokio::test]
async fn a_facility_s_week_is_its_own_and_names_nobody() {
    let demo = Demo::new(SITE).await;
    let (julia, _) = demo.signed_in("julia").await;
    let path = "/pl/placowka/tydzien.pdf";
    assert_eq!(demo.get(path, "").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(demo.get(path, &julia).await.status(), StatusCode::FORBIDDEN);
    let (dorota, cx) = demo.signed_in("kierownik").await;
    let answer = demo.get(path, &dorota).await;
    assert_eq!(
        (answer.status(), answer.headers()[CACHE_CONTROL].as_bytes()),
        (StatusCode::OK, &b"no-store"[..])
    );
    let pdf = bytes(answer).await;
    let shelf = Shelf::new("week");
    shelf.put(0, &pdf);
    shelf.check();
    let sheet = words(&pdf);
    let week = backend::service::hosting::week(&cx, None).await.expect("her week");
    let everybody = CalendarQuery { organisation: None, ..week.query.clone() };
    let all = calendar::browse(&demo.visitor(), everybody).await.expect("everybody's week");
    let count = |view: &domain::view::CalendarView| view.days.iter().map(|day| day.count).sum::<i64>();
    assert!(0 < count(&week) && count(&week) < count(&all), "only what is hers");
    assert!(sheet.contains("Tydzień placówki:"), "{sheet}");
    let list = backend::service::hosting::overview(&cx).await.expect("her people");
    let people =
        list.to_confirm.iter().chain(&list.coming).chain(&list.confirmed).flat_map(|slot| &slot.people);
    let names: Vec<&str> = people.map(|person| person.name.as_str()).collect();
    assert!(!names.is_empty() && !names.iter().any(|name| sheet.contains(name)), "{names:?}: {sheet}");
    let later = words(&bytes(demo.get(&format!("{path}?dzien=2027-01-14"), &dorota).await).await);
    assert!(later.contains("11–17 stycznia 2027"), "{later}");
}

#[tokio::test]
async fn a_date_with_roles_names_them_on_paper() {
    let demo = Demo::new(SITE).await;
    let query = |day| CalendarQuery { day: Some(day), span: CalendarSpan::Month, ..CalendarQuery::default() };
    let visitor = demo.visitor();
    let mut found = None;
    let today: Day = visitor.now().day().into();
    let month = calendar::browse(&visitor, query(today)).await.expect("a month");
    for card in month.days.into_iter().flat_map(|day| day.slots) {
        let page = calendar::slot(&visitor, card.id).await.expect("its page");
        if !page.roles.is_empty() {
            found = Some(page);
            break;
        }
    }
    let page = found.expect("the demonstration has a date with roles");
    for file in [
        format!("/pl/termin/{}.pdf", page.card.id),
        format!("/pl/oferta/{}.pdf", page.opportunity_id),
        format!("/pl/oferta/{}/plakat-a4.pdf", page.opportunity_id),
    ] {
        let sheet = words(&bytes(demo.get(&file, "").await).await);
        for role in &page.roles {
            assert!(sheet.contains(&role.name), "{file} does not name {}: {sheet}", role.name);
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_a_page_that_says_so() {
    let demo = Demo::new(SITE).await;
    let slot = slot(&demo).await;
    let nobody = "00000000-0000-0000-0000-000000000077";
    for path in [
        format!("/en/oferta/{nobody}.pdf"),
        format!("/en/oferta/{nobody}/plakat-a4.pdf"),
        format!("/en/termin/{nobody}.pdf"),
        "/en/termin/nonsense.pdf".to_owned(),
        "/en/termin/%3Cscript%3E.pdf".to_owned(),
        // A slot is no opportunity.
        format!("/en/oferta/{}.pdf", slot.card.id),
    ] {
        let answer = demo.get(&path, "").await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        let page = text(answer).await;
        assert!(
            page.contains("<h1>") && page.contains("lang=\"en\"") && !page.contains("<script>"),
            "{path}: {page}"
        );
    }
    let unknown = demo.get("/pl/oferta/7/plakat-a5.pdf", "").await;
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn papers_are_counted_but_not_those_that_are_kept() {
    let demo = Demo::new(SITE).await;
    let kept = demo.get("/pl/dolacz.pdf", "").await;
    assert_eq!(kept.status(), StatusCode::OK);
    for _ in 1..papers::PAPERS_PER_HOUR {
        papers::count(&demo.visitor(), "").await.expect("within the limit");
    }
    assert_eq!(demo.get("/pl/dolacz.pdf", "").await.status(), StatusCode::OK, "it is kept");
    let refused = demo.get("/pl/o-programie.pdf", "").await;
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    let page = text(refused).await;
    assert!(page.contains("Za dużo prób") && page.contains("href=\"/pl/o-programie\""), "{page}");
}

#[tokio::test]
async fn a_crowd_is_told_to_come_again() {
    let demo = Demo::new(SITE).await;
    let asks = (0..40).map(|day| {
        let program = demo.program.clone();
        let path = format!("/pl/kalendarz.pdf?widok=day&dzien=2026-12-{:02}&szukaj={day}", day % 28 + 1);
        tokio::spawn(async move {
            let request = Request::builder().uri(path).header(HOST, "127.0.0.1:3000");
            let request = request.body(Body::empty()).expect("a request");
            tower::ServiceExt::oneshot(program, request).await.expect("the router never fails")
        })
    });
    let mut statuses = Vec::new();
    for ask in asks.collect::<Vec<_>>() {
        let answer = ask.await.expect("a task");
        if answer.status() == StatusCode::SERVICE_UNAVAILABLE {
            assert_eq!(answer.headers()[RETRY_AFTER], "5");
        }
        statuses.push(answer.status());
    }
    assert!(statuses.iter().all(|status| [StatusCode::OK, StatusCode::SERVICE_UNAVAILABLE].contains(status)));
    assert!(statuses.contains(&StatusCode::OK), "somebody is served");
}

#[tokio::test]
async fn the_code_of_a_poster_leads_to_the_opportunity() {
    let demo = Demo::new("https://wolontariat.example.org").await;
    let slot = slot(&demo).await;
    for sheet in ["a4", "a3"] {
        let pdf =
            bytes(demo.get(&format!("/pl/oferta/{}/plakat-{sheet}.pdf", slot.opportunity_id), "").await)
                .await;
        let picture = poppler("pdftoppm", &["-gray", "-r", "60"], &pdf);
        // `P5 width height 255` and one byte for each point.
        let mut parts = picture.splitn(4, u8::is_ascii_whitespace);
        let mut number = || std::str::from_utf8(parts.next().expect("a part")).expect("ASCII").to_owned();
        let (kind, width, height) = (number(), number(), number());
        assert_eq!(kind, "P5");
        let (width, height): (usize, usize) =
            (width.parse().expect("width"), height.parse().expect("height"));
        let points = &picture[picture.len() - width * height..];
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| points[y * width + x]);
        let codes = image.detect_grids();
        let [code] = codes.as_slice() else { panic!("{} codes on {sheet}", codes.len()) };
        let (_, address) = code.decode().expect("a code");
        assert_eq!(address, format!("https://wolontariat.example.org/oferta/{}", slot.opportunity_id));
    }
}

#[tokio::test]
async fn pages_name_their_papers() {
    let demo = Demo::new(SITE).await;
    let slot = slot(&demo).await;
    for (page, file) in [
        ("/pl?widok=month&rodzaj=day_room".to_owned(), "/pl/kalendarz.pdf?widok=month".to_owned()),
        ("/pl?widok=days3".to_owned(), "/pl/kalendarz.pdf?widok=days3".to_owned()),
        ("/pl/udostepnianie".to_owned(), "/pl/udostepnianie.pdf".to_owned()),
        (format!("/pl/termin/{}", slot.card.id), format!("/pl/termin/{}.pdf", slot.card.id)),
        (
            format!("/pl/oferta/{}", slot.opportunity_id),
            format!("/pl/oferta/{}/plakat-a3.pdf", slot.opportunity_id),
        ),
        ("/pl/dolacz".to_owned(), "/pl/dolacz.pdf".to_owned()),
    ] {
        let html = text(demo.get(&page, "").await).await;
        assert!(html.contains(&format!("href=\"{file}")), "{page} has no link to {file}");
        assert!(html.contains("rel=\"external\""), "a file is not the router's");
    }
}
