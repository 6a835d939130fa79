//! The coordinator's pages: the live dashboard, opportunities and their editor.

pub mod api;
mod board;
mod editor;
mod keys;
mod offers;
mod planning;
pub mod posting;
mod rules;
mod settings;
mod slots;
mod staffing;
mod trust;
mod weights;

pub use board::DashboardPage;
pub(crate) use editor::series_words;
pub use editor::{AddDatesPage, ChangeDatesPage, EditorPage};
pub use offers::OpportunitiesPage;
pub use planning::{WeekPage, YearPage};
pub use rules::RulesPage;
pub use settings::SettingsPage;
pub use staffing::StaffingPage;
pub use weights::WeightsPage;
