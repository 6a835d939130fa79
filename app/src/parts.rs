//! The parts of the program that a browser fetches when somebody goes to one of their pages: code and texts. The
//! calendar as a list and the frame around every page are there from the beginning.

use crate::pages::{
    calendar, content::AboutPage, content::JoinPage, content::easyread::EasyPage, coordination::AddDatesPage,
    coordination::ChangeDatesPage, coordination::DashboardPage, coordination::EditorPage,
    coordination::OpportunitiesPage, coordination::RulesPage, coordination::SettingsPage,
    coordination::StaffingPage, coordination::WeekPage, coordination::WeightsPage, coordination::YearPage,
    declaration::DeclarationPage, demo::MailsPage, host::HostPage, host::place::PlacesPage,
    host::place::PosterPage, host::place::ScreenPage, map::MapPage, offer::OfferPage,
    opportunity::OpportunityPage, party::ClaimGroupPage, party::GroupPage, party::InvitationPage,
    people::PeoplePage, people::QualificationsPage, presence::PresencePage, profile::ProfilePage,
    schedule::SchedulePage, share::SharePage, sign_in::CodePage, sign_in::SignInPage, slot::SlotPage,
};
use domain::locale::Part;
use domain::view::CalendarView;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use leptos_router::ChooseView;

/// Signing in, and what there is to read for everyone.
#[derive(Clone, Copy, Debug)]
pub enum Reading {
    SignIn,
    Code,
    About,
    Join,
    Easy,
    Map,
    Share,
    Declared,
    Mails,
}

#[wasm_split(reading, wasm_split_path = leptos::wasm_split, preload(fetch_reading))]
fn reading(page: Reading) -> AnyView {
    match page {
        Reading::SignIn => SignInPage().into_any(),
        Reading::Code => CodePage().into_any(),
        Reading::About => AboutPage().into_any(),
        Reading::Join => JoinPage().into_any(),
        Reading::Easy => EasyPage().into_any(),
        Reading::Map => MapPage().into_any(),
        Reading::Share => SharePage().into_any(),
        Reading::Declared => DeclarationPage().into_any(),
        Reading::Mails => MailsPage().into_any(),
    }
}

impl ChooseView for Reading {
    async fn choose(self) -> AnyView {
        reading(self).await
    }

    async fn preload(&self) {
        texts(&[Part::Volunteering]).await;
        fetch_reading().await;
    }
}

/// Dates, and what somebody has of them.
#[derive(Clone, Copy, Debug)]
pub enum Volunteering {
    Slot,
    Opportunity,
    Schedule,
}

#[wasm_split(volunteering, wasm_split_path = leptos::wasm_split, preload(fetch_volunteering))]
fn volunteering(page: Volunteering) -> AnyView {
    match page {
        Volunteering::Slot => SlotPage().into_any(),
        Volunteering::Opportunity => OpportunityPage().into_any(),
        Volunteering::Schedule => SchedulePage().into_any(),
    }
}

impl ChooseView for Volunteering {
    async fn choose(self) -> AnyView {
        volunteering(self).await
    }

    async fn preload(&self) {
        texts(&[Part::Volunteering]).await;
        fetch_volunteering().await;
    }
}

/// What else volunteers arrange: who they are, with whom they come, and that they came.
#[derive(Clone, Copy, Debug)]
pub enum Arranging {
    Profile,
    Offer,
    Invitation,
    ClaimGroup,
    Group,
    Presence,
}

#[wasm_split(arranging, wasm_split_path = leptos::wasm_split, preload(fetch_arranging))]
fn arranging(page: Arranging) -> AnyView {
    match page {
        Arranging::Profile => ProfilePage().into_any(),
        Arranging::Offer => OfferPage().into_any(),
        Arranging::Invitation => InvitationPage().into_any(),
        Arranging::ClaimGroup => ClaimGroupPage().into_any(),
        Arranging::Group => GroupPage().into_any(),
        Arranging::Presence => PresencePage().into_any(),
    }
}

impl ChooseView for Arranging {
    async fn choose(self) -> AnyView {
        arranging(self).await
    }

    async fn preload(&self) {
        texts(&[Part::Volunteering]).await;
        fetch_arranging().await;
    }
}

/// The pages of staff, who also read what volunteers do.
#[derive(Clone, Copy, Debug)]
pub enum Coordinating {
    Dashboard,
    Opportunities,
    Editor,
    AddDates,
    ChangeDates,
    Staffing,
    Week,
    Year,
    Weights,
    Rules,
    Settings,
    People,
    Qualifications,
    Host,
    Places,
    Poster,
    Screen,
}

#[wasm_split(coordinating, wasm_split_path = leptos::wasm_split, preload(fetch_coordinating))]
fn coordinating(page: Coordinating) -> AnyView {
    match page {
        Coordinating::Dashboard => DashboardPage().into_any(),
        Coordinating::Opportunities => OpportunitiesPage().into_any(),
        Coordinating::Editor => EditorPage().into_any(),
        Coordinating::AddDates => AddDatesPage().into_any(),
        Coordinating::ChangeDates => ChangeDatesPage().into_any(),
        Coordinating::Staffing => StaffingPage().into_any(),
        Coordinating::Week => WeekPage().into_any(),
        Coordinating::Year => YearPage().into_any(),
        Coordinating::Weights => WeightsPage().into_any(),
        Coordinating::Rules => RulesPage().into_any(),
        Coordinating::Settings => SettingsPage().into_any(),
        Coordinating::People => PeoplePage().into_any(),
        Coordinating::Qualifications => QualificationsPage().into_any(),
        Coordinating::Host => HostPage().into_any(),
        Coordinating::Places => PlacesPage().into_any(),
        Coordinating::Poster => PosterPage().into_any(),
        Coordinating::Screen => ScreenPage().into_any(),
    }
}

impl ChooseView for Coordinating {
    async fn choose(self) -> AnyView {
        coordinating(self).await
    }

    async fn preload(&self) {
        staff_style().await;
        texts(&[Part::Volunteering, Part::Coordinating]).await;
        fetch_coordinating().await;
    }
}

/// The calendar by the hour, as a month and in the order that fits.
#[wasm_split(looking, wasm_split_path = leptos::wasm_split, preload(fetch_looking))]
pub fn other_view(view: &CalendarView) -> AnyView {
    calendar::other_view(view)
}

/// Fetches the view that the server wrote into this page: a browser takes a page over without a pause.
#[cfg(not(feature = "ssr"))]
pub async fn fetch_shown() {
    if document().query_selector("[data-other-view]").is_ok_and(|found| found.is_some()) {
        fetch_looking().await;
    }
}

/// The server has all texts.
#[cfg(feature = "ssr")]
fn texts(_: &[Part]) -> std::future::Ready<()> {
    std::future::ready(())
}

/// The server names the style sheet in the page.
#[cfg(feature = "ssr")]
fn staff_style() -> std::future::Ready<()> {
    std::future::ready(())
}

/// Fetches the texts of these parts, those that are not there yet.
#[cfg(not(feature = "ssr"))]
async fn texts(parts: &[Part]) {
    for part in parts {
        let fetched =
            page::texts(part.code()).await.ok().map(|texts| js_sys::Uint8Array::from(texts).to_vec());
        domain::locale::provide(*part, &fetched.expect("the texts are fetched"));
    }
}

/// Fetches the look of the pages of staff, unless it is there.
#[cfg(not(feature = "ssr"))]
async fn staff_style() {
    page::staff_style().await;
}

/// Functions of the page itself: see [`crate::shell`].
#[cfg(not(feature = "ssr"))]
mod page {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = texts, catch)]
        pub async fn texts(part: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_name = staffStyle)]
        pub async fn staff_style();
    }
}
