//! Coming with others: a friend's invitation, a group and its names.

pub mod api;
mod claim;
mod invitation;
pub(crate) mod invite;
mod list;
mod share;
pub mod words;

pub use claim::ClaimGroupPage;
pub use invitation::InvitationPage;
pub use list::GroupPage;
