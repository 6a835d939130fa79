//! The pages, a folder each.

pub mod account;
pub mod calendar;
pub mod content;
pub mod coordination;
pub mod declaration;
pub mod demo;
pub mod host;
pub mod map;
pub mod offer;
pub mod opportunity;
pub mod party;
pub mod people;
pub mod profile;
pub mod roles;
pub mod schedule;
pub mod share;
pub mod sign_in;
pub mod slot;
pub(crate) mod taking_part;
