//! Use cases. Each is one transaction and names the permission it needs in its first line.

pub mod approval;
pub mod calendar;
pub mod centre;
pub mod claims;
pub mod coverage;
pub mod dashboard;
pub mod demo;
mod for_me;
pub mod hosting;
pub mod matching;
pub mod offers;
pub mod opportunities;
pub mod pairs;
pub mod people;
pub mod posting;
pub mod profile;
pub mod questions;
pub mod schedule;
pub mod sign_in;
pub mod templates;
pub(crate) mod trace;
