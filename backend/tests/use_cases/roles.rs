//! Every use case, crossed with everyone who may ask. Default deny: a use case that is not listed fails the test.

use crate::world::World;
use backend::context::Cx;
use backend::db::Engine;
use backend::error::{Error, Result};
use backend::service::{
    approval, calendar, centre, claims, coverage, dashboard, dates, demo, feeds, handing_over, hosting,
    invitations, lookout, matching, offers, opportunities, pairs, papers, parties, people, posting, presence,
    profile, qualifications, questions, schedule, sign_in, stand_in, standing, stepping_back, templates,
    waitlist, watching, windows,
};
use backend::store::feeds::FeedFilter;
use domain::actor::{ALL_ROLES, Grant, Role};
use domain::form::{
    CentreForm, ChangeForm, ClaimForm, DatesForm, ExclusionForm, InviteForm, NamesForm, OpportunityForm,
    PartyForm, ProfileForm, QualificationForm, ResizeForm, RuleForm, SignInForm, SlotsForm, StandInForm,
    StandingForm, StepBackForm, StintForm, SwapForm, TurnForm, WidenForm, WindowForm,
};
use domain::ids::{ClaimId, PersonId, SignInId, SlotId};
use domain::locale::Locale;
use domain::matching::Weights;
use domain::person::VolunteerStatus;
use domain::presence::TapForm;
use domain::problem::Problem;
use domain::time::Day;
use domain::view::{BoardQuery, CalendarQuery};
use jiff::civil::date;
use std::future::Future;
use std::pin::Pin;
use uuid::Uuid;

/// Who may.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Who {
    Everyone,
    SignedIn,
    Coordinators,
    Hosts,
    Administrators,
    /// Coordinators and administrators.
    Desk,
    Nobody,
}

type Call = fn(Cx) -> Pin<Box<dyn Future<Output = Result<()>>>>;

macro_rules! case {
    ($name:literal, $who:ident, |$cx:ident| $call:expr) => {
        ($name, Who::$who, (|$cx: Cx| Box::pin(async move { $call.await.map(|_| ()) }) as _) as Call)
    };
}

fn id<Id: From<Uuid>>() -> Id {
    Uuid::from_u128(77).into()
}

type Case = (&'static str, Who, Call);

fn cases() -> Vec<Case> {
    [everybodys(), feeding(), with_others(), at_the_place(), of_staff(), of_planners(), of_posters()].concat()
}

/// What other programs and printers read, and the address of one's own calendar.
fn feeding() -> Vec<Case> {
    vec![
        case!("centre::contact", Everyone, |cx| centre::contact(&cx)),
        case!("papers::count", Everyone, |cx| papers::count(&cx, "")),
        case!("feeds::about", Everyone, |cx| feeds::about(&cx)),
        case!("feeds::public", Everyone, |cx| feeds::public(&cx, FeedFilter::default())),
        case!("feeds::alone", Everyone, |cx| feeds::alone(&cx, id())),
        case!("feeds::date", Everyone, |cx| feeds::date(&cx, id())),
        case!("feeds::coming", Everyone, |cx| feeds::coming(&cx, &FeedFilter::default(), 9)),
        case!("feeds::of_opportunity", Everyone, |cx| feeds::of_opportunity(&cx, id())),
        case!("feeds::sitemap", Everyone, |cx| feeds::sitemap(&cx)),
        case!("feeds::choices", Everyone, |cx| feeds::choices(&cx)),
        case!("feeds::districts", Everyone, |cx| feeds::districts(&cx)),
        case!("feeds::own", Everyone, |cx| feeds::own(&cx, "")),
        case!("feeds::link", SignedIn, |cx| feeds::link(&cx, None)),
        case!("feeds::reset_link", SignedIn, |cx| feeds::reset_link(&cx)),
    ]
}

/// What people do who come with others.
fn with_others() -> Vec<Case> {
    vec![
        case!("claims::claim_inviting", SignedIn, |cx| claims::claim_inviting(
            &cx,
            id(),
            &ClaimForm::default()
        )),
        case!("invitations::invite", SignedIn, |cx| invitations::invite(&cx, id(), &InviteForm::default())),
        case!("invitations::renew", SignedIn, |cx| invitations::renew(&cx, id())),
        case!("invitations::take_back", SignedIn, |cx| invitations::take_back(&cx, id())),
        case!("invitations::show", Everyone, |cx| invitations::show(&cx, "")),
        case!("invitations::answer", SignedIn, |cx| invitations::answer(&cx, "", true)),
        case!("parties::claim", SignedIn, |cx| parties::claim(&cx, id(), &PartyForm::default())),
        case!("parties::show", SignedIn, |cx| parties::show(&cx, id())),
        case!("parties::save_names", SignedIn, |cx| parties::save_names(&cx, id(), &NamesForm::default())),
        case!("parties::resize", SignedIn, |cx| parties::resize(&cx, id(), &ResizeForm::default())),
        case!("parties::record_guest", Hosts, |cx| parties::record_guest(&cx, id(), Some(true))),
    ]
}

/// What visitors and people who signed in do.
fn everybodys() -> Vec<Case> {
    vec![
        case!("centre::me", Everyone, |cx| centre::me(&cx)),
        case!("centre::declaration", Everyone, |cx| centre::declaration(&cx)),
        case!("calendar::browse", Everyone, |cx| calendar::browse(&cx, CalendarQuery::default())),
        case!("calendar::kinds", Everyone, |cx| calendar::kinds(&cx)),
        case!("calendar::slot", Everyone, |cx| calendar::slot(&cx, id())),
        case!("calendar::opportunity", Everyone, |cx| calendar::opportunity(&cx, id())),
        case!("sign_in::view", Everyone, |cx| sign_in::view(&cx, None)),
        case!("sign_in::begin", Everyone, |cx| sign_in::begin(&cx, &SignInForm::default(), "")),
        case!("sign_in::finish", Everyone, |cx| sign_in::finish(&cx, id::<SignInId>(), "")),
        case!("sign_in::as_persona", Nobody, |cx| sign_in::as_persona(&cx, id::<PersonId>())),
        case!("demo::mails", Nobody, |cx| demo::mails(&cx)),
        case!("sign_in::out", SignedIn, |cx| sign_in::out(&cx)),
        case!("sign_in::out_everywhere", SignedIn, |cx| sign_in::out_everywhere(&cx)),
        case!("sign_in::create_administrator", Administrators, |cx| sign_in::create_administrator(
            &cx, "", ""
        )),
        case!("claims::claim", SignedIn, |cx| claims::claim(&cx, id::<SlotId>())),
        case!("claims::claim_as", SignedIn, |cx| claims::claim_as(
            &cx,
            id::<SlotId>(),
            &ClaimForm::default()
        )),
        case!("claims::withdraw", SignedIn, |cx| claims::withdraw(&cx, id::<ClaimId>())),
        case!("stepping_back::step_back", SignedIn, |cx| stepping_back::step_back(
            &cx,
            id(),
            &StepBackForm::default()
        )),
        case!("stepping_back::still_suits", SignedIn, |cx| stepping_back::still_suits(&cx, id())),
        case!("stand_in::ask", SignedIn, |cx| stand_in::ask(&cx, id(), &StandInForm::default())),
        case!("stand_in::swap", SignedIn, |cx| stand_in::swap(&cx, id(), &SwapForm::default())),
        case!("stand_in::take_back", SignedIn, |cx| stand_in::take_back(&cx, id())),
        case!("watching::slot", SignedIn, |cx| watching::slot(&cx, id(), true)),
        case!("watching::opportunity", SignedIn, |cx| watching::opportunity(&cx, id(), true)),
        case!("lookout::watch", SignedIn, |cx| lookout::watch(&cx, "kind:office_work")),
        case!("lookout::end", SignedIn, |cx| lookout::end(&cx, id())),
        case!("handing_over::allow", Coordinators, |cx| handing_over::allow(&cx, id())),
        case!("handing_over::refuse", Coordinators, |cx| handing_over::refuse(&cx, id())),
        case!("waitlist::reorder", Coordinators, |cx| waitlist::reorder(&cx, id(), &TurnForm::default())),
        case!("waitlist::queue", Coordinators, |cx| waitlist::queue(&cx, id(), "bo tak")),
        case!("claims::approve", Coordinators, |cx| claims::approve(&cx, id())),
        case!("claims::refuse", Coordinators, |cx| claims::refuse(&cx, id(), "")),
        case!("claims::undo", Coordinators, |cx| claims::undo(&cx, id())),
        case!("questions::answer", SignedIn, |cx| questions::answer(&cx, id::<ClaimId>(), &[])),
        case!("offers::mine", SignedIn, |cx| offers::mine(&cx)),
        case!("offers::show", Everyone, |cx| offers::show(&cx, id(), "")),
        case!("offers::answer", Everyone, |cx| offers::answer(&cx, id(), "", true)),
        case!("schedule::mine", SignedIn, |cx| schedule::mine(&cx)),
        case!("standing::claim_dates", SignedIn, |cx| standing::claim_dates(&cx, &DatesForm::default())),
        case!("standing::take", SignedIn, |cx| standing::take(&cx, id(), &StandingForm::default())),
        case!("standing::end", SignedIn, |cx| standing::end(&cx, id(), "")),
        case!("standing::mine", SignedIn, |cx| standing::mine(&cx)),
        case!("windows::note", SignedIn, |cx| windows::note(&cx, id(), &StintForm::default())),
        case!("windows::unnote", SignedIn, |cx| windows::unnote(&cx, id())),
        case!("windows::finish", SignedIn, |cx| windows::finish(&cx, id(), true)),
        case!("profile::show", SignedIn, |cx| profile::show(&cx)),
        case!("profile::save", SignedIn, |cx| profile::save(&cx, &ProfileForm::default())),
        case!("profile::set_locale", SignedIn, |cx| profile::set_locale(&cx, Locale::Uk)),
    ]
}

/// What volunteers and hosts do where help happens.
fn at_the_place() -> Vec<Case> {
    vec![
        case!("presence::show", SignedIn, |cx| presence::show(&cx, "nie-ma")),
        case!("presence::tap", SignedIn, |cx| presence::tap(&cx, &TapForm::default())),
        case!("presence::places", Hosts, |cx| presence::places(&cx)),
        case!("presence::prepare", Hosts, |cx| presence::prepare(&cx, id())),
        case!("presence::poster", Hosts, |cx| presence::poster(&cx, id())),
        case!("presence::screen", Hosts, |cx| presence::screen(&cx, id())),
    ]
}

/// What coordinators, hosts and administrators do.
fn of_staff() -> Vec<Case> {
    vec![
        case!("pairs::offer", Coordinators, |cx| pairs::offer(&cx, id(), None, id())),
        case!("qualifications::of_person", Coordinators, |cx| qualifications::of_person(&cx, id())),
        case!("qualifications::record", Coordinators, |cx| qualifications::record(
            &cx,
            id(),
            &QualificationForm::default()
        )),
        case!("qualifications::remove", Coordinators, |cx| qualifications::remove(
            &cx,
            id(),
            "",
            "2026-01-01"
        )),
        case!("qualifications::add", Coordinators, |cx| qualifications::add(&cx, "")),
        case!("pairs::take_back", Coordinators, |cx| pairs::take_back(&cx, id())),
        case!("pairs::lock", Coordinators, |cx| pairs::lock(&cx, id(), None, id(), true)),
        case!("pairs::exclude", Coordinators, |cx| pairs::exclude(
            &cx,
            id(),
            id(),
            &ExclusionForm::default()
        )),
        case!("pairs::allow", Coordinators, |cx| pairs::allow(&cx, id(), id())),
        case!("pairs::accept", Coordinators, |cx| pairs::accept(&cx, &[])),
        case!("pairs::look", Coordinators, |cx| pairs::look(&cx, id())),
        case!("pairs::save_weights", Administrators, |cx| pairs::save_weights(&cx, Weights::default())),
        case!("dashboard::show", Coordinators, |cx| dashboard::show(&cx)),
        case!("matching::staffing", Coordinators, |cx| matching::staffing(&cx, id(), None)),
        case!("coverage::board", Coordinators, |cx| coverage::board(&cx, BoardQuery::default())),
        case!("matching::consider", Coordinators, |cx| matching::consider(&cx, id(), None, id())),
        case!("coverage::day_plan", Coordinators, |cx| coverage::day_plan(&cx, Day(date(2026, 12, 2)))),
        case!("matching::weights", Desk, |cx| matching::weights(&cx)),
        case!("centre::settings", Desk, |cx| centre::settings(&cx)),
        case!("centre::set", Administrators, |cx| centre::set(&cx, &CentreForm::default())),
    ]
}

/// What those do who plan what is offered, and when.
fn of_planners() -> Vec<Case> {
    vec![
        case!("opportunities::list", Hosts, |cx| opportunities::list(&cx, "")),
        case!("opportunities::editor", Hosts, |cx| opportunities::editor(&cx, None)),
        case!("opportunities::create", Hosts, |cx| opportunities::create(&cx, &OpportunityForm::default())),
        case!("opportunities::update", Hosts, |cx| opportunities::update(
            &cx,
            id(),
            &OpportunityForm::default()
        )),
        case!("opportunities::publish", Hosts, |cx| opportunities::publish(&cx, id())),
        case!("opportunities::cancel", Hosts, |cx| opportunities::cancel(&cx, id(), "")),
        case!("dates::add_view", Hosts, |cx| dates::add_view(&cx, id(), None)),
        case!("dates::add", Hosts, |cx| dates::add(&cx, id(), &SlotsForm::default())),
        case!("dates::change_view", Hosts, |cx| dates::change_view(&cx, id(), None)),
        case!("dates::year", Hosts, |cx| dates::year(&cx, None)),
        case!("dates::week", Hosts, |cx| dates::week(&cx, None, None)),
        case!("dates::copy_week", Hosts, |cx| dates::copy_week(
            &cx,
            Day(date(2026, 12, 1)),
            Day(date(2026, 12, 1)),
            ""
        )),
        case!("dates::cancel", Hosts, |cx| dates::cancel(&cx, id(), "")),
        case!("dates::change", Hosts, |cx| dates::change(
            &cx,
            id(),
            &SlotsForm::default(),
            &ChangeForm::default(),
            "",
            ""
        )),
    ]
}

/// What posters and those who look at what they wrote do.
fn of_posters() -> Vec<Case> {
    vec![
        case!("posting::hand_in", Hosts, |cx| posting::hand_in(&cx, id())),
        case!("posting::send_back", Coordinators, |cx| posting::send_back(&cx, id(), "")),
        case!("posting::trust", Coordinators, |cx| posting::trust(&cx, id(), true)),
        case!("posting::trusted", Coordinators, |cx| posting::trusted(&cx)),
        case!("templates::start", Hosts, |cx| templates::start(&cx, id())),
        case!("templates::save", Hosts, |cx| templates::save(&cx, id(), "", false)),
        case!("templates::rename", Hosts, |cx| templates::rename(&cx, id(), "")),
        case!("templates::remove", Hosts, |cx| templates::remove(&cx, id())),
        case!("approval::rules", Coordinators, |cx| approval::rules(&cx, None)),
        case!("approval::add", Coordinators, |cx| approval::add(&cx, &RuleForm::default())),
        case!("approval::end", Coordinators, |cx| approval::end(&cx, id())),
        case!("windows::widen", Coordinators, |cx| windows::widen(&cx, id(), &WidenForm::default())),
        case!("windows::add", Coordinators, |cx| windows::add(&cx, id(), &WindowForm::default())),
        case!("hosting::overview", Hosts, |cx| hosting::overview(&cx)),
        case!("hosting::week", Hosts, |cx| hosting::week(&cx, None)),
        case!("hosting::record", Hosts, |cx| hosting::record(&cx, id(), Some(true), "")),
        case!("people::list", Coordinators, |cx| people::list(&cx, None, "")),
        case!("people::set_status", Coordinators, |cx| people::set_status(
            &cx,
            id(),
            VolunteerStatus::Active
        )),
        case!("people::record_screening", Coordinators, |cx| people::record_screening(&cx, id(), true)),
    ]
}

fn may(who: Who, role: Option<Role>) -> bool {
    match who {
        Who::Everyone => true,
        Who::SignedIn => role.is_some(),
        Who::Coordinators => role == Some(Role::Coordinator),
        Who::Hosts => matches!(role, Some(Role::Coordinator | Role::FacilityManager | Role::Partner)),
        Who::Administrators => role == Some(Role::Administrator),
        Who::Desk => matches!(role, Some(Role::Coordinator | Role::Administrator)),
        Who::Nobody => false,
    }
}

#[tokio::test]
async fn every_use_case_is_open_to_its_roles_and_to_nobody_else() {
    let world = World::new(Engine::Sqlite).await;
    for (name, who, call) in cases() {
        let everyone = std::iter::once(None).chain(ALL_ROLES.into_iter().map(Some));
        for role in everyone {
            let cx = match role {
                None => world.visitor(),
                Some(role) => {
                    let organisation_id =
                        matches!(role, Role::FacilityManager | Role::Partner).then_some(world.organisation);
                    world.acting(PersonId(Uuid::from_u128(42)), vec![Grant { role, organisation_id }])
                }
            };
            let outcome = call(cx).await;
            let refused = match (&outcome, who) {
                // Where even the existence is secret, the answer is "not found".
                (Err(Error::Problem(Problem::NotFound)), Who::Nobody)
                | (Err(Error::Problem(Problem::Denied | Problem::SignInFirst)), _) => true,
                (Err(Error::Internal(error)), _)
                    if may(who, role) && error.to_string().contains("FOREIGN KEY") =>
                {
                    false
                }
                (Err(Error::Internal(error)), _) => panic!("{name} as {role:?} broke: {error}"),
                _ => false,
            };
            assert_eq!(!refused, may(who, role), "{name} as {role:?}: {outcome:?}");
        }
    }
}

#[test]
fn every_use_case_is_listed() {
    let listed: Vec<&str> = cases().iter().map(|(name, _, _)| *name).collect();
    // The one reads no person's request, it is how one is read; the other is a part of use cases that add dates.
    let not_use_cases = ["sign_in::resume", "standing::fill"];
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/service");
    for file in std::fs::read_dir(folder).expect("the services").flatten() {
        let path = file.path();
        let module = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        // The parts of a use case, none of them public.
        if path.is_dir() {
            continue;
        }
        let source = std::fs::read_to_string(&path).expect("a source");
        for line in source.lines().filter(|line| line.starts_with("pub async fn ")) {
            let function = line.trim_start_matches("pub async fn ").split('(').next().expect("a name");
            let name = format!("{module}::{function}");
            let known = listed.contains(&name.as_str())
                || not_use_cases.contains(&name.as_str())
                || module == "trace";
            assert!(known, "{name} is missing in the table of roles");
        }
    }
}
