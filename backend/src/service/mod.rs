//! Use cases. Each is one transaction and names the permission it needs in its first line.

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
pub mod papers;
pub mod people;
pub mod profile;
pub mod schedule;
pub mod sign_in;
pub(crate) mod trace;
