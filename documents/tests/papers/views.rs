//! Views to put on paper: usual ones, and ones that try to break it.

use documents::{Frame, Paper, Sheet};
use domain::calendar::{CalendarSpan, LeaveOut, days_between, holiday, plus_days};
use domain::claim::ClaimState;
use domain::claiming::Refusal;
use domain::declaration::{Declaration, DeclarationView};
use domain::form::Repeat;
use domain::kind::Family;
use domain::locale::Locale;
use domain::opportunity::{ClaimRule, OpportunityState, OrganisationType};
use domain::party::PartyKind;
use domain::presence::Presence;
use domain::role::Role;
use domain::time::{Day, Instant};
use domain::view::{
    CalendarDay, CalendarQuery, CalendarView, Choice, Choices, Contact, Filters, Fit, FittingSlot,
    GuestPresence, HostPerson, HostSlot, HostView, KindChoice, KindLabel, MapDistrict, MapView, MyClaim,
    MySchedule, OpportunityView, OwnPlace, PartyLine, RoleSeats, SeriesView, SlotCard, SlotPage, Standing,
};
use jiff::civil::date;

/// What must come out as it went in, and never be read as code.
pub const HOSTILE: &str =
    r#"#let x = panic("!"); $1 + 1$ *b* _i_ [x] <label> @ref \ // /* = Nagłówek - • `raw` ~ -- "q" #{data}"#;

pub fn contact() -> Contact {
    Contact {
        name: "Miejski Ośrodek Pomocy Społecznej w Płocku".into(),
        address: "ul. Wolskiego 4, 09-400 Płock".into(),
        phone: "24 364 02 10".into(),
        email: "wolontariat@example.org".into(),
    }
}

pub fn frame<'a>(locale: Locale, contact: &'a Contact, path: &'a str) -> Frame<'a> {
    let now = Instant::from_civil(date(2026, 11, 23).at(9, 0, 0, 0));
    Frame { locale, contact, now, site: "https://wolontariat.example.org", path }
}

fn id<Id: std::str::FromStr<Err: std::fmt::Debug>>(n: usize) -> Id {
    format!("0190b6a0-0000-7000-8000-{n:012}").parse().expect("an id")
}

/// The nth slot of a time that begins on Monday, 23 November 2026, so many on each day.
pub fn card(n: usize, per_day: usize, title: &str) -> SlotCard {
    let families =
        [Family::Children, Family::Elders, Family::Work, Family::Home, Family::Town, Family::Support];
    let day = i64::try_from(n / per_day).expect("a small number");
    let hour = i64::try_from(n % per_day).expect("a small number");
    let day = plus_days(Day(date(2026, 11, 23)), day);
    let starts_at = Instant::from_civil(day.0.at(8, 0, 0, 0)).plus_minutes(hour * 75 % 720);
    SlotCard {
        id: id(n),
        title: title.into(),
        kind: KindLabel { code: "day_room".into(), family: families[n % 6], short: "Świetlica".into() },
        organisation: "Świetlica „Słoneczna”".into(),
        district: Some("Stare Miasto".into()),
        remote: n % 7 == 6,
        starts_at,
        ends_at: starts_at.plus_minutes(120),
        min_places: 2,
        max_places: 6,
        work_minutes: None,
        taken: i64::try_from(n % 4).expect("a small number"),
        lacking: (2 - i64::try_from(n % 4).expect("a small number")).max(0),
        standing: match n % 5 {
            3 => Standing::Closed(Refusal::Full),
            4 => Standing::Mine { claim_id: id(n), state: ClaimState::Approved },
            _ => Standing::Open,
        },
    }
}

const PLACE: &str = "ul. Kwiatowa 3, sala na parterze";

/// Three hours of work from Monday, 23 November, to Sunday, 6 December 2026.
pub fn task(title: &str) -> SlotCard {
    let (starts_at, ends_at) = domain::window::span(Day(date(2026, 11, 23)), Day(date(2026, 12, 6)));
    SlotCard { starts_at, ends_at, work_minutes: Some(180), standing: Standing::Open, ..card(0, 1, title) }
}

fn every_monday() -> SeriesView {
    let card = card(0, 1, "");
    SeriesView {
        id: id(9),
        repeat: Repeat {
            rule: "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=MO;UNTIL=20270620".parse().expect("a rule"),
            leave_out: LeaveOut { holidays: true, school_breaks: false, days: Vec::new() },
        },
        starts_at: card.starts_at,
        ends_at: card.ends_at,
    }
}

/// A calendar from Monday, 23 November 2026, on.
pub fn calendar(span: CalendarSpan, slots: usize, per_day: usize, title: &str) -> CalendarView {
    let asked = Day(date(2026, 11, 23));
    let all: Vec<SlotCard> = (0..slots).map(|n| card(n, per_day.max(1), title)).collect();
    let (first, last) = span.days(asked);
    let days = days_between(first, last)
        .map(|day| {
            let here: Vec<SlotCard> =
                all.iter().filter(|card| card.starts_at.day() == day.0).cloned().collect();
            let count = i64::try_from(here.len()).expect("a small number");
            let shown = if span == CalendarSpan::Month { 3 } else { usize::MAX };
            let slots = here.into_iter().take(shown).collect();
            CalendarDay { day, holiday: holiday(day), count, slots, over: Vec::new() }
        })
        .collect();
    CalendarView {
        query: CalendarQuery { span, day: Some(asked), text: Some(title.into()), ..CalendarQuery::default() },
        today: asked,
        days,
        windows: Vec::new(),
        strip: Vec::new(),
        next: Some(Day(date(2027, 1, 24))),
        nearest: None,
        ways: Vec::new(),
        age: None,
        may_order: false,
        for_me: None,
        filters: Filters::default(),
    }
}

pub fn for_me(title: &str) -> CalendarView {
    let mut view = calendar(CalendarSpan::Agenda, 0, 1, title);
    view.for_me = Some(vec![FittingSlot { card: card(1, 1, title), fits: vec![Fit::Near, Fit::Liked] }]);
    view
}

pub const DRIVER: &str = "Kierowca";

/// A role; drivers have a licence.
fn role(n: usize, name: &str, min_age: Option<i64>) -> Role {
    let requires = if name == DRIVER { vec!["driving-b".into()] } else { Vec::new() };
    Role { id: id(n), name: name.into(), min_age, requires, ended: false }
}

fn seats(role: &Role) -> RoleSeats {
    RoleSeats {
        id: role.id,
        name: role.name.clone(),
        min_age: role.min_age,
        requires: role.requires.clone(),
        min_places: 1,
        max_places: 2,
        taken: 1,
        refusal: None,
    }
}

/// A class of which two names are known.
pub fn group(name: &str) -> (PartyLine, Vec<GuestPresence>) {
    let until = Instant::from_civil(date(2026, 11, 30).at(20, 0, 0, 0));
    let (kind, claim_id) = (PartyKind::School, id(1));
    let line = PartyLine {
        claim_id,
        kind,
        name: name.into(),
        places: 12,
        names: 2,
        wrong: 0,
        until,
        closed: false,
        freed: 0,
    };
    let guests =
        ["Iga Lis", "Tom Bąk"].map(|name| GuestPresence { id: id(5), name: name.into(), came: None });
    (line, guests.into())
}

pub fn opportunity(title: &str, description: &str, dates: usize) -> OpportunityView {
    let card = card(0, 1, title);
    // Once in a week: a rule.
    let date = |n: usize| SlotCard { taken: 1, standing: Standing::Open, ..self::card(n * 7, 1, title) };
    OpportunityView {
        id: id(7),
        state: OpportunityState::Published,
        title: title.into(),
        description: description.into(),
        kind: card.kind,
        kind_name: "Praca w świetlicy: pomoc w odrabianiu lekcji, organizowanie czasu wolnego".into(),
        organisation_id: id(3),
        organisation: card.organisation,
        organisation_type: OrganisationType::DayRoom,
        address: "ul. Kwiatowa 3, 09-400 Płock".into(),
        place: PLACE.into(),
        district: card.district,
        remote: false,
        min_age: 15,
        minor_directed: true,
        confidential: true,
        claim_rule: ClaimRule::Approval,
        requires: vec!["first-aid".into()],
        roles: [role(1, title, None), role(2, DRIVER, Some(18))].into(),
        repeats: if dates > 2 { vec![every_monday()] } else { Vec::new() },
        dates: (0..dates).map(date).collect(),
        signed_in: false,
        watching: false,
        series: Vec::new(),
    }
}

pub fn slot(title: &str, description: &str, dates: usize) -> SlotPage {
    SlotPage {
        card: card(0, 1, title),
        opportunity_id: id(7),
        place: PLACE.into(),
        min_age: 15,
        claim_rule: ClaimRule::Instant,
        description: description.into(),
        organisation_type: OrganisationType::DayRoom,
        address: "ul. Kwiatowa 3, 09-400 Płock".into(),
        kind_name: "Praca w świetlicy".into(),
        minor_directed: false,
        confidential: true,
        others: Vec::new(),
        dates: (1..=dates).map(|n| card(n, 1, title)).collect(),
        missing: Vec::new(),
        signed_in: false,
        requires: vec!["first-aid".into()],
        roles: [role(1, title, None), role(2, DRIVER, Some(18))].iter().map(seats).collect(),
        group: None,
        questions: Vec::new(),
        answers: Vec::new(),
        own: None,
        hand_over: None,
        waiting: 0,
        watching: false,
        stepped_back: false,
        cancel_hours: 48,
        series: None,
        work: None,
    }
}

pub fn schedule(title: &str, claims: usize) -> MySchedule {
    let claim = |n: usize, minutes| MyClaim {
        claim_id: id(n),
        card: card(n * 5 + 4, 3, title),
        place: PLACE.into(),
        own: OwnPlace { asked_again: n == 1, ..OwnPlace::default() },
        reason: Some(title.into()),
        can_withdraw: true,
        minutes,
        role: (n == 0).then(|| DRIVER.into()),
    };
    MySchedule {
        coming: (0..claims).map(|n| claim(n, None)).collect(),
        past: (0..claims).map(|n| claim(n, Some(95))).collect(),
        total_minutes: 1234,
        missing: Vec::new(),
    }
}

pub fn kinds(name: &str) -> Vec<KindChoice> {
    let kind = |n: i64| KindChoice {
        code: "day_room".into(),
        family: Family::Town,
        short: name.into(),
        name: name.into(),
        min_age: 15 + n,
    };
    (0..13).map(kind).collect()
}

pub fn hosted(title: &str, people: usize) -> HostView {
    let person = |n: usize| HostPerson {
        presence: Presence::default(),
        proposed: None,
        claim_id: id(n),
        name: format!("{title} {n}"),
        phone: "600 100 200".into(),
        state: if n % 4 == 3 { ClaimState::Pending } else { ClaimState::Approved },
        minutes: None,
        answers: Vec::new(),
        noted: None,
        done: false,
        role: (n == 0).then(|| DRIVER.into()),
        places: 1,
        party: None,
        guests: Vec::new(),
    };
    let slot = |n: usize, people: usize| HostSlot {
        id: id(n),
        title: title.into(),
        organisation: "Świetlica".into(),
        starts_at: card(n, 1, title).starts_at,
        ends_at: card(n, 1, title).ends_at,
        work_minutes: None,
        min_places: 1,
        max_places: 6,
        people: (0..people).map(person).collect(),
        missing: 0,
        has_begun: false,
    };
    let coming = if people == 0 { Vec::new() } else { vec![slot(0, people), slot(1, 0), slot(2, 4)] };
    HostView { coming, ..HostView::default() }
}

/// What there are calendars of.
pub fn choices(name: &str) -> Choices {
    let organisation = |n: usize| Choice { id: id(n), name: name.into() };
    Choices { kinds: kinds(name), organisations: (0..9).map(organisation).collect(), districts: Vec::new() }
}

fn districts(name: &str) -> MapView {
    let district = |n: usize| MapDistrict { id: id(n), name: name.into(), dates: 4, free: 17 };
    MapView { districts: (0..21).map(district).collect(), elsewhere: 2 }
}

fn declaration(text: &str) -> DeclarationView {
    let declaration = Declaration { building: text.into(), contact: text.into(), ..Declaration::default() };
    let contact = contact();
    let url = "https://wolontariat.example.org".into();
    DeclarationView { declaration, centre: contact.name, address: contact.address, url }
}

/// Every paper with this title and description and so many dates.
pub fn all(locale: Locale, title: &str, description: &str, dates: usize) -> Vec<(&'static str, Paper)> {
    let contact = contact();
    let frame = frame(locale, &contact, "/?widok=week&dzien=2026-11-23");
    let spans = [
        ("agenda", CalendarSpan::Agenda, 6),
        ("day", CalendarSpan::Day, dates),
        ("three-days", CalendarSpan::Days3, (dates / 3).max(1)),
        ("week", CalendarSpan::Week, (dates / 7).max(2)),
        ("month", CalendarSpan::Month, (dates / 31).max(1)),
    ];
    let mut papers: Vec<_> = spans
        .into_iter()
        .map(|(name, span, per_day)| {
            (name, documents::calendar(frame, &calendar(span, dates, per_day, title)))
        })
        .collect();
    papers.extend([
        ("for-me", documents::calendar(frame, &for_me(title))),
        ("slot", documents::slot(frame, &slot(title, description, dates.min(13)))),
        ("opportunity", documents::opportunity(frame, &opportunity(title, description, dates.min(60)))),
        ("schedule", documents::schedule(frame, &schedule(title, dates.min(50)), title)),
        ("about", documents::about(frame, &kinds(title))),
        ("join", documents::join(frame)),
        ("host", documents::host(frame, &hosted(title, dates.min(40)))),
        ("map", documents::map(frame, &districts(title))),
        ("easy", documents::easy(frame)),
        ("share", documents::share(frame, &choices(title))),
        ("declaration", documents::declaration(frame, &declaration(title))),
        ("poster-a4", documents::poster(frame, &opportunity(title, description, dates.min(60)), Sheet::A4)),
        ("poster-a3", documents::poster(frame, &opportunity(title, description, dates.min(60)), Sheet::A3)),
    ]);
    papers
}
