//! Every server function, as everyone who may ask, with whatever can be typed or forged: an answer in words,
//! never a panic, never a 500.

use crate::demo::Demo;
use axum::body::Body;
use domain::calendar::CalendarSpan;
use domain::time::Day;
use domain::view::CalendarQuery;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HOST};
use http::{Method, Request, StatusCode};
use http_body_util::BodyExt;
use proptest::prelude::*;
use std::fmt::Write;

/// The demonstration's program, and the cookies of a visitor, an intruder, two volunteers, a host and a coordinator.
struct World {
    demo: Demo,
    cookies: Vec<String>,
    endpoints: Vec<String>,
}

async fn world() -> World {
    let demo = Demo::new("http://127.0.0.1:3000").await;
    let mut cookies = vec![String::new(), "lacznik=nonsense".to_owned()];
    for persona in ["julia@", "nowa@", "kierownik@", "koordynator@"] {
        cookies.push(demo.signed_in(persona).await.0);
    }
    let endpoints = server_fn::axum::server_fn_paths()
        .filter(|(_, method)| *method == Method::POST)
        .map(|(path, _)| path.to_owned())
        .collect();
    World { demo, cookies, endpoints }
}

/// The fields of all forms.
const FIELDS: [&str; 120] = [
    "slot_id",
    "claim_id",
    "person_id",
    "id",
    "klucz",
    "przyjmuje",
    "back",
    "prefix",
    "code",
    "locale",
    "reason",
    "status",
    "search",
    "came",
    "minutes",
    "done",
    "form",
    "form[name]",
    "form[travel_minutes]",
    "form[weekly_hours]",
    "form[minor_weekly_hours]",
    "form[cancel_hours]",
    "form[waitlist_hours]",
    "form[decides_swaps]",
    "form[party_places]",
    "form[email]",
    "form[phone]",
    "form[birth_on]",
    "form[district_id]",
    "form[occupation]",
    "form[kinds][]",
    "form[free][]",
    "form[weekly_hours]",
    "form[organisation_id]",
    "form[kind]",
    "form[title]",
    "form[place]",
    "form[min_age]",
    "form[claim_rule]",
    "form[day]",
    "form[starts]",
    "form[ends]",
    "form[max_places]",
    "form[pattern]",
    "form[weekdays][]",
    "form[repeat_until]",
    "form[count]",
    "form[skipped]",
    "change[scope]",
    "change[what]",
    "change[place]",
    "fingerprint",
    "query",
    "toggle",
    "form[opens_days]",
    "form[standing]",
    "form[answers][0]",
    "form[questions][0][text]",
    "form[questions][0][kind]",
    "form[questions][0][choices]",
    "form[effect]",
    "form[experience]",
    "form[times]",
    "form[absence]",
    "form[months]",
    "form[ahead]",
    "form[days]",
    "form[age]",
    "note",
    "name",
    "from",
    "of_centre",
    "trusted",
    "wzor",
    "on",
    "form[queue]",
    "form[why]",
    "form[reason]",
    "form[everyone]",
    "form[people][]",
    "form[with]",
    "form[to]",
    "form[slots][]",
    "form[skipped][]",
    "form[first]",
    "form[last]",
    "form[hours]",
    "form[minutes]",
    "form[min_places]",
    "series_id",
    "standing_id",
    "stint_id",
    "form[role]",
    "role",
    "form[requires][]",
    "form[roles][0][id]",
    "form[roles][0][name]",
    "form[roles][0][min_age]",
    "form[roles][0][requires][]",
    "form[roles][0][min_places]",
    "form[roles][0][max_places]",
    "form[code]",
    "form[from]",
    "form[until]",
    "code",
    "from",
    "przychodzi",
    "form[friend]",
    "form[places]",
    "form[names_days]",
    "form[names][0]",
    "form[births][0]",
    "form[paste]",
    "what",
    "to",
    "form[claim_id]",
    "form[tap]",
    "form[number]",
    "form[at]",
    "form[id]",
];

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("00000000-0000-7000-8000-000000000000".to_owned()),
        Just("' OR 1=1 --".to_owned()),
        Just("<script>alert(1)</script>".to_owned()),
        Just("-9223372036854775808".to_owned()),
        Just("99999999999999999999".to_owned()),
        Just("9999-12-31".to_owned()),
        Just("-9999-01-01".to_owned()),
        Just("24:61".to_owned()),
        Just("true".to_owned()),
        Just("instant".to_owned()),
        Just("ż".repeat(5_000)),
        Just("a\u{0}b\r\nSet-Cookie: x=y".to_owned()),
        Just("%ff%fe".to_owned()),
        any::<String>(),
        any::<i64>().prop_map(|number| number.to_string()),
    ]
}

/// What is sent: a form of some fields, or something else altogether.
#[derive(Clone, Debug)]
enum Sent {
    Form(Vec<(usize, String)>),
    Packed(Vec<u8>),
    Bytes(Vec<u8>),
}

fn pack<T: serde::Serialize>(input: &T) -> Vec<u8> {
    app::wire::pack(input).expect("it can be packed")
}

fn sent() -> impl Strategy<Value = Sent> {
    let wild = |text: &str| Day(text.parse().expect("a date"));
    let query = |span, day| CalendarQuery { span, day: Some(wild(day)), ..CalendarQuery::default() };
    let nobody = "00000000-0000-7000-8000-000000000000";
    let packed = prop_oneof![
        Just(pack(&())),
        Just(pack(&query(CalendarSpan::Month, "9999-12-31"))),
        Just(pack(&query(CalendarSpan::Week, "-009999-01-01"))),
        Just(pack(&CalendarQuery {
            text: Some("%_\u{0}'".to_owned()),
            age: Some(i64::MIN),
            ..query(CalendarSpan::Days3, "1000-01-01")
        })),
        Just(pack(&(nobody, query(CalendarSpan::Day, "9000-12-31")))),
        Just(pack(&(wild("9999-12-31"), wild("-009999-01-01")))),
        Just(pack(&i16::MIN)),
        Just(pack(&i16::MAX)),
        Just(pack(&(nobody, "dzien=9999-12-31&od=25:61&do="))),
        Just(pack(&(nobody, "form[day]=9999-12-31&form[skipped]=,,x&toggle=y"))),
        any::<String>().prop_map(|text| pack(&text)),
        any::<(String, String, i64)>().prop_map(|mixed| pack(&mixed)),
        proptest::collection::vec(any::<u8>(), 0..200).prop_map(|bytes| [pack(&()), bytes].concat()),
    ];
    prop_oneof![
        4 => proptest::collection::vec((0..FIELDS.len(), value()), 0..12).prop_map(Sent::Form),
        2 => packed.prop_map(Sent::Packed),
        1 => proptest::collection::vec(any::<u8>(), 0..200).prop_map(Sent::Bytes),
    ]
}

fn config_of(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        // Writing to a String cannot fail.
        let _ = write!(encoded, "%{byte:02X}");
    }
    encoded
}

impl World {
    async fn ask(&self, endpoint: &str, cookie: &str, sent: &Sent, as_browser: bool) -> (StatusCode, String) {
        let (kind, body) = match sent {
            Sent::Form(fields) => {
                let pairs: Vec<String> = fields
                    .iter()
                    .map(|(field, value)| format!("{}={}", FIELDS[*field], encoded(value)))
                    .collect();
                ("application/x-www-form-urlencoded", pairs.join("&").into_bytes())
            }
            Sent::Packed(bytes) => ("application/x-postcard", bytes.clone()),
            Sent::Bytes(bytes) => ("application/x-www-form-urlencoded", bytes.clone()),
        };
        let request = Request::builder()
            .method(Method::POST)
            .uri(endpoint)
            .header(HOST, "127.0.0.1:3000")
            .header("sec-fetch-site", "same-origin")
            .header(COOKIE, cookie)
            .header(CONTENT_TYPE, kind)
            .header(ACCEPT, if as_browser { "text/html" } else { "application/json" })
            .header("referer", "http://127.0.0.1:3000/moje");
        let request = request.body(Body::from(body)).expect("a request");
        let answer = self.demo.send(request).await;
        let status = answer.status();
        let bytes = answer.into_body().collect().await.expect("a body").to_bytes();
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }
}

#[test]
fn nothing_typed_breaks_the_program() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let world = runtime.block_on(world());
    assert!(world.endpoints.len() > 25, "the server functions are registered: {:?}", world.endpoints);
    let (endpoints, cookies) = (world.endpoints.len(), world.cookies.len());
    let mut runner = proptest::test_runner::TestRunner::new(config_of(3_000));
    let input = (0..endpoints, 0..cookies, sent(), any::<bool>());
    runner
        .run(&input, |(endpoint, cookie, sent, as_browser)| {
            let (endpoint, cookie) = (&world.endpoints[endpoint], &world.cookies[cookie]);
            let (status, body) = runtime.block_on(world.ask(endpoint, cookie, &sent, as_browser));
            prop_assert!(status.as_u16() < 500, "{endpoint} {sent:?}: {status} {body}");
            prop_assert!(!body.contains("SELECT ") && !body.contains("panicked"), "{body}");
            Ok(())
        })
        .expect("no input breaks the program");
}

/// Addresses that go on with whatever is typed.
const PATHS: [&str; 21] = [
    "/",
    "/termin/",
    "/oferta/",
    "/propozycja/",
    "/zaproszenie/",
    "/grupa/",
    "/obecnosc/",
    "/placowka/",
    "/koordynacja/oferty/",
    "/koordynacja/ludzie",
    "/wejscie/kod",
    "/uk/moje",
    "/mapa",
    "/udostepnianie",
    "/osadz",
    "/kalendarz.json",
    "/kalendarz.pdf",
    "/placowka/tydzien.pdf",
    "/kalendarz/placowka/",
    "/uk/kalendarz/rodzaj/",
    "/kalendarz/moje/",
];

/// What addresses may ask for.
const NAMES: [&str; 16] = [
    "widok",
    "dzien",
    "rodzaj",
    "placowka",
    "osiedle",
    "dzientyg",
    "szukaj",
    "status",
    "__err",
    "__path",
    "powrot",
    "klucz",
    "kolejnosc",
    "numer",
    "ile",
    "druk",
];

#[test]
fn addresses_of_pages_may_hold_anything() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let world = runtime.block_on(world());
    let mut runner = proptest::test_runner::TestRunner::new(config_of(300));
    let input = (0..PATHS.len(), value(), 0..NAMES.len(), value(), 0..world.cookies.len());
    runner
        .run(&input, |(path, rest, name, value, cookie)| {
            let value: String = value.chars().take(500).collect();
            let rest: String = rest.chars().take(100).collect();
            let rest =
                if PATHS[path].ends_with('/') && PATHS[path] != "/" { encoded(&rest) } else { String::new() };
            let uri = format!("{}{rest}?{}={}", PATHS[path], NAMES[name], encoded(&value));
            let request = Request::builder()
                .uri(&uri)
                .header(HOST, "127.0.0.1:3000")
                .header(COOKIE, &world.cookies[cookie]);
            let request = request.body(Body::empty()).expect("a request");
            let answer = runtime.block_on(world.demo.send(request));
            prop_assert!(answer.status().as_u16() < 500, "{uri}: {}", answer.status());
            Ok(())
        })
        .expect("no address breaks the program");
}
