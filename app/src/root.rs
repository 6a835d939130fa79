//! The router, the frame around every page, and the pages' addresses.

use crate::components::icon::{icon, mark};
use crate::components::message::problem_page;
use crate::error::UiError;
use crate::i18n::{provide_locale, use_locale};
use crate::links::{bare, href, part_of, provide_prefix};
use crate::live::{Live, provide_live};
use crate::pages::account::who_reads;
use crate::pages::{
    calendar::CalendarPage, content::AboutPage, content::JoinPage, content::easyread::EasyPage,
    coordination::AddDatesPage, coordination::ChangeDatesPage, coordination::DashboardPage,
    coordination::EditorPage, coordination::OpportunitiesPage, coordination::RulesPage,
    coordination::StaffingPage, coordination::WeightsPage, declaration::DeclarationPage, demo::MailsPage,
    host::HostPage, map::MapPage, offer::OfferPage, opportunity::OpportunityPage, people::PeoplePage,
    profile::ProfilePage, schedule::SchedulePage, share::SharePage, sign_in::CodePage, sign_in::SignInPage,
    slot::SlotPage,
};
use crate::wire::{Json, read, when_there};
use domain::actor::Role;
use domain::locale::{LOCALES, Locale};
use domain::problem::Problem;
use domain::view::Me;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::any_nested_route::IntoAnyNestedRoute;
use leptos_router::components::{Outlet, ParentRoute, Route, Router, Routes};
use leptos_router::hooks::use_location;
use leptos_router::{Lazy, LazyRoute, SsrMode, path};

/// Who is reading, for every page.
#[derive(Clone, Copy, Debug)]
pub struct Reader(pub Resource<Result<Me, UiError>, Json>);

/// Everything inside `<body>`, rendered by the server and taken over by the browser.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_locale();
    let live = provide_live();
    let reader = read(move || live.people(), |_| who_reads());
    provide_context(Reader(reader));
    view! {
        <Title formatter=|title: String| if title.is_empty() { "Łącznik".to_owned() } else { format!("{title} – Łącznik") } />
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

/// Pages whose code a browser fetches when somebody goes there; those of one part come together.
macro_rules! fetched_on_demand {
    ($part:ident: $($name:ident = $view:ident of $page:ident),+ $(,)?) => {$(
        #[derive(Debug)]
        struct $name;

        const _: () = {
            #[wasm_split($part, wasm_split_path = leptos::wasm_split, preload(fetch))]
            fn $view() -> AnyView {
                $page().into_any()
            }

            impl LazyRoute for $name {
                fn data() -> Self {
                    Self
                }

                async fn view(_: Self) -> AnyView {
                    $view().await
                }

                async fn preload() {
                    fetch().await;
                }
            }
        };
    )+};
}

fetched_on_demand! { volunteering:
    Slot = slot of SlotPage,
    Opportunity = opportunity of OpportunityPage,
    About = about of AboutPage,
    Join = join of JoinPage,
    Easy = easy of EasyPage,
    Map = map of MapPage,
    Share = share of SharePage,
    Declared = declared of DeclarationPage,
    SignIn = sign_in of SignInPage,
    Code = code of CodePage,
    Schedule = schedule of SchedulePage,
    Offer = offer of OfferPage,
    Profile = profile of ProfilePage,
    Mails = mails of MailsPage,
}

fetched_on_demand! { coordinating:
    Dashboard = dashboard of DashboardPage,
    Opportunities = opportunities of OpportunitiesPage,
    Editor = editor of EditorPage,
    AddDates = add_dates of AddDatesPage,
    ChangeDates = change_dates of ChangeDatesPage,
    Staffing = staffing of StaffingPage,
    Weights = weights of WeightsPage,
    Rules = rules of RulesPage,
    People = people of PeoplePage,
    Host = host of HostPage,
}

/// The pages, the same below every language prefix.
#[component(transparent)]
fn Pages() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("") view=CalendarPage ssr=SsrMode::Async />
        <Route path=path!("termin/:id") view={Lazy::<Slot>::new()} ssr=SsrMode::Async />
        <Route path=path!("oferta/:id") view={Lazy::<Opportunity>::new()} ssr=SsrMode::Async />
        <Route path=path!("o-programie") view={Lazy::<About>::new()} ssr=SsrMode::Async />
        <Route path=path!("dolacz") view={Lazy::<Join>::new()} ssr=SsrMode::Async />
        <Route path=path!("mapa") view={Lazy::<Map>::new()} ssr=SsrMode::Async />
        <Route path=path!("jak-pomagac") view={Lazy::<Easy>::new()} ssr=SsrMode::Async />
        <Route path=path!("udostepnianie") view={Lazy::<Share>::new()} ssr=SsrMode::Async />
        <Route path=path!("deklaracja-dostepnosci") view={Lazy::<Declared>::new()} ssr=SsrMode::Async />
        <Route path=path!("wejscie") view={Lazy::<SignIn>::new()} ssr=SsrMode::Async />
        <Route path=path!("wejscie/kod") view={Lazy::<Code>::new()} ssr=SsrMode::Async />
        <Route path=path!("propozycja/:id") view={Lazy::<Offer>::new()} ssr=SsrMode::Async />
        <Route path=path!("moje") view={Lazy::<Schedule>::new()} ssr=SsrMode::Async />
        <Route path=path!("profil") view={Lazy::<Profile>::new()} ssr=SsrMode::Async />
        <Route path=path!("koordynacja") view={Lazy::<Dashboard>::new()} ssr=SsrMode::Async />
        <Route path=path!("koordynacja/oferty") view={Lazy::<Opportunities>::new()} ssr=SsrMode::Async />
        <Route path=path!("koordynacja/oferty/:id") view={Lazy::<Editor>::new()} ssr=SsrMode::Async />
        <Route path=path!("koordynacja/oferty/:id/terminy") view={Lazy::<AddDates>::new()} ssr=SsrMode::Async />
        <Route path=path!("koordynacja/termin/:id/zmiana") view={Lazy::<ChangeDates>::new()} ssr=SsrMode::Async />
        <Route path=path!("koordynacja/termin/:id") view={Lazy::<Staffing>::new()} ssr=SsrMode::Async />
        <Route path=path!("koordynacja/wagi") view={Lazy::<Weights>::new()} ssr=SsrMode::Async />
        <Route path=path!("koordynacja/zasady") view={Lazy::<Rules>::new()} ssr=SsrMode::Async />
        <Route path=path!("koordynacja/ludzie") view={Lazy::<People>::new()} ssr=SsrMode::Async />
        <Route path=path!("placowka") view={Lazy::<Host>::new()} ssr=SsrMode::Async />
        <Route path=path!("placowka/oferty") view={Lazy::<Opportunities>::new()} ssr=SsrMode::Async />
        <Route path=path!("placowka/oferty/:id") view={Lazy::<Editor>::new()} ssr=SsrMode::Async />
        <Route path=path!("placowka/oferty/:id/terminy") view={Lazy::<AddDates>::new()} ssr=SsrMode::Async />
        <Route path=path!("placowka/termin/:id/zmiana") view={Lazy::<ChangeDates>::new()} ssr=SsrMode::Async />
        <Route path=path!("demo/poczta") view={Lazy::<Mails>::new()} ssr=SsrMode::Async />
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
                <a class="brand" href=href("/")>{mark("mark")}"Łącznik"</a>
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
    let name = me.name.clone();
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
                account_menu(name, me).into_any()
            } else {
                view! { <a class="btn small" href=href("/wejscie")>{t!("nav-sign-in")}</a> }.into_any()
            }}
        </div>
    }
}

/// The way to pages that a phone's bar has no room for, and out.
fn account_menu(name: String, me: &Me) -> impl IntoView + use<> {
    let (coordinates, demo) = (me.coordinates, me.demo);
    let posts = me.hosts && !coordinates;
    let weighs = coordinates || me.roles.contains(&Role::Administrator);
    view! {
        <details class="menu">
            <summary>{icon("person")}<span class="sr">{name.clone()}</span></summary>
            <div class="menu-panel">
                <a href=href("/profil")>{name}</a>
                {coordinates.then(|| view! {
                    {nav_link("/koordynacja/oferty", t!("nav-opportunities"))}
                    {nav_link("/koordynacja/ludzie", t!("nav-people"))}
                })}
                {posts.then(|| nav_link("/placowka/oferty", t!("nav-opportunities")))}
                {coordinates.then(|| nav_link("/koordynacja/zasady", t!("rules-title")))}
                {weighs.then(|| nav_link("/koordynacja/wagi", t!("weights-title")))}
                <a href=href("/o-programie")>{t!("nav-about")}</a>
                {demo.then(|| view! { <a href=href("/demo/poczta")>{t!("nav-demo-mails")}</a> })}
                <hr />
                <form method="post" action="/api/sign_out">
                    <button type="submit">{t!("sign-out")}</button>
                </form>
            </div>
        </details>
    }
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
            <summary>{icon("globe")}<span class="sr">{t!("language")}": "</span>{here.short_name()}</summary>
            <div class="menu-panel">{LOCALES.map(link).collect_view()}</div>
        </details>
    }
}

#[component]
fn Foot() -> impl IntoView {
    view! {
        <footer class="foot">
            <div class="foot-in">
                <p>{t!("foot-centre")}</p>
                <ul>
                    <li><a href=href("/o-programie")>{t!("nav-about")}</a></li>
                    <li><a href=href("/dolacz")>{t!("nav-join")}</a></li>
                    <li><a href=href("/mapa")>{t!("map-title")}</a></li>
                    <li><a href=href("/jak-pomagac")>{t!("foot-easyread")}</a></li>
                    <li><a href=href("/udostepnianie")>{t!("foot-share")}</a></li>
                    <li><a href=href("/deklaracja-dostepnosci")>{t!("foot-declaration")}</a></li>
                </ul>
            </div>
        </footer>
    }
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
