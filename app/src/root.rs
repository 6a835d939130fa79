//! The router, the frame around every page, and the pages' addresses.

use crate::components::html::Html;
use crate::components::icon::{icon, mark};
use crate::components::message::problem_page;
use crate::error::UiError;
use crate::html;
use crate::i18n::{provide_locale, use_locale};
use crate::links::{bare, href, part_of, provide_prefix};
use crate::live::{Live, provide_live};
use crate::pages::account::who_reads;
use crate::pages::calendar::CalendarPage;
use crate::parts::{Arranging, Coordinating, Reading, Volunteering};
use crate::wire::{Packed, read, when_there};
use domain::actor::Role;
use domain::locale::{LOCALES, Locale};
use domain::problem::Problem;
use domain::view::Me;
use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::any_nested_route::IntoAnyNestedRoute;
use leptos_router::components::{Outlet, ParentRoute, Route, Router, Routes};
use leptos_router::hooks::use_location;
use leptos_router::{PossibleRouteMatch, SsrMode, path};
use std::sync::Arc;

/// Who is reading, for every page.
#[derive(Clone, Copy, Debug)]
pub struct Reader(pub Resource<Result<Me, UiError>, Packed>);

/// Everything inside `<body>`, rendered by the server and taken over by the browser.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_locale();
    let live = provide_live();
    let reader = read(move || live.people(), |_| who_reads());
    provide_context(Reader(reader));
    view! {
        <Title text=title_so_far formatter=|title: String| titled(&title) />
        <Router>
            <Routes fallback=Lost>
                <ParentRoute path=path!("/pl") view=Frame>
                    <Pages />
                </ParentRoute>
                <ParentRoute path=path!("/uk") view=Frame>
                    <Pages />
                </ParentRoute>
                <ParentRoute path=path!("/en") view=Frame>
                    <Pages />
                </ParentRoute>
                <ParentRoute path=path!("") view=Frame>
                    <Pages />
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// What the title of every page ends with.
const PROGRAM: &str = "Łącznik";

fn titled(title: &str) -> String {
    if title.is_empty() { PROGRAM.to_owned() } else { format!("{title} – {PROGRAM}") }
}

/// What the page is called until it says so itself: as it was, while the next one comes.
fn title_so_far() -> String {
    #[cfg(feature = "ssr")]
    let title = String::new();
    #[cfg(not(feature = "ssr"))]
    let title = document().title();
    let own = title.strip_suffix(PROGRAM).unwrap_or(&title);
    own.strip_suffix(" – ").unwrap_or(own).to_owned()
}

/// A path of whatever form: routes of one type are a tenth of the code of routes of a type each.
fn at(path: impl PossibleRouteMatch + Send + Sync + 'static) -> Arc<dyn PossibleRouteMatch + Send + Sync> {
    Arc::new(path)
}

/// The pages, the same below every language prefix.
#[component(transparent)]
fn Pages() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <Route path=at(path!("")) view=CalendarPage ssr=SsrMode::Async />
        <Route path=at(path!("termin/:id")) view=Volunteering::Slot ssr=SsrMode::Async />
        <Route path=at(path!("oferta/:id")) view=Volunteering::Opportunity ssr=SsrMode::Async />
        <Route path=at(path!("o-programie")) view=Reading::About ssr=SsrMode::Async />
        <Route path=at(path!("dolacz")) view=Reading::Join ssr=SsrMode::Async />
        <Route path=at(path!("mapa")) view=Reading::Map ssr=SsrMode::Async />
        <Route path=at(path!("jak-pomagac")) view=Reading::Easy ssr=SsrMode::Async />
        <Route path=at(path!("udostepnianie")) view=Reading::Share ssr=SsrMode::Async />
        <Route path=at(path!("deklaracja-dostepnosci")) view=Reading::Declared ssr=SsrMode::Async />
        <Route path=at(path!("wejscie")) view=Reading::SignIn ssr=SsrMode::Async />
        <Route path=at(path!("wejscie/kod")) view=Reading::Code ssr=SsrMode::Async />
        <Route path=at(path!("propozycja/:id")) view=Arranging::Offer ssr=SsrMode::Async />
        <Route path=at(path!("zaproszenie/:key")) view=Arranging::Invitation ssr=SsrMode::Async />
        <Route path=at(path!("termin/:id/grupa")) view=Arranging::ClaimGroup ssr=SsrMode::Async />
        <Route path=at(path!("grupa/:id")) view=Arranging::Group ssr=SsrMode::Async />
        <Route path=at(path!("obecnosc/:key?")) view=Arranging::Presence ssr=SsrMode::Async />
        <Route path=at(path!("moje")) view=Volunteering::Schedule ssr=SsrMode::Async />
        <Route path=at(path!("profil")) view=Arranging::Profile ssr=SsrMode::Async />
        <Route path=at(path!("koordynacja")) view=Coordinating::Dashboard ssr=SsrMode::Async />
        <Route path=at(path!("koordynacja/oferty")) view=Coordinating::Opportunities ssr=SsrMode::Async />
        <Route path=at(path!("koordynacja/oferty/:id")) view=Coordinating::Editor ssr=SsrMode::Async />
        <Route path=at(path!("koordynacja/oferty/:id/terminy")) view=Coordinating::AddDates ssr=SsrMode::Async />
        <Route path=at(path!("koordynacja/termin/:id/zmiana")) view=Coordinating::ChangeDates ssr=SsrMode::Async />
        <Route path=at(path!("koordynacja/termin/:id")) view=Coordinating::Staffing ssr=SsrMode::Async />
        <Route path=at(path!("koordynacja/tydzien")) view=Coordinating::Week ssr=SsrMode::Async />
        <Route path=at(path!("placowka/tydzien")) view=Coordinating::Week ssr=SsrMode::Async />
        <Route path=at(path!("koordynacja/rok")) view=Coordinating::Year ssr=SsrMode::Async />
        <Route path=at(path!("placowka/rok")) view=Coordinating::Year ssr=SsrMode::Async />
        <Route path=at(path!("koordynacja/wagi")) view=Coordinating::Weights ssr=SsrMode::Async />
        <Route path=at(path!("koordynacja/zasady")) view=Coordinating::Rules ssr=SsrMode::Async />
        <Route path=at(path!("koordynacja/ustawienia")) view=Coordinating::Settings ssr=SsrMode::Async />
        <Route path=at(path!("koordynacja/ludzie")) view=Coordinating::People ssr=SsrMode::Async />
        <Route path=at(path!("koordynacja/ludzie/:id")) view=Coordinating::Qualifications ssr=SsrMode::Async />
        <Route path=at(path!("placowka")) view=Coordinating::Host ssr=SsrMode::Async />
        <Route path=at(path!("placowka/obecnosc")) view=Coordinating::Places ssr=SsrMode::Async />
        <Route path=at(path!("placowka/:id/plakat")) view=Coordinating::Poster ssr=SsrMode::Async />
        <Route path=at(path!("placowka/:id/kod")) view=Coordinating::Screen ssr=SsrMode::Async />
        <Route path=at(path!("placowka/oferty")) view=Coordinating::Opportunities ssr=SsrMode::Async />
        <Route path=at(path!("placowka/oferty/:id")) view=Coordinating::Editor ssr=SsrMode::Async />
        <Route path=at(path!("placowka/oferty/:id/terminy")) view=Coordinating::AddDates ssr=SsrMode::Async />
        <Route path=at(path!("placowka/termin/:id/zmiana")) view=Coordinating::ChangeDates ssr=SsrMode::Async />
        <Route path=at(path!("demo/poczta")) view=Reading::Mails ssr=SsrMode::Async />
    }
    .into_inner()
    .into_any_nested_route()
}

/// The frame with the page that the address names.
#[component]
fn Frame() -> impl IntoView {
    provide_prefix();
    frame(|| view! { <Outlet /> })
}

/// The frame around every page: top bar, the page, foot, tabs on a phone.
fn frame<V: IntoView>(page: impl Fn() -> V) -> impl IntoView {
    let Reader(reader) = expect_context();
    let live = expect_context::<Live>();
    Effect::new(move |_| {
        if let Some(Ok(me)) = reader.get()
            && me.person_id.is_some()
        {
            live.open(me.seq);
        }
    });
    view! {
        // Left to the browser: the router would change the address and leave the focus where it is.
        <a class="skip" href="#tresc" rel="external">{t!("skip-to-content")}</a>
        <header class="top">
            <div class="top-in">
                {html!("<a class=\"brand\" href=\"" {href("/")} "\">" {mark()} "Łącznik</a>")}
                {move || when_there(async move { reader.await.ok().map(|me| top_nav(&me)) })}
            </div>
        </header>
        {page()}
        <Foot />
        {move || when_there(async move { reader.await.ok().map(|me| tabs(&me)) })}
    }
}

/// What `aria-current` says of a link in the frame: `page` on the very page, `true` on those that lie in it.
fn current(path: &'static str) -> impl Fn() -> Option<&'static str> + Clone {
    let pathname = use_location().pathname;
    move || {
        let pathname = pathname.get();
        let here = bare(&pathname);
        if here == path { Some("page") } else { (part_of(here) == Some(path)).then_some("true") }
    }
}

fn nav_link(path: &'static str, label: String) -> impl IntoView {
    view! { <a href=href(path) aria-current=current(path)>{label}</a> }
}

fn top_nav(me: &Me) -> impl IntoView + use<> {
    let signed_in = me.person_id.is_some();
    let volunteers = me.status.is_some();
    view! {
        <nav class="top-nav" aria-label=t!("nav-main")>
            {nav_link("/", t!("nav-calendar"))}
            {volunteers.then(|| nav_link("/moje", t!("nav-mine")))}
            {me.coordinates.then(|| view! {
                {nav_link("/koordynacja", t!("nav-dashboard"))}
                {nav_link("/koordynacja/oferty", t!("nav-opportunities"))}
                {nav_link("/koordynacja/ludzie", t!("nav-people"))}
            })}
            {me.hosts.then(|| nav_link("/placowka", t!("nav-host")))}
            {(me.hosts && !me.coordinates).then(|| nav_link("/placowka/oferty", t!("nav-opportunities")))}
            {(!signed_in).then(|| view! {
                {nav_link("/o-programie", t!("nav-about"))}
                {nav_link("/dolacz", t!("nav-join"))}
            })}
        </nav>
        <div class="top-end">
            <Languages />
            {if signed_in {
                account_menu(me).into_any()
            } else {
                html!("<a class=\"btn small\" href=\"" {href("/wejscie")} "\">" {t!("nav-sign-in")} "</a>").into_any()
            }}
        </div>
    }
}

/// The way to pages that a phone's bar has no room for, and out.
fn account_menu(me: &Me) -> impl IntoView + use<> {
    let (coordinates, demo) = (me.coordinates, me.demo);
    let posts = me.hosts && !coordinates;
    let weighs = coordinates || me.roles.contains(&Role::Administrator);
    view! {
        <details class="menu">
            {html!("<summary>" {icon("person")} "<span class=\"sr\">" {me.name} "</span></summary>")}
            <div class="menu-panel">
                {link("/profil", &me.name)}
                {coordinates.then(|| view! {
                    {nav_link("/koordynacja/oferty", t!("nav-opportunities"))}
                    {nav_link("/koordynacja/ludzie", t!("nav-people"))}
                })}
                {posts.then(|| nav_link("/placowka/oferty", t!("nav-opportunities")))}
                {coordinates.then(|| nav_link("/koordynacja/zasady", t!("rules-title")))}
                {weighs.then(|| view! {
                    {nav_link("/koordynacja/wagi", t!("weights-title"))}
                    {nav_link("/koordynacja/ustawienia", t!("settings-title"))}
                })}
                {link("/o-programie", &t!("nav-about"))}
                {demo.then(|| link("/demo/poczta", &t!("nav-demo-mails")))}
                {html!("<hr>")}
                {html!("<form method=\"post\" action=\"/api/sign_out\"><button type=\"submit\">" {t!("sign-out")} "</button></form>")}
            </div>
        </details>
    }
}

/// A link in a menu, which does not say where one is.
fn link(path: &str, label: &str) -> impl IntoView + use<> {
    html!("<a href=\"" {href(path)} "\">" {label} "</a>")
}

/// The same page in each language. Whole page loads: the language of a page never changes under the reader.
#[component]
fn Languages() -> impl IntoView {
    let location = use_location();
    let here = use_locale();
    let link = move |locale: Locale| {
        let to = move || {
            let (path, search) = (location.pathname.get(), location.search.get());
            let rest = match bare(&path) {
                "/" => String::new(),
                rest => rest.to_owned(),
            };
            let query = if search.is_empty() { String::new() } else { format!("?{search}") };
            format!("/{}{rest}{query}", locale.code())
        };
        view! {
            <a href=to rel="external" lang=locale.code() hreflang=locale.code() aria-current=(locale == here).then_some("true")>
                {locale.own_name()}
            </a>
        }
    };
    view! {
        <details class="menu">
            {html!("<summary>" {icon("globe")} "<span class=\"sr\">" {t!("language")} ": </span>" {here.short_name()} "</summary>")}
            <div class="menu-panel">{LOCALES.map(link).collect_view()}</div>
        </details>
    }
}

#[component]
fn Foot() -> impl IntoView {
    let links = [
        ("/o-programie", "nav-about"),
        ("/dolacz", "nav-join"),
        ("/mapa", "map-title"),
        ("/jak-pomagac", "foot-easyread"),
        ("/udostepnianie", "foot-share"),
        ("/deklaracja-dostepnosci", "foot-declaration"),
    ];
    let links: Vec<Html> = links
        .iter()
        .map(|(path, key)| html!("<li><a href=\"" {href(path)} "\">" {t!(key)} "</a></li>"))
        .collect();
    html!(
        "<footer class=\"foot\"><div class=\"foot-in\"><p>" {t!("foot-centre")} "</p><ul>" {links} "</ul></div></footer>"
    )
}

/// The bar at the bottom of a phone, for people who signed in.
fn tabs(me: &Me) -> impl IntoView + use<> {
    me.person_id?;
    let tab = |path: &'static str, image: &'static str, label: String| {
        view! { <a href=href(path) aria-current=current(path)>{icon(image)}{label}</a> }
    };
    Some(view! {
        <nav class="tabs" aria-label=t!("nav-bottom")>
            {tab("/", "calendar", t!("nav-calendar"))}
            {me.status.is_some().then(|| tab("/moje", "check-circle", t!("nav-mine")))}
            {me.coordinates.then(|| tab("/koordynacja", "board", t!("nav-dashboard")))}
            {me.hosts.then(|| tab("/placowka", "people", t!("nav-host")))}
            {tab("/profil", "person", t!("nav-profile"))}
        </nav>
    })
}

/// No such page, inside the frame.
#[component]
fn Lost() -> impl IntoView {
    provide_prefix();
    let page = || view! { <main class="page page-narrow" id="tresc" tabindex="-1">{problem_page(&UiError(Problem::NotFound))}</main> };
    frame(page)
}
